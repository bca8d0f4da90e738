# Who recorded it, through merges, renames and accepts

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ git init -q --bare server.git
  $ as "Ann Lee" ann@example.org
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git
  $ aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" >/dev/null; aver sync >/dev/null
  $ git clone -q ../server.git ../ben && git clone -q ../server.git ../cat

Three people record one holder on one day. All are kept, and each value is whose it is.

  $ aver record act calda affirm --held 2024-01-02 --summary "Yes" >/dev/null; aver sync >/dev/null
  $ as "Ben Ray" ben@example.org; cd ../ben && aver record act calda deny --held 2024-01-02 --summary "No" >/dev/null && aver correct 2024-01-02-calda declined --reason "A slip" >/dev/null; aver sync
  both kept, a possible duplicate: claims/dorn/act/2024-01-02-calda.toml and
    claims/dorn/act/2024-01-02-calda-3.toml, as yours is named now
  merged
    eb301c9 on main
  pushed to origin/main
  $ as "Cat Cole" cat@example.org; cd ../cat && aver record act calda qualified --held 2024-01-02 >/dev/null; aver sync
  both kept, a possible duplicate: claims/dorn/act/2024-01-02-calda.toml and
    claims/dorn/act/2024-01-02-calda-4.toml, as yours is named now
  merged
    6c76c21 on main
  pushed to origin/main
  $ aver blame act | grep -v '^ *summary\|reason'
  dorn/act
  Calda acts
  
  claims/dorn/act/claim.toml
    e4aed3f  2024-11-01 09:00  Ann Lee
      text  Calda acts
  
  claims/dorn/act/2024-01-02-calda.toml
    1c8f05f  2024-11-01 09:00  Ann Lee
      holder    calda
      position  affirm
      held      2024-01-02
  
  claims/dorn/act/2024-01-02-calda-2.toml
    beb2e30  2024-11-01 09:00  Ben Ray
      holder    calda
      position  declined
      held      2024-01-02
      corrects  2024-01-02-calda-3
  
  claims/dorn/act/2024-01-02-calda-3.toml
    6b1431f  2024-11-01 09:00  Ben Ray
      holder    calda
      position  deny
      held      2024-01-02
  
  claims/dorn/act/2024-01-02-calda-4.toml
    e2d59d8  2024-11-01 09:00  Cat Cole
      holder    calda
      position  qualified
      held      2024-01-02
  $ aver log act/2024-01-02-calda; aver log act/2024-01-02-calda-3
  1c8f05f  2024-11-01 09:00  Ann Lee  Record calda affirm on dorn/act
  6b1431f  2024-11-01 09:00  Ben Ray  Record calda deny on dorn/act

What a merge itself has is the merge's, and nobody's before.

  $ git switch -qc side && aver record act calda deny --held 2024-03-01 >/dev/null && git switch -q main && aver actor add uw UW --kind state >/dev/null
  $ git merge -q --no-commit side 2>/dev/null; echo 'note = "By hand"' >>claims/dorn/act/2024-03-01-calda.toml; git commit -qam "Merge, and more"
  $ as "Ben Ray" ben@example.org; git switch -qc over HEAD~1 2>/dev/null; aver add dorn/arms "Calda arms" >/dev/null; git merge -q --no-edit main
  $ aver blame act/2024-03-01-calda; aver log act/2024-03-01-calda
  dorn/act/2024-03-01-calda
  Calda acts
  
  claims/dorn/act/2024-03-01-calda.toml
    d8b5d42  2024-11-01 09:00  Cat Cole
      holder    calda
      position  deny
      held      2024-03-01
    08ad584  2024-11-01 09:00  Cat Cole
      note  By hand
  08ad584  2024-11-01 09:00  Cat Cole  Merge, and more
  d8b5d42  2024-11-01 09:00  Cat Cole  Record calda deny on dorn/act

A proposal that was accepted, and squashed beside it; a record whose holder was renamed on the other side.

  $ as "Ann Lee" ann@example.org; cd ../ann && aver sync >/dev/null; aver propose more >/dev/null; aver record act calda affirm --held 2024-05-01 >/dev/null; aver propose --end >/dev/null
  $ as "Ben Ray" ben@example.org; git merge -q --squash proposal/more && git commit -qm "Squash" && aver merge proposal/more
  Squash commit -- not updating HEAD
  merged
    ca5d0c6 on main
  $ aver blame act/2024-05-01-calda position
  dorn/act/2024-05-01-calda
  Calda acts
  
  claims/dorn/act/2024-05-01-calda.toml
    ccd40c1  2024-11-01 09:00  Ann Lee
      position  affirm
  $ as "Ann Lee" ann@example.org; git switch -qc named && aver record act calda deny --held 2024-06-01 >/dev/null; git switch -q main
  $ as "Cat Cole" cat@example.org; aver mv actors/calda republic >/dev/null; as "Ben Ray" ben@example.org; aver merge named >/dev/null; aver blame act/2024-06-01-calda
  dorn/act/2024-06-01-calda
  Calda acts
  
  claims/dorn/act/2024-06-01-calda.toml
    1de2595  2024-11-01 09:00  Ann Lee
      holder    republic
      position  deny
      held      2024-06-01
  $ git mv claims/dorn/act/2024-06-01-calda.toml claims/dorn/act/2024-06-01-other.toml && git commit -q --no-verify -m "Another name" && aver blame act/2024-06-01-other position; aver log act/2024-06-01-other
  dorn/act/2024-06-01-other
  Calda acts
  
  claims/dorn/act/2024-06-01-other.toml
    1de2595  2024-11-01 09:00  Ann Lee
      position  deny
  ba41376  2024-11-01 09:00  Ben Ray  Another name
  1de2595  2024-11-01 09:00  Ann Lee  Record calda deny on dorn/act
