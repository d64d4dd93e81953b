"""From what was gathered about one place to the place, each part by the source that is believed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from finder.domain.areas import Whereabouts
from finder.domain.geometry import Point
from finder.domain.organization import Organization
from finder.domain.place import Belonging, Identity, Location, Offer, Place
from finder.domain.sourced import Sourced
from finder.domain.vocabulary import (
    DENOMINATIONS,
    RELIGION_BASES,
    WORSHIP_KINDS,
    Need,
    PlaceKind,
    Question,
    Religion,
    Sensitivity,
    Status,
)
from finder.merging import build_facts
from finder.merging.build_contact import build_contact, essence
from finder.merging.candidate import Candidate, Confidence
from finder.merging.claims import (
    AnswerClaim,
    EvidenceClaim,
    GatheringClaim,
    HoursClaim,
    KeyField,
    KindClaim,
    LanguageClaim,
    ReligionClaim,
    StatusClaim,
    TextField,
)
from finder.merging.gather import Gathered, Spot, said_by
from finder.merging.matching import words_of
from finder.merging.resolve import Stated

KIND_OF_RELIGION = {
    Religion.BUDDHIST: PlaceKind.BUDDHIST_TEMPLE,
    Religion.CHRISTIAN: PlaceKind.CHURCH,
    Religion.HINDU: PlaceKind.HINDU_TEMPLE,
    Religion.JEWISH: PlaceKind.SYNAGOGUE,
    Religion.MUSLIM: PlaceKind.MOSQUE,
    Religion.SIKH: PlaceKind.GURDWARA,
}


@dataclass(frozen=True, slots=True)
class BuiltPlace:
    """A place whose gatherings still wait for their ids."""

    place: Place
    gatherings: tuple[build_facts.Kept, ...]

    def with_ids(self, ids: Mapping[str, str]) -> Place:
        """Return the place; ``ids`` has the id of a gathering by the first of its rows."""
        gatherings = tuple(kept.with_id(ids[kept.rows[0]]) for kept in self.gatherings)
        return replace(self.place, offer=replace(self.place.offer, gatherings=gatherings))


def build_place(
    code: str, gathered: Gathered, spot: Spot, whereabouts: Whereabouts, sensitivity: Sensitivity | None = None
) -> BuiltPlace:
    """Return the place. Every claim has its fate in one of the ledgers afterwards.

    The order of the questions is that in which the sources of the place are listed.
    """
    name = _name(gathered)
    belonging = _belonging(gathered)
    status, note = _status(gathered)
    operator = _own_text(gathered, "operator", lambda row: row.operator)
    contact = build_contact(gathered)
    belonging = replace(belonging, communities=_list(gathered, "community", lambda row: row.communities))
    activities = _list(gathered, "activity", lambda row: ())
    kind = _kind(gathered, belonging.religion)
    answers = gathered.of(AnswerClaim)
    needs = {need: fact for need in Need if (fact := build_facts.fact(answers, need, gathered.ledger))}
    first_visit = {asked: fact for asked in Question if (fact := build_facts.fact(answers, asked, gathered.ledger))}
    identity = Identity(
        name=name,
        kind=kind,
        also_called=_other_names(gathered, name.value),
        subtype=gathered.main.subtype or None,
        status=status,
        status_note=note,
        organization=operator.having(Organization) if operator else None,
        identifiers=_identifiers(gathered.rows),
    )
    offer = Offer(
        languages=build_facts.languages(gathered.of(LanguageClaim), gathered.ledger),
        hours=build_facts.opening_hours(gathered.of(HoursClaim), gathered.ledger),
        needs=needs,
        first_visit=first_visit,
        activities=activities,
    )
    gatherings = build_facts.gatherings(gathered.of(GatheringClaim), gathered.ledger)
    named = [*(row.source for row in gathered.rows), *spot.sources, *gathered.ledger.sources]
    place = Place(
        code=code,
        identity=identity,
        location=_location(gathered, spot, whereabouts),
        contact=contact,
        offer=offer,
        belonging=belonging,
        sources=tuple(dict.fromkeys(named)),
        unverified=all(row.confidence is Confidence.C for row in gathered.rows),
        sensitivity=sensitivity,
        evidence=build_facts.evidence(gathered.of(EvidenceClaim), gathered.evidence),
    )
    return BuiltPlace(place, tuple(gatherings))


def _name(gathered: Gathered) -> Sourced[str]:
    own = Stated(gathered.main.name, gathered.main.source)
    return _text(gathered, "name", [own], claimed_strength=1) or own.sourced


def _text(
    gathered: Gathered, field: TextField, said: list[Stated[str]], claimed_strength: int = 0
) -> Sourced[str] | None:
    claimed = [Stated(claim.text, claim.source, claimed_strength, claim.row) for claim in gathered.texts(field)]
    best = gathered.ledger.choose([*said, *claimed], lambda a, b: essence(a) == essence(b))
    return best.sourced if best else None


def _own_text(gathered: Gathered, field: TextField, read: Callable[[Candidate], str]) -> Sourced[str] | None:
    return _text(gathered, field, [Stated(text, row.source) for row in gathered.like_main if (text := read(row))])


def _kind(gathered: Gathered, religion: Sourced[Religion] | None) -> Sourced[PlaceKind]:
    """The main row's kind, unless a claim about that row says otherwise, or it was worship not known closer."""
    main = gathered.main
    own = Stated(main.kind, main.source, 0 if main.kind is PlaceKind.OTHER_WORSHIP else 2)
    said = [own]
    for claim in gathered.of(KindClaim):
        strength = 3 if claim.row.place == main.row else int(claim.kind in WORSHIP_KINDS)
        said.append(Stated(claim.kind, claim.source, strength, claim.row))
    best = gathered.ledger.choose(said) or own
    closer = KIND_OF_RELIGION.get(religion.value) if religion else None
    if religion and closer and best.value is PlaceKind.OTHER_WORSHIP and best.claim is None:
        return said_by(closer, best.source, *religion.sources)
    return best.sourced


