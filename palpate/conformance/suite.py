"""All checks, in the order in which they run."""

from __future__ import annotations

from typing import Final

from palpate.conformance.check import Check
from palpate.conformance.checks.advertising import ADVERTISING
from palpate.conformance.checks.attributes import ATTRIBUTES
from palpate.conformance.checks.clocks import CLOCK
from palpate.conformance.checks.events import EVENTS
from palpate.conformance.checks.layouts import LAYOUT
from palpate.conformance.checks.reconnects import RECONNECT
from palpate.conformance.checks.repeats import REPEATS
from palpate.conformance.checks.requests import REQUESTS
from palpate.conformance.checks.resends import RESEND
from palpate.conformance.checks.samples import SAMPLES
from palpate.conformance.checks.setups import SETUP
from palpate.conformance.checks.signals import SIGNALS
from palpate.conformance.checks.statuses import STATUS
from palpate.conformance.checks.stops import STOP
from palpate.conformance.checks.streams import STREAM
from palpate.conformance.checks.stress import STRESS
from palpate.conformance.checks.tares import TARE
from palpate.conformance.checks.widths import WIDTH

GROUPS: Final = (
    SAMPLES,  # first: a wrap of the counter is within reach of the first stream only
    ADVERTISING,
    ATTRIBUTES,
    LAYOUT,
    STATUS,
    STREAM,
    CLOCK,
    REQUESTS,
    REPEATS,
    TARE,
    SIGNALS,
    RESEND,
    EVENTS,
    STOP,
    WIDTH,
    RECONNECT,
    SETUP,
    STRESS,
)

CHECKS: Final[tuple[Check, ...]] = tuple(check for group in GROUPS for check in group.checks)
"""Each has a name of its own."""
