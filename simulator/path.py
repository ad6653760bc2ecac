"""The way of live frames out of the tool: what is lost, spoiled, late or doubled on it."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from simulator.damage import damaged
from simulator.happenings.frames import (
    BitFlipped,
    BurstLoss,
    Duplicate,
    FrameFault,
    FrameLoss,
    FutureVersion,
    Jitter,
    Latency,
    Reorder,
    Silence,
    Truncated,
    WrongLength,
)
from simulator.stable import Deviates

Loss: TypeAlias = Silence | FrameLoss | BurstLoss


class Parcel(NamedTuple):
    """A frame on its way."""

    data: bytes
    due_s: float
    """When it arrives, in true time."""
    copies: int = 1
    in_order: bool = True


class Path:
    """Takes frames, gives them back when they are due; deterministic with its deviates."""

    def __init__(self, luck: Deviates) -> None:
        self._luck = luck
        self._losses: list[_Running] = []
        self._spoilers: list[_Running] = []
        self._on_way: list[tuple[float, int, bytes]] = []
        self._number = 0
        self._latest_s = -math.inf

    def __bool__(self) -> bool:
        """Whether anything is on its way."""
        return bool(self._on_way)

    @property
    def due_s(self) -> float:
        """When the next frame arrives; infinite while none is on its way."""
        return self._on_way[0][0] if self._on_way else math.inf

    def add(self, fault: FrameFault) -> None:
        """From now on this is wrong too."""
        kind = self._losses if isinstance(fault, Loss) else self._spoilers
        kind.append(_Running(fault))

    def quiet_until_s(self, world_s: float) -> float:
        """Until when every frame arrives at once and as it is, infinite for ever."""
        if self._on_way:
            return world_s
        return min((each.starts_s(world_s) for each in (*self._losses, *self._spoilers)), default=math.inf)

    def spare(self, world_s: float) -> bool:
        """Whether a frame that is complete at `world_s` is not lost."""
        return not any(each.applies(world_s) and each.loses(self._luck) for each in self._losses)

    def send(self, t_s: float, world_s: float, frame: bytes) -> None:
        """A frame is complete at `world_s` of the scenario, which is the true time `t_s`."""
        if not self.spare(world_s):
            return
        parcel = Parcel(frame, t_s)
        for each in self._spoilers:
            if each.applies(world_s):
                parcel = each.spoil(parcel, self._luck)
        due_s = max(parcel.due_s, self._latest_s) if parcel.in_order else parcel.due_s
        if parcel.in_order:
            self._latest_s = due_s
        for _ in range(parcel.copies):
            self._number += 1
            heapq.heappush(self._on_way, (due_s, self._number, parcel.data))

    def arrived(self, t_s: float) -> Iterator[bytes]:
        """Yield what is due up to `t_s`, once."""
        while self._on_way and self._on_way[0][0] <= t_s:
            yield heapq.heappop(self._on_way)[2]

    def clear(self) -> None:
        """The connection is over: what is on its way goes nowhere."""
        self._on_way.clear()


class _Running:
    """One fault and what it remembers."""

    def __init__(self, fault: FrameFault) -> None:
        self._fault = fault
        self._left = math.inf if isinstance(fault, Silence) or fault.count is None else fault.count
        self._bad = False
        """The state of Gilbert's chain."""

    def starts_s(self, world_s: float) -> float:
        """When it has a say again, `world_s` or earlier for now, infinite for never."""
        over = self._left <= 0 or (world_s >= self._fault.at_s and not self._fault.active(world_s))
        return math.inf if over else self._fault.at_s

    def applies(self, world_s: float) -> bool:
        """Whether it has a say about the frame of this moment; counts it."""
        if self._left <= 0 or not self._fault.active(world_s):
            return False
        self._left -= 1
        return True

    def loses(self, luck: Deviates) -> bool:
        """Whether the frame is lost."""
        match self._fault:
            case Silence():
                return True
            case FrameLoss(share=share):
                return luck.share() < share
            case BurstLoss(enter=enter, leave=leave, share=share):
                turns = luck.share() < (leave if self._bad else enter)
                self._bad ^= turns
                return self._bad and luck.share() < share
            case _:
                return False

    def spoil(self, parcel: Parcel, luck: Deviates) -> Parcel:
        """What becomes of a frame that is not lost."""
        match self._fault:
            case Latency(delay_s=delay_s):
                return parcel._replace(due_s=parcel.due_s + delay_s)
            case Jitter(up_to_s=up_to_s):
                return parcel._replace(due_s=parcel.due_s + luck.share() * up_to_s)
            case Reorder(share=share, delay_s=delay_s) if luck.share() < share:
                return parcel._replace(due_s=parcel.due_s + delay_s, in_order=False)
            case Duplicate(share=share, copies=copies) if luck.share() < share:
                return parcel._replace(copies=parcel.copies + copies)
            case Truncated() | BitFlipped() | WrongLength() | FutureVersion() as fault if luck.share() < fault.share:
                return parcel._replace(data=damaged(parcel.data, fault, luck))
            case _:
                return parcel
