#!/bin/sh
# Runs every target side by side and says what came of it: fuzz/run.sh [SECONDS [BINARIES]]
set -eu
cd "$(dirname "$0")"
seconds=${1:-1800}
binaries=${2:-target/x86_64-unknown-linux-gnu/release}
mkdir -p artifacts
for seeds in seeds/*; do
    target=${seeds#seeds/}
    mkdir -p "corpus/$target" "artifacts/$target"
    words=artifacts/$target.dict
    cat dictionaries/citations >"$words"
    if [ -f "dictionaries/$target" ]; then cat "dictionaries/$target" >>"$words"; fi
    # In fork mode a target goes on after what it finds.
    nice -n 15 "$binaries/$target" "corpus/$target" "$seeds" -dict="$words" \
        -max_total_time="$seconds" -fork=1 -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 \
        -rss_limit_mb=1500 -timeout=10 -max_len=65536 -artifact_prefix="artifacts/$target/" \
        >"artifacts/$target.log" 2>&1 &
done
wait || true
printf 'target\truns\tseconds\tfeatures\tfindings\n'
for seeds in seeds/*; do
    target=${seeds#seeds/}
    log=artifacts/$target.log
    runs=$(sed -n 's/^#\([0-9]*\): cov.* time: \([0-9]*\)s.*/\1\t\2/p' "$log" | tail -n 1)
    features=$(sed -n 's/.* ft: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)
    printf '%s\t%s\t%s\t%s\n' "$target" "${runs:-stopped\t-}" "$features" "$(find "artifacts/$target" -type f | wc -l)"
done
