# Two people, one remote

  $ git init -q --bare server.git
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git
  $ for who in calda uw; do aver actor add $who $who --kind state >/dev/null; done
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ aver record act calda silent --held 2024-10-31 --searched briefings --summary "Said nothing" >/dev/null
  $ aver sync
  pushed to origin/main
  $ aver sync
  level with origin/main
  $ git clone -q ../server.git ../ben && cd ../ben

Both record; whoever is second merges on the way.

  $ aver record act uw affirm --held 2024-10-30 --summary "Ben heard it" >/dev/null && aver sync
  pushed to origin/main
  $ cd ../ann && aver record act uw deny --held 2024-10-29 --summary "Ann heard it" >/dev/null && aver sync --push
  error: origin has commits that are not here
  hint: aver sync
  [5]
  $ aver sync
  merged
    7af1aba on main
  pushed to origin/main
  $ git log --oneline --graph | sed 's/[0-9a-f]\{7\}/…/' | head -5
  *   … Merge origin/main
  |\  
  | * … Record uw deny on dorn/act
  * | … Record uw affirm on dorn/act
  |/  
  $ cd ../ben && aver sync --pull && aver list
  brought forward to origin/main
    7af1aba on main
  dorn/act
    Calda acts
    calda silent · uw affirm
  
  1 claim

The same stance recorded twice on one day: equal ones become one, different ones are both kept. What
the remote has keeps its name: others have seen it.

  $ aver record act calda deny --held 2024-11-01 --summary "He denied it" >/dev/null && aver record act uw query --held 2024-11-01 --summary "Asked" >/dev/null
  $ cd ../ann && aver record act calda deny --held 2024-11-01 --summary "It was denied" >/dev/null && aver record act uw query --held 2024-11-01 --summary "Asked" >/dev/null
  $ aver sync && cd ../ben && aver sync
  pushed to origin/main
  both kept, a possible duplicate: claims/dorn/act/2024-11-01-calda.toml and
    claims/dorn/act/2024-11-01-calda-2.toml, as yours is named now
  merged
    4753fbe on main
  pushed to origin/main
  $ grep summary claims/dorn/act/2024-11-01-calda*.toml; aver check
  claims/dorn/act/2024-11-01-calda-2.toml:summary = "He denied it"
  claims/dorn/act/2024-11-01-calda.toml:summary = "It was denied"
  claims/dorn/act/2024-11-01-calda-2.toml: warning: "calda" holds "deny" here and in 2024-11-01-calda, on the same day [position/twice]
    hint: to make one of the two: aver retract dorn/act/2024-11-01-calda-2 --reason "evidence of 2024-11-01-calda"
  
  checked 9 records: 0 errors, 1 warning
  $ aver history act | grep -c 2024-11-01; git ls-files claims | grep 11-01
  5
  claims/dorn/act/2024-11-01-calda-2.toml
  claims/dorn/act/2024-11-01-calda.toml
  claims/dorn/act/2024-11-01-uw.toml

One field, two minds: shown with base, ours and theirs, left, taken up again, settled.

  $ sed -i 's/"silent"/"affirm"/; s/Said nothing/Said yes/' claims/dorn/act/2024-10-31-calda.toml && git commit -qam "yes" && aver sync
  pushed to origin/main
  $ cd ../ann && aver sync --pull >/dev/null; git reset -q --hard HEAD~1
  $ sed -i 's/"silent"/"deny"/; s/searched = .*/searched = ["briefings", "television"]/' claims/dorn/act/2024-10-31-calda.toml && git commit -qam "no"
  $ aver sync
  1 conflict to settle
  
  claims/dorn/act/2024-10-31-calda.toml
    position
      base    silent
      ours    deny
      theirs  affirm
    ours rests on    Said nothing
    theirs rests on  Said yes
    both can be kept: aver resolve dorn/act/2024-10-31-calda --with both
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ aver record act uw query --summary x
  error: a merge is under way in this repository
  hint: aver resolve; or give it up: aver resolve --give-up
  [3]
  $ aver list | head -1; aver status | tail -6
  a merge is under way: this is ours, as before it (aver resolve)
  dorn/act
  a merge is under way: aver resolve
  
  uncommitted
    conflict  stance  claims/dorn/act/2024-10-31-calda.toml  1 error
  
  settle what is left, and finish with: aver resolve
  $ aver sync
  error: a merge is under way
  hint: aver resolve
  [3]
  $ aver resolve
  1 conflict to settle
  
  claims/dorn/act/2024-10-31-calda.toml
    position
      base    silent
      ours    deny
      theirs  affirm
    ours rests on    Said nothing
    theirs rests on  Said yes
    both can be kept: aver resolve dorn/act/2024-10-31-calda --with both
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ aver resolve nothing --with ours
  error: there is no conflict in "nothing"
  caused by: claims/dorn/act/2024-10-31-calda.toml
  hint: aver resolve
  [4]
  $ aver resolve --give-up && git status --short && aver resolve
  the merge is given up: everything is as it was before
  error: no merge is under way
  hint: aver merge BRANCH, or aver sync
  [2]
  $ aver merge origin/main >/dev/null
  [3]
  $ aver resolve 2024-10-31-calda --with theirs
  settled claims/dorn/act/2024-10-31-calda.toml with theirs
  merged
    aea4edf on main
  $ cat claims/dorn/act/2024-10-31-calda.toml
  holder = "calda"
  position = "affirm"
  held = 2024-10-31
  through = 2024-10-31
  searched = ["briefings", "television"]
  summary = "Said yes"
  $ aver sync && aver check
  pushed to origin/main
  claims/dorn/act/2024-11-01-calda-2.toml: warning: "calda" holds "deny" here and in 2024-11-01-calda, on the same day [position/twice]
    hint: to make one of the two: aver retract dorn/act/2024-11-01-calda-2 --reason "evidence of 2024-11-01-calda"
  
  checked 9 records: 0 errors, 1 warning

