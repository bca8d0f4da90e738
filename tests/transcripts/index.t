# The index: what questions ask instead of reading everything

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver add dorn/x "X is so" --kind pledge >/dev/null
  $ aver record x calda announced --held 2024-10-01 >/dev/null

A small store has none.

  $ unset AVER_INDEX
  $ aver list --holder calda >/dev/null
  $ aver index status | tr -s ' '
  records not made yet records.db
  history not made yet history.db
  $ aver index verify
  records: not made yet
  history: not made yet

Where there is one, it is brought up to date by the commands that ask it.

  $ export AVER_INDEX=always
  $ aver list --holder calda
  dorn/x
    X is so
    calda announced
  
  1 claim
  $ aver index status | tr -s ' ' | sed 's/[0-9.]* [kM]B/… kB/'
  records current 3 records … kB records.db
  history not made yet history.db
  $ aver record x calda done --held 2024-10-20 >/dev/null
  $ aver index status | tr -s ' ' | sed 's/[0-9.]* [kM]B/… kB/'
  records behind 3 records … kB records.db
  history not made yet history.db
  $ aver list --position done
  dorn/x
    X is so
    calda done
  
  1 claim
  $ aver index status --json | sed 's/"bytes":"[0-9]*"/"bytes":"…"/'
  {"schema":"aver.index/1","part":"records","state":"current","holds":"4 records","bytes":"…","file":"$DIR/facts/.git/aver/records.db"}
  {"schema":"aver.index/1","part":"history","state":"not made yet","holds":null,"bytes":null,"file":"$DIR/facts/.git/aver/history.db"}
  $ aver index verify --all
  records: right in all of 4 records looked at
  history: not made yet

It is no second truth: what it does not know is read.

  $ git commit -q --allow-empty -m "Nothing"
  $ git reset -q --hard HEAD~2
  $ aver list --position done
  No claim fits.
  $ aver list --position announced
  dorn/x
    X is so
    calda announced
  
  1 claim

Damaged, it is made anew, which is said once.

  $ rm -f .git/aver/records.db-* && echo "no database" > .git/aver/records.db
  $ aver index status | tr -s ' ' | sed 's/[0-9.]* [kM]B/… kB/'
  records damaged … kB records.db
  history not made yet history.db
  $ aver list --holder calda
  note: the index was damaged, and is made anew
  dorn/x
    X is so
    calda announced
  
  1 claim
  $ aver list --holder calda
  dorn/x
    X is so
    calda announced
  
  1 claim
  $ aver index verify
  records: right in all of 1 record looked at
  history: not made yet

One that another version of aver has made is sound, and no use to this one: whoever asks it next makes it anew.

  $ printf '\0\0\0\1' | dd of=.git/aver/records.db bs=1 seek=60 conv=notrunc status=none
  $ aver index status | tr -s ' ' | sed 's/[0-9.]* [kM]B/… kB/'
  records of another version … kB records.db
  history not made yet history.db
  $ aver index status --json | head -1 | grep -o '"state":"[^"]*","holds":[^,]*'
  "state":"of another version","holds":null
  $ aver index verify
  records: made by another version of aver; whoever asks it next makes it anew
  history: not made yet
  $ aver list --holder calda
  note: the index was made by another version of aver, and is made anew
  dorn/x
    X is so
    calda announced
  
  1 claim
  $ aver index status | tr -s ' ' | sed 's/[0-9.]* [kM]B/… kB/'
  records current 3 records … kB records.db
  history not made yet history.db

It can be made anew at any time.

  $ aver index rebuild
  records: made anew, 3 records
  history: made anew, 4 commits
  $ aver index verify
  records: right in all of 1 record looked at
  history: right in all of 4 commits looked at

It cannot be written: the questions are answered all the same.

  $ rm .git/aver/records.db* && mkdir -p .git/aver/records.db/x
  $ aver list --holder calda
  dorn/x
    X is so
    calda announced
  
  1 claim
  $ aver search announced
  Nothing has these words.
  $ aver index rebuild
  error: the index cannot be written: $DIR/facts/.git/aver/records.db
  hint: see that the folder is there, and yours, and has room
  [5]
