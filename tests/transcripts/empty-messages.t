# A message without a word

  $ aver init facts >/dev/null && cd facts
  $ aver actor add borland Borland --kind state -m ""
  $ aver actor add borland Borland --kind state -m "  "
  $ aver actor add borland Borland --kind state --message "
  > "
  $ aver actor add borland Borland --kind state >/dev/null; printf '\n' >> actors/borland.toml; aver commit -m ""; git checkout -q actors
  $ aver propose survey >/dev/null; aver add town/walls "The walls stand" >/dev/null; aver propose --end >/dev/null
  $ aver review comment survey -m ""
  $ aver review accept survey -m " "
  $ aver tag 2024-11 -m ""
  $ git switch -q proposal/survey && aver merge main -m ""
  $ echo '{"schema":"aver.record/1","kind":"actor","id":"tolland","record":{"name":"Tolland","kind":"state"}}' > ../rows.jsonl; aver import jsonl ../rows.jsonl -m ""
  $ git log --format=%s
