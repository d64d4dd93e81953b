"""What must never come of anything that is sent."""

from __future__ import annotations

import re

from fuzz.answers import Answer, Ended, Outcome
from fuzz.asked import Asked
from fuzz.hostile import MARKUP, SMUGGLED
from fuzz.wire import limit_of

_CLIENT = re.compile(r"127\.0\.0\.1\D{1,4}(\d{2,5})")
_BUSY, _NOT_IMPLEMENTED = 503, 501


def complaint(asked: Asked, outcome: Outcome) -> str | None:
    """Return what is wrong with what came of a question, None when nothing is."""
    if outcome.ended is Ended.SILENT:
        return f"neither answered nor closed within {limit_of(asked):.0f} s"
    if outcome.ended is Ended.CLOSED and asked.framed:
        return "closed without an answer"
    if len(outcome.answers) > asked.most:
        return f"{len(outcome.answers)} answers to {asked.most} request{'s' * (asked.most > 1)}"
    return next(filter(None, (_of_answer(asked, answer) for answer in outcome.answers)), None)


def _of_answer(asked: Asked, answer: Answer) -> str | None:
    if not 200 <= answer.status < 600:
        return "an answer that is no HTTP"
    if answer.status >= 500 and not _is_said_in_time(asked, answer):
        return f"status {answer.status}"
    if answer.header(SMUGGLED):
        return "a value that became a header"
    if "html" in answer.header("Content-Type"):
        if MARKUP in answer.body:
            return "markup that came in a request stands in a page as it was sent"
        if not answer.header("Content-Security-Policy"):
            return "a page without a Content-Security-Policy"
    return "a traceback in an answer" if b"Traceback (most recent" in answer.body else None


def _is_said_in_time(asked: Asked, answer: Answer) -> bool:
    """Too busy, with when to come back, is an answer; so is that a coding of bytes is none of ours."""
    if answer.status == _BUSY:
        return bool(answer.header("Retry-After"))
    return answer.status == _NOT_IMPLEMENTED and not asked.framed


def log_complaints(log: str, needles: tuple[str, ...], port: int) -> list[str]:
    """Return what is wrong with what a server wrote down: words that were sent, who sent them, or what failed.

    ``port`` is its own, at which it says that it listens.
    """
    lines = log.splitlines()
    small = log.casefold()
    told = [f"{needle!r} stands in the log" for needle in needles if needle.casefold() in small]
    if {found[1] for found in _CLIENT.finditer(log)} - {str(port)}:
        told.append("the address of whoever asked stands in the log")
    failed = [line for line in lines if "[ERROR]" in line or "[CRITICAL]" in line or line.startswith('  File "')]
    if failed:
        told.append(f"{len(failed)} lines of failures in the log, the first of them: {failed[0][:200]}")
    return told


def memory_complaints(grown: dict[int, int], most: int) -> list[str]:
    """Return the workers that grew by more bytes than ``most`` after everything had been used once."""
    return [
        f"worker {pid} grew by {by / 1e6:.1f} MB, more than {most / 1e6:.0f}" for pid, by in grown.items() if by > most
    ]
