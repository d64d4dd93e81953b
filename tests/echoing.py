"""The app with one page more, which says what the app sees of whoever asks."""

from flask import jsonify, request
from werkzeug.wrappers import Response

from app import app

FORWARDED = "forwarded"


@app.get("/echo")
def echo() -> Response:
    """Answer with address, scheme, host, and the headers that a proxy might have written."""
    told = {name: value for name, value in request.headers if FORWARDED in name.lower() or name == "X-Real-Ip"}
    return jsonify(address=request.remote_addr, scheme=request.scheme, host=request.host, told=told)
