from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from protocol.blocks import SampleBlock, SampleFlag
from session.in_order import in_order, is_late

LATE = int(SampleFlag.LATE)


def block(*index: int, flags: int = 0) -> SampleBlock:
    """Forces and times that tell the index."""
    slots = np.array(index, np.int64)
    return SampleBlock(slots, 10 * slots, (3 * slots).astype(np.int32), np.full(len(index), flags, np.uint8))


def told(pieces: list[SampleBlock | str]) -> list[int | str]:
    """Indices one by one, and what stands between them."""
    out: list[int | str] = []
    for piece in in_order(pieces):
        out += [piece] if isinstance(piece, str) else piece.index.tolist()
    return out


def test_late_readings_stand_where_they_were_taken() -> None:
    assert told([block(0, 1), block(5, 6), block(3, flags=LATE), block(7)]) == [0, 1, 3, 5, 6, 7]


def test_all_that_belongs_to_a_reading_moves_with_it() -> None:
    (sorted_block,) = in_order([block(4, 5), block(2, flags=LATE)])
    assert isinstance(sorted_block, SampleBlock)
    assert sorted_block.time_us.tolist() == [20, 40, 50]
    assert sorted_block.force_q.tolist() == [6, 12, 15]
    assert sorted_block.flags.tolist() == [LATE, 0, 0]


def test_what_was_done_stays_behind_the_newest_reading_of_its_time() -> None:
    late = [block(n, flags=LATE) for n in (2, 3)]
    assert told(["begin", block(0, 1), "a", block(4), "b", late[0], "c", late[1], block(5), "d"]) == [
        "begin",
        0,
        1,
        "a",
        2,
        3,
        4,
        "b",
        "c",
        5,
        "d",
    ]


def test_without_readings_only_the_rest_is_there() -> None:
    assert told(["a", block(), "b"]) == ["a", "b"]
    assert told([]) == []


def test_a_block_is_late_when_its_readings_are() -> None:
    assert [is_late(block(1, flags=LATE)), is_late(block(1)), is_late(block())] == [True, False, False]


@given(st.data())
def test_any_order_of_late_readings_gives_the_order_of_the_stream(data: st.DataObject) -> None:
    whole: list[SampleBlock | str] = [block(n) if n % 5 else str(n) for n in range(1, 30)]
    gone = data.draw(st.sets(st.sampled_from([n for n in range(1, 30) if n % 5])))
    kept = [piece for n, piece in enumerate(whole, 1) if n not in gone]
    again = [block(n, flags=LATE) for n in data.draw(st.permutations(sorted(gone)))]
    newest = max((n for n in range(1, 30) if n % 5 and n not in gone), default=0)
    indices = [n for n in told([*kept, *again]) if isinstance(n, int)]
    assert indices == [n for n in range(1, 30) if n % 5]
    assert newest in (0, *indices)
