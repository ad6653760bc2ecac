"""Bytes that a seed and a scenario have given since the physics were last changed; `make bits` asks other Pythons."""

from __future__ import annotations

import pytest

from tests.simulator.bits import RUNS, digest

GOLDEN = {
    "button cell, 100 Hz": "6b4f68ef803f66248d82384eb665b4d0ece22c8fc303c69631be62198874a066",
    "cheap cell, poor clock, novice, 200 Hz": "45565921d8e9969e82e85024c3de498a193077d7cb2df6f6be96843a06139191",
    "fsr, crystal, tired, 1000 Hz": "38a355db373cde6abbbea7ce493bdbe7ef78ee0167bd2c31a6a48aaf3ef3627c",
    "losses and damage": "d8f857fb0ad1c00ed43e05246891614e597d4362a6da9ed328abcb373fd5011d",
}


@pytest.mark.parametrize("name", RUNS)
def test_the_same_seed_and_scenario_give_the_bytes_they_always_gave(name: str) -> None:
    assert digest(RUNS[name]) == GOLDEN[name]
