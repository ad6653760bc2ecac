"""What every command has in common (docs/protocol.md §8)."""

from __future__ import annotations

from typing import Final

from bleak.exc import BleakError

from palpate.conformance.bench import Bench
from palpate.conformance.check import Group
from palpate.conformance.verdict import NotApplicable, Violation, expect
from palpate.conformance.wire import ANSWER_S, Answer, Wire
from protocol.control import MAX_LENGTH, PARAMETERS, VALUES, Command, CuePattern, Request, Result
from protocol.layout import Feature

REQUESTS = Group("requests")

CONTROL: Final = tuple(command for command in Command if command < Command.SET_COEFFICIENT)
SETUP: Final = tuple(command for command in Command if command >= Command.SET_COEFFICIENT)
NEVER: Final = (0x00, 0x0D, 0x3F, 0x46, 0x68, 0x7F)
"""Numbers without a command on this page; 0x69 and those above 0x7F would answer with the number of something else."""
FEATURES: Final = {
    Command.TARE: Feature.TARE,
    Command.CUE: Feature.CUE,
    Command.IDENTIFY: Feature.IDENTIFY,
    Command.RESEND: Feature.RESEND,
}
INVALID_LENGTH: Final = 0x0D


@REQUESTS.check("§8")
async def answers_come_within_a_second(bench: Bench) -> None:
    """The tool answers START, TIME, STATUS, ACK_EVENTS and STOP within 1 s, each with its command and echo id."""
    async with bench.idle() as wire:
        for command, *parameters in _HARMLESS:
            answer = (await wire.ask(command, *parameters)).must_be(Result.OK)
            took_s = answer.heard_s - answer.sent_s
            expect(took_s <= ANSWER_S, f"an answer to {command.name} within {ANSWER_S:g} s", f"{took_s:.2f} s")
            _is_whole(command, answer)


@REQUESTS.check("§1, §8")
async def unknown_commands_are_unknown(bench: Bench) -> None:
    """A command that the page does not have answers UNKNOWN."""
    async with bench.idle() as wire:
        for command in NEVER:
            (await wire.ask_raw(command, b"\x00" * 4)).must_be(Result.UNKNOWN)


@REQUESTS.check("§9")
async def setup_commands_are_unknown_on_control(bench: Bench) -> None:
    """The commands of Setup answer UNKNOWN on Control."""
    async with bench.idle() as wire:
        for command in SETUP:
            (await wire.ask_raw(command, bytes(PARAMETERS[command].size))).must_be(Result.UNKNOWN)


@REQUESTS.check("§1")
async def commands_without_their_feature_are_unknown(bench: Bench) -> None:
    """A command whose feature the tool lacks answers UNKNOWN."""
    async with bench.idle() as wire:
        features = (await wire.layout()).features
        lacking = [command for command, feature in FEATURES.items() if feature not in features]
        if not lacking:
            raise NotApplicable("this tool has all features that commands need")
        for command in lacking:
            (await wire.ask_raw(command, bytes(PARAMETERS[command].size))).must_be(Result.UNKNOWN)


@REQUESTS.check("§8")
async def short_requests_are_refused(bench: Bench) -> None:
    """Parameters that are too short answer BAD_LENGTH, whatever is missing."""
    async with bench.idle() as wire:
        for command in await _known(wire):
            for length in range(PARAMETERS[command].size):
                (await wire.ask_raw(command, bytes(length))).must_be(Result.BAD_LENGTH)


@REQUESTS.check("§1, §8")
async def long_requests_are_read_as_far_as_known(bench: Bench) -> None:
    """A request with more bytes than its parameters, up to 20, is executed all the same."""
    async with bench.idle() as wire:
        for command, *parameters in _HARMLESS:
            body = Request.of(command, 1, *parameters).body
            (await wire.ask_raw(command, body + b"\xff" * (MAX_LENGTH - 2 - len(body)))).must_be(Result.OK)


