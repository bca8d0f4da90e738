# Plain git on a store: with aver's drivers, and without

  $ aver init facts >/dev/null && cd facts
  $ for who in calda uw; do aver actor add $who $who --kind state >/dev/null; done
  $ aver add dorn/act "Calda acts" --kind policy --tag troops >/dev/null
  $ aver record act calda silent --held 2024-10-31 --searched briefings --summary "Nothing was said. Nobody asked." >/dev/null

Without the driver: two people who record different stances never meet.

  $ at 2024-11-06
  $ git switch -qc ann && aver record act uw affirm --held 2024-11-02 --summary "Says so" >/dev/null
  $ git switch -q main && aver record act uw deny --held 2024-11-03 --summary "Says no" >/dev/null
  $ git merge -q --no-edit ann && aver positions && aver check
  1   Calda acts  dorn/act
  
          1
  calda   silent
  uw      deny
  checked 6 records: all is well

With it, git merges by field what it could only merge by line.

  $ aver git-install
  git merges records by field, and shows them value by value
  the pre-commit hook runs aver check
  the pre-push hook runs aver check
  $ git config --get-regexp aver
  merge.aver.name records, by field
  merge.aver.driver aver merge-file %O %A %B %P
  diff.aver.textconv aver textconv
  $ git switch -qc ben && sed -i 's/summary = .*/&\nnote = "Ben was here"/' claims/dorn/act/2024-10-31-calda.toml && git commit -qam "a note"
  checked 1 record (1 uncommitted): all is well
  $ git switch -q main && sed -i 's/searched = .*/searched = ["briefings", "television"]/; s/^through = .*/through = 2024-11-05/' claims/dorn/act/2024-10-31-calda.toml && git commit -qam "looked again"
  checked 1 record (1 uncommitted): all is well
  $ git merge -q --no-edit ben && cat claims/dorn/act/2024-10-31-calda.toml
  Auto-merging claims/dorn/act/2024-10-31-calda.toml
  holder = "calda"
  position = "silent"
  held = 2024-10-31
  through = 2024-11-05
  searched = ["briefings", "television"]
  summary = "Nothing was said. Nobody asked."
  note = "Ben was here"

A position and its evidence do not come apart; the file says what stands where, and nothing can be committed so.

  $ git switch -qc cy && sed -i 's/"silent"/"affirm"/' claims/dorn/act/2024-10-31-calda.toml && git commit -qam "moved"
  claims/dorn/act/2024-10-31-calda.toml:2:12: warning: the stance was rewritten in place: position was silent [record/rewritten]
    hint: aver correct keeps the old one beside it
  
  checked 1 record (1 uncommitted): 0 errors, 1 warning
  $ git switch -q main && sed -i 's/^summary/quote = "We say nothing"\n&/' claims/dorn/act/2024-10-31-calda.toml && git commit -qam "quoted"
  claims/dorn/act/2024-10-31-calda.toml:6:9: warning: the quote names no source to check it against [evidence/source]
  
  checked 1 record (1 uncommitted): 0 errors, 1 warning
  $ git merge -q --no-edit cy
  aver: conflict in claims/dorn/act/2024-10-31-calda.toml: position, quote; the file says what stands where
  Auto-merging claims/dorn/act/2024-10-31-calda.toml
  CONFLICT (content): Merge conflict in claims/dorn/act/2024-10-31-calda.toml
  Automatic merge failed; fix conflicts and then commit the result.
  [1]
  $ head -9 claims/dorn/act/2024-10-31-calda.toml
  #! conflict: position
  #!   base    "silent"
  #!   ours    "silent"
  #!   theirs  "affirm"
  #! conflict: quote
  #!   base    (absent)
  #!   ours    "We say nothing"
  #!   theirs  (absent)
  holder = "calda"
  $ aver record act uw query --summary x
  error: a merge is under way in this repository
  hint: aver resolve; or give it up: aver resolve --give-up
  [3]
  $ git add claims && git commit -qm "merge it anyway"
  claims/dorn/act/2024-10-31-calda.toml:1:1: error: the file has a conflict that nobody has settled [merge/unresolved]
    hint: edit it, then: git add claims/dorn/act/2024-10-31-calda.toml
  claims/dorn/act/2024-10-31-calda.toml:14:9: warning: the quote names no source to check it against [evidence/source]
  
  checked 1 record (1 uncommitted): 1 error, 1 warning
  [1]
  $ sed -i '/^#!/d; s/"silent"/"affirm"/; /^quote/d' claims/dorn/act/2024-10-31-calda.toml && git add claims && git commit -qm "merge" && aver check
  claims/dorn/act/2024-10-31-calda.toml:2:12: warning: the stance was rewritten in place: position was silent [record/rewritten]
    hint: aver correct keeps the old one beside it
  
  checked 1 record (1 uncommitted): 0 errors, 1 warning
  checked 6 records: all is well

