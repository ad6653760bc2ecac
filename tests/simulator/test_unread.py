from __future__ import annotations

import logging

import pytest
from bumble import att, colors, controller, hci, l2cap

from simulator.unread import leave_unread

RESET = hci.HCI_Reset_Command()
PACKETS = (
    RESET,
    hci.HCI_Command_Complete_Event(
        num_hci_command_packets=1,
        command_opcode=RESET.op_code,
        return_parameters=hci.HCI_StatusReturnParameters(status=hci.HCI_ErrorCode.SUCCESS),
    ),
    hci.HCI_AclDataPacket(7, 0, 0, 3, b"abc"),
    l2cap.L2CAP_PDU(4, b"abc"),
    att.ATT_Write_Request(attribute_handle=0x2A, attribute_value=b"\x05"),
)


@pytest.fixture(autouse=True)
def left() -> None:
    leave_unread()


@pytest.mark.parametrize("packet", PACKETS, ids=lambda packet: type(packet).__name__)
def test_where_nobody_reads_a_packet_is_named(packet: object) -> None:
    assert str(packet) == type(packet).__name__


@pytest.mark.parametrize("log", ["bumble", "bumble.host", "bumble.gatt_server"])
def test_where_somebody_reads_it_is_told_whole(log: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, log):
        told = [str(packet) for packet in PACKETS]
    assert "HCI_RESET_COMMAND" in told[0]
    assert "num_hci_command_packets" in told[1]
    assert "616263" in told[2]
    assert "616263" in told[3]
    assert "ATT_WRITE_REQUEST" in told[4]
    assert "002A" in told[4]


def test_a_second_time_changes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    before = hci.HCI_Reset_Command.__str__
    leave_unread()
    assert hci.HCI_Reset_Command.__str__ is before


def test_the_bytes_are_the_same() -> None:
    for packet in PACKETS[:3]:
        assert bytes(hci.HCI_Packet.from_bytes(bytes(packet))) == bytes(packet)


def test_colours_are_bumbles_own() -> None:
    assert vars(controller)["color"] is not colors.color
    for given in ({"fg": "red"}, {"fg": "green", "style": "bold"}, {}):
        assert vars(controller)["color"]("said", **given) == colors.color("said", **given)
