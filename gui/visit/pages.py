"""Which page shows a station."""

from __future__ import annotations

from typing import Final

from clinic.way.said import Station, Step
from clinic.way.visit import Visit
from gui.speaker import Speaker
from gui.visit.after import AftercarePage, NotePage, ResponsePage, RetestPage
from gui.visit.before import BaselinePage, ComplaintPage, ConsentPage, FindingsPage
from gui.visit.beside import BesidePage
from gui.visit.motion import MotionPage
from gui.visit.order import OrderPage
from gui.visit.page import Page
from gui.visit.points import PointsPage
from gui.visit.pressing import PlanPage
from gui.visit.questions import PlacePage, QuestionsPage
from gui.visit.report import ReportPage
from gui.visit.threshold import ThresholdPage
from gui.visit.tool import Tool
from gui.visit.treatment import TreatmentPage

PLAIN: Final[dict[Step, type[Page]]] = {
    Step.QUESTIONS: QuestionsPage,
    Step.COMPLAINT: ComplaintPage,
    Step.CONSENT: ConsentPage,
    Step.BASELINE: BaselinePage,
    Step.MOVEMENT: MotionPage,
    Step.POINTS: PointsPage,
    Step.FINDINGS: FindingsPage,
    Step.PLACE: PlacePage,
    Step.PLAN: PlanPage,
    Step.ORDER: OrderPage,
    Step.RESPONSE: ResponsePage,
    Step.RETEST: RetestPage,
    Step.MOVEMENT_AFTER: MotionPage,
    Step.AFTERCARE: AftercarePage,
    Step.NOTE: NotePage,
}
"""Pages that need nothing but the visit."""


def page_of(visit: Visit, station: Station, tool: Tool, speaker: Speaker) -> Page:
    """A new one."""
    match station.step:
        case Step.TREATMENT:
            return TreatmentPage(visit, station, tool, speaker)
        case Step.THRESHOLD:
            return ThresholdPage(visit, station, tool, speaker)
        case Step.BESIDE:
            return BesidePage(visit, station, tool, speaker)
        case Step.REPORT:
            return ReportPage(visit, station, tool)
        case _:
            return PLAIN[station.step](visit, station)
