"""The codes of all findings of this room: public, stable, one line each.

`docs/errors.md` has a section for each of them.  A code is never used for another mistake later.
"""

from __future__ import annotations

from collections.abc import Mapping

CHARACTERS: Mapping[str, str] = {
    "text-direction": "an invisible character that turns the direction of reading",
    "invisible-character": "a character that nobody can see",
    "control-character": "a control character",
    "unusual-blank": "a blank or a line break of an unusual kind",
    "broken-character": "half of a character",
    "foreign-digit": "a digit that is not one of 0 to 9",
    "foreign-letter": "a letter that is not one of A to Z, outside quotes",
    "text-not-closed": "a text without its closing quote",
    "text-not-opened": "a closing quote without a text before it",
    "mixed-quotes": "a text between two kinds of quotes",
    "section-in-text": "the sign § in a text in quotes",
}

WORDS: Mapping[str, str] = {
    "decimal-comma": "a number with a comma in it",
    "number-form": "a number that is not written as numbers are here",
    "number-too-long": "a number of too many digits",
    "date-form": "a date that is not written as dates are here",
    "no-such-date": "a date that there is not",
    "no-such-period": "a period that there is not",
    "time-form": "a time that is not written as times are here",
    "no-such-time": "a time that no clock shows",
    "not-a-word": "something that is neither a word of the language nor a name",
    "blank-missing": "two words or signs without a blank between them",
    "name-too-long": "a name of too many characters",
    "text-too-long": "a text in quotes of too many characters",
    "unknown-sign": "a sign that the language does not have",
    "policy-too-long": "a policy of too many characters or words",
}

SENTENCES: Mapping[str, str] = {
    "empty-policy": "a policy with nothing in it",
    "no-head": "a policy that does not begin with the name of the agreement",
    "head-not-first": "the name of the agreement after other sentences",
    "second-head": "the agreement named a second time",
    "newer-language": "a policy written for a later version of the language",
    "empty-clause": "a clause without a sentence",
    "place-form": "a place that is not written as places are here",
    "full-stop-missing": "a sentence that runs into the next one",
    "full-stop-inside": "a full stop inside a sentence",
    "lone-full-stop": "a full stop that ends no sentence",
    "sentence-unfinished": "a sentence that ends too early",
    "unknown-opening": "words with which no sentence begins",
    "unknown-form": "a beginning with which no sentence goes on like this",
    "unknown-ending": "an ending that is none of the few there are",
    "unknown-word": "a word that is nearly one that belongs here",
    "unexpected-word": "a word that cannot stand where it does",
    "word-missing": "a word that is not there",
    "word-too-many": "a word too many",
    "name-in-lower-case": "a name without its capitals",
    "word-with-capital": "a word of the language with a capital",
    "too-deep": "brackets or phrases too deep inside each other",
    "too-many-parts": "too many parts side by side",
}

SYNTAX: Mapping[str, str] = {**CHARACTERS, **WORDS, **SENTENCES}
"""The codes of reading, from characters to sentences."""

NAMES: Mapping[str, str] = {
    "unknown-name": "a name that no sentence declares",
    "names-run-together": "two names with nothing between them: a full stop, a comma or a word was lost",
    "name-set-aside": "a name that only a sentence set aside declares",
    "wrong-kind-of-name": "a name of one kind where another kind is meant",
    "declared-twice": "one name declared by two sentences",
    "names-too-alike": "two names that differ only in hyphens or capitals",
    "name-begins-with-word": "a name that begins with a word with which sentences begin",
    "guarantee-without-name": "a guarantee that takes its name from no measure and is given none",
    "credit-missing": "rules about a credit that no sentence grants",
    "defined-by-itself": "definitions that go round in a circle",
}

