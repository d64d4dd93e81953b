"""From import files to places: every row is taken, merged, superseded, refused with its reason, or unplaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from finder.domain.areas import Areas
from finder.domain.code_register import CodeRegister, GatheringRegister
from finder.domain.errors import InvalidData
from finder.domain.geometry import SERVED_AREA, Point
from finder.domain.place import NO_ADDRESS, Address, Place
from finder.domain.vocabulary import COMMUNITIES, DENOMINATIONS, Sensitivity
from finder.formats.import_csv import ImportFile
from finder.formats.places_file import format_places, parse_places
from finder.merging.build_place import BuiltPlace, build_place
from finder.merging.candidate import Candidate, Claim, Fate, Origin, Outcome, Position
from finder.merging.gather import Gathered, Spot
from finder.merging.grouping import Group, attach_claims, group_rows
from finder.merging.matching import Change, change
from finder.merging.resolve import one_title_a_page
from finder.merging.sensitivity import sensitivity_of, why_kept_back, without_address

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


@dataclass(frozen=True, slots=True)
class _Located:
    group: Group
    gathered: Gathered
    spot: Spot


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
        self._areas, self._locate_address = areas, locate
        self._fates: dict[Origin, Outcome] = {}
        self._unplaced: list[Unplaced] = []
        _check_ids(candidate.origin for candidate in self._candidates)
        _check_ids(claim.origin for claim in self._claims)
        _check_ids(position.origin for position in self._positions)

    def run(self, register: CodeRegister, gathering_ids: GatheringRegister) -> Imported:
        located = self._locate(self._gather())
        codes = register.assign([[row.row for row in one.group.rows] for one in located])
        built = [self._build(one, codes[one.group.main.row]) for one in located]
        ids = gathering_ids.assign([kept.rows for one in built for kept in one.gatherings])
        self._settle_positions(located, codes)
        items: list[Candidate | Claim | Position] = [*self._candidates, *self._claims, *self._positions]
        return Imported(
            tuple(sorted((one.with_ids(ids) for one in built), key=lambda place: place.code)),
            tuple(self._fates[item.origin] for item in items),
            tuple(self._unplaced),
        )

    def _fate(self, origin: Origin, fate: Fate, why: str = "", code: str = "") -> None:
        self._fates[origin] = Outcome(origin, fate, why, code)

    def _gather(self) -> list[Group]:
        refused = {row.row: why for row in self._candidates if (why := row.refuse or self._why_no_place(row))}
        groups, left_out = group_rows(self._candidates, refused)
        for row in self._candidates:
            if row.row in left_out:
                self._fate(row.origin, Fate.REFUSED, left_out[row.row])
        for origin, why in attach_claims(groups, self._claims, left_out).items():
            self._fate(origin, Fate.REFUSED, why)
        return groups

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

    def _locate(self, groups: Iterable[Group]) -> list[_Located]:
        located: list[_Located] = []
        geocoded = {position.origin.row: position for position in self._positions}
        for group in groups:
            gathered = Gathered(group.rows, group.claims)
            address = gathered.address.value if gathered.address else NO_ADDRESS
            found = next((geocoded[row.row] for row in group.rows if row.row in geocoded), None)
            spot = gathered.spot or self._spot_of(address, found)
            if why := why_kept_back(group):
                self._close(group, Fate.REFUSED, why)
            elif spot is None and sensitivity_of(group) is Sensitivity.ON_REQUEST:
                self._close(group, Fate.REFUSED, "its address is kept back, and no source gives its position")
            elif spot is None:
                missing = "no source gives a house number"
                reason = "its address is not in the gazetteer" if address.house_number else missing
                self._unplaced.append(Unplaced(group.main.row, group.main.name, address, reason))
                self._close(group, Fate.UNPLACED, reason)
            elif why := self._why_not_here(spot.point):
                self._close(group, Fate.REFUSED, why)
            else:
                located.append(_Located(group, gathered, spot))
        return located

    def _spot_of(self, address: Address, found: Position | None) -> Spot | None:
        if found:
            return Spot(found.point, "address", (found.source,))
        point = self._locate_address(address.street, address.house_number, address.postcode, address.city)
        return Spot(point, "address", ()) if point else None

    def _close(self, group: Group, fate: Fate, why: str) -> None:
        for origin in group.origins:
            self._fate(origin, fate, why)

    def _build(self, one: _Located, code: str) -> BuiltPlace:
        sensitivity, there = sensitivity_of(one.group), one.spot.point
        built = build_place(code, one.gathered, one.spot, self._areas.locate(there), sensitivity)
        if sensitivity is Sensitivity.ON_REQUEST:
            built = replace(built, place=without_address(built.place, self._areas.middle_around(there)))
        self._fate(one.group.main.origin, Fate.TAKEN, "", code)
        for row in one.group.rows[1:]:
            self._fate(row.origin, Fate.MERGED, one.group.why[row.row], code)
        for ledger in (one.gathered.ledger, one.gathered.evidence):
            for outcome in ledger.outcomes(code):
                self._fates[outcome.origin] = outcome
        return built

    def _settle_positions(self, located: Iterable[_Located], codes: dict[str, str]) -> None:
        of_row = {row.row: one.group for one in located for row in one.group.rows}
        for position in self._positions:
            group = of_row.get(position.origin.row)
            if group is None:
                self._fate(position.origin, Fate.REFUSED, "no place row has this id, or its place is refused")
            elif any(row.point for row in group.rows):
                why = "a source gives the position itself"
                self._fate(position.origin, Fate.SUPERSEDED, why, codes[group.main.row])
            else:
                self._fate(position.origin, Fate.TAKEN, "", codes[group.main.row])


def _check_ids(origins: Iterable[Origin]) -> None:
    seen: dict[str, Origin] = {}
    for origin in origins:
        if origin.row in seen:
            raise InvalidData(str(origin), f"has the row id of {seen[origin.row]}")
        seen[origin.row] = origin


def compare(old: Iterable[Place], new: Iterable[Place]) -> dict[str, Change]:
    """Tell by code what an import does to the places that were there, as the places file would have them.

    Raises InvalidData for a new place that the places file would not be read back with.
    """
    before = {place.code: place for place in old}
    after = {place.code: place for place in parse_places(format_places(new))}
    return {code: change(before.get(code), after.get(code)) for code in sorted({*before, *after})}
