"""Sixteen catalogues, each complete, each with the same placeholders and the right number of plurals."""

import re
import subprocess
from gettext import GNUTranslations

import pytest

from finder.i18n.catalogues import (
    BY_A_PERSON,
    MessageState,
    catalogue_path,
    compile_catalogue,
    message_key,
    message_state,
    messages,
    read_catalogue,
    summary,
    unreviewed,
)
from finder.i18n.locales import LOCALES, SOURCE
from finder.i18n.localizer import Localizer
from finder.i18n.phrases import Plural
from tests.paths import ROOT

COUNTS = (0, 1, 2, 5, 11, 100)
FORMS = {
    "ar": (0, 1, 2, 3, 4, 5),
    "bg": (1, 0, 1, 1, 1, 1),
    "en": (1, 0, 1, 1, 1, 1),
    "es": (1, 0, 1, 1, 1, 1),
    "fa": (0, 0, 1, 1, 1, 1),
    "fr": (0, 0, 1, 1, 1, 1),
    "hu": (1, 0, 1, 1, 1, 1),
    "nl": (1, 0, 1, 1, 1, 1),
    "pl": (2, 0, 1, 2, 2, 2),
    "pt": (0, 0, 1, 1, 1, 1),
    "ro": (1, 0, 1, 1, 1, 2),
    "ru": (2, 0, 1, 2, 2, 2),
    "so": (1, 0, 1, 1, 1, 1),
    "ti": (0, 0, 1, 1, 1, 1),
    "tr": (1, 0, 1, 1, 1, 1),
    "uk": (2, 0, 1, 2, 2, 2),
}
"""The plural form of each of COUNTS, by the rules of CLDR for whole numbers."""


def _placeholders(text):
    return sorted(re.findall(r"%\(\w+\)s", text))


def test_the_template_has_every_message_of_the_code(tmp_path):
    before = (ROOT / "translations/messages.pot").read_bytes()
    subprocess.run(["bash", "scripts/catalogues.sh", "extract"], cwd=ROOT, check=True)
    after = (ROOT / "translations/messages.pot").read_bytes()
    assert after == before, "run make update and commit the catalogues"


def test_a_message_of_the_code_is_named_once_and_not_written_again_in_a_template():
    written = {
        message_key(item): {name for name, _ in item.locations}
        for item in messages(read_catalogue(ROOT / "translations/messages.pot"))
    }
    twice = {key for key, files in written.items() if len(files) > 1 and any(name.endswith(".py") for name in files)}
    assert twice == set()


@pytest.mark.parametrize("code", LOCALES)
def test_a_catalogue_has_every_message_of_the_template(code):
    template = {message_key(item) for item in messages(read_catalogue(ROOT / "translations/messages.pot"))}
    catalogue = {message_key(item): item for item in messages(read_catalogue(catalogue_path(code)))}
    assert set(catalogue) == template
    missing = [key for key, item in catalogue.items() if message_state(item, code) is MessageState.MISSING]
    assert missing == []


@pytest.mark.parametrize("code", LOCALES)
def test_a_translation_keeps_the_placeholders(code):
    for message in messages(read_catalogue(catalogue_path(code))):
        source = message.id if isinstance(message.id, str) else message.id[-1]
        words = [message.string] if isinstance(message.string, str) else message.string
        for text in words:
            assert _placeholders(text) == _placeholders(source), text
            assert text == text.strip()


@pytest.mark.parametrize("code", LOCALES)
def test_counts_take_the_plural_form_of_their_language(code):
    with catalogue_path(code).with_suffix(".mo").open("rb") as file:
        catalogue = GNUTranslations(file)
    assert tuple(catalogue.plural(count) for count in COUNTS) == FORMS[code]
    for count in COUNTS:
        said = Localizer(LOCALES[code]).text(Plural("%(count)s plek past", "%(count)s plekken passen", count))
        assert str(count) in said


def test_states_are_read_from_the_po_file_alone(tmp_path):
    path = tmp_path / "en/LC_MESSAGES/messages.po"
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        '#, fuzzy\nmsgid "Ja"\nmsgstr "Yes"\n\n'
        'msgid "Nee"\nmsgstr "No"\n\n'
        f'# {BY_A_PERSON}\nmsgid "Kerk"\nmsgstr "Church"\n\n'
        'msgid "Wc"\nmsgstr ""\n',
        "utf-8",
    )
    states = {message_key(item): message_state(item, "en") for item in messages(read_catalogue(path))}
    assert states == {
        "Ja": MessageState.COMPUTER,
        "Nee": MessageState.REVIEWED,
        "Kerk": MessageState.PERSON,
        "Wc": MessageState.MISSING,
    }
    compile_catalogue(path)
    assert path.with_suffix(".mo").exists()
    assert "Ja" in (path.parent / "unreviewed.json").read_text("utf-8")
    assert "Nee" not in (path.parent / "unreviewed.json").read_text("utf-8")


def test_nothing_translated_by_computer_is_called_anything_else():
    assert set(summary(SOURCE)) == {MessageState.SOURCE}
    for code in LOCALES:
        assert len(unreviewed(code)) == summary(code)[MessageState.COMPUTER]
