"""The bundle as fhir.resources reads and checks it, and as a reader who knows FHIR's own rules decodes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import fhir.resources
import numpy as np
import pytest
from fhir.resources.bundle import Bundle
from pydantic import ValidationError

from clinic.export.fhir_file import FIGURES, write_fhir
from clinic.export.marks import Kind, Mark
from clinic.export.recording import Recording
from clinic.export.sampled import SHORT
from clinic.export.units import unit_of
from protocol.blocks import GRID_PER_N, SampleBlock, SampleFlag
from tests.clinic.export.story import FIRST_READING, LOST, SATURATED, true_n
from tests.clinic.export.test_edf import retimed

UCUM = {"N", "kPa", "s", "kPa.s", "N.s", "N/s", "kPa/s", "%", "cm2", "Hz", "1"}
"""Of the units that are used: checked by hand against the case-sensitive codes of UCUM."""
SAMPLES = re.compile(r"((-{0,1}\d*\.{0,1}\d+)|[EUL])( ((-{0,1}\d*\.{0,1}\d+)|[EUL]))*")
"""What FHIR's SampledDataDataType was until R5 gave the data as a string."""


def bundle_of(recording: Recording, folder: Path) -> Any:
    path = folder / "out.fhir.json"
    write_fhir(recording, path)
    return Bundle.model_validate_json(path.read_bytes())


@pytest.fixture(scope="module")
def bundle(recording: Recording, tmp_path_factory: pytest.TempPathFactory) -> Any:
    return bundle_of(recording, tmp_path_factory.mktemp("fhir"))


def resources(bundle: Any, kind: str) -> list[Any]:
    return [entry.resource for entry in bundle.entry if entry.resource.get_resource_type() == kind]


def observations(bundle: Any, code: str) -> list[Any]:
    found = resources(bundle, "Observation")
    return [each for each in found if code in {coding.code for coding in each.code.coding}]


def test_it_is_a_collection_of_release_5_and_each_reference_in_it_leads_somewhere(bundle: Any) -> None:
    assert fhir.resources.__fhir_version__ == "5.0.0"
    assert bundle.type == "collection"
    urls = [entry.fullUrl for entry in bundle.entry]
    assert len(set(urls)) == len(urls) == 6  # device, record, procedure, hold, its trace, pain
    assert set(_references(bundle.model_dump(mode="json"))) <= set(urls)


@pytest.mark.long
def test_types_that_somebody_else_made_of_the_definitions_of_release_5_take_each_resource(bundle: Any) -> None:
    others = import_module("fhirpy_types_r5")  # by name: its four megabytes need no check of types here
    found = bundle.model_dump(mode="json")
    others.Bundle.model_validate(found)
    for entry in found["entry"]:
        resource = entry["resource"]
        kind = getattr(others, resource["resourceType"])
        kind.model_validate(resource)
        with pytest.raises(ValidationError):
            kind.model_validate(resource | {"figure": 1})


def test_the_same_record_gives_the_same_bundle(recording: Recording, bundle: Any, tmp_path: Path) -> None:
    assert bundle_of(recording, tmp_path) == bundle


def test_everything_simulated_is_tagged_as_test_data_and_nothing_else_is(
    recording: Recording, bundle: Any, tmp_path: Path
) -> None:
    for each in (bundle, *(entry.resource for entry in bundle.entry)):
        assert [(tag.system, tag.code) for tag in each.meta.tag] == [
            ("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HTEST")
        ]
    (device,) = resources(bundle, "Device")
    assert device.type[0].text == "simulated pressure-sensing massage tool"
    real = replace(recording, about=recording.about.model_copy(update={"notice": "", "simulated": False}))
    plain = bundle_of(real, tmp_path)
    assert [each.meta for each in (plain, *(entry.resource for entry in plain.entry))] == [None] * 7
    assert resources(plain, "Device")[0].type[0].text == "pressure-sensing massage tool"


def test_the_device_is_the_tool_with_its_calibration(bundle: Any) -> None:
    (device,) = resources(bundle, "Device")
    assert (device.serialNumber, device.version[0].value) == ("PT-7", "1.0.0-sim")
    facts = {each.type.coding[0].code: each.valueQuantity or each.valueString for each in device.property}
    assert facts["calibration"] == "2026-09-01"
    assert (facts["uncertainty_percent"].value, facts["uncertainty_percent"].code) == (Decimal("0.5"), "%")
    assert (facts["area_cm2"].value, facts["area_cm2"].code) == (1, "cm2")
    assert (facts["full_scale_n"].value, facts["rate_hz"].value) == (150, 100)


