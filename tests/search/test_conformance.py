"""The conformance suite, for each engine of tests/search/engines.py."""

from tests.search.conformance import *  # noqa: F403  # its tests are collected here
from tests.search.published import *  # noqa: F403
