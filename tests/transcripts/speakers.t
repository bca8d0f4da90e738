# Who speaks and who reports, and two actors that are one

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver actor add calda/lio-pendar "Lio Pendar" --alias "L. Pendar" --role "Foreign Ministry spokesman=calda" >/dev/null
  $ aver actor add calda/pendar "Lio Pendar" --kind account --note "His own channel" >/dev/null
  $ aver actor add courier "Wintermoor Courier" --kind outlet >/dev/null
  $ aver add dorn/restrain "Calda acts to restrain North Dorna" >/dev/null
  $ aver add dorn/talks "Calda talks with North Dorna" >/dev/null

Both are resolved as a holder is: by an id, a part of one, a name or an alias.

  $ aver record restrain calda deny --held 2024-10-01 --speaker "l. pendar" --via courier --summary "Nothing to restrain"
  recorded calda deny on dorn/restrain, held 2024-10-01: the first record of calda
    here
    2e75f36 on main; undo: aver undo 2e75f36
  $ cat claims/dorn/restrain/2024-10-01-calda.toml
  holder = "calda"
  position = "deny"
  held = 2024-10-01
  mode = "attributed"
  speaker = "calda/lio-pendar"
  via = ["courier"]
  summary = "Nothing to restrain"
  $ aver record talks calda affirm --held 2024-10-02 --speaker "Lio Pendar" --summary "We talk"
  error: "Lio Pendar" could mean several records
  caused by: calda/lio-pendar
  caused by: calda/pendar
  hint: write more of the id: calda/lio-pendar
  [4]
  $ aver record talks calda affirm --held 2024-10-02 --speaker lio-pendar --summary "We talk" >/dev/null

What is nobody's name is plain words; a name that is an actor's may be insisted on.

  $ aver record talks calda deny --held 2024-10-03 --speaker "Leo Pendar" --via "a trader" --summary "No talks"
  --speaker "Leo Pendar": no actor has this name, so it stands in plain words
  --via "a trader": no actor has this name, so it stands in plain words
  recorded calda deny on dorn/talks, held 2024-10-03: reversal, was affirm since
    2024-10-02
    c1cb994 on main; undo: aver undo c1cb994
  $ aver record talks calda affirm --held 2024-10-04 --speaker "=L. Pendar" --summary "Talks again"
  recorded calda affirm on dorn/talks, held 2024-10-04: reversal, was deny since
    2024-10-03
    48c20d9 on main; undo: aver undo 48c20d9
  $ aver record talks calda affirm --held 2024-10-05 --speaker =calda/lio-pendar --summary "And again"
  error: --speaker =calda/lio-pendar: written like this it is the actor calda/lio-pendar, not plain words
  hint: --speaker calda/lio-pendar, or other words
  [2]
  $ grep speaker claims/dorn/talks/*.toml
  claims/dorn/talks/2024-10-02-calda.toml:speaker = "calda/lio-pendar"
  claims/dorn/talks/2024-10-03-calda.toml:speaker = "Leo Pendar"
  claims/dorn/talks/2024-10-04-calda.toml:speaker = "L. Pendar"

A quote without a speaker, of somebody for whom few speak.

  $ aver record restrain calda deny --held 2024-10-06 --quote "There is nothing to say"
  warning: the quote names no source to check it against [evidence/source]
  recorded calda deny on dorn/restrain, held 2024-10-06: restated, was deny since
    2024-10-01
  who said it? for calda speaks calda/lio-pendar (Foreign Ministry spokesman):
    --speaker
    9b941fc on main; undo: aver undo 9b941fc

They are found by any id or name, and a name that is nearly one is told.

  $ aver list 'ever(speaker:"lio pendar")' --format csv | cut -d, -f1 | sort -u
  claim
  dorn/restrain
  dorn/talks
  $ aver list speaker:calda/lio-pendar via:courier | tail -1
  1 other record fits: aver list "ever(speaker:calda/lio-pendar via:courier)"
  $ aver list 'ever(speaker:"lio pendor")'
  hint: no actor is called "lio pendor"; did you mean calda/lio-pendar?
  No claim fits.
  $ aver list via:wintermoor | tail -1
  1 other record fits: aver list "ever(via:wintermoor)"

An actor tells where it speaks and reports for others.

  $ aver show lio-pendar
  calda/lio-pendar
  Lio Pendar
  
    kind  person
    also  L. Pendar
    role  Foreign Ministry spokesman of calda
  
  speaks for others
    2024-10-01  calda  deny    dorn/restrain  earlier
    2024-10-02  calda  affirm  dorn/talks  earlier
  $ aver show lio-pendar --on 2024-10-01 | tail -2
  speaks for others
    2024-10-01  calda  deny  dorn/restrain
  $ aver show courier
  courier
  Wintermoor Courier
  
    kind  outlet
  
  reports others
    2024-10-01  calda  deny  dorn/restrain  earlier
  $ aver show courier --json | grep -A3 reports
    "reports": [
      {
        "standing": "earlier",
        "stance": {

An id in a record that leads to no actor.

  $ sed -i 's/^speaker = .*/speaker = "calda\/nobody"/; s/^via = .*/via = ["somebody"]/' claims/dorn/restrain/2024-10-01-calda.toml
  $ aver check
  actors/calda/pendar.toml:1:8: warning: "calda/lio-pendar" is called "Lio Pendar", too [actor/duplicate]
    hint: aver show calda/lio-pendar
  claims/dorn/restrain/2024-10-01-calda.toml:5:11: warning: "calda/nobody" is no actor of this store; a name in plain words is fine too [reference/speaker]
    hint: aver actor add calda/nobody NAME
  claims/dorn/restrain/2024-10-01-calda.toml:6:8: note: "somebody" is no actor of this store; a name in plain words is fine too [reference/via]
    hint: aver actor add somebody NAME
  claims/dorn/restrain/2024-10-06-calda.toml:5:9: warning: the quote names no source to check it against [evidence/source]
  claims/dorn/talks/2024-10-04-calda.toml:4:11: note: "L. Pendar" is what calda/lio-pendar is called; as words it stands for nobody: to mean the actor, write its id [reference/speaker]
    hint: aver edit claims/dorn/talks/2024-10-04-calda.toml
  
  checked 11 records (1 uncommitted): 0 errors, 3 warnings, 2 notes
  $ git checkout -q claims

