# First steps

A store is a git repository with its vocabulary in it.

  $ aver init facts
  started a store in $DIR/facts
    d7f94bd on main; next: aver add CLAIM "TEXT", then aver help record
  $ cd facts
  $ ls -A
  .git
  .gitattributes
  .schemas
  .taplo.toml
  aver.toml
  $ git log --oneline
  d7f94bd Start an aver store

A claim, and somebody who can hold a position on it.

  $ aver add dprk/china-restrains-dprk "China acts to restrain North Korea" --kind policy --tag dprk
  added claim dprk/china-restrains-dprk: China acts to restrain North Korea
    f9ad563 on main; undo: aver undo f9ad563
  $ aver actor add china China --kind state --alias PRC --alias Beijing
  added actor china: China (state)
    13bf152 on main; undo: aver undo 13bf152
  $ aver actor add south-korea "South Korea" --kind state
  added actor south-korea: South Korea (state)
    5332998 on main; undo: aver undo 5332998
  $ aver actor add south-korea/kim-yong-hyun "Kim Yong-hyun" --role "Minister of Defence=south-korea"
  added actor south-korea/kim-yong-hyun: Kim Yong-hyun (person)
    6510f3e on main; undo: aver undo 6510f3e
  $ printf 'The minister said that Beijing stays silent.\n' > page.txt
  $ aver source add 2024/washington "Ministers meet in Washington" --capture page.txt --published 2024-10-31
  added source 2024/washington: Ministers meet in Washington, with its text of 45
    bytes
    0195a5f on main; undo: aver undo 0195a5f
  $ rm page.txt

One line records who holds what. The holder may be called by a trailing part of the id, or by name.

  $ aver record china-restrains-dprk china silent --held 2024-10-31 --via kim-yong-hyun --quote "Beijing stays silent" --source washington --locator "line 1"
  recorded china silent on dprk/china-restrains-dprk, held 2024-10-31: the first
    record of china here
    quote verbatim, para 1 of 2024/washington
    760377a on main; undo: aver undo 760377a
  $ cat claims/dprk/china-restrains-dprk/2024-10-31-china.toml
  holder = "china"
  position = "silent"
  held = 2024-10-31
  through = 2024-10-31
  mode = "attributed"
  via = ["south-korea/kim-yong-hyun"]
  quote = "Beijing stays silent"
  source = "2024/washington"
  locator = "line 1"
  $ at 2024-11-05
  $ aver record china-restrains-dprk Beijing affirm --held 2024-11-04 --summary "Says that it has spoken to Pyongyang" --source washington
  recorded china affirm on dprk/china-restrains-dprk, held 2024-11-04: shift, was
    silent since 2024-10-31
    f709056 on main; undo: aver undo f709056

