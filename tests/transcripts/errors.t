# Errors: what happened, why, and the command that helps

Outside a store.

  $ aver show calda
  error: this is no aver store: $DIR is in no git repository
  hint: aver init
  [4]
  $ git init -q plain && cd plain
  $ aver show calda
  error: this is no aver store: the repository at $DIR/plain has no aver.toml in its last commit
  hint: aver init
  [4]
  $ aver -C no/such/folder show calda
  error: there is no directory no/such/folder
  [4]
  $ aver init
  started a store in $DIR/plain
    31ae838 on main; next: aver add CLAIM "TEXT", then aver help record
  $ aver init
  error: $DIR/plain is an aver store already
  hint: aver status
  [2]

Words that are none.

  $ aver recrod x
  error: there is no command "recrod"; did you mean "record"?
  hint: aver help
  [2]
  $ aver actor ad x
  error: there is no command "aver actor ad"
  hint: aver help actor add
  [2]
  $ aver show
  error: "aver show" needs RECORD: an id, or any unique trailing part of one; ID@REV: as that commit, tag, day or edition has it
  hint: aver help show
  [2]
  $ aver show x y
  error: one word too many: "y"
  hint: aver help show
  [2]
  $ aver show x --onn 2024-10-31
  error: there is no option --onn for "aver show"; did you mean --on?
  hint: aver help show
  [2]
  $ aver show x --on
  error: --on needs a value: --on DATE
  hint: aver help show
  [2]
  $ aver show x --on 2024-10-31 --on 2024-11-01
  error: --on may be given only once
  hint: aver help show
  [2]
  $ aver show x --format yaml
  error: --format takes one of text, json, not "yaml"
  hint: aver help show
  [2]
  $ aver log -n many
  error: --limit takes a whole number, not "many"
  hint: aver help log
  [2]
  $ aver help recrod
  error: there is no help on "recrod"; did you mean record?
  hint: aver help
  [2]

Dates that cannot be.

  $ aver add topic/x "X is so"
  added claim topic/x: X is so
    b4c27dd on main; undo: aver undo b4c27dd
  $ aver actor add calda Calda --kind state
  added actor calda: Calda (state)
    75a5bc7 on main; undo: aver undo 75a5bc7
  $ aver show x --on 2024-02-30
  error: --on: there is no 30 February 2024
  hint: aver help dates
  [2]
  $ aver show x --on 2024-13
  error: --on: there is no month 13 in "2024-13"
  hint: aver help dates
  [2]
  $ aver show x --on 2024-10
  held in 2024-10, as known at HEAD (75a5bc7 of 2024-11-01 09:00)
  
  topic/x
  X is so
  
  No record of anybody's position yet.
  $ aver show x --on 31.10.2024
  error: --on: "31.10.2024" is no date: write year, month, day with "-", as 2024-10-31
  hint: aver help dates
  [2]
  $ aver record x calda affirm --held yesteryear
  error: --held: "yesteryear" is no date: write 2024, 2024-10 or 2024-10-31, with ~ behind it for "about"
  hint: aver help dates
  [2]
  $ aver record x calda affirm --held 2024-10-31 --until 2024-10-01
  error: until 2024-10-01 lies before held 2024-10-31
  hint: --until DAY, on or after 2024-10-31
  [2]
  $ aver record x calda silent --searched press --through 2024-10-01 --held 2024-10-31
  error: through 2024-10-01 lies before held 2024-10-31
  hint: --through DAY, on or after 2024-10-31
  [2]
  $ aver diff --on 2024-11-01..2024-10-01
  error: --on 2024-11-01..2024-10-01 is the wrong way round
  hint: --on 2024-10-01..2024-11-01
  [2]

