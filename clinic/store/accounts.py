"""Who works here, and their passphrases."""

from __future__ import annotations

from sqlalchemy import select

from clinic.people import Account
from clinic.store.errors import Absent, NotAllowed
from clinic.store.keys import Cost, new_door
from clinic.store.opened import Clinic
from clinic.store.schema import ACCOUNT
from clinic.store.shelf import changed_fields, put, replace
from clinic.store.trail import Desk, Did, note


def accounts(desk: Desk) -> tuple[Account, ...]:
    """All, those that are closed too."""
    bodies = desk.connection.scalars(select(ACCOUNT.c.body).order_by(ACCOUNT.c.login))
    return tuple(Account.model_validate_json(body) for body in bodies)


def account_of(desk: Desk, login: str) -> Account:
    """One; raises `Absent`."""
    for account in accounts(desk):
        if account.login == login:
            return account
    raise Absent(f"nobody here is called {login}: look at the list (palpate clinic accounts)")


def add_account(clinic: Clinic, account: Account, passphrase: str, cost: Cost | None = None) -> None:
    """Somebody new, by a practitioner; raises `NotAllowed`."""
    door = new_door(account.login, account.id, passphrase, clinic.key, cost or Cost())
    with clinic.work() as desk:
        desk.require_practitioner("open accounts")
        put(desk, ACCOUNT, account, id=account.id, login=account.login)
        note(desk, Did.ADDED, account.id, f"account: {account.role}")
    clinic.keep_head(clinic.head.with_door(door))


def close_account(clinic: Clinic, login: str) -> None:
    """Whoever leaves gets in no more; raises `NotAllowed` for the last practitioner. Change the key afterwards."""
    with clinic.work() as desk:
        desk.require_practitioner("close accounts")
        old = account_of(desk, login)
        left = [each for each in accounts(desk) if each.active and each.role == "practitioner" and each.id != old.id]
        if not left:
            raise NotAllowed(
                "this is the last practitioner, and somebody has to be able to get in: open another one first"
            )
        new = old.model_copy(update={"active": False, "version": old.version + 1})
        replace(desk, ACCOUNT, ACCOUNT.c.id == old.id, new, old.version)
        note(desk, Did.CHANGED, old.id, f"account: {changed_fields(old, new)}")
    clinic.keep_head(clinic.head.without(old.id))


def set_passphrase(clinic: Clinic, login: str, passphrase: str, cost: Cost | None = None) -> None:
    """A new passphrase, one's own or, by a practitioner, somebody else's; the old one opens nothing any more."""
    account = _whose(clinic, login)
    door = new_door(account.login, account.id, passphrase, clinic.key, cost or Cost())
    with clinic.work() as desk:
        note(desk, Did.CHANGED_KEY, account.id, "passphrase")
    clinic.keep_head(clinic.head.with_door(door))


def _whose(clinic: Clinic, login: str) -> Account:
    with clinic.work() as desk:
        if login != clinic.account.login:
            desk.require_practitioner("set other people's passphrases")
        account = account_of(desk, login)
        if not account.active:
            raise NotAllowed(f"the account {login} is closed")
        return account
