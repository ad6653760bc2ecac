"""Whatever is wrong with a scenario is one sentence that names the key and what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from session.errors import InputError
from session.scenarios import read_scenario, scenario_of
from simulator.library import SCENARIOS

LEAST = 'text = "A test."\nsimulated_s = 3\n'
HAPPENS = LEAST + '[[happenings]]\nkind = "silence"\nat_s = 1\nfor_s = 1\n[[happenings]]\n'


def test_a_scenario_goes_by_its_name_or_its_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(LEAST, encoding="utf-8")
    assert scenario_of("lossy") is SCENARIOS["lossy"]
    assert scenario_of(str(path)).name == "mine"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("tretment", "there is no scenario “tretment”: did you mean treatment"),
        ("xyz", "there is no scenario “xyz”: palpate simulate --list shows those there are"),
        ("no/such.toml", "no/such.toml: it cannot be read: No such file or directory"),
    ],
)
def test_a_name_that_nobody_has_is_answered_with_those_there_are(name: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        scenario_of(name)
    assert str(caught.value).startswith(says)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x =", "this is no TOML file: Invalid value (at end of document)"),
        ("", "text: this key is missing"),
        (LEAST + "foo = 1", "foo: there is no such key; there are: name, text, simulated_s"),
        (LEAST + "rate_hz = 33", "rate_hz: it should be 50, 100, 200 or 1000, and it is 33"),
        (LEAST + 'site = "moon"', "site: there is no “moon”; there are: trapezius"),
        (LEAST + "[radio]\nmtu = 3", "radio, mtu: it should be greater than or equal to 23, and it is 3"),
        (LEAST + "[radio]\nfoo = 3", "radio, foo: there is no such key; there are: interval_s"),
        (LEAST + "[[presses]]\nat_s = 1\nforce_n = 400\nfor_s = 1", "presses 1, force_n: it should be less than or"),
        (LEAST + "[[presses]]\nat_s = 1\nforce_n = 4\nfor_s = 1\nx = 1", "presses 1, x: there is no such key; there"),
        (HAPPENS + "at_s = 1", "happenings 2: it has no “kind”"),
        (HAPPENS + 'kind = "earthquake"', "happenings 2: there is no kind “earthquake”; there are: 'patient stop'"),
        (HAPPENS + 'kind = "frame loss"\nshare = 0.2', "happenings 2: give for_s (seconds) or count (frames)"),
        (HAPPENS + 'kind = "frame loss"\ncount = 1\nshare = 2', "happenings 2, share: it should be less than or"),
        (HAPPENS + 'kind = "silence"\nfor_s = 1\nshare = 1', "happenings 2, share: there is no such key"),
        (LEAST + "happenings = 3", "happenings: it should be a valid tuple, and it is 3"),
    ],
)  # fmt: skip
def test_a_file_that_is_wrong_names_the_key_and_what_is_allowed(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_scenario(path)
    assert str(caught.value).startswith(f"{path}: {says}")


def test_bytes_that_are_no_text_are_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xff")
    with pytest.raises(InputError, match="bytes that are no UTF-8"):
        read_scenario(path)
