# Records of one day, and of the same vague days

  $ aver init facts >/dev/null && cd facts && aver add x "X is so" >/dev/null
  $ aver actor add calda Calda --kind state >/dev/null && aver actor add uw "United Wealds" --kind state >/dev/null

What begins on one day is told when it is recorded, whatever it says.

  $ aver record x calda affirm --held 2024-09-15 --summary "In the paper"
  recorded calda affirm on x, held 2024-09-15: the first record of calda here
    9e755dc on main; undo: aver undo 9e755dc
  $ aver record x calda affirm --held 2024-09-15 --summary "On the air"
  warning: 2024-09-15-calda says affirm of the same day [position/twice]
  hint: where 2024-09-15-calda was our mistake: aver retract x/2024-09-15-calda --reason "WHY"; else say when each was held: aver correct x/2024-09-15-calda --held 2024-09-15T09:00:00+00:00 --reason "WHY"; aver correct x/2024-09-15-calda-2 --held 2024-09-15T18:00:00+00:00 --reason "WHY"
  recorded calda affirm on x, held 2024-09-15: beside 2024-09-15-calda (affirm) of
    the same day
    ac3ec38 on main; undo: aver undo ac3ec38
  $ aver record x uw silent --held 2024-09-15 --searched "the gazette" | head -1
  recorded uw silent on x, held 2024-09-15: the first record of uw here
  $ aver record x uw affirm --held 2024-09-15
  recorded uw affirm on x, held 2024-09-15: beside 2024-09-15-uw (silent) of the
    same day
    3aa7f2c on main; undo: aver undo 3aa7f2c
  $ aver record x uw silent --held 2024-09-15 --searched "the wire"
  warning: 2024-09-15-uw says silent of the same day [position/twice]
  hint: where 2024-09-15-uw was our mistake: aver retract x/2024-09-15-uw --reason "WHY"; else say when each was held: aver correct x/2024-09-15-uw --held 2024-09-15T09:00:00+00:00 --reason "WHY"; aver correct x/2024-09-15-uw-3 --held 2024-09-15T18:00:00+00:00 --reason "WHY"
  recorded uw silent on x, held 2024-09-15: never in force, as silent gives way to
    other records of these days
    60556ca on main; undo: aver undo 60556ca
  $ aver check
  claims/x/2024-09-15-calda-2.toml: warning: "calda" holds "affirm" here and in 2024-09-15-calda, on the same day [position/twice]
    hint: to make one of the two: aver retract x/2024-09-15-calda-2 --reason "evidence of 2024-09-15-calda"
  claims/x/2024-09-15-uw-3.toml: warning: "uw" holds "silent" here and in 2024-09-15-uw, on the same day [position/twice]
    hint: to make one of the two: aver retract x/2024-09-15-uw-3 --reason "evidence of 2024-09-15-uw"
  
  checked 8 records: 0 errors, 2 warnings

Two pairs of opposed records: what they say reads alike, and they are four records. Nobody knows whether the holder moved from
the first pair to the second, and all four are told.

  $ aver add y "Y is so" >/dev/null
  $ aver record y calda affirm --held 2024-09 | head -1
  recorded calda affirm on y, held 2024-09: the first record of calda here
  $ aver record y calda deny --held 2024-09 | head -1
  recorded calda deny on y, held 2024-09: what is in force is not certain
  $ aver record y calda affirm --held 2024-10 | head -1
  recorded calda affirm on y, held 2024-10: what was in force before is not
  $ aver record y calda deny --held 2024-10 | head -1
  recorded calda deny on y, held 2024-10: what is in force is not certain
  $ aver show y
  y
  Y is so
  
    calda  deny or affirm ~  since [2024-09-01..2024-10-31]
        2024-10-calda
        2024-10-calda-2
  $ aver history y
  y
  Y is so
  
           2024-09-01                                                   2024-11-01
    calda  │deny or affirm ~~~~~~~~~~~~~~~~~~│deny or affirm ~~~~~~~~~~~~~~~~~~~~~
           ~~~ not certain
  
  calda
    2024-09  deny or affirm ~  undecided
             2024-09-calda: affirm
             2024-09-calda-2: deny
    2024-10  deny or affirm ~  undecided
             2024-10-calda: affirm
             2024-10-calda-2: deny
  $ aver flips claim:y
  Nobody has surely moved.
  
  not certain, or on a day that is not known exactly
  2024-10     undecided  calda  deny or affirm ~ -> deny or affirm ~
              Y is so  y
  2024-09     undecided  calda  no record -> deny or affirm ~
              Y is so  y
  $ aver add z "Z is so" >/dev/null
  $ aver record z uw affirm --held 2024-09-10 2>/dev/null | head -1
  recorded uw affirm on z, held 2024-09-10: the first record of uw here
  $ aver record z uw deny --held 2024-09-10 2>/dev/null | head -1
  recorded uw deny on z, held 2024-09-10: what is in force is not certain
  $ aver record z uw deny --held 2024-09-20 2>/dev/null | head -1
  recorded uw deny on z, held 2024-09-20: what was in force before is not certain
  $ aver record z uw affirm --held 2024-09-20 2>/dev/null | head -1
  recorded uw affirm on z, held 2024-09-20: what is in force is not certain
  $ aver history z
  z
  Z is so
  
        2024-09-10                                                      2024-11-01
    uw  │deny or affi│deny or affirm ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        ~~~ not certain
  
  uw
    2024-09-10  deny or affirm ~  undecided
                2024-09-10-uw: affirm
                2024-09-10-uw-2: deny
    2024-09-20  deny or affirm ~  undecided
                2024-09-20-uw: deny
                2024-09-20-uw-2: affirm
  $ aver flips claim:z
  Nobody has surely moved.
  
  contradictions: opposed positions of one day
  2024-09-10  uw  affirm (2024-09-10) and deny (2024-09-10)
              z/2024-09-10-uw, 2024-09-10-uw-2
  2024-09-20  uw  deny (2024-09-20) and affirm (2024-09-20)
              z/2024-09-20-uw, 2024-09-20-uw-2
