"""Luck that is the same each time."""

from random import Random

import pytest


@pytest.fixture
def draw():
    return Random(1)
