# Lists, and names as people type them

  $ aver init facts >/dev/null && cd facts
  $ aver add dprk/x "X is so" --kind fact --tag a >/dev/null
  $ aver add dprk/y "Y will be done" --kind pledge --tag a --tag b --deadline 2024-12-31 >/dev/null
  $ aver add trade/z "Z costs 5 %" --kind prediction --relation depends-on:y >/dev/null
  $ aver actor add china China --kind state --alias PRC >/dev/null
  $ aver actor add us "United States" --kind state >/dev/null
  $ aver actor add us/blinken "Antony Blinken" --role "Secretary of State=us" >/dev/null
  $ aver record x china silent --searched press --held 2024-10-01 >/dev/null
  $ aver record x blinken affirm --held 2024-10-02 --credibility 2 >/dev/null
  $ aver record y us not-acted --searched press --held 2024-10-01 --through 2024-10-20 >/dev/null
  $ aver record y us in-works --held 2024-10-25 --until 2024-10-28 >/dev/null
  $ aver record z china deny --held 2024-09~ >/dev/null
  $ aver list
  dprk/x
    X is so
    china silent · us/blinken affirm
  dprk/y
    Y will be done
    us in-works (lapsed)
  trade/z
    Z costs 5 %
    china deny ~
  
  3 claims
  $ aver list dprk
  dprk/x
    X is so
    china silent · us/blinken affirm
  dprk/y
    Y will be done
    us in-works (lapsed)
  
  2 claims
  $ aver list --holder prc
  dprk/x
    X is so
    china silent
  trade/z
    Z costs 5 %
    china deny ~
  
  2 claims
  $ aver list --holder China --position silent,deny
  dprk/x
    X is so
    china silent
  trade/z
    Z costs 5 %
    china deny ~
  
  2 claims
  $ aver list --position not-acted --on 2024-10-24
  held on 2024-10-24, as known at HEAD (48e0335 of 2024-11-01 09:00)
  
  dprk/y
    Y will be done
    us not-acted
  
  1 claim
  $ aver list --tag a --tag b
  dprk/y
    Y will be done
    us in-works (lapsed)
  
  1 claim
  $ aver list --kind prediction
  trade/z
    Z costs 5 %
    china deny ~
  
  1 claim
  $ aver list --kind prediction --tag a
  No claim fits.
  $ aver list no-such-topic
  error: no claim, topic or text has the word "no-such-topic"
  hint: aver list
  [4]
  $ aver list --position maybe
  error: "maybe" is no position in this store's vocabulary
  caused by: stance: affirm qualified neutral query relay declined deny silent
  caused by: progress: not-acted announced in-works stalled partial done broken reversed
  caused by: rating: true mostly-true mixed unproven mostly-false false
  hint: aver help vocabulary
  [2]
  $ aver actor list
  china       state   China (PRC)
  us          state   United States
  us/blinken  person  Antony Blinken
  $ aver source list
  No source yet.
  $ aver show y
  dprk/y
  Y will be done
  
    kind      pledge
    tags      a, b
    deadline  2024-12-31
  
    us  in-works (lapsed)  since 2024-10-25, until 2024-10-28
        2024-10-25-us
  $ aver history us
  us
  United States
  
            2024-10-01                                                  2024-11-01
    dprk/y  │not-acted──────────────────────────────────────────│in-works
  
  dprk/y
    Y will be done
    2024-10-01  not-acted  first    searched press
    2024-10-25  in-works   advance
    2024-10-29  -          lapsed   held until 2024-10-28
  $ aver diff --on 2024-10-01..2024-10-30
  from 2024-10-01 to 2024-10-30, as known at HEAD (48e0335)
  
  dprk/x
    X is so
    us/blinken  no record -> affirm (2024-10-02)  first
  
  dprk/y
    Y will be done
    us  not-acted (2024-10-01) -> in-works (2024-10-25, lapsed)  advance
  $ aver show z
  trade/z
  Z costs 5 %
  
    kind        prediction
    depends-on  dprk/y
  
    china  deny ~  since 2024-09~
        2024-09-china

