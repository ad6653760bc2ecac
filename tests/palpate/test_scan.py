from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from dataclasses import replace

import pytest

from device.backend import Backend
from device.drivers import in_range
from device.drivers.in_range import InRange, scan_all
from device.drivers.registry import driver_named, drivers
from palpate.cli import run
from palpate.scan import shown
from protocol.instruments.driver import Advertised
from session.found_documents import FoundToolDocument
from simulator.air import virtual_tool
from simulator.twins.air import virtual_twins
from simulator.twins.shelf import TWINS, pulls
from tests.pretend import PretendTool
from tests.virtual import run_virtual


def heard() -> InRange:
    """Everything that the shelf has, on one air."""

    async def story() -> InRange:
        air = await virtual_twins([TWINS[name](pulls) for name in TWINS])
        try:
            return await scan_all(drivers(), 1.0, air.backend)
        finally:
            await air.close()

    return run_virtual(story())


def test_each_instrument_says_what_it_can_and_what_to_write_to_read_it() -> None:
    rows = {row.driver: row for row in shown(heard())}
    assert set(rows) == {"progressor", "wh-c06", "go-direct", "weight-scale"}
    progressor = rows["progressor"]
    assert progressor.kind == "Tindeq Progressor"
    assert progressor.tool == "progressor:F0:00:00:00:00:01"
    assert progressor.serial is None
    assert progressor.can == ("measures", "pull", "80 Hz", "own clock", "tare")
    assert progressor.cannot == ("guide", "pressure", "resend")
    assert rows["wh-c06"].can == ("measures", "pull", "arrival time")
    assert rows["wh-c06"].cannot == ("guide", "pressure", "slopes", "tare", "resend")
    assert rows["go-direct"].can == ("measures", "compression", "pull", "counted readings")


def test_a_driver_that_fails_at_an_advert_is_named_once_and_the_others_go_on(caplog: pytest.LogCaptureFixture) -> None:
    def fail(_said: Advertised) -> bool:
        raise KeyError("manufacturer")

    async def story() -> InRange:
        air = await virtual_twins([TWINS["progressor"](pulls)])
        try:
            broken = replace(driver_named("wh-c06"), name="kitchen-scale", claims=fail)
            return await scan_all([broken, *drivers()], 3.0, air.backend)
        finally:
            await air.close()

    (found,) = run_virtual(story()).instruments
    assert found.driver.name == "progressor"
    (warning,) = caplog.messages
    assert warning.startswith("the driver 'kitchen-scale' cannot be used, it fails with KeyError('manufacturer'): ")
    caplog.clear()


def test_a_driver_that_fails_to_say_what_it_can_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    (found, *_) = heard().instruments

    def fail() -> object:
        raise RuntimeError("no talk")

    broken = found._replace(driver=replace(found.driver, talk=fail))  # type: ignore[arg-type]  # it never returns
    assert shown(InRange((), (broken,))) == ()
    assert caplog.messages[0].startswith("the driver 'progressor' cannot be used, it fails with RuntimeError")
    caplog.clear()


Printed = Callable[..., tuple[str, str]]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Printed:
    """What the command prints about whom the air holds, without a radio of this computer."""

    def call(*arguments: str, found: InRange | None = None) -> tuple[str, str]:
        held = found or heard()

        async def listen(_drivers: object, _for_s: float, _backend: Backend | None = None) -> InRange:
            return held

        monkeypatch.setattr(in_range, "scan_all", listen)
        assert run(["scan", *arguments]) == 0
        out, err = capsys.readouterr()
        return out, err

    return call


def test_the_command_lists_them_for_people(printed: Printed) -> None:
    out, err = printed()
    assert err == ""
    for text in ("Tindeq Progressor", "wh-c06:F0:00:00:00:00:02", "-50 dBm", "own clock"):
        assert text in out


def test_the_command_prints_one_document_for_programs(printed: Printed) -> None:
    document = json.loads(printed("--json")[0])
    assert document["schema"] == "palpate.scan/1"
    assert [row["driver"] for row in document["tools"]] == ["progressor", "wh-c06", "go-direct", "weight-scale"]
    for row in document["tools"]:
        FoundToolDocument.model_validate(row, strict=False)


def heard_alone(serial: str) -> InRange:
    """One tool of ours."""

    async def story() -> InRange:
        air = await virtual_tool(PretendTool(serial=serial))
        try:
            return await scan_all(drivers(), 1.0, air.backend)
        finally:
            await air.close()

    return run_virtual(story())


def test_what_is_printed_can_be_pasted_into_a_shell(printed: Printed) -> None:
    *_, last = printed(found=heard_alone("$(x); 7"))[0].splitlines()
    assert shlex.split(last) == ["palpate", "treat", "--tool", "ble:$(x); 7"]


def test_our_own_tool_guides_and_is_named_by_its_serial_number() -> None:
    (row,) = shown(heard_alone("PT-0007"))
    assert (row.driver, row.serial, row.tool) == ("palpate", "PT-0007", "ble:PT-0007")
    assert "guides" in row.can
    assert row.cannot == ()
