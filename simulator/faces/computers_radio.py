"""The radio of a computer in another process: any operating system's Bluetooth may be behind it."""

from __future__ import annotations

import asyncio
from typing import Final

from bumble import hci, ll

from simulator.controller import AirController
from simulator.radio import Air

FEATURES_S: Final = 0.05
"""How late the other side's features are told. bluetoothd hangs up now and then on a link that answers within a few
milliseconds: it sees the first attribute before it knows of the connection (bluetoothd 5.66: 4 of 20 connections)."""


class ComputersRadio(AirController):
    """A controller without an address of its own: BlueZ then uses a static random one, by which the air knows it.

    Address resolution is hidden as bleak's own tests do: the software controller lacks it (google/bumble#841).
    """

    def __init__(self, name: str, air: Air) -> None:
        super().__init__(name, air)
        self.le_features &= ~hci.LeFeatureMask.LL_PRIVACY

    def on_ll_control_pdu(self, sender_address: hci.Address, packet: ll.ControlPdu) -> None:
        """Take a link-layer packet, features a little later than the rest."""
        if isinstance(packet, ll.FeatureRsp):
            asyncio.get_running_loop().call_later(FEATURES_S, self._tell_features, sender_address, packet)
        else:
            super().on_ll_control_pdu(sender_address, packet)

    def _tell_features(self, sender_address: hci.Address, packet: ll.FeatureRsp) -> None:
        if sender_address in self.le_connections:
            super().on_ll_control_pdu(sender_address, packet)
