from __future__ import annotations

import pytest

from protocol.errors import FrameError
from protocol.instruments.driver import Advertised, Gatt
from protocol.instruments.sig_force import DRIVER, Force
from protocol.uuids import FORCE, SERVICE
from tests.protocol.instruments.talking import block, values


@pytest.mark.parametrize(
    ("text", "force_n"),
    [("e8 03 00 00", 1.0), ("18 fc ff ff", -1.0), ("ff ff ff 7f", None), ("00 00 00 80", -2147483.648)],
)
def test_the_characteristic_is_this_force_and_the_other_way_round(text: str, force_n: float | None) -> None:
    assert Force.from_bytes(bytes.fromhex(text)).force_n == force_n
    assert bytes(Force(force_n)) == bytes.fromhex(text)


def test_a_cut_characteristic_is_refused() -> None:
    with pytest.raises(FrameError, match="4 bytes, not 3"):
        values(DRIVER.talk(), "e8 03 00")


def test_a_force_that_does_not_fit_is_not_written() -> None:
    with pytest.raises(FrameError, match="do not fit"):
        bytes(Force(3e6))


def test_values_come_at_their_arrival_and_an_unknown_one_leaves_its_slot_empty() -> None:
    talk = DRIVER.talk()
    first, unknown, beyond, later = (
        block(talk, text, arrival_s)
        for text, arrival_s in (("e8 03 00 00", 1.0), ("ff ff ff 7f", 1.1), ("00 00 00 80", 1.2), ("18 fc ff ff", 1.3))
    )
    assert first.force_n.tolist() == [1.0]
    assert (len(unknown), len(beyond)) == (0, 0)
    assert (later.index.tolist(), later.time_us.tolist(), later.force_n.tolist()) == ([3], [1_300_000], [-1.0])


def test_a_person_has_to_name_it_because_no_advertisement_tells() -> None:
    assert not DRIVER.claims(Advertised("Force", {}, frozenset({SERVICE, FORCE})))
    assert DRIVER.transport == Gatt((FORCE,))
    assert not DRIVER.ability.treats
