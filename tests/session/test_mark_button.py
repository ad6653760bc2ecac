from __future__ import annotations

import pytest

from session.inputs import Input, PainGone, PainHalved, Stop
from session.mark_button import MarkButton

HALVED, GONE, STOP = PainHalved(), PainGone(), Stop()


def told(*edges_s: float, until_s: float = 9.0) -> list[tuple[float, Input]]:
    """What presses mean, and when it is known to a hundredth; the edges go down and up by turns."""
    button, said, waiting = MarkButton(), [], list(enumerate(edges_s))
    for hundredth in range(round(100 * until_s)):
        now_s = hundredth / 100
        while waiting and waiting[0][1] <= now_s:
            number, at_s = waiting.pop(0)
            button.update(down=number % 2 == 0, t_s=at_s)
        said += [(now_s, value) for value in button.take(now_s)]
    return said


@pytest.mark.parametrize(
    ("edges_s", "said"),
    [
        ((1.0, 1.2), [(1.7, HALVED)]),
        ((1.0, 1.99), [(2.49, HALVED)]),
        ((1.0, 1.2, 1.5, 1.6), [(1.6, GONE)]),
        ((1.0, 1.2, 1.69, 2.5), [(2.5, GONE)]),
        ((1.0, 1.2, 1.7, 1.9), [(1.7, HALVED), (2.4, HALVED)]),
        ((1.0, 5.0), [(2.0, STOP)]),
        ((1.0,), [(2.0, STOP)]),
        ((1.0, 1.2, 1.5, 4.0), [(2.5, STOP)]),
        ((1.0, 3.0, 3.1, 3.2), [(2.0, STOP), (3.7, HALVED)]),
        ((1.0, 1.1, 1.2, 1.3, 1.4, 1.5), [(1.3, GONE), (2.0, HALVED)]),
        ((), []),
    ],
)
def test_short_double_and_held(edges_s: tuple[float, ...], said: list[tuple[float, Input]]) -> None:
    assert told(*edges_s) == said


def test_an_end_without_a_beginning_means_nothing() -> None:
    button = MarkButton()
    button.update(down=False, t_s=1.0)
    assert button.take(5.0) == ()


def test_a_beginning_that_comes_twice_counts_once() -> None:
    button = MarkButton()
    for t_s in (1.0, 1.1):
        button.update(down=True, t_s=t_s)
    button.update(down=False, t_s=1.2)
    assert button.take(1.7) == (HALVED,)


def test_each_mark_is_told_once() -> None:
    button = MarkButton()
    button.update(down=True, t_s=1.0)
    assert (button.take(2.0), button.take(2.0), button.take(9.0)) == ((STOP,), (), ())


def test_press_and_end_that_arrive_together_are_a_short_press() -> None:
    button = MarkButton()
    button.update(down=True, t_s=1.0)
    button.update(down=False, t_s=1.0)
    assert button.take(1.5) == (HALVED,)
