"""`palpate screen`: the questions before anybody is pressed, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click
from pydantic import TypeAdapter, ValidationError

from clinic.entries.cautions import Contraindication
from clinic.library import Library
from clinic.mistakes import mistake
from clinic.people import new_pseudonym
from clinic.screening.adverse import FollowedUp
from clinic.screening.answers import Answer, ChangeReply, Examiner, Form, Role, Screening, Spot, SpotReplies
from clinic.screening.asked import Asked, Use
from clinic.screening.chart import Chart
from clinic.screening.clearance import Acknowledgement, GuardianConsent, MedicalClearance, PractitionerClearance
from clinic.screening.consent import Consent
from clinic.screening.doses import read_doses
from clinic.screening.effective import EffectiveCap, effective_cap
from clinic.screening.files import read_chart, write_chart
from clinic.screening.questionnaire import CHANGED, body_questions, spot_questions
from palpate import options
from palpate.clock import clock
from palpate.person import CHART, SpotType, known_library, own
from session.errors import InputError

chart_file = click.argument("file", metavar="CHART", type=CHART)
places = click.option("--at", "spots", type=SpotType(), multiple=True, required=True, help="Place; several times.")


def signed(command: Callable[..., None]) -> Callable[..., None]:
    """Add who asks and writes, as `by`."""

    @wraps(command)
    def run(name: str, trainee: bool, **others: Any) -> None:
        command(by=_made(Examiner, name=name, role=Role.TRAINEE if trainee else Role.PRACTITIONER), **others)

    trainee = click.option("--trainee", is_flag=True, help="A trainee asks and acknowledges, and clears nothing.")
    return click.option("--by", "name", required=True, help="Your name.")(trainee(run))


@click.group()
def screen() -> None:
    """Ask the questions before anybody is pressed, clear what may be cleared, and see what is allowed."""


@screen.command("ask")
@chart_file
@places
@signed
@own
@click.option("--quick", is_flag=True, help="The hard questions alone: what is not asked then lowers the cap.")
@click.option("--answers", type=CHART, help='JSON: {"QUESTION": "yes|no|unsure", …} instead of the terminal.')
def ask(file: Path, spots: tuple[Spot, ...], by: Examiner, own: Path | None, **how: Any) -> None:
    """Ask every question, the clinic's own too; "unsure" counts as yes until it is cleared up."""
    known, form = known_library(own), Form.QUICK if how["quick"] else Form.FULL
    reply = _ask if how["answers"] is None else _from_file(how["answers"])
    done = Screening(
        library_version=known.version,
        library_digest=known.digest,
        clinic=known.clinic,
        form=form,
        replies=_replies(body_questions(known, form), "", reply),
        spots=tuple(
            SpotReplies(spot=spot, replies=_replies(spot_questions(known), f" [{spot}]", reply)) for spot in spots
        ),
        at=_now(),
        by=by,
    )
    chart = read_chart(file) if file.exists() else Chart()
    pseudonym = chart.pseudonym or new_pseudonym()
    _keep(file, chart, pseudonym=pseudonym, screenings=(*chart.screenings, done))


@screen.command("changed")
@chart_file
@click.argument("answer", type=click.Choice([each.value for each in Answer]), required=False)
@signed
def changed(file: Path, answer: str | None, by: Examiner) -> None:
    """Note the answer to "Anything changed?", asked at each visit."""
    chart = read_chart(file)
    said = _prompt(CHANGED) if answer is None else Answer(answer)
    reply = ChangeReply(answer=said, at=_now(), by=by)
    _keep(file, chart, changes=(*chart.changes, reply))


@screen.command("consent")
@chart_file
@signed
@click.option("--text", required=True, help="What was explained, by name and version.")
@click.option("--signal", required=True, help="The client's stop signal.")
@click.option("--tried", is_flag=True, required=True, help="The signal was tried once.")
def consent(file: Path, by: Examiner, text: str, signal: str, tried: bool) -> None:
    """Record the client's consent for this visit, and the stop signal."""
    chart = read_chart(file)
    given = _made(Consent, at=_now(), by=by, text=text, stop_signal=signal, signal_tried=tried)
    _keep(file, chart, consents=(*chart.consents, given))


@screen.command("acknowledge")
@chart_file
@click.argument("questions", nargs=-1, required=True)
@signed
@own
def acknowledge(file: Path, questions: tuple[str, ...], by: Examiner, own: Path | None) -> None:
    """Acknowledge findings for this visit: less is done because of them."""
    chart = read_chart(file)
    known = known_library(own)
    told = tuple(Acknowledgement(question=_question(known, each), by=by, at=_now()) for each in questions)
    _keep(file, chart, acknowledgements=(*chart.acknowledgements, *told))


