# What rests on a source, and what would be so without it

A wire says that Calda restrains North Dorna, and denies it later. A gazette has the denial, too.

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null && aver actor add uw "United Wealds" --kind state >/dev/null
  $ aver actor add lio-pendar "Lio Pendar" --kind person >/dev/null && aver actor add calda-wire "Calda Wire" --kind outlet >/dev/null
  $ aver source add 2024/wire "What the wire had" --publisher "Calda Wire" --published 2024-11-01 >/dev/null
  $ aver source add 2024/gazette "The gazette" --publisher "Dorn Gazette" --published 2024-11-01 >/dev/null
  $ aver source add 2024/tip "A tip" --published 2024-11-01 >/dev/null
  $ aver add dorn/restrains "Calda acts to restrain North Dorna" --kind policy >/dev/null
  $ aver add dorn/arms "The United Wealds sends arms" --kind policy >/dev/null
  $ aver record restrains calda deny --held 2024-09-01 --source gazette --summary "No" >/dev/null
  $ aver record restrains calda affirm --held 2024-10-01 --source wire --speaker "Lio Pendar" --summary "Yes" 2>/dev/null >/dev/null
  $ aver record restrains uw silent --held 2024-10-02 --source wire --searched "its briefings" >/dev/null 2>&1
  $ aver again restrains uw --held 2024-10-20 --searched "its briefings" >/dev/null
  $ aver record arms uw affirm --held 2024-10-05 --source gazette --summary "Some" >/dev/null 2>&1
  $ aver correct arms/2024-10-05-uw deny --source wire --reason "The wire was there" >/dev/null 2>&1
  $ aver record arms calda deny --held 2024-10-03 --source wire --summary "None" >/dev/null 2>&1
  $ printf '\n[[evidence]]\nsource = "2024/gazette"\nlocator = "page 2"\n' >>claims/dorn/arms/2024-10-03-calda.toml && aver commit >/dev/null
  $ aver tag first -m "The first edition" >/dev/null

