# Measures one command; for the scripts beside it, which have set $work, a folder, $allclear and $now.

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
