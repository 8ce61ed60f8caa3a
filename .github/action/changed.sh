#!/usr/bin/env bash
# Tells, as the output `documents`, which reports are to be audited, a line each: without a base the
# whole folder; with one (a pull request's) what was added, changed or renamed there since the two
# parted. What is deleted, and what is no document by its name, is none.
set -euo pipefail

# Kinds of documents that are read; a test holds them against the program's.
kinds="pdf txt text csv tsv ris enw md markdown mdown mkd mdx qmd rmd html htm xhtml xht shtml docx docm tex ltx latex
    bib wiki wikitext mediawiki dotx dotm odt ott odm fodt rtf epub"

is_document() {
    local kind
    case "$1" in *.*) kind="${1##*.}" ;; *) return 1 ;; esac
    case " ${kinds//[[:space:]]/ } " in *" ${kind,,} "*) ;; *) return 1 ;; esac
}

changed() { # into the array `documents`; a base that is not known is an error, not "nothing changed"
    local list name
    list="$(mktemp "$RUNNER_TEMP/ibid-changed.XXXXXX")"
    git diff -z --name-only --no-relative --no-ext-diff --diff-filter=d "$IBID_BASE...HEAD" -- "$IBID_FOLDER" > "$list"
    while IFS= read -r -d '' name; do
        is_document "$name" || continue
        case "$name" in
            # The list has a line for each; such a report is audited with the whole folder.
            *$'\n'* | *$'\r'*) printf '::warning title=ibid::%q is not audited here: its name has a line break\n' "$name" ;;
            *) documents+=("$name") ;;
        esac
    done < "$list"
}

documents=()
if [ -n "$IBID_BASE" ]; then changed; else documents=("$IBID_FOLDER"); fi
if [ "${#documents[@]}" = 0 ]; then
    echo "::notice title=ibid::no report was changed, so none is audited"
fi

# Every name begins with the folder's, so that none is the line that ends the list.
end="end-$RANDOM$RANDOM$RANDOM$RANDOM"
{
    echo "documents<<$end"
    [ "${#documents[@]}" = 0 ] || printf '%s\n' "${documents[@]}"
    echo "$end"
} >> "$GITHUB_OUTPUT"
