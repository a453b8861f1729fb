"""The page as a text: safe, whole, the same every time, and not too large."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from sla_dsl.faces.reporting.languages import LANGUAGES
from sla_dsl.faces.reporting.making import report_of
from sla_dsl.faces.reporting.page import figure_of_answer, kept_together, page
from sla_dsl.faces.reporting.strip import ORDER
from tests.browser.months import HOSTILE, MONTHS, ROOT, case, month
from tests.faces.reporting.reports import mail
from tests.faces.running import incident

LARGEST = 2_000_000
VOID = {"meta", "br", "rect", "line", "circle", "path", "polygon"}


class Outline(HTMLParser):
    """The elements of a page, and those that are not closed as they were opened."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.wrong: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("name", MONTHS)
def test_the_page_is_well_formed_and_asks_for_nothing(name: str) -> None:
    outline = Outline(page(month(name)))
    assert (outline.wrong, outline.open) == ([], [])
    assert outline.names.isdisjoint({"script", "img", "iframe", "object", "link", "form", "base", "foreignobject"})
    assert not {name for name in outline.attributes if name.startswith("on") or name in ("src", "srcdoc")}
    assert len(outline.ids) == len(set(outline.ids))


def test_the_page_forbids_everything_but_its_own_style() -> None:
    text = page(month("three"))
    assert "default-src 'none'; style-src 'unsafe-inline'" in text
    assert "@import" not in text
    assert {found for found in re.findall(r"url\(([^)]*)\)", text) if not found.startswith("#")} == set()


def test_names_are_text() -> None:
    text = page(month("hostile"))
    outline = Outline(text)
    for name in HOSTILE:
        shown = name.replace("\u202e", "\\u202e").replace("\u2066", "\\u2066")
        assert shown in outline.text
        assert name not in text or name.isalpha() or name in (HOSTILE[4], HOSTILE[5])
    assert "\u202e" not in text


def test_the_same_report_gives_the_same_page() -> None:
    assert page(month("quarter")) == page(month("quarter"))


def test_two_thousand_incidents_stay_below_two_megabytes() -> None:
    text = page(month("many"))
    assert len(text.encode()) < LARGEST
    assert text.count('class="id"') == 2_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language: str) -> None:
    for name in ("three", "unknown", "support", "folded", "several", "quarter", "year"):
        text = page(month(name)._replace(language=language))
        assert f'<html lang="{language}">' in text


def test_the_answer_says_what_the_credit_comes_to() -> None:
    answers = {name: [figure_of_answer(one) for one in month(name).periods[0].credits] for name in MONTHS}
    assert answers["three"] == ["90.00 EUR"]
    assert answers["unknown"] == ["0.00 EUR – 125.00 EUR"]
    assert answers["quarter"] == ["2000.00 USD", "250.00 USD"]
    assert answers["several"] == [""]


@pytest.mark.parametrize("policy", ["ecerium", "ezcnam"])
def test_every_golden_case_becomes_a_page_that_gives_its_answer(policy: str) -> None:
    for path in sorted((ROOT / "tests" / "cases" / policy).glob("[0-9]*.json")):
        made = case(policy, path.stem)
        text = " ".join(Outline(page(made)).text.split())
        for period in made.periods:
            assert [sentence for sentence in period.answer if sentence not in text] == [], path.stem
            assert [one.id for one in period.incidents if one.id not in text] == [], path.stem


def test_an_incident_that_has_not_ended_says_so() -> None:
    going = mail(
        as_of="2026-03-05T00:00:00+01:00", incidents=[incident(end=None)], reports=[], maintenance=[], tickets=[]
    )
    for language, words in (("en", "still going on"), ("de", "dauert noch an")):
        assert f"2026-03-04 09:12:40<br>{words}</td>" in page(report_of(going, language))


def test_where_a_record_came_from_is_told() -> None:
    made = month("support")
    (period,) = made.periods
    tickets = (period.tickets[0]._replace(source="desk <b>4</b>"), *period.tickets[1:])
    assert "Recorded in: desk &lt;b&gt;4&lt;/b&gt;</p>" in page(
        made._replace(periods=(period._replace(tickets=tickets),))
    )
    made = month("three")
    (period,) = made.periods
    incidents = (period.incidents[0]._replace(source="log.csv, row 7"), *period.incidents[1:])
    text = page(made._replace(periods=(period._replace(incidents=incidents),)))
    assert text.count("Recorded in") == 1
    assert "Recorded in: log.csv, row 7</p>" in text


def test_each_part_of_the_time_looks_like_no_other() -> None:
    """Each has a pattern of its own, and the eye that sees no colour has lightness as well."""
    from sla_dsl.faces.reporting.page import environment

    module = environment().get_template("patterns.svg.jinja").module
    patterns = {bucket: str(module.pattern("id", bucket)) for bucket in ORDER}  # type: ignore[attr-defined]
    drawings = {bucket: re.sub(r"#[0-9a-f]{3,6}", "", text) for bucket, text in patterns.items()}
    assert len(set(drawings.values())) == len(ORDER)
    assert patterns.pop("counted") == ""
    assert all(patterns.values())
    grounds = [lightness(re.findall(r'fill="(#[0-9a-f]{3,6})"', text)[0]) for text in patterns.values()]
    assert lightness("#6d1a24") < min(grounds) - 40


def lightness(colour: str) -> int:
    """How light a colour is, from 0 to 255."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    red, green, blue = (int(digits[n : n + 2], 16) for n in (0, 2, 4))
    return (299 * red + 587 * green + 114 * blue) // 1_000


def test_what_belongs_together_is_not_torn_apart() -> None:
    assert kept_together('until 2026-04-30 (§ "A & B").') == (
        'until <span class="one">2026-04-30</span> (<span class="one">§ &#34;A</span> &amp; B&#34;).'
    )
    assert kept_together("<b> 98.98… % of 12.50 EUR") == (
        '&lt;b&gt; <span class="one">98.98… %</span> of <span class="one">12.50 EUR</span>'
    )
    assert kept_together("\u202e") == "\\u202e"
