"""What a tool needs from the one who serves it: to be started, and to have its zero measured."""

from __future__ import annotations

import asyncio

from protocol.link import Channel
from session.tool_stream import NOT_MEASURED, TAKEN_BACK, ToolStream
from session.unknown import Unknown


class Needs:
    """Follows the payloads after `ToolStream` did."""

    def __init__(self) -> None:
        self.starts: asyncio.Queue[None] = asyncio.Queue()
        """One entry each time the tool has to be started: a link that reconnects begins several connections."""
        self.zero = asyncio.Event()
        """Somebody wants the zero measured again, or there is none any more that one could trust."""
        self._boot_id: int | None = None
        """Of the tool in this connection, None before it said so."""
        self._zeroed: object = NOT_MEASURED

    def update(self, channel: Channel, tool: ToolStream) -> None:
        """One payload came on `channel`. Each connection begins with a LAYOUT; a tool can restart within one."""
        if channel is Channel.LAYOUT:
            self._boot_id = None
            self.starts.put_nowait(None)
        elif channel is Channel.STATUS:
            before, self._boot_id = self._boot_id, tool.boot_id
            if before not in (None, tool.boot_id):
                self.starts.put_nowait(None)
        before_zeroed, self._zeroed = self._zeroed, tool.zeroed
        if isinstance(tool.zeroed, Unknown) and tool.zeroed not in (before_zeroed, TAKEN_BACK):
            self.zero.set()
