#!/bin/sh
# A short story, told with aver itself: what was said in Wintermoor on 31 October 2024, and what came of it.
# Its states, people and texts are invented, all but one sentence: "China has not yet acted".
#
#   demo.sh AVER [FOLDER]   tells it with the program AVER; leaves its stores in FOLDER, which is empty
#
# Where SITE names a folder, its pages are written there.
set -eu
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
if [ $# -gt 1 ]; then
  place=$2
else
  place=$(mktemp -d "${TMPDIR:-/tmp}/aver-demo.XXXXXX")
  trap 'rm -rf "$place"' EXIT
fi
cd "$place"
export PAGER=cat GIT_PAGER=cat
if ! git var GIT_AUTHOR_IDENT >/dev/null 2>&1; then
  export GIT_AUTHOR_NAME="Ada Fields" GIT_AUTHOR_EMAIL=ada@example.org
  export GIT_COMMITTER_NAME="Ada Fields" GIT_COMMITTER_EMAIL=ada@example.org
fi
if [ -t 1 ]; then strong=$(printf '\033[1m') plain=$(printf '\033[0m'); else strong="" plain=""; fi

# Sets the date on which we "type" what follows.
day() {
  AVER_NOW=$(date -u -d "$1 09:00" +%s)
  GIT_AUTHOR_DATE="$AVER_NOW +0000"
  GIT_COMMITTER_DATE="$AVER_NOW +0000"
  export AVER_NOW GIT_AUTHOR_DATE GIT_COMMITTER_DATE
}
tell() { printf '\n%s\n' "$1"; }
# Shows a command as it would be typed, and runs it.
show() {
  line="aver"
  for word in "$@"; do
    case $word in
      *[!a-zA-Z0-9/.,=:~_-]*) line="$line \"$word\"" ;;
      *) line="$line $word" ;;
    esac
  done
  printf '\n%s$ %s%s\n' "$strong" "$line" "$plain"
  "$program" "$@"
}
quietly() { "$program" "$@" >/dev/null; }

day 2024-11-01
tell "A story, told with aver. Its countries and people are invented, all but China in one sentence.

It is 1 November 2024. We start a store, and save the text we work from."
show init facts
cd facts
cat >../page.txt <<'TEXT'
Wintermoor, 31 October 2024. The foreign and defence ministers of the United Wealds and South Dorna met today.

The Secretary of State of the United Wealds said that Calda had been asked to rein in North Dorna, its neighbour,
and that it remained to be seen whether it would.

South Dorna's defence minister was plainer: "Calda keeps silent," he told reporters. It might come to play a
part, he added, if its own interests were harmed.

A spokesman of the Caldan embassy called his country's position on the war in Ulvaria "consistent and clear".
TEXT
quietly actor add calda Calda --kind state --alias Belmora --alias PUC
quietly actor add uw "United Wealds" --kind state
quietly actor add south-dorna "South Dorna" --kind state
quietly actor add uw/brindle "Albert Brindle" --role "Secretary of State=uw"
quietly actor add south-dorna/kem-yarr-olin "Kem Yarr-olin" --role "Minister of Defence=south-dorna"
quietly actor add calda/lio-pendar "Lio Pendar" --role "embassy spokesman=calda"
quietly source add 2024/ministers-wintermoor "Ministers meet in Wintermoor" --capture ../page.txt \
  --published 2024-10-31

tell "A claim is a sentence that somebody can affirm, deny, or say nothing about."
show add dorn/calda-restrains-dorn "Calda acts to restrain North Dorna" --kind policy --tag troops
quietly add dorn/uw-arms-south-dorna "The United Wealds sends more arms to South Dorna" --kind policy
quietly record uw-arms-south-dorna uw not-acted --held 2024-10-31 --source ministers-wintermoor --searched "the communique"
quietly add dorn/calda-position-unchanged "Calda's position on the war in Ulvaria is unchanged" --kind fact

tell "Who holds what, in one line each. Calda itself says nothing; a minister reports it."
show record calda-restrains-dorn calda silent --held 2024-10-31 --via kem-yarr-olin \
  --quote "Calda keeps silent" --source ministers-wintermoor --locator "para 3"
quietly record calda-restrains-dorn uw/brindle query --held 2024-10-31 --source ministers-wintermoor \
  --summary "It remains to be seen whether Calda will act" --locator "para 2"
show record calda-position-unchanged calda affirm --held 2024-10-31 --speaker lio-pendar \
  --quote "consistent and clear" --source ministers-wintermoor --locator "para 4"

tell "What a newspaper found is one line as well, attributed to the newspaper: that somebody has not acted is a finding."
cat >../courier.txt <<'TEXT'
Who has acted, and who has not? China has not yet acted.
TEXT
quietly actor add china China --kind state
quietly actor add wintermoor-courier "Wintermoor Courier" --kind outlet
quietly source add 2024/courier "Who has acted" --capture ../courier.txt --published 2024-10-31
quietly add china-acts "China acts" --kind policy
show record china-acts china not-acted --held 2024-10-31 --via wintermoor-courier \
  --quote "China has not yet acted" --source courier

