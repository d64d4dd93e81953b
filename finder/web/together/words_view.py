"""What the words for the door show: the sentences of a visit, by the moment at which they are said."""

from __future__ import annotations

from dataclasses import dataclass

from finder.i18n.locales import InterfaceLocale, PageLocales
from finder.i18n.phrases import Sayable
from finder.wording.door_words import OCCASIONS, door_words


@dataclass(frozen=True, slots=True)
class OccasionView:
    """A moment of a visit: its key, its heading, and what can be said then."""

    key: str
    heading: Sayable
    phrases: tuple[Sayable, ...]


@dataclass(frozen=True, slots=True)
class WordsView:
    """The page; every sentence is said in ``locales``: Dutch first, and the reader's own language if it is another."""

    locales: tuple[InterfaceLocale, ...]
    occasions: tuple[OccasionView, ...]

    @property
    def one_language(self) -> bool:
        """Tell whether the reader has chosen no language but Dutch."""
        return len(self.locales) == 1


def words_view(locales: PageLocales) -> WordsView:
    """Lay out the sentences for who reads these languages."""
    said_in = locales.at_the_door
    said = door_words(said_in[-1].code)
    return WordsView(
        said_in,
        tuple(
            OccasionView(str(occasion), heading, tuple(phrase for word, phrase in said if word.occasion is occasion))
            for occasion, heading in OCCASIONS.items()
        ),
    )
