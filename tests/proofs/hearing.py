"""What reaches the output, how soon, and what a hand makes of it: writes docs/hearing.md, `make hearing`."""

from __future__ import annotations

import random
import time
from collections.abc import Generator
from concurrent.futures import ProcessPoolExecutor
from typing import Final, NamedTuple

import numpy as np

from gui.speaker import PERIOD_MS, Playing, Speaker
from gui.tones import SAMPLE_RATE_HZ, Samples, Sound, Voice, pitch_hz
from tests.proofs.heard import HEARD_S, HIGH_N, LOW_N, Held, hold_by_ear, hold_by_eye
from tests.proofs.page import ROOT, Table, write_page

PEOPLE: Final = 20
PERSONAS: Final = ("novice", "trained", "practised", "expert", "tired")
CHANGES: Final = 400
WAIT_S: Final = (0.05, 0.15)
PITCHES: Final = [Voice(sound, share) for sound in (Sound.BELOW, Sound.ABOVE) for share in (0.0, 0.25, 0.5, 0.75, 1.0)]

ABOUT: Final = (
    "The sound goes to miniaudio's null output, which asks for samples as a real one does and plays nothing: what a "
    f"loudspeaker and its driver add is not in these figures. One period is {PERIOD_MS} ms. *Delay* is from when the "
    "window sets a sound to when the output was given the first samples of it; the machine was busy with other work."
)
EARS: Final = (
    f"[Simulated hands](simulated-hands.md) hold {LOW_N:g} to {HIGH_N:g} N (40 N ± 10 %) for 60 s, with their tremor, "
    f"wandering and reaction time. By ear they know nothing but the strongest pitch of each {HEARD_S:g} s of what the "
    "output gets; how much they correct is assumed. By eye they read the force ten times a second instead, and hear "
    "nothing. Shares count from the first moment in the band. No people were measured."
)


class Timed(Speaker):
    """Notes when the output was given samples, and of which voice."""

    def __init__(self) -> None:
        super().__init__(time.perf_counter, null=True)
        self.given: list[tuple[float, Voice, Samples]] = []

    def _periods(self) -> Generator[Samples, int, None]:
        source = super()._periods()
        count = yield next(source)
        while True:
            samples = source.send(count)
            self.given.append((time.perf_counter(), self._voice, samples))
            count = yield samples


class Measured(NamedTuple):
    """Of the null output."""

    delays_s: list[float]
    pitches_hz: dict[Voice, float]


def main() -> None:
    """Measure and write the page."""
    measured = measure()
    with ProcessPoolExecutor(max_workers=2) as pool:
        held = {persona: [*pool.map(_both, [(persona, seed) for seed in range(PEOPLE)])] for persona in PERSONAS}
    write_page(
        ROOT / "docs" / "hearing.md",
        "Guidance by ear",
        (ABOUT, EARS),
        [delay_table(measured.delays_s), pitch_table(measured.pitches_hz), held_table(held)],
    )


def measure() -> Measured:
    """Change the sound at random moments, and let each tone sound for a while."""
    speaker, dice = Timed(), random.Random(1)
    speaker.open()
    while not isinstance(speaker.state(), Playing) or not speaker.given:
        time.sleep(0.01)
    delays_s = [_delay_s(speaker, Voice(Sound.BELOW, number / CHANGES), dice) for number in range(CHANGES)]
    pitches = {voice: _pitch_hz(speaker, voice) for voice in PITCHES}
    speaker.close()
    return Measured(delays_s, pitches)


def _delay_s(speaker: Timed, voice: Voice, dice: random.Random) -> float:
    time.sleep(dice.uniform(*WAIT_S))
    set_s = time.perf_counter()
    speaker.play(voice)
    while speaker.given[-1][1] != voice:
        time.sleep(0.001)
    return next(given_s for given_s, given, _ in speaker.given if given == voice) - set_s


def _pitch_hz(speaker: Timed, voice: Voice) -> float:
    """The strongest pitch of the last half of a second, once it sounds."""
    for _ in range(14):
        speaker.play(voice)
        time.sleep(0.05)
    heard = np.concatenate([samples for _, given, samples in speaker.given if given == voice])[-SAMPLE_RATE_HZ // 2 :]
    spectrum = np.abs(np.fft.rfft(heard * np.hanning(len(heard)), 4 * len(heard)))
    return float(np.argmax(spectrum) * SAMPLE_RATE_HZ / (4 * len(heard)))


def delay_table(delays_s: list[float]) -> Table:
    """In milliseconds."""
    p50, p99 = np.percentile(delays_s, [50, 99])
    row = (f"{len(delays_s)}", *(f"{1000 * each:.1f}" for each in (p50, p99, max(delays_s))))
    return Table("Delay at the null output", ("changes", "half within, ms", "99 % within, ms", "longest, ms"), [row])


def pitch_table(pitches_hz: dict[Voice, float]) -> Table:
    """Of the continuous tones."""
    rows = [
        (
            "more" if voice.sound is Sound.BELOW else "less",
            f"{100 * voice.error:.0f}",
            f"{pitch_hz(voice):.1f}",
            f"{hz:.1f}",
        )
        for voice, hz in pitches_hz.items()
    ]
    return Table("Pitches at the null output", ("tone", "error, % of its range", "should be, Hz", "is, Hz"), rows)


def held_table(held: dict[str, list[tuple[Held, Held]]]) -> Table:
    """One row for each persona."""
    rows = [(persona, f"{len(those)}", *_shares(those)) for persona, those in held.items()]
    head = ("hand", "holds", "by ear, % in band: median (worst)", "by eye", "by ear, in band after, s: median (latest)")
    return Table("Time in the band", head, rows)


def _shares(those: list[tuple[Held, Held]]) -> tuple[str, str, str]:
    ear, eye = ([pair[which].in_band_percent for pair in those] for which in (0, 1))
    reached_s = [pair[0].reached_s for pair in those]
    return (
        f"{np.median(ear):.0f} ({min(ear):.0f})",
        f"{np.median(eye):.0f} ({min(eye):.0f})",
        f"{np.median(reached_s):.1f} ({max(reached_s):.1f})",
    )


def _both(who: tuple[str, int]) -> tuple[Held, Held]:
    return hold_by_ear(*who), hold_by_eye(*who)


if __name__ == "__main__":
    main()
