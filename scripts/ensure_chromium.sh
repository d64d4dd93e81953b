#!/usr/bin/env bash
# The browser tests need a Chromium: the machine's own, else Debian's, else the one Playwright brings.
set -euo pipefail
cd "$(dirname "$0")/.."

has_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  .venv/bin/python - <<'PYTHON' >/dev/null 2>&1
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not pathlib.Path(playwright.chromium.executable_path).exists())
PYTHON
}

has_chromium && exit 0
echo 'No Chromium found: installing one for the browser tests'
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get -o DPkg::Lock::Timeout=600 update -qq &&
    apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends chromium >/dev/null || true
fi
has_chromium || .venv/bin/playwright install chromium