RULES: Mapping[str, str] = {
    "said-twice": "two sentences that settle the same thing",
    "recorded-twice": "a field of a ticket that two things are read from",
    "not-made-of-incidents": "a rule about incidents or outages of a time that has none",
    "two-sets-of-incidents": "a measure made of two times in which something is down",
    "cause-never-counts": "a cause that is counted and taken out again, wholly",
    "undecided-cause": "a cause of which a measure says neither that it counts nor that it does not",
    "unread-declaration": "a declaration that nothing reads",
    "open-choice": "a choice that agreements make differently, and that this policy does not make",
    "nothing-to-choose": "a choice among forms of payment of which there is only one",
    "limit-in-one-currency": "a limit that is clear only for customers who pay in its currency",
}

TYPES: Mapping[str, str] = {
    "types-differ": "two things of different types are added, compared, multiplied or divided",
    "wrong-type": "an amount of another type than the sentence needs",
    "percent-sign-missing": "a plain number where a percentage is needed",
    "unit-missing": "a plain number where a length of time is needed",
    "currency-missing": "a plain number where an amount of money is needed",
    "unknown-currency": "a code that is no currency",
    "two-currencies": "amounts of two currencies that meet without a rate",
    "percent-of-percent": "a percentage of a percentage",
    "result-too-long": "arithmetic whose exact result could have too many digits to work with",
    "division-by-zero": "a divisor that is always 0",
    "business-time-here": "business time where a plain length of time is needed",
    "part-of-a-day": "days of a deadline or a notice that are not whole, or are mixed with hours",
    "pause-of-days": "a deadline in days that leaves pauses out",
    "notice-not-written-out": "a notice that is not a length written on the spot",
    "length-not-fixed": "a length that would depend on the record where it must be fixed",
    "units-out-of-order": "the parts of a length of time in the wrong order",
    "percent-above-hundred": "a percentage compared with more than 100 %",
    "threshold-below-zero": "something compared with less than nothing",
    "credit-above-charge": "a credit of more than 100 % that no assumption explains",
    "rounded-to-nothing": "a rounding to a multiple of 0",
    "odd-comparison": "a bound that looks the wrong way",
    "bounds-never-hold": "two bounds that exclude each other",
}

TABLES: Mapping[str, str] = {
    "overlapping-rows": "two rows that apply to the same value, in a table of which one row applies",
    "gap-between-rows": "values between two rows of a table to which no row applies",
    "row-never-applies": "a row whose every case is a later row's",
    "rows-out-of-order": "rows that go up and then down, or down and then up",
    "less-for-worse": "a row that gives less than the row for better months",
}

SETTINGS: Mapping[str, str] = {
    "no-rules": "a policy that measures, guarantees and credits nothing",
    "unknown-time-zone": "a time zone that there is not",
    "unknown-country": "a country whose holidays are not known",
    "hours-backwards": "a calendar whose day closes before it opens",
    "holidays-both-ways": "a calendar that includes holidays and excepts some",
    "place-twice": "the same heading a second time",
    "place-out-of-order": "a numbered heading after a greater one",
}

EXAMPLES: Mapping[str, str] = {
    "example-period": "an example in a period of another kind than the policy's",
    "example-without-ticket": "an example that expects something of a ticket and gives none",
    "expectation-not-fixed": "an expected value that would have to be worked out",
    "service-not-said": "an incident or a window on none of several services",
    "several-causes": "several causes of one incident",
    "end-before-start": "an incident, a window or a breach that ends before it starts",
    "time-skipped-by-clocks": "a time that the clocks skip",
    "time-shown-twice": "a time that the clocks show twice",
}

NOTES: Mapping[str, str] = {
    "assumption": "what the policy takes for granted where the agreement is silent",
    "set-aside": "a sentence that does not count",
    "nothing-computed": "a clause of which nothing is worked out",
}

SILENCING: Mapping[str, str] = {
    "unknown-code": "an accepted code that no finding has",
    "accepts-nothing": "words that accept a finding where there is none to accept",
}
"""What `sla check` tells of the words after `accepting`, when everything else is found."""

CHECKING: Mapping[str, str] = {**NAMES, **RULES, **TYPES, **TABLES, **SETTINGS, **EXAMPLES, **NOTES}
"""The codes of checking, in the order of its passes."""

CODES: Mapping[str, str] = {**SYNTAX, **CHECKING, **SILENCING}
"""All of them."""
