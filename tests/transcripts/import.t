# Tables into a store

A table of votes, with a header:

  $ aver init votes >/dev/null && cd votes
  $ cat > ../votes.csv <<'END'
  > bill,title,member,party,day,vote
  > 12,Bill 12 is to be law,Ann Lee,NA,5-3-2024,aye
  > 12,Bill 12 is to be law,Bo "Bob" Ray,X,5-3-2024,no
  > 13,Bill 13 is to be law,Ann Lee,NA,12-3-2024,perhaps
  > 13,Bill 13 is to be law,Con,X,12-3-2024
  > END
  $ cat > ../votes.toml <<'END'
  > dates = "D-M-YYYY"
  > 
  > [claim]
  > id = "votes/{bill}"
  > text = "{title}"
  > 
  > [actor]
  > id = "{member}"
  > name = "{member}"
  > kind = "person"
  > note = "{party}"
  > 
  > [stance]
  > held = "{day}"
  > mode = "vote"
  > position = { from = "{vote}", values = { aye = "affirm", no = "deny" } }
  > END

Where a row is bad, nothing comes in; each is told with its place:

  $ aver import csv ../votes.csv --mapping ../votes.toml
  error: ../votes.csv:3:28: a quote mark within a field that does not begin with one [csv/quote]
  hint: a field with quote marks is quoted whole; --quoting none takes them as they are
  error: ../votes.csv:4:46: "perhaps" is not among the values of position: aye, no [mapping/value]
  hint: add it to the mapping's values, or say what is otherwise
  error: ../votes.csv:5:40: the row has 5 fields, and the header 6 [csv/width]
  error: nothing was imported: 3 rows are bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
  $ git log --oneline
  842e421 Start an aver store

Quote marks within a field that has none around it may be taken as they are. The bad rows go to a
file that can be mended and imported. Run again, it adds nothing, and the file is the same:

  $ aver import csv ../votes.csv --mapping ../votes.toml --quoting none --dry-run
  error: ../votes.csv:4:46: "perhaps" is not among the values of position: aye, no [mapping/value]
  hint: add it to the mapping's values, or say what is otherwise
  error: ../votes.csv:5:40: the row has 5 fields, and the header 6 [csv/width]
  error: nothing would be imported: 2 rows are bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  with --skip-bad, would import 2 stances, 1 claim, 2 actors from ../votes.csv
    2 rows are bad
  [7]
  $ aver import csv ../votes.csv --mapping ../votes.toml --quoting none --skip-bad --rejects ../bad.csv
  error: ../votes.csv:4:46: "perhaps" is not among the values of position: aye, no [mapping/value]
  hint: add it to the mapping's values, or say what is otherwise
  error: ../votes.csv:5:40: the row has 5 fields, and the header 6 [csv/width]
  imported 2 stances, 1 claim, 2 actors from ../votes.csv
    2 rows were refused, and stand in ../bad.csv
    7f597c5 on main; undo: aver undo 7f597c5
  $ cat ../bad.csv
  bill,title,member,party,day,vote
  13,Bill 13 is to be law,Ann Lee,NA,12-3-2024,perhaps
  13,Bill 13 is to be law,Con,X,12-3-2024
  $ aver import csv ../votes.csv --mapping ../votes.toml --quoting none --skip-bad --rejects ../bad.csv | tail -3; ls .. | grep bad
  error: ../votes.csv:4:46: "perhaps" is not among the values of position: aye, no [mapping/value]
  hint: add it to the mapping's values, or say what is otherwise
  error: ../votes.csv:5:40: the row has 5 fields, and the header 6 [csv/width]
  imported nothing from ../votes.csv
    5 records are there already
    2 rows were refused, and stand in ../bad.csv
  bad.csv
  $ git log -1 --format=%B
  Import 2 stances, 1 claim, 2 actors from votes.csv
  
  $ git ls-files claims actors
  actors/ann-lee.toml
  actors/bo-bob-ray.toml
  claims/votes/12/2024-03-05-ann-lee.toml
  claims/votes/12/2024-03-05-bo-bob-ray.toml
  claims/votes/12/claim.toml
  $ cat claims/votes/12/2024-03-05-bo-bob-ray.toml
  holder = "bo-bob-ray"
  position = "deny"
  held = 2024-03-05
  mode = "vote"
  $ aver check
  checked 5 records: all is well

