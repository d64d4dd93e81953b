"""Numbers are dialled as a telephone wants them, and what is none is none."""

import pytest

from finder.domain.contact import dialled, is_email, is_phone


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("020 626 6436", "0206266436"),
        ("023-5532040", "0235532040"),
        ("020 – 617 45 11", "0206174511"),
        ("(020) 617 45 11", "0206174511"),
        ("+31 (0) 20 52 30 900", "+31205230900"),
        ("+31 20 623 1923", "+31206231923"),
        ("14 020", "14020"),
        ("(0)20 617 45 11", "0206174511"),
    ],
)
def test_a_number_is_dialled_without_what_makes_it_easy_to_read(written: str, number: str):
    assert dialled(written) == number
    assert is_phone(written)


@pytest.mark.parametrize("text", ["", "ask for Jan", "020 626 6436 / 37a", "12", "+", "020 626 6436; 020 626 6437 x"])
def test_what_cannot_be_dialled_is_no_number(text: str):
    assert not is_phone(text)


def test_an_address_for_e_mail_is_one_address():
    assert is_email("secretariaat@hofkerk.amsterdam")
    assert is_email("info.oost+plek@buurt-buik.nl")
    for text in (
        "",
        "info@",
        "info@example",
        "info at example.org",
        "a@b.nl, c@d.nl",
        "mailto:a@b.nl",
        "a@b.nl?cc=c",
    ):
        assert not is_email(text)
