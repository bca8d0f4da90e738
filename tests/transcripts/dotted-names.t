# Dots within a name lead nowhere

  $ aver init facts >/dev/null && cd facts
  $ mkdir notes && echo x > notes/a..b.txt && git add -A && git commit -qm note
  $ aver undo && ls notes 2>/dev/null
  undone: note
    0346c65 on main; undo: aver undo 0346c65
  [2]
  $ aver show trade/../x
  error: "trade/../x" may not contain "..": an id never leaves the store
  hint: aver help ids
  [2]
  $ aver show trade/./x
  error: "trade/./x" may not contain ".": an id never leaves the store
  hint: aver help ids
  [2]
  $ aver show .git
  error: ".git" has a character that no id may have: ids are a-z, 0-9, "-" and "/"
  hint: aver help ids
  [2]
