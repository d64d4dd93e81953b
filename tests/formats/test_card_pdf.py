"""The card: one page, black and white, two languages, letters of every script, and nothing about who carries it."""

import io
import re
import unicodedata
from dataclasses import replace

import pypdf
import pypdfium2
import pytest
import uharfbuzz as hb
import zxingcpp
from fpdf import FPDF
from PIL import Image, ImageChops

from finder.formats.card_pdf import FOLDS, CardPlace, card_pdf
from finder.formats.pdf_text import FONT_FOLDER, Line, Typesetter
from finder.i18n.catalogues import catalogue_path, complete_locales, messages, read_catalogue
from tests.formats.card_samples import ADDRESS, CODES, DUTCH, NAMES, SENTENCES, card, line

LARGEST = 200_000
DOTS_PER_MM = 8
ISOLATE, POP = "\u2068", "\u2069"


def reader(made):
    return pypdf.PdfReader(io.BytesIO(made))


def words(text):
    """Letters only: the order of runs on a line in two directions is a matter of the reader."""
    return set(re.findall(r"\w{2,}", unicodedata.normalize("NFC", text)))


def page_text(made):
    return "\n".join(page.extract_text() for page in reader(made).pages)


def drawn(made, page=0):
    document = pypdfium2.PdfDocument(made)
    picture = document[page].render(scale=DOTS_PER_MM * 25.4 / 72).to_pil().convert("RGB")
    document.close()
    return picture


@pytest.fixture
def setter():
    pdf = FPDF()
    pdf.add_page()
    setter = Typesetter(pdf)
    yield setter
    setter.close()


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_card_is_one_small_page_with_selectable_text_in_both_languages(lang):
    made = card_pdf(card(lang))
    assert len(made) < LARGEST
    assert len(reader(made).pages) == 1
    found = words(page_text(made))
    for text in (*DUTCH, *SENTENCES[lang], *(part for name in NAMES for part in name), *CODES[:3]):
        assert words(text) <= found, text


@pytest.mark.parametrize("lang", SENTENCES)
def test_every_letter_of_a_language_has_its_sign(lang, setter):
    for text in SENTENCES[lang]:
        runs = setter.runs(line(text, lang))
        assert "".join(run.text for run in sorted(runs, key=lambda run: run.start)) == text


def test_every_letter_of_the_catalogues_has_its_sign(setter):
    for lang in complete_locales():
        for message in messages(read_catalogue(catalogue_path(lang))):
            for text in [message.string] if isinstance(message.string, str) else message.string:
                runs = setter.runs(line(text, lang))
                assert sum(run.text.count("?") for run in runs) == text.count("?"), text


@pytest.mark.parametrize("bold", [400, 700])
@pytest.mark.parametrize("lang", SENTENCES)
def test_no_sign_that_is_shaped_is_the_empty_box(lang, bold, setter):
    for text in SENTENCES[lang]:
        for run in setter.runs(line(text, lang)):
            shaped = hb.Buffer()
            shaped.add_str(run.text)
            shaped.guess_segment_properties()
            font = hb.Font(hb.Face(hb.Blob.from_file_path(FONT_FOLDER / f"{run.font}-{bold}.ttf")))
            hb.shape(font, shaped)
            assert 0 not in [glyph.codepoint for glyph in shaped.glyph_infos], run


def test_a_letter_that_no_font_has_is_a_question_mark(setter):
    assert [run.text for run in setter.runs(Line("教会 Bron"))] == ["??", " ", "Bron"]


def test_arabic_letters_join_and_a_persian_joiner_parts_them(setter):
    joined, parted = line("ببب", "ar"), line("ب\u200cب\u200cب", "fa")
    assert setter.width(joined, 12) < 0.8 * setter.width(parted, 12)
    assert setter.width(line("لا", "ar"), 12) < setter.width(line("ل\u200cا", "ar"), 12)


def test_names_and_hours_in_an_arabic_line_stand_in_one_piece(setter):
    text = f"إلى {ISOLATE}De Bron 12{POP} الآن {ISOLATE}10:00–17:30{POP}"
    runs = [(run.text, run.rightwards) for run in setter.runs(line(text, "ar")) if run.text != " "]
    assert runs == [
        ("10:00–17:30", True),
        *[("الآن", False), ("De", True), ("Bron", True), ("12", True)],
        ("إلى", False),
    ]


