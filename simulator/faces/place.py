"""Where a served tool can be reached: the names of bumble's transports, read strictly."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Final, NamedTuple

from simulator.faces.errors import TransportFailed

PORT: Final = 9731
LOOPBACK: Final = "127.0.0.1"

COMPUTERS: Final = ("tcp-server", "ws-server", "vhci", "pty", "unix-server")
"""Behind these a computer's Bluetooth waits for a radio: the tool and the radio are ours, in one virtual air."""
RADIOS: Final = ("usb", "pyusb", "serial", "hci-socket", "tcp-client", "ws-client", "unix-client", "android-netsim")
"""Behind these a radio waits for a computer: the tool sends through it, over the real air where it is a real one."""
_OPEN: Final = ("tcp-server", "ws-server")
"""Anybody can connect to these, where the host lets them."""
_EVERYWHERE: Final = "_"
"""bumble's name for all network interfaces."""


class Place(NamedTuple):
    """A transport: `scheme:rest`, as bumble writes it."""

    scheme: str
    rest: str = ""

    def __str__(self) -> str:
        return f"{self.scheme}:{self.rest}" if self.rest else self.scheme

    @staticmethod
    def of(text: str) -> Place:
        """Read a transport's name; without a host it is this machine's loopback. Raises `TransportFailed`."""
        scheme, _, rest = text.partition(":")
        if scheme not in COMPUTERS + RADIOS:
            known = ", ".join(COMPUTERS + RADIOS)
            raise TransportFailed(f"“{text}” names no Bluetooth transport: begin with one of {known}")
        if scheme in _OPEN:
            host, port = socket_of(rest)
            return Place(scheme, f"{host}:{port}")
        return Place(scheme, rest)

    @property
    def has_radio(self) -> bool:
        """Whether there is a radio behind it already."""
        return self.scheme in RADIOS

    @property
    def socket(self) -> tuple[str, int] | None:
        """Host and port where others connect to; None for any other transport."""
        return socket_of(self.rest) if self.scheme in _OPEN else None

    @property
    def is_open(self) -> bool:
        """Whether other machines can connect to it."""
        return self.socket is not None and not is_loopback(self.socket[0])

    @property
    def seen_by_client(self) -> str:
        """What a client on this machine calls the same transport."""
        if self.scheme == "ws-server":
            return f"ws-client:ws://{self.rest}"
        return str(self._replace(scheme=self.scheme.replace("-server", "-client")))


def socket_of(text: str, port: int = PORT) -> tuple[str, int]:
    """Read HOST:PORT, HOST, PORT or nothing; raises `TransportFailed`."""
    host, colon, number = text.rpartition(":")
    if not colon and not text.isdecimal():
        host, number = text, str(port)
    if not number.isdecimal() or int(number) > 65_535:
        raise TransportFailed(f"“{text}” is no HOST:PORT: write for example {LOOPBACK}:{PORT}")
    return host or LOOPBACK, int(number)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host's sockets."""
    if host == _EVERYWHERE:
        return False
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
