"""`palpate train corridor`: from an expert's record to a band that somebody presses in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from palpate.cli import palpate
from session.errors import InputError

EXERCISE = """
name = "Short"
[[exercises]]
id = "short"
name = "Short"
text = "Hold 10 N."
press = { kind = "hold", targets_n = [10], for_s = 2 }
trials = 3
rest_s = 3
schedule = { live = { kind = "constant" } }
"""


def said(folder: Path, *words: str) -> str:
    result = CliRunner().invoke(palpate, ["train", *words, "--data", str(folder)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.long
def test_an_experts_record_becomes_a_band_that_a_novice_presses_in(tmp_path: Path) -> None:
    course = tmp_path / "short.toml"
    course.write_text(EXERCISE)
    said(tmp_path, "short", "--course", str(course), "--hand", "expert", "--seed", "1", "--speed", "max")
    (record,) = (tmp_path / "records").glob("*.mcap")
    made = said(tmp_path, "corridor", "make", "anna", str(record))
    assert "anna: SIMULATED, 3 repetitions of 10 N for 2 s" in made
    low_n, high_n = map(float, re.findall(r"band ([\d.]+) to ([\d.]+) N", made)[0])
    assert 8.5 < low_n < 10 < high_n < 11.5
    assert said(tmp_path, "corridor", "show", "anna") in made
    pressed = said(tmp_path, "corridor", "press", "anna", "--hand", "novice", "--speed", "max", "--trainee", "N-1")
    assert "/5" in pressed
    assert "N-1.jsonl" in pressed
    ghost = said(tmp_path, "corridor", "ghost", "short")
    assert "short, trial 3 of 3, 10 N" in ghost
    assert len(re.findall(r"[▁▂▃▄▅▆▇█]{60}", ghost)) == 1


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such corridor"):
        said(tmp_path, "corridor", "show", "none")
    with pytest.raises(InputError, match="has no scored repetition of “hold-20” yet"):
        said(tmp_path, "corridor", "ghost", "hold-20")
