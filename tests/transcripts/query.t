# The query language

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state --alias PUC >/dev/null
  $ aver actor add uw "United Wealds" --kind state >/dev/null
  $ aver actor add rastia Rastia --kind state >/dev/null
  $ aver source add 2024/post "What ministers say" --publisher "The Wintermoor Post" --published 2024-10-31 --reliability B >/dev/null
  $ aver add dorn/restrain "Calda restrains North Dorna" --kind fact --lang en-GB --tag troops --tag army >/dev/null
  $ aver add dorn/troops "North Dornan troops are in Kelmo" --kind event --tag troops --relation depends-on:restrain >/dev/null
  $ aver add climate/pledge "Émissions will be halved" --kind pledge --deadline 2024-06-30 --review-by 2024-12-01 >/dev/null
  $ aver add trade/deal "A deal is signed" --kind prediction >/dev/null
  $ aver record restrain calda affirm --held 2024-09-01 --mode direct --quote "we restrain" --speaker "Wena Ro" --credibility 2 --source post --locator "para 3" >/dev/null
  $ aver record restrain calda silent --held 2024-10-01 --through 2024-10-15 --searched "state media" >/dev/null
  $ aver record restrain uw deny --held 2024-10 --via Renwire --mode attributed --likelihood likely --rating "Half True" --summary "the UW doubts it" >/dev/null
  $ aver record troops uw affirm --held 2024-10-20 --quote "Troops are there." --quote-lang en --source post --unverified --review-by 2024-11-05 >/dev/null
  $ aver record troops rastia deny --held 2024-10-20 --until 2024-10-25 >/dev/null
  $ aver record pledge calda in-works --held 2024-02~ >/dev/null

A plain word is a topic or a claim, where there is one; else it is text.

  $ aver list dorn
  dorn/restrain
    Calda restrains North Dorna
    calda silent · uw deny
  dorn/troops
    North Dornan troops are in Kelmo
    rastia deny (lapsed) · uw affirm
  
  2 claims
  $ aver list troops
  dorn/troops
    North Dornan troops are in Kelmo
    rastia deny (lapsed) · uw affirm
  
  1 claim
  $ aver list emissions
  climate/pledge
    Émissions will be halved
    calda in-works
  
  1 claim
  $ aver list kelmo kind:event
  dorn/troops
    North Dornan troops are in Kelmo
    rastia deny (lapsed) · uw affirm
  
  1 claim
  $ aver list "are in"
  dorn/troops
    North Dornan troops are in Kelmo
    rastia deny (lapsed) · uw affirm
  
  1 claim
  $ aver list dorn dornan troops
  dorn/troops
    North Dornan troops are in Kelmo
    rastia deny (lapsed) · uw affirm
  
  1 claim
  $ aver list nowhere-at-all
  error: no claim, topic or text has the word "nowhere-at-all"
  hint: aver list
  [4]
  $ aver list nowhere-at-all kind:fact
  No claim fits.

All terms about positions speak of one position.

  $ aver list holder:calda position:silent,declined tag:troops
  dorn/restrain
    Calda restrains North Dorna
    calda silent
  
  1 claim
  $ aver list holder:PUC position:deny
  No claim fits.
  $ aver list position:deny -holder:uw
  dorn/troops
    North Dornan troops are in Kelmo
    rastia deny (lapsed)
  
  1 claim
  $ aver list '-position:deny' topic:dorn
  dorn/restrain
    Calda restrains North Dorna
    calda silent
  dorn/troops
    North Dornan troops are in Kelmo
    uw affirm
  
  2 claims
  $ aver list -- -kind:fact -kind:event
  climate/pledge
    Émissions will be halved
    calda in-works
  trade/deal
    A deal is signed
    no record
  
  2 claims
  $ aver list 'some(holder:uw position:deny) holder:calda'
  dorn/restrain
    Calda restrains North Dorna
    calda silent
  
  1 claim
  $ aver list 'some(is:absent) or kind:prediction'
  dorn/restrain
    Calda restrains North Dorna
    calda silent · uw deny
  trade/deal
    A deal is signed
    no record
  
  2 claims
  $ aver list missing:rastia topic:dorn
  dorn/restrain
    Calda restrains North Dorna
    calda silent · uw deny
  
  1 claim
  $ aver list no:record
  trade/deal
    A deal is signed
    no record
  
  1 claim
  $ aver list '(kind:fact or kind:event) and holder:uw'
  dorn/restrain
    Calda restrains North Dorna
    uw deny
  dorn/troops
    North Dornan troops are in Kelmo
    uw affirm
  
  2 claims
  $ aver list kind:fact or kind:prediction
  dorn/restrain
    Calda restrains North Dorna
    calda silent · uw deny
  trade/deal
    A deal is signed
    no record
  
  2 claims

