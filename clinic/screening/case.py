"""All that one decision looks at."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple, Self

from clinic.entries.places import Site
from clinic.entries.restriction import Restriction
from clinic.library import Library
from clinic.screening.adverse import AdverseEvent
from clinic.screening.asked import Asked
from clinic.screening.chart import Chart, of_visit
from clinic.screening.findings import Finding, findings


class Case(NamedTuple):
    """A person, a place, what is wanted there, and what was found."""

    library: Library
    chart: Chart
    asked: Asked
    now: datetime
    site: Site
    found: tuple[Finding, ...]
    restriction: Restriction
    """Of the site and of all findings together."""
    threshold_kpa: float | None
    """What a target may be a share of; None where there is none, or none may be used."""
    tolerance_kpa: float | None

    @classmethod
    def of(cls, library: Library, chart: Chart, asked: Asked, now: datetime) -> Self:
        """Collect it; the site is known."""
        site = library.sites[asked.spot.site]
        found = findings(library, chart, asked.spot, now)
        less = site.restriction
        for finding in found:
            less = less.with_also(finding.restriction)
        known = None if less.no_ppt_plan else asked.known_kpa(asked.threshold, now)
        tolerance = None if known is None else asked.known_kpa(asked.tolerance, now)
        return cls(library, chart, asked, now, site, found, less, known, tolerance)

    def limit(self, name: str) -> float:
        """A figure of safety, as the clinic has it."""
        return self.library.limits[name].value

    @property
    def unreliable(self) -> bool:
        """Whether reports of pain cannot be relied on."""
        return self.restriction.no_ppt_plan and self.restriction.no_pain_guided

    @property
    def events_today(self) -> tuple[AdverseEvent, ...]:
        """What stopped this visit so far, at this place or anywhere."""
        return tuple(event for event in self.chart.stops.events if of_visit(event.at, self.now))
