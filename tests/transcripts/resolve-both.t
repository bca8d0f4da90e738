# Both are kept: what a merge had made before is made anew

  $ git init -q --bare server.git
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null && echo page >README.md && git add . && git commit -qm page
  $ aver sync >/dev/null && git clone -q ../server.git ../ben && git -C ../ben remote set-url origin ../server.git

Two actors and two claims of one id, and on each a stance of one holder and day: while the actor is one, the stances are two of one holder.

  $ aver actor add nord North --kind party >/dev/null && aver record act nord affirm --held 2024-09-01 --summary Ann >/dev/null && aver add dorn/new "New" --kind fact >/dev/null && aver record dorn/new nord affirm --held 2024-09-01 --summary Ann >/dev/null && aver sync >/dev/null
  $ cd ../ben && aver actor add nord Nordmen --kind person >/dev/null && aver record act nord deny --held 2024-09-01 --summary Ben >/dev/null && aver add dorn/new "Other" --kind policy >/dev/null && aver record dorn/new nord deny --held 2024-09-01 --summary Ben >/dev/null && git tag ben
  $ git fetch -q && git tag ann origin/main && aver merge ann | head -4
  both kept, a possible duplicate: claims/dorn/act/2024-09-01-nord.toml and
    claims/dorn/act/2024-09-01-nord-2.toml, as yours is named now
  both kept, a possible duplicate: claims/dorn/new/2024-09-01-nord.toml and
    claims/dorn/new/2024-09-01-nord-2.toml, as yours is named now
  $ aver resolve nord --with both
  both kept, a possible duplicate: actors/nord.toml and actors/nord-2.toml, as
    yours is named now
  both kept, a possible duplicate: claims/dorn/act/2024-09-01-nord.toml and
    claims/dorn/act/2024-09-01-nord-2-2.toml, as yours is named now
  both kept, a possible duplicate: claims/dorn/new/2024-09-01-nord.toml and
    claims/dorn/new/2024-09-01-nord-2-2.toml, as yours is named now
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
  $ git status --short
  A  actors/nord-2.toml
  M  actors/nord.toml
  A  claims/dorn/act/2024-09-01-nord-2-2.toml
  M  claims/dorn/act/2024-09-01-nord.toml
  A  claims/dorn/new/2024-09-01-nord-2-2.toml
  M  claims/dorn/new/2024-09-01-nord.toml
  AA claims/dorn/new/claim.toml
  $ aver resolve dorn/new --with both
  both kept, a possible duplicate: claims/dorn/new/claim.toml and
    claims/dorn/new-2/claim.toml, as yours is named now
  merged
    63274a0 on main
  $ grep -rH 'holder\|summary' claims | sort; cat claims/dorn/new/claim.toml claims/dorn/new-2/claim.toml; aver check && git tag first
  claims/dorn/act/2024-09-01-nord-2-2.toml:holder = "nord-2"
  claims/dorn/act/2024-09-01-nord-2-2.toml:summary = "Ben"
  claims/dorn/act/2024-09-01-nord.toml:holder = "nord"
  claims/dorn/act/2024-09-01-nord.toml:summary = "Ann"
  claims/dorn/new-2/2024-09-01-nord.toml:holder = "nord-2"
  claims/dorn/new-2/2024-09-01-nord.toml:summary = "Ben"
  claims/dorn/new/2024-09-01-nord.toml:holder = "nord"
  claims/dorn/new/2024-09-01-nord.toml:summary = "Ann"
  text = "New"
  kind = "fact"
  text = "Other"
  kind = "policy"
  checked 10 records: all is well

The other order comes to the same.

  $ git reset -q --hard ben && aver merge ann >/dev/null; aver resolve dorn/new --with both >/dev/null; aver resolve nord --with both && git diff --stat first
  both kept, a possible duplicate: actors/nord.toml and actors/nord-2.toml, as
    yours is named now
  both kept, a possible duplicate: claims/dorn/act/2024-09-01-nord.toml and
    claims/dorn/act/2024-09-01-nord-2-2.toml, as yours is named now
  merged
    0349006 on main

A file that somebody has changed by hand is not written over.

  $ git reset -q --hard ben && aver merge ann >/dev/null; echo '# mine' >>claims/dorn/act/2024-09-01-nord-2.toml; aver resolve nord --with both
  error: claims/dorn/act/2024-09-01-nord-2.toml was changed by hand, and would be another file now
  hint: copy it elsewhere, then: git checkout -- claims/dorn/act/2024-09-01-nord-2.toml; and again
  [3]
  $ git checkout -- claims/dorn/act && echo '# mine' >>claims/dorn/act/2024-09-01-nord-2.toml && git add claims/dorn/act && aver resolve nord --with both 2>&1 | tail -1
  hint: aver resolve --give-up; and keep both before you change it
  $ aver resolve --give-up && git reset -q --hard first && aver sync
  the merge is given up: everything is as it was before
  pushed to origin/main

