"""The list of places, and two of the things it is for: compare them, and measure them from a new address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from flask import Blueprint, render_template, request
from markupsafe import Markup

from finder.domain.alike import Alike, Measured, measure_again
from finder.domain.opening_hours import state_of
from finder.domain.place import Place, Source, SpokenLanguage
from finder.domain.shortlist import MOST_PLACES
from finder.domain.vocabulary import Question, Religion
from finder.formats.qr import qr_svg
from finder.i18n import words
from finder.i18n.fact_words import GATHERINGS
from finder.i18n.locales import Spoken
from finder.i18n.phrases import N_, Listing, Sayable
from finder.i18n.voice import NETHERLANDS
from finder.usecases.pick_places import Problem, Trouble
from finder.web import cards, facts, sentences
from finder.web.lists import Asked, place_line, problem_phrase, read_asked
from finder.web.start import Start, found_word, position_value
from finder.web.state import state

pages = Blueprint("shortlist", __name__)

MOST_COMPARED = 5
_ONLY_HERE = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True, slots=True)
class Moved:
    """A place of the list seen from the new address, and what is most like it there."""

    measured: Measured
    far: Listing
    alike: Alike | None
    why: Listing | None
    alike_far: Listing | None


def _common(asked: Asked, answered: bool = True) -> dict[str, object]:
    now = state().now()
    today = now.astimezone(NETHERLANDS).date()
    return {
        "asked": asked,
        "answered": answered,
        "problems": [problem_phrase(problem) for problem in asked.picked.problems],
        "start_phrase": asked.start.phrase,
        "now": now,
        "opening_of": lambda place: state_of(place, now, today),
        "sentences": sentences,
        "next_opening": cards.next_opening,
        "place_line": place_line,
        "found_word": found_word,
        "position_value": position_value,
        "starting_points": state().locator.gazetteer.starting_points,
        "most": MOST_PLACES,
    }


@pages.route("/<spoken:spoken>/shortlist", methods=["GET", "POST"])
def page(spoken: Spoken) -> str:
    """Show the list that was sent; a GET brings the page alone, since the list stands behind the ``#``."""
    asked = read_asked()
    link = cards.list_link(spoken, asked.picked.codes) if asked.places else ""
    return render_template(
        "shortlist.html",
        **_common(asked, request.method == "POST"),
        link=link,
        qr=Markup(qr_svg(link)) if link else "",
        only_here=urlsplit(link).hostname in _ONLY_HERE,
    )


@pages.route("/<spoken:spoken>/compare", methods=["GET", "POST"])
def compare(spoken: Spoken) -> str:
    """Put at most five places side by side; ``also`` are places of the list that are not compared now."""
    asked = read_asked(MOST_COMPARED)
    waiting = [problem for problem in asked.picked.problems if problem.trouble is Trouble.TOO_MANY]
    others = [problem.place for problem in waiting if problem.place] + _also(asked)
    now = state().now()
    return render_template(
        "compare.html",
        **_common(_without(asked, waiting), request.method == "POST"),
        others=others,
        languages_of=lambda place: [_spoken(each) for each in place.languages],
        rows=_rows(asked.places, asked),
        coming={place.code: [facts.coming_phrase(each) for each in facts.coming(place, now)] for place in asked.places},
    )


def _without(asked: Asked, told: list[Problem]) -> Asked:
    """Leave out problems that the page tells in its own way."""
    others = tuple(problem for problem in asked.picked.problems if problem not in told)
    return replace(asked, picked=replace(asked.picked, problems=others))


def _spoken(language: SpokenLanguage) -> tuple[Sayable, Source | None]:
    said, when, source = facts.language(language)
    return (Listing((said, when)) if when else said), source


def _also(asked: Asked) -> list[Place]:
    index = state().index
    known = {place.code: place for place in index.places}
    wanted = [code for code in request.form.getlist("also") if code in known and code not in asked.picked.codes]
    return [known[code] for code in dict.fromkeys(wanted[:MOST_PLACES])]


def _rows(places: tuple[Place, ...], asked: Asked) -> list[tuple[str, Sayable, list[tuple[Sayable, str]]]]:
    """Return the first-visit questions with the answer of each place and its state."""
    rows: list[tuple[str, Sayable, list[tuple[Sayable, str]]]] = []
    for question in Question:
        cells: list[tuple[Sayable, str]] = []
        for place in places:
            _, answer, terms, _ = facts.question(place, question)
            said = facts.ANSWERS[answer]
            cells.append((Listing((said, terms)) if terms else said, str(answer)))
        rows.append(("info", words.QUESTIONS[question], cells))
    return rows


@pages.route("/<spoken:spoken>/moved", methods=["GET", "POST"])
def moved(spoken: Spoken) -> str:
    """Measure each place of the list from a new address, and find what is most like it over there."""
    asked = read_asked()
    return render_template(
        "moved.html", **_common(asked, request.method == "POST"), moved=_moved(asked, asked.start), why_not=_WHY_NOT
    )


_TOO_FAR = N_("Te ver om te lopen. Bewaar deze plek voor een bezoek.")
_WHY_NOT = N_("Dichtbij vonden we geen plek die hierop lijkt.")


def _moved(asked: Asked, start: Start) -> list[Moved]:
    if start.point is None:
        return []
    taken = set(asked.picked.codes)
    found = []
    for measured in measure_again(asked.places, start.point):
        likes = state().candidates.most_alike(measured.place, start.point, limit=len(taken) + 1)
        alike = next((each for each in likes if each.place.code not in taken), None)
        walk: Sayable = _TOO_FAR if measured.too_far else sentences.walk_phrase(measured.metres)
        far = Listing((sentences.distance_phrase(measured.metres), walk))
        found.append(Moved(measured, far, alike, *((_why(alike), _far(alike.metres)) if alike else (None, None))))
    return found


def _far(metres: float) -> Listing:
    return Listing((sentences.distance_phrase(metres), sentences.walk_phrase(metres)))


def _why(alike: Alike) -> Listing:
    said: list[Sayable] = []
    for shared in alike.shared:
        if shared == ("religions", Religion.NONE):
            continue  # two houses without a religion have nothing in common by that
        if shared.filter == "gatherings":
            said.append(GATHERINGS[shared.value])
        else:
            said.append(sentences.value_word(shared.filter, shared.value))
    return Listing(tuple(dict.fromkeys(said)))
