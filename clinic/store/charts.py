"""Charts: screening, clearances, consents and stops of a person. What stands in one stays; only more is added."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from clinic.screening.answers import Examiner
from clinic.screening.chart import Chart
from clinic.store.errors import NotAllowed
from clinic.store.schema import CHART
from clinic.store.shelf import changed_fields, keep, take
from clinic.store.trail import Desk, Did, note
from protocol.sentence import Sentence


def chart_of(desk: Desk, client: UUID) -> Chart:
    """Look at one; empty where nobody was asked yet."""
    note(desk, Did.SAW, client, "chart")
    return take(desk, CHART, Chart, CHART.c.client == client) or Chart()


def keep_chart(desk: Desk, client: UUID, chart: Chart) -> None:
    """Keep a chart to which something was added.

    Raises `NotAllowed` where something is missing that stood there, or where a clearance, an acknowledgement, an answer
    or a consent is signed with another name than that of who is working.
    """
    before = take(desk, CHART, Chart, CHART.c.client == client) or Chart()
    for trouble in (*_lost(before, chart), *_signed_by_others(before, chart, desk)):
        raise NotAllowed(trouble)
    keep(desk, CHART, CHART.c.client == client, chart, client=client)
    note(desk, Did.CHANGED, client, f"chart: {changed_fields(before, chart)}")


def keep_foreign_chart(desk: Desk, client: UUID, chart: Chart) -> None:
    """Keep a whole chart that others signed, as it is; raises `NotAllowed` where this person has one already."""
    before = take(desk, CHART, Chart, CHART.c.client == client)
    if before is not None and before != Chart(pseudonym=before.pseudonym):
        raise NotAllowed("this person has a chart here already, and two are not mixed: take it in for somebody new")
    keep(desk, CHART, CHART.c.client == client, chart, client=client)


def _lost(old: Chart, new: Chart) -> Iterator[str]:
    """Consents are taken back and events are told by what follows them; all else stays word by word."""
    kept = [(old.screenings, new.screenings), (old.changes, new.changes), (old.clearances, new.clearances)]
    kept.append((old.acknowledgements, new.acknowledgements))
    gone = any(each not in after for before, after in kept for each in before)
    gone |= {each.at for each in old.consents} - {each.at for each in new.consents} != set()
    gone |= {each.id for each in old.stops.events} - {each.id for each in new.stops.events} != set()
    if gone:
        yield Sentence("nothing is taken out of a chart: look at it again, then add what is new")


def _signed_by_others(old: Chart, new: Chart, desk: Desk) -> Iterator[str]:
    known = set(_signatures(old))
    if any(by != desk.account.examiner for by, what in _signatures(new) if (by, what) not in known):
        login = desk.account.login
        yield Sentence("{login} signs with the name and role of this account and no other: sign again", login=login)


def _signatures(chart: Chart) -> Iterator[tuple[Examiner, str]]:
    """Who signed what; that a consent was taken back needs no signature."""
    for signed in (*chart.screenings, *chart.changes, *chart.clearances, *chart.acknowledgements, *chart.consents):
        yield signed.by, signed.model_dump_json(exclude={"withdrawn_at"})