Two actors that are one. Before, they hold two lines.

  $ aver record talks calda/lio-pendar affirm --held 2024-10-10 --summary "At a meeting" >/dev/null
  $ aver record talks calda/pendar deny --held 2024-10-10 --summary "On his channel" >/dev/null
  $ aver show talks | grep pendar
    calda/lio-pendar  affirm  since 2024-10-10
        2024-10-10-calda-lio-pendar
    calda/pendar      deny    since 2024-10-10
        2024-10-10-calda-pendar
  $ aver actor merge calda/lio-pendar calda/lio-pendar
  error: an actor cannot be merged into itself: both names mean calda/lio-pendar
  hint: aver show calda/lio-pendar
  [2]
  $ aver actor merge calda/lio-pendar calda/nobody
  error: there is no actor "calda/nobody"
  hint: aver actor add calda/nobody "NAME"
  [4]
  $ aver actor merge calda/lio-pendar calda/pendar
  merged actor calda/pendar into calda/lio-pendar: 1 stance of it, and 0 stances
    in which it speaks or reports, lead there now
    aliases: calda/pendar
    kind: person stays; calda/pendar had account, which is in the note now
    note: that of calda/pendar below its own
    dorn/talks: affirm and deny of 2024-10-10 contradict each other
    33847c6 on main; undo: aver undo 33847c6
  $ cat actors/calda/lio-pendar.toml
  name = "Lio Pendar"
  kind = "person"
  aliases = [
    "L. Pendar",
    "calda/pendar",
  ]
  note = """
  His own channel
  As calda/pendar it had kind = account"""
  
  [[role]]
  title = "Foreign Ministry spokesman"
  of = "calda"
  $ cat claims/dorn/talks/2024-10-10-calda-pendar.toml
  holder = "calda/pendar"
  position = "deny"
  held = 2024-10-10
  summary = "On his channel"
  $ aver actor merge calda/pendar calda/lio-pendar
  error: an actor cannot be merged into itself: both names mean calda/lio-pendar
  hint: aver show calda/lio-pendar
  [2]
  $ aver actor merge lio-pendar calda/pendar
  error: calda/pendar was merged into calda/lio-pendar already
  hint: aver show calda/lio-pendar
  [2]
  $ aver check
  claims/dorn/restrain/2024-10-06-calda.toml:5:9: warning: the quote names no source to check it against [evidence/source]
  claims/dorn/talks/2024-10-04-calda.toml:4:11: note: "L. Pendar" is what calda/lio-pendar is called; as words it stands for nobody: to mean the actor, write its id [reference/speaker]
    hint: aver edit claims/dorn/talks/2024-10-04-calda.toml
  claims/dorn/talks/2024-10-10-calda-pendar.toml: warning: "calda/lio-pendar" holds "deny" here and "affirm" in 2024-10-10-calda-lio-pendar, on the same day [position/contradiction]
  
  checked 12 records: 0 errors, 2 warnings, 1 note
  $ aver show talks
  dorn/talks
  Calda talks with North Dorna
  
    calda             affirm            since 2024-10-04
        Talks again
        said by L. Pendar · 2024-10-04-calda
    calda/lio-pendar  deny or affirm ~  since 2024-10-10
        At a meeting
        2024-10-10-calda-lio-pendar
        On his channel
        2024-10-10-calda-pendar
  $ aver positions --holder calda/pendar
  1   Calda talks with North Dorna  dorn/talks
  
                    1
  calda/lio-pendar  deny or affirm ~
  $ aver history talks --holder lio-pendar
  dorn/talks
  Calda talks with North Dorna
  
  calda/lio-pendar
    2024-10-10  deny or affirm ~  undecided
                2024-10-10-calda-lio-pendar: affirm
                At a meeting
                2024-10-10-calda-pendar: deny
                On his channel
  $ aver history talks --holder lio-pendar --as-known
  what was believed about 2024-11-01 (today), up to HEAD (33847c6)
  
  dorn/talks
  Calda talks with North Dorna
  
  calda/lio-pendar
    2024-11-01  affirm            since 2024-10-10
                learned · fbe15fc Ada Fields
                At a meeting
                2024-10-10-calda-lio-pendar
    2024-11-01  deny or affirm ~  since 2024-10-10
                merged: calda/pendar is calda/lio-pendar · 33847c6 Ada Fields
                At a meeting
                affirm · 2024-10-10-calda-lio-pendar
                On his channel
                deny · 2024-10-10-calda-pendar
  $ aver flips --holder calda/pendar
  Nobody has surely moved.
  
  contradictions: opposed positions of one day
  2024-10-10  calda/lio-pendar  affirm (2024-10-10) and deny (2024-10-10)
              dorn/talks/2024-10-10-calda-lio-pendar, 2024-10-10-calda-pendar
  $ aver list holder:calda/pendar --known-at HEAD~1
  held on 2024-11-01 (today), as known at HEAD~1 (af88f93 of 2024-11-01 09:00)
  
  dorn/talks
    Calda talks with North Dorna
    calda/pendar deny
  
  1 claim
  $ aver diff HEAD~1
  from 2024-11-01, as known at HEAD~1 (af88f93), to 2024-11-01, as known at HEAD
    (33847c6)
  
  dorn/talks
    Calda talks with North Dorna
    calda/lio-pendar  affirm (2024-10-10) -> deny or affirm ~
                      merged: calda/pendar is calda/lio-pendar
    calda/pendar      deny (2024-10-10) -> no record
                      merged: calda/pendar is calda/lio-pendar
  
  merged with calda/pendar  actors/calda/lio-pendar.toml
  $ aver diff HEAD HEAD~1 --format csv | cut -d, -f3,10,13
  holder,record,reason
  calda/lio-pendar,parted,calda/lio-pendar is not calda/pendar
  calda/pendar,parted,calda/lio-pendar is not calda/pendar
  ,edited,aliases
  
  ,
  $ aver show talks@HEAD~1 | grep since:
    merged since: calda/pendar into calda/lio-pendar
  $ aver show calda/pendar@HEAD~1 | grep since:
    merged since: calda/pendar into calda/lio-pendar
  $ aver search channel --holder lio-pendar
  dorn/talks/2024-10-10-calda-pendar  stance
    On his >channel<
  
  1 hit

