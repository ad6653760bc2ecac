"""What can go wrong with what is kept.

StoreError (InputError)      one sentence: what happened, what is left, what to do
├── WrongKey                 passphrase, login or key ring do not open it
├── Locked                   nobody used it for a while
├── Busy                     another program has it open
├── Damaged                  bytes that nobody wrote
├── Newer                    made by a newer version of this program
├── NoRoom                   the disk is full, or refuses
├── Absent                   there is no such clinic, person or file
└── NotAllowed               a rule of the clinic, or of this account
"""

from __future__ import annotations

from session.errors import InputError


class StoreError(InputError):
    """Root of what this package raises; nothing in its text is about a person."""


class WrongKey(StoreError):
    """Passphrase, login or key ring do not open it."""


class Locked(StoreError):
    """Nobody used it for a while."""


class Busy(StoreError):
    """Another program has it open."""


class Damaged(StoreError):
    """Bytes that nobody wrote."""


class Newer(StoreError):
    """Made by a newer version of this program."""


class NoRoom(StoreError):
    """The disk is full, or refuses; what was there before is as it was."""


class Absent(StoreError):
    """There is no such clinic, person or file."""


class NotAllowed(StoreError):
    """A rule of the clinic, or of this account."""
