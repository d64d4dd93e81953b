"""A gunicorn worker that reads a request whole before a thread is spent on it: waitress does the reading.

Half a request costs its sender a socket and us a few kilobytes; an answer that is read slowly waits in memory. The
arbiter, its signals and its log stay those of gunicorn.
"""

from __future__ import annotations

import logging
import os
import socket
import sys
import time
import traceback
from typing import Any

from gunicorn.workers.base import Worker
from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.buffers import OverflowableBuffer
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError, TransferEncodingNotImplemented
from waitress.server import BaseWSGIServer, TcpWSGIServer, UnixWSGIServer
from waitress.task import ThreadedTaskDispatcher

from finder.web.settings import settings_from

READ_WITHIN = 10.0
"""Seconds in which a request must have come in whole: a form of 64 KB takes two on the slowest telephone network."""
IDLE_FOR = 15
"""Seconds for which a connection may be silent, between requests or while its answer is read."""
MOST_CONNECTIONS = 900
"""Of one worker: under the 1,024 open files that a process has by default."""
MOST_HEADERS, MOST_KEPT, MOST_READ = 32 * 1024, 128 * 1024, 16 * 1024 * 1024
"""Bytes of a request: what is kept of its body is twice what the application takes, the rest is read and forgotten.

A sender whose connection is cut while he is still sending never sees why.
"""
MOST_IN_MEMORY = 16 * 1024 * 1024
"""Bytes of a body or an answer: neither ever goes to disk, where a search would be found again."""
_TICK = 1.0


class _Body(OverflowableBuffer):
    """As much of a body as is kept."""

    def append(self, part: bytes) -> None:
        if len(self) < MOST_KEPT:
            super().append(part)


class _Request(HTTPRequestParser):
    """Refuses what waitress would stumble over, or what somebody between us and the sender could read another way."""

    def parse_header(self, header_plus: bytes) -> None:
        try:
            super().parse_header(header_plus)
        except (ParsingError, TransferEncodingNotImplemented):
            raise
        except ValueError:  # a host that is none in the first line, a length of five thousand digits
            raise ParsingError("Bad request") from None
        # RFC 9112, 6.1: whoever reads the length sees another request begin than whoever reads the chunks.
        if "TRANSFER_ENCODING" in self.headers or (self.chunked and "CONTENT_LENGTH" in self.headers):
            raise ParsingError("Bad request")
        if self.body_rcv is not None:
            self.body_rcv.buf = _Body(MOST_IN_MEMORY)


class _Channel(HTTPChannel):
    """A connection that knows since when the request that it is reading has been coming in."""

    parser_class = _Request
    began = 0.0

    def received(self, data: bytes) -> bool:
        if self.request is None:
            self.began = time.time()
        went_on: bool = super().received(data)
        return went_on

    def handle_error(self) -> None:
        """Let go of a connection that we failed at; waitress would write down whose it was and what came over it."""
        kind, _, trace = sys.exc_info()
        frames = "".join(traceback.format_tb(trace))
        self.logger.error("%s while reading a request\n%s", getattr(kind, "__name__", kind), frames)
        self.handle_close()


class _Deadline(BaseWSGIServer):
    """Lets go of whoever does not finish a request; of the oldest ones at once when there is no room for others."""

    channel_class = _Channel

    def maintenance(self, now: float) -> None:
        super().maintenance(now)
        unfinished = [channel for channel in self.active_channels.values() if not channel.requests]
        for channel in unfinished:
            if channel.request is not None and now - channel.began > READ_WITHIN:
                channel.will_close = True
        crowd = len(self.active_channels) - MOST_CONNECTIONS // 2
        if crowd > 0:
            for channel in sorted(unfinished, key=lambda each: each.last_activity)[:crowd]:
                channel.will_close = True


class _Tcp(_Deadline, TcpWSGIServer):
    pass


class _Unix(_Deadline, UnixWSGIServer):
    pass


def believed(proxy: str) -> dict[str, Any]:
    """Return how waitress is to read X-Forwarded-*: from one address alone, and not the host, which a proxy hands on.

    ``proxy`` is as in Settings; from everybody else, and from all when it is empty, these headers are taken away.
    """
    if not proxy:
        return {}
    address = "localhost" if proxy == "unix" else proxy  # as waitress calls whoever comes through a Unix socket
    return {"trusted_proxy": address, "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"}}


class BufferedWorker(Worker):
    """Serves with ``cfg.threads`` threads the requests that have come in whole."""

    def run(self) -> None:
        """Serve until the arbiter says to stop, then finish what has been asked."""
        logging.getLogger("waitress.queue").setLevel(logging.CRITICAL)
        sockets: dict[int, Any] = {}
        threads = ThreadedTaskDispatcher()
        threads.set_thread_count(self.cfg.threads)
        settings = Adjustments(
            threads=self.cfg.threads,
            channel_timeout=IDLE_FOR,
            cleanup_interval=1,
            connection_limit=MOST_CONNECTIONS,
            max_request_header_size=MOST_HEADERS,
            max_request_body_size=MOST_READ,
            outbuf_overflow=MOST_IN_MEMORY,
            outbuf_high_watermark=MOST_IN_MEMORY,
            log_socket_errors=False,
            asyncore_use_poll=True,
            ident=None,
            backlog=self.cfg.backlog,
            **believed(settings_from().trusted_proxy),
        )
        servers = [self._serve(held.sock, settings, threads, sockets) for held in self.sockets]
        while self.alive and self.ppid == os.getppid():
            self.notify()
            wasyncore.loop(timeout=_TICK, map=sockets, use_poll=True, count=1)
        for server in servers:
            server.accepting = False
            server.del_channel(sockets)
        until = time.time() + self.cfg.graceful_timeout
        while time.time() < until and any(
            channel.requests or channel.total_outbufs_len
            for server in servers
            for channel in server.active_channels.values()
        ):
            self.notify()
            wasyncore.loop(timeout=0.1, map=sockets, use_poll=True, count=1)
        threads.shutdown(timeout=1)

    def _serve(
        self, listening: socket.socket, settings: Adjustments, threads: ThreadedTaskDispatcher, sockets: dict[int, Any]
    ) -> BaseWSGIServer:
        kind = _Unix if listening.family == socket.AF_UNIX else _Tcp
        about = (listening.family, listening.type, listening.proto, listening.getsockname())
        return kind(
            self.wsgi, sockets, _sock=listening, dispatcher=threads, adj=settings, sockinfo=about, bind_socket=False
        )
