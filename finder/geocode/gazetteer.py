"""The offline gazetteer: a text or an address to points, without any network."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from finder.domain.errors import InvalidData
from finder.domain.geometry import Point, metres_between
from finder.geocode.choices import MOST_CHOICES, in_order, label, main_stops, settle
from finder.geocode.choices import asked as ask
from finder.geocode.entries import (
    Entries,
    FoundKind,
    KnownName,
    KnownPostcode,
    parse_entries,
    read_starting_points,
)
from finder.geocode.found import Found, Lookup, Question
from finder.geocode.kinds import SaidKinds
from finder.geocode.names import NameIndex
from finder.geocode.question import Asked, Reader
from finder.geocode.streets import StreetTable, street_table
from finder.geocode.streets_file import parse_streets
from finder.geocode.text import fold, number_key, splits
from finder.geocode.things import Things, coded, named

MOST = 20
"""Never more results than this, whatever is asked."""
POSTCODE_SLACK = 300
"""Metres that a street may lie outside the doubts of itself and of its postcode together."""

_Search = Callable[[str], list[str]]


class Gazetteer:
    """What ``data/gazetteer.json`` and the file of streets beside it know, ready to be asked."""

    def __init__(self, entries: Entries, own: Iterable[KnownName] = (), streets: StreetTable | None = None) -> None:
        source = entries.streets.source if entries.streets else ""
        self.sources = entries.sources
        self._things = Things(entries, own, streets or street_table(()), source)
        self._postcodes = {entry.postcode: entry for entry in entries.postcodes}
        names = self._things.names
        districts = {entry.name for entry in names if entry.kind is FoundKind.DISTRICT}
        self._reader = Reader(self._things.towns, districts, (code for code in self._postcodes if len(code) == 4))
        self._index = NameIndex(self._things.folded)
        self._kinds = SaidKinds(names)
        self.starting_points = tuple(entry.name for entry in names if entry.kind is FoundKind.STARTING_POINT)
        points = [_at_own_point(entry) for entry in self._things.own]
        named_so = Counter(fold(found.name) for found in points)
        self._own = {fold(found.name): found for found in points if named_so[fold(found.name)] == 1}
        self._own |= {fold(found.label): found for found in points}
        self.own_points = tuple(dict.fromkeys(found.label for found in points))

    @classmethod
    def load(cls, path: Path, starting_points: Path | None = None) -> Gazetteer:
        """Read a gazetteer file, the file of streets that it names, and an operator's own starting points.

        Raises InvalidData when one of them cannot be read or is not as documented.
        """
        entries = parse_entries(_read(path).decode("utf-8", "replace"), path.name)
        own = read_starting_points(starting_points) if starting_points and starting_points.exists() else ()
        if entries.streets is None:
            return cls(entries, own)
        beside = path.with_name(entries.streets.file)
        content = _read(beside)
        if hashlib.sha256(content).hexdigest() != entries.streets.sha256:
            raise InvalidData(str(beside), f"is not the one that {path.name} was compiled with")
        return cls(entries, own, parse_streets(content, beside.name))

    def find(self, text: str, limit: int = 5) -> list[Found]:
        """Return what ``lookup`` settles, or else its choices, none of them certain. Never raises.

        A house number or the letters of a postcode that are not known make what is settled not certain.
        """
        meaning = self.lookup(text)
        return ([meaning.settled] if meaning.settled else list(meaning.choices))[: max(0, min(limit, MOST))]

    def lookup(self, text: str) -> Lookup:
        """Return what a text means: settled, a question, or unknown. Never raises.

        Streets, with a house number or without, postcodes, neighbourhoods, stops, towns and starting points are
        known however they are written; what is only like one of them is asked about. The label of a choice, looked
        up, is that choice; an operator's own starting point is that point, whatever else is called so.
        """
        if own := self._own.get(fold(text)):
            return _settled(own)
        head, comma, _ = text.partition(",")
        if comma and (chosen := self._chosen(self.lookup(head), text)):
            return _settled(chosen)
        asked = self._reader.read(text)
        if not asked.words:
            return self._of_postcode(asked)
        for search in (self._index.exactly, self._index.restored):
            if found := self._meant(asked, search):
                return self._decided(*self._with_postcode(found, asked, search))
        if found := self._narrowed(asked):
            return self._decided(found, asked)
        if asked.postcode and asked.words[0].isdigit():
            return self._of_postcode(asked)
        return ask(Question.MEANT, list(islice(self._alike(asked), 2 * MOST_CHOICES)), self._things.around)

    def locate_address(self, street: str, house_number: str, postcode: str, city: str) -> Point | None:
        """Return the point of exactly this address, or None when it is not known or not the only one.

        Only doors and buildings that a source names are used, never a number whose street was inferred. Parts not
        known are empty; the parts given must agree.
        """
        return self._things.addresses.locate(street, house_number, postcode, city)

    def _chosen(self, meaning: Lookup, text: str) -> Found | None:
        words = fold(text)
        return next((choice for choice in meaning.choices if fold(choice.label) == words), None)

    def _meant(self, asked: Asked, search: _Search) -> list[Found]:
        """Return what the words name: a stop said with a word for it (``station``), a name, or a house in a street."""
        ways = dict.fromkeys(((asked.whole, ""), (asked.words, asked.town)))
        found = [named(entry) for words, town in ways for entry in self._kinds.find(words, town)]
        for words, town in ways:
            found += [thing for name in search(words) for thing in self._things.called(name, town)]
        return found or self._houses(asked, search, splits(asked.words))

    def _with_postcode(self, found: list[Found], asked: Asked, search: _Search) -> tuple[list[Found], Asked]:
        """A number that no house has may be the digits of a postcode that the street lies in (Postjesweg 1057)."""
        *words, last = asked.words.split()
        if asked.postcode or last not in self._postcodes or any(one.number_known for one in found):
            return found, asked
        other = replace(asked, whole=" ".join(words), words=" ".join(words), postcode=last)
        streets = [one for one in self._meant(other, search) if self._lies_in(one, last)]
        return (streets, other) if streets else (found, asked)

    def _houses(self, asked: Asked, search: _Search, ways: Iterable[tuple[str, str]]) -> list[Found]:
        for street, number in ways:
            found = [one for name in search(street) for one in self._things.houses(name, number, asked.town)]
            if found:
                return [self._by_postcode(one, asked) for one in found]
        return []

    def _narrowed(self, asked: Asked) -> list[Found]:
        narrower = self._reader.narrower(asked)
        if narrower is None:
            return []
        around = self._things.around
        found = self._meant(narrower, self._index.exactly)
        found = [part for one in found for part in self._things.parts(one) or [one]]
        if narrower.near:
            found = [one for one in found if narrower.near in map(fold, around.landmarks(one.point, one.name))]
        if narrower.district:
            found = [one for one in found if fold(around.district(one.point)) == narrower.district]
        return found

    def _decided(self, found: Sequence[Found], asked: Asked) -> Lookup:
        around = self._things.around
        if asked.postcode:
            agreeing = [one for one in found if self._lies_in(one, asked.postcode)]
            if not agreeing:
                return ask(Question.WHICH, [*in_order(found), *self._coded(asked.postcode)], around)
            found = agreeing
        found = main_stops(found)
        if one := settle(found):
            return _settled(one)
        if len({one.town for one in found}) == 1:
            found = [part for one in in_order(found) for part in self._things.parts(one) or [one]]
            found = self._nearest_to_postcode(found, asked.postcode)
        return _settled(found[0]) if len(found) == 1 else ask(Question.WHICH, in_order(found), around)

    def _of_postcode(self, asked: Asked) -> Lookup:
        found = self._coded(asked.postcode)
        if not found:
            return Lookup()
        if asked.town and fold(asked.town) not in fold(found[0].town):
            return ask(Question.MEANT, found, self._things.around)
        if not number_key(asked.words):
            return _settled(found[0])
        if door := self._things.addresses.behind(asked.postcode, asked.words):
            return self._decided(self._things.houses(fold(door.street), asked.words, door.town), asked)
        return _settled(replace(found[0], number_known=False))

    def _coded(self, postcode: str) -> list[Found]:
        known = self._known_postcode(postcode)
        return [coded(known, postcode)] if known else []

    def _known_postcode(self, postcode: str) -> KnownPostcode | None:
        return self._postcodes.get(postcode) or self._postcodes.get(postcode[:4])

    def _lies_in(self, found: Found, postcode: str) -> bool:
        known = self._known_postcode(postcode)
        slack = POSTCODE_SLACK + found.precision_metres
        return known is None or metres_between(known.point, found.point) <= known.precision + slack

    def _nearest_to_postcode(self, found: list[Found], postcode: str) -> list[Found]:
        """Those parts of a street that may lie in a postcode; all of them where none can."""
        known = self._known_postcode(postcode) if postcode else None
        if known is None:
            return found

        def may_lie_there(one: Found) -> bool:
            return metres_between(known.point, one.point) <= known.precision + one.precision_metres

        return list(filter(may_lie_there, found)) or found

    def _by_postcode(self, found: Found, asked: Asked) -> Found:
        """A postcode of six characters says more of a house than its street does, where the number is not known."""
        known = self._postcodes.get(asked.postcode)
        if found.number_known or known is None or known.precision >= found.precision_metres:
            return found
        if not self._lies_in(found, asked.postcode):
            return found
        return replace(found, point=known.point, precision_metres=known.precision, source=known.source)

    def _alike(self, asked: Asked) -> Iterator[Found]:
        """Things that may be meant, the likeliest first: elsewhere, after other words, mistyped, or around."""
        words = asked.words.split()
        for at in range(1, len(words)):
            yield from self._meant(replace(asked, words=" ".join(words[at:]), whole=""), self._index.exactly)
        yield from self._houses(asked, self._index.like, reversed(list(splits(asked.words))))
        for name in self._index.like(asked.words):
            yield from in_order(self._things.called(name, asked.town))
        if asked.town:
            for name in self._index.holding_any(words):
                yield from in_order(self._things.called(name, asked.town))
            yield from in_order(self._meant(replace(asked, town=""), self._index.exactly))
            yield from self._things.called(fold(asked.town), "")
        yield from self._coded(asked.postcode)


def _at_own_point(entry: KnownName) -> Found:
    found = named(entry)
    return replace(found, label=label(found))


def _settled(found: Found) -> Lookup:
    certain = found.number_known and found.postcode_known
    return Lookup(replace(found, label=found.label or label(found), certain=certain))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidData(str(path), f"cannot be read ({error})") from None
