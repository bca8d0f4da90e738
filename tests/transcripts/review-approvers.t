# Whose approval counted

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ as "Ann Lee" ann@example.org
  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ printf '\n[review]\napprovals = 1\nreviewers = ["ann@example.org", "ben@example.org"]\n' >> aver.toml; aver commit -m policy >/dev/null

Ann approves what she recorded herself, Cy is no reviewer, Mallory approves in Ben's name: none of that counts.

  $ aver propose words >/dev/null; aver record act calda deny --held 2024-10-25 --summary "No" >/dev/null; aver propose --end >/dev/null
  $ aver review show words >/dev/null; aver review approve words >/dev/null 2>&1; as "Cy" cy@example.org; aver review show words >/dev/null; aver review approve words >/dev/null 2>&1
  $ aver show 2024-10-25-calda --known-at proposal/words | grep approved
  [1]
  $ as "Mallory" mallory@example.org; git switch -q proposal/words; mkdir -p reviews/words; printf 'by = "Ben Ray <ben@example.org>"\nverdict = "approve"\nat = 2024-11-01\n\n[[on]]\nrecord = "claims/dorn/act/2024-10-25-calda.toml"\nblob = "%s"\n' $(git rev-parse HEAD:claims/dorn/act/2024-10-25-calda.toml) > reviews/words/2024-11-01-ben-ray-approve.toml; aver commit >/dev/null; git switch -q main
  $ aver show 2024-10-25-calda --known-at proposal/words | grep approved
  [1]
  $ as "Ben Ray" ben@example.org; aver review show words >/dev/null; aver review approve words >/dev/null
  warning: the approval by Ben Ray <ben@example.org> was committed by Mallory <mallory@example.org>: it does not count
  $ aver show 2024-10-25-calda --known-at proposal/words | grep approved
    approved by  Ben Ray
  $ aver review accept words >/dev/null; aver show 2024-10-25-calda | grep approved
    approved by  Ben Ray
  $ aver show act | grep approved; aver blame 2024-10-25-calda | grep approved
        approved by Ben Ray
    approved by Ben Ray

It stays what counted then, whatever policy comes later, and whatever is merged.

  $ sed -i 's/^reviewers.*/reviewers = ["cy@example.org"]/' aver.toml; aver commit -m "Other reviewers" >/dev/null
  $ aver show 2024-10-25-calda | grep approved
    approved by  Ben Ray
  $ git switch -qc side HEAD~2 && aver actor add uw "United Wealds" --kind state >/dev/null && aver merge main >/dev/null && aver show 2024-10-25-calda | grep approved; aver review --all; git switch -q main
    approved by  Ben Ray
  words  accepted  by Ann Lee
    1 file · opened just now · sound · 1 of 1 approval · approved by Ben Ray
  
  1 proposal for side

What git or a code host has merged is judged by the policy that stands.

  $ git branch -q -D side; as "Ann Lee" ann@example.org; aver propose host >/dev/null; aver record act calda affirm --held 2024-10-28 --summary "Yes" >/dev/null; aver propose --end >/dev/null
  $ aver review show host >/dev/null; aver review approve host >/dev/null 2>&1; as "Cy" cy@example.org; aver review show host >/dev/null; aver review approve host >/dev/null; git merge -q --no-ff -m "Merge pull request 1" proposal/host
  $ aver show 2024-10-28-calda | grep approved
    approved by  Cy

Nobody who approved other contents is named.

  $ printf '#!/bin/sh\nsed -i "s/Yes/Yes, twice/" "$1"\n' > ../editor && chmod +x ../editor && GIT_EDITOR=../editor aver edit 2024-10-28-calda >/dev/null; aver show 2024-10-28-calda | grep approved
  [1]
