# What has become of records since a revision, and by hand

  $ aver init facts >/dev/null && cd facts
  $ for who in calda uw; do aver actor add $who $who --kind state >/dev/null; done
  $ aver add dorn/act "Calda acts against the North" --kind policy >/dev/null
  $ aver record act calda affirm --held 2024-03-01 >/dev/null
  $ aver correct 2024-03-01-calda deny --held 2024-01-01 --reason "misheard" >/dev/null
  $ aver record act uw deny --held 2024-02-01 >/dev/null
  $ git tag before

A claim that says something else under the stances that were recorded on it. What is set aside does not count.

  $ sed -i 's/acts against/has spoken against/' claims/dorn/act/claim.toml
  $ aver check
  $ aver check --base before
  $ aver check --json | grep -c claim/reworded
  $ git commit -qam "better words"
  $ aver check
  $ aver check --base before
  $ aver check --base HEAD
  $ aver mv dorn/act dorn/speaks >/dev/null
  $ aver check --base before
  $ aver mv dorn/speaks dorn/act >/dev/null
  $ aver check --base before
  $ git reset -q --hard before

A claim without stances may be put in other words, and one whose stances came with the new words.

  $ aver add dorn/arms "The United Wealds sends arms" >/dev/null
  $ git tag without
  $ sed -i 's/sends/sent/' claims/dorn/arms/claim.toml && git commit -qam words
  $ aver record arms uw affirm --held 2024-02-01 >/dev/null
  $ aver check --base without

The file of a correction goes: what it set aside stands again.

  $ git reset -q --hard before
  $ rm claims/dorn/act/2024-01-01-calda.toml
  $ aver check
  $ aver check --base before
  $ git commit -qam "away with it" && aver check --base before
  $ git reset -q --hard before
  $ sed -i '/^corrects/d;/^reason/d' claims/dorn/act/2024-01-01-calda.toml
  $ aver check
  $ git checkout -q .
  $ aver mv dorn/act dorn/deed >/dev/null && git rm -q claims/dorn/deed/2024-01-01-calda.toml && git commit -qm gone
  $ aver check --base before
  $ git reset -q --hard before
  $ aver retract 2024-02-01-uw --reason "it was Calda" >/dev/null && git tag retracted
  $ git rm -q claims/dorn/act/*retract* 2>/dev/null; git status --short

An id that another record had. Published texts cite it.

  $ git reset -q --hard before
  $ aver add dorn/old "An old claim" >/dev/null && aver record dorn/old uw affirm --held 2024-05-05 >/dev/null
  $ aver source add 2024/press "Press" >/dev/null
  $ git rm -qr claims/dorn/old sources/2024/press.toml && git commit -qm "gone"
  $ git tag gone
  $ aver add dorn/old "A claim of its own" >/dev/null && aver record dorn/old calda deny --held 2024-05-05 >/dev/null
  $ aver source add 2024/press "Another" >/dev/null
  $ aver check
  $ aver check --base gone
  $ git reset -q --hard gone
  $ aver add dorn/old "An OLD claim" >/dev/null && aver record dorn/old uw affirm --held 2024-05-05 >/dev/null
  $ aver check --base gone
  $ git reset -q --hard gone
  $ mkdir -p claims/dorn/old && echo 'text = "By hand"' >claims/dorn/old/claim.toml
  $ aver check --base gone

Until it went, it may have been put in other words; and a record that goes back to an id of its own is no other.

  $ git clean -qfd && aver add dorn/free "Words" >/dev/null
  $ sed -i 's/Words/Better words/' claims/dorn/free/claim.toml && git commit -qam words && git rm -qr claims/dorn/free && git commit -qm gone
  $ git tag free && aver add dorn/free "Better words" >/dev/null && aver check --base free
  $ aver mv dorn/free dorn/there >/dev/null && git tag there
  $ sed -i 's/Better words/Other words/' claims/dorn/there/claim.toml && git commit -qam words && aver mv dorn/there dorn/free >/dev/null
  $ aver check --base there

An alias is no other record's id, of no kind.

  $ aver mv actors/uw united-wealds >/dev/null
  $ printf 'name = "Another"\nkind = "state"\n' >actors/uw.toml
  $ aver check
  $ aver check --base there
