"""What comes of a request is told as it was, and a connection is used again where it may be."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from fuzz import wire
from fuzz.answers import Ended
from fuzz.asked import Asked, request
from fuzz.wire import Lane

GET = Asked("plain", request("GET", b"/"))
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


@asynccontextmanager
async def _serving(talk):
    came = []

    async def handle(reader, writer):
        came.append(asyncio.current_task())
        try:
            await talk(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1], came
    finally:
        server.close()
        for task in came:
            task.cancel()
        await asyncio.gather(*came, return_exceptions=True)
        await asyncio.sleep(0.01)


def _ask(talk, *asked):
    async def run():
        async with _serving(talk) as (port, came):
            lane = Lane(port)
            outcomes = [await lane.ask(each) for each in asked]
            lane.close()
            await asyncio.sleep(0.01)
            return outcomes, len(came)

    return asyncio.run(run())


async def _well(reader, writer):
    while await reader.read(65536):
        writer.write(OK)


async def _once(reader, writer):
    await reader.read(65536)
    writer.write(OK)


async def _not_at_all(reader, writer):
    await reader.read(65536)


async def _never(reader, writer):
    await reader.read(65536)
    await asyncio.sleep(1)


async def _twice(reader, writer):
    await reader.read(65536)
    writer.write(OK + OK)


def test_a_connection_is_used_again_for_what_is_well_framed():
    (first, second), connections = _ask(_well, GET, GET)
    assert [first.answers[0].body, second.answers[0].status, connections] == [b"ok", 200, 1]


def test_a_connection_that_was_closed_in_between_is_opened_again():
    outcomes, connections = _ask(_once, GET, GET)
    assert ([outcome.ended for outcome in outcomes], connections) == ([Ended.ANSWERED] * 2, 2)


def test_a_connection_that_is_closed_without_an_answer_is_told():
    (outcome,), _ = _ask(_not_at_all, GET)
    assert (outcome.ended, outcome.answers) == (Ended.CLOSED, ())


def test_nobody_is_waited_for_longer_than_the_limit(monkeypatch):
    monkeypatch.setattr(wire, "ANSWERED_WITHIN", 0.1)
    (outcome,), _ = _ask(_never, GET)
    assert outcome.ended is Ended.SILENT
    assert 0.1 <= outcome.seconds < 0.8


def test_a_second_answer_is_kept():
    (outcome,), _ = _ask(_twice, GET)
    assert len(outcome.answers) == 2


def test_who_sends_what_is_badly_framed_ends_his_side_and_reads_to_the_end():
    (outcome,), _ = _ask(_well, Asked("raw", b"\x00", framed=False))
    assert (outcome.ended, len(outcome.answers)) == (Ended.ANSWERED, 1)


def test_who_leaves_does_not_wait():
    (outcome,), _ = _ask(_never, Asked("forms", GET.sent, leaves=True))
    assert (outcome.ended, outcome.answers) == (Ended.LEFT, ())


@pytest.mark.parametrize("asked", [GET, Asked("half", b"GET", framed=False, whole=False)])
def test_who_does_not_finish_is_given_longer(asked):
    assert wire.limit_of(asked) == (wire.ANSWERED_WITHIN if asked.whole else wire.LET_GO_WITHIN)
