# Other ids, edits in an editor, and records taken away

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null && aver actor add uw "United Wealds" --kind state >/dev/null
  $ aver actor add uw/brindle "Albert Brindle" --role "Secretary of State=uw" >/dev/null
  $ echo 'The minister said "Calda keeps silent" on Thursday.' >page.txt
  $ aver source add 2024/press "Press conference" --capture page.txt >/dev/null
  $ aver add dorn/restrain "Calda acts to restrain North Dorna" --kind policy --tag troops >/dev/null
  $ aver add dorn/other "Calda backs North Dorna" --kind policy --relation negates:dorn/restrain >/dev/null
  $ aver record restrain calda silent --held 2024-10-31 --quote "Calda keeps silent" --source press >/dev/null
  $ aver record restrain uw/brindle query --held 2024-10-31 --summary "Remains to be seen" --via uw --source press >/dev/null

Who recorded what: by value, and through a rename.

  $ aver blame 2024-10-31-calda quote
  dorn/restrain/2024-10-31-calda
  Calda acts to restrain North Dorna
  
  claims/dorn/restrain/2024-10-31-calda.toml
    2024/press, para 1
    610206b  2024-11-01 09:00  Ada Fields
      quote  Calda keeps silent
  $ aver mv restrain dorn/calda-restrains
  renamed claim dorn/restrain to dorn/calda-restrains: 3 files moved, rewritten in
    1 other record
    2e974b4 on main; undo: aver undo 2e974b4
  $ at 2024-11-05
  $ aver show restrain | head -3
  dorn/calda-restrains
  Calda acts to restrain North Dorna
  
  $ cat claims/dorn/other/claim.toml
  text = "Calda backs North Dorna"
  kind = "policy"
  
  [[relation]]
  type = "negates"
  to = "dorn/calda-restrains"
  $ sed -i 's/tags = .*/tags = ["troops", "rastia"]/' claims/dorn/calda-restrains/claim.toml
  $ GIT_AUTHOR_NAME="Ben Ode" aver commit
  Edit claim dorn/calda-restrains
    6999430 on main; undo: aver undo 6999430
  $ aver blame restrain
  dorn/calda-restrains
  Calda acts to restrain North Dorna
  
  claims/dorn/calda-restrains/claim.toml
    9a56d18  2024-11-01 09:00  Ada Fields
      text  Calda acts to restrain North Dorna
      kind  policy
    2e974b4  2024-11-01 09:00  Ada Fields
      aliases  dorn/restrain
    9a56d18  2024-11-01 09:00  Ada Fields
      tags  troops
    6999430  2024-11-05 09:00  Ben Ode
      tags  rastia
  
  claims/dorn/calda-restrains/2024-10-31-calda.toml
    2024/press, para 1
    610206b  2024-11-01 09:00  Ada Fields
      holder    calda
      position  silent
      held      2024-10-31
      through   2024-10-31
      mode      direct
      quote     Calda keeps silent
      source    2024/press
      locator   para 1
  
  claims/dorn/calda-restrains/2024-10-31-uw-brindle.toml
    2024/press
    b8d46f3  2024-11-01 09:00  Ada Fields
      holder    uw/brindle
      position  query
      held      2024-10-31
      mode      attributed
      via       uw
      summary   Remains to be seen
      source    2024/press
  $ aver blame restrain --format csv | head -3
  record,key,value,commit,time,author,source,approved_by
  claims/dorn/calda-restrains/claim.toml,text,Calda acts to restrain North Dorna,9a56d180d2f08f04dfad663e8c3112a128bb4d47,2024-11-01 09:00,Ada Fields,,
  claims/dorn/calda-restrains/claim.toml,kind,policy,9a56d180d2f08f04dfad663e8c3112a128bb4d47,2024-11-01 09:00,Ada Fields,,
  $ aver blame uw/brindle --json
  {
    "schema": "aver.blame/1",
    "on": "2024-11-05",
    "known_at": null,
    "revision": "6999430314e0685736c107ff59677e3fd3e23290",
    "record": "uw/brindle",
    "records": [
      {
        "path": "actors/uw/brindle.toml",
        "evidence": null,
        "approved_by": [],
        "values": [
          {
            "key": "name",
            "value": "Albert Brindle",
            "commit": "0888da7228506a0f43a6e7d8b118cef100cd5ea2",
            "time": 1730451603,
            "author": "Ada Fields"
          },
          {
            "key": "kind",
            "value": "person",
            "commit": "0888da7228506a0f43a6e7d8b118cef100cd5ea2",
            "time": 1730451603,
            "author": "Ada Fields"
          },
          {
            "key": "role",
            "value": "title Secretary of State, of uw",
            "commit": "0888da7228506a0f43a6e7d8b118cef100cd5ea2",
            "time": 1730451603,
            "author": "Ada Fields"
          }
        ]
      }
    ]
  }
  $ aver log dorn/calda-restrains
  6999430  2024-11-05 09:00  Ben Ode     Edit claim dorn/calda-restrains
  2e974b4  2024-11-01 09:00  Ada Fields  Rename claim dorn/restrain to
                                         dorn/calda-restrains
  b8d46f3  2024-11-01 09:00  Ada Fields  Record uw/brindle query on dorn/restrain
  610206b  2024-11-01 09:00  Ada Fields  Record calda silent on dorn/restrain
  9a56d18  2024-11-01 09:00  Ada Fields  Add claim dorn/restrain
  $ aver blame restrain colour
  error: nothing in dorn/calda-restrains has the key "colour"
  hint: aver blame dorn/calda-restrains
  [4]
  $ aver mv calda puc
  renamed actor calda to puc: 1 file moved, rewritten in 1 other record
    91c4c68 on main; undo: aver undo 91c4c68
  $ cat claims/dorn/calda-restrains/2024-10-31-calda.toml
  holder = "puc"
  position = "silent"
  held = 2024-10-31
  through = 2024-10-31
  mode = "direct"
  quote = "Calda keeps silent"
  source = "2024/press"
  locator = "para 1"
  $ aver show Calda | head -2
  puc
  Calda
  $ aver mv uw united-wealds
  renamed actor uw to united-wealds: 1 file moved, rewritten in 2 other records
    52b6f23 on main; undo: aver undo 52b6f23
  $ cat actors/uw/brindle.toml
  name = "Albert Brindle"
  kind = "person"
  
  [[role]]
  title = "Secretary of State"
  of = "united-wealds"
  $ aver mv 2024/press 2024/wintermoor/press
  renamed source 2024/press to 2024/wintermoor/press: 2 files moved, rewritten in
    2 other records
    cff6343 on main; undo: aver undo cff6343
  $ git ls-files sources
  sources/2024/wintermoor/press.toml
  sources/2024/wintermoor/press.txt
  $ aver show 2024/press | head -3
  2024/wintermoor/press
  Press conference
  
  $ aver mv dorn north-dorna
  renamed topic dorn to north-dorna: 4 files moved
    e435578 on main; undo: aver undo e435578
  $ git ls-files claims
  claims/north-dorna/calda-restrains/2024-10-31-calda.toml
  claims/north-dorna/calda-restrains/2024-10-31-uw-brindle.toml
  claims/north-dorna/calda-restrains/claim.toml
  claims/north-dorna/other/claim.toml
  $ aver mv north-dorna/calda-restrains dorn/restrain
  renamed claim north-dorna/calda-restrains to dorn/restrain: 3 files moved,
    rewritten in 1 other record
    fac1860 on main; undo: aver undo fac1860
  $ cat claims/dorn/restrain/claim.toml
  text = "Calda acts to restrain North Dorna"
  kind = "policy"
  aliases = [
    "dorn/calda-restrains",
    "north-dorna/calda-restrains",
  ]
  tags = ["troops", "rastia"]
  $ aver check
  checked 8 records: all is well

