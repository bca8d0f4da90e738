# More of what goes wrong with proposals

  $ aver init facts >/dev/null && cd facts && aver actor add borland Borland --kind state >/dev/null && aver add town/walls "The walls stand" >/dev/null

How one is begun.

  $ git switch -qc by-hand && aver propose --on-current --from HEAD; git switch -q main && git branch -qD by-hand
  error: --on-current has its own beginning: leave out --from
  $ aver propose --reopen
  error: a proposal needs a name
  hint: aver propose NAME
  [2]

Nothing in it has been reviewed yet.

  $ aver propose survey >/dev/null && aver record walls borland affirm --held 2024-10-01 >/dev/null && aver propose --end >/dev/null
  $ aver review show survey --new
  error: nobody has reviewed survey yet: all of it is new
  hint: aver review show survey
  [2]

A review is shown with its proposal, and has its name from it.

  $ git switch -q proposal/survey; mkdir -p reviews/survey; printf 'by = "Ada Fields <ada@example.org>"\nverdict = "comment"\nat = 2024-11-01T09:00:00Z\nbody = "Look again"\n' >reviews/survey/2024-11-01-ada-fields-comment.toml; aver commit >/dev/null; git switch -q main; aver review accept survey >/dev/null && ls reviews/survey
  2024-11-01-ada-fields-comment.toml
  $ aver show reviews/survey/2024-11-01-ada-fields-comment.toml
  error: a review is not shown by itself
  [4]
  $ aver mv reviews/survey/2024-11-01-ada-fields-comment.toml other/one
  error: a review keeps its name
  [2]

What a proposal brings must hold together with what others have recorded meanwhile.

  $ aver propose gate >/dev/null && aver record walls borland deny --held 2024-10-02 >/dev/null && aver propose --end >/dev/null
  $ git rm -qr claims/town && git commit -qm "Without the walls" && aver review accept gate
  error: claims/town/walls/2024-10-02-borland.toml: there is no readable claims/town/walls/claim.toml beside its stances [claim/missing]
  error: the proposal gate does not hold together with main
  hint: mend these on the proposal, then it is looked at again
  [7]
  $ git reset -q --hard HEAD~1

Links are merged by git alone.

  $ git switch -qc proposal/link && ln -s borland.toml actors/link && git add actors/link && git commit -qm "A link" && git switch -q main
  $ aver review accept link
  error: links or submodules differ: only git can merge those
  hint: git merge proposal/link
  [3]

A proposal that was withdrawn keeps its name until another contains it.

  $ aver review withdraw gate >/dev/null && git switch -qc proposal/gate && aver add town/gate "The gate is shut" >/dev/null && git switch -q main
  $ aver review withdraw gate
  error: another proposal gate was withdrawn before
  hint: git branch -m withdrawn/gate withdrawn/gate-1
  [2]
  $ git branch -m withdrawn/gate withdrawn/gate-1 && aver review withdraw gate
  withdrawn: gate is kept as withdrawn/gate
    take it up again: aver propose gate --reopen

A proposal's branch that somebody holds cannot be moved.

  $ git init -q --bare ../server.git && git remote add origin ../server.git && aver propose mill >/dev/null && aver add town/mill "The mill runs" >/dev/null && aver propose --end >/dev/null && aver sync >/dev/null 2>&1
  [1]
  $ git clone -q ../server.git ../other && git -C ../other switch -q proposal/mill && aver -C ../other add town/mint "The mint is open" >/dev/null && git -C ../other push -q && git fetch -q
  $ touch .git/refs/heads/proposal/mill.lock; AVER_PATIENCE_MS=50 aver review comment mill -m "Look again"
  commented on mill: 2 files, all that it has
    d9a71c7 on aver/reviews; send it: aver sync
  $ AVER_PATIENCE_MS=50 aver review withdraw mill
  error: proposal/mill has moved meanwhile
  hint: aver review withdraw mill
  [5]
  $ rm .git/refs/heads/proposal/mill.lock

A message is not empty.

  $ aver add town/mill "The mill runs" -m " "
  error: the message is empty
  hint: write it behind -m, or leave -m out
  [2]

Many commits cannot be signed one by one.

  $ printf '#!/bin/sh\ncat >/dev/null\nprintf "\\n[GNUPG:] SIG_CREATED D\\n" >&2\necho signed\n' >../gpg && chmod +x ../gpg && git config gpg.program "$PWD/../gpg" && git config commit.gpgSign true
  $ printf 'id,text\ntown/x,X\ntown/y,Y\n' >../claims.csv; printf '[claim]\nid = "{id}"\ntext = "{text}"\n' >../claims.toml; aver import csv ../claims.csv --mapping ../claims.toml --commit-every 1
  error: commit.gpgSign asks for signed commits, and thousands are not to be had
  hint: make it one commit, or, for this once: GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=commit.gpgSign GIT_CONFIG_VALUE_0=false aver …
  [1]
