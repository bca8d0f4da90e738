# What git began is settled as aver merges

  $ git init -q --bare server.git
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ aver sync >/dev/null && git clone -q ../server.git ../ben && git -C ../ben remote set-url origin ../server.git

Two people record different positions of one holder and day. Ann's is published; Ben pulls with plain git, which has no driver here.

  $ aver record act calda affirm --held 2024-11-01 --summary "Ann" >/dev/null && sed -i 's/Calda acts/Calda does act/' claims/dorn/act/claim.toml && git commit -qam "Ann's words" && aver sync
  pushed to origin/main
  $ cd ../ben && aver record act calda deny --held 2024-11-01 --summary "Ben" >/dev/null && aver correct 2024-11-01-calda qualified --reason "A slip" >/dev/null && sed -i 's/"policy"/"pledge"/' claims/dorn/act/claim.toml && git commit -qam "Ben's kind"
  $ git tag before && git pull -q --no-rebase 2>&1 | grep CONFLICT
  CONFLICT (add/add): Merge conflict in claims/dorn/act/2024-11-01-calda.toml
  CONFLICT (content): Merge conflict in claims/dorn/act/claim.toml
  $ aver resolve 2024-11-01-calda --with ours
  both kept, a possible duplicate: claims/dorn/act/2024-11-01-calda.toml and
    claims/dorn/act/2024-11-01-calda-3.toml, as yours is named now
  merged
    8f09051 on main

Both are there, under the names that `aver sync` gives them; what merges by field needed nobody.

  $ grep -H 'summary\|corrects' claims/dorn/act/2024-*.toml; cat claims/dorn/act/claim.toml
  claims/dorn/act/2024-11-01-calda-2.toml:summary = "Ben"
  claims/dorn/act/2024-11-01-calda-2.toml:corrects = "2024-11-01-calda-3"
  claims/dorn/act/2024-11-01-calda-3.toml:summary = "Ben"
  claims/dorn/act/2024-11-01-calda.toml:summary = "Ann"
  text = "Calda does act"
  kind = "pledge"
  $ git status --short; aver log 2024-11-01-calda | wc -l
  1
  $ git rev-parse HEAD^{tree} >../pulled && git reset -q --hard before && aver sync && git rev-parse HEAD^{tree} | cmp - ../pulled
  both kept, a possible duplicate: claims/dorn/act/2024-11-01-calda.toml and
    claims/dorn/act/2024-11-01-calda-3.toml, as yours is named now
  merged
    4b8bcb5 on main
  pushed to origin/main
  $ git reset -q --hard before && git push -q -f origin HEAD~3:main 2>/dev/null; cd ../ann && git push -q -f origin main && cd ../ben

The same in a rebase: there, what git calls ours is what others have.

  $ git fetch -q && git rebase -q origin/main 2>&1 | grep CONFLICT
  CONFLICT (add/add): Merge conflict in claims/dorn/act/2024-11-01-calda.toml
  $ aver resolve
  both kept, a possible duplicate: claims/dorn/act/2024-11-01-calda.toml and
    claims/dorn/act/2024-11-01-calda-2.toml, as yours is named now
  both kept, a possible duplicate: claims/dorn/act/2024-11-01-calda-2.toml and
    claims/dorn/act/2024-11-01-calda-3.toml, as yours is named now
  rebased
    5a89f8f on main
  $ grep -H 'summary\|corrects' claims/dorn/act/2024-*.toml; git status --short; git log --format=%s -3
  claims/dorn/act/2024-11-01-calda-2.toml:summary = "Ben"
  claims/dorn/act/2024-11-01-calda-3.toml:summary = "Ben"
  claims/dorn/act/2024-11-01-calda-3.toml:corrects = "2024-11-01-calda-2"
  claims/dorn/act/2024-11-01-calda.toml:summary = "Ann"
  Ben's kind
  Correct 2024-11-01-calda on dorn/act
  Record calda deny on dorn/act
  $ aver sync
  pushed to origin/main

