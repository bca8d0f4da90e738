# Time lines, and the chart above them

  $ aver init facts >/dev/null && cd facts
  $ for who in china us russia; do aver actor add $who $who --kind state >/dev/null; done
  $ aver add dprk/restrain "China acts to restrain North Korea" --kind policy >/dev/null
  $ aver add dprk/troops-fight-in-the-russian-army "North Korean troops fight in the Russian army" --kind fact >/dev/null

One record, or one day, is no chart.

  $ aver record restrain china silent --held 2024-06-01 --through 2024-07-15 --searched briefings >/dev/null
  $ aver history restrain
  dprk/restrain
  China acts to restrain North Korea
  
  china
    2024-06-01  silent  first  searched briefings
    last checked on 2024-07-15

From left to right, time; a row a holder. Dots: nobody has looked since.

  $ aver record restrain us query --held 2024-07 --summary "It remains to be seen" >/dev/null
  $ aver record restrain us affirm --held 2024-09-20 --until 2024-10-10 >/dev/null
  $ aver record restrain russia deny --held 2024-05-01 >/dev/null
  $ aver record restrain russia deny --held 2024-06-15 >/dev/null
  $ aver record restrain russia affirm --held 2024-10-30 >/dev/null
  $ aver record troops-fight-in-the-russian-army russia deny --held 2024-10-24 >/dev/null
  $ aver history restrain
  dprk/restrain
  China acts to restrain North Korea
  
            2024-05-01                                                  2024-11-01
    china              │silent───────────·········································
    russia  │deny───────────────────────────────────────────────────────────────│a
    us                             │query────────────────────────│affirm─
            ··· not checked since
  
  china
    2024-06-01  silent  first  searched briefings
    last checked on 2024-07-15
  
  russia
    2024-05-01  deny    first
    2024-06-15  deny    restated
    2024-10-30  affirm  reversal
  
  us
    2024-07     query   first
                It remains to be seen
    2024-09-20  affirm  shift
    2024-10-11  -       lapsed  held until 2024-10-10
  $ COLUMNS=60 aver history restrain | head -8
  dprk/restrain
  China acts to restrain North Korea
  
            2024-05-01                              2024-11-01
    china           │silent──────·····························
    russia  │deny────────────────────────────────────────────│
    us                      │query────────────────│affir
            ··· not checked since
  $ COLUMNS=140 aver history restrain | head -8
  dprk/restrain
  China acts to restrain North Korea
  
            2024-05-01                                                                                                              2024-11-01
    china                        │silent─────────────────────────·············································································
    russia  │deny──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────│af
    us                                                │query───────────────────────────────────────────────────│affirm────────
            ··· not checked since
  $ aver history russia | head -9
  russia
  russia
  
                              2024-05-01                                2024-11-01
    dprk/restrain             │deny──────────────────────────────────────────────│
    troops-fight-in-the-rus…                                                   │de
  
  dprk/restrain
    China acts to restrain North Korea
  $ aver history restrain --on 2024-08-01 | head -9
  held on 2024-08-01, as known at HEAD (da7003b of 2024-11-01 09:00)
  
  dprk/restrain
  China acts to restrain North Korea
  
            2024-05-01                                                  2024-08-01
    china                          │silent───────────────────────────·············
    russia  │deny─────────────────────────────────────────────────────────────────
    us                                                   │query───────────────────
  $ aver history restrain --holder us --color always | head -6 | tr '\033' '^'
  ^[1;36mdprk/restrain^[0m
  China acts to restrain North Korea
  
        ^[2m2024-07-01                                                      2024-11-01^[0m
    ^[1mus^[0m  ^[33m│query──────────────────────────────────────────^[0m^[32m│affirm─────^[0m
  

Before anything was held, and before anything was known.

  $ aver history restrain --on 2020-01-01
  held on 2020-01-01, as known at HEAD (da7003b of 2024-11-01 09:00)
  
  dprk/restrain
  China acts to restrain North Korea
  
  No record yet.
  $ aver history restrain --known-at 2020-01-01
  nothing was known on 2020-01-01: that is before the first commit
  $ aver positions --on 2020-01-01
  held on 2020-01-01, as known at HEAD (da7003b of 2024-11-01 09:00)
  
  No record of a position.
  $ aver show restrain --on 2020-01-01
  held on 2020-01-01, as known at HEAD (da7003b of 2024-11-01 09:00)
  
  dprk/restrain
  China acts to restrain North Korea
  
    kind  policy
  
  No record of anybody's position on 2020-01-01.
    no record on that day: china, russia, us
  $ aver flips --on 2020-01-01
  held on 2020-01-01, as known at HEAD (da7003b of 2024-11-01 09:00)
  
  Nobody has moved.
  $ aver due --on 2020-01-01
  held on 2020-01-01, as known at HEAD (da7003b of 2024-11-01 09:00)
  
  Nothing is due.
  $ aver list --on 2020-01-01
  held on 2020-01-01, as known at HEAD (da7003b of 2024-11-01 09:00)
  
  dprk/restrain
    China acts to restrain North Korea
    no record
  dprk/troops-fight-in-the-russian-army
    North Korean troops fight in the Russian army
    no record
  
  2 claims
  $ aver diff --on 2019-01-01..2020-01-01
  no position differs between 2019-01-01 and 2020-01-01
  $ for answer in positions flips due list check log "blame restrain" "history china"; do aver $answer --known-at 2020-01-01 --json | head -4; done
  {
    "schema": "aver.positions/1",
    "on": "2024-11-01",
    "known_at": "2020-01-01",
  {
    "schema": "aver.flips/1",
    "on": "2024-11-01",
    "known_at": "2020-01-01",
  {
    "schema": "aver.due/1",
    "on": "2024-11-01",
    "known_at": "2020-01-01",
  {
    "schema": "aver.list/1",
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
    "schema": "aver.history/1",
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
  error: --on takes one day, not "2024-10"
  hint: --on 2024-10-31
  [2]
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
  a506758  2024-11-01 09:00  Ada Fields  Record russia deny on dprk/restrain
  $ aver record restrain us affirm --held 2024-10-31 --through 2024-10-01
  error: through 2024-10-01 lies before held 2024-10-31
  [2]
  $ aver record restrain us affirm --held 2024-10-31 --until 2024-10-01
  error: until 2024-10-01 lies before held 2024-10-31
  [2]
  $ aver again restrain china --through 2024-01-01
  error: through 2024-01-01 lies before held 2024-11-01
  [2]
  $ aver record restrain us affirm --held 31.10.2024
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
  $ aver record short china affirm --held 2023-01-01 >/dev/null
  $ aver record short china silent --held 2024-10-29 --searched briefings >/dev/null
  $ aver record short china deny --held 2024-10-30 >/dev/null
  $ aver record short china qualified --held 2024-10-31 >/dev/null
  $ aver record short china affirm >/dev/null
  $ aver record short us deny --held 2024-10-30 >/dev/null
  $ aver record short us deny --held 2024-10-30 --summary "Said it twice" >/dev/null
  $ for width in 60 80 140; do COLUMNS=$width aver history short | sed -n 4,6p; done
           2023-01-01                               2024-11-01
    china  │affirm────────────────────────────────────────││││
    us                                                       │
           2023-01-01                                                   2024-11-01
    china  │affirm────────────────────────────────────────────────────────────││││
    us                                                                           │
           2023-01-01                                                                                                               2024-11-01
    china  │affirm────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────││││
    us                                                                                                                                       │
  $ for width in 60 80 140; do for what in short china us; do COLUMNS=$width aver history $what | wc -L; done; done
  60
  60
  60
  80
  80
  80
  140
  140
  140
