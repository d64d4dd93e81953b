"""From import files to places: every row is taken, merged, superseded, refused with its reason, or unplaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from finder.domain.areas import Areas
from finder.domain.code_register import CodeRegister, GatheringRegister
from finder.domain.errors import InvalidData
from finder.domain.geometry import SERVED_AREA, Point
from finder.domain.place import NO_ADDRESS, Address, Place
from finder.domain.vocabulary import COMMUNITIES, DENOMINATIONS
from finder.formats.import_csv import ImportFile
from finder.formats.places_file import format_places, parse_places
from finder.merging.build_place import BuiltPlace, PlaceBuilder, Spot
from finder.merging.candidate import Candidate, Claim, Fate, Origin, Outcome, Position
from finder.merging.claims import why_not
from finder.merging.matching import Change, Matcher, change
from finder.merging.resolve import one_title_a_page

Locate = Callable[[str, str, str, str], Point | None]
"""Street, house number, postcode, city -> the point of exactly that address."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A place that no source and no geocoder gives a position."""

    row: str
    name: str
    address: Address
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """The places, the fate of every row in the order of the files, and what is still to be placed."""

    places: tuple[Place, ...]
    outcomes: tuple[Outcome, ...]
    unplaced: tuple[Unplaced, ...]


@dataclass(slots=True)
class _Group:
    """The rows of one place, the main one first, and why each of the others joined."""

    rows: list[Candidate]
    why: dict[str, str] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    code: str = ""

    @property
    def main(self) -> Candidate:
        return self.rows[0]


def import_places(
    files: Sequence[ImportFile],
    areas: Areas,
    locate: Locate,
    register: CodeRegister,
    gathering_ids: GatheringRegister,
) -> Imported:
    """Compile places out of import files; the registers issue their codes and the ids of their gatherings.

    Raises InvalidData when a row id stands in the files twice.
    """
    return _Import(files, areas, locate).run(register, gathering_ids)


