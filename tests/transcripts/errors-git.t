# Where git does not answer

Aver asks git for what git knows. Here a program stands before git that fails at one kind of question, so that it
can be seen what a user sees whose git is broken, was stopped, or is too old.

  $ mkdir bin && printf '#!/bin/sh\ncase " $* " in *"${WHEN:-no such words}"*) WHEN=; eval "$THEN" >&2;; esac\nexec %s "$@"\n' "$(command -v git)" >bin/git && chmod +x bin/git; bin=$PWD/bin
  $ without() { local what=$1; shift; WHEN=$what THEN='echo "fatal: git is out of order" >&2; exit 128' PATH=$bin:$PATH AVER_INDEX=off "$@"; }
  $ without "init -q" aver init facts; ls
  error: git could not make a repository in $DIR/facts
  caused by: fatal: git is out of order
  bin
  $ aver init facts >/dev/null && cd facts && aver actor add borland Borland --kind state >/dev/null && aver add town/walls "The walls stand" >/dev/null

What history says is asked of git.

  $ without "log.follow" aver log
  error: git could not read the history
  caused by: fatal: git is out of order
  [7]
  $ without "log --first-parent" aver show walls --known-at 2024-10-30
  error: git could not walk the history
  caused by: fatal: git is out of order
  [7]
  $ git tag old; without "for-each-ref" aver tag; git tag -d old >/dev/null
  error: git could not list the tags
  caused by: fatal: git is out of order
  $ without "--porcelain=v2" aver status
  error: git could not tell the state of the work tree
  caused by: fatal: git is out of order
  [5]

Before a record is written, git says what of it is not committed, where its index is split or has else something that
is left to git; and a hook is shown an index of its own.

  $ git update-index --split-index
  $ without " ls-files " aver record walls borland affirm
  error: git could not tell the state of the work tree
  caused by: fatal: git is out of order
  [5]
  $ printf '#!/bin/sh\n' >.git/hooks/pre-commit && chmod +x .git/hooks/pre-commit && without "read-tree" aver record walls borland affirm
  error: no index could be prepared for the commit's hooks
  caused by: fatal: git is out of order
  [5]
  $ rm .git/hooks/pre-commit && git status --short && git log --oneline | head -1
  6738ab9 Add claim town/walls

Installing sets what git is to do with records.

  $ without "config --local" aver git-install
  error: git config merge.aver.name could not be set
  caused by: fatal: git is out of order
  [5]

Attributes that could change the bytes of a record are looked for; git says which there are.

  $ cp .gitattributes ../attributes && echo '*.md text' >>.gitattributes && git commit -qam "Attributes of our own"
  $ without "check-attr" aver check
  error: git could not tell the attributes of the store's files
  caused by: fatal: git is out of order
  [5]
  $ WHEN=check-attr THEN='exit 0' PATH=$bin:$PATH aver check
  error: git could not tell the attributes of sources/x/x.txt
  [5]
  $ cp ../attributes .gitattributes && git commit -qam "Attributes as they were"

An edition is a tag that git makes. One that is gone as soon as it was made was removed by somebody.

  $ WHEN=" tag " THEN='exit 0' PATH=$bin:$PATH aver tag edition-1
  error: the edition edition-1 was removed as soon as it was made
  [5]

A proposal of a branch that was made by hand gets its name from git, and its text diff.

  $ git switch -qc survey && aver record walls borland affirm >/dev/null
  $ without "branch -m" aver propose --on-current
  error: git could not rename survey to proposal/survey
  caused by: fatal: git is out of order
  [2]
  $ aver propose --on-current >/dev/null && git switch -q main
  $ without " diff " aver review show survey --patch
  error: git could not tell the text diff
  caused by: fatal: git is out of order
  [5]

The words of two captures are compared by git.

  $ printf 'The walls stand.\n' >../1.txt; printf 'The walls fell.\n' >../2.txt
  $ aver source add 2024/page "A page" --capture ../1.txt >/dev/null && aver source add --again page ../2.txt >/dev/null
  $ without " diff " aver diff --source page
  error: git could not compare the captures
  caused by: fatal: git is out of order
  [7]

A merge is git's to give up, to be told of what is settled, and to commit.

  $ git switch -qc theirs && sed -i 's/^name.*/name = "Borland, they say"/' actors/borland.toml && git commit -qam theirs && git switch -q main && sed -i 's/^name.*/name = "Borland, we say"/' actors/borland.toml && git commit -qam ours
  $ aver merge theirs
  1 conflict to settle
  
  actors/borland.toml
    name
      base    Borland
      ours    Borland, we say
      theirs  Borland, they say
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ without "merge --abort" aver resolve --give-up
  error: git could not give the merge up
  caused by: fatal: git is out of order
  [3]
  $ without " add --" aver resolve borland --with theirs
  error: git could not take actors/borland.toml
  caused by: fatal: git is out of order
  [5]
  $ without "commit -q" aver resolve borland --with theirs
  settled actors/borland.toml with theirs
  error: git did not commit the merge
  caused by: fatal: git is out of order
  [1]
  $ without "commit -q" aver resolve
  error: git did not commit the merge
  caused by: fatal: git is out of order
  [1]
  $ aver resolve
  merged
    ea0fa8b on main

Taking a merge back asks which branch made it.

  $ without "rev-list --first-parent" aver undo
  error: git could not walk the history
  caused by: fatal: git is out of order
  [7]

What others have is fetched by git, and what editions they have is asked of it.

  $ git init -q --bare ../server.git && git remote add origin ../server.git && aver sync >/dev/null; aver sync
  level with origin/main
  $ without "proposal/" aver sync
  fatal: git is out of order
  error: git could not fetch the proposals from origin
  hint: nothing is lost; try again when the remote can be reached
  [6]
  $ aver tag edition-1 >/dev/null; without "ls-remote" aver sync
  fatal: git is out of order
  error: git could not ask origin for its editions
  caused by: git ls-remote ended with 128
  hint: nothing is lost; try again when the remote can be reached
  [6]

An import ends with git's bringing the work tree along.

  $ printf 'id,text\ntown/gate,The gate is shut\n' >../claims.csv; printf '[claim]\nid = "{id}"\ntext = "{text}"\n' >../claims.toml
  $ without "read-tree -m" aver import csv ../claims.csv --mapping ../claims.toml
  error: git could not bring the work tree along
  caused by: fatal: git is out of order
  [5]
  $ git status --short; aver import csv ../claims.csv --mapping ../claims.toml
  imported 1 claim from ../claims.csv
    78cb939 on main; undo: aver undo 78cb939
