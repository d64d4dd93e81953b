"""The registers of what is issued once and never used again: codes of places, ids of gatherings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from finder.domain.codes import issue_code
from finder.domain.record import record


class CodeStatus(StrEnum):
    """What a code stands for today: a place, a place that is now part of another, or nothing any more."""

    ACTIVE = "active"
    MOVED = "moved"
    RETIRED = "retired"


@record
class IssuedCode:
    """A code, the main row it was issued for, and (when moved) the code where the place went.

    ``row`` is empty for what was made by hand: no import speaks of it, so that none takes its code away.
    """

    code: str
    row: str
    status: CodeStatus = CodeStatus.ACTIVE
    moved_to: str = ""

    @property
    def by_hand(self) -> bool:
        """Tell whether somebody made it, and no import."""
        return not self.row


class CodeRegister:
    """Issues codes and remembers every one ever issued."""

    prefix = ""

    def __init__(self, issued: Iterable[IssuedCode] = ()) -> None:
        self._issued = {entry.code: entry for entry in issued}

    def entries(self) -> tuple[IssuedCode, ...]:
        """Every code ever issued, in order of code."""
        return tuple(self._issued[code] for code in sorted(self._issued))

    def issue_by_hand(self, seed: str) -> str:
        """Issue a code to what somebody makes; the same ``seed`` (a name, an address) gives another code each time."""
        code = issue_code(seed, self._issued, self.prefix)
        self._issued[code] = IssuedCode(code, "")
        return code

    def assign(self, groups: Sequence[Sequence[str]]) -> dict[str, str]:
        """Give each place (the ids of its rows, the main one first) its code; return main row -> code.

        A place keeps the code of its main row, else that of another of its rows; the other codes of its rows then
        say that they moved there. A code whose rows make no place any more is retired, until its row comes back;
        what was made by hand is left as it is.
        """
        by_row: dict[str, list[IssuedCode]] = {}
        for entry in self.entries():
            if entry.by_hand:
                continue
            by_row.setdefault(entry.row, []).append(entry)
        codes: dict[str, str] = {}
        for rows in groups:
            code = self._kept(rows, by_row)
            if code is None:
                code = issue_code(rows[0], self._issued, self.prefix)
                self._issued[code] = IssuedCode(code, rows[0])
            codes[rows[0]] = code
        self._update({row: codes[rows[0]] for rows in groups for row in rows}, set(codes.values()))
        return codes

    @staticmethod
    def _kept(rows: Sequence[str], by_row: Mapping[str, Sequence[IssuedCode]]) -> str | None:
        for status in (CodeStatus.ACTIVE, CodeStatus.RETIRED):
            for row in rows:
                for entry in by_row.get(row, ()):
                    if entry.status is status:
                        return entry.code
        return None

    def _update(self, place_of_row: Mapping[str, str], in_use: set[str]) -> None:
        for code, entry in self._issued.items():
            if entry.by_hand:
                continue
            target = place_of_row.get(entry.row)
            if code in in_use:
                self._issued[code] = replace(entry, status=CodeStatus.ACTIVE, moved_to="")
            elif target is not None:
                self._issued[code] = replace(entry, status=CodeStatus.MOVED, moved_to=target)
            elif entry.status is CodeStatus.ACTIVE:
                self._issued[code] = replace(entry, status=CodeStatus.RETIRED, moved_to="")


class GatheringRegister(CodeRegister):
    """Issues the ids of gatherings: those of places with a G before them, so that nobody takes one for the other.

    The rows of a gathering are those that say it, the believed one first, then those that say the same or said it
    before. So its id stays when a row is mended, when a newer source replaces it, and when all is imported again.
    """

    prefix = "G"
