from __future__ import annotations

from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from clinic.store.errors import NotAllowed, WrongKey
from clinic.store.keys import Cost, Door, Key, _behind, new_door, new_key, open_door, unseal_key
from tests.clinic.store.people import CHEAP, WORD

WHO = uuid4()


def test_argon2id_is_that_of_the_reference_implementation() -> None:
    """Of its own tests (phc-winner-argon2, src/test.c): version 0x13, t = 2, m = 2^8 KiB, p = 1."""
    cost = Cost(memory_kib=256, iterations=2, lanes=1)
    told = "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"
    assert _behind("password", b"somesalt", cost).hex() == told


def test_what_a_guess_costs_is_not_less_than_rfc_9106_recommends() -> None:
    assert Cost() == Cost(memory_kib=65536, iterations=3, lanes=4)


def test_a_passphrase_leads_to_the_key_and_no_other_does() -> None:
    key = new_key()
    door = new_door("anna", WHO, WORD, key, CHEAP)
    assert unseal_key(door, open_door(door, WORD)) == key
    for wrong in ("", WORD + " ", WORD.title(), WORD[:-1]):
        with pytest.raises(WrongKey, match="this is not the passphrase of anna"):
            open_door(door, wrong)


def test_a_letter_that_keyboards_write_in_two_ways_is_one() -> None:
    door = new_door("anna", WHO, "Gl\u00fcckskeks", new_key(), CHEAP)
    assert open_door(door, "Glu\u0308ckskeks")


@pytest.mark.parametrize(("passphrase", "good"), [("nine sign", False), ("ten signs.", True)])
def test_a_passphrase_has_at_least_ten_signs(passphrase: str, good: bool) -> None:
    if good:
        assert new_door("anna", WHO, passphrase, new_key(), CHEAP).login == "anna"
    else:
        with pytest.raises(NotAllowed, match="take at least 10 signs"):
            new_door("anna", WHO, passphrase, new_key(), CHEAP)


def test_a_door_leads_to_another_key_without_anybody_s_passphrase() -> None:
    first, second = new_key(), new_key()
    door = new_door("anna", WHO, WORD, first, CHEAP)
    other = door.leading_to(second)
    private = open_door(door, WORD)
    assert unseal_key(other, private) == second
    assert unseal_key(door, private) == first


def test_nobody_opens_what_is_sealed_to_somebody_else() -> None:
    door = new_door("anna", WHO, WORD, new_key(), CHEAP)
    stranger = Key(X25519PrivateKey.generate().private_bytes_raw())
    for wrong in (stranger, Key(b""), Key(b"short")):
        with pytest.raises(WrongKey):
            unseal_key(door, wrong)


def test_a_door_of_one_account_does_not_open_as_another() -> None:
    door = new_door("anna", WHO, WORD, new_key(), CHEAP)
    for other in (door.model_copy(update={"login": "ben"}), door.model_copy(update={"account": uuid4()})):
        with pytest.raises(WrongKey):
            open_door(other, WORD)


DOOR = new_door("anna", WHO, WORD, new_key(), CHEAP)


@given(st.sampled_from(["salt", "public", "private", "sealed"]), st.integers(min_value=0), st.integers(0, 7))
def test_a_door_with_one_bit_turned_over_opens_nothing(field: str, place: int, bit: int) -> None:
    content = bytearray(getattr(DOOR, field))
    content[place % len(content)] ^= 1 << bit
    changed = DOOR.model_copy(update={field: bytes(content)})
    with pytest.raises(WrongKey):
        unseal_key(changed, open_door(changed, WORD))


def test_a_door_is_read_back_from_its_file() -> None:
    assert Door.model_validate_json(DOOR.model_dump_json()) == DOOR


def test_no_two_doors_share_salt_or_key() -> None:
    one, other = (new_door("anna", WHO, WORD, new_key(), CHEAP) for _ in range(2))
    assert not {one.salt, one.public, one.private, one.sealed} & {other.salt, other.public, other.private, other.sealed}
