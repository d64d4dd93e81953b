"""Evidence as JSON and back. Its source stands beside it, not by number: the sources of a place are those of facts."""

from __future__ import annotations

from typing import Any

from finder.domain.evidence import EVIDENCE_KEYS, Evidence
from finder.domain.sourced import Sourced
from finder.formats import json_fields as fields
from finder.formats.fact_json import language_code
from finder.formats.json_fields import Json, WrongField, tidy
from finder.formats.sourced_json import read_source, write_source

_BASES = {str(basis): basis for basis in EVIDENCE_KEYS}


def read_evidence(raw: Any) -> Sourced[Evidence]:
    """Read evidence with who says it. Raises WrongField for what is not as documented: a language of prayer too."""
    said = fields.as_object(raw, "")
    basis = fields.word(said, "basis", _BASES)
    languages = fields.texts(said, "languages")
    if not languages:
        raise WrongField("languages", "is missing")
    for at, code in enumerate(languages):
        language_code(code, f"languages[{at}]", prayed=False)
    key = fields.known(said, "key", EVIDENCE_KEYS[basis])
    source = fields.under(said, "source", read_source)
    if source is None:
        raise WrongField("source", "is missing")
    return Sourced(Evidence(basis, key, languages, fields.maybe_text(said, "note")), (source,))


def write_evidence(said: Sourced[Evidence]) -> Json:
    """Write evidence with the source that is named first."""
    evidence = said.value
    return tidy(
        {
            "basis": str(evidence.basis),
            "key": evidence.key,
            "languages": evidence.languages,
            "note": evidence.note,
            "source": write_source(said.source),
        }
    )
