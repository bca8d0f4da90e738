# A repository that the members of a group write to (core.sharedRepository)

Each file and folder of the git directory has the rights that git would give it: the group may write, whatever the umask says.

  $ umask 022; git init -q --shared=group facts && aver init facts >/dev/null && cd facts
  $ others() { find .git \( -type d ! -perm -2070 -o -type f -perm -200 ! -perm -060 -o -type f ! -perm -040 \) -printf '%m %P\n'; }
  $ aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null && aver record act calda deny --held 2024-10-01 --summary "No" >/dev/null; others
  $ printf 'claim,holder,position,held\ndorn/act,calda,affirm,2024-10-03\n' >../rows.csv; aver import csv ../rows.csv --set 'claim.id={claim}' --set 'claim.text=Calda acts' --set 'stance.holder={holder}' --set 'stance.position={position}' --set 'stance.held={held}' >/dev/null; others
  $ aver mv dorn/act dorn/acts >/dev/null && aver undo >/dev/null && aver tag v1 >/dev/null && aver git-install >/dev/null; others
  $ aver propose more >/dev/null && aver add dorn/more "More is so" >/dev/null && aver propose --end >/dev/null && aver review accept more >/dev/null; others
  $ AVER_INDEX=always aver search calda >/dev/null && AVER_INDEX=always aver history act >/dev/null && ls .git/aver | grep -c '^records.db'; others
  3

The files of the work tree, and answers, are the user's, as with git.

  $ aver git-install --ci script >/dev/null && aver export jsonl -o ../out.jsonl >/dev/null && stat -c '%a %n' claims/dorn/act/claim.toml claims/dorn/act ci/aver-check.sh ../out.jsonl
  644 claims/dorn/act/claim.toml
  755 claims/dorn/act
  755 ci/aver-check.sh
  644 ../out.jsonl
  $ printf '#!/bin/sh\numask\n' >.git/hooks/pre-commit && aver add dorn/yet "Yet more is so"; rm .git/hooks/pre-commit
  0022
  added claim dorn/yet: Yet more is so
    cc154ef on main; undo: aver undo cc154ef

Rights in figures are all that there are; a word that git does not know is refused.

  $ git config core.sharedRepository 0640 && rm -r .git/aver && aver add dorn/last "The last" >/dev/null && stat -c '%a %n' .git/aver .git/aver/write.lock .git/objects/$(git rev-parse HEAD | sed 's,..,&/,')
  2750 .git/aver
  640 .git/aver/write.lock
  440 .git/objects/94/6fa77e65cd45a0fb7760e38e1a526b5321ffc6
  $ git config core.sharedRepository false && aver add dorn/own "Our own" >/dev/null && stat -c %a .git/refs/heads/main
  644
  $ git config core.sharedRepository 0400; aver list
  error: git's core.sharedRepository is "0400", which is no way to share
  hint: git config core.sharedRepository group
  [7]
  $ sed -i s/0400/friends/ .git/config; aver list
  error: git's core.sharedRepository is "friends", which is no way to share
  hint: git config core.sharedRepository group
  [7]
