"""Paints one view of the body: skin, places by how they stand, zones of pain, points."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from clinic.bodymap.points import Activity, spot_of
from clinic.bodymap.referral import zones
from clinic.bodymap.standing import Standing
from gui.body_frame import Pane
from gui.body_ink import BodyInk
from gui.body_paths import Drawn, drawing, path_of
from gui.body_scene import POINT_PX, BodyScene
from gui.theme import Theme

SIGNS: Final = {Standing.CAUTION: "!", Standing.CLOSED: "×", Standing.NEVER: "×"}
"""Shapes beside the colours and hatches."""
SIGN_PX: Final = 15
LETTERS: Final = {Activity.ACTIVE: "A", Activity.LATENT: "L", Activity.UNKNOWN: "?"}
"""On the mark of a point."""


class Brushes(NamedTuple):
    """How everything is coloured."""

    theme: Theme
    ink: BodyInk


def paint_view(painter: QPainter, pane: Pane, scene: BodyScene, brushes: Brushes, focused: Drawn | None) -> None:
    """One view into its pane."""
    painter.save()
    painter.setClipRect(pane.area)
    _figure(painter, pane, brushes)
    _regions(painter, pane, brushes)
    chosen: list[Drawn] = []
    for each, place in scene.drawn(pane.view):
        _site(painter, pane, each, (place.standing, brushes))
        chosen += [each] if place.spot == scene.chosen else []
    _zones(painter, pane, scene, brushes)
    for each in chosen:
        _chosen(painter, pane.to_widget.map(each.path), brushes)
    for each, place in scene.drawn(pane.view):
        if _has_room(pane, each):
            _sign(painter, pane.on_widget(each.shape.at), SIGNS.get(place.standing, ""), brushes)
    if focused is not None and focused.shape.view is pane.view:
        _focus(painter, pane.to_widget.map(focused.path), brushes)
    _points(painter, pane, scene, brushes.theme)
    painter.restore()


def _points(painter: QPainter, pane: Pane, scene: BodyScene, theme: Theme) -> None:
    for index, point in enumerate(scene.points):
        if point.on_map is not None and point.on_map.view is pane.view:
            at = pane.on_widget(spot_of(point.on_map))
            paint_point(painter, at, point.activity, theme)
            if index == scene.point:
                _ring(painter, at, theme)


def paint_point(painter: QPainter, at: QPointF, activity: Activity, theme: Theme) -> None:
    """A disc where it is active, a ring where it is latent, a dotted one where nobody said; each with a letter."""
    tone, ground = theme.colour("alarm"), theme.colour("panel")
    filled = activity is Activity.ACTIVE
    style = Qt.PenStyle.DotLine if activity is Activity.UNKNOWN else Qt.PenStyle.SolidLine
    painter.setPen(QPen(ground, 6))
    painter.drawEllipse(at, POINT_PX, POINT_PX)
    painter.setPen(QPen(tone, 3, style))
    painter.setBrush(tone if filled else ground)
    painter.drawEllipse(at, POINT_PX, POINT_PX)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(theme.colour("on_tone" if filled else "plain"))
    _letter(painter, at, LETTERS[activity], 13)


def paint_sample(painter: QPainter, box: QRectF, standing: Standing | None, brushes: Brushes) -> None:
    """A swatch for a legend: how a place is drawn that stands so; None is a zone of pain."""
    path = QPainterPath()
    path.addRoundedRect(box, 5, 5)
    if standing is None:
        painter.fillPath(path, QColor(brushes.ink.skin))
        painter.fillPath(path, QBrush(brushes.theme.colour("rest"), Qt.BrushStyle.Dense5Pattern))
        return
    _fill(painter, path, standing, brushes)
    _sign(painter, box.center(), SIGNS.get(standing, ""), brushes)


def _figure(painter: QPainter, pane: Pane, brushes: Brushes) -> None:
    """Contours first and skin over them, so that no line runs down the middle."""
    outline = drawing().outlines[pane.view]
    pen = QPen(QColor(brushes.ink.contour), min(max(2.0, 1.2 * pane.scale), 4.4))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for path in outline.behind:
        placed = pane.to_widget.map(path)
        painter.strokePath(placed, pen)
        painter.fillPath(placed, QColor(brushes.ink.skin))
    pen.setWidthF(min(max(0.8, 0.4 * pane.scale), 1.6))
    painter.strokePath(pane.to_widget.map(outline.lines), pen)


def _regions(painter: QPainter, pane: Pane, brushes: Brushes) -> None:
    """Where nobody presses: grey and hatched."""
    grey = QColor(brushes.ink.never)
    for each in drawing().regions:
        if each.shape.view is pane.view:
            path = pane.to_widget.map(each.path)
            grey.setAlpha(70)
            painter.fillPath(path, grey)
            grey.setAlpha(170)
            painter.fillPath(path, QBrush(grey, Qt.BrushStyle.BDiagPattern))


def _site(painter: QPainter, pane: Pane, each: Drawn, how: tuple[Standing, Brushes]) -> None:
    _fill(painter, pane.to_widget.map(each.path), *how)


def _fill(painter: QPainter, path: QPainterPath, standing: Standing, brushes: Brushes) -> None:
    theme, ink = brushes.theme, brushes.ink
    edge = QPen(QColor(ink.edge), 1.3)
    match standing:
        case Standing.OPEN:
            painter.fillPath(path, QColor(ink.muscle))
        case Standing.ASK:
            painter.fillPath(path, QColor(ink.muscle))
            edge = QPen(QColor(ink.edge), 1.6, Qt.PenStyle.DashLine)
        case Standing.CAUTION:
            painter.fillPath(path, QColor(ink.muscle))
            painter.fillPath(path, QBrush(theme.colour("less"), Qt.BrushStyle.FDiagPattern))
            edge = QPen(theme.colour("less"), 2)
        case Standing.CLOSED | Standing.NEVER:
            painter.fillPath(path, QColor(ink.skin))
            painter.fillPath(path, QBrush(QColor(ink.never), Qt.BrushStyle.DiagCrossPattern))
            edge = QPen(QColor(ink.never), 2)
    painter.strokePath(path, edge)


def _zones(painter: QPainter, pane: Pane, scene: BodyScene, brushes: Brushes) -> None:
    """Of the chosen site's muscle, as far as it is on the body."""
    place = scene.places.get(scene.chosen) if scene.chosen else None
    if place is None:
        return
    tone = brushes.theme.colour("rest")
    painter.save()
    painter.setClipPath(pane.to_widget.map(drawing().outlines[pane.view].whole), Qt.ClipOperation.IntersectClip)
    for zone in zones(place.muscle, place.spot.side):
        if zone.view is pane.view:
            path = pane.to_widget.map(path_of(zone.way))
            painter.fillPath(path, QBrush(tone, Qt.BrushStyle.Dense5Pattern))
            painter.strokePath(path, QPen(tone, 1.5, Qt.PenStyle.DotLine))
    painter.restore()


