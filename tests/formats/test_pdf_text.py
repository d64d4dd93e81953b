"""Lines are broken before they are ordered, and a heavier letter takes more room."""

import pytest
from fpdf import FPDF

from finder.formats.pdf_text import Line, Typesetter, Weight

WORDS = Line("Het huis van de buurt is open op dinsdag")


@pytest.fixture
def setter():
    pdf = FPDF()
    pdf.add_page()
    setter = Typesetter(pdf)
    yield setter
    setter.close()


def test_bold_letters_are_wider_and_break_a_line_earlier(setter):
    assert setter.width(WORDS, 12, Weight.BOLD) > setter.width(WORDS, 12)
    just = setter.width(WORDS, 12) + 0.1
    assert len(setter.wrap(WORDS, just, 12)) == 1
    assert len(setter.wrap(WORDS, just, 12, Weight.BOLD)) == 2


def test_twice_the_size_is_twice_the_width(setter):
    assert setter.width(WORDS, 24) == pytest.approx(2 * setter.width(WORDS, 12))


def test_what_does_not_fit_the_last_line_ends_in_an_ellipsis(setter):
    wrapped = setter.wrap(WORDS, 30, 12, most=2)
    assert len(wrapped) == 2
    assert wrapped[-1].text.endswith("…")
    assert all(setter.width(line, 12) <= 30 for line in wrapped)
