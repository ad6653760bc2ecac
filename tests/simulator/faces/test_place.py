from __future__ import annotations

import pytest

from simulator.faces.errors import TransportFailed
from simulator.faces.place import Place, socket_of


@pytest.mark.parametrize(
    ("text", "place", "seen"),
    [
        ("tcp-server", "tcp-server:127.0.0.1:9731", "tcp-client:127.0.0.1:9731"),
        ("tcp-server:9000", "tcp-server:127.0.0.1:9000", "tcp-client:127.0.0.1:9000"),
        ("tcp-server:10.0.0.2", "tcp-server:10.0.0.2:9731", "tcp-client:10.0.0.2:9731"),
        ("ws-server:127.0.0.1:80", "ws-server:127.0.0.1:80", "ws-client:ws://127.0.0.1:80"),
        ("vhci", "vhci", "vhci"),
        ("usb:0", "usb:0", "usb:0"),
        ("serial:/dev/ttyACM0,1000000", "serial:/dev/ttyACM0,1000000", "serial:/dev/ttyACM0,1000000"),
    ],
)
def test_transports_are_named_as_bumble_does_and_stay_on_this_machine(text: str, place: str, seen: str) -> None:
    assert str(Place.of(text)) == place
    assert Place.of(text).seen_by_client == seen


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("tcp-server", False),
        ("tcp-server:localhost:1", False),
        ("tcp-server:127.8.0.1:1", False),
        ("tcp-server:[::1]:1", False),
        ("tcp-server:_:1", True),
        ("tcp-server:0.0.0.0:1", True),
        ("ws-server:192.168.1.5:1", True),
        ("tcp-server:a-host:1", True),
        ("usb:0", False),
        ("vhci", False),
    ],
)
def test_who_else_can_connect_is_known(text: str, is_open: bool) -> None:
    assert Place.of(text).is_open is is_open


@pytest.mark.parametrize(
    ("text", "has_radio"), [("usb:0", True), ("tcp-client:a:1", True), ("vhci", False), ("pty", False)]
)
def test_a_radio_is_there_or_is_ours(text: str, has_radio: bool) -> None:
    assert Place.of(text).has_radio is has_radio


@pytest.mark.parametrize("text", ["", "radio", "tcp", "tcp-server:host:", "tcp-server:host:no", "tcp-server:h:65536"])
def test_what_names_no_transport_is_refused(text: str) -> None:
    with pytest.raises(TransportFailed):
        Place.of(text)


def test_the_port_of_control_is_free_unless_it_is_said() -> None:
    assert socket_of("127.0.0.1", port=0) == ("127.0.0.1", 0)
    assert socket_of("", port=5) == ("127.0.0.1", 5)
