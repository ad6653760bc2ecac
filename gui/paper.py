"""A page on paper: PDF with text that can be searched and drawings that stay lines, one sheet where it fits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from clinic.report.ink import LIGHT, inked
from clinic.report.page import Page, Picture
from gui.rich import Rich

DPI: Final = 600
"""Of the drawing's grid: everything stays a vector, and positions are exact to 0.04 mm."""
MM: Final = DPI / 25.4
MARGIN_MM: Final = 11.0
BAND_MM: Final = 7.0
"""Height of the mark on top of each sheet."""
FOOT_MM: Final = 6.0
TEXT_PT: Final = 8.0
LARGE_PT: Final = 11.0
SMALLEST: Final = 0.74
"""Smaller than 6 pt nobody reads it: then it takes another sheet."""
STEPS: Final = 14
"""Sizes that are tried between whole size and the smallest."""


def print_pdf(page: Page) -> bytes:
    """The page as A4."""
    paper, running = QBuffer(), application()
    paper.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(page, paper)
    rich, document = Rich(page), QTextDocument()
    drawings = _Drawings(rich.pictures)  # the document does not keep it
    _fill(document, writer, drawings, page)
    document.setHtml(rich.text)
    painter = QPainter(writer)
    _Sheet(page, document).paint(painter, writer)
    painter.end()
    del running
    return bytes(paper.data().data())


def application() -> QApplication:
    """The running one, else one without a screen: fonts need it, and a window may follow in the same program."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    return QApplication(["palpate", "-platform", "offscreen"])


class _Sheet:
    """Where things stand on a sheet, in dots."""

    def __init__(self, page: Page, document: QTextDocument) -> None:
        self._page, self._document = page, document
        self.width = (210 - 2 * MARGIN_MM) * MM
        self.top = BAND_MM * MM if page.mark else 0.0
        self.height = (297 - 2 * MARGIN_MM - FOOT_MM) * MM - self.top

    def paint(self, painter: QPainter, writer: QPdfWriter) -> None:
        """All sheets."""
        scale = self._fit()
        count = self._document.pageCount()
        for number in range(count):
            if number:
                writer.newPage()
            self._frame(painter, number + 1, count)
            self._text(painter, scale, number)

    def _fit(self) -> float:
        """The largest scale at which all stands on as few sheets as can be."""
        fewest = self._sheets(SMALLEST)
        scales = (1 - (1 - SMALLEST) * step / STEPS for step in range(STEPS + 1))
        return next((scale for scale in scales if self._sheets(scale) <= fewest), SMALLEST)

    def _sheets(self, scale: float) -> int:
        """Set all for a scale; returns how many sheets it takes."""
        self._document.setPageSize(QSizeF(self.width / scale, self.height / scale))
        return self._document.pageCount()

    def _text(self, painter: QPainter, scale: float, number: int) -> None:
        part = QRectF(0, number * self.height / scale, self.width / scale, self.height / scale)
        painter.save()
        painter.translate(0, self.top)
        painter.scale(scale, scale)
        painter.translate(0, -part.top())
        painter.setClipRect(part)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = part
        context.palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT["plain"]))
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    def _frame(self, painter: QPainter, number: int, count: int) -> None:
        """The mark above, the foot below."""
        if self._page.mark:
            band = QRectF(0, 0, self.width, (BAND_MM - 1.5) * MM)
            painter.fillRect(band, QColor(LIGHT["alarm"]))
            _write(painter, band, self._page.mark, (QColor(LIGHT["ground"]), QFont.Weight.Bold, TEXT_PT + 1.5))
        below = QRectF(0, self.top + self.height + 2 * MM, self.width, (FOOT_MM - 2) * MM)
        text = self._page.foot if count == 1 else f"{self._page.foot} {number}/{count}"
        _write(painter, below, text, (QColor(LIGHT["quiet"]), QFont.Weight.Normal, TEXT_PT - 1))


def _write(painter: QPainter, place: QRectF, text: str, how: tuple[QColor, QFont.Weight, float]) -> None:
    colour, weight, size_pt = how
    font = QFont(painter.font())
    font.setPointSizeF(size_pt)
    font.setWeight(weight)
    painter.save()
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


class _Drawings(QPyTextObject):
    """Draws the pictures of a document as lines."""

    def __init__(self, pictures: list[Picture]) -> None:
        super().__init__()
        self._pictures = pictures
        self._renderers = [QSvgRenderer(inked(each.svg, LIGHT).encode()) for each in pictures]

    def intrinsicSize(self, document: QTextDocument, position: int, format_: QTextFormat) -> QSizeF:  # noqa: N802 - Qt's name
        """In dots."""
        picture = self._pictures[int(format_.toImageFormat().name())]
        return QSizeF(picture.width_mm * MM, picture.height_mm * MM)

    def drawObject(  # noqa: N802 - Qt's name
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, format_: QTextFormat
    ) -> None:
        """Onto the paper."""
        self._renderers[int(format_.toImageFormat().name())].render(painter, QRectF(rect))


def _fill(document: QTextDocument, writer: QPdfWriter, drawings: _Drawings, page: Page) -> None:
    """How the document is set."""
    document.documentLayout().setPaintDevice(writer)
    document.documentLayout().registerHandler(QTextFormat.ObjectTypes.ImageObject.value, drawings)
    font = QFont()
    font.setPointSizeF(LARGE_PT if page.large else TEXT_PT)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)


def _writer(page: Page, paper: QBuffer) -> QPdfWriter:
    writer = QPdfWriter(paper)
    writer.setResolution(DPI)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    writer.setTitle(" – ".join(filter(None, (page.mark, page.title))))
    writer.setCreator("palpate")
    return writer
