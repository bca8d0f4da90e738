# A file in the place of a folder

A row that would need a file to be a folder is a conflict of the store's, and no bug.

  $ aver init facts >/dev/null && cd facts
  $ echo '{"schema":"aver.record/1","kind":"file","path":"aver.toml/x","text":"x"}' | aver import jsonl -; git log --format=%s
  error: aver.toml/x cannot be written: a file is where a folder must be
  Start an aver store

Paths that git refuses are a row's fault, told before anything is written.

  $ row() { printf '{"schema":"aver.record/1","kind":"file","path":"%s","text":"x"}\n' "$1"; }
  $ (row notes/a; row git~1/x; row 'notes/.git. ') >../rows.jsonl; aver import jsonl ../rows.jsonl; git log --format=%s
  error: ../rows.jsonl:2:1: "git~1/x" is a path that git refuses: some file systems open .git by such a name [jsonl/path]
  error: ../rows.jsonl:3:1: "notes/.git. " is a path that git refuses: some file systems open .git by such a name [jsonl/path]
  error: nothing was imported: 2 rows are bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  Start an aver store
  $ aver import jsonl ../rows.jsonl --skip-bad
  error: ../rows.jsonl:2:1: "git~1/x" is a path that git refuses: some file systems open .git by such a name [jsonl/path]
  error: ../rows.jsonl:3:1: "notes/.git. " is a path that git refuses: some file systems open .git by such a name [jsonl/path]
  imported 1 other file from ../rows.jsonl
    2 rows were refused
    d70458f on main; undo: aver undo d70458f

So is a mode that is none.

  $ row notes/b | sed 's/"text"/"mode":1,"text"/' | aver import jsonl -
  error: standard input:1:65: "mode" must be "executable" or "link" [jsonl/mode]
  error: nothing was imported: 1 row is bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
  $ row notes/b | sed 's/"text"/"mode":"exec","text"/' | aver import jsonl -
  error: standard input:1:65: "mode" must be "executable" or "link", not "exec" [jsonl/mode]
  error: nothing was imported: 1 row is bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
  $ aver actor add calda Calda --kind state >/dev/null; aver export jsonl | grep calda | sed 's/"record"/"mode":"executable","record"/' | aver import jsonl -
  error: standard input:1:62: "mode" is of a file: a record's line has none [jsonl/mode]
  hint: an executable record is a line of kind "file"
  error: nothing was imported: 1 row is bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