Further evidence leaves the id that the file has.

  $ aver evidence add 2024-10-10-calda-pendar --source minutes --speaker calda/pendar --create >/dev/null
  $ cat claims/dorn/talks/2024-10-10-calda-pendar.toml
  holder = "calda/pendar"
  position = "deny"
  held = 2024-10-10
  speaker = "calda/lio-pendar"
  summary = "On his channel"
  source = "minutes"
  $ aver evidence add 2024-10-10-calda-pendar --source minutes --speaker lio-pendar
  nothing to record: dorn/talks/2024-10-10-calda-pendar has exactly this evidence

Whatever names the one that is gone holds on to the one that is there; an id is given to nobody else.

  $ aver rm calda/lio-pendar
  error: actor calda/lio-pendar is still referred to, by 5 records
  caused by: claims/dorn/restrain/2024-10-01-calda.toml: speaker
  caused by: claims/dorn/talks/2024-10-02-calda.toml: speaker
  caused by: claims/dorn/talks/2024-10-10-calda-lio-pendar.toml: holder
  caused by: claims/dorn/talks/2024-10-10-calda-pendar.toml: holder
  caused by: claims/dorn/talks/2024-10-10-calda-pendar.toml: speaker
  [3]
  $ aver actor add calda/pendar "Somebody else"
  error: "calda/pendar" still leads to calda/lio-pendar: what was published under that id would mean another actor
  hint: aver show calda/lio-pendar
  [2]
  $ aver mv calda/lio-pendar calda/spokesman | head -1
  renamed actor calda/lio-pendar to calda/spokesman: 1 file moved, rewritten in 4
  $ aver show talks | grep spokesman
    calda/spokesman  deny or affirm ~  since 2024-10-10
        said by calda/spokesman · minutes · 2024-10-10-calda-pendar
  $ aver undo HEAD >/dev/null && aver undo HEAD~3
  undone: Merge actor calda/pendar into calda/lio-pendar
    86b4b3d on main; undo: aver undo 86b4b3d
  $ aver show talks | grep pendar
    calda/lio-pendar  affirm  since 2024-10-10
        2024-10-10-calda-lio-pendar
    calda/pendar      deny    since 2024-10-10
        said by calda/lio-pendar · minutes · 2024-10-10-calda-pendar
  $ aver history talks --as-known --format csv | cut -d, -f2,6,9-11,13,15 | grep -e ^holder -e pendar
  holder,position,record,reason,commit,email,known_author
  calda/lio-pendar,affirm,learned,,fbe15fc45d217341678561e950d2ba97f5710061,ada@example.org,Ada Fields
  calda/lio-pendar,affirm|deny,merged,calda/pendar is calda/lio-pendar,33847c60df0e9827e8ffe7030404dd464bb40b80,ada@example.org,Ada Fields
  calda/lio-pendar,affirm,parted,calda/pendar is not calda/lio-pendar,86b4b3d32ce19e06396a4285664c5e9961cc2f54,ada@example.org,Ada Fields
  calda/pendar,deny,learned,,af88f93bb04da385c1e4d3fd834d940717329ba3,ada@example.org,Ada Fields
  calda/pendar,no record,merged,calda/pendar is calda/lio-pendar,33847c60df0e9827e8ffe7030404dd464bb40b80,ada@example.org,Ada Fields
  calda/pendar,deny,parted,calda/pendar is not calda/lio-pendar,86b4b3d32ce19e06396a4285664c5e9961cc2f54,ada@example.org,Ada Fields

