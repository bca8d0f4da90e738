# Lists, and names as people type them

  $ aver init facts >/dev/null && cd facts
  $ aver add dorn/x "X is so" --kind fact --tag a >/dev/null
  $ aver add dorn/y "Y will be done" --kind pledge --tag a --tag b --deadline 2024-12-31 >/dev/null
  $ aver add trade/z "Z costs 5 %" --kind prediction --relation depends-on:y >/dev/null
  $ aver actor add calda Calda --kind state --alias PUC >/dev/null
  $ aver actor add uw "United Wealds" --kind state >/dev/null
  $ aver actor add uw/brindle "Albert Brindle" --role "Secretary of State=uw" >/dev/null
  $ aver record x calda silent --searched press --held 2024-10-01 >/dev/null
  $ aver record x brindle affirm --held 2024-10-02 --credibility 2 >/dev/null
  $ aver record y uw not-acted --searched press --held 2024-10-01 --through 2024-10-20 >/dev/null
  $ aver record y uw in-works --held 2024-10-25 --until 2024-10-28 >/dev/null
  $ aver record z calda deny --held 2024-09~ >/dev/null
  $ aver list
  dorn/x
    X is so
    calda silent · uw/brindle affirm
  dorn/y
    Y will be done
    uw not-acted
  trade/z
    Z costs 5 %
    calda deny
  
  3 claims
  $ aver list dorn
  dorn/x
    X is so
    calda silent · uw/brindle affirm
  dorn/y
    Y will be done
    uw not-acted
  
  2 claims
  $ aver list --holder puc
  dorn/x
    X is so
    calda silent
  trade/z
    Z costs 5 %
    calda deny
  
  2 claims
  $ aver list --holder Calda --position silent,deny
  dorn/x
    X is so
    calda silent
  trade/z
    Z costs 5 %
    calda deny
  
  2 claims
  $ aver list --position not-acted --on 2024-10-24
  held on 2024-10-24, as known at HEAD (c39b172 of 2024-11-01 09:00)
  
  dorn/y
    Y will be done
    uw not-acted
  
  1 claim
  $ aver list --tag a --tag b
  dorn/y
    Y will be done
    uw not-acted
  
  1 claim
  $ aver list --kind prediction
  trade/z
    Z costs 5 %
    calda deny
  
  1 claim
  $ aver list --kind prediction --tag a
  No claim fits.
  $ aver list no-such-topic
  error: no claim, topic or text has the word "no-such-topic"
  hint: aver list
  [4]
  $ aver list --position maybe
  error: "maybe" is no position in this store's vocabulary
  caused by: stance:
    affirm     Says that it is so, in whatever words.
    qualified  Says that it is so under a condition or in part; the "if" is
               recorded with it (condition).
    neutral    Takes the matter up, and says that it takes no side.
    query      Asks or doubts whether it is so, and says neither that it is nor
               that it is not.
    relay      Passes on what others say ("there are reports that"), and does not
               make it its own.
    declined   Was asked, and gave no answer: "no comment", or "we are not aware
               of that", which is no denial.
    deny       Says that it is not so, or that there is no such thing.
    silent     Somebody looked, and found that it has said nothing; who was asked
               and gave no answer has declined.
  caused by: progress:
    not-acted  Somebody looked, and found that nothing has been done yet.
    announced  Has said that it will be done; nothing is done yet.
    in-works   Work on it has begun, and goes on.
    stalled    Work on it had begun, and has stopped, without being given up.
    partial    A part of it is done, and stands; the rest is not.
    done       All of it is done.
    broken     It was given up, or the opposite was done.
    reversed   It was done, and has been undone since.
  caused by: rating:
    true          Is so, and nothing is left out that matters; of a prediction: it
                  came about.
    mostly-true   Is so in the main; a detail is wrong, or something that matters
                  is left out.
    mixed         Is partly so and partly not, and neither part is the lesser one.
    unproven      What is known does not decide it.
    mostly-false  Is not so in the main, though something in it is.
    false         Is not so; of a prediction: it did not come about.
  hint: aver help vocabulary
  [2]
  $ aver actor list
  calda       state   Calda (PUC)
  uw          state   United Wealds
  uw/brindle  person  Albert Brindle
  $ aver source list
  No source yet.
  $ aver show y
  dorn/y
  Y will be done
  
    kind      pledge
    tags      a, b
    deadline  2024-12-31
  
    uw  not-acted  since 2024-10-29, resumed, last checked 2024-10-20, before that
        in-works
        searched press · looked until 2024-10-20 · 2024-10-01-uw
  $ aver history uw
  uw
  United Wealds
  
            2024-10-01                                                  2024-11-01
    dorn/y  │not-acted──────────────────────────────────────────│in-works│not-acte
            ··· not checked since
  
  dorn/y
    Y will be done
    2024-10-01  not-acted  first    searched press · looked until 2024-10-20
    2024-10-25  in-works   advance  until 2024-10-28
    2024-10-29  not-acted  resumed  searched press · looked until 2024-10-20
    last checked on 2024-10-20
  $ aver diff --on 2024-10-01..2024-10-30
  from 2024-10-01 to 2024-10-30, as known at HEAD (c39b172)
  
  dorn/x
    X is so
    uw/brindle  no record -> affirm (2024-10-02)  first
  
  trade/z
    Z costs 5 %
    calda  deny or no record ~  undecided
  $ aver show z
  trade/z
  Z costs 5 %
  
    kind        prediction
    depends-on  dorn/y
  
    calda  deny  since 2024-09~
        2024-09-calda

