# A request for changes is set aside, and a proposal withdrawn, with a reason

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ as "Ann Lee" ann@example.org; aver init facts >/dev/null && cd facts && aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" >/dev/null; printf '\n[review]\napprovals = 1\n' >>aver.toml; git commit -qam Policy
  $ aver propose p >/dev/null; aver record act calda deny --held 2024-10-25 >/dev/null; aver propose --end >/dev/null
  $ as "Ben Ray" ben@example.org; aver review request-changes p -m "Who says so?" >/dev/null; as "Cat Cole" cat@example.org; aver review show p >/dev/null; aver review approve p >/dev/null; aver review accept p
  error: the proposal p cannot be accepted yet
  caused by: claims/dorn/act/2024-10-25-calda.toml: Ben Ray <ben@example.org> asks for a change
  hint: aver review show p
  [1]

Neither who asked, nor who recorded it; and for a reason.

  $ aver review dismiss p ben@example.org; aver review dismiss p dan@example.org -m "Away"
  error: a request is set aside for a reason
  hint: -m "WHY"
  error: there is no request for changes by "dan@example.org"; did you mean ben@example.org?
  hint: aver review dismiss p ben@example.org -m Away
  [4]
  $ as "Ben Ray" ben@example.org; aver review dismiss p "Ben Ray" -m "Away"; as "Ann Lee" ann@example.org; aver review dismiss p ben@example.org -m "Away"
  error: it is your own request: what you say next counts
  hint: aver review approve p
  error: who recorded it cannot set a request aside
  caused by: claims/dorn/act/2024-10-25-calda.toml
  hint: ask a third person
  [2]

Somebody else may; then the file needs one approval more, and the acceptance names it.

  $ as "Cat Cole" cat@example.org; aver review dismiss p ben@example.org -m "Ben is away until March"; aver review accept p
  dismissed what Ben Ray <ben@example.org> asks of p: the files it is on need one
    more approval for it
    0104b30 on aver/reviews; send it: aver sync
  error: the proposal p cannot be accepted yet
  caused by: claims/dorn/act/2024-10-25-calda.toml: needs 2 approvals, and has 1 (one more for each request that was dismissed)
  hint: aver review show p
  [1]
  $ as "Dan Dale" dan@example.org; aver review show p >/dev/null; aver review approve p >/dev/null; aver review accept p; git log -1 --format=%B | grep -v ^Reviews
  accepted p: 1 file, approved by Cat Cole, Dan Dale
    acfa7be on main; undo: aver undo acfa7be
  Accept the proposal p
  
  Proposal: p
  Approved-by: Cat Cole <cat@example.org>
  Approved-by: Dan Dale <dan@example.org>
  Dismissed: Ben Ray <ben@example.org> (by Cat Cole <cat@example.org>: Ben is away until March)
  Proposal-key: p-xgnnphgz
  

Who withdraws a proposal says why, and it is still shown.

  $ as "Ann Lee" ann@example.org; aver propose q >/dev/null; aver record act calda affirm --held 2024-10-26 >/dev/null; aver propose --end >/dev/null; aver review withdraw q -m "The wire was retracted"; aver review show q; aver review show q --json | grep withdrawn
  withdrawn: q is kept as withdrawn/q
    take it up again: aver propose q --reopen
  q  withdrawn  by Ann Lee
    1 file · opened just now · sound · merges cleanly · 0 of 1 approval ·
    withdrawn by Ann Lee: The wire was retracted
  
  dorn/act
    Calda acts
    calda  deny (2024-10-25) -> affirm (2024-10-26)  learned
  
  before it can be accepted
    all of it: needs 1 approval, and has none
      "state": "withdrawn",
      "withdrawn_by": "Ann Lee <ann@example.org>",
      "withdrawn_why": "The wire was retracted",
        "name": "withdrawn/q",
  $ aver review --all | head -3
  q  withdrawn  by Ann Lee
    1 file · opened just now · sound · merges cleanly · 0 of 1 approval ·
    withdrawn by Ann Lee: The wire was retracted
