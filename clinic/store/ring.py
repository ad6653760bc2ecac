"""The system's key ring: it remembers somebody's key for a while, so that a passphrase is not typed for each command.

What it remembers opens nothing after `lock_after_min` without use, and is deleted then by whoever looks next.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final

from clinic.store.errors import Absent
from clinic.store.head import Head
from clinic.store.keys import Key
from clinic.store.opened import PrivateKey

SERVICE: Final = "palpate"


def remember(head: Head, key: PrivateKey, now: datetime) -> datetime:
    """Keep it until the clinic would be locked; returns when that is. Raises `Absent` where there is no key ring."""
    import keyring

    until = now + timedelta(minutes=head.lock_after_min)
    text = {"login": key.login, "key": b64encode(key.key).decode(), "from": now.isoformat(), "until": until.isoformat()}
    with _saying_ring():
        keyring.set_password(SERVICE, _name(head), json.dumps(text))
    return until


def recall(head: Head, now: datetime) -> PrivateKey | None:
    """What is remembered, if it is not too old; None too where there is no key ring."""
    import keyring

    try:
        with _saying_ring():
            kept = keyring.get_password(SERVICE, _name(head))
    except Absent:
        return None
    if kept is None:
        return None
    text = json.loads(kept)
    if not datetime.fromisoformat(text["from"]) <= now < datetime.fromisoformat(text["until"]):
        forget(head)
        return None
    return PrivateKey(text["login"], Key(b64decode(text["key"])))


def forget(head: Head) -> bool:
    """Delete it; whether there was one."""
    import keyring
    from keyring.errors import PasswordDeleteError

    try:
        with _saying_ring():
            keyring.delete_password(SERVICE, _name(head))
    except (Absent, PasswordDeleteError):
        return False
    return True


def _name(head: Head) -> str:
    return f"clinic {head.id}"


@contextmanager
def _saying_ring() -> Iterator[None]:
    from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordDeleteError, PasswordSetError

    try:
        yield
    except PasswordDeleteError:
        raise
    except (NoKeyringError, InitError, KeyringLocked, PasswordSetError) as error:
        raise Absent("this computer has no key ring that is open: give the passphrase with each command") from error
