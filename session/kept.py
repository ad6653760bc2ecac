"""What a run leaves: in a record, or nowhere."""

from __future__ import annotations

from typing import Final

from protocol.blocks import SampleBlock
from protocol.link import Channel, Payload
from protocol.sentence import Sentence
from session.calls import aimed_bytes
from session.plan import Plan
from session.record import Recorder
from session.view import NotRecorded, RecordState

NOWHERE: Final = NotRecorded(Sentence("this run is not kept"))


class Kept:
    """Writes into a record; where there is none, nothing happens."""

    def __init__(self, recorder: Recorder | None) -> None:
        self._recorder = recorder

    @property
    def state(self) -> RecordState:
        """How the record stands."""
        return self._recorder.state if self._recorder else NOWHERE

    @property
    def path(self) -> str | None:
        """Where it lies; None where nothing is kept."""
        return None if isinstance(self.state, NotRecorded) else self.state.path

    def append(self, payload: Payload) -> None:
        """Keep what arrived or was said."""
        if self._recorder:
            self._recorder.append(payload)

    def derive(self, block: SampleBlock, arrival_s: float) -> None:
        """Keep what was made of it."""
        if self._recorder:
            self._recorder.derive(block, arrival_s)

    def aim(self, plan: Plan, now_s: float) -> None:
        """Keep a target that changed."""
        self.append(Payload(Channel.AIMED, now_s, aimed_bytes(plan)))
