"""What a review tells: each figure explained, two holds compared, and what happened when."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from clinic.report.heard import Heard, Passport, Told
from clinic.report.measured import Measured, measured_with_readings
from clinic.review.compare import compared
from clinic.review.metrics import METRICS, shown
from clinic.review.reviewed import SAID, Event, Kind, Stretch, _event, _events, _late, reviewed
from protocol.blocks import SampleBlock, SampleFlag
from protocol.sentence import Sentence
from session.documents import HoldDocument
from session.inputs import GoOn, Input, Now, Pain, PainGone, Stop, StopReason, ToolFit, UndoZero
from tests.clinic.report.conftest import guided, guided_record, made

__all__ = ["guided", "guided_record", "made"]

NOT_FIGURES = {"index", "start_s", "end_s", "plateau_start_s", "plateau_end_s", "softening_s", "verdicts"}
"""Where and when a hold was, and not what it was like."""


def test_every_figure_of_a_hold_is_explained_once() -> None:
    names = [metric.name for metric in METRICS]
    assert set(names) == set(HoldDocument.model_fields) - NOT_FIGURES
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_an_explanation_is_a_sentence_and_the_unit_is_that_of_the_name(metric: object) -> None:
    from clinic.review.metrics import Metric

    assert isinstance(metric, Metric)
    assert metric.meaning.endswith(".")
    assert 20 < len(metric.meaning) < 130
    endings = {"s": "_s", "N": "_n", "kPa": "_kpa", "kPa·s": "_kpa_s", "N·s": "_n_s", "%": "_percent"}
    if (
        metric.unit in endings
        and metric.name != "tremor_n_rms"
        and not metric.name.startswith(("relaxation", "dose_ppt"))
    ):
        assert metric.name.endswith(endings[metric.unit])


def test_a_figure_that_is_missing_says_why(guided_record: Measured) -> None:
    figures = {each.metric.name: each for each in shown(guided_record.holds[0].figures)}
    assert figures["dose_ppt_s"].value is None
    assert "threshold" in figures["dose_ppt_s"].why
    assert figures["duration_s"].value == guided_record.holds[0].figures.duration_s
    assert figures["duration_s"].why == ""


def test_each_reason_and_each_event_can_be_told_in_another_language(guided_record: Measured) -> None:
    whys = [each.why for hold in guided_record.holds for each in shown(hold.figures) if each.why]
    told = [event.text for event in _events(guided_record.heard)]
    assert len(whys) > 5
    assert told
    assert all(isinstance(text, Sentence) for text in (*whys, *told))


def test_two_holds_differ_by_the_second_less_the_first(guided_record: Measured) -> None:
    one, other = (hold.figures for hold in guided_record.holds)
    rows = {row.metric.name: row for row in compared(one, other)}
    assert rows["peak_n"].difference == other.peak_n - one.peak_n > 5
    assert rows["peak_n"].before == one.peak_n
    missing = rows["dose_ppt_s"]
    assert (missing.before, missing.after, missing.difference) == (None, None, None)
    assert "before:" not in missing.why  # the same reason is not said twice


def test_what_only_one_of_two_lacks_is_said_of_that_one(guided_record: Measured) -> None:
    one = guided_record.holds[0].figures
    without = one.model_copy(update={"mean_kpa": None, "verdicts": ()})
    row = next(row for row in compared(one, without) if row.metric.name == "mean_kpa")
    assert row.difference is None
    rows = {row.metric.name: row.why for row in compared(one, without)}
    assert rows["dose_ppt_s"].startswith("before: ")


def test_a_figure_that_neither_has_nor_lacks_for_a_reason_has_no_row(guided_record: Measured) -> None:
    bare = guided_record.holds[0].figures.model_copy(update={"recontact_s": None, "verdicts": ()})
    assert "recontact_s" not in {row.metric.name for row in compared(bare, bare)}


def test_every_reading_of_the_record_is_there_and_breaks_where_some_are_missing(guided: Path) -> None:
    found, (measured, readings) = reviewed(guided), measured_with_readings(guided)
    assert found.time_s.tolist() == readings.time_s.tolist()
    assert found.force_n.tolist() == readings.force_n.tolist()
    assert found.measured.analysis == measured.analysis
    ((start_s, end_s),) = found.gaps
    (number,) = found.breaks.tolist()
    assert (found.time_s[number - 1], found.time_s[number]) == pytest.approx((start_s, end_s))
    assert found.end_s == readings.time_s[-1]
    assert found.late == ()


def test_events_stand_in_the_order_of_time(guided: Path) -> None:
    events = reviewed(guided).events
    assert [event.time_s for event in events] == sorted(event.time_s for event in events)
    assert [(event.kind, event.text) for event in events if event.kind is not Kind.SAID] == [
        (Kind.CALL, "let go: the time in band is complete"),
        (Kind.CALL, "let go: the patient pressed stop"),
        (Kind.PAIN, "pain 4 of 10, entered by the patient, of the hold before"),
        (Kind.STOP, "reason of the STOP: too painful"),
    ]


def test_runs_of_late_readings_are_stretches() -> None:
    index = np.arange(10, dtype=np.int64)
    flags = np.zeros(10, np.uint8)
    flags[[0, 1, 5, 6, 7, 9]] = SampleFlag.LATE
    flags[3] = SampleFlag.SATURATED_HIGH
    block = SampleBlock(index, index * 10_000, np.zeros(10, np.int32), flags)
    assert list(_late(block)) == [Stretch(0.0, 0.01), Stretch(0.05, 0.07), Stretch(0.09, 0.09)]


@pytest.mark.parametrize(
    ("what", "kind", "said", "nrs"),
    [
        (Pain(nrs=7, by="therapist"), Kind.PAIN, "pain 7 of 10, entered by the therapist", 7),
        (Stop(), Kind.STOP, "STOP was pressed", None),
        (GoOn(reason=StopReason.UNWELL), Kind.STOP, f"reason of the STOP: {StopReason.UNWELL}", None),
        (Now(by="patient"), Kind.PAIN, "“now it begins to hurt”, entered by the patient", None),
        (PainGone(), Kind.SAID, "the pain is gone", None),
        (UndoZero(), Kind.SAID, "the newest zero was taken back", None),
        (ToolFit(), Kind.SAID, "the tool was looked at and is fit", None),
    ],
)
def test_what_was_entered_is_said_in_words(what: Input, kind: Kind, said: str, nrs: int | None) -> None:
    assert _event(Told(2.5, what)) == Event(2.5, kind, said, nrs)


def test_everything_that_can_be_entered_without_a_figure_has_words() -> None:
    heard = Heard(Passport(None), (), (), (), tuple(Told(1.0, kind()) for kind in SAID))
    assert [event.text for event in _events(heard)] == list(SAID.values())
