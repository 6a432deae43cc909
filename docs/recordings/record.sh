#!/bin/bash
# Plays the story of a first incident in a terminal (tmux) and writes what the terminal showed, word for word, to
# first-incident.txt beside this script. Needs bash, tmux and what ./allclear needs.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=$(cd "$here/../.." && pwd)
"$home/allclear" --version >/dev/null # builds the tool, so that no build is in the recording

folder=$(mktemp -d)
socket=allclear-recording-$$
trap 'tmux -L "$socket" kill-server 2>/dev/null || true; rm -rf "$folder"' EXIT

mkdir "$folder/recovery" "$folder/bin"
ln -s "$home/allclear" "$folder/bin/allclear"
cat >"$folder/bashrc" <<EOF
unset HISTFILE
PATH="$folder/bin:\$PATH"
PS1='\$ '
PROMPT_COMMAND='tmux -L $socket wait-for -S ready'
cd "$folder/recovery"
EOF
unset SOURCE_DATE_EPOCH TMUX
export LC_ALL=C.UTF-8 NO_COLOR=1
tmux -L "$socket" -f /dev/null new-session -d -x 150 -y 50 "bash --noprofile --rcfile '$folder/bashrc' -i" \; \
    set-option -g history-limit 10000
tmux -L "$socket" wait-for ready

# What the terminal shows on its last line that is not empty.
last() { tmux -L "$socket" capture-pane -p | sed -n '/[^ ]/h;${x;p;}'; }

# The prompt comes a moment after the shell has said that it is ready for it.
prompted() {
    for _ in $(seq 100); do
        [ "$(last)" != '$' ] || return 0
        sleep 0.05
    done
    echo "no prompt: $(last)" >&2
    exit 1
}

# Types a command and waits until it has ended. Its further arguments are answers: to what it asks, and what is typed.
run() {
    tmux -L "$socket" send-keys -l -- "$1"
    tmux -L "$socket" send-keys Enter
    shift
    while [ $# -gt 1 ]; do
        for _ in $(seq 300); do
            shown=$(last)
            case $shown in *"$1"*) break ;; esac
            sleep 0.1
        done
        case $shown in *"$1"*) ;; *)
            echo "waited for '$1', saw '$shown'" >&2
            exit 1
            ;;
        esac
        tmux -L "$socket" send-keys -l -- "$2"
        tmux -L "$socket" send-keys Enter
        shift 2
    done
    tmux -L "$socket" wait-for ready
    prompted
}

prompted
run '# An empty folder.'
run 'allclear'
run 'allclear new site content --now 2026-03-02T09:00Z' \
    'called? [Recovery]' 'Harbour Freight Recovery' \
    'time zone?' 'Europe/Lisbon' \
    'comes first?' 'Checkout' \
    'Product Owner)?' 'Inês Caldeira' \
    'of the team)?' 'Sam Doe' \
    'of them)?' 'Beatriz Lacerda'
run 'allclear build --now 2026-03-02T09:10'

run '# Twelve days later, in the afternoon. Whoever notices it types three words.'
run 'allclear new incident --now 2026-03-14T14:02' \
    'in one line?' 'Checkout offline after a poisoned dependency' \
    'several with commas:' '1' \
    'Number or name:' 'security' \
    '[critical]:' '' \
    'none)?' 'Sprint 41'
run 'id=2026-03-14-checkout-offline-after-a-poisoned-dependency'
run "sed -i 's/^TODO: Say in a few.*/Orders sent card data to a stranger. All customers since 13:40./' content/incidents/\$id/incident.md"
run 'allclear new decision "Take checkout offline" --state offline --now 2026-03-14T14:05' \
    'several with commas [none]:' 'sam' \
    'later)?' 'Outbound calls to a host that nobody knows. Nothing may be sold until we know why.'
run 'allclear new decision "Cancel the sprint" --sprint cancelled --consulted sam.doe --why "Everybody is needed here." --now 2026-03-14T14:20'
run 'allclear new decision "It works again" --state restored --consulted sam.doe --evidence "It looks fine" --why "-" --now 2026-03-14T14:40'
run 'allclear new decision "Rebuild without the package" --state restoring --playbook first-hour --consulted sam.doe --why "From the lockfile of February." --now 2026-03-14T15:10'
run 'allclear new decision "Checkout is restored" --state restored --now 2026-03-14T17:30' \
    'several with commas:' 'sam, bea' \
    'came out?' 'Smoke tests against the rebuilt checkout: 214 of 214 passed; no outbound call in 30 minutes' \
    'later)?' 'It sells again. Why it could happen is still open.'
run 'allclear new decision "Back to normal" --bau resumed --now 2026-03-14T17:31'

run '# The next morning.'
run 'allclear new root-cause --now 2026-03-15T09:00' \
    'Number or name:' 'sam'
run 'allclear status --now 2026-03-15T09:01'

run '# Five days later the report is written. Here sed stands for an editor.'
run 'report=content/incidents/$id/root-cause.md'
run "sed -i 's/^TODO: Say in at least.*/The build took the newest version of a package without comparing its checksum, so the code of a stranger ran in checkout./' \$report"
run "sed -i '/^TODO: Agree on actions/,+1d; s/^|---|.*/&\\n| Compare checksums in every build | prevent | sam.doe | 2026-04-15 | | | |/' \$report"
run "sed -i 's/^TODO: Say in three.*/A poisoned package ran in checkout for 25 minutes, until on-call saw calls to a strange host./' \$report"
run "sed -i 's/^TODO: Say who could.*/412 customers could not pay for 3 h 28 min. Card data of 37 was sent to a stranger./' \$report"
run "sed -i '/^## Timeline/,/^## Root/{/^## Root/!d}; /^## Contributing/,/^## Actions/{/^## Actions/!d}; /^## What went well/,\$d' \$report"
run "sed -i 's/^causes: .*/causes: [malicious-code, dependency]/; s/^status: open/status: closed\\nclosed: 2026-03-20 16:00\\nclosed-by: ines.caldeira/' \$report"
run 'cat $report'
run 'allclear new decision "Resume business as usual" --bau resumed --consulted bea,sam.doe --now 2026-03-20T16:10'
run 'allclear new decision "Resume business as usual" --bau resumed --consulted beatriz.lacerda,sam.doe --why "The cause is known, and the build refuses it." --now 2026-03-20T16:10'
run 'allclear status --now 2026-03-20T16:11'
run 'allclear release 2026-03 --now 2026-03-20T16:30'
run 'allclear verify'
run 'allclear check --now 2026-03-20T16:31'

tmux -L "$socket" capture-pane -p -J -S - -E - | sed 's/[[:space:]]*$//' | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' |
    sed '$d' >"$here/first-incident.txt"