What cannot be renamed.

  $ aver mv nobody somebody
  error: there is no record "nobody"
  hint: aver list
  [4]
  $ aver mv puc united-wealds
  error: the actor "united-wealds" exists already
  hint: aver show united-wealds
  [2]
  $ aver mv puc puc
  error: puc has that id already
  [2]
  $ aver mv puc "Not An Id"
  error: "Not An Id" has an upper-case letter: ids are lower case
  hint: try not-an-id
  [2]
  $ aver mv 2024-10-31-calda 2024-10-31-puc
  error: a stance is named after its day and its holder
  hint: aver correct dorn/restrain/2024-10-31-calda --reason "WHY"
  [2]
  $ aver mv puc calda --no-commit
  renamed actor puc to calda: 1 file moved, rewritten in 1 other record
    not committed: actors/calda.toml actors/puc.toml
    claims/dorn/restrain/2024-10-31-calda.toml; commit: aver commit
  $ git status --short
   D actors/puc.toml
   M claims/dorn/restrain/2024-10-31-calda.toml
  ?? actors/calda.toml
  ?? page.txt
  $ aver mv puc zhongguo
  error: actors/puc.toml has changes that are not committed
  hint: aver status shows them, aver commit records them
  [3]
  $ git checkout -q . && git clean -qfd actors && git status --short
  ?? page.txt

