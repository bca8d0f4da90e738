# Looked again, and nothing has changed: checks

  $ aver init facts >/dev/null && cd facts
  $ aver add x "X is so" >/dev/null
  $ aver add y "Y is so" >/dev/null
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver actor add finch "Ana Finch" >/dev/null
  $ printf 'Calda has not yet said a word.\n' >page.txt
  $ aver source add 2024/page "A page" --published 2024-10-31 --capture page.txt >/dev/null
  $ aver record x calda silent --source 2024/page --quote "Calda has not yet said a word" --via finch | head -1
  held 2024-10-31, when 2024/page was published (another day: --held)

It is due. Nobody has looked yet, and nothing is copied: a look says where.

  $ aver due
  Nothing is due.
  $ aver again x calda
  error: say where somebody looked this time
  hint: aver again x calda --searched "WHERE"
  [2]
  $ aver again x calda --same-places
  error: 2024-10-31-calda does not say where somebody looked
  hint: aver again x calda --searched "WHERE"
  [2]
  $ aver again x calda --searched "ministry briefings" --searched "state media" --held 2024-11-01 -m "Looked again"
  looked again: calda still silent on x, 2024-11-01, searched ministry briefings,
    state media; repeats 2024-10-31-calda
    6318823 on main; undo: aver undo 6318823
  $ cat claims/x/2024-11-01-calda.toml
  holder = "calda"
  position = "silent"
  held = 2024-11-01
  through = 2024-11-01
  searched = [
    "ministry briefings",
    "state media",
  ]
  repeats = "2024-10-31-calda"
  $ aver show x --on 2024-11-20
  held on 2024-11-20, as known at HEAD (6318823 of 2024-11-01 09:00)
  
  x
  X is so
  
    calda  silent  since 2024-10-31, last checked 2024-11-01
        "Calda has not yet said a word"
        via finch · 2024/page, para 1 · verbatim · 2024-10-31-calda
  $ aver show x/2024-10-31-calda --on 2024-11-20
  held on 2024-11-20, as known at HEAD (6318823 of 2024-11-01 09:00)
  
  x/2024-10-31-calda
  X is so
  
    calda  silent  held 2024-10-31, looked again until 2024-11-01
  
    checked through  2024-10-31
    mode             attributed
    via              finch
    quote            "Calda has not yet said a word"
    stands           verbatim
    source           2024/page: A page
    locator          para 1
  $ aver again x/2024-11-01-calda --held 2024-11-02 --searched "state media"
  warning: held 2024-11-02 is in the future [held/future]
  looked again: calda still silent on x, 2024-11-02, searched state media; repeats
    2024-10-31-calda
    3670a9f on main; undo: aver undo 3670a9f
  $ aver history x --on 2024-11-20
  held on 2024-11-20, as known at HEAD (3670a9f of 2024-11-01 09:00)
  
  x
  X is so
  
  calda
    2024-10-31  silent  first  via finch · 2024/page, para 1
                "Calda has not yet said a word"
    last checked on 2024-11-02
  $ aver diff
  x
    X is so
    also recorded, about other days
    calda  silent (2024-11-02)  checked
  $ aver diff --stat
  1 claim: 1 also recorded
  $ aver due --on 2024-11-20
  held on 2024-11-20, as known at HEAD (3670a9f of 2024-11-01 09:00)
  
  Nothing is due.

A look by "record" is a check, too, where it says no more than that; with a quote it is a record of its own.

  $ aver record x calda silent --held 2024-11-05 --searched "ministry briefings"
  warning: held 2024-11-05 is in the future [held/future]
  a check of 2024-10-31-calda: nothing was found before either (a record of its
    own: --restate)
  looked again: calda still silent on x, 2024-11-05, searched ministry briefings;
    repeats 2024-10-31-calda
    425627f on main; undo: aver undo 425627f
  $ aver record x calda silent --held 2024-11-06 --searched "ministry briefings" --restate
  warning: held 2024-11-06 is in the future [held/future]
  recorded calda silent on x, held 2024-11-06: restated, was silent since
    2024-10-31
    a877d59 on main; undo: aver undo a877d59
  $ aver list x
  x
    X is so
    calda silent
  
  1 claim
  $ aver history x --on 2024-11-20
  held on 2024-11-20, as known at HEAD (a877d59 of 2024-11-01 09:00)
  
  x
  X is so
  
           2024-10-31                                                   2024-11-20
    calda  │silent──────────────··················································
           ··· not checked since
  
  calda
    2024-10-31  silent  first     via finch · 2024/page, para 1
                "Calda has not yet said a word"
    2024-11-06  silent  restated  searched ministry briefings
    last checked on 2024-11-06

