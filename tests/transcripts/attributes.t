# Line ends: what a store asks of git

In a repository that has its own .gitattributes, what a store needs is added behind it.

  $ git init -q facts && cd facts && printf '*.txt text\n*.toml text eol=crlf' > .gitattributes && git add . && git commit -qm "Mine"
  $ aver init >/dev/null && cat .gitattributes && git status --short
  $ git check-attr text eol -- sources/s/x.txt sources/s/x.toml claims/s/claim.toml aver.toml Cargo.toml x.txt
  $ printf 'One.\nTwo.\n' > ../text.txt && aver source add s/words "Words" --file ../text.txt >/dev/null
  $ git -c core.autocrlf=true clone -q . ../clone && sha256sum ../clone/sources/s/words.txt | cut -c1-64; grep sha256 sources/s/words.toml
  $ aver -C ../clone check

Uncommitted edits of it are nobody's to overwrite.

  $ git init -q ../busy && cd ../busy && printf '*.txt text\n' > .gitattributes && git add . && git commit -qm "Mine"
  $ echo '*.md text' >> .gitattributes && aver init; cat .gitattributes; git log --format=%s
  $ cd ../facts && git init -q ../new && echo '*.md text' > ../new/.gitattributes && aver init ../new; cat ../new/.gitattributes

Nothing is added where git keeps the files already.

  $ git init -q ../kept && printf '* -text\n' > ../kept/.gitattributes && git -C ../kept add . && git -C ../kept commit -qm "Mine" && aver init ../kept >/dev/null; cat ../kept/.gitattributes

check says where a line is missing, or a later one takes it back; it asks git, for every clone alike.

  $ git rm -q .gitattributes && git commit -qm "None" && aver check
  $ aver git-install --attributes && aver check && aver git-install --attributes
  $ aver undo >/dev/null; git show HEAD~3:.gitattributes > .gitattributes; echo '*.html text=auto' >> .gitattributes; git add . && git commit -qm "Taken back" && aver check
  $ aver check --base HEAD~1; aver check --base HEAD
  $ aver git-install --attributes >/dev/null && aver check && tail -3 .gitattributes
  $ printf '*.txt text\n' > sources/.gitattributes && git add . && git commit -qm "Below" && aver check
  $ aver help rule store/attributes
