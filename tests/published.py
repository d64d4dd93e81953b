"""Places published for a test: the file, and the register that belongs beside it."""

import os
from collections.abc import Iterable
from pathlib import Path

from finder.domain.code_register import CodeRegister, IssuedCode
from finder.domain.place import Place
from finder.formats.code_register import codes_beside, format_codes
from finder.formats.files import replace_file
from finder.formats.places_file import format_places


def issue(places: Path, codes: Iterable[str], others: Iterable[IssuedCode] = ()) -> None:
    """Write the register beside a places file."""
    register = CodeRegister([*(IssuedCode(code, code) for code in codes), *others])
    replace_file(codes_beside(places), format_codes(register).encode())


def publish(folder: Path, places: Iterable[Place], others: Iterable[IssuedCode] = ()) -> Path:
    """Write places.geojson and codes.csv into the folder; ``others`` are codes of no place of these. Return the first.

    The time of writing always differs, however coarse the clock of the file system.
    """
    listed = list(places)
    file = folder / "places.geojson"
    before = file.stat().st_mtime_ns if file.exists() else 0
    issue(file, (place.code for place in listed), others)
    replace_file(file, format_places(listed).encode())
    if file.stat().st_mtime_ns == before:
        os.utime(file, ns=(before + 1, before + 1))
    return file