@REQUESTS.check("§8")
async def echo_0_is_refused(bench: Bench) -> None:
    """An echo id of 0 answers BAD_VALUE, whatever the command."""
    async with bench.idle() as wire:
        for command in (*CONTROL, NEVER[1]):
            body = bytes(_LENGTHS.get(command, 0))
            (await wire.ask_bytes(bytes((command, 0)) + body)).must_be(Result.BAD_VALUE)


@REQUESTS.check("§8")
async def one_byte_is_no_request(bench: Bench) -> None:
    """A request of less than 2 bytes is refused with ATT error 0x0D (Invalid Attribute Value Length)."""
    async with bench.idle() as wire:
        try:
            await wire.write(bytes((Command.TIME,)))
        except BleakError as error:
            code = getattr(error, "code", INVALID_LENGTH)  # some systems only say that it was refused
            expect(code == INVALID_LENGTH, "ATT error 0x0d", f"ATT error 0x{code:02x}")
        else:
            raise Violation("ATT error 0x0d", "the write was accepted")


@REQUESTS.check("§8.10, §8.11, §8.12")
async def nothing_to_do_is_answered(bench: Bench) -> None:
    """ACK_EVENTS and CLEAR_STOP answer OK where there is nothing, CANCEL WRONG_STATE."""
    async with bench.idle() as wire:
        (await wire.ask(Command.ACK_EVENTS, 0)).must_be(Result.OK)
        (await wire.ask(Command.CLEAR_STOP)).must_be(Result.OK)
        (await wire.ask(Command.CANCEL, 1)).must_be(Result.WRONG_STATE, Result.UNKNOWN)


@REQUESTS.check("§8.7")
async def cues_have_limits(bench: Bench) -> None:
    """CUE takes the six patterns up to 5000 ms, and answers BAD_VALUE for others."""
    async with bench.idle() as wire:
        if Feature.CUE not in (await wire.layout()).features:
            raise NotApplicable("this tool has no cues")
        for pattern in CuePattern:
            (await wire.ask(Command.CUE, pattern, 100)).must_be(Result.OK)
        (await wire.ask(Command.CUE, CuePattern.OFF, 5000)).must_be(Result.OK)
        (await wire.ask(Command.CUE, len(CuePattern), 100)).must_be(Result.BAD_VALUE)
        (await wire.ask(Command.CUE, CuePattern.HOLD, 5001)).must_be(Result.BAD_VALUE)


@REQUESTS.check("§8.8")
async def identify_is_answered(bench: Bench) -> None:
    """IDENTIFY answers OK."""
    async with bench.idle() as wire:
        if Feature.IDENTIFY not in (await wire.layout()).features:
            raise NotApplicable("this tool has nothing to show where it is")
        (await wire.ask(Command.IDENTIFY)).must_be(Result.OK)


@REQUESTS.check("§8.6")
async def unlisted_tips_are_refused(bench: Bench) -> None:
    """TIP answers BAD_VALUE for an id that the layout does not list."""
    async with bench.idle() as wire:
        listed = {tip.id for tip in (await wire.layout()).tips}
        for number in (0, next(each for each in range(255, 0, -1) if each not in listed)):
            (await wire.ask(Command.TIP, number)).must_be(Result.BAD_VALUE, Result.UNKNOWN)


_LENGTHS: Final[dict[int, int]] = {command: layout.size for command, layout in PARAMETERS.items()}
_HARMLESS: Final[tuple[tuple[Command, *tuple[int, ...]], ...]] = (
    (Command.START, 0),
    (Command.TIME,),
    (Command.STATUS,),
    (Command.ACK_EVENTS, 0),
    (Command.STOP,),
)


async def _known(wire: Wire) -> list[Command]:
    features = (await wire.layout()).features
    return [command for command in CONTROL if FEATURES.get(command, Feature(0)) in features]


def _is_whole(command: Command, answer: Answer) -> None:
    size = VALUES[command].size if command in VALUES else 0
    right = 3 + size <= len(answer.data) <= MAX_LENGTH
    expect(right, f"{3 + size} bytes in the answer to {command.name}, {MAX_LENGTH} at most", answer.data)