@pytest.mark.parametrize("lang", ["ar", "fa"])
def test_a_language_read_from_the_right_ends_at_the_right_margin(lang):
    page = pypdfium2.PdfDocument(card_pdf(card(lang)))[0].get_textpage()
    rights = []
    for number in range(page.count_chars()):
        letter = page.get_text_range(number, 1)
        if letter and unicodedata.bidirectional(letter[0]) in {"AL", "R"}:
            rights.append(page.get_charbox(number)[2])
    assert max(rights) == pytest.approx((210 - 14) * 72 / 25.4, abs=3)


def test_a_language_read_from_the_left_begins_at_the_middle():
    page = pypdfium2.PdfDocument(card_pdf(card("ti")))[0].get_textpage()
    lefts = [
        page.get_charbox(n)[0] for n in range(page.count_chars()) if "\u1200" <= page.get_text_range(n, 1) <= "\u137f"
    ]
    assert min(lefts) == pytest.approx((210 / 2 + 5) * 72 / 25.4, abs=3)


def test_the_page_is_black_and_white():
    red, green, blue = drawn(card_pdf(card("ar"))).split()
    assert ImageChops.difference(red, green).getbbox() is None
    assert ImageChops.difference(green, blue).getbbox() is None


@pytest.mark.parametrize("lang", ["ar", "ti", "pl"])
@pytest.mark.parametrize("places", [1, 2, 3])
def test_no_letter_lies_on_a_fold_across_the_page(lang, places):
    grey = drawn(card_pdf(card(lang, places, qr=()))).convert("L")
    for fold in FOLDS:
        row = grey.crop((14 * DOTS_PER_MM, int(fold * DOTS_PER_MM), 196 * DOTS_PER_MM, int(fold * DOTS_PER_MM) + 1))
        assert row.getextrema()[0] > 100


def test_the_code_is_read_back_from_the_printed_page():
    (found,) = zxingcpp.read_barcodes(drawn(card_pdf(card("ar"))))
    assert found.text == ADDRESS


def test_a_card_says_what_it_is_and_not_when_or_by_whom_it_was_made():
    read = reader(card_pdf(card("ar")))
    assert set(read.metadata) == {"/Title", "/CreationDate"}
    assert read.metadata["/Title"] == "Samenplek"
    assert str(read.metadata["/CreationDate"]).startswith("D:20261123000000")
    assert read.trailer["/Root"]["/Lang"] == "nl"
    assert read.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_equal_cards_are_equal_bytes():
    assert card_pdf(card("ti")) == card_pdf(card("ti"))


def test_eight_places_take_two_pages():
    made = card_pdf(card("ar", 8))
    assert len(reader(made).pages) == 2
    assert len(made) < LARGEST
    assert words(" ".join(CODES)) <= words(page_text(made))


@pytest.mark.parametrize("lang", ["ar", "ti", "pl"])
def test_very_long_words_stay_on_the_page(lang):
    long = Line("Onze-Lieve-Vrouwe-ten-Hemelopneming " * 30)
    unbroken = (Line("x" * 400), line(SENTENCES[lang][2] * 12, lang))
    filled = card(lang, 3, words=(unbroken,) * 12, beside_qr=(unbroken,), foot=(unbroken,))
    places = tuple(replace(place, name=long, address=long, said=(unbroken,) * 3) for place in filled.places)
    made = card_pdf(replace(filled, places=places))
    assert len(reader(made).pages) == 1
    edges = drawn(made).convert("L")
    width, height = edges.size
    for margin in (
        (0, 0, 4 * DOTS_PER_MM, height),
        (width - 4 * DOTS_PER_MM, 0, width, height),
        (0, height - 32, width, height),
    ):
        assert edges.crop(margin).getextrema()[0] == 255


def test_a_card_in_one_language_and_with_nothing_on_it_can_be_made():
    one = CardPlace(Line("De Bron"), Line(""), CODES[0], ((Line("Open"),),))
    alone = card("pl", 0, words=((Line("Tot ziens!"),),), beside_qr=(), foot=(), qr=())
    assert "Tot ziens" in page_text(card_pdf(replace(alone, places=(one,))))
    assert len(reader(card_pdf(replace(alone, words=()))).pages) == 1


def test_fonts_that_were_not_made_are_missed(tmp_path):
    with pytest.raises(FileNotFoundError):
        card_pdf(card("pl"), tmp_path)


def test_the_picture_of_a_card_is_not_empty():
    assert isinstance(drawn(card_pdf(card("ar"))), Image.Image)
    assert drawn(card_pdf(card("ar"))).convert("L").getextrema() == (0, 255)
