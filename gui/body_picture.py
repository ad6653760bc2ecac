"""The body, front and back, with sites that a pointer and keys choose."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from clinic.bodymap.points import MapPoint, at_middle, on_map, spot_of
from clinic.bodymap.shapes import DIRECTIONS
from clinic.bodymap.standing import Place, Standing
from clinic.bodymap.ways import Spot as MapSpot
from clinic.people import OnMap
from clinic.screening.answers import Side, Spot
from gui.body_frame import APART_PX, FOOT_PX, HEAD_PX, Pane, Part, panes
from gui.body_ink import ink
from gui.body_painter import Brushes, paint_view
from gui.body_paths import Drawn
from gui.body_scene import POINT_PX, BodyScene, distance, next_site, site_at
from gui.body_words import told
from gui.theme import DARK, Theme
from gui.tongue import say

ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
NUDGE: Final = 1.0
"""Units of the map, about 4 mm on an adult, that an arrow moves a point."""
WIDE_PX: Final = 240
"""A picture that has room for both of the client's sides in one line."""
SIDE_PX: Final = (11, 14)
"""Type of the client's sides, below narrow and wide pictures."""


class BodyPicture(QWidget):
    """Shows a `BodyScene`. Arrows move between sites, Enter chooses; on the chosen one Enter or a click puts a point.

    With Shift the arrows move the point that is looked at.
    """

    chosen = Signal(object)
    """A `Spot` was chosen."""
    placed = Signal(object, object)
    """A new point: its `Spot` and its place, `OnMap`."""
    moved = Signal(int, object)
    """A point, by its number from 0, and its new place, `OnMap`."""
    looked_at = Signal(int)
    """A point was chosen, by its number from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene, self.part = BodyScene(), Part.WHOLE
        self._theme: Theme = DARK
        self._focused: Drawn | None = None
        self.setAccessibleName(say("Body map, front and back"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(280, 240)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Both views beside each other."""
        return QSize(720, 720)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def show_scene(self, scene: BodyScene) -> None:
        """Show places, points and what is chosen."""
        newly = scene.chosen != self.scene.chosen
        self.scene = scene
        if newly and scene.chosen is not None:
            self._focus_on(self._best(scene.chosen))
        self._tell()
        self.update()

    def show_part(self, part: Part) -> None:
        """Show the whole body or a part of it, larger."""
        self.part = part
        self.update()

    @property
    def focused(self) -> Place | None:
        """What the keys are at."""
        return self._place(self._focused)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint both views."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        brushes = Brushes(self._theme, ink(self._theme))
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        for pane in self._panes():
            paint_view(painter, pane, self.scene, brushes, self._focused if self.hasFocus() else None)
            self._words(painter, pane)
        if self.hasFocus():
            painter.setPen(self._theme.colour("more"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose what lies there: a point, a site, or a new point on the chosen site."""
        at = event.position()
        pane = self._pane_at(at)
        if pane is None:
            return
        near = [i for i, each in enumerate(self.scene.points) if self._is_at(pane, each, at)]
        if near:
            self.looked_at.emit(near[-1])
            return
        site = site_at(self.scene, pane, at)
        place = self._place(site)
        if site is None or place is None:
            return
        self._focus_on(site)
        spot = pane.on_map(at)
        if place.spot != self.scene.chosen:
            self.chosen.emit(place.spot)
        elif site.path.contains(QPointF(spot.x, spot.y)):
            self._put(place, on_map(pane.view, spot))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows, Enter; everything else belongs to the window."""
        step = ARROWS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._nudge(step)
        elif step:
            self._go(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._enter()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The name of what lies under the pointer, as a tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = QPointF(event.pos())
            pane = self._pane_at(at)
            place = self._place(site_at(self.scene, pane, at)) if pane else None
            QToolTip.showText(event.globalPos(), told(place) if place else "", self)
            return True
        return super().event(event)

    def _enter(self) -> None:
        place = self.focused
        if self._focused is None or place is None:
            return
        if place.spot == self.scene.chosen:
            self._put(place, at_middle(self._focused.shape))
        else:
            self.chosen.emit(place.spot)

    def _put(self, place: Place, at: OnMap) -> None:
        if place.standing is not Standing.NEVER:
            self.placed.emit(place.spot, at)

    def _nudge(self, step: tuple[int, int]) -> None:
        number = self.scene.point
        if number is None:
            return
        old = self.scene.points[number].on_map
        if old is None:
            return
        at = spot_of(old)
        self.moved.emit(number, on_map(old.view, MapSpot(at.x + NUDGE * step[0], at.y + NUDGE * step[1])))

    def _go(self, step: tuple[int, int]) -> None:
        """To the next site in a direction; the first key of all goes to the first site."""
        visible = [
            (at, each)
            for pane in self._panes()
            for each, _ in self.scene.drawn(pane.view)
            if pane.area.contains(at := pane.on_widget(each.shape.at))
        ]
        here = next((at for at, each in visible if each is self._focused), None)
        found = next_site(visible, here, step) if here is not None else next((each for _, each in visible), None)
        if found is not None:
            self._focus_on(found)

    def _focus_on(self, site: Drawn | None) -> None:
        self._focused = site
        self._tell()
        self.update()

    def _tell(self) -> None:
        """To screen readers."""
        place = self.focused
        said = told(place) if place else say("Arrows move between sites, Enter chooses")
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _best(self, spot: Spot) -> Drawn | None:
        """The shape of a spot: where the keys are already, else on the first view that shows it."""
        shapes = [each for pane in self._panes() for each, place in self.scene.drawn(pane.view) if place.spot == spot]
        return self._focused if self._focused in shapes else next(iter(shapes), None)

    def _place(self, site: Drawn | None) -> Place | None:
        return self.scene.places.get(Spot(site=site.shape.id, side=site.shape.side)) if site else None

    def _panes(self) -> tuple[Pane, ...]:
        return panes(self.part, QSizeF(self.size()))

    def _pane_at(self, at: QPointF) -> Pane | None:
        return next((pane for pane in self._panes() if pane.area.contains(at)), None)

    def _is_at(self, pane: Pane, point: MapPoint, at: QPointF) -> bool:
        place = point.on_map
        return (
            place is not None and place.view is pane.view and distance(pane.on_widget(spot_of(place)), at) <= POINT_PX
        )

    def _words(self, painter: QPainter, pane: Pane) -> None:
        """The name of the view above, the client's sides below."""
        area, font = pane.area, QFont(self.font())
        font.setPixelSize(18)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._theme.colour("plain"))
        above = QRectF(area.left(), area.top() - HEAD_PX, area.width(), HEAD_PX)
        painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), say(pane.view))
        font.setPixelSize(SIDE_PX[area.width() > WIDE_PX])
        painter.setFont(font)
        half, middle = max(area.width(), APART_PX) / 2, area.center().x()
        for side in (Side.LEFT, Side.RIGHT):
            right = DIRECTIONS[pane.view, side] > 0
            below = QRectF(middle if right else middle - half, area.bottom(), half, FOOT_PX)
            lines = _in_lines(say(side), QFontMetricsF(font), half)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), lines)


def _in_lines(text: str, metrics: QFontMetricsF, width: float) -> str:
    """In one line where it fits with a space to its neighbour."""
    return text if metrics.horizontalAdvance(f"{text}  ") <= width else text.replace(" ", "\n", 1)
