# A word that somebody typed or set is never an option of git's

  $ git init -q --bare server.git
  $ aver init facts >/dev/null && cd facts && git remote add origin ../server.git
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null && aver sync
  pushed to origin/main

git takes these for the name of a remote: no program is run for them, and no file is written.

  $ aver sync -- '--upload-pack=touch ../ran; git-upload-pack'
  fatal: strange pathname '--upload-pack=touch ../ran; git-upload-pack' blocked
  error: git could not fetch from --upload-pack=touch ../ran; git-upload-pack
  caused by: git fetch ended with 128
  hint: nothing is lost; try again when the remote can be reached
  [6]
  $ aver sync --push -- '--receive-pack=touch ../ran; git-receive-pack'
  fatal: strange pathname '--receive-pack=touch ../ran; git-receive-pack' blocked
  error: git could not fetch from --receive-pack=touch ../ran; git-receive-pack
  caused by: git fetch ended with 128
  hint: nothing is lost; try again when the remote can be reached
  [6]
  $ git config branch.main.remote '--upload-pack=touch ../ran'
  $ aver sync
  fatal: strange pathname '--upload-pack=touch ../ran' blocked
  error: git could not fetch from --upload-pack=touch ../ran
  caused by: git fetch ended with 128
  hint: nothing is lost; try again when the remote can be reached
  [6]
  $ git config branch.main.remote origin
  $ aver verify -- --output=../ran
  error: there is no revision or range "--output=../ran"
  hint: aver log
  [4]
  $ aver diff -- --output=../ran
  error: there is no revision "--output="
  hint: aver log
  [4]
  $ aver review --into=--output=../ran
  error: there is no branch --output=../ran
  hint: git branch
  [4]
  $ ls ..
  facts
  server.git

A branch with such a name cannot be made with git's own commands, but somebody may send it.

  $ git update-ref refs/heads/-m HEAD && git symbolic-ref HEAD refs/heads/-m
  $ aver sync origin
  pushed to origin/-m
  $ aver propose kept --on-current
  -m is now proposal/kept, and is checked out: records go there
    look at it: aver review show kept
  $ git branch
    main
  * proposal/kept
