from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui.app import application, run
from session.cue import Action
from session.inputs import Quit, Stop
from tests.gui.stage import SUMMARY, Held, view


def test_it_closes_by_itself_after_the_summary(qapp: QApplication) -> None:
    source = Held(view(Action.DONE, summary=SUMMARY))
    run(source, close_after_s=0.0)
    assert source.asked == []


def test_ctrl_c_ends_it_and_stops_the_treatment(qapp: QApplication) -> None:
    source = Held(view(Action.HOLD))
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        run(source)
    assert source.asked == [Stop(), Quit()]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_the_application_is_made_once_and_in_fusion(qapp: QApplication) -> None:
    assert application() is application() is qapp
    assert qapp.style().name().lower() == "fusion"


def test_it_closes_when_no_summary_will_come_any_more(qapp: QApplication) -> None:
    source = Held(view())
    run(source, broken=lambda: True, muted=True)
    assert source.asked == [Stop(), Quit()]
