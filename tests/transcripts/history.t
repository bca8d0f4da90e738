# Time lines, and the chart above them

  $ aver init facts >/dev/null && cd facts
  $ for who in calda uw rastia; do aver actor add $who $who --kind state >/dev/null; done
  $ aver add dorn/restrain "Calda acts to restrain North Dorna" --kind policy >/dev/null
  $ aver add dorn/troops-fight-in-the-rastian-army "North Dornan troops fight in the Rastian army" --kind fact >/dev/null

One record, or one day, is no chart.

  $ aver record restrain calda silent --held 2024-06-01 --through 2024-07-15 --searched briefings >/dev/null
  $ aver history restrain
  dorn/restrain
  Calda acts to restrain North Dorna
  
  calda
    2024-06-01  silent  first  searched briefings · looked until 2024-07-15
    last checked on 2024-07-15

From left to right, time; a row a holder. Dots: nobody has looked since.

  $ aver record restrain uw query --held 2024-07 --summary "It remains to be seen" >/dev/null
  $ aver record restrain uw affirm --held 2024-09-20 --until 2024-10-10 >/dev/null
  $ aver record restrain rastia deny --held 2024-05-01 >/dev/null
  $ aver record restrain rastia deny --held 2024-06-15 >/dev/null
  $ aver record restrain rastia affirm --held 2024-10-30 >/dev/null
  $ aver record troops-fight-in-the-rastian-army rastia deny --held 2024-10-24 >/dev/null
  $ aver history restrain
  dorn/restrain
  Calda acts to restrain North Dorna
  
            2024-05-01                                                  2024-11-01
    calda              │silent───────────·········································
    rastia  │deny───────────────────────────────────────────────────────────────│a
    uw                             │query~~~~~───────────────────│affirm─│query───
            ~~~ not certain
            ··· not checked since
  
  calda
    2024-06-01  silent  first  searched briefings · looked until 2024-07-15
    last checked on 2024-07-15
  
  rastia
    2024-05-01  deny    first
    2024-06-15  deny    restated
    2024-10-30  affirm  reversal
  
  uw
    2024-07     query   first
                It remains to be seen
    2024-09-20  affirm  shift    until 2024-10-10
    2024-10-11  query   resumed
                It remains to be seen
  $ COLUMNS=60 aver history restrain | head -8
  dorn/restrain
  Calda acts to restrain North Dorna
  
            2024-05-01                              2024-11-01
    calda           │silent──────·····························
    rastia  │deny────────────────────────────────────────────│
    uw                      │query~~──────────────│affir│query
            ~~~ not certain
  $ COLUMNS=140 aver history restrain | head -8
  dorn/restrain
  Calda acts to restrain North Dorna
  
            2024-05-01                                                                                                              2024-11-01
    calda                        │silent─────────────────────────·············································································
    rastia  │deny──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────│af
    uw                                                │query~~~~~~~~~~~~~~~────────────────────────────────────│affirm────────│query──────────
            ~~~ not certain
  $ aver history rastia | head -9
  rastia
  rastia
  
                              2024-05-01                                2024-11-01
    dorn/restrain             │deny──────────────────────────────────────────────│
    troops-fight-in-the-ras…                                                   │de
  
  dorn/restrain
    Calda acts to restrain North Dorna
  $ aver history restrain --on 2024-08-01 | head -9
  held on 2024-08-01, as known at HEAD (12d4914 of 2024-11-01 09:00)
  
  dorn/restrain
  Calda acts to restrain North Dorna
  
            2024-05-01                                                  2024-08-01
    calda                          │silent───────────────────────────·············
    rastia  │deny─────────────────────────────────────────────────────────────────
    uw                                                   │query~~~~~~~~~~~~~~~~~──
  $ aver history restrain --holder uw --color always | head -6 | tr '\033' '^'
  ^[1;36mdorn/restrain^[0m
  Calda acts to restrain North Dorna
  
        ^[2m2024-07-01                                                      2024-11-01^[0m
    ^[1muw^[0m  ^[33m│query~~~~~~~~~~~───────────────────────────────^[0m^[32m│affirm─────^[0m^[33m│query────────^[0m
        ^[2m~~~ not certain^[0m

A query that none of the records fits is told apart from no record.

  $ aver history uw position:deny
  uw
  uw
  
  No record here fits the query.
  $ aver history restrain position:declined
  dorn/restrain
  Calda acts to restrain North Dorna
  
  No record here fits the query.
  $ aver history restrain --holder uw position:silent
  dorn/restrain
  Calda acts to restrain North Dorna
  
  No record here fits the query.
  $ aver history uw position:deny --on 2020-01-01
  held on 2020-01-01, as known at HEAD (12d4914 of 2024-11-01 09:00)
  
  uw
  uw
  
  No record yet.

Before anything was held, and before anything was known.

  $ aver history restrain --on 2020-01-01
  held on 2020-01-01, as known at HEAD (12d4914 of 2024-11-01 09:00)
  
  dorn/restrain
  Calda acts to restrain North Dorna
  
  No record yet.
  $ aver history restrain --known-at 2020-01-01
  nothing was known on 2020-01-01: that is before the first record
  $ aver positions --on 2020-01-01
  held on 2020-01-01, as known at HEAD (12d4914 of 2024-11-01 09:00)
  
  No record of a position.
  $ aver show restrain --on 2020-01-01
  held on 2020-01-01, as known at HEAD (12d4914 of 2024-11-01 09:00)
  
  dorn/restrain
  Calda acts to restrain North Dorna
  
    kind  policy
  
  No record of anybody's position on 2020-01-01.
    no record on that day: calda, rastia, uw
  $ aver flips --on 2020-01-01
  held on 2020-01-01, as known at HEAD (12d4914 of 2024-11-01 09:00)
  
  Nobody has moved.
  $ aver due --on 2020-01-01
  held on 2020-01-01, as known at HEAD (12d4914 of 2024-11-01 09:00)
  
  Nothing is due.
  $ aver list --on 2020-01-01
  held on 2020-01-01, as known at HEAD (12d4914 of 2024-11-01 09:00)
  
  dorn/restrain
    Calda acts to restrain North Dorna
    no record
  dorn/troops-fight-in-the-rastian-army
    North Dornan troops fight in the Rastian army
    no record
  
  2 claims
  $ aver diff --on 2019-01-01..2020-01-01
  no position differs between 2019-01-01 and 2020-01-01
  $ for answer in positions flips due list check log "blame restrain" "history calda"; do aver $answer --known-at 2020-01-01 --json | head -4; done
  {
    "schema": "aver.positions/2",
    "on": "2024-11-01",
    "known_at": "2020-01-01",
  {
    "schema": "aver.flips/2",
    "on": "2024-11-01",
    "known_at": "2020-01-01",
  {
    "schema": "aver.due/1",
    "on": "2024-11-01",
    "known_at": "2020-01-01",
  {
    "schema": "aver.list/2",
    "on": "2024-11-01",
    "known_at": "2020-01-01",
  {
    "schema": "aver.check/1",
    "on": "2024-11-01",
    "known_at": "2020-01-01",
  {
    "schema": "aver.log/1",
    "on": "2024-11-01",
    "known_at": "2020-01-01",
  {
    "schema": "aver.blame/1",
    "on": "2024-11-01",
    "known_at": "2020-01-01",
  {
    "schema": "aver.history/2",
    "on": "2024-11-01",
    "known_at": "2020-01-01",

Dates that cannot be, ranges the wrong way round, revisions that are not there.

  $ aver history restrain --on 2024-13
  error: --on: there is no month 13 in "2024-13"
  hint: aver help dates
  [2]
  $ aver history restrain --on 2024-02-30
  error: --on: there is no 30 February 2024
  hint: aver help dates
  [2]
  $ aver positions --on 2024-10
  held in 2024-10, as known at HEAD (12d4914 of 2024-11-01 09:00)
  
  1   Calda acts to restrain North Dorna  dorn/restrain
  2   North Dornan troops fight in the Rastian army
      dorn/troops-fight-in-the-rastian-army
  
          1                   2
  calda   silent              ·
  rastia  deny, then affirm   deny
  uw      affirm, then query  ·
  $ aver diff --on 2024-12-01..2024-11-01
  error: --on 2024-12-01..2024-11-01 is the wrong way round
  hint: --on 2024-11-01..2024-12-01
  [2]
  $ aver diff --on 2024-12-01..
  error: --on 2024-12-01.. begins after today
  [2]
  $ aver diff --known-at nowhere..HEAD
  error: there is no revision "nowhere"
  hint: aver log
  [4]
  $ aver show restrain --known-at abcdef
  error: there is no revision "abcdef"
  hint: aver log
  [4]
  $ git tag abcdef HEAD~2 && git tag heads/twice HEAD~1 && git branch twice HEAD~3
  $ aver log --known-at twice -n 1
  24f0513  2024-11-01 09:00  Ada Fields  Record rastia deny on dorn/restrain
  $ aver record restrain uw affirm --held 2024-10-31 --through 2024-10-01
  error: through 2024-10-01 lies before held 2024-10-31
  hint: --through DAY, on or after 2024-10-31
  [2]
  $ aver record restrain uw affirm --held 2024-10-31 --until 2024-10-01
  error: until 2024-10-01 lies before held 2024-10-31
  hint: --until DAY, on or after 2024-10-31
  [2]
  $ aver again restrain calda --through 2024-01-01
  error: 2024-06-01-calda is not surely in force on 2024-01-01: a look cannot find it unchanged
  hint: aver show dorn/restrain --on 2024-01-01
  [2]
  $ aver record restrain uw affirm --held 31.10.2024
  error: --held: "31.10.2024" is no date: write year, month, day with "-", as 2024-10-31
  hint: aver help dates
  [2]

A short id that means two objects.

  $ echo 195 | git hash-object -w --stdin && echo 389 | git hash-object -w --stdin
  6bb2f98fb0227744dff2c9023c2a8d53cc721588
  6bb2f4ee89f3ff56785055f588c560ce557d0655
  $ aver show restrain --known-at 6bb2
  error: the revision "6bb2" could mean several commits
  caused by: ambiguous SHA1 prefix - multiple matches in loose objects
  hint: write more of it: git rev-parse --disambiguate=6bb2
  [4]
  $ aver diff 6bb2 HEAD
  error: the revision "6bb2" could mean several commits
  caused by: ambiguous SHA1 prefix - multiple matches in loose objects
  hint: write more of it: git rev-parse --disambiguate=6bb2
  [4]

Short stretches keep a column each, however narrow the terminal, and what began today is no wider
than the chart.

  $ aver add short "What changes by the day" >/dev/null
  $ aver record short calda affirm --held 2023-01-01 >/dev/null
  $ aver record short calda silent --held 2024-10-29 --searched briefings >/dev/null
  $ aver record short calda deny --held 2024-10-30 >/dev/null
  $ aver record short calda qualified --held 2024-10-31 >/dev/null
  $ aver record short calda affirm >/dev/null
  $ aver record short uw deny --held 2024-10-30 >/dev/null
  $ aver record short uw deny --held 2024-10-30 --summary "Said it twice" >/dev/null
  warning: 2024-10-30-uw says deny of the same day [position/twice]
  hint: where 2024-10-30-uw was our mistake: aver retract short/2024-10-30-uw --reason "WHY"; else say when each was held: aver correct short/2024-10-30-uw --held 2024-10-30T09:00:00+00:00 --reason "WHY"; aver correct short/2024-10-30-uw-2 --held 2024-10-30T18:00:00+00:00 --reason "WHY"
  $ for width in 60 80 140; do COLUMNS=$width aver history short | sed -n 4,6p; done
           2023-01-01                               2024-11-01
    calda  │affirm────────────────────────────────────────││││
    uw                                                       │
           2023-01-01                                                   2024-11-01
    calda  │affirm────────────────────────────────────────────────────────────││││
    uw                                                                           │
           2023-01-01                                                                                                               2024-11-01
    calda  │affirm────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────││││
    uw                                                                                                                                       │
  $ for width in 60 80 140; do for what in short calda uw; do COLUMNS=$width aver history $what | wc -L; done; done
  60
  60
  60
  80
  80
  80
  140
  140
  140
