"""`palpate clinic`: its commands."""

from __future__ import annotations

import click

from palpate.clinic.copies import backup, export, import_, restore
from palpate.clinic.keys import accounts, change_key, init, lock, unlock
from palpate.clinic.people import people
from palpate.clinic.removal import delete
from palpate.clinic.trail import audit


@click.group()
def clinic() -> None:
    """Keep people encrypted: accounts, keys, backups, deletion, and who saw what (docs/clinic-data.md)."""


for _command in (init, unlock, lock, change_key, accounts, people, backup, restore, export, import_, delete, audit):
    clinic.add_command(_command)
