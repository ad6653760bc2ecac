"""The simulated tool as the tool under test: a virtual computer beside it, and a hand that presses when asked."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, Final, NoReturn, assert_never

from bleak.exc import BleakError

from device.backend import Classes
from palpate.conformance.bench import Bench
from palpate.conformance.people import Deed
from palpate.conformance.wire import SMALLEST_MTU
from simulator.air import VirtualTools, virtual_tool
from simulator.hand import Intent
from simulator.happenings.people import PatientStop
from simulator.happenings.tool import Reset
from simulator.radio_model import RadioModel
from simulator.tool import Tool

PRESS_N: Final = 20.0
BUTTON_S: Final = 3.0
"""So long the button stays down, with time for a CLEAR_STOP that is refused."""


class SimulatedHand:
    """Presses at once; the button comes up by itself."""

    patience_s = 10.0

    def __init__(self, tool: Tool, air: VirtualTools) -> None:
        self._tool = tool
        self._air = air

    async def do(self, deed: Deed) -> None:
        """Do it."""
        match deed:
            case Deed.PRESS:
                self._tool.tell(Intent(PRESS_N))
            case Deed.LET_GO:
                self._tool.tell(Intent(0.0))
            case Deed.BUTTON_DOWN:
                stop = PatientStop(at_s=0.0, for_s=BUTTON_S)
                self._tool.inject(stop, self._air.peripheral.now_s())
            case Deed.BUTTON_UP:
                pass
            case Deed.REBOOT:
                self._tool.inject(Reset(), self._air.peripheral.now_s())
            case _ as never:
                assert_never(never)


@asynccontextmanager
async def simulated(make: Callable[[], Tool]) -> AsyncIterator[Bench]:
    """Switch three tools of a kind on, each beside a computer of its own: one at MTU 23, one that pairs."""
    async with AsyncExitStack() as stack:
        bench = await _bench(make(), RadioModel(), stack)
        bench.narrow = await _bench(make(), RadioModel(mtu=SMALLEST_MTU), stack)
        bench.paired = await _bench(make(), RadioModel(), stack, pairs=True)
        yield bench


async def _bench(tool: Tool, radio: RadioModel, stack: AsyncExitStack, *, pairs: bool = False) -> Bench:
    air = await virtual_tool(tool, radio)
    _run_in(tool)
    stack.push_async_callback(air.close)
    client = air.backend.client if pairs else type("UnpairedClient", (air.backend.client,), {"pair": _refuse})
    backend = Classes(air.backend.scanner, client, air.backend.adapter)
    return Bench(backend, tool.serial, SimulatedHand(tool, air), pairs_by_itself=pairs)


def _run_in(tool: Tool) -> None:
    """A simulated tool's clock begins with its first stream, a liberty that no firmware has: begin one."""
    tool.connect(0.0, SMALLEST_MTU)
    tool.start(0.0, tool.rates_hz[0])
    tool.disconnect(0.0)


async def _refuse(*_: Any, **__: Any) -> NoReturn:
    """Stand for a person who does not accept the pairing."""
    raise BleakError("this computer does not pair")
