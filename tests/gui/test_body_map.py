"""The body map: what a pointer and keys choose, what is painted, and what others can read of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from clinic.bodymap.points import Activity, MapPoint, on_map
from clinic.bodymap.shapes import body_map
from clinic.bodymap.standing import Place, Standing, places
from clinic.bodymap.ways import Spot as MapSpot
from clinic.entries.places import View
from clinic.library import library
from clinic.people import Language, OnMap
from clinic.report.words import Words
from clinic.screening.answers import Side, Spot
from gui.app import application
from gui.body_frame import PARTS, Part, panes
from gui.body_ink import INKS
from gui.body_map import BodyMapPage
from gui.body_words import told
from gui.button import SMALLEST_PX
from gui.theme import CONTRAST, DARK, LIGHT, Theme, sheet
from tests.gui.colour import contrast

PLACES = places(Words(Language.ENGLISH, library()), None)
INFRA = Spot(site="infraspinatus-fossa", side=Side.LEFT)
SOLEUS = Spot(site="soleus-lower", side=Side.RIGHT)
SCALENE = Spot(site="scalenes-side", side=Side.RIGHT)
THEMES = (LIGHT, DARK, CONTRAST)


class Kept:
    """A page and whoever keeps what it says: everything that is said is shown again."""

    def __init__(self, page: BodyMapPage) -> None:
        self.page, self.said = page, list[tuple[str, tuple[Any, ...]]]()
        self.points: list[MapPoint] = []
        for name in ("chosen", "placed", "moved", "marked", "removed", "looked_at"):
            getattr(page, name).connect(lambda *told, name=name: self.said.append((name, told)))
        page.chosen.connect(page.show_chosen)
        page.placed.connect(self._place)
        page.looked_at.connect(lambda number: page.show_points(self.points, number))

    def _place(self, spot: Spot, at: OnMap) -> None:
        self.points.append(MapPoint(spot, at))
        self.page.show_points(self.points, len(self.points) - 1)

    def at(self, view: View, spot: MapSpot) -> QPoint:
        picture = self.page.picture
        pane = next(each for each in panes(picture.part, QSizeF(picture.size())) if each.view is view)
        return pane.on_widget(spot).toPoint()

    def click(self, view: View, spot: MapSpot) -> None:
        QTest.mouseClick(self.page.picture, Qt.MouseButton.LeftButton, pos=self.at(view, spot))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.page.picture, key, modifier)


@pytest.fixture
def kept(qtbot: QtBot) -> Kept:
    application()
    page = BodyMapPage()
    qtbot.addWidget(page)
    page.setStyleSheet(sheet(DARK))
    page.resize(1180, 800)
    page.show_places(PLACES)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.picture.setFocus()
    return Kept(page)


def middle(spot: Spot, view: View) -> MapSpot:
    shape = body_map().site(spot.site, spot.side, view)
    assert shape is not None
    return shape.at


def place_of(spot: Spot) -> Place:
    return next(place for place in PLACES if place.spot == spot)


def shade(page: BodyMapPage, at: QPoint, reach: int = 14) -> set[str]:
    """Colours about a place, of pixels that are one colour alone."""
    picture = page.picture.grab().toImage()
    return {
        QColor(picture.pixel(at.x() + x, at.y() + y)).name()
        for x in range(-reach, reach + 1)
        for y in range(-reach, reach + 1)
    }


def test_a_click_chooses_what_lies_there_on_the_clients_own_side(kept: Kept) -> None:
    kept.click(View.BACK, middle(INFRA, View.BACK))
    assert kept.said == [("chosen", (INFRA,))]
    assert kept.at(View.BACK, middle(INFRA, View.BACK)).x() < kept.at(View.BACK, MapSpot(100, 100)).x()
    assert kept.page.about.name.text() == "Infraspinatus, left"
    kept.click(View.BACK, middle(SOLEUS, View.BACK))
    assert kept.said[-1] == ("chosen", (SOLEUS,))


def test_of_two_sites_the_smaller_one_is_hit_and_a_near_miss_counts(kept: Kept) -> None:
    angle = Spot(site="levator-neck-angle", side=Side.RIGHT)
    kept.page.show_part(Part.HEAD)
    kept.click(View.BACK, middle(angle, View.BACK))
    assert kept.said == [("chosen", (angle,))]
    kept.page.show_part(Part.WHOLE)
    masseter = Spot(site="masseter-angle", side=Side.LEFT)
    at = middle(masseter, View.FRONT)
    kept.click(View.FRONT, MapSpot(at.x + 12, at.y + 3))  # beside the cheek
    assert kept.said[-1] == ("chosen", (masseter,))


def test_a_click_on_nothing_says_nothing(kept: Kept) -> None:
    kept.click(View.FRONT, MapSpot(8, 300))
    QTest.mouseClick(kept.page.picture, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert kept.said == []


def test_a_click_on_the_chosen_site_puts_a_point_where_it_was_clicked(kept: Kept) -> None:
    kept.page.show_chosen(INFRA)
    there = middle(INFRA, View.BACK)
    kept.click(View.BACK, MapSpot(there.x + 2, there.y - 4))
    ((name, (spot, at)),) = kept.said
    assert (name, spot, at.view) == ("placed", INFRA, View.BACK)
    assert (200 * at.x, 460 * at.y) == pytest.approx((there.x + 2, there.y - 4), abs=0.6)


def test_near_the_chosen_site_no_point_is_put_and_never_where_nobody_presses(kept: Kept) -> None:
    masseter = Spot(site="masseter-angle", side=Side.LEFT)
    kept.page.show_chosen(masseter)
    at = middle(masseter, View.FRONT)
    kept.click(View.FRONT, MapSpot(at.x + 12, at.y + 3))
    kept.page.show_chosen(SCALENE)
    kept.click(View.FRONT, middle(SCALENE, View.FRONT))
    kept.key(Qt.Key.Key_Return)
    assert kept.said == []


def test_a_point_is_looked_at_by_a_click_and_moved_by_arrows_with_shift(kept: Kept) -> None:
    kept.page.show_chosen(INFRA)
    kept.points = [
        MapPoint(INFRA, on_map(View.BACK, MapSpot(75, 110))),
        MapPoint(SOLEUS, on_map(View.BACK, MapSpot(130, 390))),
    ]
    kept.page.show_points(kept.points)
    kept.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert kept.said == []
    kept.click(View.BACK, MapSpot(130, 390))
    kept.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert kept.said[0] == ("looked_at", (1,))
    name, (number, at) = kept.said[1]
    assert (name, number, at.view) == ("moved", 1, View.BACK)
    assert (200 * at.x, 460 * at.y) == pytest.approx((130, 391))


def test_everything_can_be_reached_with_the_arrows_alone(kept: Kept) -> None:
    """Breadth first from the first site: one press leads from each place to its neighbours."""
    picture = kept.page.picture
    kept.key(Qt.Key.Key_Right)
    start = picture._focused
    seen, waiting = {id(start)}, [start]
    while waiting:
        here = waiting.pop()
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            picture._focus_on(here)
            kept.key(key)
            if id(picture._focused) not in seen:
                seen.add(id(picture._focused))
                waiting.append(picture._focused)
    assert len(seen) == len(body_map().sites)
    assert kept.said == []


@pytest.mark.parametrize(
    ("key", "ahead"),
    [
        (Qt.Key.Key_Left, lambda a, b: b.x() < a.x()),
        (Qt.Key.Key_Right, lambda a, b: b.x() > a.x()),
        (Qt.Key.Key_Up, lambda a, b: b.y() < a.y()),
        (Qt.Key.Key_Down, lambda a, b: b.y() > a.y()),
    ],
)
def test_an_arrow_goes_its_way(kept: Kept, key: Qt.Key, ahead: Callable[[QPoint, QPoint], bool]) -> None:
    picture = kept.page.picture
    kept.page.show_chosen(Spot(site="erector-lumbar", side=Side.LEFT))
    assert picture._focused is not None
    before = kept.at(picture._focused.shape.view, picture._focused.shape.at)
    kept.key(key)
    assert ahead(before, kept.at(picture._focused.shape.view, picture._focused.shape.at))


def test_enter_chooses_and_on_the_chosen_site_puts_a_point_in_its_middle(kept: Kept) -> None:
    kept.key(Qt.Key.Key_Right)
    kept.key(Qt.Key.Key_Return)
    (_, (first,)) = kept.said[0]
    kept.key(Qt.Key.Key_Enter)
    name, (spot, at) = kept.said[1]
    assert (name, spot) == ("placed", first)
    at_middle = middle(first, at.view)
    assert (200 * at.x, 460 * at.y) == pytest.approx((at_middle.x, at_middle.y))


def test_tab_leaves_the_picture(kept: Kept) -> None:
    kept.key(Qt.Key.Key_Tab)
    assert kept.page.focusWidget() is not kept.page.picture


def test_the_space_bar_is_left_to_stop(kept: Kept) -> None:
    kept.key(Qt.Key.Key_Right)
    kept.key(Qt.Key.Key_Space)
    assert kept.said == []


def test_the_list_finds_by_muscle_side_and_pain_and_chooses_the_same(kept: Kept) -> None:
    listed = kept.page.list
    assert listed.listed == tuple(place.spot for place in PLACES)
    listed.search.setText("infra LEFT")
    assert list(listed.listed) == [INFRA]
    QTest.keyClick(listed.search, Qt.Key.Key_Return)
    assert kept.said == [("chosen", (INFRA,))]
    listed.search.setText("temple")
    assert {spot.site for spot in listed.listed} >= {"upper-trapezius-border", "temporalis-temple"}
    assert listed.none.isHidden()
    listed.search.setText("no such muscle")
    assert len(listed.listed) == 0
    assert listed.none.isVisible()


def test_enter_in_a_search_that_leaves_several_goes_to_the_first_of_them(kept: Kept) -> None:
    listed = kept.page.list
    listed.search.setText("soleus")
    QTest.keyClick(listed.search, Qt.Key.Key_Return)
    assert kept.said == []
    QTest.keyClick(listed.sites, Qt.Key.Key_Down)
    QTest.keyClick(listed.sites, Qt.Key.Key_Return)
    assert kept.said == [("chosen", (SOLEUS,))]


def test_what_is_chosen_on_the_body_is_marked_in_the_list_and_the_other_way_round(kept: Kept) -> None:
    kept.page.show_chosen(SOLEUS)
    item = kept.page.list.sites.currentItem()
    assert item.text() == "Soleus, right"
    assert kept.page.picture.focused == place_of(SOLEUS)
    kept.page.show_chosen(None)
    assert kept.page.list.sites.currentRow() == -1


def test_a_row_says_how_its_place_stands_by_a_sign_and_in_words(kept: Kept) -> None:
    cautioned = place_of(INFRA)._replace(standing=Standing.CAUTION, reasons=("30 s at most",))
    kept.page.show_places([cautioned, place_of(SCALENE)])
    kept.page.show_chosen(INFRA)
    sites = kept.page.list.sites
    assert sites.item(0).text() == "!  Infraspinatus, left"
    assert sites.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Infraspinatus, left: less is allowed"
    assert sites.item(1).text().startswith("×")
    assert kept.page.about.standing.text() == "Less is allowed\n30 s at most"


def test_points_are_listed_and_marked_and_removed(kept: Kept) -> None:
    points = kept.page.points
    assert not points.remove.isEnabled()
    kept.points = [
        MapPoint(INFRA, on_map(View.BACK, MapSpot(75, 110)), Activity.LATENT),
        MapPoint(SOLEUS, on_map(View.BACK, MapSpot(130, 390))),
    ]
    kept.page.show_points(kept.points, 1)
    assert points.points.item(0).text() == "1  L  Infraspinatus, left"
    assert points.points.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "point 2, not said, Soleus, right, back"
    points.buttons[Activity.ACTIVE].click()
    points.remove.click()
    assert kept.said == [("marked", (1, Activity.ACTIVE)), ("removed", (1,))]
    points.points.setCurrentRow(0)
    assert kept.said[-1] == ("looked_at", (0,))
    with pytest.raises(IndexError, match="no point 2 among 2"):
        kept.page.show_points(kept.points, 2)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_each_standing_looks_otherwise_also_without_colour(theme: Theme, kept: Kept) -> None:
    kept.page.set_theme(theme)
    kept.page.picture.clearFocus()
    glute = Spot(site="gluteus-maximus-sacrum", side=Side.LEFT)
    pictures: dict[Standing, QImage] = {}
    kept.page.show_part(Part.LEGS)
    at = kept.at(View.BACK, MapSpot(84, 248))
    for standing in Standing:
        kept.page.show_places([place_of(glute)._replace(standing=standing)])
        grey = kept.page.picture.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        pictures[standing] = grey.copy(at.x() - 40, at.y() - 40, 80, 80)
    for one, other in combinations(set(Standing) - {Standing.NEVER}, 2):
        assert pictures[one] != pictures[other], (one, other)


def test_the_zones_of_the_chosen_muscle_alone_are_painted_on_the_clients_side(kept: Kept) -> None:
    rest = QColor(DARK.rest).name()
    shin = kept.at(View.BACK, MapSpot(76, 336))  # the hollow of the client's left knee: nobody presses, hamstrings hurt
    other = kept.at(View.BACK, MapSpot(124, 336))
    assert rest not in shade(kept.page, shin)
    kept.page.show_chosen(Spot(site="hamstrings-middle", side=Side.LEFT))
    assert rest in shade(kept.page, shin)
    assert rest not in shade(kept.page, other)


def test_no_zone_is_painted_beside_the_body(kept: Kept) -> None:
    kept.page.show_part(Part.LEGS)
    kept.page.show_chosen(Spot(site="gluteus-minimus-deep", side=Side.LEFT))
    picture = kept.page.picture.grab().toImage()
    rest = QColor(DARK.rest).name()
    for y in range(250, 282):  # the zone reaches two units over the thigh's outer contour
        at = kept.at(View.FRONT, MapSpot(146, y))
        assert QColor(picture.pixel(at)).name() != rest


def test_active_and_latent_points_differ_by_shape_and_letter(kept: Kept) -> None:
    at = on_map(View.FRONT, MapSpot(100, 300))
    there = kept.at(View.FRONT, MapSpot(100, 300))
    inside = QPoint(there.x() + 7, there.y())
    alarm = QColor(DARK.alarm).name()
    for activity, filled in ((Activity.ACTIVE, True), (Activity.LATENT, False), (Activity.UNKNOWN, False)):
        kept.page.show_points([MapPoint(INFRA, at, activity)])
        assert (shade(kept.page, inside, 0) == {alarm}) is filled


def test_both_views_say_whose_left_and_right_it_is(kept: Kept) -> None:
    """The words stand at the edges on which those sides are drawn: a mirrored picture would differ."""
    for view in (View.FRONT, View.BACK):
        pane = next(each for each in panes(Part.WHOLE, QSizeF(kept.page.picture.size())) if each.view is view)
        left = pane.on_widget(middle(Spot(site="deltoid-middle", side=Side.LEFT), view))
        assert (left.x() > pane.area.center().x()) is (view is View.FRONT)


@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("size", [QSizeF(420, 420), QSizeF(900, 500), QSizeF(500, 900)])
def test_every_part_is_shown_whole_on_both_views_and_places_map_back(part: Part, size: QSizeF) -> None:
    front, back = panes(part, size)
    assert (front.view, back.view) == (View.FRONT, View.BACK)
    assert front.scale == back.scale
    assert front.area.right() < back.area.left()
    shown = PARTS[part]
    for pane in (front, back):
        assert pane.area.left() >= -1e-6
        assert pane.area.bottom() <= size.height() + 1e-6
        assert pane.on_widget(MapSpot(shown.left(), shown.top())) == pane.area.topLeft()
        there = pane.on_map(QPointF(pane.area.right(), pane.area.bottom()))
        assert there == pytest.approx(MapSpot(shown.right(), shown.bottom()))


def test_close_ups_make_the_small_sites_of_the_head_a_fingers_size(kept: Kept) -> None:
    (pane, _) = panes(Part.HEAD, QSizeF(kept.page.picture.size()))
    assert pane.scale * 14 >= SMALLEST_PX  # the temple is 14 units high


def test_what_the_keys_are_at_can_be_read_aloud(kept: Kept) -> None:
    assert kept.page.picture.accessibleDescription() == "Arrows move between sites, Enter chooses"
    kept.page.show_chosen(SCALENE)
    said = QAccessible.queryAccessibleInterface(kept.page.picture).text(QAccessible.Text.Description)
    assert said == "Scalenes, client's right: always blocked" == told(place_of(SCALENE))


def test_every_control_has_a_name_and_every_button_a_fingers_size(kept: Kept) -> None:
    inside = [each for each in kept.page.findChildren(QWidget) if each.isVisible()]
    focusable = [w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.focusProxy() is None]
    assert [type(each).__name__ for each in focusable if not each.accessibleName() and not hasattr(each, "buddy")] == []
    for button in inside:
        if isinstance(button, QAbstractButton) and button.text():
            assert min(button.width(), button.height()) >= SMALLEST_PX, button.text()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_lines_of_the_body_can_be_seen(theme: Theme) -> None:
    colours = INKS[theme.name]
    assert contrast(colours.contour, theme.panel) >= 3
    assert contrast(colours.edge, colours.skin) >= 3
    assert contrast(theme.more, colours.skin) >= 3
    assert contrast(theme.plain, colours.skin) >= 4.5


@pytest.mark.parametrize("role", ["plain", "quiet", "more", "good", "less", "alarm", "rest"])
def test_high_contrast_is_high(role: str) -> None:
    assert contrast(getattr(CONTRAST, role), CONTRAST.ground) >= 10


def test_a_scene_is_a_value(kept: Kept) -> None:
    kept.page.show_points([MapPoint(INFRA, on_map(View.BACK, MapSpot(75, 110)))], 0)
    before = kept.page.picture.scene
    kept.page.show_chosen(INFRA)
    assert before == replace(kept.page.picture.scene, chosen=None)
