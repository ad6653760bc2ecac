"""A small clinic for tests: cheap passphrases, a clock that stands still until it is moved, people with a past."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from clinic.people import Account, Client, Point
from clinic.screening.answers import Role, Side, Spot
from clinic.store import cipher
from clinic.store.cipher import SETTINGS
from clinic.store.clients import add_client
from clinic.store.history import add_point, add_visit, observe
from clinic.store.keys import Cost
from clinic.store.opened import Clinic, Passphrase, create_clinic, open_clinic
from clinic.visits import HoldResult, PainScore, Phase, Response, Visit

CHEAP: Final = Cost(memory_kib=8, iterations=1, lanes=1)
ANNA: Final = Account(login="anna", name="Anna Petrosyan", role=Role.PRACTITIONER)
BEN: Final = Account(login="ben", name="Ben Okafor", role=Role.TRAINEE)
WORD: Final = "correct horse battery"
BEN_WORD: Final = "trainee of the week"
NECK: Final = Spot(site="upper-trapezius", side=Side.LEFT)
START: Final = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


class Clock:
    """Tells the time that somebody set."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_min(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


def wait_for_no_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Databases are left to the system: that what is kept is on the disk is told in tests of the store."""
    settings = (each.replace("synchronous = FULL", "synchronous = OFF") for each in SETTINGS)
    monkeypatch.setattr(cipher, "SETTINGS", tuple(settings))


def begun(folder: Path, clock: Clock | None = None) -> Clinic:
    return create_clinic(folder, ANNA, WORD, cost=CHEAP, clock=clock or Clock())


def again(folder: Path, clock: Callable[[], datetime] | None = None, login: str = "anna", word: str = WORD) -> Clinic:
    return open_clinic(folder, Passphrase(login, word), clock=clock or Clock())


def zoe() -> Client:
    return Client(name="Zoë Quaife", born=date(1961, 3, 7), contact="0151 7734", note="sleeps badly on the left")


def treated(clinic: Clinic, client: Client, visits: int = 1, record: str = "2026-11-23_a.mcap") -> None:
    """Add a person with some visits, each with pain before and after, a hold and words."""
    with clinic.work() as desk:
        add_client(desk, client)
        point = Point(client=client.id, spot=NECK, note="two fingers behind the mole", marked_at=START)
        add_point(desk, point)
        for number in range(visits):
            at = START + timedelta(days=2 * number)
            visit = Visit(client=client.id, at=at, by=ANNA.examiner, note=f"ache at the temple, visit {number + 1}")
            add_visit(desk, visit)
            before = pain(client, visit, Phase.BEFORE, 6)
            after = pain(client, visit, Phase.AFTER, 3)
            words = Response(client=client.id, visit=visit.id, at=at, by=ANNA.examiner, words="warm and loose")
            observe(desk, before, hold(client, visit, record), after, words)


def pain(client: Client, visit: Visit, phase: Phase, nrs: int) -> PainScore:
    return PainScore(
        client=client.id, visit=visit.id, at=visit.at, by=ANNA.examiner, phase=phase, nrs=nrs, entered_by="patient"
    )


def hold(client: Client, visit: Visit, record: str) -> HoldResult:
    return HoldResult(
        client=client.id,
        visit=visit.id,
        at=visit.at,
        by=ANNA.examiner,
        spot=NECK,
        record=record,
        index=0,
        target_n=25.0,
        area_cm2=1.0,
        duration_s=92.5,
        in_band_s=90.0,
        mean_kpa=249.5,
        peak_n=27.1,
        dose_kpa_s=22_455.0,
    )
