from __future__ import annotations

import pytest

from device.backend import NOTIFY_VARIABLE, notify_arguments
from device.errors import UnknownNotify


@pytest.mark.parametrize(("value", "start"), [("", True), ("start", True), ("acquire", False)])
def test_the_environment_says_how_bluez_notifies(monkeypatch: pytest.MonkeyPatch, value: str, start: bool) -> None:
    monkeypatch.setenv(NOTIFY_VARIABLE, value)
    assert notify_arguments() == {"use_start_notify": start}


def test_what_the_environment_does_not_say_is_as_bleak_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NOTIFY_VARIABLE, raising=False)
    assert notify_arguments() == {"use_start_notify": True}


def test_another_word_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NOTIFY_VARIABLE, "Acquire")
    with pytest.raises(UnknownNotify, match="PALPATE_NOTIFY is 'Acquire': set it to start or to acquire"):
        notify_arguments()
