"""Drivers by name: our own, and those that installed packages bring."""

from __future__ import annotations

import logging
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from device.drivers.errors import BrokenDriver, UnknownDriver
from protocol.instruments.driver import Driver
from protocol.sentence import Sentence

LOG: Final = logging.getLogger(__name__)

GROUP: Final = "palpate.drivers"
"""Entry points of this group name a `Driver`; the entry point has the driver's own name."""

OWN: Final = tuple(
    EntryPoint(name, f"protocol.instruments.{module}:DRIVER", GROUP)
    for name, module in (
        ("progressor", "progressor"),
        ("wh-c06", "wh_c06"),
        ("go-direct", "go_direct_talk"),
        ("weight-scale", "weight_scale"),
        ("sig-force", "sig_force"),
    )
)


def driver_named(name: str) -> Driver:
    """Return the driver of this name; raises `UnknownDriver` and `BrokenDriver`."""
    known = {point.name: point for point in OWN}
    if name not in known:  # to look among all that is installed takes a hundredth of a second
        known = _installed()
    if name not in known:
        raise UnknownDriver(name, known)
    return _load(known[name])


def driver_names() -> tuple[str, ...]:
    """Return the names of all drivers that are installed, our own first; none of them is loaded."""
    return tuple(_installed())


def drivers() -> list[Driver]:
    """Return every driver that can be used, our own first; of the others a warning says why not."""
    found = []
    for point in _installed().values():
        try:
            found.append(_load(point))
        except BrokenDriver as error:
            LOG.warning("%s", error)
    return found


def _installed() -> dict[str, EntryPoint]:
    """By name; nobody takes the name of one of ours, or of one that came before."""
    found = dict[str, EntryPoint]()
    for point in (*OWN, *sorted(entry_points(group=GROUP), key=lambda each: each.name)):
        found.setdefault(point.name, point)
    return found


def _load(point: EntryPoint) -> Driver:
    try:
        driver = point.load()
    except Exception as error:
        raise BrokenDriver(point.name, Sentence("its module fails with {error}", error=repr(error))) from error
    if not isinstance(driver, Driver):
        kind = type(driver).__name__
        raise BrokenDriver(point.name, Sentence("{value} is a {kind} and no Driver", value=point.value, kind=kind))
    if driver.name != point.name:
        raise BrokenDriver(point.name, Sentence("it calls itself {name!r}", name=driver.name))
    return driver
