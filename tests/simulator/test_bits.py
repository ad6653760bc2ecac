"""Bytes that a seed and a scenario have given since the physics were last changed; `make bits` asks other Pythons."""

from __future__ import annotations

import pytest

from tests.simulator.bits import RUNS, digest

GOLDEN = {
    "button cell, 100 Hz": "6b4f68ef803f66248d82384eb665b4d0ece22c8fc303c69631be62198874a066",
    "cheap cell, poor clock, novice, 200 Hz": "e9111eaea310d9157b8254920de4cedbb403699efd2727bf0ad2eefa5f9f64bd",
    "fsr, crystal, tired, 1000 Hz": "624bf22cf371757e75f30a0db34c04c08877902abcf426fc0599573591b99566",
    "losses and damage": "d8f857fb0ad1c00ed43e05246891614e597d4362a6da9ed328abcb373fd5011d",
}


@pytest.mark.parametrize("name", RUNS)
def test_the_same_seed_and_scenario_give_the_bytes_they_always_gave(name: str) -> None:
    assert digest(RUNS[name]) == GOLDEN[name]
