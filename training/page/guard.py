"""Who may see the page: whoever has the code, asks under the right name, and has not guessed too often."""

from __future__ import annotations

import hmac
import secrets
from collections import OrderedDict, deque
from collections.abc import Iterable
from enum import Enum
from ipaddress import ip_address
from typing import Final

from session.errors import InputError

LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that is read as another one."""
LENGTH: Final = 8
"""31⁸ codes, and `MOST_WRONG` guesses a minute."""
MOST_WRONG: Final = 5
"""Wrong codes from one address within `WINDOW_S`; then it gets nothing, not even for the right one."""
WINDOW_S: Final = 60.0
MOST_ADDRESSES: Final = 256
"""Addresses that are remembered; the longest known is forgotten first."""
MOST_IN_ALL: Final = 100
"""Wrong codes from all addresses within `WINDOW_S`: whoever has many addresses guesses no faster."""


class Answer(Enum):
    """What to do with a request."""

    SERVE = 200
    NOTHING = 404
    """No code, or a wrong one: as if nothing were here."""
    WRONG_NAME = 421
    """Asked under another name: a page from elsewhere that had its own name point here."""
    TOO_OFTEN = 429


def new_code() -> str:
    """A pairing code for one class."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def names(host: str, port: int) -> frozenset[str]:
    """Under which a browser may ask; raises `InputError` for an address that is not of a local network.

    Only addresses and “localhost”: a name that somebody else can point here is none of them.
    """
    try:
        address = ip_address(host)
    except ValueError as error:
        raise InputError(f"“{host}” is no address: write this computer's, as in 192.168.1.20") from error
    if address.is_unspecified or not (address.is_loopback or address.is_private):
        raise InputError(f"{host} is no address of a local network: the page is for this room alone")
    own = f"[{host}]" if address.version == 6 else host
    return frozenset({f"{own}:{port}", *({f"localhost:{port}"} if address.is_loopback else ())})


class Guard:
    """Judges requests. Time is an argument, s."""

    def __init__(self, code: str, allowed: Iterable[str]) -> None:
        self._code = code
        self._allowed = frozenset(allowed)
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()
        self._all: deque[float] = deque(maxlen=MOST_IN_ALL)

    def judge(self, address: str, host: str | None, code: str, now_s: float) -> Answer:
        """What to do with a request from `address` for `host` with this code."""
        if host is None or host.lower() not in self._allowed:
            return Answer.WRONG_NAME
        if self._too_often(address, now_s):
            return Answer.TOO_OFTEN
        if hmac.compare_digest(code.encode(), self._code.encode()):
            return Answer.SERVE
        if code:
            self._note(address, now_s)
        return Answer.NOTHING

    def _too_often(self, address: str, now_s: float) -> bool:
        own = self._wrong.get(address, deque())
        recent = sum(now_s - at_s < WINDOW_S for at_s in own)
        everybody = len(self._all) == MOST_IN_ALL and now_s - self._all[0] < WINDOW_S
        return recent >= MOST_WRONG or everybody

    def _note(self, address: str, now_s: float) -> None:
        self._wrong.setdefault(address, deque(maxlen=MOST_WRONG)).append(now_s)
        self._wrong.move_to_end(address)
        self._all.append(now_s)
        if len(self._wrong) > MOST_ADDRESSES:
            self._wrong.popitem(last=False)
