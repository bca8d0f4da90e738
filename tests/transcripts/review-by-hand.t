# Files edited by hand while a proposal is under way

  $ aver init facts >/dev/null && cd facts && aver actor add calda Calda --kind state >/dev/null
  $ aver propose words >/dev/null && aver actor add uw "United Wealds" --kind state >/dev/null

The files that one sees are those of main, and are committed there: status and commit say so.

  $ sed -i 's/"Calda"/"PU Calda"/' actors/calda.toml; aver status
  store $DIR/facts
  on main at cda4423
  records go on proposal/words (back: aver propose --end)
  
  uncommitted
    edited  actor  actors/calda.toml
  
  record them with: aver commit
    these files are those of main, and are recorded there, not on proposal/words
  $ aver commit
  Edit actor calda
    b6dee0f on main; undo: aver undo b6dee0f
    not on proposal/words: the files you see are those of what is checked out
  $ aver propose; git log --format=%s -1 proposal/words; aver status
  records go on proposal/words, which has 1 file
    look at it: aver review show words
    back to main: aver propose --end
  Add actor uw
  store $DIR/facts
  on main at b6dee0f
  records go on proposal/words (back: aver propose --end)
  nothing uncommitted

Where the proposal's own branch is checked out, there is nothing to say.

  $ git switch -q proposal/words && sed -i 's/"United Wealds"/"UWA"/' actors/uw.toml; aver status; aver commit
  store $DIR/facts
  on proposal/words at 23efc3c
  records go on proposal/words (back: aver propose --end)
  
  uncommitted
    edited  actor  actors/uw.toml
  
  record them with: aver commit
  Edit actor uw
    28f8c8a on proposal/words; undo: aver undo 28f8c8a
