"""What can be asked of any simulated tool that runs: a hand on it, things that happen, the truth."""

from __future__ import annotations

from typing import Final, assert_never

from simulator.faces.answers import Answer
from simulator.faces.requests import HandRequest, Inject, Press, Release, RequestRefused, State, Truth, happening_of
from simulator.hand import Intent
from simulator.happenings.every import Happening
from simulator.tool import Tool

OFF: Final = Intent(0.0)


class Hand:
    """The hand on one tool. It decides at once and moves a reaction time later; each `t_s` is time since power-on."""

    def __init__(self, tool: Tool) -> None:
        self.release_s: float | None = None
        """When it has to be told to let go."""
        self._tool = tool

    def obey(self, request: HandRequest, t_s: float) -> Answer:
        """Do it; raises `RequestRefused`."""
        told_s = round(t_s, 6)
        match request:
            case Press():
                self._tool.tell(Intent(request.force_n))
                self.release_s = None if request.for_s is None else t_s + request.for_s
                return {"t_s": told_s}
            case Release():
                self.let_go()
                return {"t_s": told_s}
            case Inject():
                happening = happening_of(request)
                self._inject(happening, t_s)
                return {"t_s": told_s, "happening": happening.model_dump()}
            case Truth():
                return self._truth(t_s, request)
            case State():
                return self._state(t_s)
            case _ as never:
                assert_never(never)

    def _inject(self, happening: Happening, t_s: float) -> None:
        try:
            self._tool.inject(happening, t_s)
        except ValueError as error:
            raise RequestRefused(str(error)) from error

    def let_go(self) -> None:
        """Let go now."""
        self._tool.tell(OFF)
        self.release_s = None

    def _truth(self, t_s: float, request: Truth) -> Answer:
        truth, tool = self._tool.truth, self._tool
        first_s = tool.first_s or 0.0
        spans_s = [(from_s - first_s, to_s - first_s) for from_s, to_s in request.between_s]
        return {
            "t_s": round(t_s, 6),
            "simulated_s": tool.simulated_s,
            "first_s": tool.first_s,
            "dose_kpa_s": truth.dose_kpa_s,
            "holds": truth.holds,
            "release_s": truth.release_s,
            "dose_between_kpa_s": tool.doses_kpa_s(spans_s),
            "payload_sha256": tool.payload_sha256,
        }

    def _state(self, t_s: float) -> Answer:
        tool = self._tool
        return {
            "t_s": round(t_s, 6),
            "serial": tool.serial,
            "scenario": tool.scenario.name,
            "over": tool.over,
            "reachable": t_s >= tool.away_until_s,
            "battery_percent": tool.battery_percent(t_s),
        }
