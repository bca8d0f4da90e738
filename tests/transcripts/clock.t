# The recorded clock: when it was known

The day of a commit is the latest stamp of a committer so far, in UTC. It begins with the first commit
that has a record: what `init` writes has no day, here that of a later year.

  $ at 2024-12-24
  $ git init -q --bare server.git && aver init facts >/dev/null && cd facts && git remote add origin ../server.git
  $ at 2024-11-01
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null && aver actor add calda Calda --kind state >/dev/null
  $ aver record act calda silent --held 2024-10-31 --searched briefings >/dev/null && aver sync
  pushed to origin/main
  $ aver show act --known-at 2024-10-31
  nothing was known on 2024-10-31: that is before the first record
  $ aver show act --known-at 2024-11-01 | head -1
  held on 2024-11-01 (today), as known at 2024-11-01 (f2608f8 of 2024-11-01 09:00 UTC)

A commit is not stamped later than now, nor a day or more before what it builds on.

  $ at 2024-11-05
  $ GIT_COMMITTER_DATE="2024-11-05 09:20 +0000" aver record act calda query --held 2024-11-03
  error: the commit would be stamped 2024-11-05 09:20 UTC, and it is 2024-11-05 09:00 UTC
  hint: set the clock of this machine, or GIT_COMMITTER_DATE
  [1]
  $ GIT_COMMITTER_DATE="2024-10-30 09:00 +0000" aver record act calda query --held 2024-11-03
  error: the commit would be stamped 2024-10-30 09:00 UTC, and builds on f2608f8e111f of 2024-11-01 09:00 UTC
  hint: set the clock of this machine, or GIT_COMMITTER_DATE; if it is the stamp of f2608f8e111f that is wrong: aver clock --wrong f2608f8e111f
  [1]
  $ git log --oneline | wc -l
  4

A machine whose clock is ahead commits with git, which refuses nothing. That stops nobody: whoever
commits next leaves stamps out that lie in the future.

  $ aver record act calda query --held 2024-11-03 --no-commit >/dev/null && git add . && GIT_COMMITTER_DATE="2026-01-02 03:04 +0000" git commit -qm "Calda asks"
  $ at 2024-11-06
  $ aver record act calda affirm --held 2024-11-06 >/dev/null
  $ aver show act --known-at 2024-11-06 | head -4
  note: the stamp of 53e62cc (2026-01-02 03:04 UTC) lies in the future: nothing since is known before that day
  hint: if that clock was wrong: aver clock --wrong 53e62cc
  held on 2024-11-06 (today), as known at 2024-11-06 (f2608f8 of 2024-11-01 09:00 UTC)
  
  dorn/act
  Calda acts
  $ aver check
  aver.toml: error: the stamp of 53e62cc7dcaa (2026-01-02 03:04 UTC) lies in the future: by --known-at DATE nothing since is known before that day [recorded/clock]
    hint: aver clock --wrong 53e62cc7dcaa
  
  checked 5 records: 1 error, 0 warnings
  [1]
  $ aver sync --push
  error: aver.toml: the stamp of 53e62cc7dcaa (2026-01-02 03:04 UTC) lies in the future: by --known-at DATE nothing since is known before that day [recorded/clock]
  hint: aver clock --wrong 53e62cc7dcaa
  nothing was pushed: mend these, and: aver sync
  [1]

It is told with the command that names it: a change like any other. Then it has no say, and answers say
so.

  $ aver clock --wrong HEAD~1
  the stamp of 53e62cc (2026-01-02 03:04 UTC) has no say any more
    0743228 on main; undo: aver undo 0743228
  $ tail -3 aver.toml; git log -1 --format=%B
  
  [clock]
  wrong = ["53e62cc7dcaac07bb5dc55c73405d08c77bdc9ef"]
  Name the stamp of 53e62cc as wrong
  
  It is 2026-01-02 03:04 UTC in commit 53e62cc7dcaac07bb5dc55c73405d08c77bdc9ef.
  
  $ aver clock --wrong HEAD~2
  the stamp of 53e62cc (2026-01-02 03:04 UTC) is named in aver.toml already
  $ aver show act --known-at 2024-11-06 | head -4
  note: the stamp of 53e62cc is skipped: aver.toml names it as wrong
  held on 2024-11-06 (today), as known at 2024-11-06 (0743228 of 2024-11-06 09:00 UTC)
  
  dorn/act
  Calda acts
  $ aver show act --known-at 2024-11-05 | head -4
  note: the stamp of 53e62cc is skipped: aver.toml names it as wrong
  held on 2024-11-06 (today), as known at 2024-11-05 (53e62cc of 2026-01-02 03:04 UTC)
  
  dorn/act
  Calda acts
  $ aver diff --known-at 2024-11-05..2024-11-06 | head -3
  note: the stamp of 53e62cc is skipped: aver.toml names it as wrong
  from 2024-11-05, as known on 2024-11-05 (53e62cc), to 2024-11-06, as known on
    2024-11-06 (0743228)
  
  $ aver diff HEAD~1..HEAD | head -3
  from 2024-11-06, as known at HEAD~1 (dc96b13), to 2024-11-06, as known at HEAD
    (0743228)
  
  $ aver check && aver sync --push
  checked 5 records: all is well
  pushed to origin/main

