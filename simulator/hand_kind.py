"""What a person's hand is like."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class HandKind:
    """One person's hand."""

    reaction_s: float = 0.22
    """From a cue to the hand's answer; ≥ 0.15 s for vision (Slifkin 2000), the rest *assumed*."""
    rise_n_per_s: float = 9.0
    """Just under the 10 N/s of De Meulemeester 2017."""
    fall_n_per_s: float = 14.0
    """*Assumed*: a release of about 2 s."""
    lift_mm_per_s: float = 25.0
    """*Assumed*."""
    spring_n_per_mm: float = 2.0
    """Stiffness of a free hand, *assumed*; a braced tool has about 50."""
    crossover_hz: float = 0.4
    """Speed of visual correction, *assumed* (about 1 Hz is the most, Slifkin 2000); 0 for one who never looks."""
    dead_band: float = 0.01
    """Errors below this share are not seen; *assumed*."""
    unsteadiness: float = 0.03
    """Standard deviation of force over force, without correction (Baweja 2009: 4.5 % for a finger)."""
    wander_s: float = 10.0
    """Time constant of the slower of both wanders, *assumed*."""
    tremor_share: float = 0.43
    """Of the unsteadiness, as a standard deviation; *assumed* after Sutton & Sykes 1967."""
    sag: float = 0.0
    """Share of the force that an unseen press loses in the long run (fitted to Pérez-Palomares 2021 where not 0)."""
    sag_s: float = 12.0
    """Time constant of the loss."""
    scale: float = 1.0
    """What this person calls a newton: who does not look presses so many."""
    fatigue_per_min: float = 0.0
    """How much larger the unsteadiness gets with each minute under load; *assumed*."""

    def steadier(self, share: float) -> HandKind:
        """The same hand with this share of its unsteadiness and of its sag.

        The two go together: whose unseen force sinks faster, varies more with the force in view (32 people, Smith
        2018). That both shrink by the same share is *assumed*.
        """
        return replace(self, unsteadiness=self.unsteadiness * share, sag=self.sag * share)


NOVICE: Final = HandKind(unsteadiness=0.107, wander_s=20.0, tremor_share=0.2, sag=0.225, sag_s=11.8)
EXPERT_SHARE: Final = 0.50
"""What practice of years leaves of a novice's unsteadiness; confidence low.

The gripping force of experienced surgeons had a standard deviation of 1.43 N, that of novices one of 3.54 N (Araki
2017), and novices use 22.7 % more force (review, Golahmadi 2021): (1.43 / 3.54) × 1.227 = 0.50 of the force held.
Highly skilled players hold a force steadier than others at each of five levels (Salonikidis 2009). Against it: in
precision mechanics experts did not (Vieluf 2017).
"""
TAUGHT_ALONE_SHARE: Final = 0.94
"""What practice without a force in view leaves; confidence low.

Thrusts of 16 students varied by 17, 16 and 20 % before and by 15, 15 and 20 % after ten weeks of class (Owens 2018).
"""
TRAINED_SHARE: Final = 0.71
"""What training with the force in view leaves: less than that and more than an expert has; confidence low.

Who is shown the force varies less afterwards than who was not (36 students, Chang 2007), after five days of pressing
a constant force (Sosnoff 2009) or an hour and a half (Wu 2012); forces of surgeons with some experience vary less than
novices' and more than experienced ones' (Sugiyama 2018). None of the amounts was at hand: midway from a novice to an
expert, √0.50, is *assumed*. docs/ranking.md says what other shares would change.
"""
PERSONAS: Final = MappingProxyType(
    {
        "practised": HandKind(),
        "novice": NOVICE,
        "trained": NOVICE.steadier(TRAINED_SHARE),
        "expert": NOVICE.steadier(EXPERT_SHARE),
        "with a tool": HandKind(unsteadiness=0.07, wander_s=20.0, tremor_share=0.2, sag=0.119, sag_s=22.4),
        "blind": replace(NOVICE, crossover_hz=0.0),
        "tired": replace(NOVICE, fatigue_per_min=0.25),
        "braced": HandKind(unsteadiness=0.01, spring_n_per_mm=50.0),
        "still": HandKind(unsteadiness=0.0),
    }
)
"""Personas by name; docs/simulated-hands.md says how they behave.

"novice" is fitted: without looking the mean force of people falls by 9 % from the first 5 s to 11–15 s and is 12 %
lower over 80 s (physiotherapists and students by hand, 8.30, 7.58 and 7.27 N/cm², Pérez-Palomares 2021), and varies by
10.5 %, by 6 % with vision (Jones 2000). "trained" and "expert" are novices with less unsteadiness, by as much as the
sources above say. "with a tool" falls by 3 % and 7 % (8.80, 8.50 and 8.22 N/cm², the first study again); how it varies
is *assumed*. "blind" never looks. All others are *assumed*: "practised" is steadier than any of these and does
not sag; "braced" leans with the body's weight: nearly constant depth.
"""
