# What we believed about a day

  $ aver init facts >/dev/null && cd facts
  $ for who in calda borland; do aver actor add $who "The state of $who" --kind state >/dev/null; done
  $ aver add dorn/restrain "Calda acts to restrain North Dorna" --kind policy >/dev/null
  $ aver record restrain calda silent --held 2024-10-31 --searched briefings >/dev/null

A wire changes what we have about that day, the wire turns out to be wrong, and the end of it is learned
later.

  $ at 2024-11-03
  $ aver record restrain calda affirm --held 2024-11-01 --quote "We will act" --source 2024/wire --create >/dev/null
  $ at 2024-11-05
  $ aver correct restrain/2024-11-01-calda deny --reason "the wire left out the \"not\"" >/dev/null
  $ aver record restrain calda not-acted --held 2024-11-01 --searched border >/dev/null
  $ at 2024-11-07
  $ aver record restrain borland affirm --held 2024-10 --summary "Calls it a duty" >/dev/null
  $ aver record restrain borland deny --held 2024-10-15 >/dev/null
  $ at 2024-11-09
  $ aver end restrain/2024-11-01-calda-2 2024-11-04 >/dev/null
  $ aver retract 2024-10-15-borland --reason "it was another ministry" >/dev/null
  $ aver history restrain --on 2024-11-02 --as-known
  what was believed about 2024-11-02, up to HEAD (7bfa0a3)
  
  dorn/restrain
  Calda acts to restrain North Dorna
  
  borland
    2024-11-07  affirm            since 2024-10
                learned · 4e29348 Ada Fields
                Calls it a duty
                2024-10-borland
    2024-11-07  deny or affirm ~  since 2024-10
                learned · 91349c5 Ada Fields
                Calls it a duty
                affirm · 2024-10-borland
                deny · 2024-10-15-borland
    2024-11-09  affirm            since 2024-10
                retracted: it was another ministry · 7bfa0a3 Ada Fields
                Calls it a duty
                2024-10-borland
  
  calda  stance
    2024-11-01  silent  since 2024-10-31
                learned · 50f9d26 Ada Fields
                searched briefings · 2024-10-31-calda
    2024-11-03  affirm  since 2024-11-01
                learned · 72b67f2 Ada Fields
                "We will act"
                2024/wire · 2024-11-01-calda
    2024-11-05  deny    since 2024-11-01
                corrected: the wire left out the "not" · 81f09a6 Ada Fields
                "We will act"
                2024/wire · 2024-11-01-calda-2
  
  calda  progress
    2024-11-05  not-acted  since 2024-11-01
                learned · 7583e9a Ada Fields
                searched border · 2024-11-01-calda-3
  $ aver history restrain --on 2024-11-06 --holder calda --as-known
  what was believed about 2024-11-06, up to HEAD (7bfa0a3)
  
  dorn/restrain
  Calda acts to restrain North Dorna
  
  calda  stance
    2024-11-01  silent  since 2024-10-31
                learned · 50f9d26 Ada Fields
                searched briefings · 2024-10-31-calda
    2024-11-03  affirm  since 2024-11-01
                learned · 72b67f2 Ada Fields
                "We will act"
                2024/wire · 2024-11-01-calda
    2024-11-05  deny    since 2024-11-01
                corrected: the wire left out the "not" · 81f09a6 Ada Fields
                "We will act"
                2024/wire · 2024-11-01-calda-2
    2024-11-09  silent  since 2024-11-05, resumed
                ended · ddfe117 Ada Fields
                searched briefings · 2024-10-31-calda
  
  calda  progress
    2024-11-05  not-acted  since 2024-11-01
                learned · 7583e9a Ada Fields
                searched border · 2024-11-01-calda-3
  $ COLUMNS=60 aver history restrain --on 2024-11-06 --holder calda --as-known --known-at 2024-11-07
  what was believed about 2024-11-06, up to 2024-11-07 (91349c5)
  
  dorn/restrain
  Calda acts to restrain North Dorna
  
  calda  stance
    2024-11-01  silent  since 2024-10-31
                learned · 50f9d26 Ada Fields
                searched briefings · 2024-10-31-calda
    2024-11-03  affirm  since 2024-11-01
                learned · 72b67f2 Ada Fields
                "We will act"
                2024/wire · 2024-11-01-calda
    2024-11-05  deny    since 2024-11-01
                corrected: the wire left out the "not" ·
                81f09a6 Ada Fields
                "We will act"
                2024/wire · 2024-11-01-calda-2
  
  calda  progress
    2024-11-05  not-acted  since 2024-11-01
                learned · 7583e9a Ada Fields
                searched border · 2024-11-01-calda-3