Ids that cannot be.

  $ aver add ../x "X is so"
  error: "../x" may not contain "..": an id never leaves the store
  hint: aver help ids
  [2]
  $ aver add topic/X "X is so"
  error: "topic/X" has an upper-case letter: ids are lower case
  hint: try topic/x
  [2]
  $ aver add "two words" "X is so"
  error: "two words" has a " ": use "-" between words
  hint: try two-words
  [2]
  $ aver add con "X is so"
  error: "con" has the part "con", which Windows cannot store
  hint: try con-1
  [2]
  $ aver add "$(printf '%0300d' 0)" "X is so"
  error: "000000000000000000000000000000000000000000000000000000000000000000000000…" has a part of 300 characters: the most is 64
  hint: aver help ids
  [2]
  $ aver show ../../etc/passwd
  error: "../../etc/passwd" may not contain "..": an id never leaves the store
  hint: aver help ids
  [2]
  $ aver record ../x calda affirm
  error: "../x" may not contain "..": an id never leaves the store
  hint: aver help ids
  [2]

What is there already, and what is not.

  $ aver add topic/x "X is so"
  error: the claim "topic/x" exists already
  hint: aver show topic/x
  [2]
  $ aver actor add calda Calda
  error: the actor "calda" exists already
  hint: aver show calda
  [2]
  $ aver show cadla
  error: there is no record "cadla"; did you mean calda?
  hint: aver show calda
  [4]
  $ aver record y calda affirm
  error: there is no claim "y"
  hint: aver add y "TEXT"
  [4]
  $ aver record x cadla affirm
  error: there is no actor "cadla"; did you mean calda?
  hint: aver record x calda affirm
  [4]
  $ aver record x "Kem Jarr-ul" affirm
  error: there is no actor "Kem Jarr-ul"
  hint: aver actor add kem-jarr-ul "Kem Jarr-ul"
  [4]
  $ aver record x calda affirm --source 2024/nowhere
  error: there is no source "2024/nowhere"
  hint: aver source add 2024/nowhere "TITLE"
  [4]
  $ aver record x calda yes
  error: "yes" is no position in this store's vocabulary
  caused by: stance:
    affirm     Says that it is so, in whatever words.
    qualified  Says that it is so under a condition or in part; the "if" is
               recorded with it (condition).
    neutral    Takes the matter up, and says that it takes no side.
    query      Asks or doubts whether it is so, and says neither that it is nor
               that it is not.
    relay      Passes on what others say ("there are reports that"), and does not
               make it its own.
    declined   Was asked, and gave no answer: "no comment", or "we are not aware
               of that", which is no denial.
    deny       Says that it is not so, or that there is no such thing.
    silent     Somebody looked, and found that it has said nothing; who was asked
               and gave no answer has declined.
  caused by: progress:
    not-acted  Somebody looked, and found that nothing has been done yet.
    announced  Has said that it will be done; nothing is done yet.
    in-works   Work on it has begun, and goes on.
    stalled    Work on it had begun, and has stopped, without being given up.
    partial    A part of it is done, and stands; the rest is not.
    done       All of it is done.
    broken     It was given up, or the opposite was done.
    reversed   It was done, and has been undone since.
  caused by: rating:
    true          Is so, and nothing is left out that matters; of a prediction: it
                  came about.
    mostly-true   Is so in the main; a detail is wrong, or something that matters
                  is left out.
    mixed         Is partly so and partly not, and neither part is the lesser one.
    unproven      What is known does not decide it.
    mostly-false  Is not so in the main, though something in it is.
    false         Is not so; of a prediction: it did not come about.
  hint: aver help vocabulary
  [2]
  $ aver record x calda silent
  error: "silent" says that somebody looked and found nothing: name where (searched), or a source
  hint: --searched "WHERE", or --source SOURCE
  [2]
  $ aver show x --known-at no-such-branch
  error: there is no revision "no-such-branch"
  hint: aver log
  [4]
  $ aver show x --known-at HEAD~99
  error: there is no revision "HEAD~99"
  caused by: parent 0 does not exist
  hint: aver log
  [4]
  $ aver show x --known-at 2020-01-01
  nothing was known on 2020-01-01: that is before the first record
  $ aver undo no-such-commit
  error: there is no revision "no-such-commit"
  hint: aver log
  [4]

