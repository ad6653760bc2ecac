"""`palpate train window`, as a command: its window is led by a story, in real time at five seconds a second."""

from __future__ import annotations

import json
import os
import re
import signal
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from clinic.screening.asked import Use
from clinic.screening.doses import Dose, keep_dose
from gui.training.course_page import PAD
from gui.training.window import TrainingWindow
from palpate.cli import INTERRUPTED, run
from palpate.train.doing import bench_cap
from protocol.link import Channel
from session.inputs import Quit, Stop, read_input
from session.playback import read_record
from tests.palpate.rooms import AT, ClinicPractice, Practice
from tests.palpate.test_doses import SPOT

COURSE = """
name = "One"

[[lessons]]
name = "One"
level = 1
exercises = ["light"]

[[exercises]]
id = "light"
name = "Light"
text = "Hold 5 N."
press = { kind = "hold", targets_n = [5], for_s = 2 }
rest_s = 3
schedule = { live = { kind = "constant" } }

[[exercises]]
id = "heavy"
name = "Heavy"
text = "Hold 80 N."
press = { kind = "hold", targets_n = [80], for_s = 2 }
schedule = { live = { kind = "constant" } }
"""
CLAIM = "Training on a pad, no person – not a medical device"
STEP_MS = 20
Story = Iterator[None]
"""What somebody does at a window; it yields where it waits."""


@pytest.fixture(autouse=True)
def a_display(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    """To ask for one takes a process of its own."""
    monkeypatch.setattr("gui.display.why_no_window", lambda: None)


def shown() -> TrainingWindow | None:
    each = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, TrainingWindow))
    return next((window for window in each if window.isVisible()), None)


def led(story: Story, folder: Path, *words: str) -> int:
    """Give the command, and lead its window; what the story raises is raised, and closes the window."""
    raised: list[BaseException] = []

    def step() -> None:
        try:
            next(story, None)
        except BaseException as error:
            raised.append(error)
            timer.stop()
            QApplication.closeAllWindows()

    QApplication.closeAllWindows()  # those that other tests left are not this command's
    (folder / "course.toml").write_text(COURSE)
    place = ("--data", str(folder / "data"), "--course", str(folder / "course.toml"), "--trainee", "T-1")
    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(STEP_MS)
    threads = set(threading.enumerate())
    code = run(["train", "window", "--speed", "5", *place, *words])
    timer.stop()
    if raised:
        raise raised[0]
    assert set(threading.enumerate()) == threads
    return code


def results(folder: Path) -> list[dict[str, object]]:
    file = folder / "data" / "training" / "T-1.jsonl"
    return [json.loads(line) for line in file.read_text().splitlines()]


def claims(window: TrainingWindow) -> list[str]:
    labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in labels if "no person" in label.text()]


def done(window: TrainingWindow) -> str:
    item = window.course.table.item(0, 3)
    assert item is not None
    return item.text()


def test_an_exercise_is_done_to_its_result_and_closing_ends_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def story() -> Story:
        while (window := shown()) is None:
            yield
        assert (window.course.title.text(), done(window)) == ("One · T-1", "")
        assert claims(window) == [CLAIM, PAD]
        window.course.next.click()
        while not window.exercise.leave.isVisible():
            yield
        assert window.exercise.mark.isVisible()
        assert claims(window) == [CLAIM]
        assert window.exercise.result.trials.count() == 1
        window.exercise.leave.click()
        assert done(window) == "1"
        window.close()

    assert led(story(), tmp_path, "--hand", "trained") == 0
    (result,) = results(tmp_path)
    assert (result["exercise"], result["number"], result["simulated"]) == ("light", 1, True)
    recorded = read_record(next((tmp_path / "data" / "records").iterdir()))
    assert recorded.header.plan is not None
    assert recorded.header.plan.cap == bench_cap(datetime.now(UTC))
    assert capsys.readouterr() == ("", "")


def pressed_on(practice: Practice) -> tuple[str, ...]:
    return ("--hand", "expert", "--person", str(practice.chart), "--at", AT, "--tip", "1", "--ppt", "200")


