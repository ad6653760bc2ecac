from __future__ import annotations

import re
from pathlib import Path

from tests.proofs.page import Table, write_page


def test_a_page_has_title_text_tables_day_and_commit(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    write_page(path, "A title", ["One.", "Two."], [Table("A table", ("a", "b"), iter([("1", "2"), ("3", "4")]))])
    text = path.read_text(encoding="utf-8")
    assert text.startswith(
        "# A title\n\nOne.\n\nTwo.\n\n## A table\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n\nWritten by "
    )
    assert re.search(r"on \d{4}-\d\d-\d\d from commit (unknown|[0-9a-f]{7,}\+?); not edited by hand\.\n$", text)
