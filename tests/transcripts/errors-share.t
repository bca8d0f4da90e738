# What goes wrong when a store is shared

  $ aver init facts >/dev/null && cd facts && aver actor add borland Borland --kind state >/dev/null && aver add town/walls "The walls stand" >/dev/null && aver add old/walls "The old walls stand" >/dev/null
  $ aver record town/walls borland affirm --held 2024-10-01 --summary "They stand" >/dev/null && aver record old/walls borland affirm --held 2024-10-01 --summary "They stand" >/dev/null

A merge is one at a time, and what it leaves is settled record by record.

  $ git switch -qc theirs && sed -i 's/They stand/They say so/' claims/*/walls/2024*.toml && git commit -qam theirs && git switch -q main && sed -i 's/They stand/We say so/' claims/*/walls/2024*.toml && git commit -qam ours
  $ aver merge theirs | tail -2
  2 conflicts are left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  $ aver merge theirs
  error: a merge is under way already
  hint: aver resolve
  [3]
  $ aver resolve --with ours
  error: say which record, or nothing
  hint: aver resolve RECORD --with ours
  [2]
  $ aver resolve 2024-10-01-borland --with ours
  error: "2024-10-01-borland" could mean several conflicts
  caused by: claims/old/walls/2024-10-01-borland.toml
  caused by: claims/town/walls/2024-10-01-borland.toml
  [4]
  $ EDITOR="sh -c ': >\"\$1\"' -" aver resolve town/walls/2024-10-01-borland --with edit
  error: claims/town/walls/2024-10-01-borland.toml is not settled yet
  hint: aver resolve claims/town/walls/2024-10-01-borland.toml --with edit
  [1]
  $ aver resolve --give-up
  the merge is given up: everything is as it was before

There is nothing to merge into, or to propose, where HEAD is on no branch.

  $ git switch -q --detach && aver merge theirs
  error: HEAD is on no branch: there is nothing to merge into
  hint: git switch BRANCH
  [2]
  $ aver propose --on-current
  error: HEAD is on no branch: there is none to propose
  hint: git switch -c proposal/NAME
  [2]
  $ git switch -q main

A bare store merges what needs no person, and nothing else.

  $ git clone -q --bare . ../facts.git && aver -C ../facts.git merge theirs
  claims/old/walls/2024-10-01-borland.toml
    summary
      base    They stand
      ours    We say so
      theirs  They say so
    ours rests on    We say so
    theirs rests on  They say so
  
  claims/town/walls/2024-10-01-borland.toml
    summary
      base    They stand
      ours    We say so
      theirs  They say so
    ours rests on    We say so
    theirs rests on  They say so
  
  error: theirs needs a person to merge it
  hint: in a clone: git switch main && aver merge theirs
  [3]

A shallow clone does not know what both sides share.

  $ git clone -q --depth 1 --no-single-branch "file://$PWD" ../shallow && aver -C ../shallow merge origin/theirs
  error: this is a shallow clone: what both sides share is cut off
  hint: git fetch --unshallow
  [7]
  $ aver -C ../shallow index rebuild
  records: made anew, 5 records
  error: the index of the history cannot be made here
  caused by: the history is cut off (a shallow clone) or has replaced commits, or .git/aver cannot be written
  hint: log and blame ask git instead
  [5]

Two remotes: which one?

  $ git remote add north ../facts.git && git remote add south ../facts.git && aver sync
  error: this store has several remotes
  caused by: north
  south
  
  hint: aver sync REMOTE
  [4]
  $ git remote remove north; git remote remove south

The remote has a commit more each time that aver has fetched from it: a hook there makes one before it takes ours.

  $ git clone -q ../facts.git ../mine
  $ cat >../facts.git/hooks/pre-receive <<'END'
  > #!/bin/sh
  > unset GIT_QUARANTINE_PATH
  > git update-ref refs/heads/main "$(git commit-tree -m Meanwhile -p main main^{tree})"
  > END
  $ chmod +x ../facts.git/hooks/pre-receive; cd ../mine && aver add town/gate "The gate is shut" >/dev/null && aver sync 2>&1 | tail -2
  error: others kept pushing to origin all the while
  hint: aver sync
  $ cd ../facts

A merge that another branch made is not this branch's to take back.

  $ git switch -qc mill && aver add town/mill "The mill runs" >/dev/null && git switch -qc mint main && aver add town/mint "The mint is open" >/dev/null && aver merge mill >/dev/null && git switch -q main && git merge -q --no-ff --no-edit mint
  $ aver undo HEAD^2
  error: cb3d537 is a merge that another branch made before it came in
  hint: git log --first-parent shows the merge that brought it in; undo that
  [2]

A branch that begins anew is no store yet.

  $ git switch -q --orphan fresh && aver undo
  error: this is no aver store: the repository at $DIR/facts has no aver.toml in its last commit
  hint: aver init
  [4]
  $ git switch -q main

A proposal's branch that is checked out elsewhere is written to there.

  $ aver propose survey >/dev/null && aver record town/walls borland deny --held 2024-10-02 >/dev/null && aver propose --end >/dev/null
  $ git worktree add -q ../elsewhere proposal/survey && aver review comment survey -m "Look again"
  commented on survey: claims/town/walls/2024-10-02-borland.toml, all that it has
    899d6a2 on aver/reviews; send it: aver sync
  $ aver propose survey
  error: proposal/survey is checked out in another work tree
  hint: git worktree list says where; go on there
  [3]
  $ git worktree remove ../elsewhere

Nobody knows which branch proposals are for where none has a usual name and none is checked out.

  $ git branch -m main trunk && git switch -q --detach && aver review
  error: it is not clear which branch proposals are for
  hint: --into BRANCH
  [2]
  $ git switch -q trunk && git branch -m trunk main
