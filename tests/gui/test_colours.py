"""What can be read, and what can be told apart, in each of the themes."""

from __future__ import annotations

from itertools import combinations

import pytest

from gui.face import FACES
from gui.theme import CONTRAST, DARK, LIGHT, Theme
from session.cue import Action
from tests.gui.colour import SIGHTS, apart, contrast, seen

THEMES = [DARK, LIGHT, CONTRAST]
TEXT = ("plain", "quiet", "more", "good", "less", "alarm", "rest")
MEANING = ("more", "good", "less", "alarm", "rest")
LEAST = 10.0


def test_contrast_is_computed_as_the_standard_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_lightness_and_hue_are_computed_as_the_standard_does() -> None:
    assert seen("#FF0000", "all three") == pytest.approx([53.24, 80.09, 67.20], abs=0.02)
    assert seen("#FFFFFF", "all three") == pytest.approx([100.0, 0.0, 0.0], abs=0.02)


@pytest.mark.parametrize("sight", SIGHTS)
def test_grey_is_grey_to_everybody(sight: str) -> None:
    assert seen("#808080", sight) == pytest.approx(seen("#808080", "all three"), abs=0.02)


def test_who_sees_no_red_takes_this_red_for_that_green() -> None:
    assert apart("#A10000", "#473D00", "protanopia") < 6 < 40 < apart("#A10000", "#473D00", "all three")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", TEXT)
def test_every_tone_can_be_read_on_ground_and_panel(role: str, theme: Theme) -> None:
    least = 7.0 if theme is CONTRAST else 4.5
    for ground in (theme.ground, theme.panel):
        assert contrast(getattr(theme, role), ground) >= least


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ["alarm", "less", "more"])
def test_text_on_a_filled_tone_can_be_read(role: str, theme: Theme) -> None:
    assert contrast(getattr(theme, role), theme.on_tone) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("sight", SIGHTS)
def test_colours_with_a_meaning_differ_to_every_sight(sight: str, theme: Theme) -> None:
    near = {
        (one, two): round(apart(getattr(theme, one), getattr(theme, two), sight), 1)
        for one, two in combinations(MEANING, 2)
    }
    assert {pair: found for pair, found in near.items() if found < LEAST} == {}


def test_no_instruction_differs_from_another_by_its_colour_alone() -> None:
    assert set(FACES) == set(Action)
    faces = FACES.values()
    assert len({face.word for face in faces}) == len({face.shape for face in faces}) == len(FACES)