A claim that was moved by hand goes on answering to its old name.

  $ mkdir claims/dorn/new && git mv claims/dorn/x/* claims/dorn/new/
  $ printf 'text = "X is so"\nkind = "fact"\naliases = ["dorn/x"]\n' > claims/dorn/new/claim.toml
  $ aver commit
  Add 2 stances, add claim dorn/new, remove 2 stances, remove claim dorn/x
    41a835e on main; undo: aver undo 41a835e
  $ aver show dorn/x
  dorn/new
  X is so
  
    kind      fact
    formerly  dorn/x
  
    calda       silent  since 2024-10-01, last checked 2024-10-01
        searched press · 2024-10-01-calda
    uw/brindle  affirm  since 2024-10-02
        credibility 2 · 2024-10-02-uw-brindle
  $ aver show x
  dorn/new
  X is so
  
    kind      fact
    formerly  dorn/x
  
    calda       silent  since 2024-10-01, last checked 2024-10-01
        searched press · 2024-10-01-calda
    uw/brindle  affirm  since 2024-10-02
        credibility 2 · 2024-10-02-uw-brindle

Narrow and wide.

  $ COLUMNS=60 aver show new
  dorn/new
  X is so
  
    kind      fact
    formerly  dorn/x
  
    calda       silent  since 2024-10-01, last checked
        2024-10-01
        searched press · 2024-10-01-calda
    uw/brindle  affirm  since 2024-10-02
        credibility 2 · 2024-10-02-uw-brindle
  $ COLUMNS=60 aver history new
  dorn/new
  X is so
  
                2024-10-01                          2024-11-01
    calda       │silent·······································
    uw/brindle   │affirm──────────────────────────────────────
                ··· not checked since
  
  calda
    2024-10-01  silent  first  searched press
    last checked on 2024-10-01
  
  uw/brindle
    2024-10-02  affirm  first  credibility 2
  $ COLUMNS=60 aver diff HEAD~7
  from 2024-11-01, as known at HEAD~7 (0e61db1), to
    2024-11-01, as known at HEAD (41a835e)
  
  dorn/new
    X is so
    edited
      tags: a -> nothing
    calda       no record -> silent (2024-10-01)  learned
    uw/brindle  no record -> affirm (2024-10-02)  learned
  
  dorn/y
    Y will be done
    uw  no record -> not-acted (2024-10-01)  learned
    also recorded, about other days
    uw  in-works (2024-10-25)  learned, 2024-10-25 to
        2024-10-28
  
  trade/z
    Z costs 5 %
    calda  no record -> deny (2024-09~)  learned
  
  renamed from dorn/x  claims/dorn/new/claim.toml
  added                actors/uw/brindle.toml
  $ COLUMNS=60 aver log -n 2
  41a835e  2024-11-01 09:00  Ada Fields  Add 2 stances, add
                                         claim dorn/new,
                                         remove 2 stances,
                                         remove claim dorn/x
  c39b172  2024-11-01 09:00  Ada Fields  Record calda deny on
                                         trade/z
  $ COLUMNS=60 aver list dorn
  dorn/new
    X is so
    calda silent · uw/brindle affirm
  dorn/y
    Y will be done
    uw not-acted
  
  2 claims
  $ COLUMNS=140 aver log -n 2
  41a835e  2024-11-01 09:00  Ada Fields  Add 2 stances, add claim dorn/new, remove 2 stances, remove claim dorn/x
  c39b172  2024-11-01 09:00  Ada Fields  Record calda deny on trade/z
  $ COLUMNS=140 aver history new
  dorn/new
  X is so
  
                2024-10-01                                                                                                          2024-11-01
    calda       │silent·······················································································································
    uw/brindle     │affirm────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                ··· not checked since
  
  calda
    2024-10-01  silent  first  searched press
    last checked on 2024-10-01
  
  uw/brindle
    2024-10-02  affirm  first  credibility 2
