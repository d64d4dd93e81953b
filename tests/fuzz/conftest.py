"""Luck that is the same each time, and no other event loop."""

import asyncio
from random import Random

import pytest


@pytest.fixture
def draw():
    return Random(1)


@pytest.fixture(autouse=True)
def _without_the_loop_of_the_browser():
    """Playwright leaves its loop marked as running in this thread until all tests are over."""
    theirs = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(theirs)
