"""What is printed as JSON about simulated runs and their scenarios."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from session.documents import AnalysedFile, Document


class TruthDocument(Document):
    """What the simulator's model knows; `release_s` counts from the first sample."""

    dose_kpa_s: float
    holds: int
    release_s: tuple[float, ...]


class RunDocument(Document):
    """What `palpate simulate --json` and `palpate demo --json` print."""

    schema_: Literal["palpate.run/1"] = Field(default="palpate.run/1", alias="schema")
    record: str
    seed: int
    payload_sha256: str
    samples: int
    lost_samples: int
    truth: TruthDocument
    analysis: AnalysedFile
    wall_s: float
    simulated_s: float


class ScenarioDocument(Document):
    """One named scenario."""

    name: str
    simulated_s: float
    text: str


class ScenariosDocument(Document):
    """What `palpate simulate --list --json` prints."""

    schema_: Literal["palpate.scenarios/1"] = Field(default="palpate.scenarios/1", alias="schema")
    scenarios: tuple[ScenarioDocument, ...]
