# What git makes of a file on its way into the store, aver makes of it, too, or refuses

Line ends. The attributes of a store ask for LF; an editor saves CRLF.

  $ aver init facts >/dev/null && cd facts && aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ printf 'text = "Calda acts"\r\nkind = "policy"\r\n' >claims/dorn/act/claim.toml; git status --short
   M claims/dorn/act/claim.toml
  $ aver status
  store $DIR/facts
  on main at 2201bdc
  nothing uncommitted
  $ aver commit; git status --short
  nothing to commit: every record is as in the last commit
  $ printf 'text = "Calda did act"\r\nkind = "policy"\r\n' >claims/dorn/act/claim.toml; aver commit
  Edit claim dorn/act
    b217fdf on main; undo: aver undo b217fdf
  $ git cat-file -p HEAD:claims/dorn/act/claim.toml | od -c | head -3; git status --short; aver fmt; aver mv dorn/act dorn/acts && aver undo
  0000000   t   e   x   t       =       "   C   a   l   d   a       d   i
  0000020   d       a   c   t   "  \n   k   i   n   d       =       "   p
  0000040   o   l   i   c   y   "  \n
  nothing to do: every committed record is in its canonical form
  renamed claim dorn/act to dorn/acts: 1 file moved
    154f1bd on main; undo: aver undo 154f1bd
  undone: Rename claim dorn/act to dorn/acts
    b88a42a on main; undo: aver undo b88a42a

A store in which the wrong line ends were committed gets the right ones with the next commit.

  $ id=$(printf 'text = "Calda did act"\r\n' | git hash-object -w --stdin --no-filters) && printf 'text = "Calda did act"\r\n' >claims/dorn/act/claim.toml && git update-index --cacheinfo 100644,$id,claims/dorn/act/claim.toml && git commit -qm CRLF && git status --short
   M claims/dorn/act/claim.toml
  $ aver commit; git status --short; aver status
  Edit claim dorn/act
    e8198b4 on main; undo: aver undo e8198b4
  store $DIR/facts
  on main at e8198b4
  nothing uncommitted
  $ printf '#!/bin/sh\nprintf '"'"'text = "Calda acts on"\\r\\n'"'"' >"$1"\n' >../editor; chmod +x ../editor; EDITOR=../editor aver edit dorn/act && git status --short && git cat-file -p HEAD:claims/dorn/act/claim.toml | od -c | head -2
  edited claim dorn/act
    9adfd75 on main; undo: aver undo 9adfd75
  0000000   t   e   x   t       =       "   C   a   l   d   a       a   c
  0000020   t   s       o   n   "  \n

Two hundred files of which an editor changed the line ends alone are asked about together.

  $ for i in $(seq 200); do echo 'text = "So it is"' >claims/dorn/n$i.toml; mkdir claims/dorn/n$i && mv claims/dorn/n$i.toml claims/dorn/n$i/claim.toml; done; aver commit >/dev/null; sed -i 's/$/\r/' claims/dorn/n*/claim.toml; echo 'text = "So it was"' >claims/dorn/n7/claim.toml; aver status; git status --short
  store $DIR/facts
  on main at a190d22
  
  uncommitted
    edited  claim  claims/dorn/n7/claim.toml
  
  record them with: aver commit
   M claims/dorn/n7/claim.toml
  $ git checkout -q . && git rm -rq claims/dorn/n* && git commit -qm "So many"

A capture keeps its bytes; where the attributes would not let it, it is refused.

  $ printf 'One.\r\nTwo.\r\n' >../crlf.txt && aver source add s/a A --capture ../crlf.txt >/dev/null && git status --short && aver check
  checked 3 records: all is well
  $ echo '*.txt text' >.git/info/attributes; aver source add s/b B --capture ../crlf.txt; rm .git/info/attributes
  error: git would change the line ends of sources/s/b.txt, and it must stay as it was saved
  hint: aver git-install --attributes

