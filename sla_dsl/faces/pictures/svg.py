"""Small drawings in SVG: templates filled with whole numbers and with text that is made harmless."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sla_dsl.faces.escaping import shown
from sla_dsl.faces.layout import columns
from sla_dsl.faces.pictures.sheets import wrapped
from sla_dsl.records import NamedTuple

_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img"
 font-family="Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif" font-size="12" fill="black">
<title>{title}</title>
<desc>{told}</desc>
<rect width="{width}" height="{height}" fill="white"/>
{body}
</svg>
"""
_TEXT = (
    '<text x="{x}" y="{y}" text-anchor="{anchor}" font-size="{size}"{bold} paint-order="stroke" stroke="white" '
    'stroke-width="4" stroke-linejoin="round">{text}</text>'
)
_LINE = '<path d="M{points}" fill="none" stroke="black" stroke-width="{width}"{dash}/>'
_AREA = '<path d="M{points}Z" fill="{shade}"/>'

SOLID, DASHED, DASH_DOTTED = "", "7 4", "10 4 2 4"


class Place(NamedTuple):
    """A place in a drawing, from its upper left corner."""

    x: int
    y: int


def escaped(text: str) -> str:
    """A text as it stands in XML."""
    plain = shown(text).replace("&", "&amp;").replace("<", "&lt;")
    return plain.replace(">", "&gt;").replace('"', "&quot;")


def document(width: int, height: int, title: str, told: str, body: Iterable[str]) -> str:
    """The whole drawing; `told` says in words what it shows, for readers who do not see it."""
    return _DOCUMENT.format(width=width, height=height, title=escaped(title), told=escaped(told), body="\n".join(body))


def text(at: Place, words: str, anchor: str = "start", size: int = 12, bold: bool = False) -> str:
    """A line of text; `anchor` is start, middle or end."""
    weight = ' font-weight="bold"' if bold else ""
    return _TEXT.format(x=at.x, y=at.y, anchor=anchor, size=size, bold=weight, text=escaped(words))


def line(points: Sequence[Place], width: int = 1, dash: str = SOLID) -> str:
    """A line through some places."""
    pattern = f' stroke-dasharray="{dash}"' if dash else ""
    return _LINE.format(points=_through(points), width=width, dash=pattern)


def area(points: Sequence[Place], shade: str) -> str:
    """An area with these corners."""
    return _AREA.format(points=_through(points), shade=shade)


def _through(points: Sequence[Place]) -> str:
    return " L".join(f"{point.x} {point.y}" for point in points)


def width_of(words: str, size: int = 12) -> int:
    """About how wide a text is, rather too much than too little."""
    return columns(shown(words)) * size * 54 // 100


def lines_of(words: str, width: int, size: int = 12) -> list[str]:
    """A text in lines that are not wider than that, as far as can be told."""
    return wrapped(words, max(1, width * 100 // (size * 54)))
