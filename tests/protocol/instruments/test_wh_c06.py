from __future__ import annotations

import pytest

from protocol.errors import FrameError, NotOffered
from protocol.instruments.driver import Action, Advertised, Adverts, Told
from protocol.instruments.wh_c06 import COMPANY, DRIVER, Shown, Unit, WhC06Talk, wh_c06
from tests.protocol.instruments.talking import block, values

SEEN = "02 03 11 2a c0 19 11 23 e1 01 04 d2 01 f4 01 d4 cb"
"""Looks captured, with a weight put in (open-source mock of the maker's scale)."""


def weighing(two_bytes: str, state: str = "11") -> str:
    """An advertisement with these bytes at 10 and 11 and this state."""
    return " ".join(["00"] * 10 + [two_bytes, "00 00", state, "00 00"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("00 " * 10 + "04 d2", (12.34, None, None)),
        (SEEN, (12.34, False, 1)),
        (weighing("1d 7e"), (75.50, True, 1)),
        (weighing("1d e2"), (76.50, True, 1)),
        (weighing("1b 58", "01"), (70.00, False, 1)),
        (weighing("3a 98", "22"), (150.00, True, 2)),
        (weighing("ff 6a"), (-1.50, True, 1)),
    ],
)
def test_an_advertisement_says_this(text: str, shown: tuple[float, bool | None, int | None]) -> None:
    assert Shown.from_bytes(bytes.fromhex(text)) == shown


def test_who_reads_weights_as_unsigned_gets_no_negative_ones() -> None:
    assert Shown.from_bytes(bytes.fromhex(weighing("ff 6a")), signed=False).value == 653.86


@pytest.mark.parametrize("shown", [Shown(12.34, True, 1), Shown(-1.5, False, 4), Shown(70.0, None, None)])
def test_what_is_written_is_read_again(shown: Shown) -> None:
    assert Shown.from_bytes(bytes(shown)) == shown


@pytest.mark.parametrize("text", ["", "00 " * 11])
def test_bytes_without_a_weight_are_refused(text: str) -> None:
    with pytest.raises(FrameError, match="a weight ends at byte 12"):
        values(WhC06Talk(), text)


def test_every_advertisement_is_a_reading_at_its_arrival_also_one_that_repeats_the_last() -> None:
    talk = WhC06Talk()
    blocks = [block(talk, SEEN, arrival_s) for arrival_s in (3.0, 3.4, 4.1)]
    assert [int(each.index[0]) for each in blocks] == [0, 1, 2]
    assert [int(each.time_us[0]) for each in blocks] == [3_000_000, 3_400_000, 4_100_000]
    assert blocks[0].force_n == pytest.approx([12.34 * 9.80665], abs=1e-4)


def test_the_unit_of_the_display_is_told_when_it_changes_and_changes_no_reading() -> None:
    talk = WhC06Talk()
    first = values(talk, weighing("04 d2", "11"))
    assert first[:-1] == [Told("unit on the display", "kg")]
    assert values(talk, weighing("04 d2", "01"))[:-1] == []
    assert values(talk, weighing("04 d2", "12"))[:-1] == [Told("unit on the display", "lb")]
    assert values(talk, weighing("04 d2", "19"))[:-1] == [Told("unit on the display", "unknown (9)")]
    assert block(talk, weighing("04 d2", "12")).force_n == pytest.approx([12.34 * 9.80665], abs=1e-4)


@pytest.mark.parametrize(
    ("unit", "newtons"),
    [(Unit.KG, 98.0665), (Unit.LB, 44.4822162), (Unit.ST, 622.751026), (Unit.JIN, 49.03325)],
)
def test_who_knows_better_names_the_unit(unit: Unit, newtons: float) -> None:
    talk = wh_c06("wh-c06-other", unit=unit).talk()
    assert block(talk, weighing("03 e8")).force_n == pytest.approx([newtons], abs=1e-4)


def test_nothing_can_be_written_to_it() -> None:
    talk = WhC06Talk()
    talk.sent(b"anything")
    assert talk.open() == ()
    with pytest.raises(NotOffered, match=r"^a WH-C06 has no command to tare: do it on the instrument itself$"):
        talk.command(Action.TARE)


@pytest.mark.parametrize(
    ("name", "manufacturer", "ours"),
    [
        ("IF_B7", {}, True),
        ("", {COMPANY: bytes(15)}, True),
        ("", {COMPANY: bytes(14)}, False),
        ("IF_B8", {0x0101: bytes(17)}, False),
    ],
)
def test_it_is_known_by_its_name_or_by_what_it_says(name: str, manufacturer: dict[int, bytes], ours: bool) -> None:
    assert DRIVER.claims(Advertised(name, manufacturer, frozenset())) is ours


def test_it_is_listened_to_old_after_five_seconds_and_too_slow_for_slopes() -> None:
    ability = DRIVER.ability
    assert DRIVER.transport == Adverts((256,))
    assert (ability.stale_s, ability.rate_hz, ability.period_us, ability.treats) == (5.0, None, 1_000_000, False)
    assert "slopes and fall times: not available, readings have only the time of their arrival" in map(
        str, ability.lacks
    )
