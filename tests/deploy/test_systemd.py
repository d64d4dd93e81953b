"""deploy/samenplek.service: what the service may not do, and that systemd takes it where there is a systemd."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import fields

import pytest

from finder.web.settings import Settings, settings_from
from tests.paths import ROOT

UNIT = ROOT / "deploy/samenplek.service"
NGINX_DROP_IN = ROOT / "deploy/nginx-no-core.conf"
ENVIRONMENT = ROOT / "deploy/samenplek.env"
KNOWN = {"Unit", "Service", "Install"}
MOST_EXPOSED = 1.5
"""Of 10, by the table of ``systemd-analyze security``; a service without any sandbox has 9.6."""


def _settings_in(file):
    """Return section, name and value of each line. Raises ValueError for a line that is none."""
    section, found = "", []
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            section = heading[1]
            continue
        name, equals, value = line.partition("=")
        if not (section in KNOWN and equals and re.fullmatch(r"[A-Za-z]+", name)):
            raise ValueError(line)
        found.append((section, name, value))
    return found


@pytest.fixture
def service():
    return {name: value for section, name, value in _settings_in(UNIT) if section == "Service"}


@pytest.mark.parametrize("file", [UNIT, NGINX_DROP_IN])
def test_what_is_searched_reaches_no_dump_and_no_swap(file):
    found = {name: value for _, name, value in _settings_in(file)}
    assert (found["LimitCORE"], found["MemorySwapMax"]) == ("0", "0")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DynamicUser", "yes"),
        ("ProtectSystem", "strict"),
        ("ProtectHome", "yes"),
        ("PrivateTmp", "yes"),
        ("PrivateDevices", "yes"),
        ("NoNewPrivileges", "yes"),
        ("CapabilityBoundingSet", ""),
        ("RestrictAddressFamilies", "AF_UNIX AF_INET AF_INET6"),
        ("IPAddressDeny", "any"),
        ("IPAddressAllow", "localhost"),
        ("MemoryMax", "1G"),
        ("MemoryDenyWriteExecute", "yes"),
        ("ProtectProc", "invisible"),
    ],
)
def test_the_service_is_kept_in_its_room(service, name, value):
    assert service[name] == value


def test_it_serves_as_make_run_does_and_ends_before_it_is_killed(service):
    assert service["ExecStart"].split("/bin/")[1] == "gunicorn --config gunicorn.conf.py app:app"
    graceful = re.search(r"^graceful_timeout = (\d+)", (ROOT / "gunicorn.conf.py").read_text(), re.MULTILINE)
    assert graceful
    assert int(service["TimeoutStopSec"]) > int(graceful[1])


def test_the_environment_sets_what_a_server_behind_a_proxy_needs_and_nothing_unknown():
    lines = [line for line in ENVIRONMENT.read_text(encoding="utf-8").splitlines() if line and line[:2] != "# "]
    named = dict(line.lstrip("#").split("=", 1) for line in lines)
    found = settings_from(named)
    assert (found.public_url, found.trusted_proxy) == ("https://samenplek.example", "127.0.0.1")
    known = set(re.findall(r"`([A-Z_]+)`", (ROOT / "docs/operating.md").read_text(encoding="utf-8")))
    assert named.keys() <= known
    assert [field.name for field in fields(Settings) if getattr(found, field.name) != field.default] == [
        "places",
        "public_url",
        "trusted_proxy",
    ]


def test_systemd_itself_takes_the_unit_and_finds_it_little_exposed(tmp_path):
    analyze = shutil.which("systemd-analyze")
    if analyze is None:  # on a machine without systemd the tests above are all there is
        assert _settings_in(UNIT)
        return
    copy = tmp_path / "samenplek.service"
    text = UNIT.read_text(encoding="utf-8").replace("/opt/samenplek/.venv", str(ROOT / ".venv"))
    copy.write_text(text.replace("/opt/samenplek", str(ROOT)), encoding="utf-8")
    verified = subprocess.run([analyze, "verify", copy], capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")
    offline = [analyze, "security", "--offline=true", f"--threshold={round(MOST_EXPOSED * 10)}", copy]
    judged = subprocess.run(offline, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout[-300:]


def test_a_line_that_is_no_setting_is_noticed(tmp_path):
    (tmp_path / "broken.service").write_text("[Service]\nPrivateTmp yes\n")
    with pytest.raises(ValueError, match="PrivateTmp yes"):
        _settings_in(tmp_path / "broken.service")
