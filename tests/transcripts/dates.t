# What is not known of a date, and what is

  $ aver init facts >/dev/null && cd facts
  $ aver add dorn/calda-restrains-dorn "Calda acts to restrain North Dorna" >/dev/null
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver actor add uw "United Wealds" --kind state >/dev/null
  $ aver source add 2024/briefing "Ministry briefing" --published 2024-10-09 >/dev/null
  $ aver source add 2024/undated "Undated leaflet" >/dev/null
  $ aver source add 2024/bulletin "Monthly bulletin" --published 2024-10~ >/dev/null

Held on one of some days, or by a day at the latest.

  $ aver record calda-restrains-dorn calda affirm --held "[2024-10-03..2024-10-09]" --summary "At the autumn meeting"
  recorded calda affirm on dorn/calda-restrains-dorn, held
    [2024-10-03..2024-10-09]: the first record of calda here
    8c32a3a on main; undo: aver undo 8c32a3a
  $ cat claims/dorn/calda-restrains-dorn/2024-10-03-calda.toml
  holder = "calda"
  position = "affirm"
  held = "[2024-10-03..2024-10-09]"
  summary = "At the autumn meeting"
  $ aver record calda-restrains-dorn uw deny --held "[..2024-09]" --summary "As a leaflet of September has it"
  recorded uw deny on dorn/calda-restrains-dorn, held [..2024-09]: the first
    record of uw here
    acfd4d2 on main; undo: aver undo acfd4d2
  $ cat claims/dorn/calda-restrains-dorn/2024-09-uw.toml
  holder = "uw"
  position = "deny"
  held = "[..2024-09]"
  summary = "As a leaflet of September has it"

That day or later ends on the day when the source was published.

  $ aver record calda-restrains-dorn calda deny --held "[2024-10-05..]" --source briefing --summary "Since the meeting"
  recorded calda deny on dorn/calda-restrains-dorn, held [2024-10-05..2024-10-09]:
    what is in force is not certain
    7b4c593 on main; undo: aver undo 7b4c593
  $ aver show 2024-10-05-calda
  dorn/calda-restrains-dorn/2024-10-05-calda
  Calda acts to restrain North Dorna
  
    calda  deny  held [2024-10-05..2024-10-09]
  
    mode     paraphrase
    summary  Since the meeting
    source   2024/briefing: Ministry briefing
  $ aver record calda-restrains-dorn uw affirm --held "[2024-11..]" --until "[2024-11-03..]" --source bulletin --summary "Until the vote"
  recorded uw affirm on dorn/calda-restrains-dorn, held [2024-11..2024-11-30]:
    what is in force is not certain
    ac7f1fd on main; undo: aver undo ac7f1fd
  $ aver show 2024-11-uw
  dorn/calda-restrains-dorn/2024-11-uw
  Calda acts to restrain North Dorna
  
    uw  affirm  held [2024-11..2024-11-30]
  
    until    [2024-11-03..2024-11-30]
    mode     paraphrase
    summary  Until the vote
    source   2024/bulletin: Monthly bulletin
  $ aver record calda-restrains-dorn calda affirm --held "[2024-10-05..]" --summary "Since the meeting"
  error: --held [2024-10-05..] ends on the day its source was published, and there is no source
  hint: --held [2024-10-05..2024-11-01]
  [2]
  $ aver record calda-restrains-dorn calda affirm --held "[2024-10-05..]" --source undated --summary "Since the meeting"
  error: --held [2024-10-05..] ends on the day its source was published, and 2024/undated does not say when that was
  hint: --held [2024-10-05..2024-11-01]
  [2]
  $ aver record calda-restrains-dorn calda affirm --held "[2024-10-12..]" --source briefing --summary "Since the meeting"
  error: --held [2024-10-12..] begins after 2024/briefing was published, 2024-10-09
  hint: --held 2024-10-09
  [2]
  $ aver record calda-restrains-dorn calda affirm --held "[..]" --source briefing --summary "At any time"
  error: --held: "[..]" may be any day: a date in brackets says at least the last
  hint: aver help dates
  [2]
  $ aver add topic/y "Y is so" --deadline "[2025..]"
  error: --deadline: "[2025..]" has no last day: write it as in [2024-10-03..2024-10-09]
  hint: aver help dates
  [2]
  $ aver add topic/y "Y is so" --deadline "[2025..2024]"
  error: --deadline: "[2025..2024]" ends before it begins
  hint: aver help dates
  [2]

