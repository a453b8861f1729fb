"""The model and its digest: what is evidence changes it, how the evidence was written does not."""

from __future__ import annotations

import pickle
import random
from fractions import Fraction

import pytest

from sla_dsl.evidence.digest import canonical
from sla_dsl.evidence.json_timeline import read_timeline
from sla_dsl.evidence.objects import timeline_from
from sla_dsl.evidence.timeline import LISTS, Claim, Incident, Rate, Ticket, Timeline, Window
from tests.evidence.making import (
    breach,
    charge,
    claim,
    golden_timelines,
    incident,
    pause,
    plain,
    rate,
    report,
    sound,
    ticket,
)

A = Incident("A", "api", 1, 2, "fire")
B = Incident("B", "api", 1, None, None)
DIGEST = "sha256:"


def test_a_timeline_needs_no_more_than_an_account() -> None:
    timeline = Timeline("acme")
    assert timeline.incidents == ()
    assert timeline.as_of is None
    assert [getattr(timeline, name) for name in LISTS[1:]] == [None] * 8
    assert timeline.place("incidents", 3, "cause") == "incidents[3].cause"


def test_a_timeline_is_frozen_and_equal_by_value_without_its_places() -> None:
    one, other = Timeline("a", place=lambda kind, index, field: "here"), Timeline("a")
    assert one == other
    with pytest.raises(AttributeError):
        one.account = "b"


def test_a_timeline_can_be_sent_to_another_process() -> None:
    timeline = sound(timeline_from(plain(incidents=[incident()], charges=[charge()])))
    assert pickle.loads(pickle.dumps(timeline)) == timeline


def test_digest_is_sha256_in_hexadecimal() -> None:
    digest = Timeline("acme").digest()
    assert digest.startswith(DIGEST)
    assert len(digest) == len(DIGEST) + 64
    assert set(digest.removeprefix(DIGEST)) <= set("0123456789abcdef")


def test_digest_is_the_same_for_ever() -> None:
    timeline = Timeline("acme", 5, (A, B), rates=(Rate("EUR", "USD", Fraction(10837, 10000)),))
    assert canonical(("f", "acme", 5), {"incidents": (A, B), "maintenance": None, "rates": timeline.rates}) == (
        '["f","acme",5]\n'
        'incidents:[["A","api",1,2,"fire"],["B","api",1,null,null]]\n'
        "maintenance:absent\n"
        'rates:[["EUR","USD","10837/10000"]]'
    )


def test_m1_digest_does_not_depend_on_the_order_of_records() -> None:
    shuffle = random.Random(1).shuffle
    for case in golden_timelines()[:40]:
        turned = dict(reversed(case.items()))
        for name in LISTS:
            if name in turned:
                turned[name] = [dict(reversed(record.items())) for record in turned[name]]
                shuffle(turned[name])
        assert sound(timeline_from(turned)).digest() == sound(timeline_from(case)).digest()


def test_m8_digest_does_not_depend_on_offsets_or_on_how_amounts_are_written() -> None:
    one = plain(incidents=[incident(start="2026-03-04T09:00:00+01:00")], charges=[charge(amount="900.00")])
    other = plain(incidents=[incident(start="2026-03-04T08:00:00.000Z")], charges=[charge(amount="900")])
    assert sound(timeline_from(one)).digest() == sound(timeline_from(other)).digest()


def test_digest_does_not_depend_on_the_order_within_a_claim_or_a_ticket() -> None:
    one = Timeline("a", claims=(Claim("C", 1, ("A", "B")),), tickets=(Ticket("T", "p", 1, (("x", 1), ("y", None))),))
    other = Timeline("a", claims=(Claim("C", 1, ("B", "A")),), tickets=(Ticket("T", "p", 1, (("y", None), ("x", 1))),))
    assert one.digest() == other.digest()


@pytest.mark.parametrize(
    "other",
    [
        Timeline("b"),
        Timeline("a", 0),
        Timeline("a", None, (A,)),
        Timeline("a", maintenance=()),
        Timeline("a", maintenance=(Window("W", "api", None, True, 1, 2),)),
        Timeline("a", maintenance=(Window("W", "api", None, False, 1, 2),)),
        Timeline("a", claims=()),
        Timeline("a", claims=(Claim("C", 1, ()),)),
        Timeline("a", tickets=(Ticket("T", "p", 1, (("acted", None),)),)),
        Timeline("a", tickets=(Ticket("T", "p", 1, ()),)),
    ],
)
def test_digest_changes_with_everything_that_is_known(other: Timeline) -> None:
    assert other.digest() != Timeline("a").digest()


def test_t20_evidence_that_arrives_later_has_another_digest() -> None:
    # The older result keeps the older digest; that a receipt is replayed belongs to evaluation.
    text = '{"format":"sla-timeline/1","account":"a","incidents":[%s]}'
    before, after = (sound(read_timeline(text % more)) for more in ("", '{"id":"I","service":"s","start":'
        '"2026-01-01T00:00:00Z","end":"2026-01-01T00:00:01Z"}'))  # fmt: skip
    assert before.digest() != after.digest()
    assert before.digest() == sound(read_timeline(text % "  ")).digest()


def test_records_of_every_kind_are_in_the_digest() -> None:
    whole = plain(
        as_of="2026-04-15T00:00:00Z", incidents=[incident()], maintenance=[], reports=[report()], claims=[claim()],
        breaches=[breach()], charges=[charge()], rates=[rate()], tickets=[ticket(acted=None)],
        pauses=[pause()],
    )  # fmt: skip
    digests = {sound(timeline_from({k: v for k, v in whole.items() if k != name})).digest() for name in LISTS[1:]}
    assert len(digests) == 8
    assert sound(timeline_from(whole)).digest() not in digests


def test_a_list_that_came_later_changes_no_digest_where_it_is_absent() -> None:
    # The digest that timelines had before there were pauses.
    assert Timeline("acme").digest() == "sha256:cf5e6565989fcb4e380acf7809990ea8d0b93b68ee360de4e1e6b0ea201133d9"
    assert Timeline("acme", pauses=()).digest() != Timeline("acme").digest()
    assert Timeline("acme", pauses=()) != Timeline("acme")
