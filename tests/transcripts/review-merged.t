# A proposal and main that change one record

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ edits() { printf '#!/bin/sh\n%s "$1"\n' "$1" > ../editor && chmod +x ../editor && GIT_EDITOR=../editor aver edit "$2"; }
  $ as "Ann Lee" ann@example.org
  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ aver record act calda silent --held 2024-10-20 --searched briefings >/dev/null
  $ aver record act calda deny --held 2024-10-25 --summary "No" >/dev/null
  $ printf '\n[review]\napprovals = 1\nreviewers = ["ben@example.org"]\n' >> aver.toml; aver commit -m policy >/dev/null

Ann proposes other words and another position; Ben approves, and notes something on main.

  $ aver propose words >/dev/null
  $ edits "sed -i 's/^position.*/position = \"affirm\"/; s/^summary.*/summary = \"Yes\"/'" 2024-10-25-calda
  edited stance dorn/act/2024-10-25-calda
    c884705 on proposal/words; undo: aver undo c884705
  note: what was recorded before is now in git's history alone; "aver correct" keeps it beside the new
  $ aver actor add uw "United Wealds" --kind state >/dev/null; aver propose --end >/dev/null
  $ as "Ben Ray" ben@example.org
  $ aver review show words >/dev/null; aver review approve words
  approved words: 2 files, all that it has
    cbea36a on aver/reviews; send it: aver sync
  $ edits "sed -i '\$a note = \"Seen twice\"'" 2024-10-25-calda
  edited stance dorn/act/2024-10-25-calda
    22784a0 on main; undo: aver undo 22784a0

What merging makes of both, nobody has approved: it is not accepted, and CI says the same.

  $ aver review show words
  words  needs approval  by Ann Lee
    2 files · opened just now · 1 warning · merges cleanly · 0 of 1 approval ·
    approved in part by Ben Ray
  
  dorn/act
    Calda acts
    calda  deny (2024-10-25) -> affirm (2024-10-25)  corrected
      - No
      + Yes
  
  added  actors/uw.toml
  
  check
    warning  claims/dorn/act/2024-10-25-calda.toml: the stance was rewritten in
      place: position was deny [record/rewritten]
  
  reviews
    2024-11-01 09:00  Ben Ray approves all of it
  
  before it can be accepted
    claims/dorn/act/2024-10-25-calda.toml: needs 1 approval, and has none (main
      has changed it, too: what merging makes of it was not approved)
  
  next: aver review update words
  $ aver review
  words  needs approval  by Ann Lee
    2 files · opened just now · 1 warning · merges cleanly · 0 of 1 approval ·
    approved in part by Ben Ray
  
  1 proposal for main
  $ aver review accept words
  error: the proposal words cannot be accepted yet
  caused by: claims/dorn/act/2024-10-25-calda.toml: needs 1 approval, and has none (main has changed it, too: what merging makes of it was not approved)
  hint: aver review update words
  [1]
  $ aver check --policy --base main --known-at proposal/words
  held on 2024-11-01 (today), as known at proposal/words (c711791 of 2024-11-01 09:00)
  
  claims/dorn/act/2024-10-25-calda.toml: error: needs 1 approval, and has none (the base has changed it, too: what merging makes of it was not approved) [review/approval]
    hint: aver review update NAME
  claims/dorn/act/2024-10-25-calda.toml:2:12: warning: the stance was rewritten in place: position was deny [record/rewritten]
    hint: aver correct keeps the old one beside it
  
  checked 2 records: 1 error, 1 warning
  [1]
  $ aver review show words >/dev/null; aver review approve words
  approved words: 2 files, all that it has
    a5422ab on aver/reviews; send it: aver sync
  warning: claims/dorn/act/2024-10-25-calda.toml: main has changed it, too: what merging makes of it is not what you approved
  hint: aver review update words

