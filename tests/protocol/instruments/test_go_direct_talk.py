from __future__ import annotations

import pytest

from protocol.errors import FrameError, NotOffered
from protocol.instruments import go_direct as gdx
from protocol.instruments.ability import Clock
from protocol.instruments.driver import Action, Advertised, Charge, Dropped, Gatt, Heard, Told, Unsuitable, Value, Write
from protocol.instruments.go_direct import Id, Measurement, Message, Sensor
from protocol.instruments.go_direct_talk import DRIVER, GoDirectTalk
from tests.protocol.instruments.talking import block, values

FORCE = Sensor(1, 77, "Force", "N", -50.0, 50.0, 1_000, 100_000, 1_000)
ACCELERATION = Sensor(2, 78, "X-axis acceleration", "m/s²", -160.0, 160.0, 1_000, 100_000, 1_000)


def write(talk: GoDirectTalk, given: list[Value] | tuple[Write, ...]) -> Message:
    """Write the one message that a step asks for."""
    (asked,) = [each for each in given if isinstance(each, Write)]
    talk.sent(asked.data)
    return Message.from_bytes(asked.data)


def answer(talk: GoDirectTalk, message: Message, body: bytes = b"") -> list[Value]:
    return values(talk, message.answer(body).hex())


def agreed(*sensors: Sensor) -> tuple[GoDirectTalk, list[Message], list[Value]]:
    """Go through the greeting with a sensor that has these channels, as far as it leads."""
    talk = GoDirectTalk()
    steps = [write(talk, tuple(talk.open()))]
    bodies = {Id.AVAILABLE: gdx._MASK.pack(sum(1 << each.channel for each in sensors))}
    known = {each.channel: each for each in sensors}
    said: list[Value] = []
    while True:
        step = steps[-1]
        body = bytes(known[step.body[0]]) if step.id == Id.SENSOR else bodies.get(Id(step.id), b"")
        said = answer(talk, step, body)
        if not any(isinstance(each, Write) for each in said):
            return talk, steps, said
        steps.append(write(talk, said))


def test_it_greets_finds_the_channel_in_newtons_sets_100_hz_and_starts() -> None:
    talk, steps, _ = agreed(ACCELERATION._replace(channel=0), FORCE)
    assert [(step.id, step.counter, step.body) for step in steps] == [
        (Id.INIT, 0xFE, gdx.INIT_BODY),
        (Id.AVAILABLE, 0xFD, b""),
        (Id.SENSOR, 0xFC, b"\x00"),
        (Id.SENSOR, 0xFB, b"\x01"),
        (Id.PERIOD, 0xFA, gdx.period_body(10_000)),
        (Id.START, 0xF9, gdx.start_body(0b10)),
    ]
    assert talk.ability.rate_hz == 100.0
    assert talk.ability.period_us == 10_000


def test_every_message_goes_to_the_command_characteristic_without_response() -> None:
    (greeting,) = GoDirectTalk().open()
    assert (greeting.characteristic, greeting.response) == ("f4bf14a6-c7d5-4b6d-8aa8-df1a7c83adcb", False)
    assert DRIVER.transport == Gatt(("b41e6675-a329-40e0-aa01-44d2f444babe",), 20)


def test_the_channel_and_its_range_are_told() -> None:
    talk = GoDirectTalk()
    answer(talk, write(talk, tuple(talk.open())))
    asked = Message(Id.SENSOR, 5, b"\x01")
    talk.sent(bytes(asked))
    assert answer(talk, asked, bytes(FORCE))[0] == Told("channel", "Force, -50 to 50 N")


def test_the_counter_goes_on_below_zero_at_255() -> None:
    talk = GoDirectTalk()
    talk.sent(bytes(Message(Id.STATUS, 0)))
    assert write(talk, tuple(talk.command(Action.ASK_CHARGE))).counter == 0xFF


@pytest.mark.parametrize(
    ("least_us", "granularity_us", "period_us"),
    [(20_000, 1_000, 20_000), (1, 0, 10_000), (1, 3_000, 12_000), (10_000_000, 1, 10_000_000)],
)
def test_a_slow_or_coarse_sensor_gets_the_shortest_period_that_it_can(
    least_us: int, granularity_us: int, period_us: int
) -> None:
    talk, _, _ = agreed(FORCE._replace(least_period_us=least_us, granularity_us=granularity_us))
    assert talk.ability.rate_hz == 1e6 / period_us


@pytest.mark.parametrize(
    "sensor",
    [
        ACCELERATION,
        FORCE._replace(id=0),
        FORCE._replace(least_period_us=10_000_001),
        FORCE._replace(granularity_us=4_000_000_000),
    ],
)
def test_a_sensor_without_a_usable_channel_in_newtons_is_said_to_be_unsuitable(sensor: Sensor) -> None:
    _, _, said = agreed(sensor)
    assert said == [Unsuitable("none of the sensor's channels measures in newtons: use a force sensor")]


def test_a_sensor_that_names_another_channel_than_any_is_unsuitable() -> None:
    talk = GoDirectTalk()
    asked = Message(Id.SENSOR, 5, b"\x01")
    talk.sent(bytes(asked))
    assert isinstance(answer(talk, asked, bytes(FORCE._replace(channel=-1)))[0], Unsuitable)


