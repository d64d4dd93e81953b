"""Health is a pass while what is published is served, and a warning while something newer was refused."""

from __future__ import annotations

from datetime import UTC, datetime

from finder.usecases.check_health import HealthStatus, check_health
from finder.usecases.library import Library
from tests.places import a_place, a_source
from tests.published import publish

NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


def test_what_is_served_is_a_pass_and_what_was_refused_a_warning(tmp_path):
    library = Library(publish(tmp_path, [a_place(source=a_source("2026-05")), a_place("Twee")]), lambda: NOW)
    health = check_health(library)
    assert (health.status, health.version, health.since) == (HealthStatus.PASS, library.current().version, NOW)
    assert (health.places, health.newest.text, health.refusal) == (2, "2026-10-01", None)
    assert health.days_old(NOW) == 55
    (tmp_path / "codes.csv").write_text("code\n")
    library.look()
    library.look()
    assert check_health(library).status is HealthStatus.WARN
    assert check_health(library).refusal == library.refusal
    assert check_health(library).version == health.version
