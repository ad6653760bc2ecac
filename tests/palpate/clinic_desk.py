"""`palpate clinic` in a folder of the test's own, whose passphrases cost little to guess."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from palpate.cli import palpate
from tests.clinic.store.people import CHEAP, WORD, wait_for_no_disk


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A guess costs little, and no disk is waited for: how much it costs, and that it is there, is told elsewhere."""
    wait_for_no_disk(monkeypatch)
    for module in ("clinic.store.opened", "clinic.store.accounts", "palpate.clinic.copies"):
        monkeypatch.setattr(f"{module}.Cost", lambda: CHEAP)


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "word").write_text(f"{WORD}\n", "utf-8")
    (tmp_path / "other").write_text("another passphrase\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    done = tell("init", "--login", "anna", "--name", "Anna Petrosyan")
    assert "Recovery code: " in done
    return tmp_path


def tell(*arguments: str, text: str = "", code: int = 0, group: str = "clinic", word: str = "word") -> str:
    """Run one command; the options of the door stand behind it."""
    name, *rest = arguments
    doors = ["--data", "data", "--passphrase-file", word]
    as_group = name in {"people", "accounts"}
    whole = [group, name, *(doors if as_group else []), *rest, *([] if as_group else doors)]
    result = CliRunner().invoke(palpate, whole, input=text, catch_exceptions=True)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        assert code == 2, result.exception
        return str(result.exception)
    assert result.exit_code == code, result.output
    return result.output


def added(name: str = "Zebulon Quaife") -> str:
    return tell("people", "add", text=f"{name}\n1961-03-07\n0151 7734\nen\nsleeps badly\n").split()[-1]
