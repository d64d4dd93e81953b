"""The places as open data, for programs: one room, whatever the standard."""

from finder.web.policy import ErrorShape, Policy

OPEN_DATA = Policy(
    errors=ErrorShape.PROBLEM,
    headers={"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"},
)
"""Whatever lies under ``/api`` is told to programs, and may be read by a page of anybody."""