In an editor; and a record that one removed and the other changed.

  $ cd ../ben && aver sync --pull >/dev/null && sed -i 's/summary = .*/summary = "Ben"/' claims/dorn/act/2024-10-31-calda.toml && git commit -qam "Ben" && git rm -q claims/dorn/act/2024-10-30-uw.toml && git commit -qm "gone" && git push -q
  $ cd ../ann && sed -i 's/summary = .*/summary = "Ann"/' claims/dorn/act/2024-10-31-calda.toml claims/dorn/act/2024-10-30-uw.toml && git commit -qam "Ann" && aver sync
  2 conflicts to settle
  
  claims/dorn/act/2024-10-30-uw.toml
    theirs removed it, ours changed it
    ours rests on  Ann
  
  claims/dorn/act/2024-10-31-calda.toml
    summary
      base    Said yes
      ours    Ann
      theirs  Ben
    ours rests on    Ann
    theirs rests on  Ben
    both can be kept: aver resolve dorn/act/2024-10-31-calda --with both
  
  2 conflicts are left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ EDITOR=false aver resolve 2024-10-31-calda --with edit
  error: the editor failed: false
  caused by: it exited with status 1
  [1]
  $ EDITOR="sed -i 's/\"Ann\"/\"Both\"/'" aver resolve 2024-10-31-calda --with edit
  settled claims/dorn/act/2024-10-31-calda.toml with edit
  1 conflict to settle
  
  claims/dorn/act/2024-10-30-uw.toml
    theirs removed it, ours changed it
    ours rests on  Ann
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ aver resolve 2024-10-30-uw --with theirs
  settled claims/dorn/act/2024-10-30-uw.toml with theirs
  merged
    f8f56c8 on main
  $ grep summary claims/dorn/act/*.toml; aver sync
  claims/dorn/act/2024-10-29-uw.toml:summary = "Ann heard it"
  claims/dorn/act/2024-10-31-calda.toml:summary = "Both"
  claims/dorn/act/2024-11-01-calda-2.toml:summary = "He denied it"
  claims/dorn/act/2024-11-01-calda.toml:summary = "It was denied"
  claims/dorn/act/2024-11-01-uw.toml:summary = "Asked"
  pushed to origin/main

What cannot be synced loses nothing.

  $ sed -i 's/"Both"/3/' claims/dorn/act/2024-10-31-calda.toml && git commit -qam "broken" && aver sync
  error: claims/dorn/act/2024-10-31-calda.toml:6:11: "summary" must be a text, not a whole number [type/mismatch]
  nothing was pushed: mend these, and: aver sync
  [1]
  $ git reset -q --hard HEAD~1
  $ mv ../server.git ../gone.git && aver record act uw affirm --held 2024-11-01 --summary "Offline" >/dev/null && aver sync; mv ../gone.git ../server.git
  note: 2024-11-01-uw says query of the same day, and which came first is not known: both are possible now [position/same-day]
  hint: where 2024-11-01-uw was our mistake: aver retract dorn/act/2024-11-01-uw --reason "WHY"; else say when each was held: aver correct dorn/act/2024-11-01-uw --held 2024-11-01T09:00:00+00:00 --reason "WHY"; aver correct dorn/act/2024-11-01-uw-2 --held 2024-11-01T18:00:00+00:00 --reason "WHY"
  fatal: '../server.git' does not appear to be a git repository
  fatal: Could not read from remote repository.
  
  Please make sure you have the correct access rights
  and the repository exists.
  error: git could not fetch from origin
  caused by: git fetch ended with 128
  hint: nothing is lost; try again when the remote can be reached
  $ printf '#!/bin/sh\necho no >&2\nexit 1\n' >../server.git/hooks/pre-receive && chmod +x ../server.git/hooks/pre-receive && aver sync 2>&1 | grep -v '^remote'; rm ../server.git/hooks/pre-receive
  error: failed to push some refs to '../server.git'
  error: origin did not take the push
  caused by: refs/heads/main: [remote rejected] (pre-receive hook declined)
  hint: nothing is lost; everything is committed here
  $ aver sync
  pushed to origin/main
  $ git switch -q --detach && aver sync; git switch -q main
  error: HEAD is on no branch: there is nothing to sync
  hint: git switch BRANCH
  $ cd .. && aver init alone >/dev/null && aver -C alone sync
  error: this store has no remote yet
  hint: git remote add origin URL
  [2]
  $ aver -C server.git sync
  error: a bare store has no work tree: sync in a clone
  [2]
  $ aver -C alone merge nowhere
  error: there is no revision "nowhere"
  hint: aver log
  [4]
  $ aver -C alone merge HEAD
  nothing to merge: all of HEAD is here already
