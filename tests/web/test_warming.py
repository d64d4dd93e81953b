"""The first visitor waits no longer than the others."""

import subprocess
import sys

from finder.web import fragments
from finder.web.warming import warm_meanwhile
from tests.paths import ROOT


def test_the_pages_that_nobody_asked_anything_of_stand_ready(app):
    fragments._pages.clear()
    warm_meanwhile(app).join(30)
    (pages,) = fragments._pages.values()
    assert {path for _, path in pages} == {"/nl/", "/nl/agenda"}


def test_what_makes_a_pdf_is_there_before_the_first_is_asked_for():
    script = (
        "import sys\nfrom finder.web import create_app\nfrom finder.web.warming import warm\n"
        "app = create_app()\nprint('fpdf' in sys.modules)\nwarm(app)\nprint('fpdf' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "True"]
