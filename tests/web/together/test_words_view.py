"""The words for the door laid out by the moments of a visit."""

from finder.i18n.locales import LOCALES, PageLocales
from finder.web.together.words_view import words_view
from tests.wording.saying import all_said, said


def test_sentences_stand_under_the_moment_at_which_they_are_said():
    view = words_view(PageLocales(LOCALES["nl"], LOCALES["ar"]))
    assert [occasion.key for occasion in view.occasions] == ["arriving", "asking", "declining", "leaving"]
    assert said(view.occasions[0].heading) == "Als je binnenkomt"
    assert all_said(view.occasions[-1].phrases) == ["Mag ik nog een keer komen?", "Dank je wel. Tot ziens!"]


def test_who_reads_another_language_asks_for_it_and_who_reads_dutch_does_not():
    arabic, dutch = words_view(PageLocales(LOCALES["ar"])), words_view(PageLocales(LOCALES["nl"]))
    assert "Spreekt hier iemand Arabisch?" in all_said(arabic.occasions[0].phrases)
    assert len(arabic.occasions[0].phrases) == len(dutch.occasions[0].phrases) + 1
    assert [locale.code for locale in arabic.locales] == ["nl", "ar"]
    assert (arabic.one_language, dutch.one_language) == (False, True)
