# What was published keeps its name, where something is left to settle, too

  $ git init -q --bare server.git
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ aver sync >/dev/null && git clone -q ../server.git ../ben

Ann and Ben record one stance each under one name; Ben corrects his; and both change the claim.

  $ aver record act calda deny --held 2024-11-01 --summary "Ann" >/dev/null && sed -i 's/Calda acts/Calda does act/' claims/dorn/act/claim.toml && git commit -qam "Ann's words" && aver sync
  pushed to origin/main
  $ cd ../ben && aver record act calda deny --held 2024-11-01 --summary "Ben" >/dev/null && aver correct 2024-11-01-calda qualified --reason "A slip" >/dev/null && sed -i 's/Calda acts/Calda will act/' claims/dorn/act/claim.toml && git commit -qam "Ben's words"
  $ git ls-files claims; aver sync
  claims/dorn/act/2024-11-01-calda-2.toml
  claims/dorn/act/2024-11-01-calda.toml
  claims/dorn/act/claim.toml
  both kept, a possible duplicate: claims/dorn/act/2024-11-01-calda.toml and
    claims/dorn/act/2024-11-01-calda-3.toml, as yours is named now
  1 conflict to settle
  
  claims/dorn/act/claim.toml
    text
      base    Calda acts
      ours    Calda will act
      theirs  Calda does act
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ aver resolve dorn/act --with theirs
  settled claims/dorn/act/claim.toml with theirs
  merged
    12a1979 on main
  $ grep -H 'summary\|corrects' claims/dorn/act/2024-*.toml
  claims/dorn/act/2024-11-01-calda-2.toml:summary = "Ben"
  claims/dorn/act/2024-11-01-calda-2.toml:corrects = "2024-11-01-calda-3"
  claims/dorn/act/2024-11-01-calda-3.toml:summary = "Ben"
  claims/dorn/act/2024-11-01-calda.toml:summary = "Ann"
  $ aver check && aver sync
  claims/dorn/act/2024-11-01-calda-2.toml: note: "calda" holds "qualified" here and "deny" in 2024-11-01-calda, on one day: which came first is not known [position/same-day]
    hint: give both a time: held = 2024-11-01T18:00:00+00:00
  
  checked 5 records: 0 errors, 0 warnings, 1 note
  pushed to origin/main

A record that was cited by a name which is another's now: shown at the revision, it leads to both. What is made from it does not
take its former name along.

  $ cd ../ann && git switch -q main && aver sync >/dev/null; aver record act calda deny --held 2024-10-20 --summary "On a branch" >/dev/null && git push -q origin main:side && git reset -q --hard HEAD~1
  $ aver record act calda affirm --held 2024-10-20 --summary "On main" >/dev/null && aver sync && git fetch -q && aver merge origin/side
  pushed to origin/main
  both kept, a possible duplicate: claims/dorn/act/2024-10-20-calda.toml and
    claims/dorn/act/2024-10-20-calda-2.toml
  name/moved: claims/dorn/act/2024-10-20-calda.toml meant c3b2983 at origin/side,
    which is claims/dorn/act/2024-10-20-calda-2.toml now
  merged
    58841ec on main
  $ aver show act/2024-10-20-calda@origin/side
  held on 2024-11-01 (today), as known at origin/side (1fbedbc of 2024-11-01 09:00)
  
  dorn/act/2024-10-20-calda
  Calda does act
  
    calda  deny  held 2024-10-20
    the name means another record since: it is dorn/act/2024-10-20-calda-2 by now
    renamed since: from dorn/act/2024-10-20-calda to dorn/act/2024-10-20-calda-2
  
    summary  On a branch
  $ aver tag cited origin/side >/dev/null; aver show act/2024-10-20-calda-2 | head -5
  dorn/act/2024-10-20-calda-2
  Calda does act
  
    calda  deny  held 2024-10-20
    the name means another record since the edition cited: it is
  $ aver correct act/2024-10-20-calda-2 query --reason "A slip" >/dev/null; grep -l formerly claims/dorn/act/*
  note: 2024-10-20-calda says affirm of the same day, and which came first is not known: both are possible now [position/same-day]
  hint: where 2024-10-20-calda was our mistake: aver retract dorn/act/2024-10-20-calda --reason "WHY"; else say when each was held: aver correct dorn/act/2024-10-20-calda --held 2024-10-20T09:00:00+00:00 --reason "WHY"; aver correct dorn/act/2024-10-20-calda-3 --held 2024-10-20T18:00:00+00:00 --reason "WHY"
  claims/dorn/act/2024-10-20-calda-2.toml
