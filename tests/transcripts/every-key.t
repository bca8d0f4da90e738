# Every key of every record, as it is shown

  $ aver init facts >/dev/null && cd facts
  $ mkdir -p claims/dam/built actors/borland sources/2031
  $ cat > claims/dam/built/claim.toml <<END
  > text = "The dam of Vell is built"
  > kind = "pledge"
  > aliases = ["dam/vell"]
  > lang = "en"
  > tags = ["dams", "water"]
  > deadline = "2032"
  > review_by = 2031-12-01
  > same_as = ["https://example.org/dam"]
  > note = "As the cabinet put it."
  > x-colour = "blue"
  > [[relation]]
  > type = "depends-on"
  > to = "dam/paid"
  > [[relation]]
  > type = "negates"
  > to = "dam/given-up"
  > END
  $ cat > claims/dam/built/2024-10-borland.toml <<END
  > holder = "borland"
  > position = "partial"
  > held = "2024-10"
  > until = 2024-10-30
  > through = 2024-10-29
  > searched = ["gazette", "briefings"]
  > mode = "attributed"
  > speaker = "borland/orla-finch"
  > via = ["The Borland Post", "radio"]
  > summary = "Half of it stands."
  > quote = "Half of it stands"
  > quote_lang = "en-GB"
  > translation = "La moitié"
  > source = "2031/gazette"
  > locator = "para 1"
  > unverified = true
  > credibility = 2
  > likelihood = "likely"
  > rating = "Half done"
  > review_by = "2031-06"
  > condition = "If the second bank lends."
  > repeats = "2024-09-borland"
  > first_recorded = 2024-10-29
  > corrects = "2024-09-borland"
  > reason = "The wall alone was counted."
  > note = "See the map."
  > x-colour = ["red", 1]
  > END
  $ cat > claims/dam/built/2024-09-borland.toml <<END
  > holder = "borland"
  > position = "done"
  > held = "2024-09"
  > END
  $ cat > actors/borland/orla-finch.toml <<END
  > name = "Orla Finch"
  > kind = "person"
  > aliases = ["O. Finch", "Finch"]
  > same_as = ["https://example.org/finch"]
  > note = "Not the painter."
  > [[role]]
  > title = "Minister of Works"
  > of = "borland"
  > from = "2021-03"
  > to = "2029"
  > [[role]]
  > title = "Engineer"
  > END
  $ cat > actors/borland.toml <<END
  > name = "Borland"
  > kind = "state"
  > END
  $ printf 'Half of it stands.\n' > sources/2031/gazette.txt
  $ SUM=$(sha256sum < sources/2031/gazette.txt | cut -c1-64)
  $ cat > sources/2031/gazette.toml <<END
  > title = "The Gazette"
  > aliases = ["2031/gazete"]
  > url = "https://example.org/gazette"
  > publisher = "Cabinet Office"
  > author = ["Ada Quill", "Ben Reed"]
  > published = 2024-10-30
  > retrieved = 2024-10-31T09:30:00Z
  > captured_with = "aver 0.1.0, pdftotext 22.12"
  > lang = "en"
  > reliability = "B"
  > capture = "gazette.txt"
  > sha256 = "$SUM"
  > original = "gazette.html"
  > original_sha256 = "$SUM"
  > note = "Second printing."
  > x-colour = 2024-10-01
  > [[archived]]
  > url = "https://example.org/archive/1"
  > at = 2024-10-31
  > [[archived]]
  > url = "https://example.org/archive/2"
  > [[recapture]]
  > capture = "gazette-2.txt"
  > sha256 = "$SUM"
  > original = "gazette-2.html"
  > original_sha256 = "$SUM"
  > retrieved = 2024-11-01
  > [[recapture]]
  > capture = "gazette-3.txt"
  > sha256 = "$SUM"
  > END
  $ git add . && git commit -qm "All of it"