A cherry-pick and a revert.

  $ git switch -qc side HEAD~3 && aver record act calda query --held 2024-11-01 --summary "Side" >/dev/null && git switch -q main && git cherry-pick side 2>&1 | grep CONFLICT
  note: 2024-11-01-calda says affirm of the same day, and which came first is not known: both are possible now [position/same-day]
  hint: where 2024-11-01-calda was our mistake: aver retract dorn/act/2024-11-01-calda --reason "WHY"; else say when each was held: aver correct dorn/act/2024-11-01-calda --held 2024-11-01T09:00:00+00:00 --reason "WHY"; aver correct dorn/act/2024-11-01-calda-2 --held 2024-11-01T18:00:00+00:00 --reason "WHY"
  CONFLICT (add/add): Merge conflict in claims/dorn/act/2024-11-01-calda-2.toml
  $ aver resolve 2024-11-01-calda-2 --with both && git log --format=%s -1
  both kept, a possible duplicate: claims/dorn/act/2024-11-01-calda-2.toml and
    claims/dorn/act/2024-11-01-calda-4.toml, as yours is named now
  picked
    2b3f0c1 on main
  Record calda query on dorn/act
  $ grep -h summary claims/dorn/act/2024-*.toml
  summary = "Ben"
  summary = "Ben"
  summary = "Side"
  summary = "Ann"
  $ sed -i 's/Calda does act/Calda will act/' claims/dorn/act/claim.toml && git commit -qam "Will" && sed -i 's/Calda will act/Calda may act/' claims/dorn/act/claim.toml && git commit -qam "May" && git revert --no-edit HEAD~1 2>&1 | grep CONFLICT
  CONFLICT (content): Merge conflict in claims/dorn/act/claim.toml
  $ aver resolve
  1 conflict to settle
  ours is what is there, theirs is what b14deb5 took the place of
  
  claims/dorn/act/claim.toml
    text
      base    Calda will act
      ours    Calda may act
      theirs  Calda does act
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the revert up, nothing is lost: aver resolve --give-up
  [3]
  $ aver resolve act --with both
  error: there are not two records in claims/dorn/act/claim.toml to keep
  hint: aver resolve act --with ours|theirs|base|edit
  [2]
  $ aver resolve act --with theirs && git log -1 --format=%s && grep text claims/dorn/act/claim.toml
  settled claims/dorn/act/claim.toml with theirs
  reverted
    1ee9c38 on main
  Revert "Will"
  text = "Calda does act"
  $ sed -i 's/does act/may act/' claims/dorn/act/claim.toml && git commit -qam "May again" && git revert --no-edit HEAD~3 2>&1 | grep CONFLICT
  CONFLICT (content): Merge conflict in claims/dorn/act/claim.toml
  $ aver resolve --give-up && git status --short
  the revert is given up: everything is as it was before

A hook of one's own that refuses the commit is heard.

  $ git revert --no-edit HEAD~3 2>&1 | grep CONFLICT
  CONFLICT (content): Merge conflict in claims/dorn/act/claim.toml
  $ printf '#!/bin/sh\nexit 1\n' >.git/hooks/pre-commit && chmod +x .git/hooks/pre-commit && aver resolve act --with theirs
  settled claims/dorn/act/claim.toml with theirs
  error: git did not go on with the revert
  hint: git status
  [1]
  $ rm .git/hooks/pre-commit && git status --short && aver resolve --give-up
  M  claims/dorn/act/claim.toml
  the revert is given up: everything is as it was before

