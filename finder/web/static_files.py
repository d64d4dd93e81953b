"""Static files as they were made at set-up: compressed once and well, not again for every visitor.

``scripts/build_assets.mjs`` lays a ``.br`` and a ``.gz`` beside each file that gains by it.
"""

from __future__ import annotations

import mimetypes
import os.path

from flask import Flask, Response, abort, request, send_from_directory
from werkzeug.security import safe_join

ENDINGS = {"br": ".br", "gzip": ".gz"}
"""What a file is called in each encoding; where a browser takes either as gladly, the first."""

_AS_IT_IS = "identity"


def _encoding(folder: str, filename: str) -> str:
    """Return the encoding that the browser takes most gladly, of those in which there is a file."""
    made = [
        encoding
        for encoding, ending in ENDINGS.items()
        if (path := safe_join(folder, filename + ending)) and os.path.isfile(path)
    ]
    return request.accept_encodings.best_match([*made, _AS_IT_IS], _AS_IT_IS)


def register(app: Flask) -> None:
    """Answer under the address of static files. A file without a compressed twin is sent as it is.

    What begins with a dot is of set-up or of an editor, and is sent to nobody.
    """
    folder = str(app.static_folder)

    def send(filename: str) -> Response:
        if any(part.startswith(".") for part in filename.split("/")):
            abort(404)
        encoding = _encoding(folder, filename)
        if encoding == _AS_IT_IS:
            return app.send_static_file(filename)
        mimetype = mimetypes.guess_type(filename)[0]
        response = send_from_directory(folder, filename + ENDINGS[encoding], mimetype=mimetype)
        response.vary.add("Accept-Encoding")
        if response.status_code != 304:
            response.content_encoding = encoding
        return response

    app.view_functions["static"] = send
