#!/usr/bin/env bash
# The measurements over HTTP need wrk, which asks faster than anything written in Python: the machine's own, or else Debian's.
set -euo pipefail

has_wrk() { command -v wrk >/dev/null 2>&1; }

has_wrk && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo 'No wrk found: installing it for the measurements'
  export DEBIAN_FRONTEND=noninteractive
  apt-get -o DPkg::Lock::Timeout=600 update -qq &&
    apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends wrk >/dev/null || true
fi
has_wrk && exit 0
echo 'make bench needs wrk: apt install wrk (Debian, Ubuntu) or brew install wrk (macOS)' >&2
exit 1
