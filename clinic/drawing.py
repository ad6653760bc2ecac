"""Shapes of SVG, in the few forms that every drawing here uses; colours are roles (`clinic.report.ink`)."""

from __future__ import annotations

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

FONT: Final = "sans-serif"
HATCH: Final = 5.0
"""Between two strokes of a hatched box."""


class Box(NamedTuple):
    """A rectangle, y downward."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


class Pen(NamedTuple):
    """How a line is drawn."""

    colour: str
    width: float = 0.5
    dash: str = ""

    @property
    def attributes(self) -> dict[str, str]:
        """As SVG has them."""
        dashes = {"stroke-dasharray": self.dash} if self.dash else {}
        round_ = {"stroke-linecap": "round", "stroke-linejoin": "round"}
        return {"stroke": self.colour, "stroke-width": f"{self.width:g}"} | dashes | round_


def canvas(width: float, height: float) -> Element:
    """An empty drawing."""
    return Element("svg", viewBox=f"0 0 {width:g} {height:g}", width=f"{width:g}", height=f"{height:g}")


def text_of(svg: Element) -> str:
    """The drawing as text."""
    return tostring(svg, "unicode")


def rect(parent: Element, box: Box, fill: str) -> None:
    """A filled box."""
    x, y, width, height = (f"{value:.2f}" for value in box)
    SubElement(parent, "rect", x=x, y=y, width=width, height=height, fill=fill)


def line(parent: Element, start: tuple[float, float], end: tuple[float, float], pen: Pen) -> None:
    """A straight line."""
    (x1, y1), (x2, y2) = start, end
    place = {"x1": f"{x1:.2f}", "y1": f"{y1:.2f}", "x2": f"{x2:.2f}", "y2": f"{y2:.2f}"}
    SubElement(parent, "line", place | pen.attributes)


def curve(parent: Element, points: list[tuple[float, float]], pen: Pen) -> None:
    """A line through points; a single one is a dot."""
    places = [f"{x:.2f} {y:.2f}" for x, y in points]
    way = "M" + "L".join(places if len(places) > 1 else places * 2)
    SubElement(parent, "path", {"d": way, "fill": "none"} | pen.attributes)


def shape(parent: Element, way: str, fill: str, pen: Pen | None = None) -> None:
    """A path, filled or not ("none")."""
    SubElement(parent, "path", {"d": way, "fill": fill} | (pen.attributes if pen else {}))


def disc(parent: Element, centre: tuple[float, float], radius: float, fill: str, pen: Pen | None = None) -> None:
    """A circle."""
    place = {"cx": f"{centre[0]:.2f}", "cy": f"{centre[1]:.2f}", "r": f"{radius:g}", "fill": fill}
    SubElement(parent, "circle", place | (pen.attributes if pen else {}))


def hatched(parent: Element, box: Box, pen: Pen) -> None:
    """Strokes from lower left to upper right, inside the box."""
    y = box.top
    while y < box.bottom:
        line(parent, (box.left, min(y + HATCH, box.bottom)), (box.right, y), pen)
        y += HATCH


class Lettering(NamedTuple):
    """How a text is set."""

    colour: str = "role:plain"
    size: float = 7.0
    anchor: str = "middle"
    weight: str = "normal"


PLAIN: Final = Lettering()


def label(parent: Element, at: tuple[float, float], text: str, lettering: Lettering = PLAIN) -> None:
    """A text with its base line at this place."""
    place = {"x": f"{at[0]:.2f}", "y": f"{at[1]:.2f}", "fill": lettering.colour, "font-family": FONT}
    style = {"font-size": f"{lettering.size:g}", "text-anchor": lettering.anchor, "font-weight": lettering.weight}
    SubElement(parent, "text", place | style).text = text


def ticks(end: float, most: int = 5) -> tuple[float, ...]:
    """Round values from 0 to at most `end`, at most `most` of them; `end` is above 0."""
    step = next(
        step for power in range(-3, 10) for step in (10.0**power, 2 * 10.0**power, 5 * 10.0**power) if end / step < most
    )
    return tuple(index * step for index in range(int(end / step) + 1))
