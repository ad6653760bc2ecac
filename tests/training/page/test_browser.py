"""A class in a real browser, end to end: simulated tools, the server, and what is on the screen."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from session.inputs import Quit
from simulator.virtual_time import loop_at
from tests.training.page.browser import Browser, chromium
from tests.training.rooms import SEEN, UNSEEN
from tests.training.test_classroom import simulated
from training.classroom import Class
from training.page.server import Address, page
from training.page.told import told

PROGRAM = chromium()
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="needs chromium (apt-get install chromium)")
SPEED = 4.0
INK = (
    "(() => {{ const it = document.querySelector('section[data-trainee={0}] canvas');"
    "const ink = it.getContext('2d').getImageData(0, 0, it.width, it.height).data;"
    "let blue = 0; for (let i = 0; i < ink.length; i += 4)"
    "blue += ink[i + 2] > 150 && ink[i] < 120 && ink[i + 3] > 100; return blue; }})()"
)
"""How many points of a seat's picture are of the colour of its trace."""
WORDS = "document.querySelector('section[data-trainee={0}]').innerText"


class Room(threading.Thread):
    """A class that goes on until it is told to end, in a loop of its own."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self.taught = Class([simulated("A", folder, SEEN, trials=40), simulated("B", folder, UNSEEN, trials=40)])
        self.here = threading.Event()
        self.address: Address | None = None

    def run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: loop_at(SPEED)) as loop:
            loop.run(self._teach())

    def end(self) -> None:
        for seat in self.taught.seats:
            with contextlib.suppress(RuntimeError):  # it is over by itself
                if seat.practice is not None:
                    seat.practice.runner.hear(Quit())
        self.join()

    async def _teach(self) -> None:
        async with page(lambda: told(self.taught.seats)) as self.address:
            self.here.set()
            await self.taught.run()


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    made = Room(tmp_path_factory.mktemp("class"))
    made.start()
    assert made.here.wait(60)
    yield made
    made.end()


@pytest.mark.timeout(180)
def test_a_browser_with_the_code_draws_traces_and_without_it_nothing(room: Room, tmp_path: Path) -> None:
    assert room.address is not None
    assert PROGRAM is not None
    with Browser(PROGRAM) as tab:
        tab.do("Page.navigate", url=f"http://127.0.0.1:{room.address.port}/")
        tab.becomes("document.body?.innerText.includes('HTTP ERROR 404')")
        tab.do("Page.navigate", url=room.address.url)
        assert tab.becomes("document.getElementById('link')?.textContent === 'live'")
        tab.becomes("document.querySelectorAll('section').length === 2")
        assert tab.becomes(INK.format("A") + " > 100")
        assert tab.value(INK.format("B")) == 0
        assert "SIMULATED" in tab.value(WORDS.format("A"))
        tab.becomes(WORDS.format("B") + ".includes('force hidden')")
        tab.becomes(WORDS.format("A") + ".match(/[0-9.]+ N$/)")
        tab.picture(tmp_path / "class.png")
        assert (
            tab.value("performance.getEntriesByType('resource').map(it => new URL(it.name).host)")
            == [f"127.0.0.1:{room.address.port}"] * 2
        )
        # from a page under another name: the browser itself sends its Host and its Origin
        tab.do("Page.navigate", url="data:text/html,<p>elsewhere</p>")
        tab.becomes("document.body?.innerText === 'elsewhere'")
        live = room.address.url.replace("http", "ws") + "live"
        refused = f"new Promise(done => {{ const it = new WebSocket('{live}');"
        assert (
            tab.value(refused + "it.onerror = () => done('refused'); it.onopen = () => done('open'); })") == "refused"
        )
