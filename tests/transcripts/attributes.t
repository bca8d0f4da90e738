# Line ends: what a store asks of git

In a repository that has its own .gitattributes, what a store needs is added behind it.

  $ git init -q facts && cd facts && printf '*.txt text\n*.toml text eol=crlf' > .gitattributes && git add . && git commit -qm "Mine"
  $ aver init >/dev/null && cat .gitattributes && git status --short
  *.txt text
  *.toml text eol=crlf
  aver.toml text eol=lf
  sources/** -text
  sources/**/*.toml text eol=lf merge=aver diff=aver
  claims/**/*.toml text eol=lf merge=aver diff=aver
  actors/**/*.toml text eol=lf merge=aver diff=aver
  reviews/**/*.toml text eol=lf merge=aver diff=aver
  $ git check-attr text eol -- sources/s/x.txt sources/s/x.toml claims/s/claim.toml aver.toml Cargo.toml x.txt
  sources/s/x.txt: text: unset
  sources/s/x.txt: eol: unspecified
  sources/s/x.toml: text: set
  sources/s/x.toml: eol: lf
  claims/s/claim.toml: text: set
  claims/s/claim.toml: eol: lf
  aver.toml: text: set
  aver.toml: eol: lf
  Cargo.toml: text: set
  Cargo.toml: eol: crlf
  x.txt: text: set
  x.txt: eol: unspecified
  $ printf 'One.\nTwo.\n' > ../text.txt && aver source add s/words "Words" --capture ../text.txt >/dev/null
  $ git -c core.autocrlf=true clone -q . ../clone && sha256sum ../clone/sources/s/words.txt | cut -c1-64; grep sha256 sources/s/words.toml
  4ff383aed1c1f960d918badc8521e2eeee95deaa423df74c719b5edaa3c52270
  sha256 = "4ff383aed1c1f960d918badc8521e2eeee95deaa423df74c719b5edaa3c52270"
  $ aver -C ../clone check
  checked 1 record: all is well

Uncommitted edits of it are nobody's to overwrite.

  $ git init -q ../busy && cd ../busy && printf '*.txt text\n' > .gitattributes && git add . && git commit -qm "Mine"
  $ echo '*.md text' >> .gitattributes && aver init; cat .gitattributes; git log --format=%s
  error: .gitattributes has changes that are not committed
  hint: git status shows them, git commit records them
  *.txt text
  *.md text
  Mine
  $ cd ../facts && git init -q ../new && echo '*.md text' > ../new/.gitattributes && aver init ../new; cat ../new/.gitattributes
  error: .gitattributes is in the way: it is not committed
  hint: git status shows it, git commit records it
  *.md text

Nothing is added where git keeps the files already.

  $ git init -q ../kept && printf '* -text\n' > ../kept/.gitattributes && git -C ../kept add . && git -C ../kept commit -qm "Mine" && aver init ../kept >/dev/null; cat ../kept/.gitattributes
  * -text

check says where a line is missing, or a later one takes it back; it asks git, for every clone alike.

  $ git rm -q .gitattributes && git commit -qm "None" && aver check
  .gitattributes: warning: git may change the line ends of files like sources/x/x.txt: text is unspecified [store/attributes]
    hint: aver git-install --attributes
  
  checked 1 record: 0 errors, 1 warning
  $ aver git-install --attributes && aver check && aver git-install --attributes
  added to .gitattributes what keeps the line ends of the store's files
    5ff8535; undo: aver undo 5ff8535
  checked 1 record: all is well
  nothing to add: git keeps the line ends of the store's files
  $ aver undo >/dev/null; git show HEAD~3:.gitattributes > .gitattributes; echo '*.html text=auto' >> .gitattributes; git add . 2>/dev/null && git commit -qm "Taken back" 2>/dev/null && aver check
  .gitattributes: warning: git may change the line ends of files like sources/x/x.html: text is auto [store/attributes]
    hint: aver git-install --attributes
  
  checked 1 record: 0 errors, 1 warning
  $ aver check --base HEAD~1; aver check --base HEAD
  checked 0 records: all is well
  checked 0 records: all is well
  $ aver git-install --attributes >/dev/null && aver check && tail -3 .gitattributes
  checked 1 record: all is well
  claims/**/*.toml text eol=lf merge=aver diff=aver
  actors/**/*.toml text eol=lf merge=aver diff=aver
  reviews/**/*.toml text eol=lf merge=aver diff=aver
  $ printf '*.txt text\n' > sources/.gitattributes && git add . 2>/dev/null && git commit -qm "Below" 2>/dev/null && aver check
  .gitattributes: warning: git may change the line ends of files like sources/x/x.txt: text is set [store/attributes]
    hint: aver git-install --attributes
  
  checked 1 record: 0 errors, 1 warning
  $ aver help rule store/attributes
  store/attributes  warning
  
  Everybody's git keeps captures as they are, and line ends.
  
  Without lines of its own in .gitattributes, a store's captures come out of git
  with the line ends of each machine, and are then not what their SHA-256 says.
  aver git-install --attributes adds them behind those that are there.

Where a file of attributes below outweighs every line at the top, nothing is added, and it is said.

  $ aver git-install --attributes; git log -1 --format=%s
  error: no line in .gitattributes keeps the line ends of files like sources/x/x.txt: attributes nearer to it say otherwise
  caused by: text is set
  hint: look into .gitattributes of the folders below, and into .git/info/attributes
  Below

A link in the place of the file is no file of attributes: git does not follow it.

  $ git init -q ../linked && cd ../linked && ln -s other .gitattributes && git add . && git commit -qm "Mine" && aver init; readlink .gitattributes
  error: .gitattributes is a symbolic link, and git reads no attributes through one
  hint: put a file in its place: git rm .gitattributes
  other

A line for one folder, or a file of attributes further down, is seen where captures are.

  $ aver init ../deep >/dev/null && cd ../deep && echo Text > ../t.txt && aver source add 2024/x "X" --capture ../t.txt >/dev/null && aver check
  checked 1 record: all is well
  $ echo 'sources/2024/*.txt text' >> .gitattributes && git commit -qam "One folder" && aver check
  .gitattributes: warning: git may change the line ends of files like sources/2024/x.txt: text is set [store/attributes]
    hint: aver git-install --attributes
  
  checked 1 record: 0 errors, 1 warning
  $ aver git-install --attributes >/dev/null && aver check
  checked 1 record: all is well
  $ echo '*.txt text' > sources/2024/.gitattributes && git add . 2>/dev/null && git commit -qm "Below" 2>/dev/null && aver check
  .gitattributes: warning: git may change the line ends of files like sources/2024/x.txt: text is set [store/attributes]
    hint: aver git-install --attributes
  
  checked 1 record: 0 errors, 1 warning
