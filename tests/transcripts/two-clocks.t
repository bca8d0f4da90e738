# Two clocks: the world's, and the record's

  $ aver init facts >/dev/null && cd facts
  $ aver add dprk/restrain "China acts to restrain North Korea" --kind policy --tag troops >/dev/null
  $ aver add dprk/troops "North Korean troops fight in Russia" --kind fact --tag troops >/dev/null
  $ aver add dprk/embargo "The United States extends the embargo" --kind pledge --deadline 2024-11-20 >/dev/null
  $ aver actor add china China --kind state >/dev/null && aver actor add us "United States" --kind state >/dev/null
  $ aver actor add russia Russia --kind state >/dev/null
  $ aver record restrain china silent --held 2024-10-31 --searched briefings --source 2024/press --create >/dev/null
  $ aver record troops us affirm --held 2024-10-23 --quote "There is evidence" --source press >/dev/null
  $ aver record troops russia deny --held 2024-10-24 --summary "Calls it fake" >/dev/null
  $ aver record embargo us not-acted --held 2024-10-01 --searched register >/dev/null

Looked again, and nothing has changed; and then something has.

  $ at 2024-11-15
  $ aver due --days 10
  2024-10-01  not checked  dprk/embargo  us  not-acted, last checked 2024-10-01
              aver again dprk/embargo us
  2024-10-31  not checked  dprk/restrain  china  silent, last checked 2024-10-31
              aver again dprk/restrain china
  2024-11-20  deadline     dprk/embargo  not done
              aver record dprk/embargo us POSITION
  $ aver again restrain china
  recorded china silent on dprk/restrain, held 2024-11-15: restated, was silent
    since 2024-10-31
    669172d on main; undo: aver undo 669172d
  $ aver again embargo
  recorded us not-acted on dprk/embargo, held 2024-11-15: restated, was not-acted
    since 2024-10-01
    f8fa242 on main; undo: aver undo f8fa242
  $ aver again troops
  error: several hold a position on dprk/troops
  caused by: russia deny
  caused by: us affirm
  hint: aver again dprk/troops russia
  [4]
  $ aver again china
  error: "china" is no claim and no stance
  hint: aver help again
  [2]
  $ aver due
  2024-11-20  deadline     dprk/embargo  not done
              aver record dprk/embargo us POSITION
  $ at 2024-12-02
  $ aver record restrain china affirm --held 2024-11-28 --quote "We have spoken" --source press
  recorded china affirm on dprk/restrain, held 2024-11-28: shift, was silent since
    2024-11-15
    quote unchecked: 2024/press has no saved text
    a5ade0a on main; undo: aver undo a5ade0a
  $ aver record troops russia query --held 2024-11-30
  recorded russia query on dprk/troops, held 2024-11-30: shift, was deny since
    2024-10-24
    2aca5b6 on main; undo: aver undo 2aca5b6
  $ aver due
  2024-11-20  deadline     dprk/embargo  not done
              aver record dprk/embargo us POSITION

A mistake of ours.

  $ aver correct 2024-10-24-russia
  error: say why the record was wrong
  hint: --reason "WHY"
  [2]
  $ aver correct 2024-10-24-russia --reason "Too strong: the ministry declined to comment"
  error: the correction changes nothing
  hint: aver help correct
  [2]
  $ aver correct 2024-10-24-russia declined --reason "Too strong: the ministry declined to comment"
  recorded russia declined on dprk/troops, held 2024-10-24: corrects
    2024-10-24-russia (1 later stance stands)
    78a6d9e on main; undo: aver undo 78a6d9e
  $ aver correct 2024-10-24-russia deny --reason "No, it was right"
  error: 2024-10-24-russia is set aside already, by 2024-10-24-russia-2
  hint: aver show dprk/troops/2024-10-24-russia-2
  [2]
  $ aver retract 2024-10-23-us --reason "It was another agency"
  retracted dprk/troops/2024-10-23-us: It was another agency
    43d46e0 on main; undo: aver undo 43d46e0
  $ aver show 2024-10-23-us-2
  dprk/troops/2024-10-23-us-2
  North Korean troops fight in Russia
  
    us  retracts 2024-10-23-us  held 2024-10-23
  
    reason  It was another agency
  $ aver retract restrain --reason "x"
  error: "restrain" is a claim, not a stance
  hint: aver history dprk/restrain
  [2]

