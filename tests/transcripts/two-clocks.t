# Two clocks: the world's, and the record's

  $ aver init facts >/dev/null && cd facts
  $ aver add dorn/restrain "Calda acts to restrain North Dorna" --kind policy --tag troops >/dev/null
  $ aver add dorn/troops "North Dornan troops fight in Rastia" --kind fact --tag troops >/dev/null
  $ aver add dorn/embargo "The United Wealds extends the embargo" --kind pledge --deadline 2024-11-20 >/dev/null
  $ aver actor add calda Calda --kind state >/dev/null && aver actor add uw "United Wealds" --kind state >/dev/null
  $ aver actor add rastia Rastia --kind state >/dev/null
  $ aver record restrain calda silent --held 2024-10-31 --searched briefings --source 2024/press --create >/dev/null
  $ aver record troops uw affirm --held 2024-10-23 --quote "There is evidence" --source press >/dev/null
  $ aver record troops rastia deny --held 2024-10-24 --summary "Calls it fake" >/dev/null
  $ aver record embargo uw not-acted --held 2024-10-01 --searched register >/dev/null

Looked again, and nothing has changed; and then something has.

  $ at 2024-11-15
  $ aver due --days 10
  2024-10-01  not checked  dorn/embargo  uw  not-acted, last checked 2024-10-01
              aver again dorn/embargo uw --same-places
  2024-10-31  not checked  dorn/restrain  calda  silent, last checked 2024-10-31
              aver again dorn/restrain calda --same-places
  2024-11-20  deadline     dorn/embargo  uw  not-acted so far
              aver record dorn/embargo uw POSITION
  $ aver again restrain calda
  error: say where somebody looked this time
  hint: aver again restrain calda --same-places
  [2]
  $ aver again embargo
  error: say where somebody looked this time
  hint: aver again embargo --same-places
  [2]
  $ aver again troops
  error: several positions are held on dorn/troops
  caused by: rastia deny: dorn/troops/2024-10-24-rastia
  caused by: uw affirm: dorn/troops/2024-10-23-uw
  hint: aver again dorn/troops/2024-10-24-rastia --searched "WHERE"
  [4]
  $ aver again calda
  error: "calda" is no claim and no stance
  hint: aver help again
  [2]
  $ aver due
  2024-10-01  not checked  dorn/embargo  uw  not-acted, last checked 2024-10-01
              aver again dorn/embargo uw --same-places
  2024-11-20  deadline     dorn/embargo  uw  not-acted so far
              aver record dorn/embargo uw POSITION
  $ at 2024-12-02
  $ aver record restrain calda affirm --held 2024-11-28 --quote "We have spoken" --source press
  recorded calda affirm on dorn/restrain, held 2024-11-28: shift, was silent since
    2024-10-31
    quote unchecked: 2024/press has no saved text
    3b330a8 on main; undo: aver undo 3b330a8
  $ aver record troops rastia query --held 2024-11-30
  recorded rastia query on dorn/troops, held 2024-11-30: shift, was deny since
    2024-10-24
    b70db1f on main; undo: aver undo b70db1f
  $ aver due
  2024-10-01  not checked  dorn/embargo  uw  not-acted, last checked 2024-10-01
              aver again dorn/embargo uw --same-places
  2024-11-20  deadline     dorn/embargo  uw  missed, not-acted
              aver record dorn/embargo uw POSITION

A mistake of ours.

  $ aver correct 2024-10-24-rastia
  error: say why the record was wrong
  hint: --reason "WHY"
  [2]
  $ aver correct 2024-10-24-rastia --reason "Too strong: the ministry declined to comment"
  error: the correction changes nothing
  hint: aver help correct
  [2]
  $ aver correct 2024-10-24-rastia declined --reason "Too strong: the ministry declined to comment"
  recorded rastia declined on dorn/troops, held 2024-10-24: corrects
    2024-10-24-rastia (1 later stance stands)
    c473fa7 on main; undo: aver undo c473fa7
  $ aver correct 2024-10-24-rastia deny --reason "No, it was right"
  error: 2024-10-24-rastia is set aside already, by 2024-10-24-rastia-2
  hint: aver show dorn/troops/2024-10-24-rastia-2
  [2]
  $ aver retract 2024-10-23-uw --reason "It was another agency"
  retracted dorn/troops/2024-10-23-uw: It was another agency
    80bdec0 on main; undo: aver undo 80bdec0
  $ aver show 2024-10-23-uw-2
  dorn/troops/2024-10-23-uw-2
  North Dornan troops fight in Rastia
  
    uw  retracts 2024-10-23-uw  held 2024-10-23
  
    reason  It was another agency
  $ aver retract restrain --reason "x"
  error: "restrain" is a claim, not a stance
  hint: aver history dorn/restrain
  [2]

