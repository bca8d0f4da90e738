# Search: records by their words

  $ aver init facts >/dev/null && cd facts
  $ aver actor add china China --kind state >/dev/null
  $ aver actor add us/blinken "Antony Blinken" --kind person --note "Secretary of State until 2025" >/dev/null
  $ aver add dprk/china-restrains-dprk "China acts to restrain North Korea" --tag troops >/dev/null
  $ aver add dprk/troops-in-kursk "North Korean troops fight in Kursk" >/dev/null
  $ aver record china-restrains-dprk china silent --held 2024-10-31 --searched fmprc.gov.cn --note "Nothing on the troops" >/dev/null
  $ aver record troops-in-kursk us/blinken affirm --held 2024-10-31 --summary "Eight thousand troops are in Kursk" --quote "We assess that there are now some 8,000 North Korean troops in the Kursk region" >/dev/null 2>&1
  $ printf 'Ministers met in Zürich.\n\nThe troops were spoken of, and the border.\n' > page.txt
  $ aver source add 2024/ministers "Ministers on the troops" --capture page.txt >/dev/null

The best hits first: a word in a claim's own text or in a title weighs more. What was found stands
between marks, or in bold on a terminal.

  $ aver search troops
  2024/ministers  source
    Ministers on the >troops<
  
  dprk/troops-in-kursk  claim
    North Korean >troops< fight in Kursk
  
  dprk/china-restrains-dprk  claim
    China acts to restrain North Korea
    >troops<
  
  dprk/china-restrains-dprk/2024-10-31-china  stance
    Nothing on the >troops< fmprc.gov.cn
  
  dprk/troops-in-kursk/2024-10-31-us-blinken  stance
    Eight thousand >troops< are in Kursk We assess that there are now some 8,000
    North Korean >troops< in the Kursk region
  
  2024/ministers  saved text
    Ministers met in Zürich. The >troops< were spoken of, and the border.
  
  6 hits
  $ aver search troops --color always | head -2 | cat -v
  ^[[1;36m2024/ministers^[[0m  ^[[2msource^[[0m
    Ministers on the ^[[1mtroops^[[0m

All words must be there; case and accents do not matter. Quotes make a phrase, which the shell must leave alone.

  $ aver search TROOPS kursk --holder blinken
  dprk/troops-in-kursk/2024-10-31-us-blinken  stance
    Eight thousand >troops< are in >Kursk< We assess that there are now some 8,000
    North Korean >troops< in the >Kursk< region
  
  1 hit
  $ aver search zurich
  2024/ministers  saved text
    Ministers met in >Zürich<. The troops were spoken of, and the border.
  
  1 hit
  $ aver search '"north korean troops"' --topic dprk
  dprk/troops-in-kursk  claim
    >North Korean troops< fight in Kursk
  
  dprk/troops-in-kursk/2024-10-31-us-blinken  stance
    Eight thousand troops are in Kursk We assess that there are now some 8,000
    >North Korean troops< in the Kursk region
  
  2 hits
  $ aver search "korean north"
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
  
  dprk/troops-in-kursk  claim
    North Korean >troops< fight in Kursk
  
  dprk/china-restrains-dprk  claim
    China acts to restrain North Korea
    >troops<
  
  dprk/china-restrains-dprk/2024-10-31-china  stance
    Nothing on the >troops< fmprc.gov.cn
  
  dprk/troops-in-kursk/2024-10-31-us-blinken  stance
    Eight thousand >troops< are in Kursk We assess that there are now some 8,000
    North Korean >troops< in the Kursk region
  
  2024/ministers  saved text
    Ministers met in Zürich. The >troops< were spoken of, and the border.
  
  6 hits

Page by page, for programs, and as it was.

  $ aver search troops --limit 2
  2024/ministers  source
    Ministers on the >troops<
  
  dprk/troops-in-kursk  claim
    North Korean >troops< fight in Kursk
  
  1 to 2 of 6 hits
  more: aver search troops --limit 2 --offset 2
  $ aver search troops --limit 2 --offset 4
  dprk/troops-in-kursk/2024-10-31-us-blinken  stance
    Eight thousand >troops< are in Kursk We assess that there are now some 8,000
    North Korean >troops< in the Kursk region
  
  2024/ministers  saved text
    Ministers met in Zürich. The >troops< were spoken of, and the border.
  
  5 to 6 of 6 hits
  $ aver search troops --limit 2 --offset 90
  There are no more than 6 hits.
  $ aver search kursk --json
  {
    "schema": "aver.search/1",
    "on": "2024-11-01",
    "known_at": null,
    "revision": "e00cb58491952bb2c5f42ab7ab7f4ea0bf6237c3",
    "total": 2,
    "offset": 0,
    "hits": [
      {
        "kind": "claim",
        "id": "dprk/troops-in-kursk",
        "path": "claims/dprk/troops-in-kursk/claim.toml",
        "capture": false,
        "title": {
          "text": "North Korean troops fight in Kursk",
          "found": [
            "Kursk"
          ]
        },
        "passage": null
      },
      {
        "kind": "stance",
        "id": "dprk/troops-in-kursk/2024-10-31-us-blinken",
        "path": "claims/dprk/troops-in-kursk/2024-10-31-us-blinken.toml",
        "capture": false,
        "title": null,
        "passage": {
          "text": "Eight thousand troops are in Kursk We assess that there are now some 8,000 North Korean troops in the Kursk region",
          "found": [
            "Kursk",
            "Kursk"
          ]
        }
      }
    ]
  }
  $ aver search troops --format csv --limit 2
  kind,id,path,title,passage
  source,2024/ministers,sources/2024/ministers.toml,Ministers on the troops,
  claim,dprk/troops-in-kursk,claims/dprk/troops-in-kursk/claim.toml,North Korean troops fight in Kursk,
  $ aver search troops --known-at HEAD~3
  held on 2024-11-01 (today), as known at HEAD~3 (07b34ab of 2024-11-01 09:00)
  
  dprk/troops-in-kursk  claim
    North Korean >troops< fight in Kursk
  
  dprk/china-restrains-dprk  claim
    China acts to restrain North Korea
    >troops<
  
  2 hits

What is wrong is said.

  $ aver search 'troops "north korea'
  error: the quote that begins here is not closed
    troops "north korea
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
