from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from session.errors import NotKept
from session.unknown import Unknown
from session.zero_ledger import LATEST, Drift, Ledger, ZeroEntry, drift, ledger_path, note, read_ledger

NOON = datetime(2030, 5, 1, 12, tzinfo=UTC)


def entry(day: float, zero_n: float, serial: str = "PT-7", calibration: int = 3, simulated: bool = False) -> ZeroEntry:
    return ZeroEntry(
        at=NOON + timedelta(days=day),
        serial=serial,
        simulated=simulated,
        calibration=calibration,
        zero_n=zero_n,
        noise_n=0.01,
    )


def test_what_is_noted_is_read(tmp_path: Path) -> None:
    path = ledger_path(tmp_path, "PT-7")
    assert read_ledger(path, "PT-7") == Ledger((), 0)
    note(path, entry(0, 0.25))
    note(path, entry(1, -0.5))
    assert read_ledger(path, "PT-7") == Ledger((entry(0, 0.25), entry(1, -0.5)), 0)


def test_a_line_is_this_line(tmp_path: Path) -> None:
    note(tmp_path / "zeros", entry(0, 0.25))
    assert (tmp_path / "zeros").read_bytes() == (
        b'{"format":"palpate.zero/1","at":"2030-05-01T12:00:00Z","serial":"PT-7","simulated":false,'
        b'"calibration":3,"zero_n":0.25,"noise_n":0.01}\n'
    )


def test_each_tool_has_a_file_of_its_own_whatever_its_name(tmp_path: Path) -> None:
    names = {
        ledger_path(tmp_path, serial).relative_to(tmp_path)
        for serial in ("a/b", "..", "PT-7", "a b", "CON", "%2F", "/")
    }
    assert len(names) == 7
    assert all(name.parent == Path("zeros") for name in names)
    assert Path("zeros/zeros-PT-7.jsonl") in names


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"\xff\xfe",
        b"{}",
        b'{"format":"palpate.zero/2"}',
        entry(0, 1.0, serial="PT-8").model_dump_json().encode(),
        entry(0, 1.0).model_dump_json().encode()[:-9],
        entry(0, 1.0).model_dump_json().replace("1.0", "1e999").encode(),
        entry(0, 1.0).model_dump_json().replace("Z", "").encode(),
    ],
)
def test_a_damaged_line_or_another_tools_is_left_out_and_counted(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "zeros"
    note(path, entry(0, 0.25))
    path.write_bytes(path.read_bytes() + line + b"\n\n")
    note(path, entry(1, 0.5))
    assert read_ledger(path, "PT-7") == Ledger((entry(0, 0.25), entry(1, 0.5)), 1)


@given(st.integers(1, 200))
def test_wherever_the_file_was_cut_off_the_next_line_is_read(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    path = tmp_path_factory.mktemp("cut") / "zeros"
    note(path, entry(0, 0.25))
    note(path, entry(1, 0.5))
    path.write_bytes(path.read_bytes()[:-cut])
    note(path, entry(2, 0.75))
    assert read_ledger(path, "PT-7").entries[-1] == entry(2, 0.75)


def test_what_a_later_version_adds_to_a_line_is_ignored(tmp_path: Path) -> None:
    path = tmp_path / "zeros"
    path.write_bytes(entry(0, 0.25).model_dump_json().replace("{", '{"mood":"good",', 1).encode())
    assert read_ledger(path, "PT-7") == Ledger((entry(0, 0.25),), 0)


def test_the_entries_are_read_oldest_first_although_a_clock_was_set(tmp_path: Path) -> None:
    path = tmp_path / "zeros"
    for day in (3, 1, 2):
        note(path, entry(day, day))
    assert [each.zero_n for each in read_ledger(path, "PT-7").entries] == [1, 2, 3]


def test_a_place_that_cannot_be_written_or_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "zeros").write_bytes(b"")
    with pytest.raises(NotKept, match=r"could not be noted in .*zeros-PT-7.jsonl \("):
        note(ledger_path(tmp_path, "PT-7"), entry(0, 0.25))
    with pytest.raises(NotKept, match="cannot be read"):
        read_ledger(tmp_path, "PT-7")


def test_a_zero_has_a_time_with_its_zone_and_a_finite_force() -> None:
    with pytest.raises(ValidationError):
        entry(0, float("nan"))


def test_the_drift_is_in_newtons_a_day() -> None:
    assert drift([entry(0, 0.125), entry(1, 0.25), entry(2, 0.375)]) == Drift(0.125, 2.0, 3)


def test_one_bad_zero_does_not_move_it() -> None:
    zeros = [entry(day, 0.125 * day) for day in range(9)]
    zeros[4] = entry(4, -2.0)
    assert drift(zeros) == Drift(0.125, 8.0, 9)


def test_zeros_of_one_sitting_are_not_compared() -> None:
    """Three in a minute that differ by tilt, and one a day later."""
    zeros = [entry(0, 0.0), entry(0.0005, 0.5), entry(0.001, 0.25), entry(1.001, 0.25)]
    found = drift(zeros)
    assert isinstance(found, Drift)
    assert found.n_per_day == 0.0  # the median of −0.25, 0 and 0.25 a day


@pytest.mark.parametrize(
    "zeros",
    [
        [],
        [entry(0, 0.0), entry(5, 1.0)],
        [entry(0, 0.0), entry(0.4, 0.1), entry(0.99, 0.2)],
        [entry(0, 0.0, calibration=2), entry(1, 0.1), entry(2, 0.2)],
        [entry(0, 0.0, simulated=True), entry(1, 0.1), entry(2, 0.2)],
    ],
)
def test_too_few_zeros_that_can_be_compared_have_no_drift(zeros: list[ZeroEntry]) -> None:
    assert isinstance(drift(zeros), Unknown)


def test_the_latest_half_year_counts() -> None:
    zeros = [entry(day, 5.0 * day) for day in range(50)]
    zeros += [entry(50 + day, 0.0) for day in range(LATEST)]
    assert drift(zeros) == Drift(0.0, LATEST - 1.0, LATEST)


@given(st.lists(st.floats(-2, 2), min_size=3, max_size=30))
def test_with_a_zero_each_day_it_is_the_slope_of_theil_and_sen(zeros_n: list[float]) -> None:
    found = drift([entry(day, zero_n) for day, zero_n in enumerate(zeros_n)])
    assert isinstance(found, Drift)
    assert found.n_per_day == pytest.approx(scipy.stats.theilslopes(zeros_n, range(len(zeros_n))).slope, abs=1e-12)
