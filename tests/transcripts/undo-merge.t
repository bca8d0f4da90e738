# Taking a merge back

  $ aver init facts >/dev/null && cd facts
  $ aver actor add borland Borland --kind state >/dev/null; aver add town/walls "The walls stand" >/dev/null
  $ aver propose survey >/dev/null; aver record walls borland affirm --held 2024-10-01 >/dev/null; aver propose --end >/dev/null
  $ aver add town/gate "The gate is shut" >/dev/null
  $ aver review accept survey
  $ aver undo e7f05aa
  $ aver show walls; aver list

Its records can be proposed anew, as it says.

  $ aver propose survey
  $ aver propose survey-again
  $ aver undo HEAD
  $ aver propose --end >/dev/null; aver review show survey-again
  $ aver review accept survey-again && aver show walls

Where later records build on it, it stays.

  $ aver propose more >/dev/null; aver add town/well "The well is dry" >/dev/null; aver propose --end >/dev/null; aver review accept more >/dev/null
  $ aver record well borland deny --held 2024-10-03 >/dev/null
  $ aver undo HEAD~1
  $ aver undo >/dev/null && aver undo HEAD~2 --no-commit
  $ git reset -q --hard

A merge by git alone is taken back the same way; one that came in with another branch is not the branch's own.

  $ git switch -qc side && aver add town/mill "The mill runs" >/dev/null && git switch -q main && aver add town/mint "The mint is open" >/dev/null
  $ git merge -q --no-edit side && aver undo
  $ git switch -q side && git merge -q --no-edit main 2>&1; aver add town/moat "The moat is full" >/dev/null; git switch -q main && git merge -q --no-ff --no-edit side
  $ aver undo HEAD^2~1

Three branches at once are git's to take back.

  $ for x in a b; do git switch -qc $x main && aver add town/$x "$x is so" >/dev/null; done; git switch -q main && git merge -q --no-edit a b; git switch -qc c main~1 && aver add town/c "c is so" >/dev/null; git switch -q main
  $ git reset -q --hard HEAD~1; git switch -qc d main && aver add town/d "d is so" >/dev/null; git switch -q main; git merge -q --no-edit c d && aver undo
