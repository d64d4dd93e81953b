"""Things to say in a row."""

from finder.i18n.phrases import N_, Listing, Phrase, Verbatim, listing


def test_what_there_is_nothing_to_say_of_is_left_out_of_a_row():
    house = Phrase(N_("in %(where)s"), {"where": Verbatim("Het Huis")})
    assert listing("open", None, house, "") == Listing(("open", house))
    assert listing(None) == Listing(())


def test_marking_a_message_does_not_change_it():
    assert N_("Nu open") == "Nu open"