Every key.

  $ keys() { for q in "$@"; do printf '%-32s' "$q"; aver list "$q" $ON --format csv | tail -n +2 | cut -d, -f1 | sort -u | tr '\n' ' '; echo; done; }
  $ keys claim:pledge topic:climate kind:pledge,event tag:army lang:en text:signed related:restrain 'deadline:<2024-07' missing:uw
  claim:pledge                    climate/pledge 
  topic:climate                   climate/pledge 
  kind:pledge,event               climate/pledge dorn/troops 
  tag:army                        dorn/restrain 
  lang:en                         dorn/restrain 
  text:signed                     trade/deal 
  related:restrain                dorn/troops 
  deadline:<2024-07               climate/pledge 
  missing:uw                      climate/pledge trade/deal 
  $ keys holder:uw position:affirm scale:progress held:2024-10 'until:<2024-11-01' through:2024-10-15 'checked:2024-10-01..2024-10-15' change:lapsed,first 'changed:>=2024-10-20'
  holder:uw                       dorn/restrain dorn/troops 
  position:affirm                 dorn/troops 
  scale:progress                  climate/pledge 
  held:2024-10                    dorn/restrain dorn/troops 
  until:<2024-11-01               dorn/troops 
  through:2024-10-15              dorn/restrain 
  checked:2024-10-01..2024-10-15  dorn/restrain 
  change:lapsed,first             climate/pledge dorn/restrain dorn/troops 
  changed:>=2024-10-20            dorn/troops 
  $ keys mode:direct,attributed speaker:wena via:renwire searched:media quote:there quote_lang:en source:post source:2024
  mode:direct,attributed          dorn/restrain dorn/troops 
  speaker:wena                    
  via:renwire                     dorn/restrain 
  searched:media                  dorn/restrain 
  quote:there                     dorn/troops 
  quote_lang:en                   dorn/troops 
  source:post                     dorn/troops 
  source:2024                     dorn/troops 
  $ keys publisher:wintermoor published:2024-10 'reliability:<=B' 'credibility:1..3' 'likelihood:>roughly-even' 'rating:"half true"'
  publisher:wintermoor            dorn/troops 
  published:2024-10               dorn/troops 
  reliability:<=B                 dorn/troops 
  credibility:1..3                
  likelihood:>roughly-even        dorn/restrain 
  rating:"half true"              dorn/restrain 
  $ keys review_by:2024-11 'due:2024-11..2024-12' 'due:<today'
  review_by:2024-11               dorn/troops 
  due:2024-11..2024-12            climate/pledge dorn/troops 
  due:<today                      climate/pledge 
  $ keys has:quote has:deadline no:source no:mode no:tag has:capture no:capture has:review_by
  has:quote                       dorn/troops 
  has:deadline                    climate/pledge 
  no:source                       climate/pledge dorn/restrain dorn/troops 
  no:mode                         climate/pledge dorn/restrain dorn/troops 
  no:tag                          climate/pledge trade/deal 
  has:capture                     
  no:capture                      climate/pledge dorn/restrain dorn/troops 
  has:review_by                   climate/pledge dorn/troops 
  $ keys is:absent is:contradicted is:corrected is:lapsed is:overdue is:retracted is:uncertain is:unverified
  is:absent                       dorn/restrain 
  is:contradicted                 
  is:corrected                    
  is:lapsed                       dorn/troops 
  is:overdue                      climate/pledge 
  is:retracted                    
  is:uncertain                    
  is:unverified                   dorn/troops 

  $ ON="--on 2024-09-10"; keys speaker:wena 'credibility:<=2' quote:restrain is:contradicted no:record; ON=
  speaker:wena                    dorn/restrain 
  credibility:<=2                 dorn/restrain 
  quote:restrain                  dorn/restrain 
  is:contradicted                 
  no:record                       dorn/troops trade/deal 
  $ aver record pledge uw stalled --held 2024-03-01 >/dev/null
  $ aver correct 2024-03-01-uw announced --reason "read wrongly" >/dev/null
  $ aver record deal uw affirm --held 2024-03-01 >/dev/null
  $ aver record deal uw deny --held 2024-03-01 >/dev/null
  warning: it contradicts 2024-03-01-uw: affirm on the same day [position/contradiction]
  hint: where 2024-03-01-uw was our mistake: aver retract trade/deal/2024-03-01-uw --reason "WHY"; else say when each was held: aver correct trade/deal/2024-03-01-uw --held 2024-03-01T09:00:00+00:00 --reason "WHY"; aver correct trade/deal/2024-03-01-uw-2 --held 2024-03-01T18:00:00+00:00 --reason "WHY"
  $ aver record deal uw query --held 2024-05-01 >/dev/null
  $ aver retract deal/2024-05-01-uw --reason "it was another" >/dev/null
  $ keys is:contradicted is:corrected is:retracted
  is:contradicted                 trade/deal 
  is:corrected                    climate/pledge 
  is:retracted                    trade/deal 
  $ aver flips is:contradicted
  Nobody has moved.
  $ aver flips position:deny topic:trade
  Nobody has surely moved.
  
  contradictions: opposed positions of one day
  2024-03-01  uw  affirm (2024-03-01) and deny (2024-03-01)
              trade/deal/2024-03-01-uw, 2024-03-01-uw-2

