"""`palpate treat` with instruments of other makes: on the terminal, and what is refused."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from rich.console import Console

from device.drivers.registry import driver_named
from gui.app import application
from gui.meter_window import MeterWindow
from palpate.cli import BAD_INPUT, run
from palpate.keys import Measuring
from palpate.measuring import measure
from palpate.meter_terminal import MeterTerminal, force, hold_line, link_line, picture
from session.errors import InputError
from session.links import LinkName
from session.meter_view import MeterHold, MeterView
from session.reading import Reading, read_with
from session.view import LinkState, NotRecorded, Recording
from simulator.twins.shelf import ROUND_S
from tests.virtual import run_virtual

PLAIN = MeterView(
    simulated=True,
    title="WH-C06",
    name="IF_B7",
    refusal="the instrument is pulled and cannot press",
    lacks=driver_named("wh-c06").ability.lacks,
    link=LinkState.ONLINE,
    link_text="",
    last_valid_s=10.0,
    stale_s=5.0,
    force_n=41.25,
    zero_n=0.0,
    rate_hz=None,
    samples=800,
    lost_samples=2,
    malformed=0,
    contact=True,
    holds=(),
    recording=Recording("/records/one.mcap"),
)


@pytest.mark.parametrize(("now_s", "text"), [(10.0, "41.2 N"), (14.9, "41.2 N"), (15.0, "– – –")])
def test_a_force_becomes_dashes_when_it_is_old_for_this_instrument(now_s: float, text: str) -> None:
    assert force(PLAIN, now_s) == text


def test_before_the_first_reading_there_is_none() -> None:
    view = replace(PLAIN, last_valid_s=None, force_n=None)
    assert force(view, 3.0) == "– – –"
    assert "last reading – ago · irregular" in link_line(view, 3.0)


def test_the_picture_says_that_nobody_is_guided_what_is_simulated_and_what_is_not_kept() -> None:
    paper = io.StringIO()
    console = Console(file=paper, width=120)
    console.print(picture(replace(PLAIN, recording=NotRecorded("the disk is full"), rate_hz=80.0), 10.0))
    text = paper.getvalue()
    for part in ("SIMULATED", "reading only", "NOT RECORDED: the disk is full", "41.2 N", "80 Hz", "2 lost"):
        assert part in text


def test_what_is_taken_off_is_said() -> None:
    assert "2 lost · 1.2 N taken off" in link_line(replace(PLAIN, zero_n=1.25), 10.0)


def test_a_hold_is_a_line() -> None:
    assert hold_line(2, MeterHold(11.44, 39.96, 40.8)) == "hold 2: 11.4 s, mean 40.0 N, peak 40.8 N"
    assert hold_line(1, MeterHold(1.0, None, 40.8)) == "hold 1: 1.0 s, peak 40.8 N"


def test_a_pipe_gets_what_cannot_be_had_once_then_each_hold_and_each_change_of_the_link(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lost = replace(PLAIN, link=LinkState.LOST, link_text="It is lost.")
    held = replace(PLAIN, holds=(MeterHold(11.44, 39.96, 40.8),))
    with MeterTerminal() as shown:
        for view in (replace(PLAIN, samples=0), PLAIN, PLAIN, lost, lost, PLAIN, held, held):
            shown.show(view, 10.0)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "WH-C06 IF_B7: reading only, it guides nobody: the instrument is pulled and cannot press."
    assert lines[1:6] == list(map(str, PLAIN.lacks))
    assert lines[6:] == ["lost: It is lost.", "hold 1: 11.4 s, mean 40.0 N, peak 40.8 N"]


def test_a_whole_measurement_on_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reading = Reading(LinkName.of("sim:progressor"), lambda _which: tmp_path / "r.mcap", "test", for_s=ROUND_S + 2.0)
    with MeterTerminal() as shown:
        run_virtual(read_with(reading, shown.follow))
    err = capsys.readouterr().err
    assert "battery: 3.12 V" in err
    assert "Tindeq Progressor Progressor_1234: reading only" in err
    assert err.count("hold ") == 1


def test_a_measurement_has_keys_for_the_zero_and_the_end_and_no_others() -> None:
    done: list[str] = []
    keys = Measuring(lambda: done.append("zero"), lambda: done.append("undo"), lambda: done.append("end"))
    for key in " 5hzbq":
        keys.press(key)
    assert done == ["zero", "undo", "end"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--tool", "sim:treatment", "--for", "3"], "--for is for an instrument that is only read"),
        (["--tool", "scale:AA:BB"], "“scale:AA:BB” names no tool: write its serial number, ble:SERIAL, sim:SCENARIO, "),
    ],
)
def test_what_cannot_be_meant_is_one_line(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["treat", "--headless", "--data", str(tmp_path), *arguments]) == BAD_INPUT
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert says in err


def test_the_command_reads_a_simulated_instrument_and_keeps_the_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["treat", "--tool", "sim:wh-c06", "--headless", "--for", "0.6", "--data", str(tmp_path)]
    assert run(arguments) == 0
    out = capsys.readouterr().out
    assert "guided treatment: not available, the instrument is pulled and cannot press" in out
    (record,) = (tmp_path / "records").iterdir()
    assert record.name.endswith("_wh-c06-F00000000001.mcap")
    assert f"Record: {record}" in out
    assert run(["records", "show", str(record)]) == 0
    assert "wh-c06:F0:00:00:00:00:01" in capsys.readouterr().out


def test_a_window_shows_it_until_somebody_closes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    timer = QTimer()

    def close() -> None:
        for widget in application().topLevelWidgets():
            if isinstance(widget, MeterWindow) and widget.link.text().startswith("ended"):
                timer.stop()
                widget.stop.click()

    application()
    timer.timeout.connect(close)
    timer.start(20)
    reading = Reading(LinkName.of("sim:progressor"), lambda _which: tmp_path / "r.mcap", "test", for_s=0.8)
    measure(reading, in_window=True)
    out, err = capsys.readouterr()
    assert f"Record: {tmp_path / 'r.mcap'}" in out
    assert "q: end" not in err


def test_a_window_that_finds_nothing_to_show_says_why(tmp_path: Path) -> None:
    def full(_which: str) -> Path:
        raise InputError("no record can be written: choose another place")

    with pytest.raises(InputError, match="no record can be written"):
        measure(Reading(LinkName.of("sim:progressor"), full, "test", for_s=0.5), in_window=True)