With a time, with its offset or without. It is the same position whatever the time.

  $ aver record calda-restrains-dorn calda affirm --held 2024-10-31T18:00:00.50+09:00 --summary "At six, in South Dorna"
  recorded calda affirm on dorn/calda-restrains-dorn, held
    2024-10-31T18:00:00.5+09:00: what was in force before is not certain
    4c965a1 on main; undo: aver undo 4c965a1
  $ cat claims/dorn/calda-restrains-dorn/2024-10-31-calda.toml
  holder = "calda"
  position = "affirm"
  held = 2024-10-31T18:00:00.5+09:00
  summary = "At six, in South Dorna"
  $ aver record calda-restrains-dorn uw silent --held 2024-10-31T18:00:00 --searched "the evening news"
  recorded uw silent on dorn/calda-restrains-dorn, held 2024-10-31T18:00:00:
    lapsed, was deny since [..2024-09] (1 later stance stands)
    51dcffe on main; undo: aver undo 51dcffe
  $ cat claims/dorn/calda-restrains-dorn/2024-10-31-uw.toml
  holder = "uw"
  position = "silent"
  held = 2024-10-31T18:00:00
  through = 2024-10-31
  searched = ["the evening news"]
  $ aver record calda-restrains-dorn uw deny --held 2024-10-31T18:00 --summary "At six"
  error: --held: "18:00" is no time: write 18:00:00, with Z or +09:00 behind it for its offset from UTC
  hint: aver help dates
  [2]
  $ aver record calda-restrains-dorn uw deny --held 2024-10-31 --until 2024-10-31T18:00:00Z --summary "At six"
  error: --until takes a date without a time, not "2024-10-31T18:00:00Z"
  hint: --until 2024-10-31
  [2]
  $ aver show calda-restrains-dorn --on 2024-10-31T18:00:00Z
  error: --on takes a date without a time, not "2024-10-31T18:00:00Z"
  hint: --on 2024-10-31
  [2]
  $ aver list held:2024-10-31T18:00:00Z
  error: a date in a query takes no time
    held:2024-10-31T18:00:00Z
         ^^^^^^^^^^^^^^^^^^^^
  hint: aver help dates
  [2]

The time line begins where something is written, not where it may have begun.

  $ aver history calda-restrains-dorn
  dorn/calda-restrains-dorn
  Calda acts to restrain North Dorna
  
           2024-09-30                                                   2024-11-01
    calda        │deny or affirm ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~│affi
    uw     │deny─────────────────────────────────────────────────────────────│s│si
           ~~~ not certain
  
  calda
    [2024-10-03..2024-10-09]  deny or affirm ~  undecided
                              2024-10-03-calda: affirm
                              At the autumn meeting
                              2024-10-05-calda: deny
                              paraphrase · 2024/briefing
                              Since the meeting
    2024-10-31                affirm            undecided
                              At six, in South Dorna
  
  uw
    [..2024-09]  deny                first
                 As a leaflet of September has it
    2024-10-31   silent              lapsed
                 searched the evening news · looked until 2024-10-31
    2024-11-01   silent or affirm ~  undecided
                 2024-10-31-uw: silent
                 searched the evening news · looked until 2024-10-31
                 2024-11-uw: affirm
                 paraphrase · 2024/bulletin · until [2024-11-03..2024-11-30]
                 Until the vote
  $ aver check
  claims/dorn/calda-restrains-dorn/2024-10-05-calda.toml: note: "calda" holds "deny" here and "affirm" in 2024-10-03-calda, perhaps on the same day [position/contradiction]
  
  checked 12 records: 0 errors, 0 warnings, 1 note

