# A branch that another work tree has checked out is recorded on there, and nowhere else

  $ aver init facts >/dev/null && cd facts && aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ git clone -q --bare . ../facts.git && git -C ../facts.git worktree add -q ../linked main

The bare repository's HEAD names the branch, and so does the linked work tree's.

  $ aver -C ../facts.git record act calda deny --summary "No"
  $ aver -C ../facts.git add dorn/more "More is so"
  $ printf 'claim,holder,position,held\ndorn/act,calda,deny,2024-11-01\n' >../rows.csv; aver -C ../facts.git import csv ../rows.csv
  $ git -C ../facts.git log --oneline main | wc -l; git -C ../linked status --short

In the linked one all is as ever, and once it is gone, or on another branch, in the bare one, too.

  $ cd ../linked && aver record act calda deny --held 2024-11-01 --summary "No" && git status --short
  $ git switch -q -c other && aver -C ../facts.git record act calda affirm --held 2024-11-02 --summary "Yes"
  $ git switch -q main && git status --short && cd .. && rm -r linked
  $ aver -C facts.git record act calda silent --held 2024-11-03 --searched "the gazette"

Two work trees on one branch, which git allows when it is told to.

  $ cd facts && git worktree add -q --force ../second main 2>/dev/null && aver record act calda deny --held 2024-11-04 --summary "No"
  $ aver -C ../second record act calda deny --held 2024-11-04 --summary "No"
  $ git worktree remove ../second && aver record act calda deny --held 2024-11-04 --summary "No"
