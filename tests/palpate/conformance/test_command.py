"""`palpate conformance`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from palpate.cli import run
from palpate.conformance.document import SCHEMA
from palpate.conformance.subject import Name
from palpate.conformance.suite import CHECKS
from session.errors import InputError
from tests.palpate.conformance.planting import status
from tests.palpate.serving import PALPATE, serving

SIM = ["conformance", "--tool", "sim:untouched"]
ONE = ["--only", "boot-id-is-never-zero"]


def test_a_tool_that_conforms_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*SIM, *ONE, "--only", "advertising"]) == 0
    out = capsys.readouterr().out
    assert "passed   status/boot-id-is-never-zero\n" in out
    assert out.endswith("SIM-0001 (SIMULATED): 11 passed, 0 failed, 0 skipped\n")


def test_a_tool_that_does_not_conform_ends_with_1_and_the_reason(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    status(boot_id=0)(monkeypatch)
    assert run([*SIM, *ONE]) == 1
    said = "failed   status/boot-id-is-never-zero: expected a boot id other than 0; came 0; read docs/protocol.md §5\n"
    assert said in capsys.readouterr().out


def test_the_report_is_written_in_three_forms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    xml, html = tmp_path / "c.xml", tmp_path / "c.html"
    assert run([*SIM, *ONE, "--junit", str(xml), "--html", str(html), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    jsonschema.validate(document, json.loads(SCHEMA.read_text("utf-8")))
    assert (document["serial"], document["firmware"], document["simulated"]) == ("SIM-0001", "1.0.0-sim", True)
    assert ElementTree.parse(xml).getroot().get("tests") == "1"
    assert "SIMULATED" in html.read_text("utf-8")


def test_the_list_names_each_check_with_its_paragraph(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["conformance", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(CHECKS)
    assert all("§" in line for line in lines)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--only", "boot-id"], "did you mean boot-id-is-never-zero"),
        (["--only", "zzz"], "--list names them all"),
        (["--tool", "sim:"], "names no tool"),
        (["--tool", "sim:untoucht"], "did you mean untouched"),
        (["--tool", "sim:untouched", "--junit", "no/such/folder/c.xml"], "there is no folder no/such/folder"),
    ],
)
def test_wrong_use_ends_with_2_and_what_to_do(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["conformance", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*SIM, *ONE, "--html", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_without_a_tool_it_ends_with_3(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["conformance", "--tool", "tcp-client:127.0.0.1:9", *ONE]) == 3
    assert "tcp-client:127.0.0.1:9" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (None, Name("ble", "")),
        ("PT-0001", Name("ble", "PT-0001")),
        ("ble:PT-0001", Name("ble", "PT-0001")),
        ("sim:wraps", Name("sim", "wraps")),
        ("tcp-client:127.0.0.1:9731", Name("tcp-client", "127.0.0.1:9731")),
    ],
)
def test_a_tool_is_named_in_one_way(text: str | None, name: Name) -> None:
    assert Name.of(text) == name


def test_a_scheme_alone_names_no_tool() -> None:
    with pytest.raises(InputError, match="names no tool"):
        Name.of("usb:")


def test_a_tool_in_another_process_is_checked_in_real_time() -> None:
    only = ["advert-lists-the-service", "status-when-idle", "counters-follow-each-other", "stream-begins-at-counter-0"]
    with serving() as served:
        named = [word for name in only for word in ("--only", name)]
        command = [*PALPATE, "conformance", "--tool", served.ready["client"], *named, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    document = json.loads(done.stdout)
    assert (document["simulated"], document["serial"]) == (True, served.ready["serial"])
    assert {each["name"]: each["verdict"] for each in document["checks"]} == dict.fromkeys(only, "passed")
