"""`palpate clinic init`, `unlock`, `lock`, `change-key` and `accounts`."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Final, Unpack

import click

from clinic.people import SIGNS, Account
from clinic.screening.answers import Role
from clinic.store import accounts as store
from clinic.store.head import read_head
from clinic.store.keys import open_door
from clinic.store.new_key import change_key as new_key
from clinic.store.opened import Clinic, PrivateKey, create_clinic, open_clinic, utc_now
from clinic.store.ring import forget, remember
from palpate import options
from palpate.clinic.documents import AccountDocument, AccountsDocument
from palpate.clinic.door import FILE, RECOVERY, DoorOptions, clinic_folder, door, made, only_login, opened, passphrase

RECOVERY_SIGNS: Final = 25
"""125 random bits."""


@click.command()
@click.option("--login", required=True, help="What you are called at the door: a short word in lower case.")
@click.option("--name", required=True, help="Your name, as charts and visits show it.")
@click.option("--lock-after", "minutes", type=click.FloatRange(1, 24 * 60), default=10.0, help="Minutes without use.")
@click.option("--passphrase-file", type=FILE, help="The passphrase is its first line; for scripts.")
@options.data
def init(login: str, name: str, minutes: float, passphrase_file: Path | None, folder: Path | None) -> None:
    """Make an encrypted clinic with you as its first practitioner, and print its recovery code once."""
    place = clinic_folder(folder)
    owner = made(Account, login=login, name=name, role=Role.PRACTITIONER)
    text = passphrase(f"New passphrase of {login}", passphrase_file, new=True)
    code = _code()
    with create_clinic(place, owner, text) as clinic:
        clinic.keep_head(clinic.head.model_copy(update={"lock_after_min": minutes}))
        store.add_account(clinic, Account(login=RECOVERY, name="Recovery code", role=Role.PRACTITIONER), code)
    click.echo(f"The clinic is in {place}. It locks after {minutes:g} minutes without use.")
    click.echo(f"Recovery code: {code}")
    click.echo(
        f"Write it down and keep it away from this computer: without passphrase and code (--as {RECOVERY}) "
        "nobody can ever read what you keep."
    )


@click.command()
@click.option("--as", "login", metavar="LOGIN", envvar="PALPATE_LOGIN", help="Who you are, where several can be.")
@click.option("--passphrase-file", type=FILE, help="The passphrase is its first line; for scripts.")
@options.data
def unlock(login: str | None, passphrase_file: Path | None, folder: Path | None) -> None:
    """Let the system's key ring remember you until nobody used the clinic for a while."""
    place = clinic_folder(folder)
    head = read_head(place)
    known = head.door(login or only_login(head))
    private = open_door(known, passphrase(f"Passphrase of {known.login}", passphrase_file))
    way = PrivateKey(known.login, private)
    with open_clinic(place, way) as clinic:
        until = remember(clinic.head, way, utc_now())
    click.echo(f"Unlocked for {known.login} until {until.astimezone():%H:%M}, and longer with each use.")


@click.command()
@options.data
def lock(folder: Path | None) -> None:
    """Forget who was remembered."""
    forget(read_head(clinic_folder(folder)))
    click.echo("Locked.")


@click.command("change-key")
@click.option(
    "--passphrase", "whose", metavar="LOGIN", help="Give LOGIN a new passphrase instead of all data a new key."
)
@click.option("--new-passphrase-file", type=FILE, help="The new one is its first line; for scripts.")
@door
def change_key(whose: str | None, new_passphrase_file: Path | None, **given: Unpack[DoorOptions]) -> None:
    """Encrypt everything with a new key; passphrases stay. With --passphrase, only set a new passphrase.

    A new key is for the case that somebody left or a computer was lost. Backups keep the keys they were made with.
    """
    with opened(**given) as clinic:
        if whose is None:
            new_key(clinic)
            click.echo("Everything is encrypted with a new key; passphrases are as before.")
        else:
            text = passphrase(f"New passphrase of {whose}", new_passphrase_file, new=True)
            store.set_passphrase(clinic, whose, text)
            click.echo(f"{whose} has a new passphrase; the old one opens only backups made before.")


@click.group(invoke_without_command=True)
@options.as_json
@door
@click.pass_context
def accounts(context: click.Context, as_json: bool, **given: Unpack[DoorOptions]) -> None:
    """Show who works here; `add` somebody, or `close` an account."""
    context.obj = given
    if context.invoked_subcommand is None:
        with opened(**given) as clinic:
            _document(clinic) if as_json else _show(clinic)


@accounts.command()
@click.argument("login")
@click.option("--name", required=True, help="As charts and visits show it.")
@click.option("--trainee", is_flag=True, help="Clears, exports and deletes nothing.")
@click.option("--new-passphrase-file", type=FILE, help="Their passphrase is its first line; for scripts.")
@click.pass_obj
def add(given: DoorOptions, login: str, name: str, trainee: bool, new_passphrase_file: Path | None) -> None:
    """Let somebody in; the passphrase is theirs to type."""
    account = made(Account, login=login, name=name, role=Role.TRAINEE if trainee else Role.PRACTITIONER)
    with opened(**given) as clinic:
        store.add_account(clinic, account, passphrase(f"New passphrase of {login}", new_passphrase_file, new=True))
        _show(clinic)


@accounts.command()
@click.argument("login")
@click.pass_obj
def close(given: DoorOptions, login: str) -> None:
    """Let somebody in no more; their name stays in the audit trail. Give everything a new key afterwards."""
    with opened(**given) as clinic:
        store.close_account(clinic, login)
        _show(clinic)


def _show(clinic: Clinic) -> None:
    with clinic.work() as desk:
        for each in store.accounts(desk):
            click.echo(f"{each.login:<16} {each.role:<13} {each.name}{'' if each.active else ' (closed)'}")


def _document(clinic: Clinic) -> None:
    with clinic.work() as desk:
        known = tuple(AccountDocument.model_validate(each) for each in store.accounts(desk))
    click.echo(AccountsDocument(accounts=known).to_json())


def _code() -> str:
    signs = "".join(secrets.choice(SIGNS) for _ in range(RECOVERY_SIGNS))
    return "-".join(signs[start : start + 5] for start in range(0, RECOVERY_SIGNS, 5))
