"""What reading or evaluating gives: a value, or the findings that stand in its way."""

from typing import Generic, NamedTuple, TypeVar

from sla_dsl.findings.finding import Finding, is_error

Value = TypeVar("Value")


class Refused(Exception):
    """Raised by `Outcome.require` alone: what was read is refused; `findings` say why, all of them."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(f.message for f in findings if is_error(f)) or "refused")
        self.findings = findings


class Outcome(NamedTuple, Generic[Value]):
    """A value, or None if an error among the findings refuses it; warnings and notes may come with a value."""

    value: Value | None
    findings: tuple[Finding, ...] = ()

    def require(self) -> Value:
        """The value; raises `Refused`, with all the findings, where there is none."""
        if self.value is None:
            raise Refused(self.findings)
        return self.value
