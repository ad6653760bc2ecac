"""A program that is killed in the midst of a hold: the next one offers to go on, and next to nothing is lost."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from clinic.way.said import Station, Step
from clinic.way.way import Cut
from session.offline.measure import analyse_record
from tests.gui.visit.conftest import Opened
from tests.gui.visit.room import visit_in
from tests.gui.visit.test_refusals import BODY, ordered, ready

ROOT: Final = Path(__file__).parents[3]
INTO_THE_HOLD_S: Final = 3.0
LOST_S: Final = 1.0

PRESSING: Final = """
import asyncio, json, sys
from pathlib import Path

from PySide6.QtCore import QTimer

from device.loop_thread import LoopThread
from gui.app import application
from gui.speaker import Speaker
from gui.visit.window import VisitWindow
from palpate.visiting import VisitPlace, VisitTool
from session.links import LinkName
from tests.gui.visit.room import visit_in

folder = Path(sys.argv[1])
app, thread = application(), LoopThread(asyncio.new_event_loop)
thread.start()
tool = VisitTool(VisitPlace(LinkName.of("sim:treatment"), folder, papers=folder), thread.submit)
window = VisitWindow(visit_in(folder), tool, Speaker(lambda: 0.0, null=True))
window.show()
window.start()
window.page.treat()

def tell():
    live = window.page.live
    if live is not None:
        view = window.page.run._source.view()
        print(json.dumps([view.samples, view.in_band_s, view.rate_hz]), flush=True)

timer = QTimer()
timer.timeout.connect(tell)
timer.start(20)
QTimer.singleShot(600_000, app.quit)  # whatever becomes of the test
app.exec()
"""
"""The window of a visit in real time, begun at the treatment; it tells how many readings it has shown."""


class Shown(NamedTuple):
    """What the window told last."""

    samples: int
    in_band_s: float
    rate_hz: float


def killed_in_a_hold(folder: Path) -> Shown:
    """What it told last before it was killed."""
    command = [sys.executable, "-c", PRESSING, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        last = Shown(0, 0.0, 0.0)
        for line in child.stdout:
            last = Shown(*json.loads(line))
            if last.in_band_s >= INTO_THE_HOLD_S:
                break
        child.kill()
        rest = [Shown(*json.loads(line)) for line in child.stdout if line.endswith("]\n")]
        assert child.wait() == -signal.SIGKILL
    return rest[-1] if rest else last


@pytest.mark.long
@pytest.mark.timeout(900)
def test_a_visit_that_is_killed_in_the_midst_of_a_hold_goes_on_and_has_lost_less_than_a_second(
    opened: Opened, tmp_path: Path
) -> None:
    visit = visit_in(tmp_path)
    ready(visit)
    visit.threshold(BODY, 300.0)
    visit.plan(BODY, "threshold-long", None)
    ordered(visit)
    shown = killed_in_a_hold(tmp_path)
    assert shown.in_band_s >= INTO_THE_HOLD_S
    window = opened(tmp_path)
    assert "goes on here" in window.notice.text()
    treatment = Station(step=Step.TREATMENT, spot=BODY)
    assert window.page.station == treatment
    assert isinstance(window.visit.way.standing(treatment), Cut)
    (dose,) = window.visit.doses.doses
    assert dose.pressed_s is None
    assert dose.counted_s == dose.most_s == 90.0
    (record,) = (tmp_path / "records").iterdir()
    kept = analyse_record(record)
    assert shown.samples - kept.signal.samples <= LOST_S * shown.rate_hz
    assert len(kept.holds) == 1
