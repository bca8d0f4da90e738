# First steps

A store is a git repository with its vocabulary in it.

  $ aver init facts
  started a store in $DIR/facts
    842e421 on main; next: aver add CLAIM "TEXT", then aver help record
  $ cd facts
  $ ls -A
  .git
  .gitattributes
  .schemas
  .taplo.toml
  aver.toml
  $ git log --oneline
  842e421 Start an aver store

A claim, and somebody who can hold a position on it.

  $ aver add dorn/calda-restrains-dorn "Calda acts to restrain North Dorna" --kind policy --tag dorn
  added claim dorn/calda-restrains-dorn: Calda acts to restrain North Dorna
    3123a12 on main; undo: aver undo 3123a12
  $ aver actor add calda Calda --kind state --alias PUC --alias Belmora
  added actor calda: Calda (state)
    94af1ee on main; undo: aver undo 94af1ee
  $ aver actor add south-dorna "South Dorna" --kind state
  added actor south-dorna: South Dorna (state)
    75e2e10 on main; undo: aver undo 75e2e10
  $ aver actor add south-dorna/kem-yarr-olin "Kem Yarr-olin" --role "Minister of Defence=south-dorna"
  added actor south-dorna/kem-yarr-olin: Kem Yarr-olin (person)
    01a2f5e on main; undo: aver undo 01a2f5e
  $ printf 'The minister said that Belmora stays silent.\n' > page.txt
  $ aver source add 2024/wintermoor "Ministers meet in Wintermoor" --capture page.txt --published 2024-10-31
  added source 2024/wintermoor: Ministers meet in Wintermoor, with its text of 45
    bytes
    81d0aff on main; undo: aver undo 81d0aff
  $ rm page.txt

One line records who holds what. The holder may be called by a trailing part of the id, or by name.

  $ aver record calda-restrains-dorn calda silent --held 2024-10-31 --via kem-yarr-olin --quote "Belmora stays silent" --source wintermoor --locator "line 1"
  recorded calda silent on dorn/calda-restrains-dorn, held 2024-10-31: the first
    record of calda here
    quote verbatim, para 1 of 2024/wintermoor
    d3dded4 on main; undo: aver undo d3dded4
  $ cat claims/dorn/calda-restrains-dorn/2024-10-31-calda.toml
  holder = "calda"
  position = "silent"
  held = 2024-10-31
  through = 2024-10-31
  mode = "attributed"
  via = ["south-dorna/kem-yarr-olin"]
  quote = "Belmora stays silent"
  source = "2024/wintermoor"
  locator = "line 1"
  $ at 2024-11-05
  $ aver record calda-restrains-dorn Belmora affirm --held 2024-11-04 --summary "Says that it has spoken to Pellandra" --source wintermoor
  warning: held 2024-11-04, but its source 2024/wintermoor was published on 2024-10-31, and last captured on 2024-11-01 [held/after-source]
  hint: held = 2024-10-31, or name the source that tells of the later day
  recorded calda affirm on dorn/calda-restrains-dorn, held 2024-11-04: shift, was
    silent since 2024-10-31
    a22cbf6 on main; undo: aver undo a22cbf6

