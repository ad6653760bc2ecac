"""Writes docs/detection.md: `python -m tests.proofs.detection`, about ten minutes on two cores."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from itertools import product
from typing import Final, NamedTuple, TypeAlias

from tests.proofs.page import ROOT, Table, write_page
from tests.proofs.press import BRACED_N_PER_MM, FREE_N_PER_MM, RAMP_S, Scene, Yield
from tests.proofs.softenings import Depth, Found, Rate, false_alarms, found, spoken

NOISES_PERCENT: Final = (0.5, 1.0, 2.0, 4.0, 8.0)
YIELDS: Final = tuple(Yield(percent, tau_s) for percent, tau_s in product((10.0, 20.0, 30.0), (0.5, 2.0, 5.0)))
TRIALS: Final = 400
"""Softenings in a cell: a share of .96 is known to .02."""
NULLS: Final = 2000
"""Trials without softening: 30 hours of watching, so 0.1 a minute is known to 0.015."""
FRESH: Final = 1
"""First number of every seed here; the alarms were set on seeds that begin with 0."""
COLLAR: Final = Depth(noise_mm=0.05, motion_mm=0.2)
"""A sprung collar round the tip."""
LET_GO_S: Final = (0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 8.0, 12.0, 20.0)


class Way(NamedTuple):
    """How the tool is held."""

    name: str
    hand_n_per_mm: float
    guided: bool
    depth: Depth | None = None


BRACED: Final = Way("Braced, no target shown", BRACED_N_PER_MM, guided=False)
WAYS: Final = (
    BRACED,
    Way("Free hand, no target shown (the stage is off there)", FREE_N_PER_MM, guided=False),
    Way("Free hand that follows a target on the screen (the stage is off there)", FREE_N_PER_MM, guided=True),
    Way("Free hand that follows a target, force by depth", FREE_N_PER_MM, guided=True, depth=COLLAR),
)

Cell: TypeAlias = tuple[int, float, int | None]
"""Index in `WAYS`, noise, index in `YIELDS` or None for a trial without softening."""

ABOUT: Final = (
    "How often the advisory of [softening.md](softening.md) speaks without a softening, and how often and how soon "
    "with one, in a simulation whose truth is known (`tests/proofs/press.py`; its figures are assumed where no source "
    "is named there). No tool and no person was measured."
)
READING: Final = (
    f"A trial is a ramp of {RAMP_S:g} s to 30 N and a hold of 60 s. False alarms: first alarms by the time watched "
    f"until then, {NULLS:,} trials. Found: said within 10 s of the onset, of {TRIALS} trials less those with an "
    "earlier alarm; then the median delay, of which 1 s is the wait whether the hand lets go. Brackets: 95 % bounds. "
    "The noise is the coefficient of variation of the force that the hand would have on its own; softenings are the "
    "part of the stiffness that is lost and the time constant. The alarms were set at braced, 2 %, on other seeds. "
    f"Depth is measured with a noise of {COLLAR.noise_mm:g} mm a tick, from skin that wanders by "
    f"{COLLAR.motion_mm:g} mm (both root mean square, assumed)."
)


def main() -> None:
    """Simulate every cell and write the page."""
    with ProcessPoolExecutor(2) as pool:
        cells: list[Cell] = list(product(range(len(WAYS)), NOISES_PERCENT, (None, *range(len(YIELDS)))))
        results = dict(zip(cells, pool.map(outcome, cells), strict=True))
        let_go = Table(
            "Letting go after a hold, braced, 2 %",
            ("let-go takes", "advisories in the let-go, of 400"),
            zip((f"{let_go_s:g} s" for let_go_s in LET_GO_S), pool.map(_let_go, LET_GO_S), strict=True),
        )
    tables = [_table(way, results) for way in range(len(WAYS))]
    write_page(
        ROOT / "docs" / "detection.md", "Softening: what the advisory finds", (ABOUT, READING), [*tables, let_go]
    )


def outcome(cell: Cell) -> Rate | Found:
    """False alarms a minute, or softenings found."""
    way, noise_percent, softening = cell
    seed = (FRESH, way, round(10 * noise_percent), 0 if softening is None else 1 + softening)
    _, hand, guided, depth = WAYS[way]
    scene = Scene(hand, guided, noise_percent, None if softening is None else YIELDS[softening])
    if softening is None:
        return false_alarms(spoken(scene, NULLS, seed, depth), RAMP_S + scene.hold_s)
    return found(spoken(scene, TRIALS, seed, depth))


def _let_go(let_go_s: float) -> str:
    """Advisories after the end of a hold of 20 s."""
    scene = Scene(BRACED_N_PER_MM, guided=False, noise_percent=2.0, hold_s=20.0, let_go_s=let_go_s)
    said = spoken(scene, TRIALS, (FRESH, round(10 * let_go_s)))
    return str(int(((said.at_s > RAMP_S + scene.hold_s) & (said.at_s < float("inf"))).sum()))


def _table(way: int, results: dict[Cell, Rate | Found]) -> Table:
    head = ("", *(f"noise {noise:g} %" for noise in NOISES_PERCENT))
    labels = ("**false alarms a minute**", *(f"{each.percent:g} %, {each.tau_s:g} s" for each in YIELDS))
    rows = [
        (label, *(_words(results[way, noise, row]) for noise in NOISES_PERCENT))
        for label, row in zip(labels, (None, *range(len(YIELDS))), strict=True)
    ]
    return Table(WAYS[way].name, head, rows)


def _words(result: Rate | Found) -> str:
    if isinstance(result, Rate):
        return f"{result.value:.2f} [{result.low:.2f}–{result.high:.2f}]"
    share = result.share
    delay = f" {result.delay_s:.1f} s" if result.share.value else ""
    return f"{share.value:.2f} [{share.low:.2f}–{share.high:.2f}]{delay}"


if __name__ == "__main__":
    main()
