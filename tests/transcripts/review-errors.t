# What goes wrong with proposals

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ as "Ann Lee" ann@example.org
  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ aver record act calda silent --held 2024-10-20 --searched briefings >/dev/null

Names that cannot be, or are taken.

  $ aver propose main
  error: "main" cannot be a proposal's name: branches that are no proposal have it
  hint: aver propose my-main
  [2]
  $ aver propose withdrawn
  error: "withdrawn" cannot be a proposal's name: branches that are no proposal have it
  hint: aver propose my-withdrawn
  [2]
  $ aver propose "Calda Update"
  error: "Calda Update" cannot be a proposal's name: "Calda Update" has an upper-case letter: ids are lower case
  hint: aver propose calda-update
  [2]
  $ aver propose a/b
  error: "a/b" cannot be a proposal's name: it has a / in it
  hint: aver propose a-b
  [2]
  $ aver propose con
  error: "con" cannot be a proposal's name: "con" has the part "con", which Windows cannot store
  hint: aver propose con-1
  [2]
  $ git branch proposal
  $ aver propose update
  error: the branch proposal/update cannot be made: there is one named proposal
  hint: git branch -m proposal ANOTHER-NAME
  [2]
  $ git branch -D -q proposal
  $ aver review show nothing
  error: there is no proposal "nothing"
  hint: aver review --all
  [4]
  $ aver review accept nothing
  error: there is no proposal "nothing"
  hint: aver review --all
  [4]
  $ aver propose --end
  error: no proposal is under way
  hint: aver propose NAME
  [2]
  $ aver propose --end now
  error: --end goes without a name
  hint: aver propose --end
  [2]
  $ aver propose --on-current
  error: main is what proposals are for, and is none itself
  hint: git switch -c my-branch
  [2]
  $ aver propose update --from nowhere
  error: there is no revision "nowhere"
  hint: aver log
  [4]
  $ aver propose lost --reopen
  error: there is no withdrawn proposal "lost"
  hint: aver review --all
  [4]
  $ aver review --into nowhere
  error: there is no branch nowhere
  hint: git branch
  [4]

Nothing in it yet.

  $ aver propose update && git rev-parse --abbrev-ref proposal/update && aver propose --end; git branch --list 'proposal/*'
  records go on proposal/update now
    the files you see stay those of main; back: aver propose --end
  proposal/update
  records go on main again
    proposal/update had nothing on it that main has not, and is gone
  $ git branch proposal/update; aver review; aver review --all
  no proposal waits for main
  update  empty
    0 files · opened just now · sound
  
  1 proposal for main
  $ aver review show update >/dev/null; aver review approve update
  error: the proposal update has nothing in it
  hint: aver review show update
  [2]
  $ aver review accept update
  error: the proposal update has nothing that main has not
  hint: aver review
  [2]
  $ aver review show update
  update  empty
    0 files · opened just now · sound
  
  no position changes
  $ git branch -D -q proposal/update

One's own approval, and that of somebody whom nobody named.

  $ printf '\n[review]\napprovals = 2\nreviewers = ["ben@example.org", "cy@example.org"]\n' >> aver.toml; aver commit -m policy >/dev/null
  $ aver propose update >/dev/null; aver record act calda affirm --held 2024-10-28 --summary "Said yes" >/dev/null; aver propose --end >/dev/null
  $ aver review show update >/dev/null; aver review approve update
  approved update: claims/dorn/act/2024-10-28-calda.toml, all that it has
    7160a4a on aver/reviews; send it: aver sync
  warning: the approval by Ann Lee <ann@example.org> does not count: not among the reviewers in aver.toml
  $ aver review accept update
  error: the proposal update cannot be accepted yet
  caused by: claims/dorn/act/2024-10-28-calda.toml: needs 2 approvals, and has none
  caused by: the approval by Ann Lee <ann@example.org> does not count: not among the reviewers in aver.toml
  hint: aver review show update
  [1]
  $ as "Ben Ray" ben@example.org; aver review show update >/dev/null; aver review approve update
  approved update: claims/dorn/act/2024-10-28-calda.toml, all that it has
    10b507f on aver/reviews; send it: aver sync
  $ aver propose update
  error: there is a proposal update already, and not by you alone
  hint: aver propose update --continue, or another name
  [2]
  $ aver review approve update nothing
  error: there is no record in this proposal "nothing"
  hint: aver review show update
  [4]
  $ aver review request-changes update -m ""
  error: the message is empty
  hint: write it behind -m, or leave -m out
  [2]
  $ EDITOR=true aver review comment update
  error: nothing was said
  hint: -m "WHAT"
  [1]
  $ aver review accept update
  error: the proposal update cannot be accepted yet
  caused by: claims/dorn/act/2024-10-28-calda.toml: needs 2 approvals, and has 1
  caused by: the approval by Ann Lee <ann@example.org> does not count: not among the reviewers in aver.toml
  hint: aver review show update
  [1]
  $ aver review show update --new
  update  needs approval  by Ann Lee
    1 file · opened just now · sound · merges cleanly · 1 of 2 approvals ·
    approved by Ben Ray
    only what has changed since round 1
  
  nothing has changed since then
  
  reviews
    2024-11-01 09:00  Ann Lee approves claims/dorn/act/2024-10-28-calda.toml
    2024-11-01 09:00  Ben Ray approves claims/dorn/act/2024-10-28-calda.toml
  
  before it can be accepted
    all of it: needs 2 approvals, and has 1
    the approval by Ann Lee <ann@example.org> does not count: not among the
      reviewers in aver.toml
  $ aver review show update --since 7
  error: --since takes a round that was reviewed: 1
  [2]

