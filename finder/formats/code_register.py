"""``codes.csv`` and ``gathering_ids.csv`` beside a places file: every code of a place and id of a gathering issued.

``row`` is empty for what was made by hand.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TypeVar

from finder.domain.code_register import CodeRegister, CodeStatus, GatheringRegister, IssuedCode
from finder.domain.codes import is_code
from finder.domain.errors import InvalidData

COLUMNS = ["code", "row", "status", "moved_to"]
CODES, GATHERING_IDS = "codes.csv", "gathering_ids.csv"
"""Their names, beside the places file."""

_STATUSES = {status.value: status for status in CodeStatus}
R = TypeVar("R", bound=CodeRegister)


def codes_beside(places: Path) -> Path:
    """Return where the register of a places file stands: beside it, for the import as for the server."""
    return places.with_name(CODES)


def read_codes(path: Path) -> CodeRegister:
    """Read the register of codes.

    Raises InvalidData, naming the line, when it is damaged or not there: guessing would give codes away twice.
    """
    return _read(path, CodeRegister)


def read_gathering_ids(path: Path) -> GatheringRegister:
    """Read the register of gatherings as ``read_codes`` does."""
    return _read(path, GatheringRegister)


def registers_beside(places: Path) -> tuple[CodeRegister, GatheringRegister]:
    """Return both registers of a places file: read where there is such a file or one of them, else new ones."""
    codes, gathering_ids = codes_beside(places), places.with_name(GATHERING_IDS)
    if not any(path.exists() for path in (places, codes, gathering_ids)):
        return CodeRegister(), GatheringRegister()
    return read_codes(codes), read_gathering_ids(gathering_ids)


def _read(path: Path, register: type[R]) -> R:
    if not path.exists():
        raise InvalidData(path.name, f"is not there; to begin anew, write the line {','.join(COLUMNS)} into it")
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines, strict=True)
    except (OSError, ValueError, csv.Error) as error:
        raise InvalidData(path.name, f"cannot be read ({error})") from None
    if header != COLUMNS:
        raise InvalidData(path.name, f"has columns {', '.join(header)} and not {', '.join(COLUMNS)}")
    issued: dict[str, IssuedCode] = {}
    for cells in rows:
        try:
            code, row, status, moved_to = cells
            if not (code.startswith(register.prefix) and is_code(code[len(register.prefix) :])) or code in issued:
                raise ValueError(f"code {code!r} fails its check character or stands there twice")
            issued[code] = IssuedCode(code, row, _STATUSES.get(status) or CodeStatus(status), moved_to)
        except ValueError as error:
            raise InvalidData(f"{path.name}, line {len(issued) + 2}", str(error)) from None
    return register(issued.values())


def format_codes(register: CodeRegister) -> str:
    """Write the register, in order of code."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((entry.code, entry.row, entry.status, entry.moved_to) for entry in register.entries())
    return text.getvalue()