What stands now, what stood then, and how it came.

  $ aver show china-restrains-dprk
  dprk/china-restrains-dprk
  China acts to restrain North Korea
  
    kind  policy
    tags  dprk
  
    china  affirm  since 2024-11-04
        Says that it has spoken to Pyongyang
        paraphrase · 2024/washington · 2024-11-04-china
  $ aver show china-restrains-dprk --on 2024-11-01
  held on 2024-11-01, as known at HEAD (f709056 of 2024-11-05 09:00)
  
  dprk/china-restrains-dprk
  China acts to restrain North Korea
  
    kind  policy
    tags  dprk
  
    china  silent  since 2024-10-31, last checked 2024-10-31
        "Beijing stays silent"
        via south-korea/kim-yong-hyun · 2024/washington, line 1 · verbatim ·
        2024-10-31-china
  $ aver show china-restrains-dprk --on 2024-11-04 --known-at 2024-11-02
  held on 2024-11-04, as known at 2024-11-02 (760377a of 2024-11-01 09:00)
  
  dprk/china-restrains-dprk
  China acts to restrain North Korea
  
    kind  policy
    tags  dprk
  
    china  silent  since 2024-10-31, last checked 2024-10-31
        "Beijing stays silent"
        via south-korea/kim-yong-hyun · 2024/washington, line 1 · verbatim ·
        2024-10-31-china
  $ aver history china-restrains-dprk
  dprk/china-restrains-dprk
  China acts to restrain North Korea
  
           2024-10-31                                                   2024-11-05
    china  │silent────────────────────────────────────────│affirm─────────────────
  
  china
    2024-10-31  silent  first
                via south-korea/kim-yong-hyun · 2024/washington, line 1
                "Beijing stays silent"
    2024-11-04  affirm  shift  paraphrase · 2024/washington
                Says that it has spoken to Pyongyang
  $ aver history china
  china
  China
  
                          2024-10-31                                    2024-11-05
    china-restrains-dprk  │silent──────────────────────────────│affirm────────────
  
  dprk/china-restrains-dprk
    China acts to restrain North Korea
    2024-10-31  silent  first
                via south-korea/kim-yong-hyun · 2024/washington, line 1
                "Beijing stays silent"
    2024-11-04  affirm  shift  paraphrase · 2024/washington
                Says that it has spoken to Pyongyang
  $ aver diff
  dprk/china-restrains-dprk
    China acts to restrain North Korea
    china  silent (2024-10-31) -> affirm (2024-11-04)  shift
  $ aver diff --on 2024-10-31..2024-11-05 --evidence
  from 2024-10-31 to 2024-11-05, as known at HEAD (f709056)
  
  dprk/china-restrains-dprk
    China acts to restrain North Korea
    china  silent (2024-10-31) -> affirm (2024-11-04)  shift
      - "Beijing stays silent"
        via south-korea/kim-yong-hyun · 2024/washington, line 1
      + Says that it has spoken to Pyongyang
        paraphrase · 2024/washington
  $ aver log china-restrains-dprk
  f709056  2024-11-05 09:00  Ada Fields  Record china affirm on
                                         dprk/china-restrains-dprk
  760377a  2024-11-01 09:00  Ada Fields  Record china silent on
                                         dprk/china-restrains-dprk
  f9ad563  2024-11-01 09:00  Ada Fields  Add claim dprk/china-restrains-dprk
  $ aver list
  dprk/china-restrains-dprk
    China acts to restrain North Korea
    china affirm
  
  1 claim
  $ aver show china
  china
  China
  
    kind  state
    also  PRC, Beijing
  
    dprk/china-restrains-dprk  affirm  since 2024-11-04
        Says that it has spoken to Pyongyang
        paraphrase · 2024/washington · 2024-11-04-china
  $ aver show washington
  2024/washington
  Ministers meet in Washington
  
    published  2024-10-31
    retrieved  2024-11-01
    capture    washington.txt, 45 bytes, sha256 as recorded
  
  2 stances cite it
    2024-10-31  china  silent  dprk/china-restrains-dprk, line 1  verbatim
    2024-11-04  china  affirm  dprk/china-restrains-dprk
  $ aver show 2024-11-04-china
  dprk/china-restrains-dprk/2024-11-04-china
  China acts to restrain North Korea
  
    china  affirm  held 2024-11-04
  
    mode     paraphrase
    summary  Says that it has spoken to Pyongyang
    source   2024/washington: Ministers meet in Washington
  $ aver check
  checked 7 records: all is well
  $ aver status
  store $DIR/facts
  on main at f709056
  nothing uncommitted
  $ git status --short
  $ git fsck --strict

Undo is a commit of its own.

  $ aver undo
  undone: Record china affirm on dprk/china-restrains-dprk
    7ce5d90 on main; undo: aver undo 7ce5d90
  $ aver history china-restrains-dprk
  dprk/china-restrains-dprk
  China acts to restrain North Korea
  
  china
    2024-10-31  silent  first
                via south-korea/kim-yong-hyun · 2024/washington, line 1
                "Beijing stays silent"
    last checked on 2024-10-31
  $ aver undo
  undone: Undo "Record china affirm on dprk/china-restrains-dprk"
    4307247 on main; undo: aver undo 4307247
