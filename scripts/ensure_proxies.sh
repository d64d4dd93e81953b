#!/usr/bin/env bash
# The tests of deploy/ put nginx and Caddy before the app: the machine's own, or else Debian's.
set -euo pipefail

missing() {
  local name
  for name in nginx caddy; do
    PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v "$name" >/dev/null 2>&1 || echo "$name"
  done
}

wanted=$(missing)
[ -z "$wanted" ] && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Not found, installing for the tests:" $wanted
  # Debian starts what it installs; in run level 1 it does not, so no port is taken.
  export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
  apt-get -o DPkg::Lock::Timeout=600 update -qq &&
    apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends $wanted >/dev/null || true
fi
wanted=$(missing)
[ -z "$wanted" ] && exit 0
echo "make test needs" $wanted": apt install" $wanted "(Debian, Ubuntu) or brew install" $wanted "(macOS)" >&2
exit 1
