# Deadlines: kept, missed, done late, kept and later reversed

  $ aver init facts >/dev/null && cd facts
  $ for who in calda uw rastia; do aver actor add $who "The state of $who" --kind state >/dev/null; done
  $ aver add dorn/embargo "The embargo on North Dorna is extended" --kind pledge --deadline 2024-06-30 >/dev/null
  $ at 2024-06-25

Nobody has recorded anything yet; then each line is told for itself, as long as no word closes it.

  $ aver due
  2024-06-30  deadline     dorn/embargo  no record of progress
              aver record dorn/embargo HOLDER POSITION
  $ aver record embargo calda done --held 2024-06-10 --summary "In force since June" >/dev/null
  $ aver record embargo uw in-works --held 2024-06-01 --summary "A bill is before the house" >/dev/null
  $ aver record embargo rastia affirm --held 2024-06-01 --summary "We stand by it" >/dev/null
  $ aver due
  2024-06-30  deadline     dorn/embargo  uw  in-works so far
              aver record dorn/embargo uw POSITION
  $ aver show embargo
  dorn/embargo
  The embargo on North Dorna is extended
  
    kind      pledge
    deadline  2024-06-30
  
    calda   done      since 2024-06-10
        In force since June
        2024-06-10-calda
    rastia  affirm    since 2024-06-01
        We stand by it
        2024-06-01-rastia
    uw      in-works  since 2024-06-01
        A bill is before the house
        2024-06-01-uw
  
    deadline 2024-06-30  calda  kept
  $ at 2024-07-02
  $ aver due
  2024-06-30  deadline     dorn/embargo  uw  missed, in-works
              aver record dorn/embargo uw POSITION
  $ aver show embargo | tail -2
    deadline 2024-06-30  calda  kept
    deadline 2024-06-30  uw  missed
  $ aver list is:overdue
  dorn/embargo
    The embargo on North Dorna is extended
    uw in-works
  
  1 claim

Done late: nothing is waited for any more, and the lateness stays. What was kept and then undone says both.

  $ at 2024-07-10
  $ aver record embargo uw done --held 2024-07-03 --summary "Signed" >/dev/null
  $ aver record embargo calda reversed --held 2024-07-09 --summary "Lifted" >/dev/null
  $ at 2024-08-01
  $ aver due
  Nothing is due.
  $ aver list is:overdue
  No claim fits.
  $ aver show embargo | tail -2
    deadline 2024-06-30  calda  kept, reversed 2024-07-09
    deadline 2024-06-30  uw  missed, done late 2024-07-03
  $ aver show embargo --on 2024-07-01 | tail -2
    deadline 2024-06-30  calda  kept
    deadline 2024-06-30  uw  missed
  $ aver show embargo --json | sed -n '/"deadlines"/,$p'
    "deadlines": [
      {
        "holder": "calda",
        "scale": "progress",
        "outcome": "kept",
        "certain": true,
        "possible": [
          "kept"
        ],
        "by": [
          "dorn/embargo/2024-06-10-calda"
        ],
        "after": [
          {
            "position": "reversed",
            "when": {
              "earliest": "2024-07-09",
              "latest": "2024-07-09"
            },
            "late": false,
            "certain": true
          }
        ],
        "settled": true
      },
      {
        "holder": "uw",
        "scale": "progress",
        "outcome": "missed",
        "certain": true,
        "possible": [
          "missed"
        ],
        "by": [],
        "after": [
          {
            "position": "done",
            "when": {
              "earliest": "2024-07-03",
              "latest": "2024-07-03"
            },
            "late": true,
            "certain": true
          }
        ],
        "settled": true
      }
    ],
    "reliability": {},
    "since": null
  }
  $ aver history embargo --holder uw | tail -5
    2024-06-01  in-works  first
                A bill is before the house
    2024-07-03  done      advance
                Signed
    deadline 2024-06-30: missed, done late 2024-07-03
  $ aver history embargo --json | grep -c '"outcome": "'
  2

A broken pledge is missed, and asks for nothing.

  $ aver add dorn/aid "Aid is sent to South Dorna" --kind pledge --deadline 2024-07-15 >/dev/null
  $ aver record aid calda broken --held 2024-07-20 --summary "There will be no aid" >/dev/null
  $ aver due
  Nothing is due.
  $ aver show aid | tail -1
    deadline 2024-07-15  calda  missed, broken 2024-07-20