Only a list of commits can be added to.

  $ aver clock
  error: "aver clock" needs --wrong: the commit whose stamp is wrong
  hint: aver help clock
  [2]
  $ aver clock --wrong nowhere
  error: there is no revision "nowhere"
  hint: aver log
  [4]
  $ sed -i 's/^wrong = .*/late = true/' aver.toml && aver commit -m "Late" aver.toml >/dev/null; aver clock --wrong HEAD
  warning: aver.toml:49:1: the key "late" is not known; it is kept as it is [key/unknown]
  error: aver.toml has a [clock] that cannot be added to
  hint: write there: wrong = ["df520c7ad4cfe4982ff955f97e50908a823a3072"], and: aver commit
  [2]
  $ sed -i 's/^late = .*/wrong = "HEAD"/' aver.toml && aver check; git checkout -q aver.toml && aver undo -m "Not late" >/dev/null
  aver.toml: error: the stamp of 53e62cc7dcaa (2026-01-02 03:04 UTC) lies in the future: by --known-at DATE nothing since is known before that day [recorded/clock]
    hint: aver clock --wrong 53e62cc7dcaa
  aver.toml:49:9: error: "wrong" must be a list of commits, each with its 40 digits: 0-9 and a-f [type/mismatch]
  
  checked 5 records: 2 errors, 0 warnings

A clock that was slow: several commits lie before the day of their parent. They are told once, by
`check` and before a push, but not when others have them already.

  $ at 2024-11-08
  $ for day in 1 2; do git commit -q --allow-empty -m "Slow $day" --date "2024-11-08 09:00 +0000"; GIT_COMMITTER_DATE="2024-11-0$day 12:00 +0000" git commit -q --allow-empty --amend --no-edit; done
  $ aver check
  aver.toml: error: the stamp of b4ea2d507a79 (2024-11-01 12:00 UTC) lies 4 days before that of e4d5a34d85d6 (2024-11-06 09:00 UTC), which it builds on; so does that of a commit behind it [recorded/clock]
    hint: if it is the later stamp that is wrong: aver clock --wrong e4d5a34d85d6; else name each of the others
  
  checked 5 records: 1 error, 0 warnings
  [1]
  $ aver sync --push
  error: aver.toml: the stamp of b4ea2d507a79 (2024-11-01 12:00 UTC) lies 4 days before that of e4d5a34d85d6 (2024-11-06 09:00 UTC), which it builds on; so does that of a commit behind it [recorded/clock]
  hint: if it is the later stamp that is wrong: aver clock --wrong e4d5a34d85d6; else name each of the others
  nothing was pushed: mend these, and: aver sync
  [1]
  $ git push -q origin main && aver sync --push && aver check --base HEAD~1
  level with origin/main
  aver.toml: error: the stamp of c87e3c6b2de0 (2024-11-02 12:00 UTC) lies 3 days before that of e4d5a34d85d6 (2024-11-06 09:00 UTC), which it builds on [recorded/clock]
    hint: whichever is wrong: aver clock --wrong c87e3c6b2de0, or aver clock --wrong e4d5a34d85d6
  
  checked 0 records: 1 error, 0 warnings
  [1]
  $ aver check --known-at HEAD~1
  held on 2024-11-08 (today), as known at HEAD~1 (b4ea2d5 of 2024-11-01 12:00)
  
  aver.toml: error: the stamp of b4ea2d507a79 (2024-11-01 12:00 UTC) lies 4 days before that of e4d5a34d85d6 (2024-11-06 09:00 UTC), which it builds on [recorded/clock]
    hint: whichever is wrong: aver clock --wrong b4ea2d507a79, or aver clock --wrong e4d5a34d85d6
  
  checked 5 records: 1 error, 0 warnings
  [1]
  $ aver clock --wrong HEAD >/dev/null && aver clock --wrong HEAD~2 >/dev/null && aver check | tail -1
  checked 5 records: all is well

