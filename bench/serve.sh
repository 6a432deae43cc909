#!/usr/bin/env bash
# Measures how soon serve shows a changed playbook, and prints a table: see README.md beside this script.
# usage: bench/serve.sh [--edits 50] [--incidents 3300] [--seed 1]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
allclear=$here/../allclear
now=2026-11-01T00:00:00Z
export ALLCLEAR_JAVA_OPTS=${ALLCLEAR_JAVA_OPTS--Xmx1g}

edits=50
generate=()
while [ $# -gt 0 ]; do
    case $1 in
        --edits)
            [ $# -ge 2 ] || { echo "bench: $1 needs a number" >&2; exit 2; }
            edits=$2
            shift 2
            ;;
        --incidents | --seed)
            [ $# -ge 2 ] || { echo "bench: $1 needs a number" >&2; exit 2; }
            generate+=("$1" "$2")
            shift 2
            ;;
        *) echo "usage: bench/serve.sh [--edits 50] [--incidents 3300] [--seed 1]" >&2 && exit 2 ;;
    esac
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java "$here/GenerateContent.java" "$work/content" ${generate[@]+"${generate[@]}"} >&2
# The tool is built, and its class-data archive made, before anything is measured.
"$allclear" --version >&2
printf '| edits | fastest ms | median ms | 90%% ms | slowest ms | CPU ms an edit |\n|---:|---:|---:|---:|---:|---:|\n'
java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "$here/ServeLatency.java" "$work/content" "$edits" \
    "$allclear" serve --port 0 --content "$work/content" --site "$work/site" --now "$now"
printf '\n%s processors, load %s\n' "$(getconf _NPROCESSORS_ONLN)" "$(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || echo unknown)"
