# A rebase and picked commits, settled: what git still has to apply, and edits beside them

  $ git init -q --bare server.git
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null && aver add dorn/sky "The sky" --kind fact >/dev/null
  $ aver sync >/dev/null && git clone -q ../server.git ../ben && git -C ../ben remote set-url origin ../server.git

Ben's change comes to nothing in a rebase, and an edit of his is not committed. git would put it back to what is committed; it stays.

  $ sed -i 's/Calda acts/Calda does act/' claims/dorn/act/claim.toml && git commit -qam "Does" && git push -q origin main
  $ cd ../ben && sed -i 's/Calda acts/Calda may act/' claims/dorn/act/claim.toml && git commit -qam "May" && git tag may && git pull -q --rebase 2>&1 | grep CONFLICT
  CONFLICT (content): Merge conflict in claims/dorn/act/claim.toml
  $ echo '# a note' >>claims/dorn/sky/claim.toml && aver status
  store $DIR/ben
  detached at 4a30342
  a rebase is under way: aver resolve
  
  uncommitted
    conflict  claim  claims/dorn/act/claim.toml  1 error
    edited    claim  claims/dorn/sky/claim.toml
  
  settle what is left, and finish with: aver resolve
  $ aver resolve act --with ours
  settled claims/dorn/act/claim.toml with ours
  error: git does not go on with the rebase over edits: 1 file is edited and not staged
  caused by: claims/dorn/sky/claim.toml
  hint: git stash push -- claims/dorn/sky/claim.toml; aver resolve; git stash pop
  [3]
  $ git stash push -q -- claims/dorn/sky/claim.toml; aver resolve && git stash pop -q && tail -1 claims/dorn/sky/claim.toml && git log -1 --format=%s && git checkout -q claims
  a6b7f73 brings nothing now: it is left out
  rebased
    4a30342 on main
  # a note
  Does

The same in a cherry-pick, where git leaves edits alone. Nothing is picked, and nothing is said to be.

  $ git cherry-pick may 2>&1 | grep CONFLICT; echo '# a note' >>claims/dorn/sky/claim.toml && aver resolve act --with ours
  CONFLICT (content): Merge conflict in claims/dorn/act/claim.toml
  settled claims/dorn/act/claim.toml with ours
  a6b7f73 brings nothing now: it is left out
  $ tail -1 claims/dorn/sky/claim.toml && git log -1 --format=%s && git checkout -q claims
  # a note
  Does

Both add an actor and a claim of one id, and Ben records with his. What a rebase has still to apply would name Ann's: both are kept by a merge.

  $ cd ../ann && aver actor add nord North --kind party >/dev/null && aver record act nord affirm --held 2024-09-01 --summary Ann >/dev/null && aver add dorn/new "New" --kind fact >/dev/null && aver sync >/dev/null
  $ cd ../ben && aver actor add nord Nordmen --kind person >/dev/null && aver record act nord deny --held 2024-09-02 --summary Ben >/dev/null && aver add dorn/new "Other" --kind policy >/dev/null && aver record dorn/new calda deny --held 2024-09-03 --summary Ben >/dev/null
  $ git tag two && git pull -q --rebase 2>&1 | grep CONFLICT
  CONFLICT (add/add): Merge conflict in actors/nord.toml
  $ aver resolve
  1 conflict to settle
  ours is what is there, theirs is what 5f6c822 brings
  
  actors/nord.toml
    name
      base    (absent)
      ours    North
      theirs  Nordmen
    kind
      base    (absent)
      ours    party
      theirs  person
    both can be kept, but not in this rebase; merge instead: aver resolve
      --give-up; aver merge origin/main; aver resolve nord --with both
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the rebase up, nothing is lost: aver resolve --give-up
  [3]
  $ git status --short >../before; aver resolve nord --with both
  error: nord cannot be kept twice in this rebase: 1 later commit names it, and would mean the other one
  caused by: a64b7f3 Record nord deny on dorn/act
  hint: merge instead: aver resolve --give-up; aver merge origin/main; aver resolve nord --with both
  [1]
  $ git status --short | cmp - ../before
  $ aver resolve --give-up; aver merge origin/main | head -1; aver resolve nord --with both
  the rebase is given up: everything is as it was before
  2 conflicts to settle
  both kept, a possible duplicate: actors/nord.toml and actors/nord-2.toml, as
    yours is named now
  1 conflict to settle
  
  claims/dorn/new/claim.toml
    text
      base    (absent)
      ours    Other
      theirs  New
    kind
      base    (absent)
      ours    policy
      theirs  fact
    both can be kept: aver resolve dorn/new --with both
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ aver resolve dorn/new --with both
  both kept, a possible duplicate: claims/dorn/new/claim.toml and
    claims/dorn/new-2/claim.toml, as yours is named now
  merged
    78e51f1 on main
  $ grep -r holder claims | sort; cat claims/dorn/new/claim.toml claims/dorn/new-2/claim.toml; aver check && aver sync
  claims/dorn/act/2024-09-01-nord.toml:holder = "nord"
  claims/dorn/act/2024-09-02-nord.toml:holder = "nord-2"
  claims/dorn/new-2/2024-09-03-calda.toml:holder = "calda"
  text = "New"
  kind = "fact"
  text = "Other"
  kind = "policy"
  checked 10 records: all is well
  pushed to origin/main