# Foxtrots

A merge by `aver sync` has the remote's tip as its first parent: what was known on a day stays so.

  $ git push -q origin main && git clone -q ../server.git ../ben && cd ../ben
  $ at 2024-11-11
  $ aver record act calda deny --held 2024-11-10 >/dev/null
  $ cd ../facts && at 2024-11-12
  $ aver actor add uw "United Wealds" --kind state >/dev/null && aver sync
  pushed to origin/main
  $ cd ../ben && at 2024-11-13
  $ aver sync
  merged
    199af16 on main
  pushed to origin/main
  $ git log -3 --first-parent --format=%s
  Merge origin/main
  Add actor uw
  Name the stamp of b4ea2d5 as wrong
  $ aver show act --known-at 2024-11-12 | head -3
  note: the stamp of 53e62cc is skipped: aver.toml names it as wrong
  held on 2024-11-13 (today), as known at 2024-11-12 (a7a2524 of 2024-11-12 09:00 UTC)
  
  dorn/act

So has one that a person settles, and one by `aver merge`.

  $ aver record act calda query --held 2024-11-12 --summary "Asks Ben" >/dev/null && sed -i 's/United Wealds/The United Wealds/' actors/uw.toml && aver commit -m "The" >/dev/null
  $ cd ../facts && aver sync >/dev/null; sed -i 's/United Wealds/Wealds, United/' actors/uw.toml && aver commit -m "Wealds" >/dev/null && aver sync
  pushed to origin/main
  $ cd ../ben && aver sync | head -3
  1 conflict to settle
  
  actors/uw.toml
  $ GIT_COMMITTER_DATE="2024-11-01 09:00 +0000" aver resolve uw --with theirs; git status --short
  settled actors/uw.toml with theirs
  error: the commit would be stamped 2024-11-01 09:00 UTC, and builds on 392250a70de6 of 2024-11-13 09:00 UTC
  hint: set the clock of this machine, or GIT_COMMITTER_DATE; if it is the stamp of 392250a70de6 that is wrong: aver clock --wrong 392250a70de6
  M  actors/uw.toml
  $ aver resolve | tail -2; git log -2 --first-parent --format=%s; git log -1 --format='%an, %cd: %p'; git status --short
  merged
    ae95a35 on main
  Merge origin/main
  Wealds
  Ada Fields, Wed Nov 13 09:00:09 2024 +0000: 392250a 5ce3057
  $ aver sync; cd ../facts && aver sync | tail -1
  pushed to origin/main
    ae95a35 on main
  $ aver actor add rastia Rastia --kind state >/dev/null; cd ../ben && aver actor add tolland Tolland --kind state >/dev/null && aver sync; cd ../facts
  pushed to origin/main
  $ git fetch -q && aver merge origin/main && git log -2 --first-parent --format=%s && aver sync
  merged
    b4b6ee2 on main
  Merge origin/main
  Add actor tolland
  pushed to origin/main

Plain git puts it the other way round. The hook says so before the push.

  $ aver actor add borland Borland --kind state >/dev/null && aver sync >/dev/null; cd ../ben && aver git-install >/dev/null
  $ at 2024-11-15
  $ aver actor add uw/brindle Brindle --kind person >/dev/null && git fetch -q && git merge -q --no-edit origin/main && git log -2 --first-parent --format=%s
  Merge remote-tracking branch 'origin/main'
  Add actor uw/brindle
  $ aver check --base origin/main | head -1 | cut -c1-80
  aver.toml: warning: 5037f32b9308, the tip until then, is no first parent any mor
  $ git push -q origin main
  aver.toml: warning: 5037f32b9308, the tip until then, is no first parent any more: from 2024-11-13 on, --known-at DATE may show another state than before [recorded/foxtrot]
    hint: aver sync merges with the remote's tip as the first parent
  
  checked 1 record: 0 errors, 1 warning
  $ cd ../facts && aver actor add uw/dorn Dorn --kind person >/dev/null && git fetch -q && git merge -q --no-edit origin/main && aver sync
  warning: aver.toml: d341cc4e849b, the tip until then, is no first parent any more: from 2024-11-13 on, --known-at DATE may show another state than before [recorded/foxtrot]
  hint: aver sync merges with the remote's tip as the first parent
  pushed to origin/main

