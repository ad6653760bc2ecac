from __future__ import annotations

import pytest

from session.errors import InputError
from session.offline.columns import Columns, Places, find_columns, is_unit_row
from session.offline.request import TableFormat
from session.offline.units import Unit


def found(*header: str, column: str | None = None, unit: Unit | None = None, below: tuple[str, ...] = ()) -> Columns:
    return find_columns(header, TableFormat(column=column, unit=unit), below)


def test_time_and_force_are_known_by_their_usual_names() -> None:
    assert found("time_s", "force_n")[1:] == (Places(0, (1,)), 1e6, 1.0, ())
    assert found("Weight (kg)", "Timestamp")[1:] == (Places(1, (0,)), 1e6, 9.80665, ())
    assert found("t", "x", "Load [lb]")[1:] == (Places(0, (2,)), 1e6, 4.4482216152605, ())


@pytest.mark.parametrize(
    ("heading", "microseconds"),
    [("t [ms]", 1000), ("time_ms", 1000), ("t (us)", 1), ("t_µs", 1), ("T [\u03bcs]", 1), ("time (sec)", 1e6)],
)
def test_a_time_may_be_in_smaller_units_than_seconds(heading: str, microseconds: float) -> None:
    assert found(heading, "force_n").microseconds_per_unit == microseconds


@pytest.mark.parametrize("heading", ["t [min]", "time_h", "clock"])
def test_a_time_in_another_unit_is_not_taken_for_seconds(heading: str) -> None:
    with pytest.raises(InputError, match="name it time_s or time_ms, or give --rate"):
        found(heading, "force_n")


@pytest.mark.parametrize("heading", ["Force, kgf", "F/kgf", "f / kgf", "force in kgf", "force_kgf", "Force(kgf)"])
def test_a_unit_may_stand_behind_the_name_in_many_ways(heading: str) -> None:
    assert found("t", heading).newtons_per_unit == 9.80665


def test_units_may_stand_in_the_row_below() -> None:
    columns = found("t", "force", below=("ms", "[kgf]"))
    assert (columns.microseconds_per_unit, columns.newtons_per_unit) == (1000, 9.80665)
    assert columns.notes == ("the row below the header gives the unit: kgf",)
    assert found("t", "force_n", below=("s", "N")).notes == ()
    won = found("t", "force", unit=Unit.NEWTON, below=("s", "lbs"))
    assert (won.newtons_per_unit, won.notes) == (1.0, ("--unit N wins over [lbs] in the row below the header",))


def test_a_header_and_the_row_below_must_agree() -> None:
    with pytest.raises(InputError, match=r"different units \(n, kgf\)"):
        found("t", "force_n", below=("s", "kgf"))
    with pytest.raises(InputError, match="time is in s, the row below it ms: make them agree"):
        found("t_s", "force_n", below=("ms", "N"))


@pytest.mark.parametrize(
    ("cells", "units"),
    [(("s", "N"), True), (("[ms]", ""), True), (("", "(lbf)"), True), (("0", "N"), False), (("s", "1,5"), False)],
)
def test_a_row_of_units_names_one_and_has_no_number(cells: tuple[str, ...], units: bool) -> None:
    assert is_unit_row(cells, Places(0, (1,))) is units
    assert not is_unit_row(("V", "raw"), Places(0, (1,)))


def test_with_a_rate_no_time_is_needed() -> None:
    assert find_columns(["force_n"], TableFormat(rate_hz=50)).places == Places(None, (0,))


def test_a_rate_that_wins_over_a_column_of_times_says_so() -> None:
    columns = find_columns(["time_ms", "force_n"], TableFormat(rate_hz=50))
    assert (columns.places, columns.notes) == (Places(None, (1,)), ("--rate wins over the column 'time_ms'",))
    assert find_columns(["x", "force_n"], TableFormat(rate_hz=50)).notes == ()
    assert find_columns(["time_ms", "force_n"], TableFormat()).notes == ()


def test_a_component_that_is_named_twice_is_an_error() -> None:
    with pytest.raises(InputError, match="--column Fx,FX names a column twice"):
        found("t", "Fx [N]", "Fy [N]", column="Fx,FX")


def test_a_vector_is_named_by_its_components_before_the_unit() -> None:
    columns = found("t", "Fx [N]", "Fy [N]", "Fz [N]", "Mx [Nm]", column="Fx,Fy, fz")
    assert (columns.places.forces, columns.newtons_per_unit, columns.notes) == ((1, 2, 3), 1.0, ())


def test_a_given_unit_wins_over_the_header_and_says_so_once() -> None:
    columns = found("t", "Fx [N]", "Fy [N]", column="Fx,Fy", unit=Unit.POUND_FORCE)
    assert columns.newtons_per_unit == 4.4482216152605
    assert columns.notes == ("--unit lbf wins over [N] in the header",)
    assert found("t", "force_kg", unit=Unit.KILOGRAM_FORCE).notes == ()


def test_a_number_without_unit_is_never_guessed() -> None:
    with pytest.raises(InputError, match="give --unit N, kgf, lbf or g"):
        found("t", "force")
    with pytest.raises(InputError, match="give --unit"):
        found("t", "force [V]")
    assert found("t", "force", unit=Unit.GRAM_FORCE).newtons_per_unit == 0.00980665


def test_components_in_different_units_need_one() -> None:
    with pytest.raises(InputError, match="different units"):
        found("t", "Fx [N]", "Fy [kN]", column="Fx,Fy")


@pytest.mark.parametrize(
    ("header", "column", "text"),
    [
        (("t", "pressure"), None, "no column is called force: choose with --column one of 't', 'pressure'"),
        (("t", "force_n", "load_n"), None, "2 columns are called force"),
        (("t", "force_n"), "fx", "there is no column 'fx'"),
        (("t", "Fx [N]", "Fx [lb]"), "Fx", "2 columns are called 'Fx': write the whole heading"),
        (("0.0", "1.5"), None, "there is no header"),
    ],
)
def test_a_doubt_is_an_error_that_says_what_to_do(header: tuple[str, ...], column: str | None, text: str) -> None:
    with pytest.raises(InputError) as caught:
        found(*header, column=column)
    assert text in str(caught.value)


def test_the_whole_heading_tells_columns_of_one_name_apart() -> None:
    assert found("t", "Fx [N]", "Fx [lb]", column="Fx [lb]").places.forces == (2,)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("N", Unit.NEWTON), ("kN", Unit.KILONEWTON), ("mN", Unit.MILLINEWTON), ("KG", Unit.KILOGRAM_FORCE)],
)
def test_units_are_known_by_how_people_write_them(text: str, unit: Unit) -> None:
    assert Unit.named(text) is unit


def test_mega_is_not_milli() -> None:
    assert Unit.named("MN") is None
    assert Unit.named("Nm") is None


def test_an_exported_record_is_told_to_be_measured_itself() -> None:
    (note,) = find_columns(["index", "time_s", "force_n", "lost_before"], TableFormat()).notes
    assert note.endswith("short losses are bridged; analyse the record itself to have them all")