Ids that somebody else has do not change hands.

  $ aver actor add dorna Dorna --kind state >/dev/null
  $ printf 'name = "North Dorna"\nkind = "state"\naliases = ["dorna"]\n' >actors/north-dorna.toml && git add . && git commit -qm north
  $ aver actor merge calda north-dorna
  error: north-dorna has "dorna" among its aliases, and that is another actor's id
  hint: aver edit actors/north-dorna.toml
  [2]
  $ git rm -q actors/dorna.toml && printf 'name = "Dorn"\nkind = "state"\naliases = ["dorna"]\n' >actors/dorn.toml && git add . && git commit -qm dorn
  $ aver actor merge calda north-dorna
  error: north-dorna has "dorna" among its aliases, and so has another actor
  hint: aver check
  [2]

Who was renamed and then merged is no rewrite of what names it.

  $ git tag apart
  $ aver mv calda/pendar calda/channel >/dev/null && aver actor merge calda/lio-pendar calda/channel >/dev/null
  $ aver check --base apart
  claims/dorn/talks/2024-10-10-calda-pendar.toml: warning: "calda/lio-pendar" holds "deny" here and "affirm" in 2024-10-10-calda-lio-pendar, on the same day [position/contradiction]
  
  checked 2 records: 0 errors, 1 warning

