# Taking a merge back

  $ aver init facts >/dev/null && cd facts
  $ aver actor add borland Borland --kind state >/dev/null; aver add town/walls "The walls stand" >/dev/null
  $ aver propose survey >/dev/null; aver record walls borland affirm --held 2024-10-01 >/dev/null; aver propose --end >/dev/null
  $ aver add town/gate "The gate is shut" >/dev/null
  $ aver review accept survey > ../said; cat ../said
  accepted survey: 1 file
    7117081 on main; undo: aver undo 7117081
  $ $(sed -n 's/.*undo: //p' ../said)
  undone: Accept the proposal survey
    4d1290b on main; undo: aver undo 4d1290b
    propose its records anew: aver propose NAME, then aver undo 4d1290b
  $ aver show walls; aver list
  town/walls
  The walls stand
  
  No record of anybody's position yet.
  town/gate
    The gate is shut
    no record
  town/walls
    The walls stand
    no record
  
  2 claims

Its records can be proposed anew, as it says.

  $ aver propose survey
  records go on proposal/survey now
    the files you see stay those of main; back: aver propose --end
  $ aver propose survey-again
  records go on proposal/survey-again now
    the files you see stay those of main; back: aver propose --end
  $ aver undo HEAD
  undone: Undo "Accept the proposal survey"
    acb68d6 on proposal/survey-again; undo: aver undo acb68d6
  $ aver propose --end >/dev/null; aver review show survey-again
  survey-again  open  by Ada Fields
    1 file · opened just now · sound · merges cleanly
  
  town/walls
    The walls stand
    borland  no record -> affirm (2024-10-01)  first, learned
  
  next: aver review accept survey-again
  $ aver review accept survey-again && aver show walls
  accepted survey-again: 1 file
    84d86b7 on main; undo: aver undo 84d86b7
  town/walls
  The walls stand
  
    borland  affirm  since 2024-10-01
        2024-10-01-borland

Where later records build on it, it stays.

  $ aver propose more >/dev/null; aver add town/well "The well is dry" >/dev/null; aver propose --end >/dev/null; aver review accept more >/dev/null
  $ aver record well borland deny --held 2024-10-03 >/dev/null
  $ aver undo HEAD~1
  error: "Accept the proposal more" cannot be undone: later records build on it
  caused by: claims/town/well/2024-10-03-borland.toml is about the claim
  hint: undo those first, or edit the records and: aver commit
  [3]
  $ aver undo >/dev/null && aver undo HEAD~2 --no-commit
  undone: Accept the proposal more
    not committed: claims/town/well/claim.toml; commit: aver commit
  $ git reset -q --hard

A merge by git alone is taken back the same way; one that came in with another branch is not the branch's own.

  $ git switch -qc side && aver add town/mill "The mill runs" >/dev/null && git switch -q main && aver add town/mint "The mint is open" >/dev/null
  $ git merge -q --no-edit side && aver undo
  undone: Merge branch 'side'
    76848b4 on main; undo: aver undo 76848b4
    propose its records anew: aver propose NAME, then aver undo 76848b4
  $ git switch -q side && git merge -q --no-edit main 2>&1; aver add town/moat "The moat is full" >/dev/null; git switch -q main && git merge -q --no-ff --no-edit side
  $ aver undo HEAD^2~1
  undone: Undo "Merge branch 'side'"
    20b1dd4 on main; undo: aver undo 20b1dd4

Three branches at once are git's to take back.

  $ git switch -qc c main && aver add town/c "c is so" >/dev/null; git switch -q main
  $ git reset -q --hard HEAD~1; git switch -qc d main && aver add town/d "d is so" >/dev/null; git switch -q main; aver add town/e "e is so" >/dev/null; git merge -q --no-edit c d 2>/dev/null; aver undo
  Trying simple merge with c
  Trying simple merge with d
  error: 9641822 merges 2 branches at once
  hint: git revert -m 1 9641822
  [2]
