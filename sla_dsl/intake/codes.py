"""The codes of the findings that this room makes: public and stable, each with what it says in one line."""

from __future__ import annotations

from collections.abc import Mapping

CODES: Mapping[str, str] = {
    "answer-not-asked": "Note: an answer in the mapping file answers no question of this export.",
    "answer-without-reason": "An answer in the mapping file has no reason beside it.",
    "answer-wrong": "An answer in the mapping file does not answer its question.",
    "export-count": "The export holds another number of records than it should.",
    "export-double": "Two different records of the export have the same name.",
    "export-field": "A field of a record in the export is missing, or is not what it should be.",
    "export-form": "The file is not an export of the form that was named, or it cannot be read at all.",
    "export-order": "A record of the export ends before it starts.",
    "export-time": "A time in the export cannot be read.",
    "mapping-form": "A line of the mapping file is not an answer.",
    "mapping-of-other-form": "The mapping file was written for exports of another form.",
}
