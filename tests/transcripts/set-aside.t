# What is set aside, and how it comes back

  $ aver init facts >/dev/null && cd facts
  $ aver add x "X is so" >/dev/null && aver actor add calda Calda --kind state >/dev/null
  $ aver actor add kem Kem >/dev/null
  $ aver record x calda affirm --held 2024-10-30 --until 2024-12-31 --summary "Yes, if asked" --via kem --condition "if asked" --rating "So so" --note "as heard" >/dev/null
  $ aver correct 2024-10-30-calda deny --reason "Misheard" >/dev/null

A correction that was wrong is retracted. Nothing stands in its place, and the old words come back whole.

  $ aver retract 2024-10-30-calda-2 --reason "It was heard well"
  nothing stands in its place: 2024-10-30-calda, which it had corrected, stays set
    aside. That comes back, with all it says, by:
    aver correct x/2024-10-30-calda-3 --as x/2024-10-30-calda --reason "WHY"
  retracted x/2024-10-30-calda-2: It was heard well
    64ea1aa on main; undo: aver undo 64ea1aa
  $ aver show x
  x
  X is so
  
  No record of anybody's position on 2024-11-01.
  $ aver correct x/2024-10-30-calda-3 --as x/2024-10-30-calda --reason "WHY"
  recorded calda affirm on x, held 2024-10-30: corrects 2024-10-30-calda-3
    3c6312a on main; undo: aver undo 3c6312a
  $ aver show x/2024-10-30-calda-4
  x/2024-10-30-calda-4
  X is so
  
    calda  affirm  held 2024-10-30
  
    until      2024-12-31
    mode       attributed
    via        kem
    summary    Yes, if asked
    rating     So so
    condition  if asked
    corrects   2024-10-30-calda-3
    reason     WHY
    note       as heard

An end that was wrong is retracted in the same way.

  $ aver end x/2024-10-30-calda-4 2024-11-15
  recorded calda affirm on x, held 2024-10-30, ended 2024-11-15: replaces
    2024-10-30-calda-4
    db1b242 on main; undo: aver undo db1b242
  $ aver history x
  x
  X is so
  
  calda
    2024-10-30  affirm  first  via kem, rated "So so" · until 2024-11-15
                Yes, if asked
                if: if asked
                note: as heard
    2024-10-30-calda (affirm) corrected by 2024-10-30-calda-2: Misheard
    2024-10-30-calda-2 (deny) retracted by 2024-10-30-calda-3: It was heard well
    2024-10-30-calda-3 (retraction) corrected by 2024-10-30-calda-4: WHY
    2024-10-30-calda-4 (affirm) ended 2024-11-15, by 2024-10-30-calda-5
  $ aver list is:ended
  x
    X is so
    calda affirm, if: if asked
  
  1 claim
  $ aver list is:corrected --format csv
  claim,text,kind,tags,holder,scale,certain,position,held,since_earliest,since_latest,condition
  x,X is so,,,calda,stance,yes,affirm,2024-10-30,2024-10-30,2024-10-30,if asked
  $ aver export csv | cut -d, -f5,8,13,14
  stance,position,in_force,standing
  x/2024-10-30-calda,affirm,no,corrected
  x/2024-10-30-calda-2,deny,no,retracted
  x/2024-10-30-calda-3,,no,retraction
  x/2024-10-30-calda-4,affirm,no,ended
  x/2024-10-30-calda-5,affirm,yes,in-force
  $ aver show x/2024-10-30-calda-4
  x/2024-10-30-calda-4
  X is so
  
    calda  affirm  held 2024-10-30
    no longer stands: ended 2024-11-15, by 2024-10-30-calda-5
  
    until      2024-12-31
    mode       attributed
    via        kem
    summary    Yes, if asked
    rating     So so
    condition  if asked
    corrects   2024-10-30-calda-3
    reason     WHY
    note       as heard
  $ aver retract x/2024-10-30-calda-5 --reason "It goes on"
  nothing stands in its place: 2024-10-30-calda-4, which it had ended, stays set
    aside. That comes back, with all it says, by:
    aver correct x/2024-10-30-calda-6 --as x/2024-10-30-calda-4 --reason "WHY"
  retracted x/2024-10-30-calda-5: It goes on
    5f525e8 on main; undo: aver undo 5f525e8
  $ aver list is:retracted
  x
    X is so
    no record
  
  1 claim
  $ aver list is:retracted position:deny
  No claim fits.
  $ aver correct x/2024-10-30-calda-6 --as x/2024-10-30-calda-4 --reason "WHY" >/dev/null
  $ aver show x
  x
  X is so
  
    calda  affirm  since 2024-10-30
        Yes, if asked
        if: if asked
        note: as heard
        via kem, rated "So so" · until 2024-12-31 · 2024-10-30-calda-7

  $ aver correct x/2024-10-30-calda-7 --as x/2024-10-30-calda-3 --reason "No words"
  error: 2024-10-30-calda-3 is a retraction: it has no words to take over
  hint: aver show x/2024-10-30-calda-3
  [2]
  $ aver add y "Y is so" >/dev/null && aver record y calda deny --held 2024-10-01 >/dev/null
  $ aver correct y/2024-10-01-calda --as x/2024-10-30-calda --reason "Another claim's"
  error: x/2024-10-30-calda is about another claim
  hint: aver record x
  [2]