def _chosen(painter: QPainter, path: QPainterPath, brushes: Brushes) -> None:
    tone = brushes.theme.colour("more")
    tone.setAlpha(110)
    painter.fillPath(path, tone)
    painter.strokePath(path, QPen(brushes.theme.colour("panel"), 6))
    painter.strokePath(path, QPen(brushes.theme.colour("more"), 3.5))


def _ring(painter: QPainter, at: QPointF, theme: Theme) -> None:
    """Around the point that is looked at."""
    painter.setPen(QPen(theme.colour("plain"), 2))
    painter.drawEllipse(at, POINT_PX + 5, POINT_PX + 5)


def _focus(painter: QPainter, path: QPainterPath, brushes: Brushes) -> None:
    """Two tones, so that it is seen on every ground."""
    box = path.boundingRect().adjusted(-6, -6, 6, 6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(brushes.theme.colour("panel"), 5))
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(QPen(brushes.theme.colour("plain"), 2, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(box, 6, 6)


def _sign(painter: QPainter, at: QPointF, sign: str, brushes: Brushes) -> None:
    if not sign:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brushes.theme.colour("panel"))
    painter.drawEllipse(at, SIGN_PX / 2 + 1, SIGN_PX / 2 + 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(brushes.theme.colour("plain"))
    _letter(painter, at, sign, SIGN_PX)


def _has_room(pane: Pane, each: Drawn) -> bool:
    """On a small site its hatch alone says how it stands: signs would hide each other."""
    box = each.path.boundingRect()
    return min(box.width(), box.height()) * pane.scale >= SIGN_PX


def _letter(painter: QPainter, at: QPointF, text: str, size_px: int) -> None:
    font = QFont(painter.font())
    font.setPixelSize(size_px)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(QRectF(at.x() - 20, at.y() - 20, 40, 40), int(Qt.AlignmentFlag.AlignCenter), text)
