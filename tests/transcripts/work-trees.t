# A branch that another work tree has checked out is recorded on there, and nowhere else

  $ aver init facts >/dev/null && cd facts && aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ git clone -q --bare . ../facts.git && git -C ../facts.git worktree add -q ../linked main

The bare repository's HEAD names the branch, and so does the linked work tree's.

  $ aver -C ../facts.git record act calda deny --summary "No"
  error: main is checked out in another work tree
  hint: git worktree list says where; go on there
  [3]
  $ aver -C ../facts.git add dorn/more "More is so"
  error: main is checked out in another work tree
  hint: git worktree list says where; go on there
  [3]
  $ printf 'claim,holder,position,held\ndorn/act,calda,deny,2024-10-01\n' >../rows.csv; aver -C ../facts.git import csv ../rows.csv --set 'claim.id={claim}' --set 'claim.text=Calda acts' --set 'stance.holder={holder}' --set 'stance.position={position}' --set 'stance.held={held}'
  error: main is checked out in another work tree
  hint: git worktree list says where; go on there
  [3]
  $ git -C ../facts.git log --oneline main | wc -l; git -C ../linked status --short
  3

In the linked one all is as ever, and once it is gone, or on another branch, in the bare one, too.

  $ cd ../linked && aver record act calda deny --held 2024-10-01 --summary "No" && git status --short
  recorded calda deny on dorn/act, held 2024-10-01: the first record of calda here
    f35481e on main; undo: aver undo f35481e
  $ git switch -q -c other && aver -C ../facts.git record act calda affirm --held 2024-10-02 --summary "Yes"
  recorded calda affirm on dorn/act, held 2024-10-02: reversal, was deny since
    2024-10-01
    80c0ee6 on main; undo: aver undo 80c0ee6
  $ git switch -q main && git status --short && cd .. && rm -r linked
  $ aver -C facts.git record act calda silent --held 2024-10-03 --searched "the gazette"
  recorded calda silent on dorn/act, held 2024-10-03: lapsed, was affirm since
    2024-10-02
    b961bd1 on main; undo: aver undo b961bd1

Two work trees on one branch, which git allows when it is told to.

  $ cd facts && git worktree add -q --force ../second main 2>/dev/null && aver record act calda deny --held 2024-10-04 --summary "No"
  error: main is checked out in another work tree
  hint: git worktree list says where; go on there
  [3]
  $ aver -C ../second record act calda deny --held 2024-10-04 --summary "No"
  error: main is checked out in another work tree
  hint: git worktree list says where; go on there
  [3]
  $ git worktree remove ../second && aver record act calda deny --held 2024-10-04 --summary "No"
  recorded calda deny on dorn/act, held 2024-10-04: the first record of calda here
    c624d2c on main; undo: aver undo c624d2c
