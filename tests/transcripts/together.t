# What the records of one claim say together: aver check tells it

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null && aver actor add uw "United Wealds" --kind state >/dev/null

An opposed position begins before the stated end of another; something was said in days in which nothing was found.

  $ aver add x "X is so" >/dev/null
  $ aver record x calda affirm --held 2024-09-01 --until 2024-12-31 >/dev/null
  $ aver record x calda deny --held 2024-10-15 --until 2024-10-20 >/dev/null
  $ aver record x uw silent --held 2024-09-01 --through 2024-10-25 --searched "the gazette" >/dev/null
  $ aver record x uw affirm --held 2024-10-15 >/dev/null
  $ aver check
  claims/x/2024-09-01-uw.toml: warning: nothing was found through 2024-10-25, and 2024-10-15-uw says "affirm" since 2024-10-15 [absence/contradicted]
  claims/x/2024-10-15-calda.toml: note: "deny" begins before 2024-09-01-calda says that "affirm" ended, on 2024-12-31 [until/cut-short]
  
  checked 7 records: 0 errors, 1 warning, 1 note

A record that two correct, and two that correct each other.

  $ aver add y "Y is so" >/dev/null
  $ aver record y calda affirm --held 2024-09-01 >/dev/null
  $ aver correct y/2024-09-01-calda deny --reason "Misheard" >/dev/null
  $ printf 'holder = "calda"\nposition = "qualified"\nheld = 2024-09-02\ncorrects = "2024-09-01-calda"\nreason = "Misread"\n' >claims/y/2024-09-02-calda.toml
  $ printf 'holder = "uw"\nposition = "affirm"\nheld = 2024-09-01\ncorrects = "2024-09-02-uw"\nreason = "Misread"\n' >claims/y/2024-09-01-uw.toml
  $ printf 'holder = "uw"\nposition = "deny"\nheld = 2024-09-02\ncorrects = "2024-09-01-uw"\nreason = "Misread"\n' >claims/y/2024-09-02-uw.toml
  $ git add -A && git commit -q --no-verify -m "By hand"
  $ aver check | grep claims/y
  claims/y/2024-09-01-calda.toml: warning: it is set aside twice: by 2024-09-01-calda-2 and by 2024-09-02-calda [correction/twice]
  claims/y/2024-09-01-uw.toml: error: its correction leads back to itself [correction/circle]
  claims/y/2024-09-02-uw.toml: error: its correction leads back to itself [correction/circle]
  $ aver show y
  y
  Y is so
  
    calda  qualified  since 2024-09-02
        2024-09-02-calda
  $ aver history y
  y
  Y is so
  
           2024-09-01                                                   2024-11-01
    calda  ││qualified────────────────────────────────────────────────────────────
  
  calda
    2024-09-01  deny       first
    2024-09-02  qualified  shift
    2024-09-01-calda (affirm) corrected by 2024-09-01-calda-2: Misheard
    2024-09-01-calda (affirm) corrected by 2024-09-02-calda: Misread
  
  uw
    2024-09-01-uw (affirm) corrected by 2024-09-02-uw: Misread
    2024-09-02-uw (deny) corrected by 2024-09-01-uw: Misread

Dates that say too little.

  $ aver add z "Z is so" >/dev/null
  $ printf 'holder = "uw"\nposition = "affirm"\nheld = "[..]"\n' >claims/z/2024-09-01-uw.toml
  $ printf 'holder = "uw"\nposition = "affirm"\nheld = "[2024-09-02..]"\n' >claims/z/2024-09-02-uw.toml
  $ git add -A && git commit -q --no-verify -m "By hand"
  $ aver check | grep claims/z
  claims/z/2024-09-01-uw.toml:3:8: error: "[..]" may be any day: a date in brackets says at least the last [date/open]
  claims/z/2024-09-02-uw.toml:3:8: error: "[2024-09-02..]" has no last day: write it as in [2024-10-03..2024-10-09] [date/open]
  $ aver show z
  error: claims/z/2024-09-01-uw.toml:3:8: "[..]" may be any day: a date in brackets says at least the last [date/open]
  error: claims/z/2024-09-02-uw.toml:3:8: "[2024-09-02..]" has no last day: write it as in [2024-10-03..2024-10-09] [date/open]
  hint: 2 records of z are left out of this answer: aver check
  z
  Z is so
  
  No record of anybody's position yet.
  $ rm claims/z/2024-09-0* && git commit -q -a --no-verify -m "Gone"

A position that ends before it begins, and a record that corrects and retracts, take no place. Whoever asks about their claim is
told.

  $ aver add v "V is so" >/dev/null
  $ printf 'holder = "uw"\nposition = "affirm"\nheld = 2024-09-03\nuntil = 2024-09-01\n' >claims/v/2024-09-03-uw.toml
  $ printf 'holder = "calda"\nposition = "deny"\nheld = 2024-09-02\n' >claims/v/2024-09-02-calda.toml
  $ printf 'holder = "calda"\nheld = 2024-09-04\ncorrects = "2024-09-02-calda"\nretracts = "2024-09-02-calda"\nreason = "Misread"\n' >claims/v/2024-09-04-calda.toml
  $ git add -A && git commit -q --no-verify -m "By hand"
  $ aver check | grep claims/v
  claims/v/2024-09-03-uw.toml:4:9: error: until 2024-09-01 lies before held 2024-09-03 [date/order]
  claims/v/2024-09-04-calda.toml:4:12: error: the stance both corrects and retracts another [correction/both]
  $ aver show v
  error: claims/v/2024-09-03-uw.toml: it takes no place: until 2024-09-01 lies before held 2024-09-03 [date/order]
  error: claims/v/2024-09-04-calda.toml: it takes no place: the stance both corrects and retracts another [correction/both]
  hint: 2 records of v are left out of this answer: aver check
  v
  V is so
  
    calda  deny  since 2024-09-02
        2024-09-02-calda
  $ aver due
  error: claims/v/2024-09-03-uw.toml: it takes no place: until 2024-09-01 lies before held 2024-09-03 [date/order]
  error: claims/v/2024-09-04-calda.toml: it takes no place: the stance both corrects and retracts another [correction/both]
  hint: 2 records of v are left out of this answer: aver check
  Nothing is due.
