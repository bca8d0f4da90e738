# Records edited by hand

  $ aver init facts && cd facts
  started a store in $DIR/facts
    842e421 on main; next: aver add CLAIM "TEXT", then aver help record
  $ aver add topic/x "X is so"
  added claim topic/x: X is so
    5dee337 on main; undo: aver undo 5dee337
  $ aver actor add calda Calda --kind state
  added actor calda: Calda (state)
    9f34ff3 on main; undo: aver undo 9f34ff3

A file is a record: write it, check it, commit it.

  $ cat > claims/topic/x/2024-10-31-calda.toml <<END
  > # what the embassy said
  > holder = "calda"
  > position = "affirm"
  > held = 2024-10-31
  > summary = "X, the embassy says"
  > END
  $ aver status
  store $DIR/facts
  on main at 9f34ff3
  
  uncommitted
    new  stance  claims/topic/x/2024-10-31-calda.toml
  
  record them with: aver commit
  $ aver check
  checked 3 records (1 uncommitted): all is well
  $ aver commit
  Add stance topic/x/2024-10-31-calda
    7d05833 on main; undo: aver undo 7d05833
  $ aver history topic/x
  topic/x
  X is so
  
  calda
    2024-10-31  affirm  first
                X, the embassy says
  $ aver status
  store $DIR/facts
  on main at 7d05833
  nothing uncommitted

A broken file is named, with all that is wrong with it; nothing is committed.

  $ cat > claims/topic/x/2024-11-01-calda.toml <<END
  > holder = "cadla"
  > position = "afirm"
  > held = "2024-11-31"
  > credibility = 9
  > mode = "hearsay"
  > colour = "blue"
  > END
  $ aver status
  store $DIR/facts
  on main at 7d05833
  
  uncommitted
    new  stance  claims/topic/x/2024-11-01-calda.toml  5 errors
  
  see what is wrong with: aver check
  $ aver check
  claims/topic/x/2024-11-01-calda.toml:1:10: error: there is no actor "cadla" in this store [reference/holder]
    hint: aver actor add cadla NAME
  claims/topic/x/2024-11-01-calda.toml:2:12: error: "afirm" is not a word of this store's vocabulary [vocabulary/position]
    hint: aver help vocabulary
  claims/topic/x/2024-11-01-calda.toml:3:8: error: there is no 31 November 2024 [date/impossible]
  claims/topic/x/2024-11-01-calda.toml:4:15: error: "credibility" must be from 1 to 6, not 9 [range/out]
  claims/topic/x/2024-11-01-calda.toml:5:8: error: "hearsay" is no mode: one of direct, paraphrase, attributed, inferred, action, vote, document [word/unknown]
  claims/topic/x/2024-11-01-calda.toml:6:1: warning: the key "colour" is not known; it is kept as it is [key/unknown]
  
  checked 4 records (1 uncommitted): 5 errors, 1 warning
  [1]
  $ aver commit
  error: claims/topic/x/2024-11-01-calda.toml:1:10: there is no actor "cadla" in this store [reference/holder]
  hint: aver actor add cadla NAME
  error: claims/topic/x/2024-11-01-calda.toml:2:12: "afirm" is not a word of this store's vocabulary [vocabulary/position]
  hint: aver help vocabulary
  error: claims/topic/x/2024-11-01-calda.toml:3:8: there is no 31 November 2024 [date/impossible]
  error: claims/topic/x/2024-11-01-calda.toml:4:15: "credibility" must be from 1 to 6, not 9 [range/out]
  error: claims/topic/x/2024-11-01-calda.toml:5:8: "hearsay" is no mode: one of direct, paraphrase, attributed, inferred, action, vote, document [word/unknown]
  warning: claims/topic/x/2024-11-01-calda.toml:6:1: the key "colour" is not known; it is kept as it is [key/unknown]
  nothing was committed
  [7]
  $ cat > claims/topic/x/2024-11-01-calda.toml <<END
  > holder = "cadla"
  > position = "afirm"
  > held = 2024-11-01
  > END
  $ aver commit
  error: claims/topic/x/2024-11-01-calda.toml:1:10: there is no actor "cadla" in this store [reference/holder]
  hint: aver actor add cadla NAME
  error: claims/topic/x/2024-11-01-calda.toml:2:12: "afirm" is not a word of this store's vocabulary [vocabulary/position]
  hint: aver help vocabulary
  nothing was committed
  [7]

