# Proposals that have ended stay ended

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ as "Ann Lee" ann@example.org; git init -q --bare server.git
  $ aver init ann >/dev/null && cd ann && git remote add origin ../server.git
  $ aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" --kind policy >/dev/null; aver sync >/dev/null
  $ git clone -q ../server.git ../ben
  $ aver propose words >/dev/null; aver record act calda deny --held 2024-10-25 --summary "No" >/dev/null; aver propose --end >/dev/null; aver sync >/dev/null

Withdrawn, while the remote still has the branch: nobody's word brings it back but that of who reopens it.

  $ aver review withdraw words
  withdrawn: words is kept as withdrawn/words
    take it up again: aver propose words --reopen
  $ aver review comment words -m "Still here?"
  error: the proposal words was withdrawn
  hint: aver propose words --reopen
  [4]
  $ aver review show words >/dev/null; aver review approve words
  error: the proposal words was withdrawn
  hint: aver propose words --reopen
  [4]
  $ aver review; aver review --all
  no proposal waits for main
  words  withdrawn  by Ann Lee
    1 file · opened just now · sound · merges cleanly · withdrawn by Ann Lee
  
  1 proposal for main
  $ aver propose words --reopen
  records go on proposal/words now, which has 1 file
    the files you see stay those of main; back: aver propose --end
  $ aver propose --end >/dev/null; aver review show words | tail -5
  reviews
    2024-11-01 09:00  Ann Lee says
        Reopened.
  
  next: aver review accept words
  $ aver review withdraw words >/dev/null; aver sync
  pushed withdrawn/words
  withdrawn at origin: words
  pushed aver/reviews
  $ cd ../ben; as "Ben Ray" ben@example.org; aver sync >/dev/null; aver review --all
  words  withdrawn  by Ann Lee  at origin
    1 file · opened just now · sound · merges cleanly · withdrawn by Ann Lee
  
  1 proposal for main
  $ aver propose words
  error: a proposal words was withdrawn
  hint: aver propose words --reopen, or another name
  [2]
  $ aver review withdraw words
  error: the proposal words was withdrawn
  hint: aver propose words --reopen
  [4]

Reopened by Ben from what is at the remote alone; then it waits for everybody, and withdrawn/words is gone.

  $ aver propose words --reopen
  records go on proposal/words now, which has 1 file
    the files you see stay those of main; back: aver propose --end
  $ aver propose --end >/dev/null; aver review --all | head -1
  words  open  by Ann Lee
  $ aver sync
  pushed proposal/words
  reopened at origin: words
  pushed aver/reviews
  $ cd ../ann; as "Ann Lee" ann@example.org; aver sync; aver review --all; git branch --all
  the proposal words was reopened
  1 proposal waits for review (aver review): words
  words  open  by Ann Lee  at origin
    1 file · opened just now · sound · merges cleanly
  
  1 proposal for main
    aver/reviews
  * main
    remotes/origin/aver/reviews
    remotes/origin/main
    remotes/origin/proposal/words

Accepted, while the remote still has the branch.

  $ cd ../ben; as "Ben Ray" ben@example.org; aver sync >/dev/null; aver review accept words >/dev/null
  $ aver review accept words
  error: the proposal words was accepted already, by Ben Ray, in 7a7c561
  caused by: what comes after it is a new proposal
  hint: aver propose words
  [1]
  $ aver review comment words -m "One more thing"
  error: the proposal words was accepted already, by Ben Ray, in 7a7c561
  caused by: what comes after it is a new proposal
  hint: aver propose words
  [1]
  $ aver review withdraw words
  error: the proposal words was accepted already, by Ben Ray, in 7a7c561
  caused by: what comes after it is a new proposal
  hint: aver propose words
  [1]
  $ aver review; aver review --all
  no proposal waits for main
  words  accepted  by Ann Lee
    1 file · opened just now · sound
  
  1 proposal for main
  $ aver review show words | head -2
  words  accepted  by Ann Lee
    1 file · opened just now · sound

A new one of that name begins at main, and is nobody's business before it has something.

  $ aver propose words
  the proposal words was accepted: a new one begins
  records go on proposal/words now
    the files you see stay those of main; back: aver propose --end
  $ git rev-parse main proposal/words | uniq | wc -l
  1
  $ aver sync
  pushed to origin/main
  ended at origin, as accepted: words
  pushed aver/reviews
  $ git branch --all
    aver/reviews
  * main
    proposal/words
    remotes/origin/HEAD -> origin/main
    remotes/origin/aver/reviews
    remotes/origin/main
  $ aver record act calda affirm --held 2024-10-28 --summary "Yes" >/dev/null; aver propose --end >/dev/null; aver sync
  pushed proposal/words
  $ cd ../ann; as "Ann Lee" ann@example.org; aver sync; aver review --all
  brought forward to origin/main
    7a7c561 on main
  1 proposal waits for review (aver review): words
  words  open  by Ben Ray  at origin
    1 file · opened just now · sound · merges cleanly
  
  words  accepted  by Ann Lee
    1 file · opened just now · sound
  
  2 proposals for main
