"""What stands on each sheet: all that was measured, nothing that is not known, and the mark of a simulator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date
from xml.etree.ElementTree import fromstring

import pytest

from clinic.claims import unsupported
from clinic.history.course import Course
from clinic.library import library
from clinic.people import Language
from clinic.report.about import Noted, Session
from clinic.report.course_page import Printing, course_page
from clinic.report.heard import Passport
from clinic.report.holds import dose
from clinic.report.measured import Measured
from clinic.report.page import Block, Bullets, Facts, Heading, Page, Picture, Row, Table, Text, Tone
from clinic.report.sheets import Sheet, sheet
from clinic.report.soap import soap
from clinic.report.verdicts import alarms
from clinic.report.words import Words
from session.plan import EXERCISE
from tests.clinic.courses import LEFT, SHOULDER, course
from tests.clinic.report.conftest import session_of


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Row):
            for column in block.columns:
                yield from flat(column.blocks)
        else:
            yield block


def shown(page: Page) -> str:
    """Every text of a page, drawings included."""
    return "\n".join(
        (page.title, page.subtitle, *(text for block in flat(page.blocks) for text in texts(block)), page.foot)
    )


def texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text) | Text(text):
            yield text
        case Bullets(items):
            yield from items
        case Facts(rows):
            yield from (" ".join(row) for row in rows)
        case Table(head, rows):
            yield from (" ".join(row) for row in (head, *rows))
        case Picture(svg=svg, alt=alt):
            yield from (alt, *(each.text or "" for each in fromstring(svg).iter("text")))
        case _:
            raise AssertionError(block)


def table(page: Page) -> Table:
    return next(block for block in flat(page.blocks) if isinstance(block, Table))


def test_what_somebody_learned_by_is_called_no_treatment_in_every_language(
    words: Words, guided_record: Measured
) -> None:
    assert guided_record.plan is not None
    exercise = replace(guided_record, plan=guided_record.plan.model_copy(update={"source": EXERCISE}))
    practised, mixed = session_of(exercise), session_of(exercise, guided_record)
    treated, said = session_of(guided_record), words("holds.exercise")
    assert sheet(Sheet.THERAPIST, practised, words).title == words("report.practice")
    assert [sheet(Sheet.THERAPIST, each, words).title for each in (mixed, treated)] == [words("report.title")] * 2
    assert [shown(sheet(Sheet.THERAPIST, each, words)).count(said) for each in (practised, mixed, treated)] == [1, 1, 0]
    assert [soap(each, words).count(said) for each in (practised, treated)] == [1, 0]


@pytest.mark.parametrize("which", Sheet)
def test_simulated_data_are_marked_on_every_sheet_in_every_language_and_measured_ones_on_none(
    which: Sheet, words: Words, simulated_record: Measured, guided_record: Measured
) -> None:
    marked, measured = sheet(which, session_of(simulated_record), words), sheet(which, session_of(guided_record), words)
    assert marked.mark == words("mark.simulated")
    assert measured.mark is None
    mixed = sheet(which, session_of(guided_record, simulated_record), words)
    assert mixed.mark == marked.mark


def test_a_course_with_simulated_readings_is_marked(words: Words, english: Words) -> None:
    printing = Printing(course().in_order[-1].at, "1.2.3", UTC)
    assert course_page(course(), library(), words, printing).mark == words("mark.simulated")
    real = tuple(each for each in course().observations if not getattr(each, "simulated", False))
    assert course_page(course().model_copy(update={"observations": real}), library(), english, printing).mark is None


def test_the_note_is_marked_too(words: Words, simulated_record: Measured, guided_record: Measured) -> None:
    assert soap(session_of(simulated_record), words).splitlines()[0] == words("mark.simulated")
    assert words("mark.simulated") not in soap(session_of(guided_record), words)


@pytest.mark.parametrize("which", Sheet)
def test_nothing_is_left_unfilled_and_nobody_is_promised_anything(
    which: Sheet, words: Words, guided_record: Measured
) -> None:
    text = shown(sheet(which, session_of(guided_record), words))
    assert not re.search(r"[{}]|None|role:|\bnan\b", text)
    assert unsupported(text) is None


def test_the_table_shows_the_figures_of_the_analysis(english: Words, guided_record: Measured) -> None:
    page = sheet(Sheet.THERAPIST, session_of(guided_record), english)
    first, second = guided_record.holds
    rows = table(page).rows
    assert rows[0][:5] == ("1", "Upper trapezius, free border, left", "10.0", *[f"{v:.{d}f}" for v, d in (
        (first.figures.mean_n or 0, 1), (first.figures.mean_kpa or 0, 0))])  # fmt: skip
    assert rows[0][-1] == "time in band complete"
    assert rows[1][-1] == "STOP by the client"
    low, high = second.figures.dose_kpa_s or 0, second.figures.dose_high_kpa_s or 0
    assert f"{low:.0f}–{high:.0f}" in rows[1]  # readings are missing in the second hold
    assert high > low


def test_what_was_pressed_over_the_limit_and_each_stop_stand_out(english: Words, guided_record: Measured) -> None:
    told = alarms(session_of(guided_record), english)
    figures = guided_record.holds[1].figures
    assert told == (
        f"Hold 2: above the limit for {figures.over_cap_s:.1f} s, up to {figures.over_cap_peak_n:.1f} N.",
        "STOP was pressed: too painful.",
    )
    page = sheet(Sheet.THERAPIST, session_of(guided_record), english)
    warned = [block.text for block in flat(page.blocks) if isinstance(block, Text) and block.tone is Tone.WARNING]
    assert list(told) == warned


def test_lost_readings_are_counted_and_a_doubtful_figure_has_its_reason(
    english: Words, guided_record: Measured
) -> None:
    text = shown(sheet(Sheet.THERAPIST, session_of(guided_record), english))
    lost = guided_record.analysis.signal.lost_samples
    assert lost > 0
    assert f"{lost} of {guided_record.analysis.signal.samples + lost} readings are missing" in text
    assert english("verdict.fine") not in text


def test_a_stop_that_nobody_answered_is_told(english: Words, guided_record: Measured) -> None:
    heard = replace(guided_record.heard, stops=())
    told = alarms(session_of(replace(guided_record, heard=heard)), english)
    assert told[-1] == "STOP was pressed."


def test_without_a_place_there_is_no_map_and_the_reason_is_said(english: Words, guided_record: Measured) -> None:
    page = sheet(Sheet.THERAPIST, session_of(guided_record, noted=Noted()), english)
    assert english("where.unknown") in shown(page)
    assert english("where.blocked") not in shown(page)
    assert "place" not in table(page).head
    assert "client not named" in page.subtitle


def test_two_places_have_two_numbers_on_the_map_and_in_words(
    english: Words, guided_record: Measured, simulated_record: Measured
) -> None:
    session = session_of(guided_record, simulated_record)
    assert session.places == (LEFT, SHOULDER)
    assert [placed.number for placed in session.holds] == [1, 2, 3, 4]
    text = shown(sheet(Sheet.THERAPIST, session, english))
    assert "1. Upper trapezius, free border, left" in text
    assert "2. Infraspinatus, right" in text
    assert "client's left" in text


def test_a_course_says_who_where_what_changed_and_when_again(english: Words, guided_record: Measured) -> None:
    noted = Noted(course=course(guided_record.file))
    page = sheet(Sheet.THERAPIST, session_of(guided_record, noted=noted), english)
    text = shown(page)
    assert page.subtitle.endswith("client K7QF-3M2P · R. Vogt")
    assert "pain at rest, 0–10 3 2 −1 ± 2 within the measurement error" in text
    assert (
        "pain threshold, kPa – Upper trapezius, free border, left 300 340 +40 ± 62 within the measurement error" in text
    )
    assert "Next visit: 2026-09-29." in text
    given = [block.items for block in flat(page.blocks) if isinstance(block, Bullets)][-1]
    assert given == tuple(library().aftercare[name].text for name in ("stretch", "diary"))


def test_the_note_of_a_visit_has_four_parts(english: Words, guided_record: Measured) -> None:
    noted = Noted(course=course(guided_record.file))
    lines = soap(session_of(guided_record, noted=noted), english).splitlines()
    assert [line[:3] for line in lines[1:4]] == ["S: "] * 3
    assert "S: Complaints: Neck." in lines
    assert "S: pain at rest, 0–10: 3 → 2 (−1), within the measurement error." in lines
    assert "S: In the client's words: Warm, and the head turns more easily." in lines
    assert (
        "O: Upper trapezius, free border, left: taut band, hypersensitive spot, not referred pain, "
        "familiar pain (active)." in lines
    )
    assert "O: STOP was pressed: too painful." in lines
    assert "A: Note: Turns 10° further" in lines
    assert "P: Next visit: 2026-09-29." in lines
    assert [line[0] for line in lines[1:]] == sorted((line[0] for line in lines[1:]), key="SOAP".index)


@pytest.mark.parametrize("which", [Sheet.PATIENT, Sheet.HOME, Sheet.SORENESS])
def test_a_clients_sheet_tells_when_to_call_and_whom_and_shows_no_force(
    which: Sheet, words: Words, guided_record: Measured
) -> None:
    noted = Noted(spots={guided_record.file: LEFT}, phone="030 123")
    page = sheet(which, session_of(guided_record, noted=noted), words)
    text = shown(page)
    assert page.large
    for name in ("call-if", "urgent-if"):
        assert words.of("aftercare", library().aftercare[name]) in text
    assert "030 123" in text
    assert not re.search(r"\d N\b|kPa", text)


def test_the_hand_out_says_how_many_points_how_often_and_how_long(english: Words, guided_record: Measured) -> None:
    text = shown(sheet(Sheet.PATIENT, session_of(guided_record), english))
    assert "One point was pressed." in text
    assert f"2 presses, {round(guided_record.analysis.totals.pressure_s)} s of pressure in all." in text
    assert english("evidence.text") in text


def test_the_soreness_card_has_a_scale_from_0_to_10_three_times(english: Words, guided_record: Measured) -> None:
    page = sheet(Sheet.SORENESS, session_of(guided_record), english)
    scales = [block for block in flat(page.blocks) if isinstance(block, Picture)]
    assert len(scales) == 3
    assert [each.text for each in fromstring(scales[0].svg).iter("text")] == [str(nrs) for nrs in range(11)]


def test_the_same_points_rest_for_48_hours_on_the_clinics_clock(english: Words, guided_record: Measured) -> None:
    session = session_of(guided_record, noted=Noted(next_visit=date(2026, 12, 1)))
    text = shown(sheet(Sheet.PATIENT, session, english))
    again = english.moment(session.same_point_from)
    assert f"The same points again on {again} at the earliest (48 h)." in text
    assert (session.same_point_from - session.started_at).total_seconds() == 48 * 3600
    assert "Next visit: 2026-12-01." in text


def test_a_record_without_a_hold_says_so(english: Words, guided_record: Measured) -> None:
    empty = replace(guided_record, holds=())
    for which in Sheet:
        assert shown(sheet(which, session_of(empty), english))
    assert english("holds.none") in shown(sheet(Sheet.THERAPIST, session_of(empty), english))
    assert english("holds.none") in shown(sheet(Sheet.PATIENT, session_of(empty), english))


def test_a_tool_of_another_make_and_a_calibration_that_was_overdue_are_told(
    english: Words, guided_record: Measured
) -> None:
    passport = guided_record.heard.passport
    assert passport.calibrated is not None
    old = replace(passport, calibration_due=passport.calibrated, firmware=None, zeroed=False)
    text = shown(sheet(Sheet.THERAPIST, with_passport(guided_record, old), english))
    assert f"calibration due {passport.calibrated} – was overdue" in text
    assert "firmware not told" in text
    assert "zero not measured, or lost since" in text
    none = replace(passport, serial=None)
    assert "of another make: SIM-0001" in shown(sheet(Sheet.THERAPIST, with_passport(guided_record, none), english))


def with_passport(record: Measured, passport: Passport) -> Session:
    return session_of(replace(record, heard=replace(record.heard, passport=passport)))


def test_a_course_page_has_a_plot_of_each_quantity_the_sides_and_whom_to_ask(english: Words) -> None:
    page = course_page(course(), library(), english, Printing(course().in_order[-1].at, "1.2.3", UTC))
    pictures = [block for block in flat(page.blocks) if isinstance(block, Picture)]
    assert len(pictures) == 8
    assert pictures[0].alt == "pain at rest, 0–10: 8 values from 2026-09-01 to 2026-09-22."
    text = shown(page)
    assert "pain threshold, kPa – Upper trapezius, free border 300 350 −50 ± 121 within the measurement error" in text
    assert "Due since 2026-09-22" in text
    assert "at the next visit after the visit of 2026-09-15" in text
    assert "not drawn: 1." in text
    assert "2026-09-08 2026-09-09 10:00 (24 h) 3 like after sport" in text


def test_an_empty_course_says_so(words: Words) -> None:
    empty = Course(pseudonym="K7QF-3M2P", language=Language.GERMAN)
    text = shown(course_page(empty, library(), words, Printing(course().in_order[0].at, "1")))
    for key in ("history.none", "history.nothing_due", "history.diary_none"):
        assert words(key) in text


def test_a_dose_without_an_upper_bound_is_at_least_so_much(english: Words, guided_record: Measured) -> None:
    placed = session_of(guided_record).holds[1]
    figures = placed.hold.figures.model_copy(update={"dose_high_kpa_s": None})
    assert dose(replace(placed, hold=replace(placed.hold, figures=figures)), english).startswith("≥ ")