An import brings what git would add, and keeps a capture's bytes or does not take it.

  $ printf '%s\n' '{"schema":"aver.record/1","kind":"actor","id":"rastia","text":"name = \"Rastia\"\r\nkind = \"state\"\r\n"}' '{"schema":"aver.record/1","kind":"file","path":"notes.toml","text":"a = 1\r\n"}' '{"schema":"aver.record/1","kind":"file","path":"sources/s/d.txt","text":"Three.\r\n"}' >../crlf.jsonl; aver import jsonl ../crlf.jsonl
  imported 1 actor, 2 other files from ../crlf.jsonl
    5ff69cc on main; undo: aver undo 5ff69cc
  $ git ls-files --eol actors/rastia.toml notes.toml sources/s/d.txt; git status --short; git clone -q . ../fresh && git -C ../fresh status --short
  i/lf    w/lf    attr/text eol=lf      	actors/rastia.toml
  i/lf    w/lf    attr/text eol=lf      	notes.toml
  i/crlf  w/crlf  attr/-text            	sources/s/d.txt
  $ aver import jsonl ../crlf.jsonl
  imported nothing from ../crlf.jsonl
    3 records are there already
  $ echo '*.txt text' >.git/info/attributes && tail -1 ../crlf.jsonl | sed s/d.txt/e.txt/ >../four.jsonl && aver import jsonl ../four.jsonl; rm .git/info/attributes
  error: git would change the line ends of sources/s/e.txt, and it must stay as it was saved
  hint: aver git-install --attributes

A filter of git's configuration, as git-crypt and Git LFS set one up. One that is not set up does nothing.

  $ echo 'claims/** filter=crypt' >>.gitattributes && git commit -qam "Encrypt" && aver record act calda deny --held 2024-10-01 --summary "No" >/dev/null && git status --short
  $ git config filter.crypt.clean 'tr a-z n-za-m' && git config filter.crypt.smudge 'tr a-z n-za-m'
  $ aver record act calda affirm --held 2024-10-02 --summary "Yes"
  error: claims/dorn/act/2024-10-02-calda.toml goes through git's filter "crypt", which aver does not run: it would be committed unfiltered
  caused by: so the attributes say: git check-attr filter claims/dorn/act/2024-10-02-calda.toml
  hint: take the store's files out of it in .gitattributes: claims/dorn/act/2024-10-02-calda.toml -filter
  [7]
  $ echo 'note = "n"' >>claims/dorn/act/claim.toml; aver commit; sed -i '$d' claims/dorn/act/claim.toml
  error: claims/dorn/act/claim.toml goes through git's filter "crypt", which aver does not run: it would be committed unfiltered
  caused by: so the attributes say: git check-attr filter claims/dorn/act/claim.toml
  hint: take the store's files out of it in .gitattributes: claims/dorn/act/claim.toml -filter
  $ aver actor add borland Borland --kind state >/dev/null && git status --short actors
  $ printf 'claim,holder,position,held\ndorn/act,calda,deny,2024-10-03\n' >../rows.csv; aver import csv ../rows.csv --set 'claim.id={claim}' --set 'claim.text=Calda acts' --set 'stance.holder={holder}' --set 'stance.position={position}' --set 'stance.held={held}'
  error: claims/dorn-act/claim.toml goes through git's filter "crypt", which aver does not run: it would be committed unfiltered
  caused by: so the attributes say: git check-attr filter claims/dorn-act/claim.toml
  hint: take the store's files out of it in .gitattributes: claims/dorn-act/claim.toml -filter
  [7]
  $ aver mv calda calida
  error: claims/dorn/act/2024-10-01-calda.toml goes through git's filter "crypt", which aver does not run: it would be committed unfiltered
  caused by: so the attributes say: git check-attr filter claims/dorn/act/2024-10-01-calda.toml
  hint: take the store's files out of it in .gitattributes: claims/dorn/act/2024-10-01-calda.toml -filter
  [7]
  $ git config --unset filter.crypt.clean; git config --unset filter.crypt.smudge
  $ sed -i '$d' .gitattributes && echo 'actors/** working-tree-encoding=UTF-16' >.git/info/attributes && aver actor add tolland Tolland --kind state
  error: actors/tolland.toml is kept in UTF-16, and aver writes UTF-8
  caused by: so the attributes say: git check-attr working-tree-encoding actors/tolland.toml
  hint: take the store's files out of it in .gitattributes: actors/tolland.toml -working-tree-encoding
  [7]
  $ rm .git/info/attributes; git commit -qam "No filter"

