"""The application on the real data, its clock stopped on a Wednesday."""

from datetime import UTC, datetime

import pytest

from finder.web import create_app

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def app():
    return create_app(clock=lambda: NOW)


@pytest.fixture
def client(app):
    return app.test_client()