git diff and git log -p show values, long texts by sentence.

  $ sed -i 's/Nobody asked/Somebody asked/; s/"affirm"/"deny"/' claims/dorn/act/2024-10-31-calda.toml
  $ git diff -U0 | tail -n +5
  @@ -2 +2 @@ holder: calda
  -position: affirm
  +position: deny
  @@ -8 +8 @@ summary: Nothing was said.
  -  Nobody asked.
  +  Somebody asked.

The hook looks at what plain git commits.

  $ sed -i 's/"deny"/"denies"/' claims/dorn/act/2024-10-31-calda.toml && git commit -qam "by hand"
  claims/dorn/act/2024-10-31-calda.toml:2:12: error: "denies" is not a word of this store's vocabulary [vocabulary/position]
    hint: aver help vocabulary
  claims/dorn/act/2024-10-31-calda.toml:2:12: warning: the stance was rewritten in place: position was affirm [record/rewritten]
    hint: aver correct keeps the old one beside it
  
  checked 1 record (1 uncommitted): 1 error, 1 warning
  [1]
  $ git checkout -q claims && aver record act uw query --held 2024-11-05 --summary "x" | tail -1
    df8404f on main; undo: aver undo df8404f

Rebase and cherry-pick go the same way.

  $ git switch -qc dee HEAD~1 && sed -i 's/tags = .*/tags = ["troops", "north"]/' claims/dorn/act/claim.toml && git commit -qam "tag"
  checked 1 record (1 uncommitted): all is well
  $ git switch -q main && sed -i 's/tags = .*/tags = ["troops", "asia"]/' claims/dorn/act/claim.toml && git commit -qam "another tag"
  checked 1 record (1 uncommitted): all is well
  $ git switch -q dee && git rebase -q main && grep -A4 tags claims/dorn/act/claim.toml
  tags = [
    "troops",
    "asia",
    "north",
  ]
  $ git switch -q main && git cherry-pick dee >/dev/null && git status --short && aver check
  checked 7 records: all is well

A push is checked, too; hooks of one's own stay.

  $ git clone -q --bare . ../server.git && git remote add origin ../server.git && git fetch -q
  $ sed -i 's/"Calda acts"/""/' claims/dorn/act/claim.toml && git commit -qam "empty" --no-verify && git push -q origin main
  claims/dorn/act/2024-10-31-calda.toml: error: there is no readable claims/dorn/act/claim.toml beside its stances [claim/missing]
  claims/dorn/act/claim.toml:1:8: error: "text" is empty [text/empty]
  
  checked 1 record: 2 errors, 0 warnings
  error: failed to push some refs to '../server.git'
  [1]
  $ git reset -q --hard HEAD~1 && git push -q origin main && echo '#!/bin/sh' >.git/hooks/pre-commit && aver git-install
  git merges records by field, and shows them value by value
  warning: $DIR/facts/.git/hooks/pre-commit is there already, and stays; have it call: aver check --base HEAD
  the pre-push hook runs aver check
  $ aver git-install --no-hooks --ci github && aver git-install --no-hooks --ci script && head -5 ci/aver-check.sh && sh ci/aver-check.sh HEAD~3
  git merges records by field, and shows them value by value
  wrote .github/workflows/aver.yml; commit it with: git add .github/workflows/aver.yml
  git merges records by field, and shows them value by value
  wrote ci/aver-check.sh; commit it with: git add ci/aver-check.sh
  #!/bin/sh
  # Written by aver git-install.
  # Checks a proposal, and writes what it means, in positions, as Markdown.
  #   ci/aver-check.sh BASE [REPORT]
  set -eu
  held on 2024-11-06 (today), as known at HEAD (e6de8da of 2024-11-06 09:00)
  
  checked 2 records: all is well
  ### Positions
  
  | claim | text | holder | scale | before | before held | between | after | after held | record | change | governs | reason | quote | source | condition |
  |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
  | dorn/act | Calda acts | uw | stance | deny | 2024-11-03 |  | query | 2024-11-05 | learned |  |  |  |  |  |  |
  | dorn/act | Calda acts |  |  |  |  |  | Calda acts |  | edited |  |  | tags |  |  |  |
  $ grep -n "aver check\|aver diff" .github/workflows/aver.yml
  22:        run: aver check --policy --base "origin/$BASE" --known-at HEAD --format github
  25:        run: aver diff "origin/$BASE...HEAD" --format markdown >>"$GITHUB_STEP_SUMMARY"
  $ aver git-install --ci gitlab && echo "mine" >.gitlab-ci.yml && aver git-install --ci gitlab
  git merges records by field, and shows them value by value
  warning: $DIR/facts/.git/hooks/pre-commit is there already, and stays; have it call: aver check --base HEAD
  the pre-push hook runs aver check
  wrote .gitlab-ci.yml; commit it with: git add .gitlab-ci.yml
  git merges records by field, and shows them value by value
  warning: $DIR/facts/.git/hooks/pre-commit is there already, and stays; have it call: aver check --base HEAD
  the pre-push hook runs aver check
  error: .gitlab-ci.yml is there already
  [3]
  $ aver merge-file nowhere b c claims/x/claim.toml
  error: the file nowhere cannot be read
  [4]