The table, on any day, as known on any day.

  $ aver positions
  1   The United States extends the embargo  dprk/embargo
  2   China acts to restrain North Korea  dprk/restrain
  3   North Korean troops fight in Russia  dprk/troops
  
          1          2       3
  china   ·          affirm  ·
  russia  ·          ·       query
  us      not-acted  ·       ·
  $ aver positions --on 2024-11-01
  held on 2024-11-01, as known at HEAD (43d46e0 of 2024-12-02 09:00)
  
  1   The United States extends the embargo  dprk/embargo
  2   China acts to restrain North Korea  dprk/restrain
  3   North Korean troops fight in Russia  dprk/troops
  
          1          2       3
  china   ·          silent  ·
  russia  ·          ·       declined
  us      not-acted  ·       ·
  $ aver positions --on 2024-11-01 --known-at 2024-11-10 --tag troops
  held on 2024-11-01, as known at 2024-11-10 (31a7fbb of 2024-11-01 09:00)
  
  1   China acts to restrain North Korea  dprk/restrain
  2   North Korean troops fight in Russia  dprk/troops
  
          1       2
  china   silent  ·
  russia  ·       deny
  us      ·       affirm
  $ aver positions --format markdown
  | holder | dprk/embargo | dprk/restrain | dprk/troops |
  |---|---|---|---|
  | china |  | affirm |  |
  | russia |  |  | query |
  | us | not-acted |  |  |
  $ aver positions --holder china --format csv
  holder,dprk/restrain
  china,affirm
  $ aver positions --position stalled
  No record of a position.

Who moved, and was it them or us?

  $ aver flips
  2024-11-30  shift     russia  declined (2024-10-24) -> query (2024-11-30)
              North Korean troops fight in Russia  dprk/troops
              - Calls it fake
  2024-11-28  shift     china  silent (2024-11-15) -> affirm (2024-11-28)
              China acts to restrain North Korea  dprk/restrain
              - searched briefings · 2024/press
              + "We have spoken"
                2024/press
  $ aver flips --since 2024-11-29 --format csv
  when,claim,holder,change,from,from held,from quote,from source,to,to quote,to source
  2024-11-30,dprk/troops,russia,shift,declined,2024-10-24,,,query,,
  $ aver flips --holder us
  Nobody has moved.
  $ aver flips --since 2025-01-01 --until 2024-01-01
  error: --since 2025-01-01 lies behind 2024-01-01
  [2]
  $ aver history troops --format markdown
  | claim | holder | when | position | change | quote | summary | source | locator | speaker | via | mode | stance |
  |---|---|---|---|---|---|---|---|---|---|---|---|---|
  | dprk/troops | russia | 2024-10-24 | declined | first |  | Calls it fake |  |  |  |  |  | dprk/troops/2024-10-24-russia-2 |
  | dprk/troops | russia | 2024-11-30 | query | shift |  |  |  |  |  |  |  | dprk/troops/2024-11-30-russia |
  $ aver list --format jsonl --tag troops
  {"claim":"dprk/restrain","text":"China acts to restrain North Korea","kind":"policy","tags":"troops","holder":"china","position":"affirm","held":"2024-11-28"}
  {"claim":"dprk/troops","text":"North Korean troops fight in Russia","kind":"fact","tags":"troops","holder":"russia","position":"query","held":"2024-11-30"}
  $ aver log --format csv -n 2
  commit,time,author,email,subject
  43d46e0304a9200e7cc2b5baee245e51f4efac24,2024-12-02 09:00,Ada Fields,ada@example.org,Retract 2024-10-23-us on dprk/troops
  78a6d9eb3014a30e9c22ccd7e431f77969aa0a0a,2024-12-02 09:00,Ada Fields,ada@example.org,Correct 2024-10-24-russia on dprk/troops

What did China hold on 1 November; what did we believe about that on 1 November itself?

  $ aver show restrain --on 2024-11-01
  held on 2024-11-01, as known at HEAD (43d46e0 of 2024-12-02 09:00)
  
  dprk/restrain
  China acts to restrain North Korea
  
    kind  policy
    tags  troops
  
    china  silent  since 2024-10-31, last checked 2024-10-31
        searched briefings · 2024/press · 2024-10-31-china
  $ aver show restrain --on 2024-11-01 --known-at 2024-11-01
  held on 2024-11-01, as known at 2024-11-01 (31a7fbb of 2024-11-01 09:00)
  
  dprk/restrain
  China acts to restrain North Korea
  
    kind  policy
    tags  troops
  
    china  silent  since 2024-10-31, last checked 2024-10-31
        searched briefings · 2024/press · 2024-10-31-china