Each row is what show says from that commit on.

  $ aver show restrain --on 2024-11-02 --known-at 2024-11-04 | grep -A2 "calda  "
    calda  affirm  since 2024-11-01
        "We will act"
        2024/wire · unchecked: no saved text · 2024-11-01-calda
  $ aver show restrain --on 2024-11-02 --known-at 2024-11-08 | grep borland
    borland  deny or affirm ~  since 2024-10
        2024-10-borland
        2024-10-15-borland

A day before all that is known, a day to come, and today.

  $ aver history restrain --on 2020-01-01 --as-known
  what was believed about 2020-01-01, up to HEAD (7bfa0a3)
  
  dorn/restrain
  Calda acts to restrain North Dorna
  
  There never was a record about 2020-01-01.
  $ aver history restrain --on 2030-01-01 --holder borland --as-known --format csv | cut -d, -f1-9
  claim,holder,scale,known_on,certain,position,since_earliest,since_latest,record
  dorn/restrain,borland,stance,2024-11-07,yes,affirm,2024-10-01,2024-10-31,learned
  dorn/restrain,borland,stance,2024-11-07,no,affirm|deny,2024-10-01,2024-10-31,learned
  dorn/restrain,borland,stance,2024-11-09,yes,affirm,2024-10-01,2024-10-31,retracted
  $ aver history restrain --holder borland --as-known | head -1
  what was believed about 2024-11-09 (today), up to HEAD (7bfa0a3)

