"""A FHIR R5 bundle: a procedure, its device, the record, two observations for each hold, one for each report of pain.

Built as plain values, and checked as a whole by fhir.resources before it is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from clinic.export.fhir_codes import PAIN, RECORD, SUBJECT, TEST_DATA, Json, absent, named, quantity, words
from clinic.export.fhir_device import device
from clinic.export.marks import Kind, Mark
from clinic.export.recording import Recording
from clinic.export.sampled import sampled
from session.documents import HoldDocument

NO_FIGURES: Final = frozenset(
    {"index", "merged", "start_s", "end_s", "plateau_start_s", "plateau_end_s", "softening_s", "verdicts"}
)
FIGURES: Final = tuple(name for name in HoldDocument.model_fields if name not in NO_FIGURES)
"""Of a hold, as components; when it was is the observation's own."""
NOTED: Final = frozenset(Kind) - {Kind.HOLD, Kind.PAIN, Kind.GAP, Kind.LATE}
"""Marks that stand in the procedure's notes; holds and pain are observations, and gaps stand in the traces."""
_ENDS: Final = frozenset({Kind.STOP, Kind.GO_ON, Kind.END})
NOT_SAID: Final = "this does not apply to the hold"
TOO_LONG: Final = "the trace is longer than fits here, or its readings do not come at even times: see the record"


def write_fhir(recording: Recording, path: Path) -> None:
    """Write the bundle as JSON."""
    from fhir.resources.bundle import Bundle

    bundle = Bundle.model_validate(_Bundle(recording).content())
    path.write_text(bundle.model_dump_json(indent=1) + "\n", "utf-8")


class _Bundle:
    """The resources of one recording; the same recording gives the same ids."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._about = recording.about

    def content(self) -> Json:
        """The whole bundle."""
        resources = {"device": device(self._about), "record": self._record(), "procedure": self._procedure()}
        for hold in self._recording.analysed.holds:
            resources[f"hold {hold.index}"] = self._hold(hold)
            resources[f"trace {hold.index}"] = self._trace(hold)
        pains = [mark for mark in self._recording.marks if mark.kind is Kind.PAIN]
        resources |= {f"pain {number}": self._pain(mark) for number, mark in enumerate(pains)}
        entries = [{"fullUrl": self._url(name), "resource": self._tagged(each)} for name, each in resources.items()]
        bundle: Json = {"resourceType": "Bundle", "type": "collection", "timestamp": self._at(0.0), "entry": entries}
        return self._tagged(bundle)

    def _url(self, name: str) -> str:
        return f"urn:uuid:{uuid5(NAMESPACE_URL, f'palpate:{self._about.record_sha256}:{name}')}"

    def _reference(self, name: str) -> Json:
        return {"reference": self._url(name)}

    def _tagged(self, resource: Json) -> Json:
        """Marked as data of nobody where it was simulated."""
        return resource | {"meta": {"tag": [TEST_DATA]}} if self._about.notice else resource

    def _at(self, time_s: float) -> datetime:
        return self._about.started_at + timedelta(seconds=time_s)

    def _period(self, start_s: float, end_s: float) -> Json:
        return {"start": self._at(start_s), "end": self._at(end_s)}

    @property
    def _subject(self) -> Json:
        if self._about.subject is None:
            return {"display": "not named: a record holds no name"}
        return {"identifier": {"system": SUBJECT, "value": self._about.subject}}

    def _record(self) -> Json:
        about = self._about
        attachment = {"contentType": "application/octet-stream", "url": about.record, "title": about.record}
        return {
            "resourceType": "DocumentReference",
            "status": "current",
            "identifier": [{"system": RECORD, "value": about.record_sha256}],
            "subject": self._subject,
            "description": "the record with every reading, as MCAP",
            "content": [{"attachment": attachment}],
        }

    def _procedure(self) -> Json:
        about = self._about
        return {
            "resourceType": "Procedure",
            "status": self._status(),
            "code": named("guided pressure with a pressure-sensing massage tool", "procedure"),
            "subject": self._subject,
            "occurrencePeriod": self._period(0.0, about.duration_s),
            "used": [{"reference": self._reference("device")}],
            "supportingInfo": [self._reference("record")],
            "note": list(self._notes()),
        }

    def _status(self) -> str:
        """How it ended, as far as the record says."""
        if not self._recording.whole:
            return "unknown"
        last = next((mark.kind for mark in reversed(self._recording.marks) if mark.kind in _ENDS), None)
        return "stopped" if last in (Kind.STOP, Kind.END) else "completed"

    def _notes(self) -> Iterator[Json]:
        about = self._about
        for text in (about.notice, about.plan.text if about.plan else "", *about.notes):
            if text:
                yield {"text": text}
        yield {"text": f"{about.samples} readings, {about.lost_samples} lost, {about.late_samples} came late"}
        for mark in self._recording.marks:
            if mark.kind in NOTED:
                yield {"time": self._at(mark.time_s), "text": mark.text}

    def _observation(self, code: Json) -> Json:
        return {
            "resourceType": "Observation",
            "status": "final",
            "code": code,
            "subject": self._subject,
            "partOf": [self._reference("procedure")],
        }

    def _hold(self, hold: HoldDocument) -> Json:
        return self._observation(named(f"hold {hold.index + 1}", "hold")) | {
            "effectivePeriod": self._period(hold.start_s, hold.end_s),
            "device": self._reference("device"),
            "hasMember": [self._reference(f"trace {hold.index}")],
            "component": [_component(hold, name) for name in FIGURES],
        }

    def _trace(self, hold: HoldDocument) -> Json:
        readings = self._recording.readings.part(hold.start_s, hold.end_s)
        data = sampled(readings, self._recording.period_us)
        value = {"dataAbsentReason": absent(TOO_LONG)} if data is None else {"valueSampledData": data}
        return (
            self._observation(named(f"force during hold {hold.index + 1}", "force_n"))
            | value
            | {
                "effectivePeriod": self._period(hold.start_s, hold.end_s),
                "device": self._reference("device"),
                "derivedFrom": [self._reference("record")],
            }
        )

    def _pain(self, mark: Mark) -> Json:
        return self._observation({"coding": [PAIN], "text": "pain from 0 to 10"}) | {
            "effectiveDateTime": self._at(mark.time_s),
            "valueInteger": round(mark.value or 0.0),
            "note": [{"text": mark.text}],
        }


def _component(hold: HoldDocument, name: str) -> Json:
    """A figure, or why there is none."""
    code, value = named(words(name), name), getattr(hold, name)
    texts = [verdict.text for verdict in hold.verdicts if verdict.metric == name]
    if value is None:
        return {"code": code, "dataAbsentReason": absent("; ".join(texts) or NOT_SAID)}
    doubt = [{"text": text} for text in texts]
    return {"code": code, "valueQuantity": quantity(name, value)} | ({"interpretation": doubt} if doubt else {})
