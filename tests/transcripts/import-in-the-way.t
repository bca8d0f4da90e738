# A file in the place of a folder

A row that would need a file to be a folder is a conflict of the store's, and no bug.

  $ aver init facts >/dev/null && cd facts
  $ echo '{"schema":"aver.record/1","kind":"file","path":"aver.toml/x","text":"x"}' | aver import jsonl -; git log --format=%s
  error: aver.toml/x cannot be written: a file is where a folder must be
  Start an aver store
