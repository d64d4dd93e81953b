"""Send bytes to the server on this machine and see what comes of them."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress

from finder.web.buffered_worker import IDLE_FOR, READ_WITHIN
from fuzz.answers import Answer, Ended, Outcome, all_answers, first_answer
from fuzz.asked import Asked

ANSWERED_WITHIN = 30.0
"""Seconds in which a whole request is answered or let go, the machine being as busy as a fuzzer makes it."""
LET_GO_WITHIN = max(READ_WITHIN, IDLE_FOR) + 5.0
"""Seconds in which whoever does not finish is let go."""
_LARGEST = 1 << 16


def limit_of(asked: Asked) -> float:
    """Return within how many seconds a question has to come to an end."""
    return ANSWERED_WITHIN if asked.whole else LET_GO_WITHIN


class Lane:
    """One connection at a time to the server, used again as long as what is asked over it is well framed."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, asked: Asked) -> Outcome:
        """Send what is asked and wait for what comes of it, never longer than its limit."""
        began = time.monotonic()
        used_before = asked.framed and self._writer is not None
        ended, answers = await self._try(asked)
        if used_before and ended is Ended.CLOSED and not answers:
            # It was closed between two questions, as either side may do; RFC 9112 has the sender ask again.
            ended, answers = await self._try(asked)
        return Outcome(ended, time.monotonic() - began, answers)

    def close(self) -> None:
        """Let go of the connection at once, whatever is still to be sent."""
        writer, self._reader, self._writer = self._writer, None, None
        if writer is not None:
            writer.transport.abort()

    async def _try(self, asked: Asked) -> tuple[Ended, tuple[Answer, ...]]:
        try:
            async with asyncio.timeout(limit_of(asked)):
                return await self._talk(asked)
        except TimeoutError:
            self.close()
            return Ended.SILENT, ()
        except OSError:
            self.close()
            return Ended.CLOSED, ()

    async def _talk(self, asked: Asked) -> tuple[Ended, tuple[Answer, ...]]:
        if not asked.framed:
            self.close()
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        assert self._reader is not None
        self._writer.write(asked.sent)
        if asked.leaves:
            await asyncio.sleep(0)
            self.close()
            return Ended.LEFT, ()
        if asked.framed:
            return await self._first(self._reader, asked.method)
        if asked.whole and self._writer.can_write_eof():
            self._writer.write_eof()
        answers = all_answers(await _until_closed(self._reader), asked.method)
        self.close()
        return (Ended.ANSWERED if answers else Ended.CLOSED), answers

    async def _first(self, reader: asyncio.StreamReader, method: str) -> tuple[Ended, tuple[Answer, ...]]:
        sent, closed = b"", False
        while True:
            part = await reader.read(_LARGEST)
            closed = not part
            sent += part
            told = first_answer(sent, method, closed=closed)
            if told is not None or closed:
                break
        if told is None:
            self.close()
            return Ended.CLOSED, ()
        answer, rest = told
        if rest or answer.header("Connection").lower() == "close":
            self.close()
        return Ended.ANSWERED, (answer, *all_answers(rest))


async def _until_closed(reader: asyncio.StreamReader) -> bytes:
    sent = b""
    with suppress(ConnectionError):
        while part := await reader.read(_LARGEST):
            sent += part
    return sent
