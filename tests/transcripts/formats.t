# Stores of an earlier format

  $ aver init facts >/dev/null && cd facts
  $ grep format aver.toml
  # "aver help vocabulary" and "aver help format" say more.
  format = 2

A store of format 1 is read as it is, and stays of format 1 as long as it has nothing that came later.

  $ sed -i 's/^format = 2/format = 1  # since the first day/' aver.toml && git commit -qam "As aver 0.1 made it"
  $ aver add topic/x "X is so" >/dev/null && aver actor add uw "United Wealds" --kind state >/dev/null
  $ aver record x uw affirm --held 2024-10-01~ --summary "At the briefing"
  recorded uw affirm on topic/x, held 2024-10-01~: the first record of uw here
    a060535 on main; undo: aver undo a060535
  $ grep "^format" aver.toml
  format = 1  # since the first day

The first record with something of format 2 makes the store one: an older aver refuses it, where it would have misread it.

  $ aver record x uw qualified --held 2024-10-05 --condition "If it rains" --summary "At the briefing"
  recorded uw qualified on topic/x, held 2024-10-05: shift, was affirm since
    2024-10-01~
    43bc610 on main; undo: aver undo 43bc610; aver.toml now says format = 2, which
    an older aver refuses
  $ git show --stat --format=%s
  Record uw qualified on topic/x
  
   aver.toml                         | 2 +-
   claims/topic/x/2024-10-05-uw.toml | 5 +++++
   2 files changed, 6 insertions(+), 1 deletion(-)
  $ grep "^format" aver.toml
  format = 2  # since the first day
  $ aver record x uw qualified --held "[2024-10-08..2024-10-09]" --condition "If it rains" --summary "At the briefing"
  recorded uw qualified on topic/x, held [2024-10-08..2024-10-09]: restated, was
    qualified since 2024-10-05
    1e2a590 on main; undo: aver undo 1e2a590
  $ aver undo HEAD~1 >/dev/null && grep "^format" aver.toml
  format = 1  # since the first day
  $ aver check
  claims/topic/x/2024-10-08-uw.toml:3:8: warning: a date in brackets came with format 2, and aver.toml says format = 1 [key/format]
    hint: set format = 2 in aver.toml
  claims/topic/x/2024-10-08-uw.toml:5:13: warning: the key "condition" came with format 2, and aver.toml says format = 1 [key/format]
    hint: set format = 2 in aver.toml
  
  checked 4 records: 0 errors, 2 warnings
  $ aver help rule key/format
  key/format  warning
  
  Keys and forms of dates are those of the store's format.
  
  An older aver would read the record, and leave out or misread what it does not
  know. Set format = 2 in aver.toml: then it refuses the store, and says so. A
  command that writes such a key does that by itself.

Not committed, or of an actor's role; by an import; with the draft of an edit.

  $ sed -i 's/^format = 2/format = 1/' aver.toml && git add -A && git commit -qm "Back"; git rm -qr claims actors && git commit -qm "Nothing"
  On branch main
  nothing to commit, working tree clean
  $ aver add topic/y "Y is so" --deadline "[2025..2026]" --no-commit
  added claim topic/y: Y is so
    not committed: claims/topic/y/claim.toml aver.toml; commit: aver commit;
    aver.toml now says format = 2, which an older aver refuses
  $ git diff --stat
   aver.toml | 2 +-
   1 file changed, 1 insertion(+), 1 deletion(-)
  $ git checkout -q . && rm -r claims
  $ printf 'id,name,when\nuw,United Wealds,[..2024-10-31]\n' >../rows.csv
  $ printf '[actor]\nid = "{id}"\nname = "{name}"\nkind = "state"\n[claim]\nid = "topic/z"\ntext = "Z is so"\n[stance]\nheld = "{when}"\nposition = "affirm"\n' >../rows.toml
  $ aver import csv ../rows.csv --mapping ../rows.toml --dry-run
  would import 1 stance, 1 claim, 1 actor from ../rows.csv
  $ grep "^format" aver.toml
  format = 1  # since the first day
  $ aver import csv ../rows.csv --mapping ../rows.toml
  imported 1 stance, 1 claim, 1 actor from ../rows.csv
    aver.toml now says format = 2, which an older aver refuses
    480283c on main; undo: aver undo 480283c
  $ git show --stat --format=%s
  Import 1 stance, 1 claim, 1 actor from rows.csv
  
   actors/uw.toml                    | 2 ++
   aver.toml                         | 2 +-
   claims/topic/z/2024-10-31-uw.toml | 3 +++
   claims/topic/z/claim.toml         | 1 +
   4 files changed, 7 insertions(+), 1 deletion(-)
  $ aver import csv ../rows.csv --mapping ../rows.toml
  imported nothing from ../rows.csv
    3 records are there already

What was put in by hand is told, with the way to raise the format.

  $ git revert --no-edit HEAD >/dev/null
  $ mkdir -p claims/topic/z && printf 'text = "Z is so"\ndeadline = "[..2024]"\n' >claims/topic/z/claim.toml
  $ aver commit
  warning: claims/topic/z/claim.toml:2:12: a date in brackets came with format 2, and aver.toml says format = 1 [key/format]
  hint: set format = 2 in aver.toml
  Add claim topic/z
    abbe21e on main; undo: aver undo abbe21e
  $ aver check
  claims/topic/z/claim.toml:2:12: warning: a date in brackets came with format 2, and aver.toml says format = 1 [key/format]
    hint: set format = 2 in aver.toml
  
  checked 1 record: 0 errors, 1 warning
  $ sed -i 's/^format = 1/format = 2/' aver.toml && aver commit
  Edit file aver.toml
    243ea3e on main; undo: aver undo 243ea3e
  $ aver check
  checked 1 record: all is well
