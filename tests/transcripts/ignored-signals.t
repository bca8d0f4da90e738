# Started by who ignores the end of children

  $ aver init facts >/dev/null && cd facts
  $ printf '#!/bin/sh\nexit 1\n' > .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit
  $ bash -c "trap '' CHLD; exec aver actor add borland Borland --kind state"
  $ git log --format=%s; ls actors
