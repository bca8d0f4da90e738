# Text that hides: one table for files, JSON and the terminal

A soft hyphen, deprecated format characters (U+206A) and a filler of no width (U+3164) are escaped in a file.

  $ aver init facts >/dev/null && cd facts
  $ aver actor add borland Borland --kind state >/dev/null
  $ aver add trade/x "$(printf 'Bor\302\255land se\342\201\252lls \343\205\244grain')" | head -1
  $ cat claims/trade/x/claim.toml
  $ aver show trade/x | head -2
  $ aver show trade/x --json | grep '"text"'
  $ aver export jsonl | grep -o '"text":"Bor[^"]*"'

An export is the store to the byte, escapes or none.

  $ aver export jsonl >../facts.jsonl && aver init ../copy >/dev/null && cd ../copy
  $ aver import jsonl ../facts.jsonl | head -1
  $ aver export jsonl | cmp - ../facts.jsonl && cd ../facts

A file that has them as they are is good; the canonical form escapes them.

  $ printf 'text = "Bor\302\255land buys grain"\n' > claims/trade/x/claim.toml
  $ aver check
  $ aver fmt && cat claims/trade/x/claim.toml

Joiners stay within words and emoji that are shaped by them, and show elsewhere.

  $ printf 'text = "\331\205\333\214\342\200\214\330\256\331\210\330\247\331\207\331\205 Bor\342\200\214land \360\237\221\251\342\200\215\360\237\221\247"\n' > claims/trade/x/claim.toml
  $ aver show trade/x | head -2
