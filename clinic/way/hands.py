"""What is done at a point besides the compression, under the same rules as anything that presses."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from clinic.plans.build import Built
from clinic.screening.answers import Spot
from clinic.screening.asked import Use
from clinic.screening.doses import Dose
from clinic.screening.effective import EffectiveCap, Refused
from clinic.way.beside import Beside, Needled, Pressed, Released, Technique, Timed
from clinic.way.planning import agreed
from clinic.way.said import Station, Step, Treated
from clinic.way.visit import Visit
from protocol.sentence import Sentence
from session.errors import InputError

RELEASE: Final = "myofascial-release"
"""The prescription of a release with the tool."""

Done = Timed | Released | Needled


def beside(visit: Visit, spot: Spot) -> tuple[Done, ...]:
    """All that was done there so far."""
    found = visit.way.said(Station(step=Step.BESIDE, spot=spot), Beside)
    return () if found is None else found.done


def documented(visit: Visit, spot: Spot, needled: Needled) -> None:
    """Keep what somebody else did; nothing here presses anybody."""
    _keep(visit, spot, (*beside(visit, spot), needled))


def timed(visit: Visit, spot: Spot, done: Timed) -> None:
    """Keep what hands did beside a timer; a release counts as time at the point, a stretch does not press.

    It is kept whatever the screening says by now, since it happened.
    """
    if done.technique is Technique.RELEASE and done.lasted_s > 0:
        now = visit.now
        visit.room.case.keep_dose(
            Dose(
                use=Use.RELEASE,
                spot=spot,
                area_cm2=None,
                began_at=now - timedelta(seconds=done.lasted_s),
                most_s=done.lasted_s,
                ended_at=now,
                pressed_s=done.lasted_s,
            ),
        )
    _keep(visit, spot, (*beside(visit, spot), done))


def refusals(visit: Visit, spot: Spot) -> tuple[str, ...]:
    """Why nobody is touched there now: what closes a point for the tool closes it for hands. None where it is open."""
    cap = visit.cap(spot)
    return cap.reasons if isinstance(cap, Refused) else ()


def check_hands(visit: Visit, spot: Spot) -> None:
    """Raises `InputError` with every one of these reasons."""
    reasons = refusals(visit, spot)
    if reasons:
        raise InputError(Sentence("nobody is pressed here now: {why}", why=Sentence.joined("; ", reasons)))


def release_cap(visit: Visit, spot: Spot) -> EffectiveCap | Refused:
    """The cap of a release with the tool at this moment."""
    return visit.cap(spot, Use.RELEASE)


def release_now(visit: Visit, spot: Spot) -> Built:
    """A release with the tool, under the cap of this moment; raises `InputError` where that allows none."""
    cap = release_cap(visit, spot)
    if isinstance(cap, Refused):
        raise InputError(Sentence("there is no release with the tool here now: {why}", why=cap.sentence))
    return agreed(visit.room.library.presets[RELEASE], cap)


def begin_release(visit: Visit, spot: Spot) -> None:
    """It begins: from here on somebody may be pressed, whatever becomes of this program."""
    _keep(visit, spot, (*beside(visit, spot), Released()))


def released(visit: Visit, spot: Spot, done: Treated) -> None:
    """It is over."""
    pressed = Pressed(**done.model_dump(exclude={"kind"}))
    _keep(visit, spot, (*beside(visit, spot)[:-1], Released(pressed=pressed)))


def _keep(visit: Visit, spot: Spot, done: tuple[Done, ...]) -> None:
    visit.note(Beside(done=done), Station(step=Step.BESIDE, spot=spot))