The same again adds nothing; the mended rows come in:

  $ aver import csv ../votes.csv --mapping ../votes.toml --quoting none --skip-bad
  error: ../votes.csv:4:46: "perhaps" is not among the values of position: aye, no [mapping/value]
  hint: add it to the mapping's values, or say what is otherwise
  error: ../votes.csv:5:40: the row has 5 fields, and the header 6 [csv/width]
  imported nothing from ../votes.csv
    5 records are there already
    2 rows were refused
  $ sed -i 's/perhaps/aye/; s/2024$/2024,no/' ../bad.csv
  $ aver import csv ../bad.csv --mapping ../votes.toml --quoting none
  imported 2 stances, 1 claim, 1 actor from ../bad.csv
    1 record is there already
    80c645e on main; undo: aver undo 80c645e
  $ cat actors/con-1.toml
  name = "Con"
  kind = "person"
  note = "X"
  $ aver import csv ../bad.csv --mapping ../votes.toml --quoting none
  imported nothing from ../bad.csv
    5 records are there already

What says something else than the store is told, and stays:

  $ sed 's/,aye$/,no/' ../bad.csv > ../other.csv
  $ aver import csv ../other.csv --mapping ../votes.toml --quoting none
  conflict: claims/votes/13/2024-03-12-ann-lee.toml has another content than ../other.csv:2 gives it: position
  hint: what is in the store stays; --update puts in what came
  imported nothing from ../other.csv
    4 records are there already
  [3]
  $ aver import csv ../other.csv --mapping ../votes.toml --quoting none --update
  updated 1 record from ../other.csv
    4 records are there already
    5fd4ed2 on main; undo: aver undo 5fd4ed2
  $ aver show votes/13
  votes/13
  Bill 13 is to be law
  
    ann-lee  deny  since 2024-03-12
        vote · 2024-03-12-ann-lee
    con-1    deny  since 2024-03-12
        vote · 2024-03-12-con-1

Two things may not become one id:

  $ printf 'member,party,bill,title,day,vote\nAnn Lee,NA,14,T,1-1-2024,aye\nann-lee,NA,14,T,1-1-2024,no\nCy,X,14,Other,1-1-2024,no\n' > ../twice.csv
  $ aver import csv ../twice.csv --mapping ../votes.toml
  error: ../twice.csv:4:1: claim: claims/votes/14/claim.toml has another content by line 2 [import/twice]
  hint: two things have become one id: give them different ones
  error: nothing was imported: 1 row is bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]

Holders that nobody knows are refused, or added; by another name they are found:

  $ printf 'claim,who,day,vote\n12,Ann Le,1-1-2024,aye\n12,Zed,1-1-2024,no\n12,ann lee,2-1-2024,no\n99,Ann Lee,2-1-2024,no\n' > ../more.csv
  $ printf '[stance]\nclaim = "votes/{claim}"\nholder = "{who}"\nheld = { from = "{day}", dates = "D-M-YYYY" }\nposition = { from = "{vote}", values = { aye = "affirm", no = "deny" } }\n' > ../more.toml
  $ aver import csv ../more.csv --mapping ../more.toml
  error: ../more.csv:2:4: there is no actor "ann-le" in this store [reference/holder]
  hint: did you mean ann-lee? Otherwise: --unknown create
  error: ../more.csv:3:4: there is no actor "zed" in this store [reference/holder]
  hint: aver actor add zed NAME, or --unknown create
  error: ../more.csv:5:4: there is no claim "votes/99" in this store [claim/missing]
  hint: did you mean votes/12 or votes/13?
  error: nothing was imported: 3 rows are bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
  $ aver import csv ../more.csv --mapping ../more.toml --skip-bad --rejects ../left.csv
  error: ../more.csv:2:4: there is no actor "ann-le" in this store [reference/holder]
  hint: did you mean ann-lee? Otherwise: --unknown create
  error: ../more.csv:3:4: there is no actor "zed" in this store [reference/holder]
  hint: aver actor add zed NAME, or --unknown create
  error: ../more.csv:5:4: there is no claim "votes/99" in this store [claim/missing]
  hint: did you mean votes/12 or votes/13?
  imported 1 stance from ../more.csv
    3 rows were refused, and stand in ../left.csv
    1fd7fd2 on main; undo: aver undo 1fd7fd2
  $ cat ../left.csv
  claim,who,day,vote
  12,Ann Le,1-1-2024,aye
  12,Zed,1-1-2024,no
  99,Ann Lee,2-1-2024,no
  $ sed -i '$d' ../more.csv
  $ aver import csv ../more.csv --mapping ../more.toml --unknown create
  imported 2 stances, 2 actors from ../more.csv
    1 record is there already
    added as unknown: actors/ann-le.toml
    added as unknown: actors/zed.toml
    0024105 on main; undo: aver undo 0024105
  $ aver import csv ../more.csv --mapping ../more.toml --unknown ask </dev/null
  error: --unknown ask asks on a terminal, and this is none
  hint: --unknown create, or --unknown refuse
  [2]

