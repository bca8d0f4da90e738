# A record as it was cited, and what became of it

  $ aver init facts >/dev/null && cd facts
  $ for who in calda borland; do aver actor add $who "The state of $who" --kind state >/dev/null; done
  $ aver actor add mfa "Foreign ministry" --kind account --alias "@calda_mfa" >/dev/null
  $ aver add dorn/restrain "Calda acts to restrain North Dorna" --kind policy >/dev/null
  $ aver source add 2024/wire "Ministers meet" --reliability C >/dev/null
  $ aver record restrain calda affirm --held 2024-11-01 --summary "Will act" --source wire >/dev/null
  $ aver record restrain borland deny --held 2024-11-01 >/dev/null

Without an edition nothing is told. With one, only what no longer is as the edition has it.

  $ aver show restrain/2024-11-01-calda | head -3
  dorn/restrain/2024-11-01-calda
  Calda acts to restrain North Dorna
  
  $ aver tag 2024-11-first -m "First" >/dev/null
  $ aver show restrain/2024-11-01-calda
  dorn/restrain/2024-11-01-calda
  Calda acts to restrain North Dorna
  
    calda  affirm  held 2024-11-01
  
    mode     paraphrase
    summary  Will act
    source   2024/wire: Ministers meet (reliability C)
  $ at 2024-11-05
  $ aver correct restrain/2024-11-01-calda deny --reason "the wire left out the \"not\"" >/dev/null
  $ aver retract 2024-11-01-borland --reason "it was another ministry" >/dev/null
  $ aver show restrain/2024-11-01-calda | head -6
  dorn/restrain/2024-11-01-calda
  Calda acts to restrain North Dorna
  
    calda  affirm  held 2024-11-01
    no longer stands: corrected by 2024-11-01-calda-2: the wire left out the "not"
    corrected since the edition 2024-11-first: by 2024-11-01-calda-2: the wire
  $ aver show restrain/2024-11-01-borland | head -6
  dorn/restrain/2024-11-01-borland
  Calda acts to restrain North Dorna
  
    borland  deny  held 2024-11-01
    no longer stands: retracted by 2024-11-01-borland-2: it was another ministry
    retracted since the edition 2024-11-first: by 2024-11-01-borland-2: it was
  $ aver show restrain
  dorn/restrain
  Calda acts to restrain North Dorna
  
    kind  policy
  
    2024-11-01-borland retracted since the edition 2024-11-first: by
        2024-11-01-borland-2: it was another ministry
    2024-11-01-calda corrected since the edition 2024-11-first: by
        2024-11-01-calda-2: the wire left out the "not"
  
    calda  deny  since 2024-11-01
        Will act
        paraphrase · 2024/wire (reliability C) · 2024-11-01-calda-2
  $ aver show restrain/2024-11-01-calda-2 | head -5
  dorn/restrain/2024-11-01-calda-2
  Calda acts to restrain North Dorna
  
    calda  deny  held 2024-11-01
  

A later edition that has the record is the one that counts.

  $ aver tag 2024-11-second -m "Second" >/dev/null
  $ aver show restrain | head -6
  dorn/restrain
  Calda acts to restrain North Dorna
  
    kind  policy
  
    calda  deny  since 2024-11-01
  $ sed -i 's/reliability = "C"/reliability = "E"/; s/Ministers meet/Ministers met/' sources/2024/wire.toml
  $ aver commit -m "The wire was forged" >/dev/null
  $ aver mv dorn/restrain dorn/act >/dev/null
  $ aver mv actors/calda republic >/dev/null
  $ aver show wire | head -5
  2024/wire
  Ministers met
    edited since the edition 2024-11-second: title, reliability
  
    reliability  E
  $ aver show act | head -8
  dorn/act
  Calda acts to restrain North Dorna
  
    kind      policy
    formerly  dorn/restrain
  
    renamed since the edition 2024-11-second: from dorn/restrain to dorn/act
  
  $ aver show republic | head -4
  republic
  The state of calda
    renamed since the edition 2024-11-second: from calda to republic
  

