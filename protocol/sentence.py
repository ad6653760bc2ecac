"""What is said to people, in English, by layers that know no other language: a text that remembers how it was made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Self


class Sentence(str):
    """A text made from a template and values, so that a window can make it anew in the language of its reader.

    It is an ordinary `str` wherever it is printed, compared or stored. The template is written out where the sentence
    is made, since translations are gathered from there; values that are sentences or words of an enumeration are
    translated too, plain texts (names, serial numbers) never are.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, /, **values: object) -> Self:
        """As `template.format(**values)`; the template itself where there is nothing to fill in."""
        self = super().__new__(cls, template.format(**values) if values else template)
        self.template, self.values = template, values
        return self

    @classmethod
    def joined(cls, separator: str, parts: Iterable[object]) -> Self:
        """Several sentences in a row, each of which is translated by itself."""
        values = {f"part_{index}": part for index, part in enumerate(parts)}
        return cls(separator.join(f"{{{name}}}" for name in values), **values)

    def __str__(self) -> str:
        """Itself: an error's text is still a sentence."""
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return _remade, (type(self), self.template, dict(self.values))


class Beginning(Sentence):
    """A text with a great first letter, in each language."""

    __slots__ = ()

    def __new__(cls, template: str, /, **values: object) -> Self:
        """As `Sentence`, and then the letter."""
        text = template.format(**values) if values else template
        self = str.__new__(cls, great(text))
        self.template, self.values = template, values
        return self


def begun(text: str) -> Beginning:
    """What was written to stand behind other words, as the beginning of a row."""
    return Beginning(text.template, **text.values) if isinstance(text, Sentence) else Beginning(text)


def signed(value: float, decimals: int) -> Sentence:
    """A number with its sign, and never a negative nothing."""
    size = abs(value)
    sign = "" if float(f"{size:.{decimals}f}") == 0 else "−" if value < 0 else "+"
    return Sentence(f"{{sign}}{{size:.{decimals}f}}", sign=sign, size=size)


def great(text: str) -> str:
    """`text` with a great first letter, in its own language."""
    return text[:1].upper() + text[1:]


def _remade(kind: type[Sentence], template: str, values: Mapping[str, object]) -> Sentence:
    return kind(template, **values)
