"""QR codes, made by segno: as SVG to stand in a page, and as a matrix to draw."""

from __future__ import annotations

from html import escape

import segno

Matrix = tuple[tuple[bool, ...], ...]

QUIET_ZONE = 4
"""White modules around a code, without which readers do not find it."""


def _code(text: str) -> segno.QRCode:
    return segno.make_qr(text, error="m", boost_error=False)


def qr_svg(text: str, label: str = "") -> str:
    """Return a QR code (error level M) as an ``<svg class="qr">`` for a page, black on white, as wide as its room.

    Colours are attributes and not styles, as the Content-Security-Policy asks. ``label`` names it for a screen reader;
    without one it is hidden from it, since the text stands beside it. Raises ValueError for more than 2,331 bytes.
    """
    drawn: str = _code(text).svg_inline(
        border=QUIET_ZONE, dark="#000", light="#fff", svgclass="qr", lineclass=None, omitsize=True
    )
    named = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return drawn.replace("<svg ", f'<svg {named} shape-rendering="crispEdges" ', 1)


def qr_matrix(text: str) -> Matrix:
    """Return the modules of a QR code (error level M), True for black, without the quiet zone. Raises as ``qr_svg``."""
    return tuple(tuple(bool(module) for module in row) for row in _code(text).matrix)