A vague day does not decide.

  $ aver add dorn/fence "A fence is built" --kind policy --deadline 2024-07-15 >/dev/null
  $ aver record fence calda done --held 2024-07 --summary "Built in July" >/dev/null
  $ aver record fence uw broken --held 2024-07-01 --summary "Given up" >/dev/null
  $ aver show fence | tail -2
    deadline 2024-07-15  calda  kept ~ (done 2024-07)
    deadline 2024-07-15  uw  missed (broken 2024-07-01)
  $ aver due
  Nothing is due.

The outcome of a prediction is asked for by the words that settle it, with the command that records one.

  $ aver add trade/grain "Grain costs more in July" --kind prediction --deadline 2024-07-31 >/dev/null
  $ aver record grain rastia affirm --held 2024-06-01 --summary "Says it will" >/dev/null
  $ aver due
  2024-07-31  deadline     trade/grain  no outcome yet: true or false?
              aver record trade/grain WHO OUTCOME --held 2024-07-31
  $ aver actor add board "Statistics Board" --kind org >/dev/null
  $ aver record grain board mixed --held 2024-08-01 --summary "Some kinds do" >/dev/null
  $ aver due
  2024-07-31  deadline     trade/grain  board  no outcome: mixed
              aver record trade/grain board OUTCOME --held 2024-07-31
  $ aver due holder:board
  2024-07-31  deadline     trade/grain  board  no outcome: mixed
              aver record trade/grain board OUTCOME --held 2024-07-31
  $ aver due holder:uw
  Nothing is due.
  $ aver record grain board false --held 2024-07-31 --summary "It cost less" >/dev/null
  $ aver due
  Nothing is due.
  $ aver show grain | tail -1
    deadline 2024-07-31  board  missed (false 2024-07-31)
  $ aver history grain | tail -5
    deadline 2024-07-31: missed (false 2024-07-31)
  
  rastia
    2024-06-01  affirm  first
                Says it will

What is recorded as done before the day on which it was promised is no longer in force at the deadline; its history tells both days. A pledge without a deadline is never due.

  $ aver add dorn/dam "A dam is built" --kind pledge --deadline 2024-05 >/dev/null
  $ aver record dam calda announced --held 2024-02-01 --summary "We will build it" >/dev/null
  $ aver record dam calda done --held 2024-01-01 --summary "It stands" >/dev/null
  $ aver show dam | tail -1
    deadline 2024-05  calda  missed
  $ aver history dam
  dorn/dam
  A dam is built
  
           2024-01-01                                                   2024-08-01
    calda  │done─────│announced───────────────────────────────────────────────────
  
  calda
    2024-01-01  done       first
                It stands
    2024-02-01  announced  setback
                We will build it
    deadline 2024-05: missed
  $ aver due topic:dorn/dam
  2024-05  deadline     dorn/dam  calda  missed, announced
              aver record dorn/dam calda POSITION
  $ aver retract dam/2024-01-01-calda --reason "Another dam" >/dev/null && aver record dam calda done --held 2024-04-01 >/dev/null
  $ aver add dorn/road "A road is built" --kind pledge >/dev/null && aver record road calda announced --held 2024-02-01 >/dev/null
  $ aver show road
  dorn/road
  A road is built
  
    kind  pledge
  
    calda  announced  since 2024-02-01
        2024-02-01-calda
  $ aver due
  Nothing is due.

A vocabulary says which of its words close; where none of them does, that is told.

  $ cat >words <<'END'
  > s/word = "done", value = 4/word = "enacted", value = 4, closes = true/
  > END
  $ sed -i -f words aver.toml && rm words && aver commit >/dev/null
  $ aver due
  2024-05  deadline     dorn/dam  calda  missed, announced
              aver record dorn/dam calda POSITION
  2024-06-30  deadline     dorn/embargo  calda  missed, reversed
              aver record dorn/embargo calda POSITION
  2024-06-30  deadline     dorn/embargo  uw  missed, in-works
              aver record dorn/embargo uw POSITION
  2024-07-15  deadline     dorn/aid  calda  missed, broken
              aver record dorn/aid calda POSITION
  2024-07-15  deadline     dorn/fence  uw  missed, broken
              aver record dorn/fence uw POSITION
  2024-07-31  deadline     trade/grain  no word of the vocabulary closes a claim
              of this kind
              aver help vocabulary
  $ sed -i 's/, closes = true//; s/"broken"/"dropped"/; s/"reversed"/"repealed"/' aver.toml && aver commit >/dev/null
  $ aver due kind:policy
  2024-07-15  deadline     dorn/fence  no word of the vocabulary closes a claim of
              this kind
              aver help vocabulary