The other commands.

  $ aver positions dorn -holder:rastia
  1   Calda restrains North Dorna  dorn/restrain
  2   North Dornan troops are in Kelmo  dorn/troops
  
          1       2
  calda   silent  ·
  uw      deny    affirm
  $ aver flips change:lapsed
  2024-10-26  lapsed    rastia  deny (2024-10-20) -> deny (lapsed) (2024-10-20)
              North Dornan troops are in Kelmo  dorn/troops
              - until 2024-10-25
  2024-10-01  lapsed    calda  affirm (2024-09-01) -> silent (2024-10-01)
              Calda restrains North Dorna  dorn/restrain
              - "we restrain"
                said by Wena Ro · 2024/post, para 3 · credibility 2
              + searched state media · looked until 2024-10-15
  $ aver flips position:silent
  2024-10-01  lapsed    calda  affirm (2024-09-01) -> silent (2024-10-01)
              Calda restrains North Dorna  dorn/restrain
              - "we restrain"
                said by Wena Ro · 2024/post, para 3 · credibility 2
              + searched state media · looked until 2024-10-15
  $ aver due topic:climate
  2024-06-30  deadline     climate/pledge  calda  missed, in-works
              aver record climate/pledge calda POSITION
  2024-06-30  deadline     climate/pledge  uw  missed, announced
              aver record climate/pledge uw POSITION
  $ aver due holder:uw --near 30
  2024-06-30  deadline     climate/pledge  uw  missed, announced
              aver record climate/pledge uw POSITION
  2024-11-05  review by    dorn/troops  uw  affirm
              aver again dorn/troops uw --searched WHERE
  $ aver history troops position:affirm
  dorn/troops
  North Dornan troops are in Kelmo
  
  uw
    2024-10-20  affirm  first
                2024/post (reliability B), unverified · quote in en · review by
                2024-11-05
                "Troops are there."
  $ aver history calda is:absent
  calda
  Calda
  
                   2024-09-01                                           2024-11-01
    dorn/restrain  │affirm───────────────────────│silent────────··················
                   ··· not checked since
  
  dorn/restrain
    Calda restrains North Dorna
    2024-09-01  affirm  first
                said by Wena Ro · 2024/post (reliability B), para 3 · credibility
                2
                "we restrain"
    2024-10-01  silent  lapsed  searched state media · looked until 2024-10-15
    last checked on 2024-10-15
  $ aver history is:lapsed
  is:lapsed
  
  rastia on dorn/troops
    North Dornan troops are in Kelmo
    2024-10-20  deny  first   until 2024-10-25
    2024-10-26  -     lapsed  held until 2024-10-25
  $ aver history is:contradicted
  is:contradicted
  
  uw on trade/deal
    A deal is signed
    2024-03-01  deny or affirm ~  undecided
                2024-03-01-uw: affirm
                2024-03-01-uw-2: deny
    2024-05-01-uw (query) retracted by 2024-05-01-uw-2: it was another
  $ aver diff --on 2024-09-15..2024-10-30 --query 'position:silent or holder:rastia'
  from 2024-09-15 to 2024-10-30, as known at HEAD (518f56e)
  
  dorn/restrain
    Calda restrains North Dorna
    calda  affirm (2024-09-01) -> silent (2024-10-01)  lapsed
  
  dorn/troops
    North Dornan troops are in Kelmo
    rastia  no record -> deny (lapsed) (2024-10-20)
            first (past 1 change in between)
  $ aver diff --on 2024-09-15..2024-10-30 --query kind:pledge
  no position differs between 2024-09-15 and 2024-10-30
  $ aver list kind:fact --holder uw --position deny
  dorn/restrain
    Calda restrains North Dorna
    uw deny
  
  1 claim

