"""What stands on each page: whose it is, when, by whom, and that the data are simulated where they are."""

from __future__ import annotations

from clinic.report.about import Session
from clinic.report.page import Block, Page
from clinic.report.words import Words


def framed(session: Session, words: Words, title: str, blocks: tuple[Block, ...], *, large: bool = False) -> Page:
    """A page around `blocks`; `title` is a key of the words."""
    who = {"moment": words.moment(session.started_at), "client": session.client or words("report.nobody")}
    by = session.by
    return Page(
        language=words.language,
        title=words(title),
        subtitle=words("report.subtitle_by", by=by, **who) if by else words("report.subtitle", **who),
        mark=words("mark.simulated") if session.simulated else None,
        blocks=blocks,
        foot=words(
            "report.page",
            software=session.software,
            moment=words.moment(session.printed_at.astimezone(session.zone)),
        ),
        large=large,
    )
