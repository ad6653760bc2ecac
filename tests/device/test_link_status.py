from __future__ import annotations

import pytest

from device.errors import OffReason
from device.link_status import sentence, serial_of
from device.states import (
    Choosing,
    Closed,
    Connecting,
    Course,
    Lost,
    Off,
    Online,
    Resting,
    Searching,
    Sighting,
    State,
)

MINE = frozenset({"PT-1"})
MANY = frozenset({"PT-3", "PT-1", "PT-2"})
SIGHTINGS = tuple(Sighting(serial, serial, 0.0) for serial in ("PT-1", "PT-2", "PT-3"))

SENTENCES: list[tuple[Course, str]] = [
    (
        Course(Off(0, OffReason.NO_SERVICE, 2), MINE),
        (
            "Bluetooth is not available, the system's Bluetooth service does not run: "
            "start it (on Linux: systemctl start bluetooth)."
        ),
    ),
    (Course(Searching(0, 10), MINE), "PT-1 is searched for: switch it on and bring it closer."),
    (Course(Searching(0, 10), frozenset()), "A tool is searched for: switch it on and bring it closer."),
    (Course(Searching(0, 10), MANY), "PT-1, PT-2 or PT-3 is searched for: switch it on and bring it closer."),
    (Course(Searching(0, 10), MINE, lost_s=3.0), "PT-1 is lost and searched for: switch it on and bring it closer."),
    (
        Course(Searching(0, 10, scans=2), MINE),
        (
            "PT-1 is searched for: switch it on and bring it closer, and if it is on and near, "
            "close the other program or computer that may hold its connection."
        ),
    ),
    (Course(Choosing(0, 10, SIGHTINGS), frozenset()), "Several tools are in range: choose PT-1, PT-2 or PT-3."),
    (Course(Connecting(0, "PT-2", "a"), MANY), "Connecting to PT-2."),
    (Course(Connecting(0, "", "a"), MINE, attempt=2), "Connecting to PT-1, try 3."),
    (Course(Connecting(0, "", "a"), frozenset()), "Connecting to a tool."),
    (Course(Online(0, "PT-2", "a"), frozenset({"PT-2"})), "Connected to PT-2."),
    (
        Course(Lost(0), MINE, why="the tool is away: bring it back"),
        "The tool is away: bring it back; trying again soon.",
    ),
    (Course(Resting(0, 2), MINE, why="it hid: look"), "It hid: look; trying again soon."),
    (Course(Closed(0), MINE), "The connection was closed."),
    (Course(Searching(0, 10), MINE, why="it forgot: pair", hung_up=2), "It forgot: pair; trying again soon."),
    (Course(Connecting(0, "PT-1", "a"), MINE, why="it forgot: pair", hung_up=2), "It forgot: pair; trying again soon."),
    (Course(Connecting(0, "PT-1", "a"), MINE, why="it forgot: pair", hung_up=1), "Connecting to PT-1."),
]


@pytest.mark.parametrize(("course", "said"), SENTENCES, ids=lambda value: getattr(value, "state", value))
def test_each_state_says_what_is_the_matter_and_what_to_do(course: Course, said: str) -> None:
    assert sentence(course) == said


@pytest.mark.parametrize(
    ("state", "wanted", "serial"),
    [
        (Searching(0, 10), MINE, "PT-1"),
        (Searching(0, 10), MANY, ""),
        (Searching(0, 10), frozenset[str](), ""),
        (Connecting(0, "PT-2", "a"), MANY, "PT-2"),
        (Connecting(0, "", "a"), MANY, ""),
        (Online(0, "PT-2", "a"), MANY, "PT-2"),
    ],
)
def test_the_serial_number_is_given_where_it_is_known(state: State, wanted: frozenset[str], serial: str) -> None:
    assert serial_of(Course(state, wanted)) == serial
