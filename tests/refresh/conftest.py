"""Servers on this machine."""

import pytest

from tests.refresh.server import serving


@pytest.fixture
def server():
    with serving() as told:
        yield told


@pytest.fixture
def other():
    """Another one, which no operator chose."""
    with serving() as told:
        yield told
