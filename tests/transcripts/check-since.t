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
  claims/dorn/act/claim.toml:1:8: warning: the claim said "Calda acts against the North", and 2 stances were recorded on that, 2024-01-01-calda first [claim/reworded]
    hint: a claim that says something else is a new one: aver add
  
  checked 6 records (1 uncommitted): 0 errors, 1 warning
  $ aver check --base before
  claims/dorn/act/claim.toml:1:8: warning: the claim said "Calda acts against the North", and 2 stances were recorded on that, 2024-01-01-calda first [claim/reworded]
    hint: a claim that says something else is a new one: aver add
  
  checked 1 record (1 uncommitted): 0 errors, 1 warning
  $ aver check --json | grep -c claim/reworded
  1
  $ git commit -qam "better words"
  $ aver check
  checked 6 records: all is well
  $ aver check --base before
  claims/dorn/act/claim.toml:1:8: warning: the claim said "Calda acts against the North", and 2 stances were recorded on that, 2024-01-01-calda first [claim/reworded]
    hint: a claim that says something else is a new one: aver add
  
  checked 1 record: 0 errors, 1 warning
  $ aver check --base HEAD
  checked 0 records: all is well
  $ aver mv dorn/act dorn/speaks >/dev/null
  $ aver check --base before
  claims/dorn/speaks/claim.toml:1:8: warning: the claim said "Calda acts against the North", and 2 stances were recorded on that, 2024-01-01-calda first [claim/reworded]
    hint: a claim that says something else is a new one: aver add
  
  checked 4 records: 0 errors, 1 warning
  $ aver mv dorn/speaks dorn/act >/dev/null
  $ aver check --base before
  claims/dorn/act/claim.toml:1:8: warning: the claim said "Calda acts against the North", and 2 stances were recorded on that, 2024-01-01-calda first [claim/reworded]
    hint: a claim that says something else is a new one: aver add
  
  checked 1 record: 0 errors, 1 warning
  $ git reset -q --hard before

A claim without stances may be put in other words, and one whose stances came with the new words.

  $ aver add dorn/arms "The United Wealds sends arms" >/dev/null
  $ git tag without
  $ sed -i 's/sends/sent/' claims/dorn/arms/claim.toml && git commit -qam words
  $ aver record arms uw affirm --held 2024-02-01 >/dev/null
  $ aver check --base without
  checked 2 records: all is well

The file of a correction goes: what it set aside stands again.

  $ git reset -q --hard before
  $ rm claims/dorn/act/2024-01-01-calda.toml
  $ aver check
  claims/dorn/act/2024-03-01-calda.toml: warning: it stands again: 2024-01-01-calda, which corrected it, is gone [correction/withdrawn]
    hint: if it is wrong all the same: aver retract dorn/act/2024-03-01-calda --reason WHY
  
  checked 5 records: 0 errors, 1 warning
  $ aver check --base before
  claims/dorn/act/2024-01-01-calda.toml: error: the stance is gone, and no other record says that it was it [record/vanished]
    hint: a stance that was wrong is retracted, not removed
  claims/dorn/act/2024-03-01-calda.toml: warning: it stands again: 2024-01-01-calda, which corrected it, is gone [correction/withdrawn]
    hint: if it is wrong all the same: aver retract dorn/act/2024-03-01-calda --reason WHY
  
  checked 0 records: 1 error, 1 warning
  [1]
  $ git commit -qam "away with it" && aver check --base before
  claims/dorn/act/2024-01-01-calda.toml: error: the stance is gone, and no other record says that it was it [record/vanished]
    hint: a stance that was wrong is retracted, not removed
  claims/dorn/act/2024-03-01-calda.toml: warning: it stands again: 2024-01-01-calda, which corrected it, is gone [correction/withdrawn]
    hint: if it is wrong all the same: aver retract dorn/act/2024-03-01-calda --reason WHY
  
  checked 0 records: 1 error, 1 warning
  [1]
  $ git reset -q --hard before
  $ sed -i '/^corrects/d;/^reason/d' claims/dorn/act/2024-01-01-calda.toml
  $ aver check
  claims/dorn/act/2024-03-01-calda.toml: warning: it stands again: 2024-01-01-calda, which corrected it, does so no longer [correction/withdrawn]
    hint: if it is wrong all the same: aver retract dorn/act/2024-03-01-calda --reason WHY
  
  checked 6 records (1 uncommitted): 0 errors, 1 warning
  $ git checkout -q .
  $ aver mv dorn/act dorn/deed >/dev/null && git rm -q claims/dorn/deed/2024-01-01-calda.toml && git commit -qm gone
  $ aver check --base before
  claims/dorn/act/2024-01-01-calda.toml: error: the stance is gone, and no other record says that it was it [record/vanished]
    hint: a stance that was wrong is retracted, not removed
  claims/dorn/deed/2024-03-01-calda.toml: warning: it stands again: 2024-01-01-calda, which corrected it, is gone [correction/withdrawn]
    hint: if it is wrong all the same: aver retract dorn/deed/2024-03-01-calda --reason WHY
  
  checked 3 records: 1 error, 1 warning
  [1]
  $ git reset -q --hard before
  $ aver retract 2024-02-01-uw --reason "it was Calda" >/dev/null && git tag retracted && ls claims/dorn/act
  2024-01-01-calda.toml
  2024-02-01-uw-2.toml
  2024-02-01-uw.toml
  2024-03-01-calda.toml
  claim.toml
  $ rm claims/dorn/act/2024-02-01-uw-2.toml
  $ aver check --base retracted
  claims/dorn/act/2024-02-01-uw-2.toml: error: the stance is gone, and no other record says that it was it [record/vanished]
    hint: a stance that was wrong is retracted, not removed
  claims/dorn/act/2024-02-01-uw.toml: warning: it stands again: 2024-02-01-uw-2, which retracted it, is gone [correction/withdrawn]
    hint: if it is wrong all the same: aver retract dorn/act/2024-02-01-uw --reason WHY
  
  checked 0 records: 1 error, 1 warning
  [1]

