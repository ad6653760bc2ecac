"""The tool that measured: its passport, and the record that anybody can measure again."""

from __future__ import annotations

from datetime import date

from clinic.report.about import Session
from clinic.report.heard import Passport
from clinic.report.measured import Measured
from clinic.report.page import Block, Facts, Heading, Text
from clinic.report.words import Words

DIGITS = 12
"""Of a record's SHA-256: enough to tell it from every other record of a clinic."""


def tool(session: Session, words: Words) -> tuple[Block, ...]:
    """Each tool once, then each record."""
    passports = list(dict.fromkeys(record.heard.passport for record in session.records))
    records = tuple((words("tool.record"), f"{each.file}, SHA-256 {each.sha256[:DIGITS]}…") for each in session.records)
    *others, last = (_described(each, session, words) for each in passports)
    below = (Facts(last.rows + records),) if isinstance(last, Facts) else (last, Facts(records))
    return (Heading(words("tool.heading")), *others, *below)


def _described(passport: Passport, session: Session, words: Words) -> Facts | Text:
    if passport.serial is None:
        named = next((each.analysis.tool for each in session.records if each.heard.passport == passport), None)
        return Text(words("tool.other", name=named or words("tool.unknown")))
    return Facts(tuple((words(f"tool.{name}"), text) for name, text in _rows(passport, session.records[0], words)))


def _rows(passport: Passport, record: Measured, words: Words) -> list[tuple[str, str]]:
    unknown = words("tool.unknown")
    area = words.short(passport.area_cm2) if passport.area_cm2 else None
    used = record.started_at.date()
    error = passport.uncertainty_percent
    return [
        ("serial", passport.serial or unknown),
        ("firmware", passport.firmware or unknown),
        ("tip", words("tool.tip_area", name=passport.tip or "", area=area).lstrip(", ") if area else unknown),
        ("range", words("tool.newton", value=words.short(passport.full_scale_n)) if passport.full_scale_n else unknown),
        ("rate", words("tool.hertz", value=words.short(passport.rate_hz)) if passport.rate_hz else unknown),
        ("calibrated", words.date(passport.calibrated) if passport.calibrated else unknown),
        ("due", _due(passport.calibration_due, used, words)),
        ("uncertainty", words("tool.percent", value=words.short(error)) if error else unknown),
        ("zero", words("tool.zero_yes" if passport.zeroed else "tool.zero_no")),
    ]


def _due(due: date | None, used: date, words: Words) -> str:
    if due is None:
        return words("tool.undue")
    return words("tool.overdue", date=words.date(due)) if due < used else words.date(due)
