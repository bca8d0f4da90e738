# Two people accept at once

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ as "Ann Lee" ann@example.org; git init -q --bare server.git
  $ aver init ann >/dev/null && cd ann && git remote add origin ../server.git
  $ aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" --kind policy >/dev/null; aver sync >/dev/null
  $ git clone -q ../server.git ../ben
  $ aver propose words >/dev/null; aver record act calda deny --held 2024-10-25 --summary "No" >/dev/null; aver propose --end >/dev/null; aver sync >/dev/null

Each in their own clone: who sends second has nothing to settle, and both have the same.

  $ aver review accept words
  accepted words: 1 file
    d13a78d on main; undo: aver undo d13a78d
  $ cd ../ben; as "Ben Ray" ben@example.org; git fetch -q; aver review accept words
  accepted words: 1 file
    956256d on main; undo: aver undo 956256d
  $ aver sync
  pushed to origin/main
  ended at origin, as accepted: words
  $ cd ../ann; as "Ann Lee" ann@example.org; aver sync
  merged
    20e80fd on main
  pushed to origin/main
  $ cd ../ben; as "Ben Ray" ben@example.org; aver sync
  brought forward to origin/main
    20e80fd on main
  $ git rev-parse main main^{tree} >at-ben; cd ../ann; git rev-parse main main^{tree} | cmp - ../ben/at-ben && echo the same
  the same
  $ aver list; aver review; aver check
  dorn/act
    Calda acts
    calda deny
  
  1 claim
  no proposal waits for main
  checked 3 records: all is well
  $ aver blame act/2024-10-25-calda position
  dorn/act/2024-10-25-calda
  Calda acts
  
  claims/dorn/act/2024-10-25-calda.toml
    56c31b5  2024-11-01 09:00  Ann Lee
      position  deny

Both in one clone: one accepts, and the other is told.

  $ aver propose more >/dev/null; aver record act calda affirm --held 2024-10-28 --summary "Yes" >/dev/null; aver propose --end >/dev/null
  $ (aver review accept more >first 2>&1; echo "exit $?" >>first) & (aver review accept more >second 2>&1; echo "exit $?" >>second) & wait; cat first second | grep -c "^accepted more"
  1
  $ cat first second | grep -c "was accepted already\|nothing that main has not\|no proposal"
  1
  $ git log --oneline --grep "^Proposal: more$" | wc -l | tr -d ' '
  1
  $ aver check
  checked 4 records: all is well