A holder is asked about alone, also under a name that it got later, and with the claims that no
record of its own is left on.

  $ aver add dorn/troops "North Dornan troops fight in Rastia" --kind fact >/dev/null
  $ aver record troops calda deny --held 2024-11-01 --summary "Calls it fake" >/dev/null
  $ at 2024-11-10
  $ aver rm troops/2024-11-01-calda >/dev/null
  $ aver mv actors/calda republic >/dev/null
  $ aver mv dorn/restrain dorn/act >/dev/null
  $ aver history republic --on 2024-11-02 --as-known
  what was believed about 2024-11-02, up to HEAD (16f97cc)
  
  republic
  The state of calda
  
  dorn/act  stance
    Calda acts to restrain North Dorna
    2024-11-01  silent  since 2024-10-31
                learned · 50f9d26 Ada Fields
                searched briefings · 2024-10-31-calda
    2024-11-03  affirm  since 2024-11-01
                learned · 72b67f2 Ada Fields
                "We will act"
                2024/wire · 2024-11-01-calda
    2024-11-05  deny    since 2024-11-01
                corrected: the wire left out the "not" · 81f09a6 Ada Fields
                "We will act"
                2024/wire · 2024-11-01-calda-2
  
  dorn/act  progress
    2024-11-05  not-acted  since 2024-11-01
                learned · 7583e9a Ada Fields
                searched border · 2024-11-01-calda-3
  
  dorn/troops
    North Dornan troops fight in Rastia
    2024-11-09  deny       since 2024-11-01
                learned · c81fad8 Ada Fields
                Calls it fake
                2024-11-01-calda
    2024-11-10  no record
                removed · 660a1f0 Ada Fields
  $ aver history dorn/restrain --on 2024-11-02 --holder calda --as-known --format jsonl
  {"claim":"dorn/act","holder":"republic","scale":"stance","known_on":"2024-11-01","certain":true,"position":"silent","since_earliest":"2024-10-31","since_latest":"2024-10-31","record":"learned","reason":null,"commit":"50f9d26f8650d534305d86297f0d12b065f08e71","author":"Ada Fields","email":"ada@example.org","known_commit":"50f9d26f8650d534305d86297f0d12b065f08e71","known_author":"Ada Fields","due_to":"dorn/act/2024-10-31-calda","quote":null,"summary":null,"source":null,"locator":null,"speaker":null,"via":null,"mode":null,"stance":"dorn/act/2024-10-31-calda","evidence":null,"translation":null,"condition":null,"until":null,"through":"2024-10-31","quote_lang":null,"rating":null,"credibility":null,"likelihood":null,"searched":"briefings","unverified":null,"review_by":null,"corrects":null,"note":null,"first_recorded":null}
  {"claim":"dorn/act","holder":"republic","scale":"stance","known_on":"2024-11-03","certain":true,"position":"affirm","since_earliest":"2024-11-01","since_latest":"2024-11-01","record":"learned","reason":null,"commit":"72b67f29f0fe93a3701442187444bf3656ff0436","author":"Ada Fields","email":"ada@example.org","known_commit":"72b67f29f0fe93a3701442187444bf3656ff0436","known_author":"Ada Fields","due_to":"dorn/act/2024-11-01-calda","quote":"We will act","summary":null,"source":"2024/wire","locator":null,"speaker":null,"via":null,"mode":"direct","stance":"dorn/act/2024-11-01-calda","evidence":null,"translation":null,"condition":null,"until":null,"through":null,"quote_lang":null,"rating":null,"credibility":null,"likelihood":null,"searched":null,"unverified":null,"review_by":null,"corrects":null,"note":null,"first_recorded":null}
  {"claim":"dorn/act","holder":"republic","scale":"stance","known_on":"2024-11-05","certain":true,"position":"deny","since_earliest":"2024-11-01","since_latest":"2024-11-01","record":"corrected","reason":"the wire left out the \"not\"","commit":"81f09a6f4d6cf4a3693c46c67d83c823676c6392","author":"Ada Fields","email":"ada@example.org","known_commit":"81f09a6f4d6cf4a3693c46c67d83c823676c6392","known_author":"Ada Fields","due_to":"dorn/act/2024-11-01-calda-2","quote":"We will act","summary":null,"source":"2024/wire","locator":null,"speaker":null,"via":null,"mode":"direct","stance":"dorn/act/2024-11-01-calda-2","evidence":null,"translation":null,"condition":null,"until":null,"through":null,"quote_lang":null,"rating":null,"credibility":null,"likelihood":null,"searched":null,"unverified":null,"review_by":null,"corrects":"2024-11-01-calda","note":null,"first_recorded":null}
  {"claim":"dorn/act","holder":"republic","scale":"progress","known_on":"2024-11-05","certain":true,"position":"not-acted","since_earliest":"2024-11-01","since_latest":"2024-11-01","record":"learned","reason":null,"commit":"7583e9a6a2f5ffcb85e15fe34dee940592ebc513","author":"Ada Fields","email":"ada@example.org","known_commit":"7583e9a6a2f5ffcb85e15fe34dee940592ebc513","known_author":"Ada Fields","due_to":"dorn/act/2024-11-01-calda-3","quote":null,"summary":null,"source":null,"locator":null,"speaker":null,"via":null,"mode":null,"stance":"dorn/act/2024-11-01-calda-3","evidence":null,"translation":null,"condition":null,"until":null,"through":"2024-11-01","quote_lang":null,"rating":null,"credibility":null,"likelihood":null,"searched":"border","unverified":null,"review_by":null,"corrects":null,"note":null,"first_recorded":null}

