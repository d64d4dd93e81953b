"""Which rows speak of one place, and which facts are about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from finder.merging.candidate import Candidate, Claim, Origin
from finder.merging.claims import ParsedClaim
from finder.merging.matching import Matcher
from finder.merging.parse_claims import UnusableClaim, parse_claim


@dataclass(slots=True)
class Group:
    """The rows of one place, the main one first, why each of the others joined, and the facts about it."""

    rows: list[Candidate]
    why: dict[str, str] = field(default_factory=dict)
    claims: list[ParsedClaim] = field(default_factory=list)

    @property
    def main(self) -> Candidate:
        """The row that names the place."""
        return self.rows[0]

    @property
    def origins(self) -> list[Origin]:
        """Where everything stands that is said about the place."""
        return [*(row.origin for row in self.rows), *(claim.row.origin for claim in self.claims)]


def group_rows(candidates: Sequence[Candidate], refused: Mapping[str, str]) -> tuple[list[Group], dict[str, str]]:
    """Return the groups of rows, and row -> why of those that are in none.

    ``refused`` are rows that may make no place; a row that says it is the same place as one of them is refused too.
    """
    explicit, left_out = _same_as_told(candidates, refused)
    return _joined(explicit), left_out


def _same_as_told(candidates: Sequence[Candidate], refused: Mapping[str, str]) -> tuple[list[Group], dict[str, str]]:
    by_row = {candidate.row: candidate for candidate in candidates}
    left_out = dict(refused)
    groups = {row.row: Group([row]) for row in candidates if row.row not in refused and not row.same_as}
    for candidate in candidates:
        if candidate.row in left_out or not candidate.same_as:
            continue
        main = _main_row(candidate, by_row)
        if main in groups:
            groups[main].rows.append(candidate)
            groups[main].why[candidate.row] = f"same place as {main}"
        else:
            why = f"is refused: {left_out[main]}" if main in left_out else "is no row that makes a place"
            left_out[candidate.row] = f"its main row {main} {why}"
    return list(groups.values()), left_out


def _main_row(candidate: Candidate, by_row: Mapping[str, Candidate]) -> str:
    """Follow ``same_as`` to its end; a circle ends where it began."""
    seen = {candidate.row}
    row = candidate.same_as
    while row in by_row and by_row[row].same_as and row not in seen:
        seen.add(row)
        row = by_row[row].same_as
    return row


def _joined(groups: Iterable[Group]) -> list[Group]:
    """Put together what is the same place though no row says so."""
    matcher = Matcher()
    joined: dict[str, Group] = {}
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


def attach_claims(groups: Iterable[Group], claims: Iterable[Claim], left_out: Mapping[str, str]) -> dict[Origin, str]:
    """Read each fact once and give it to the group of its place; return why each of the others is refused."""
    of_row = {row.row: group for group in groups for row in group.rows}
    refused: dict[Origin, str] = {}
    for claim in claims:
        try:
            if claim.refuse:
                raise UnusableClaim(claim.refuse)
            parsed = parse_claim(claim)
            if claim.place in left_out:
                raise UnusableClaim(f"its place {claim.place}: {left_out[claim.place]}")
            if claim.place not in of_row:
                raise UnusableClaim(f"no place row has the id {claim.place!r}")
            of_row[claim.place].claims.append(parsed)
        except UnusableClaim as error:
            refused[claim.origin] = str(error)
    return refused
