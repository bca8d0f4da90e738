# An id that one side gives a record, and the other side another one

  $ git init -q --bare server.git
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git
  $ aver actor add tolland Tolland --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null && aver record act tolland affirm --held 2024-01-02 --summary "Ann" >/dev/null
  $ aver sync >/dev/null && git clone -q ../server.git ../ben && git -C ../ben remote set-url origin ../server.git

Ann renames an actor; Ben, who has not seen it, adds another one under that id.

  $ aver mv tolland tol >/dev/null && aver sync
  pushed to origin/main
  $ cd ../ben && aver actor add tol "Tol the other" --kind person >/dev/null && aver record act tol deny --held 2024-08-08 --summary "Ben" >/dev/null && aver sync
  1 conflict to settle
  
  actors/tol.toml
    name
      base    (absent)
      ours    Tol the other
      theirs  Tolland
    kind
      base    (absent)
      ours    person
      theirs  state
    both can be kept: aver resolve tol --with both
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]

One of the two is not what both mean.

  $ aver resolve tol --with ours
  settled actors/tol.toml with ours
    set aside, though others have it: git show 6092f7e:actors/tol.toml
  error: actors/tol.toml: one side of the merge added or changed it, and the record is not in the result [record/vanished]
  hint: put it back; or say why it goes: aver resolve --drops "WHY", or a line Drops: WHY in the merge's message
  the merge is not committed: mend these, git add them, then: aver resolve
  [7]
  $ aver resolve --give-up && aver sync >/dev/null; aver resolve tol --with both
  the merge is given up: everything is as it was before
  both kept, a possible duplicate: actors/tol.toml and actors/tol-2.toml, as yours
    is named now
  merged
    9473091 on main
  $ grep -H 'name\|aliases' actors/*.toml; grep -H holder claims/dorn/act/2024-*.toml; aver check; aver sync
  actors/tol-2.toml:name = "Tol the other"
  actors/tol.toml:name = "Tolland"
  actors/tol.toml:aliases = ["tolland"]
  claims/dorn/act/2024-01-02-tolland.toml:holder = "tol"
  claims/dorn/act/2024-08-08-tol.toml:holder = "tol-2"
  checked 5 records: all is well
  pushed to origin/main

The same of a claim, with records of one day and holder on both.

  $ cd ../ann && aver sync >/dev/null && aver mv dorn/act dorn/deed >/dev/null && aver sync
  pushed to origin/main
  $ cd ../ben && aver add dorn/deed "Another deed" --kind policy >/dev/null && aver record dorn/deed tol-2 qualified --held 2024-01-02 --summary "Ben's" >/dev/null && aver sync
  1 conflict to settle
  
  claims/dorn/deed/claim.toml
    text
      base    (absent)
      ours    Another deed
      theirs  Calda acts
    both can be kept: aver resolve dorn/deed --with both
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ aver resolve dorn/deed --with both; aver check; grep -rH 'summary\|text\|holder' claims | sort; aver sync
  both kept, a possible duplicate: claims/dorn/deed/claim.toml and
    claims/dorn/deed-2/claim.toml, as yours is named now
  merged
    14af99c on main
  checked 7 records: all is well
  claims/dorn/deed-2/2024-01-02-tol-2.toml:holder = "tol-2"
  claims/dorn/deed-2/2024-01-02-tol-2.toml:summary = "Ben's"
  claims/dorn/deed-2/claim.toml:text = "Another deed"
  claims/dorn/deed/2024-01-02-tolland.toml:holder = "tol"
  claims/dorn/deed/2024-01-02-tolland.toml:summary = "Ann"
  claims/dorn/deed/2024-08-08-tol.toml:holder = "tol-2"
  claims/dorn/deed/2024-08-08-tol.toml:summary = "Ben"
  claims/dorn/deed/claim.toml:text = "Calda acts"
  pushed to origin/main

Both rename one claim: one id stands, the other one is a former id, and nothing is in the way of the next sync.

  $ cd ../ann && aver sync >/dev/null; aver mv dorn/deed dorn/acts >/dev/null && aver sync
  pushed to origin/main
  $ cd ../ben && aver mv dorn/deed dorn/action >/dev/null && aver sync; aver sync; aver check --base origin/main
  renamed on both sides: it is dorn/acts now, and dorn/action, as you called it,
    is a former id
  merged
    72b7ff2 on main
  pushed to origin/main
  level with origin/main
  checked 0 records: all is well

A record that a merge by hand left out is not there because another has its name.

  $ cd ../ann && aver sync >/dev/null; git switch -qc side && aver record dorn/acts tol deny --held 2024-09-09 --summary "Side" >/dev/null && git switch -q main && aver record dorn/acts tol deny --held 2024-09-10 >/dev/null
  $ git merge -q --no-commit side >/dev/null 2>&1; git rm -qf claims/dorn/acts/2024-09-09-tol*.toml && git commit -qm "Merge side"
  $ cd ../ben && aver sync >/dev/null; aver record dorn/acts tol deny --held 2024-09-09 --summary "Ben" >/dev/null && aver sync >/dev/null
  $ cd ../ann && aver sync
  merged
    eb08c51 on main
  error: claims/dorn/acts/2024-09-09-tol.toml: one side of the merge added or changed it, and the record is not in the result (1bf2eaa) [record/vanished]
  hint: put it back; or say why it goes: git commit --allow-empty -m "On 1bf2eaa" -m "Drops: WHY"
  nothing was pushed: mend these, and: aver sync
  [1]
