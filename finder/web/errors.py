"""One table from what went wrong to its HTTP status; a page in the reader's language, or problem+json in the API."""

from __future__ import annotations

import json
from urllib.parse import quote

from flask import Flask, Response, current_app, redirect, render_template, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound, ServiceUnavailable, TooManyRequests
from werkzeug.routing import RequestRedirect
from werkzeug.wrappers import Response as AnyResponse

from finder.domain.errors import FinderError, InvalidInput, UnknownPlace
from finder.i18n.phrases import N_, Phrase
from finder.web.locale import negotiated
from finder.web.policy import ErrorShape, policies_of, policy_here
from finder.wording.field_words import field_problem

STATUS: dict[type[FinderError], int] = {InvalidInput: 400, UnknownPlace: 404}

NO_SUCH_PAGE = N_("Deze pagina is er niet")
TOO_BUSY = N_("Het is nu te druk")
COME_BACK = N_("Wacht een minuut en probeer het dan nog een keer.")
_TITLES = {
    400: N_("Dit konden we niet lezen"),
    404: NO_SUCH_PAGE,
    405: N_("Dit kan hier niet"),
    413: N_("Dit is te veel tekst"),
    429: TOO_BUSY,
    503: TOO_BUSY,
}
_OTHERWISE = N_("Er ging iets mis")
_ADVICE = {
    400: N_("Ga terug en probeer het nog een keer."),
    404: N_("Misschien is het adres niet goed. Zoek de plek opnieuw."),
    413: N_("Schrijf het korter."),
    429: COME_BACK,
    503: COME_BACK,
}
_ADVICE_OTHERWISE = N_("Het ligt niet aan jou. Probeer het zo nog een keer.")


def problem(status: int, title: str, detail: str, **members: object) -> Response:
    """Answer with RFC 9457 problem+json; half a character, which JSON can say and UTF-8 cannot, becomes ``?``."""
    body = {"status": status, "title": title, "detail": detail, **members}
    text = json.dumps(body, ensure_ascii=False).encode(errors="replace")
    return Response(text, status, content_type="application/problem+json")


def _wants_json() -> bool:
    return policy_here().errors is ErrorShape.PROBLEM


def _page(status: int, field: Phrase | None = None) -> tuple[str, int]:
    title, advice = _TITLES.get(status, _OTHERWISE), _ADVICE.get(status, _ADVICE_OTHERWISE)
    return render_template("error.html", title=title, advice=advice, field=field), status


def status_of(error: FinderError) -> int:
    """Return the HTTP status of an error: that of the nearest kind that STATUS knows, or 500."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def _finder_error(error: FinderError) -> Response | tuple[str, int]:
    status = status_of(error)
    if not _wants_json():
        return _page(status, field_problem(error.key) if isinstance(error, InvalidInput) else None)
    if isinstance(error, InvalidInput):
        members = {"key": error.key, "value": error.value, "allowed": error.allowed}
        return problem(status, "Bad input", f"{error.key} must be {error.allowed}", **members)
    return problem(status, "Not found" if status == 404 else "Error", str(error))


def _http_error(error: HTTPException) -> AnyResponse:
    status = error.code or 500
    if isinstance(error, RequestRedirect):
        return error.get_response()
    if isinstance(error, NotFound) and (better := _in_a_locale_of_ours()):
        return redirect(better)
    if _wants_json():
        answer = problem(status, error.name, error.description or error.name)
    else:
        answer = current_app.make_response(_page(status))
    if isinstance(error, MethodNotAllowed):
        answer.allow.update(error.valid_methods or ())
    if isinstance(error, ServiceUnavailable | TooManyRequests):
        answer.retry_after = error.retry_after
    return answer


def _in_a_locale_of_ours() -> str | None:
    """Return the same page in a locale we have, when only the locale in the path was wrong."""
    wrong, _, rest = request.path.lstrip("/").partition("/")
    if not wrong or policies_of(current_app).room_of(request.path):
        return None
    better = f"/{negotiated().path}/{rest}"
    adapter = current_app.create_url_adapter(request)
    if adapter is None:
        return None
    try:
        adapter.match(better, method="GET")
    except HTTPException:
        return None
    return quote(better, safe="/+")


def _crash(_: Exception) -> Response | tuple[str, int]:
    if _wants_json():
        return problem(500, "Internal error", "something went wrong on our side")
    return _page(500)


def register(app: Flask) -> None:
    """Answer every error in the reader's terms."""
    app.register_error_handler(FinderError, _finder_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(500, _crash)
