"""How hard anybody may be asked to press, by the place on the body."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from analysis.doses import pressure_kpa
from protocol.sentence import Sentence
from session.plan import DEVICE_CAP_N, Cap


class Region(StrEnum):
    """Where on the body; the value completes a sentence for people."""

    FACE = "the face"
    NECK = "neck and suboccipital region"
    BODY = "trunk and limbs"


class Site(NamedTuple):
    """What a place bears."""

    region: Region
    light: bool = False
    """Whether the map calls it light or low."""


SITE_CAP_N: Final = {Region.FACE: 15.0, Region.NECK: 30.0, Region.BODY: DEVICE_CAP_N}
"""*Assumed*; a clinic may lower them."""
LIGHT_CAP_N: Final = 30.0
"""*Assumed*, for sites called light or low."""
RAMP_END_KPA: Final = {Region.FACE: 250.0, Region.NECK: 400.0, Region.BODY: 800.0}
"""*Assumed*: here a search for the pain threshold ends with "> X". Healthy thresholds are about 423 ± 205 kPa at the
upper trapezius and 621 ± 221 kPa at the infraspinatus (Bordachar 2019)."""


def site_cap(site: Site) -> Cap:
    """The most force at this site, whatever the tip."""
    force_n = SITE_CAP_N[site.region]
    if site.light and force_n > LIGHT_CAP_N:
        why = Sentence("sites called light: {limit_n:g} N (assumed)", limit_n=LIGHT_CAP_N)
        return Cap(force_n=LIGHT_CAP_N, reasons=(why,))
    why = Sentence("{region}: {limit_n:g} N (assumed)", region=site.region, limit_n=force_n)
    return Cap(force_n=force_n, reasons=(why,))


def ramp_cap(site: Site, area_cm2: float) -> Cap:
    """Where a search for a threshold ends: at the site's pressure or at its force, the lower holds."""
    site_n, end_kpa = site_cap(site), RAMP_END_KPA[site.region]
    end_n = end_kpa / pressure_kpa(1.0, area_cm2)
    if site_n.force_n <= end_n:
        return site_n
    why = Sentence("threshold on {region}: {end_kpa:g} kPa (assumed)", region=site.region, end_kpa=end_kpa)
    return Cap(force_n=end_n, reasons=(why,))


def lowest(*caps: Cap) -> Cap:
    """The cap that holds where several do: the lowest force, of equal ones the first; and the shortest times."""
    lowest_n = min(caps, key=lambda cap: cap.force_n)
    band_s, contact_s = min(cap.band_s for cap in caps), min(cap.contact_s for cap in caps)
    return lowest_n.model_copy(update={"band_s": band_s, "contact_s": contact_s})
