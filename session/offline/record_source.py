"""A record as a recording to be measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from protocol.blocks import SampleBlock
from protocol.link import Channel
from protocol.sentence import Sentence
from session.calls import read_aimed, read_call
from session.errors import InputError
from session.in_order import in_order
from session.offline.instrument_source import instrument_source, is_instruments
from session.offline.link_account import LinkAccount
from session.offline.request import Request, TableFormat
from session.offline.source import Instrument, LetGo, Piece, Retarget, Retip, Source, doubts, settings_for
from session.offline.survey import SHARE_PERCENTILES, Survey
from session.offline.wholeness import whole_notes
from session.plan import Plan
from session.playback import Recorded, read_record
from session.tool_stream import ToolStream

RECORD_SUFFIX: Final = ".mcap"


def open_record(file: str, request: Request) -> Source:
    """Look into a record; it says itself what it holds. Raises `InputError`."""
    if request.table != TableFormat():
        raise InputError("a record says itself how it is to be read: leave out --column, --unit, --rate and --zero")
    return source_of(file, read_record(Path(file)), request)


def source_of(file: str, recorded: Recorded, request: Request) -> Source:
    """The same of a record that was read already."""
    if is_instruments(recorded):
        return instrument_source(file, recorded, request)
    tool, account, plan = ToolStream(request.tares), LinkAccount(), recorded.header.plan
    heard = list(_pieces(recorded, tool, account))
    facts = _survey([piece for piece in heard if isinstance(piece, SampleBlock)], tool)
    planned = _planned(request, plan)
    settings = settings_for(planned, facts, Instrument(tool.area_cm2, tool.full_scale_n))
    return Source(
        file=file,
        settings=settings,
        rate_hz=facts.rate_hz,
        pieces=lambda: _asked(heard, request, plan),
        tool=tool.serial or None,
        simulated=recorded.header.simulated or tool.simulated,
        notes=_notes(recorded, tool) + _tips(heard, request) + doubts(planned, facts),
        link=account.close(recorded.payloads[-1].arrival_s),
        live=recorded.live if request == Request() else None,
    )


def _asked(pieces: Iterable[Piece], request: Request, plan: Plan | None) -> Iterator[Piece]:
    """Without what the request or the want of a plan overrules."""
    for piece in pieces:
        match piece:
            case Retarget() if plan is None or request.target_n:
                pass
            case Retip() if request.area_cm2:
                pass
            case _:
                yield piece


def _pieces(recorded: Recorded, tool: ToolStream, account: LinkAccount | None = None) -> Iterator[Piece]:
    """The tared readings, where the plan's target or the tip changed, and where a let-go was called.

    In the order in which the tool took them, wherever in the record they stand. Time counts from the first reading.
    """
    pieces: Iterator[Piece] = in_order(list(_heard(recorded, tool, account)))
    conditioning = tool.conditioning()
    for piece in pieces:
        yield conditioning.update(piece) if isinstance(piece, SampleBlock) else piece


def _heard(recorded: Recorded, tool: ToolStream, account: LinkAccount | None) -> Iterator[Piece]:
    """The same in the order of arrival, as the tool sent it."""
    first_us: int | None = None
    tip: Retip | None = None
    for payload in recorded.payloads:
        if payload.channel is Channel.AIMED:
            aimed = read_aimed(payload.data)
            yield Retarget(aimed.target_n, aimed.band_percent)
        if payload.channel is Channel.CALLS and first_us is not None:
            yield LetGo(read_call(payload.data).time_us - first_us)
        block = tool.hear(payload)
        if account is not None:
            account.update(payload, tool, block)
        if tip is not None and tip.area_cm2 != tool.area_cm2:
            tip = Retip(tool.area_cm2)
            yield tip
        if block is not None and len(block):
            if tip is None:
                tip = Retip(tool.area_cm2)
                yield tip
            first_us = int(block.time_us[0]) if first_us is None else first_us
            yield replace(block, time_us=block.time_us - first_us)


def _survey(readings: list[SampleBlock], tool: ToolStream) -> Survey:
    if not readings or not tool.rate_hz:
        raise InputError("the record ends before its first reading: there is nothing to measure")
    force_n = np.concatenate([block.force_n for block in readings])
    rest_n, pressed_n = np.percentile(force_n, SHARE_PERCENTILES).tolist()
    return Survey(round(1e6 / tool.rate_hz), tool.rate_hz, 0.0, rest_n, pressed_n, float(force_n.max()))


def _planned(request: Request, plan: Plan | None) -> Request:
    """What was planned counts where nothing else is asked for."""
    if plan is None:
        return request
    return replace(
        request,
        target_n=request.target_n or plan.target_n,
        band_percent=plan.band_percent if request.band_percent is None else request.band_percent,
        cap_n=request.cap_n or plan.cap.force_n,
    )


def _tips(pieces: list[Piece], request: Request) -> tuple[str, ...]:
    """That each hold was measured with the tip that was on."""
    tips = [piece for piece in pieces if isinstance(piece, Retip)]
    if request.area_cm2 or len(tips) < 2:
        return ()
    areas = Sentence.joined(", ", map(_area, tips))
    return (Sentence("the tip was changed; each hold counts for the one that was on (areas: {areas})", areas=areas),)


def _area(tip: Retip) -> Sentence:
    return Sentence("unknown") if tip.area_cm2 is None else Sentence("{area_cm2:g} cm²", area_cm2=tip.area_cm2)


def _notes(recorded: Recorded, tool: ToolStream) -> tuple[str, ...]:
    missing = tool.missing
    notes = list(whole_notes(recorded, tool.malformed))
    if missing.filled:
        notes.append(
            Sentence(
                "{count} samples came late: the tool sent them again after they were lost on the way",
                count=missing.filled,
            )
        )
    lost = {why: count for why, count in missing.lost.items() if count}
    notes += [Sentence("{count} samples are lost: {why}", count=count, why=why) for why, count in lost.items()]
    if missing.count:
        notes.append(Sentence("{count} samples are lost: never came again", count=missing.count))
    return tuple(notes)