So main is brought in, beside the work tree, and that is approved: only what is new is shown.

  $ aver review update words
  merged
    913e854 on proposal/words
    look at it: aver review show words --new
    send it: aver sync
  $ git status --short; aver review update words
  nothing to merge: all of main is here already
  $ aver review show words --new
  words  needs approval  by Ann Lee
    2 files · opened just now · 1 warning · merges cleanly · 0 of 1 approval ·
    approved in part by Ben Ray
    only what has changed since round 1
  
  dorn/act
    Calda acts
    calda  affirm (2024-10-25)  edited
      + Yes
        note: Seen twice
  
  check
    warning  claims/dorn/act/2024-10-25-calda.toml: the stance was rewritten in
      place: position was deny [record/rewritten]
  
  reviews
    2024-11-01 09:00  Ben Ray approves 2 files (changed since)
    2024-11-01 09:00  Ben Ray approves 2 files (changed since)
  
  before it can be accepted
    claims/dorn/act/2024-10-25-calda.toml: needs 1 approval, and has none (it was
      changed since it was approved)
  
  next: aver review approve words
  $ aver review show words >/dev/null; aver review approve words
  approved words: 2 files, all that it has
    6899991 on aver/reviews; send it: aver sync
  $ aver review accept words
  accepted words: 2 files, approved by Ben Ray
    807a549 on main; undo: aver undo 807a549
  $ aver check --policy --base HEAD^1
  claims/dorn/act/2024-10-25-calda.toml:2:12: warning: the stance was rewritten in place: position was deny [record/rewritten]
    hint: aver correct keeps the old one beside it
  
  checked 2 records: 0 errors, 1 warning
  $ aver show 2024-10-25-calda
  dorn/act/2024-10-25-calda
  Calda acts
  
    calda  affirm  held 2024-10-25
  
    summary      Yes
    approved by  Ben Ray
    note         Seen twice
  $ aver blame 2024-10-25-calda note
  dorn/act/2024-10-25-calda
  Calda acts
  
  claims/dorn/act/2024-10-25-calda.toml
    approved by Ben Ray
    22784a0  2024-11-01 09:00  Ben Ray
      note  Seen twice

Where a person must settle it, update tells what, and how to go on.

  $ as "Ann Lee" ann@example.org; aver propose conf >/dev/null
  $ edits "sed -i 's/^position.*/position = \"declined\"/'" 2024-10-25-calda >/dev/null; aver propose --end >/dev/null
  note: what was recorded before is now in git's history alone; "aver correct" keeps it beside the new
  $ as "Ben Ray" ben@example.org; edits "sed -i 's/^position.*/position = \"query\"/'" 2024-10-25-calda
  edited stance dorn/act/2024-10-25-calda
    bb57727 on main; undo: aver undo bb57727
  note: what was recorded before is now in git's history alone; "aver correct" keeps it beside the new
  $ aver review show conf | tail -1
  next: aver review update conf
  $ aver review update conf
  claims/dorn/act/2024-10-25-calda.toml
    position
      base    affirm
      ours    declined
      theirs  query
    ours rests on    Yes
    theirs rests on  Yes
  
  error: the proposal conf and main have changed the same, differently
  hint: git switch proposal/conf && aver merge main
  [3]
  $ git switch -q proposal/conf && aver merge main >/dev/null; aver resolve 2024-10-25-calda --with theirs && git switch -q main
  settled claims/dorn/act/2024-10-25-calda.toml with theirs
  merged
    e11074a on proposal/conf
  $ aver review show conf | head -3
  conf  open  by Ann Lee
    0 files · opened just now · sound · merges cleanly
  

A claim that main has renamed meanwhile: the record of the proposal follows, and is looked at where it is then.

  $ as "Ann Lee" ann@example.org; aver propose late >/dev/null
  $ aver record act calda qualified --held 2024-10-28 --summary "Perhaps" >/dev/null; aver propose --end >/dev/null
  $ as "Ben Ray" ben@example.org; aver mv dorn/act dorn/acts >/dev/null
  $ aver review show late >/dev/null; aver review approve late
  approved late: claims/dorn/acts/2024-10-28-calda.toml, all that it has
    7ad3527 on aver/reviews; send it: aver sync
  warning: claims/dorn/acts/2024-10-28-calda.toml: main has changed it, too: what merging makes of it is not what you approved
  hint: aver review update late
  $ aver review update late && aver review show late >/dev/null; aver review approve late && aver review accept late
  merged
    c517247 on proposal/late
    look at it: aver review show late --new
    send it: aver sync
  approved late: claims/dorn/acts/2024-10-28-calda.toml, all that it has
    14b53e4 on aver/reviews; send it: aver sync
  accepted late: 1 file, approved by Ben Ray
    5fbe2df on main; undo: aver undo 5fbe2df
  $ aver show 2024-10-28-calda | tail -1
    approved by  Ben Ray
  $ aver check --policy --base HEAD^1
  checked 1 record: all is well
