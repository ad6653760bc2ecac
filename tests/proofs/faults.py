"""Writes docs/faults.md: `python -m tests.proofs.faults`; goes on where it was stopped, nine minutes a call."""

from __future__ import annotations

import json
import logging
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Final

from tests.proofs.endurance import MOST, Endurance, endure, long_storms
from tests.proofs.page import ROOT, Table, write_page
from tests.proofs.storms import INTERVALS_S, MTUS, Outcome, storm, weather

SESSIONS: Final = 2000
CALL_S: Final = 540
LONG_HEAD: Final = (
    "interval, ms",
    "MTU",
    "faults",
    "readings",
    "findings",
    "other objects",
    "peak, MB",
    "broken promises",
)
ENDURED: Final = ROOT / ".proofs" / "endurance.jsonl"
RESULTS: Final = ROOT / ".proofs" / "faults.jsonl"
"""One line for each session; delete it to begin anew after a change."""

ABOUT: Final = (
    "Guided treatments over a virtual radio, 30 to 90 s each, with up to six random faults: silence, lost frames, "
    "slots without a reading, another MTU, resets, and connections that are cut for up to 4 s; in up to two more "
    "spells frames come twice, out of order, cut short or with a false bit; on a link whose connection events fail "
    "with probability 0, 0.05 or 0.2. The client is the one that is used on real radios, in virtual time. Nothing may "
    "fail or hang, no task may be left, and no frame may be on record that the radio was not given. Where no false "
    "bit makes it unknowable, each slot from the first reading to the last that was received must be a reading or "
    "declared as lost, counted from the recorded bytes by other code than the client's; and the true dose of the "
    "model, up to the last reading, must lie between `dose_kpa_s` and `dose_high_kpa_s` + `unseen_high_kpa_s` of the "
    "record's totals (± 0.5 % for the simulated cell), whatever was lost around it. A tool that restarts counts anew: "
    "how many slots it filled before, unheard, nobody knows; its gap has a length in seconds, and counts as one slot."
)
LONG: Final = (
    "Sessions of 24 minutes with as many faults a minute. What the program holds is counted six times up to the middle "
    "and six times up to the end, since a window of time that is kept is not full after a fault and fuller after a "
    f"resend; the median of the last six may be at most {MOST} objects above that of the first (one for each frame "
    "would be 20,000), besides what it found out: holds, verdicts, gaps and calls. *Peak* is how much the highest "
    "memory of the whole process rose in between, the proof's own copy of each frame included."
)


def known() -> dict[int, Outcome]:
    """What was run before, by seed."""
    rows = (Outcome(*json.loads(line)) for line in _lines(RESULTS))
    return {row.seed: row for row in rows}


def run(seeds: list[int], until_s: float) -> Iterator[Outcome]:
    """Sessions on two cores until the time is over."""
    with ProcessPoolExecutor(max_workers=2, initializer=logging.disable) as pool:
        waiting = iter(seeds)
        running = {pool.submit(_one, seed) for seed, _ in zip(waiting, range(4), strict=False)}
        while running:
            over = next(as_completed(running))
            running.remove(over)
            yield over.result()
            seed = next(waiting, None)
            if seed is not None and time.monotonic() < until_s:
                running.add(pool.submit(_one, seed))


def _one(seed: int) -> Outcome:
    return weather(storm(seed))


def rows(outcomes: list[Outcome]) -> Iterator[tuple[str, ...]]:
    """One row for each interval and MTU."""
    for interval_s in INTERVALS_S:
        for mtu in MTUS:
            cell = [each for each in outcomes if (each.interval_ms, each.mtu) == (round(1000 * interval_s), mtu)]
            counted = [each for each in cell if each.counted]
            samples, lost = sum(each.samples for each in counted), sum(each.lost for each in counted)
            share = 100 * lost / max(samples + lost, 1)
            bad = sum(bool(each.trouble) for each in cell)
            minutes = sum(each.samples for each in cell) / 6000
            yield (
                f"{1000 * interval_s:g}",
                f"{mtu}",
                f"{len(cell)}",
                f"{len(counted)}",
                f"{sum(each.dosed for each in cell)}",
                f"{minutes:.0f}",
                f"{sum(each.samples for each in cell)}",
                f"{share:.2f}",
                f"{bad}",
            )


def endured() -> list[Endurance]:
    """The long sessions; those that were run before are not run again."""
    known = _lines(ENDURED)
    done = [Endurance(*json.loads(line)) for line in known]
    missing = long_storms()[len(done) :]
    with (
        ENDURED.open("a", encoding="utf-8") as file,
        ProcessPoolExecutor(max_workers=2, initializer=logging.disable, max_tasks_per_child=1) as pool,
    ):
        for outcome in pool.map(endure, missing):
            done.append(outcome)
            file.write(json.dumps(outcome) + "\n")
            file.flush()
    return done


def _endured_rows(outcomes: list[Endurance]) -> Iterator[tuple[str, ...]]:
    for each in outcomes:
        findings, others, peak_kb = each.more
        yield (
            f"{each.interval_ms}",
            f"{each.mtu}",
            f"{each.faults}",
            f"{each.samples}",
            f"{findings}",
            f"{others}",
            f"{peak_kb / 1000:.1f}",
            each.trouble or "none",
        )


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def write(outcomes: list[Outcome], long: list[Endurance], path: Path = ROOT / "docs" / "faults.md") -> None:
    """The page."""
    head = (
        "interval, ms",
        "MTU",
        "sessions",
        "slots counted",
        "doses compared",
        "minutes of readings",
        "readings",
        "lost where counted, %",
        "broken promises",
    )
    troubles = Counter(each.trouble.split(":")[0] for each in outcomes if each.trouble)
    seeds = {name: [each.seed for each in outcomes if each.trouble.startswith(name)][:5] for name in troubles}
    kinds = [(name, f"{count}", ", ".join(map(str, seeds[name]))) for name, count in troubles.items()]
    tables = [Table(f"{len(outcomes)} sessions", head, rows(outcomes))]
    if kinds:
        tables.append(Table("Broken promises", ("what", "how often", "seeds"), kinds))
    tables.append(Table("Memory in the second half of long sessions", LONG_HEAD, _endured_rows(long)))
    write_page(path, "Faults on the link", [ABOUT, LONG], tables)


def main() -> None:
    """Run what is missing and write the page."""
    outcomes = known()
    missing = [seed for seed in range(SESSIONS) if seed not in outcomes]
    RESULTS.parent.mkdir(exist_ok=True)
    with RESULTS.open("a", encoding="utf-8") as file:
        for outcome in run(missing, time.monotonic() + CALL_S):
            outcomes[outcome.seed] = outcome
            file.write(json.dumps(outcome) + "\n")
            file.flush()
    write(list(outcomes.values()), [] if len(outcomes) < SESSIONS else endured())


if __name__ == "__main__":
    main()