def test_readings_are_one_period_apart_and_only_from_the_force_channel() -> None:
    talk, _, _ = agreed(FORCE)
    first = block(talk, bytes(Measurement(0b110, (1.0, 9.0, 2.0, 9.0))).hex(), 5.0)
    assert first.force_n.tolist() == [1.0, 2.0]
    assert first.time_us.tolist() == [4_990_000, 5_000_000]
    second = block(talk, bytes(Measurement(0b011, (9.0, 3.0))).hex(), 5.3)
    assert (second.force_n.tolist(), second.index.tolist(), second.time_us.tolist()) == ([3.0], [2], [5_010_000])
    assert values(talk, bytes(Measurement(0b101, (9.0, 9.0))).hex(), 5.4) == []


def test_a_message_in_two_notifications_is_one() -> None:
    talk, _, _ = agreed(FORCE)
    message = bytes(Measurement(0b10, (1.0, 2.0, 3.0)))
    assert talk.feed(Heard(0, 5.0, message[:20])) == ()
    assert block(talk, message[20:].hex(), 5.0).force_n.tolist() == [1.0, 2.0, 3.0]


def test_what_the_sensor_dropped_is_told_and_leaves_a_slot_empty() -> None:
    talk, _, _ = agreed(FORCE)
    block(talk, bytes(Measurement(0b10, (1.0,))).hex(), 5.0)
    assert values(talk, "20 06 00 00 0d 00", 5.01) == [Dropped()]
    after = block(talk, bytes(Measurement(0b10, (2.0,))).hex(), 5.01)
    assert (after.index.tolist(), after.time_us.tolist()) == ([2], [5_020_000])


def test_what_is_dropped_before_the_start_matters_to_nobody() -> None:
    assert values(GoDirectTalk(), "20 06 00 00 0d 00") == [Dropped()]


def test_a_kind_without_readings_says_nothing() -> None:
    talk, _, _ = agreed(FORCE)
    assert values(talk, "20 06 00 00 0e 00") == []


def test_a_start_again_at_the_same_period_goes_on_counting() -> None:
    talk, _, _ = agreed(FORCE)
    block(talk, bytes(Measurement(0b10, (1.0,))).hex(), 5.0)
    talk.sent(bytes(Message(Id.PERIOD, 9, gdx.period_body(10_000))))
    assert block(talk, bytes(Measurement(0b10, (1.0,))).hex(), 5.01).index.tolist() == [1]


def test_readings_before_anything_was_agreed_are_refused() -> None:
    with pytest.raises(FrameError, match="before the channel"):
        values(GoDirectTalk(), bytes(Measurement(2, (1.0,))).hex())


@pytest.mark.parametrize("period_us", [0, 10_000_001, 4_294_967_295])
def test_a_period_that_is_none_is_refused(period_us: int) -> None:
    with pytest.raises(FrameError, match="a period of"):
        GoDirectTalk().sent(bytes(Message(Id.PERIOD, 9, gdx.period_body(period_us))))


def test_an_answer_to_something_else_changes_nothing() -> None:
    talk = GoDirectTalk()
    asked = write(talk, tuple(talk.open()))
    assert answer(talk, asked._replace(counter=3)) == []
    assert answer(talk, asked._replace(id=Id.STATUS)) == []
    assert write(talk, answer(talk, asked)).id == Id.AVAILABLE
    assert answer(talk, asked) == []


def test_the_charge_is_told_when_asked_for() -> None:
    talk, _, _ = agreed(FORCE)
    asked = write(talk, tuple(talk.command(Action.ASK_CHARGE)))
    assert answer(talk, asked, bytes(10) + b"\x57\x01") == [Charge(percent=87)]


def test_it_is_stopped_and_started_again_on_its_channel() -> None:
    talk, _, _ = agreed(FORCE)
    assert write(talk, tuple(talk.command(Action.STOP))).body == gdx.STOP_BODY
    assert write(talk, tuple(talk.command(Action.START))).body == gdx.start_body(2)


@pytest.mark.parametrize("action", [Action.START, Action.TARE, Action.ASK_SERIAL, Action.ASK_FIRMWARE])
def test_it_has_no_tare_and_no_start_before_a_channel_is_found(action: Action) -> None:
    with pytest.raises(NotOffered, match=f"a Vernier Go Direct has no command to {action.value}"):
        GoDirectTalk().command(action)


def test_an_answer_about_a_period_that_nobody_chose_starts_nothing() -> None:
    talk = GoDirectTalk()
    asked = Message(Id.PERIOD, 9, gdx.period_body(10_000))
    talk.sent(bytes(asked))
    assert answer(talk, asked) == []


def test_it_is_known_by_its_name_or_its_service() -> None:
    assert DRIVER.claims(Advertised("GDX-FOR 071000A1", {}, frozenset()))
    assert DRIVER.claims(Advertised("", {}, frozenset({gdx.SERVICE})))
    assert not DRIVER.claims(Advertised("GD", {}, frozenset()))


def test_it_is_paced_and_may_not_treat_while_its_area_is_unknown() -> None:
    ability = DRIVER.ability
    assert ability.clock is Clock.PACED
    assert not ability.treats
