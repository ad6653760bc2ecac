"""What the pages need of whoever has the tool: two Protocols, so that they know no loop and no link."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from clinic.screening.answers import Spot
from clinic.way.said import Treated
from clinic.way.visit import Visit
from gui.source import Source
from session.ramp_view import RampSource
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


class Found(NamedTuple):
    """What a measurement came to."""

    kpa: float | None
    above_kpa: float | None
    """X of "> X": the ramp ended before it hurt."""
    outcome: str
    record: str
    trusted: bool = True
    """False where it carries a verdict, as that of a painkiller."""


class Ramping(Protocol):
    """One measurement that was begun. Every call returns at once, but `result`."""

    @property
    def script(self) -> str:
        """What is read out to the client."""
        ...

    def shown(self) -> RampSource | None:
        """What to show; None while the tool is looked for. Raises what ended it before there was anything."""
        ...

    @property
    def over(self) -> bool:
        """Whether it ended, well or not."""
        ...

    def result(self) -> Found:
        """What was found; waits for the end of the record. Raises what went wrong."""
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

    def treat_next(self, visit: Visit, spot: Spot) -> Treating:
        """As `treat`, but nobody is pressed before somebody says that the tool is at this place."""
        ...

    def release(self, visit: Visit, spot: Spot) -> Treating:
        """Begin a myofascial release there, under the cap of this moment; raises `InputError`."""
        ...

    def measure(self, visit: Visit, spot: Spot) -> Ramping:
        """Begin to measure the pain threshold there, under the cap of this moment; raises `InputError`."""
        ...

    def report(self, visit: Visit) -> tuple[str, ...]:
        """Print the visit; the names of the files, none where it does not print. Raises `InputError`."""
        ...
