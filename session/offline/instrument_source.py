"""The record of an instrument of another make as a recording to be measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from device.drivers.registry import driver_named
from device.errors import DeviceError
from protocol.blocks import SampleBlock
from protocol.errors import FrameError
from protocol.link import Channel
from session.errors import InputError
from session.instrument_stream import InstrumentStream
from session.offline.request import Request
from session.offline.source import Instrument, Source, doubts, settings_for
from session.offline.survey import SHARE_PERCENTILES, Survey
from session.offline.wholeness import whole_notes
from session.playback import Recorded


def is_instruments(recorded: Recorded) -> bool:
    """Whether an instrument of another make was read."""
    return any(payload.channel is Channel.INSTRUMENT for payload in recorded.payloads)


def instrument_source(file: str, recorded: Recorded, request: Request) -> Source:
    """Look through the record; raises `InputError`, also where the driver that it names is not installed."""
    stream = InstrumentStream(driver_named)
    blocks, malformed = _decoded(recorded, stream)
    ability = stream.ability
    if not blocks or ability is None:
        raise InputError("the record ends before its first reading: there is nothing to measure")
    facts = _survey(blocks, ability.period_us)
    settings = settings_for(request, facts, Instrument(ability.area_cm2))
    notes = (*map(str, ability.lacks), *whole_notes(recorded, malformed))
    return Source(
        file=file,
        settings=settings,
        rate_hz=facts.rate_hz,
        pieces=lambda: _pieces(blocks),
        tool=_name(stream),
        simulated=recorded.header.simulated,
        notes=notes + doubts(request, facts),
    )


def instrument_of(recorded: Recorded) -> str | None:
    """Driver and address of the instrument, None for a record that is not of one or does not say so."""
    stream = InstrumentStream(driver_named)
    for payload in recorded.payloads:
        if payload.channel is Channel.INSTRUMENT:
            try:
                stream.update(payload)
            except (FrameError, DeviceError):
                return None
            return _name(stream)
    return None


def _name(stream: InstrumentStream) -> str | None:
    who = stream.introduction
    return None if who is None else f"{who.driver}:{who.identity}"


def _decoded(recorded: Recorded, stream: InstrumentStream) -> tuple[list[SampleBlock], int]:
    """All readings, and how many payloads did not decode."""
    blocks, malformed = list[SampleBlock](), 0
    for payload in recorded.payloads:
        try:
            values = stream.update(payload)
        except FrameError:
            malformed += 1
            continue
        except DeviceError as error:
            raise InputError(str(error)) from error
        blocks += [value for value in values if isinstance(value, SampleBlock) and len(value)]
    return blocks, malformed


def _survey(blocks: list[SampleBlock], period_us: int) -> Survey:
    force_n = np.concatenate([block.force_n for block in blocks])
    rest_n, pressed_n = np.percentile(force_n, SHARE_PERCENTILES).tolist()
    return Survey(period_us, 1e6 / period_us, 0.0, rest_n, pressed_n, float(force_n.max()))


def _pieces(blocks: list[SampleBlock]) -> Iterator[SampleBlock]:
    """Time counts from the first reading."""
    first_us = int(blocks[0].time_us[0])
    for block in blocks:
        yield replace(block, time_us=block.time_us - first_us)
