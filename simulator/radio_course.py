"""What happens on the air while one tool is there, and in the Bluetooth of the computer beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, assert_never

from simulator.air import VirtualTools
from simulator.happenings.every import Marker
from simulator.happenings.radio import (
    AdvertLoss,
    BluetoothOff,
    GattChanged,
    HeldElsewhere,
    Interval,
    OutOfRange,
    RadioFault,
    SignalStrength,
    WeakRadio,
)
from simulator.other_computer import other_computer
from simulator.peripheral import Peripheral
from simulator.tool import Tool


class RadioCourse:
    """Runs what a scenario has for the radio, and what is injected; `close` it before the tools.

    Times count from the tool's first sample; what begins at 0 begins at once, before anybody connects.
    """

    def __init__(self, tools: VirtualTools, tool: Tool, peripheral: Peripheral | None = None) -> None:
        self._tools = tools
        self._tool = tool
        self._peripheral = peripheral or tools.peripheral
        self._loop = asyncio.get_running_loop()
        self._calm = tools.air.model
        self._timers: set[asyncio.TimerHandle] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        planned = [happening for happening in tool.scenario.happenings if isinstance(happening, RadioFault)]
        for happening in planned:
            if happening.at_s == 0:
                self._begin(happening)
        tool.hear_first(lambda first_s: self._plan([each for each in planned if each.at_s > 0], first_s))
        tool.on_radio = self.inject

    def inject(self, happening: RadioFault) -> None:
        """Let it happen, its `at_s` from now on."""
        self._after(happening.at_s, lambda: self._begin(happening))

    async def close(self) -> None:
        """Nothing happens any more."""
        self._tool.on_radio = None
        for timer in self._timers:
            timer.cancel()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _plan(self, happenings: list[RadioFault], first_s: float) -> None:
        """The tool's first sample was `first_s` after power-on."""
        for happening in happenings:
            delay_s = first_s + happening.at_s - self._peripheral.now_s()
            self._after(max(delay_s, 0.0), lambda now=happening: self._begin(now))  # type: ignore[misc]  # mypy infers no default

    def _after(self, delay_s: float, act: Callable[[], None]) -> None:
        self._timers.add(self._loop.call_later(delay_s, act))

    def _run(self, act: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(act)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        """Let a fault of the simulator be heard at once."""
        self._tasks.discard(task)
        if not task.cancelled() and (fault := task.exception()) is not None:
            self._loop.call_exception_handler({"message": "what happens on the air failed", "exception": fault})

    def _begin(self, happening: RadioFault) -> None:
        first_s = self._tool.first_s
        world_s = 0.0 if first_s is None else max(self._peripheral.now_s() - first_s, 0.0)
        self._tool.tell_begun(Marker(world_s=world_s, happening=happening))
        match happening:
            case OutOfRange(for_s=for_s):
                self._tools.air.in_range = False
                self._after(for_s, self._come_back)
            case WeakRadio(share=share, for_s=for_s):
                self._change("event_loss", share, for_s)
            case AdvertLoss(share=share, for_s=for_s):
                self._change("advert_loss", share, for_s)
            case SignalStrength(rssi_dbm=rssi_dbm):
                self._change("rssi_dbm", rssi_dbm)
            case Interval(interval_s=interval_s):
                self._change("interval_s", interval_s)
            case BluetoothOff() | HeldElsewhere() | GattChanged():
                self._run(self._do(happening))
            case _ as never:
                assert_never(never)

    async def _do(self, happening: BluetoothOff | HeldElsewhere | GattChanged) -> None:
        match happening:
            case BluetoothOff(for_s=for_s):
                await self._tools.stack.switch_off()
                await asyncio.sleep(for_s)
                self._tools.stack.switch_on()
            case HeldElsewhere(for_s=for_s):
                end_s = self._loop.time() + for_s
                async with other_computer(self._tools.air, self._peripheral.device):
                    await asyncio.sleep(end_s - self._loop.time())
            case GattChanged():
                self._tool.drop(self._peripheral.now_s())
                self._peripheral.change_handles()
                self._peripheral.wake()

    def _come_back(self) -> None:
        self._tools.air.in_range = True

    def _change(self, field: str, value: float, for_s: float | None = None) -> None:
        """The air has this value now; after `for_s` the one that it began with."""
        air = self._tools.air
        air.model = air.model.model_copy(update={field: value})
        if for_s is not None:
            self._after(for_s, lambda: self._change(field, getattr(self._calm, field)))
