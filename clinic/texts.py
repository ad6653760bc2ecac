"""The texts that people read, by the keys under which translations stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from clinic.entries.entry import SHOWN

if TYPE_CHECKING:
    from clinic.library import Library


def texts(library: Library) -> dict[str, str]:
    """Every text by its key, `kind.id.field`, and `kind.id.field.0` where a field holds several."""
    return {f"{kind}.{entry.id}.{field}": text for kind, entry in library.entries() for field, text in _shown(entry)}


def _shown(entry: BaseModel) -> Iterator[tuple[str, str]]:
    for name in _fields(type(entry)):
        value = getattr(entry, name)
        if value is None:
            continue
        if isinstance(value, str):
            yield name, value
        else:
            yield from ((f"{name}.{index}", text) for index, text in enumerate(value))


@cache  # hundreds of entries are of sixteen sorts
def _fields(kind: type[BaseModel]) -> tuple[str, ...]:
    """The names of the fields that people read."""
    return tuple(name for name, field in kind.model_fields.items() if is_shown(field))


def is_shown(field: FieldInfo) -> bool:
    """Whether people read this field: it is `Words`, alone, optional or in a row."""
    return SHOWN in field.metadata or any(_marked(each) for each in get_args(field.annotation))


def _marked(annotation: object) -> bool:
    return SHOWN in getattr(annotation, "__metadata__", ())
