"""Whether guidance survives the loss of its data: writes docs/losses.md, `make losses`."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from session.cue import Why
from tests.proofs.page import ROOT, Table, write_page
from tests.proofs.spoiled import KINDS, Loss, Outlived, losses, outlived

RUNS, HOLDS = 6, 52
"""For each kind: 6 runs of 52 moments, of which a few fall into a rest; more than 1,000 holds in all."""
DEAF: Final = 10
"""Hands that hear nothing, for each kind and limit."""

ABOUT: Final = (
    "Simulated holds by the real code in virtual time: tool, link, session and guide; no radio and no people. In the "
    "midst of each hold the data end at a random moment for 2.3 s: no frames come, the cell says the same for ever, it "
    "is at the end of its range, or the link is cut. Times count from the arrival of the last reading that can be "
    "trusted, as the scenario alone says it, to the first step of the session that shows dashes, and to the one that "
    "calls the let-go; the session looks at its watch 20 times a second, a window 60 times by the same rule."
)
READING: Final = (
    "The end of the range is above every limit: there the let-go comes at once, and names the pressure. A let-go for a "
    "time limit may fall due while the data are lost; it is counted apart. “Pressed on” are dashes beside a word that "
    "asks for more, or that gives no reason: there must be none."
)
LIMITS: Final = (
    "Hands that hear nothing and press on, with a loss of data that begins between 1.5 s before their limit is due and "
    "0.5 s after it. “Taken back” is a let-go after which something else was said."
)


def main() -> None:
    """Simulate and write the page."""
    with ProcessPoolExecutor(max_workers=2) as pool:
        lost = [*pool.map(_losses, [(kind, seed) for kind in KINDS for seed in range(RUNS)])]
        deaf = [*pool.map(_outlived, [(kind, seed) for kind in KINDS for seed in range(DEAF)])]
    spoiled, late = [each for part in lost for each in part], [each for part in deaf for each in part]
    write_page(
        ROOT / "docs" / "losses.md",
        "Loss of data in a hold",
        (ABOUT, READING, LIMITS),
        [lost_table(spoiled), limit_table(late)],
    )


def lost_table(spoiled: list[Loss]) -> Table:
    """One row for each kind of loss."""
    head = (
        "loss", "holds", "dashes, s", "let go for no data", "let go, s", "let go for a limit", "… for the pressure",
        "pressed on",
    )  # fmt: skip
    return Table(f"{len(spoiled):,} holds", head, [_lost_row(kind, spoiled) for kind in KINDS])


def limit_table(late: list[Outlived]) -> Table:
    """One row for each kind of loss and limit."""
    groups = [(kind, limit) for kind in KINDS for limit in dict.fromkeys(each.limit for each in late)]
    rows = [
        (
            kind,
            limit,
            f"{len(those)}",
            f"{max(each.late_s for each in those):.2f}",
            f"{sum(each.taken_back for each in those)}",
        )
        for kind, limit in groups
        if (those := [each for each in late if (each.kind, each.limit) == (kind, limit)])
    ]
    return Table("The limits of a hold", ("loss", "limit", "holds", "called at most so late, s", "taken back"), rows)


def _lost_row(kind: str, spoiled: list[Loss]) -> tuple[str, ...]:
    those = [each for each in spoiled if each.kind == kind]
    silent = [each for each in those if each.by_silence]
    over = sum(each.why is Why.OVER_CAP for each in those)
    return (
        kind,
        f"{len(those)}",
        _range(each.dashes_s for each in those),
        f"{len(silent)}",
        _range(each.let_go_s for each in silent),
        f"{len(those) - len(silent) - over}",
        f"{over}",
        f"{sum(each.pressed_on for each in those)}",
    )


def _range(values: Iterable[float]) -> str:
    found = sorted(values)
    return f"{found[0]:.3f} to {found[-1]:.3f}" if found else "–"


def _losses(run: tuple[str, int]) -> list[Loss]:
    return losses(*run, HOLDS)


def _outlived(run: tuple[str, int]) -> list[Outlived]:
    return [*outlived(*run)]


if __name__ == "__main__":
    main()
