from __future__ import annotations

import pytest

from clinic.claims import unsupported
from clinic.library import library
from clinic.texts import texts

WORDS = ("toxin", "detox", "flush", "cure", "guarantee", "heals", "lactic", "adhesion", "proven", "pain-free", "immune")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Drink water to flush toxins.", "flush"),
        ("It carries away\n  toxins", "toxins"),
        ("A detoxifying treatment", "detoxifying"),
        ("Pressure washes out waste", "washes out"),
        ("against lactic acid", "lactic acid"),
        ("This will relieve your pain.", "will relieve your pain"),
        ("It relieves pain", "relieves pain"),
        ("This cures headaches", "cures"),
        ("Guaranteed to work", "Guaranteed"),
        ("You will be pain-free", "pain-free"),
        ("breaks up old scar tissue", "breaks up old scar tissue"),
        ("dissolves muscle knots", "dissolves muscle knots"),
        ("improves your circulation", "improves your circulation"),
        ("boosts the immune system", "boosts the immune"),
        ("realigns the spine", "realigns"),
        ("clinically proven", "clinically proven"),
        ("It is completely safe", "completely safe"),
        ("No pain, no gain", "No pain, no gain"),
        ("has no side effects", "no side effects"),
    ],
)
def test_a_claim_that_nothing_supports_is_found(text: str, claim: str) -> None:
    assert unsupported(text) == claim


@pytest.mark.parametrize(
    "text",
    [
        "They show no clear gain in the pain that people report.",
        "Soreness for one or two days is common.",
        "Secure the arm; obscure reasons; the tip is cleaned.",
        "Choose another place until it has healed",
        "Let go slowly when the pain is gone",
    ],
)
def test_a_plain_sentence_is_no_claim(text: str) -> None:
    assert unsupported(text) is None


def test_no_text_of_the_library_makes_one() -> None:
    """Looked for without the patterns: by the words alone."""
    spoken = {key: text.lower() for key, text in texts(library()).items() if not key.startswith("sources.")}
    assert len(spoken) > 500
    assert not [key for key, text in spoken.items() for word in WORDS if word in text]


def test_nobody_promises_that_pain_will_go() -> None:
    told = [text for key, text in texts(library()).items() if key.startswith(("expectations.", "aftercare."))]
    assert not [text for text in told if "will " in text.lower()]
    assert "no clear gain in the pain that people report" in texts(library())["expectations.what-trials-show.text"]
