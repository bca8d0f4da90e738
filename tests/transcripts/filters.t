# What git makes of a file on its way into the store, aver makes of it, too, or refuses

Line ends. The attributes of a store ask for LF; an editor saves CRLF.

  $ aver init facts >/dev/null && cd facts && aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ printf 'text = "Calda acts"\r\nkind = "policy"\r\n' >claims/dorn/act/claim.toml; git status --short
  $ aver status
  $ aver commit
  $ printf 'text = "Calda did act"\r\nkind = "policy"\r\n' >claims/dorn/act/claim.toml; aver commit
  $ git cat-file -p HEAD:claims/dorn/act/claim.toml | od -c | head -3; git status --short; aver fmt; aver mv dorn/act dorn/acts && aver undo

A store in which the wrong line ends were committed gets the right ones with the next commit.

  $ id=$(printf 'text = "Calda did act"\r\n' | git hash-object -w --stdin --no-filters) && printf 'text = "Calda did act"\r\n' >claims/dorn/act/claim.toml && git update-index --cacheinfo 100644,$id,claims/dorn/act/claim.toml && git commit -qm CRLF && git status --short
  $ aver commit; git status --short; aver status
  $ printf '#!/bin/sh\nprintf '"'"'text = "Calda acts on"\\r\\n'"'"' >"$1"\n' >../editor; chmod +x ../editor; EDITOR=../editor aver edit dorn/act && git status --short && git cat-file -p HEAD:claims/dorn/act/claim.toml | od -c | head -2

A capture keeps its bytes; where the attributes would not let it, it is refused.

  $ printf 'One.\r\nTwo.\r\n' >../crlf.txt && aver source add s/a A --capture ../crlf.txt >/dev/null && git status --short && aver check
  $ sed -i '/sources.. -text/d' .gitattributes && echo '*.txt text' >>.gitattributes && git commit -qam "Attributes" && aver source add s/b B --capture ../crlf.txt
  $ git revert --no-edit HEAD >/dev/null

A filter of git's configuration, as git-crypt and Git LFS set one up. One that is not set up does nothing.

  $ echo 'claims/** filter=crypt' >>.gitattributes && git commit -qam "Encrypt" && aver record act calda deny --held 2024-11-01 --summary "No" >/dev/null && git status --short
  $ git config filter.crypt.clean 'tr a-z n-za-m' && git config filter.crypt.smudge 'tr a-z n-za-m'
  $ aver record act calda affirm --held 2024-11-02 --summary "Yes"
  $ echo 'note = "n"' >>claims/dorn/act/claim.toml; aver commit; git checkout -q claims
  $ aver actor add borland Borland --kind state >/dev/null && git status --short
  $ printf 'claim,holder,position,held\ndorn/act,calda,deny,2024-11-03\n' >../rows.csv; aver import csv ../rows.csv
  $ aver mv calda calida
  $ git config --unset filter.crypt.clean; git config --unset filter.crypt.smudge
  $ sed -i '$d' .gitattributes && echo 'actors/** working-tree-encoding=UTF-16' >.git/info/attributes && aver actor add tolland Tolland --kind state
  $ rm .git/info/attributes; git commit -qam "No filter"

A bare store has the attributes of its last commit.

  $ git clone -q --bare . ../facts.git && git -C ../facts.git config filter.crypt.clean cat && aver -C ../facts.git record act calda affirm --held 2024-11-04 --summary "Yes"
  $ echo 'claims/** filter=crypt' >>.gitattributes && git commit -qam "Encrypt" && git push -q ../facts.git main && aver -C ../facts.git record act calda affirm --held 2024-11-05 --summary "Yes"

A pointer of Git LFS is called one.

  $ git revert --no-edit HEAD >/dev/null && printf 'She said "we go" now.\n' >../t.txt && aver source add s/c C --capture ../t.txt >/dev/null && aver record act calda deny --held 2024-11-06 --source s/c --quote "we go" >/dev/null
  $ printf 'version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 22\n' $(sha256sum <../t.txt | cut -c1-64) >sources/s/c.txt && git commit -qam "Large files" && aver check
