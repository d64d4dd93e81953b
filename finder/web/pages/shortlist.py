"""The list of places, and two of the things it is for: compare them, and measure them from a new address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from flask import Blueprint, render_template, request
from markupsafe import Markup

from finder.domain.alike import Alike, measure_again
from finder.domain.gatherings import Occurrence
from finder.domain.place import Place, Source, SpokenLanguage
from finder.domain.vocabulary import Answer, Question, Religion
from finder.formats.qr import qr_svg
from finder.i18n import words
from finder.i18n.fact_words import GATHERINGS
from finder.i18n.locales import Spoken
from finder.i18n.phrases import N_, Listing, Sayable
from finder.usecases.pick_places import Problem, Trouble, pick_places
from finder.web import cards, facts, openings, sentences
from finder.web.lists import Asked, problem_phrase, read_asked
from finder.web.locale import listing
from finder.web.start import Start, start_context
from finder.web.state import state

pages = Blueprint("shortlist", __name__)

MOST_COMPARED = 5
_ONLY_HERE = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True, slots=True)
class Moved:
    """A place of the list seen from the new address, and what is most like it there."""

    place: Place
    far: Listing
    alike: Alike | None
    why: Listing | None


def _common(asked: Asked) -> dict[str, object]:
    now = state().now()
    return {
        **start_context(asked.start),
        "asked": asked,
        "answered": request.method == "POST",
        "problems": [problem_phrase(problem) for problem in asked.picked.problems],
        "sentences": sentences,
        "cautions": openings.cautions,
        "next_opening": lambda place: openings.next_opening(place, now),
    }


@pages.route("/<spoken:spoken>/shortlist", methods=["GET", "POST"])
def page(spoken: Spoken) -> str:
    """Show the list that was sent; a GET brings the page alone, since the list stands behind the ``#``."""
    asked = read_asked()
    link = cards.list_link(spoken, asked.picked.codes) if asked.places else ""
    return render_template(
        "shortlist.html",
        **_common(asked),
        link=link,
        qr=Markup(qr_svg(link)) if link else "",
        only_here=urlsplit(link).hostname in _ONLY_HERE,
    )


@pages.route("/<spoken:spoken>/compare", methods=["GET", "POST"])
def compare(spoken: Spoken) -> str:
    """Put at most five places side by side; ``also`` are places of the list that are not compared now."""
    asked = read_asked(MOST_COMPARED)
    waiting = [problem for problem in asked.picked.problems if problem.trouble is Trouble.TOO_MANY]
    now = state().now()
    return render_template(
        "compare.html",
        **_common(_without(asked, waiting)),
        others=_others(asked),
        languages_of=lambda place: [_spoken(each) for each in place.languages],
        rows=[(words.QUESTIONS[question], [_cell(place, question) for place in asked.places]) for question in Question],
        coming=lambda place: [_held(each) for each in facts.coming(place, now)],
    )


def _without(asked: Asked, told: list[Problem]) -> Asked:
    """Leave out problems that the page tells in its own way."""
    others = tuple(problem for problem in asked.picked.problems if problem not in told)
    return replace(asked, picked=replace(asked.picked, problems=others))


def _spoken(language: SpokenLanguage) -> tuple[Sayable, Source | None]:
    said, when, source = facts.language(language)
    return listing(said, when), source


def _held(occurrence: Occurrence) -> tuple[Sayable, Sayable]:
    return facts.coming_phrase(occurrence), Listing(facts.doubts_of(occurrence.gathering))


def _others(asked: Asked) -> list[Place]:
    """Return the places of the list that are not compared now."""
    sent = request.form.getlist("code") + request.form.getlist("also")
    listed = pick_places(sent, state().index, state().issued).places
    return [place for place in listed if place not in asked.places]


def _cell(place: Place, question: Question) -> tuple[Sayable, Answer, Sayable | None]:
    _, answer, terms, source = facts.question(place, question)
    return listing(facts.ANSWERS[answer], terms), answer, sentences.said_on(source.stated_on) if source else None


@pages.route("/<spoken:spoken>/moved", methods=["GET", "POST"])
def moved(spoken: Spoken) -> str:
    """Measure each place of the list from a new address, and find what is most like it over there."""
    asked = read_asked()
    return render_template("moved.html", **_common(asked), moved=_moved(asked, asked.start), why_not=_WHY_NOT)


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
        found.append(Moved(measured.place, far, alike, _why(alike) if alike else None))
    return found


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
