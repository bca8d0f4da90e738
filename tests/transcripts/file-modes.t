# Links and executables keep what they are

  $ aver init facts >/dev/null && cd facts && aver actor add borland Borland --kind state >/dev/null
  $ ln -s aver.toml link && printf '#!/bin/sh\n' > run.sh && chmod +x run.sh
  $ git add link run.sh && git commit -qm "A link and a program"
  $ modes() { git ls-tree -r HEAD "$@" | cut -c1-6,53-; }
  $ git rm -q link run.sh && git commit -qm "Neither"
  $ aver undo && modes link run.sh && git status --short
  $ readlink link; ./run.sh && echo runs

A change of the mode alone is undone, too; a later change of it stands in the way.

  $ chmod -x run.sh && git commit -qam "Not run"
  $ chmod +x run.sh && git commit -qam "Run again" && aver undo HEAD~1
  $ aver undo && modes run.sh && git status --short

A link where a file was, and a file where a link was.

  $ rm run.sh && ln -s link run.sh && rm link && printf 'plain\n' > link && git add -A && git commit -qm "Changed places"
  $ aver undo && modes link run.sh && git status --short && readlink link

In a bare store, and below a hook that looks.

  $ git clone -q --bare . ../bare.git && git -C ../bare.git config user.name Ada && aver -C ../bare.git undo && git -C ../bare.git ls-tree HEAD link run.sh | cut -c1-6,53-
  $ printf '#!/bin/sh\ngit ls-files -s run.sh link | cut -c1-6 >&2\n' > .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit
  $ git rm -q link run.sh && git commit -qnm "Neither" && aver undo; rm .git/hooks/pre-commit

A submodule is git's own.

  $ git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),other && git commit -qm "A submodule" && aver undo
  $ git rm -q --cached other && git commit -qm "None"

A record that may be executed is committed as it is, by hand as by git, and stays so.

  $ chmod +x actors/borland.toml && aver commit && git status --short && modes actors
  $ aver mv borland burland >/dev/null && modes actors && git status --short