In CI, with the same policy; that of the base counts, not one that the proposal brings.

  $ git checkout -q proposal/update && aver check --base main --policy
  claims/dorn/act/2024-10-28-calda.toml: error: needs 2 approvals, and has 1 [review/approval]
    hint: aver review approve NAME, by somebody else
  reviews: warning: the approval by Ann Lee <ann@example.org> does not count: not among the reviewers in aver.toml [review/unknown]
  
  checked 1 record: 1 error, 1 warning
  [1]
  $ aver check --policy
  error: --policy is about what has changed since a base
  hint: aver check --policy --base origin/main
  [2]
  $ sed -i 's/approvals = 2/approvals = 0/' aver.toml; git commit -qam "No approvals"; aver check --base main --policy | grep aver.toml
  aver.toml: error: needs 2 approvals, and has none; of the 2 reviewers in aver.toml only 1 may approve it, as the rest recorded it: nobody can satisfy this [review/approval]
  reviews: warning: the approval by Ann Lee <ann@example.org> does not count: not among the reviewers in aver.toml [review/unknown]
  $ git reset -q --hard HEAD~1; git checkout -q main
  $ as "Cy" cy@example.org; aver review show update >/dev/null; aver review approve update; git checkout -q proposal/update; aver check --base main --policy; git checkout -q main
  approved update: claims/dorn/act/2024-10-28-calda.toml, all that it has
    49b3e55 on aver/reviews; send it: aver sync
  reviews: warning: the approval by Ann Lee <ann@example.org> does not count: not among the reviewers in aver.toml [review/unknown]
  
  checked 1 record: 0 errors, 1 warning

A review that somebody else committed in another's name.

  $ as "Mallory" mallory@example.org
  $ aver propose forged >/dev/null; aver record act calda deny --held 2024-10-30 --summary "No" >/dev/null; aver propose --end >/dev/null
  $ git checkout -q proposal/forged; mkdir -p reviews/forged
  $ printf 'by = "Ben Ray <ben@example.org>"\nverdict = "approve"\nat = 2024-11-01\n\n[[on]]\nrecord = "claims/dorn/act/2024-10-30-calda.toml"\nblob = "%s"\n' $(git rev-parse HEAD:claims/dorn/act/2024-10-30-calda.toml) > reviews/forged/2024-11-01-ben-ray-approve.toml
  $ aver commit -m "Ben approves" >/dev/null; git checkout -q main
  $ aver review show forged | sed -n '/before/,$p'
  before it can be accepted
    all of it: needs 2 approvals, and has none
    the approval by Ben Ray <ben@example.org> was committed by Mallory
      <mallory@example.org>: it does not count

A policy that nobody can satisfy.

  $ sed -i 's/approvals = 2/approvals = 3/' aver.toml; aver check; aver commit -m impossible >/dev/null
  aver.toml:48:1: warning: nobody can satisfy this policy: every file needs 3 approvals, and there are only 2 reviewers [review/unsatisfiable]
    hint: fewer approvals, or more reviewers
  
  checked 3 records: 0 errors, 1 warning
  warning: aver.toml:48:1: nobody can satisfy this policy: every file needs 3 approvals, and there are only 2 reviewers [review/unsatisfiable]
  hint: fewer approvals, or more reviewers
  $ aver review accept update
  error: the proposal update cannot be accepted yet
  caused by: claims/dorn/act/2024-10-28-calda.toml: needs 3 approvals, and has 2; aver.toml names only 2 reviewers: nobody can satisfy this
  caused by: the approval by Ann Lee <ann@example.org> does not count: not among the reviewers in aver.toml
  hint: aver review show update
  [1]
  $ aver review show forged | tail -5
  before it can be accepted
    all of it: needs 3 approvals, and has none; aver.toml names only 2 reviewers:
      nobody can satisfy this
    the approval by Ben Ray <ben@example.org> was committed by Mallory
      <mallory@example.org>: it does not count
  $ git reset -q --hard HEAD~1

