"""The application on the real data, as the pages are measured."""

import pytest

from finder.web import create_app


@pytest.fixture(scope="session")
def client():
    return create_app().test_client()