A position found later is told beside the look; a look moves nothing.

  $ aver record x calda deny --held 2024-11-04 | head -1
  warning: held 2024-11-04 is in the future [held/future]
  recorded calda deny on x, held 2024-11-04: shift, was silent since 2024-10-31 (1
  $ aver show x --on 2024-11-05
  held on 2024-11-05, as known at HEAD (1a913c5 of 2024-11-01 09:00)
  
  x
  X is so
  
    calda  deny  since 2024-11-04
        2024-11-04-calda
  $ aver check
  claims/x/2024-11-02-calda.toml:3:8: warning: held 2024-11-02 is in the future [held/future]
  claims/x/2024-11-04-calda.toml:3:8: warning: held 2024-11-04 is in the future [held/future]
  claims/x/2024-11-05-calda.toml: warning: it found "silent" on 2024-11-05, and 2024-11-04-calda says "deny" since 2024-11-04 [absence/overtaken]
  claims/x/2024-11-05-calda.toml:3:8: warning: held 2024-11-05 is in the future [held/future]
  claims/x/2024-11-06-calda.toml:3:8: warning: held 2024-11-06 is in the future [held/future]
  
  checked 11 records: 0 errors, 5 warnings
  $ aver again x calda --held 2024-11-05
  error: say where somebody looked this time
  hint: aver again x calda --searched "WHERE"
  [2]
  $ aver again x/2024-10-31-calda --held 2024-11-05 --searched "state media"
  error: 2024-10-31-calda is not surely in force on 2024-11-05: a look cannot find it unchanged
  hint: aver show x --on 2024-11-05
  [2]

What was corrected or retracted takes its looks along.

  $ aver correct x/2024-11-06-calda --note "Twice" --reason "A slip" | head -1
  warning: held 2024-11-06 is in the future [held/future]
  recorded calda silent on x, held 2024-11-06: corrects 2024-11-06-calda
  $ aver again x/2024-11-06-calda --searched "state media"
  error: 2024-11-06-calda is set aside: corrected by 2024-11-06-calda-2
  hint: aver again x/2024-11-06-calda-2
  [2]
  $ aver correct x/2024-10-31-calda --held 2024-10-30 --reason "The day before"
  looked until 2024-10-30, as it begins there now (another day: --through)
  3 looks speak of the correction now: x/2024-11-01-calda, x/2024-11-02-calda,
    x/2024-11-05-calda
  recorded calda silent on x, held 2024-10-30: corrects 2024-10-31-calda (2 later
    stances stand)
    quote verbatim, para 1 of 2024/page
    9dbb940 on main; undo: aver undo 9dbb940
  $ aver show x --on 2024-11-03
  held on 2024-11-03, as known at HEAD (9dbb940 of 2024-11-01 09:00)
  
  x
  X is so
  
    calda  silent  since 2024-10-30, last checked 2024-11-02
        "Calda has not yet said a word"
        via finch · 2024/page, para 1 · verbatim · 2024-10-30-calda
  $ aver retract x/2024-10-30-calda --reason "It was another ministry"
  3 looks say nothing any more. To retract them:
    aver retract x/2024-11-01-calda --reason "WHY"
    aver retract x/2024-11-02-calda --reason "WHY"
    aver retract x/2024-11-05-calda --reason "WHY"
  nothing stands in its place: 2024-10-31-calda, which it had corrected, stays set
    aside. That comes back, with all it says, by:
    aver correct x/2024-10-30-calda-2 --as x/2024-10-31-calda --reason "WHY"
  retracted x/2024-10-30-calda: It was another ministry
    89219ad on main; undo: aver undo 89219ad
  $ aver check
  claims/x/2024-11-01-calda.toml: warning: it says that 2024-10-31-calda still was so, and that was corrected to something else, by 2024-10-30-calda [repeats/fallen]
    hint: aver retract x/2024-11-01-calda --reason "WHY"
  claims/x/2024-11-02-calda.toml: warning: it says that 2024-10-31-calda still was so, and that was corrected to something else, by 2024-10-30-calda [repeats/fallen]
    hint: aver retract x/2024-11-02-calda --reason "WHY"
  claims/x/2024-11-02-calda.toml:3:8: warning: held 2024-11-02 is in the future [held/future]
  claims/x/2024-11-04-calda.toml:3:8: warning: held 2024-11-04 is in the future [held/future]
  claims/x/2024-11-05-calda.toml: warning: it says that 2024-10-31-calda still was so, and that was corrected to something else, by 2024-10-30-calda [repeats/fallen]
    hint: aver retract x/2024-11-05-calda --reason "WHY"
  claims/x/2024-11-05-calda.toml:3:8: warning: held 2024-11-05 is in the future [held/future]
  claims/x/2024-11-06-calda-2.toml:3:8: warning: held 2024-11-06 is in the future [held/future]
  claims/x/2024-11-06-calda.toml:3:8: warning: held 2024-11-06 is in the future [held/future]
  
  checked 14 records: 0 errors, 8 warnings
  $ aver again x/2024-10-30-calda --searched "state media"
  error: 2024-10-30-calda is set aside: retracted by 2024-10-30-calda-2
  hint: aver show x/2024-10-30-calda-2
  [2]
  $ aver again x/2024-10-30-calda-2 --searched "state media"
  error: 2024-10-30-calda-2 is a retraction: there is nothing to look at
  hint: aver show x/2024-10-30-calda-2
  [2]
  $ aver end x/2024-11-01-calda 2024-11-30
  error: 2024-11-01-calda is no position: it has no end of its own
  hint: aver show x/2024-11-01-calda
  [2]

Refused: what is not so, or not certain.

  $ aver record y calda affirm --held 2024-10-01 --until 2024-10-31 | head -1
  recorded calda affirm on y, held 2024-10-01: the first record of calda here
  $ aver again y calda --searched papers
  error: what calda holds on y on 2024-11-01 has lapsed
  hint: aver history y --holder calda
  [2]
  $ aver again y/2024-10-01-calda --searched papers
  error: 2024-10-01-calda is not surely in force on 2024-11-01: a look cannot find it unchanged
  hint: aver show y --on 2024-11-01
  [2]
  $ aver record y finch deny --held 2024-10-15 | head -1
  recorded finch deny on y, held 2024-10-15: the first record of finch here
  $ aver record y finch affirm --held 2024-10 | head -1
  recorded finch affirm on y, held 2024-10: what is in force is not certain
  $ aver again y finch --searched papers
  error: what finch holds on y on 2024-11-01 is not certain
  hint: aver history y --holder finch
  [2]
  $ aver again actors/finch
  error: "actors/finch" is no claim and no stance
  hint: aver help again
  [2]
  $ aver again y/2024-10-15-finch --same-places
  error: 2024-10-15-finch is not surely in force on 2024-11-01: a look cannot find it unchanged
  hint: aver show y --on 2024-11-01
  [2]
  $ mkdir -p claims/y && printf 'holder = "finch"\nposition = "silent"\nheld = 2024-11-01\nsearched = ["papers"]\nrepeats = "2024-10-15-finch"\n' >claims/y/2024-11-01-finch.toml
  $ aver check
  claims/x/2024-11-01-calda.toml: warning: it says that 2024-10-31-calda still was so, and that was corrected to something else, by 2024-10-30-calda [repeats/fallen]
    hint: aver retract x/2024-11-01-calda --reason "WHY"
  claims/x/2024-11-02-calda.toml: warning: it says that 2024-10-31-calda still was so, and that was corrected to something else, by 2024-10-30-calda [repeats/fallen]
    hint: aver retract x/2024-11-02-calda --reason "WHY"
  claims/x/2024-11-02-calda.toml:3:8: warning: held 2024-11-02 is in the future [held/future]
  claims/x/2024-11-04-calda.toml:3:8: warning: held 2024-11-04 is in the future [held/future]
  claims/x/2024-11-05-calda.toml: warning: it says that 2024-10-31-calda still was so, and that was corrected to something else, by 2024-10-30-calda [repeats/fallen]
    hint: aver retract x/2024-11-05-calda --reason "WHY"
  claims/x/2024-11-05-calda.toml:3:8: warning: held 2024-11-05 is in the future [held/future]
  claims/x/2024-11-06-calda-2.toml:3:8: warning: held 2024-11-06 is in the future [held/future]
  claims/x/2024-11-06-calda.toml:3:8: warning: held 2024-11-06 is in the future [held/future]
  claims/y/2024-10-15-finch.toml: note: "finch" holds "deny" here and "affirm" in 2024-10-finch, perhaps on the same day [position/contradiction]
  claims/y/2024-11-01-finch.toml: error: it says "silent", but the stance it repeats "deny" [repeats/target]
  
  checked 18 records (1 uncommitted): 1 error, 8 warnings, 1 note
  [1]
  $ printf 'holder = "finch"\nposition = "deny"\nheld = 2024-11-01\nsearched = ["papers"]\nrepeats = "nothing"\n' >claims/y/2024-11-01-finch.toml
  $ aver commit -m "A look at nothing" >/dev/null
  error: claims/y/2024-11-01-finch.toml:5:11: there is no stance "nothing" on this claim [repeats/target]
  nothing was committed
  [7]
  $ git add claims && git commit -q --no-verify -m "A look at nothing"
  $ aver again y/2024-11-01-finch --searched papers
  error: y/2024-11-01-finch repeats a stance that is not there
  [4]
  $ aver correct x/2024-11-01-calda --claim y --reason "It was about y"
  error: a look repeats a record of its own claim: retract it, and look again there
  hint: aver retract x/2024-11-01-calda --reason "WHY"
  [2]
  $ aver show x --known-at 2024-10~
  error: --known-at takes no "~": the record is known to the day
  hint: --known-at 2024-10
  [2]

What a query asks of is in force; ever( ) reaches every record, and is:set-aside the rest.

  $ aver list source:2024/page
  No claim fits by what is in force.
  2 records that are set aside fit: aver list "is:set-aside source:2024/page"
  $ aver list "ever(source:2024/page)"
  No claim fits.
  $ aver list source:2024/page is:set-aside
  x
    X is so
    no record
  
  1 claim
  $ aver list "ever(is:set-aside source:2024/page)"
  x
    X is so
    no record
  
  1 claim
  $ aver list position:silent --json | tail -3
    "others_that_fit": 4,
    "set_aside_that_fit": 3
  }

