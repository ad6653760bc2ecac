"""How a key is kept for several people: each has a key pair behind a passphrase, and what is kept is sealed to it.

So the key of the database can change without anybody else's passphrase, and a backup opens with the passphrases of
the day it was made. Argon2id (RFC 9106), X25519 (RFC 7748), HKDF-SHA-256 (RFC 5869), AES-256-GCM (SP 800-38D).
"""

from __future__ import annotations

import os
import secrets
import unicodedata
from typing import Annotated, Final, NewType
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import Base64Bytes, ConfigDict, Field

from clinic.entries.entry import Value
from clinic.people import Login
from clinic.store.errors import NotAllowed, WrongKey

Key = NewType("Key", bytes)
"""256 random bits that encrypt one thing."""
KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12
SHORTEST_PASSPHRASE: Final = 10
"""Signs; *assumed*. Length beats rules about signs (NIST SP 800-63B), and Argon2id makes each guess dear."""


class Cost(Value):
    """What one guess of a passphrase costs; the second recommendation of RFC 9106, about 0.3 s."""

    memory_kib: Annotated[int, Field(ge=8, le=1 << 20)] = 1 << 16
    iterations: Annotated[int, Field(ge=1, le=64)] = 3
    lanes: Annotated[int, Field(ge=1, le=16)] = 4


class Door(Value):
    """One account's way in. The private key is behind its passphrase; the rest may be read by anybody."""

    model_config = ConfigDict(hide_input_in_errors=True)

    login: Login
    account: UUID
    cost: Cost
    salt: Base64Bytes
    public: Base64Bytes
    private: Base64Bytes
    """Encrypted with the passphrase."""
    sealed: Base64Bytes
    """The key of what these doors lead to, sealed to `public`."""

    def leading_to(self, key: Key) -> Door:
        """The same way in to something else."""
        return self.model_copy(update={"sealed": seal_key(key, self.public)})


def new_key() -> Key:
    """A random one."""
    return Key(secrets.token_bytes(KEY_BYTES))


def new_door(login: str, account: UUID, passphrase: str, key: Key, cost: Cost) -> Door:
    """A new key pair behind a passphrase; raises `NotAllowed` for a short one."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise NotAllowed(f"the passphrase is too short: take at least {SHORTEST_PASSPHRASE} signs, or five words")
    pair = X25519PrivateKey.generate()
    public, salt = pair.public_key().public_bytes_raw(), secrets.token_bytes(SALT_BYTES)
    private = _encrypt(_behind(passphrase, salt, cost), pair.private_bytes_raw(), login.encode() + account.bytes)
    return Door.model_construct(
        login=login,
        account=account,
        cost=cost,
        salt=salt,
        public=public,
        private=private,
        sealed=seal_key(key, public),
    )


def open_door(door: Door, passphrase: str) -> Key:
    """The account's private key; raises `WrongKey`."""
    try:
        kept = _decrypt(
            _behind(passphrase, door.salt, door.cost), door.private, door.login.encode() + door.account.bytes
        )
    except InvalidTag as error:
        raise WrongKey(
            f"this is not the passphrase of {door.login}: try again, small and large letters count"
        ) from error
    return Key(kept)


def seal_key(key: Key, public: bytes) -> bytes:
    """Encrypt a key so that only the owner of the private key can read it."""
    once = X25519PrivateKey.generate()
    own = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    return own + _encrypt(_derived(shared, own + public), key, b"")


def unseal_key(door: Door, private: Key) -> Key:
    """The key behind a door; raises `WrongKey` where the private key is another one's."""
    own, text = door.sealed[:KEY_BYTES], door.sealed[KEY_BYTES:]
    try:
        shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(own))
        return Key(_decrypt(_derived(shared, own + door.public), text, b""))
    except (InvalidTag, ValueError) as error:
        raise WrongKey("this key opens another clinic, or one from before the key was changed: unlock again") from error


def _behind(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    derivation = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.iterations, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return derivation.derive(unicodedata.normalize("NFC", passphrase).encode())  # keyboards write ü in two ways


def _derived(shared: bytes, salt: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=b"palpate key/1").derive(shared)


def _encrypt(key: bytes, text: bytes, bound_to: bytes) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, text, bound_to)


def _decrypt(key: bytes, text: bytes, bound_to: bytes) -> bytes:
    return AESGCM(key).decrypt(text[:NONCE_BYTES], text[NONCE_BYTES:], bound_to)
