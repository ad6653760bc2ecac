"""Keys of a terminal: what arrives as several characters is one key, and none of its letters is another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from palpate.key_names import ESCAPE, KeyNames, windows_key
from palpate.keys import KEYS, Keys
from session.inputs import Input, Stop

STOPS = (" ", "\r", "\n")


def keys(text: str) -> list[str]:
    names = KeyNames()
    return [key for character in text if (key := names.feed(character)) is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("q", ["q"]),
        ("\x1b[A\x1b[B", ["up", "down"]),
        ("\x1bOA\x1bOB", ["up", "down"]),
        ("\x1b[1;2A", ["up"]),
        ("\x1b[24~", ["f12"]),
        ("\x1b[24;2~", ["f12"]),
        ("\x1b[H\x1b[F\x1b[C\x1b[D", []),
        ("\x1b[5~\x1b[3~", []),
        ("\x1bOP", []),
        ("k\x1b[Ak", ["k", "up", "k"]),
        ("\x1b\x1b[A", ["up"]),
        ("\x1bp", ["p"]),
        ("\x1b ", [" "]),
        ("\x1b[ ", [" "]),
        ("\x1b[1 ", [" "]),
    ],
)
def test_a_sequence_is_one_key_or_none(text: str, found: list[str]) -> None:
    assert keys(text) == found


@given(st.text(alphabet=ESCAPE + "[O0123456789;~ABHbhk", max_size=12), st.sampled_from(STOPS))
def test_a_key_that_stops_is_heard_whatever_came_before(before: str, stop: str) -> None:
    assert keys(before + stop)[-1] == stop


def test_arrows_and_page_keys_of_a_treatment_mean_nothing_and_f12_stops() -> None:
    """Their letters and digits once said “pain 5”, “pain halved”, or took a zero back."""
    heard: list[Input] = []
    characters = iter("\x1b[A\x1b[B\x1b[H\x1b[5~\x1b[3~\x1b[24~")
    Keys(heard.append)._listen(lambda: next(characters, ""))
    assert heard == [Stop()]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("q", ["q"]), ("\xe0H\xe0P", ["up", "down"]), ("\xe0\x86", ["f12"]), ("\x00;\xe0Gb", ["b"]), ("\xe0I", [])],
)
def test_on_windows_the_second_half_of_a_key_is_no_letter(typed: str, found: list[str]) -> None:
    characters = iter(typed)
    read = iter(lambda: windows_key(lambda: next(characters, "")), "")
    assert list(read) == found


def test_every_key_that_stops_in_a_terminal_has_a_name() -> None:
    assert {key for key, value in KEYS.items() if value == Stop()} == {*STOPS, "f12"}
