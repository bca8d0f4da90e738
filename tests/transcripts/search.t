# Search: records by their words

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver actor add uw/brindle "Albert Brindle" --kind person --note "Secretary of State until 2025" >/dev/null
  $ aver add dorn/calda-restrains-dorn "Calda acts to restrain North Dorna" --tag troops >/dev/null
  $ aver add dorn/troops-in-kelmo "North Dornan troops fight in Kelmo" >/dev/null
  $ aver record calda-restrains-dorn calda silent --held 2024-10-31 --searched mfac.gov.cal --note "Nothing on the troops" >/dev/null
  $ aver record troops-in-kelmo uw/brindle affirm --held 2024-10-31 --summary "Eight thousand troops are in Kelmo" --quote "We assess that there are now some 8,000 North Dornan troops in the Kelmo region" >/dev/null 2>&1
  $ printf 'Ministers met in Züvich.\n\nThe troops were spoken of, and the border.\n' > page.txt
  $ aver source add 2024/ministers "Ministers on the troops" --capture page.txt >/dev/null

The best hits first: a word in a claim's own text or in a title weighs more. What was found stands
between marks, or in bold on a terminal.

  $ aver search troops
  2024/ministers  source
    Ministers on the >troops<
  
  dorn/troops-in-kelmo  claim
    North Dornan >troops< fight in Kelmo
  
  dorn/calda-restrains-dorn  claim
    Calda acts to restrain North Dorna
    >troops<
  
  dorn/calda-restrains-dorn/2024-10-31-calda  stance
    Nothing on the >troops< mfac.gov.cal
  
  dorn/troops-in-kelmo/2024-10-31-uw-brindle  stance
    Eight thousand >troops< are in Kelmo We assess that there are now some 8,000
    North Dornan >troops< in the Kelmo region
  
  2024/ministers  saved text
    Ministers met in Züvich. The >troops< were spoken of, and the border.
  
  6 hits
  $ aver search troops --color always | head -2 | cat -v
  ^[[1;36m2024/ministers^[[0m  ^[[2msource^[[0m
    Ministers on the ^[[1mtroops^[[0m

All words must be there; case and accents do not matter. Quotes make a phrase, which the shell must leave alone.

  $ aver search TROOPS kelmo --holder brindle
  dorn/troops-in-kelmo/2024-10-31-uw-brindle  stance
    Eight thousand >troops< are in >Kelmo< We assess that there are now some 8,000
    North Dornan >troops< in the >Kelmo< region
  
  1 hit
  $ aver search zuvich
  2024/ministers  saved text
    Ministers met in >Züvich<. The troops were spoken of, and the border.
  
  1 hit
  $ aver search '"north dornan troops"' --topic dorn
  dorn/troops-in-kelmo  claim
    >North Dornan troops< fight in Kelmo
  
  dorn/troops-in-kelmo/2024-10-31-uw-brindle  stance
    Eight thousand troops are in Kelmo We assess that there are now some 8,000
    >North Dornan troops< in the Kelmo region
  
  2 hits
  $ aver search "dornan north"
  Nothing has these words.
  $ aver search '"troops north"'
  Nothing has these words.

Nothing else has a meaning: no operator of any database.

  $ aver search 'troops OR nothing'
  Nothing has these words.
  $ aver search 'tro* NEAR(a b) -x ^:{}()'
  Nothing has these words.
  $ aver search "troops' --"
  2024/ministers  source
    Ministers on the >troops<
  
  dorn/troops-in-kelmo  claim
    North Dornan >troops< fight in Kelmo
  
  dorn/calda-restrains-dorn  claim
    Calda acts to restrain North Dorna
    >troops<
  
  dorn/calda-restrains-dorn/2024-10-31-calda  stance
    Nothing on the >troops< mfac.gov.cal
  
  dorn/troops-in-kelmo/2024-10-31-uw-brindle  stance
    Eight thousand >troops< are in Kelmo We assess that there are now some 8,000
    North Dornan >troops< in the Kelmo region
  
  2024/ministers  saved text
    Ministers met in Züvich. The >troops< were spoken of, and the border.
  
  6 hits

Page by page, for programs, and as it was.

  $ aver search troops --limit 2
  2024/ministers  source
    Ministers on the >troops<
  
  dorn/troops-in-kelmo  claim
    North Dornan >troops< fight in Kelmo
  
  1 to 2 of 6 hits
  more: aver search troops --limit 2 --offset 2
  $ aver search troops --limit 2 --offset 4
  dorn/troops-in-kelmo/2024-10-31-uw-brindle  stance
    Eight thousand >troops< are in Kelmo We assess that there are now some 8,000
    North Dornan >troops< in the Kelmo region
  
  2024/ministers  saved text
    Ministers met in Züvich. The >troops< were spoken of, and the border.
  
  5 to 6 of 6 hits
  $ aver search troops --limit 2 --offset 90
  There are no more than 6 hits.
  $ aver search kelmo --json
  {
    "schema": "aver.search/1",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "d7a231372bc7d680d01b5f6fff942f965db03d17",
    "total": 2,
    "offset": 0,
    "hits": [
      {
        "kind": "claim",
        "id": "dorn/troops-in-kelmo",
        "path": "claims/dorn/troops-in-kelmo/claim.toml",
        "capture": false,
        "title": {
          "text": "North Dornan troops fight in Kelmo",
          "found": [
            "Kelmo"
          ]
        },
        "passage": null
      },
      {
        "kind": "stance",
        "id": "dorn/troops-in-kelmo/2024-10-31-uw-brindle",
        "path": "claims/dorn/troops-in-kelmo/2024-10-31-uw-brindle.toml",
        "capture": false,
        "title": null,
        "passage": {
          "text": "Eight thousand troops are in Kelmo We assess that there are now some 8,000 North Dornan troops in the Kelmo region",
          "found": [
            "Kelmo",
            "Kelmo"
          ]
        }
      }
    ]
  }
  $ aver search troops --format csv --limit 2
  kind,id,path,title,passage
  source,2024/ministers,sources/2024/ministers.toml,Ministers on the troops,
  claim,dorn/troops-in-kelmo,claims/dorn/troops-in-kelmo/claim.toml,North Dornan troops fight in Kelmo,
  $ aver search troops --known-at HEAD~3
  held on 2024-11-01 (today), as known at HEAD~3 (ef05f98 of 2024-11-01 09:00)
  
  dorn/troops-in-kelmo  claim
    North Dornan >troops< fight in Kelmo
  
  dorn/calda-restrains-dorn  claim
    Calda acts to restrain North Dorna
    >troops<
  
  2 hits

A long text that has a word very often is shown where most of the words stand.

  $ python3 -c 'print("a b " * 300000 + "one zebra here " + "a b " * 300000)' >often.txt; aver source add often "Often" --capture often.txt >/dev/null
  $ aver search a zebra | cut -c1-60
  often  saved text
    …>a< b >a< b >a< b >a< b >a< b >a< b >a< b >a< b >a< b >
    >zebra<…
  
  1 hit
  $ aver search b | cut -c1-60
  often  saved text
    a >b< a >b< a >b< a >b< a >b< a >b< a >b< a >b< a >b< a >b
  
  1 hit

What is wrong is said.

  $ aver search 'troops "north dorna'
  error: the quote that begins here is not closed
    troops "north dorna
           ^
  hint: put another " behind the last of the exact words
  [2]
  $ aver search '  '
  error: there is no word to look for
  hint: aver search WORDS
  [2]
  $ aver search troops --limit 0
  error: --limit takes a number from 1 on
  [2]
  $ aver search troops --topic nowhere
  error: there is no claim "nowhere"
  hint: aver list
  [4]
