"""Messages that somebody may act on at the risk of harm: identity papers, residence, health (product.md L5).

Until a speaker has read such a message in a locale, the Dutch stands beside it.
"""

from __future__ import annotations

from finder.domain.vocabulary import Need, Question
from finder.wording.fact_words import AUDIENCES, GATHERINGS, TERMS
from finder.wording.words import COMMUNITIES, NEEDS, QUESTIONS

SENSITIVE: frozenset[str] = frozenset(
    {
        NEEDS[Need.NO_ID],
        NEEDS[Need.NO_REGISTRATION],
        QUESTIONS[Question.ID_OR_REGISTRATION],
        COMMUNITIES["undocumented"],
        AUDIENCES["undocumented_people"],
        AUDIENCES["with_and_without_papers"],
        AUDIENCES["drug_users"],
        GATHERINGS["medical_advice"],
        TERMS["id_for_internet"],
        TERMS["intake_first"],
        TERMS["name_on_list_at_door"],
        TERMS["referral_needed"],
        TERMS["register_first"],
        TERMS["register_with_social_worker"],
    }
)