What a merge brings in is known from the merge's day on. It is told with who recorded it, and who merged
it.

  $ git switch -q -c side
  $ at 2024-11-11
  $ GIT_AUTHOR_NAME="Ben Ray" aver record act republic affirm --held 2024-11-02 --summary "He said yes" >/dev/null
  $ git switch -q main
  $ at 2024-11-14
  $ aver actor add rastia Rastia --kind state >/dev/null
  $ GIT_AUTHOR_NAME="Cy Dow" aver merge side >/dev/null 2>&1
  $ aver history act --on 2024-11-03 --holder republic --as-known | grep -A4 2024-11-14
    2024-11-14  affirm  since 2024-11-02
                learned · 9e1d4a0 Ben Ray on 2024-11-11, merged in 3ec5916 by Cy
                Dow
                He said yes
                2024-11-02-republic
  $ aver history act --on 2024-11-03 --holder republic --as-known --json | grep -B16 -A6 '"merged": true'
            }
          },
          {
            "known_on": "2024-11-14",
            "known": {
              "commit": "3ec5916c3f75668b500ece2722c59d84d8065f04",
              "author": "Cy Dow",
              "email": "ada@example.org",
              "time": 1731574803
            },
            "recorded": {
              "commit": "9e1d4a0e46fdcf20c7b9915b0ec65b336e559fc5",
              "author": "Ben Ray",
              "email": "ada@example.org",
              "time": 1731315602
            },
            "merged": true,
            "record": "learned",
            "reason": null,
            "due_to": [
              "dorn/act/2024-11-02-republic"
            ],
            "position": {

As rows.

  $ aver history act --on 2024-11-02 --holder borland --as-known --format markdown
  | claim | holder | scale | known\_on | certain | position | since\_earliest | since\_latest | record | reason | commit | author | email | known\_commit | known\_author | due\_to | quote | summary | source | locator | speaker | via | mode | stance | evidence | translation | condition |
  |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
  | dorn/act | borland | stance | 2024-11-07 | yes | affirm | 2024-10-01 | 2024-10-31 | learned |  | 4e29348583902ab93ddea287d8d3079cafb5ad2d | Ada Fields | ada@example.org | 4e29348583902ab93ddea287d8d3079cafb5ad2d | Ada Fields | dorn/act/2024-10-borland |  | Calls it a duty |  |  |  |  |  | dorn/act/2024-10-borland |  |  |  |
  | dorn/act | borland | stance | 2024-11-07 | no | affirm\|deny | 2024-10-01 | 2024-10-31 | learned |  | 91349c5bae273e07c82abd287246e27f8913e931 | Ada Fields | ada@example.org | 91349c5bae273e07c82abd287246e27f8913e931 | Ada Fields | dorn/act/2024-10-15-borland |  |  |  |  |  |  |  | dorn/act/2024-10-borland; dorn/act/2024-10-15-borland |  |  |  |
  | dorn/act | borland | stance | 2024-11-09 | yes | affirm | 2024-10-01 | 2024-10-31 | retracted | it was another ministry | 7bfa0a3419eedad7b7e9316f1191a0164e655135 | Ada Fields | ada@example.org | 7bfa0a3419eedad7b7e9316f1191a0164e655135 | Ada Fields | dorn/act/2024-10-15-borland-2 |  | Calls it a duty |  |  |  |  |  | dorn/act/2024-10-borland |  |  |  |

A query is asked of one revision, a series of one day, and a source holds nothing.

  $ aver history kind:policy --on 2024-11-02 --as-known
  error: --as-known takes a claim or a holder, and no query: a query is asked of one revision
  hint: aver history CLAIM --holder HOLDER --on DAY --as-known
  [2]
  $ aver history act position:deny --on 2024-11-02 --as-known
  error: --as-known takes a claim or a holder, and no query: a query is asked of one revision
  hint: aver history CLAIM --holder HOLDER --on DAY --as-known
  [2]
  $ aver history act --on 2024-11 --as-known
  error: --on takes one day, not "2024-11"
  hint: --on 2024-11-30
  [2]
  $ aver history 2024/wire --on 2024-11-02 --as-known
  error: a source has no history of positions
  hint: aver log 2024/wire
  [2]
  $ aver history dorn/rain --on 2024-11-02 --as-known
  error: there is no record "dorn/rain"; did you mean dorn/act?
  hint: aver history dorn/act --on 2024-11-02 --as-known
  [4]
  $ aver history act --on 2024-11-02 --as-known --known-at 2020-01-01
  nothing was known on 2020-01-01: that is before the first record
  $ aver history troops --on 2024-11-02 --as-known --known-at 2024-11-08
  error: there is no record "troops"
  hint: aver list
  [4]
  $ aver history act --on 2024-11-02 --as-known --without source:2024/wire
  error: --as-known tells what was recorded when, and takes no --without
  hint: aver history CLAIM --without QUERY
  [2]
