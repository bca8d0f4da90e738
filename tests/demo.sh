#!/bin/sh
# A short story, told with aver itself: what was said in Washington on 31 October 2024, and what came of it.
# The source text is written for this demo; it is about public statements of that day.
set -eu
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
place=$(mktemp -d "${TMPDIR:-/tmp}/aver-demo.XXXXXX")
trap 'rm -rf "$place"' EXIT
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
tell "It is 1 November 2024. We start a store, and save the text we work from."
show init facts
cd facts
cat >../page.txt <<'TEXT'
Washington, 31 October 2024. The foreign and defence ministers of the United States and South Korea met today.

The American Secretary of State said that Beijing had been asked to rein in Pyongyang, and that it remained to
be seen whether it would.

South Korea's defence minister was plainer: "China keeps silent," he told reporters. It might come to play a
part, he added, if its own interests were harmed.

A spokesman of the Chinese embassy called his country's position on Ukraine "consistent and clear".
TEXT
quietly actor add china China --kind state --alias Beijing --alias PRC
quietly actor add us "United States" --kind state
quietly actor add south-korea "South Korea" --kind state
quietly actor add us/blinken "Antony Blinken" --role "Secretary of State=us"
quietly actor add south-korea/kim-yong-hyun "Kim Yong-hyun" --role "Minister of Defence=south-korea"
quietly actor add china/liu-pengyu "Liu Pengyu" --role "embassy spokesman=china"
quietly source add 2024/ministers-washington "Ministers meet in Washington" --capture ../page.txt \
  --published 2024-10-31

tell "A claim is a sentence that somebody can affirm, deny, or say nothing about."
show add dprk/china-restrains-dprk "China acts to restrain North Korea" --kind policy --tag troops
quietly add dprk/us-arms-seoul "The United States sends more arms to South Korea" --kind policy
quietly record us-arms-seoul us not-acted --held 2024-10-31 --source ministers-washington --searched "the communique"
quietly add dprk/china-position-unchanged "China's position on the war in Ukraine is unchanged" --kind fact

tell "Who holds what, in one line each. China itself says nothing; a minister reports it."
show record china-restrains-dprk china silent --held 2024-10-31 --via kim-yong-hyun \
  --quote "China keeps silent" --source ministers-washington --locator "para 3"
quietly record china-restrains-dprk us/blinken query --held 2024-10-31 --source ministers-washington \
  --summary "It remains to be seen whether China will act" --locator "para 2"
show record china-position-unchanged china affirm --held 2024-10-31 --speaker liu-pengyu \
  --quote "consistent and clear" --source ministers-washington --locator "para 4"

day 2024-11-15
tell "Two weeks later (this briefing is made up for the demo). \"China has not yet acted\" becomes something else;
and that is one line, too."
cat >../briefing.txt <<'TEXT'
At the ministry's briefing a spokesman said that China had "spoken with Pyongyang about restraint".
TEXT
quietly source add 2024/briefing "Ministry briefing" --capture ../briefing.txt --published 2024-11-14
show record china-restrains-dprk Beijing affirm --held 2024-11-14 --source 2024/briefing \
  --quote "spoken with Pyongyang about restraint"

tell "What China holds now, and how it came to that."
show history china-restrains-dprk --holder china

tell "What did China hold on 1 November? And what does the change look like, in positions?"
show show china-restrains-dprk --on 2024-11-01
show diff --on 2024-10-31..2024-11-15 --evidence

day 2024-12-20
tell "Five weeks on: which positions has nobody looked at for 30 days, and who has moved since October, with the
evidence of both sides?"
show due --days 30
show flips --since 2024-10-01

tell "Who recorded this quote, when, from where? It is an ordinary git repository."
show blame china-restrains-dprk/2024-10-31-china quote
show log china-restrains-dprk
show check
as() {
  export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"
}
tell "Nobody works alone. Ann and Ben have a clone each, and a bare repository between them; the store asks for one
approval. Ann proposes what the ministry said next (made up, too); what she has checked out stays as it is."
printf '\n[review]\napprovals = 1\n' >>aver.toml
quietly commit -m "One approval"
cd ..
git init -q --bare server.git
git -C facts remote add origin ../server.git
quietly -C facts sync
git clone -q server.git ann && git clone -q server.git ben
cat >later.txt <<'TEXT'
On 18 December the ministry said that "China has no influence on decisions of others".
TEXT
cd ann
as "Ann Lee" ann@example.org
show propose december
quietly source add 2024/december "Ministry, 18 December" --capture ../later.txt --published 2024-12-18
show record china-restrains-dprk china deny --held 2024-12-18 --source december \
  --quote "China has no influence on decisions of others"
quietly propose --end
quietly sync

tell "Ben reads what it means, and asks for a change; Ann makes it. Meanwhile Ben has recorded something else."
cd ../ben
as "Ben Ray" ben@example.org
quietly sync
show review show december
show review request-changes december 2024-12-18-china -m "Say who uttered it"
quietly record us-arms-seoul us announced --held 2024-12-17 --summary "A first delivery was announced"
quietly sync
cd ../ann
as "Ann Lee" ann@example.org
quietly sync
quietly propose december
printf '#!/bin/sh\nsed -i "/^quote = /i speaker = \\"china/liu-pengyu\\"" "$1"\n' >../editor
chmod +x ../editor
GIT_EDITOR=../editor quietly edit 2024-12-18-china
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
tell "And Ann has it, with who approved it, beside what Ben recorded meanwhile."
cd ../ann
as "Ann Lee" ann@example.org
show sync
show blame china-restrains-dprk/2024-12-18-china position
show diff --on 2024-11-15..2024-12-20
tell "That was a store of its own, and it is gone again. Begin yours with: $1 init facts"