Once it is in (plain git lets it), reading goes on past it: it is named, and the rest is shown.

  $ printf 'holder = "calda\n' > claims/topic/x/2024-11-01-calda.toml
  $ git add -A && git commit -qm "oops"
  $ aver show topic/x
  error: claims/topic/x/2024-11-01-calda.toml:1:16: not valid TOML: the text is not closed before the end of the line [toml/syntax]
  hint: 1 record of topic/x is left out of this answer: aver check
  topic/x
  X is so
  
    calda  affirm  since 2024-10-31
        X, the embassy says
        2024-10-31-calda
  $ aver history calda
  error: claims/topic/x/2024-11-01-calda.toml:1:16: not valid TOML: the text is not closed before the end of the line [toml/syntax]
  hint: 1 record of topic/x is left out of this answer: aver check
  calda
  Calda
  
  topic/x
    X is so
    2024-10-31  affirm  first
                X, the embassy says
  $ aver list
  error: claims/topic/x/2024-11-01-calda.toml:1:16: not valid TOML: the text is not closed before the end of the line [toml/syntax]
  hint: 1 record of topic/x is left out of this answer: aver check
  topic/x
    X is so
    calda affirm
  
  1 claim
  $ aver check
  claims/topic/x/2024-11-01-calda.toml:1:16: error: not valid TOML: the text is not closed before the end of the line [toml/syntax]
  
  checked 4 records: 1 error, 0 warnings
  [1]
  $ aver show 2024-11-01-calda
  error: claims/topic/x/2024-11-01-calda.toml:1:16: not valid TOML: the text is not closed before the end of the line [toml/syntax]
  error: claims/topic/x/2024-11-01-calda.toml cannot be read
  hint: edit the file, then: aver commit
  [7]
  $ git rm -q claims/topic/x/2024-11-01-calda.toml && aver commit
  Remove stance topic/x/2024-11-01-calda
    5e2ff7f on main; undo: aver undo 5e2ff7f

A record in the way of an uncommitted edit is refused, and the edit stays.

  $ echo '# mine' >> actors/calda.toml
  $ aver actor add uw "United Wealds" --kind state
  added actor uw: United Wealds (state)
    2cbbf3e on main; undo: aver undo 2cbbf3e
  $ printf 'holder = "uw"\n' > claims/topic/x/2024-11-01-uw.toml
  $ aver record x uw affirm --held 2024-11-01
  error: claims/topic/x/2024-11-01-uw.toml is in the way: it is not committed
  hint: aver status shows it, aver commit records it
  [3]
  $ cat claims/topic/x/2024-11-01-uw.toml
  holder = "uw"
  $ rm claims/topic/x/2024-11-01-uw.toml
  $ tail -1 actors/calda.toml
  # mine
  $ git status --short
   M actors/calda.toml

Only what is asked for is committed.

  $ echo '# yours' >> actors/uw.toml
  $ aver commit actors/uw.toml -m "A comment on the UW"
  A comment on the UW
    6225fdd on main; undo: aver undo 6225fdd
  $ git status --short
   M actors/calda.toml
  $ aver commit no/such/file
  error: nothing is changed in no/such/file
  hint: aver status
  [4]
  $ aver commit
  Edit actor calda
    1ea1dcd on main; undo: aver undo 1ea1dcd
  $ aver commit
  nothing to commit: every record is as in the last commit

Writing without a commit.

  $ aver record x uw deny --no-commit
  recorded uw deny on topic/x, held 2024-11-01: the first record of uw here
    not committed: claims/topic/x/2024-11-01-uw.toml; commit: aver commit
  $ git status --short
  ?? claims/topic/x/2024-11-01-uw.toml
  $ aver record x uw affirm
  error: claims/topic/x/2024-11-01-uw.toml is in the way: it is not committed
  hint: aver status shows it, aver commit records it
  [3]
  $ aver commit
  Add stance topic/x/2024-11-01-uw
    518017a on main; undo: aver undo 518017a

A merge that is under way is finished first.

  $ git rev-parse HEAD > .git/MERGE_HEAD
  $ aver record x calda deny
  error: a merge is under way in this repository
  hint: aver resolve; or give it up: aver resolve --give-up
  [3]
  $ rm .git/MERGE_HEAD

A hook of the user's may say no.

  $ printf '#!/bin/sh\necho "no records on Fridays" >&2\nexit 1\n' > .git/hooks/commit-msg
  $ chmod +x .git/hooks/commit-msg
  $ aver record x calda deny
  no records on Fridays
  error: the commit-msg hook refused the commit
  caused by: $DIR/facts/.git/hooks/commit-msg ended with 1
  hint: what it said stands above
  [1]
  $ rm .git/hooks/commit-msg
  $ git status --short

