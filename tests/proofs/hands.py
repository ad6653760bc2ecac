"""Whether simulated hands are like people's: writes docs/simulated-hands.md, `make hands`."""

from __future__ import annotations

from typing import Final

from simulator.hand_kind import PERSONAS
from simulator.tissue_kind import SITES
from tests.proofs.holds import Fall, Task, fall, spread_percent, variation_percent
from tests.proofs.page import ROOT, Table, write_page

PEOPLE: Final = 40
CROWD: Final = 300
LONG_S: Final = 120.0
"""As long as Jones's people held a force."""

ABOUT: Final = (
    f"Simulated people, no recordings: {PEOPLE} hands for each figure. The personas “novice” and “with a tool” were "
    "fitted to these published figures, so the first table shows that the fit holds and not that hands are "
    "understood; all other personas are *assumed*. The holds of the first table press a dynamometer (the site "
    "“block”), as the studies did, with 30 N."
)
READING: Final = (
    "On tissue an unseen force falls by more, because the tissue relaxes too, and with vision by nothing, because who "
    "looks makes up for both. The studies: Pérez-Palomares 2021 (15 physiotherapists and 15 students, 80 s, by hand "
    "and with a tool), Jones 2000 (a finger's force held for 120 s at a few newtons, extrapolated here to 30 N), "
    "Chaves 2020 (40 physiotherapists, quartiles that differ four-fold: more than this crowd)."
)


def main() -> None:
    """Simulate and write the page."""
    tables = [published(), personas(), sites()]
    write_page(ROOT / "docs" / "simulated-hands.md", "Simulated hands", (ABOUT, READING), tables)


def published() -> Table:
    """The figures of the studies beside ours."""
    hand, tool = fall(Task("novice"), PEOPLE), fall(Task("with a tool"), PEOPLE)
    seen, unseen = (
        variation_percent(Task("novice", for_s=LONG_S, looking=looking), PEOPLE) for looking in (True, False)
    )
    spread = spread_percent(Task("novice"), CROWD)
    rows = [
        ("fall from the first 5 s to 11–15 s, by hand", "−9 %", _percent(hand.at_11_to_15_s)),
        ("mean of 80 s under the first 5 s, by hand", "−12 %", _percent(hand.on_average)),
        ("fall from the first 5 s to 11–15 s, with a tool", "−3 %", _percent(tool.at_11_to_15_s)),
        ("mean of 80 s under the first 5 s, with a tool", "−7 %", _percent(tool.on_average)),
        ("variation within a hold of 120 s, with vision", "6 %", f"{seen:.1f} %"),
        ("variation within a hold of 120 s, without", "10.5 %", f"{unseen:.1f} %"),
        (f"standard deviation over mean between {CROWD} people", "48 %, 49 %", f"{spread:.0f} %"),
    ]
    return Table("Published and simulated", ("figure", "people", "simulated"), rows)


def personas() -> Table:
    """How each persona holds 30 N on the trapezius."""
    rows = []
    for name in PERSONAS:
        unseen, seen = (Task(name, "trapezius", looking=looking) for looking in (False, True))
        rows.append((name, *_fallen(fall(unseen, PEOPLE)), *(_varied(task) for task in (unseen, seen))))
    head = ("persona", "fall to 11–15 s, unseen", "mean of 80 s, unseen", "variation, unseen", "variation, looking")
    return Table("Personas on the trapezius", head, rows)


def sites() -> Table:
    """What a novice does on each site."""
    rows = []
    for site in SITES:
        unseen, seen = (Task("novice", site, looking=looking) for looking in (False, True))
        rows.append((site, *_fallen(fall(unseen, PEOPLE)), _varied(unseen), _varied(seen)))
    head = ("site", "fall to 11–15 s, unseen", "mean of 80 s, unseen", "variation, unseen", "variation, looking")
    return Table("A novice on each site", head, rows)


def _fallen(fallen: Fall) -> tuple[str, str]:
    return _percent(fallen.at_11_to_15_s), _percent(fallen.on_average)


def _varied(task: Task) -> str:
    return f"{variation_percent(task, PEOPLE):.1f} %"


def _percent(value: float) -> str:
    return f"{value:+.1f} %".replace("-", "−")


if __name__ == "__main__":
    main()