A branch that has merged main in is not gone forward to: main's commits stay the line. Until then it is
told nothing, since it takes the place of no tip.

  $ git switch -q -c topic && aver actor add uw/eel Eel --kind person >/dev/null && git switch -q main && aver actor add uw/fir Fir --kind person >/dev/null && git switch -q topic && git merge -q --no-edit main && aver check --base main
  checked 1 record: all is well
  $ git switch -q main && aver merge topic && git log -2 --first-parent --format=%s && git diff --stat topic && git status --short
  merged
    dccf8a4 on main
  Merge topic
  Add actor uw/fir
  $ aver sync
  pushed to origin/main
  $ aver help rule recorded/foxtrot
  recorded/foxtrot  warning
  
  What was the tip of a branch stays a first parent.
  
  --known-at DATE follows first parents. A merge that has the published tip as its
  second parent (git pull makes such) puts other commits on that line, and what
  was known on a day may then be another state. Merge by aver sync, which has the
  remote's tip as the first parent; where the merge is not pushed yet: git reset
  --keep HEAD^1, then aver sync.
  $ aver help rule recorded/clock
  recorded/clock  error
  
  A commit is stamped with the time at which it was made.
  
  --known-at DATE goes by the stamps of committers: the day of a commit is the
  latest one so far, in UTC. Where a machine's clock was wrong, aver clock --wrong
  COMMIT names the commit in aver.toml ([clock] wrong), and its stamp has no say
  any more. That is a change like any other, to be looked at before it counts.

# Days are those of UTC, whatever the clock on the wall says

  $ at 2024-11-15
  $ aver init ../wall >/dev/null; cd ../wall; aver actor add uw Wealds --kind state >/dev/null
  $ clock=$(date -u -d '2024-11-16 03:30' +%s); export TZ=America/Denver
  $ aver actor add brindle Brindle --kind state >/dev/null; date -d @$AVER_NOW +%F
  2024-11-15
  $ aver list --known-at 2024-11-15 | head -1; aver list --known-at today | head -1; aver list --known-at yesterday | head -1; aver list --known-at HEAD | head -1
  held on 2024-11-15 (today), as known at 2024-11-15 (5493a18 of 2024-11-15 09:00 UTC)
  held on 2024-11-15 (today), as known at today (ae1abee of 2024-11-16 03:30 UTC)
  held on 2024-11-15 (today), as known at yesterday (5493a18 of 2024-11-15 09:00 UTC)
  held on 2024-11-15 (today), as known at HEAD (ae1abee of 2024-11-15 20:30)
  $ unset TZ; cd ../facts

# Where the answer is not known

A shallow clone has not the stamps that the days of its commits go by. An aver.toml with an error names
nothing that can be left out.

  $ cd .. && git clone -q --depth 2 "file://$PWD/facts" cut && cd cut && aver list --known-at 2024-11-14; aver list --known-at HEAD | head -1
  error: this is a shallow clone: its history is cut off, and the answer would be wrong
  hint: git fetch --unshallow
  held on 2024-11-16 (today), as known at HEAD (dccf8a4 of 2024-11-15 09:00)
  $ cd ../facts && sed -i 's/"opposed"/"oppsed"/' aver.toml && git commit -qam "An error" && aver list --known-at 2024-11-12 >/dev/null; git reset -q --hard HEAD~1
  error: the store's aver.toml cannot be used
  caused by: aver.toml:10:9: error: "oppsed" is no order: opposed or ordered [word/unknown]
  caused by: aver.toml:38:9: error: "oppsed" is no order: opposed or ordered [word/unknown]
  hint: edit aver.toml, then: git commit aver.toml

Two who name stamps at once do not stand in each other's way, and a merge that a person settles goes by
the names that it is about to commit.

  $ aver sync >/dev/null; cd ../ben && aver sync >/dev/null; one=$(git rev-parse --short=12 HEAD~3) two=$(git rev-parse --short=12 HEAD~4)
  $ aver clock --wrong $one >/dev/null && sed -i 's/"Calda"/"Calda (north)"/' actors/calda.toml && aver commit -m North >/dev/null && aver sync >/dev/null; cd ../facts && aver clock --wrong $two >/dev/null && aver sync | head -1; grep -c '"' aver.toml >/dev/null; git show HEAD:aver.toml | grep -c "$(git rev-parse $one)\", .*$(git rev-parse $two)\|$(git rev-parse $two)\", .*$(git rev-parse $one)"
  merged
  1