A store of a later format is not guessed at.

  $ sed -i 's/^format = 2/format = 3/' aver.toml
  $ aver commit
  error: aver.toml:6:10: the store has format 3, and this aver knows only format 2 [store/format]
  hint: use a newer aver
  nothing was committed
  [7]
  $ git commit -qam "the future"
  $ aver show topic/x
  error: the store's aver.toml cannot be used
  caused by: aver.toml:6:10: error: the store has format 3, and this aver knows only format 2 [store/format]
  hint: edit aver.toml, then: git commit aver.toml
  [7]
  $ aver check
  error: the store's aver.toml cannot be used
  caused by: aver.toml:6:10: error: the store has format 3, and this aver knows only format 2 [store/format]
  hint: edit aver.toml, then: git commit aver.toml
  [7]

Canonical form: the same for everybody, comments never lost.

  $ cd .. && rm -rf forms && aver init forms >/dev/null && cd forms
  $ mkdir -p actors && printf "kind = 'state'\nname='Calda'\n" >actors/calda.toml && printf '# ours\nkind="state"\nname="UW"\n' >actors/uw.toml
  $ printf 'name = "X"\n' >actors/x.toml && git add actors && git commit -qm "by hand"
  $ aver fmt --check
  actors/calda.toml
  [1]
  $ aver fmt
  warning: left alone, actors/uw.toml: it has comments, which would be lost
  warning: left alone, actors/x.toml: it has errors (aver check)
  formatted 1 record
    a113b7d on main; undo: aver undo a113b7d
  $ cat actors/calda.toml actors/uw.toml
  name = "Calda"
  kind = "state"
  # ours
  kind="state"
  name="UW"
  $ aver fmt calda uw
  warning: left alone, actors/uw.toml: it has comments, which would be lost
  nothing else to do: every other committed record is in its canonical form
  $ aver fmt uw
  warning: left alone, actors/uw.toml: it has comments, which would be lost
  nothing is written
  $ aver fmt calda
  nothing to do: every committed record is in its canonical form
  $ echo 'name  =  "Borland"' > actors/borland.toml; aver fmt; rm actors/borland.toml
  warning: left alone, actors/uw.toml: it has comments, which would be lost
  warning: left alone, actors/x.toml: it has errors (aver check)
  nothing else to do: every other committed record is in its canonical form
  $ aver fmt nobody
  error: there is no record "nobody"
  hint: aver list
  [4]

Schemas, for editors with a TOML language server.

  $ cat .taplo.toml | head -8; ls .schemas
  # Which schema is for which file: editors with the TOML language server taplo read this.
  
  [[rule]]
  include = ["claims/**/claim.toml"]
  schema = { path = ".schemas/claim.json" }
  
  [[rule]]
  include = ["claims/**/*.toml"]
  actor.json
  claim.json
  review.json
  source.json
  stance.json
  $ aver schema stance | head -24
  {
    "$schema": "http://json-schema.org/draft-04/schema#",
    "title": "aver stance",
    "type": "object",
    "properties": {
      "holder": {
        "type": "string",
        "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?(/[a-z0-9]([a-z0-9-]*[a-z0-9])?){0,6}$",
        "description": "Whose position it is: an actor's id."
      },
      "position": {
        "type": "string",
        "description": "A word of the store's vocabulary.",
        "enum": [
          "affirm",
          "qualified",
          "neutral",
          "query",
          "relay",
          "declined",
          "deny",
          "silent",
          "not-acted",
          "announced",
  $ aver schema source | sed -n '/"recapture"/,$p' | grep -A4 required
          "required": [
            "capture",
            "sha256"
          ]
        },
  --
    "required": [
      "title"
    ]
  }
  $ sed -i 's/word = "silent"/word = "quiet", was = ["silent"]/' aver.toml && aver commit && aver schema --update && aver schema --update
  Edit file aver.toml
    edf05c5 on main; undo: aver undo edf05c5
  updated .taplo.toml and .schemas
    cf9d456 on main; undo: aver undo cf9d456
  the schemas are as they should be
  $ grep -c quiet .schemas/stance.json
  2
  $ aver schema
  error: say of which record, or --update
  hint: aver schema stance
  [2]
  $ aver schema word
  error: KIND takes one of claim, stance, actor, source, review, not "word"
  hint: aver help schema
  [2]
