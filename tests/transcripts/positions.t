# Who holds what: what is set aside, what comes back, and what dates leave open

  $ aver init facts >/dev/null && cd facts
  $ for id in chain other back late order span vote scales default held ways ids; do aver add $id "The claim $id" >/dev/null; done
  $ for id in calda uw finch; do aver actor add $id $id --kind state >/dev/null; done

The correction of a correction does not bring the first mistake back.

  $ aver record chain calda affirm --held 2024-03-01 --summary "As the wire had it" | head -1
  recorded calda affirm on chain, held 2024-03-01: the first record of calda here
  $ aver correct chain/2024-03-01-calda deny --held 2024-01-01 --reason "The wire left out the not" | head -1
  recorded calda deny on chain, held 2024-01-01: corrects 2024-03-01-calda
  $ aver correct chain/2024-01-01-calda qualified --condition "if the talks resume" --reason "It had a condition" | head -1
  recorded calda qualified on chain, held 2024-01-01: corrects 2024-01-01-calda
  $ aver show chain
  chain
  The claim chain
  
    calda  qualified  since 2024-01-01
        As the wire had it
        if: if the talks resume
        2024-01-01-calda-2
  $ aver flips chain
  Nobody has moved.
  $ aver history chain
  chain
  The claim chain
  
  calda
    2024-01-01  qualified  first
                As the wire had it
                if: if the talks resume
    2024-01-01-calda (deny) corrected by 2024-01-01-calda-2: It had a condition
    2024-03-01-calda (affirm) corrected by 2024-01-01-calda: The wire left out the
    not
  $ aver export csv chain | cut -d, -f1,5,7,8,10-13 | head -4
  claim,stance,holder_name,position,held,held_first,held_last,in_force
  chain,chain/2024-01-01-calda,calda,deny,2024-01-01,2024-01-01,2024-01-01,no
  chain,chain/2024-01-01-calda-2,calda,qualified,2024-01-01,2024-01-01,2024-01-01,yes
  chain,chain/2024-03-01-calda,calda,affirm,2024-03-01,2024-03-01,2024-03-01,no

Nor does its retraction: nothing stands in its place, and the answer says how the old words come back.

  $ aver retract chain/2024-01-01-calda-2 --reason "It was the envoy of another state"
  nothing stands in its place: 2024-01-01-calda, which it had corrected, stays set
    aside. That comes back, with all it says, by:
    aver correct chain/2024-01-01-calda-3 --as chain/2024-01-01-calda --reason "WHY"
  retracted chain/2024-01-01-calda-2: It was the envoy of another state
    0b78375 on main; undo: aver undo 0b78375
  $ aver show chain
  chain
  The claim chain
  
  No record of anybody's position on 2024-11-01.
  $ aver correct chain/2024-01-01-calda-3 deny --held 2024-01-01 --reason "The first correction was right" | head -1
  recorded calda deny on chain, held 2024-01-01: corrects 2024-01-01-calda-3
  $ aver list chain
  chain
    The claim chain
    calda deny
  
  1 claim
  $ aver correct chain/2024-03-01-calda deny --reason again
  error: 2024-03-01-calda is set aside already, by 2024-01-01-calda
  hint: aver show chain/2024-01-01-calda
  [2]
  $ aver check
  checked 20 records: all is well

A correction may find that it was somebody else, or another claim.

  $ aver record other calda deny --held 2024-02-01 | head -1
  recorded calda deny on other, held 2024-02-01: the first record of calda here
  $ aver correct other/2024-02-01-calda --holder uw --reason "The UW's envoy spoke" | head -1
  recorded uw deny on other, held 2024-02-01: corrects 2024-02-01-calda
  $ aver list other
  other
    The claim other
    uw deny
  
  1 claim
  $ aver correct other/2024-02-01-uw --claim chain --reason "It was said of the chain"
  recorded uw deny on chain, held 2024-02-01: the first record of uw here
  retracted other/2024-02-01-uw: It was said of the chain
    0736983 on main; undo: aver undo 0736983
  $ aver list other
  other
    The claim other
    no record
  
  1 claim
  $ aver show chain
  chain
  The claim chain
  
    calda  deny  since 2024-01-01
        2024-01-01-calda-4
    uw     deny  since 2024-02-01
        note: first recorded as other/2024-02-01-uw
        2024-02-01-uw
  $ aver correct other/2024-02-01-uw --claim chain --reason twice
  error: 2024-02-01-uw is set aside already, by 2024-02-01-uw-2
  hint: aver show other/2024-02-01-uw-2
  [2]
  $ aver correct chain/2024-02-01-uw --claim chain --reason same
  error: it is recorded on chain already
  hint: aver help correct
  [2]