A claim that was moved by hand goes on answering to its old name.

  $ mkdir claims/dprk/new && git mv claims/dprk/x/* claims/dprk/new/
  $ printf 'text = "X is so"\nkind = "fact"\naliases = ["dprk/x"]\n' > claims/dprk/new/claim.toml
  $ aver commit
  Add 2 stances, add claim dprk/new, remove 2 stances, remove claim dprk/x
    8b72b53 on main; undo: aver undo 8b72b53
  $ aver show dprk/x
  dprk/new
  X is so
  
    kind      fact
    formerly  dprk/x
  
    china       silent  since 2024-10-01, last checked 2024-10-01
        searched press · 2024-10-01-china
    us/blinken  affirm  since 2024-10-02
        2024-10-02-us-blinken
  $ aver show x
  dprk/new
  X is so
  
    kind      fact
    formerly  dprk/x
  
    china       silent  since 2024-10-01, last checked 2024-10-01
        searched press · 2024-10-01-china
    us/blinken  affirm  since 2024-10-02
        2024-10-02-us-blinken

Narrow and wide.

  $ COLUMNS=60 aver show new
  dprk/new
  X is so
  
    kind      fact
    formerly  dprk/x
  
    china       silent  since 2024-10-01, last checked
        2024-10-01
        searched press · 2024-10-01-china
    us/blinken  affirm  since 2024-10-02
        2024-10-02-us-blinken
  $ COLUMNS=60 aver history new
  dprk/new
  X is so
  
                2024-10-01                          2024-11-01
    china       │silent·······································
    us/blinken   │affirm──────────────────────────────────────
                ··· not checked since
  
  china
    2024-10-01  silent  first  searched press
    last checked on 2024-10-01
  
  us/blinken
    2024-10-02  affirm  first
  $ COLUMNS=60 aver diff HEAD~7
  from 2024-11-01, as known at HEAD~7 (6e5957a), to
    2024-11-01, as known at HEAD (8b72b53)
  
  dprk/new
    X is so
    edited: tags
    china       no record -> silent (2024-10-01)
                first, learned
    us/blinken  no record -> affirm (2024-10-02)
                first, learned
  
  dprk/y
    Y will be done
    us  no record -> in-works (2024-10-25, lapsed)
        first, learned (past 1 stance in between)
  
  trade/z
    Z costs 5 %
    china  no record -> deny ~ (2024-09~)  first, learned
  
  renamed from dprk/x  claims/dprk/new/claim.toml
  added                actors/us/blinken.toml
  $ COLUMNS=60 aver log -n 2
  8b72b53  2024-11-01 09:00  Ada Fields  Add 2 stances, add
                                         claim dprk/new,
                                         remove 2 stances,
                                         remove claim dprk/x
  48e0335  2024-11-01 09:00  Ada Fields  Record china deny on
                                         trade/z
  $ COLUMNS=60 aver list dprk
  dprk/new
    X is so
    china silent · us/blinken affirm
  dprk/y
    Y will be done
    us in-works (lapsed)
  
  2 claims
  $ COLUMNS=140 aver log -n 2
  8b72b53  2024-11-01 09:00  Ada Fields  Add 2 stances, add claim dprk/new, remove 2 stances, remove claim dprk/x
  48e0335  2024-11-01 09:00  Ada Fields  Record china deny on trade/z
  $ COLUMNS=140 aver history new
  dprk/new
  X is so
  
                2024-10-01                                                                                                          2024-11-01
    china       │silent·······················································································································
    us/blinken     │affirm────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                ··· not checked since
  
  china
    2024-10-01  silent  first  searched press
    last checked on 2024-10-01
  
  us/blinken
    2024-10-02  affirm  first
