"""In which language a source named a gathering, told from its own words, so that a screen reader says it rightly."""

from __future__ import annotations

import re

from finder.i18n.phrases import Verbatim

NOT_SURE = ""
"""HTML's ``lang=""``: the language is not known. A wrong one makes a screen reader speak nonsense."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that no other language of a place is likely to have: not "of", "help" and "meeting", which are Dutch too, not
# "service" and "course", which are French, and not "de" and "en", which are half of Europe's.
_ENGLISH = _words(
    """
    about afternoon and appliances arabic bible bicycle bicycles celebrations children's church classes clothes
    cooking counselling day dutch eating electronics english eucharist evening evensong every for free french friday
    from furniture hair holy hour hours household kitchen knitting language lessons liturgy market mass meal meals
    monday month morning music neighbourhood neighbours night noon old people people's polish prayer saturday
    shared singing soup study sunday talk tea the thursday together toddlers tuesday twice two vigil visits walk
    wednesday wild with women women's worship young youth
    """
)
_DUTCH = _words(
    """
    activiteiten alcoholisten apparaten avond avondgebed bijbelstudie bijeenkomst bijeenkomsten buurt buurtmaaltijd
    computerles dienst diensten dinsdag donderdag een elke eten fietsen gebed gesprek gesprekken gezamenlijk haken het
    huiswerkhulp hulp inloop jongeren kerk kerkdienst keuken kinderen kleren knutselen koffie koken leren lezen lessen
    maaltijd maandag mannen met meubels middag middagdienst muziek naailes naaien nederlandse ochtend ochtenddienst
    ochtendgebed ontmoeting ouderen praten repareren samen schulden soep spreekuur taalles taallessen thee van viering
    voor vragen vrijdag vrijdaggebed vrouwen wandelen werkgroep woensdag zaterdag zingen zondag
    """
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def title_language(title: str) -> str:
    """Return ``nl`` or ``en`` where words of that language stand in a title and none of the other, else NOT_SURE."""
    words = {word.casefold().replace("’", "'") for word in _WORD.findall(title)}
    english, dutch = bool(words & _ENGLISH), bool(words & _DUTCH)
    if english == dutch:
        return NOT_SURE
    return "en" if english else "nl"


def titled(title: str) -> Verbatim | None:
    """Return a title as it was written, with its language; None for an empty one."""
    return Verbatim(title, title_language(title)) if title else None
