# What git makes of a file on its way into the store, aver makes of it, too, or refuses

Line ends. The attributes of a store ask for LF; an editor saves CRLF.

  $ aver init facts >/dev/null && cd facts && aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ printf 'text = "Calda acts"\r\nkind = "policy"\r\n' >claims/dorn/act/claim.toml; git status --short
   M claims/dorn/act/claim.toml
  $ aver status
  store $DIR/facts
  on main at 971a772
  nothing uncommitted
  $ aver commit; git status --short
  nothing to commit: every record is as in the last commit
  $ printf 'text = "Calda did act"\r\nkind = "policy"\r\n' >claims/dorn/act/claim.toml; aver commit
  Edit claim dorn/act
    541be8d on main; undo: aver undo 541be8d
  $ git cat-file -p HEAD:claims/dorn/act/claim.toml | od -c | head -3; git status --short; aver fmt; aver mv dorn/act dorn/acts && aver undo
  0000000   t   e   x   t       =       "   C   a   l   d   a       d   i
  0000020   d       a   c   t   "  \n   k   i   n   d       =       "   p
  0000040   o   l   i   c   y   "  \n
  nothing to do: every record is in its canonical form
  renamed claim dorn/act to dorn/acts: 1 file moved
    28fb121 on main; undo: aver undo 28fb121
  undone: Rename claim dorn/act to dorn/acts
    5e997b9 on main; undo: aver undo 5e997b9

A store in which the wrong line ends were committed gets the right ones with the next commit.

  $ id=$(printf 'text = "Calda did act"\r\n' | git hash-object -w --stdin --no-filters) && printf 'text = "Calda did act"\r\n' >claims/dorn/act/claim.toml && git update-index --cacheinfo 100644,$id,claims/dorn/act/claim.toml && git commit -qm CRLF && git status --short
   M claims/dorn/act/claim.toml
  $ aver commit; git status --short; aver status
  Edit claim dorn/act
    426abc4 on main; undo: aver undo 426abc4
  store $DIR/facts
  on main at 426abc4
  nothing uncommitted
  $ printf '#!/bin/sh\nprintf '"'"'text = "Calda acts on"\\r\\n'"'"' >"$1"\n' >../editor; chmod +x ../editor; EDITOR=../editor aver edit dorn/act && git status --short && git cat-file -p HEAD:claims/dorn/act/claim.toml | od -c | head -2
  edited claim dorn/act
    12ed03d on main; undo: aver undo 12ed03d
  0000000   t   e   x   t       =       "   C   a   l   d   a       a   c
  0000020   t   s       o   n   "  \n

A capture keeps its bytes; where the attributes would not let it, it is refused.

  $ printf 'One.\r\nTwo.\r\n' >../crlf.txt && aver source add s/a A --capture ../crlf.txt >/dev/null && git status --short && aver check
  checked 3 records: all is well
  $ sed -i '/sources.. -text/d' .gitattributes && echo '*.txt text' >>.gitattributes && git commit -qam "Attributes" && aver source add s/b B --capture ../crlf.txt
  warning: in the working copy of 'sources/s/a.txt', CRLF will be replaced by LF the next time Git touches it
  error: git would change the line ends of sources/s/b.txt, and it must stay as it was saved
  hint: aver git-install --attributes
  [7]
  $ git revert --no-edit HEAD >/dev/null

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
  error: claims/x/claim.toml goes through git's filter "crypt", which aver does not run: it would be committed unfiltered
  caused by: so the attributes say: git check-attr filter claims/x/claim.toml
  hint: take the store's files out of it in .gitattributes: claims/x/claim.toml -filter
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

A bare store has the attributes of its last commit.

  $ git clone -q --bare . ../facts.git && git -C ../facts.git config filter.crypt.clean cat && aver -C ../facts.git record act calda affirm --held 2024-10-04 --summary "Yes"
  recorded calda affirm on dorn/act, held 2024-10-04: reversal, was deny since
    2024-10-01
    394bf7b on main; undo: aver undo 394bf7b
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
  
  checked 8 records: 1 error, 0 warnings
  [1]