Taken away: only what nothing refers to.

  $ aver rm puc
  error: actor puc is still referred to, by 1 record
  caused by: claims/dorn/restrain/2024-10-31-calda.toml: holder
  [3]
  $ aver rm wintermoor/press
  error: source 2024/wintermoor/press is still referred to, by 2 records
  caused by: claims/dorn/restrain/2024-10-31-calda.toml: source
  caused by: claims/dorn/restrain/2024-10-31-uw-brindle.toml: source
  [3]
  $ aver rm restrain
  error: claim dorn/restrain is still referred to, by 3 records
  caused by: claims/dorn/restrain/2024-10-31-calda.toml: is about it
  caused by: claims/dorn/restrain/2024-10-31-uw-brindle.toml: is about it
  caused by: claims/north-dorna/other/claim.toml: relation[0].to
  [3]
  $ aver rm north-dorna/other
  removed claim north-dorna/other
    a64a37a on main; undo: aver undo a64a37a
  $ aver rm restrain
  error: claim dorn/restrain is still referred to, by 2 records
  caused by: claims/dorn/restrain/2024-10-31-calda.toml: is about it
  caused by: claims/dorn/restrain/2024-10-31-uw-brindle.toml: is about it
  hint: aver rm dorn/restrain --with-stances
  [3]
  $ aver rm restrain --with-stances
  removed claim dorn/restrain, 3 files
    46fd61c on main; undo: aver undo 46fd61c
  $ aver rm wintermoor/press
  removed source 2024/wintermoor/press, 2 files
    15edc29 on main; undo: aver undo 15edc29
  $ git ls-files
  .gitattributes
  .schemas/actor.json
  .schemas/claim.json
  .schemas/review.json
  .schemas/source.json
  .schemas/stance.json
  .taplo.toml
  actors/puc.toml
  actors/united-wealds.toml
  actors/uw/brindle.toml
  aver.toml
  $ aver show restrain --known-at HEAD~2 | head -2
  held on 2024-11-05 (today), as known at HEAD~2 (a64a37a of 2024-11-05 09:00)
  
  $ aver rm restrain
  error: there is no record "restrain"
  hint: aver list
  [4]
  $ aver undo HEAD~1
  error: "Remove claim dorn/restrain" cannot be undone: later records build on it
  caused by: claims/dorn/restrain/2024-10-31-calda.toml would come back broken: there is no source "2024/wintermoor/press" in this store
  caused by: claims/dorn/restrain/2024-10-31-uw-brindle.toml would come back broken: there is no source "2024/wintermoor/press" in this store
  hint: undo those first, or edit the records and: aver commit
  [3]
  $ aver undo && aver undo HEAD~2
  undone: Remove source 2024/wintermoor/press
    4f65cc4 on main; undo: aver undo 4f65cc4
  undone: Remove claim dorn/restrain
    efedbf7 on main; undo: aver undo efedbf7
  $ aver check
  checked 7 records: all is well

A rename is no change of anybody's position, in either direction of time.

  $ cd .. && rm -rf again && aver init again >/dev/null && cd again
  $ aver actor add calda Calda --kind state >/dev/null && aver source add 2024/press "Press" >/dev/null
  $ aver add dorn/restrain "Calda acts" >/dev/null
  $ aver record restrain calda silent --held 2024-10-31 --source press --quote "No." >/dev/null
  $ git tag then
  $ aver mv dorn/restrain dorn/acts >/dev/null && aver mv calda puc >/dev/null && aver mv press 2024/wire >/dev/null
  $ aver diff then HEAD
  from 2024-11-05, as known at then (1b7dd2c), to 2024-11-05, as known at HEAD
    (3f812f5)
  
  renamed from dorn/restrain  claims/dorn/acts/claim.toml
  renamed from calda          actors/puc.toml
  renamed from 2024/press     sources/2024/wire.toml
  $ aver diff then HEAD --stat
  from 2024-11-05, as known at then (1b7dd2c), to 2024-11-05, as known at HEAD
    (3f812f5)
  
  0 claims: 3 other files
  $ aver diff HEAD then
  from 2024-11-05, as known at HEAD (3f812f5), to 2024-11-05, as known at then
    (1b7dd2c)
  
  renamed from dorn/acts  claims/dorn/restrain/claim.toml
  renamed from puc        actors/calda.toml
  renamed from 2024/wire  sources/2024/press.toml
  $ aver show acts --known-at then | tail -3
    calda  silent  since 2024-10-31, last checked 2024-10-31
        "No."
        2024/press · unchecked: no saved text · 2024-10-31-calda
  $ aver show dorn/restrain/2024-10-31-calda | head -4
  dorn/acts/2024-10-31-calda
  Calda acts
  
    puc  silent  held 2024-10-31
  $ aver undo && aver undo HEAD~1 2>&1 | head -3
  undone: Rename source 2024/press to 2024/wire
    ac32cd9 on main; undo: aver undo ac32cd9
  nothing to undo: 3f812f5 is taken back already
  $ aver undo && git log -1 --format=%s
  undone: Undo "Rename source 2024/press to 2024/wire"
    eb75b15 on main; undo: aver undo eb75b15
  Redo "Rename source 2024/press to 2024/wire"
  $ aver check
  checked 4 records: all is well

A former id of a claim, written by hand: the id of now is offered.

  $ mkdir -p claims/dorn/more claims/dorn/restrain && printf 'text = "Also"\n\n[[relation]]\ntype = "negates"\nto = "dorn/restrain"\n' >claims/dorn/more/claim.toml && cp claims/dorn/acts/2024-10-31-calda.toml claims/dorn/restrain/ && aver check
  claims/dorn/more/claim.toml:5:6: error: there is no claim "dorn/restrain" in this store [reference/relation]
    hint: it is called dorn/acts now: write that
  claims/dorn/restrain/2024-10-31-calda.toml: error: there is no readable claims/dorn/restrain/claim.toml beside its stances [claim/missing]
    hint: it is called dorn/acts now: move them to claims/dorn/acts
  
  checked 6 records (2 uncommitted): 2 errors, 0 warnings
  [1]
