# --base names a branch, which may have moved on

  $ aver init facts >/dev/null && cd facts
  $ for who in calda uw; do aver actor add $who $who --kind state >/dev/null; done
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ git switch -qc feature && aver record act calda deny --held 2024-10-25 >/dev/null; git switch -q main
  $ aver record act uw affirm --held 2024-10-26 >/dev/null; git switch -q feature

A proposal behind main is judged by what it changes: nothing of main's is gone.

  $ aver check --base main
  checked 1 record: all is well
  $ aver diff main...HEAD
  from 2024-11-01, as known where HEAD left main (bc52773), to 2024-11-01, as
    known at HEAD (eb2e267)
  
  dorn/act
    Calda acts
    calda  no record -> deny (2024-10-25)  learned
  $ aver git-install --no-hooks --ci script >/dev/null && ci/aver-check.sh main
  held on 2024-11-01 (today), as known at HEAD (eb2e267 of 2024-11-01 09:00)
  
  checked 1 record: all is well
  ### Positions
  
  | claim | text | holder | scale | before | before held | between | after | after held | record | change | governs | reason | quote | source | condition |
  |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
  | dorn/act | Calda acts | calda | stance |  |  |  | deny | 2024-10-25 | learned |  |  |  |  |  |  |
  $ aver diff main HEAD | head -5
  from 2024-11-01, as known at main (352b761), to 2024-11-01, as known at HEAD
    (eb2e267)
  
  dorn/act
    Calda acts

What counts is what merging makes: main has taken an actor out that the proposal names.

  $ git switch -qc without main && git rm -q actors/calda.toml && git commit -qm "Without" && git switch -q feature
  $ aver check --base without
  claims/dorn/act/2024-10-25-calda.toml:1:10: error: there is no actor "calda" in this store [reference/holder]
    hint: aver actor add calda NAME
  
  checked 1 record: 1 error, 0 warnings
  [1]
  $ aver check --base without --known-at feature --format github
  ::error file=claims/dorn/act/2024-10-25-calda.toml,line=1,col=10,title=reference/holder::there is no actor "calda" in this store (aver actor add calda NAME)
  [1]
  $ git branch -q -D without

Edits that are not committed are held against where the branch was left; a conflict is said.

  $ echo 'note = "Seen"' >>claims/dorn/act/2024-10-25-calda.toml && aver check --base main && git checkout -q claims
  checked 1 record (1 uncommitted): all is well
  $ git switch -q main && sed -i 's/Calda acts/Calda did act/' claims/dorn/act/claim.toml && git commit -qam "Did" && git switch -q feature && sed -i 's/Calda acts/Calda will act/' claims/dorn/act/claim.toml && git commit -qam "Will"
  $ aver check --base main && git reset -q --hard HEAD~1
  note: merging with main leaves conflicts: checked as it stands
  checked 2 records: all is well

The policy is the branch's as it is now; where it was left, it may be an old one.

  $ git switch -q main && printf '\n[review]\napprovals = 1\n' >>aver.toml && git commit -qam "Policy" && git switch -q feature
  $ aver check --policy --base main
  claims/dorn/act/2024-10-25-calda.toml: error: needs 1 approval, and has none [review/approval]
    hint: aver review approve NAME, by somebody else
  
  checked 1 record: 1 error, 0 warnings
  [1]
  $ aver check --policy --base $(git merge-base main HEAD)
  error: bc52773 is where the changes left main, which has moved on: with --policy, the base is the branch itself
  hint: aver check --policy --base main
  [2]
  $ aver check --policy --base main~3
  error: bc52773 is where the changes left main, which has moved on: with --policy, the base is the branch itself
  hint: aver check --policy --base main
  [2]
  $ aver check --base $(git merge-base main HEAD)
  checked 1 record: all is well

Two days are no revisions.

  $ aver diff --on 2024-10-01...2024-10-02
  error: --on: ".2024-10-02" is no date: write 2024, 2024-10 or 2024-10-31, with ~ behind it for "about"
  hint: aver help dates
  [2]
