# git's own variables, as a hook of another repository has them

  $ for name in ours theirs; do aver init $name >/dev/null && aver -C $name add dorn/act "Calda acts" --kind policy >/dev/null; done; cd ours

A hook of ours records in theirs. git commit -a has told it of our index; -C means the other repository.

  $ printf '#!/bin/sh\naver -C ../theirs actor add zoe Zoe --kind person\n' >.git/hooks/pre-commit; chmod +x .git/hooks/pre-commit
  $ echo 'note = "n"' >>claims/dorn/act/claim.toml; git commit -qam "A note"; git status --short; git log --format=%s -1
  added actor zoe: Zoe (person)
    940a672 on main; undo: aver undo 940a672
  A note
  $ cd ../theirs && git status --short; git log --format=%s -1; git show --stat --format= | cat
  Add actor zoe
   actors/zoe.toml | 2 ++
   1 file changed, 2 insertions(+)

The same from a hook of a linked work tree, which has told it of its git directory, too.

  $ cd ../ours && git worktree add -q ../linked -b side && cd ../linked && sed -i 's/zoe Zoe/ada Ada/' ../ours/.git/hooks/pre-commit
  $ echo 'note = "m"' >>../linked/claims/dorn/act/claim.toml; git commit -qam "Another note"; git status --short; git log --format=%s -1; git -C ../theirs status --short; git -C ../theirs log --format=%s -1
  added actor ada: Ada (person)
    6dc4256 on main; undo: aver undo 6dc4256
  Another note
  Add actor ada
  $ rm ../ours/.git/hooks/pre-commit

Without -C, the variables say where we are.

  $ cd .. && GIT_DIR=theirs/.git aver status
  store $DIR/theirs
  on main at 6dc4256
  nothing uncommitted
  $ GIT_DIR=$PWD/theirs/.git GIT_INDEX_FILE=$PWD/theirs/.git/index aver -C ours add dorn/more "More is so" >/dev/null && git -C ours log --format=%s -1 && git -C theirs status --short
  Add claim dorn/more
  $ cd ours && GIT_WORK_TREE=. GIT_COMMON_DIR=.git aver add dorn/yet "Yet more is so" && git status --short
  added claim dorn/yet: Yet more is so
    da1da9c on main; undo: aver undo da1da9c

What would have git and us look at two places is refused.

  $ GIT_WORK_TREE=../theirs aver add dorn/no "No"
  error: GIT_WORK_TREE names $DIR/theirs, which is not the repository's own: aver does not follow it
  hint: unset GIT_WORK_TREE
  [7]
  $ GIT_DIR=../nowhere aver list
  error: this is no aver store: $DIR/ours is in no git repository
  hint: aver init
  [4]

What names the repository's own, or is about another one than -C, changes nothing.

  $ GIT_WORK_TREE=../theirs aver -C ../theirs list
  dorn/act
    Calda acts
    no record
  
  1 claim
  $ GIT_WORK_TREE=$PWD aver -C ../theirs list | tail -1
  1 claim

A namespace is of what a server hands out, and not of what it has.

  $ GIT_NAMESPACE=guests git log --format=%s -1; GIT_NAMESPACE=guests aver log -n 1
  Add claim dorn/yet
  da1da9c  2024-11-01 09:00  Ada Fields  Add claim dorn/yet

Another work tree of the same repository has other files, and the same objects.

  $ GIT_DIR=$PWD/.git GIT_INDEX_FILE=$PWD/.git/index aver -C ../linked actor add eve Eve --kind person && git status --short && git -C ../linked status --short && git -C ../linked log --format=%s -1
  added actor eve: Eve (person)
    1891332 on side; undo: aver undo 1891332
  Add actor eve
