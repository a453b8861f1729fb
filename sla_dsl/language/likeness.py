"""Whether two quantities are of one sort, and what is wrong where they are not."""

from __future__ import annotations

from sla_dsl.findings.finding import Finding
from sla_dsl.language import nodes as n
from sla_dsl.language import type_mistakes as wrong
from sla_dsl.language.agreement import ValueType
from sla_dsl.language.quantities import Quantity


def alike(left: n.Value, first: Quantity, right: n.Value, second: Quantity) -> list[Finding]:
    """What is wrong with adding or comparing the two: nothing where both are of one type and one currency."""
    if first.type is None or second.type is None:
        return []
    if first.type == second.type:
        differ = first.currency and second.currency and first.currency != second.currency
        return [wrong.two_currencies(right.span, first.currency, second.currency)] if differ else []
    if second.type == "number" and second.fixed is not None:
        return [wrong.sign_missing(right, second.fixed, first.type)]
    if first.type == "number" and first.fixed is not None:
        return [wrong.sign_missing(left, first.fixed, second.type)]
    for side in (right, left):
        divisor = _divisor(side)
        if divisor is not None and {first.type, second.type} == {"ratio", "elapsed"}:
            return [wrong.divisor_without_unit(divisor.span, first.type, second.type, divisor.amount)]
    return [wrong.types_differ(right.span, first.type, second.type)]


def _divisor(value: n.Value) -> n.Number | None:
    """The plain number by which the value is divided, if it is."""
    if isinstance(value, n.AtLeast | n.AtMost):
        return _divisor_of_product(value.value)
    return _divisor_of_product(value)


def _divisor_of_product(value: n.Value) -> n.Number | None:
    if not isinstance(value, n.Product):
        return None
    pairs = zip(value.factors, value.powers, strict=True)
    return next((factor for factor, power in pairs if power == -1 and isinstance(factor, n.Number)), None)


def wanted(value: n.Value, quantity: Quantity, kind: ValueType, what: str, hint: str = "") -> list[Finding]:
    """What is wrong where `what` must be of one type: nothing where it is, or where its type is open."""
    if quantity.type in (None, kind):
        return []
    if quantity.type == "number" and quantity.fixed is not None:
        return [wrong.sign_missing(value, quantity.fixed, kind)]
    return [wrong.wrong_type(value.span, kind, quantity.type or kind, what, hint)]
