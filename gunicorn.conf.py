"""How Samenplek is served. What visitors look for reaches no log: no address, no query string, no body."""

import gc
import logging
import os
import re
import traceback
from pathlib import Path

from gunicorn.glogging import Logger

_host = os.environ.get("BIND", "127.0.0.1")
bind = _host if _host.startswith("unix:") else f"{_host}:{os.environ.get('PORT', '8000')}"

# A browser opens connections before it needs them; a sync worker would sit waiting on one of those.
worker_class = os.environ.get("WORKER_CLASS", "gthread")
workers = int(os.environ.get("WORKERS", "2"))
threads = int(os.environ.get("THREADS", "4"))
preload_app = True
timeout = 30
graceful_timeout = 5
keepalive = 5
control_socket_disable = True
if Path("/dev/shm").is_dir():
    worker_tmp_dir = "/dev/shm"

accesslog = None
errorlog = "-"
loglevel = os.environ.get("LOG_LEVEL", "info")
capture_output = False

_QUERY = re.compile(r"\?\S*")
_INVALID = re.compile(r"^(Invalid request) from ip=.*", re.DOTALL)


class DiscreetFormatter(logging.Formatter):
    """Says what went wrong and where in the code, never with which input."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = _QUERY.sub("?…", _INVALID.sub(r"\1", record.message))
        return super().formatMessage(record)

    def formatException(self, ei) -> str:
        kind, _, trace = ei
        return "".join(traceback.format_tb(trace)) + getattr(kind, "__name__", str(kind))


class DiscreetLogger(Logger):
    def setup(self, cfg) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(DiscreetFormatter(self.error_fmt, self.datefmt))
        ours = logging.getLogger("finder")
        ours.handlers, ours.propagate = self.error_log.handlers, False
        ours.setLevel(self.loglevel)


logger_class = DiscreetLogger


def when_ready(server) -> None:
    """What is loaded by now is shared by the workers for good; the collector need not touch (and copy) it."""
    gc.collect()
    gc.freeze()


def post_worker_init(worker) -> None:
    """Each worker follows for itself what is published, also one that no visitor has asked anything yet."""
    from finder.web.services import follow_what_is_published

    with worker.wsgi.app_context():
        follow_what_is_published()
