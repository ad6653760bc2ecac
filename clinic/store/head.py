"""The one small file that says where a clinic's data are and who has a key; whatever changes, changes by replacing it.

It names nobody who was treated. Only files that it names are ever deleted: `coming`, which was being made and was not
finished, and `former`, which another one has taken the place of.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Literal
from uuid import UUID, uuid4

from pydantic import Field, StringConstraints, ValidationError

from clinic.entries.entry import Value
from clinic.people import Login
from clinic.store.disk import UNFINISHED, saying_disk, whole_file
from clinic.store.errors import Absent, Damaged, Newer, WrongKey
from clinic.store.keys import Door

HEAD_FILE: Final = "clinic.json"
FORMAT: Final = "palpate.clinic/1"
FAMILY: Final = "palpate.clinic/"

FileName = Annotated[str, StringConstraints(pattern=r"^clinic-[0-9]{1,9}\.db$")]


class Head(Value):
    """What can be read without a key."""

    format: Literal["palpate.clinic/1"] = "palpate.clinic/1"
    id: UUID = Field(default_factory=uuid4)
    database: FileName = "clinic-1.db"
    doors: tuple[Door, ...] = Field(min_length=1)
    lock_after_min: Annotated[float, Field(gt=0, le=24 * 60)] = 10.0
    """Without use; *assumed*: a walk to the next room is shorter, a lunch is longer."""
    erased: tuple[UUID, ...] = ()
    """Who was deleted: a backup that is restored must not bring them back. An id leads to nobody."""
    coming: FileName | None = None
    """Being made; not finished while it stands here."""
    former: FileName | None = None
    """Another one took its place; to be deleted."""

    def door(self, login: Login) -> Door:
        """The way in of an account; raises `WrongKey`."""
        for door in self.doors:
            if door.login == login:
                return door
        known = ", ".join(door.login for door in self.doors)
        raise WrongKey(f"nobody here is called {login}: there are {known}")

    def with_door(self, door: Door) -> Head:
        """One more way in, or a new one of the same account."""
        others = tuple(each for each in self.doors if each.account != door.account)
        return self.model_copy(update={"doors": (*others, door)})

    def without(self, account: UUID) -> Head:
        """Without the way in of this account."""
        return self.model_copy(update={"doors": tuple(each for each in self.doors if each.account != account)})


def read_head(folder: Path) -> Head:
    """Read it; raises `Absent`, `Newer` or `Damaged`."""
    path = folder / HEAD_FILE
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise Absent(f"there is no clinic in {folder}: “palpate clinic init” makes one") from error
    except OSError as error:
        raise Damaged(f"{path} cannot be read ({error.strerror}): ask whoever looks after this computer") from error
    try:
        return Head.model_validate_json(content)
    except ValidationError as error:
        if FAMILY.encode() in content and FORMAT.encode() not in content:
            raise Newer(
                f"{path} was made by a newer version of this program: update it, nothing was changed"
            ) from error
        raise Damaged(f"{path} is damaged; nothing was changed: restore a backup (palpate clinic restore)") from error


def write_head(folder: Path, head: Head) -> None:
    """Replace it, all or nothing; raises `NoRoom`."""
    with whole_file(folder / HEAD_FILE, over=True) as file:
        file.write(head.model_dump_json(indent=1).encode() + b"\n")


def free_name(folder: Path) -> FileName:
    """A name that no database has."""
    number = 1
    while (folder / f"clinic-{number}.db").exists():
        number += 1
    return f"clinic-{number}.db"


def sweep(folder: Path, head: Head) -> Head:
    """Delete what an interrupted change left, of databases only those that it names; returns the head as it is then."""
    for unfinished in folder.glob(UNFINISHED):
        unfinished.unlink(missing_ok=True)
    leftovers = [name for name in (head.coming, head.former) if name is not None and name != head.database]
    if not leftovers:
        return head
    for name in leftovers:
        remove_database(folder / name)
    clean = head.model_copy(update={"coming": None, "former": None})
    write_head(folder, clean)
    return clean


def remove_database(path: Path) -> None:
    """Delete a database and what SQLite keeps beside it; raises `NoRoom`."""
    with saying_disk(path):
        for name in (path, path.with_name(f"{path.name}-journal")):
            name.unlink(missing_ok=True)
