#!/usr/bin/env bash
# Installs ibid: the release's binary if its checksum is right, else the action's own source.
# A wrong checksum ends the run: it is never a reason to go on with something else.
set -euo pipefail

bin="$RUNNER_TEMP/ibid-bin"
archive="ibid-$IBID_VERSION-x86_64-unknown-linux-musl.tar.gz"
mkdir -p "$bin"
work="$(mktemp -d "$RUNNER_TEMP/ibid-install.XXXXXX")"

get() { curl --fail --silent --show-error --location --retry 3 --max-time 300 --output "$2" -- "$1"; }

from_source() {
    echo "ibid: no release to be had ($1); building the action's own source"
    cargo install --locked --path "$GITHUB_ACTION_PATH" --root "$work/root"
    cp "$work/root/bin/ibid" "$bin/ibid"
}

from_release() {
    local wanted="$IBID_SHA256" found
    if [ -z "$wanted" ]; then
        get "$IBID_RELEASES/v$IBID_VERSION/$archive.sha256" "$work/sha256" || return 1
        read -r wanted _ < "$work/sha256"
    fi
    get "$IBID_RELEASES/v$IBID_VERSION/$archive" "$work/$archive" || return 1
    found="$(sha256sum < "$work/$archive")"
    found="${found%% *}"
    if [ "$found" != "${wanted,,}" ]; then
        echo "::error title=ibid::the checksum of the release is wrong; nothing was installed"
        exit 1
    fi
    tar -xzf "$work/$archive" -C "$bin" ibid
}

if [ "$(uname -s)-$(uname -m)" != Linux-x86_64 ]; then
    from_source "there is one for Linux on x86-64 only"
elif ! from_release; then
    from_source "it could not be downloaded"
fi
chmod +x "$bin/ibid"
echo "$bin" >> "$GITHUB_PATH"