One command says what falls with the wire, what would be in force instead, what stands, and who has printed it.

  $ aver impact wire
  2024/wire
  What the wire had
  
  3 records fall, and 1 check of them; 1 record stands by other evidence.
  
  dorn/arms
    The United Wealds sends arms
    uw  deny (2024-10-05) -> no record  stance
  
  dorn/restrains
    Calda acts to restrain North Dorna
    calda  affirm (2024-10-01) -> deny (2024-09-01)  stance
    uw     silent (2024-10-02) -> no record  stance
  
  stand by other evidence:
    dorn/arms/2024-10-03-calda: 2024/wire, 2024/gazette
  
  checks that fall with what they speak of:
    dorn/restrains/2024-10-20-uw
  
  stay set aside, as what falls had corrected them:
    dorn/arms/2024-10-05-uw
  
  editions that have what falls:
    first: 3 records
  
  to retract it all: aver retract --resting-on 2024/wire --reason "WHY"
  $ aver impact wire --on 2024-09-15 | head -n 12
  held on 2024-09-15, as known at HEAD (d0165e0 of 2024-11-01 09:00)
  
  2024/wire
  What the wire had
  
  3 records fall, and 1 check of them; 1 record stands by other evidence.
  
  dorn/arms
    The United Wealds sends arms
    uw  deny (2024-10-05) falls, from 2024-10-05 on
  
  dorn/restrains
  $ aver impact wire --format csv
  effect,claim,holder,scale,position,held,instead,instead held,stance
  changes,dorn/arms,uw,stance,deny,2024-10-05,,,dorn/arms/2024-10-05-uw-2
  changes,dorn/restrains,calda,stance,affirm,2024-10-01,deny,2024-09-01,dorn/restrains/2024-10-01-calda
  changes,dorn/restrains,uw,stance,silent,2024-10-02,,,dorn/restrains/2024-10-02-uw
  stands,dorn/arms,calda,stance,deny,2024-10-03,,,dorn/arms/2024-10-03-calda
  check falls,dorn/restrains,,,,,,,dorn/restrains/2024-10-20-uw
  stays aside,dorn/arms,,,,,,,dorn/arms/2024-10-05-uw
  $ aver impact wire --json | head -c 600
  {
    "schema": "aver.impact/1",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "d0165e01604008e12bf90dfb1c791e3d90007c41",
    "of": {
      "kind": "source",
      "id": "2024/wire",
      "title": "What the wire had"
    },
    "lines": [
      {
        "claim": "dorn/arms",
        "holder": "uw",
        "scale": "stance",
        "before": {
          "certain": true,
          "position": "deny",
          "lapsed": false,
          "held": "2024-10-05",
          "since": {
            "earliest": "2024-10-05",
            "latest": "2024-10-05"
          },
          "stance": {
            "id": "dorn/arms/2024-10-05
  $ aver impact tip
  2024/tip
  A tip
  
  No record rests on it.
  $ aver impact lio-pendar | head -n 6
  lio-pendar
  Lio Pendar
  
  1 record falls.
  
  dorn/restrains
  $ aver impact sources/2024/wire --format jsonl | head -n 1
  {"effect":"changes","claim":"dorn/arms","holder":"uw","scale":"stance","position":"deny","held":"2024-10-05","instead":null,"instead held":null,"stance":"dorn/arms/2024-10-05-uw-2"}

Of an actor it is its word that counts: what it says, reports or publishes.

  $ aver impact calda-wire | head -n 4
  calda-wire
  Calda Wire
  
  3 records fall, and 1 check of them; 1 record stands by other evidence.
  $ aver impact arms
  error: records rest on a source, or on an actor's word, and not on a claim
  hint: aver show dorn/arms
  [2]

Any answer may be asked for without it. It says so, and how much falls.

  $ aver show arms --without source:wire
  without source:wire: 1 record falls, 1 that it had corrected stays aside
  
  dorn/arms
  The United Wealds sends arms
  
    kind  policy
  
    calda  deny  since 2024-10-03
        None
        paraphrase · 2024/wire · 2024-10-03-calda
        also 2024/gazette, page 2
  $ aver show arms --without source:wire --json | grep -A 6 '"without"'
    "without": {
      "query": "source:wire",
      "records": 1,
      "checks": 0,
      "stay_aside": 1,
      "nothing_left": false
    },
  $ aver list --without source:wire
  without source:wire: 3 records and 1 check fall, 1 that they had corrected stays
    aside
  
  dorn/arms
    The United Wealds sends arms
    calda deny
  dorn/restrains
    Calda acts to restrain North Dorna
    calda deny
  
  2 claims
  $ aver list --without source:wire --format csv
  claim,text,kind,tags,holder,scale,certain,position,held,since_earliest,since_latest,condition
  dorn/arms,The United Wealds sends arms,policy,,calda,stance,yes,deny,2024-10-03,2024-10-03,2024-10-03,
  dorn/restrains,Calda acts to restrain North Dorna,policy,,calda,stance,yes,deny,2024-09-01,2024-09-01,2024-09-01,
  note: without source:wire: 3 records and 1 check fall, 1 that they had corrected stays aside
  $ aver positions dorn --without source:wire
  without source:wire: 3 records and 1 check fall, 1 that they had corrected stays
    aside
  
  1   The United Wealds sends arms  dorn/arms
  2   Calda acts to restrain North Dorna  dorn/restrains
  
          1     2
  calda   deny  deny
  $ aver history restrains --without source:wire
  without source:wire: 2 records and 1 check fall
  
  dorn/restrains
  Calda acts to restrain North Dorna
  
  calda
    2024-09-01  deny  first  paraphrase · 2024/gazette
                No
    2024-10-01-calda (affirm) falls without source:wire
  
  uw
    2024-10-02-uw (silent) falls without source:wire
    2024-10-20-uw (check) falls without source:wire
  $ aver flips --without source:wire
  without source:wire: 3 records and 1 check fall, 1 that they had corrected stays
    aside
  
  Nobody has moved.
  $ aver due --days 10 --without source:wire
  without source:wire: 2 records and 1 check fall
  
  Nothing is due.
  $ aver show calda --without source:wire
  without source:wire: 2 records fall
  
  calda
  Calda
  
    kind  state
  
    dorn/arms       deny  since 2024-10-03
        None
        paraphrase · 2024/wire · 2024-10-03-calda
        also 2024/gazette, page 2
    dorn/restrains  deny  since 2024-09-01
        No
        paraphrase · 2024/gazette · 2024-09-01-calda
  $ aver show sources/2024/wire --without source:wire
  without source:wire: 3 records and 1 check fall, 1 that they had corrected stays
    aside
  
  2024/wire
  What the wire had
  
    publisher  Calda Wire
    published  2024-11-01
  
  4 stances cite it
    2024-10-03  calda  deny    dorn/arms
    2024-10-05  uw     deny    dorn/arms
    2024-10-01  calda  affirm  dorn/restrains
    2024-10-02  uw     silent  dorn/restrains
  $ aver show arms/2024-10-05-uw-2 --without source:wire
  without source:wire: 1 record falls, 1 that it had corrected stays aside
  
  dorn/arms/2024-10-05-uw-2
  The United Wealds sends arms
  
    uw  deny  held 2024-10-05
    no longer stands: falls without source:wire
  
    mode      paraphrase
    summary   Some
    source    2024/wire: What the wire had
    corrects  2024-10-05-uw
    reason    The wire was there
  $ aver search yes --without source:wire
  without source:wire: 2 records and 1 check fall
  
  dorn/restrains/2024-10-01-calda  stance  falls
    >Yes<
  
  1 hit
  $ aver search yes --without source:wire --json | grep falls
        "falls": true
  $ aver export csv --without source:wire | cut -d, -f5,8,13,14
  note: without source:wire: 3 records and 1 check fall, 1 that they had corrected stays aside
  stance,position,in_force,standing
  dorn/arms/2024-10-03-calda,deny,yes,in-force
  dorn/arms/2024-10-05-uw,affirm,no,corrected
  dorn/arms/2024-10-05-uw-2,deny,no,retracted
  dorn/restrains/2024-09-01-calda,deny,yes,in-force
  dorn/restrains/2024-10-01-calda,affirm,no,retracted
  dorn/restrains/2024-10-02-uw,silent,no,retracted
  dorn/restrains/2024-10-20-uw,silent,no,retracted
  $ aver export jsonl --without source:wire
  error: jsonl has the records as they are: --without goes with forms that say which hold
  hint: aver export csv --without source:wire
  [2]

A query takes terms about evidence and about records: each evidence is asked the whole of it.

  $ aver list arms --without "source:wire position:deny holder:uw"
  without source:wire position:deny holder:uw: 1 record falls, 1 that it had
    corrected stays aside
  
  dorn/arms
    The United Wealds sends arms
    calda deny
  
  1 claim
  $ aver list arms --without "publisher:wire or publisher:gazette"
  without publisher:wire or publisher:gazette: 2 records fall, 1 that they had
    corrected stays aside; nothing is left
  
  dorn/arms
    The United Wealds sends arms
    no record
  
  1 claim
  $ aver list arms --without kind:policy
  without kind:policy: 2 records fall, 1 that they had corrected stays aside;
    nothing is left
  
  dorn/arms
    The United Wealds sends arms
    no record
  
  1 claim
  $ aver list arms --without "-kind:policy"
  without -kind:policy: nothing falls
  
  dorn/arms
    The United Wealds sends arms
    calda deny · uw deny
  
  1 claim
  $ aver list arms --without source:tip --known-at HEAD~1
  held on 2024-11-01 (today), as known at HEAD~1 (04fac07 of 2024-11-01 09:00)
  without source:tip: nothing falls
  
  dorn/arms
    The United Wealds sends arms
    calda deny · uw deny
  
  1 claim
  $ printf '\n[query]\nforged = "source:2024/wire"\n' >>aver.toml && git commit -qam "A saved query"
  $ aver list arms --without @forged
  without @forged: 1 record falls, 1 that it had corrected stays aside
  
  dorn/arms
    The United Wealds sends arms
    calda deny
  
  1 claim
  $ aver list arms --without source:wire --known-at HEAD~9
  held on 2024-11-01 (today), as known at HEAD~9 (77f89e3 of 2024-11-01 09:00)
  without source:wire: nothing falls
  
  dorn/arms
    The United Wealds sends arms
    no record
  
  1 claim

What is about more than one record cannot be asked of each.

  $ aver list --without "source:wire is:lapsed"
  error: is:lapsed is about more than one record, and --without asks each by itself
    source:wire is:lapsed
                ^^^^^^^^^
  hint: aver help query
  [2]
  $ aver list --without "ever(source:wire)"
  error: ever(source:2024/wire) is about more than one record, and --without asks each by itself
    ever(source:wire)
    ^^^^^^^^^^^^^^^^^
  hint: aver help query
  [2]
  $ aver list --without ""
  error: --without takes a query: what to leave away
  hint: --without source:SOURCE
  [2]
  $ aver list --without source:wyre
  error: there is no source "wyre"; did you mean 2024/wire?
    source:wyre
           ^^^^
  hint: aver list --without source:2024/wire
  [4]
  $ aver list --without holder:
  error: a value is missing behind this key
    holder:
    ^^^^^^^
  hint: aver help query
  [2]

A diff may be without it on both sides.

  $ aver diff --on 2024-09-15..2024-10-15 --without source:wire
  from 2024-09-15 to 2024-10-15, as known at HEAD (f9c7fc9)
  without source:wire: 3 records and 1 check fall, 1 that they had corrected stays
    aside
  
  dorn/arms
    The United Wealds sends arms
    calda  no record -> deny (2024-10-03)  first
  $ aver diff --on 2024-10-15..2024-10-16 --without source:wire
  no position differs between 2024-10-15 and 2024-10-16; without source:wire: 3 records and 1 check fall, 1 that they had corrected stays aside
  $ aver diff --on 2024-09-15..2024-10-15 --without source:wire --json | grep -c '"without"'
  2
  $ aver diff --source wire --without source:wire
  error: --source compares two captures: it goes with --captures alone
  hint: aver help diff
  [2]

A second command retracts it all, in one commit; the answers are those that --without gave.

  $ aver retract --resting-on wire
  error: say why the record was wrong
  hint: --reason "WHY"
  [2]
  $ aver retract --resting-on wire --reason "It was forged" --dry-run
  would retract dorn/arms/2024-10-05-uw-2: uw deny; 2024-10-05-uw stays set aside
  would retract dorn/restrains/2024-10-01-calda: calda affirm
  would retract dorn/restrains/2024-10-02-uw: uw silent
  would retract dorn/restrains/2024-10-20-uw: a check of what falls: uw silent
  stands by other evidence: dorn/arms/2024-10-03-calda
  $ aver list --without source:wire >../without
  $ aver retract --resting-on wire --reason "It was forged"
  retracted dorn/arms/2024-10-05-uw-2: uw deny; 2024-10-05-uw stays set aside
  retracted dorn/restrains/2024-10-01-calda: calda affirm
  retracted dorn/restrains/2024-10-02-uw: uw silent
  retracted dorn/restrains/2024-10-20-uw: a check of what falls: uw silent
  stands by other evidence: dorn/arms/2024-10-03-calda
    2b064ac on main; undo: aver undo 2b064ac
  $ aver list >../retracted; diff ../without ../retracted
  1,3d0
  < without source:wire: 3 records and 1 check fall, 1 that they had corrected stays
  <   aside
  < 
  [1]
  $ git log -1 --format=%B
  Retract what rests on 2024/wire
  
  It was forged
  
  uw deny on dorn/arms, held 2024-10-05
  calda affirm on dorn/restrains, held 2024-10-01
  uw silent on dorn/restrains, held 2024-10-02
  uw silent on dorn/restrains, held 2024-10-20
  
  $ aver check
  checked 20 records: all is well
  $ aver retract --resting-on wire --reason "It was forged"
  stands by other evidence: dorn/arms/2024-10-03-calda
  nothing to retract: no record rests on 2024/wire alone
  $ aver impact wire
  2024/wire
  What the wire had
  
  No record falls; 1 record stands by other evidence.
  
  stand by other evidence:
    dorn/arms/2024-10-03-calda: 2024/wire, 2024/gazette
  $ aver retract --resting-on tip --reason "It was forged"
  nothing to retract: no record rests on 2024/tip
  $ aver undo HEAD >/dev/null; aver list
  dorn/arms
    The United Wealds sends arms
    calda deny · uw deny
  dorn/restrains
    Calda acts to restrain North Dorna
    calda affirm · uw silent
  
  2 claims

  $ aver retract --reason x
  error: which stance was wrong?
  hint: aver retract STANCE --reason "WHY"
  [2]
  $ aver retract arms/2024-10-05-uw --resting-on wire --reason x
  error: a stance is retracted, or all that rests on a source: not both
  hint: aver retract --resting-on wire --reason "WHY"
  [2]
  $ aver retract arms/2024-10-05-uw --reason x --dry-run
  error: --dry-run goes with --resting-on
  hint: aver help retract
  [2]
  $ aver retract --resting-on arms --reason x
  error: records rest on a source, or on an actor's word, and not on a claim
  hint: aver show dorn/arms
  [2]
  $ aver retract --resting-on wyre --reason x
  error: there is no record "wyre"; did you mean 2024/wire?
  hint: aver retract --resting-on 2024/wire --reason x
  [4]

Somebody else records more while it is retracted (a split index makes aver ask git): that falls, too.

  $ mkdir ../bin && printf '#!/bin/sh\ncase " $* " in *"${WHEN:-no such words}"*) WHEN=; eval "$THEN" >&2;; esac\nexec %s "$@"\n' "$(command -v git)" >../bin/git && chmod +x ../bin/git; bin=$PWD/../bin
  $ cp -r claims/dorn/arms/2024-10-03-calda.toml ../more.toml && sed -i '/evidence/,$d; s/2024-10-03/2024-10-07/' ../more.toml
  $ git update-index --split-index
  $ WHEN=" ls-files " THEN='cp ../more.toml claims/dorn/arms/2024-10-07-calda.toml; git add claims; git commit -qm More' PATH=$bin:$PATH aver retract --resting-on wire --reason "It was forged"
  retracted dorn/arms/2024-10-05-uw-2: uw deny; 2024-10-05-uw stays set aside
  retracted dorn/arms/2024-10-07-calda: calda deny
  retracted dorn/restrains/2024-10-01-calda: calda affirm
  retracted dorn/restrains/2024-10-02-uw: uw silent
  retracted dorn/restrains/2024-10-20-uw: a check of what falls: uw silent
  stands by other evidence: dorn/arms/2024-10-03-calda
  note: 1 of them was recorded by somebody else meanwhile
    71a409c on main; undo: aver undo 71a409c
  $ aver show arms
  dorn/arms
  The United Wealds sends arms
  
    kind  policy
  
    2024-10-05-uw-2 retracted since the edition first: by 2024-10-05-uw-3: It was
        forged
  
    calda  deny  since 2024-10-03
        None
        paraphrase · 2024/wire · 2024-10-03-calda
        also 2024/gazette, page 2

A broken record is told of where it may be that actor's word, and left alone elsewhere.

  $ aver add dorn/else "Elsewhere" >/dev/null && printf 'holder = \nspeaker = "calda-wire"\n' >claims/dorn/else/2024-01-01-uw.toml && git add claims && git commit -qm Broken
  $ aver impact lio-pendar 2>&1 | head -n 2
  lio-pendar
  Lio Pendar
  $ aver impact calda-wire 2>&1 | head -n 3
  error: claims/dorn/else/2024-01-01-uw.toml:1:10: not valid TOML: key-value pair: expected value, saw '\n' [toml/syntax]
  hint: 1 record of dorn/else is left out of this answer: aver check
  calda-wire
