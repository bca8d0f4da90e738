# A month or a year: all that was held in it, each with its days

  $ aver init facts >/dev/null && cd facts && aver add dorn/act "Calda acts" >/dev/null && aver add dorn/speak "Calda speaks" >/dev/null
  $ aver actor add calda Calda --kind state >/dev/null && aver actor add uw "United Wealds" --kind state >/dev/null
  $ aver record act calda deny --held 2024-09-20 >/dev/null
  $ aver record act calda query --held 2024-10-12~ >/dev/null
  $ aver record act calda affirm --held 2024-10-20 --until 2024-10-24 >/dev/null
  $ aver record act uw affirm --held 2024-10-05 >/dev/null
  $ aver record speak calda silent --held 2024-10-03 --searched "the gazette" >/dev/null
  $ aver again speak calda --held 2024-10-30 --same-places >/dev/null

  $ aver show act --on 2024-10
  held in 2024-10, as known at HEAD (6709823 of 2024-11-01 09:00)
  
  dorn/act
  Calda acts
  
    calda  deny             2024-10-01 to 2024-10-10  since 2024-09-20
        2024-09-20-calda
           deny or query ~  2024-10-11 to 2024-10-12  since
        [2024-09-20..2024-10-12]
        2024-09-20-calda
        2024-10-12-calda
           query            2024-10-13 to 2024-10-19  since 2024-10-12~
        2024-10-12-calda
           affirm           2024-10-20 to 2024-10-24
        until 2024-10-24 · 2024-10-20-calda
           query            2024-10-25 to 2024-10-31, resumed
        2024-10-12-calda
    uw     affirm           2024-10-05 to 2024-10-31
        2024-10-05-uw
  $ aver show act --on 2024-08
  held in 2024-08, as known at HEAD (6709823 of 2024-11-01 09:00)
  
  dorn/act
  Calda acts
  
  No record of anybody's position in 2024-08.
    no record in these days: calda, uw
  $ aver show calda --on 2024-10
  held in 2024-10, as known at HEAD (6709823 of 2024-11-01 09:00)
  
  calda
  Calda
  
    kind  state
  
    dorn/act    deny             2024-10-01 to 2024-10-10  since 2024-09-20
        2024-09-20-calda
                deny or query ~  2024-10-11 to 2024-10-12  since
        [2024-09-20..2024-10-12]
        2024-09-20-calda
        2024-10-12-calda
                query            2024-10-13 to 2024-10-19  since 2024-10-12~
        2024-10-12-calda
                affirm           2024-10-20 to 2024-10-24
        until 2024-10-24 · 2024-10-20-calda
                query            2024-10-25 to 2024-10-31, resumed
        2024-10-12-calda
    dorn/speak  silent           2024-10-03 to 2024-10-31, last checked 2024-10-30
        searched the gazette · 2024-10-03-calda
  $ aver positions --on 2024-10
  held in 2024-10, as known at HEAD (6709823 of 2024-11-01 09:00)
  
  1   Calda acts  dorn/act
  2   Calda speaks  dorn/speak
  
          1                                                                2
  calda   deny, then deny or query ~, then query, then affirm, then query  silent
  uw      affirm                                                           ·
  $ aver list --on 2024-10
  held in 2024-10, as known at HEAD (6709823 of 2024-11-01 09:00)
  
  dorn/act
    Calda acts
    calda deny 2024-10-01 to 2024-10-10 · calda deny or query ~ 2024-10-11 to
    2024-10-12 · calda query 2024-10-13 to 2024-10-19 · calda affirm 2024-10-20 to
    2024-10-24 · calda query 2024-10-25 to 2024-10-31 · uw affirm 2024-10-05 to
    2024-10-31
  dorn/speak
    Calda speaks
    calda silent 2024-10-03 to 2024-10-31
  
  2 claims

A condition fits a period where it does on some day of it; what fits is told with these days.

  $ aver list position:affirm --on 2024-10
  held in 2024-10, as known at HEAD (6709823 of 2024-11-01 09:00)
  
  dorn/act
    Calda acts
    calda affirm 2024-10-20 to 2024-10-24 · uw affirm 2024-10-05 to 2024-10-31
  
  1 claim
  $ aver list position:affirm --on 2024-09
  held in 2024-09, as known at HEAD (6709823 of 2024-11-01 09:00)
  
  No claim fits by what is in force.
  2 other records fit: aver list "ever(position:affirm)"
  $ aver list is:uncertain --on 2024
  held in 2024, as known at HEAD (6709823 of 2024-11-01 09:00)
  
  dorn/act
    Calda acts
    calda deny or query ~ 2024-10-11 to 2024-10-12
  
  1 claim
  $ aver list -position:silent speak --on 2024-10
  held in 2024-10, as known at HEAD (6709823 of 2024-11-01 09:00)
  
  dorn/speak
    Calda speaks
    no record
  
  1 claim
  $ aver list position:affirm --on "[2024-10-22..2024-10-28]" --format csv
  claim,text,kind,tags,holder,scale,certain,position,held,since_earliest,since_latest,condition,days_first,days_last
  dorn/act,Calda acts,,,calda,stance,yes,affirm,2024-10-20,2024-10-20,2024-10-20,,2024-10-22,2024-10-24
  dorn/act,Calda acts,,,uw,stance,yes,affirm,2024-10-05,2024-10-05,2024-10-05,,2024-10-22,2024-10-28
  $ aver show speak --on 2024-10 --json | grep -A3 '"on"\|"days"'
    "on": "2024-10",
    "known_at": null,
    "revision": "67098233cb7d564d6c56fb3aba71f2e51c99c506",
    "kind": "claim",
  --
        "days": {
          "first": "2024-10-03",
          "last": "2024-10-31"
        }
  $ aver positions holder:calda --on 2024-10 --format csv
  holder,dorn/act,dorn/speak
  calda,"deny, query|deny ~, query, affirm, query",silent

As known before the last record of it.

  $ aver list act holder:uw --on 2024-10 --known-at HEAD~4 | head -4
  held in 2024-10, as known at HEAD~4 (1105ad7 of 2024-11-01 09:00)
  
  No claim fits.

What takes one day says so.

  $ aver history act --on 2024-10
  error: --on takes one day, not "2024-10"
  hint: --on 2024-10-31
  [2]
  $ aver show act --on 2024-10~
  error: --on takes no "~": ask about all days that you mean
  hint: --on [2024-09-01..2024-11-30]
  [2]
  $ aver show act --on 2024-10-31T18:00:00
  error: --on takes a date without a time, not "2024-10-31T18:00:00"
  hint: --on 2024-10-31
  [2]
