"""A clinic that is open: one program, one account, one transaction at a time, and locked again when nobody uses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Final, NamedTuple, Self, TypeAlias
from uuid import UUID

from filelock import FileLock, Timeout
from sqlalchemy import Engine, select

from clinic.people import Account
from clinic.store.cipher import engine_of, saying_database
from clinic.store.disk import saying_disk
from clinic.store.errors import Absent, Busy, Locked, NotAllowed, WrongKey
from clinic.store.head import HEAD_FILE, Head, free_name, read_head, sweep, write_head
from clinic.store.keys import Cost, Key, new_door, new_key, open_door, unseal_key
from clinic.store.migrate import is_old, upgrade
from clinic.store.schema import ACCOUNT
from clinic.store.shelf import put
from clinic.store.succession import copy_database, succeed
from clinic.store.trail import Desk, Did, note
from protocol.sentence import Sentence

LOCK_FILE: Final = "clinic.lock"

Clock: TypeAlias = Callable[[], datetime]


def utc_now() -> datetime:
    """The computer's clock."""
    return datetime.now(UTC)


class Passphrase(NamedTuple):
    """What somebody types."""

    login: str
    text: str


class PrivateKey(NamedTuple):
    """What the system's key ring remembers."""

    login: str
    key: Key


Way = Passphrase | PrivateKey
"""How somebody gets in."""


class Clinic:
    """Everything that is kept; one transaction at a time, from any thread. Made by `open_clinic` or `create_clinic`."""

    def __init__(self, folder: Path, head: Head, key: Key, guard: FileLock, clock: Clock) -> None:
        self.folder, self.head, self.clock = folder, head, clock
        self.used_at = clock()
        self._key, self._guard = key, guard
        self._engine: Engine | None = engine_of(self.database, key)
        self._account: Account | None = None
        self._turn = RLock()
        self._stays = False

    @property
    def database(self) -> Path:
        """The file that is open."""
        return self.folder / self.head.database

    @property
    def key(self) -> Key:
        """Of the database; raises `Locked`."""
        self._require_open()
        return self._key

    @property
    def account(self) -> Account:
        """Who works; raises `Locked`."""
        self._require_open()
        assert self._account is not None
        return self._account

    @property
    def is_open(self) -> bool:
        """Whether the key is still known; without asking the clock."""
        return self._engine is not None

    @contextmanager
    def work(self) -> Iterator[Desk]:
        """One transaction: all of it is kept, or nothing. Raises `Locked`, `Busy`, `NoRoom` or `Damaged`."""
        with self._turn:
            engine, now = self._require_open(), self.clock()
            self.used_at = now
            with saying_database(self.database), engine.begin() as connection:
                yield Desk(connection, self.account, now)

    def compact(self) -> None:
        """Write the file anew without what was deleted; raises `NoRoom`."""
        engine = self._require_open()
        with saying_database(self.database), engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("VACUUM")

    def keep_head(self, head: Head) -> None:
        """Replace the head; raises `NoRoom`."""
        write_head(self.folder, head)
        self.head = head

    def move_to(self, make: Callable[[Path], Head], key: Key) -> None:
        """Replace the database by the one that `make` writes with this key; everything is as before where it raises."""
        self._require_open().dispose()
        self.head = succeed(self.folder, self.head, make)
        self._key, self._engine = key, engine_of(self.database, key)

    def stay_open(self) -> None:
        """Until it is closed it does not lock: somebody is treated, and hands on a person touch no keyboard."""
        self._stays = True

    def lock_if_idle(self, now: datetime) -> bool:
        """Lock where nobody used it for a while, or the clock was set back; whether it is locked now."""
        idle = now - self.used_at
        if self.is_open and not self._stays and not timedelta(0) <= idle < timedelta(minutes=self.head.lock_after_min):
            self.close()
        return not self.is_open

    def close(self) -> None:
        """Forget the key and let other programs in."""
        if self._engine is not None:
            self._engine.dispose()
        self._engine, self._account, self._key = None, None, Key(b"")
        self._guard.release()

    def enter(self, account: UUID) -> None:
        """Note who works; raises `WrongKey` for an account that is gone."""
        engine = self._require_open()
        with saying_database(self.database), engine.begin() as connection:
            body = connection.scalar(select(ACCOUNT.c.body).where(ACCOUNT.c.id == account))
            known = Account.model_validate_json(body) if body is not None else None
            if known is None or not known.active:
                raise WrongKey(Sentence("this account is closed: ask a practitioner to open it again"))
            self._account = known
            note(Desk(connection, known, self.clock()), Did.UNLOCKED)

    def migrate(self, account: UUID) -> None:
        """Bring an older database to the present form; raises `Newer`, `Damaged` or `NoRoom`, and is as before then."""
        engine = self._require_open()
        with saying_database(self.database), engine.begin() as connection:
            old = is_old(connection, self.database)
        if old:
            self.move_to(lambda path: self._migrated(path, account), self._key)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _require_open(self) -> Engine:
        self.lock_if_idle(self.clock())
        if self._engine is None:
            raise Locked(Sentence("the clinic is locked: unlock it (palpate clinic unlock)"))
        return self._engine

    def _migrated(self, path: Path, account: UUID) -> Head:
        copy_database(self.database, self._key, path, self._key)
        engine = engine_of(path, self._key)
        try:
            with saying_database(path), engine.begin() as connection:
                upgrade(connection)
                body = connection.scalar(select(ACCOUNT.c.body).where(ACCOUNT.c.id == account))
                if body is not None:
                    note(Desk(connection, Account.model_validate_json(body), self.clock()), Did.MIGRATED)
        finally:
            engine.dispose()
        return self.head


