# What was recorded is shown where it is asked for

  $ aver init facts >/dev/null && cd facts
  $ for who in calda borland; do aver actor add $who "The state of $who" --kind state >/dev/null; done
  $ aver add dorn/restrain "Calda acts to restrain North Dorna" --kind policy >/dev/null
  $ printf 'Ja, wir werden handeln, wenn die anderen handeln.\n' > wire.txt
  $ aver source add 2024/wire "Ministers meet" --reliability C --capture wire.txt >/dev/null
  $ aver record restrain calda qualified --held 2024-10-31 --until 2024-12-31 --source wire \
  >   --quote "Ja, wir werden handeln" --quote-lang de --translation "Yes, we will act" \
  >   --summary "Speaks of joint steps" --condition "the others act" --credibility 2 \
  >   --likelihood likely --review-by 2025-01-10 --note "Ask the ministry" >/dev/null
  $ aver record restrain borland deny --held 2024-10-30 --source wire --summary "Will not" >/dev/null
  $ aver show restrain
  dorn/restrain
  Calda acts to restrain North Dorna
  
    kind  policy
  
    borland  deny       since 2024-10-30
        Will not
        paraphrase · 2024/wire (reliability C) · 2024-10-30-borland
    calda    qualified  since 2024-10-31
        "Ja, wir werden handeln"
        translated: "Yes, we will act"
        Speaks of joint steps
        if: the others act
        note: Ask the ministry
        2024/wire (reliability C), para 1 · quote in de · until 2024-12-31 ·
        likelihood likely · credibility 2 · review by 2025-01-10 · verbatim ·
        2024-10-31-calda
  $ aver show restrain/2024-10-31-calda
  dorn/restrain/2024-10-31-calda
  Calda acts to restrain North Dorna
  
    calda  qualified  held 2024-10-31
  
    until           2024-12-31
    mode            direct
    summary         Speaks of joint steps
    quote           "Ja, wir werden handeln"
    stands          verbatim
    quote language  de
    translation     "Yes, we will act"
    source          2024/wire: Ministers meet (reliability C)
    locator         para 1
    credibility     2
    likelihood      likely
    review by       2025-01-10
    condition       the others act
    note            Ask the ministry
  $ COLUMNS=60 aver history restrain --holder calda
  dorn/restrain
  Calda acts to restrain North Dorna
  
  calda
    2024-10-31  qualified  first
                2024/wire (reliability C), para 1 · quote in
                de · until 2024-12-31 · likelihood likely ·
                credibility 2 · review by 2025-01-10
                "Ja, wir werden handeln"
                translated: "Yes, we will act"
                Speaks of joint steps
                if: the others act
                note: Ask the ministry
  $ aver history restrain --holder borland --format markdown
  | claim | holder | scale | when | when\_earliest | when\_latest | certain | position | change | quote | summary | source | locator | speaker | via | mode | stance | evidence | translation | condition |
  |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
  | dorn/restrain | borland | stance | 2024-10-30 | 2024-10-30 | 2024-10-30 | yes | deny | first |  | Will not | 2024/wire |  |  |  | paraphrase | dorn/restrain/2024-10-30-borland |  |  |  |
  $ aver history restrain --holder calda --format markdown
  | claim | holder | scale | when | when\_earliest | when\_latest | certain | position | change | quote | summary | source | locator | speaker | via | mode | stance | evidence | translation | condition | until | quote\_lang | credibility | likelihood | review\_by | note |
  |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
  | dorn/restrain | calda | stance | 2024-10-31 | 2024-10-31 | 2024-10-31 | yes | qualified | first | Ja, wir werden handeln | Speaks of joint steps | 2024/wire | para 1 |  |  | direct | dorn/restrain/2024-10-31-calda |  | Yes, we will act | the others act | 2024-12-31 | de | 2 | likely | 2025-01-10 | Ask the ministry |
  $ aver history restrain --holder calda --format csv
  claim,holder,scale,when,when_earliest,when_latest,certain,position,change,quote,summary,source,locator,speaker,via,mode,stance,evidence,translation,condition,until,through,quote_lang,rating,credibility,likelihood,searched,unverified,review_by,corrects,note,first_recorded
  dorn/restrain,calda,stance,2024-10-31,2024-10-31,2024-10-31,yes,qualified,first,"Ja, wir werden handeln",Speaks of joint steps,2024/wire,para 1,,,direct,dorn/restrain/2024-10-31-calda,,"Yes, we will act",the others act,2024-12-31,,de,,2,likely,,,2025-01-10,,Ask the ministry,

