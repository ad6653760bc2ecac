"""Whoever follows a runner's readings gets each of them."""

from __future__ import annotations

import numpy as np

from protocol.blocks import SampleBlock
from tests.session.rooms import Room, room, scenario


def test_each_block_is_passed_on_with_its_arrival() -> None:
    passed = list[tuple[SampleBlock, float]]()

    def prepare(place: Room) -> None:
        place.runner.on_block = lambda block, arrival_s: passed.append((block, arrival_s))

    view = room(scenario(), prepare=prepare).runner.view()
    indices = np.concatenate([block.index for block, _ in passed])
    arrivals_s = [arrival_s for _, arrival_s in passed]
    assert len(indices) == view.samples
    assert (np.diff(indices) == 1).all()
    assert arrivals_s == sorted(arrivals_s)
