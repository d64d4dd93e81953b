"""Every engine in turn."""

import pytest

from tests.search.engines import ENGINES


@pytest.fixture(scope="session", params=ENGINES.values(), ids=ENGINES)
def make(request):
    """Return what makes the engine from places."""
    return request.param