## The claim

  $ aver show dam/built
  dam/built
  The dam of Vell is built
  
    kind        pledge
    tags        dams, water
    deadline    2032
    review by   2031-12-01
    depends-on  dam/paid
    negates     dam/given-up
    formerly    dam/vell
    same as     https://example.org/dam
    language    en
    note        As the cabinet put it.
    x-colour    "blue"
  
  No record of anybody's position on 2024-11-01.
  $ aver show dam/built --json
  {
    "schema": "aver.show/2",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "4bfce6bd5349d983bde599f52107ca2feb887f39",
    "kind": "claim",
    "claim": {
      "id": "dam/built",
      "text": "The dam of Vell is built",
      "kind": "pledge",
      "aliases": [
        "dam/vell"
      ],
      "lang": "en",
      "tags": [
        "dams",
        "water"
      ],
      "deadline": "2032",
      "review_by": "2031-12-01",
      "same_as": [
        "https://example.org/dam"
      ],
      "note": "As the cabinet put it.",
      "relations": [
        {
          "type": "depends-on",
          "to": "dam/paid"
        },
        {
          "type": "negates",
          "to": "dam/given-up"
        }
      ],
      "unknown": {
        "x-colour": "blue"
      }
    },
    "positions": [],
    "no_record": [
      "borland"
    ],
    "quotes": {},
    "approved_by": {},
    "deadlines": [],
    "reliability": {},
    "since": null
  }

## A stance

  $ aver show dam/built/2024-10-borland
  dam/built/2024-10-borland
  The dam of Vell is built
  
    borland  partial  held 2024-10
  
    until            2024-10-30
    checked through  2024-10-29
    searched         gazette, briefings
    mode             attributed
    said by          borland/orla-finch
    via              The Borland Post, radio
    summary          Half of it stands.
    quote            "Half of it stands"
    stands           verbatim
    unverified       yes
    quote language   en-GB
    translation      "La moitié"
    source           2031/gazette: The Gazette (reliability B)
    locator          para 1
    credibility      2
    likelihood       likely
    rating           Half done
    review by        2031-06
    condition        If the second bank lends.
    repeats          2024-09-borland
    first recorded   2024-10-29
    corrects         2024-09-borland
    reason           The wall alone was counted.
    note             See the map.
    x-colour         [
                       "red",
                       1,
                     ]
  $ aver show dam/built/2024-10-borland --json
  {
    "schema": "aver.show/2",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "4bfce6bd5349d983bde599f52107ca2feb887f39",
    "kind": "stance",
    "claim_text": "The dam of Vell is built",
    "source_title": "The Gazette",
    "reliability": {
      "2031/gazette": "B"
    },
    "overruled_why": null,
    "overruled_by": null,
    "last_looked": null,
    "stance": {
      "id": "dam/built/2024-10-borland",
      "claim": "dam/built",
      "holder": "borland",
      "position": "partial",
      "held": "2024-10",
      "until": "2024-10-30",
      "through": "2024-10-29",
      "searched": [
        "gazette",
        "briefings"
      ],
      "mode": "attributed",
      "speaker": "borland/orla-finch",
      "via": [
        "The Borland Post",
        "radio"
      ],
      "summary": "Half of it stands.",
      "quote": "Half of it stands",
      "quote_lang": "en-GB",
      "translation": "La moitié",
      "source": "2031/gazette",
      "locator": "para 1",
      "unverified": true,
      "credibility": 2,
      "likelihood": "likely",
      "rating": "Half done",
      "review_by": "2031-06",
      "condition": "If the second bank lends.",
      "repeats": "2024-09-borland",
      "first_recorded": "2024-10-29",
      "corrects": "2024-09-borland",
      "retracts": null,
      "reason": "The wall alone was counted.",
      "note": "See the map.",
      "evidence": [],
      "formerly": [],
      "unknown": {
        "x-colour": [
          "red",
          1
        ]
      }
    },
    "quotes": {
      "dam/built/2024-10-borland": {
        "level": "verbatim",
        "drifted": false,
        "capture": 0,
        "begin": 0,
        "end": 17,
        "line": 1,
        "paragraph": 1
      }
    },
    "approved_by": [],
    "since": null
  }
  $ aver export csv
  claim,text,kind,tags,stance,holder,holder_name,position,scale,held,held_first,held_last,in_force,standing,until,through,mode,speaker,via,summary,quote,quote_lang,translation,source,source_title,source_url,locator,rating,credibility,likelihood,searched,unverified,review_by,corrects,retracts,reason,note,condition,repeats,first_recorded,evidence
  dam/built,The dam of Vell is built,pledge,dams; water,dam/built/2024-09-borland,borland,Borland,done,progress,2024-09,2024-09-01,2024-09-30,no,corrected,,,,,,,,,,,,,,,,,,,,,,,,,,,
  dam/built,The dam of Vell is built,pledge,dams; water,dam/built/2024-10-borland,borland,Borland,partial,progress,2024-10,2024-10-01,2024-10-31,no,check,2024-10-30,2024-10-29,attributed,borland/orla-finch,The Borland Post; radio,Half of it stands.,Half of it stands,en-GB,La moitié,2031/gazette,The Gazette,https://example.org/gazette,para 1,Half done,2,likely,gazette; briefings,yes,2031-06,2024-09-borland,,The wall alone was counted.,See the map.,If the second bank lends.,2024-09-borland,2024-10-29,
  $ aver history dam/built --format csv
  claim,holder,scale,when,when_earliest,when_latest,certain,position,change,quote,summary,source,locator,speaker,via,mode,stance,evidence,translation,condition,until,through,quote_lang,rating,credibility,likelihood,searched,unverified,review_by,corrects,note,first_recorded

