# A broken world: each with a sentence, an exit code, and nothing changed

  $ aver init facts >/dev/null && cd facts
  $ aver add topic/x "X is so" >/dev/null
  $ aver actor add calda Calda --kind state >/dev/null

Git does not know who we are.

  $ (unset GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL; git config user.useConfigOnly true; aver record x calda affirm)
  error: git does not know who you are
  caused by: fatal: no email was given and auto-detection is disabled
  hint: git config --global user.name "Your Name"; git config --global user.email you@example.org
  [2]
  $ git config --unset user.useConfigOnly

It does, but not the date that it is told.

  $ GIT_COMMITTER_DATE=1960-01-01T00:00:00Z aver record x calda affirm
  error: git cannot take the date in GIT_COMMITTER_DATE
  caused by: fatal: invalid date format: 1960-01-01T00:00:00Z
  hint: a date of 1970 to 2099, as in 2024-11-01T10:00:00Z
  [2]
  $ git status --short

A disk that cannot be written: the folder of objects is not to be written to.

  $ mv .git/objects .git/objects-away && mkdir .git/objects .git/objects/info .git/objects/pack && echo "$PWD/.git/objects-away" > .git/objects/info/alternates
  $ for i in 0 1 2 3 4 5 6 7 8 9 a b c d e f; do for j in 0 1 2 3 4 5 6 7 8 9 a b c d e f; do echo > .git/objects/$i$j; done; done
  $ aver record x calda affirm 2>&1 | sed 's/tmp_object_git2_[0-9a-f]*/…/; s,objects/[0-9a-f][0-9a-f]\b,objects/…,'
  error: failed while writing claims/topic/x/2024-11-01-calda.toml to the store
  caused by: failed to make directory '$DIR/facts/.git/objects/…': directory exists
  $ aver show x
  topic/x
  X is so
  
  No record of anybody's position yet.
  $ rm -r .git/objects && mv .git/objects-away .git/objects
  $ git status --short

A repository in a form that libgit2 refuses.

  $ git init -q --object-format=sha256 ../other && aver -C ../other show x
  error: the repository uses SHA-256 object ids, which aver cannot read
  caused by: unsupported extension name extensions.objectformat
  hint: make the store with: git init --object-format=sha1
  [7]
  $ git config extensions.refStorage reftable; git config core.repositoryFormatVersion 1
  $ aver show x
  error: the repository at $DIR/facts has a form that aver cannot read
  caused by: unsupported extension name extensions.refstorage
  caused by: fatal: unknown repository extension found:
  hint: git config --list --show-origin shows its extensions
  [7]
  $ sed -i '/refStorage/d;/extensions/d' .git/config

Locks that were left behind are named, and never removed. (Ten seconds are too long for a transcript.)

  $ touch .git/index.lock && AVER_PATIENCE_MS=50 aver record x calda affirm
  error: git's index stays locked
  caused by: fatal: Unable to create '$DIR/facts/.git/index.lock': File exists.
  hint: if no git is running, remove $DIR/facts/.git/index.lock
  [5]
  $ rm .git/index.lock
  $ touch .git/refs/heads/main.lock && AVER_PATIENCE_MS=50 aver record x calda affirm 2>&1 | sed 's/made [0-9]*/made …/'
  error: the branch refs/heads/main is locked
  caused by: $DIR/facts/.git/refs/heads/main.lock was made … seconds ago
  hint: if no git is running, remove that file
  $ rm .git/refs/heads/main.lock
  $ git status --short

Where git's index is locked while a refused record is taken back, that is said; status and check
answer all the same, and the next status takes it back. (An index that is split is left to git.)

  $ git update-index --split-index
  $ printf '#!/bin/sh\nsleep 0.3; touch .git/index.lock; exit 1\n' >$HOME/refuses; chmod +x $HOME/refuses; git config gpg.program $HOME/refuses; git config commit.gpgSign true
  $ AVER_PATIENCE_MS=50 aver record x calda affirm
  note: a write that failed is not wholly taken back yet: git's index stays locked; the next aver status does it
  error: the commit could not be signed, as commit.gpgSign asks
  caused by: error: gpg failed to sign the data
  hint: git config commit.gpgSign, git config user.signingKey
  [1]
  $ git config --unset commit.gpgSign; git config --unset gpg.program
  $ AVER_PATIENCE_MS=50 aver status
  note: a write that failed is not wholly taken back yet: git's index stays locked; the next aver status does it
  store $DIR/facts
  on main at 9f34ff3
  
  uncommitted
    removed  stance  claims/topic/x/2024-11-01-calda.toml
  
  record them with: aver commit
  $ AVER_PATIENCE_MS=50 aver check
  note: a write that failed is not wholly taken back yet: git's index stays locked; the next aver status does it
  checked 2 records: all is well
  $ rm .git/index.lock; aver status
  store $DIR/facts
  on main at 9f34ff3
  nothing uncommitted
  $ git status --short

