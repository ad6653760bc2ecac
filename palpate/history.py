"""`palpate history`: a client's course on paper."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Unpack

import click

from palpate.course import DoorOptions, course_of, from_clinic
from palpate.report import FILE, LANGUAGES, write
from palpate.version import VERSION
from session.errors import InputError


@click.command()
@click.argument("course", metavar="PSEUDONYM|FILE")
@click.option("-o", "out", required=True, type=FILE, help="What to write: FILE.pdf or FILE.html.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the page; else the client's.")
@click.option("--own", type=FILE, metavar="FILE", help="The clinic's own file.")
@from_clinic
def history(course: str, out: Path, language: str | None, own: Path | None, **given: Unpack[DoorOptions]) -> None:
    """Print what was measured over a client's visits: of a client in the clinic, or in a file of JSON.

    A change inside the measurement error is grey. No name is printed.
    """
    from clinic.library import library
    from clinic.people import Language
    from clinic.report.course_page import Printing, course_page
    from clinic.report.html import html
    from clinic.report.words import Words

    if out.suffix not in (".pdf", ".html"):
        raise InputError(f"{out}: a page is .pdf or .html: give the file a name that ends so")
    known = library() if own is None else library().with_own(own)
    told = course_of(course, given)
    words = Words(Language(language) if language else told.language, known)
    page = course_page(told, known, words, Printing(datetime.now(UTC), VERSION))
    if out.suffix == ".html":
        write(out, html(page))
        return
    from gui.paper import print_pdf

    write(out, print_pdf(page))