A query fits a date where it fits every day that the date may mean. Where brackets may begin is open to the year 1.

  $ aver list "held:<=2024-10"
  dorn/calda-restrains-dorn
    Calda acts to restrain North Dorna
    calda affirm · uw silent or affirm ~
  
  1 claim
  $ aver list held:2024-10
  dorn/calda-restrains-dorn
    Calda acts to restrain North Dorna
    calda affirm · uw silent or affirm ~
  
  1 claim
  $ aver list "held:2024-10~"
  error: a date in a query carries no "~": a month or a year is a span of days
    held:2024-10~
         ^^^^^^^^
  hint: aver help dates
  [2]
  $ aver list "held:[2024-10-03..2024-10-09]"
  error: a date in a query carries no brackets: 2024-10-03..2024-10-09 is a span of days
    held:[2024-10-03..2024-10-09]
         ^^^^^^^^^^^^^^^^^^^^^^^^
  hint: aver help dates
  [2]

From a table: a time is taken where no form of dates leaves it out.

  $ printf 'who,when\nuw,2024-11-05T09:00:00Z\ncalda,[2024-11-05..2024-11-06]\n' >../rows.csv
  $ printf '[stance]\nclaim = "dorn/calda-restrains-dorn"\nholder = "{who}"\nheld = "{when}"\nposition = "neutral"\n' >../rows.toml
  $ aver import csv ../rows.csv --mapping ../rows.toml
  imported 2 stances from ../rows.csv
    8093168 on main; undo: aver undo 8093168
  $ cat claims/dorn/calda-restrains-dorn/2024-11-05-*
  holder = "calda"
  position = "neutral"
  held = "[2024-11-05..2024-11-06]"
  holder = "uw"
  position = "neutral"
  held = 2024-11-05T09:00:00Z
  $ aver import csv ../rows.csv --mapping ../rows.toml --set "stance.until={when}"
  error: ../rows.csv:2:4: "until" takes no time: of all dates only "held" does [type/mismatch]
  conflict: claims/dorn/calda-restrains-dorn/2024-11-05-calda.toml has another content than ../rows.csv:3 gives it: until
  hint: what is in the store stays; --update puts in what came
  error: nothing was imported: 1 row is bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
  $ sed -i 's/^held.*/held = { from = "{when}", dates = ["ISO", "YYYY-MM-DD*"] }/' ../rows.toml
  $ aver import csv ../rows.csv --mapping ../rows.toml --dry-run
  conflict: claims/dorn/calda-restrains-dorn/2024-11-05-uw.toml has another content than ../rows.csv:2 gives it: held
  hint: what is in the store stays; --update puts in what came
  would import nothing from ../rows.csv
    1 record is there already
  [3]

Each form in the rows of an export, with the days that it may mean; and back again.

  $ aver export csv | cut -d, -f5,10-12
  stance,held,held_first,held_last
  dorn/calda-restrains-dorn/2024-09-uw,[..2024-09],0001-01-01,2024-09-30
  dorn/calda-restrains-dorn/2024-10-03-calda,[2024-10-03..2024-10-09],2024-10-03,2024-10-09
  dorn/calda-restrains-dorn/2024-10-05-calda,[2024-10-05..2024-10-09],2024-10-05,2024-10-09
  dorn/calda-restrains-dorn/2024-10-31-calda,2024-10-31T18:00:00.5+09:00,2024-10-31,2024-10-31
  dorn/calda-restrains-dorn/2024-10-31-uw,2024-10-31T18:00:00,2024-10-31,2024-10-31
  dorn/calda-restrains-dorn/2024-11-05-calda,[2024-11-05..2024-11-06],2024-11-05,2024-11-06
  dorn/calda-restrains-dorn/2024-11-05-uw,2024-11-05T09:00:00Z,2024-11-05,2024-11-05
  dorn/calda-restrains-dorn/2024-11-uw,[2024-11..2024-11-30],2024-11-01,2024-11-30
  $ aver export jsonl > ../all.jsonl && grep -c '"held":"\[' ../all.jsonl
  5
  $ cd .. && aver init copy >/dev/null && cd copy && aver import jsonl ../all.jsonl
  imported 8 stances, 1 claim, 2 actors, 3 sources from ../all.jsonl
    8 records are there already
    138d723 on main; undo: aver undo 138d723
  $ diff -r claims ../facts/claims && echo the same
  the same