## An actor

  $ aver show borland/orla-finch
  borland/orla-finch
  Orla Finch
  
    kind     person
    also     O. Finch, Finch
    role     Minister of Works of borland, 2021-03..2029
    role     Engineer
    same as  https://example.org/finch
    note     Not the painter.
  
  speaks for others
    2024-10  borland  partial  dam/built  check
  $ aver show borland/orla-finch --json
  {
    "schema": "aver.show/2",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "4bfce6bd5349d983bde599f52107ca2feb887f39",
    "kind": "actor",
    "actor": {
      "id": "borland/orla-finch",
      "name": "Orla Finch",
      "kind": "person",
      "aliases": [
        "O. Finch",
        "Finch"
      ],
      "same_as": [
        "https://example.org/finch"
      ],
      "note": "Not the painter.",
      "roles": [
        {
          "title": "Minister of Works",
          "of": "borland",
          "from": "2021-03",
          "to": "2029"
        },
        {
          "title": "Engineer",
          "of": null,
          "from": null,
          "to": null
        }
      ],
      "unknown": {}
    },
    "positions": [],
    "speaks": [
      {
        "standing": "check",
        "stance": {
          "id": "dam/built/2024-10-borland",
          "claim": "dam/built",
          "holder": "borland",
          "position": "partial",
          "held": "2024-10",
          "until": "2024-10-30",
          "through": "2024-10-29",
          "searched": [
            "gazette",
            "briefings"
          ],
          "mode": "attributed",
          "speaker": "borland/orla-finch",
          "via": [
            "The Borland Post",
            "radio"
          ],
          "summary": "Half of it stands.",
          "quote": "Half of it stands",
          "quote_lang": "en-GB",
          "translation": "La moitié",
          "source": "2031/gazette",
          "locator": "para 1",
          "unverified": true,
          "credibility": 2,
          "likelihood": "likely",
          "rating": "Half done",
          "review_by": "2031-06",
          "condition": "If the second bank lends.",
          "repeats": "2024-09-borland",
          "first_recorded": "2024-10-29",
          "corrects": "2024-09-borland",
          "retracts": null,
          "reason": "The wall alone was counted.",
          "note": "See the map.",
          "evidence": [],
          "formerly": [],
          "unknown": {
            "x-colour": [
              "red",
              1
            ]
          }
        }
      }
    ],
    "reports": [],
    "since": null
  }

