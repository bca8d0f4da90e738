# Reviews on a branch of their own

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ ann() { as "Ann Lee" ann@example.org; cd $HERE/ann; }; ben() { as "Ben Ray" ben@example.org; cd $HERE/ben; }; cat_cole() { as "Cat Cole" cat@example.org; cd $HERE/cat; }
  $ HERE=$PWD; git init -q --bare server.git; as "Ann Lee" ann@example.org
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git; aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" >/dev/null
  $ printf '\n[review]\napprovals = 1\n' >>aver.toml; git commit -qam Policy; aver sync
  pushed to origin/main
  $ aver propose p >/dev/null; aver record act calda deny --held 2024-10-25 >/dev/null; aver record act calda affirm --held 2024-10-26 >/dev/null; aver propose --end >/dev/null; aver sync
  pushed proposal/p
  $ for who in ben cat; do git clone -q ../server.git ../$who; done

Nobody approves what they were not shown, unless they name it.

  $ ben; aver review approve p
  error: nobody has looked at the proposal p here
  hint: aver review show p, or name the records
  [1]
  $ aver review show p >/dev/null; ann; git switch -q proposal/p; sed -i 's/deny/query/' claims/dorn/act/2024-10-25-calda.toml; git commit -qa --amend --no-edit; git push -qf origin proposal/p; git switch -q main
  $ ben; aver sync; aver review approve p
  level with origin/main
  1 proposal waits for review (aver review): p
  error: 1 file has changed since you looked at p
  caused by: claims/dorn/act/2024-10-25-calda.toml
  hint: aver review show p
  [1]
  $ aver review approve p --round $(git rev-parse HEAD)
  error: the proposal p is at 364846b, and not at d0ff985
  hint: aver review show p
  [1]
  $ aver review approve p 2024-10-26-calda; aver review show p --new >/dev/null; aver review approve p --round origin/proposal/p; aver sync
  approved p: claims/dorn/act/2024-10-26-calda.toml of 2
    8712c26 on aver/reviews; send it: aver sync
  approved p: 2 files, all that it has
    fa7541f on aver/reviews; send it: aver sync
  pushed aver/reviews

The reviews are read where they are. A clone of one branch has none of them, and does not take that for none.

  $ git clone -q --single-branch file://$HERE/server.git ../one; cd ../one; git fetch -q origin proposal/p:proposal/p; aver review; aver review accept p
  p  cannot tell  by Ann Lee
    2 files · opened just now · sound · merges cleanly · 0 of 1 approval
  
  1 proposal for main
  error: cannot tell whether the proposal p is approved
  caused by: 2 files: needs 1 approval, and has none
  caused by: 2 files: cannot tell: the reviews are not here, or not all of them
  hint: git fetch origin +refs/heads/aver/reviews:refs/remotes/origin/aver/reviews
  [6]
  $ git fetch -q origin +refs/heads/aver/reviews:refs/remotes/origin/aver/reviews; aver review
  p  approved  by Ann Lee
    2 files · opened just now · sound · merges cleanly · 1 of 1 approval ·
    approved by Ben Ray
  
  1 proposal for main

Somebody rebases the proposal, and somebody squashes it: what was approved is the same.

  $ ann; aver sync >/dev/null; aver add dorn/arms "Calda arms" >/dev/null; git switch -q proposal/p; git rebase -q main; git switch -q main; git push -qf origin proposal/p main; aver review
  p  approved  by Ann Lee
    2 files · opened just now · sound · merges cleanly · 1 of 1 approval ·
    approved by Ben Ray
  
  1 proposal for main
  $ git switch -q proposal/p; git reset -q --soft main; git commit -qm "All of it"; git push -qf origin proposal/p; git switch -q main; aver review
  p  approved  by Ann Lee
    2 files · opened just now · sound · merges cleanly · 1 of 1 approval ·
    approved by Ben Ray
  
  1 proposal for main

Accepted here, and asked for a change meanwhile: the push that would bring it is refused by what came in.

  $ aver review accept p | sed -n 1p; cat_cole; aver sync >/dev/null; aver review request-changes p 2024-10-25-calda -m "Who says so?" >/dev/null; aver sync
  accepted p: 2 files, approved by Ben Ray
  pushed aver/reviews
  $ ann; aver sync; git reset -q --keep origin/main; aver sync; aver review
  error: the proposal p was reviewed meanwhile, and would not be accepted now: nothing was pushed
  caused by: claims/dorn/act/2024-10-25-calda.toml: Cat Cole <cat@example.org> asks for a change
  hint: git reset --keep origin/main, then aver sync: the proposal goes on
  level with origin/main
  p  changes requested  by Ann Lee  at origin
    2 files · opened just now · sound · merges cleanly · 1 of 1 approval ·
    approved by Ben Ray · Cat Cole asks for a change
  
  1 proposal for main

