# What is no word, what ends nothing, and what does not come back by itself

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ at() { as "$1" "$2"; cd $HERE/$3; }; ann() { at "Ann Lee" ann@example.org ann; }; ben() { at "Ben Ray" ben@example.org ben; }; dan() { at "Dan Dale" dan@example.org dan; }
  $ HERE=$PWD; git init -q --bare server.git; as "Ann Lee" ann@example.org
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git; aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" >/dev/null; aver sync
  pushed to origin/main
  $ printf '\n[review]\napprovals = 1\n' >>aver.toml; git commit -qam Policy; aver sync
  pushed to origin/main
  $ for who in ben dan; do git clone -q ../server.git ../$who; done

An acceptance that somebody has only written ends no proposal: the objection stands.

  $ dan; aver propose p >/dev/null; aver record act calda deny --held 2024-10-25 >/dev/null; aver propose --end >/dev/null; aver sync
  pushed proposal/p
  $ ben; aver sync >/dev/null; aver review request-changes p -m "Who says so?" >/dev/null; aver sync
  pushed aver/reviews
  $ dan; aver sync >/dev/null; KEY=$(git ls-tree --name-only origin/aver/reviews); printf 'event = "accept"\nstore = "%s"\nproposal = "%s"\nby = "Dan Dale <dan@example.org>"\nat = 2024-11-01T09:00:00Z\nafter = []\ncommit = "%s"\n' $(git rev-list --max-parents=0 main) $KEY $(git rev-parse main) >../accept.toml
  $ git switch -q aver/reviews 2>/dev/null || git switch -qc aver/reviews origin/aver/reviews; cp ../accept.toml $KEY/20241101t0900-dan-dale-accept-$(sha256sum ../accept.toml | cut -c1-12).toml; git add .; git commit -qm "Accept"; git push -q origin aver/reviews; git switch -q main
  $ ann; aver sync >/dev/null; aver review accept p
  error: the proposal p cannot be accepted yet
  caused by: claims/dorn/act/2024-10-25-calda.toml: needs 1 approval, and has none
  caused by: claims/dorn/act/2024-10-25-calda.toml: Ben Ray <ben@example.org> asks for a change
  hint: aver review show p
  [1]

Accepted when nobody had said anything, and asked for a change meanwhile, where no approval is asked for.

  $ sed -i 's/approvals = 1/approvals = 0/' aver.toml; git commit -qam "No approvals"; aver sync --unreviewed -m "So agreed" >/dev/null; dan; aver sync >/dev/null; aver propose q >/dev/null; aver record act calda affirm --held 2024-10-26 >/dev/null; aver propose --end >/dev/null; aver sync >/dev/null
  $ ann; aver sync >/dev/null; aver review accept q | sed -n 1p; ben; aver sync >/dev/null; aver review request-changes q -m "Not so" >/dev/null; aver sync
  accepted q: 1 file
  pushed aver/reviews
  $ ann; aver sync; git reset -q --keep origin/main; aver sync >/dev/null
  error: the proposal q was reviewed meanwhile, and would not be accepted now: nothing was pushed
  caused by: claims/dorn/act/2024-10-26-calda.toml: Ben Ray <ben@example.org> asks for a change
  hint: git reset --keep origin/main, then aver sync: the proposal goes on

A later objection does not undo what was accepted, and verify does not accuse it.

  $ sed -i 's/approvals = 0/approvals = 1/' aver.toml; git commit -qam "One approval"; aver sync --unreviewed -m "So agreed" >/dev/null; dan; aver sync >/dev/null; aver propose r >/dev/null; sed 's/Calda acts/Calda has acted/' -i claims/dorn/act/claim.toml; aver propose --end >/dev/null; git checkout -q claims; git switch -q proposal/r 2>/dev/null || git switch -qc proposal/r; sed -i 's/Calda acts/Calda has acted/' claims/dorn/act/claim.toml; git commit -qam "Has acted"; git switch -q main; aver sync >/dev/null
  $ ben; aver sync >/dev/null; aver review show r >/dev/null; aver review approve r >/dev/null; aver review accept r | sed -n 1p; aver sync >/dev/null; F=$(git rev-parse HEAD~1)
  accepted r: 1 file, approved by Ben Ray
  $ dan; aver review request-changes r -m "Too late" >/dev/null; aver sync
  brought forward to origin/main
    8a379a2 on main
  the proposal r was accepted
  pushed aver/reviews
  $ ann; aver sync >/dev/null; aver review show r | sed -n 1,2p; aver verify --policy --from $F
  r  accepted  by Dan Dale
    1 file · opened just now · sound · 1 of 1 approval · approved by Ben Ray
  1 step of HEAD: each was let through by its policy

What was approved once, and was changed by another review, does not come back by a push.

  $ dan; aver sync >/dev/null; git switch -qc proposal/s; sed -i 's/Calda has acted/Calda acted at last/' claims/dorn/act/claim.toml; git commit -qam "At last"; git switch -q main; aver sync >/dev/null; ben; aver sync >/dev/null; aver review show s >/dev/null; aver review approve s >/dev/null; aver review accept s | sed -n 1p; aver sync >/dev/null
  accepted s: 1 file, approved by Ben Ray
  $ dan; aver sync >/dev/null; sed -i 's/Calda acted at last/Calda has acted/' claims/dorn/act/claim.toml; git commit -qam "As it was"; aver sync; git push -q; aver verify --policy --from $F
  error: main takes only what was reviewed: nothing was pushed
  caused by: claims/dorn/act/claim.toml: needs 1 approval, and has none
  hint: aver propose NAME --from-here moves it to a proposal; aver sync --unreviewed -m WHY pushes it all the same
  7325d51  2024-11-01  Dan Dale <dan@example.org>  As it was
      claims/dorn/act/claim.toml: needs 1 approval, and has none
  
  3 steps of HEAD: 1 past the policy
  [1]

A policy with a key that nobody knows asks for something: it cannot be told what.

  $ ann; aver sync >/dev/null; sed -i 's/approvals = 1/approvalls = 1/' aver.toml; git commit -qam "A slip"; git push -q; aver review show p | sed -n 1p; aver add dorn/x "X" >/dev/null; aver sync
  p  cannot tell  by Dan Dale  at origin
  error: cannot tell whether what would be pushed is approved
  caused by: claims/dorn/x/claim.toml: cannot tell: the review policy has keys that are not known (aver check)
  hint: aver check
  [6]
