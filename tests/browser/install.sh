#!/usr/bin/env bash
# Installs what the browser tests need: Chromium where the system has none and may be changed, and the
# driver from npm. What cannot be had is told in one line; the tests then skip themselves.
set -euo pipefail
cd "$(dirname "$0")"

cannot() {
    echo "browser tests will be skipped: $1"
    exit 0
}

command -v npm >/dev/null || cannot "there is no npm"
if ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null && [ -z "${CHROMIUM:-}" ]; then
    [ "$(id -u)" = 0 ] || cannot "there is no Chromium"
    { timeout 120 apt-get update -qq && timeout 300 apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 \
        || cannot "Chromium could not be installed"
fi
timeout 300 npm ci --ignore-scripts --no-audit --no-fund --silent --cache ../../target/npm >/dev/null 2>&1 \
    || cannot "npm ci failed"
