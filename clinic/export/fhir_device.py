"""The tool as a FHIR device."""

from __future__ import annotations

from collections.abc import Iterator

from clinic.export.about import AboutDocument
from clinic.export.fhir_codes import Json, named, quantity


def device(about: AboutDocument) -> Json:
    """Serial number, firmware, tip and calibration; a simulated tool says that it is none."""
    kind = "pressure-sensing massage tool"
    made: Json = {
        "resourceType": "Device",
        "type": [named(f"simulated {kind}" if about.notice else kind, "tool")],
        "property": list(_properties(about)),
    }
    if about.tool:
        made |= {"serialNumber": about.tool, "displayName": about.tool}
    if about.firmware:
        made["version"] = [{"type": named("firmware", "firmware"), "value": about.firmware}]
    return made


def _properties(about: AboutDocument) -> Iterator[Json]:
    yield {"type": named("sampling rate", "rate_hz"), "valueQuantity": quantity("rate_hz", about.rate_hz)}
    if about.area_cm2 is not None:
        yield {"type": named("area of the tip", "area_cm2"), "valueQuantity": quantity("area_cm2", about.area_cm2)}
    if about.full_scale_n is not None:
        full_scale = quantity("full_scale_n", about.full_scale_n)
        yield {"type": named("full scale", "full_scale_n"), "valueQuantity": full_scale}
    if about.calibration is not None:
        uncertainty = quantity("uncertainty_percent", about.calibration.uncertainty_percent)
        text = "expanded uncertainty of full scale, k = 2"
        yield {"type": named(text, "uncertainty_percent"), "valueQuantity": uncertainty}
        yield {"type": named("day of calibration", "calibration"), "valueString": about.calibration.day.isoformat()}
