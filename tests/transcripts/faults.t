# Faults of the disk, and signals, each at one call of the system

strace brings them about. Only with strace can this be played.

  $ aver init facts >/dev/null && cd facts
  $ at_each() { strace -qqq -o /dev/null "$@"; }

The branch has moved, and its folder cannot be synced: it is done.

  $ at_each -P $PWD/.git/refs/heads -e inject=fsync:error=EIO aver actor add calda Calda --kind state
  note: it is written, but may not be safe on disk yet: failed to fsync directory '$DIR/facts/.git/refs/heads': Input/output error
  added actor calda: Calda (state)
    2a09c8e on main; undo: aver undo 2a09c8e
  $ git status --short; aver status
  store $DIR/facts
  on main at 2a09c8e
  nothing uncommitted
  $ git commit -qm "By hand" --allow-empty -a; git show --name-only --format=%s
  By hand

Told to stop at the moment when the branch moves, aver leaves no lock behind.

  $ (at_each -P $PWD/.git/refs/heads/main.lock -e inject=rename:signal=TERM aver actor add dorn Dorn --kind state; echo "ended with $?") 2>/dev/null
  ended with 143
  $ ls .git/refs/heads; git log -1 --format=%s; git status --short
  main
  Add actor dorn

A file system that knows neither hard links nor a rename that never replaces.

  $ at_each -e inject=renameat2:error=EINVAL -e inject=link:error=EPERM aver actor add rastia Rastia --kind state
  added actor rastia: Rastia (state)
    e26e494 on main; undo: aver undo e26e494
  $ touch actors/tolland.toml
  $ at_each -e inject=renameat2:error=EINVAL -e inject=link:error=EPERM aver actor add tolland Tolland --kind state
  error: actors/tolland.toml is in the way: it is not committed
  hint: aver status shows it, aver commit records it
  [3]
  $ rm actors/tolland.toml; git status --short; ls -A actors
  calda.toml
  dorn.toml
  rastia.toml

A journal that cannot be removed does not take back what was written without a commit.

  $ at_each -e inject=unlink:error=EPERM:when=2 aver actor add newland Newland --kind state --no-commit
  added actor newland: Newland (state)
    not committed: actors/newland.toml; commit: aver commit
  $ ls .git/aver/journal | wc -l; aver status; ls .git/aver/journal; git status --short
  1
  store $DIR/facts
  on main at e26e494
  
  uncommitted
    new  actor  actors/newland.toml
  
  record them with: aver commit
  ?? actors/newland.toml
  $ rm actors/newland.toml

Done, and nobody could be told: that is no failure to write.

  $ aver actor add borland Borland --kind state >/dev/full
  error: standard output could not be written
  [8]
  $ git log -1 --format=%s
  Add actor borland
  $ aver list >/dev/full
  error: standard output could not be written
  [8]

A hook that cannot be made executable is not there.

  $ at_each -e inject=chmod:error=EPERM aver git-install
  git merges records by field, and shows them value by value
  error: $DIR/facts/.git/hooks/pre-commit cannot be written
  caused by: Operation not permitted
  [5]
  $ ls .git/hooks | grep -v sample
  [1]

A proposal that cannot be recorded on has not begun.

  $ mkdir -p .git/aver/recording-branch/in-the-way
  $ aver propose later
  error: $DIR/facts/.git/aver/recording-branch cannot be written
  caused by: Is a directory
  [5]
  $ git branch; rm -r .git/aver/recording-branch
  * main
  $ aver propose later
  records go on proposal/later now
    the files you see stay those of main; back: aver propose --end
  $ at_each -P $PWD/.git/aver/recording-branch -e inject=unlink:error=EIO aver propose --end
  error: $DIR/facts/.git/aver/recording-branch cannot be removed
  caused by: Input/output error
  [5]
  $ aver propose --end
  records go on main again
    proposal/later had nothing on it that main has not, and is gone

What git's index has, and the store has lost.

  $ printf 'name = "Uplands"\nkind = "state"\n' > actors/uplands.toml; git add actors/uplands.toml
  $ id=$(git rev-parse :actors/uplands.toml); rm -f .git/objects/$(echo $id | cut -c1-2)/$(echo $id | cut -c3-)
  $ aver check
  error: actors/uplands.toml is staged, and what was staged is missing from the store
  caused by: there is no object b219bd15d5edcc8750d124b4a4c4287730d53374
  hint: git rm --cached actors/uplands.toml; git add actors/uplands.toml
  [7]
  $ git rm -q --cached actors/uplands.toml; git add actors/uplands.toml; aver check
  checked 5 records (1 uncommitted): all is well
