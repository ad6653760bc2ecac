"""Whether simulated hands are like people's: writes docs/simulated-hands.md, `make hands`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import numpy as np

from simulator.crowd import LEVEL_SIGMA, TAUGHT_SIGMA
from simulator.hand_kind import EXPERT_SHARE, PERSONAS, TRAINED_SHARE
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
    "not that hands are understood. “Trained” and “expert” are novices with less unsteadiness and sag, by what the "
    "second table says. All other personas are *assumed*. These holds press a dynamometer (the site "
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
PRACTISED: Final = (
    "**How much steadier practised hands are is known badly; confidence low.** No study was found that compares how "
    "steadily hands of different skill press. The share of an expert comes from surgeons: the gripping force "
    "of experienced ones had a standard deviation of 1.43 N, that of novices 3.54 N (Araki 2017, Surg Endosc "
    "31:1999), and novices use 22.7 % more force (review of 45 studies, Golahmadi 2021, Ann Med Surg 65:102268); in "
    "relation to the force that is a half. Highly skilled players hold an isometric force steadier than others at five "
    "levels (Salonikidis 2009, Eur J Appl Physiol 107:715). Against it: in precision mechanics experts were no "
    "steadier than novices in holding, only in changing a force (Vieluf 2017, J Neurophysiol 118:176). Trained hands "
    "lie between two published amounts: ten weeks of class without a force in view leave 94 % of the variation of "
    "thrusts (17, 16 and 20 % before, 15, 15 and 20 % after; Owens 2018, J Chiropr Educ 32:3), and an expert has a "
    "half. Who is shown the force varies less afterwards than who was not (Chang 2007, Phys Ther 87:418), after five "
    "days of pressing a constant force (Sosnoff 2009, J Mot Behav 41:137) or 1.5 h (Wu 2012, J Mot Behav 44:471, kept "
    "for two weeks), and surgeons with some experience vary between novices and experienced ones (Sugiyama 2018, JAMA "
    "Surg 153:234); these amounts were not at hand. Midway from a novice to an expert is *assumed*; what other shares "
    "would change stands in [ranking.md](ranking.md). That sag shrinks with unsteadiness follows people of whom "
    "those whose unseen force sinks faster also vary more (Smith 2018, J Neurophysiol 120:2107); by the same share is "
    "*assumed*. What people call a newton is a matter of having been taught, and not of experience: 29 people who "
    "practised 4 kg differed by 65 % less afterwards, unseen too, experts no less than people who had never done it "
    "(Smythe 1998, J Rheumatol 25:149). Read were the abstracts."
)
TREND: Final = {
    "at_6_to_10_s": "fall from the first 5 s to 6–10 s",
    "at_11_to_15_s": "fall from the first 5 s to 11–15 s (fitted)",
    "on_average": "mean of 80 s under the first 5 s (fitted)",
}


def main() -> None:
    """Simulate and write the page."""
    tables = [published(), practised(), personas(), sites()]
    write_page(ROOT / "docs" / "simulated-hands.md", "Simulated hands", (ABOUT, READING, PRACTISED), tables)


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


def practised() -> Table:
    """How much of what a novice does is left in more practised hands."""
    rows = [
        row
        for persona, share in (("trained", f"{TRAINED_SHARE:.2f} (midway)"), ("expert", f"{EXPERT_SHARE:.2f}"))
        for row in _left(persona, share)
    ]
    spreads = [spread_percent(Task("novice"), CROWD, sigma) for sigma in (TAUGHT_SIGMA, LEVEL_SIGMA)]
    rows.append(("differences between people after being taught a force", "0.35", f"{spreads[0] / spreads[1]:.2f}"))
    return Table("Of a novice's figure is left", ("figure", "sources", "simulated"), rows)


def _left(persona: str, share: str) -> list[tuple[str, str, str]]:
    def ratio(figure: Callable[[str], float]) -> str:
        return f"{figure(persona) / figure('novice'):.2f}"

    def varied(who: str, *, looking: bool) -> float:
        return variation_percent(holds(Task(who, for_s=LONG_S, looking=looking), PEOPLE))

    return [
        (f"variation within 120 s, with vision, {persona}", share, ratio(partial(varied, looking=True))),
        (f"variation within 120 s, without, {persona}", share, ratio(partial(varied, looking=False))),
        (
            f"mean of 80 s under the first 5 s, {persona}",
            share,
            ratio(lambda who: fall(holds(Task(who), CROWD)).on_average),
        ),
    ]


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
