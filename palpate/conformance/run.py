"""Runs checks one after the other, each in a connection of its own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from device.errors import DeviceError
from device.faults import STACK_ERRORS
from palpate.conformance.bench import Bench
from palpate.conformance.check import Check, Need
from palpate.conformance.verdict import Broken, Failed, NotApplicable, Passed, Skipped, Verdict, Violation

LOG: Final = logging.getLogger(__name__)

LIMIT_S: Final = 420.0
"""For any check: the longest waits for two minutes and connects twice, the busiest writes a thousand times."""


class Outcome(NamedTuple):
    """How one check ended."""

    check: Check
    verdict: Verdict
    took_s: float
    """Of the loop's time: the tool's, where it is simulated."""


async def run_all(bench: Bench, checks: Iterable[Check], told: Callable[[Outcome], None]) -> tuple[Outcome, ...]:
    """Run each; `told` hears of each as it ends."""
    outcomes: list[Outcome] = []
    for check in checks:
        outcomes.append(await run_one(bench, check))
        told(outcomes[-1])
    return tuple(outcomes)


async def run_one(bench: Bench, check: Check) -> Outcome:
    """Run one; whatever it raises becomes its verdict."""
    loop = asyncio.get_running_loop()
    start_s = loop.time()
    verdict = await _verdict(bench, check)
    return Outcome(check, verdict, loop.time() - start_s)


def _used(bench: Bench, need: Need | None) -> Bench | None:
    match need:
        case Need.NARROW:
            return bench.narrow
        case Need.PAIRED:
            return bench if bench.pairs_by_itself else bench.paired
        case _:
            return bench


async def _verdict(bench: Bench, check: Check) -> Verdict:
    used = _used(bench, check.need)
    if used is None or (check.need is Need.LONG and not bench.long):
        assert check.need is not None
        return Skipped(check.need.value)
    try:
        async with asyncio.timeout(LIMIT_S):
            await check.run(used)
    except Violation as violation:
        return Failed(violation.expected, violation.came)
    except NotApplicable as reason:
        return Skipped(str(reason))
    except TimeoutError:
        return Broken("nothing came back from the computer's Bluetooth: switch it and the tool off and on, then repeat")
    except (DeviceError, *STACK_ERRORS) as error:
        return Broken(str(error) or type(error).__name__)
    except Exception as error:
        LOG.debug("%s could not be finished", check.name, exc_info=True)
        return Broken(f"a fault of the suite or of the computer's Bluetooth ({error!r}): please tell us")
    return Passed()
