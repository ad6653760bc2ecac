"""A client's course out of the clinic's database; who opened it stands in the audit trail."""

from __future__ import annotations

from clinic.history.course import Course
from clinic.store.clients import client_called
from clinic.store.history import history, open_client
from clinic.store.trail import Desk


def kept_course(desk: Desk, pseudonym: str) -> Course:
    """By pseudonym, without the name; raises `Absent`."""
    client = client_called(desk, pseudonym)
    opened = open_client(desk, client)
    return Course(
        pseudonym=opened.client.pseudonym,
        language=opened.client.language,
        points=opened.points,
        visits=opened.visits,
        observations=history(desk, client),
        events=opened.chart.stops.events,
    )
