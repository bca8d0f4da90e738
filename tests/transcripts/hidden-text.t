# Text that hides: one table for files, JSON and the terminal

A soft hyphen, deprecated format characters (U+206A) and a filler of no width (U+3164) are escaped in a file.

  $ aver init facts >/dev/null && cd facts
  $ aver actor add borland Borland --kind state >/dev/null
  $ aver add trade/x "$(printf 'Bor\302\255land se\342\201\252lls \343\205\244grain')" | head -1
  added claim trade/x: Bor<U+00AD>land se<U+206A>lls <U+3164>grain
  $ cat claims/trade/x/claim.toml
  text = "Bor\u00ADland se\u206Alls \u3164grain"
  $ aver show trade/x | head -2
  trade/x
  Bor<U+00AD>land se<U+206A>lls <U+3164>grain
  $ aver show trade/x --json | grep '"text"'
      "text": "Bor\u00adland se\u206alls \u3164grain",
  $ aver export jsonl | grep -o '"text":"Bor[^"]*"'
  "text":"Bor\u00adland se\u206alls \u3164grain"

An export is the store to the byte, escapes or none.

  $ aver export jsonl >../facts.jsonl && aver init ../copy >/dev/null && cd ../copy
  $ aver import jsonl ../facts.jsonl | head -1
  imported 1 claim, 1 actor from ../facts.jsonl
  $ aver export jsonl | cmp - ../facts.jsonl && cd ../facts

A file that has them as they are is good; the canonical form escapes them.

  $ printf 'text = "Bor\302\255land buys grain"\n' > claims/trade/x/claim.toml
  $ aver check
  checked 2 records (1 uncommitted): all is well
  $ aver fmt && cat claims/trade/x/claim.toml
  nothing to do: every committed record is in its canonical form
  text = "Bor­land buys grain"

Joiners stay within words and emoji that are shaped by them, and show elsewhere.

  $ printf 'text = "\331\205\333\214\342\200\214\330\256\331\210\330\247\331\207\331\205 Bor\342\200\214land \360\237\221\251\342\200\215\360\237\221\247"\n' > claims/trade/x/claim.toml
  $ aver show trade/x | head -2
  trade/x
  Bor<U+00AD>land se<U+206A>lls <U+3164>grain
