"""A file that people write in TOML, and one sentence about what is wrong in it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from session.errors import InputError

Read = TypeVar("Read")


def read_toml(path: Path, build: Callable[[str], Read], mistake: Callable[[ValidationError], str]) -> Read:
    """What `build` makes of the text; raises `InputError`: the path, and what `mistake` says of a wrong value."""
    try:
        return build(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: it cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: this is no TOML file: it holds bytes that are no UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path}: this is no TOML file: {error}") from error
    except ValidationError as error:
        raise InputError(f"{path}: {mistake(error)}") from error
