"""`palpate report` and `palpate history`, as people call them."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from palpate.cli import run
from tests.clinic.courses import course

SCENARIO = """
text = "One press."
simulated_s = 4
[[presses]]
at_s = 1
force_n = 10
for_s = 2
"""


def only_page(path: Path) -> str:
    """The text of a PDF that has one page, with single spaces."""
    (page,) = PdfReader(BytesIO(path.read_bytes())).pages
    return " ".join(page.extract_text().split())


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    (folder / "one.toml").write_text(SCENARIO, encoding="utf-8")
    assert run(["simulate", str(folder / "one.toml"), "--out", str(folder / "one.mcap"), "--json"]) == 0
    return folder / "one.mcap"


@pytest.fixture
def told(tmp_path: Path) -> Path:
    path = tmp_path / "course.json"
    path.write_text(course("one.mcap").model_dump_json(), encoding="utf-8")
    return path


@pytest.mark.parametrize("sheet", ["therapist", "patient", "home", "soreness"])
def test_each_sheet_is_one_pdf_page_marked_as_simulated(record: Path, tmp_path: Path, sheet: str) -> None:
    out = tmp_path / "out.pdf"
    more = ["--for", sheet, "--at", "soleus-lower:left", "--next", "2026-12-24"]
    assert run(["report", str(record), "-o", str(out), *more]) == 0
    text = only_page(out)
    assert "SIMULATED – no person was pressed" in text
    assert "Soleus, left" in text or sheet == "home"


def test_a_page_of_html_in_the_clients_language_says_where_and_who(record: Path, told: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    assert run(["report", str(record), "-o", str(out), "--course", str(told), "--language", "es"]) == 0
    text = out.read_text(encoding="utf-8")
    assert "SIMULADO" in text
    assert "cliente K7QF-3M2P" in text
    assert "Trapecio superior, borde libre, lado izquierdo" in text


def test_without_a_language_the_clients_own_is_taken(record: Path, told: Path, tmp_path: Path) -> None:
    german = json.loads(told.read_text(encoding="utf-8")) | {"language": "de"}
    told.write_text(json.dumps(german), encoding="utf-8")
    assert run(["report", str(record), "-o", str(tmp_path / "note.txt"), "--for", "soap", "--course", str(told)]) == 0
    text = (tmp_path / "note.txt").read_text(encoding="utf-8")
    assert text.startswith("SIMULIERT")
    assert "S: Beschwerden: Nacken." in text


def test_several_records_are_one_session_in_the_order_of_time_each_at_its_place(record: Path, tmp_path: Path) -> None:
    other = record.with_name("other.mcap")
    if not other.exists():
        assert run(["simulate", str(record.with_name("one.toml")), "--out", str(other), "--json"]) == 0
    out = tmp_path / "note.txt"
    places = ["--at", "soleus-lower:right", "--at", "soleus-lower:left"]
    assert run(["report", str(other), str(record), "-o", str(out), "--for", "soap", *places]) == 0
    holds = [line for line in out.read_text(encoding="utf-8").splitlines() if line.startswith("O: Hold")]
    assert [line.split(":")[1].strip() for line in holds] == ["Hold 1, Soleus, left", "Hold 2, Soleus, right"]


def test_a_course_is_printed_with_its_noise(told: Path, tmp_path: Path) -> None:
    for name in ("out.pdf", "out.html"):
        assert run(["history", str(told), "-o", str(tmp_path / name)]) == 0
    text = only_page(tmp_path / "out.pdf")
    assert "K7QF-3M2P" in text
    assert "within the measurement error" in text
    assert "<svg" in (tmp_path / "out.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "out.doc"], "a sheet is .pdf or .html"),
        (["-o", "out.pdf", "--for", "soap"], "a note is text"),
        (["-o", "missing/out.html"], "cannot be written"),
        (["-o", "out.html", "--next", "tomorrow"], "is no day"),
        (["-o", "out.html", "--at", "nose:left"], "there is no site"),
        (["-o", "out.html", "--at", "soleus-lower:left", "--at", "soleus-lower:left"], "1 records and 2 places"),
        (["-o", "out.html", "--course", "none.json"], "cannot be read"),
        (["-o", "out.html", "--language", "fr"], "is not one of"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str],
    said: str,
    record: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["report", str(record), *arguments]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_a_file_that_is_no_course_or_no_record_is_named(
    tmp_path: Path, told: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad").write_text("{}", encoding="utf-8")
    assert run(["history", str(tmp_path / "bad"), "-o", str(tmp_path / "a.pdf")]) == 2
    assert run(["history", str(told), "-o", str(tmp_path / "a.doc")]) == 2
    assert run(["report", str(tmp_path / "bad"), "-o", str(tmp_path / "a.pdf")]) == 2
    lines = capsys.readouterr().err.splitlines()
    for name, line in zip(("no course", ".pdf or .html", "bad:"), lines, strict=True):
        assert name in line
