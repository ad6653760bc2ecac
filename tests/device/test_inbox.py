from __future__ import annotations

import asyncio

import pytest

from device.errors import ToolLost
from device.inbox import Closed, Inbox, Lost
from protocol.link import Channel, Payload
from tests.virtual import virtual


def payload(number: int) -> Payload:
    return Payload(Channel.SAMPLES, float(number), bytes([number]))


async def drain(inbox: Inbox) -> list[int]:
    return [each.data[0] for each in [each async for each in inbox.payloads()]]


@virtual
async def test_payloads_come_out_in_order_and_end_with_closing() -> None:
    inbox = Inbox()
    for number in (1, 2, 3):
        inbox.put(payload(number))
    inbox.finish(Closed())
    assert await drain(inbox) == [1, 2, 3]


@virtual
async def test_a_loss_is_raised_after_the_last_payload() -> None:
    inbox, seen = Inbox(), list[int]()
    inbox.put(payload(1))
    inbox.finish(Lost("PT-1"))

    async def read() -> None:
        async for each in inbox.payloads():
            seen.append(each.data[0])

    with pytest.raises(ToolLost, match="PT-1"):
        await read()
    assert seen == [1]


@virtual
async def test_what_is_put_first_comes_before_what_waits() -> None:
    inbox = Inbox()
    inbox.put(payload(3))
    inbox.put_first([payload(1), payload(2)])
    inbox.finish(Closed())
    assert await drain(inbox) == [1, 2, 3]


@virtual
async def test_the_first_reason_to_end_stays() -> None:
    inbox = Inbox()
    inbox.finish(Closed())
    inbox.finish(Lost("PT-1"))
    assert inbox.end == Closed()
    assert await drain(inbox) == []


@virtual
async def test_a_reader_that_waits_is_woken_by_a_payload_and_by_the_end() -> None:
    inbox, loop = Inbox(), asyncio.get_running_loop()
    loop.call_later(1, inbox.put, payload(1))
    loop.call_later(2, inbox.finish, Closed())
    assert await drain(inbox) == [1]
    assert loop.time() == 2


@virtual
async def test_a_full_inbox_drops_what_is_new_counts_it_and_warns_once(caplog: pytest.LogCaptureFixture) -> None:
    inbox = Inbox(most=3)
    for number in range(10):
        inbox.put(payload(number))
    assert inbox.dropped == 7
    assert [record.getMessage() for record in caplog.records] == [
        "payloads arrive faster than they are read: from now on some are dropped and counted"
    ]
    caplog.clear()
    inbox.put_first([payload(99)])
    inbox.finish(Closed())
    assert await drain(inbox) == [99, 0, 1, 2]


@virtual
async def test_a_reader_that_comes_back_loses_nothing_more() -> None:
    inbox = Inbox(most=2)
    seen = list[int]()

    async def read() -> None:
        async for each in inbox.payloads():
            seen.append(each.data[0])

    reading = asyncio.create_task(read())
    for number in range(50):
        inbox.put(payload(number))
        await asyncio.sleep(0)
    inbox.finish(Closed())
    await reading
    assert seen == list(range(50))
    assert inbox.dropped == 0
