from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from session.caps import Region, Site, lowest, ramp_cap, site_cap
from session.plan import Cap
from tests.analysis.algometry.ramps import about

sites = st.builds(Site, st.sampled_from(Region), st.booleans())


@pytest.mark.parametrize(
    ("region", "light", "force_n", "reason"),
    [
        (Region.FACE, False, 15.0, "the face: 15 N (assumed)"),
        (Region.FACE, True, 15.0, "the face: 15 N (assumed)"),
        (Region.NECK, False, 30.0, "neck and suboccipital region: 30 N (assumed)"),
        (Region.NECK, True, 30.0, "neck and suboccipital region: 30 N (assumed)"),
        (Region.BODY, False, 120.0, "trunk and limbs: 120 N (assumed)"),
        (Region.BODY, True, 30.0, "sites called light: 30 N (assumed)"),
    ],
)
def test_a_site_bears(region: Region, light: bool, force_n: float, reason: str) -> None:
    assert site_cap(Site(region, light)) == Cap(force_n=force_n, reasons=(reason,))


@pytest.mark.parametrize(
    ("region", "area_cm2", "force_n", "reason"),
    [
        (Region.FACE, 0.5, 12.5, "threshold on the face: 250 kPa (assumed)"),
        (Region.FACE, 1.0, 15.0, "the face: 15 N (assumed)"),
        (Region.NECK, 0.5, 20.0, "threshold on neck and suboccipital region: 400 kPa (assumed)"),
        (Region.NECK, 1.0, 30.0, "neck and suboccipital region: 30 N (assumed)"),
        (Region.BODY, 1.0, 80.0, "threshold on trunk and limbs: 800 kPa (assumed)"),
        (Region.BODY, 1.5, 120.0, "trunk and limbs: 120 N (assumed)"),
        (Region.BODY, 2.0, 120.0, "trunk and limbs: 120 N (assumed)"),
    ],
)
def test_a_ramp_ends_at_its_pressure_or_at_the_sites_force(
    region: Region, area_cm2: float, force_n: float, reason: str
) -> None:
    cap = ramp_cap(Site(region), area_cm2)
    assert (cap.force_n, cap.reasons) == (about(force_n), (reason,))


@given(sites, st.floats(0.1, 10))
def test_no_ramp_ends_above_any_limit(site: Site, area_cm2: float) -> None:
    cap = ramp_cap(site, area_cm2)
    limit_kpa = {Region.FACE: 250, Region.NECK: 400, Region.BODY: 800}[site.region]
    assert cap.force_n <= site_cap(site).force_n <= 120
    assert cap.force_n * 10 / area_cm2 <= limit_kpa * (1 + 1e-12)
    assert cap.force_n in (site_cap(site).force_n, pytest.approx(limit_kpa * area_cm2 / 10))


def test_of_several_caps_the_lowest_holds_and_of_equal_ones_the_first() -> None:
    high, low, same = (Cap(force_n=n, reasons=(name,)) for n, name in ((9.0, "a"), (5.0, "b"), (5.0, "c")))
    assert lowest(high, low, same) == low


def test_of_several_caps_the_shortest_times_hold_whichever_has_the_lowest_force() -> None:
    short = Cap(force_n=9.0, band_s=30.0, contact_s=110.0, reasons=("short",))
    weak = Cap(force_n=5.0, band_s=90.0, contact_s=50.0, reasons=("weak",))
    assert lowest(short, weak) == Cap(force_n=5.0, band_s=30.0, contact_s=50.0, reasons=("weak",))
