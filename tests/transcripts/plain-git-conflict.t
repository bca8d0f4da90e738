# A merge by hand, committed with its conflict in it

Without the driver git merges by line. Somebody commits what it left.

  $ aver init facts >/dev/null && cd facts
  $ for who in calda uw; do aver actor add $who $who --kind state >/dev/null; done
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ aver record act calda silent --held 2024-10-31 --searched briefings --summary "Nothing was said." >/dev/null
  $ aver record act uw affirm --held 2024-11-01 --summary "Says so" >/dev/null
  $ git switch -qc side && sed -i 's/^summary.*/summary = "Asked, and silent."/' claims/dorn/act/2024-10-31-calda.toml && git commit -qam "side"
  $ git switch -q main && sed -i 's/^summary.*/summary = "Nobody asked."/' claims/dorn/act/2024-10-31-calda.toml && git commit -qam "main"
  $ git merge -q side >/dev/null; git commit -qam "merge it anyway" && cat claims/dorn/act/2024-10-31-calda.toml
  holder = "calda"
  position = "silent"
  held = 2024-10-31
  through = 2024-10-31
  searched = ["briefings"]
  <<<<<<< HEAD
  summary = "Nobody asked."
  =======
  summary = "Asked, and silent."
  >>>>>>> side

It is said wherever the record would be shown; the rest of the store is.

  $ aver check
  claims/dorn/act/2024-10-31-calda.toml:6:1: error: a merge conflict is left in the file [merge/unresolved]
    hint: choose between its sides, take the marks out, then: git add claims/dorn/act/2024-10-31-calda.toml
  
  checked 5 records: 1 error, 0 warnings
  [1]
  $ aver check --base HEAD~1
  claims/dorn/act/2024-10-31-calda.toml:6:1: error: a merge conflict is left in the file [merge/unresolved]
    hint: choose between its sides, take the marks out, then: git add claims/dorn/act/2024-10-31-calda.toml
  
  checked 1 record: 1 error, 0 warnings
  [1]
  $ aver show act
  error: claims/dorn/act/2024-10-31-calda.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dorn/act/2024-10-31-calda.toml
  hint: 1 record of dorn/act is left out of this answer: aver check
  dorn/act
  Calda acts
  
    kind  policy
  
    uw  affirm  since 2024-11-01
        Says so
        2024-11-01-uw
  $ aver show 2024-10-31-calda
  error: claims/dorn/act/2024-10-31-calda.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dorn/act/2024-10-31-calda.toml
  error: claims/dorn/act/2024-10-31-calda.toml cannot be read
  hint: edit the file, then: aver commit
  [7]
  $ aver history act
  error: claims/dorn/act/2024-10-31-calda.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dorn/act/2024-10-31-calda.toml
  hint: 1 record of dorn/act is left out of this answer: aver check
  dorn/act
  Calda acts
  
  uw
    2024-11-01  affirm  first
                Says so
  $ aver positions
  error: claims/dorn/act/2024-10-31-calda.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dorn/act/2024-10-31-calda.toml
  hint: 1 record of dorn/act is left out of this answer: aver check
  1   Calda acts  dorn/act
  
          1
  uw      affirm
  $ aver list
  error: claims/dorn/act/2024-10-31-calda.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dorn/act/2024-10-31-calda.toml
  hint: 1 record of dorn/act is left out of this answer: aver check
  dorn/act
    Calda acts
    uw affirm
  
  1 claim
  $ aver diff HEAD~1 HEAD
  error: claims/dorn/act/2024-10-31-calda.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dorn/act/2024-10-31-calda.toml
  hint: 1 record of dorn/act is left out of this answer: aver check
  no position differs between HEAD~1 (2024-11-01) and HEAD (2024-11-01)
  $ aver log 2024-10-31-calda | wc -l
  4
  $ aver blame 2024-10-31-calda | tail -3
  dorn/act/2024-10-31-calda
  Calda acts
  $ git init -q --bare ../server.git && git remote add origin ../server.git && aver sync
  error: claims/dorn/act/2024-10-31-calda.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dorn/act/2024-10-31-calda.toml
  nothing was pushed: mend these, and: aver sync
  [1]
  $ aver help rule merge/unresolved
  merge/unresolved  error
  
  A merge is settled before its result is committed.
  
  Choose between what base, ours and theirs have, take the lines that begin with
  #! conflict, or git's own marks (<<<<<<< ======= >>>>>>>), out, and git add the
  file.

A branch with such a file merges with nothing as text; once it is mended, all is well.

  $ git switch -qc other HEAD~1 && sed -i 's/^summary.*/summary = "Other"/' claims/dorn/act/2024-10-31-calda.toml && git commit -qam other && git switch -q main && aver merge other
  1 conflict to settle
  
  claims/dorn/act/2024-10-31-calda.toml
    a side is no TOML
    theirs rests on  Other
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ aver resolve 2024-10-31-calda --with theirs
  settled claims/dorn/act/2024-10-31-calda.toml with theirs
  merged
    2c80f4f on main
  $ aver check && grep summary claims/dorn/act/2024-10-31-calda.toml
  checked 5 records: all is well
  summary = "Other"

A conflict within a text of many lines is valid TOML, and is found all the same; in aver.toml, too.

  $ printf 'holder = "uw"\nposition = "affirm"\nheld = 2024-11-02\nsummary = """\n<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> side\n"""\n' >claims/dorn/act/2024-11-02-uw.toml && git add . && git commit -qm "by hand" && aver check
  claims/dorn/act/2024-11-02-uw.toml:5:1: error: a merge conflict is left in the file [merge/unresolved]
    hint: choose between its sides, take the marks out, then: git add claims/dorn/act/2024-11-02-uw.toml
  
  checked 6 records: 1 error, 0 warnings
  [1]
  $ git reset -q --hard HEAD~1
  $ printf '<<<<<<< HEAD\nformat = 1\n=======\nformat = 2\n>>>>>>> side\n' >aver.toml && git commit -qam "settings" && aver list
  error: the store's aver.toml cannot be used
  caused by: aver.toml:1:1: error: a merge conflict is left in the file [merge/unresolved]
  hint: edit aver.toml, then: git commit aver.toml
  [7]
  $ git reset -q --hard HEAD~1 && aver check
  checked 5 records: all is well
