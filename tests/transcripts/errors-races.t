# Where somebody else is quicker

Several people and programs may use one store at once. A program that stands before git does here what another would
do at the worst moment.

  $ mkdir bin && printf '#!/bin/sh\ncase " $* " in *"${WHEN:-no such words}"*) WHEN=; eval "$THEN" 3>&1 >&2;; esac\nexec %s "$@"\n' "$(command -v git)" >bin/git && chmod +x bin/git; bin=$PWD/bin
  $ meanwhile() { local what=$1 then=$2; shift 2; WHEN=$what THEN=$then PATH=$bin:$PATH "$@"; }
  $ aver init facts >/dev/null && cd facts && aver actor add borland Borland --kind state >/dev/null && aver add town/walls "The walls stand" >/dev/null

The branch moves whenever a record is about to be written (git is asked where its index is split); in the end aver gives
up, and nothing has changed.

  $ git update-index --split-index
  $ AVER_PATIENCE_MS=50 meanwhile " ls-files " 'git commit -q --allow-empty -m "Meanwhile"' aver record walls borland affirm
  error: others kept moving refs/heads/main all the while
  hint: try again
  [5]
  $ git status --short; aver list
  town/walls
    The walls stand
    no record
  
  1 claim

Another aver holds the lock of the work tree for longer than anybody waits.

  $ git update-index --no-split-index
  $ AVER_PATIENCE_MS=50 flock .git/aver/write.lock aver record walls borland affirm
  error: another aver goes on writing to this store
  hint: try again
  [5]

git reads its index and locks it only then: a record that comes in between is written over by a commit by hand, which
fails. It is put back before the next one would take it away.

  $ printf '#!/bin/sh\n[ -e ../once ] || { touch ../once; aver record walls borland affirm --held 2024-10-02 --summary yes >../told; }\nexit 1\n' >../beside && chmod +x ../beside
  $ echo hi >note.md && git add note.md && GIT_TEST_PRELOAD_INDEX=1 git -c core.fsmonitor=../beside commit -qm "A note" 2>&1 | sed 's/[0-9a-f]\{40\}/X/g'
  fatal: cannot lock ref 'HEAD': is at X but expected X
  $ git status --short
  D  claims/town/walls/2024-10-02-borland.toml
  A  note.md
  ?? claims/town/walls/2024-10-02-borland.toml
  $ aver status | tail -n 1
  note: git had written over its index; put back: claims/town/walls/2024-10-02-borland.toml
  nothing uncommitted
  $ git commit -qm "A note" && git show --format=%s --name-status; rm ../once
  A note
  
  A	note.md

What is not git's own form is no answer: words before it (as a wrapper around git may say) hide the first path that it
names, which is neither lost nor free for that.

  $ git update-index --split-index
  $ meanwhile " ls-files -s " 'printf "Not staged:\n\tnote.md\n" >&3' aver record walls borland affirm --held 2024-10-03 | head -n 2
  recorded borland affirm on town/walls, held 2024-10-03: restated, was affirm
    since 2024-10-02
  $ meanwhile " ls-files -z " 'printf "Not staged:\n\tnote.md\n" >&3' aver record walls borland affirm --held 2024-10-04
  error: git could not tell the state of the work tree
  caused by: Not staged:
  [5]
  $ meanwhile " ls-files -s " 'printf "Not staged:\n\tnote.md\n" >&3' aver status
  error: git could not tell the state of the work tree
  caused by: Not staged:
  [5]
  $ meanwhile "--porcelain=v2" 'printf "Not staged:\n\tnote.md\n" >&3' aver status
  error: git could not tell the state of the work tree
  caused by: Not staged:
  [5]
  $ git status --short; git update-index --no-split-index

A file that is being committed is changed by a hook, while somebody else commits, too.

  $ cat >.git/hooks/pre-commit <<'END'
  > #!/bin/sh
  > echo "# more" >>actors/borland.toml
  > git update-ref refs/heads/main "$(git commit-tree -m Meanwhile -p HEAD HEAD^{tree})"
  > END
  $ chmod +x .git/hooks/pre-commit; echo '# a note' >>actors/borland.toml; aver commit
  error: actors/borland.toml was changed while it was being committed
  hint: aver commit
  [3]
  $ rm .git/hooks/pre-commit; git checkout -q HEAD actors; git status --short

A draft's claim is removed while its records are written.

  $ printf 'Ann Ode said: “The walls will stand.”\n' >../page.txt && aver source add 2024/page "A page" --capture ../page.txt >/dev/null
  $ cat >../fill <<'END'
  > sed -i 's/^claim = .*/claim = "walls"/; s/^position = .*/position = "affirm"/; s/^holder = .*/holder = "borland"/; /^new_holder/d; s/^held = .*/held = 2024-10-31/' "$1"
  > END
  $ git update-index --split-index
  $ EDITOR="sh ../fill" meanwhile " ls-files " 'git rm -qr claims/town/walls; git commit -qm "Remove the walls"' aver draft page
  error: the store was changed meanwhile: there is no claim "walls"
  nothing was recorded
  your draft is kept; take it up again: aver draft 2024/page
  or drop it: aver draft 2024/page --discard
  [3]
  $ git status --short; git reset -q --hard HEAD~1

An import ends where it began: not on a branch that was set back, nor on another one, nor over what was edited.

  $ printf 'id,text\ntown/gate,The gate is shut\n' >../claims.csv; printf '[claim]\nid = "{id}"\ntext = "{text}"\n' >../claims.toml
  $ meanwhile "update-index -q" 'git update-ref refs/heads/main HEAD~1' aver import csv ../claims.csv --mapping ../claims.toml
  error: the branch was set back meanwhile, behind what the import built on
  hint: git reflog main shows how, then try again
  [3]
  $ git status --short; git reset -q --hard HEAD@{1}
  A  sources/2024/page.toml
  A  sources/2024/page.txt
  $ git switch -q --detach && meanwhile "update-index -q" 'git switch -q main' aver import csv ../claims.csv --mapping ../claims.toml
  error: HEAD was moved to another branch meanwhile
  hint: try again
  [3]
  $ git status --short; git switch -q main
  $ aver export jsonl | sed 's/The walls stand/The walls fell/' >../rows.jsonl
  $ meanwhile "read-tree -m" 'echo "# mine" >>claims/town/walls/claim.toml' aver import jsonl ../rows.jsonl --update
  error: the work tree has changes that are not committed
  caused by: error: Entry 'claims/town/walls/claim.toml' not uptodate. Cannot merge.
  hint: aver status shows them, aver commit records them
  [3]
  $ git status --short; git checkout -q claims
   M claims/town/walls/claim.toml
