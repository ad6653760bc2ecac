"""Bugs of commands: START and STOP, answers, tares, cues."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Final

from bumble import att

from protocol.control import Command, Request, Result
from simulator.answers import Answers, known
from simulator.boot import Boot
from simulator.control_point import ControlPoint
from simulator.signals import Signals
from simulator.tare import Tare
from simulator.visit import Visit
from tests.palpate.conformance.planting import (
    Mutant,
    Patch,
    Plant,
    after,
    around,
    before,
    constant,
    frames,
    results,
    returning,
    values,
)


def _known(change: Callable[[Request, Result], Result]) -> Plant:
    """Judge requests otherwise before they are executed."""

    def plant(patch: Patch) -> None:
        patch.setattr(
            "simulator.control_point.known", lambda request, commands: change(request, known(request, commands))
        )

    return plant


def _swapped(wrong: dict[Result, Result]) -> Plant:
    return _known(lambda _request, result: wrong.get(result, result))


def _long_ones_refused(request: Request, result: Result) -> Result:
    return Result.BAD_LENGTH if len(request.body) > 8 else result


def _setup_refused_otherwise(request: Request, result: Result) -> Result:
    return Result.WRONG_STATE if 0x40 <= request.command <= 0x45 else result


def _wrong_echo(patch: Patch) -> None:
    def give(_self: Answers, original: Callable[..., None], request: Request, *rest: Any) -> None:
        original(request._replace(echo=request.echo % 255 + 1), *rest)

    around(Answers, "give", give)(patch)


def _slow(visit: Visit, original: Callable[..., None], *args: Any) -> None:
    asyncio.get_running_loop().call_later(1.2, original, *args)


def _deaf_to(command: int) -> Plant:
    def write(_self: ControlPoint, original: Callable[..., None], t_s: float, request: Request) -> None:
        if request.command != command:
            original(t_s, request)

    return around(ControlPoint, "write", write)


def _frames_lost_with(command: int) -> Plant:
    def write(self: ControlPoint, original: Callable[..., None], t_s: float, request: Request) -> None:
        if request.command == command and self._device.sampler:
            self._device.sampler.forget_unsent()
        original(t_s, request)

    return around(ControlPoint, "write", write)


def _always_busy(self: ControlPoint, original: Callable[..., None], t_s: float, request: Request) -> None:
    if self._tare:
        self._answers.busy(request)
    else:
        original(t_s, request)


def _never_busy(self: ControlPoint, original: Callable[..., None], t_s: float, request: Request) -> None:
    if self._tare and request != self._tare.request:
        self._answers.give(request, *self._outcome(t_s, request))
    else:
        original(t_s, request)


def _stored_busy(self: Answers, _original: Callable[..., None], request: Request) -> None:
    self.give(request, Result.BUSY)


def _same_echo(self: Answers, original: Callable[[Request], bool], request: Request) -> bool:
    if self._last and self._last[0].echo == request.echo and self._last[0].command == request.command:
        self._ready.append(self._last[1])
        return True
    return original(request)


def _from_the_last(patch: Patch) -> None:
    zero = [0]

    def outcome(_self: Tare, original: Callable[..., Any], *args: Any) -> Any:
        result, *found = original(*args)
        if result == Result.OK:
            found[0], zero[0] = found[0] - zero[0], found[0]
        return (result, *found)

    around(Tare, "outcome", outcome)(patch)


def _hasty_tare(patch: Patch) -> None:
    patch.setattr("simulator.control_point.TARE_S", 0.1)
    patch.setattr("simulator.tare.TARE_S", 0.1)


def _other_rates(boot: Boot) -> None:
    boot.rates_hz = boot.rates_hz[::-1]


def _without_cues(patch: Patch) -> None:
    from protocol.layout import Feature
    from simulator import identity

    original = identity.features
    patch.setattr(identity, "features", lambda scenario: original(scenario) & ~Feature.CUE)


def _no_loss(_self: Signals, _original: Callable[..., None], *_: Any, **__: Any) -> None:
    pass


def _only_longer(signals: Signals, original: Callable[..., None], t_s: float, pattern: Any, duration_ms: int) -> None:
    if duration_ms:
        original(t_s, pattern, duration_ms)


def _stream_kept(boot: Boot, original: Callable[..., Any], *args: Any) -> Any:
    sampler = original(*args)
    boot.stream = sampler.number = 1
    return sampler


STREAMS: Final = (
    Mutant(
        "it notifies as the connection before asked for",
        "nothing-comes-before-start",
        after(Boot, "lose_link", lambda boot: setattr(boot, "listening", True)),
    ),
    Mutant(
        "START takes another default than the layout's",
        "start-without-a-rate-takes-the-default",
        after(Boot, "__init__", _other_rates),
    ),
    Mutant(
        "START begins the running stream anew",
        "start-attaches-to-the-stream-that-runs",
        before(Boot, "start", lambda boot: boot.stop()),
    ),
    Mutant(
        "START with another rate goes on with the running one",
        "another-rate-begins-a-new-stream",
        around(Boot, "start", lambda boot, start, t_s, hz: start(t_s, boot.sampler.rate_hz if boot.sampler else hz)),
    ),
    Mutant("each stream has number 1", "stream-after-stop-has-another-number", around(Boot, "_begin", _stream_kept)),
    Mutant(
        "an unlisted rate is too much for the link",
        "start-refuses-an-unlisted-rate",
        results(Command.START, {Result.BAD_VALUE: Result.WRONG_STATE}),
    ),
    Mutant("STOP stops nothing", "stop-ends-notifications", around(Boot, "stop", lambda *_: None)),
    Mutant(
        "1000 Hz is refused at any MTU",
        "each-rate-runs-or-is-too-wide",
        constant("simulator.sampler.FRAMES_PER_S", 10),
    ),
    Mutant(
        "100 Hz is refused at MTU 23",
        "one-hundred-hertz-fit-mtu-23",
        constant("simulator.sampler.FRAMES_PER_S", 20),
    ),
    Mutant(
        "LINK_TOO_NARROW says that nothing fits",
        "what-does-not-fit-says-what-does",
        constant("simulator.control_point.highest_rate_hz", lambda *_: 0),
    ),
)

REQUESTS: Final = (
    Mutant("answers carry another echo id", "answers-come-within-a-second", _wrong_echo),
    Mutant("answers take 1.2 s", "answers-come-within-a-second", around(Visit, "indicate", _slow)),
    Mutant(
        "an unknown command is a bad value",
        "unknown-commands-are-unknown",
        _swapped({Result.UNKNOWN: Result.BAD_VALUE}),
    ),
    Mutant(
        "a command of Setup is known on Control",
        "setup-commands-are-unknown-on-control",
        _known(_setup_refused_otherwise),
    ),
    Mutant(
        "a short request is a bad value", "short-requests-are-refused", _swapped({Result.BAD_LENGTH: Result.BAD_VALUE})
    ),
    Mutant("a long request is refused", "long-requests-are-read-as-far-as-known", _known(_long_ones_refused)),
    Mutant("an echo id of 0 is as good as any", "echo-0-is-refused", constant("simulator.answers.UNSOLICITED", 256)),
    Mutant(
        "one byte is an unlikely error",
        "one-byte-is-no-request",
        lambda patch: patch.setattr(att, "ATT_INVALID_ATTRIBUTE_LENGTH_ERROR", att.ATT_UNLIKELY_ERROR_ERROR),
    ),
    Mutant(
        "CLEAR_STOP wants something to clear",
        "nothing-to-do-is-answered",
        results(Command.CLEAR_STOP, {Result.OK: Result.WRONG_STATE}),
    ),
    Mutant("a cue of a minute is taken", "cues-have-limits", constant("simulator.control_point.MAX_CUE_MS", 60_000)),
    Mutant("IDENTIFY is not known", "identify-is-answered", results(Command.IDENTIFY, {Result.OK: Result.UNKNOWN})),
    Mutant(
        "a tip that is not listed is in a wrong state",
        "unlisted-tips-are-refused",
        results(Command.TIP, {Result.BAD_VALUE: Result.WRONG_STATE}),
    ),
    Mutant(
        "a command without its feature is refused otherwise",
        "commands-without-their-feature-are-unknown",
        _without_cues,
    ),
    Mutant("it never answers 0x13", "thousand-odd-requests-are-answered", _deaf_to(0x13)),
    Mutant("each TIME loses a frame", "hundred-requests-in-a-row-are-answered", _frames_lost_with(Command.TIME)),
    Mutant("STATUS is never answered at MTU 23", "replies-fit-mtu-23", _deaf_to(Command.TIME)),
)

REPEATS: Final = (
    Mutant("repeats are executed", "repeat-is-not-executed", around(Answers, "repeat", lambda *_: False)),
    Mutant(
        "a disconnect forgets the last answer",
        "repeat-is-not-executed-after-a-reconnect",
        after(Answers, "drop", lambda answers: setattr(answers, "_last", None)),
    ),
    Mutant("the echo id alone makes a repeat", "other-bytes-are-executed", around(Answers, "repeat", _same_echo)),
    Mutant(
        "TIME is answered from memory", "time-is-executed-each-time", constant("simulator.answers.ALWAYS_EXECUTED", ())
    ),
    Mutant(
        "START is answered from memory",
        "repeated-start-binds-the-connection",
        constant("simulator.answers.ALWAYS_EXECUTED", ()),
    ),
    Mutant("BUSY is stored", "second-resend-is-busy", around(Answers, "busy", _stored_busy)),
    Mutant("a tare does not keep others waiting", "second-command-is-busy", around(ControlPoint, "write", _never_busy)),
    Mutant("a repeat under way is busy", "repeat-under-way-is-ignored", around(ControlPoint, "write", _always_busy)),
)

TARES: Final = (
    Mutant(
        "a tare while idle is a bad value",
        "tare-needs-a-stream",
        results(Command.TARE, {Result.WRONG_STATE: Result.BAD_VALUE}),
    ),
    Mutant(
        "a tare names the stream before",
        "tare-at-rest-answers-a-zero",
        values(Command.TARE, lambda zero, noise, stream, counter: (zero, noise, stream - 1, counter)),
    ),
    Mutant("a tare takes a tenth of a second", "tare-measures-half-a-second", _hasty_tare),
    Mutant(
        "the zero is in mN",
        "zero-is-the-mean-of-the-samples",
        values(Command.TARE, lambda zero, *rest: (zero * 1000 // 2**14, *rest)),
    ),
    Mutant(
        "the noise is ten times what it is",
        "noise-is-that-of-the-samples",
        values(Command.TARE, lambda zero, noise, *rest: (zero, noise * 10, *rest)),
    ),
    Mutant("a tare counts from the last one", "zero-counts-from-the-factorys", _from_the_last),
    Mutant("a tare is taken under load", "tare-under-load-is-refused", constant("simulator.tare.LOADED_N", 1e6)),
)

CUES: Final = (
    Mutant("a cue does not show", "cue-shows-in-the-flags-and-ends", returning(Signals, "vibration", lambda _: 0)),
    Mutant(
        "VIBRATING stays set", "cue-shows-in-the-flags-and-ends", frames(lambda data: data.__setitem__(2, data[2] | 8))
    ),
    Mutant("pattern 0 ends nothing", "cue-is-replaced-by-the-next", around(Signals, "cue", _only_longer)),
    Mutant("a cue outlasts its connection", "cue-ends-at-link-loss", around(Signals, "lose_link", _no_loss)),
)


ANSWERS: Final = (*STREAMS, *REQUESTS, *REPEATS, *TARES, *CUES)
