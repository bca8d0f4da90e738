# Other ids, edits in an editor, and records taken away

  $ aver init facts >/dev/null && cd facts
  $ aver actor add china China --kind state >/dev/null && aver actor add us "United States" --kind state >/dev/null
  $ aver actor add us/blinken "Antony Blinken" --role "Secretary of State=us" >/dev/null
  $ echo 'The minister said "China keeps silent" on Thursday.' >page.txt
  $ aver source add 2024/press "Press conference" --capture page.txt >/dev/null
  $ aver add dprk/restrain "China acts to restrain North Korea" --kind policy --tag troops >/dev/null
  $ aver add dprk/other "China backs North Korea" --kind policy --relation negates:dprk/restrain >/dev/null
  $ aver record restrain china silent --held 2024-10-31 --quote "China keeps silent" --source press >/dev/null
  $ aver record restrain us/blinken query --held 2024-10-31 --summary "Remains to be seen" --via us --source press >/dev/null

Who recorded what: by value, and through a rename.

  $ aver blame 2024-10-31-china quote
  dprk/restrain/2024-10-31-china
  China acts to restrain North Korea
  
  claims/dprk/restrain/2024-10-31-china.toml
    2024/press, para 1
    626f2b1  2024-11-01 09:00  Ada Fields
      quote  China keeps silent
  $ aver mv restrain dprk/china-restrains
  renamed claim dprk/restrain to dprk/china-restrains: 3 files moved, rewritten in
    1 other record
    16209a9 on main; undo: aver undo 16209a9
  $ at 2024-11-05
  $ aver show restrain | head -3
  dprk/china-restrains
  China acts to restrain North Korea
  
  $ cat claims/dprk/other/claim.toml
  text = "China backs North Korea"
  kind = "policy"
  
  [[relation]]
  type = "negates"
  to = "dprk/china-restrains"
  $ sed -i 's/tags = .*/tags = ["troops", "russia"]/' claims/dprk/china-restrains/claim.toml
  $ GIT_AUTHOR_NAME="Ben Ode" aver commit
  Edit claim dprk/china-restrains
    84bc7d1 on main; undo: aver undo 84bc7d1
  $ aver blame restrain
  dprk/china-restrains
  China acts to restrain North Korea
  
  claims/dprk/china-restrains/claim.toml
    965161c  2024-11-01 09:00  Ada Fields
      text  China acts to restrain North Korea
      kind  policy
    16209a9  2024-11-01 09:00  Ada Fields
      aliases  dprk/restrain
    965161c  2024-11-01 09:00  Ada Fields
      tags  troops
    84bc7d1  2024-11-05 09:00  Ben Ode
      tags  russia
  
  claims/dprk/china-restrains/2024-10-31-china.toml
    2024/press, para 1
    626f2b1  2024-11-01 09:00  Ada Fields
      holder    china
      position  silent
      held      2024-10-31
      through   2024-10-31
      mode      direct
      quote     China keeps silent
      source    2024/press
      locator   para 1
  
  claims/dprk/china-restrains/2024-10-31-us-blinken.toml
    2024/press
    c46d167  2024-11-01 09:00  Ada Fields
      holder    us/blinken
      position  query
      held      2024-10-31
      mode      attributed
      via       us
      summary   Remains to be seen
      source    2024/press
  $ aver blame restrain --format csv | head -3
  record,key,value,commit,time,author,source,approved_by
  claims/dprk/china-restrains/claim.toml,text,China acts to restrain North Korea,965161c1fb35bf6aa85b0de01b4adca3d939232e,2024-11-01 09:00,Ada Fields,,
  claims/dprk/china-restrains/claim.toml,kind,policy,965161c1fb35bf6aa85b0de01b4adca3d939232e,2024-11-01 09:00,Ada Fields,,
  $ aver blame us/blinken --json
  {
    "schema": "aver.blame/1",
    "on": "2024-11-05",
    "known_at": null,
    "revision": "84bc7d1c68d7545351491ab15d65eaa155a2d3e6",
    "record": "us/blinken",
    "records": [
      {
        "path": "actors/us/blinken.toml",
        "evidence": null,
        "approved_by": [],
        "values": [
          {
            "key": "name",
            "value": "Antony Blinken",
            "commit": "c35eaba34d55f38a3fc2297aaa843dc0e928e689",
            "time": 1730451603,
            "author": "Ada Fields"
          },
          {
            "key": "kind",
            "value": "person",
            "commit": "c35eaba34d55f38a3fc2297aaa843dc0e928e689",
            "time": 1730451603,
            "author": "Ada Fields"
          },
          {
            "key": "role",
            "value": "title Secretary of State, of us",
            "commit": "c35eaba34d55f38a3fc2297aaa843dc0e928e689",
            "time": 1730451603,
            "author": "Ada Fields"
          }
        ]
      }
    ]
  }
  $ aver log dprk/china-restrains
  84bc7d1  2024-11-05 09:00  Ben Ode     Edit claim dprk/china-restrains
  16209a9  2024-11-01 09:00  Ada Fields  Rename claim dprk/restrain to
                                         dprk/china-restrains
  c46d167  2024-11-01 09:00  Ada Fields  Record us/blinken query on dprk/restrain
  626f2b1  2024-11-01 09:00  Ada Fields  Record china silent on dprk/restrain
  965161c  2024-11-01 09:00  Ada Fields  Add claim dprk/restrain
  $ aver blame restrain colour
  error: nothing in dprk/china-restrains has the key "colour"
  hint: aver blame dprk/china-restrains
  [4]
  $ aver mv china prc
  renamed actor china to prc: 1 file moved, rewritten in 1 other record
    7f9e347 on main; undo: aver undo 7f9e347
  $ cat claims/dprk/china-restrains/2024-10-31-china.toml
  holder = "prc"
  position = "silent"
  held = 2024-10-31
  through = 2024-10-31
  mode = "direct"
  quote = "China keeps silent"
  source = "2024/press"
  locator = "para 1"
  $ aver show China | head -2
  prc
  China
  $ aver mv us united-states
  renamed actor us to united-states: 1 file moved, rewritten in 2 other records
    b9553ab on main; undo: aver undo b9553ab
  $ cat actors/us/blinken.toml
  name = "Antony Blinken"
  kind = "person"
  
  [[role]]
  title = "Secretary of State"
  of = "united-states"
  $ aver mv 2024/press 2024/washington/press
  renamed source 2024/press to 2024/washington/press: 2 files moved, rewritten in
    2 other records
    38e8f03 on main; undo: aver undo 38e8f03
  $ git ls-files sources
  sources/2024/washington/press.toml
  sources/2024/washington/press.txt
  $ aver show 2024/press | head -3
  2024/washington/press
  Press conference
  
  $ aver mv dprk north-korea
  renamed topic dprk to north-korea: 4 files moved
    7221ec0 on main; undo: aver undo 7221ec0
  $ git ls-files claims
  claims/north-korea/china-restrains/2024-10-31-china.toml
  claims/north-korea/china-restrains/2024-10-31-us-blinken.toml
  claims/north-korea/china-restrains/claim.toml
  claims/north-korea/other/claim.toml
  $ aver mv north-korea/china-restrains dprk/restrain
  renamed claim north-korea/china-restrains to dprk/restrain: 3 files moved,
    rewritten in 1 other record
    c4b13e0 on main; undo: aver undo c4b13e0
  $ cat claims/dprk/restrain/claim.toml
  text = "China acts to restrain North Korea"
  kind = "policy"
  aliases = [
    "dprk/china-restrains",
    "north-korea/china-restrains",
  ]
  tags = ["troops", "russia"]
  $ aver check
  checked 8 records: all is well

