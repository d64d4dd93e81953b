"""The Dutch stands beside what somebody may act on at the risk of harm, until a speaker has read the translation."""

import pytest

from finder.domain.vocabulary import Need, Question
from finder.i18n.catalogues import unreviewed
from finder.i18n.locales import LOCALES
from finder.i18n.localizer import Localizer
from finder.wording.fact_words import AUDIENCE_WORDS, GATHERING_WORDS, TERM_WORDS
from finder.wording.sensitive import SENSITIVE
from finder.wording.words import COMMUNITY_WORDS, NEED_WORDS, QUESTION_WORDS


@pytest.mark.parametrize(
    "message",
    [
        NEED_WORDS[Need.NO_ID],
        NEED_WORDS[Need.NO_REGISTRATION],
        QUESTION_WORDS[Question.ID_OR_REGISTRATION],
        COMMUNITY_WORDS["undocumented"],
        AUDIENCE_WORDS["undocumented_people"],
        AUDIENCE_WORDS["drug_users"],
        GATHERING_WORDS["medical_advice"],
        TERM_WORDS["id_for_internet"],
        TERM_WORDS["register_first"],
        TERM_WORDS["referral_needed"],
        TERM_WORDS["name_on_list_at_door"],
    ],
)
def test_papers_health_and_names_on_a_list_are_sensitive(message):
    assert message in SENSITIVE
    assert message in unreviewed("ar")
    assert f'<span class="source-words" lang="nl" dir="ltr">({message})</span>' in (
        Localizer(LOCALES["ar"], SENSITIVE).html(message)
    )


def test_coffee_is_not_sensitive():
    assert TERM_WORDS["coffee_free"] not in SENSITIVE
    assert "source-words" not in Localizer(LOCALES["ar"], SENSITIVE).html(TERM_WORDS["coffee_free"])


def test_dutch_never_stands_beside_itself():
    assert Localizer(LOCALES["nl"], SENSITIVE).html(NEED_WORDS[Need.NO_ID]) == NEED_WORDS[Need.NO_ID]
