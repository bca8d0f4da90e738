# Taking a merge back

  $ aver init facts >/dev/null && cd facts
  $ aver actor add borland Borland --kind state >/dev/null; aver add town/walls "The walls stand" >/dev/null
  $ aver propose survey >/dev/null; aver record walls borland affirm --held 2024-10-01 >/dev/null; aver review show survey >/dev/null; aver review approve survey >/dev/null; aver propose --end >/dev/null
  $ aver add town/gate "The gate is shut" >/dev/null
  $ aver review accept survey; git ls-tree -r --name-only HEAD reviews
  accepted survey: 1 file
    cd09380 on main; undo: aver undo cd09380
  $ aver undo $(git rev-parse --short HEAD)
  undone: Accept the proposal survey
    d979f78 on main; undo: aver undo d979f78
    propose its records anew: aver propose NAME, then aver undo d979f78
  $ aver show walls; git ls-tree -r --name-only HEAD reviews; git status --short
  town/walls
  The walls stand
  
  No record of anybody's position yet.

Its records can be proposed anew, as it says.

  $ aver propose again >/dev/null; aver undo $(git rev-parse --short HEAD)
  undone: Undo "Accept the proposal survey"
    195a93f on proposal/again; undo: aver undo 195a93f
  $ aver propose --end >/dev/null; aver review show again
  again  open  by Ada Fields
    1 file · opened just now · sound · merges cleanly
  
  town/walls
    The walls stand
    borland  no record -> affirm (2024-10-01)  learned
  
  next: aver review accept again
  $ aver review accept again && aver show walls
  accepted again: 1 file
    21587d1 on main; undo: aver undo 21587d1
  town/walls
  The walls stand
  
    borland  affirm  since 2024-10-01
        2024-10-01-borland

Where later records build on it, it stays.

  $ aver propose more >/dev/null; aver add town/well "The well is dry" >/dev/null; aver propose --end >/dev/null; aver review accept more >/dev/null
  $ aver record well borland deny --held 2024-10-03 >/dev/null
  $ aver undo HEAD~1
  error: "Accept the proposal more" cannot be undone: later records build on it
  caused by: claims/town/well/2024-10-03-borland.toml refers to it: there is no readable claims/town/well/claim.toml beside its stances
  hint: undo those first, or edit the records and: aver commit
  [3]
  $ aver undo >/dev/null && aver undo HEAD~2 --no-commit
  undone: Accept the proposal more
    not committed: claims/town/well/claim.toml; commit: aver commit
  $ git reset -q --hard

A merge by git alone is taken back the same way; one that came in with another branch is not this branch's own.

  $ git switch -qc side && aver add town/mill "The mill runs" >/dev/null && git switch -q main && aver add town/mint "The mint is open" >/dev/null
  $ git merge -q --no-edit side && aver undo
  undone: Merge branch 'side'
    03d5b25 on main; undo: aver undo 03d5b25
    propose its records anew: aver propose NAME, then aver undo 03d5b25
  $ git switch -qc other HEAD~2 && aver add town/moat "The moat is full" >/dev/null; git merge -q --no-edit main; git switch -q main; aver add town/mews "The mews are quiet" >/dev/null; git merge -q --no-edit other
  $ aver undo other
  error: 3d34b8a is a merge that another branch made before it came in
  hint: git log --first-parent shows the merge that brought it in; undo that
  [2]

A second merge of it brings nothing, and says what does; brought back and undone again, it says so again.

  $ git switch -q main && aver merge side
  nothing to merge: side was merged by 9738498, and what that brought was undone
    bring it back: aver undo 03d5b25
  $ aver undo HEAD && aver list town/mill && aver merge side && aver undo && aver merge side
  undone: Merge branch 'other'
    7387b7e on main; undo: aver undo 7387b7e
    propose its records anew: aver propose NAME, then aver undo 7387b7e
  error: no claim, topic or text has the word "town/mill"; did you mean town/mint, town/well or town/mews?
  hint: aver list town/mint
  [4]

Three branches at once are git's to take back.

  $ for x in a b; do git switch -qc $x main && aver add town/$x "$x is so" >/dev/null; done; git switch -q main; aver add town/c "c is so" >/dev/null
  $ git merge -q --no-edit a b >/dev/null && aver undo
  error: 74bb3db merges 2 branches at once
  hint: git revert -m 1 74bb3db
  [2]

Two actors that were made one are not parted where a later record needs them to be one.

  $ aver init ../one >/dev/null && cd ../one && aver actor add calda Calda --kind state >/dev/null && aver actor add north "North Calda" --kind state >/dev/null && aver add town/well "The well is deep" >/dev/null
  $ aver record well north silent --held 2024-10-01 --searched "the gazette" >/dev/null && aver actor merge calda north >/dev/null && aver again well calda --held 2024-11-01 --searched "the gazette" >/dev/null
  $ aver undo HEAD~1
  error: "Merge actor north into calda" cannot be undone: later records build on it
  caused by: claims/town/well/2024-11-01-calda.toml refers to it: it is about "calda", but the stance it repeats about "north"
  hint: undo those first, or edit the records and: aver commit
  [3]
