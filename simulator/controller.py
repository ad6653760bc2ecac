"""bumble's software controller with the gaps closed that a client would fall into."""

from __future__ import annotations

from typing import Final

from bumble import hci, ll
from bumble.controller import Connection, Controller

from simulator.radio import Air

PACKET_LENGTH: Final = 251
"""Longest link-layer packet with data length extension, which every stack of today has; bumble's default is 27."""

ACTIVE_SCAN: Final = 1


class AirController(Controller):
    """A controller that keeps to the timing of an `Air` and knows legacy advertising only (docs/protocol.md §3)."""

    def __init__(self, name: str, air: Air) -> None:
        super().__init__(name, link=air)
        air.join(self)
        self._air = air
        self._answered_s = -1.0
        self.acl_data_packet_length = self.le_acl_data_packet_length = PACKET_LENGTH
        self.supported_max_tx_octets = self.supported_max_rx_octets = PACKET_LENGTH
        self.le_features &= ~hci.LeFeatureMask.LE_EXTENDED_ADVERTISING

    def takes_answer(self, now_s: float) -> bool:
        """Whether a central that answers the advert of now is the first one: an advert is answered once."""
        first = not self.le_connections and now_s != self._answered_s
        self._answered_s = now_s
        return first

    def leave(self) -> None:
        """Go off the air: hang up, say and hear nothing any more."""
        self._stop()
        self._air.leave(self)

    def _stop(self) -> None:
        """Hang up and be quiet."""
        self.le_scan_enable = False
        self.pending_le_connection = None
        self.le_legacy_advertiser.stop()
        for mine in list(self.le_connections.values()):
            other = self._air.find_le_controller(mine.peer_address)
            del self.le_connections[mine.peer_address]
            if other is not None and (theirs := other.le_connections.get(mine.self_address)):
                other.on_le_disconnected(theirs, hci.HCI_ErrorCode.REMOTE_USER_TERMINATED_CONNECTION_ERROR)

    def packet_left(self, connection: Connection, size: int) -> None:
        """Report the buffers of `size` bytes as free, only now that they are on the air: back-pressure."""
        if self.find_le_connection_by_handle(connection.handle) is connection:
            count = -(-size // PACKET_LENGTH)
            self.send_hci_packet(
                hci.HCI_Number_Of_Completed_Packets_Event(
                    connection_handles=[connection.handle], num_completed_packets=[count]
                )
            )

    def scan_response(self, advertiser: hci.Address) -> bytes | None:
        """Return the scan response while advertising as `advertiser`."""
        mine = self.le_legacy_advertiser
        return bytes(mine.scan_response_data) if mine.enabled and mine.address == advertiser else None

    def on_hci_acl_data_packet(self, packet: hci.HCI_AclDataPacket) -> None:
        """Take data from the host; `packet_left` reports them as sent."""
        connection = self.find_le_connection_by_handle(packet.connection_handle)
        if connection is not None:
            connection.assembler.feed_packet(packet)

    def on_advertising_pdu(self, pdu: ll.AdvInd | ll.AdvExtInd) -> None:
        """Report an advert and, in an active scan, the real scan response; connect where that was asked for."""
        advertiser = pdu.advertiser_address
        kinds = hci.HCI_LE_Advertising_Report_Event.EventType
        if self.le_scan_enable:
            self._report(kinds.ADV_IND, advertiser, pdu.data)
            response = self._air.scan_response(advertiser)
            if self.le_scan_type == ACTIVE_SCAN and response is not None:
                self._report(kinds.SCAN_RSP, advertiser, response)
        pending = self.pending_le_connection
        if pending is not None and pending.peer_address == advertiser and self._air.takes_answer(advertiser):
            self.create_le_connection(advertiser)

    def on_hci_le_set_advertising_parameters_command(
        self, command: hci.HCI_LE_Set_Advertising_Parameters_Command
    ) -> hci.HCI_StatusReturnParameters:
        """Keep the parameters; bumble takes the command's units of 0.625 ms for milliseconds."""
        answer = super().on_hci_le_set_advertising_parameters_command(command)
        self.le_legacy_advertiser.advertising_interval_min = command.advertising_interval_min * 5 // 8
        self.le_legacy_advertiser.advertising_interval_max = command.advertising_interval_max * 5 // 8
        return answer

    def on_hci_reset_command(self, command: hci.HCI_Reset_Command) -> hci.HCI_StatusReturnParameters:
        """Forget what was going on, which bumble leaves out: a host that comes after a crash begins anew."""
        self._stop()
        return super().on_hci_reset_command(command)

    def on_hci_le_create_connection_cancel_command(
        self, _command: hci.HCI_LE_Create_Connection_Cancel_Command
    ) -> hci.HCI_StatusReturnParameters:
        """End a pending connection with the event that bumble forgets and the host waits for."""
        pending, self.pending_le_connection = self.pending_le_connection, None
        if pending is None:
            return hci.HCI_StatusReturnParameters(hci.HCI_ErrorCode.COMMAND_DISALLOWED_ERROR)
        self.send_hci_packet(
            hci.HCI_LE_Connection_Complete_Event(
                status=hci.HCI_ErrorCode.UNKNOWN_CONNECTION_IDENTIFIER_ERROR,
                connection_handle=0,
                role=hci.Role.CENTRAL,
                peer_address_type=pending.peer_address_type,
                peer_address=pending.peer_address,
                connection_interval=0,
                peripheral_latency=0,
                supervision_timeout=0,
                central_clock_accuracy=0,
            )
        )
        return hci.HCI_StatusReturnParameters(hci.HCI_ErrorCode.SUCCESS)

    def _report(self, kind: int, advertiser: hci.Address, payload: bytes) -> None:
        report = hci.HCI_LE_Advertising_Report_Event.Report(
            event_type=kind,
            address_type=advertiser.address_type,
            address=advertiser,
            data=payload,
            rssi=self._air.model.rssi_dbm,
        )
        self.send_hci_packet(hci.HCI_LE_Advertising_Report_Event([report]))