A commit for every row; and the days on which the rows were recorded elsewhere, which are kept:

  $ printf 'claim,who,day,vote,seen\n12,Zed,3-1-2024,no,2024-02-02T10:00:00Z\n12,Zed,4-1-2024,aye,2024-02-01\n12,Zed,5-1-2024,no,2024-02-02\n' > ../days.csv
  $ aver import csv ../days.csv --mapping ../more.toml --recorded-from seen
  imported 3 stances from ../days.csv
    there are records already, whose clock goes on: the days of "seen" are kept as
    first_recorded
    3a16858 on main; undo: aver undo 3a16858
  $ git log -2 --format='%as %s%n%b'
  2024-11-01 Import 3 stances from days.csv
  
  2024-11-01 Import 2 stances, 2 actors from more.csv
  
  $ sed 's/-2024,/-2023,/' ../days.csv > ../every.csv
  $ aver import csv ../every.csv --mapping ../more.toml --commit-every 2 -m "Votes of 2023"
  imported 3 stances from ../every.csv
    2 commits, the last 1255611 on main; undo: git revert --no-edit
    3a16858..1255611
  $ git log -2 --format=%s
  Votes of 2023
  Votes of 2023

Patterns on the command line; standard input; another delimiter; a cell that means nothing:

  $ printf 'id\ttext\tlang\na\t"Two\nlines"\tNA\n' | aver import csv - --set 'claim.id=c/{id}' --set 'claim.text={text}' --delimiter tab
  error: standard input:2:3: "text" must be a single line [text/lines]
  error: nothing was imported: 1 row is bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
  $ printf 'id\ttext\tlang\na\tOne line\tNA\n' | aver import csv - --set 'claim.id=c/{id}' --set 'claim.text={text}' --set 'claim.lang={lang}' --absent NA --delimiter tab
  imported 1 claim from standard input
    8f6341d on main; undo: aver undo 8f6341d
  $ cat claims/c/a/claim.toml
  text = "One line"

A second table, beside the first:

  $ printf 'bill\n1\n2\n' > ../first.csv
  $ printf 'number,title\n1,One\n' > ../second.csv
  $ printf '[join]\nfile = "second.csv"\nkey = "bill"\nto = "number"\n[claim]\nid = "j/{bill}"\ntext = "{title}"\n' > ../join.toml
  $ aver import csv ../first.csv --mapping ../join.toml
  error: ../first.csv:3:1: "2" is not in second.csv [csv/join]
  error: nothing was imported: 1 row is bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
  $ aver import csv ../first.csv --mapping ../join.toml --join ../votes.csv
  error: ../votes.csv:1:1: it has no column "number" [csv/join]
  error: nothing was imported
  [7]
  $ printf 'number,title\n1,One\n1,Two\n2,Three,x\n' > ../second.csv
  $ aver import csv ../first.csv --mapping ../join.toml
  error: ../second.csv:3:1: the key "1" stands in line 2 already [csv/join]
  error: nothing was imported
  [7]

  $ printf 'number,title\n1,One\n2,Two\n' > ../second.csv
  $ aver import csv ../first.csv --mapping ../join.toml
  imported 2 claims from ../first.csv
    c435f39 on main; undo: aver undo c435f39

