# What was our mistake, and what was theirs

  $ aver init facts >/dev/null && cd facts
  $ aver add topic/x "X is so" >/dev/null
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver record x calda affirm --held 2024-10-30 --summary "As the wire had it"
  recorded calda affirm on topic/x, held 2024-10-30: the first record of calda
    here
    e10dc42 on main; undo: aver undo e10dc42

The wire was wrong: a correction replaces the record, and says why. The old one stays.

  $ at 2024-11-03
  $ aver record x calda deny --held 2024-10-30 --corrects 2024-10-30-calda --reason "The wire left out the \"not\""
  recorded calda deny on topic/x, held 2024-10-30: corrects 2024-10-30-calda
    3c7e888 on main; undo: aver undo 3c7e888
  $ aver show x
  topic/x
  X is so
  
    calda  deny  since 2024-10-30
        2024-10-30-calda-2
  $ aver history x
  topic/x
  X is so
  
  calda
    2024-10-30  deny  first
    2024-10-30-calda (affirm) corrected by 2024-10-30-calda-2: The wire left out
    the "not"
  $ aver show 2024-10-30-calda
  topic/x/2024-10-30-calda
  X is so
  
    calda  affirm  held 2024-10-30
    no longer stands: corrected by 2024-10-30-calda-2: The wire left out the "not"
  
    summary  As the wire had it
  $ aver diff
  topic/x
    X is so
    calda  affirm (2024-10-30) -> deny (2024-10-30)
           corrected: The wire left out the "not"
  $ aver show x --on 2024-11-01 --known-at 2024-11-02
  held on 2024-11-01, as known at 2024-11-02 (e10dc42 of 2024-11-01 09:00 UTC)
  
  topic/x
  X is so
  
    calda  affirm  since 2024-10-30
        As the wire had it
        2024-10-30-calda
  $ aver record x calda query --corrects nothing-there --reason slip
  error: there is no stance "nothing-there" on this claim
  [2]
  $ aver record x calda query --corrects 2024-10-30-calda
  error: a correction says why the other record was a mistake
  hint: --reason "WHY"
  [2]

A late find is learned, not a move.

  $ at 2024-11-04
  $ aver record x calda query --held 2024-09-01
  recorded calda query on topic/x, held 2024-09-01: the first record of calda here
    (1 later stance stands)
    7d97900 on main; undo: aver undo 7d97900
  $ aver diff
  topic/x
    X is so
    also recorded, about other days
    calda  query (2024-09-01)  learned, 2024-09-01 to 2024-10-29
  $ aver history x
  topic/x
  X is so
  
           2024-09-01                                                   2024-11-04
    calda  │query──────────────────────────────────────────────────────────│deny──
  
  calda
    2024-09-01  query  first
    2024-10-30  deny   shift
    2024-10-30-calda (affirm) corrected by 2024-10-30-calda-2: The wire left out
    the "not"

Opposed on one day is a contradiction, and both are shown.

  $ aver record x calda affirm --held 2024-10-30
  warning: it contradicts 2024-10-30-calda-2: deny on the same day [position/contradiction]
  hint: where 2024-10-30-calda-2 was our mistake: aver retract topic/x/2024-10-30-calda-2 --reason "WHY"; else say when each was held: aver correct topic/x/2024-10-30-calda-2 --held 2024-10-30T09:00:00+00:00 --reason "WHY"; aver correct topic/x/2024-10-30-calda-3 --held 2024-10-30T18:00:00+00:00 --reason "WHY"
  recorded calda affirm on topic/x, held 2024-10-30: what is in force is not
    certain
    0da9957 on main; undo: aver undo 0da9957
  $ aver check
  claims/topic/x/2024-10-30-calda-3.toml: warning: "calda" holds "affirm" here and "deny" in 2024-10-30-calda-2, on the same day [position/contradiction]
  
  checked 6 records: 0 errors, 1 warning

The same thing twice is recorded once.

  $ aver record x calda affirm --held 2024-10-30
  nothing to record: topic/x/2024-10-30-calda-3 says exactly this already

Undo takes back what nothing else needs.

  $ aver undo
  undone: Record calda affirm on topic/x
    e42cb24 on main; undo: aver undo e42cb24
  $ aver actor add uw "United Wealds" --kind state
  added actor uw: United Wealds (state)
    bffa00c on main; undo: aver undo bffa00c
  $ aver record x uw affirm
  recorded uw affirm on topic/x, held 2024-11-04: the first record of uw here
    ac6fc7f on main; undo: aver undo ac6fc7f
  $ aver undo HEAD~1
  error: "Add actor uw" cannot be undone: later records build on it
  caused by: claims/topic/x/2024-11-04-uw.toml refers to it: there is no actor "uw" in this store
  hint: undo those first, or edit the records and: aver commit
  [3]
  $ aver undo
  undone: Record uw affirm on topic/x
    c5f6d9a on main; undo: aver undo c5f6d9a
  $ aver undo HEAD~2
  undone: Add actor uw
    a28c349 on main; undo: aver undo a28c349
  $ aver log -n 4
  a28c349  2024-11-04 09:00  Ada Fields  Undo "Add actor uw"
  c5f6d9a  2024-11-04 09:00  Ada Fields  Undo "Record uw affirm on topic/x"
  ac6fc7f  2024-11-04 09:00  Ada Fields  Record uw affirm on topic/x
  bffa00c  2024-11-04 09:00  Ada Fields  Add actor uw