A check by hand that names another holder's record, or says another word, takes no place; nor does a look reach before what it
looks at began.

  $ aver add w "W is so" >/dev/null
  $ aver record w calda affirm --held 2024-05-01 >/dev/null
  $ aver again w calda --held 2024-04-01 --searched "the gazette"
  error: calda has no position on w on 2024-04-01 to repeat
  hint: aver record w calda POSITION
  [4]
  $ printf 'holder = "finch"\nposition = "affirm"\nheld = 2024-06-01\nsearched = ["the wire"]\nrepeats = "2024-05-01-calda"\n' >claims/w/2024-06-01-finch.toml
  $ printf 'holder = "calda"\nposition = "deny"\nheld = 2024-06-02\nsearched = ["the wire"]\nrepeats = "2024-05-01-calda"\n' >claims/w/2024-06-02-calda.toml
  $ printf 'holder = "calda"\nposition = "affirm"\nheld = 2024-06-03\nsearched = ["the wire"]\nrepeats = "2024-06-03-calda"\n' >claims/w/2024-06-03-calda.toml
  $ printf 'holder = "calda"\nposition = "affirm"\nheld = 2024-04-01\nsearched = ["the wire"]\nrepeats = "2024-05-01-calda"\n' >claims/w/2024-04-01-calda.toml
  $ git add -A && git commit -q --no-verify -m "By hand"
  $ aver show w
  w
  W is so
  
    calda  affirm  since 2024-05-01
        2024-05-01-calda
  $ aver check
  claims/w/2024-06-01-finch.toml: error: it is about "finch", but the stance it repeats about "calda" [repeats/target]
  claims/w/2024-06-02-calda.toml: error: it says "deny", but the stance it repeats "affirm" [repeats/target]
  claims/w/2024-06-03-calda.toml:5:11: error: the stance repeats itself [repeats/target]
  claims/x/2024-11-01-calda.toml: warning: it says that 2024-10-31-calda still was so, and that was corrected to something else, by 2024-10-30-calda [repeats/fallen]
    hint: aver retract x/2024-11-01-calda --reason "WHY"
  claims/x/2024-11-02-calda.toml: warning: it says that 2024-10-31-calda still was so, and that was corrected to something else, by 2024-10-30-calda [repeats/fallen]
    hint: aver retract x/2024-11-02-calda --reason "WHY"
  claims/x/2024-11-02-calda.toml:3:8: warning: held 2024-11-02 is in the future [held/future]
  claims/x/2024-11-04-calda.toml:3:8: warning: held 2024-11-04 is in the future [held/future]
  claims/x/2024-11-05-calda.toml: warning: it says that 2024-10-31-calda still was so, and that was corrected to something else, by 2024-10-30-calda [repeats/fallen]
    hint: aver retract x/2024-11-05-calda --reason "WHY"
  claims/x/2024-11-05-calda.toml:3:8: warning: held 2024-11-05 is in the future [held/future]
  claims/x/2024-11-06-calda-2.toml:3:8: warning: held 2024-11-06 is in the future [held/future]
  claims/x/2024-11-06-calda.toml:3:8: warning: held 2024-11-06 is in the future [held/future]
  claims/y/2024-10-15-finch.toml: note: "finch" holds "deny" here and "affirm" in 2024-10-finch, perhaps on the same day [position/contradiction]
  claims/y/2024-11-01-finch.toml: warning: it says that nothing still was so, and that is gone [repeats/fallen]
    hint: aver retract y/2024-11-01-finch --reason "WHY"
  claims/y/2024-11-01-finch.toml:5:11: error: there is no stance "nothing" on this claim [repeats/target]
  
  checked 24 records: 4 errors, 9 warnings, 1 note
  [1]