What the shell hands over with blanks in it.

  $ aver list speaker:"Wena Ro" --on 2024-09-10
  held on 2024-09-10, as known at HEAD (518f56e of 2024-11-01 09:00)
  
  dorn/restrain
    Calda restrains North Dorna
    calda affirm
  
  1 claim
  $ aver list "holder:uw position:deny"
  dorn/restrain
    Calda restrains North Dorna
    uw deny
  trade/deal
    A deal is signed
    uw deny or affirm ~
  
  2 claims
  $ aver list via:"Renwire,the press agency"
  dorn/restrain
    Calda restrains North Dorna
    uw deny
  
  1 claim

Saved queries.

  $ printf '\n[query]\ntroops = "tag:troops position:silent"\nquiet = "@troops or is:lapsed"\nloop = "a @round"\nround = "@loop"\nbad = "kind:fct"\n' >> aver.toml
  $ aver check
  aver.toml:51:11: warning: the saved query @loop cannot be asked: the saved query @round leads back to itself: @round -> @loop -> @round [query/unreadable]
    hint: change [query] in aver.toml
  aver.toml:52:10: warning: the saved query @round cannot be asked: the saved query @loop leads back to itself: @loop -> @round -> @loop [query/unreadable]
    hint: change [query] in aver.toml
  aver.toml:53:13: warning: the saved query @bad cannot be asked: kind: takes no "fct"; did you mean fact? [query/unreadable]
    hint: kind: takes fact, event, pledge, policy, prediction, quote
  claims/trade/deal/2024-03-01-uw-2.toml: warning: "uw" holds "deny" here and "affirm" in 2024-03-01-uw, on the same day [position/contradiction]
  
  checked 20 records: 0 errors, 4 warnings
  $ git commit -qam "Saved queries"
  $ aver list @troops
  dorn/restrain
    Calda restrains North Dorna
    calda silent
  
  1 claim
  $ aver list @quiet holder:rastia
  dorn/troops
    North Dornan troops are in Kelmo
    rastia deny (lapsed)
  
  1 claim
  $ aver list @trops
  error: there is no saved query @trops; did you mean troops?
    @trops
    ^^^^^^
  hint: aver list @troops
  [2]
  $ aver list kind:fact @loop
  error: the saved query @loop leads back to itself: @loop -> @round -> @loop
    kind:fact @loop
              ^^^^^
  hint: change [query] in aver.toml
  [2]
  $ aver list @bad
  error: the saved query @bad cannot be read: kind: takes no "fct"; did you mean fact?
    @bad
    ^^^^
  hint: change [query] in aver.toml, or see: aver check
  [2]