@screen.command("clear")
@chart_file
@click.argument("question")
@signed
@own
@click.option("--reason", help="A practitioner's reason.")
@click.option("--physician", help="Who gave the medical clearance.")
@click.option("--document", help="Where its document lies.")
@click.option("--dated", type=click.DateTime(["%Y-%m-%d"]), help="The document's date.")
@click.option("--guardian", help="For a minor: who consented; the child agrees too.")
def clear(file: Path, question: str, by: Examiner, own: Path | None, **how: Any) -> None:
    """Clear a block: --reason, or --physician with --document and --dated, or --guardian."""
    chart = read_chart(file)
    signed = {"question": _question(known_library(own), question), "by": by, "at": _now()}
    if how["guardian"]:
        given: Any = _made(GuardianConsent, **signed, guardian=how["guardian"], child_agrees=True)
    elif how["physician"]:
        dated = how["dated"].date() if how["dated"] else None
        given = _made(MedicalClearance, **signed, physician=how["physician"], document=how["document"], dated=dated)
    else:
        given = _made(PractitionerClearance, **signed, reason=how["reason"])
    _keep(file, chart, clearances=(*chart.clearances, given))


@screen.command("follow-up")
@chart_file
@click.argument("event")
@signed
@click.option("--words", required=True, help="The client's own.")
def follow_up(file: Path, event: str, by: Examiner, words: str) -> None:
    """Note how the client was 24 h after a STOP; EVENT is the begin of its id."""
    chart = read_chart(file)
    found = [each for each in chart.stops.events if str(each.id).startswith(event)]
    if len(found) != 1:
        raise InputError(f"{len(found)} events begin with “{event}”: look at them with “palpate screen show”")
    how = FollowedUp(at=_now(), by=by, words=words)
    _keep(file, chart, stops=chart.stops.followed_up(found[0].id, how))


@screen.command("show")
@chart_file
@places
@click.option("--tip", "tip_cm2", type=click.FloatRange(0.1, 10), required=True, metavar="CM2", help="The tip.")
@own
@options.as_json
def show(file: Path, spots: tuple[Spot, ...], tip_cm2: float, own: Path | None, as_json: bool) -> None:
    """Say what is allowed at each place now, and why; and which follow-ups are due."""
    chart, doses, now, known = read_chart(file), read_doses(file), _now(), known_library(own)
    for spot in spots:
        asked = doses.at(Asked(use=Use.TREATMENT, spot=spot, area_cm2=tip_cm2), now)
        found = effective_cap(known, chart, asked, now)
        if as_json:
            click.echo(found.model_dump_json())
        elif isinstance(found, EffectiveCap):
            click.echo(f"{spot}: at most {found.force_n:.1f} N ({found.pressure_kpa:.0f} kPa) for {found.hold_s:g} s")
            left = f"{found.point_left_s:.0f} s are left at this point in this visit"
            _list((*found.cap.reasons, left, *(each.sentence for each in found.findings)))
        else:
            click.echo(f"{spot}: nobody is pressed here now")
            _list((*found.reasons, *found.referral))
    for event in chart.stops.due(now):
        click.echo(f"follow-up due: {event.id} ({event.why}, {event.at:%Y-%m-%d %H:%M})", err=as_json)


Reply = Callable[[Contraindication, str], Answer]


def _replies(questions: Iterable[Contraindication], where: str, reply: Reply) -> Mapping[str, Answer]:
    return {question.id: reply(question, where) for question in questions}


def _ask(question: Contraindication, where: str) -> Answer:
    return _prompt(f"{question.question}{where}")


def _prompt(text: str) -> Answer:
    """No answer stands there beforehand."""
    return Answer(click.prompt(text, type=click.Choice([each.value for each in Answer]), err=True))


def _from_file(path: Path) -> Reply:
    try:
        given = TypeAdapter(dict[str, Answer]).validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: it cannot be read: {error.strerror}") from error
    except ValidationError as error:
        raise InputError(f"{path}: {mistake(error)}") from error

    def reply(question: Contraindication, _where: str) -> Answer:
        if question.id not in given:
            raise InputError(f"{path}: “{question.id}” is not answered: ask “{question.question}”")
        return given[question.id]

    return reply


def _question(known: Library, name: str) -> str:
    if name not in known.contraindications:
        raise InputError(f"there is no question “{name}”: “palpate knowledge list contraindications” shows all")
    return name


def _made(kind: type[Any], **values: Any) -> Any:
    try:
        return kind(**values)
    except ValidationError as error:
        raise InputError(mistake(error)) from error


def _keep(file: Path, chart: Chart, **changed: Any) -> None:
    write_chart(file, Chart.model_validate(dict(chart) | changed))


def _list(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(f"  - {line}")


def _now() -> datetime:
    return clock().now()
