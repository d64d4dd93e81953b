"""Answers that are filled up, so that who only sees how large they are cannot tell what was searched."""

from __future__ import annotations

from secrets import randbelow, token_urlsafe

from flask import Response, request
from flask_compress import Compress

STEP = 4096
"""Bytes: what a search brings differs by less, and a page grows by two of its eleven kilobytes at the mean."""
_AROUND = len(b"\n<!--  -->")
_PER_BYTE = 1.1
"""Characters of a random text for each byte that it takes once compressed with a page: measured, 1.0 to 1.2."""
_BLUR = 256
"""Bytes: by so much and more the end of a step is missed, which follows from chance and no longer from the search."""


def filling(size: int) -> bytes:
    """Return a comment that nobody can foresee of ``size`` bytes, or the shortest one that there is."""
    return f"\n<!-- {token_urlsafe(max(size, 0))[: max(size - _AROUND, 0)]} -->".encode()


class PaddedCompress(Compress):
    """Compresses answers, and fills those to what somebody asked up to whole steps."""

    def after_request(self, response: Response | None) -> Response:
        """Return the answer as it is sent."""
        if response is None or request.method != "POST" or response.mimetype != "text/html" or response.is_streamed:
            return super().after_request(response)
        page = response.get_data()
        sent = super().after_request(response)
        missing = -(sent.content_length or len(page)) % STEP
        if not sent.content_encoding:
            sent.set_data(page + filling(missing if missing > _AROUND else missing + STEP))
            return sent
        # How well random text is compressed is known well enough, so once more is enough too.
        del sent.headers["Content-Encoding"]
        sent.set_data(page + filling(int((missing + randbelow(_BLUR)) * _PER_BYTE)))
        return super().after_request(sent)
