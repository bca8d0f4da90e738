# A policy binds what is pushed

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ ann() { as "Ann Lee" ann@example.org; cd $HERE/ann; }; ben() { as "Ben Ray" ben@example.org; cd $HERE/ben; }
  $ HERE=$PWD; git init -q --bare server.git; as "Ann Lee" ann@example.org
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git; aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" >/dev/null; aver sync
  pushed to origin/main
  $ git clone -q ../server.git ../ben

The commit that brings the first policy needs nobody. What comes after it does.

  $ printf '\n[review]\napprovals = 1\n' >>aver.toml; git commit -qam Policy; aver sync; aver tag start >/dev/null
  pushed to origin/main
  $ aver add dorn/arms "Calda arms" >/dev/null; aver sync
  error: main takes only what was reviewed: nothing was pushed
  caused by: claims/dorn/arms/claim.toml: needs 1 approval, and has none
  hint: aver propose NAME --from-here moves it to a proposal; aver sync --unreviewed -m WHY pushes it all the same
  [1]

The commits that are refused become a proposal; what is not committed stays.

  $ echo "# mine" >>aver.toml; aver propose arms --from-here; git status --short; git checkout -q aver.toml; aver sync
  1 commit of main moved to proposal/arms; main is as it was pushed
    look at it: aver review show arms
    send it to others: aver sync
   M aver.toml
  pushed proposal/arms
  shared edition start
  $ ben; aver sync >/dev/null; aver review show arms >/dev/null; aver review approve arms >/dev/null; aver review accept arms | sed -n 1p; aver sync
  accepted arms: 1 file, approved by Ben Ray
  pushed to origin/main
  ended at origin, as accepted: arms
  pushed aver/reviews

What cannot wait says why.

  $ ann; aver sync >/dev/null; aver add dorn/ships "Calda sails" >/dev/null; aver sync --unreviewed; aver sync --unreviewed -m "Before the broadcast"
  error: --unreviewed goes with a reason
  hint: aver sync --unreviewed -m "Why it cannot wait"
  pushed to origin/main
  pushed aver/reviews
  $ git show "origin/aver/reviews:$(git ls-tree -r --name-only origin/aver/reviews | grep unreviewed)" | grep -v '^[a-z]* = .[0-9a-f]*.$'
  event = "unreviewed"
  proposal = "direct-ed8530d7c50ee487cd6898f4ce3964a400d84891"
  by = "Ann Lee <ann@example.org>"
  at = 2024-11-01T09:00:10Z
  paths = ["claims/dorn/ships/claim.toml"]
  reason = "Before the broadcast"

Plain git asks nobody. What it brings is found by whoever looks, in any clone.

  $ ben; aver sync >/dev/null; aver add dorn/roads "Calda builds" >/dev/null; git push -q; aver verify --policy
  ed8530d  2024-11-01  Ann Lee <ann@example.org>  Add claim dorn/ships
      pushed without a review by Ann Lee <ann@example.org>: Before the broadcast
      claims/dorn/ships/claim.toml: needs 1 approval, and has none
  d562f53  2024-11-01  Ben Ray <ben@example.org>  Add claim dorn/roads
      claims/dorn/roads/claim.toml: needs 1 approval, and has none
  
  6 steps of HEAD: 1 past the policy, 1 without a review on purpose
  [1]
  $ aver verify --policy --from start --json | grep -e steps -e reason -e '"subject'
    "steps": 3,
        "subject": "Add claim dorn/ships",
        "reason": "Before the broadcast"
        "subject": "Add claim dorn/roads",
        "reason": null
  $ aver verify --policy HEAD~1 --from HEAD~2
  ed8530d  2024-11-01  Ann Lee <ann@example.org>  Add claim dorn/ships
      pushed without a review by Ann Lee <ann@example.org>: Before the broadcast
      claims/dorn/ships/claim.toml: needs 1 approval, and has none
  
  1 step of HEAD~1: 0 past the policy, 1 without a review on purpose
  $ git clone -q --single-branch file://$HERE/server.git ../one; aver -C ../one verify --policy HEAD~1 --from HEAD~2 2>&1
  ed8530d  2024-11-01  Ann Lee <ann@example.org>  Add claim dorn/ships
      claims/dorn/ships/claim.toml: needs 1 approval, and has none
      claims/dorn/ships/claim.toml: cannot tell: the reviews are not here, or not
        all of them
  
  1 step of HEAD~1: 0 past the policy, 1 of which it cannot be told
  error: cannot tell whether all of it was approved
  caused by: the reviews are not here, or not all of them
  hint: git fetch origin +refs/heads/aver/reviews:refs/remotes/origin/aver/reviews
  [6]

