"""What bumble would say of every packet, put into words only where somebody reads it.

It hands its log a finished text, the packet field by field and in colours, also where the log is off: a tenth to a
quarter of the time that a simulated treatment takes.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, wraps
from typing import Any, Final

from bumble import att, colors, hci, l2cap

SPOKEN: Final[tuple[type, ...]] = (att.ATT_PDU, hci.HCI_Packet, l2cap.L2CAP_Control_Frame, l2cap.L2CAP_PDU)
"""Whatever is in a packet on its way."""
SPEAKERS: Final = ("controller", "device", "gatt_client", "gatt_server", "host", "l2cap", "smp")
LOGS: Final = tuple(logging.getLogger(f"bumble.{name}") for name in SPEAKERS)
"""Those that put packets into words; a level that was set on “bumble” holds for each of them."""
TEXT: Final = "__str__"
COLOURS: Final = 512
"""Texts whose colours are remembered: there are about a hundred, all of them constant."""


@cache
def leave_unread() -> None:
    """From now on a packet's text is the name of its sort alone, unless one of bumble's logs is on (DEBUG)."""
    kinds = {kind for base in SPOKEN for kind in _kinds(base)}
    for kind in kinds:
        if TEXT in vars(kind):
            setattr(kind, TEXT, _where_read(vars(kind)[TEXT]))
    coloured = lru_cache(COLOURS)(colors.color)
    for name, module in tuple(sys.modules.items()):
        if name.startswith("bumble.") and getattr(module, "color", None) is colors.color and module is not colors:
            vars(module)["color"] = coloured


def _where_read(text: Callable[[Any], str]) -> Callable[[Any], str]:
    @wraps(text)
    def told(packet: Any) -> str:
        return text(packet) if any(log.isEnabledFor(logging.DEBUG) for log in LOGS) else type(packet).__name__

    return told


def _kinds(base: type) -> Iterator[type]:
    """Itself and all that are made of it."""
    yield base
    made: list[type] = base.__subclasses__()
    for each in made:
        yield from _kinds(each)
