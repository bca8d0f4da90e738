# What sync says of proposals

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ as "Ann Lee" ann@example.org; git init -q --bare server.git
  $ aver init ann >/dev/null && cd ann && git remote add origin ../server.git
  $ aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" --kind policy >/dev/null; aver sync >/dev/null
  $ git clone -q ../server.git ../ben
  $ aver propose words >/dev/null; aver record act calda deny --held 2024-10-25 --summary "No" >/dev/null
  $ aver propose more >/dev/null; aver record act calda affirm --held 2024-10-28 --summary "Yes" >/dev/null; aver propose words >/dev/null; aver sync
  pushed proposal/more
  pushed proposal/words
  $ aver sync
  level with origin/main

Ben is told of both, once; and of what has changed since.

  $ cd ../ben; as "Ben Ray" ben@example.org; aver sync
  level with origin/main
  2 proposals wait for review (aver review): more, words
  $ aver sync
  level with origin/main
  $ aver review show words >/dev/null; aver review approve words >/dev/null; aver sync
  pushed aver/reviews
  $ cd ../ann; as "Ann Lee" ann@example.org; aver sync
  reviewed meanwhile (aver review show words): words
  $ aver record act calda qualified --held 2024-10-29 --summary "Perhaps" >/dev/null; aver sync
  pushed proposal/words
  $ cd ../ben; as "Ben Ray" ben@example.org; aver sync --pull
  1 proposal waits for review (aver review): words
  $ aver review show words >/dev/null; aver review approve words >/dev/null; aver review accept words; aver sync
  accepted words: 2 files, approved by Ben Ray
    549b98f on main; undo: aver undo 549b98f
  pushed to origin/main
  ended at origin, as accepted: words
  pushed aver/reviews

Ann was recording on it: she is told where her records go now.

  $ cd ../ann; as "Ann Lee" ann@example.org; aver sync
  brought forward to origin/main
    549b98f on main
  the proposal words was accepted
    records go on main again
  $ aver propose
  no proposal is under way: records go on main
    begin one: aver propose NAME
  $ aver propose more >/dev/null; aver review withdraw more
  withdrawn: more is kept as withdrawn/more
    take it up again: aver propose more --reopen
    records go on main again
