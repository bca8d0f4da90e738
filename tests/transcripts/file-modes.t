# Links and executables keep what they are

  $ aver init facts >/dev/null && cd facts && aver actor add borland Borland --kind state >/dev/null
  $ ln -s aver.toml link && printf '#!/bin/sh\n' > run.sh && chmod +x run.sh
  $ git add link run.sh && git commit -qm "A link and a program"
  $ modes() { git ls-tree -r HEAD "$@" | cut -c1-6,53-; }
  $ git rm -q link run.sh && git commit -qm "Neither"
  $ aver undo && modes link run.sh && git status --short
  undone: Neither
    1eb74b0 on main; undo: aver undo 1eb74b0
  120000	link
  100755	run.sh
  $ readlink link; ./run.sh && echo runs
  aver.toml
  runs

A change of the mode alone is undone, too; one that a later commit took back is undone already.

  $ chmod -x run.sh && git commit -qam "Not run"
  $ chmod +x run.sh && git commit -qam "Run again" && aver undo HEAD~1
  nothing to undo: 4f26a93 is taken back already
  $ aver undo && modes run.sh && git status --short
  undone: Run again
    6cf10a5 on main; undo: aver undo 6cf10a5
  100644	run.sh

A link where a file was, and a file where a link was.

  $ rm run.sh && ln -s link run.sh && rm link && printf 'plain\n' > link && git add -A && git commit -qm "Changed places"
  $ aver undo && modes link run.sh && git status --short && readlink link
  undone: Changed places
    c002665 on main; undo: aver undo c002665
  120000	link
  100644	run.sh
  aver.toml

In a bare store, and below a hook that looks.

  $ git clone -q --bare . ../bare.git && git -C ../bare.git config user.name Ada && aver -C ../bare.git undo && git -C ../bare.git ls-tree HEAD link run.sh | cut -c1-6,53-
  undone: Undo "Changed places"
    f76c863 on main; undo: aver undo f76c863
  100644	link
  120000	run.sh
  $ printf '#!/bin/sh\ngit ls-files -s run.sh link | cut -c1-6 >&2\n' > .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit
  $ git rm -q link run.sh && git commit -qnm "Neither" && aver undo; rm .git/hooks/pre-commit
  120000
  100644
  undone: Neither
    0f32333 on main; undo: aver undo 0f32333

A submodule is git's own.

  $ git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),other && git commit -qm "A submodule" && aver undo
  error: other is a submodule, which aver leaves to git
  hint: git revert 8a264b6
  [2]
  $ git rm -q --cached other && git commit -qm "None"

A record that may be executed is committed as it is, by hand as by git, and stays so.

  $ chmod +x actors/borland.toml && aver commit && git status --short && modes actors
  Edit actor borland
    7a14ecf on main; undo: aver undo 7a14ecf
  100755	actors/borland.toml
  $ aver mv borland burland >/dev/null && modes actors && git status --short
  100755	actors/burland.toml

What is not committed is git's to commit where it is none of the store's.

  $ printf 'hi\n' > "a note" && git add "a note" && git commit -qm "A note" && aver undo --no-commit && git status --short
  undone: A note
    not committed: a note; commit: git add -- "a note" && git commit
   D "a note"
