from __future__ import annotations

import pytest

from session.errors import InputError
from session.offline.columns import Columns, find_columns
from session.offline.request import TableFormat
from session.offline.units import Unit


def found(*header: str, column: str | None = None, unit: Unit | None = None) -> Columns:
    return find_columns(list(header), TableFormat(column=column, unit=unit))


def test_time_and_force_are_known_by_their_usual_names() -> None:
    assert found("time_s", "force_n")[1:4] == (0, (1,), 1.0)
    assert found("Weight (kg)", "Timestamp")[1:4] == (1, (0,), 9.80665)
    assert found("t", "x", "Load [lb]")[1:4] == (0, (2,), 4.4482216152605)


@pytest.mark.parametrize("heading", ["t [ms]", "time_ms", "clock"])
def test_a_time_in_another_unit_is_not_taken_for_seconds(heading: str) -> None:
    with pytest.raises(InputError, match="time_s, or give --rate"):
        found(heading, "force_n")


def test_with_a_rate_no_time_is_needed() -> None:
    assert find_columns(["force_n"], TableFormat(rate_hz=50)).time is None


def test_a_vector_is_named_by_its_components_before_the_unit() -> None:
    columns = found("t", "Fx [N]", "Fy [N]", "Fz [N]", "Mx [Nm]", column="Fx,Fy, fz")
    assert (columns.forces, columns.newtons_per_unit, columns.notes) == ((1, 2, 3), 1.0, ())


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
    assert found("t", "Fx [N]", "Fx [lb]", column="Fx [lb]").forces == (2,)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("N", Unit.NEWTON), ("kN", Unit.KILONEWTON), ("mN", Unit.MILLINEWTON), ("KG", Unit.KILOGRAM_FORCE)],
)
def test_units_are_known_by_how_people_write_them(text: str, unit: Unit) -> None:
    assert Unit.named(text) is unit


def test_mega_is_not_milli() -> None:
    assert Unit.named("MN") is None
    assert Unit.named("Nm") is None
