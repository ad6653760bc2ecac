"""`palpate simulate`: run a scenario without a window."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click
from rich.console import Console

from clinic.presets import preset
from palpate import options
from palpate.runs import report, run_headless
from palpate.tables import empty_table
from palpate.version import VERSION
from session.errors import InputError
from session.from_record import scenario_from
from session.playback import read_record
from session.rehearsal import Rehearsal
from session.run_documents import ScenarioDocument, ScenariosDocument
from session.scenarios import scenario_of
from session.simulation import Air
from simulator.library import SCENARIOS, SUFFIX, text_of
from simulator.scenario import Scenario


class Choices(TypedDict):
    """How to run it."""

    seed: int
    speed: float | None
    out: Path | None
    air: str | None
    folder: Path | None
    btsnoop: Path | None


@click.command()
@click.argument("scenario", default="treatment", metavar="[NAME|FILE.toml]")
@options.seed
@options.speed("max")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The record to write.")
@click.option(
    "--link",
    "air",
    type=click.Choice([air.value for air in Air]),
    help="How the bytes travel; ble where the scenario breaks links.",
)
@click.option(
    "--from",
    "record",
    type=click.Path(path_type=Path),
    metavar="RECORD",
    help="Make a scenario of a record, without anything personal, and end.",
)
@click.option("-o", "scenario_out", type=click.Path(dir_okay=False, path_type=Path), help="Where that goes (TOML).")
@click.option("--list", "listing", is_flag=True, help="Show the scenarios and end.")
@options.btsnoop
@options.data
@options.as_json
def simulate(
    scenario: str,
    record: Path | None,
    scenario_out: Path | None,
    listing: bool,
    as_json: bool,
    **choices: Unpack[Choices],
) -> None:
    """Run a scenario of the simulator and write a record."""
    if listing:
        _list(as_json)
        return
    if record:
        _make_scenario(record, scenario_out)
        return
    chosen = scenario_of(scenario)
    rehearsal = Rehearsal(
        scenario=chosen,
        seed=choices["seed"],
        plan=preset(chosen.plan) if chosen.plan else None,
        air=_air(choices, chosen),
        speed=choices["speed"],
        record=options.new_record(choices["out"], choices["folder"], chosen.serial),
        software=VERSION,
        capture=choices["btsnoop"],
    )
    report(run_headless(rehearsal), as_json)


def _air(choices: Choices, scenario: Scenario) -> Air:
    """As asked, or over virtual Bluetooth for a capture and where the link breaks: a straight one cannot come back."""
    asked, capture = choices["air"], choices["btsnoop"]
    if capture and asked == Air.STRAIGHT:
        raise InputError("a straight link has no radio to capture: leave out --link, or --btsnoop")
    if asked:
        return Air(asked)
    return Air.BLE if capture or scenario.breaks_link else Air.STRAIGHT


def _make_scenario(record: Path, out: Path | None) -> None:
    """Print it, or write it to a file that is not there yet."""
    with options.naming(record):
        made = scenario_from(read_record(record), out.stem if out else "")
    if out is None:
        click.echo(text_of(made), nl=False)
        return
    if out.suffix != SUFFIX:
        raise InputError(f"the name of a scenario ends in {SUFFIX}: write {out.with_suffix(SUFFIX)}")
    try:
        with out.open("x", encoding="utf-8") as file:
            file.write(text_of(made))
    except OSError as error:
        raise InputError(f"{out}: it cannot be written: {error.strerror}") from error
    click.echo(f"Scenario: {out}")


def _list(as_json: bool) -> None:
    known = tuple(ScenarioDocument(name=s.name, simulated_s=s.simulated_s, text=s.text) for s in SCENARIOS.values())
    if as_json:
        click.echo(ScenariosDocument(scenarios=known).to_json())
        return
    table = empty_table()
    table.add_column("scenario", no_wrap=True)
    table.add_column("at most", justify="right", no_wrap=True)
    table.add_column("what happens")
    for each in known:
        table.add_row(each.name, f"{each.simulated_s:g} s", each.text)
    Console().print(table)
