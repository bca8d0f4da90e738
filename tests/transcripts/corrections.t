# What was our mistake, and what was theirs

  $ aver init facts >/dev/null && cd facts
  $ aver add topic/x "X is so" >/dev/null
  $ aver actor add china China --kind state >/dev/null
  $ aver record x china affirm --held 2024-10-30 --summary "As the wire had it"
  recorded china affirm on topic/x, held 2024-10-30: the first record of china
    here
    a958569 on main; undo: aver undo a958569

The wire was wrong: a correction replaces the record, and says why. The old one stays.

  $ at 2024-11-03
  $ aver record x china deny --held 2024-10-30 --corrects 2024-10-30-china --reason "The wire left out the \"not\""
  recorded china deny on topic/x, held 2024-10-30: corrects 2024-10-30-china
    1473e19 on main; undo: aver undo 1473e19
  $ aver show x
  topic/x
  X is so
  
    china  deny  since 2024-10-30
        2024-10-30-china-2
  $ aver history x
  topic/x
  X is so
  
  china
    2024-10-30  deny  first
    2024-10-30-china (affirm) corrected by 2024-10-30-china-2: The wire left out
    the "not"
  $ aver show 2024-10-30-china
  topic/x/2024-10-30-china
  X is so
  
    china  affirm  held 2024-10-30
    no longer stands: corrected by 2024-10-30-china-2: The wire left out the "not"
  
    summary  As the wire had it
  $ aver diff
  topic/x
    X is so
    china  affirm (2024-10-30) -> deny (2024-10-30)
           corrected: The wire left out the "not"
  $ aver show x --on 2024-11-01 --known-at 2024-11-02
  held on 2024-11-01, as known at 2024-11-02 (a958569 of 2024-11-01 09:00)
  
  topic/x
  X is so
  
    china  affirm  since 2024-10-30
        As the wire had it
        2024-10-30-china
  $ aver record x china query --corrects nothing-there --reason slip
  error: there is no stance "nothing-there" on this claim
  [2]
  $ aver record x china query --corrects 2024-10-30-china
  error: a correction says why the other record was a mistake
  hint: --reason "WHY"
  [2]

A late find is learned, not a move.

  $ at 2024-11-04
  $ aver record x china query --held 2024-09-01
  recorded china query on topic/x, held 2024-09-01: the first record of china here
    (1 later stance stands)
    e909704 on main; undo: aver undo e909704
  $ aver diff
  topic/x
    X is so
    china  no record -> query (2024-09-01)  first, learned
  $ aver history x
  topic/x
  X is so
  
           2024-09-01                                                   2024-11-04
    china  │query──────────────────────────────────────────────────────────│deny──
  
  china
    2024-09-01  query  first
    2024-10-30  deny   shift
    2024-10-30-china (affirm) corrected by 2024-10-30-china-2: The wire left out
    the "not"

Opposed on one day is a contradiction, and both are shown.

  $ aver record x china affirm --held 2024-10-30
  warning: it contradicts 2024-10-30-china-2: deny over the same days [position/contradiction]
  recorded china affirm on topic/x, held 2024-10-30: reversal, was deny since
    2024-10-30
    bbcf979 on main; undo: aver undo bbcf979
  $ aver check
  claims/topic/x/2024-10-30-china-3.toml: warning: "china" holds "affirm" here and "deny" in 2024-10-30-china-2, over the same days [position/contradiction]
  
  checked 6 records: 0 errors, 1 warning

The same thing twice is recorded once.

  $ aver record x china affirm --held 2024-10-30
  nothing to record: topic/x/2024-10-30-china-3 says exactly this already

Undo takes back what nothing else needs.

  $ aver undo
  undone: Record china affirm on topic/x
    521b11c on main; undo: aver undo 521b11c
  $ aver actor add us "United States" --kind state
  added actor us: United States (state)
    d409cdc on main; undo: aver undo d409cdc
  $ aver record x us affirm
  recorded us affirm on topic/x, held 2024-11-04: the first record of us here
    79ec8aa on main; undo: aver undo 79ec8aa
  $ aver undo HEAD~1
  error: "Add actor us" cannot be undone: later records build on it
  caused by: claims/topic/x/2024-11-04-us.toml refers to it: there is no actor "us" in this store
  hint: undo those first, or edit the records and: aver commit
  [3]
  $ aver undo
  undone: Record us affirm on topic/x
    b066928 on main; undo: aver undo b066928
  $ aver undo HEAD~2
  undone: Add actor us
    8f80429 on main; undo: aver undo 8f80429
  $ aver log -n 4
  8f80429  2024-11-04 09:00  Ada Fields  Undo "Add actor us"
  b066928  2024-11-04 09:00  Ada Fields  Undo "Record us affirm on topic/x"
  79ec8aa  2024-11-04 09:00  Ada Fields  Record us affirm on topic/x
  d409cdc  2024-11-04 09:00  Ada Fields  Add actor us