A choice of a person's between two sides stays, and what it lacks is told.

  $ cd ../ann && aver sync >/dev/null; sed -i 's/Calda acts/Calda does act/' claims/dorn/act/claim.toml && echo Ann >README.md && git commit -qam "Ann's words" && aver sync >/dev/null
  $ cd ../ben && sed -i 's/"policy"/"pledge"/' claims/dorn/act/claim.toml && echo Ben >README.md && git commit -qam "Ben's kind" && git pull -q --no-rebase 2>&1 | grep CONFLICT
  CONFLICT (content): Merge conflict in README.md
  CONFLICT (content): Merge conflict in claims/dorn/act/claim.toml
  $ git checkout -q --ours claims/dorn/act/claim.toml && git add claims && aver resolve
  1 conflict to settle
  
  README.md
    no record: aver resolve README.md --with ours|theirs; or settle it by hand,
      then: git add README.md
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ aver resolve README.md --with edit
  error: README.md is no record: it is edited as it is
  hint: then: git add README.md; or: aver resolve README.md --with ours|theirs|base
  [2]
  $ aver resolve README.md --with theirs
  settled README.md with theirs
  error: claims/dorn/act/claim.toml: one side of the merge added or changed it, and what it says by "text" is not in the result [record/vanished]
  hint: put it back; or say why it goes: aver resolve --drops "WHY", or a line Drops: WHY in the merge's message
  the merge is not committed: mend these, git add them, then: aver resolve
  [7]
  $ git checkout -q --merge claims/dorn/act/claim.toml && aver resolve && cat claims/dorn/act/claim.toml README.md
  merged
    6e059a3 on main
  text = "Calda does act"
  kind = "pledge"
  Ann

A file of one's own is in the way of a record's new name.

  $ aver sync >/dev/null; git tag both; aver record act calda deny --held 2024-11-01 --summary Ben >/dev/null && aver sync >/dev/null; git reset -q --hard both && aver record act calda affirm --held 2024-11-01 --summary Again >/dev/null && echo mine >claims/dorn/act/2024-11-01-calda-2.toml && git pull -q --no-rebase 2>&1 | grep CONFLICT
  CONFLICT (add/add): Merge conflict in claims/dorn/act/2024-11-01-calda.toml
  $ aver resolve
  error: claims/dorn/act/2024-11-01-calda-2.toml is in the way: it is not committed
  hint: move it away, then: aver resolve
  [3]
  $ mv claims/dorn/act/2024-11-01-calda-2.toml .. && aver resolve && aver sync
  both kept, a possible duplicate: claims/dorn/act/2024-11-01-calda.toml and
    claims/dorn/act/2024-11-01-calda-2.toml, as yours is named now
  merged
    33400c0 on main
  pushed to origin/main

What a merge lost on purpose can be said later, too.

  $ cd ../ann && aver sync >/dev/null; aver record act calda query --held 2024-12-01 --summary Ann >/dev/null && aver sync >/dev/null; cd ../ben && sed -i s/pledge/policy/ claims/dorn/act/claim.toml && git commit -qam "Back" && git fetch -q && git merge -q -s ours -m Sly origin/main && aver sync
  warning: held 2024-12-01 is in the future [held/future]
  error: claims/dorn/act/2024-12-01-calda.toml: the stance is gone, and no other record says that it was it [record/vanished]
  hint: a stance that was wrong is retracted, not removed
  warning: aver.toml: 6f610462a60f, the tip until then, is no first parent any more: from 2024-11-01 on, --known-at DATE may show another state than before [recorded/foxtrot]
  hint: aver sync merges with the remote's tip as the first parent
  nothing was pushed: mend these, and: aver sync
  [1]
  $ git commit -q --allow-empty -m "Of another merge" -m "Drops: asked for"; aver sync 2>&1 | head -1
  error: claims/dorn/act/2024-12-01-calda.toml: the stance is gone, and no other record says that it was it [record/vanished]
  $ git commit -q --allow-empty -m "On $(git rev-parse --short HEAD~1)" -m "Drops: asked for" && aver check --base origin/main && aver sync
  aver.toml: warning: 6f610462a60f, the tip until then, is no first parent any more: from 2024-11-01 on, --known-at DATE may show another state than before [recorded/foxtrot]
    hint: aver sync merges with the remote's tip as the first parent
  claims/dorn/act/2024-12-01-calda.toml: warning: the stance was taken out on purpose: said of 5dfc712 later [record/vanished]
  
  checked 1 record: 0 errors, 2 warnings
  warning: claims/dorn/act/2024-12-01-calda.toml: the stance was taken out on purpose: said of 5dfc712 later [record/vanished]
  warning: aver.toml: 6f610462a60f, the tip until then, is no first parent any more: from 2024-11-01 on, --known-at DATE may show another state than before [recorded/foxtrot]
  hint: aver sync merges with the remote's tip as the first parent
  pushed to origin/main
