"""`palpate clinic backup`, `restore`, `export` and `import`."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Unpack
from uuid import UUID
from zipfile import ZipFile

import click

from clinic.store import backup as backups
from clinic.store import transfer
from clinic.store.clients import client_called
from clinic.store.intake import is_plain, open_zip, take_in
from clinic.store.keys import Cost, new_door, new_key
from clinic.store.opened import Clinic, Passphrase
from clinic.store.restore import Target
from clinic.store.restore import restore as put_back
from clinic.store.sealed import Envelope, SealedHead, read_envelope
from palpate import options
from palpate.clinic.door import FILE, RECOVERY, DoorOptions, clinic_folder, door, opened, passphrase

EXPORTED: Final = "export"
"""The login of an export that has a passphrase of its own."""


@click.command()
@click.option("-o", "--out", type=FILE, help="The new file, on another disk if you can.")
@door
def backup(out: Path | None, **given: Unpack[DoorOptions]) -> None:
    """Write everything, records too, into one encrypted file, and read it back."""
    name = f"palpate-{datetime.now(UTC):%Y-%m-%dT%H-%M-%S}{backups.SUFFIX}"
    path = (out or Path(name)).absolute()
    with opened(**given) as clinic:
        made = backups.back_up(clinic, path, options.records_folder(given["folder"]), _tell)
    click.echo(f"{path}: read back and whole; {len(made.records)} records, audit trail up to line {made.lines}.")
    for name in made.missing:
        click.echo(f"palpate: the record {name} was not there any more", err=True)


@click.command()
@click.argument("file", type=FILE)
@click.option("--replace", is_flag=True, help="Set the clinic that is there aside; it is not deleted.")
@click.option("--check", is_flag=True, help="Only read every byte of FILE.")
@door
def restore(file: Path, replace: bool, check: bool, **given: Unpack[DoorOptions]) -> None:
    """Put the backup FILE in its place, once every byte of it was read; passphrases are those of its day."""
    envelope = read_envelope(file)
    way = _way(envelope, given)
    if check:
        found = backups.read_backup(envelope, envelope.key(way.login, way.text), _tell)
        click.echo(f"{file}: whole; of {envelope.head.made_at:%Y-%m-%d %H:%M} UTC, {len(found.records)} records.")
        return
    target = Target(clinic_folder(given["folder"]), options.records_folder(given["folder"]), replace)
    done = put_back(file, way, target, progress=_tell)
    click.echo(f"Restored, as it was on {envelope.head.made_at:%Y-%m-%d %H:%M} UTC.")
    if done.aside:
        click.echo(f"What was there before is kept: {done.aside} and the database that it names.")
    for name in done.other_records:
        click.echo(f"palpate: {name} is there with another content and was left as it is", err=True)


@click.command()
@click.option("-o", "--out", type=FILE, required=True, help="The new file.")
@click.option("--client", "pseudonym", help="One person only, for instance to hand it over.")
@click.option("--open", "plain", is_flag=True, help="Not encrypted: a zip that anybody can read.")
@click.option("--new-passphrase-file", type=FILE, help="For --hand-over: its first line; for scripts.")
@click.option("--hand-over", is_flag=True, help="With a passphrase of its own, for somebody else.")
@door
def export(
    out: Path,
    pseudonym: str | None,
    plain: bool,
    new_passphrase_file: Path | None,
    hand_over: bool,
    **given: Unpack[DoorOptions],
) -> None:
    """Write everything as JSON (docs/clinic-data.md), encrypted for those who work here."""
    text = passphrase("New passphrase of the export", new_passphrase_file, new=True) if hand_over else None
    with opened(**given) as clinic:
        client = _called(clinic, pseudonym)
        with transfer.plain_zip(out) if plain else _sealed(clinic, out, text) as content:
            count = transfer.write_export(clinic, content, options.records_folder(given["folder"]), client)
    click.echo(f"{out}: {count} values{', readable for anybody' if plain else ''}.")


@click.command("import")
@click.argument("file", type=FILE)
@click.option("--file-passphrase", type=FILE, help="FILE's own passphrase is the first line of this one; for scripts.")
@door
def import_(file: Path, file_passphrase: Path | None, **given: Unpack[DoorOptions]) -> None:
    """Take in what the export FILE holds and this clinic does not; nothing here is changed."""
    records = options.records_folder(given["folder"])
    with opened(**given) as clinic:
        if is_plain(file):
            with open_zip(file) as content:
                came = take_in(clinic, content, records)
        else:
            envelope = read_envelope(file)
            way = _way(envelope, {**given, "passphrase_file": file_passphrase})
            with backups.opened_zip(envelope, envelope.key(way.login, way.text)) as content:
                came = take_in(clinic, content, records)
    click.echo(f"{came.new} new, {came.same} the same, {came.kept_ours} left as they are here, {came.records} records.")


def _sealed(clinic: Clinic, out: Path, text: str | None) -> AbstractContextManager[ZipFile]:
    key = new_key()
    if text is None:
        doors = tuple(each.leading_to(key) for each in clinic.head.doors)
    else:
        doors = (new_door(EXPORTED, clinic.head.id, text, key, Cost()),)
    head = SealedHead(kind="export", made_at=clinic.clock(), clinic=clinic.head.id, doors=doors)
    return backups.new_zip(out, head, key, lambda _part: None)


def _called(clinic: Clinic, pseudonym: str | None) -> UUID | None:
    if pseudonym is None:
        return None
    with clinic.work() as desk:
        return client_called(desk, pseudonym)


def _way(envelope: Envelope, given: DoorOptions) -> Passphrase:
    logins = [each.login for each in envelope.head.doors if each.login != RECOVERY]
    login = given["login"] or logins[0]
    return Passphrase(login, passphrase(f"Passphrase of {login}, of the day of the file", given["passphrase_file"]))


def _tell(text: str) -> None:
    click.echo(f"palpate: {text}", err=True)
