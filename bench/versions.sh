#!/usr/bin/env bash
# Measures what many versions of a site cost, in time and on the disk, and prints two tables: see README.md beside this script.
# usage: bench/versions.sh [--versions 50] [--incidents 330] [--seed 1] [--keep]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
allclear=${ALLCLEAR:-$here/../allclear}
export ALLCLEAR_JAVA_OPTS=${ALLCLEAR_JAVA_OPTS--Xmx512m}

usage='usage: bench/versions.sh [--versions 50] [--incidents 330] [--seed 1] [--keep]'
versions=50
incidents=330
seed=1
keep=no
while [ $# -gt 0 ]; do
    case $1 in
        --versions | --incidents | --seed)
            [[ ${2-} =~ ^[1-9][0-9]*$ ]] || { echo "bench: $1 needs a number" >&2; exit 2; }
            declare "${1#--}=$2"
            shift 2
            ;;
        --keep) keep=yes && shift ;;
        *) echo "$usage" >&2 && exit 2 ;;
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

# The time of a release: an hour after the one before.
at() { printf '2026-11-%02dT%02d:00:00Z' $((1 + $1 / 24)) $(($1 % 24)); }

java "$here/GenerateContent.java" "$work/content" --incidents "$incidents" --seed "$seed" >&2
# The tool is built, and its class-data archive made, before anything is measured.
"$allclear" --version >&2

playbook=$work/content/playbooks/billing/restore.md
number=$(sed -n 's/^version: //p' "$playbook")
site=$work/site
now=$(at 0)

# Another version of one playbook: its number is raised, and it says something else.
change() {
    sed -e "s/^version: .*/version: $((number + $1))/" "$playbook" >"$work/playbook"
    printf '\nThis sentence was added for version %s.\n' "$1" >>"$work/playbook"
    mv "$work/playbook" "$playbook"
}

printf '| what | wall s | CPU s | memory MB |\n|---|---:|---:|---:|\n'
row "\`build\`, no site yet" build --quiet --site "$site"
row "\`build\`, nothing changed" build --quiet --site "$site"
for ((i = 1; i <= versions; i++)); do
    change "$i"
    now=$(at "$i")
    case $i in
        1 | 2 | 10 | 20 | 30 | 40 | "$versions") row "\`release\`, version $i" release "v$i" --quiet --site "$site" ;;
        *) row "" release "v$i" --quiet --site "$site" >/dev/null ;;
    esac
done
row "\`release\`, the same once more" release "v$versions" --quiet --site "$site"
row "\`check\`, $versions versions" check --quiet --site "$site"
row "\`build\`, nothing changed, $versions versions" build --quiet --site "$site"
change $((versions + 1))
row "\`build\`, one playbook changed, $versions versions" build --quiet --site "$site"
row "\`versions\`, $versions versions" versions --site "$site"
row "\`verify\`, $versions versions" verify --quiet --site "$site"

# Kilobytes on the disk, a file with several names once; and what the same files would take without second names.
used() { du -sk "$1" | cut -f1; }
copied() { du -skl "$1" | cut -f1; }
mb() { awk -v kb="$1" 'BEGIN { printf "%.0f", kb / 1024 }'; }
printf '\n| on the disk | MB |\n|---|---:|\n'
printf '| content | %s |\n' "$(mb "$(used "$work/content")")"
printf '| site with %s versions | %s |\n' "$versions" "$(mb "$(used "$site")")"
printf '| the same without hard links | %s |\n' "$(mb "$(copied "$site")")"
printf '| one version, all its files | %s |\n' "$(mb "$(used "$site/v/v2")")"
printf '| what each version adds | %s |\n' "$(mb "$(du -sk "$site/v/v1" "$site/v/v2" | tail -n 1 | cut -f1)")"
