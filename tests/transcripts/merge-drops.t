# What sync would refuse, merge and resolve refuse before they commit

  $ git init -q --bare server.git
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git
  $ for x in calda rastia tolland; do aver actor add $x ${x^} --kind state >/dev/null; done
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null && aver record act calda affirm --held 2024-10-01 >/dev/null && aver record act rastia affirm --held 2024-10-01 >/dev/null
  $ aver sync >/dev/null && git clone -q ../server.git ../ben && cd ../ben

A proposal removes a record, and does not say why.

  $ git switch -q -c proposal/rm && git rm -q claims/dorn/act/2024-10-01-calda.toml && git commit -qm rm && git switch -q main
  $ aver record act tolland deny --held 2024-10-02 >/dev/null && aver merge proposal/rm
  error: claims/dorn/act/2024-10-01-calda.toml: the stance is gone, and no other record says that it was it [record/vanished]
  hint: a stance that was wrong is retracted, not removed; or say why it goes: aver resolve --drops "WHY"
  the merge is not committed: mend these, git add them, then: aver resolve
  [7]
  $ aver sync
  error: a merge is under way
  hint: aver resolve
  [3]
  $ aver resolve --drops "It was of another day" && git log -1 --format=%B && aver sync
  merged
    e88b15d on main
  Merge proposal/rm
  
  Drops: It was of another day
  
  warning: claims/dorn/act/2024-10-01-calda.toml: the stance was taken out on purpose: It was of another day (e88b15d) [record/vanished]
  pushed to origin/main

What was removed at the remote on purpose is taken over, where something is left to settle, too.

  $ cd ../ann && aver sync >/dev/null && aver rm act/2024-10-01-rastia -m "Recorded twice" >/dev/null && aver add dorn/new "New" --kind fact >/dev/null && aver sync
  warning: claims/dorn/act/2024-10-01-rastia.toml: the stance was taken out on purpose: Recorded twice (292df67) [record/vanished]
  pushed to origin/main
  $ cd ../ben && aver add dorn/new "As new" --kind policy >/dev/null; aver sync >/dev/null; aver resolve dorn/new --with theirs && aver sync
  settled claims/dorn/new/claim.toml with theirs
  merged
    88b7fb8 on main
  pushed to origin/main

A record that others have is taken out while a merge that git began is settled.

  $ cd ../ann && aver add dorn/more "More" --kind fact >/dev/null && aver sync >/dev/null
  $ cd ../ben && aver add dorn/more "As well" --kind policy >/dev/null; git fetch -q; git merge origin/main >/dev/null 2>&1; git rm -qf claims/dorn/more/claim.toml
  $ aver resolve
  error: claims/dorn/more/claim.toml: one side of the merge added or changed it, and the record is not in the result [record/vanished]
  hint: put it back; or say why it goes: aver resolve --drops "WHY", or a line Drops: WHY in the merge's message
  the merge is not committed: mend these, git add them, then: aver resolve
  [7]
  $ aver resolve --drops "No claim of ours" && aver sync
  merged
    e5668d9 on main
  warning: claims/dorn/more/claim.toml: the claim was taken out on purpose: No claim of ours (e5668d9) [record/vanished]
  pushed to origin/main

Actors that were merged here and there: all of them lead to the one that is left.

  $ cd ../ann && aver sync >/dev/null && aver actor merge calda rastia >/dev/null && aver sync
  pushed to origin/main
  $ cd ../ben && aver actor merge rastia tolland >/dev/null && aver actor merge rastia calda >/dev/null && aver sync; cat actors/*; aver check
  renamed on both sides: it is calda now, and rastia, as you called it, is a
    former id
  merged
    e39a991 on main
  pushed to origin/main
  name = "Calda"
  kind = "state"
  aliases = [
    "rastia",
    "Rastia",
    "tolland",
    "Tolland",
  ]
  checked 4 records: all is well