A push that takes the old tip away is told, too.

  $ cd ../ben && aver sync >/dev/null; aver actor add uw/gull Gull --kind person >/dev/null && aver sync >/dev/null; git commit -q --amend -m "Add gull" && git push -qf origin main
  checked 0 records: all is well
  aver.toml: warning: f25fa96d7c84, the tip until then, is no first parent any more: from 2024-11-16 on, --known-at DATE may show another state than before [recorded/foxtrot]
    hint: aver sync merges with the remote's tip as the first parent
  
  checked 0 records: 0 errors, 1 warning

# Days of another tracker

An import may set stamps in a store without records; elsewhere the days of others are kept as a key, and
the clock goes on.

  $ cd .. && at 2024-11-20
  $ printf 'who,day,vote,seen\nZed,2023-01-03,no,2023-02-02\nAnn,2023-01-04,aye,2023-02-01\nZed,2023-02-05,aye,2023-03-01\n' > votes.csv
  $ votes() { aver import csv "$@" --set claim.id=bill --set 'claim.text=The bill' --set 'stance.holder={who}' --set 'stance.held={day}' --set 'stance.position={vote}' --value stance.position:aye=affirm --value stance.position:no=deny --unknown create --recorded-from seen; }
  $ aver init votes >/dev/null && cd votes && votes ../votes.csv
  imported 3 stances, 1 claim, 2 actors from ../votes.csv
    added as unknown: actors/ann.toml
    added as unknown: actors/zed.toml
    3 commits, the last 2d0642d on main; undo: git revert --no-edit
    e62c0bf..2d0642d
  $ git log --format='%as %cs %s'
  2023-03-01 2023-03-01 Import 1 record from votes.csv, recorded 2023-03-01
  2023-02-02 2023-02-02 Import 2 records from votes.csv, recorded 2023-02-02
  2023-02-01 2023-02-01 Import 3 records from votes.csv, recorded 2023-02-01
  2024-11-20 2024-11-20 Start an aver store
  $ aver list --known-at 2023-02-20 | head -4
  held on 2024-11-20 (today), as known at 2023-02-20 (677601f of 2023-02-02 00:00 UTC)
  
  bill
    The bill
  $ aver list --known-at 2023-01-31
  held on 2024-11-20 (today), as known at 2023-01-31 (before the first record: nothing was known)
  
  No claim yet.
  $ aver check
  checked 6 records: all is well
  $ votes ../votes.csv
  imported nothing from ../votes.csv
    4 records are there already
    there are records already, whose clock goes on: the days of "seen" are kept as
    first_recorded
  $ printf 'who,day,vote,seen\nCy,2023-01-03,no,2023-02-09\n' > ../more.csv; votes ../more.csv
  imported 1 stance, 1 actor from ../more.csv
    1 record is there already
    added as unknown: actors/cy.toml
    there are records already, whose clock goes on: the days of "seen" are kept as
    first_recorded
    1ba43d2 on main; undo: aver undo 1ba43d2
  $ cat claims/bill/2023-01-03-cy.toml; git log -1 --format='%as %cs %s'
  holder = "cy"
  position = "deny"
  held = 2023-01-03
  first_recorded = 2023-02-09
  2024-11-20 2024-11-20 Import 1 stance, 1 actor from more.csv
  $ votes ../more.csv
  imported nothing from ../more.csv
    2 records are there already
    there are records already, whose clock goes on: the days of "seen" are kept as
    first_recorded
  $ aver export csv | grep -c 2023-02-09
  1

A day on which nothing can have been recorded is refused, with its place.

  $ printf 'who,day,vote,seen\nDi,1969-01-03,no,1969-12-31\nEd,2023-01-03,no,2024-11-21\nFy,2023-01-03,no,1970-01-01\n' > ../bad.csv; votes ../bad.csv
  error: ../bad.csv:2:18: nothing can have been recorded on 1969-12-31: days before 1970 are none to git [date/impossible]
  error: ../bad.csv:3:18: nothing can have been recorded on 2024-11-21: that day has not come [date/impossible]
  error: nothing was imported: 2 rows are bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
  $ cd .. && aver init empty >/dev/null && cd empty && votes ../bad.csv
  error: ../bad.csv:2:18: nothing can have been recorded on 1969-12-31: days before 1970 are none to git [date/impossible]
  error: ../bad.csv:3:18: nothing can have been recorded on 2024-11-21: that day has not come [date/impossible]
  error: nothing was imported: 2 rows are bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
