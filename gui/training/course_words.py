"""The words of a course in the language of its reader."""

from __future__ import annotations

from gui.tongue import say
from training.course import own_course


def course_word(text: str) -> str:
    """A text of a course: what comes with Palpate is translated, and what somebody wrote stays as it is written."""
    return say(text) if text in own_course().texts() else text
