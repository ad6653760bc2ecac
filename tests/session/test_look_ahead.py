"""The pre-flight before a person is pressed: how often it looks, what it says, and when it gives up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from analysis.live import Live
from session.caps import Region
from session.cue import Action, Cue, Why
from session.finding import Check, Verdict
from session.inputs import Input, Quit, ToolFit
from session.links import LinkName
from session.look_ahead import LookAhead, look_ahead
from session.plan import Plan
from session.ramp_view import RampView
from session.runner import Runner
from session.threshold import ThresholdPlan
from session.threshold_cue import RampCue
from session.threshold_guide import Sight
from session.threshold_run import ThresholdRun
from session.with_threshold import Measuring, measure_with
from session.with_tool import Treatment, treat_with
from tests.session.rooms import LIGHT
from tests.session.test_looking import WHOM
from tests.virtual import run_virtual

Checks = tuple[Check, ...]
FIT: Checks = (Check("origin", Verdict.WARN, "SIMULATED."), Check("zero", Verdict.OK, "It is zero."))
PRESSED: Checks = (FIT[0], Check("zero", Verdict.STOP, "Take it off the skin."))
FLAT: Checks = (Check("battery", Verdict.STOP, "Charge it."), PRESSED[1])


class Heard:
    """What was said and heard, and when."""

    def __init__(self, found: Callable[[float], Checks]) -> None:
        self.first_reading = asyncio.Event()
        self.said: list[tuple[float, str]] = []
        self.heard: list[tuple[float, Input]] = []
        self.told: list[Checks] = []
        self._found = found
        self.over = False

    def hear(self, value: Input) -> None:
        if self.over:
            raise RuntimeError("the treatment is over")
        self.heard.append((self.now_s, value))

    def say(self, sentence: str) -> None:
        self.said.append((self.now_s, sentence))

    def look(self) -> Checks:
        return self._found(self.now_s)

    @property
    def now_s(self) -> float:
        return round(asyncio.get_running_loop().time(), 6)


def ahead(found: Callable[[float], Checks], *, person: bool = True, over: bool = False) -> Heard:
    """Readings come from 2 s on."""

    async def story() -> Heard:
        heard = Heard(found)
        heard.over = over
        looking = asyncio.create_task(look_ahead(LookAhead(heard, heard.look, heard.told.append, person=person)))
        await asyncio.sleep(2.0)
        heard.first_reading.set()
        await looking
        return heard

    return run_virtual(story())


def test_after_ten_seconds_of_readings_a_tool_that_is_fit_is_told_to_the_guide() -> None:
    fit = ahead(lambda _: FIT)
    assert fit.heard == [(12.5, ToolFit())]
    assert (fit.told, fit.said) == ([FIT], [])


def test_what_mends_is_waited_for() -> None:
    mended = ahead(lambda now_s: PRESSED if now_s < 20 else FIT)
    assert mended.heard == [(20.5, ToolFit())]
    assert mended.said[0] == (12.5, "Not yet: Take it off the skin.")
    assert len(mended.said) == 8
    assert mended.told == [PRESSED]


def test_what_does_not_mend_ends_it_at_once() -> None:
    flat = ahead(lambda _: FLAT)
    assert flat.heard == [(12.5, Quit())]
    assert flat.said == [(12.5, "Nobody is pressed with this tool now: Charge it. Take it off the skin.")]


def test_after_a_minute_it_is_given_up() -> None:
    never = ahead(lambda _: PRESSED)
    assert never.heard == [(72.5, Quit())]
    assert never.said[-1] == (72.5, "Nobody is pressed with this tool now: Take it off the skin.")


def test_a_tool_that_has_not_said_what_it_is_is_waited_for_too() -> None:
    silent = ahead(lambda now_s: () if now_s < 15 else FIT)
    assert silent.heard == [(15.5, ToolFit())]
    assert silent.said[0] == (12.5, "Not yet: the tool has not said what it is.")


def test_on_the_bench_it_is_told_once_and_nothing_follows() -> None:
    bench = ahead(lambda _: FLAT, person=False)
    assert (bench.told, bench.said, bench.heard) == ([FLAT], [], [])


def test_what_is_over_hears_no_more() -> None:
    assert ahead(lambda _: FLAT, over=True).heard == []


def test_a_person_is_treated_with_a_simulated_tool_only_after_the_look(tmp_path: Path) -> None:
    pressed: list[float] = []
    fit: list[float] = []

    def follow(runner: Runner) -> None:
        runner.press(WHOM)
        before = runner.on_cue

        def see(cue: Cue, live: Live) -> None:
            if before:
                before(cue, live)
            if runner.view().contact:
                pressed.append(runner.clock_s())

        runner.on_cue = see
        runner.on_input = lambda value: fit.append(runner.clock_s()) if isinstance(value, ToolFit) else None

    plan: Plan = LIGHT.model_copy(update={"repetitions": 1})
    treatment = Treatment(LinkName.of("sim:treatment"), plan, lambda _: tmp_path / "record.mcap", "a test")
    view, _ = run_virtual(treat_with(treatment, follow))
    assert view.summary is not None
    assert view.summary.outcome == "All holds are done."
    assert len(fit) == 1
    assert fit[0] > 10.0
    assert min(pressed) > fit[0]


def test_a_threshold_is_measured_only_after_the_look_and_shows_each_step(tmp_path: Path) -> None:
    scenario = tmp_path / "patient.toml"
    feels = '[[happenings]]\nkind = "patient threshold"\nat_s = 0\nforce_n = 10\n'
    scenario.write_text(f'text = "A test."\nsimulated_s = 40\nrate_hz = 50\n{feels}')
    plan = ThresholdPlan(region=Region.BODY, area_cm2=1.0, readings=1)
    views: list[RampView] = []
    told: list[Checks] = []

    def follow(run: ThresholdRun) -> None:
        before = run.on_cue
        assert (run.view().cue.action, run.view().over) == (Action.WAIT, "")

        def see(cue: RampCue, sight: Sight) -> None:
            before(cue, sight)
            views.append(run.view())

        run.on_cue = see

    measuring = Measuring(
        LinkName.of(f"sim:{scenario}"), plan, lambda _: tmp_path / "record.mcap", "a test", checked=told.append
    )
    run = run_virtual(measure_with(measuring, follow))
    whys = [view.cue.why for view in views]
    asked = next(number for number, view in enumerate(views) if view.cue.action is Action.PRESS)
    assert set(whys[:asked]) <= {Why.DATA_SILENT, Why.ZERO_NEEDED, Why.LOOKING}
    assert views[asked - 1].cue.left_s < 0.5
    (checks,) = told
    assert checks[0].name == "origin"
    assert (len(run.view().readings), run.view().over) == (1, "All readings are done.")
    assert run.view().simulated
    assert any(view.cue.target_kpa for view in views)
