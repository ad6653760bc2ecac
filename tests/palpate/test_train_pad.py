"""Training presses a pad: only single exercises and corridors take a person, and the bench's cap is above the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from clinic.presets import PRESETS
from palpate.cli import palpate
from palpate.person import PersonOptions
from palpate.train.command import train
from palpate.train.doing import bench_cap
from palpate.train.rehearsing import rehearsing
from session.errors import InputError
from training.exercise import Rehearse

OF_A_PERSON = set(PersonOptions.__annotations__) - {"folder"}
"""The data folder is everybody's."""
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, each in group.commands.items():
        if isinstance(each, click.Group):
            yield from commands(each, (*path, name))
        else:
            yield (*path, name), each


ALL = dict(commands(train))


def test_the_commands_are_looked_through() -> None:
    assert {("window",), ("run",), ("rehearse",), ("class",), ("corridor", "press")} <= set(ALL)


ON_PERSONS = {("run",), ("window",), ("corridor", "make"), ("corridor", "show"), ("corridor", "press")}


@pytest.mark.parametrize("path", sorted(set(ALL) - ON_PERSONS - {("corridor", "ghost")}), ids=" ".join)
def test_no_other_command_of_training_presses_a_person(path: tuple[str, ...]) -> None:
    assert {each.name for each in ALL[path].params} & OF_A_PERSON == set()
    for said in (["--person", "P-1"], ["--person=P-1"]):
        found = CliRunner().invoke(palpate, ["train", *path, *said], standalone_mode=False)
        assert isinstance(found.exception, InputError)
        assert str(found.exception).startswith("this presses a pad, and nobody: on a person there are single")


def test_these_do() -> None:
    assert all({each.name for each in ALL[path].params} >= OF_A_PERSON for path in ON_PERSONS)


def planned(folder: Path, target_n: float) -> Path:
    """A plan that would be for a person: its own cap is 120 N."""
    plan = PRESETS["demonstration"]
    made = plan.model_copy(update={"target_n": target_n, "cap": plan.cap.model_copy(update={"force_n": 120.0})})
    (folder / "own.json").write_text(made.model_dump_json())
    return folder / "own.json"


def test_a_rehearsal_is_under_the_cap_of_the_bench_whatever_its_plan_says(tmp_path: Path) -> None:
    light = rehearsing(Rehearse(plan=str(planned(tmp_path, 30.0))), tmp_path, NOW)
    assert light.plan.cap.force_n == bench_cap(NOW).force_n == 60.0
    with pytest.raises(InputError, match=r"the band reaches 99\.0 N, the limit is 60 N"):
        rehearsing(Rehearse(plan=str(planned(tmp_path, 90.0))), tmp_path, NOW)
