"""Pictures of every page in every colour, size and language, to be looked at: `make screenshots`.

They are written to `.proofs/screenshots`, with `index.html` beside them; nothing of it belongs to the repository.
"""

from __future__ import annotations

import argparse
import html
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Final

FOLDER: Final = Path(".proofs/screenshots")
TRANSLATIONS: Final = Path(__file__).parents[2] / "gui" / "languages"
SOURCE: Final = "en"
"""What is written in the program."""
SCALES: Final = (1, 2)
"""At the second the window is as small as it goes, as on a screen that has room for no more."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Take all pictures; each scale and each language is a process of its own, because Qt asks for them once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--languages", nargs="+", default=languages(), help="such as en de es")
    parser.add_argument("--pages", nargs="+", help="only these")
    parser.add_argument("--colours", nargs="+", help="only these: light, dark, high contrast")
    parser.add_argument("--scale", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    given = parser.parse_args(arguments)
    if given.scale is not None:
        take(given.folder, given.languages[0], given.scale, given.pages, given.colours)
        return 0
    for language, scale in product(given.languages, SCALES):
        more = [
            word
            for name in ("pages", "colours")
            if getattr(given, name)
            for word in (f"--{name}", *getattr(given, name))
        ]
        command = [sys.executable, "-m", "tests.proofs.screenshots", "--languages", language, "--scale", str(scale)]
        environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
        subprocess.run([*command, "--folder", str(given.folder), *more], env=environ, check=True)
    index(given.folder)
    sys.stdout.write(f"{sum(1 for _ in given.folder.glob('*/*/*/*.png'))} pictures: {given.folder / 'index.html'}\n")
    return 0


def languages() -> list[str]:
    """The one of the program's own words, and those that there are translations for."""
    others = {path.stem.removeprefix("palpate_") for path in TRANSLATIONS.glob("palpate_*.qm")} - {SOURCE}
    return [SOURCE, *sorted(others)]


def take(folder: Path, language: str, scale: int, pages: Sequence[str] | None, colours: Sequence[str] | None) -> None:
    """The pictures of one language at one scale, in this process."""
    from gui.app import application
    from gui.look import Colours, look
    from gui.tongue import Tongue, speak
    from protocol.language import Language
    from tests.gui.pages import PAGES

    if language not in languages():
        raise SystemExit(f"there is no translation into “{language}” in {TRANSLATIONS}")
    app = application()
    speak(Tongue(Language(language)))
    dresses = [Colours(name) for name in colours or (Colours.LIGHT, Colours.DARK, Colours.CONTRAST)]
    with tempfile.TemporaryDirectory() as made:
        for dress in dresses:
            look().choose(dress)
            into = folder / language / str(dress).replace(" ", "-") / f"{scale}00"
            into.mkdir(parents=True, exist_ok=True)
            for name in pages or PAGES:
                window = PAGES[name](Path(made))
                if scale > 1:
                    window.resize(window.minimumSize())
                window.show()
                app.processEvents()
                window.grab().save(str(into / f"{name}.png"))
                window.close()
                window.deleteLater()


def index(folder: Path) -> None:
    """A page with all of them: a row for each page, a column for each way to show it."""
    pictures = sorted(folder.glob("*/*/*/*.png"))
    ways = sorted({picture.parent.relative_to(folder) for picture in pictures})
    names = sorted({picture.stem for picture in pictures})
    heads = "".join(f"<th>{html.escape(str(way))}</th>" for way in ways)
    rows = "".join(
        f"<tr><th>{html.escape(name)}</th>{''.join(_cell(folder, way, name) for way in ways)}</tr>" for name in names
    )
    (folder / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><title>Palpate: every page</title>"
        "<style>body{font:14px sans-serif}img{width:380px;border:1px solid #888}th{text-align:left;vertical-align:top}"
        f"</style><table><tr><th></th>{heads}</tr>{rows}</table>",
        encoding="utf-8",
    )


def _cell(folder: Path, way: Path, name: str) -> str:
    path = way / f"{name}.png"
    if not (folder / path).exists():
        return "<td></td>"
    address = html.escape(path.as_posix())
    return f'<td><a href="{address}"><img src="{address}" alt="{html.escape(f"{name}, {way}")}" loading=lazy></a></td>'


if __name__ == "__main__":
    sys.exit(main())
