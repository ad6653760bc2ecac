"""Which palpate is started, and in which surroundings: never in those of the project under test."""

from __future__ import annotations

import os
import shlex
import shutil
import sysconfig

import pytest

from _pytest_palpate.errors import SimulatorFailed

__tracebackhide__ = True

FOREIGN = ("PYTHONPATH", "PYTHONWARNINGS")
"""Meant for the project under test. Its `device` or `protocol` would be found before the simulator's own."""


def command_of(config: pytest.Config) -> list[str]:
    """`palpate_command` of the configuration, seen from its folder, else the palpate that is installed.

    Raises `SimulatorFailed` where there is none.
    """
    if said := config.getini("palpate_command"):
        program = config.rootpath / said
        return [str(program)] if program.is_file() else shlex.split(said)
    beside = shutil.which("palpate", path=sysconfig.get_path("scripts"))
    if found := beside or shutil.which("palpate"):
        return [found]
    raise SimulatorFailed(
        "palpate is not installed: install it here or into an environment of its own, and name it in"
        " pytest's configuration: palpate_command = /path/to/palpate"
    )


def surroundings() -> dict[str, str]:
    """The environment of the simulator: Python looks for modules neither in the working directory nor in PYTHONPATH."""
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    return kept | {"PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"}
