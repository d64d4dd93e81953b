"""The family of errors that a user can cause or repair."""

from __future__ import annotations


class FinderError(Exception):
    """Something a user, an operator or a file got wrong; its text may be shown."""


class InvalidInput(FinderError):
    """A value that somebody gave cannot be used.

    ``key`` names what was given: a field of the domain, or where somebody reads a form or a query its key there.
    ``value`` is what was given for it, ``allowed`` says what would have been right.
    """

    def __init__(self, key: str, value: str, allowed: str) -> None:
        super().__init__(f"{key}: {value[:200]!r} is not {allowed}")
        self.key = key
        self.value = value[:200]
        self.allowed = allowed

    def called(self, key: str) -> InvalidInput:
        """Return the same refusal with the key that somebody knows the field by."""
        return InvalidInput(key, self.value, self.allowed)


class InvalidData(FinderError):
    """A file or record does not have the documented shape; ``where`` names the line, row or feature."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class UnknownPlace(FinderError):
    """No place has this code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"no place has the code {code[:20]!r}")
        self.code = code[:20]
