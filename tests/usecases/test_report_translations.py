"""How far each language is: counted from its catalogue."""

from finder.i18n import catalogues
from finder.i18n.catalogues import MessageState
from finder.i18n.locales import LOCALES
from finder.usecases.report_translations import report_translations

PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def test_every_locale_is_counted_by_the_state_of_its_messages(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogues, "TRANSLATIONS", tmp_path)
    path = catalogues.catalogue_path("en")
    path.parent.mkdir(parents=True)
    path.write_text(PO + '#, fuzzy\nmsgid "Ja"\nmsgstr "Yes"\n\nmsgid "Wc"\nmsgstr ""\n', "utf-8")
    report = report_translations()
    assert report.keys() == LOCALES.keys()
    assert report["en"] == {MessageState.COMPUTER: 1, MessageState.MISSING: 1}
    assert {report[code] for code in LOCALES if code != "en"} == {None}