A word that was renamed is written by its name of now.

  $ sed -i 's/{ word = "affirm", value = 1 }/{ word = "upholds", value = 1, was = ["affirm"] }/' aver.toml && git commit -q -a --no-verify -m "Another word"
  $ aver again w calda --held 2024-07-01 --searched "the gazette"
  looked again: calda still upholds on w, 2024-07-01, searched the gazette;
    repeats 2024-05-01-calda
    4a59ee3 on main; undo: aver undo 4a59ee3
  $ git show HEAD:claims/w/2024-07-01-calda.toml
  holder = "calda"
  position = "upholds"
  held = 2024-07-01
  searched = ["the gazette"]
  repeats = "2024-05-01-calda"

An answer that is empty, as only what is in force was asked, says what it leaves out.

  $ aver record w finch deny --held 2024-05-01 --source 2024/page >/dev/null 2>&1
  $ aver record w finch query --held 2024-06-01 >/dev/null
  $ aver list claim:w source:2024/page
  No claim fits by what is in force.
  1 other record fits: aver list "ever(claim:w source:2024/page)"
  $ aver positions claim:w source:2024/page
  No record of a position.
  1 other record fits: aver list "ever(claim:w source:2024/page)"
  $ aver history claim:w source:2024/page
  claim:w source:2024/page
  
  Nothing fits.
  1 other record fits: aver list "ever(claim:w source:2024/page)"
  $ aver retract w/2024-05-01-finch --reason "Misread" >/dev/null
  $ aver positions claim:w source:2024/page
  No record of a position.
  1 record that is set aside fits: aver list "is:set-aside claim:w
  source:2024/page"
  $ aver list is:set-aside claim:w source:2024/page
  w
    W is so
    calda upholds · finch query
  
  1 claim
  $ aver list "source:2024/page claim:w or position:done"
  No claim fits by what is in force.
  1 record that is set aside fits: aver list "is:set-aside (source:2024/page
  claim:w or position:done)"