It binds the branches that it names, by default the one that the remote calls its own; and no remote that is none of the store's homes.

  $ ann; aver sync >/dev/null; git switch -qc side; aver add dorn/rails "Calda rolls" >/dev/null; git remote set-head origin main; aver sync; git switch -q main
  pushed to origin/side
  $ git init -q --bare ../mirror.git; git remote add mirror ../mirror.git; git push -q mirror main; aver add dorn/docks "Calda docks" >/dev/null; aver sync mirror; git config remote.mirror.averPolicy off; aver sync mirror; git branch -q --set-upstream-to=origin/main
  error: main takes only what was reviewed: nothing was pushed
  caused by: claims/dorn/docks/claim.toml: needs 1 approval, and has none
  hint: aver propose NAME --from-here moves it to a proposal; aver sync --unreviewed -m WHY pushes it all the same
  pushed to mirror/main
  pushed aver/reviews
  shared edition start

A hook on the server lets nobody past, whatever they push with.

  $ aver propose docks --from-here >/dev/null; aver -C ../server.git git-install --server
  the pre-receive hook runs aver check, and asks for the reviews that the store's policy does
  $ ben; aver sync >/dev/null; aver add dorn/walls "Calda walls" >/dev/null; git push 2>&1 | grep -e rejected -e needs
  remote: claims/dorn/walls/claim.toml: error: needs 1 approval, and has none [review/approval]        
   ! [remote rejected] main -> main (pre-receive hook declined)
  $ aver propose walls --from-here >/dev/null; aver sync
  pushed proposal/walls
  $ ann; aver sync >/dev/null; aver review show walls >/dev/null; aver review approve walls >/dev/null; aver review accept walls >/dev/null; aver sync 2>&1 | grep -v '^remote'
  pushed to origin/main
  ended at origin, as accepted: walls
  pushed aver/reviews
  $ aver add dorn/gates "Calda gates" >/dev/null; aver sync --unreviewed -m "News" 2>&1 | grep -e pushed -e warning
  remote: claims/dorn/gates/claim.toml: warning: needs 1 approval, and has none [review/approval]        
  remote: checked 1 record: 0 errors, 1 warning        
  pushed to origin/main
  pushed aver/reviews
  $ git push -q origin :aver/reviews 2>&1 | grep refused; git push -qf origin HEAD~1:main 2>&1 | grep refused; git push -q origin :main 2>&1 | grep refused
  remote: refused: the reviews are only added to        
  remote: refused: refs/heads/main goes on from where it is, by its first parents: aver sync does so        
  remote: refused: refs/heads/main cannot be deleted        
  $ git switch -q --detach origin/aver/reviews; git rm -q $(git ls-files | grep accept- | head -1); git commit -qm "Tidy up"; git push -q origin HEAD:aver/reviews 2>&1 | grep refused; git switch -q main
  remote: refused: a review is never changed or removed        
  $ aver verify --policy --from start | tail -1
  5 steps of HEAD: 1 past the policy, 2 without a review on purpose

What does not go.

  $ aver propose --from-here; aver propose x --from-here --continue; aver propose x --from-here
  error: a proposal needs a name
  hint: aver propose NAME --from-here
  error: --from-here goes with a name alone
  hint: aver propose NAME --from-here
  error: main has nothing that was not pushed
  hint: aver propose x
  [2]
  $ git switch -q side; git branch -q --unset-upstream; aver propose x --from-here; git switch -q main
  error: side has no branch at a remote that it could go back to
  hint: aver propose x
  $ aver add dorn/quays "Calda lands" >/dev/null; aver propose docks --from-here
  error: there is a branch proposal/docks already
  hint: aver propose ANOTHER-NAME --from-here
  [2]
  $ echo "note = 1" >>claims/dorn/quays/claim.toml; aver propose quays --from-here; git checkout -q claims; git branch --list proposal/quays
  error: what is not committed is in the way: main stays as it is
  caused by: error: Entry 'claims/dorn/quays/claim.toml' not uptodate. Cannot merge.
  hint: aver status shows it, aver commit records it
  $ aver verify --policy --require; aver verify --from start; aver verify --policy --csv; aver verify --policy --format csv; aver verify --policy --from side
  error: --policy is about reviews: --require and --all are about signatures
  error: --from goes with --policy alone
  error: there is no option --csv for "aver verify"
  hint: aver help verify
  error: --policy is told as text or json
  hint: --json
  error: the branch never was at side: it came in as another's
  hint: git log --first-parent shows where it was
  [2]
  $ git clone -q --bare ../server.git ../without.git; git -C ../without.git branch -q -D aver/reviews; git clone -q --single-branch file://$HERE/without.git ../cut; cd ../cut; aver add dorn/cut "Calda cuts" >/dev/null; aver sync
  error: cannot tell whether what would be pushed is approved
  caused by: claims/dorn/cut/claim.toml: needs 1 approval, and has none
  caused by: claims/dorn/cut/claim.toml: cannot tell: the reviews are not here, or not all of them
  hint: git fetch origin +refs/heads/aver/reviews:refs/remotes/origin/aver/reviews
  [6]
