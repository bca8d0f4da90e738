# A message without a word

  $ aver init facts >/dev/null && cd facts
  $ aver actor add borland Borland --kind state -m ""
  error: the message is empty
  hint: write it behind -m, or leave -m out
  [2]
  $ aver actor add borland Borland --kind state -m "  "
  error: the message is empty
  hint: write it behind -m, or leave -m out
  [2]
  $ aver actor add borland Borland --kind state --message "
  > "
  error: the message is empty
  hint: write it behind -m, or leave -m out
  [2]
  $ aver actor add borland Borland --kind state >/dev/null; printf '\n' >> actors/borland.toml; aver commit -m ""; git checkout -q actors
  error: the message is empty
  hint: write it behind -m, or leave -m out
  $ aver propose survey >/dev/null; aver add town/walls "The walls stand" >/dev/null; aver propose --end >/dev/null
  $ aver review comment survey -m ""
  error: the message is empty
  hint: write it behind -m, or leave -m out
  [2]
  $ aver review accept survey -m " "
  error: the message is empty
  hint: write it behind -m, or leave -m out
  [2]
  $ aver tag 2024-11 -m ""
  error: the message is empty
  hint: write it behind -m, or leave -m out
  [2]
  $ git switch -q proposal/survey && aver merge main -m ""
  error: the message is empty
  hint: write it behind -m, or leave -m out
  [2]
  $ echo '{"schema":"aver.record/1","kind":"actor","id":"tolland","record":{"name":"Tolland","kind":"state"}}' > ../rows.jsonl; aver import jsonl ../rows.jsonl -m ""
  error: the message is empty
  hint: write it behind -m, or leave -m out
  [2]
  $ git log --format=%s
  Add claim town/walls
  Add actor borland
  Start an aver store