What moved between two days, what did we learn between two states of the record, and both at once.

  $ aver diff --on 2024-10-31..2024-12-02
  from 2024-10-31 to 2024-12-02, as known at HEAD (43d46e0)
  
  dprk/embargo
    The United States extends the embargo
    us  not-acted (2024-10-01) -> not-acted (2024-11-15)  restated
  
  dprk/restrain
    China acts to restrain North Korea
    china  silent (2024-10-31) -> affirm (2024-11-28)
           shift (past 1 stance in between)
  
  dprk/troops
    North Korean troops fight in Russia
    russia  declined (2024-10-24) -> query (2024-11-30)  shift
  $ aver diff --on 2024-10-31 --known-at 2024-11-01..HEAD
  from 2024-10-31, as known at 2024-11-01 (31a7fbb), to 2024-10-31, as known at
    HEAD (43d46e0)
  
  dprk/troops
    North Korean troops fight in Russia
    russia  deny (2024-10-24) -> declined (2024-10-24)
            corrected: Too strong: the ministry declined to comment
    us      affirm (2024-10-23) -> no record  retracted: It was another agency
  $ aver diff --on 2024-10-31..2024-12-02 --known-at 2024-11-01..HEAD
  from 2024-10-31, as known at 2024-11-01 (31a7fbb), to 2024-12-02, as known at
    HEAD (43d46e0)
  
  dprk/embargo
    The United States extends the embargo
    us  not-acted (2024-10-01) -> not-acted (2024-11-15)  restated
  
  dprk/restrain
    China acts to restrain North Korea
    china  silent (2024-10-31) -> affirm (2024-11-28)
           shift (past 1 stance in between)
  
  dprk/troops
    North Korean troops fight in Russia
    russia  deny (2024-10-24) -> declined (2024-10-24)
            corrected: Too strong: the ministry declined to comment
    russia  deny (2024-10-24) -> query (2024-11-30)  shift
    us      affirm (2024-10-23) -> no record  retracted: It was another agency
  $ aver diff --on 2024-10-31..2024-12-02 --known-at 2024-11-01..HEAD --stat
  from 2024-10-31, as known at 2024-11-01 (31a7fbb), to 2024-12-02, as known at
    HEAD (43d46e0)
  
  3 claims: 1 corrected, 3 moved (1 restated, 2 shift), 1 retracted
  $ aver diff --on 2024-10-31..2024-12-02 --holder china --format csv
  claim,text,holder,before,before held,after,after held,cause,change,reason,quote,source
  dprk/restrain,China acts to restrain North Korea,china,silent,2024-10-31,affirm,2024-11-28,moved,shift,,We have spoken,2024/press
  $ aver diff --on 2024-10-31..2024-12-02 --topic dprk/restrain --format markdown
  | claim | text | holder | before | before held | after | after held | cause | change | reason | quote | source |
  |---|---|---|---|---|---|---|---|---|---|---|---|
  | dprk/restrain | China acts to restrain North Korea | china | silent | 2024-10-31 | affirm | 2024-11-28 | moved | shift |  | We have spoken | 2024/press |
  $ aver diff --on 2024-10-31..2024-12-02 --tag troops --position affirm --format jsonl
  {"claim":"dprk/restrain","text":"China acts to restrain North Korea","holder":"china","before":"silent","before held":"2024-10-31","after":"affirm","after held":"2024-11-28","cause":"moved","change":"shift","reason":null,"quote":"We have spoken","source":"2024/press"}
  $ aver diff --on 2024-12-01..2024-12-02 --exit-code
  no position differs between 2024-12-01 and 2024-12-02
  $ aver diff --on 2024-10-31..2024-12-02 --exit-code --stat
  from 2024-10-31 to 2024-12-02, as known at HEAD (43d46e0)
  
  3 claims: 3 moved (1 restated, 2 shift)
  [1]
  $ aver diff --known-at 2020-01-01..2020-02-01
  no position differs between 2024-12-02 and 2024-12-02
