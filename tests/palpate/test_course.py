"""A course out of the clinic: without a name, and seen in the audit trail."""

from __future__ import annotations

from pathlib import Path

import pytest

from palpate.cli import run
from tests.clinic.store.people import WORD, again, begun, treated, zoe


@pytest.fixture
def clinic_data(tmp_path: Path) -> tuple[Path, str]:
    """A data folder with a clinic, and a client's pseudonym."""
    client = zoe()
    with begun(tmp_path / "clinic") as clinic:
        treated(clinic, client, visits=3)
    (tmp_path / "word").write_text(f"{WORD}\n", encoding="utf-8")
    return tmp_path, client.pseudonym


def test_a_course_is_printed_by_pseudonym_and_the_trail_says_who_saw_it(clinic_data: tuple[Path, str]) -> None:
    folder, pseudonym = clinic_data
    door = ["--data", str(folder), "--passphrase-file", str(folder / "word")]
    out = folder / "out.html"
    assert run(["history", pseudonym, "-o", str(out), *door]) == 0
    text = out.read_text(encoding="utf-8")
    assert pseudonym in text
    assert "3 visits" in text
    assert "upper-trapezius, left" in text  # not a site of the library: told by its id
    for private in ("Quaife", "1961", "0151 7734", "mole"):
        assert private not in text
    with again(folder / "clinic") as clinic, clinic.work() as desk:
        trail = desk.connection.exec_driver_sql("select * from trail").fetchall()
    assert any("history" in str(row) for row in trail)


def test_a_stranger_and_a_pseudonym_of_nobody_get_one_line(
    clinic_data: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, pseudonym = clinic_data
    (folder / "other").write_text("guessed\n", encoding="utf-8")
    out = ["-o", str(folder / "out.html"), "--data", str(folder), "--passphrase-file"]
    assert run(["history", pseudonym, *out, str(folder / "other")]) == 2
    assert run(["history", "0000-0000", *out, str(folder / "word")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert not (folder / "out.html").exists()
