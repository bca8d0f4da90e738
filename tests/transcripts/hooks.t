# The user's own hooks, as git runs them

  $ aver init facts >/dev/null && cd facts && git init -q --bare ../facts.git && git remote add origin ../facts.git
  $ aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" >/dev/null && git push -qu origin main
  $ hook() { printf '#!/bin/sh\n%s\n' "$2" >.git/hooks/$1 && chmod +x .git/hooks/$1; }
  $ printf 'id,who,day,what\nv1,calda,2024-10-01,affirm\nv2,calda,2024-10-02,deny\n' >../votes.csv
  $ printf '[claim]\nid = "votes/{id}"\ntext = "Motion {id} is adopted"\n[stance]\nholder = "{who}"\nheld = "{day}"\nposition = "{what}"\n' >../votes.toml

An import is shown as one commit is: what it brings stands in the hook's index, and in the work tree.

  $ hook pre-commit 'echo "$(git diff --cached --name-only | wc -l) files, $(git ls-files -d | wc -l) of them not there" >&2; exit 1'
  $ aver import csv ../votes.csv --mapping ../votes.toml
  4 files, 0 of them not there
  error: the pre-commit hook refused the commit
  caused by: $DIR/facts/.git/hooks/pre-commit ended with 1
  hint: what it said stands above
  [1]
  $ git status --short && git log -1 --format=%s && ls claims
  Add claim dorn/act
  dorn
  $ aver import csv ../votes.csv --mapping ../votes.toml --commit-every 1
  4 files, 0 of them not there
  error: the pre-commit hook refused the commit
  caused by: $DIR/facts/.git/hooks/pre-commit ended with 1
  hint: what it said stands above
  [1]
  $ git status --short && git log -1 --format=%s && ls claims
  Add claim dorn/act
  dorn
  $ hook pre-commit 'git rm -q --cached claims/votes/v2/claim.toml' && aver import csv ../votes.csv --mapping ../votes.toml
  error: the pre-commit hook changed what is to be committed, which an import is not
  hint: have the hook refuse, or leave imports as they are
  [1]
  $ git status --short && rm .git/hooks/pre-commit
  $ hook commit-msg 'grep -q "^Votes" "$1"' && aver import csv ../votes.csv --mapping ../votes.toml
  error: the commit-msg hook refused the commit
  caused by: $DIR/facts/.git/hooks/commit-msg ended with 1
  hint: what it said stands above
  [1]
  $ hook prepare-commit-msg 'sed -i "1s/^/Votes: /" "$1"; echo "$2" >&2' && hook post-commit 'git log -1 --format="made: %s" >&2'
  $ aver import csv ../votes.csv --mapping ../votes.toml
  message
  made: Votes: Import 2 stances, 2 claims from votes.csv
  imported 2 stances, 2 claims from ../votes.csv
    28d7fdf on main; undo: aver undo 28d7fdf
  $ rm .git/hooks/*commit* && git status --short

A merge asks pre-merge-commit, not pre-commit, and then post-merge, as git's does.

  $ git switch -qc side && aver record act calda affirm --held 2024-10-31 >/dev/null && git switch -q main && aver add dorn/more "More is so" >/dev/null
  $ hook pre-commit 'echo "not asked" >&2; exit 1' && hook post-commit 'echo "not told" >&2'
  $ hook pre-merge-commit 'git diff --cached --name-only >&2; exit 1' && aver merge side
  claims/dorn/act/2024-10-31-calda.toml
  error: the pre-merge-commit hook refused the commit
  caused by: $DIR/facts/.git/hooks/pre-merge-commit ended with 1
  hint: what it said stands above
  [1]
  $ git status --short && git log -1 --format=%s
  Add claim dorn/more
  $ hook pre-merge-commit 'exit 0' && hook post-merge 'echo "told: $1" >&2' && hook prepare-commit-msg 'echo "$2" >&2' && aver merge side
  merge
  told: 0
  merged
    259e203 on main
  $ rm -f .git/hooks/*merge* .git/hooks/*commit*

The message hooks see what is to be committed, too.

  $ hook commit-msg 'git diff --cached --name-only >&2' && aver add dorn/yet "Yet more is so" && rm .git/hooks/commit-msg
  claims/dorn/yet/claim.toml
  added claim dorn/yet: Yet more is so
    93e7921 on main; undo: aver undo 93e7921

A push asks pre-push; the one of "aver git-install" leaves to "aver sync" what that has checked.

  $ hook pre-push 'cat >/dev/null; echo "not on Fridays" >&2; exit 1' && aver sync
  not on Fridays
  error: failed to push some refs to '../facts.git'
  error: the pre-push hook refused the push
  hint: what it said stands above; everything is committed here
  [1]
  $ git log --oneline origin/main..main | wc -l
  5
  $ rm .git/hooks/pre-push && aver git-install | tail -1
  the pre-push hook runs aver check
  $ mkdir ../bin && printf '#!/bin/sh\necho "aver $*" >&2\n' >../bin/aver && chmod +x ../bin/aver && aver add dorn/last "The last is so" >/dev/null
  $ PATH=$PWD/../bin:$PATH git push -q --dry-run origin main 2>&1 | cut -c1-23
  aver check --known-at 2
  $ here=$(command -v aver); PATH=$PWD/../bin:$PATH $here sync
  pushed to origin/main