Of picked commits, those that are left are picked as one. A last commit takes its names along.

  $ git switch -qc picks origin/main^1
  $ git cherry-pick two~4..two 2>&1 | grep CONFLICT
  CONFLICT (add/add): Merge conflict in actors/nord.toml
  $ aver resolve nord --with both 2>&1 | sed 's/[0-9a-f]\{7\}\^{tree} -p [0-9a-f]\{7\}/LAST^{tree} -p BASE/'
  error: nord cannot be kept twice in this cherry-pick: 1 later commit names it, and would mean the other one
  caused by: a64b7f3 Record nord deny on dorn/act
  hint: pick what is left as one commit: git cherry-pick --quit; git reset -q --merge; git cherry-pick $(git commit-tree LAST^{tree} -p BASE -m WHY); aver resolve nord --with both
  $ last=$(git rev-parse two) base=$(git rev-parse two~4); git cherry-pick --quit; git reset -q --merge; git cherry-pick $(git commit-tree $last^{tree} -p $base -m "Ben's") 2>&1 | grep CONFLICT
  CONFLICT (add/add): Merge conflict in actors/nord.toml
  CONFLICT (add/add): Merge conflict in claims/dorn/new/claim.toml
  $ aver resolve nord --with both | head -2; aver resolve dorn/new --with both
  both kept, a possible duplicate: actors/nord.toml and actors/nord-2.toml, as
    yours is named now
  both kept, a possible duplicate: claims/dorn/new/claim.toml and
    claims/dorn/new-2/claim.toml, as yours is named now
  picked
    756a935 on picks
  $ grep -r holder claims | sort; aver check
  claims/dorn/act/2024-09-01-nord.toml:holder = "nord"
  claims/dorn/act/2024-09-02-nord.toml:holder = "nord-2"
  claims/dorn/new-2/2024-09-03-calda.toml:holder = "calda"
  checked 10 records: all is well

What is there under another name is not picked again.

  $ git switch -q main && aver record act calda affirm --held 2024-10-01 --summary Ben >/dev/null && git tag third && git reset -q --hard HEAD~1 && aver record act calda deny --held 2024-10-01 --summary Other >/dev/null && aver merge third
  both kept, a possible duplicate: claims/dorn/act/2024-10-01-calda.toml and
    claims/dorn/act/2024-10-01-calda-2.toml
  merged
    b5fdd6c on main
  $ git cherry-pick third 2>&1 | grep CONFLICT
  CONFLICT (add/add): Merge conflict in claims/dorn/act/2024-10-01-calda.toml
  $ aver resolve; git status --short
  51f80ac brings nothing now: it is left out

A merge is picked against a side of it: records are found by what they say, whatever they are called.

  $ git switch -qc other HEAD^1 && aver record act calda query --held 2024-10-01 --summary Third >/dev/null && git cherry-pick -m 1 main 2>&1 | grep CONFLICT
  note: 2024-10-01-calda says deny of the same day, and which came first is not known: both are possible now [position/same-day]
  hint: where 2024-10-01-calda was our mistake: aver retract dorn/act/2024-10-01-calda --reason "WHY"; else say when each was held: aver correct dorn/act/2024-10-01-calda --held 2024-10-01T09:00:00+00:00 --reason "WHY"; aver correct dorn/act/2024-10-01-calda-2 --held 2024-10-01T18:00:00+00:00 --reason "WHY"
  CONFLICT (add/add): Merge conflict in claims/dorn/act/2024-10-01-calda-2.toml
  $ aver resolve && grep -h summary claims/dorn/act/2024-10-*
  both kept, a possible duplicate: claims/dorn/act/2024-10-01-calda-2.toml and
    claims/dorn/act/2024-10-01-calda-3.toml, as yours is named now
  picked
    e8e1552 on other
  summary = "Third"
  summary = "Ben"
  summary = "Other"

