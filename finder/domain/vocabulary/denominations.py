"""Currents within religions, with their OSM ``denomination`` values."""

from __future__ import annotations

from dataclasses import dataclass

from finder.domain.vocabulary.terms import Religion


@dataclass(frozen=True, slots=True)
class Denomination:
    """A current within a religion; ``broader`` names its family, which a place of it also carries."""

    religion: Religion
    osm: str
    broader: str | None = None


def _christian(osm: str, broader: str | None = None) -> Denomination:
    return Denomination(Religion.CHRISTIAN, osm, broader)


DENOMINATIONS: dict[str, Denomination] = {
    "adventist": _christian("seventh_day_adventist"),
    "anglican": _christian("anglican"),
    "apostolic": _christian("apostolic"),
    "restored_apostolic": _christian("restored_apostolic", "apostolic"),
    "baptist": _christian("baptist"),
    "ecumenical": _christian("ecumenical"),
    "evangelical": _christian("evangelical"),
    "jehovahs_witness": _christian("jehovahs_witness"),
    "latter_day_saints": _christian("mormon"),
    "old_catholic": _christian("old_catholic"),
    "orthodox": _christian("orthodox"),
    "armenian_apostolic": _christian("armenian_apostolic", "orthodox"),
    "coptic_orthodox": _christian("coptic_orthodox", "orthodox"),
    "eritrean_orthodox": _christian("eritrean_orthodox", "orthodox"),
    "ethiopian_orthodox": _christian("ethiopian_orthodox_tewahedo", "orthodox"),
    "greek_orthodox": _christian("greek_orthodox", "orthodox"),
    "romanian_orthodox": _christian("romanian_orthodox", "orthodox"),
    "russian_orthodox": _christian("russian_orthodox", "orthodox"),
    "serbian_orthodox": _christian("serbian_orthodox", "orthodox"),
    "syriac_orthodox": _christian("syriac_orthodox", "orthodox"),
    "pentecostal": _christian("pentecostal"),
    "protestant": _christian("protestant"),
    "lutheran": _christian("lutheran", "protestant"),
    "mennonite": _christian("mennonite", "protestant"),
    "methodist": _christian("methodist", "protestant"),
    "moravian": _christian("moravian", "protestant"),
    "presbyterian": _christian("presbyterian", "protestant"),
    "reformed": _christian("reformed", "protestant"),
    "remonstrant": _christian("remonstrant", "protestant"),
    "quaker": _christian("quaker"),
    "roman_catholic": _christian("roman_catholic"),
    "salvation_army": _christian("salvation_army"),
    "ahmadiyya": Denomination(Religion.MUSLIM, "ahmadiyya"),
    "alevi": Denomination(Religion.MUSLIM, "alevi"),
    "shia": Denomination(Religion.MUSLIM, "shia"),
    "sufi": Denomination(Religion.MUSLIM, "sufi"),
    "sunni": Denomination(Religion.MUSLIM, "sunni"),
    "ashkenazi": Denomination(Religion.JEWISH, "ashkenazi"),
    "conservative_jewish": Denomination(Religion.JEWISH, "conservative"),
    "liberal_jewish": Denomination(Religion.JEWISH, "liberal"),
    "orthodox_jewish": Denomination(Religion.JEWISH, "orthodox"),
    "sephardic": Denomination(Religion.JEWISH, "sephardi"),
    "sanatan_dharma": Denomination(Religion.HINDU, "sanatan_dharma"),
    "arya_samaj": Denomination(Religion.HINDU, "arya_samaj"),
    "hare_krishna": Denomination(Religion.HINDU, "gaudiya_vaishnava"),
    "mahayana": Denomination(Religion.BUDDHIST, "mahayana"),
    "theravada": Denomination(Religion.BUDDHIST, "theravada"),
    "tibetan": Denomination(Religion.BUDDHIST, "tibetan"),
    "zen": Denomination(Religion.BUDDHIST, "zen", "mahayana"),
}