The result stands in the place of OURS, whole, with its permissions; where that is a link, behind it. What is beside it stays.

  $ printf 'text = "A"\n' >../b && printf 'text = "B"\n' >../o && cp ../b ../t && echo mine >../o.new && chmod 640 ../o && ln -s o ../link
  $ aver merge-file ../b ../link ../t claims/x/claim.toml; cat ../o ../o.new; stat -c '%a %F' ../o ../link
  text = "B"
  mine
  640 regular file
  777 symbolic link
  $ aver merge-file ../b ../nowhere/o ../t claims/x/claim.toml
  error: the file ../nowhere/o cannot be read
  [4]
  $ rm ../b ../o ../t ../link ../o.new
  $ aver git-install --ci bitbucket
  error: --ci takes one of github, gitlab, script, not "bitbucket"
  hint: aver help git-install
  [2]

git log -p shows values, too; and the script writes its report where it is told to.

  $ cd .. && git clone -q facts elsewhere && cd elsewhere && git config user.name Ben && aver git-install >/dev/null
  $ git log -p -1 --format=%s -- claims/dorn/act/2024-10-31-calda.toml | grep '^[-+]' | tail -n +3
  -position: silent
  +position: affirm
  $ aver git-install --no-hooks --ci script >/dev/null && ci/aver-check.sh HEAD~3 report.md && head -3 report.md
  held on 2024-11-06 (today), as known at HEAD (e6de8da of 2024-11-06 09:00)
  
  checked 2 records: all is well
  ### Positions
  
  | claim | text | holder | scale | before | before held | between | after | after held | record | change | governs | reason | quote | source | condition |
  $ printf 'kind = "nothing"\n' >actors/bad.toml && git add actors && git commit -qnm bad && ci/aver-check.sh HEAD~1 report.md >/dev/null 2>&1; echo $?; cat report.md; git reset -q --hard HEAD~1
  1
  ### Positions
  
  | claim | text | holder | scale | before | before held | between | after | after held | record | change | governs | reason | quote | source | condition |
  |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
  $ ci/aver-check.sh
  ci/aver-check.sh: 6: 1: the branch that the proposal is to be merged into
  [2]

Where the driver is set up but aver is gone from PATH, additions still merge, and nothing is lost of what does not.

  $ mkdir ../bin && for tool in git sh sed head cat; do ln -s "$(command -v $tool)" ../bin/; done
  $ git switch -qc eve && aver record act uw affirm --held 2024-11-07 --summary "Eve" >/dev/null && sed -i 's/"policy"/"event"/' claims/dorn/act/claim.toml && git commit -qam "kind"
  warning: held 2024-11-07 is in the future [held/future]
  checked 1 record (1 uncommitted): all is well
  $ git switch -q main && aver record act uw deny --held 2024-11-08 --summary "Main" >/dev/null
  warning: held 2024-11-08 is in the future [held/future]
  $ PATH=$PWD/../bin git merge -q --no-edit eve && git status --short && aver check
  ?? ci/
  ?? report.md
  claims/dorn/act/2024-11-07-uw.toml:3:8: warning: held 2024-11-07 is in the future [held/future]
  claims/dorn/act/2024-11-08-uw.toml:3:8: warning: held 2024-11-08 is in the future [held/future]
  
  checked 9 records: 0 errors, 2 warnings
  $ git switch -q eve && sed -i 's/"event"/"pledge"/' claims/dorn/act/claim.toml && git commit -qam "kind" && git switch -q main && sed -i 's/"Calda acts"/"Calda does act"/' claims/dorn/act/claim.toml && git commit -qam "words"
  checked 1 record (1 uncommitted): all is well
  claims/dorn/act/claim.toml:1:8: warning: the claim said "Calda acts", and 6 stances were recorded on that, 2024-10-31-calda first [claim/reworded]
    hint: a claim that says something else is a new one: aver add
  
  checked 1 record (1 uncommitted): 0 errors, 1 warning
  $ PATH=$PWD/../bin git merge -q --no-edit eve 2>&1 | sed 's/^.*merge-file.*not found/…: aver: not found/'; git status --short
  …: aver: not found
  Auto-merging claims/dorn/act/claim.toml
  CONFLICT (content): Merge conflict in claims/dorn/act/claim.toml
  Automatic merge failed; fix conflicts and then commit the result.
  UU claims/dorn/act/claim.toml
  ?? ci/
  ?? report.md
  $ aver resolve claims/dorn/act/claim.toml --with ours && grep -v aliases claims/dorn/act/claim.toml | head -2
  nothing to choose in claims/dorn/act/claim.toml: both sides go together
  merged
    e8a3dc2 on main
  text = "Calda does act"
  kind = "pledge"
