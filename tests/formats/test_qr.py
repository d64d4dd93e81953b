"""A QR code of a full list: small enough for a cheap phone, and read back from its picture."""

import io
import re

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import Page

from finder.domain.codes import issue_code
from finder.domain.shortlist import decode, encode
from finder.formats.qr import QUIET_ZONE, qr_matrix, qr_svg

CODES = [issue_code(str(number), ()) for number in range(8)]
LIST = f"https://samenplek.example/nl+ar/shortlist#{encode('nl+ar', CODES)}"
addresses = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=120)


def picture(matrix, scale=4):
    side = len(matrix) + 2 * QUIET_ZONE
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(matrix):
        for x, black in enumerate(row):
            image.putpixel((x + QUIET_ZONE, y + QUIET_ZONE), 0 if black else 255)
    return image.resize((side * scale, side * scale), Image.Resampling.NEAREST)


def read(image):
    (found,) = zxingcpp.read_barcodes(image)
    return found


def test_eight_places_fit_in_version_6_and_are_read_from_the_picture():
    matrix = qr_matrix(LIST)
    assert (len(matrix) - 17) / 4 <= 6
    found = read(picture(matrix))
    assert found.text == LIST
    assert found.ec_level == "M"
    assert decode(found.text.partition("#")[2]).codes == tuple(CODES)


@settings(deadline=None, max_examples=50)
@given(addresses)
def test_any_address_is_read_back(text):
    assert read(picture(qr_matrix(text))).text == text


def test_the_svg_may_stand_in_a_page_under_our_policy():
    svg = qr_svg(LIST)
    assert svg.startswith("<svg ")
    assert not re.search(r"<\?xml|\sstyle=|<style|<script|\son\w+=|\s(?:width|height)=", svg)
    assert 'aria-hidden="true"' in svg
    assert 'role="img" aria-label="&lt;b&gt; &quot;lijst&quot;"' in qr_svg(LIST, '<b> "lijst"')


@pytest.mark.browser
def test_the_svg_is_read_from_the_screen(page: Page):
    page.set_content(f'<div style="width: 180px">{qr_svg(LIST)}</div>')
    assert read(Image.open(io.BytesIO(page.locator("svg.qr").screenshot()))).text == LIST


def test_too_much_text_is_refused():
    with pytest.raises(ValueError, match="data"):
        qr_svg("x" * 3000)