A conflict of two versions of one stance can be kept as two. What is set aside, and where it stays, is said.

  $ aver sync >/dev/null; cd ../ann && aver sync --pull >/dev/null && sed -i 's/"Ann"/"Ann, again"/' claims/dorn/act/2024-11-01-calda.toml && git commit -qam "Ann again" && aver record act calda relay --held 2024-12-05 --summary "Ann later" >/dev/null && git push -q
  warning: held 2024-12-05 is in the future [held/future]
  $ cd ../ben && sed -i 's/"Ann"/"Ann, by Ben"/' claims/dorn/act/2024-11-01-calda.toml && git commit -qam "Ben on Ann" && git tag two && git pull -q --no-rebase 2>&1 | grep CONFLICT
  CONFLICT (content): Merge conflict in claims/dorn/act/2024-11-01-calda.toml
  $ aver resolve
  1 conflict to settle
  
  claims/dorn/act/2024-11-01-calda.toml
    summary
      base    Ann
      ours    Ann, by Ben
      theirs  Ann, again
    ours rests on    Ann, by Ben
    theirs rests on  Ann, again
    both can be kept: aver resolve dorn/act/2024-11-01-calda --with both
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ aver resolve 2024-11-01-calda --with both && grep -H summary claims/dorn/act/2024-*.toml
  both kept, a possible duplicate: claims/dorn/act/2024-11-01-calda.toml and
    claims/dorn/act/2024-11-01-calda-5.toml, as yours is named now
  merged
    9839582 on main
  claims/dorn/act/2024-11-01-calda-2.toml:summary = "Ben"
  claims/dorn/act/2024-11-01-calda-3.toml:summary = "Ben"
  claims/dorn/act/2024-11-01-calda-4.toml:summary = "Side"
  claims/dorn/act/2024-11-01-calda-5.toml:summary = "Ann, by Ben"
  claims/dorn/act/2024-11-01-calda.toml:summary = "Ann, again"
  claims/dorn/act/2024-12-05-calda.toml:summary = "Ann later"
  $ git reset -q --hard two && git pull -q --no-rebase 2>&1 | grep CONFLICT
  CONFLICT (content): Merge conflict in claims/dorn/act/2024-11-01-calda.toml
  $ aver resolve 2024-11-01-calda --with ours
  settled claims/dorn/act/2024-11-01-calda.toml with ours
    set aside, though others have it: git show
      2614f83:claims/dorn/act/2024-11-01-calda.toml
  merged
    e08c54c on main

What a side recorded and a merge by hand has lost is an error, until somebody says why.

  $ git switch -qc lossy two && aver record act calda neutral --held 2024-12-01 --summary "Mine" >/dev/null && git merge -q --no-commit origin/main 2>/dev/null; git checkout -q --ours claims/dorn/act/2024-11-01-calda.toml && git rm -q --cached claims/dorn/act/2024-12-01-calda.toml && mv claims/dorn/act/2024-12-01-calda.toml ../ && git add -A
  warning: held 2024-12-01 is in the future [held/future]
  Auto-merging claims/dorn/act/2024-11-01-calda.toml
  CONFLICT (content): Merge conflict in claims/dorn/act/2024-11-01-calda.toml
  Automatic merge failed; fix conflicts and then commit the result.
  $ aver resolve
  error: claims/dorn/act/2024-12-01-calda.toml: one side of the merge added or changed it, and the record is not in the result [record/vanished]
  hint: put it back; or say why it goes: aver resolve --drops "WHY", or a line Drops: WHY in the merge's message
  the merge is not committed: mend these, git add them, then: aver resolve
  [7]
  $ aver resolve --drops "It was said of somebody else" && git log -1 --format=%B
  merged
    f0a189e on lossy
  Merge remote-tracking branch 'origin/main' into lossy
  
  Drops: It was said of somebody else
  

So is what plain git's `-s ours` drops, when it is to be pushed.

  $ git switch -qc sly two && git merge -q -s ours -m "Sly" origin/main && aver sync
  error: claims/dorn/act/2024-12-05-calda.toml: one side of the merge added or changed it, and the record is not in the result (c3d3c12) [record/vanished]
  hint: put it back; or say why it goes: git commit --allow-empty -m "On c3d3c12" -m "Drops: WHY"
  nothing was pushed: mend these, and: aver sync
  [1]
  $ git commit -q --amend -m "Sly" -m "Drops: Ann has asked for it" && aver sync
  pushed to origin/sly
  $ git switch -q main
