"""Messages that somebody may act on at the risk of harm: identity papers, residence, health (product.md L5).

Until a speaker has read such a message in a locale, the Dutch stands beside it.
"""

from __future__ import annotations

from finder.domain.vocabulary import Need, Question
from finder.wording.fact_words import AUDIENCE_WORDS, GATHERING_WORDS, TERM_WORDS
from finder.wording.words import COMMUNITY_WORDS, NEED_WORDS, QUESTION_WORDS

SENSITIVE: frozenset[str] = frozenset(
    {
        NEED_WORDS[Need.NO_ID],
        NEED_WORDS[Need.NO_REGISTRATION],
        QUESTION_WORDS[Question.ID_OR_REGISTRATION],
        COMMUNITY_WORDS["undocumented"],
        AUDIENCE_WORDS["undocumented_people"],
        AUDIENCE_WORDS["with_and_without_papers"],
        AUDIENCE_WORDS["drug_users"],
        GATHERING_WORDS["medical_advice"],
        TERM_WORDS["id_for_internet"],
        TERM_WORDS["intake_first"],
        TERM_WORDS["name_on_list_at_door"],
        TERM_WORDS["referral_needed"],
        TERM_WORDS["register_first"],
        TERM_WORDS["register_with_social_worker"],
    }
)