As it was cited: by the id of then or of today, at a commit, a tag, a day or an edition.

  $ aver show dorn/restrain@2024-11-first
  held on 2024-11-05 (today), as known at 2024-11-first (bf3cae5 of 2024-11-01 09:00)
  
  dorn/restrain
  Calda acts to restrain North Dorna
  
    kind  policy
  
    renamed since: from dorn/restrain to dorn/act
    2024-11-01-borland retracted since: by 2024-11-01-borland-2: it was another
        ministry
    2024-11-01-calda corrected since: by 2024-11-01-calda-2: the wire left out the
        "not"
  
    borland  deny    since 2024-11-01
        2024-11-01-borland
    calda    affirm  since 2024-11-01
        Will act
        paraphrase · 2024/wire (reliability C) · 2024-11-01-calda
  $ aver show act/2024-11-01-calda@2024-11-first
  held on 2024-11-05 (today), as known at 2024-11-first (bf3cae5 of 2024-11-01 09:00)
  
  dorn/restrain/2024-11-01-calda
  Calda acts to restrain North Dorna
  
    calda  affirm  held 2024-11-01
    renamed since: from dorn/restrain/2024-11-01-calda to
        dorn/act/2024-11-01-calda
    corrected since: by 2024-11-01-calda-2: the wire left out the "not"
  
    mode     paraphrase
    summary  Will act
    source   2024/wire: Ministers meet (reliability C)
  $ aver show calda@2024-11-first | head -5
  held on 2024-11-05 (today), as known at 2024-11-first (bf3cae5 of 2024-11-01 09:00)
  
  calda
  The state of calda
    renamed since: from calda to republic
  $ aver show republic@2024-11-02 | head -3
  held on 2024-11-05 (today), as known at 2024-11-02 (bf3cae5 of 2024-11-01 09:00 UTC)
  
  calda
  $ aver show wire@HEAD~3
  held on 2024-11-05 (today), as known at HEAD~3 (d6979e2 of 2024-11-05 09:00)
  
  2024/wire
  Ministers meet
    edited since: title, reliability
  
    reliability  C
  
  2 stances cite it
    2024-11-01  calda  affirm  dorn/restrain
    2024-11-01  calda  deny    dorn/restrain
  $ aver show wire@HEAD | head -5
  held on 2024-11-05 (today), as known at HEAD (7046cce of 2024-11-05 09:00)
  
  2024/wire
  Ministers met
    the same today
  $ aver show dorn/act@2024-11-first --json | tail -42
          {
            "position": "affirm",
            "lapsed": false,
            "stances": [
              "dorn/restrain/2024-11-01-calda"
            ]
          }
        ],
        "further": []
      }
    ],
    "no_record": [],
    "quotes": {},
    "approved_by": {},
    "deadlines": [],
    "reliability": {
      "2024/wire": "C"
    },
    "since": {
      "revision": "2024-11-first",
      "edition": true,
      "commit": "bf3cae56d8d3e97902a77d88f70a465375b2716c",
      "shown": "then",
      "changes": [
        {
          "what": "renamed",
          "stance": null,
          "why": "from dorn/restrain to dorn/act"
        },
        {
          "what": "retracted",
          "stance": "2024-11-01-borland",
          "why": "by 2024-11-01-borland-2: it was another ministry"
        },
        {
          "what": "corrected",
          "stance": "2024-11-01-calda",
          "why": "by 2024-11-01-calda-2: the wire left out the \"not\""
        }
      ]
    }
  }
  $ aver show act@2024-11-first --on 2024-10-01 | tail -5
    2024-11-01-calda corrected since: by 2024-11-01-calda-2: the wire left out the
        "not"
  
  No record of anybody's position on 2024-10-01.
    no record on that day: borland, calda

A removed record is still there at the commit that had it.

  $ aver rm dorn/act/2024-11-01-calda-2 >/dev/null 2>&1
  $ aver show act@2024-11-first | sed -n 3,12p
  dorn/restrain
  Calda acts to restrain North Dorna
  
    kind  policy
  
    renamed since: from dorn/restrain to dorn/act
    2024-11-01-borland retracted since: by 2024-11-01-borland-2: it was another
        ministry
  
    borland  deny    since 2024-11-01

A merge gives one of two records of one name another name. What cites either by name and edition finds
it.

  $ at 2024-11-12
  $ git switch -q -c side
  $ aver record act borland affirm --held 2024-11-10 --summary "Side" >/dev/null
  $ aver tag side-edition -m "Side" >/dev/null
  $ git switch -q main
  $ aver record act borland deny --held 2024-11-10 --summary "Main" >/dev/null
  $ aver tag main-edition -m "Main" >/dev/null
  $ aver merge side >/dev/null 2>&1
  $ aver show act/2024-11-10-borland@side-edition | head -8
  held on 2024-11-12 (today), as known at side-edition (5aa060e of 2024-11-12 09:00)
  
  dorn/act/2024-11-10-borland
  Calda acts to restrain North Dorna
  
    borland  affirm  held 2024-11-10
    the same today
  
  $ aver show act/2024-11-10-borland@main-edition | head -8
  held on 2024-11-12 (today), as known at main-edition (c217d81 of 2024-11-12 09:00)
  
  dorn/act/2024-11-10-borland
  Calda acts to restrain North Dorna
  
    borland  deny  held 2024-11-10
    the name means another record since: it is dorn/act/2024-11-10-borland-2 by
        now
  $ aver show act/2024-11-10-borland-2 | head -6
  dorn/act/2024-11-10-borland-2
  Calda acts to restrain North Dorna
  
    borland  deny  held 2024-11-10
  
    summary  Main

"@" in a name is part of it, where a record has that name.

  $ aver show @calda_mfa | head -2
  mfa
  Foreign ministry
  $ aver show @calda_mfb
  error: there is no record "@calda_mfb"
  hint: aver list
  [4]
  $ aver show @calda_mfa@HEAD | head -2
  held on 2024-11-12 (today), as known at HEAD (5f737b0 of 2024-11-12 09:00)
  

What cannot be.

  $ aver show act@
  error: no revision stands behind the "@" of "act@"
  hint: aver show act@HEAD~1, or an edition: aver tag
  [2]
  $ aver show act@2024-11-frist
  error: there is no revision "2024-11-frist"; did you mean 2024-11-first?
  hint: aver tag
  [4]
  $ aver show dorn/none@2024-11-first
  error: there is no record "dorn/none"; did you mean 2024/wire?
  hint: aver show 2024/wire@2024-11-first
  [4]
  $ aver show mfa@2020-01-01
  nothing was known on 2020-01-01: that is before the first record
  $ aver show act/2024-11-10-borland@2024-11-first
  error: dorn/act/2024-11-10-borland was recorded after 2024-11-first
  caused by: first in 5aa060e of 2024-11-12 09:00, by Ada Fields
  hint: aver show dorn/act/2024-11-10-borland@5aa060e
  [4]
  $ aver show act@2024-11-first --known-at HEAD
  error: "act@2024-11-first" says what was known, and so does --known-at
  hint: aver show act --known-at HEAD
  [2]
  $ aver show @
  error: there is no record "@"
  hint: aver list
  [4]