The condition of a position stands wherever its word does.

  $ aver record y uw qualified --held 2024-05-01 --create --condition "once it is paid" >/dev/null 2>&1
  $ aver list claim:y holder:uw
  y
    Y is so
    uw qualified, if: once it is paid
  
  1 claim
  $ aver positions claim:y holder:uw
  1   Y is so  y
  
          1
  uw      qualified
  
  1  uw qualified, if: once it is paid
  $ aver diff HEAD~1 --evidence
  from 2024-11-01, as known at HEAD~1 (4141bab), to 2024-11-01, as known at HEAD
    (d463956)
  
  y
    Y is so
    uw  no record -> qualified (2024-05-01)  learned
      + if: once it is paid
  
  added  actors/uw.toml
  $ aver list claim:y holder:uw --format csv
  claim,text,kind,tags,holder,scale,certain,position,held,since_earliest,since_latest,condition
  y,Y is so,,,uw,stance,yes,qualified,2024-05-01,2024-05-01,2024-05-01,once it is paid
  $ aver history y holder:uw --format csv
  claim,holder,scale,when,when_earliest,when_latest,certain,position,change,quote,summary,source,locator,speaker,via,mode,stance,evidence,translation,condition,until,through,quote_lang,rating,credibility,likelihood,searched,unverified,review_by,corrects,note,first_recorded
  y,uw,stance,2024-05-01,2024-05-01,2024-05-01,yes,qualified,first,,,,,,,,y/2024-05-01-uw,,,once it is paid,,,,,,,,,,,,
