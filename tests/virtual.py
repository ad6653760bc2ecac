"""Tests in virtual time: waiting costs nothing and every run is the same."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec, TypeVar

from simulator.virtual_time import VirtualLoop

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


def run_virtual(story: Coroutine[Any, Any, Answer]) -> Answer:
    """Run a coroutine to its end on a virtual loop of its own."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(story)


def virtual(test: Callable[Arguments, Coroutine[Any, Any, None]]) -> Callable[Arguments, None]:
    """Turn an asynchronous test into one that runs in virtual time."""

    @functools.wraps(test)
    def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        run_virtual(test(*args, **kwargs))

    return run
