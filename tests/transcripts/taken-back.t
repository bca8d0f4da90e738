# What was deleted or taken back at the remote is not pushed again by accident

  $ git init -q --bare server.git
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git
  $ aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ aver sync >/dev/null && git clone -q ../server.git ../ben && cd ../ben
  $ aver propose news >/dev/null && aver record act calda affirm --held 2024-11-01 --summary "Yes" >/dev/null && aver propose --end >/dev/null && aver sync
  pushed proposal/news
  $ cd ../ann && aver sync >/dev/null

A host squashes a proposal, and deletes its branch.

  $ git merge -q --squash origin/proposal/news && git commit -qm "News (#1)" && git push -q && git push -q --delete origin proposal/news
  Squash commit -- not updating HEAD
  $ cd ../ben && aver sync
  brought forward to origin/main
    0ef3ca7 on main
  the proposal news was accepted as one commit: main has all of it
  $ aver review; git branch -a | grep proposal
  no proposal waits for main
  [1]

Somebody deletes a proposal at the remote.

  $ aver propose more >/dev/null && aver record act calda deny --held 2024-11-02 --summary "No" >/dev/null && aver propose --end >/dev/null && aver sync
  warning: held 2024-11-02 is in the future [held/future]
  pushed proposal/more
  $ git --git-dir ../server.git branch -D -q proposal/more && aver sync
  gone at origin: proposal/more stays here, and is not pushed again (aver sync
    --push-again, or aver review withdraw more)
  level with origin/main
  $ aver sync
  gone at origin: proposal/more stays here, and is not pushed again (aver sync
    --push-again, or aver review withdraw more)
  level with origin/main
  $ aver sync --push-again
  pushed proposal/more
  $ git --git-dir ../server.git branch -D -q proposal/more && git fetch -q --prune && aver sync && aver review withdraw more
  gone at origin: proposal/more stays here, and is not pushed again (aver sync
    --push-again, or aver review withdraw more)
  level with origin/main
  withdrawn: more is kept as withdrawn/more
    take it up again: aver propose more --reopen
  $ aver sync
  pushed withdrawn/more
  pushed aver/reviews