## A source

  $ aver show 2031/gazette
  2031/gazette
  The Gazette
  
    formerly        2031/gazete
    publisher       Cabinet Office
    author          Ada Quill, Ben Reed
    published       2024-10-30
    retrieved       2024-10-31T09:30:00Z
    captured with   aver 0.1.0, pdftotext 22.12
    url             https://example.org/gazette
    archived        https://example.org/archive/1 (2024-10-31)
    archived        https://example.org/archive/2
    reliability     B
    language        en
    capture         gazette.txt, 19 bytes, sha256 as recorded
    captured again  gazette-2.txt (2024-11-01)
    captured again  gazette-3.txt
    note            Second printing.
    x-colour        2024-10-01
  
  1 stance cites it
    2024-10  borland  partial  dam/built, para 1  verbatim
  $ aver show 2031/gazette --json
  {
    "schema": "aver.show/2",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "4bfce6bd5349d983bde599f52107ca2feb887f39",
    "kind": "source",
    "source": {
      "id": "2031/gazette",
      "title": "The Gazette",
      "aliases": [
        "2031/gazete"
      ],
      "url": "https://example.org/gazette",
      "publisher": "Cabinet Office",
      "author": [
        "Ada Quill",
        "Ben Reed"
      ],
      "published": "2024-10-30",
      "retrieved": "2024-10-31T09:30:00Z",
      "captured_with": "aver 0.1.0, pdftotext 22.12",
      "lang": "en",
      "reliability": "B",
      "capture": "gazette.txt",
      "sha256": "0a5928836224c9c8062969f029123812e73fbfbe687980cd2aae53734151322b",
      "original": "gazette.html",
      "original_sha256": "0a5928836224c9c8062969f029123812e73fbfbe687980cd2aae53734151322b",
      "recaptures": [
        {
          "capture": "gazette-2.txt",
          "sha256": "0a5928836224c9c8062969f029123812e73fbfbe687980cd2aae53734151322b",
          "original": "gazette-2.html",
          "original_sha256": "0a5928836224c9c8062969f029123812e73fbfbe687980cd2aae53734151322b",
          "retrieved": "2024-11-01"
        },
        {
          "capture": "gazette-3.txt",
          "sha256": "0a5928836224c9c8062969f029123812e73fbfbe687980cd2aae53734151322b",
          "original": null,
          "original_sha256": null,
          "retrieved": null
        }
      ],
      "note": "Second printing.",
      "archived": [
        {
          "url": "https://example.org/archive/1",
          "at": "2024-10-31"
        },
        {
          "url": "https://example.org/archive/2",
          "at": null
        }
      ],
      "unknown": {
        "x-colour": "2024-10-01"
      }
    },
    "capture_bytes": 19,
    "capture_sound": true,
    "stances": [
      {
        "id": "dam/built/2024-10-borland",
        "claim": "dam/built",
        "holder": "borland",
        "position": "partial",
        "held": "2024-10",
        "until": "2024-10-30",
        "through": "2024-10-29",
        "searched": [
          "gazette",
          "briefings"
        ],
        "mode": "attributed",
        "speaker": "borland/orla-finch",
        "via": [
          "The Borland Post",
          "radio"
        ],
        "summary": "Half of it stands.",
        "quote": "Half of it stands",
        "quote_lang": "en-GB",
        "translation": "La moitié",
        "source": "2031/gazette",
        "locator": "para 1",
        "unverified": true,
        "credibility": 2,
        "likelihood": "likely",
        "rating": "Half done",
        "review_by": "2031-06",
        "condition": "If the second bank lends.",
        "repeats": "2024-09-borland",
        "first_recorded": "2024-10-29",
        "corrects": "2024-09-borland",
        "retracts": null,
        "reason": "The wall alone was counted.",
        "note": "See the map.",
        "evidence": [],
        "formerly": [],
        "unknown": {
          "x-colour": [
            "red",
            1
          ]
        }
      }
    ],
    "quotes": {
      "dam/built/2024-10-borland": {
        "level": "verbatim",
        "drifted": false,
        "capture": 0,
        "begin": 0,
        "end": 17,
        "line": 1,
        "paragraph": 1
      }
    },
    "since": null
  }

The source, carried to another store:

  $ aver export jsonl | grep -e '"kind":"source"' -e gazette.txt > ../gazette.jsonl
  $ aver init ../copy >/dev/null && cd ../copy
  $ aver import jsonl ../gazette.jsonl
  warning: ../gazette.jsonl:1:1075: the key "x-colour" is not known; it is kept as it is [key/unknown]
  warning: ../gazette.jsonl:1:1: the key "x-colour" is not known; it is kept as it is [key/unknown]
  imported 1 source, 1 other file from ../gazette.jsonl
    1bd5d7f on main; undo: aver undo 1bd5d7f
  $ aver show 2031/gazette | grep with
    captured with   aver 0.1.0, pdftotext 22.12