Patches and a stash.

  $ git switch -q main && git format-patch -q -o ../patches may^..may && git am -3 ../patches/*.patch 2>&1 | grep CONFLICT
  CONFLICT (content): Merge conflict in claims/dorn/act/claim.toml
  $ aver status
  store $DIR/ben
  on main at b5fdd6c, 3 ahead of origin/main
  a patch series is under way: aver resolve
  
  uncommitted
    conflict  claim  claims/dorn/act/claim.toml  1 error
  
  settle what is left, and finish with: aver resolve
  $ aver record act calda affirm
  error: a patch series is under way in this repository
  hint: aver resolve; or give it up: aver resolve --give-up
  [3]
  $ aver resolve
  1 conflict to settle
  ours is what is there, theirs is what patch 1 brings
  
  claims/dorn/act/claim.toml
    text
      base    Calda acts
      ours    Calda does act
      theirs  Calda may act
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the patch series up, nothing is lost: aver resolve --give-up
  [3]
  $ aver resolve act --with ours
  settled claims/dorn/act/claim.toml with ours
  error: nothing of patch 1 is staged
  hint: git am --skip leaves it out; git am --show-current-patch shows it
  [1]
  $ aver resolve --give-up && git am -3 ../patches/*.patch 2>&1 | grep CONFLICT
  the patch series is given up: everything is as it was before
  CONFLICT (content): Merge conflict in claims/dorn/act/claim.toml
  $ aver resolve act --with theirs && grep text claims/dorn/act/claim.toml
  settled claims/dorn/act/claim.toml with theirs
  applied
    155cc8f on main
  text = "Calda may act"
  $ sed -i 's/may act/will act/' claims/dorn/act/claim.toml && git stash -q && sed -i 's/may act/can act/' claims/dorn/act/claim.toml && git commit -qam Can && git stash pop 2>&1 | grep CONFLICT
  CONFLICT (content): Merge conflict in claims/dorn/act/claim.toml
  $ aver status
  store $DIR/ben
  on main at 75a7d2c, 5 ahead of origin/main
  
  uncommitted
    conflict  claim  claims/dorn/act/claim.toml  1 error
  
  settle what is left, and finish with: aver resolve
  $ aver resolve --give-up
  error: git keeps nothing of before these conflicts
  hint: aver resolve RECORD --with ours for each; a stash that did not apply is kept: git stash list
  [2]
  $ aver resolve
  1 conflict to settle
  ours is what is there, theirs is what was to be added to it
  
  claims/dorn/act/claim.toml
    text
      base    Calda may act
      ours    Calda can act
      theirs  Calda will act
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  [3]
  $ aver resolve act --with theirs
  settled claims/dorn/act/claim.toml with theirs
  settled
    it is not committed yet: aver status, aver commit
    the stash has it still: git stash drop
  $ git diff --cached | grep '^[+-]text'
  -text = "Calda can act"
  +text = "Calda will act"

A stance that is kept twice gets another name. Where a later commit names it and git would not stop there, that would be said of the other one.

  $ git stash drop -q; git reset -q --hard origin/main && cd ../ann && aver sync >/dev/null; aver record dorn/sky calda affirm --held 2024-11-01 --summary Ann >/dev/null && aver sync >/dev/null
  $ cd ../ben && aver record dorn/sky calda deny --held 2024-11-01 --summary Ben >/dev/null && aver correct dorn/sky/2024-11-01-calda --held 2024-11-03 --reason "A slip" >/dev/null && git pull -q --rebase 2>&1 | grep CONFLICT
  warning: held 2024-11-03 is in the future [held/future]
  CONFLICT (add/add): Merge conflict in claims/dorn/sky/2024-11-01-calda.toml
  $ aver resolve
  both kept, a possible duplicate: claims/dorn/sky/2024-11-01-calda.toml and
    claims/dorn/sky/2024-11-01-calda-2.toml, as yours is named now
  error: dorn/sky/2024-11-01-calda cannot be kept twice in this rebase: 1 later commit names it, and would mean the other one
  caused by: f02bdb2 Correct 2024-11-01-calda on dorn/sky
  hint: merge instead: aver resolve --give-up; aver merge origin/main
  [1]
  $ aver resolve --give-up && aver merge origin/main && grep -H corrects claims/dorn/sky/*
  the rebase is given up: everything is as it was before
  both kept, a possible duplicate: claims/dorn/sky/2024-11-01-calda.toml and
    claims/dorn/sky/2024-11-01-calda-2.toml, as yours is named now
  merged
    36094d4 on main
  claims/dorn/sky/2024-11-03-calda.toml:corrects = "2024-11-01-calda-2"
