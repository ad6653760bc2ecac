from __future__ import annotations

from gui.source import Source
from session.runner import Runner


def shown(runner: Runner) -> Source:
    """The type checker proves here that a window can show a runner as it is."""
    return runner


def test_a_runner_has_everything_that_a_window_asks_for() -> None:
    asked = {name for name in vars(Source) if not name.startswith("_")}
    assert asked == {"view", "take_samples", "take_events", "hear", "clock_s"}
    assert asked <= set(dir(Runner))
