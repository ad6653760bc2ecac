"""What the pages need of whoever has the tool: two Protocols, so that they know no loop and no link."""

from __future__ import annotations

from typing import Protocol

from clinic.screening.answers import Spot
from clinic.way.said import Treated
from clinic.way.visit import Visit
from gui.source import Source
from session.tool_desk import ToolDesk


class Treating(Protocol):
    """One treatment that was begun. Every call returns at once, but `result`."""

    def shown(self) -> tuple[Source, ToolDesk | None] | None:
        """What to show; None while the tool is looked for. Raises what ended it before there was anything."""
        ...

    @property
    def over(self) -> bool:
        """Whether it ended, well or not."""
        ...

    def result(self) -> Treated:
        """What was done; waits for the end of the record. Raises what went wrong."""
        ...

    def cancel(self) -> None:
        """Look for the tool no longer."""
        ...


class Tool(Protocol):
    """Begins treatments and prints what was recorded."""

    @property
    def prints(self) -> bool:
        """Whether a report is written where anybody can read it."""
        ...

    def treat(self, visit: Visit, spot: Spot) -> Treating:
        """Begin by the plan of this point, under the cap of this moment; raises `InputError`."""
        ...

    def release(self, visit: Visit, spot: Spot) -> Treating:
        """Begin a myofascial release there, under the cap of this moment; raises `InputError`."""
        ...

    def report(self, visit: Visit) -> tuple[str, ...]:
        """Print the visit; the names of the files, none where it does not print. Raises `InputError`."""
        ...