What is wrong is shown where it is.

  $ aver list hodler:calda
  error: there is no key "hodler"; did you mean holder?
    hodler:calda
    ^^^^^^
  hint: aver list holder:calda
  [2]
  $ aver list kind:fact kind:plege
  error: kind: takes no "plege"; did you mean pledge?
    kind:fact kind:plege
                   ^^^^^
  hint: aver list kind:fact kind:pledge
  [2]
  $ aver list mode:spoken
  error: mode: takes no "spoken"
    mode:spoken
         ^^^^^^
  hint: mode: takes direct, paraphrase, attributed, inferred, action, vote, document
  [2]
  $ aver list holder:cadla
  error: there is no actor "cadla"; did you mean calda?
    holder:cadla
           ^^^^^
  hint: aver list holder:calda
  [4]
  $ aver list holder:uw,cadla position:deny
  error: there is no actor "cadla"; did you mean calda?
    holder:uw,cadla position:deny
              ^^^^^
  hint: aver list holder:uw,calda position:deny
  [4]
  $ aver list topic:dorn position:slient
  error: "slient" is no position in this store's vocabulary; did you mean silent?
    topic:dorn position:slient
                        ^^^^^^
  hint: aver list topic:dorn position:silent
  [2]
  $ aver list scale:stanc
  error: "stanc" is no scale of this store's vocabulary; did you mean stance?
    scale:stanc
          ^^^^^
  hint: aver list scale:stance
  [2]
  $ aver list source:2024/past
  error: there is no source "2024/past"; did you mean 2024/post?
    source:2024/past
           ^^^^^^^^^
  hint: aver list source:2024/post
  [4]
  $ aver list claim:restrian
  error: there is no claim "restrian"; did you mean dorn/restrain?
    claim:restrian
          ^^^^^^^^
  hint: aver list claim:dorn/restrain
  [4]
  $ aver list topic:Dorn
  error: "Dorn" has an upper-case letter: ids are lower case
    topic:Dorn
          ^^^^
  hint: try dorn
  [2]
  $ aver list 'tag:a "exact'
  error: this quote is not closed
    tag:a "exact
          ^
  hint: aver help query
  [2]
  $ aver list '(kind:fact or (tag:a)'
  error: this parenthesis is not closed
    (kind:fact or (tag:a)
    ^
  hint: aver help query
  [2]
  $ aver list 'kind:fact)'
  error: this closing parenthesis has no opening one
    kind:fact)
             ^
  hint: aver help query
  [2]
  $ aver list 'kind:fact ()'
  error: nothing stands between these parentheses
    kind:fact ()
              ^^
  hint: aver help query
  [2]
  $ aver list kind:fact or
  error: nothing stands behind this "or"
    kind:fact or
              ^^
  hint: aver help query
  [2]
  $ aver list or kind:fact
  error: nothing stands before this "or"
    or kind:fact
    ^^
  hint: to look for the word, put quotes around it: "or"
  [2]
  $ aver list kind:fact and or tag:a
  error: nothing stands behind this "and"
    kind:fact and or tag:a
              ^^^
  hint: aver help query
  [2]
  $ aver list kind:fact -
  error: nothing stands behind this "-"
    kind:fact -
              ^
  hint: aver help query
  [2]
  $ aver list holder:
  error: a value is missing behind this key
    holder:
    ^^^^^^^
  hint: aver help query
  [2]
  $ aver list holder:uw,
  error: a value is missing behind this ","
    holder:uw,
             ^
  hint: aver help query
  [2]
  $ aver list 'holder:(uw or calda)'
  error: values stand in no parentheses: put "," between them
    holder:(uw or calda)
           ^
  hint: aver help query
  [2]
  $ aver list held:2024-13
  error: there is no month 13 in "2024-13"
    held:2024-13
         ^^^^^^^
  hint: aver help dates
  [2]
  $ aver list 'held:>2024-10~'
  error: a date in a query carries no "~": a month or a year is a span of days
    held:>2024-10~
         ^^^^^^^^^
  hint: aver help dates
  [2]
  $ aver list held:2025..2024
  error: this range is the wrong way round
    held:2025..2024
         ^^^^^^^^^^
  hint: held:2024..2025
  [2]
  $ aver list 'held:>='
  error: a value is missing behind this sign
    held:>=
         ^^
  hint: aver help query
  [2]
  $ aver list 'holder:>uw'
  error: holder has no order: it takes no < and no >
    holder:>uw
           ^^^
  hint: dates do, and credibility, reliability and likelihood
  [2]
  $ aver list credibility:7
  error: credibility: takes no "7"
    credibility:7
                ^
  hint: credibility: takes 1, 2, 3, 4, 5, 6
  [2]
  $ aver list '""'
  error: there is nothing between these quotes
    ""
    ^^
  hint: aver help query
  [2]
  $ aver list 'a"b"'
  error: a blank is missing here
    a"b"
     ^
  hint: to look for such words as they are, put quotes around them
  [2]
  $ aver list '@Big Name'
  error: "Big" is no name of a saved query: it has a-z, 0-9, - and _
    @Big Name
    ^^^^
  hint: to look for the words, put quotes around them
  [2]
  $ aver list 'kind:fact -x -(a or b) quote:"some longer words of it" publisher:post held:>yesterday kid:x'
  error: there is no key "kid"; did you mean kind?
    …sher:post held:>yesterday kid:x
                               ^^^
  hint: aver list 'kind:fact -x -(a or b) quote:"some longer words of it" publisher:post held:>yesterday kind:x'
  [2]
  $ aver list "$(printf '(%.0s' $(seq 60))"
  error: this is nested more than 50 deep
    ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((
                                                       ^
  hint: aver help query
  [2]
  $ aver list "$(printf 'a%.0s' $(seq 17000))" 2>&1 | cut -c1-60
  error: a query has at most 16384 bytes
    …aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  hint: aver help query
  $ aver diff --query hodler:calda
  error: there is no key "hodler"; did you mean holder?
    hodler:calda
    ^^^^^^
  hint: aver diff --query holder:calda
  [2]
  $ aver list --holdr uw
  error: there is no option --holdr for "aver list"; did you mean --holder?
  hint: aver help list
  [2]

The language is told by its help.

  $ aver help query
  A query asks for claims, and for holders' positions on them. list, positions,
  flips, due and history take one as their words, diff as --query; --holder X,
  --position X, --tag X and --kind X are short for terms of it.
  
  examples
    aver list dorn position:silent
        claims below dorn on which somebody is silent
    aver list holder:calda position:silent,declined tag:troops
        what Calda says nothing about
    aver positions kind:pledge -position:done
        pledges, and those who have not kept them
    aver list "some(holder:uw position:affirm) holder:calda position:deny"
        where Calda denies what the UW affirms; the claim with Calda's position
    aver list dorn missing:calda
        claims on which we have nothing of Calda
    aver list "changed:>2024-10-01" change:reversal
        who has turned round since
    aver list is:absent "checked:<2024-10"
        silences that nobody has checked since
    aver list no:source or is:unverified
        positions without good evidence
    aver list "ever(source:2024/briefing)"
        claims with any record that cites a source
    aver list "exact words" -lang:en
        text, case and accents aside
    aver list @troops due:..today
        a saved query of aver.toml, and more
  
  forms
    word               the one plain word of a query: a topic or a claim, where
                       there is one of that name; else, and where there are
                       several, text
    "exact words"      text: in the claim's id, text, tags and note, or in the
                       position's quote, translation, summary, note, reason,
                       rating, speaker, via and searched
    key:value          one of the keys below
    key:a,b            one of these values
    key:"a b"          a value with blanks, commas or parentheses; \" in it is a
                       quotation mark
    key:<v <=v >v >=v  compared: dates, credibility, reliability, likelihood
    key:a..b           from a to b, both included; either end may be open: ..b
    a b, a and b       both
    a or b             one of them; "and" binds tighter
    -a                 not
    ( … )              together
    some( … )          somebody's position on the claim fits, whoever the rest is
                       about
    ever( … )          a record on the claim fits, in force or not: what stands on
                       a source
    @name              a saved query: in aver.toml, below [query], name =
                       "kind:pledge position:stalled"
  
  of the claim
    claim:     the claim of this id
    topic:     claims in this folder and below
    kind:      the claim's kind: fact event pledge policy prediction quote
    tag:       a tag of the claim, in full
    lang:      language of the claim; en takes en-GB, too
    text:      words in the claim's text
    related:   claims with a relation to this one
    deadline:  of a pledge or a prediction (a date)
    missing:   claims on which this holder has no record in force
  
  of a position, or of both
    holder:       whose position it is
    position:     the word; older names count
    scale:        the scale that the word stands on
    held:         when the record in force was held (a date)
    until:        the last day it was held (a date)
    through:      looked until then, nothing had changed (a date)
    checked:      last looked at: through, else held (a date)
    change:       class of the last change (aver help changes): first restated
                  shift reversal advance setback lapsed resumed undecided
    changed:      when that was; a position restated is no change (a date)
    mode:         how it is known: direct paraphrase attributed inferred action
                  vote document
    speaker:      words in who uttered it: ids and names alike
    via:          words in who reports it, likewise
    searched:     words in where somebody looked
    quote:        words in the quote or its translation
    quote_lang:   language of the quote
    source:       the source, or a folder of sources
    publisher:    words in the source's publisher; ids and names alike
    published:    when the source was published (a date)
    reliability:  of the source; A is best, so <=B is A or B: A B C D E F
    credibility:  of the item; 1 is best, so <=2 is 1 or 2: 1 2 3 4 5 6
    likelihood:   of a prediction: almost-no-chance very-unlikely unlikely
                  roughly-even likely very-likely almost-certain
    rating:       a reviewer's own label, in full
    review_by:    when to look again at claim or position (a date)
    due:          deadline or review_by, whichever fits (a date)
    has:          it is given: capture condition credibility deadline
                  first_recorded formerly kind lang likelihood locator mode quote
                  rating record relation repeats review_by searched source speaker
                  summary tag through translation until via
    no:           it is not given; no:record: nobody has a position
    is:           see below
  
  is:
    absent         somebody looked, and found nothing: silent, not-acted
    certain        only this one is possible: without it, what may be so is
                   listed, too
    contradicted   opposed positions of the holder on one day
    corrected      a record of ours about it was corrected
    ended          a record of ours about it was recorded anew, with its end (aver
                   end)
    lapsed         past the last day it was held
    overdue        the claim's deadline has passed, and no word closes it (done,
                   broken, true, …)
    retracted      a record of ours about it was taken back
    set-aside      corrected, ended or retracted: claims with a record that is,
                   and fits the rest
    single-source  all evidence of what is in force is of one publisher
    uncertain      dates leave open what is in force: shown with ~
    unverified     the quote does not stand in its source
  
  what fits
  All terms about positions speak of one holder's position on one claim, the one
  that is in force on the day (--on, else today), and so does "-" before them. A
  claim fits where one of its positions does. A claim on which nobody has a
  position is looked at, too: no:record and -position:deny fit it, position:deny
  and no:source do not. Claims that one holder has no position on: missing:calda.
  
  list shows the claims with the positions that fit; positions, due and history
  show what fits. flips and diff hold each move, and each difference, against the
  query for itself: position: is the word moved to, change: its class. export
  holds each stance against it, whether it is in force or not.
  
  A date fits where all days that it may mean do: what was held in 2024-10 fits
  held:2024 and held:<2024-11, and neither < nor > 2024-10-15. today and yesterday
  are dates, too.
  
  Who recorded something, and when, is no part of a query: aver log, and
  --known-at.
  
  --without QUERY answers as if all that rests on what fits alone had been
  retracted. Each record is asked by itself, in force or not, once for each
  evidence it has: it falls where all its evidence fits. source: publisher:
  published: reliability: credibility: speaker: via: mode: quote: and quote_lang:
  are asked of each evidence, all else of the record; what has no evidence falls
  only by a query without these. What a record that falls had corrected stays set
  aside, and checks of it fall. The answer says how many fall, of the claims that
  it is about. change: changed: checked: missing: some( ) ever( ), and most of
  is:, are about more than one record, and are refused.
  
  The shell takes quotation marks for itself, and < > ( ) as well: put single
  quotes around the whole, 'changed:>2024-10-01 "exact words"'. A word that the
  shell hands over with blanks in it is a phrase, or a value: speaker:"Albert
  Brindle".

A word that nothing has is nobody's cue to make something; a guess is the same command with it.

  $ aver list restrian
  error: no claim, topic or text has the word "restrian"; did you mean dorn/restrain?
  hint: aver list dorn/restrain
  [4]
  $ aver positions restrian
  error: no claim, topic or text has the word "restrian"; did you mean dorn/restrain?
  hint: aver positions dorn/restrain
  [4]
  $ aver flips holder:nobody-at-all
  error: there is no actor "nobody-at-all"
    holder:nobody-at-all
           ^^^^^^^^^^^^^
  hint: aver actor list
  [4]
  $ aver export csv nothing >/dev/null
  error: no claim, topic or text has the word "nothing"
  hint: aver list
  [4]
  $ aver list "position:slient topic:dorn"
  error: "slient" is no position in this store's vocabulary; did you mean silent?
    position:slient topic:dorn
             ^^^^^^
  hint: aver list "position:silent topic:dorn"
  [2]
  $ aver list -holder:cadla
  error: there is no actor "cadla"; did you mean calda?
    -holder:cadla
            ^^^^^
  hint: aver list -holder:calda
  [4]

The query as an option, alone or beside words.

  $ aver list --query position:silent
  dorn/restrain
    Calda restrains North Dorna
    calda silent
  
  1 claim
  $ aver positions dorn --query position:silent,affirm --query holder:calda
  1   Calda restrains North Dorna  dorn/restrain
  
          1
  calda   silent
  $ aver log dorn -n 1 | sed 's/^[0-9a-f]*/…/'
  …  2024-11-01 09:00  Ada Fields  Record rastia deny on dorn/troops
  $ aver log nothing/at-all
  error: there is no record "nothing/at-all"; did you mean trade/deal?
  hint: aver log trade/deal
  [4]
  $ aver flips --since 2
  error: --since: "2" is no date: write 2024, 2024-10 or 2024-10-31, with ~ behind it for "about"
  hint: aver help dates
  [2]

A saved query that is in no commit yet.

  $ cp aver.toml ../aver.toml.was && printf '\n[query]\ncaldas = "holder:calda"\n' >aver.toml.more && sed '/^.query.$/,$d' ../aver.toml.was | cat - aver.toml.more >aver.toml && rm aver.toml.more
  $ aver list @caldas
  error: the saved query @caldas stands in aver.toml, and is not committed yet
    @caldas
    ^^^^^^^
  hint: aver commit aver.toml
  [2]
  $ aver list @cldas
  error: there is no saved query @cldas
    @cldas
    ^^^^^^
  hint: in aver.toml: [query] cldas = "…"
  [2]
  $ cp ../aver.toml.was aver.toml
