"""Firmware with bugs: each is the simulated tool with one thing wrong, and the check that is meant to find it."""

from __future__ import annotations

from typing import Final

from tests.palpate.conformance.bugs_of_answers import ANSWERS
from tests.palpate.conformance.bugs_of_attributes import ATTRIBUTES
from tests.palpate.conformance.bugs_of_layouts import LAYOUTS
from tests.palpate.conformance.bugs_of_memory import MEMORY
from tests.palpate.conformance.bugs_of_samples import SAMPLES
from tests.palpate.conformance.bugs_of_setup import SETUP
from tests.palpate.conformance.planting import Mutant

MUTANTS: Final[tuple[Mutant, ...]] = (*ATTRIBUTES, *LAYOUTS, *SAMPLES, *ANSWERS, *MEMORY, *SETUP)