def test_a_device_says_only_what_is_known(recording: Recording, tmp_path: Path) -> None:
    nothing = dict.fromkeys(("tool", "firmware", "area_cm2", "full_scale_n", "calibration"))
    unknown = replace(recording, about=recording.about.model_copy(update=nothing))
    (device,) = resources(bundle_of(unknown, tmp_path), "Device")
    assert (device.serialNumber, device.version) == (None, None)
    assert [each.type.coding[0].code for each in device.property] == ["rate_hz"]


def test_a_hold_without_a_reading_has_no_trace(recording: Recording, tmp_path: Path) -> None:
    hold = recording.analysed.holds[0].model_copy(update={"start_s": 4.01, "end_s": 4.19})  # in the gap
    analysed = recording.analysed.model_copy(update={"holds": (hold,)})
    (trace,) = observations(bundle_of(replace(recording, analysed=analysed), tmp_path), "force_n")
    assert trace.valueSampledData is None


def test_the_procedure_says_when_on_whom_with_what_and_what_happened(bundle: Any) -> None:
    (procedure,) = resources(bundle, "Procedure")
    assert procedure.status == "stopped"
    assert procedure.occurrencePeriod.start == FIRST_READING
    assert procedure.subject.identifier.value == "K7QF-3M2P"
    assert procedure.used[0].reference.reference == bundle.entry[0].fullUrl
    notes = {note.text: note.time for note in procedure.note}
    assert "SIMULATED: a program made these readings; nobody was pressed" in notes
    assert "1180 readings, 20 lost, 5 came late" in notes
    let_go = notes["let go: the time in band is complete"]
    assert (let_go - FIRST_READING).total_seconds() == pytest.approx(7.99)


@pytest.mark.parametrize(
    ("kinds", "whole", "status"),
    [
        ((), True, "completed"),
        ((Kind.STOP, Kind.GO_ON), True, "completed"),
        ((Kind.STOP,), True, "stopped"),
        ((Kind.STOP, Kind.GO_ON, Kind.END), True, "stopped"),
        ((), False, "unknown"),
    ],
)
def test_how_it_ended_is_what_the_record_says(
    recording: Recording, tmp_path: Path, kinds: tuple[Kind, ...], whole: bool, status: str
) -> None:
    marks = tuple(Mark(time_s=1.0, kind=kind, text="x", clock="computer") for kind in kinds)
    (procedure,) = resources(bundle_of(replace(recording, marks=marks, whole=whole), tmp_path), "Procedure")
    assert procedure.status == status


def test_without_a_pseudonym_the_subject_says_that_nobody_is_named(recording: Recording, tmp_path: Path) -> None:
    nobody = replace(recording, about=recording.about.model_copy(update={"subject": None}))
    (procedure,) = resources(bundle_of(nobody, tmp_path), "Procedure")
    assert (procedure.subject.identifier, procedure.subject.display) == (None, "not named: a record holds no name")


def test_each_figure_of_a_hold_has_its_unit_or_says_why_there_is_none(recording: Recording, bundle: Any) -> None:
    (hold,) = recording.analysed.holds
    (observation,) = observations(bundle, "hold")
    components = {each.code.coding[0].code: each for each in observation.component}
    assert tuple(components) == FIGURES
    for name, component in components.items():
        value = getattr(hold, name)
        assert (component.valueQuantity is None) is (value is None)
        if value is not None:
            assert float(component.valueQuantity.value) == value
            assert component.valueQuantity.system == "http://unitsofmeasure.org"
            assert component.valueQuantity.code == unit_of(name).ucum
            assert component.valueQuantity.code in UCUM
        else:
            assert component.dataAbsentReason.text
    assert components["impulse_n_s"].valueQuantity.code == "N.s"
    assert components["dose_kpa_s"].valueQuantity.code == "kPa.s"
    assert components["dose_high_kpa_s"].dataAbsentReason.text == (
        "the force left the sensor's range: there is no upper bound"
    )
    assert components["impulse_n_s"].interpretation[0].text == "readings are missing for 0.23 s and count nothing"
    start_s, end_s = ((each - FIRST_READING).total_seconds() for each in (
        observation.effectivePeriod.start, observation.effectivePeriod.end
    ))  # fmt: skip
    assert (start_s, end_s) == pytest.approx((hold.start_s, hold.end_s))


