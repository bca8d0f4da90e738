# Files and folders that are not what they should be

  $ aver init facts >/dev/null && cd facts && aver actor add borland Borland --kind state >/dev/null && aver add town/walls "The walls stand" >/dev/null

What is written for others. A database is no text for a terminal, and a folder is no file.

  $ mkdir ../folder && aver export jsonl -o ../folder --force
  error: ../folder is a folder
  [2]
  $ TMPDIR=/proc aver export sqlite
  error: cannot write to /proc
  [5]
  $ TMPDIR=../nowhere aver export sqlite
  error: there is no folder for temporary files: ../nowhere
  caused by: No such file or directory
  hint: TMPDIR names one: TMPDIR=/tmp aver …
  [5]
  $ aver export jsonl | TMPDIR=../nowhere aver import jsonl --dry-run -
  error: there is no folder for temporary files: ../nowhere
  caused by: No such file or directory
  hint: TMPDIR names one: TMPDIR=/tmp aver …
  [5]
  $ NO_COLOR=1 script -qec "aver export sqlite" /dev/null </dev/null | tr -d '\r'
  error: a database is nothing for a terminal
  hint: aver export sqlite -o FILE
  $ (trap '' XFSZ; ulimit -f 1; aver export sqlite -o ../facts.db 2>&1) | sed 's/part-.*/part-…/'
  error: cannot write the database ../facts.db.aver-part-…

What is brought in. A terminal has no rows, and a folder none either.

  $ printf 'id,text\ntown/gate,The gate is shut\n,No id\n' >../claims.csv; printf '[claim]\nid = "{id}"\ntext = "{text}"\n' >../claims.toml
  $ bring() { aver import csv ../claims.csv --mapping ../claims.toml --skip-bad "$@" 2>&1 | grep -A2 '^error: [^.]'; }
  $ aver import csv ../folder --mapping ../claims.toml
  error: ../folder could not be read
  caused by: Is a directory
  [5]
  $ NO_COLOR=1 script -qec "aver import jsonl -" /dev/null </dev/null | tr -d '\r'
  error: standard input is a terminal: there is nothing to import
  hint: name a file, or pipe one in

What is left over goes to a file; nothing is imported where that cannot be made.

  $ bring --rejects ../folder/none/left.csv
  error: the file for rejects cannot be made: ../folder/none/left.csv
  caused by: No such file or directory
  $ (trap '' XFSZ; ulimit -f 0; bring --rejects ../left.csv) | cat
  error: the file for rejects could not be written: ../left.csv
  caused by: File too large
  $ printf 'id,text\n,%05000d\n' 0 >../claims.csv; (trap '' XFSZ; ulimit -f 0; bring --rejects ../left.csv) | cat
  error: the file for rejects could not be written: ../left.csv
  caused by: File too large
  $ printf 'id,text\ntown/gate,%05000d\n' 0 >../claims.csv; (trap '' XFSZ; ulimit -f 0; bring) | cat
  error: the import's temporary file could not be written
  caused by: File too large
  $ printf 'id,text\ntown/gate,x\n' >../claims.csv; (trap '' XFSZ; ulimit -f 0; bring) | cat
  error: the import's temporary file could not be written
  caused by: File too large
  $ mkdir ../gone ../bin; printf '#!/bin/sh\nrm -rf ../gone\nexec %s "$@"\n' "$(command -v git)" >../bin/git; chmod +x ../bin/git; printf 'id,text\ntown/gate,x\n,y\n' >../claims.csv; PATH=$PWD/../bin:$PATH bring --rejects ../gone/left.csv; ls ../gone
  error: the file for rejects cannot be made: ../gone/left.csv
  caused by: No such file or directory
  ls: cannot access '../gone': No such file or directory
  [2]
  $ mv .git/aver ../aver; touch .git/aver; bring; rm .git/aver; mv ../aver .git/aver; git status --short
  error: no temporary file could be made in $DIR/facts/.git/aver
  caused by: Not a directory

What is captured.

  $ truncate -s 65M ../large.txt && aver source add 2024/page "A page" --capture ../large.txt; rm ../large.txt
  error: the capture ../large.txt is larger than 64 MiB
  $ printf '%%PDF-1.4\n' >../page.pdf && rm ../bin/git && ln -s "$(command -v git)" ../bin/git && PATH=$PWD/../bin "$(command -v aver)" source add 2024/page "A page" --capture ../page.pdf
  error: the capture ../page.pdf is a PDF, and pdftotext is not installed
  hint: apt-get install poppler-utils
  [7]
  $ printf 'The walls stand.\n' >../1.txt; printf 'The walls fell.\n' >../2.txt; aver source add 2024/page "A page" --capture ../1.txt >/dev/null
  $ aver source add --again page ../1.txt --capture ../1.txt
  error: --again takes the file as the second word, not --capture
  hint: aver source add --again page ../1.txt
  [2]
  $ aver diff --captures 1..2
  error: --captures goes with --source
  hint: aver help diff
  [2]

A file of a record's is in the way of another.

  $ echo mine >sources/2024/page-$(sha256sum <../2.txt | cut -c -12).txt && git add sources && git commit -qm "A note of mine" && aver source add --again page ../2.txt
  error: there is a file at sources/2024/page-94a16df7d8a1.txt already
  [2]
  $ mkdir -p claims/town/gate && echo 'text = "Mine"' >claims/town/gate/note.toml && echo 'text = "Mine"' >claims/town/walls/note.toml && git add claims && git commit -qm "Notes of mine" && aver mv town/walls town/gate
  error: there is a file at claims/town/gate/note.toml already
  [2]

A record in a form that cannot be edited in place.

  $ printf '# ours\ntitle = "Odd"\nrecapture = []\n' >sources/odd.toml && git add sources && git commit -qm "An odd one"
  $ aver source add --again odd ../1.txt >/dev/null && aver source add --again odd ../2.txt
  error: sources/odd.toml cannot be edited in place
  hint: aver edit sources/odd.toml
  [2]

An index that is none cannot be verified.

  $ aver index rebuild >/dev/null && echo "no database" >.git/aver/records.db && aver index verify
  error: there is no index to verify
  hint: aver index rebuild
  [4]
