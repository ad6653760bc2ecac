"""What can go wrong beside the test itself.

SimulatorFailed         it did not start, ended, or says nothing any more
    Refused             it refuses what was asked; also a ValueError
"""

from __future__ import annotations


class SimulatorFailed(Exception):
    """The simulator is not there, has ended or is stuck; the text holds what it said on standard error."""

    __module__ = "pytest_palpate"


class Refused(SimulatorFailed, ValueError):
    """The simulator is well and refuses what was asked; the text says why."""

    __module__ = "pytest_palpate"
