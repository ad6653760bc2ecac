"""What to do afterwards, when to call, and when to come again."""

from __future__ import annotations

from clinic.entries.advice import Aftercare, Moment
from clinic.report.about import Session
from clinic.report.page import Block, Bullets, Heading, Text, Tone
from clinic.report.words import Words


def advice(session: Session) -> tuple[Aftercare, ...]:
    """What was given in the visit; where nothing was noted, all that the library advises."""
    given = session.visit.aftercare if session.visit else ()
    known = session.library.aftercare
    return tuple(known[each] for each in given if each in known) or tuple(known.values())


def aftercare(session: Session, words: Words) -> tuple[Block, ...]:
    """For the therapist: short, with the next date."""
    home = tuple(words.of("aftercare", each) for each in advice(session) if each.moment is Moment.HOME)
    return Heading(words("aftercare.heading")), Bullets(home), *dates(session, words)


def dates(session: Session, words: Words) -> tuple[Block, ...]:
    """When the client comes again, and when the same points may be pressed again."""
    day = session.next_visit
    agreed = words("aftercare.next", date=words.date(day)) if day else words("aftercare.no_next")
    soonest = words("aftercare.earliest", date=words.moment(session.same_point_from))
    return (Text(agreed), *((Text(soonest, Tone.QUIET),) if session.holds else ()))


def when_to_call(session: Session, words: Words) -> tuple[Block, ...]:
    """These are never left out, whatever was noted."""
    blocks: list[Block] = []
    for moment, name in ((Moment.CALL, "call"), (Moment.URGENT, "urgent")):
        texts = [words.of("aftercare", each) for each in session.library.aftercare.values() if each.moment is moment]
        blocks += [Heading(words(f"aftercare.{name}")), *(Text(text) for text in texts)]
    return tuple(blocks)
