#!/usr/bin/env bash
# One comment on an issue or pull request: made once, then updated. A token that may not comment
# (that of a fork's pull request) is a notice, never a failure of the audit.
set -euo pipefail

marker="<!-- ibid-audit -->"
[[ "$IBID_ISSUE" =~ ^[0-9]+$ ]] || { echo "::notice title=ibid::no issue to comment on"; exit 0; }
[ -n "$GITHUB_TOKEN" ] || { echo "::notice title=ibid::no token to comment with"; exit 0; }
[ -f "$IBID_SUMMARY" ] || { echo "::notice title=ibid::no summary to comment with"; exit 0; }
work="$(mktemp -d "$RUNNER_TEMP/ibid-comment.XXXXXX")"
repository="$GITHUB_API_URL/repos/$GITHUB_REPOSITORY"

api() { # METHOD ADDRESS [BODY]: the answer to $work/answer; the token is no argument of a process
    local body=()
    [ -z "${3:-}" ] || body=(--data-binary "@$3" --header "Content-Type: application/json")
    printf 'header = "Authorization: Bearer %s"\n' "$GITHUB_TOKEN" |
        curl --config - --fail --silent --show-error --max-time 60 --request "$1" \
            --header "Accept: application/vnd.github+json" --output "$work/answer" ${body[@]+"${body[@]}"} -- "$2"
}

give_up() { echo "::notice title=ibid::the comment could not be $1"; exit 0; }

known=""
for page in 1 2 3 4 5 6 7 8 9 10; do
    api GET "$repository/issues/$IBID_ISSUE/comments?per_page=100&page=$page" || give_up "looked for"
    # A stranger who writes the marker must not be answered in place of the bot.
    known="$(jq -r --arg marker "$marker" \
        'map(select(.user.type == "Bot" and (.body | startswith($marker)))) | .[0].id // empty' "$work/answer")" ||
        give_up "looked for: the answer is none"
    if [ -n "$known" ] || [ "$(jq length "$work/answer")" -lt 100 ]; then break; fi
done

jq -Rs --arg marker "$marker" '{body: ($marker + "\n" + .)}' "$IBID_SUMMARY" > "$work/body"
if [ -n "$known" ]; then
    api PATCH "$repository/issues/comments/$known" "$work/body" || give_up "updated"
else
    api POST "$repository/issues/$IBID_ISSUE/comments" "$work/body" || give_up "made"
fi