A source tells of its later captures.

  $ at 2024-11-03
  $ printf 'Ja, wir werden handeln.\n' > wire.txt
  $ aver source add --again wire wire.txt >/dev/null
  $ aver show wire
  2024/wire
  Ministers meet
  
    retrieved       2024-11-01
    reliability     C
    capture         wire.txt, 50 bytes, sha256 as recorded
    captured again  wire-d3809805bf1a.txt (2024-11-03)
  
  2 stances cite it
    2024-10-30  borland  deny       dorn/restrain
    2024-10-31  calda    qualified  dorn/restrain, para 1  verbatim

An edited source, actor or vocabulary: which keys, from what to what, and what rests on it.

  $ sed -i 's/reliability = "C"/reliability = "E"/' sources/2024/wire.toml
  $ sed -i 's/The state of borland/Borland/' actors/borland.toml
  $ sed -i '/^kind/a note = "Since the war"' actors/borland.toml
  $ aver commit -m "The wire was forged" >/dev/null
  $ aver diff
  edited  actors/borland.toml
      name: The state of borland -> Borland
      note: nothing -> Since the war
      1 stance rests on it, 1 line by what is in force
        dorn/restrain  borland  stance
  edited  sources/2024/wire.toml
      reliability: C -> E
      2 stances rest on it, 2 lines by what is in force
        dorn/restrain  borland  stance
        dorn/restrain  calda  stance
  $ aver diff --json | sed -n '/"edited"/,$p'
        "what": "edited"
      },
      {
        "path": "sources/2024/wire.toml",
        "what": "edited"
      }
    ],
    "edited": [
      {
        "path": "actors/borland.toml",
        "keys": [
          {
            "key": "name",
            "before": "The state of borland",
            "after": "Borland"
          },
          {
            "key": "note",
            "before": null,
            "after": "Since the war"
          }
        ],
        "stances": 1,
        "lines": [
          {
            "claim": "dorn/restrain",
            "holder": "borland",
            "scale": "stance"
          }
        ]
      },
      {
        "path": "sources/2024/wire.toml",
        "keys": [
          {
            "key": "reliability",
            "before": "C",
            "after": "E"
          }
        ],
        "stances": 2,
        "lines": [
          {
            "claim": "dorn/restrain",
            "holder": "borland",
            "scale": "stance"
          },
          {
            "claim": "dorn/restrain",
            "holder": "calda",
            "scale": "stance"
          }
        ]
      }
    ]
  }
  $ aver diff --format csv
  claim,text,holder,scale,before,before held,between,after,after held,record,change,governs,reason,quote,source,condition
  actors/borland.toml,,,,The state of borland,,,Borland,,edited,,,name,,,
  actors/borland.toml,,,,,,,Since the war,,edited,,,note,,,
  sources/2024/wire.toml,,,,C,,,E,,edited,,,reliability,,,
  $ sed -i 's/{ word = "deny", value = -1 }/{ word = "deny", value = -2, means = "Says no." }/' aver.toml
  $ sed -i 's/restrain North Dorna/hold North Dorna back/; s/policy/pledge/' claims/dorn/restrain/claim.toml
  $ aver commit -m "Words" >/dev/null
  $ aver diff
  dorn/restrain
    - Calda acts to restrain North Dorna
    + Calda acts to hold North Dorna back
    2 positions in force rest on these words
    edited
      kind: policy -> pledge
  
  edited  aver.toml
      stance deny: value -1 -> value -2, means Says no.
      1 stance rests on it, 1 line by what is in force
        dorn/restrain  borland  stance
