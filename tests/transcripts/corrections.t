# What was our mistake, and what was theirs

  $ aver init facts >/dev/null && cd facts
  $ aver add topic/x "X is so" >/dev/null
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver record x calda affirm --held 2024-10-30 --summary "As the wire had it"
  recorded calda affirm on topic/x, held 2024-10-30: the first record of calda
    here
    cb57b6c on main; undo: aver undo cb57b6c

The wire was wrong: a correction replaces the record, and says why. The old one stays.

  $ at 2024-11-03
  $ aver record x calda deny --held 2024-10-30 --corrects 2024-10-30-calda --reason "The wire left out the \"not\""
  recorded calda deny on topic/x, held 2024-10-30: corrects 2024-10-30-calda
    f619b42 on main; undo: aver undo f619b42
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
  held on 2024-11-01, as known at 2024-11-02 (cb57b6c of 2024-11-01 09:00 UTC)
  
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
    25e33cb on main; undo: aver undo 25e33cb
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
    5fe716d on main; undo: aver undo 5fe716d
  $ aver check
  claims/topic/x/2024-10-30-calda-3.toml: warning: "calda" holds "affirm" here and "deny" in 2024-10-30-calda-2, on the same day [position/contradiction]
  
  checked 6 records: 0 errors, 1 warning

The same thing twice is recorded once.

  $ aver record x calda affirm --held 2024-10-30
  nothing to record: topic/x/2024-10-30-calda-3 says exactly this already

Undo takes back what nothing else needs.

  $ aver undo
  undone: Record calda affirm on topic/x
    84c33fd on main; undo: aver undo 84c33fd
  $ aver actor add uw "United Wealds" --kind state
  added actor uw: United Wealds (state)
    9b50bc0 on main; undo: aver undo 9b50bc0
  $ aver record x uw affirm
  recorded uw affirm on topic/x, held 2024-11-04: the first record of uw here
    b3db7a5 on main; undo: aver undo b3db7a5
  $ aver undo HEAD~1
  error: "Add actor uw" cannot be undone: later records build on it
  caused by: claims/topic/x/2024-11-04-uw.toml refers to it: there is no actor "uw" in this store
  hint: undo those first, or edit the records and: aver commit
  [3]
  $ aver undo
  undone: Record uw affirm on topic/x
    3592dc0 on main; undo: aver undo 3592dc0
  $ aver undo HEAD~2
  undone: Add actor uw
    68f287a on main; undo: aver undo 68f287a
  $ aver log -n 4
  68f287a  2024-11-04 09:00  Ada Fields  Undo "Add actor uw"
  3592dc0  2024-11-04 09:00  Ada Fields  Undo "Record uw affirm on topic/x"
  b3db7a5  2024-11-04 09:00  Ada Fields  Record uw affirm on topic/x
  9b50bc0  2024-11-04 09:00  Ada Fields  Add actor uw
