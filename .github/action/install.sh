#!/usr/bin/env bash
# Installs ibid: the release's binary for this machine if its checksum is right, else the same version
# from source. A wrong checksum ends the run: it is never a reason to go on with something else.
set -euo pipefail

bin="$RUNNER_TEMP/ibid-bin"
mkdir -p "$bin"
work="$(mktemp -d "$RUNNER_TEMP/ibid-install.XXXXXX")"
machine="${RUNNER_OS:-$(uname -s)}-${RUNNER_ARCH:-$(uname -m)}"

get() { curl --fail --silent --show-error --location --retry 3 --max-time 300 --output "$2" -- "$1"; }

sha256() { # of standard input; macOS has the one, Linux the other
    if command -v sha256sum > /dev/null; then sha256sum; else shasum -a 256; fi
}

target() { # what the release calls this machine, by the runner's words or those of uname
    case "$machine" in
        Linux-X64 | Linux-x86_64) echo x86_64-unknown-linux-musl ;;
        Linux-ARM64 | Linux-aarch64) echo aarch64-unknown-linux-musl ;;
        macOS-ARM64 | Darwin-arm64) echo aarch64-apple-darwin ;;
        *) return 1 ;;
    esac
}

from_source() { # the action's own source where it is that version, else what is tagged so
    echo "ibid: no release to be had ($1); building version $IBID_VERSION from source"
    if grep -qxF "version = \"$IBID_VERSION\"" "$GITHUB_ACTION_PATH/Cargo.toml"; then
        cargo install --locked --path "$GITHUB_ACTION_PATH" --root "$work/root"
    else
        cargo install --locked --git "${IBID_RELEASES%/releases/download}" --tag "v$IBID_VERSION" --root "$work/root" ibid
    fi
    cp "$work/root/bin/ibid" "$bin/ibid"
}

from_release() { # TARGET
    local archive="ibid-$IBID_VERSION-$1.tar.gz" wanted="$IBID_SHA256" found
    if [ -z "$wanted" ]; then
        get "$IBID_RELEASES/v$IBID_VERSION/$archive.sha256" "$work/sha256" || return 1
        read -r wanted _ < "$work/sha256"
    fi
    get "$IBID_RELEASES/v$IBID_VERSION/$archive" "$work/$archive" || return 1
    found="$(sha256 < "$work/$archive")"
    found="${found%% *}"
    if [ "$found" != "$(tr '[:upper:]' '[:lower:]' <<< "$wanted")" ]; then
        echo "::error title=ibid::the checksum of the release is wrong; nothing was installed"
        exit 1
    fi
    tar -xzf "$work/$archive" -C "$bin" ibid
}

if ! wanted_target="$(target)"; then
    from_source "there is none for $machine"
elif ! from_release "$wanted_target"; then
    from_source "it could not be downloaded"
fi
chmod +x "$bin/ibid"
echo "$bin" >> "$GITHUB_PATH"
