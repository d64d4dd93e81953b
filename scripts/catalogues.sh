#!/usr/bin/env bash
# Collects the messages (extract), or brings every catalogue up to date with them (update).
# Dates and the name of the tool are left out of the headers, so that equal messages give equal files.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=translations
template=$folder/messages.pot
babel() { .venv/bin/pybabel -q "$@"; }
steady() { sed -i -E '/^"(POT-Creation-Date|Generated-By):/d' "$@"; }

extract() {
  local draft
  mkdir -p "$folder"
  draft=$(mktemp)
  # shellcheck disable=SC2064
  trap "rm -f '$draft'" EXIT
  babel extract --mapping pyproject.toml --no-default-keywords \
    --keyword say --keyword say_in:2 --keyword say_text --keyword Phrase --keyword N_ --keyword Plural:1,2 \
    --add-comments NOTE: --strip-comments --add-location file --sort-output --no-wrap \
    --project Samenplek --version 1 \
    --header-comment '# Messages of Samenplek. Source language: Dutch (nl), level A2. Licence: EUPL-1.2.' \
    --output-file "$draft" .
  steady "$draft"
  cmp -s "$draft" "$template" || cp "$draft" "$template"
}

update() {
  local catalogue
  for catalogue in "$folder"/*/LC_MESSAGES/messages.po; do
    [ -e "$catalogue" ] || continue
    babel update --input-file "$template" --output-file "$catalogue" \
      --locale "$(basename "$(dirname "$(dirname "$catalogue")")")" --no-wrap --ignore-pot-creation-date --no-fuzzy-matching --ignore-obsolete
    steady "$catalogue"
  done
}

case "${1:-}" in
  extract) extract ;;
  update) update ;;
  *) echo "usage: $0 extract|update" >&2; exit 2 ;;
esac
