# What a change breaks in records that it leaves alone: no entry lets it through

  $ git init -q --bare server.git
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git
  $ for who in calda uw dorn; do aver actor add $who $who --kind state >/dev/null; done
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ aver record act calda silent --held 2024-10-20 --searched briefings --via dorn >/dev/null
  $ aver record act uw deny --held 2024-10-21 >/dev/null
  $ aver correct 2024-10-21-uw affirm --reason misheard >/dev/null
  $ aver sync >/dev/null

A proposal takes out actors that stances name, and touches no stance: it is shown, not offered, and refused.

  $ git switch -qc proposal/out && git rm -q actors/calda.toml actors/dorn.toml && git commit -qm "Out" && git switch -q main
  $ aver review show out
  out  open  by Ada Fields
    2 files · opened just now · 3 errors · merges cleanly
  
  removed  actors/calda.toml
  removed  actors/dorn.toml
  
  check
    error  actors/calda.toml: the actor is gone, and no other record says that it
      was it [record/vanished]
    error  actors/dorn.toml: the actor is gone, and no other record says that it
      was it [record/vanished]
    error  claims/dorn/act/2024-10-20-calda.toml: there is no actor "calda" in
      this store [reference/holder]
  $ aver review accept out
  error: actors/calda.toml: the actor is gone, and no other record says that it was it [record/vanished]
  hint: aver mv gives it another id, and keeps this one working
  error: actors/dorn.toml: the actor is gone, and no other record says that it was it [record/vanished]
  hint: aver mv gives it another id, and keeps this one working
  error: claims/dorn/act/2024-10-20-calda.toml:1:10: there is no actor "calda" in this store [reference/holder]
  hint: aver actor add calda NAME
  error: the proposal out does not hold together with main
  hint: mend these on the proposal, then it is looked at again
  [7]
  $ aver check --base main --known-at proposal/out
  held on 2024-11-01 (today), as known at proposal/out (f544daf of 2024-11-01 09:00)
  
  actors/calda.toml: error: the actor is gone, and no other record says that it was it [record/vanished]
    hint: aver mv gives it another id, and keeps this one working
  actors/dorn.toml: error: the actor is gone, and no other record says that it was it [record/vanished]
    hint: aver mv gives it another id, and keeps this one working
  claims/dorn/act/2024-10-20-calda.toml:1:10: error: there is no actor "calda" in this store [reference/holder]
    hint: aver actor add calda NAME
  
  checked 0 records: 3 errors, 0 warnings
  [1]
  $ aver merge proposal/out; git log --oneline -1
  error: actors/calda.toml: the actor is gone, and no other record says that it was it [record/vanished]
  hint: aver mv gives it another id, and keeps this one working
  error: actors/dorn.toml: the actor is gone, and no other record says that it was it [record/vanished]
  hint: aver mv gives it another id, and keeps this one working
  error: claims/dorn/act/2024-10-20-calda.toml:1:10: there is no actor "calda" in this store [reference/holder]
  hint: aver actor add calda NAME
  nothing is merged: mend these first
  ae22b34 Correct 2024-10-21-uw on dorn/act

A word is taken out of the vocabulary.

  $ git switch -qc proposal/words && sed -i '/"silent"/d' aver.toml && git commit -qam "Words" && git switch -q main
  $ aver check --base main --known-at proposal/words
  held on 2024-11-01 (today), as known at proposal/words (66914be of 2024-11-01 09:00)
  
  claims/dorn/act/2024-10-20-calda.toml:2:12: error: "silent" is not a word of this store's vocabulary [vocabulary/position]
    hint: aver help vocabulary
  
  checked 0 records: 1 error, 0 warnings
  [1]
  $ aver review accept words
  error: claims/dorn/act/2024-10-20-calda.toml:2:12: "silent" is not a word of this store's vocabulary [vocabulary/position]
  hint: aver help vocabulary
  error: the proposal words does not hold together with main
  hint: mend these on the proposal, then it is looked at again
  [7]

What is gone is not pushed: neither by sync, nor past the hook. What another record corrects is not left behind.

  $ git branch -q -D proposal/out proposal/words; aver git-install >/dev/null
  $ git rm -q claims/dorn/act/2024-10-21-uw.toml && git commit -q --no-verify -m "Gone" && aver sync
  error: claims/dorn/act/2024-10-21-uw-2.toml:4:12: there is no stance "2024-10-21-uw" on this claim [correction/target]
  error: claims/dorn/act/2024-10-21-uw.toml: the stance is gone, and no other record says that it was it [record/vanished]
  hint: a stance that was wrong is retracted, not removed
  nothing was pushed: mend these, and: aver sync
  [1]
  $ git push -q 2>&1 | grep -v '^error: failed to push'
  claims/dorn/act/2024-10-21-uw-2.toml:4:12: error: there is no stance "2024-10-21-uw" on this claim [correction/target]
  claims/dorn/act/2024-10-21-uw.toml: error: the stance is gone, and no other record says that it was it [record/vanished]
    hint: a stance that was wrong is retracted, not removed
  
  checked 0 records: 2 errors, 0 warnings
  $ git reset -q --hard HEAD~1

A record under a new name is no rewritten one, unless it is.

  $ aver mv dorn/act dorn/deed >/dev/null && aver mv actors/uw wealds >/dev/null && aver check --base origin/main
  checked 5 records: all is well
  $ sed -i 's/"affirm"/"deny"/' claims/dorn/deed/2024-10-21-uw-2.toml && git commit -q --no-verify -am "Rewritten" && aver check --base origin/main
  claims/dorn/deed/2024-10-21-uw-2.toml:2:12: warning: the stance was rewritten in place: position was affirm [record/rewritten]
    hint: aver correct keeps the old one beside it
  
  checked 5 records: 0 errors, 1 warning
  $ git reset -q --hard origin/main

What is taken out on purpose says so, in whatever way, and is told.

  $ aver record act uw deny --held 2024-10-30 >/dev/null && aver source add 2024/press Press >/dev/null && aver add dorn/arms "Calda arms" >/dev/null && aver sync
  pushed to origin/main
  $ aver rm 2024/press -m "Twice" >/dev/null; git log -1 --format=%B | head -3; aver undo HEAD~3 >/dev/null
  Twice
  
  Drops: Twice
  $ git rm -q claims/dorn/arms/claim.toml && git commit -q --no-verify -m "Without arms" -m "Drops: it says what act says"
  $ aver check --base origin/main
  claims/dorn/act/2024-10-30-uw.toml: warning: the stance was taken out on purpose: 58394d3 takes back bb41a7f [record/vanished]
  claims/dorn/arms/claim.toml: warning: the claim was taken out on purpose: it says what act says (f3e3e86) [record/vanished]
  sources/2024/press.toml: warning: the source was taken out on purpose: Twice (103cb1e) [record/vanished]
  
  checked 0 records: 0 errors, 3 warnings
  $ aver sync
  warning: claims/dorn/act/2024-10-30-uw.toml: the stance was taken out on purpose: 58394d3 takes back bb41a7f [record/vanished]
  warning: claims/dorn/arms/claim.toml: the claim was taken out on purpose: it says what act says (f3e3e86) [record/vanished]
  warning: sources/2024/press.toml: the source was taken out on purpose: Twice (103cb1e) [record/vanished]
  pushed to origin/main