A record that is not UTF-8, and a capture that its source names but that is not there.

  $ printf 'name = "caf\351"\nkind = "org"\n' > actors/cafe.toml
  $ mkdir -p sources && printf 'title = "A page"\ncapture = "page.txt"\nsha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"\n' > sources/page.toml
  $ aver check
  actors/cafe.toml:1:12: error: the file is not UTF-8 [toml/encoding]
    hint: save it as UTF-8
  sources/page.toml:2:11: error: the capture "page.txt" is not in the store [capture/missing]
  
  checked 4 records (2 uncommitted): 2 errors, 0 warnings
  [1]
  $ aver commit
  error: actors/cafe.toml:1:12: the file is not UTF-8 [toml/encoding]
  hint: save it as UTF-8
  error: sources/page.toml:2:11: the capture "page.txt" is not in the store [capture/missing]
  nothing was committed
  [7]
  $ rm actors/cafe.toml sources/page.toml

A bare store has nothing to edit by hand.

  $ git clone -q --bare . ../facts.git && cd ../facts.git
  $ aver record x calda affirm
  recorded calda affirm on topic/x, held 2024-11-01: the first record of calda
    here
    2c0334a on main; undo: aver undo 2c0334a
  $ aver record x calda deny --no-commit
  warning: it contradicts 2024-11-01-calda: affirm on the same day [position/contradiction]
  hint: where 2024-11-01-calda was our mistake: aver retract topic/x/2024-11-01-calda --reason "WHY"; else say when each was held: aver correct topic/x/2024-11-01-calda --held 2024-11-01T09:00:00+00:00 --reason "WHY"; aver correct topic/x/2024-11-01-calda-2 --held 2024-11-01T18:00:00+00:00 --reason "WHY"
  error: a bare store has no work tree to write to
  hint: leave out --no-commit
  [2]
  $ aver commit
  error: a bare store has no work tree, and so no edits by hand
  [2]
  $ aver status
  bare store $DIR/facts.git
  on main at 2c0334a

A shallow clone shows what stands, and does not pretend to know its history.

  $ cd .. && git clone -q --depth=1 "file://$PWD/facts.git" shallow && cd shallow
  $ aver show x
  topic/x
  X is so
  
    calda  affirm  since 2024-11-01
        2024-11-01-calda
  $ aver log
  error: this is a shallow clone: its history is cut off, and the answer would be wrong
  hint: git fetch --unshallow
  [7]

A file of git's that was cut off, as a full disk or a lost power supply leaves it, is told: nothing waits for its end.

  $ cd ../facts.git && f=objects/$(git rev-parse HEAD:claims/topic/x/claim.toml | sed 's,..,&/,') && head -c 20 $f >short && mv -f short $f
  $ aver show x
  error: failed while reading a file of the store
  caused by: $DIR/facts.git/objects/f6/01e790625b9a7581edc35a8a11942e6bdaf8a9 is cut off or damaged
  hint: git fsck
  [7]
  $ aver check
  error: failed while reading a file of the store
  caused by: $DIR/facts.git/objects/f6/01e790625b9a7581edc35a8a11942e6bdaf8a9 is cut off or damaged
  hint: git fsck
  [7]
  $ f=objects/$(git rev-parse HEAD~1 | sed 's,..,&/,') && : >short && mv -f short $f
  $ aver show x --known-at HEAD~1
  error: failed while reading the commit that "HEAD~1" names
  caused by: $DIR/facts.git/objects/9f/34ff38cccb3d9e81412d04b9c0ed6f4d5a026e is empty
  hint: git fsck
  [7]
