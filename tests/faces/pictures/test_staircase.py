"""The picture: where its lines and words stand."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from sla_dsl.analysis.boundaries import boundaries
from sla_dsl.faces.pictures.boundary_drawing import drawing
from sla_dsl.faces.pictures.staircase import LEFT, RIGHT, WIDTH
from sla_dsl.faces.pictures.svg import Place, document, line, lines_of, text
from tests.analysis.making import study
from tests.analysis.table_policies import POLICIES

SVG = "{http://www.w3.org/2000/svg}"


def drawn(name: str) -> ElementTree.Element:
    made = study(POLICIES[name])
    return ElementTree.fromstring(drawing(made, boundaries(made, [made.usual], made.fee), made.fee))


def words(name: str) -> list[str]:
    return ["".join(found.itertext()) for found in drawn(name).iter(f"{SVG}text")]


def staircase(name: str) -> list[tuple[int, int]]:
    """The corners of the thick line."""
    (path,) = (path for path in drawn(name).iter(f"{SVG}path") if path.get("stroke-width") == "3")
    return [(int(x), int(y)) for x, y in re.findall(r"(\d+) (\d+)", path.attrib["d"])]


def test_steps_go_up_from_left_to_right() -> None:
    corners = staircase("ecerium")
    assert (corners[0][0], corners[-1][0]) == (LEFT, RIGHT)
    assert corners == sorted(corners, key=lambda corner: (corner[0], -corner[1]))
    assert len({y for _, y in corners}) == 4


def test_the_words_of_ecerium() -> None:
    found = words("ecerium")
    for wanted in ("125.00 EUR", "maximum 125.00 EUR", "5 %", "100 %", "Uptime met ◂", "▸ missed", "44 min"):
        assert wanted in found
    assert any("not to scale" in one for one in found)


def test_true_to_scale_where_the_labels_can_be_told_apart() -> None:
    assert "Outages from … on" in words("count")
    at = [x for x, _ in staircase("count")][2:5:2]
    assert abs((at[0] - LEFT) * 7 - (at[1] - LEFT) * 4) < 14


def test_many_steps_are_a_slope_that_is_true_where_it_is_marked() -> None:
    corners = staircase("many steps")
    bottom, top = corners[0][1], corners[-1][1]
    (kept,) = (y for x, y in corners if x == LEFT + (RIGHT - LEFT) // 2)
    assert abs((bottom - kept) * 400 - (bottom - top) * 45) < 800
    assert "in many steps" in words("many steps")


@pytest.mark.parametrize("name", sorted(POLICIES))
def test_all_words_lie_within_the_picture(name: str) -> None:
    for found in drawn(name).iter(f"{SVG}text"):
        said, x = "".join(found.itertext()), int(found.attrib["x"])
        wide = len(said) * int(found.attrib["font-size"]) * 54 // 100
        left = {"start": x, "middle": x - wide // 2, "end": x - wide}[found.attrib["text-anchor"]]
        assert left >= 0, said
        assert left + wide <= WIDTH + 8, said


def test_templates() -> None:
    assert 'd="M1 2 L3 4"' in line((Place(1, 2), Place(3, 4)))
    assert ">a &lt;b&gt; &amp; &quot;c&quot; \\x1b<" in text(Place(1, 2), 'a <b> & "c" \x1b')
    assert lines_of("one two three", 40, 10) == ["one two", "three"]
    assert ElementTree.fromstring(document(10, 10, "<t>", "d & d", [])).find(f"{SVG}title") is not None