What is no CSV:

  $ printf 'id,text\na,"open\nb,c\n' | aver import csv - --set 'claim.id={id}' --set 'claim.text={text}'
  error: standard input:2:3: the quote mark that stands here is never closed [csv/quote]
  hint: a quote mark in a quoted field is written twice; --quoting none takes it as it is
  error: nothing was imported: 1 row is bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
  $ printf 'id,text\na,"b"c\nd,\377\n' | aver import csv - --set 'claim.id={id}' --set 'claim.text={text}'
  error: standard input:2:6: there is text behind the closing quote mark [csv/quote]
  hint: a quote mark in a quoted field is written twice; --quoting none takes it as it is
  error: standard input:3:3: a byte that is not UTF-8: 0xFF [csv/encoding]
  hint: iconv -f WINDOWS-1252 -t UTF-8 FILE, where that is what it is in
  error: nothing was imported: 2 rows are bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
  $ printf 'id,id\na,b\n' | aver import csv - --set 'claim.id={id}'
  error: standard input:1:4: two columns are called "id" [csv/header]
  error: nothing was imported
  [7]
  $ printf '' | aver import csv - --set 'claim.id={id}'
  error: standard input:1:1: the file has no header [csv/header]
  error: nothing was imported
  [7]
  $ printf '\377\376i\0' | aver import csv - --set 'claim.id={id}'
  error: standard input:1:1: the file is in UTF-16, not in UTF-8 [csv/encoding]
  hint: iconv -f UTF-16 -t UTF-8 FILE
  error: nothing was imported
  [7]
  $ printf 'id,text\nz,caf\303\203\302\251\n' | aver import csv - --set 'claim.id={id}' --set 'claim.text={text}'
  warning: standard input:2:3: the field looks as if it had been brought to UTF-8 twice; it is taken as it is [csv/mojibake]
  imported 1 claim from standard input
    52d7d09 on main; undo: aver undo 52d7d09

What cannot be a mapping:

  $ aver import csv ../first.csv
  error: what the columns mean is not said
  hint: --preset NAME, --mapping FILE or --set KEY=PATTERN; aver help import
  [2]
  $ aver import csv
  error: no file is named
  hint: aver import csv FILE; - is standard input
  [2]
  $ aver import csv ../nowhere.csv --preset un-votes
  error: the file ../nowhere.csv cannot be read
  caused by: No such file or directory
  [4]
  $ aver import csv ../first.csv --set 'claim.id={bil}' --set claim.text=x
  error: the mapping: there is no column "bil" [mapping/column]
  hint: did you mean "bill"?
  error: nothing was imported
  [7]
  $ aver import csv ../first.csv --set claim.id
  error: --set takes KEY=PATTERN, not "claim.id"
  hint: aver help import
  [2]
  $ aver import csv ../first.csv --value claim.kind=x
  error: --value takes KEY:FROM=TO, not "claim.kind=x"
  hint: aver help import
  [2]
  $ aver import csv ../first.csv --set 'claim.id={bill' --set claim.txt=x
  error: the mapping: the key "txt" is not known here [mapping/key]
  hint: did you mean "text"?
  error: the mapping: "id": a "{" is not closed [mapping/form]
  hint: aver help import
  error: the mapping cannot be used
  hint: aver help import
  [7]
  $ aver import csv ../first.csv --mapping ../join.toml --preset un-votes
  error: --mapping and --preset are both mappings
  hint: a preset is text to begin with: aver help import un-votes
  [2]
  $ printf 'x = [\n' > ../bad.toml
  $ aver import csv ../first.csv --mapping ../bad.toml
  error: ../bad.toml:1:7: not valid TOML: array: encountered end-of-file [toml/syntax]
  error: the mapping ../bad.toml is no TOML
  [7]
  $ aver import csv ../first.csv --mapping ../join.toml --recorded-from when
  error: ../first.csv:1:1: there is no column "when" for --recorded-from [mapping/column]
  error: nothing was imported
  [7]
  $ aver import csv ../first.csv --mapping ../join.toml --rejects ../x.csv
  error: --rejects goes with --skip-bad
  hint: without it nothing comes in where anything is bad
  [2]
  $ aver import csv ../first.csv --mapping ../join.toml --skip-bad --rejects ../bad.csv
  imported nothing from ../first.csv
    2 records are there already
  $ aver import csv ../first.csv --mapping ../join.toml --commit-every 0
  error: --commit-every takes a number from 1 on
  [2]