What was retracted may be recorded anew.

  $ aver retract y/2024-10-01-calda --reason "Too early"
  retracted y/2024-10-01-calda: Too early
    45af3d7 on main; undo: aver undo 45af3d7
  $ aver record y calda deny --held 2024-10-01
  recorded calda deny on y, held 2024-10-01: the first record of calda here
    063e49c on main; undo: aver undo 063e49c
  $ aver record y calda deny --held 2024-10-01
  nothing to record: y/2024-10-01-calda-3 says exactly this already

Looks that found nothing are no proof of what was said, once the record says that.

  $ aver record y kem silent --held 2024-10-02 --searched "the papers" >/dev/null
  $ aver again y/2024-10-02-kem --held 2024-10-20 --same-places >/dev/null
  $ aver correct y/2024-10-20-kem deny --reason "He did say it"
  error: 2024-10-20-kem is a look: it found 2024-10-02-kem unchanged, and nothing else
  caused by: retract it, and record what was found instead
  hint: aver retract y/2024-10-20-kem --reason "WHY"; aver record y kem deny --held 2024-10-20
  [2]
  $ aver correct y/2024-10-02-kem --held 2024-10-05 --reason "Looked three days later"
  looked until 2024-10-05, as it begins there now (another day: --through)
  1 look speaks of the correction now: y/2024-10-20-kem
  recorded kem silent on y, held 2024-10-05: corrects 2024-10-02-kem
    d2ecd4e on main; undo: aver undo d2ecd4e
  $ aver correct y/2024-10-05-kem --held 2024-10-25 --through 2024-10-10 --reason "Later"
  error: through 2024-10-10 lies before held 2024-10-25
  hint: --through DAY, on or after 2024-10-25
  [2]
  $ aver correct y/2024-10-05-kem deny --summary "No" --reason "He had said it"
  where somebody looked for it, and found nothing, is not taken over (--searched)
  1 look says nothing any more. To retract it:
    aver retract y/2024-10-20-kem --reason "WHY"
  recorded kem deny on y, held 2024-10-05: corrects 2024-10-05-kem
    5c7d349 on main; undo: aver undo 5c7d349
  $ aver show y
  y
  Y is so
  
    calda  deny  since 2024-10-01
        2024-10-01-calda-3
    kem    deny  since 2024-10-05
        No
        2024-10-05-kem-2
  $ aver check
  claims/y/2024-10-20-kem.toml: warning: it says that 2024-10-02-kem still was so, and that was corrected to something else, by 2024-10-05-kem [repeats/fallen]
    hint: aver retract y/2024-10-20-kem --reason "WHY"
  
  checked 18 records: 0 errors, 1 warning

Of one day, times say what came first; each is told.

  $ aver record y kem affirm --held 2024-10-30T09:00:00Z
  recorded kem affirm on y, held 2024-10-30T09:00:00Z: reversal, was deny since
    2024-10-05
    42bb62b on main; undo: aver undo 42bb62b
  $ aver record y kem deny --held 2024-10-30T18:00:00Z
  recorded kem deny on y, held 2024-10-30T18:00:00Z: reversal, was affirm since
    2024-10-30T09:00:00Z
    ea655ab on main; undo: aver undo ea655ab
  $ aver history y --holder kem
  y
  Y is so
  
         2024-10-05                                                     2024-11-01
    kem  │deny────────────────────────────────────────────────────────────│deny───
  
  kem
    2024-10-05            deny    first
                          No
    2024-10-30T09:00:00Z  affirm  reversal
    2024-10-30T18:00:00Z  deny    reversal
    2024-10-02-kem (silent) corrected by 2024-10-05-kem: Looked three days later
    2024-10-05-kem (silent) corrected by 2024-10-05-kem-2: He had said it
  $ aver flips y
  2024-10-30T09:00:00Z  reversal  kem  deny (2024-10-05) -> affirm
              (2024-10-30T09:00:00Z)
              Y is so  y
              - No
  2024-10-30T18:00:00Z  reversal  kem  affirm (2024-10-30T09:00:00Z) -> deny
              (2024-10-30T18:00:00Z)
              Y is so  y
  $ aver record y kem qualified --held 2024-10-30
  note: 2024-10-30-kem-2 says deny of the same day, and which came first is not known: both are possible now [position/same-day]
  hint: where 2024-10-30-kem-2 was our mistake: aver retract y/2024-10-30-kem-2 --reason "WHY"; else say when each was held: aver correct y/2024-10-30-kem-3 --held 2024-10-30T18:00:00+00:00 --reason "WHY"
  recorded kem qualified on y, held 2024-10-30: what is in force is not certain
    b65c5ad on main; undo: aver undo b65c5ad

A record that takes no place is told on standard error.

  $ printf 'holder = "kem"\nposition = "deny"\nheld = 2024-11-02\nuntil = 2024-11-01\n' >claims/y/2024-11-02-kem.toml
  $ git add -A && git commit -q --no-verify -m "An end before the beginning"
  $ aver show y >/dev/null
  error: claims/y/2024-11-02-kem.toml: it takes no place: until 2024-11-01 lies before held 2024-11-02 [date/order]
  hint: 1 record of y is left out of this answer: aver check
  $ aver list holder:kem >/dev/null
  error: claims/y/2024-11-02-kem.toml: it takes no place: until 2024-11-01 lies before held 2024-11-02 [date/order]
  hint: 1 record of y is left out of this answer: aver check
  $ aver diff
  error: claims/y/2024-11-02-kem.toml: it takes no place: until 2024-11-01 lies before held 2024-11-02 [date/order]
  hint: 1 record of y is left out of this answer: aver check
  y
    Y is so
    also recorded, about other days
    kem  deny (2024-11-02)  learned, in force on no day
