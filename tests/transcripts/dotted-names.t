# Dots within a name lead nowhere

  $ aver init facts >/dev/null && cd facts
  $ mkdir notes && echo x > notes/a..b.txt && git add -A && git commit -qm note
  $ aver undo && ls notes 2>/dev/null
  $ aver show trade/../x
  $ aver show trade/./x
  $ aver show .git
