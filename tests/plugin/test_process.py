"""The simulator's process: it may be missing, silent, rude or unwilling to end; a test never hangs on it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import pytest

from _pytest_palpate import process
from _pytest_palpate.server import Server, Servers
from pytest_palpate import Refused, SimulatorFailed
from tests.plugin.project import is_gone

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="watches processes as Unix does")

STATE = {"do": "state"}


def python(program: str) -> list[str]:
    return [sys.executable, "-c", program]


def ask(command: Sequence[str], answer_s: float = 60) -> Server:
    """Ask it once, which it does not survive."""
    server = Server(command, answer_s)
    try:
        server.ask(STATE, lambda _: None)
    finally:
        assert not server.usable
        server.end()
        assert is_gone(server.pid)
    return server


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["/nowhere/palpate"], "/nowhere/palpate does not start: No such file or directory"),
        (["false"], r"palpate has ended \(exit code 1\); it said nothing on standard error"),
        (python("raise SystemExit('the disk is full')"), r"exit code 1\); it said:\nthe disk is full"),
        (python("import sys; sys.exit('a' * 9000 + 'the end')"), r"it said:\na{3900,}the end$"),
        (python("print('hello', flush=True); input()"), "this is not palpate, or .* it said: hello$"),
        (python("print(42, flush=True); input()"), "this is not palpate, or .* it said: 42$"),
    ],
    ids=("missing", "ends", "says why", "says much", "another", "a number"),
)
def test_what_is_no_simulator_is_one_error_with_its_reason(command: list[str], says: str) -> None:
    with pytest.raises(SimulatorFailed, match=says):
        ask(command)


def test_a_simulator_that_says_nothing_is_ended() -> None:
    with pytest.raises(SimulatorFailed, match=r"palpate said nothing for 0\.2 s and was ended; it said nothing on"):
        ask(python("import sys; sys.stdin.read()"), answer_s=0.2)


def test_a_simulator_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "END_S", 0.2)
    stubborn = process.LineProcess(python("print('ready', flush=True)\nwhile True: __import__('time').sleep(9)"))
    assert stubborn.hear() == "ready\n"
    stubborn.end()
    assert is_gone(stubborn.pid)


def test_a_refusal_is_no_failure_and_the_server_stays() -> None:
    rude = 'for line in __import__(\'sys\').stdin: print(\'{"ok": false, "error": "no"}\', flush=True)'
    server = Server(python(rude))
    with pytest.raises(Refused, match=r"^no$"):
        server.ask(STATE, lambda _: None)
    assert server.usable
    server.end()


@pytest.fixture
def servers() -> Iterator[Servers]:
    servers = Servers(lambda: python("import sys; sys.stdin.read()"))
    yield servers
    servers.end()


def test_a_server_that_was_given_back_is_used_again(servers: Servers) -> None:
    first, second = servers.take(), servers.take()
    assert first.pid != second.pid
    servers.give_back(first)
    assert servers.take() is first
    servers.give_back(first)
    servers.give_back(second)


def test_one_that_died_meanwhile_or_that_owes_an_answer_is_not_used_again(servers: Servers) -> None:
    dead, owing = servers.take(), servers.take()
    with pytest.raises(KeyboardInterrupt):
        _interrupted(owing)
    servers.give_back(owing)
    servers.give_back(dead)
    dead.end()
    third = servers.take()
    assert third not in (dead, owing)
    assert is_gone(owing.pid)
    servers.give_back(third)


def _interrupted(server: Server) -> None:
    """Somebody presses Ctrl-C before the answer has come."""
    server._process.hear = _interrupt  # type: ignore[method-assign]  # what happens in between
    server.ask(STATE, lambda _: None)


def _interrupt() -> str:
    raise KeyboardInterrupt
