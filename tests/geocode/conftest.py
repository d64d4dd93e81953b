"""The local Locatieserver for every test here."""

from collections.abc import Iterator

import pytest

from tests.geocode.fake_locatieserver import Fake, serve


@pytest.fixture
def locatieserver() -> Iterator[Fake]:
    with serve() as fake:
        yield fake
