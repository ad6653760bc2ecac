"""Whether simulated hands are like people's: writes docs/simulated-hands.md, `make hands`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from simulator.hand_kind import PERSONAS
from simulator.stable import Floats
from simulator.tissue_kind import SITES
from tests.proofs.holds import PUBLISHED, Task, fall, holds, spread_percent, variation_percent
from tests.proofs.page import ROOT, Table, write_page

STUDIES: Final = 10
STUDY: Final = 30
"""People, as many as Pérez-Palomares had."""
CROWD: Final = STUDIES * STUDY
PEOPLE: Final = 60
"""For each figure of the other tables."""
HEAD: Final = ("fall to 11–15 s, unseen", "mean of 80 s, unseen", "variation, unseen", "variation, looking")
LONG_S: Final = 120.0
"""As long as Jones's people held a force."""

ABOUT: Final = (
    f"Simulated people, no recordings. The first table has {CROWD} hands, as {STUDIES} studies of {STUDY} people "
    "each: beside the figure of all of them stand the least and the most that one such study finds. The personas "
    "“novice” and “with a tool” were fitted to the figures marked so: there the table shows that the fit holds, and "
    "not that hands are understood. All other personas are *assumed*. These holds press a dynamometer (the site "
    f"“block”), as the studies did, with 30 N. The other tables have {PEOPLE} hands for each "
    "figure. Falls are those of the mean force of all people."
)
READING: Final = (
    "On tissue an unseen force falls by more, because the tissue relaxes too, and with vision by nothing, because "
    "who looks makes up for both. The studies: Pérez-Palomares 2021 (15 physiotherapists and 15 students, 80 s; "
    "means of the intervals 1–5, 6–10, 11–15 and 1–80 s by hand 8.30, 7.87, 7.58 and 7.27 N/cm², with a tool 8.80, "
    "8.73, 8.50 and 8.22; how much the fall differs between people was not published), Jones 2000 (a finger's force "
    "held for 120 s at a few newtons, extrapolated here to 30 N), Chaves 2020 (40 physiotherapists, quartiles that "
    "differ four-fold: more than this crowd)."
)
TREND: Final = {
    "at_6_to_10_s": "fall from the first 5 s to 6–10 s",
    "at_11_to_15_s": "fall from the first 5 s to 11–15 s (fitted)",
    "on_average": "mean of 80 s under the first 5 s (fitted)",
}


def main() -> None:
    """Simulate and write the page."""
    tables = [published(), personas(), sites()]
    write_page(ROOT / "docs" / "simulated-hands.md", "Simulated hands", (ABOUT, READING), tables)


def published() -> Table:
    """The figures of the studies beside ours."""
    rows = [
        row for persona, how in (("novice", "by hand"), ("with a tool", "with a tool")) for row in falls(persona, how)
    ]
    for looking, people, how in ((True, "6 %", "with vision"), (False, "10.5 %", "without")):
        force_n = holds(Task("novice", for_s=LONG_S, looking=looking), CROWD)
        figure = f"variation within a hold of 120 s, {how} (fitted)"
        rows.append((figure, people, *_among(force_n, lambda some_n: f"{variation_percent(some_n):.1f} %")))
    for persona, people in (("novice", "48 %"), ("with a tool", "49 %")):
        spread = f"{spread_percent(Task(persona), CROWD):.0f} %"
        rows.append((f"standard deviation over mean between people, {persona} (fitted)", people, spread, ""))
    return Table("Published and simulated", ("figure", "people", "simulated", f"studies of {STUDY}"), rows)


def falls(persona: str, how: str) -> list[tuple[str, str, str, str]]:
    """Rows of what one study had."""
    force_n = holds(Task(persona), CROWD)

    def row(field: str, name: str) -> tuple[str, str, str, str]:
        ours = _among(force_n, lambda some_n: _percent(getattr(fall(some_n), field)))
        return f"{name}, {how}", _percent(getattr(PUBLISHED[persona], field)), *ours

    return [row(*trend) for trend in TREND.items()]


def personas() -> Table:
    """How each persona holds 30 N on the trapezius."""
    return Table("Personas on the trapezius", ("persona", *HEAD), [_row(name, name, "trapezius") for name in PERSONAS])


def sites() -> Table:
    """What a novice does on each site."""
    return Table("A novice on each site", ("site", *HEAD), [_row(site, "novice", site) for site in SITES])


def _row(name: str, persona: str, site: str) -> tuple[str, ...]:
    unseen_n, seen_n = (holds(Task(persona, site, looking=looking), PEOPLE) for looking in (False, True))
    fallen = fall(unseen_n)
    varied = (f"{variation_percent(force_n):.1f} %" for force_n in (unseen_n, seen_n))
    return name, _percent(fallen.at_11_to_15_s), _percent(fallen.on_average), *varied


def _among(force_n: Floats, figure: Callable[[Floats], str]) -> tuple[str, str]:
    """Of all people, and the least and the most of the studies."""
    studies = sorted((figure(some_n) for some_n in np.split(force_n, STUDIES)), key=_size)
    return figure(force_n), f"{studies[0]} … {studies[-1]}"


def _size(shown: str) -> float:
    return abs(float(shown.removesuffix(" %").replace("−", "-")))


def _percent(value: float) -> str:
    return f"{value:+.1f} %".replace("-", "−")


if __name__ == "__main__":
    main()
