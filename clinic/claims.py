"""What no text may say, because nothing supports it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

FORBIDDEN: Final = (
    r"\btoxins?\b",
    r"\bdetox\w*",
    r"\bflush\w*",
    r"\bwash(?:es|ed|ing)? out\b",
    r"\blactic acid\b",
    r"\bcure[sd]?\b",
    r"\bheals?\b",
    r"\bguarantee\w*",
    r"\bpain[- ]free\b",
    r"\b(?:will|does|always) (?:relieve|reduce|remove|end|stop)s? (?:your |the |all )?pain\b",
    r"\brelieves (?:your |the |all )?pain\b",
    r"\bbreaks? (?:up|down) (?:\w+ ){0,2}(?:knots?|adhesions?|scar tissue|fascia)\b",
    r"\b(?:releases?|melts?|dissolves?) (?:\w+ ){0,2}(?:knots?|adhesions?|toxins?|fascia)\b",
    r"\b(?:boosts?|strengthens?) (?:\w+ ){0,2}immun\w+",
    r"\bimproves? (?:\w+ ){0,2}(?:circulation|blood flow|lymph\w*)\b",
    r"\brealigns?\b",
    r"\bno side effects?\b",
    r"\b(?:completely|perfectly|absolutely) (?:safe|harmless)\b",
    r"\b(?:clinically|scientifically) proven\b",
    r"\bno pain,? no gain\b",
    r"\bthe harder the better\b",
)
"""Patterns of claims, in English: a washing-out is unproven, pooled trials found no clear gain in pain (Lu 2022), and
“drink water to flush toxins” has no evidence. Ours, from what the field often prints; not complete."""

KEPT: Final = 4096
"""Texts whose answer is remembered: the library has fewer, and is checked anew with each file that is added to it."""
_PATTERN: Final = re.compile("|".join(FORBIDDEN), re.IGNORECASE)


@lru_cache(KEPT)
def unsupported(text: str) -> str | None:
    """The first claim in `text` that nothing supports, as it stands there; None where there is none."""
    found = _PATTERN.search(" ".join(text.split()))
    return found.group() if found else None
