# What lies beside records and is none

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null

What editors and systems leave is named, and not committed.

  $ echo x >claims/dorn/act/.claim.toml.swp; echo x >claims/dorn/act/claim.toml~; echo x >actors/.DS_Store; git add -f actors/.DS_Store; echo 'note = "n"' >>claims/dorn/act/claim.toml
  $ aver commit
  $ aver commit
  $ git show --stat --format=%s HEAD
  $ git status --short
  $ aver commit actors/.DS_Store
  $ rm claims/dorn/act/.claim.toml.swp claims/dorn/act/claim.toml~

Nor is a symbolic link, and it stops nothing else.

  $ ln -s claim.toml claims/dorn/act/2024-01-01-calda.toml; ln -s /tmp claims/elsewhere; echo 'note = "n"' >>actors/calda.toml
  $ aver status
  $ aver check
  $ aver commit
  $ aver commit claims/elsewhere
  $ rm claims/elsewhere claims/dorn/act/2024-01-01-calda.toml

In the place of a record it is no record: that is an error.

  $ mv actors/calda.toml .git/calda.toml; ln -s /etc/hostname actors/calda.toml; echo 'note = "m"' >>claims/dorn/act/claim.toml
  $ aver status
  $ aver commit
  $ rm actors/calda.toml; git checkout -q .

A file that git was told to take for unchanged (git update-index --assume-unchanged) keeps its edit.

  $ git update-index --assume-unchanged claims/dorn/act/claim.toml; echo 'source = "mine"' >>claims/dorn/act/claim.toml
  $ git status --short
  $ aver mv dorn/act dorn/acts
  $ aver rm dorn/act
  $ tail -1 claims/dorn/act/claim.toml
  $ git update-index --no-assume-unchanged claims/dorn/act/claim.toml; git checkout -q .
  $ aver mv dorn/act dorn/acts >/dev/null && git status --short
