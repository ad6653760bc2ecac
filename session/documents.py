"""What is printed as JSON: one model for each document; here those of an analysis, and of benchmarks."""

from __future__ import annotations

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from analysis.hold import Code
from session.told import Told


class Document(BaseModel):
    """Frozen, complete, and never NaN."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", allow_inf_nan=False, from_attributes=True, populate_by_name=True
    )

    def to_json(self) -> str:
        """One line of JSON, in ASCII: bytes of a file's name that are no text can stand there too."""
        return json.dumps(self.model_dump(mode="json", by_alias=True), allow_nan=False, separators=(",", ":"))


class GapDocument(Document):
    """Missing readings between two that are there."""

    start_s: float
    end_s: float
    lost: int


class SignalDocument(Document):
    """What a recording was like."""

    samples: int
    duration_s: float
    rate_hz: float
    lost_samples: int
    saturated_samples: int
    gaps: tuple[GapDocument, ...]
    slew_limit_n_per_s: float
    notes: tuple[Told, ...]


class VerdictDocument(Document):
    """Why a metric is missing or only partly trusted."""

    metric: str
    code: Code
    text: Told


class HoldDocument(Document):
    """One hold; the metrics are defined in docs/analysis.md."""

    index: int
    start_s: float
    end_s: float
    duration_s: float
    gaps_s: float
    merged: int
    plateau_start_s: float | None
    plateau_end_s: float | None
    peak_n: float
    median_n: float | None
    mean_n: float | None
    mean_kpa: float | None
    impulse_n_s: float
    dose_kpa_s: float | None
    dose_low_kpa_s: float | None
    dose_high_kpa_s: float | None
    dose_ppt_s: float | None
    in_band_s: float | None
    in_band_longest_s: float | None
    rmse_n: float | None
    bias_n: float | None
    drift_rms_n: float | None
    fluctuation_n: float | None
    cv_percent: float | None
    drift_n_per_s: float | None
    tremor_n_rms: float | None
    rise_n_per_s: float | None
    rise_kpa_per_s: float | None
    ramp_error_percent: float | None
    overshoot_percent: float | None
    relaxation_30s_percent: float | None
    softening_s: tuple[float, ...]
    cue_latency_s: float | None
    fall_s: float | None
    fall_n_per_s: float | None
    residual_n: float | None
    recontact_s: float | None
    over_cap_s: float | None
    over_cap_n_s: float | None
    over_cap_kpa_s: float | None
    over_cap_peak_n: float | None
    over_cap_peak_kpa: float | None
    verdicts: tuple[VerdictDocument, ...]


class TotalsDocument(Document):
    """All holds of a file together; `pressure_s` is their measured time, without gaps.

    `unseen_s` is the time without readings outside them: a press in it is in none of these sums, and
    `unseen_high_kpa_s` is the most that it can have added to the dose.
    """

    holds: int
    pressure_s: float
    impulse_n_s: float
    dose_kpa_s: float | None
    dose_high_kpa_s: float | None
    dose_ppt_s: float | None
    in_band_s: float | None
    over_cap_s: float | None
    over_cap_n_s: float | None
    over_cap_kpa_s: float | None
    unseen_s: float
    unseen_high_kpa_s: float | None


class SpreadDocument(Document):
    """How a metric differs between the holds."""

    n: int
    mean: float
    sd: float
    cv_percent: float | None


class RepetitionsDocument(Document):
    """The holds of a file compared; the spread of a metric is null with fewer than two values."""

    rests_s: tuple[float, ...]
    spreads: dict[str, SpreadDocument | None]


class ClockDocument(Document):
    """The tool's clock on the host's, since the tool booted last; what is null has its reason in `missing`."""

    offset_s: float | None
    """Seconds of the record minus seconds of the tool's clock, at the newest exchange."""
    offset_error_s: float | None
    """The truth lies this near, as long as the clocks part by at most 100 ppm."""
    skew_ppm: float | None
    """By how much the tool's clock is the faster one, estimated."""
    skew_low_ppm: float | None
    skew_high_ppm: float | None
    """Bounds of its average over the two exchanges that say most."""
    exchanges: int
    contradictions: int
    missing: dict[str, str]


class LinkDocument(Document):
    """How the readings of a record arrived; what is null has its reason in `missing`."""

    expected: int
    """Slots that the tool counted between the first and the newest reading."""
    received: int
    lost: int
    late: int
    malformed: int
    reconnects: int
    restarts: int
    """Of the tool itself."""
    rssi_min_dbm: int | None
    rssi_median_dbm: float | None
    """Of the advertisements before each connection: while connected no system says it."""
    clock: ClockDocument
    missing: dict[str, str]


class LiveDifferenceDocument(Document):
    """A figure of a hold that was shown otherwise at the end of the treatment; null where there was, or is, none."""

    hold: int
    """Its index."""
    metric: str
    shown: float | None
    now: float | None


class LiveDocument(Document):
    """What was shown at the end of the treatment, by which version, and what differs from it now."""

    software: str
    holds: int
    differences: tuple[LiveDifferenceDocument, ...]


class AnalysedFile(Document):
    """One file's holds."""

    file: str
    tool: str | None
    area_cm2: float | None
    simulated: bool
    signal: SignalDocument
    holds: tuple[HoldDocument, ...]
    totals: TotalsDocument
    repetitions: RepetitionsDocument
    link: LinkDocument | None = None
    """Of a record; null for a table."""
    live: LiveDocument | None = None
    """Of a record of a treatment that came to its end, measured as it says itself."""


class FailedFile(Document):
    """A file that could not be read."""

    file: str
    error: str


class AnalysisDocument(Document):
    """What `palpate analyze --json` prints."""

    schema_: Literal["palpate.analysis/1"] = Field(default="palpate.analysis/1", alias="schema")
    files: tuple[AnalysedFile | FailedFile, ...]


class BenchMachine(Document):
    """What was measured on."""

    system: str
    processor: str
    python: str
    numpy: str


class BenchResult(Document):
    """One figure: a ratio to something measured in the same run; `seconds` is for information.

    One without a limit stands beside the others for comparison.
    """

    name: str
    value: float
    unit: str
    versus: str
    limit: float | None
    ok: bool
    repeats: int
    spread: tuple[float, float]
    seconds: float


class SkippedBench(Document):
    """A figure that could not be measured."""

    name: str
    reason: str


class BenchDocument(Document):
    """What `palpate bench --json` prints."""

    schema_: Literal["palpate.bench/1"] = Field(default="palpate.bench/1", alias="schema")
    machine: BenchMachine
    results: tuple[BenchResult, ...]
    skipped: tuple[SkippedBench, ...]


def schema_text(document: type[Document]) -> str:
    """A document's JSON schema as it is published."""
    schema = document.model_json_schema(by_alias=True, mode="serialization")
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
