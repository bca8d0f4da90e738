# git's own variables, as a hook of another repository has them

  $ for name in ours theirs; do aver init $name >/dev/null && aver -C $name add dorn/act "Calda acts" --kind policy >/dev/null; done; cd ours

A hook of ours records in theirs. git commit -a has told it of our index; -C means the other repository.

  $ printf '#!/bin/sh\naver -C ../theirs actor add zoe Zoe --kind person\n' >.git/hooks/pre-commit; chmod +x .git/hooks/pre-commit
  $ echo 'note = "n"' >>claims/dorn/act/claim.toml; git commit -qam "A note"; git status --short; git log --format=%s -1
  $ cd ../theirs && git status --short; git log --format=%s -1; git show --stat --format= | cat

The same from a hook of a linked work tree, which has told it of its git directory, too.

  $ cd ../ours && git worktree add -q ../linked -b side && cd ../linked && sed -i s/zoe/ada/ ../ours/.git/hooks/pre-commit
  $ echo 'note = "m"' >>../linked/claims/dorn/act/claim.toml; git commit -qam "Another note"; git status --short; git -C ../theirs status --short; git -C ../theirs log --format=%s -1
  $ rm ../ours/.git/hooks/pre-commit

Without -C, the variables say where we are.

  $ cd .. && GIT_DIR=theirs/.git aver status
  $ GIT_DIR=$PWD/theirs/.git GIT_INDEX_FILE=$PWD/theirs/.git/index aver -C ours add dorn/more "More is so" >/dev/null && git -C ours log --format=%s -1 && git -C theirs status --short
  $ cd ours && GIT_WORK_TREE=. GIT_COMMON_DIR=.git aver add dorn/yet "Yet more is so" && git status --short

What would have git and us look at two places is refused.

  $ GIT_WORK_TREE=../theirs aver add dorn/no "No"
  $ GIT_WORK_TREE=../theirs aver -C ../theirs list
  $ GIT_DIR=../nowhere aver list

Another work tree of the same repository has other files, and the same objects.

  $ GIT_DIR=$PWD/.git GIT_INDEX_FILE=$PWD/.git/index aver -C ../linked actor add eve Eve --kind person && git status --short && git -C ../linked status --short && git -C ../linked log --format=%s -1