What stands now, what stood then, and how it came.

  $ aver show calda-restrains-dorn
  dorn/calda-restrains-dorn
  Calda acts to restrain North Dorna
  
    kind  policy
    tags  dorn
  
    calda  affirm  since 2024-11-04
        Says that it has spoken to Pellandra
        paraphrase · 2024/wintermoor · 2024-11-04-calda
  $ aver show calda-restrains-dorn --on 2024-11-01
  held on 2024-11-01, as known at HEAD (a22cbf6 of 2024-11-05 09:00)
  
  dorn/calda-restrains-dorn
  Calda acts to restrain North Dorna
  
    kind  policy
    tags  dorn
  
    calda  silent  since 2024-10-31, last checked 2024-10-31
        "Belmora stays silent"
        via south-dorna/kem-yarr-olin · 2024/wintermoor, line 1 · verbatim ·
        2024-10-31-calda
  $ aver show calda-restrains-dorn --on 2024-11-04 --known-at 2024-11-02
  held on 2024-11-04, as known at 2024-11-02 (d3dded4 of 2024-11-01 09:00 UTC)
  
  dorn/calda-restrains-dorn
  Calda acts to restrain North Dorna
  
    kind  policy
    tags  dorn
  
    calda  silent  since 2024-10-31, last checked 2024-10-31
        "Belmora stays silent"
        via south-dorna/kem-yarr-olin · 2024/wintermoor, line 1 · verbatim ·
        2024-10-31-calda
  $ aver history calda-restrains-dorn
  dorn/calda-restrains-dorn
  Calda acts to restrain North Dorna
  
           2024-10-31                                                   2024-11-05
    calda  │silent────────────────────────────────────────│affirm─────────────────
  
  calda
    2024-10-31  silent  first
                via south-dorna/kem-yarr-olin · 2024/wintermoor, line 1
                "Belmora stays silent"
    2024-11-04  affirm  shift  paraphrase · 2024/wintermoor
                Says that it has spoken to Pellandra
  $ aver history calda
  calda
  Calda
  
                          2024-10-31                                    2024-11-05
    calda-restrains-dorn  │silent──────────────────────────────│affirm────────────
  
  dorn/calda-restrains-dorn
    Calda acts to restrain North Dorna
    2024-10-31  silent  first
                via south-dorna/kem-yarr-olin · 2024/wintermoor, line 1
                "Belmora stays silent"
    2024-11-04  affirm  shift  paraphrase · 2024/wintermoor
                Says that it has spoken to Pellandra
  $ aver diff
  dorn/calda-restrains-dorn
    Calda acts to restrain North Dorna
    calda  silent (2024-10-31) -> affirm (2024-11-04)  shift
  $ aver diff --on 2024-10-31..2024-11-05 --evidence
  from 2024-10-31 to 2024-11-05, as known at HEAD (a22cbf6)
  
  dorn/calda-restrains-dorn
    Calda acts to restrain North Dorna
    calda  silent (2024-10-31) -> affirm (2024-11-04)  shift
      - "Belmora stays silent"
        via south-dorna/kem-yarr-olin · 2024/wintermoor, line 1
      + Says that it has spoken to Pellandra
        paraphrase · 2024/wintermoor
  $ aver log calda-restrains-dorn
  a22cbf6  2024-11-05 09:00  Ada Fields  Record calda affirm on
                                         dorn/calda-restrains-dorn
  d3dded4  2024-11-01 09:00  Ada Fields  Record calda silent on
                                         dorn/calda-restrains-dorn
  3123a12  2024-11-01 09:00  Ada Fields  Add claim dorn/calda-restrains-dorn
  $ aver list
  dorn/calda-restrains-dorn
    Calda acts to restrain North Dorna
    calda affirm
  
  1 claim
  $ aver show calda
  calda
  Calda
  
    kind  state
    also  PUC, Belmora
  
    dorn/calda-restrains-dorn  affirm  since 2024-11-04
        Says that it has spoken to Pellandra
        paraphrase · 2024/wintermoor · 2024-11-04-calda
  $ aver show wintermoor
  2024/wintermoor
  Ministers meet in Wintermoor
  
    published  2024-10-31
    retrieved  2024-11-01
    capture    wintermoor.txt, 45 bytes, sha256 as recorded
  
  2 stances cite it
    2024-10-31  calda  silent  dorn/calda-restrains-dorn, line 1  verbatim
    2024-11-04  calda  affirm  dorn/calda-restrains-dorn
  $ aver show 2024-11-04-calda
  dorn/calda-restrains-dorn/2024-11-04-calda
  Calda acts to restrain North Dorna
  
    calda  affirm  held 2024-11-04
  
    mode     paraphrase
    summary  Says that it has spoken to Pellandra
    source   2024/wintermoor: Ministers meet in Wintermoor
  $ aver check
  claims/dorn/calda-restrains-dorn/2024-11-04-calda.toml:3:8: warning: held 2024-11-04, but its source 2024/wintermoor was published on 2024-10-31, and last captured on 2024-11-01 [held/after-source]
    hint: held = 2024-10-31, or name the source that tells of the later day
  
  checked 7 records: 0 errors, 1 warning
  $ aver status
  store $DIR/facts
  on main at a22cbf6
  nothing uncommitted
  $ git status --short
  $ git fsck --strict

Undo is a commit of its own.

  $ aver undo
  undone: Record calda affirm on dorn/calda-restrains-dorn
    27e432c on main; undo: aver undo 27e432c
  $ aver history calda-restrains-dorn
  dorn/calda-restrains-dorn
  Calda acts to restrain North Dorna
  
  calda
    2024-10-31  silent  first
                via south-dorna/kem-yarr-olin · 2024/wintermoor, line 1
                "Belmora stays silent"
    last checked on 2024-10-31
  $ aver undo
  undone: Undo "Record calda affirm on dorn/calda-restrains-dorn"
    8e90686 on main; undo: aver undo 8e90686
