"""How long a link that reconnects waits, and why so long."""

from __future__ import annotations

from typing import Final

FIRST_S: Final = 0.25
LONGEST_S: Final = 8.0
"""Between two tries, doubled from the first to the longest. A hand that waits must not wait longer than this after
whatever stood in the way is gone; more often than this would keep the radio from everything else."""

JITTER: Final = 0.25
"""By how much of itself a pause may be shorter, so that two programs do not stumble over each other for ever."""

AFTER_DISCONNECT_S: Final = 0.5
"""At least, between the end of a connection and the next search. Without it 3 of 15 connects on BlueZ 5.66 and 5.82
failed or hung for 30 s; with 0.1 s and with 0.5 s none of 24."""

AFTER_VANISHED_S: Final = 4.0
"""At least, after a tool was heard and not found: so looks a radio that has no connection to spare, and it needs time
to drop one. The figure is what Home Assistant settled on (bleak-retry-connector)."""

OFF_S: Final = 2.0
"""Until Bluetooth that is off is looked at again: who has switched it on waits no longer, and it costs milliseconds."""

SCAN_S: Final = 10.0
"""Until a scan is begun anew: a stack that died, or was switched off, while it scanned does not say so."""

GATHER_S: Final = 1.0
"""After the first tool was heard, where any will do: another one in range advertises ten times in this time."""

HELD_S: Final = 2.0
"""Until a device that the system is connected to is asked who it is. A tool that advertises is heard sooner, and
asking the wrong one may end another program's connection."""

STABLE_S: Final = 3.0
"""A connection that lived so long starts the pauses anew; one that did not counts as another failed try."""


def pause_s(attempt: int, luck: float) -> float:
    """The pause after so many failed tries."""
    whole_s = min(LONGEST_S, FIRST_S * 2.0 ** min(attempt, 16))
    return max(FIRST_S, whole_s * (1 - JITTER * luck))
