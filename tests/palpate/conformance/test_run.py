"""Whatever a check does becomes one verdict."""

from __future__ import annotations

import asyncio
import logging

import pytest
from bleak.exc import BleakError

from device.errors import ToolNotFound
from palpate.conformance.bench import Bench, _is_called
from palpate.conformance.check import Check, Group, Need
from palpate.conformance.people import Deed, Guided, Nobody
from palpate.conformance.run import LIMIT_S, run_all, run_one
from palpate.conformance.suite import CHECKS
from palpate.conformance.verdict import Broken, Failed, NotApplicable, Passed, Skipped, Violation, expect
from tests.virtual import virtual


def check_that(raises: Exception | None = None, need: Need | None = None) -> Check:
    group = Group("made up")

    @group.check("§0", need)
    async def a_made_up_check(_bench: Bench) -> None:
        """It does as it is told."""
        if raises is not None:
            raise raises

    return group.checks[0]


@pytest.mark.parametrize(
    ("raises", "verdict"),
    [
        (None, Passed()),
        (Violation("a", "b"), Failed("a", "b")),
        (NotApplicable("why"), Skipped("why")),
        (BleakError("the radio is gone"), Broken("the radio is gone")),
        (BleakError(), Broken("BleakError")),
        (ToolNotFound("X", 15), Broken(str(ToolNotFound("X", 15)))),
    ],
    ids=repr,
)
@virtual
async def test_each_ending_has_its_verdict(raises: Exception | None, verdict: object) -> None:
    assert (await run_one(Bench(), check_that(raises))).verdict == verdict


def test_a_check_has_its_name_and_sentence_from_its_function() -> None:
    check = check_that()
    assert (check.name, check.group, check.paragraph, check.text) == (
        "a-made-up-check",
        "made up",
        "§0",
        "It does as it is told.",
    )


@virtual
async def test_a_fault_of_the_suite_ends_one_check_and_not_the_run(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    heard: list[str] = []
    checks = [check_that(ZeroDivisionError("ours")), check_that()]
    outcomes = await run_all(Bench(), checks, lambda each: heard.append(type(each.verdict).__name__))
    assert heard == ["Broken", "Passed"]
    assert "ZeroDivisionError('ours')" in str(outcomes[0].verdict)


@virtual
async def test_a_check_that_waits_for_ever_is_broken_off() -> None:
    group = Group("made up")

    @group.check("§0")
    async def waits(_bench: Bench) -> None:
        """It waits."""
        await asyncio.sleep(10 * LIMIT_S)

    outcome = await run_one(Bench(), group.checks[0])
    assert isinstance(outcome.verdict, Broken)
    assert outcome.took_s == pytest.approx(LIMIT_S)


@virtual
async def test_what_a_bench_does_not_have_is_skipped_with_the_reason() -> None:
    narrow = await run_one(Bench(), check_that(ValueError(), Need.NARROW))
    long = await run_one(Bench(long=False), check_that(ValueError(), Need.LONG))
    assert narrow.verdict == Skipped(Need.NARROW.value)
    assert long.verdict == Skipped(Need.LONG.value)
    assert (await run_one(Bench(narrow=Bench()), check_that(None, Need.NARROW))).verdict == Passed()


@virtual
async def test_a_check_of_setup_wants_a_computer_that_pairs() -> None:
    check, alone = check_that(None, Need.PAIRED), Bench(pairs_by_itself=False)
    assert (await run_one(Bench(), check)).verdict == Passed()
    assert (await run_one(alone, check)).verdict == Skipped(Need.PAIRED.value)
    alone.paired = Bench()
    assert (await run_one(alone, check)).verdict == Passed()


@virtual
async def test_where_nobody_is_nothing_is_pressed() -> None:
    with pytest.raises(NotApplicable, match="--press"):
        await Nobody().do(Deed.PRESS)


@virtual
async def test_a_guided_person_reads_what_to_do() -> None:
    said: list[str] = []
    await Guided(said.append).do(Deed.LET_GO)
    assert said == ["Please let go."]


def test_what_came_is_shown_as_bytes() -> None:
    with pytest.raises(Violation, match=r"expected five; came 05 ff$"):
        expect(False, "five", b"\x05\xff")
    with pytest.raises(Violation, match=r"came no bytes$"):
        expect(False, "five", b"")
    expect(True, "nothing", b"")


def test_each_check_has_a_name_a_paragraph_and_a_sentence() -> None:
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    assert all(check.paragraph.startswith("§") and check.text.endswith(".") for check in CHECKS)


@pytest.mark.parametrize(
    ("filled", "serial", "same"),
    [
        (b"AB-1\0\0\0\0\0\0", b"AB-1", True),
        (b"AB-12\0\0\0\0\0", b"AB-1", False),
        (b"AB-1\0\0\0\0\0\xff", b"AB-1", True),
        (b"AB-2\0\0\0\0\0\0", b"AB-1", False),
    ],
)
def test_a_tool_is_known_by_its_whole_serial_number(filled: bytes, serial: bytes, same: bool) -> None:
    assert _is_called(filled, serial) is same
