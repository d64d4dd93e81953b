"""What people type and what registers write, in one form."""

import pytest

from finder.geocode.text import LOST_LETTER, fold, normalise_postcode, number_key, splits, squash, take_postcode


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  WIBAUT-straat ", "wibaut straat"),
        ("Hygiëaplein", "hygieaplein"),
        ("Wibautstr.", "wibautstraat"),
        ("Keizersgr. 10", "keizersgracht 10"),
        ("Apololn", "apololaan"),
        ("Mercatorpl 3", "mercatorplein 3"),
        ("Haarlemmerwg", "haarlemmerweg"),
        ("Nassaukd", "nassaukade"),
        ("1e v. Swindenstr", "eerste van swindenstraat"),
        ("St. Jansstraat", "sint jansstraat"),
        ("Burg. de Vlugtlaan", "burgemeester de vlugtlaan"),
        ("A'dam CS", "amsterdam centraal station"),
        ("1091GR", "1091gr"),
        ("Dam 1?", "dam 1"),
        ("ኣድራሻ", ""),
    ],
)
def test_fold_brings_abbreviations_accents_and_signs_to_one_form(text: str, folded: str):
    assert fold(text) == folded


def test_fold_marks_a_letter_that_was_lost_inside_a_word():
    assert fold("Hygi?aplein 7") == f"hygi{LOST_LETTER}aplein 7"


def test_fold_cuts_what_is_too_long_to_be_an_address():
    assert len(fold("a" * 5000)) == 120


def test_squash_drops_spaces_and_writes_one_ij():
    assert squash("prins hendrik kade") == squash("prins hendrikkade")
    assert squash("dijkplein") == squash("dykplein")


@pytest.mark.parametrize(
    ("folded", "ways"),
    [
        ("wibautstraat 150 h", [("wibautstraat", "150 h")]),
        ("plein 40 45 10", [("plein 40 45", "10"), ("plein 40", "45 10"), ("plein", "40 45 10")]),
        ("damrak 54 3", [("damrak 54", "3"), ("damrak", "54 3")]),
        ("150 wibautstraat", [("wibautstraat", "150")]),
        ("wibautstraat", []),
        ("dam 1 zonder einde", []),
    ],
)
def test_splits_an_address_in_every_way_the_longest_street_first(folded: str, ways: list[tuple[str, str]]):
    assert list(splits(folded)) == ways


def test_take_postcode_wherever_it_stands():
    assert take_postcode("dam 1 1012 js amsterdam") == ("1012JS", "dam 1 amsterdam")
    assert take_postcode("dam 1") == ("", "dam 1")


def test_normalise_postcode_only_takes_six_characters():
    assert normalise_postcode(" 1091 gb") == "1091GB"
    assert normalise_postcode("1091") == ""
    assert normalise_postcode("1091 GB Amsterdam") == ""


def test_number_key_is_the_same_however_an_addition_is_written():
    assert number_key("252A") == number_key("252-a") == ("252", "a")
    assert number_key("26-28") == ("26", "28")