day 2024-11-15
tell "Two weeks later. Calda's silence becomes something else; and that is one line, too. (Belmora, the capital, is
another name of Calda.)"
cat >../briefing.txt <<'TEXT'
At the ministry's briefing in Belmora a spokesman said that Calda had "spoken with North Dorna about restraint".
TEXT
quietly source add 2024/briefing "Ministry briefing" --capture ../briefing.txt --published 2024-11-14
show record calda-restrains-dorn Belmora affirm --held 2024-11-14 --source 2024/briefing \
  --quote "spoken with North Dorna about restraint"

tell "What Calda holds now, and how it came to that."
show history calda-restrains-dorn --holder calda

tell "What did Calda hold on 1 November? And what does the change look like, in positions?"
show show calda-restrains-dorn --on 2024-11-01
show diff --on 2024-10-31..2024-11-15 --evidence

tell "Our record was wrong, and its correction was wrong, too. What is set aside stays so: the first mistake does not come
back."
show correct calda-position-unchanged/2024-10-31-calda neutral --reason "He named the position, and did not affirm it"
show correct calda-position-unchanged/2024-10-31-calda-2 qualified --condition "as long as its borders are safe" \
  --reason "He did, on a condition"

tell "What somebody does and what they say are told beside each other."
show record uw-arms-south-dorna uw silent --held 2024-11-15 --searched "the Secretary's briefings"
show show uw-arms-south-dorna

day 2024-12-20
tell "Somebody looks again for a word of the United Wealds, and finds none. That moves the day of the last look, and nothing
else."
show again uw-arms-south-dorna/2024-11-15-uw --same-places
show history uw-arms-south-dorna

tell "Five weeks on: which positions has nobody looked at for 30 days, and who has moved since October, with the
evidence of both sides?"
show due --days 30
show flips --since 2024-10-01

tell "Who recorded this quote, when, from where? It is an ordinary git repository."
show blame calda-restrains-dorn/2024-10-31-calda quote
show log calda-restrains-dorn
show check
as() {
  export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"
}
tell "Nobody works alone. Ann and Ben have a clone each, and a bare repository between them; the store asks for one
approval. Ann proposes what the ministry said next; what she has checked out stays as it is."
printf '\n[review]\napprovals = 1\n' >>aver.toml
quietly commit -m "One approval"
cd ..
git init -q --bare server.git
git -C facts remote add origin ../server.git
quietly -C facts sync
git clone -q server.git ann && git clone -q server.git ben
cat >later.txt <<'TEXT'
On 18 December the ministry said that "Calda has no influence on decisions of others".
TEXT
cd ann
as "Ann Lee" ann@example.org
show propose december
quietly source add 2024/december "Ministry, 18 December" --capture ../later.txt --published 2024-12-18
show record calda-restrains-dorn calda deny --held 2024-12-18 --source december \
  --quote "Calda has no influence on decisions of others"
quietly propose --end
quietly sync

tell "Ben reads what it means, and asks for a change; Ann makes it. Meanwhile Ben has recorded something else."
cd ../ben
as "Ben Ray" ben@example.org
quietly sync
show review show december
show review request-changes december 2024-12-18-calda -m "Say who uttered it"
quietly record uw-arms-south-dorna uw announced --held 2024-12-17 --summary "A first delivery was announced"
quietly sync --unreviewed -m "It is on the air at six"
cd ../ann
as "Ann Lee" ann@example.org
quietly sync
quietly propose december
printf '#!/bin/sh\nsed -i "/^quote = /i speaker = \\"calda/lio-pendar\\"" "$1"\n' >../editor
chmod +x ../editor
GIT_EDITOR=../editor quietly edit 2024-12-18-calda
quietly propose --end
quietly sync

tell "The second round: only what has changed. An approval is of exact contents; accepting merges by record and field."
cd ../ben
as "Ben Ray" ben@example.org
quietly sync
show review show december --new
show review approve december
show review accept december
quietly sync
tell "And Ann has it, with who approved it, beside what Ben recorded meanwhile, which could not wait for a review."
cd ../ann
as "Ann Lee" ann@example.org
show sync
show verify --policy
show blame calda-restrains-dorn/2024-12-18-calda position
show diff --on 2024-11-15..2024-12-20

tell "Then it turns out that the briefing of November was never held. What rests on that page alone, and what did Calda hold
on 1 December without it? A second command takes all of it back, in one commit."
cd ..
git clone -q server.git desk && cd desk
show impact 2024/briefing --on 2024-12-01
show retract --resting-on 2024/briefing --reason "No such briefing was held"

tell "And what did we believe about 1 December, before and after?"
show history calda-restrains-dorn --on 2024-12-01 --as-known --holder calda
if [ -n "${SITE:-}" ]; then
  tell "And for all who will never open a terminal, the same as pages:"
  show site "$SITE" --title "The Dorn desk"
fi
if [ $# -gt 1 ]; then gone="they are in $2"; else gone="they are gone again"; fi
tell "That was told with stores of its own, and $gone. Begin yours with: $1 init facts"
