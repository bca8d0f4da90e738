# What is set aside, and how it comes back

  $ aver init facts >/dev/null && cd facts
  $ aver add x "X is so" >/dev/null && aver actor add calda Calda --kind state >/dev/null
  $ aver actor add kem Kem >/dev/null
  $ aver record x calda affirm --held 2024-10-30 --until 2024-12-31 --summary "Yes, if asked" --via kem --condition "if asked" --rating "So so" --note "as heard" >/dev/null
  $ aver correct 2024-10-30-calda deny --reason "Misheard" >/dev/null

A correction that was wrong is retracted. Nothing stands in its place, and the old words come back whole.

  $ aver retract 2024-10-30-calda-2 --reason "It was heard well"
  $ aver show x
  $ aver correct x/2024-10-30-calda-3 --as x/2024-10-30-calda --reason "WHY"
  $ aver show x/2024-10-30-calda-4

An end that was wrong is retracted in the same way.

  $ aver end x/2024-10-30-calda-4 2024-11-15
  $ aver history x
  $ aver list is:ended
  $ aver list is:corrected --format csv
  $ aver export csv | cut -d, -f5,8,13,14
  $ aver show x/2024-10-30-calda-4
  $ aver retract x/2024-10-30-calda-5 --reason "It goes on"
  $ aver list is:retracted
  $ aver list is:retracted position:deny
  $ aver correct x/2024-10-30-calda-6 --as x/2024-10-30-calda-4 --reason "WHY" >/dev/null
  $ aver show x

  $ aver correct x/2024-10-30-calda-7 --as x/2024-10-30-calda-3 --reason "No words"
  $ aver add y "Y is so" >/dev/null && aver record y calda deny --held 2024-10-01 >/dev/null
  $ aver correct y/2024-10-01-calda --as x/2024-10-30-calda --reason "Another claim's"

What was retracted may be recorded anew.

  $ aver retract y/2024-10-01-calda --reason "Too early"
  $ aver record y calda deny --held 2024-10-01
  $ aver record y calda deny --held 2024-10-01

Looks that found nothing are no proof of what was said, once the record says that.

  $ aver record y kem silent --held 2024-10-02 --searched "the papers" >/dev/null
  $ aver again y/2024-10-02-kem --held 2024-10-20 --same-places >/dev/null
  $ aver correct y/2024-10-20-kem deny --reason "He did say it"
  $ aver correct y/2024-10-02-kem --held 2024-10-05 --reason "Looked three days later"
  $ aver correct y/2024-10-05-kem --held 2024-10-25 --through 2024-10-10 --reason "Later"
  $ aver correct y/2024-10-05-kem deny --summary "No" --reason "He had said it"
  $ aver show y
  $ aver check

Of one day, times say what came first; each is told.

  $ aver record y kem affirm --held 2024-10-30T09:00:00Z
  $ aver record y kem deny --held 2024-10-30T18:00:00Z
  $ aver history y --holder kem
  $ aver flips y
  $ aver record y kem qualified --held 2024-10-30

A record that takes no place is told on standard error.

  $ printf 'holder = "kem"\nposition = "deny"\nheld = 2024-11-02\nuntil = 2024-11-01\n' >claims/y/2024-11-02-kem.toml
  $ git add -A && git commit -q --no-verify -m "An end before the beginning"
  $ aver show y >/dev/null
  $ aver list holder:kem >/dev/null
  $ aver diff
