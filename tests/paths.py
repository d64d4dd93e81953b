"""Where the files of the project are, however deep a test lies."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