class _Import:
    def __init__(self, files: Sequence[ImportFile], areas: Areas, locate: Locate) -> None:
        candidates = [candidate for file in files for candidate in file.candidates]
        claims = [claim for file in files for claim in file.claims]
        pages = one_title_a_page([*(claim.source for claim in claims), *(row.source for row in candidates)])
        self._candidates = [replace(candidate, source=pages[candidate.source]) for candidate in candidates]
        self._claims = [replace(claim, source=pages[claim.source]) for claim in claims]
        self._positions = [position for file in files for position in file.positions]
        self._areas, self._locate = areas, locate
        self._fates: dict[Origin, Outcome] = {}
        self._refused: dict[str, str] = {}
        self._geocoded = {position.origin.row: position for position in self._positions}
        _check_ids(candidate.origin for candidate in self._candidates)
        _check_ids(claim.origin for claim in self._claims)
        _check_ids(position.origin for position in self._positions)

    def run(self, register: CodeRegister, gathering_ids: GatheringRegister) -> Imported:
        groups = self._join(self._explicit_groups())
        self._attach_claims(groups)
        placed, unplaced = self._place(groups)
        codes = register.assign([[row.row for row in group.rows] for group, _ in placed])
        built = [self._build(group, spot, codes[group.main.row]) for group, spot in placed]
        ids = gathering_ids.assign([kept.rows for one in built for kept in one.gatherings])
        places = [one.with_ids(ids) for one in built]
        self._settle_positions({row.row: group for group, _ in placed for row in group.rows})
        items: list[Candidate | Claim | Position] = [*self._candidates, *self._claims, *self._positions]
        outcomes = tuple(self._fates[item.origin] for item in items)
        return Imported(tuple(sorted(places, key=lambda place: place.code)), outcomes, tuple(unplaced))

    def _fate(self, origin: Origin, fate: Fate, why: str = "", code: str = "") -> None:
        self._fates[origin] = Outcome(origin, fate, why, code)

    def _refuse(self, candidate: Candidate, why: str) -> None:
        self._refused[candidate.row] = why
        self._fate(candidate.origin, Fate.REFUSED, why)

    def _explicit_groups(self) -> list[_Group]:
        by_row = {candidate.row: candidate for candidate in self._candidates}
        groups: dict[str, _Group] = {}
        for candidate in self._candidates:
            if why := candidate.refuse or self._why_no_place(candidate):
                self._refuse(candidate, why)
            elif not candidate.same_as:
                groups[candidate.row] = _Group([candidate])
        for candidate in self._candidates:
            if candidate.row in self._refused or not candidate.same_as:
                continue
            main = _main_row(candidate, by_row)
            if main in groups:
                groups[main].rows.append(candidate)
                groups[main].why[candidate.row] = f"same place as {main}"
            else:
                why = f"is refused: {self._refused[main]}" if main in self._refused else "is no row that makes a place"
                self._refuse(candidate, f"its main row {main} {why}")
        return list(groups.values())

    def _why_no_place(self, candidate: Candidate) -> str:
        if strange := [name for name in candidate.denominations if name not in DENOMINATIONS]:
            return f"denominations: {strange[0]!r} is not in the vocabulary"
        if strange := [name for name in candidate.communities if name not in COMMUNITIES]:
            return f"communities: {strange[0]!r} is not in the vocabulary"
        return self._why_not_here(candidate.point) if candidate.point else ""

    def _why_not_here(self, point: Point) -> str:
        if not SERVED_AREA.contains(point):
            return f"{point.longitude}, {point.latitude} lies outside the served area (longitude comes first)"
        if self._areas.locate(point).municipality is None:
            return f"lies outside {' and '.join(self._areas.municipalities())}"
        return ""

    @staticmethod
    def _join(groups: Iterable[_Group]) -> list[_Group]:
        matcher = Matcher()
        joined: dict[str, _Group] = {}
        for group in groups:
            match = next((match for row in group.rows if (match := matcher.find(row))), None)
            if match is None:
                joined[group.main.row] = group
                matcher.add(group.rows, group.main.row)
                continue
            target = joined[match.row]
            target.rows += group.rows
            target.why |= {row.row: match.why for row in group.rows}
            matcher.add(group.rows, match.row)
        return list(joined.values())

    def _attach_claims(self, groups: Iterable[_Group]) -> None:
        of_row = {row.row: group for group in groups for row in group.rows}
        for claim in self._claims:
            if claim.refuse:
                self._fate(claim.origin, Fate.REFUSED, claim.refuse)
            elif why := why_not(claim):
                self._fate(claim.origin, Fate.REFUSED, why)
            elif claim.place in of_row:
                of_row[claim.place].claims.append(claim)
            elif claim.place in self._refused:
                self._fate(claim.origin, Fate.REFUSED, f"its place {claim.place}: {self._refused[claim.place]}")
            else:
                self._fate(claim.origin, Fate.REFUSED, f"no place row has the id {claim.place!r}")

    def _place(self, groups: Iterable[_Group]) -> tuple[list[tuple[_Group, Spot]], list[Unplaced]]:
        placed: list[tuple[_Group, Spot]] = []
        unplaced: list[Unplaced] = []
        for group in groups:
            scratch = PlaceBuilder("", group.rows, group.claims)
            said = scratch.address()
            address = said.value if said else NO_ADDRESS
            spot = scratch.position(self._geocode(group, address))
            if spot is None:
                missing = "no source gives a house number"
                reason = "its address is not in the gazetteer" if address.house_number else missing
                unplaced.append(Unplaced(group.main.row, group.main.name, address, reason))
                self._close(group, Fate.UNPLACED, reason)
            elif why := self._why_not_here(spot.point):
                self._close(group, Fate.REFUSED, why)
            else:
                placed.append((group, spot))
        return placed, unplaced

    def _geocode(self, group: _Group, address: Address) -> Spot | None:
        for row in group.rows:
            if row.row in self._geocoded:
                position = self._geocoded[row.row]
                return Spot(position.point, "address", (position.source,))
        point = self._locate(address.street, address.house_number, address.postcode, address.city)
        return Spot(point, "address", ()) if point else None

    def _close(self, group: _Group, fate: Fate, why: str) -> None:
        items: list[Candidate | Claim] = [*group.rows, *group.claims]
        for item in items:
            self._fate(item.origin, fate, why)

    def _build(self, group: _Group, spot: Spot, code: str) -> BuiltPlace:
        group.code = code
        builder = PlaceBuilder(code, group.rows, group.claims)
        address = builder.address()
        builder.position(None)
        built = builder.build(address, spot, self._areas.locate(spot.point))
        self._fate(group.main.origin, Fate.TAKEN, "", code)
        for row in group.rows[1:]:
            self._fate(row.origin, Fate.MERGED, group.why[row.row], code)
        for outcome in builder.ledger.outcomes():
            self._fates[outcome.origin] = outcome
        return built

    def _settle_positions(self, of_row: Mapping[str, _Group]) -> None:
        for position in self._positions:
            group = of_row.get(position.origin.row)
            if group is None:
                self._fate(position.origin, Fate.REFUSED, "no place row has this id, or its place is refused")
            elif any(row.point for row in group.rows):
                self._fate(position.origin, Fate.SUPERSEDED, "a source gives the position itself", group.code)
            else:
                self._fate(position.origin, Fate.TAKEN, "", group.code)


def _check_ids(origins: Iterable[Origin]) -> None:
    seen: dict[str, Origin] = {}
    for origin in origins:
        if origin.row in seen:
            raise InvalidData(str(origin), f"has the row id of {seen[origin.row]}")
        seen[origin.row] = origin


def _main_row(candidate: Candidate, by_row: Mapping[str, Candidate]) -> str:
    """Follow ``same_as`` to its end; a circle ends where it began."""
    seen = {candidate.row}
    row = candidate.same_as
    while row in by_row and by_row[row].same_as and row not in seen:
        seen.add(row)
        row = by_row[row].same_as
    return row


def compare(old: Iterable[Place], new: Iterable[Place]) -> dict[str, Change]:
    """Tell by code what an import does to the places that were there, as the places file would have them."""
    before = {place.code: place for place in old}
    after = {place.code: place for place in parse_places(format_places(new))}
    return {code: change(before.get(code), after.get(code)) for code in sorted({*before, *after})}