Folders that would become too wide are told:

  $ (echo id; seq 1001) | aver import csv - --set 'claim.id=w/{id}' --set 'claim.text=N {id}' --dry-run
  warning: the folder claims/w has more than 1,000 entries: commits there become slow
  hint: put more of a row into the id: {column:year}, {column:first} or {column:hash}
  would import 1,001 claims from standard input
  $ (echo id; seq 1001) | aver import csv - --set 'claim.id=w/{id:hash}/{id}' --set 'claim.text=N {id}' --dry-run
  would import 1,001 claims from standard input

A record that is there keeps what the row does not say, and its comments:

  $ printf '# ours\nname = "Zed"\nkind = "person"\naliases = ["Z"]\n' > actors/zed.toml && aver commit >/dev/null
  $ printf 'name,alias\nZed,Zz\n' > ../zed.csv
  $ aver import csv ../zed.csv --set 'actor.id={name}' --set 'actor.name={name}' --set actor.kind=person --set 'actor.aliases={alias}'
  conflict: actors/zed.toml has another content than ../zed.csv:2 gives it: aliases
  hint: what is in the store stays; --update puts in what came
  imported nothing from ../zed.csv
  [3]
  $ aver import csv ../zed.csv --set 'actor.id={name}' --set 'actor.name={name}' --set actor.kind=person --set 'actor.aliases={alias}' --update
  updated 1 record from ../zed.csv
    560064d on main; undo: aver undo 560064d
  $ cat actors/zed.toml
  # ours
  name = "Zed"
  kind = "person"
  aliases = [
    "Z",
    "Zz",
  ]

