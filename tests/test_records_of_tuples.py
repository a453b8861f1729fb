"""The quick named tuples: as those of `typing`, in all that the project uses of them."""

from __future__ import annotations

import copy
import pickle

import pytest

from sla_dsl.records import NamedTuple


class Stretch(NamedTuple):
    """From one minute to another."""

    start: int
    end: int = 60
    service: str = ""

    @property
    def length(self) -> int:
        return self.end - self.start

    @classmethod
    def whole(cls) -> Stretch:
        return cls(0)


def test_fields_come_in_order_with_their_defaults() -> None:
    assert Stretch._fields == ("start", "end", "service")
    assert tuple(Stretch(5)) == (5, 60, "")
    assert Stretch(5, service="web") == Stretch(5, 60, "web")


def test_methods_properties_and_the_description_stay() -> None:
    assert Stretch.whole().length == 60
    assert Stretch.__doc__ == "From one minute to another."


def test_a_record_shows_its_fields() -> None:
    assert repr(Stretch(5)) == "Stretch(start=5, end=60, service='')"


def test_a_record_never_changes_and_has_no_further_fields() -> None:
    with pytest.raises(AttributeError):
        Stretch(5).start = 6  # type: ignore[misc]


def test_a_field_that_is_missing_or_unknown_is_refused() -> None:
    with pytest.raises(TypeError):
        Stretch()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Stretch(1, 2, "web", 4)  # type: ignore[call-arg]


def test_a_record_can_be_copied_changed_and_sent_to_another_process() -> None:
    one = Stretch(5)
    assert copy.deepcopy(one) == one
    assert one._replace(end=6) == Stretch(5, 6)
    assert pickle.loads(pickle.dumps(one)) == one
