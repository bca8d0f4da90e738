# A word that somebody typed or set is never an option of git's

  $ git init -q --bare server.git
  $ aver init facts >/dev/null && cd facts && git remote add origin ../server.git
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null && aver sync

git takes these for the name of a remote: no program is run for them, and no file is written.

  $ aver sync -- '--upload-pack=touch ../ran; git-upload-pack'
  $ aver sync --push -- '--receive-pack=touch ../ran; git-receive-pack'
  $ git config branch.main.remote '--upload-pack=touch ../ran'
  $ aver sync
  $ git config branch.main.remote origin
  $ aver verify -- --output=../ran
  $ aver diff -- --output=../ran
  $ aver review --into=--output=../ran
  $ ls ..

A branch with such a name cannot be made with git's own commands, but somebody may send it.

  $ git update-ref refs/heads/-m HEAD && git symbolic-ref HEAD refs/heads/-m
  $ aver sync origin
  $ aver propose kept --on-current
  $ git branch
