"""Words for the door: a few sentences to show or say at a place, in Dutch and in the reader's language (product.md P3).

None of them asks anyone to explain himself; one helps to decline.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from finder.i18n.locales import SOURCE
from finder.i18n.phrases import N_, LanguageName, Phrase


class Occasion(StrEnum):
    """When a sentence is said, in the order of a visit."""

    ARRIVING = "arriving"
    ASKING = "asking"
    DECLINING = "declining"
    LEAVING = "leaving"


OCCASIONS: dict[Occasion, str] = {
    Occasion.ARRIVING: N_("Als je binnenkomt"),
    Occasion.ASKING: N_("Als je iets wilt vragen"),
    Occasion.DECLINING: N_("Als je iets niet wilt"),
    Occasion.LEAVING: N_("Als je weggaat"),
}


@dataclass(frozen=True, slots=True)
class DoorWord:
    """A sentence: its permanent key, its occasion, and the Dutch; ``%(language)s`` stands for the reader's language."""

    key: str
    occasion: Occasion
    message: str


MY_LANGUAGE = "my_language"

DOOR_WORDS: tuple[DoorWord, ...] = (
    DoorWord("new_here", Occasion.ARRIVING, N_("Ik ben hier nieuw. Mag ik binnenkomen voor koffie?")),
    DoorWord(MY_LANGUAGE, Occasion.ARRIVING, N_("Spreekt hier iemand %(language)s?")),
    DoorWord("speak_slowly", Occasion.ARRIVING, N_("Ik spreek nog weinig Nederlands. Wil je langzaam praten?")),
    DoorWord("pay", Occasion.ASKING, N_("Moet ik iets betalen?")),
    DoorWord("toilet", Occasion.ASKING, N_("Waar is de wc?")),
    DoorWord("call_family", Occasion.ASKING, N_("Mag ik van hier mijn familie bellen?")),
    DoorWord("not_praying", Occasion.DECLINING, N_("Ik bid niet mee. Mag ik wel blijven?")),
    DoorWord("rather_not_say", Occasion.DECLINING, N_("Dat vertel ik liever niet.")),
    DoorWord("no_thanks", Occasion.DECLINING, N_("Nee, dank je.")),
    DoorWord("come_again", Occasion.LEAVING, N_("Mag ik nog een keer komen?")),
    DoorWord("goodbye", Occasion.LEAVING, N_("Dank je wel. Tot ziens!")),
)


def door_words(language: str | None = None) -> list[tuple[DoorWord, Phrase]]:
    """Return every sentence with the phrase to say in each localizer, in the order of a visit.

    ``language`` is the ISO 639 code of what the reader speaks; nobody is asked for it when it is Dutch or not given.
    """
    spoken = None if language == SOURCE else language
    return [
        (word, Phrase(word.message, {"language": LanguageName(spoken)} if word.key == MY_LANGUAGE and spoken else {}))
        for word in DOOR_WORDS
        if spoken or word.key != MY_LANGUAGE
    ]
