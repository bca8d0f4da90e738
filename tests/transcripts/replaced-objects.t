# What git replace put in the place of an object of this clone is read, as git reads it

  $ aver init facts >/dev/null && cd facts && aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null && aver record act calda deny --held 2024-10-01 --summary "No" >/dev/null
  $ blob=$(git rev-parse HEAD:claims/dorn/act/2024-10-01-calda.toml); git replace $blob $(git cat-file blob $blob | sed s/deny/affirm/ | git hash-object -w --stdin)
  $ git show HEAD:claims/dorn/act/2024-10-01-calda.toml | grep position; aver list; aver export csv | cut -d, -f8
  position = "affirm"
  dorn/act
    Calda acts
    calda affirm
  
  1 claim
  position
  affirm

Not where git is told not to; a clone has none of it.

  $ GIT_NO_REPLACE_OBJECTS=1 aver list | grep calda; git -c core.useReplaceRefs=false show HEAD:claims/dorn/act/2024-10-01-calda.toml | grep position
    calda deny
  position = "deny"
  $ git config core.useReplaceRefs false; aver list | grep calda; git config --unset core.useReplaceRefs
    calda deny
  $ git clone -q . ../clone && aver -C ../clone list | grep calda
    calda deny

Packed, and under another name.

  $ git pack-refs --all && git repack -qad && aver list | grep calda
    calda affirm
  $ git update-ref refs/others/$blob $(git rev-parse refs/replace/$blob) && git replace -d $blob && aver list | grep calda; GIT_REPLACE_REF_BASE=refs/others aver list | grep calda
  Deleted replace ref '4d21938105b6d4773082ccf92dd25a08e3b616d3'
    calda deny
    calda affirm

A commit, and with it all that it has.

  $ git replace HEAD HEAD~1 && aver list; aver log -n 2
  dorn/act
    Calda acts
    no record
  
  1 claim
  0afd723  2024-11-01 09:00  Ada Fields  Add claim dorn/act
  cda4423  2024-11-01 09:00  Ada Fields  Add actor calda
  $ git replace -d $(git rev-parse HEAD) >/dev/null

A chain that leads nowhere.

  $ last=$blob; for i in 1 2 3 4 5 6; do next=$(echo $i | git hash-object -w --stdin); git replace $last $next; last=$next; done; git cat-file blob $blob; aver list
  fatal: replace depth too high for object 4d21938105b6d4773082ccf92dd25a08e3b616d3
  error: failed while reading a file of the store
  caused by: git replace has a chain of more than five steps at 4d21938105b6d4773082ccf92dd25a08e3b616d3
  hint: git fsck
  [7]