Somebody takes a commit of main back at the remote.

  $ aver record act calda query --held 2024-11-03 --summary "Hm" >/dev/null && aver sync
  warning: held 2024-11-03 is in the future [held/future]
  pushed to origin/main
  $ git --git-dir ../server.git update-ref refs/heads/main main~1 && aver sync
  error: origin/main was taken back: it had b290023, which is here and not there
  hint: git reset --keep origin/main takes it back here, too; aver sync --push-again pushes it again
  [1]
  $ aver sync
  error: origin/main was taken back: it had b290023, which is here and not there
  hint: git reset --keep origin/main takes it back here, too; aver sync --push-again pushes it again
  [1]
  $ aver sync --push-again
  pushed to origin/main
  $ git --git-dir ../server.git update-ref refs/heads/main main~1 && git fetch -q && aver record act calda relay --held 2024-11-04 --summary "So they say" >/dev/null; aver sync
  warning: held 2024-11-04 is in the future [held/future]
  error: origin/main was taken back: it had b290023, which is here and not there
  hint: git rebase --onto origin/main b290023 takes it back here, too; aver sync --push-again pushes it again
  [1]
  $ git rebase -q --onto origin/main b290023 && git log --oneline -2 && aver sync
  8c27d6b Record calda relay on dorn/act
  0ef3ca7 News (#1)
  pushed to origin/main

A proposal that was accepted and taken back says so.

  $ aver propose last >/dev/null && aver record act calda deny --held 2024-11-05 --summary "No" >/dev/null && aver propose --end >/dev/null && aver review accept last >/dev/null
  warning: held 2024-11-05 is in the future [held/future]
  $ aver review --all | grep -A1 last
  last  accepted  by Ada Fields
    1 file · opened just now · 1 warning
  $ git revert --no-edit -m 1 HEAD >/dev/null && aver review --all | grep -A1 last
  last  taken back  by Ada Fields
    1 file · opened just now · 1 warning
  $ aver review show last
  last  taken back  by Ada Fields
    1 file · opened just now · 1 warning
  
  dorn/act
    Calda acts
    also recorded, about other days
    calda  deny (2024-11-05)  learned, from 2024-11-05 on
        No
  
  check
    warning  claims/dorn/act/2024-11-05-calda.toml: held 2024-11-05 is in the
      future [held/future]
  $ aver review accept last
  error: the proposal last was accepted already, by Ada Fields, in 6789dfe, and taken back since
  caused by: what comes after it is a new proposal
  hint: aver propose last
  [1]

A branch that is checked out is no exception: a proposal, and main itself.

  $ aver sync >/dev/null; git switch -q -c proposal/lost && aver record act calda deny --held 2024-10-05 --summary "Lost" >/dev/null && aver sync
  pushed to origin/proposal/lost
  $ git push -q origin --delete proposal/lost && aver sync
  error: origin/proposal/lost was deleted: it had 43a40bb, which is here
  hint: aver sync --push-again pushes it again; or git switch BRANCH, then: aver review withdraw lost
  [1]
  $ aver record act calda query --held 2024-10-06 --summary "More" >/dev/null && aver sync
  error: origin/proposal/lost was deleted: it had 43a40bb, which is here
  hint: aver sync --push-again pushes it again; or git switch BRANCH, then: aver review withdraw lost
  [1]
  $ git switch -q main && aver review withdraw lost >/dev/null && aver sync
  pushed withdrawn/lost
  pushed aver/reviews
  $ git --git-dir ../server.git update-ref -d refs/heads/main && aver sync
  error: origin/main was deleted: it had a47176a, which is here
  hint: aver sync --push-again pushes it again
  [1]
  $ aver sync --push-again
  pushed to origin/main
  $ git switch -q -c proposal/over && aver record act calda deny --held 2024-10-07 --summary "Over" >/dev/null && aver sync
  pushed to origin/proposal/over
  $ git push -q origin HEAD:main && git push -q origin --delete proposal/over && aver sync
  error: the proposal over has ended: main has all of it
  hint: git switch main, then: aver sync
  [1]

A host squashes a proposal, and its branch stays.

  $ git switch -q main && aver sync --pull && aver propose kept >/dev/null && aver record act calda affirm --held 2024-10-08 --summary "Kept" >/dev/null && aver propose --end >/dev/null && aver sync
  brought forward to origin/main
    6be4d98 on main
  pushed proposal/kept
  $ git switch -q -c host && git merge -q --squash proposal/kept && git commit -qm "Kept (#2)" && git push -q origin host:main && git switch -q main && git branch -qD host && aver sync
  Squash commit -- not updating HEAD
  brought forward to origin/main
    68ba268 on main
  $ aver review; aver review accept kept; aver review --all | grep -A1 kept
  no proposal waits for main
  error: the proposal kept was accepted as one commit: main has all of it
  caused by: what comes after it is a new proposal
  hint: aver propose kept
  kept  accepted  by Ada Fields
    1 file · opened just now · sound · merges cleanly
  $ aver undo >/dev/null; aver review; aver undo >/dev/null
  kept  open  by Ada Fields
    1 file · opened just now · sound · merges cleanly
  
  1 proposal for main

A proposal whose aver.toml is broken stays here; what is sound is pushed.

  $ git switch -q -c proposal/broken && echo '[[x' >>aver.toml && git commit -qam Broken && git switch -q main && aver record act calda query --held 2024-10-09 --summary "Go on" >/dev/null && aver sync
  error: aver.toml:47:4: not valid TOML: table header: expected ']', saw '\n' [toml/syntax]
  proposal/broken was not pushed: mend these on it, and: aver sync
  pushed to origin/main
  [1]
  $ aver review show broken; git branch -qD proposal/broken
  error: the aver.toml of fd92c40 cannot be used
  caused by: aver.toml:47:4: error: not valid TOML: table header: expected ']', saw '\n' [toml/syntax]
  hint: on the branch that has it: edit aver.toml, then: git commit aver.toml

What others have published is not taken out by mistake, and told where it is meant.

  $ cd ../ann && aver sync >/dev/null && aver record act calda relay --held 2024-10-10 --summary "Ann" >/dev/null && aver sync
  pushed to origin/main
  $ cd ../ben && aver record act calda deny --held 2024-10-11 --summary "Ben" >/dev/null && git fetch -q && git merge -q --no-edit origin/main && aver undo
  error: cd8d4a7 merged what others had published: undone, their records would go
  hint: git reset --keep cd8d4a7~1 takes the merge alone back, which is not published yet
  [1]
  $ aver record act calda deny --held 2024-10-12 --summary "Ben" >/dev/null && aver undo HEAD~1
  error: cd8d4a7 merged what others had published: undone, their records would go
  hint: git log cd8d4a7~1..cd8d4a7 shows their commits; aver undo COMMIT takes one of them back
  [1]
  $ git reset -q --hard HEAD~2 && aver sync >/dev/null && aver undo $(git log --format=%h -1 -- claims/dorn/act/2024-10-10-calda.toml) && aver sync
  undone: Record calda relay on dorn/act
    dfa9358 on main; undo: aver undo dfa9358
  warning: claims/dorn/act/2024-10-10-calda.toml: the stance was taken out on purpose: dfa9358 takes back 330331d [record/vanished]
  pushed to origin/main
