# The rarer errors

  $ aver init facts >/dev/null && cd facts
  $ aver undo
  error: 842e421 is the store's first commit: there is nothing before it
  [2]
  $ aver add topic/x "X is so" >/dev/null
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver add topic/y "Y is so" --relation topic/x
  error: --relation takes TYPE:CLAIM, not "topic/x"
  hint: --relation narrows:OTHER-CLAIM
  [2]
  $ aver add topic/y "Y is so" --relation against:topic/x
  error: "against" is no type: one of negates, narrows, same-as, depends-on
  [2]
  $ aver add topic/y "Y is so" --same-as "see there"
  error: "see there" is no URL
  hint: begin it with https://
  [2]
  $ aver diff HEAD~1 --known-at HEAD
  error: diff takes --known-at R1..R2, or two revisions, not both
  hint: aver help diff
  [2]
  $ aver diff HEAD~1 --on 2024-10-31..2024-11-01
  error: --on D1..D2 goes with no revision, or with two
  hint: aver help diff
  [2]
  $ aver diff --known-at HEAD
  error: diff takes --known-at R1..R2: two revisions or days of the record
  hint: --known-at HEAD..HEAD
  [2]
  $ aver diff no-such..HEAD
  error: there is no revision "no-such"
  hint: aver log
  [4]
  $ aver source add 2024/p "A page" >/dev/null
  $ aver history 2024/p
  error: a source has no history of positions
  hint: aver log 2024/p
  [2]

A change that is not committed is in the way.

  $ aver record x calda affirm --held 2024-10-31 >/dev/null
  $ echo '# mine' >> claims/topic/x/2024-10-31-calda.toml
  $ aver undo
  error: claims/topic/x/2024-10-31-calda.toml has changes that are not committed
  hint: aver status shows them, aver commit records them
  [3]
  $ git checkout -q claims

Nobody's folder, and a link out of the store.

  $ touch ../file && aver init ../file
  error: $DIR/file is a file, not a directory
  [2]
  $ mkdir ../full && touch ../full/x && aver init --bare ../full
  error: a bare store needs a directory of its own, and $DIR/full is not empty
  [2]
  $ aver init ../file/below
  error: the directory $DIR/file/below could not be made
  caused by: Not a directory
  [5]
  $ ln -s ../../elsewhere claims/linked && aver add linked/x "X is so"
  error: claims/linked is in the way: it is not committed
  hint: aver status shows it, aver commit records it
  [3]
  $ ln -s /etc/hostname actors/link.toml && aver check
  actors/link.toml: error: a symbolic link is here, and records are plain files [path/name]
    hint: replace it by a file
  claims/linked: error: a symbolic link is here, and records are plain files [path/name]
    hint: replace it by a file
  
  checked 4 records: 2 errors, 0 warnings
  [1]
  $ rm claims/linked actors/link.toml

A conflict of git's.

  $ git checkout -q -b side && echo 'note = "a"' >> actors/calda.toml && git commit -qam a
  $ git checkout -q main && echo 'note = "b"' >> actors/calda.toml && git commit -qam b
  $ git merge -q side
  Auto-merging actors/calda.toml
  CONFLICT (content): Merge conflict in actors/calda.toml
  Automatic merge failed; fix conflicts and then commit the result.
  [1]
  $ aver status
  store $DIR/facts
  on main at 2e506dc
  a merge is under way: aver resolve
  
  uncommitted
    conflict  actor  actors/calda.toml  1 error
  
  settle what is left, and finish with: aver resolve
  $ aver commit
  error: actors/calda.toml has an unresolved conflict
  hint: edit it, then: git add actors/calda.toml
  [3]
  $ aver record x calda deny
  error: a merge is under way in this repository
  hint: aver resolve; or give it up: aver resolve --give-up
  [3]
  $ git checkout -q --ours actors/calda.toml && git commit -qam merged
  $ aver undo
  nothing to undo: ad56795 changed no file
  $ aver status
  store $DIR/facts
  on main at ad56795
  nothing uncommitted

A signature that fails, a hook that empties the message.

  $ git config gpg.program /bin/false && git config commit.gpgSign true
  $ aver record x calda deny
  error: the commit could not be signed, as commit.gpgSign asks
  caused by: error: gpg failed to sign the data
  hint: git config commit.gpgSign, git config user.signingKey
  [1]
  $ git config commit.gpgSign false
  $ printf '#!/bin/sh\n: > "$1"\n' > .git/hooks/commit-msg && chmod +x .git/hooks/commit-msg
  $ aver record x calda deny
  error: the commit-msg hook left the message empty
  [1]
  $ rm .git/hooks/commit-msg
  $ git status --short

No git at all, and a record that is not the program's to guess.

  $ AVER_INDEX=off PATH=/nowhere "$(command -v aver)" log
  error: the program git could not be started
  caused by: No such file or directory
  hint: install git, and see that it is in PATH
  [5]
  $ aver show "$(git rev-parse HEAD)"
  error: there is no record "ad56795147da21b0342d7dc56baef8971c711acd"
  hint: aver list
  [4]
  $ aver log no-such-record
  error: there is no record "no-such-record"
  hint: aver list
  [4]