An import asks for each of its files: of one topic, and of a folder's own attributes, too.

  $ git config filter.crypt.clean cat; rows() { printf 'claim,holder,position,held\n'"$2"',calda,deny,2024-10-07\n' >../rows.csv; aver import csv ../rows.csv --set "claim.id=$1/{claim}" --set 'claim.text=So {claim}' --set 'stance.holder={holder}' --set 'stance.position={position}' --set 'stance.held={held}'; }
  $ echo 'claims/secret/** filter=crypt' >.git/info/attributes; rows secret one; rows open one && git status --short; rm .git/info/attributes
  error: claims/secret/one/claim.toml goes through git's filter "crypt", which aver does not run: it would be committed unfiltered
  caused by: so the attributes say: git check-attr filter claims/secret/one/claim.toml
  hint: take the store's files out of it in .gitattributes: claims/secret/one/claim.toml -filter
  imported 1 stance, 1 claim from ../rows.csv
    69bd9b8 on main; undo: aver undo 69bd9b8
  $ mkdir claims/own && echo '*.toml filter=crypt' >claims/own/.gitattributes && git add claims/own && git commit -qm "Attributes of a folder"; rows own one; rows open two && git status --short
  error: claims/own/one/claim.toml goes through git's filter "crypt", which aver does not run: it would be committed unfiltered
  caused by: so the attributes say: git check-attr filter claims/own/one/claim.toml
  hint: take the store's files out of it in .gitattributes: claims/own/one/claim.toml -filter
  imported 1 stance, 1 claim from ../rows.csv
    57e73e5 on main; undo: aver undo 57e73e5
  $ git clone -q --bare . ../own.git && git -C ../own.git config filter.crypt.clean cat && for to in own open/three; do aver -C ../own.git import csv ../rows.csv --set "claim.id=$to/{claim}" --set 'claim.text=So {claim}' --set 'stance.holder={holder}' --set 'stance.position={position}' --set 'stance.held={held}'; done
  error: claims/own/two/claim.toml goes through git's filter "crypt", which aver does not run: it would be committed unfiltered
  caused by: so the attributes say: git check-attr filter claims/own/two/claim.toml
  hint: take the store's files out of it in .gitattributes: claims/own/two/claim.toml -filter
  imported 1 stance, 1 claim from ../rows.csv
    7a272ce on main; undo: aver undo 7a272ce
  $ git config --unset filter.crypt.clean; git rm -q claims/own/.gitattributes && git commit -qm "None of a folder"

A bare store has the attributes of its last commit.

  $ git clone -q --bare . ../facts.git && git -C ../facts.git config filter.crypt.clean cat && aver -C ../facts.git record act calda affirm --held 2024-10-04 --summary "Yes"
  recorded calda affirm on dorn/act, held 2024-10-04: reversal, was deny since
    2024-10-01
    f6e806e on main; undo: aver undo f6e806e
  $ git pull -q ../facts.git main && echo 'claims/** filter=crypt' >>.gitattributes && git commit -qam "Encrypt" && git push -q ../facts.git main && aver -C ../facts.git record act calda affirm --held 2024-10-05 --summary "Yes"
  error: claims/dorn/act/2024-10-05-calda.toml goes through git's filter "crypt", which aver does not run: it would be committed unfiltered
  caused by: so the attributes say: git check-attr filter claims/dorn/act/2024-10-05-calda.toml
  hint: take the store's files out of it in .gitattributes: claims/dorn/act/2024-10-05-calda.toml -filter
  [7]

A pointer of Git LFS is called one.

  $ git revert --no-edit HEAD >/dev/null && printf 'She said "we go" now.\n' >../t.txt && aver source add s/c C --capture ../t.txt >/dev/null && aver record act calda deny --held 2024-10-06 --source s/c --quote "we go" >/dev/null
  $ printf 'version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 22\n' $(sha256sum <../t.txt | cut -c1-64) >sources/s/c.txt && git commit -qam "Large files" && aver check
  sources/s/c.toml:3:11: error: the capture "c.txt" is not here: a Git LFS pointer is in its place [capture/missing]
    hint: keep captures out of Git LFS: aver reads and hashes what the store itself has
  
  checked 13 records: 1 error, 0 warnings
  [1]
