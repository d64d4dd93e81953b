"""``data/codes.csv``: every code ever issued."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from finder.domain.code_register import CodeRegister, CodeStatus, IssuedCode
from finder.domain.codes import normalise_code
from finder.domain.errors import InvalidData

COLUMNS = ["code", "row", "status", "moved_to"]


def read_codes(path: Path) -> CodeRegister:
    """Read the register; a file that is not there is an empty one.

    Raises InvalidData, naming the line, when it is damaged: guessing would give codes away twice.
    """
    if not path.exists():
        return CodeRegister()
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines, strict=True)
    except (OSError, ValueError, csv.Error) as error:
        raise InvalidData(path.name, f"cannot be read ({error})") from None
    if header != COLUMNS:
        raise InvalidData(path.name, f"has columns {', '.join(header)} and not {', '.join(COLUMNS)}")
    issued: dict[str, IssuedCode] = {}
    for line, cells in enumerate(rows, 2):
        where = f"{path.name}, line {line}"
        try:
            code, row, status, moved_to = cells
            entry = IssuedCode(code, row, CodeStatus(status), moved_to)
        except ValueError as error:
            raise InvalidData(where, str(error)) from None
        if normalise_code(code) != code or code in issued:
            raise InvalidData(where, f"code {code!r} fails its check character or stands there twice")
        issued[code] = entry
    return CodeRegister(issued.values())


def format_codes(register: CodeRegister) -> str:
    """Write the register, in order of code."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((entry.code, entry.row, entry.status, entry.moved_to) for entry in register.entries())
    return text.getvalue()
