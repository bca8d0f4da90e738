# Started by who ignores the end of children

  $ aver init facts >/dev/null && cd facts
  $ printf '#!/bin/sh\nexit 1\n' > .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit
  $ bash -c "trap '' CHLD; exec aver actor add borland Borland --kind state"
  error: the pre-commit hook refused the commit
  caused by: $DIR/facts/.git/hooks/pre-commit ended with 1
  hint: what it said stands above
  [1]
  $ git log --format=%s; ls actors
  Start an aver store
  ls: cannot access 'actors': No such file or directory
  [2]