def test_on_a_person_of_the_clinic_it_is_counted_with_them(tmp_path: Path) -> None:
    practice = ClinicPractice(tmp_path, datetime.now(UTC))
    practice.screened()

    def story() -> Story:
        while (window := shown()) is None:
            yield
        assert claims(window) == []
        assert "INFRASPINATUS" in window.whom.place.text().upper()
        assert not window.course.next.isVisible()
        yield from chosen(window, 0)
        window.close()

    assert led(story(), tmp_path, *pressed_on(practice), "--passphrase-file", str(tmp_path / "word")) == 0
    (line,) = results(tmp_path)
    assert line["on"] == "person"
    assert 300 - left_s(practice) == pytest.approx(5, abs=2)


def test_the_next_exercise_on_a_person_knows_of_the_one_before(tmp_path: Path) -> None:
    practice = Practice(tmp_path, datetime.now(UTC))
    practice.screened()
    now = datetime.now(UTC)
    before = Dose(use=Use.PROBE, spot=SPOT, area_cm2=1.0, began_at=now, most_s=9, ended_at=now, pressed_s=290)
    keep_dose(practice.chart, before)

    def story() -> Story:
        while (window := shown()) is None:
            yield
        yield from refused(window, 1, "“Heavy” asks for up to 88 N, the limit is 27 N")
        yield from chosen(window, 0)
        yield from refused(window, 0, "“Light” presses this point for up to ")
        window.close()

    assert led(story(), tmp_path, *pressed_on(practice)) == 0


def chosen(window: TrainingWindow, row: int) -> Story:
    window.course.table.selectRow(row)
    window.course.chosen.click()
    while not window.exercise.leave.isVisible():
        yield
    window.exercise.leave.click()


def refused(window: TrainingWindow, row: int, why: str) -> Story:
    window.course.table.selectRow(row)
    window.course.chosen.click()
    for _ in range(5):
        yield
    assert window.said.text().startswith(why)


def left_s(practice: Practice) -> int:
    shown_now = practice.run("screen", "show", practice.chart, "--at", AT, "--tip", "1")
    (said,) = re.findall(r"(\d+) s are left at this point in this visit", shown_now)
    return int(said)


def test_ctrl_c_in_the_midst_of_an_exercise_lets_go_and_keeps_what_there_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def story() -> Story:
        while (window := shown()) is None:
            yield
        window.course.next.click()
        while window.exercise.cue.face.word != "press":
            yield
        os.kill(os.getpid(), signal.SIGINT)

    assert led(story(), tmp_path, "--hand", "trained") == INTERRUPTED
    out, err = capsys.readouterr()
    assert (out, err.strip()) == ("", "palpate: interrupted")
    (result,) = results(tmp_path)
    assert (result["score"], result["void"]) == (None, "stop was pressed")
    recorded = read_record(next((tmp_path / "data" / "records").iterdir()))
    said = [read_input(payload.data) for payload in recorded.payloads if payload.channel is Channel.INPUT]
    assert recorded.whole
    assert said == [Stop(), Quit()]


def test_what_cannot_be_begun_is_said_above_the_course(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def story() -> Story:
        while (window := shown()) is None:
            yield
        window.course.table.selectRow(1)
        window.course.chosen.click()
        for _ in range(5):
            yield
        assert window.said.text().startswith("“Heavy” asks for up to 88 N, the limit is 60 N")
        assert window.course.isVisible()
        window.close()

    assert led(story(), tmp_path, "--hand", "trained") == 0
    assert capsys.readouterr() == ("", "")


def test_an_instrument_that_only_measures_opens_no_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert led(iter(()), tmp_path, "--tool", "progressor:1") == 2
    assert "an instrument of another make only measures" in capsys.readouterr().err


def test_a_search_that_finds_nothing_ends_with_the_window(tmp_path: Path) -> None:
    def story() -> Story:
        while (window := shown()) is None:
            yield
        window.course.next.click()
        window.close()

    assert led(story(), tmp_path, "--tool", "none-of-this-name") == 0
    assert not (tmp_path / "data" / "training" / "T-1.jsonl").exists()
