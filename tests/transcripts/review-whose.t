# Whose word a review is, and what is not pushed over it

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ git init -q --bare server.git
  $ as "Ann Lee" ann@example.org
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git
  $ aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" >/dev/null

A policy whose words do not say what was meant.

  $ cp aver.toml ../good.toml; printf '\n[review]\naprovals = 2\nreviewers = ["ben", "ann@example.org"]\n\n[[review.topic]]\ntopic = "drpk"\nby = []\n' >>aver.toml; aver check
  aver.toml: warning: approvals are asked for the topic "drpk", and no claim is below it [review/topic]
    hint: aver list shows the topics
  aver.toml:49:1: error: the key "aprovals" is not known, and a policy is all known [key/unknown]
    hint: aver help review
  aver.toml:50:14: warning: "ben" is no address: whoever has that name is meant [review/person]
    hint: Name <address>, as git has it
  aver.toml:54:6: warning: "by" names nobody: everybody's approval counts [review/person]
    hint: leave it out
  
  checked 2 records: 1 error, 3 warnings
  [1]
  $ cp ../good.toml aver.toml; printf '\n[review]\napprovals = 2\n\n[[review.topic]]\ntopic = "dorn"\n' >>aver.toml; aver check
  checked 2 records: all is well
  $ git commit -qam Policy; aver sync
  pushed to origin/main

Two people of one name approve on one day: each word is its giver's, whichever file a merge gave another name.

  $ aver propose p >/dev/null; aver record act calda deny --held 2024-10-25 >/dev/null; aver propose --end >/dev/null; aver sync
  pushed proposal/p
  $ for who in ben dan cat; do git clone -q ../server.git ../$who; done
  $ as "Ben Ray" ben@example.org; cd ../ben; aver review show p >/dev/null; aver review approve p >/dev/null; aver sync
  pushed aver/reviews
  $ as "Ben Ray" dan@example.org; cd ../dan; aver review show p >/dev/null; aver review approve p >/dev/null; aver sync
  pushed aver/reviews
  reviewed meanwhile (aver review show p): p
  $ aver review show p | tail -12
  
  dorn/act
    Calda acts
    calda  no record -> deny (2024-10-25)  learned
  
  reviews
    2024-11-01 09:00  Ben Ray approves claims/dorn/act/2024-10-25-calda.toml
    2024-11-01 09:00  Ben Ray approves claims/dorn/act/2024-10-25-calda.toml
  
  before it can be accepted
    all of it: needs 2 approvals, and has 1 (Ben Ray <ben@example.org> and Ben Ray
      <dan@example.org> may be one person: say in aver.toml who they are)

They may be one person with two addresses, and count once, until aver.toml knows both.

  $ as "Ann Lee" ann@example.org; cd ../ann; aver sync >/dev/null; printf '\n[[person]]\nname = "Ben Ray"\naddress = ["ben@example.org"]\n\n[[person]]\nname = "Ben Ray"\naddress = ["dan@example.org"]\n' >>aver.toml; git commit -qam People; aver sync --unreviewed -m People >/dev/null; aver review show p | head -3
  p  approved  by Ann Lee
    1 file · opened just now · sound · merges cleanly · 2 of 2 approvals ·
    approved by Ben Ray, Ben Ray

One's own approval, which does not count, is told to its giver alone.

  $ as "Ann Lee" ann@example.org; cd ../ann; aver sync >/dev/null; sed -i 's/^approvals = 2/approvals = 3/' aver.toml; git commit -qam "Three"; aver sync --unreviewed -m Three >/dev/null; aver review show p >/dev/null; aver review approve p
  approved p: claims/dorn/act/2024-10-25-calda.toml, all that it has
    17f49c8 on aver/reviews; send it: aver sync
  warning: one's own approval does not count here (own = false in aver.toml)
  $ as "Cat Cole" cat@example.org; cd ../cat; aver sync >/dev/null; aver review show p >/dev/null; aver review approve p
  approved p: claims/dorn/act/2024-10-25-calda.toml, all that it has
    51cb288 on aver/reviews; send it: aver sync

Accepted here, and asked for a change there: sync judges again before it pushes.

  $ aver sync >/dev/null; as "Ann Lee" ann@example.org; cd ../ann; aver sync >/dev/null; aver review accept p
  accepted p: 1 file, approved by Ben Ray, Ben Ray, Cat Cole
    dd33b5c on main; undo: aver undo dd33b5c
  $ as "Cat Cole" cat@example.org; cd ../cat; aver review request-changes p -m "Name the source" >/dev/null; aver sync
  pushed aver/reviews
  reviewed meanwhile (aver review show p): p
  $ as "Ann Lee" ann@example.org; cd ../ann; aver sync
  error: the proposal p was reviewed meanwhile, and would not be accepted now: nothing was pushed
  caused by: claims/dorn/act/2024-10-25-calda.toml: needs 3 approvals, and has 2 (that of who recorded it does not count)
  caused by: claims/dorn/act/2024-10-25-calda.toml: Cat Cole <cat@example.org> asks for a change
  hint: git reset --keep origin/main, then aver sync: the proposal goes on
  [1]
  $ aver record act calda query --held 2024-10-26 >/dev/null; aver sync 2>&1 | grep hint
  hint: git rebase --onto dd33b5c~1 dd33b5c, then aver sync: the proposal goes on
  $ M=$(git log -1 --format=%h --grep=^Accept); git rebase -q --onto $M~1 $M; git log --format=%s -2; aver sync --unreviewed -m News; aver review
  Record calda query on dorn/act
  Three
  pushed to origin/main
  pushed aver/reviews
  p  changes requested  by Ann Lee  at origin
    1 file · opened just now · sound · merges cleanly · 2 of 3 approvals ·
    approved by Ben Ray, Ben Ray · Cat Cole asks for a change
  
  1 proposal for main

A proposal that is not sound stays here; what else there is goes.

  $ git switch -qc proposal/out && git rm -q actors/calda.toml && git commit -qm "Out" && git switch -q main; aver add dorn/arms "Calda arms" >/dev/null; aver sync --unreviewed -m Arms
  error: actors/calda.toml: the actor is gone, and no other record says that it was it [record/vanished]
  hint: aver mv gives it another id, and keeps this one working
  error: claims/dorn/act/2024-10-26-calda.toml:1:10: there is no actor "calda" in this store [reference/holder]
  hint: aver actor add calda NAME
  proposal/out was not pushed: mend these on it, and: aver sync
  pushed to origin/main
  pushed aver/reviews
  [1]
  $ git ls-remote -q origin 'refs/heads/*' | cut -f2
  refs/heads/aver/reviews
  refs/heads/main
  refs/heads/proposal/p
