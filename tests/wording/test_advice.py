"""Nobody is told to call where there is no number, or to look at a website that there is not."""

import pytest

from finder.domain.vocabulary import Reach, Status
from finder.i18n.phrases import N_
from finder.wording.advice import FirstStep, advice, advised, first_step, with_advice
from tests.places import a_hidden_place
from tests.wording.saying import place, said

SITE = "https://proef.example/"


@pytest.mark.parametrize(
    ("there", "step"),
    [
        (place(phone="020 1", website=SITE), FirstStep.CALL),
        (place(phone="020 1", reaches={"phone": Reach.OFFICE}), FirstStep.CALL),
        (place(phone="020 1", reaches={"phone": Reach.GROUP}, website=SITE), FirstStep.LOOK),
        (place(phone="020 1", reaches={"phone": Reach.GROUP}), FirstStep.GO),
        (place(website=SITE), FirstStep.LOOK),
        (place(email="info@proef.example"), FirstStep.GO),
        (place(), FirstStep.GO),
        (a_hidden_place(), FirstStep.CALL),
    ],
)
def test_the_first_step_is_one_that_somebody_can_take(there, step):
    assert first_step(there) is step


def test_one_can_go_where_a_place_is_and_may_be_known_to_be():
    assert place().visitable
    assert not place(status=Status.MOVED).visitable
    assert not a_hidden_place().visitable


@pytest.mark.parametrize(
    ("there", "nl", "en", "ar"),
    [
        (place(phone="020 1"), "Bel eerst.", "Call first.", "اتصل أولًا."),
        (
            place(website=SITE),
            "Kijk eerst op de website.",
            "Look at the website first.",
            "انظر أولًا في الموقع الإلكتروني.",
        ),
        (place(), "Ga langs en kijk.", "Go there and see.", "اذهب إلى هناك وانظر."),
    ],
)
def test_the_advice_is_a_sentence(there, nl, en, ar):
    assert [said(advice(there), locale) for locale in ("nl", "en", "ar")] == [nl, en, ar]
    doubt = N_("Deze plek komt uit een oude of onzekere bron.")
    assert said(with_advice(doubt, there)) == f"{doubt} {nl}"


def test_the_advice_is_part_of_a_sentence_in_every_language():
    message = N_("niet nagevraagd: %(advice)s")
    assert said(advised(message, place())) == "niet nagevraagd: ga langs en kijk"
    assert said(advised(message, place(website=SITE)), "fr") == "non vérifié : regardez d’abord le site"
    assert said(advised(message, place(phone="020 1")), "ti") == "ዘይተረጋገጸ፦ ቅድም ደውሉ"
