# What is new since a review

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ edits() { printf '#!/bin/sh\n%s "$1"\n' "$1" > ../editor && chmod +x ../editor && GIT_EDITOR=../editor aver edit "$2" >/dev/null; }
  $ as "Ann Lee" ann@example.org
  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ aver propose words >/dev/null
  $ aver record act calda deny --held 2024-10-25 --summary "No" >/dev/null; aver record act calda affirm --held 2024-10-28 --summary "Yes" >/dev/null
  $ aver actor add uw "United Wealds" --kind state >/dev/null; aver propose --end >/dev/null

Ben has looked at all of it, and names one record.

  $ as "Ben Ray" ben@example.org; aver review request-changes words 2024-10-25-calda -m "Who says so?"
  asked for a change of words: claims/dorn/act/2024-10-25-calda.toml of 3
    e452d08 on aver/reviews; send it: aver sync
  $ as "Ann Lee" ann@example.org; aver propose words --continue >/dev/null
  $ edits "sed -i 's/^summary.*/summary = \"No, says the ministry\"/'" 2024-10-25-calda; aver propose --end >/dev/null
  $ aver review comment words -m "It was the ministry" >/dev/null

New is what Ann has changed since, and nothing else; what she says of it herself is no review.

  $ as "Ben Ray" ben@example.org; aver review show words | head -3
  words  changes requested  by Ann Lee
    3 files · opened just now · sound · merges cleanly · Ben Ray asks for a change
    round 2: 1 file changed since you reviewed it (aver review show words --new)
  $ aver review show words --new
  words  changes requested  by Ann Lee
    3 files · opened just now · sound · merges cleanly · Ben Ray asks for a change
    only what has changed since round 1
  
  dorn/act
    Calda acts
    also recorded, about other days
    calda  deny (2024-10-25)  edited, 2024-10-25 to 2024-10-27
        No, says the ministry
  
  reviews
    2024-11-01 09:00  Ben Ray asks for a change of
      claims/dorn/act/2024-10-25-calda.toml (changed since)
        Who says so?
    2024-11-01 09:00  Ann Lee says of all of it
        It was the ministry
  $ aver review show words --since 1 --json | grep -A4 changed_since_review
    "changed_since_review": [
      "claims/dorn/act/2024-10-25-calda.toml"
    ],
    "diff": {
      "schema": "aver.diff/2",

Cy comes later: what is new goes by one's own last review, and by anybody's where one has given none.

  $ as "Cy" cy@example.org; aver review approve words uw >/dev/null
  $ aver review show words --new | sed -n '/only/,/^$/p'
    only what has changed since round 2
  
  $ as "Ben Ray" ben@example.org; aver review show words | sed -n 3,4p
    Ben Ray asks for a change
    round 2: 1 file changed since you reviewed it (aver review show words --new)
  $ aver review show words --new | grep -A1 only
    only what has changed since round 1
  
  $ as "Dee" dee@example.org; aver review show words --new | grep -A2 only
    only what has changed since round 2
  
  nothing has changed since then

Main goes on, and is brought in: what came from there is not new in the proposal.

  $ as "Ben Ray" ben@example.org; aver review show words >/dev/null; aver review approve words >/dev/null; aver actor add dorn "North Dorna" --kind state >/dev/null
  $ aver review update words
  merged
    28b9053 on proposal/words
    look at it: aver review show words --new
    send it: aver sync
  $ aver review show words --new | grep -A2 only
    only what has changed since round 2
  
  nothing has changed since then

A rebase changes nothing of that.

  $ git rebase -q main proposal/words && git switch -q main && aver review show words --new | grep -A2 only
    only what has changed since round 2
  
  nothing has changed since then

A narrow terminal breaks lines between facts; where no approval is asked for, who approved is told once.

  $ COLUMNS=40 aver review
  words  approved  by Ann Lee
    3 files · opened just now · sound ·
    merges cleanly ·
    approved by Ben Ray, Cy
  
  1 proposal for main
  $ printf '\n[review]\napprovals = 1\n' >> aver.toml; aver commit -m policy >/dev/null; COLUMNS=60 aver review
  words  approved  by Ann Lee
    3 files · opened just now · sound · merges cleanly ·
    1 of 1 approval · approved by Ben Ray, Cy
  
  1 proposal for main