JSON Lines come in as they are:

  $ cat > ../lines.jsonl <<'END'
  > {"schema":"aver.record/1","kind":"stance","id":"l/x/2024-01-01-ann-lee","record":{"holder":"ann-lee","position":"affirm","held":"2024-01-01"}}
  > {"schema":"aver.record/1","kind":"claim","id":"l/x","record":{"text":"L is so"}}
  > {"schema":"aver.record/1","kind":"claim","id":"l/y","record":{"txt":1}}
  > {"schema":
  > END
  $ aver import jsonl ../lines.jsonl
  error: ../lines.jsonl:3:62: the key "text" is missing [key/missing]
  warning: ../lines.jsonl:3:69: the key "txt" is not known; it is kept as it is [key/unknown]
  hint: did you mean "text"?
  error: ../lines.jsonl:4:11: not valid JSON: it ends in the middle [json/syntax]
  error: nothing was imported: 2 rows are bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
  $ aver import jsonl ../lines.jsonl --skip-bad --rejects ../bad.jsonl
  error: ../lines.jsonl:3:62: the key "text" is missing [key/missing]
  warning: ../lines.jsonl:3:69: the key "txt" is not known; it is kept as it is [key/unknown]
  hint: did you mean "text"?
  error: ../lines.jsonl:4:11: not valid JSON: it ends in the middle [json/syntax]
  imported 1 stance, 1 claim from ../lines.jsonl
    2 rows were refused, and stand in ../bad.jsonl
    7d17ed8 on main; undo: aver undo 7d17ed8
  $ cat ../bad.jsonl
  {"schema":"aver.record/1","kind":"claim","id":"l/y","record":{"txt":1}}
  {"schema":
  $ aver import jsonl ../lines.jsonl --skip-bad
  error: ../lines.jsonl:3:62: the key "text" is missing [key/missing]
  warning: ../lines.jsonl:3:69: the key "txt" is not known; it is kept as it is [key/unknown]
  hint: did you mean "text"?
  error: ../lines.jsonl:4:11: not valid JSON: it ends in the middle [json/syntax]
  imported nothing from ../lines.jsonl
    2 records are there already
    2 rows were refused
  $ aver import jsonl
  error: no file is named
  hint: aver import jsonl FILE; - is standard input
  [2]
  $ aver check
  checked 26 records: all is well

What export wrote comes in as it was, to the byte:

  $ aver export jsonl > ../all.jsonl
  $ aver init --bare ../copy >/dev/null
  $ aver -C ../copy import jsonl ../all.jsonl
  imported 14 stances, 7 claims, 5 actors from ../all.jsonl
    8 records are there already
    e208c18 on main; undo: aver undo e208c18
  $ test "$(git rev-parse 'HEAD^{tree}')" = "$(git -C ../copy rev-parse 'HEAD^{tree}')" && echo equal
  equal
  $ aver -C ../copy import jsonl ../all.jsonl
  imported nothing from ../all.jsonl
    34 records are there already

Other people's fact checks:

  $ cat > ../review.json <<'END'
  > [{"@context":"https://schema.org","@type":"ClaimReview","url":"https://checks.example/moon",
  > "claimReviewed":"The moon is made of cheese","datePublished":"2024-10-02",
  > "author":{"@type":"Organization","name":"Checks Daily","url":"https://checks.example"},
  > "reviewRating":{"@type":"Rating","alternateName":"False"}},
  > {"@context":"https://schema.org","@type":"ClaimReview","url":"https://checks.example/sun",
  > "claimReviewed":"The sun is hot","datePublished":"2024-10-03",
  > "author":{"@type":"Organization","name":"Checks Daily","url":"https://checks.example"},
  > "reviewRating":{"@type":"Rating","alternateName":"Warmish"}}]
  > END
  $ aver import claimreview ../review.json
  error: ../review.json:5:1: the rating "Warmish" is not known to stand for a position [label/unmapped]
  hint: give it one with --labels FILE, or all such with --unmapped WORD
  error: nothing was imported: 1 row is bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
  $ aver import claimreview ../review.json --skip-bad --rejects ../bad.json
  error: ../review.json:5:1: the rating "Warmish" is not known to stand for a position [label/unmapped]
  hint: give it one with --labels FILE, or all such with --unmapped WORD
  imported 1 stance, 1 claim, 1 actor, 1 source from ../review.json
    1 row was refused, and stand in ../bad.json
    c31d422 on main; undo: aver undo c31d422
  $ cat ../bad.json
  {"@context":"https://schema.org","@type":"ClaimReview","url":"https://checks.example/sun","claimReviewed":"The sun is hot","datePublished":"2024-10-03","author":{"@type":"Organization","name":"Checks Daily","url":"https://checks.example"},"reviewRating":{"@type":"Rating","alternateName":"Warmish"}}
  $ printf 'mostly-true\tWarmish\n' > ../labels.tsv
  $ aver import claimreview ../review.json --labels ../labels.tsv
  imported 1 stance, 1 claim, 1 source from ../review.json
    3 records are there already
    fb4aa73 on main; undo: aver undo fb4aa73
  $ printf 'warm\tWarmish\n' > ../labels.tsv
  $ aver import claimreview ../review.json --labels ../labels.tsv
  error: ../labels.tsv:1:1: "warm" is no position of this store [label/table]
  hint: aver help vocabulary
  error: the table of labels ../labels.tsv cannot be used
  [7]
  $ aver import claimreview
  error: no file is named
  hint: aver import claimreview FILE; - is standard input
  [2]
  $ aver check
  checked 33 records: all is well

What the help says:

  $ aver help import
  usage: aver import COMMAND
  
    import csv          bring in the rows of a table
    import jsonl        bring in records from JSON Lines
    import claimreview  bring in other people's fact checks
  
  "aver import csv" goes by a mapping: TOML that says what the columns mean. A
  table of it makes one record of every row; [claim], [actor], [source] and
  [stance] may all be there, and more than one of a kind as [[actor]].
  
    id             of a claim, an actor or a source: "un/{session}/{rcid}"
    claim          of a stance: the claim it is on (default: the row's claim)
    holder         of a stance (default: the row's actor); source likewise
    any other key  a key of the record: aver schema lists them
  
  A value is a pattern: text with holes that cells go into.
  
    {column}       the cell; in an id, a part made of it: "Sao Tome" is sao-tome,
                   "con" is con-1
    {a|b|"text"}   the first of these that is there
    {column:id}    an id already: its / stays
    {column:year}  the year in it; {column:first} its first character;
                   {column:hash} one of 256: for folders of at most 1,000 entries
    {column:slug}  a part of an id, in a text
    {'odd: name'}  a column of any name; {{ and }} are braces
  
  Lists take lists of patterns, and further evidence of a stance a table for each
  source: evidence = [{ source = "{source_2:id}", quote = "{quote_2}" }]; or the
  column that "aver export csv" writes, a JSON list in a cell: evidence =
  "{evidence}".
  
  A value may also be said in full, as a table:
  
    from       the pattern
    values     what cells stand for: { yes = "affirm", no = "deny" }; "" is absent
    otherwise  for cells that values does not have: a word, or "{}" for the cell
               itself; without it they are refused
    absent     cells that mean nothing: ["NA"]. Without this NA is data
    dates      forms: YYYY, M or MM, D or DD, MMM for a month's name, * for a
               rest; "D-M-YYYY"
    split      of a list: what parts its elements in a cell
  
  For the whole mapping:
  
    absent, dates  where a value does not say otherwise
    delimiter      one character, or "tab"
    quoting        "none" where quote marks mean nothing
    [join]         file, key, to: the columns of a second table, where its column
                   "to" is the cell of "key"
  
  A row without a position makes no stance; an actor or a source without an id is
  left out. --set and --value say the same on the command line: --set
  stance.held={date} --value stance.position:yes=affirm.
  
  "aver help import un-votes" and "aver help import claimreview" print the
  presets: mappings to begin with.
  $ aver import csv --help
  usage: aver import csv [FILE…] [options]
  
  Makes records of the rows of a table. What its columns mean is said by a
  mapping: a preset, a file, words on the command line, or these on top of those
  (aver help import).
  
  Everything is judged before anything is written: where a row is bad, nothing
  comes in, unless --skip-bad says otherwise. What is in the store already is
  passed over, so that an import may be run again; what says something else there
  stays, and is told.
  
    FILE  the table, with a header; - is standard input
  
  options
    --preset NAME           a mapping that comes with aver
    --mapping FILE          a mapping in TOML
    --set KEY=PATTERN       stance.holder={country}; may be repeated
    --value KEY:FROM=TO     what a cell means: stance.position:yes=affirm; may be
                            repeated
    --join FILE             the second table, where the mapping has a join
    --absent VALUE          a cell that means nothing: NA; may be repeated
    --dates FORM            how dates are written: D-M-YYYY; may be repeated
    --delimiter CHAR        what parts the fields: , ; | or tab
    --quoting HOW           none: quote marks are characters like any other
    --recorded-from COLUMN  the day each row was first recorded: in a store
                            without records, one commit for each, dated so; else
                            the key first_recorded
    --dry-run               say what would come in, and what is bad, and write
                            nothing
    --skip-bad              take the good rows, where otherwise none would come in
    --rejects FILE          write the bad rows there, in the input's own form
    --update                put what came in into records that say something else
    --unknown WHAT          holders and sources that are not there: refuse (the
                            default), create or ask
    --commit-every N        a commit for every N rows, instead of one for all
    -m, --message TEXT      the commit's message
  
  examples
    aver import csv un_votes.csv --preset un-votes --dry-run
        what would come in
    aver import csv votes.csv --set 'claim.id=votes/{bill}' --set
        'claim.text={title}' --set 'stance.holder={member}' --set
        'stance.held={date}' --set 'stance.position={vote}' --value
        stance.position:aye=affirm --value stance.position:no=deny --dates
        M/D/YYYY
        without a mapping file
    aver import csv votes.csv --mapping votes.toml --skip-bad --rejects bad.csv
        by the mapping in votes.toml; bad.csv gets the rows that are bad
  $ aver import jsonl --help
  usage: aver import jsonl [FILE…] [options]
  
  Brings in records from JSON Lines, one a line: what "aver export jsonl" wrote of
  another store comes in as it was, to the byte; symbolic links are left out.
  
  Everything is judged before anything is written. What is in the store already is
  passed over; what says something else there stays, and is told. A store without
  records takes the vocabulary that comes in.
  
    FILE  JSON Lines; - is standard input
  
  options
    --dry-run           say what would come in, and what is bad, and write nothing
    --skip-bad          take the good rows, where otherwise none would come in
    --rejects FILE      write the bad rows there, in the input's own form
    --update            put what came in into records that say something else
    --unknown WHAT      holders and sources that are not there: refuse (the
                        default), create or ask
    --commit-every N    a commit for every N rows, instead of one for all
    -m, --message TEXT  the commit's message
  
  examples
    aver export jsonl | aver -C ../other import jsonl -
        into the store in ../other
  $ aver import claimreview --help
  usage: aver import claimreview [FILE…] [options]
  
  Brings in fact checks that are published as ClaimReview: JSON-LD by itself or in
  the pages of a site, or the answers of Google's Fact Check Tools API. The
  publisher is the holder; its label is kept word for word, and stands for a
  position by a table of labels.
  
    FILE  JSON, JSON Lines or HTML; - is standard input
  
  options
    --labels FILE        a table of labels of your own, POSITION <tab> LABEL |
                         LABEL; may be repeated
    --unmapped POSITION  for labels that no table has; without it, they are
                         refused
    --folder ID          of the claims and sources (default: claimreview)
    --dry-run            say what would come in, and what is bad, and write
                         nothing
    --skip-bad           take the good rows, where otherwise none would come in
    --rejects FILE       write the bad rows there, in the input's own form
    --update             put what came in into records that say something else
    --unknown WHAT       holders and sources that are not there: refuse (the
                         default), create or ask
    --commit-every N     a commit for every N rows, instead of one for all
    -m, --message TEXT   the commit's message
  
  examples
    aver import claimreview reviews.json --dry-run
        what would come in
    aver import claimreview page.html --labels ours.tsv
        a saved page; ours.tsv is a table of labels
  $ aver help import un-votes
  # Roll calls of the UN General Assembly, as the R package "unvotes" has them:
  # un_votes.csv (rcid,country,country_code,vote), with un_roll_calls.csv beside it.
  # A country's id is made of its name: four of them share the code NA.
  
  [join]
  file = "un_roll_calls.csv"
  key = "rcid"
  
  [claim]
  id = "un/{session}/{rcid}"
  kind = "event"
  lang = "en"
  tags = ["{unres}"]
  
  # Some roll calls have no description; "NA" is a missing one in this column, and a country elsewhere.
  [claim.text]
  from = '{descr|short|"A roll call of the UN General Assembly"}'
  absent = ["NA"]
  
  [actor]
  id = "{country}"
  name = "{country}"
  kind = "state"
  aliases = ["{country_code}"]
  
  [stance]
  holder = "{country}"
  held = "{date}"
  mode = "vote"
  
  [stance.position]
  from = "{vote}"
  values = { yes = "affirm", no = "deny", abstain = "neutral" }

An actor that the store has under another id: told, with what would make them one.

  $ aver init ../names >/dev/null && cd ../names && aver actor add uw "United Wealds" --kind state --alias Arwelia >/dev/null
  $ printf 'country,day,vote\nUnited Wealds,2024-01-02,no\nBelova,2024-01-02,no\n' >../named.csv
  $ printf '[claim]\nid = "v/1"\ntext = "One"\n[actor]\nid = "{country}"\nname = "{country}"\nkind = "state"\n[stance]\nclaim = "v/1"\nholder = "{country}"\nheld = "{day}"\nposition = { from = "{vote}", values = { aye = "affirm", no = "deny" } }\n' >../named.toml
  $ aver import csv ../named.csv --mapping ../named.toml --dry-run
  would import 2 stances, 1 claim, 2 actors from ../named.csv
    actor united-wealds comes in beside uw, which is called "United Wealds", too
    for one actor instead of two: a mapping without [actor] finds holders by their
    names, and --unknown create adds the others
  $ sed '/^.actor.$/,/^kind/d' ../named.toml >../byname.toml
  $ aver import csv ../named.csv --mapping ../byname.toml --unknown create --dry-run
  would import 2 stances, 1 claim, 1 actor from ../named.csv
    the holder "united-wealds" is taken for uw
    added as unknown: actors/belova.toml
  $ aver import csv ../named.csv --mapping ../named.toml >/dev/null && aver check
  actors/uw.toml:1:8: warning: "united-wealds" is called "United Wealds", too [actor/duplicate]
    hint: aver show united-wealds
  
  checked 6 records: 0 errors, 1 warning

Rejects of another import are never written over.

  $ printf 'country,day,vote\nBelova,2024-01-03,maybe\n' >../maybe.csv
  $ aver import csv ../maybe.csv --mapping ../named.toml --skip-bad --rejects ../bad.csv; ls .. | grep bad.csv
  error: ../maybe.csv:2:19: "maybe" is not among the values of position: aye, no [mapping/value]
  hint: add it to the mapping's values, or say what is otherwise
  error: nothing was imported: the file for rejects is there already, and says something else: ../bad.csv
  hint: give another name, or move it away: mv ../bad.csv ../bad.csv.old
  bad.csv
