# Files edited by hand while a proposal is under way

  $ aver init facts >/dev/null && cd facts && aver actor add china China --kind state >/dev/null
  $ aver propose words >/dev/null && aver actor add us "United States" --kind state >/dev/null

The files that one sees are those of main, and are committed there: status and commit say so.

  $ sed -i 's/"China"/"PR China"/' actors/china.toml; aver status
  store $DIR/facts
  on main at 1efdd61
  records go on proposal/words (back: aver propose --end)
  
  uncommitted
    edited  actor  actors/china.toml
  
  record them with: aver commit
    these files are those of main, and are recorded there, not on proposal/words
  $ aver commit
  Edit actor china
    e2299c9 on main; undo: aver undo e2299c9
    not on proposal/words: the files you see are those of what is checked out
  $ aver propose; git log --format=%s -1 proposal/words; aver status
  records go on proposal/words, which has 1 file
    look at it: aver review show words
    back to main: aver propose --end
  Add actor us
  store $DIR/facts
  on main at e2299c9
  records go on proposal/words (back: aver propose --end)
  nothing uncommitted

Where the proposal's own branch is checked out, there is nothing to say.

  $ git switch -q proposal/words && sed -i 's/"United States"/"USA"/' actors/us.toml; aver status; aver commit
  store $DIR/facts
  on proposal/words at a8f5eb5
  records go on proposal/words (back: aver propose --end)
  
  uncommitted
    edited  actor  actors/us.toml
  
  record them with: aver commit
  Edit actor us
    a5f9861 on proposal/words; undo: aver undo a5f9861