def create_clinic(
    folder: Path, owner: Account, passphrase: str, *, cost: Cost | None = None, clock: Clock = utc_now
) -> Clinic:
    """A new one whose first account is `owner`; raises `NotAllowed`, `NoRoom` or `Busy`."""
    guard = claim(folder)
    try:
        _require_no_clinic(folder)
        key = new_key()
        door = new_door(owner.login, owner.id, passphrase, key, cost or Cost())
        head = Head(doors=(door,), database=free_name(folder))
        path = folder / head.database
        begin_database(path, key, owner, clock())
        write_head(folder, head)
        return _entered(Clinic(folder, head, key, guard, clock), owner.id)
    except BaseException:
        guard.release()
        raise


def open_clinic(folder: Path, way: Way, *, clock: Clock = utc_now) -> Clinic:
    """Open it; raises `Absent`, `WrongKey`, `Busy`, `Damaged`, `Newer` or `NoRoom`, and nothing was changed then."""
    head = read_head(folder)
    door = head.door(way.login)
    private = open_door(door, way.text) if isinstance(way, Passphrase) else way.key
    guard = claim(folder)
    try:
        head = read_head(folder)  # another program may have changed the key a moment ago
        key = unseal_key(head.door(way.login), private)
        head = sweep(folder, head)
        _require_file(folder / head.database)
        return _entered(Clinic(folder, head, key, guard, clock), door.account)
    except BaseException:
        guard.release()
        raise


def claim(folder: Path) -> FileLock:
    """The right to use the folder, for one program, until it ends in any way; raises `Busy` or `NoRoom`."""
    with saying_disk(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        guard = FileLock(folder / LOCK_FILE, timeout=0, thread_local=False)
        try:
            guard.acquire()
        except Timeout as error:
            raise Busy("another program has the clinic open: close it there, then do it again") from error
    return guard


def begin_database(path: Path, key: Key, owner: Account, now: datetime) -> None:
    """The tables and the first account."""
    with saying_disk(path):
        path.touch(mode=0o600, exist_ok=False)
    engine = engine_of(path, key)
    try:
        with saying_database(path), engine.begin() as connection:
            upgrade(connection)
            desk = Desk(connection, owner, now)
            put(desk, ACCOUNT, owner, id=owner.id, login=owner.login)
            note(desk, Did.BEGAN, owner.id)
    finally:
        engine.dispose()


def _entered(clinic: Clinic, account: UUID) -> Clinic:
    try:
        clinic.migrate(account)
        clinic.enter(account)
    except BaseException:
        clinic.close()
        raise
    return clinic


def _require_no_clinic(folder: Path) -> None:
    if (folder / HEAD_FILE).exists():
        raise NotAllowed(f"there is a clinic in {folder} already: choose another folder, or unlock it")


def _require_file(path: Path) -> None:
    if not path.exists():
        raise Absent(f"{path} is not there: restore a backup (palpate clinic restore)")
