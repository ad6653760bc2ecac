"""A headless Chromium, driven over its own protocol."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
from base64 import b64decode
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

from websockets.sync.client import ClientConnection, connect

NAMES = ("chromium", "chromium-browser", "google-chrome")
BEGINS_S = 30.0


def chromium() -> str | None:
    """Where it is; None where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Browser:
    """One tab; a context manager."""

    def __init__(self, program: str) -> None:
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [
                program,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                f"--user-data-dir={self._folder.name}",
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._count, self._stack = 0, ExitStack()
        self._tab: ClientConnection | None = None

    def __enter__(self) -> Self:
        self._tab = self._stack.enter_context(connect(self._address(), max_size=None))
        self.do("Page.enable")
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()
        self._process.terminate()
        self._process.wait(BEGINS_S)
        self._folder.cleanup()

    def do(self, method: str, **parameters: Any) -> Any:
        """One command of the DevTools protocol, and its result."""
        assert self._tab is not None
        self._count += 1
        self._tab.send(json.dumps({"id": self._count, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._tab.recv(BEGINS_S))
            if answer.get("id") == self._count:
                assert "error" not in answer, answer
                return answer["result"]

    def value(self, expression: str) -> Any:
        """What JavaScript in the page comes to; promises are awaited."""
        found = self.do("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def becomes(self, expression: str) -> Any:
        """What an expression is as soon as it is true, by the page's own clock."""
        return self.value(
            f"new Promise((done, fail) => {{ const end = Date.now() + {1000 * BEGINS_S};"
            f"const look = () => {{ const is = ({expression}); if (is) done(is);"
            f"else if (Date.now() > end) fail(new Error(document.body.innerText)); else setTimeout(look, 50); }};"
            "look(); })"
        )

    def picture(self, path: Path) -> None:
        """Keep a picture of the tab."""
        path.write_bytes(b64decode(self.do("Page.captureScreenshot")["data"]))

    def _address(self) -> str:
        """Of the first tab: the port stands in a file as soon as it is open."""
        port = Path(self._folder.name) / "DevToolsActivePort"
        end_s = time.monotonic() + BEGINS_S
        while not (port.exists() and len(port.read_text().splitlines()) == 2):
            assert self._process.poll() is None, "the browser ended by itself"
            assert time.monotonic() < end_s, "the browser did not begin"
            time.sleep(0.05)
        from urllib.request import urlopen

        with urlopen(f"http://127.0.0.1:{port.read_text().splitlines()[0]}/json/list") as tabs:
            found: list[dict[str, str]] = json.load(tabs)
        return next(tab["webSocketDebuggerUrl"] for tab in found if tab["type"] == "page")
