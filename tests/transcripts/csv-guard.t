# CSV that a spreadsheet opens runs nothing

A cell that begins as a formula has a ' before it in all CSV that people look at.

  $ aver init facts >/dev/null && cd facts
  $ aver actor add borland Borland --kind state >/dev/null
  $ aver add t/f "=1+1 is so" >/dev/null
  $ aver record t/f borland affirm --held 2024-03-01 --quote '@SUM(A1) "so"' --summary "+1, it said" >/dev/null
  $ aver list --format csv
  $ aver positions t/f --format csv
  $ aver history t/f --format csv
  $ aver search so --format csv
  $ git commit -q --allow-empty -m "-2+3" && aver log -n 1 --format csv
  $ aver blame t/f --format csv

Programs that read the cells want them as they are.

  $ aver list --format csv --guard off

An export is exact, unless it is for people.

  $ aver export csv | cut -d, -f 1-3 | tail -1
  $ aver export csv | grep -o 'is so,.*@SUM(A1) ""so""'
  $ aver export csv --guard on | grep -o "'=1+1 is so"
  $ aver export csv --guard on | grep -o "'@SUM(A1)"

The other formats run nowhere: the word would be without effect, and is refused.

  $ aver list --guard on
  $ aver list --format jsonl --guard off
  $ aver export jsonl --guard on
  $ aver list --format csv --guard maybe
  $ aver show t/f --guard on