A record about other days changes no answer for this one, and the diff says so.

  $ aver record late calda affirm --held 2024-10-31 | head -1
  recorded calda affirm on late, held 2024-10-31: the first record of calda here
  $ aver record late calda deny --held 2024-10-01 | head -1
  recorded calda deny on late, held 2024-10-01: the first record of calda here (1
  $ aver diff --claim late --on 2024-11-05 --known-at HEAD~1..HEAD
  from 2024-11-05, as known at HEAD~1 (1ee0941), to 2024-11-05, as known at HEAD
    (7421188)
  
  late
    The claim late
    also recorded, about other days
    calda  deny (2024-10-01)  learned, 2024-10-01 to 2024-10-30
  $ aver diff --claim late --on 2024-10-15 --known-at HEAD~1..HEAD
  from 2024-10-15, as known at HEAD~1 (1ee0941), to 2024-10-15, as known at HEAD
    (7421188)
  
  late
    The claim late
    calda  no record -> deny (2024-10-01)  learned
  $ aver diff --claim late --on 2024-10-15..2024-11-05
  from 2024-10-15 to 2024-11-05, as known at HEAD (7421188)
  
  late
    The claim late
    calda  deny (2024-10-01) -> affirm (2024-10-31)  reversal

A month is any of its days: both orders are possible.

  $ aver record order calda deny --held 2024-10-15 | head -1
  recorded calda deny on order, held 2024-10-15: the first record of calda here
  $ aver record order calda affirm --held 2024-10 | head -2
  recorded calda affirm on order, held 2024-10: what is in force is not certain
    b4a2a77 on main; undo: aver undo b4a2a77
  $ aver show order --on 2024-11-01
  held on 2024-11-01, as known at HEAD (b4a2a77 of 2024-11-01 09:00)
  
  order
  The claim order
  
    calda  deny or affirm ~  since 2024-10
        2024-10-calda
        2024-10-15-calda
  $ aver history order
  order
  The claim order
  
  calda
    2024-10  deny or affirm ~  undecided
             2024-10-calda: affirm
             2024-10-15-calda: deny
  $ aver flips order
  Nobody has surely moved.
  
  not certain, or on a day that is not known exactly
  2024-10     undecided  calda  no record -> deny or affirm ~
              The claim order  order
  $ aver list order position:affirm
  order
    The claim order
    calda deny or affirm ~
  
  1 claim
  $ aver list order position:affirm is:certain
  No claim fits.
  $ aver list order --format csv
  claim,text,kind,tags,holder,scale,certain,position,held,since_earliest,since_latest,condition
  order,The claim order,,,calda,stance,no,affirm|deny,,2024-10-01,2024-10-31,

Two records of one day have no order, whatever their files are called. A time gives them one.

  $ aver record order uw affirm --held 2024-10-31 | head -1
  recorded uw affirm on order, held 2024-10-31: the first record of uw here
  $ aver record order uw query --held 2024-10-31
  note: 2024-10-31-uw says affirm of the same day, and which came first is not known: both are possible now [position/same-day]
  hint: where 2024-10-31-uw was our mistake: aver retract order/2024-10-31-uw --reason "WHY"; else say when each was held: aver correct order/2024-10-31-uw --held 2024-10-31T09:00:00+00:00 --reason "WHY"; aver correct order/2024-10-31-uw-2 --held 2024-10-31T18:00:00+00:00 --reason "WHY"
  recorded uw query on order, held 2024-10-31: what is in force is not certain
    26bd05d on main; undo: aver undo 26bd05d
  $ aver list order holder:uw
  order
    The claim order
    uw query or affirm ~
  
  1 claim
  $ aver check
  claims/order/2024-10-15-calda.toml: note: "calda" holds "deny" here and "affirm" in 2024-10-calda, perhaps on the same day [position/contradiction]
  claims/order/2024-10-31-uw-2.toml: note: "uw" holds "query" here and "affirm" in 2024-10-31-uw, on one day: which came first is not known [position/same-day]
    hint: give both a time: held = 2024-10-31T18:00:00+00:00
  
  checked 30 records: 0 errors, 0 warnings, 2 notes
  $ aver record order finch affirm --held 2024-10-31T09:00:00+00:00 | head -1
  recorded finch affirm on order, held 2024-10-31T09:00:00Z: the first record of
  $ aver record order finch query --held 2024-10-31T17:00:00+09:00 | head -1
  recorded finch query on order, held 2024-10-31T17:00:00+09:00: beside
  $ aver list order holder:finch
  order
    The claim order
    finch affirm
  
  1 claim

A position that ends gives back what goes on. A vote is one day.

  $ aver record span calda affirm --held 2024-09-01 --until 2024-12-31 | head -1
  recorded calda affirm on span, held 2024-09-01: the first record of calda here
  $ aver record span calda deny --held 2024-10-15 --until 2024-10-20 | head -1
  recorded calda deny on span, held 2024-10-15: reversal, was affirm since
  $ aver show span --on 2024-10-18
  held on 2024-10-18, as known at HEAD (dc099b1 of 2024-11-01 09:00)
  
  span
  The claim span
  
    calda  deny  since 2024-10-15
        until 2024-10-20 · 2024-10-15-calda
  $ aver show span --on 2024-11-15
  held on 2024-11-15, as known at HEAD (dc099b1 of 2024-11-01 09:00)
  
  span
  The claim span
  
    calda  affirm  since 2024-10-21, resumed
        until 2024-12-31 · 2024-09-01-calda
  $ aver show span --on 2025-01-15
  held on 2025-01-15, as known at HEAD (dc099b1 of 2024-11-01 09:00)
  
  span
  The claim span
  
    calda  affirm (lapsed)  since 2024-10-21, until 2024-12-31
        until 2024-12-31 · 2024-09-01-calda
  $ aver history span --on 2025-01-15
  held on 2025-01-15, as known at HEAD (dc099b1 of 2024-11-01 09:00)
  
  span
  The claim span
  
           2024-09-01                                                   2025-01-15
    calda  │affirm───────────────│de│affirm───────────────────────────────
  
  calda
    2024-09-01  affirm  first     until 2024-12-31
    2024-10-15  deny    reversal  until 2024-10-20
    2024-10-21  affirm  resumed   until 2024-12-31
    2025-01-01  -       lapsed    held until 2024-12-31
  $ aver record vote calda affirm --held 2024-09-01 | head -1
  recorded calda affirm on vote, held 2024-09-01: the first record of calda here
  $ aver record vote calda deny --held 2024-10-15 --until 2024-10-15 --mode vote | head -1
  recorded calda deny on vote, held 2024-10-15: reversal, was affirm since
  $ aver list vote --on 2024-10-15
  held on 2024-10-15, as known at HEAD (2402845 of 2024-11-01 09:00)
  
  vote
    The claim vote
    calda deny
  
  1 claim
  $ aver list vote --on 2024-10-16
  held on 2024-10-16, as known at HEAD (2402845 of 2024-11-01 09:00)
  
  vote
    The claim vote
    calda affirm
  
  1 claim
  $ aver end vote/2024-09-01-calda 2024-10-31
  recorded calda affirm on vote, held 2024-09-01, ended 2024-10-31: replaces
    2024-09-01-calda (1 later stance stands)
    f89d59b on main; undo: aver undo f89d59b
  $ aver diff --claim vote
  vote
    The claim vote
    calda  affirm (2024-09-01) -> affirm (lapsed) (2024-09-01)  ended
  $ aver list vote --on 2024-11-05
  held on 2024-11-05, as known at HEAD (f89d59b of 2024-11-01 09:00)
  
  vote
    The claim vote
    calda affirm (lapsed)
  
  1 claim
  $ aver end vote/2024-09-01-calda-2 2024-10-31
  error: 2024-09-01-calda-2 says already that it ended on 2024-10-31
  hint: aver show vote/2024-09-01-calda-2
  [2]
  $ aver end vote/2024-09-01-calda-2 2024-08-31
  error: until 2024-08-31 lies before held 2024-09-01
  hint: --until DAY, on or after 2024-09-01
  [2]

What one says and what one does stand beside each other.

  $ aver record scales calda not-acted --held 2024-10-31 --searched "customs data" | head -1
  recorded calda not-acted on scales, held 2024-10-31: the first record of calda
  $ aver record scales calda silent --held 2024-10-31 --searched "ministry briefings" | head -1
  recorded calda silent on scales, held 2024-10-31: the first record of calda here
  $ aver show scales --on 2024-11-01
  held on 2024-11-01, as known at HEAD (594262a of 2024-11-01 09:01)
  
  scales
  The claim scales
  
    calda  silent     since 2024-10-31, last checked 2024-10-31
        searched ministry briefings · 2024-10-31-calda-2
           not-acted  since 2024-10-31, last checked 2024-10-31
        searched customs data · 2024-10-31-calda
  $ aver list position:not-acted
  scales
    The claim scales
    calda not-acted
  
  1 claim
  $ aver flips scales
  Nobody has moved.
  $ aver positions scales
  1   The claim scales  scales
  
          1
  calda   silent, not-acted

By way of other words a reversal is one all the same; a first step is an advance.

  $ aver record ways calda affirm --held 2024-01-01 | head -1
  recorded calda affirm on ways, held 2024-01-01: the first record of calda here
  $ aver record ways calda declined --held 2024-02-01 | head -1
  recorded calda declined on ways, held 2024-02-01: shift, was affirm since
  $ aver record ways calda deny --held 2024-03-01 | head -1
  recorded calda deny on ways, held 2024-03-01: reversal, was declined since
  $ aver record ways uw not-acted --held 2024-01-01 --searched gazette | head -1
  recorded uw not-acted on ways, held 2024-01-01: the first record of uw here
  $ aver record ways uw announced --held 2024-02-01 | head -1
  recorded uw announced on ways, held 2024-02-01: advance, was not-acted since
  $ aver flips ways
  2024-03-01  reversal, by way of declined  calda  declined (2024-02-01) -> deny
              (2024-03-01)
              The claim ways  ways
  2024-02-01  shift     calda  affirm (2024-01-01) -> declined (2024-02-01)
              The claim ways  ways
  2024-02-01  advance   uw  not-acted (2024-01-01) -> announced (2024-02-01)
              The claim ways  ways
              - searched gazette

Held by default is the day on which the source was published.

  $ printf 'Calda has not yet said a word.\n' >page.txt
  $ aver source add 2024/page "A page" --published 2024-10-31 --capture page.txt >/dev/null
  $ aver record default calda silent --source 2024/page --quote "Calda has not yet said a word"
  held 2024-10-31, when 2024/page was published (another day: --held)
  recorded calda silent on default, held 2024-10-31: the first record of calda
    here
    quote verbatim, para 1 of 2024/page
    9246813 on main; undo: aver undo 9246813
  $ aver record held calda affirm --held 2026-01-15 --source 2024/page --summary "Later than it can know"
  warning: held 2026-01-15 is in the future [held/future]
  warning: held 2026-01-15, but its source 2024/page was published on 2024-10-31, and last captured on 2024-11-01 [held/after-source]
  hint: held = 2024-10-31, or name the source that tells of the later day
  recorded calda affirm on held, held 2026-01-15: the first record of calda here
    0d8cf2c on main; undo: aver undo 0d8cf2c
  $ aver record held uw affirm --held 2031-01-15
  warning: held 2031-01-15 is in the future [held/future]
  recorded uw affirm on held, held 2031-01-15: the first record of uw here
    241a3c4 on main; undo: aver undo 241a3c4

What a query asks of is in force. An answer that is empty for that says what else would fit.

  $ aver record default calda affirm --held 2024-11-01 | head -1
  recorded calda affirm on default, held 2024-11-01: shift, was silent since
  $ aver list default source:2024/page
  No claim fits by what is in force.
  1 other record fits: aver list "ever(topic:default source:2024/page)"
  $ aver list default "ever(source:2024/page)"
  default
    The claim default
    calda affirm
  
  1 claim
  $ aver list default "ever(source:2024/page position:deny)"
  No claim fits.
  $ aver list position:silent -holder:uw topic:default
  No claim fits by what is in force.
  1 other record fits: aver list "ever(position:silent -holder:uw topic:default)"

An id that still leads somewhere is not given to another record.

  $ aver mv ids ids/one >/dev/null
  $ aver add ids "Another claim"
  error: "ids" still leads to ids/one: what was published under that id would mean another claim
  hint: aver show ids/one
  [2]
  $ aver mv actors/finch finches >/dev/null
  $ aver actor add finch "Another bird"
  error: "finch" still leads to finches: what was published under that id would mean another actor
  hint: aver show finches
  [2]
  $ aver mv ids/one ids
  renamed claim ids/one to ids: 1 file moved
    b5ea266 on main; undo: aver undo b5ea266
  $ aver list holder:finches --known-at HEAD~3
  held on 2024-11-01 (today), as known at HEAD~3 (df1cb00 of 2024-11-01 09:01)
  
  order
    The claim order
    finch affirm
  
  1 claim