What cannot be renamed.

  $ aver mv nobody somebody
  error: there is no record "nobody"
  hint: aver list
  [4]
  $ aver mv prc united-states
  error: the actor "united-states" exists already
  hint: aver show united-states
  [2]
  $ aver mv prc prc
  error: prc has that id already
  [2]
  $ aver mv prc "Not An Id"
  error: "Not An Id" has an upper-case letter: ids are lower case
  hint: try not-an-id
  [2]
  $ aver mv 2024-10-31-china 2024-10-31-prc
  error: a stance is named after its day and its holder
  hint: aver correct dprk/restrain/2024-10-31-china --reason "WHY"
  [2]
  $ aver mv prc china --no-commit
  renamed actor prc to china: 1 file moved, rewritten in 1 other record
    not committed: actors/china.toml actors/prc.toml
    claims/dprk/restrain/2024-10-31-china.toml; commit: aver commit
  $ git status --short
   D actors/prc.toml
   M claims/dprk/restrain/2024-10-31-china.toml
  ?? actors/china.toml
  ?? page.txt
  $ aver mv prc zhongguo
  error: actors/prc.toml has changes that are not committed
  hint: aver status shows them, aver commit records them
  [3]
  $ git checkout -q . && git clean -qfd actors && git status --short
  ?? page.txt