The table, on any day, as known on any day.

  $ aver positions
  1   The United Wealds extends the embargo  dorn/embargo
  2   Calda acts to restrain North Dorna  dorn/restrain
  3   North Dornan troops fight in Rastia  dorn/troops
  
          1          2       3
  calda   ·          affirm  ·
  rastia  ·          ·       query
  uw      not-acted  ·       ·
  $ aver positions --on 2024-11-01
  held on 2024-11-01, as known at HEAD (80bdec0 of 2024-12-02 09:00)
  
  1   The United Wealds extends the embargo  dorn/embargo
  2   Calda acts to restrain North Dorna  dorn/restrain
  3   North Dornan troops fight in Rastia  dorn/troops
  
          1          2       3
  calda   ·          silent  ·
  rastia  ·          ·       declined
  uw      not-acted  ·       ·
  $ aver positions --on 2024-11-01 --known-at 2024-11-10 --tag troops
  held on 2024-11-01, as known at 2024-11-10 (ce99d18 of 2024-11-01 09:00 UTC)
  
  1   Calda acts to restrain North Dorna  dorn/restrain
  2   North Dornan troops fight in Rastia  dorn/troops
  
          1       2
  calda   silent  ·
  rastia  ·       deny
  uw      ·       affirm
  $ aver positions --format markdown
  | holder | dorn/embargo | dorn/restrain | dorn/troops |
  |---|---|---|---|
  | calda |  | affirm |  |
  | rastia |  |  | query |
  | uw | not-acted |  |  |
  $ aver positions --holder calda --format csv
  holder,dorn/restrain
  calda,affirm
  $ aver positions --position stalled
  No record of a position.

Who moved, and was it them or us?

  $ aver flips
  2024-11-30  shift     rastia  declined (2024-10-24) -> query (2024-11-30)
              North Dornan troops fight in Rastia  dorn/troops
              - Calls it fake
  2024-11-28  shift     calda  silent (2024-10-31) -> affirm (2024-11-28)
              Calda acts to restrain North Dorna  dorn/restrain
              - searched briefings · 2024/press
              + "We have spoken"
                2024/press
  $ aver flips --since 2024-11-29 --format csv
  when,when_earliest,when_latest,claim,holder,scale,change,certain,by_way_of,from,from held,from quote,from source,to,to quote,to source,from condition,to condition
  2024-11-30,2024-11-30,2024-11-30,dorn/troops,rastia,stance,shift,yes,,declined,2024-10-24,,,query,,,,
  $ aver flips --holder uw
  Nobody has moved.
  $ aver flips --since 2025-01-01 --until 2024-01-01
  error: --since 2025-01-01 lies behind 2024-01-01
  [2]
  $ aver history troops --format markdown
  | claim | holder | scale | when | when\_earliest | when\_latest | certain | position | change | quote | summary | source | locator | speaker | via | mode | stance | evidence | translation | condition | corrects |
  |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
  | dorn/troops | rastia | stance | 2024-10-24 | 2024-10-24 | 2024-10-24 | yes | declined | first |  | Calls it fake |  |  |  |  |  | dorn/troops/2024-10-24-rastia-2 |  |  |  | 2024-10-24-rastia |
  | dorn/troops | rastia | stance | 2024-11-30 | 2024-11-30 | 2024-11-30 | yes | query | shift |  |  |  |  |  |  |  | dorn/troops/2024-11-30-rastia |  |  |  |  |
  $ aver list --format jsonl --tag troops
  {"claim":"dorn/restrain","text":"Calda acts to restrain North Dorna","kind":"policy","tags":"troops","holder":"calda","scale":"stance","certain":true,"position":"affirm","held":"2024-11-28","since_earliest":"2024-11-28","since_latest":"2024-11-28","condition":null}
  {"claim":"dorn/troops","text":"North Dornan troops fight in Rastia","kind":"fact","tags":"troops","holder":"rastia","scale":"stance","certain":true,"position":"query","held":"2024-11-30","since_earliest":"2024-11-30","since_latest":"2024-11-30","condition":null}
  $ aver log --format csv -n 2
  commit,time,author,email,subject
  80bdec07775bbd37b3d4e6ecdbbc2b478b5a3eed,2024-12-02 09:00,Ada Fields,ada@example.org,Retract 2024-10-23-uw on dorn/troops
  c473fa77d04ee1839d3554f9b4bca8484379081a,2024-12-02 09:00,Ada Fields,ada@example.org,Correct 2024-10-24-rastia on dorn/troops

What did Calda hold on 1 November; what did we believe about that on 1 November itself?

  $ aver show restrain --on 2024-11-01
  held on 2024-11-01, as known at HEAD (80bdec0 of 2024-12-02 09:00)
  
  dorn/restrain
  Calda acts to restrain North Dorna
  
    kind  policy
    tags  troops
  
    calda  silent  since 2024-10-31, last checked 2024-10-31
        searched briefings · 2024/press · 2024-10-31-calda
  $ aver show restrain --on 2024-11-01 --known-at 2024-11-01
  held on 2024-11-01, as known at 2024-11-01 (ce99d18 of 2024-11-01 09:00 UTC)
  
  dorn/restrain
  Calda acts to restrain North Dorna
  
    kind  policy
    tags  troops
  
    calda  silent  since 2024-10-31, last checked 2024-10-31
        searched briefings · 2024/press · 2024-10-31-calda

