"""How Samenplek is served. What visitors look for reaches no log: no address, no query string, no body."""

import gc
import logging
import os
import re
import resource
import shutil
import sys
import tempfile
import traceback
from pathlib import Path

from gunicorn.glogging import Logger

_host = os.environ.get("BIND", "127.0.0.1")
bind = _host if _host.startswith("unix:") else f"{_host}:{os.environ.get('PORT', '8000')}"

# One client with eight half-sent requests held every thread of a gthread worker; docs/benchmarks.md has figures.
worker_class = os.environ.get("WORKER_CLASS", "finder.web.buffered_worker.BufferedWorker")
workers = int(os.environ.get("WORKERS", "2"))
threads = int(os.environ.get("THREADS", "4"))
preload_app = True
timeout = 30
graceful_timeout = 15
keepalive = 5
control_socket_disable = True
# A dump of the memory after a crash would hold what people searched.
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
if Path("/dev/shm").is_dir():
    worker_tmp_dir = "/dev/shm"

if os.environ.get("SAMENPLEK_METRICS") == "1":  # before the application is loaded: its counters look at it
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = tempfile.mkdtemp(prefix="samenplek-metrics-")

accesslog = None
errorlog = "-"
loglevel = os.environ.get("LOG_LEVEL", "info")
capture_output = False

_QUERY = re.compile(r"\?\S*")
_INVALID = re.compile(r"^(Invalid request) from ip=.*", re.DOTALL)
_MALFORMED = re.compile(r"^(Malformed proxy header \S+) from .*", re.DOTALL)
_SERVING = re.compile(r"(while serving) .*", re.DOTALL)


class DiscreetFormatter(logging.Formatter):
    """Says what went wrong and where in the code, never with which input."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        for words in (_INVALID, _MALFORMED, _SERVING):
            record.message = words.sub(r"\1", record.message)
        record.message = _QUERY.sub("?…", record.message)
        return super().formatMessage(record)

    def formatException(self, ei) -> str:
        kind, _, trace = ei
        return "".join(traceback.format_tb(trace)) + getattr(kind, "__name__", str(kind))


class DiscreetLogger(Logger):
    def setup(self, cfg) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(DiscreetFormatter(self.error_fmt, self.datefmt))
        for name in ("finder", "waitress"):
            theirs = logging.getLogger(name)
            theirs.handlers, theirs.propagate = self.error_log.handlers, False
            theirs.setLevel(self.loglevel)


logger_class = DiscreetLogger


def on_starting(server) -> None:
    """Start nowhere that others can reach without knowing the address that stands in links."""
    from finder.domain.errors import InvalidInput
    from finder.web.hosts import must_be_public

    try:
        must_be_public(bind, os.environ.get("SAMENPLEK_PUBLIC_URL", ""))
    except InvalidInput as error:
        sys.exit(str(error))


def when_ready(server) -> None:
    """What is loaded by now is shared by the workers for good; the collector need not touch (and copy) it."""
    gc.collect()
    gc.freeze()


def post_worker_init(worker) -> None:
    """Each worker follows for itself what is published, also one that no visitor has asked anything yet."""
    from finder.web.services import follow_what_is_published
    from finder.web.warming import warm_meanwhile

    with worker.wsgi.app_context():
        follow_what_is_published()
    warm_meanwhile(worker.wsgi)


def child_exit(server, worker) -> None:
    """What a worker counted stays counted, what it was doing at the moment does not."""
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(worker.pid)


def on_exit(server) -> None:
    """Leave no counts behind."""
    shutil.rmtree(os.environ.get("PROMETHEUS_MULTIPROC_DIR", ""), ignore_errors=True)
