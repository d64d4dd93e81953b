"""`flask translations` prints a line for each locale."""

from collections import Counter

from finder.i18n.catalogues import MessageState


def test_each_locale_has_a_line_of_numbers_or_the_word_that_it_has_none(app, monkeypatch):
    told = {"nl": Counter({MessageState.SOURCE: 12}), "ti": None}
    monkeypatch.setattr("finder.web.commands.translations.report_translations", lambda: told)
    header, *lines = app.test_cli_runner().invoke(args=["translations"]).output.splitlines()
    assert header.split() == ["locale", *" ".join(MessageState).split()]
    assert [line.split() for line in lines] == [["nl", "12", "0", "0", "0", "0"], ["ti", "has", "no", "catalogue"]]
