from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoRing
from keyring.errors import PasswordDeleteError

from clinic.store.errors import Absent
from clinic.store.keys import open_door
from clinic.store.opened import Clinic, PrivateKey, open_clinic
from clinic.store.ring import forget, recall, remember
from tests.clinic.store.people import START, WORD


class Ring(KeyringBackend):
    """A key ring in memory, as keyring wants one."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's own
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def ring() -> Iterator[Ring]:
    before = keyring.get_keyring()
    made = Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_it_opens_the_clinic_until_nobody_used_it_for_a_while(clinic: Clinic, ring: Ring, place: Path) -> None:
    head = clinic.head
    clinic.close()
    way = PrivateKey("anna", open_door(head.door("anna"), WORD))
    assert remember(head, way, START) == START + timedelta(minutes=10)
    remembered = recall(head, START + timedelta(minutes=9.9))
    assert remembered == way
    open_clinic(place, remembered, clock=lambda: START).close()
    assert recall(head, START + timedelta(minutes=10)) is None
    assert ring.kept == {}


def test_a_clock_that_was_set_back_does_not_make_it_last_longer(clinic: Clinic, ring: Ring) -> None:
    way = PrivateKey("anna", open_door(clinic.head.door("anna"), WORD))
    remember(clinic.head, way, START)
    assert recall(clinic.head, START - timedelta(seconds=1)) is None
    assert ring.kept == {}


def test_it_is_forgotten_when_somebody_says_so(clinic: Clinic, ring: Ring) -> None:
    way = PrivateKey("anna", open_door(clinic.head.door("anna"), WORD))
    remember(clinic.head, way, START)
    assert forget(clinic.head)
    assert recall(clinic.head, START) is None
    assert not forget(clinic.head)


def test_it_remembers_neither_passphrase_nor_the_key_of_the_database(clinic: Clinic, ring: Ring) -> None:
    from base64 import b64encode

    way = PrivateKey("anna", open_door(clinic.head.door("anna"), WORD))
    remember(clinic.head, way, START)
    [text] = ring.kept.values()
    assert WORD not in text
    assert b64encode(clinic.key).decode() not in text


def test_where_there_is_no_key_ring_the_passphrase_is_asked_for(clinic: Clinic, ring: Ring) -> None:
    keyring.set_keyring(NoRing())  # type: ignore[no-untyped-call]  # keyring's own
    way = PrivateKey("anna", open_door(clinic.head.door("anna"), WORD))
    with pytest.raises(Absent, match="no key ring that is open: give the passphrase with each command"):
        remember(clinic.head, way, START)
    assert recall(clinic.head, START) is None
    assert not forget(clinic.head)