def test_a_short_trace_is_there_exactly_with_letters_where_there_is_no_value(bundle: Any) -> None:
    (trace,) = observations(bundle, "force_n")
    data = trace.valueSampledData
    texts = data.data.split(" ")
    assert SAMPLES.fullmatch(data.data)
    assert (data.dimensions, data.interval, data.intervalUnit, data.origin.code) == (1, 10, "ms", "N")
    assert (data.factor, data.origin.value) == (Decimal(1) / GRID_PER_N, 0)
    begins = 210  # the hold begins with the reading of 2.1 s
    slots = {letter: [begins + place for place, text in enumerate(texts) if text == letter] for letter in "EUL"}
    assert slots == {"E": [*LOST, SATURATED[-1]], "U": [*SATURATED[:-1]], "L": []}
    for place, text in enumerate(texts):
        if text not in "EUL":
            force_n = float(Decimal(text) * data.factor + data.origin.value)
            assert force_n == pytest.approx(true_n()[begins + place], abs=1e-4)
    assert float(data.upperLimit * data.factor) == pytest.approx((2**23 - 1) / 50_000 - 0.5, abs=1e-4)
    assert data.lowerLimit is None
    assert trace.derivedFrom[0].reference == bundle.entry[1].fullUrl


def test_what_is_below_the_range_has_its_own_letter_and_limit(recording: Recording, tmp_path: Path) -> None:
    readings = recording.readings
    flags = readings.block.flags.copy()
    flags[300:303] = SampleFlag.SATURATED_LOW
    block = SampleBlock(readings.block.index, readings.block.time_us, readings.block.force_q, flags)
    low = replace(recording, readings=readings._replace(block=block))
    data = observations(bundle_of(low, tmp_path), "force_n")[0].valueSampledData
    assert data.data.split(" ")[90:93] == ["L", "L", "L"]
    assert data.lowerLimit == int(readings.block.force_q[300:303].max())


@pytest.mark.parametrize("count", [SHORT, SHORT + 1])
def test_a_trace_that_is_too_long_is_only_referred_to(recording: Recording, tmp_path: Path, count: int) -> None:
    last_s = (count - 1) / 100
    at_us = np.linspace(0, (count - 1) * 10_000, 1000).round(-4).astype(np.int64)
    hold = recording.analysed.holds[0].model_copy(update={"start_s": 0.0, "end_s": last_s})
    analysed = recording.analysed.model_copy(update={"holds": (hold,)})
    (trace,) = observations(bundle_of(replace(retimed(recording, at_us), analysed=analysed), tmp_path), "force_n")
    assert (trace.valueSampledData is None) is (count > SHORT)
    if count > SHORT:
        assert "see the record" in trace.dataAbsentReason.text
    assert trace.derivedFrom[0].reference


def test_the_record_is_referred_to_by_name_and_check_sum(recording: Recording, bundle: Any) -> None:
    (document,) = resources(bundle, "DocumentReference")
    assert document.identifier[0].value == recording.about.record_sha256
    assert document.content[0].attachment.url == "story.mcap"


def test_pain_is_an_observation_with_the_code_of_loinc(bundle: Any) -> None:
    (pain,) = observations(bundle, "72514-3")
    assert (pain.valueInteger, pain.code.coding[0].system) == (4, "http://loinc.org")
    assert (pain.effectiveDateTime - FIRST_READING).total_seconds() == pytest.approx(6.02)
    assert pain.note[0].text == "pain 4 of 10, entered by the patient"


def test_a_record_without_a_hold_is_a_bundle_too(recording: Recording, tmp_path: Path) -> None:
    none = recording.analysed.model_copy(update={"holds": ()})
    assert observations(bundle_of(replace(recording, analysed=none), tmp_path), "hold") == []


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("reference"), str):
            yield node["reference"]
        for each in node.values():
            yield from _references(each)
    elif isinstance(node, list):
        for each in node:
            yield from _references(each)
