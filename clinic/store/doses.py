"""What was pressed where and when, of each person: the limits at a point are fed by it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, select

from clinic.screening.doses import Dose, Doses
from clinic.store.history import belongs_to
from clinic.store.schema import DOSE
from clinic.store.shelf import keep, put
from clinic.store.trail import Desk, Did, moment, note


def doses_of(desk: Desk, client: UUID) -> Doses:
    """Look at all of them."""
    bodies = desk.connection.scalars(select(DOSE.c.body).where(DOSE.c.client == client).order_by(DOSE.c.at))
    note(desk, Did.SAW, client, "doses")
    return Doses(doses=tuple(Dose.model_validate_json(body) for body in bodies))


def keep_dose(desk: Desk, client: UUID, dose: Dose) -> None:
    """Keep one, or what became of it; gone where nothing was pressed. Its record belongs to the person either way."""
    whose = (DOSE.c.id == dose.id) & (DOSE.c.client == client)
    if dose.record is not None:
        belongs_to(desk, dose.record, client)
    if dose.counted_s > 0:
        there = keep(desk, DOSE, whose, dose, id=dose.id, client=client, at=moment(dose.began_at))
        note(desk, Did.CHANGED if there else Did.ADDED, client, "dose")
        return
    desk.connection.execute(delete(DOSE).where(whose))
    note(desk, Did.DELETED, client, "dose: nothing was pressed")


def put_dose(desk: Desk, client: UUID, dose: Dose) -> None:
    """A new one without a line in the trail: who calls writes one."""
    put(desk, DOSE, dose, id=dose.id, client=client, at=moment(dose.began_at))