A dirty work tree; a detached HEAD; both changed the same.

  $ echo "mine" > claims/dorn/act/2024-10-28-calda.toml; aver review accept update; cat claims/dorn/act/2024-10-28-calda.toml
  error: claims/dorn/act/2024-10-28-calda.toml is in the way: it is not committed
  hint: aver status shows it, aver commit records it
  mine
  $ rm claims/dorn/act/2024-10-28-calda.toml
  $ git checkout -q --detach; aver review accept update; git checkout -q main
  error: HEAD is on no branch: it is not clear what to accept into
  hint: git switch BRANCH, or --into BRANCH
  $ git checkout -q -b mine; sed -i 's/^position.*/position = "declined"/' claims/dorn/act/2024-10-20-calda.toml; git commit -qam declined; aver propose mine --on-current; aver propose
  mine is now proposal/mine, and is checked out: records go there
    look at it: aver review show mine
  records go on proposal/mine, which has 1 file
    look at it: aver review show mine
  $ aver propose --end
  error: proposal/mine is checked out: records go there as long as it is
  hint: git switch main
  [2]
  $ git switch -qc yours && aver propose --on-current && aver propose --on-current; git branch -m proposal/yours Yours && aver propose --on-current; git switch -q proposal/mine && git branch -qD Yours
  yours is now proposal/yours, and is checked out: records go there
    look at it: aver review show yours
  proposal/yours is a proposal already, and is checked out: records go there
    look at it: aver review show yours
  error: "Yours" cannot be a proposal's name: "Yours" has an upper-case letter: ids are lower case
  hint: aver propose yours --on-current
  $ git checkout -q main; sed -i 's/^position.*/position = "query"/' claims/dorn/act/2024-10-20-calda.toml; git commit -qam query
  $ aver review | head -3
  forged  needs approval  by Mallory
    1 file · opened just now · sound · merges cleanly · 0 of 2 approvals
  
  $ sed -i 's/approvals = 2/approvals = 0/' aver.toml; aver commit -m "No approvals" >/dev/null
  $ aver review accept mine
  claims/dorn/act/2024-10-20-calda.toml
    position
      base    silent
      ours    query
      theirs  declined
  
  error: the proposal and main have changed the same, differently
  hint: git switch proposal/mine && aver merge main
  [3]
  $ git status --short; aver review accept update; aver history act --holder calda | tail -4
  accepted update: 1 file, approved by Ben Ray, Cy
    a1550b8 on main; undo: aver undo a1550b8
  calda
    2024-10-20  query   first  searched briefings
    2024-10-28  affirm  shift
                Said yes

  $ aver review show update | tail -4; aver review accept update
  reviews
    2024-11-01 09:00  Ann Lee approves claims/dorn/act/2024-10-28-calda.toml
    2024-11-01 09:00  Ben Ray approves claims/dorn/act/2024-10-28-calda.toml
    2024-11-01 09:00  Cy approves claims/dorn/act/2024-10-28-calda.toml
  error: the proposal update was accepted already, by Mallory, in a1550b8
  caused by: what comes after it is a new proposal
  hint: aver propose update
  [1]

The branch that is checked out is none to propose; the proposal being recorded may be gone.

  $ aver propose main2 --on-current
  error: main is what proposals are for, and is none itself
  hint: aver propose main2
  [2]
  $ aver propose gone >/dev/null; git branch -D -q proposal/gone; aver list; aver propose --end
  error: the proposal that you are recording on is no more
  caused by: there is no branch proposal/gone
  hint: aver propose --end
  records go on main again
  $ aver propose mine --from HEAD
  error: the proposal mine has begun already: leave out --from
  [2]
  $ aver review withdraw mine && aver propose mine --from HEAD
  withdrawn: mine is kept as withdrawn/mine
    take it up again: aver propose mine --reopen
  error: a proposal mine was withdrawn
  hint: aver propose mine --reopen, or another name
  [2]
  $ git checkout -q withdrawn/mine && aver propose x --on-current >/dev/null; aver review withdraw x; git checkout -q main
  error: proposal/x is checked out
  hint: git switch main, then again

What is recorded for a proposal is not of the work tree.

  $ aver propose other >/dev/null; aver record act calda deny --held 2024-10-29 --summary "No" --no-commit; aver propose --end >/dev/null
  error: the work tree is not on proposal/other
  hint: leave out --no-commit, or: aver propose --end

A base that was rewritten: no history is shared any more.

  $ aver propose old >/dev/null; aver record act calda relay --held 2024-10-31 --summary "Relayed" >/dev/null; aver propose --end >/dev/null
  $ git checkout -q --orphan fresh && git commit -qm "All anew" && git branch -M fresh main
  $ aver review | tail -4
  x  broken
    the two branches share no history
  
  3 proposals for main
  $ aver review accept old
  error: the two branches share no history
  caused by: one of them was rewritten, or comes from another store
  hint: git rebase --onto fb496fb OLD-BASE, on the proposal's branch
  [2]
  $ aver review show old
  error: the two branches share no history
  caused by: one of them was rewritten, or comes from another store
  hint: git rebase --onto fb496fb OLD-BASE, on the proposal's branch
  [2]

A shallow clone cannot tell.

  $ cd .. && git clone -q --no-single-branch --depth 1 "file://$PWD/facts" shallow && cd shallow && aver review | tail -4
  x  broken  at origin
    this is a shallow clone: what a proposal is based on is cut off
  
  3 proposals for main
  $ aver review show old
  error: this is a shallow clone: what a proposal is based on is cut off
  hint: git fetch --unshallow
  [7]
