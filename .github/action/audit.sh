#!/usr/bin/env bash
# Audits the documents, and tells the outputs. Inputs come as environment variables, lists a line
# each; nothing of them is ever read as a command. Ends with ibid's exit code. Bash 3.2, which macOS has,
# takes an empty list for an unset one.
set -uo pipefail

documents=() arguments=()
while IFS= read -r line; do [ -z "$line" ] || documents+=("$line"); done <<< "$IBID_DOCUMENTS"
while IFS= read -r line; do [ -z "$line" ] || arguments+=("$line"); done <<< "$IBID_ARGUMENTS"
case "$IBID_OUTPUT" in
    *$'\n'* | *$'\r'*) echo "::error title=ibid::the output folder must be one line"; exit 3 ;;
esac

started="$(mktemp "$RUNNER_TEMP/ibid-started.XXXXXX")"
code=0
ibid audit --format "$IBID_FORMATS" --output "$IBID_OUTPUT" --fail-on "$IBID_FAIL_ON" \
    ${arguments[@]+"${arguments[@]}"} -- ${documents[@]+"${documents[@]}"} || code=$?

{
    echo "exit-code=$code"
    echo "folder=$IBID_OUTPUT"
    # An earlier run's audit is none of this one.
    if [ "$IBID_OUTPUT/audit.json" -nt "$started" ]; then
        echo "json=$IBID_OUTPUT/audit.json"
        jq -r '.totals.verdicts as $counts | "citations=\(.totals.citations)",
            ("alive", "moved", "changed", "dead", "restricted", "unsure", "skipped"
             | "\(.)=\($counts[.] // 0)")' "$IBID_OUTPUT/audit.json"
    fi
    [ ! "$IBID_OUTPUT/audit.summary.md" -nt "$started" ] || echo "summary=$IBID_OUTPUT/audit.summary.md"
} >> "$GITHUB_OUTPUT"
exit "$code"