What moved between two days, what did we learn between two states of the record, and both at once.

  $ aver diff --on 2024-10-31..2024-12-02
  from 2024-10-31 to 2024-12-02, as known at HEAD (80bdec0)
  
  dorn/restrain
    Calda acts to restrain North Dorna
    calda  silent (2024-10-31) -> affirm (2024-11-28)  shift
  
  dorn/troops
    North Dornan troops fight in Rastia
    rastia  declined (2024-10-24) -> query (2024-11-30)  shift
  $ aver diff --on 2024-10-31 --known-at 2024-11-01..HEAD
  from 2024-10-31, as known on 2024-11-01 (ce99d18), to 2024-10-31, as known at
    HEAD (80bdec0)
  
  dorn/troops
    North Dornan troops fight in Rastia
    rastia  deny (2024-10-24) -> declined (2024-10-24)
            corrected: Too strong: the ministry declined to comment
    uw      affirm (2024-10-23) -> no record  retracted: It was another agency
  $ aver diff --on 2024-10-31..2024-12-02 --known-at 2024-11-01..HEAD
  from 2024-10-31, as known on 2024-11-01 (ce99d18), to 2024-12-02, as known at
    HEAD (80bdec0)
  
  dorn/restrain
    Calda acts to restrain North Dorna
    calda  silent (2024-10-31) -> affirm (2024-11-28)  shift
  
  dorn/troops
    North Dornan troops fight in Rastia
    rastia  deny (2024-10-24) -> declined (2024-10-24) -> query (2024-11-30)
            corrected: Too strong: the ministry declined to comment; then shift
    uw      affirm (2024-10-23) -> no record  retracted: It was another agency
  $ aver diff --on 2024-10-31..2024-12-02 --known-at 2024-11-01..HEAD --stat
  from 2024-10-31, as known on 2024-11-01 (ce99d18), to 2024-12-02, as known at
    HEAD (80bdec0)
  
  2 claims: 1 corrected, 2 moved (2 shift), 1 retracted
  $ aver diff --on 2024-10-31..2024-12-02 --holder calda --format csv
  claim,text,holder,scale,before,before held,between,after,after held,record,change,governs,reason,quote,source,condition
  dorn/restrain,Calda acts to restrain North Dorna,calda,stance,silent,2024-10-31,,affirm,2024-11-28,,shift,,,We have spoken,2024/press,
  $ aver diff --on 2024-10-31..2024-12-02 --topic dorn/restrain --format markdown
  | claim | text | holder | scale | before | before held | between | after | after held | record | change | governs | reason | quote | source | condition |
  |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
  | dorn/restrain | Calda acts to restrain North Dorna | calda | stance | silent | 2024-10-31 |  | affirm | 2024-11-28 |  | shift |  |  | We have spoken | 2024/press |  |
  $ aver diff --on 2024-10-31..2024-12-02 --tag troops --position affirm --format jsonl
  {"claim":"dorn/restrain","text":"Calda acts to restrain North Dorna","holder":"calda","scale":"stance","before":"silent","before held":"2024-10-31","between":null,"after":"affirm","after held":"2024-11-28","record":null,"change":"shift","governs":null,"reason":null,"quote":"We have spoken","source":"2024/press","condition":null}
  $ aver diff --on 2024-12-01..2024-12-02 --exit-code
  no position differs between 2024-12-01 and 2024-12-02
  $ aver diff --on 2024-10-31..2024-12-02 --exit-code --stat
  from 2024-10-31 to 2024-12-02, as known at HEAD (80bdec0)
  
  2 claims: 2 moved (2 shift)
  [1]
  $ aver diff --known-at 2020-01-01..2020-02-01
  no position differs between 2020-01-01 and 2020-02-01

The coordinates that were asked for are named, also where nothing was known yet; each side is of its day.

  $ aver diff --known-at 2019-12-31..2024-11-01 --claim dorn/restrain
  from 2019-12-31, as known on 2019-12-31 (before the first commit: nothing), to
    2024-11-01, as known on 2024-11-01 (ce99d18)
  
  dorn/restrain  added
    Calda acts to restrain North Dorna
    calda  no record -> silent (2024-10-31)  first
  $ aver diff --known-at 2024-11-01..2024-11-29 --claim dorn/restrain
  no position differs between 2024-11-01 and 2024-11-29
  $ aver diff --known-at 2024-11-01..2024-11-01
  no position differs between 2024-11-01 and 2024-11-01