The change is made, approved, and accepted. The words that let it through lie beside it, and say who approved it where the branch of reviews is not.

  $ aver propose p >/dev/null; sed 's/query/deny/' -i claims/dorn/act/2024-10-25-calda.toml 2>/dev/null; git switch -q proposal/p; printf 'summary = "So the ministry"\n' >>claims/dorn/act/2024-10-25-calda.toml; git commit -qam "Who says so"; git switch -q main; aver propose --end >/dev/null; aver sync
  pushed proposal/p
  $ cat_cole; aver sync >/dev/null; aver review show p --new >/dev/null; aver review approve p >/dev/null; aver sync
  pushed aver/reviews
  $ ann; aver sync >/dev/null; aver review accept p; git log -1 --format=%B | grep -v '^Reviews'; aver sync; git ls-tree -r --name-only HEAD reviews; aver check
  accepted p: 2 files, approved by Cat Cole, Ben Ray
    4c94a6e on main; undo: aver undo 4c94a6e
  Accept the proposal p
  
  Proposal: p
  Approved-by: Cat Cole <cat@example.org>
  Approved-by: Ben Ray <ben@example.org>
  Proposal-key: p-aeegsrx5
  
  pushed to origin/main
  ended at origin, as accepted: p
  pushed aver/reviews
  reviews/p-aeegsrx5/20241101t0900-ben-ray-review-e8a44ff385a0.toml
  reviews/p-aeegsrx5/20241101t0900-cat-cole-review-ce9a58f321bf.toml
  checked 5 records: all is well
  $ aver show 2024-10-25-calda | grep approved; aver undo >/dev/null; git ls-tree -r --name-only HEAD reviews | wc -l; aver undo >/dev/null; aver sync --unreviewed -m "Undone by mistake"
    approved by  Cat Cole
  2
  pushed to origin/main
  pushed aver/reviews

Whoever takes a review away at the remote is named, and it is given back.

  $ cat_cole; aver sync >/dev/null; git switch -q aver/reviews 2>/dev/null || git switch -qc aver/reviews origin/aver/reviews; git rm -q $(git ls-files | grep review- | head -1); git commit -qm "Tidy up"; git push -q origin aver/reviews; git switch -q main; git branch -q -D aver/reviews
  $ ben; aver sync; git ls-tree -r --name-only origin/aver/reviews | grep -c review-
  brought forward to origin/main
    b6be8e4 on main
  error: p-aeegsrx5/20241101t0900-ben-ray-review-2fb1ce5c434a.toml: a review was
    taken away or changed by d4926f0, and is given back [review/vanished]
  pushed aver/reviews
  4
  $ git push -q origin :aver/reviews; ann; aver sync; git ls-remote origin 'refs/heads/aver/*' | wc -l
  pushed aver/reviews
  1

An event that somebody altered counts for nothing, and is told; a copy that was altered is an error.

  $ f=$(git ls-files reviews | head -1); sed -i 's/approve/comment/' $f; aver check; git checkout -q $f
  reviews/p-aeegsrx5/20241101t0900-ben-ray-review-e8a44ff385a0.toml: error: the event was altered: its name does not fit what is in it [review/altered]
    hint: git log -- reviews/p-aeegsrx5/20241101t0900-ben-ray-review-e8a44ff385a0.toml
  
  checked 5 records: 1 error, 0 warnings

What cannot be kept is not said: a review of more than a MiB, and one where another file is in its way.

  $ aver propose q >/dev/null; aver record act calda qualified --held 2024-10-28 >/dev/null; aver propose --end >/dev/null
  $ printf '#!/bin/sh\nhead -c 1100000 /dev/zero | tr "\\0" x >"$1"\n' >../long; EDITOR="sh ../long" aver review comment q 2>&1 | grep -v draft
  error: this cannot be said in one review
  caused by: the file is larger than 1 MiB
  hint: name fewer records
  $ git clone -q . ../other; cd ../other; git remote rm origin; git switch -q --orphan aver/reviews; echo x >$(aver -C ../ann review comment q -m "So?" >/dev/null; git -C ../ann ls-tree --name-only aver/reviews | grep q-); git add .; git commit -qm x; git switch -q main; git fetch -q ../ann proposal/q:proposal/q; aver review comment q -m "So?"
  error: a review was altered, and nothing can be added beside it
  caused by: q-70b74jhf
  hint: aver check
  [7]

More than a thousand files are approved by their folders.

  $ ann; git switch -qc proposal/many; mkdir -p claims/dorn/many; printf 'text = "Many"\n' >claims/dorn/many/claim.toml; for i in $(seq 1 1001); do printf 'holder = "calda"\nposition = "deny"\nheld = 2024-10-01\nsummary = "%s"\n' $i >claims/dorn/many/2024-10-01-calda-$i.toml; done; aver actor add uw "United Wealds" --kind state >/dev/null; git add claims; git commit -qm Many; git switch -q main
  $ ben; git fetch -q ../ann proposal/many:proposal/many; aver review show many >/dev/null; aver review approve many many; aver review approve many; git show "aver/reviews:$(git ls-tree -r --name-only aver/reviews | grep many-.*review- | tail -1)" | grep -v '^[a-z]* = .[0-9a-f]'; aver review accept many
  error: these are 1002 files: too many to name
  caused by: up to 1000 are named one by one, and all of a proposal as its folders
  hint: name fewer, or none for all of it
  approved many: 1003 files, all that it has
    a58fc83 on aver/reviews; send it: aver sync
  event = "review"
  proposal = "many-rf5g3ww4"
  by = "Ben Ray <ben@example.org>"
  after = ["0e6711e070c741bf3b851af9d87db477b0134dec390c97e7c72f4228815a4941"]
  
  [[on]]
  
  [[on]]
  accepted many: 1003 files, approved by Ben Ray
    01195e5 on main; undo: aver undo 01195e5
