"""What the client agreed to, and the signal that stops everything."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime

from clinic.entries.entry import Value
from clinic.screening.answers import Examiner, Named


class Consent(Value):
    """Given at each visit, after "what to expect"; can be taken back at any moment."""

    at: AwareDatetime
    by: Examiner
    """Who explained and wrote it down."""
    text: Named
    """What was explained, by name and version."""
    stop_signal: Named
    """A word, a hand, the client's button."""
    signal_tried: Literal[True]
    """Once before the first press: a signal that was never tried is none."""
    withdrawn_at: AwareDatetime | None = None