Names that could be several.

  $ aver add other/x "X is so, elsewhere"
  added claim other/x: X is so, elsewhere
    0a85649 on main; undo: aver undo 0a85649
  $ aver show x
  error: "x" could mean several records
  caused by: claims/other/x
  caused by: claims/topic/x
  hint: write more of the id: claims/other/x
  [4]
  $ aver show topic/x
  topic/x
  X is so
  
  No record of anybody's position yet.
  $ aver actor add x "Mister X"
  added actor x: Mister X (person)
    33decd8 on main; undo: aver undo 33decd8
  $ aver show actors/x
  x
  Mister X
  
    kind  person
  
  No record of a position yet.

Files that cannot be captured.

  $ aver source add 2024/a "A" --capture no-such-file
  error: the capture no-such-file cannot be read
  caused by: No such file or directory
  [4]
  $ aver source add 2024/a "A" --capture .
  error: the capture . cannot be read
  caused by: Is a directory
  [4]
  $ printf 'caf\351\n' > latin1.txt
  $ aver source add 2024/a "A" --capture latin1.txt
  error: the capture latin1.txt is not UTF-8 text
  caused by: line 1, byte 3
  caused by: it looks like WINDOWS-1252
  hint: have it converted: --encoding WINDOWS-1252
  [7]
  $ : > empty.txt
  $ aver source add 2024/a "A" --capture empty.txt
  error: the capture empty.txt is empty
  [2]
  $ aver add topic/y "$(printf 'X\033[31m is so')"
  error: the claim's text has a control character in it
  [2]
  $ aver add topic/y "$(printf 'caf\351')"
  error: TEXT is not UTF-8 text
  hint: aver help add
  [2]

None of it has left a trace.

  $ git status --short
  ?? empty.txt
  ?? latin1.txt
  $ git log --oneline
  33decd8 Add actor x
  0a85649 Add claim other/x
  75a5bc7 Add actor calda
  b4c27dd Add claim topic/x
  31ae838 Start an aver store

A folder of a repository is no place for a second one, unless its owner means it: git says so, or ignores the folder.

  $ mkdir notes && aver init notes; ls -A notes; rmdir notes
  error: $DIR/plain/notes is in the repository $DIR/plain: a store there would be a repository in a repository
  hint: that is a store already: aver status; if you mean it: git init $DIR/plain/notes && aver init $DIR/plain/notes
  $ cd .. && git init -q other && mkdir -p other/notes/deep && cd other/notes && aver init
  error: $DIR/other/notes is in the repository $DIR/other: a store there would be a repository in a repository
  hint: records beside its files: aver init $DIR/other; if you mean it: git init $DIR/other/notes && aver init $DIR/other/notes
  [2]
  $ aver init --bare deep/facts.git
  error: $DIR/other/notes/deep/facts.git is in the repository $DIR/other: a store there would be a repository in a repository
  hint: records beside its files: aver init $DIR/other; if you mean it: git init --bare $DIR/other/notes/deep/facts.git && aver init --bare $DIR/other/notes/deep/facts.git
  [2]
  $ aver show x
  error: this is no aver store: the repository at $DIR/other has no aver.toml in its last commit
  hint: aver init $DIR/other
  [4]
  $ git -C .. status --short; ls deep; echo build/ > ../.gitignore
  $ aver init ../build/facts >/dev/null && git init -q deep && aver init deep >/dev/null && ls -A deep
  .git
  .gitattributes
  .schemas
  .taplo.toml
  aver.toml
  $ rm -r deep && aver init .. && cd .. && aver init notes
  started a store in $DIR/other
    f424815 on main; next: aver add CLAIM "TEXT", then aver help record
  error: $DIR/other/notes is in the repository $DIR/other: a store there would be a repository in a repository
  hint: that is a store already: aver status; if you mean it: git init $DIR/other/notes && aver init $DIR/other/notes
  [2]
