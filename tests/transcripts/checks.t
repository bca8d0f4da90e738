# A look that found nothing new, and the "if" of a position

  $ aver init facts >/dev/null && cd facts
  $ aver add dorn/calda-restrains-dorn "Calda acts to restrain North Dorna" >/dev/null
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver actor add uw "United Wealds" --kind state >/dev/null

A qualified position has its condition beside it.

  $ aver record calda-restrains-dorn uw qualified --held 2024-10-01 --condition "If Calda signs first" --summary "At the briefing"
  recorded uw qualified on dorn/calda-restrains-dorn, held 2024-10-01: the first
    record of uw here
    70d77c5 on main; undo: aver undo 70d77c5
  $ aver show 2024-10-01-uw
  dorn/calda-restrains-dorn/2024-10-01-uw
  Calda acts to restrain North Dorna
  
    uw  qualified  held 2024-10-01
  
    summary    At the briefing
    condition  If Calda signs first
  $ aver correct 2024-10-01-uw --condition "If Calda signs, and not before" --reason "The second half was left out"
  recorded uw qualified on dorn/calda-restrains-dorn, held 2024-10-01: corrects
    2024-10-01-uw
    73602e9 on main; undo: aver undo 73602e9
  $ aver again calda-restrains-dorn uw --held 2024-10-05 --summary "At the next briefing"
  error: there is no option --summary for "aver again"
  hint: aver help again
  [2]
  $ grep condition claims/dorn/calda-restrains-dorn/2024-10-05-uw.toml
  grep: claims/dorn/calda-restrains-dorn/2024-10-05-uw.toml: No such file or directory
  [2]
  $ aver list has:condition
  dorn/calda-restrains-dorn
    Calda acts to restrain North Dorna
    uw qualified, if: If Calda signs, and not before
  
  1 claim
  $ aver list no:condition
  No claim fits.
  $ aver search signs
  dorn/calda-restrains-dorn/2024-10-01-uw  stance
    At the briefing If Calda >signs< first
  
  dorn/calda-restrains-dorn/2024-10-01-uw-2  stance
    At the briefing If Calda >signs<, and not before The second half was left out
  
  2 hits

A record with "repeats" is a check: it names the stance that it found unchanged.

  $ aver record calda-restrains-dorn calda silent --held 2024-10-01 --searched briefings >/dev/null
  $ cd claims/dorn/calda-restrains-dorn
  $ printf 'holder = "calda"\nposition = "silent"\nheld = 2024-11-01\nsearched = ["briefings"]\nrepeats = "2024-10-01-calda"\nfirst_recorded = 2024-11-03\n' >2024-11-01-calda.toml
  $ aver commit -m "Looked again"
  Looked again
    52be5d9 on main; undo: aver undo 52be5d9
  $ aver show 2024-11-01-calda
  dorn/calda-restrains-dorn/2024-11-01-calda
  Calda acts to restrain North Dorna
  
    calda  silent  held 2024-11-01
  
    searched        briefings
    repeats         2024-10-01-calda
    first recorded  2024-11-03
  $ aver list has:repeats -no:first_recorded
  No claim fits by what is in force.
  1 other record fits: aver list "ever(has:repeats -no:first_recorded)"

It names none that is not there, of another holder or position, and no other check.

  $ printf 'holder = "calda"\nposition = "silent"\nheld = 2024-12-01\nsearched = ["briefings"]\nrepeats = "2024-11-01-calda"\n' >2024-12-01-calda.toml
  $ printf 'holder = "calda"\nposition = "deny"\nheld = 2024-12-02\nrepeats = "2024-10-01-uw"\n' >2024-12-02-calda.toml
  $ printf 'holder = "calda"\nposition = "deny"\nheld = 2024-12-03\nrepeats = "2024-10-09-calda"\n' >2024-12-03-calda.toml
  $ aver check
  claims/dorn/calda-restrains-dorn/2024-12-01-calda.toml: error: it repeats 2024-11-01-calda, which is a check itself: name what that one repeats, 2024-10-01-calda [repeats/target]
  claims/dorn/calda-restrains-dorn/2024-12-01-calda.toml:3:8: warning: held 2024-12-01 is in the future [held/future]
  claims/dorn/calda-restrains-dorn/2024-12-02-calda.toml: error: it is about "calda", but the stance it repeats about "uw" [repeats/target]
  claims/dorn/calda-restrains-dorn/2024-12-02-calda.toml: error: it says "deny", but the stance it repeats "qualified" [repeats/target]
  claims/dorn/calda-restrains-dorn/2024-12-02-calda.toml:3:8: warning: held 2024-12-02 is in the future [held/future]
  claims/dorn/calda-restrains-dorn/2024-12-03-calda.toml: warning: it says that 2024-10-09-calda still was so, and that is gone [repeats/fallen]
    hint: aver retract dorn/calda-restrains-dorn/2024-12-03-calda --reason "WHY"
  claims/dorn/calda-restrains-dorn/2024-12-03-calda.toml:3:8: warning: held 2024-12-03 is in the future [held/future]
  claims/dorn/calda-restrains-dorn/2024-12-03-calda.toml:4:11: error: there is no stance "2024-10-09-calda" on this claim [repeats/target]
  
  checked 10 records (3 uncommitted): 4 errors, 4 warnings
  [1]
  $ aver help rule repeats/target
  repeats/target  error
  
  A check names the stance that it found unchanged: of its claim, holder and
  position, no retraction and no check itself.
  
  Name the stance that the last check repeats, or leave "repeats" out: then it is
  a record of its own.
  $ rm 2024-12-0*

A holder that is renamed, and a claim: the check goes along.

  $ cd ../../..
  $ aver mv calda-restrains-dorn dorn/restraint >/dev/null && aver mv actors/calda calda-republic >/dev/null
  $ cat claims/dorn/restraint/2024-11-01-calda.toml
  holder = "calda-republic"
  position = "silent"
  held = 2024-11-01
  searched = ["briefings"]
  repeats = "2024-10-01-calda"
  first_recorded = 2024-11-03
  $ aver check
  checked 7 records: all is well
