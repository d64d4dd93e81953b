"""An API that describes itself is asked what the description leads to; one that does not is said not to be checked."""

import subprocess
import sys
from contextlib import nullcontext
from types import SimpleNamespace

from fuzz import described


def test_every_finding_of_a_run_comes_again_with_its_seed():
    called = described.command(8000, seed=7)
    assert called[:3] == [str(described.SCHEMATHESIS), "run", "http://127.0.0.1:8000/api/v1/openapi.json"]
    assert called[called.index("--seed") + 1] == "7"
    assert "not_a_server_error" in called[called.index("--checks") + 1]


def test_an_api_without_a_description_is_said_not_to_be_checked(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["described"])
    monkeypatch.setattr(described, "serving", lambda folder: nullcontext(SimpleNamespace(port=1, log="")))
    monkeypatch.setattr(described, "is_described", lambda port: False)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: 1 / 0)
    described.main()
    assert "has not checked it" in capsys.readouterr().out
