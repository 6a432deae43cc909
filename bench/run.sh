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

# GNU time or, where there is none, Python: seconds on the clock, seconds of CPU in user and system mode, KB at the peak.
gnu_time=$(type -P time || true)
if [ -n "$gnu_time" ] && "$gnu_time" -f '%e %U %S %M' true >/dev/null 2>&1; then
    measured() { "$gnu_time" -q -f '%e %U %S %M' -o "$work/time" "$@"; }
elif command -v python3 >/dev/null 2>&1; then
    measured() {
        python3 - "$work/time" "$@" <<'PYTHON'
import resource, subprocess, sys, time
began = time.monotonic()
status = subprocess.call(sys.argv[2:])
wall = time.monotonic() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
peak = used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
with open(sys.argv[1], "w") as out:
    print(f"{wall:.2f} {used.ru_utime:.2f} {used.ru_stime:.2f} {peak}", file=out)
sys.exit(status)
PYTHON
    }
else
    echo "bench: GNU time or python3 is needed to measure" >&2
    exit 2
fi

row() {
    local name=$1 status=0 wall user system peak
    shift
    measured "$allclear" "$@" --content "$work/content" --now "$now" >"$work/said" 2>&1 </dev/null || status=$?
    if [ "$status" -ne 0 ]; then
        tail -n 20 "$work/said" >&2
        echo "bench: allclear $1 ended with status $status" >&2
        exit 1
    fi
    read -r wall user system peak <"$work/time"
    awk -v name="$name" -v wall="$wall" -v user="$user" -v system_="$system" -v peak="$peak" \
        'BEGIN { printf "| %s | %.2f | %.2f | %.0f |\n", name, wall, user + system_, peak / 1024 }'
}

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