def _belonging(gathered: Gathered) -> Belonging:
    religion, basis = _religion(gathered)
    denominations = _list(gathered, "denomination", lambda row: row.denominations)
    if denominations:
        denominations = denominations.having(_with_families)
        religions = {DENOMINATIONS[name].religion for name in denominations.value}
        if len(religions) == 1 and (religion is None or basis == "kind"):
            religion, basis = said_by(religions.pop(), *denominations.sources), "source"
    return Belonging(religion, basis or None, denominations)


def _with_families(names: Sequence[str]) -> tuple[str, ...]:
    """A current belongs to its family too."""
    return tuple(sorted({*names, *(family for name in names if (family := DENOMINATIONS[name].broader))}))


def _religion(gathered: Gathered) -> tuple[Sourced[Religion] | None, str]:
    strengths = {basis: len(RELIGION_BASES) - at for at, basis in enumerate(RELIGION_BASES)}
    said = [
        Stated((row.religion, row.religion_basis), row.source, strengths[row.religion_basis])
        for row in gathered.like_main
        if row.religion
    ]
    for claim in gathered.of(ReligionClaim):
        said.append(Stated((claim.religion, "source"), claim.source, strengths["source"], claim.row))
    best = gathered.ledger.choose(said, lambda a, b: a[0] == b[0])
    return (said_by(best.value[0], best.source), best.value[1]) if best else (None, "")


def _list(
    gathered: Gathered, field: KeyField, read: Callable[[Candidate], Sequence[str]]
) -> Sourced[tuple[str, ...]] | None:
    said = [Stated(value, row.source) for row in gathered.like_main for value in read(row)]
    said += [Stated(claim.key, claim.source, claim=claim.row) for claim in gathered.keys(field)]
    kept = gathered.ledger.collect(said)
    values = tuple(sorted(one.value for one in kept))
    return said_by(values, *(one.source for one in kept)) if kept else None


def _status(gathered: Gathered) -> tuple[Sourced[Status] | None, str | None]:
    said = [Stated((claim.status, claim.note), claim.source, claim=claim.row) for claim in gathered.of(StatusClaim)]
    best = gathered.ledger.choose(said, lambda a, b: a[0] == b[0])
    return (said_by(best.value[0], best.source), best.value[1] or None) if best else (None, None)


def _other_names(gathered: Gathered, name: str) -> tuple[str, ...]:
    said = [Stated(row.name, row.source) for row in gathered.like_main]
    said += [Stated(claim.text, claim.source, claim=claim.row) for claim in gathered.texts("also_called")]
    names: dict[str, str] = {}
    for one in gathered.ledger.collect(said):
        names.setdefault(" ".join(words_of(one.value)), one.value)
    names.pop(" ".join(words_of(name)), None)
    return tuple(names.values())


def _identifiers(rows: Sequence[Candidate]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        for name, value in row.identifiers.items():
            found.setdefault(name, value)
    return dict(sorted(found.items()))


def _location(gathered: Gathered, spot: Spot, whereabouts: Whereabouts) -> Location:
    sources = spot.sources or (gathered.address.sources if gathered.address else ())
    return Location(
        point=Sourced(Point(round(spot.point.longitude, 6), round(spot.point.latitude, 6)), sources),
        municipality=whereabouts.municipality or "",
        basis=spot.basis,
        address=gathered.address,
        district=whereabouts.district,
        neighbourhood=whereabouts.neighbourhood,
    )
