#!/usr/bin/env bash
# Measures build and check on generated content, and prints a table: see README.md beside this script.
# usage: bench/run.sh [--incidents 3300] [--seed 1] [--keep]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
allclear=$here/../allclear
now=2026-11-01T00:00:00Z
export ALLCLEAR_JAVA_OPTS=${ALLCLEAR_JAVA_OPTS--Xmx512m}

generate=()
keep=no
while [ $# -gt 0 ]; do
    case $1 in
        --incidents | --seed)
            [ $# -ge 2 ] || { echo "bench: $1 needs a number" >&2; exit 2; }
            generate+=("$1" "$2")
            shift 2
            ;;
        --keep) keep=yes && shift ;;
        *) echo "usage: bench/run.sh [--incidents 3300] [--seed 1] [--keep]" >&2 && exit 2 ;;
    esac
done

work=$(mktemp -d)
finish() {
    if [ "$keep" = yes ]; then
        echo "Kept in $work" >&2
    else
        rm -rf "$work"
    fi
}
trap finish EXIT

# shellcheck source=bench/measured.sh
. "$here/measured.sh"

java "$here/GenerateContent.java" "$work/content" ${generate[@]+"${generate[@]}"} >&2
# The tool is built, and its class-data archive made, before anything is measured.
"$allclear" --version >&2

playbook=$work/content/playbooks/billing/restore.md
site=$work/site

printf '| what | wall s | CPU s | memory MB |\n|---|---:|---:|---:|\n'
row "\`check\`" check --quiet
row "\`build\`, no site yet" build --quiet --site "$site"
row "\`build\`, nothing changed" build --quiet --site "$site"
printf '\nThis sentence was added to measure a build after one change.\n' >>"$playbook"
row "\`build\`, one playbook changed" build --quiet --site "$site"
