# A merge by hand, committed with its conflict in it

Without the driver git merges by line. Somebody commits what it left.

  $ aver init facts >/dev/null && cd facts
  $ for who in china us; do aver actor add $who $who --kind state >/dev/null; done
  $ aver add dprk/act "China acts" --kind policy >/dev/null
  $ aver record act china silent --held 2024-10-31 --searched briefings --summary "Nothing was said." >/dev/null
  $ aver record act us affirm --held 2024-11-01 --summary "Says so" >/dev/null
  $ git switch -qc side && sed -i 's/^summary.*/summary = "Asked, and silent."/' claims/dprk/act/2024-10-31-china.toml && git commit -qam "side"
  $ git switch -q main && sed -i 's/^summary.*/summary = "Nobody asked."/' claims/dprk/act/2024-10-31-china.toml && git commit -qam "main"
  $ git merge -q side >/dev/null; git commit -qam "merge it anyway" && cat claims/dprk/act/2024-10-31-china.toml
  holder = "china"
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
  claims/dprk/act/2024-10-31-china.toml:6:1: error: a merge conflict is left in the file [merge/unresolved]
    hint: choose between its sides, take the marks out, then: git add claims/dprk/act/2024-10-31-china.toml
  
  checked 5 records: 1 error, 0 warnings
  [1]
  $ aver check --base HEAD~1
  claims/dprk/act/2024-10-31-china.toml:6:1: error: a merge conflict is left in the file [merge/unresolved]
    hint: choose between its sides, take the marks out, then: git add claims/dprk/act/2024-10-31-china.toml
  
  checked 1 record: 1 error, 0 warnings
  [1]
  $ aver show act
  error: claims/dprk/act/2024-10-31-china.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dprk/act/2024-10-31-china.toml
  dprk/act
  China acts
  
    kind  policy
  
    us  affirm  since 2024-11-01
        Says so
        2024-11-01-us
  $ aver show 2024-10-31-china
  error: claims/dprk/act/2024-10-31-china.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dprk/act/2024-10-31-china.toml
  error: claims/dprk/act/2024-10-31-china.toml cannot be read
  hint: edit the file, then: aver commit
  [7]
  $ aver history act
  error: claims/dprk/act/2024-10-31-china.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dprk/act/2024-10-31-china.toml
  dprk/act
  China acts
  
  us
    2024-11-01  affirm  first
                Says so
  $ aver positions
  error: claims/dprk/act/2024-10-31-china.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dprk/act/2024-10-31-china.toml
  1   China acts  dprk/act
  
          1
  us      affirm
  $ aver list
  error: claims/dprk/act/2024-10-31-china.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dprk/act/2024-10-31-china.toml
  dprk/act
    China acts
    us affirm
  
  1 claim
  $ aver diff HEAD~1 HEAD
  error: claims/dprk/act/2024-10-31-china.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dprk/act/2024-10-31-china.toml
  no position differs between HEAD~1 (2024-11-01) and HEAD (2024-11-01)
  $ aver log 2024-10-31-china | wc -l
  4
  $ aver blame 2024-10-31-china | tail -3
  dprk/act/2024-10-31-china
  China acts
  $ git init -q --bare ../server.git && git remote add origin ../server.git && aver sync
  error: claims/dprk/act/2024-10-31-china.toml:6:1: a merge conflict is left in the file [merge/unresolved]
  hint: choose between its sides, take the marks out, then: git add claims/dprk/act/2024-10-31-china.toml
  nothing was pushed: mend these, and: aver sync
  [1]
  $ aver help rule merge/unresolved
  merge/unresolved  error
  
  A merge is settled before its result is committed.
  
  Choose between what base, ours and theirs have, take the lines that begin with
  #! conflict, or git's own marks (<<<<<<< ======= >>>>>>>), out, and git add the
  file.

A branch with such a file merges with nothing as text; once it is mended, all is well.

  $ git switch -qc other HEAD~1 && sed -i 's/^summary.*/summary = "Other"/' claims/dprk/act/2024-10-31-china.toml && git commit -qam other && git switch -q main && aver merge other
  1 conflict to settle
  
  claims/dprk/act/2024-10-31-china.toml
    a side is no TOML
    theirs rests on  Other
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ aver resolve 2024-10-31-china --with theirs
  settled claims/dprk/act/2024-10-31-china.toml with theirs
  merged
    5d1b367 on main
  $ aver check && grep summary claims/dprk/act/2024-10-31-china.toml
  checked 5 records: all is well
  summary = "Other"

A conflict within a text of many lines is valid TOML, and is found all the same; in aver.toml, too.

  $ printf 'holder = "us"\nposition = "affirm"\nheld = 2024-11-02\nsummary = """\n<<<<<<< HEAD\nOne\n=======\nTwo\n>>>>>>> side\n"""\n' >claims/dprk/act/2024-11-02-us.toml && git add . && git commit -qm "by hand" && aver check
  claims/dprk/act/2024-11-02-us.toml:5:1: error: a merge conflict is left in the file [merge/unresolved]
    hint: choose between its sides, take the marks out, then: git add claims/dprk/act/2024-11-02-us.toml
  
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