An id that another record had. Published texts cite it.

  $ git reset -q --hard before
  $ aver add dorn/old "An old claim" >/dev/null && aver record dorn/old uw affirm --held 2024-05-05 >/dev/null
  $ aver source add 2024/press "Press" >/dev/null
  $ git rm -qr claims/dorn/old sources/2024/press.toml && git commit -qm "gone"
  $ git tag gone
  $ aver add dorn/old "A claim of its own" >/dev/null && aver record dorn/old calda deny --held 2024-05-05 >/dev/null
  $ aver source add 2024/press "Another" >/dev/null
  $ aver check
  checked 9 records: all is well
  $ aver check --base gone
  claims/dorn/old/claim.toml: error: "dorn/old" was the id of another claim, "An old claim", until 6eb88e5 [id/reused]
    hint: aver mv dorn/old NEW-ID
  sources/2024/press.toml: error: "2024/press" was the id of another source, "Press", until 6eb88e5 [id/reused]
    hint: aver mv 2024/press NEW-ID
  
  checked 3 records: 2 errors, 0 warnings
  [1]
  $ git reset -q --hard gone
  $ aver add dorn/old "An OLD claim" >/dev/null && aver record dorn/old uw affirm --held 2024-05-05 >/dev/null
  $ aver check --base gone
  checked 2 records: all is well
  $ git reset -q --hard gone
  $ mkdir -p claims/dorn/old && echo 'text = "By hand"' >claims/dorn/old/claim.toml
  $ aver check --base gone
  claims/dorn/old/claim.toml: error: "dorn/old" was the id of another claim, "An old claim", until 6eb88e5 [id/reused]
    hint: aver mv dorn/old NEW-ID
  
  checked 1 record (1 uncommitted): 1 error, 0 warnings
  [1]

Until it went, it may have been put in other words; and a record that goes back to an id of its own is no other.

  $ git clean -qfd && aver add dorn/free "Words" >/dev/null
  $ sed -i 's/Words/Better words/' claims/dorn/free/claim.toml && git commit -qam words && git rm -qr claims/dorn/free && git commit -qm gone
  $ git tag free && aver add dorn/free "Better words" >/dev/null && aver check --base free
  checked 1 record: all is well
  $ aver mv dorn/free dorn/there >/dev/null && git tag there
  $ sed -i 's/Better words/Other words/' claims/dorn/there/claim.toml && git commit -qam words && aver mv dorn/there dorn/free >/dev/null
  $ aver check --base there
  checked 1 record: all is well

An alias is no other record's id, of no kind.

  $ aver mv actors/uw united-wealds >/dev/null
  $ printf 'name = "Another"\nkind = "state"\n' >actors/uw.toml
  $ aver check
  actors/united-wealds.toml:3:12: error: "uw" is another actor's id [alias/taken]
  
  checked 8 records (1 uncommitted): 1 error, 0 warnings
  [1]
  $ aver check --base there
  actors/united-wealds.toml:3:12: error: "uw" is another actor's id [alias/taken]
  
  checked 4 records (1 uncommitted): 1 error, 0 warnings
  [1]

A new id of a holder rewrites no stance.

  $ rm actors/uw.toml && aver check --base there
  checked 3 records: all is well

A merge within what is new, of branches that the base has not, that lost a record of one of them.

  $ git checkout -q -- . && git reset -q --hard before && git switch -qc side && aver record act uw affirm --held 2024-05-01 >/dev/null && git switch -qc work before && aver record act calda silent --held 2024-06-01 --searched "the gazette" >/dev/null
  $ git merge -q -s ours side -m "Merge side" && aver check --base before
  claims/dorn/act/2024-05-01-uw.toml: error: one side of the merge added or changed it, and the record is not in the result (a7e2810) [record/vanished]
    hint: put it back; or say why it goes: git commit --allow-empty -m "On a7e2810" -m "Drops: WHY"
  
  checked 1 record: 1 error, 0 warnings
  [1]
