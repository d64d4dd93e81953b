#!/usr/bin/env bash
# The tests of deploy/ put nginx before the app: the machine's own, or else Debian's.
set -euo pipefail

has_nginx() { PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v nginx >/dev/null 2>&1; }

has_nginx && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo 'No nginx found: installing one for the tests'
  # Debian starts what it installs; in run level 1 it does not, so no port is taken.
  export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
  apt-get -o DPkg::Lock::Timeout=600 update -qq &&
    apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends nginx >/dev/null || true
fi
has_nginx && exit 0
echo 'make test needs nginx: apt install nginx (Debian, Ubuntu) or brew install nginx (macOS)' >&2
exit 1