An id that two actors have leads to neither, until an edit takes it from one.

  $ printf 'name = "Channel"\nkind = "account"\naliases = ["calda/channel"]\n' >actors/channel.toml && git add . && git commit -qm channel
  $ aver check | grep "no actor" | cut -c1-90
  claims/dorn/talks/2024-10-10-calda-pendar.toml:1:10: error: there is no actor "calda/chann
  $ sed -i /aliases/d actors/channel.toml
  $ aver check | grep "no actor" | cut -c1-90

Words in a record are never an actor, however they are spelled; names are found but for case, accents and typography. What two
are called means neither.

  $ aver init ../words >/dev/null && cd ../words
  $ aver actor add uw/lasker "Ines Lasker" --alias "I. Läsker" >/dev/null
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver add east/deal "The deal is done" >/dev/null
  $ aver add east/pact "The pact holds" >/dev/null
  $ aver record deal calda affirm --held 2024-01-01 --speaker "INES  LÁSKER" --summary x >/dev/null
  $ aver record deal calda affirm --held 2024-01-02 --speaker "=Ines Lasker" --summary x >/dev/null
  $ aver record deal calda affirm --held 2024-01-03 --speaker ministry --summary x
  note: "ministry" is no actor of this store; a name in plain words is fine too [reference/speaker]
  hint: aver actor add ministry NAME
  --speaker "ministry": no actor has this name, so it stands in plain words
  recorded calda affirm on east/deal, held 2024-01-03: restated, was affirm since
    2024-01-02
    ae1e51d on main; undo: aver undo ae1e51d
  $ grep speaker claims/east/deal/*.toml
  claims/east/deal/2024-01-01-calda.toml:speaker = "uw/lasker"
  claims/east/deal/2024-01-02-calda.toml:speaker = "Ines Lasker"
  claims/east/deal/2024-01-03-calda.toml:speaker = "ministry"
  $ aver show lasker | tail -2
  speaks for others
    2024-01-01  calda  affirm  east/deal  earlier
  $ aver impact lasker --format csv
  effect,claim,holder,scale,position,held,instead,instead held,stance
  falls,east/deal,calda,stance,affirm,2024-01-01,,,east/deal/2024-01-01-calda
  $ aver list 'holder:"I. LÄSKER"'
  No claim fits.
  $ aver check
  claims/east/deal/2024-01-02-calda.toml:4:11: note: "Ines Lasker" is what uw/lasker is called; as words it stands for nobody: to mean the actor, write its id [reference/speaker]
    hint: aver edit claims/east/deal/2024-01-02-calda.toml
  claims/east/deal/2024-01-03-calda.toml:4:11: note: "ministry" is no actor of this store; a name in plain words is fine too [reference/speaker]
    hint: aver actor add ministry NAME
  
  checked 7 records: 0 errors, 0 warnings, 2 notes
  $ aver actor add uw/ines "INES LÁSKER" >/dev/null
  $ aver record deal calda affirm --held 2024-01-04 --speaker "ines lasker" --summary x
  error: "ines lasker" could mean several records
  caused by: uw/ines
  caused by: uw/lasker
  hint: write more of the id: uw/ines
  [4]
  $ aver check
  actors/uw/lasker.toml:1:8: warning: "uw/ines" is called "Ines Lasker", too [actor/duplicate]
    hint: aver show uw/ines
  claims/east/deal/2024-01-02-calda.toml:4:11: warning: "Ines Lasker" is what uw/ines and uw/lasker are called; as words it stands for none of them: to mean one, write its id [reference/speaker]
    hint: aver edit claims/east/deal/2024-01-02-calda.toml
  claims/east/deal/2024-01-03-calda.toml:4:11: note: "ministry" is no actor of this store; a name in plain words is fine too [reference/speaker]
    hint: aver actor add ministry NAME
  
  checked 8 records: 0 errors, 2 warnings, 1 note

A word that no actor has comes in again, and makes nobody of it.

  $ aver export jsonl >../words.jsonl
  $ aver init ../other >/dev/null && cd ../other
  $ aver import jsonl ../words.jsonl --unknown create | head -2
  imported 3 stances, 2 claims, 3 actors from ../words.jsonl
    8 records are there already
  $ aver actor list --format csv | cut -d, -f1
  actor
  calda
  uw/ines
  uw/lasker
  $ cat >../sheet.csv <<'END'
  > holder,position,held,speaker,summary
  > calda,deny,2024-02-01,ministry,No
  > calda,deny,2024-02-02,Ines Lasker,No
  > calda,deny,2024-02-03,=I. Läsker,No
  > calda,deny,2024-02-04,i. lasker,No
  > calda,deny,2024-02-05,uw/nobody,No
  > I. Läsker,affirm,2024-02-06,Bob Unknown,Yes
  > END
  $ sheet() { aver import csv ../sheet.csv --set claim.id=east/pact --set 'claim.text=The pact holds' --set 'stance.holder={holder}' --set 'stance.position={position}' --set 'stance.held={held}' --set 'stance.speaker={speaker}' --set 'stance.summary={summary}' "$@"; }
  $ sheet
  warning: ../sheet.csv:3:23: "Ines Lasker" is what uw/ines and uw/lasker are called; as words it stands for none of them: to mean one, write its id [reference/speaker]
  hint: write the id of the one that is meant
  warning: ../sheet.csv:6:23: "uw/nobody" is no actor of this store; a name in plain words is fine too [reference/speaker]
  hint: aver actor add uw/nobody NAME
  imported 6 stances from ../sheet.csv
    1 record is there already
    the holder "i-lasker" is taken for uw/lasker
    099528f on main; undo: aver undo 099528f
  $ grep speaker claims/east/pact/*.toml
  claims/east/pact/2024-02-01-calda.toml:speaker = "ministry"
  claims/east/pact/2024-02-02-calda.toml:speaker = "Ines Lasker"
  claims/east/pact/2024-02-03-calda.toml:speaker = "I. Läsker"
  claims/east/pact/2024-02-04-calda.toml:speaker = "uw/lasker"
  claims/east/pact/2024-02-05-calda.toml:speaker = "uw/nobody"
  claims/east/pact/2024-02-06-uw-lasker.toml:speaker = "Bob Unknown"

The same sheet again, after two of the actors became one and somebody became an actor: what is there stays as it is written.

  $ aver actor merge uw/ines uw/lasker
  merged actor uw/lasker into uw/ines: 1 stance of it, and 2 stances in which it
    speaks or reports, lead there now
    aliases: uw/lasker, Ines Lasker, I. Läsker
    9288977 on main; undo: aver undo 9288977
  $ aver actor add uw/bob "Bob Unknown" >/dev/null
  $ sheet
  warning: ../sheet.csv:6:23: "uw/nobody" is no actor of this store; a name in plain words is fine too [reference/speaker]
  hint: aver actor add uw/nobody NAME
  imported nothing from ../sheet.csv
    7 records are there already
    the holder "i-lasker" is taken for uw/ines
  $ sed -i 's/Bob Unknown,Yes/Bob Unknown,Yes indeed/' ../sheet.csv
  $ sheet
  warning: ../sheet.csv:6:23: "uw/nobody" is no actor of this store; a name in plain words is fine too [reference/speaker]
  hint: aver actor add uw/nobody NAME
  conflict: claims/east/pact/2024-02-06-uw-lasker.toml has another content than ../sheet.csv:7 gives it: summary
  hint: what is in the store stays; --update puts in what came
  imported nothing from ../sheet.csv
    6 records are there already
    the holder "i-lasker" is taken for uw/ines
  [3]
  $ sheet --update | head -1
  warning: ../sheet.csv:6:23: "uw/nobody" is no actor of this store; a name in plain words is fine too [reference/speaker]
  hint: aver actor add uw/nobody NAME
  updated 1 record from ../sheet.csv
  $ cat claims/east/pact/2024-02-06-uw-lasker.toml
  holder = "uw/lasker"
  position = "affirm"
  held = 2024-02-06
  speaker = "Bob Unknown"
  summary = "Yes indeed"
  $ aver import jsonl ../words.jsonl
  error: ../words.jsonl:11:1: "uw/lasker" leads to uw/ines: what the store has under that id would mean another actor [alias/taken]
  hint: aver show uw/ines
  conflict: actors/uw/ines.toml has another content than ../words.jsonl:10 gives it
  hint: what is in the store stays; --update puts in what came
  error: nothing was imported: 1 row is bad
  hint: --skip-bad takes the others, --rejects FILE keeps the bad ones
  [7]
  $ aver export jsonl >../merged.jsonl
  $ aver init ../third >/dev/null && cd ../third
  $ aver import jsonl ../merged.jsonl | head -1
  warning: ../merged.jsonl:20:1: "uw/nobody" is no actor of this store; a name in plain words is fine too [reference/speaker]
  hint: aver actor add uw/nobody NAME
  imported 9 stances, 2 claims, 3 actors from ../merged.jsonl

Publishers are an actor by any of its names. A merge keeps comments and keys that no record has, makes no role of itself, and
takes no id from a third.

  $ aver actor add herald "The Herald" --kind outlet >/dev/null
  $ aver actor add herald2 "Herald online" --kind outlet --role "Web site=herald" >/dev/null
  $ sed -i 's/^name/# on paper\nname/' actors/herald.toml && echo 'circulation = 5' >>actors/herald2.toml
  $ sed -i '/^circulation/d; s/^kind = "outlet"/kind = "outlet"\ncirculation = 5/' actors/herald2.toml && git commit -qam outlets
  $ aver source add 2024/a A --publisher herald2 >/dev/null
  $ aver source add 2024/b B --publisher "The Herald" >/dev/null
  $ aver record deal calda affirm --held 2024-05-01 --summary x --source 2024/a >/dev/null
  $ aver evidence add deal/2024-05-01-calda --source 2024/b --speaker herald2 --via herald >/dev/null
  $ aver record pact herald affirm --held 2024-05-02 --summary x >/dev/null
  $ aver record pact herald2 deny --held 2024-05-02 --summary y >/dev/null
  $ aver record deal herald affirm --held 2024-05-02 --summary x >/dev/null
  $ aver record deal herald2 deny --held 2024-05-03 --summary y >/dev/null
  $ aver list is:single-source
  No claim fits.
  $ aver actor merge herald herald2
  merged actor herald2 into herald: 2 stances of it, and 1 stance in which it
    speaks or reports, lead there now
    role: Web site of herald would be of itself, and is in the note now
    aliases: herald2, Herald online
    circulation: taken over
    note: that of herald2 below its own
    east/deal: reversal on 2024-05-03, deny, was affirm
    east/pact: affirm and deny of 2024-05-02 contradict each other
    786c5e6 on main; undo: aver undo 786c5e6
  $ cat actors/herald.toml
  # on paper
  name = "The Herald"
  kind = "outlet"
  aliases = [
    "herald2",
    "Herald online",
  ]
  note = "As herald2 it was Web site of herald"
  circulation = 5
  $ aver list is:single-source publisher:herald2 --format csv | cut -d, -f1,5
  claim,holder
  east/deal,calda
  $ aver show herald | tail -5
  speaks for others
    2024-05-01  calda  affirm  east/deal
  
  reports others
    2024-05-01  calda  affirm  east/deal
  $ aver actor add courier Courier --kind outlet --role "Owner=herald" >/dev/null
  $ sed -i 's/"herald"/"herald2"/' actors/courier.toml && git commit -qam courier
  $ aver show courier | grep role
    role  Owner of herald
  $ printf 'name = "Post"\nkind = "outlet"\naliases = ["courier"]\n' >actors/post.toml && git add . && git commit -qm post
  $ aver actor merge herald courier
  error: post has "courier" among its aliases, and it would go on leading to nobody
  hint: aver edit actors/post.toml
  [2]
