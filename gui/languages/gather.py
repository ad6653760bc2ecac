"""Gathers every text that a window shows into Qt Linguist's files, and makes what the program reads: `make languages`.

Whoever translates opens `palpate_de.ts` in Qt Linguist, or writes into it; texts that are gone stay there as vanished
until the next call, and new ones are unfinished.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

from gui.languages.enumerations import ENUMERATIONS
from gui.tongue import CONTEXT, LANGUAGES
from protocol.language import Language
from training.course import own_course

ROOT: Final = Path(__file__).parents[2]
SPEAKERS: Final = ("protocol", "device", "analysis", "session", "clinic", "training", "gui", "palpate")
"""Folders in which texts for windows are written."""
CALLS: Final = frozenset({"say", "mark", "Sentence"})
PROGRAMS: Final = Path(sys.executable).parent


class Message(NamedTuple):
    """A text, whether it counts something, and where it stands."""

    text: str
    counts: bool
    where: str


def messages(root: Path = ROOT) -> list[Message]:
    """Every text once, in the order of folders and files."""
    found = [*_written(root), *_words(), *_course()]
    return list({(each.text, each.counts): each for each in reversed(found)}.values())[::-1]


def _written(root: Path) -> Iterator[Message]:
    for folder in SPEAKERS:
        for path in sorted((root / folder).rglob("*.py")):
            where = path.relative_to(root).as_posix()
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                    counts = node.func.id == "say" and len(node.args) > 1
                    yield from (Message(text, counts, where) for text in _literals(node.args[:1]))


def _literals(arguments: Sequence[ast.expr]) -> Iterator[str]:
    """A text, or both of a choice."""
    for each in arguments:
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and each.value:
            yield each.value
        elif isinstance(each, ast.IfExp):
            yield from _literals([each.body, each.orelse])


def _words() -> Iterator[Message]:
    for kind in ENUMERATIONS:
        where = f"{kind.__module__.replace('.', '/')}.py: {kind.__name__}"
        yield from (Message(_value(each), counts=False, where=where) for each in kind if _value(each))


def _course() -> Iterator[Message]:
    """What people read of the course that comes with Palpate."""
    yield from (Message(text, counts=False, where="training/course.toml") for text in own_course().texts())


def _value(word: Enum) -> str:
    return str(word.value)


def gathered(found: Sequence[Message]) -> str:
    """The same as a program that Qt's own tool reads."""
    lines = []
    for each in found:
        count = ", None, 1" if each.counts else ""  # by a name it would take it for one that counts nothing
        lines += [f"#: {each.where}", f"QCoreApplication.translate({CONTEXT!r}, {each.text!r}{count})"]
    return "\n".join(lines) + "\n"


def update(folder: Path = LANGUAGES, root: Path = ROOT) -> None:
    """Add what is new to the file of each language, and take out what is gone."""
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "texts.py"
        path.write_text(gathered(messages(root)), encoding="utf-8")
        for language in Language:
            plural = ["-pluralonly"] if language is Language.ENGLISH else []
            options = [
                "-no-obsolete",
                "-locations",
                "none",
                "-source-language",
                "en",
                "-target-language",
                str(language),
            ]
            _run("lupdate", *plural, *options, str(path), "-ts", str(folder / f"palpate_{language}.ts"))


def release(folder: Path = LANGUAGES, into: Path = LANGUAGES) -> None:
    """Make what the program reads."""
    for language in Language:
        name = f"palpate_{language}"
        _run("lrelease", "-nounfinished", str(folder / f"{name}.ts"), "-qm", str(into / f"{name}.qm"))


def _run(program: str, *arguments: str) -> None:
    subprocess.run([str(PROGRAMS / f"pyside6-{program}"), *arguments], check=True, capture_output=True)


if __name__ == "__main__":
    update()
    release()