Taken away: only what nothing refers to.

  $ aver rm prc
  error: actor prc is still referred to, by 1 record
  caused by: claims/dprk/restrain/2024-10-31-china.toml: holder
  [3]
  $ aver rm washington/press
  error: source 2024/washington/press is still referred to, by 2 records
  caused by: claims/dprk/restrain/2024-10-31-china.toml: source
  caused by: claims/dprk/restrain/2024-10-31-us-blinken.toml: source
  [3]
  $ aver rm restrain
  error: claim dprk/restrain is still referred to, by 3 records
  caused by: claims/dprk/restrain/2024-10-31-china.toml: is about it
  caused by: claims/dprk/restrain/2024-10-31-us-blinken.toml: is about it
  caused by: claims/north-korea/other/claim.toml: relation[0].to
  [3]
  $ aver rm north-korea/other
  removed claim north-korea/other
    b8d12a6 on main; undo: aver undo b8d12a6
  $ aver rm restrain
  error: claim dprk/restrain is still referred to, by 2 records
  caused by: claims/dprk/restrain/2024-10-31-china.toml: is about it
  caused by: claims/dprk/restrain/2024-10-31-us-blinken.toml: is about it
  hint: aver rm dprk/restrain --with-stances
  [3]
  $ aver rm restrain --with-stances
  removed claim dprk/restrain, 3 files
    1a88ed3 on main; undo: aver undo 1a88ed3
  $ aver rm washington/press
  removed source 2024/washington/press, 2 files
    8fe4e15 on main; undo: aver undo 8fe4e15
  $ git ls-files
  .gitattributes
  .schemas/actor.json
  .schemas/claim.json
  .schemas/review.json
  .schemas/source.json
  .schemas/stance.json
  .taplo.toml
  actors/prc.toml
  actors/united-states.toml
  actors/us/blinken.toml
  aver.toml
  $ aver show restrain --known-at HEAD~2 | head -2
  held on 2024-11-05 (today), as known at HEAD~2 (b8d12a6 of 2024-11-05 09:00)
  
  $ aver rm restrain
  error: there is no record "restrain"
  hint: aver list
  [4]
  $ aver undo HEAD~1
  error: "Remove claim dprk/restrain" cannot be undone: later records build on it
  caused by: claims/dprk/restrain/2024-10-31-china.toml would come back broken: there is no source "2024/washington/press" in this store
  caused by: claims/dprk/restrain/2024-10-31-us-blinken.toml would come back broken: there is no source "2024/washington/press" in this store
  hint: undo those first, or edit the records and: aver commit
  [3]
  $ aver undo && aver undo HEAD~2
  undone: Remove source 2024/washington/press
    8e2dd51 on main; undo: aver undo 8e2dd51
  undone: Remove claim dprk/restrain
    2b3c5e9 on main; undo: aver undo 2b3c5e9
  $ aver check
  checked 7 records: all is well

A rename is no change of anybody's position, in either direction of time.

  $ cd .. && rm -rf again && aver init again >/dev/null && cd again
  $ aver actor add china China --kind state >/dev/null && aver source add 2024/press "Press" >/dev/null
  $ aver add dprk/restrain "China acts" >/dev/null
  $ aver record restrain china silent --held 2024-10-31 --source press --quote "No." >/dev/null
  $ git tag then
  $ aver mv dprk/restrain dprk/acts >/dev/null && aver mv china prc >/dev/null && aver mv press 2024/wire >/dev/null
  $ aver diff then HEAD
  from 2024-11-05, as known at then (0eb1955), to 2024-11-05, as known at HEAD
    (15aa166)
  
  renamed from dprk/restrain  claims/dprk/acts/claim.toml
  renamed from china          actors/prc.toml
  renamed from 2024/press     sources/2024/wire.toml
  $ aver diff then HEAD --stat
  from 2024-11-05, as known at then (0eb1955), to 2024-11-05, as known at HEAD
    (15aa166)
  
  0 claims: 3 other files
  $ aver diff HEAD then
  from 2024-11-05, as known at HEAD (15aa166), to 2024-11-05, as known at then
    (0eb1955)
  
  renamed from dprk/acts  claims/dprk/restrain/claim.toml
  renamed from prc        actors/china.toml
  renamed from 2024/wire  sources/2024/press.toml
  $ aver show acts --known-at then | tail -3
    china  silent  since 2024-10-31, last checked 2024-10-31
        "No."
        2024/press · unchecked: no saved text · 2024-10-31-china
  $ aver show dprk/restrain/2024-10-31-china | head -4
  dprk/acts/2024-10-31-china
  China acts
  
    prc  silent  held 2024-10-31
  $ aver undo && aver undo HEAD~1 2>&1 | head -3
  undone: Rename source 2024/press to 2024/wire
    fe108d1 on main; undo: aver undo fe108d1
  nothing to undo: 15aa166 is taken back already
  $ aver undo && git log -1 --format=%s
  undone: Undo "Rename source 2024/press to 2024/wire"
    fa80cf9 on main; undo: aver undo fa80cf9
  Redo "Rename source 2024/press to 2024/wire"
  $ aver check
  checked 4 records: all is well
