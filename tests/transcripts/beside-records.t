# What lies beside records and is none

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null

What editors and systems leave is named, and not committed.

  $ echo x >claims/dorn/act/.claim.toml.swp; echo x >claims/dorn/act/claim.toml~; echo x >actors/.DS_Store; git add -f actors/.DS_Store; echo 'note = "n"' >>claims/dorn/act/claim.toml
  $ aver commit
  warning: actors/.DS_Store is left out: it is what an editor or a system leaves behind
  warning: claims/dorn/act/.claim.toml.swp is left out: it is what an editor or a system leaves behind
  warning: claims/dorn/act/claim.toml~ is left out: it is what an editor or a system leaves behind
  Edit claim dorn/act
    76098af on main; undo: aver undo 76098af
  $ aver commit
  warning: actors/.DS_Store is left out: it is what an editor or a system leaves behind
  warning: claims/dorn/act/.claim.toml.swp is left out: it is what an editor or a system leaves behind
  warning: claims/dorn/act/claim.toml~ is left out: it is what an editor or a system leaves behind
  nothing to commit: every record is as in the last commit
  $ git show --stat --format=%s HEAD
  Edit claim dorn/act
  
   claims/dorn/act/claim.toml | 1 +
   1 file changed, 1 insertion(+)
  $ git status --short
  A  actors/.DS_Store
  ?? claims/dorn/act/.claim.toml.swp
  ?? claims/dorn/act/claim.toml~
  $ aver commit actors/.DS_Store
  warning: actors/.DS_Store: no record lives here: aver does not read this file [path/stray]
  hint: aver help format
  Add file actors/.DS_Store
    671d261 on main; undo: aver undo 671d261
  $ rm claims/dorn/act/.claim.toml.swp claims/dorn/act/claim.toml~

Nor is a symbolic link, and it stops nothing else.

  $ ln -s claim.toml claims/dorn/act/2024-01-01-calda.toml; ln -s /tmp claims/elsewhere; echo 'note = "n"' >>actors/calda.toml
  $ aver status
  store $DIR/facts
  on main at 671d261
  
  uncommitted
    edited  actor   actors/calda.toml
    new     stance  claims/dorn/act/2024-01-01-calda.toml  1 error
    new     file    claims/elsewhere  1 error
  
  see what is wrong with: aver check
  $ aver check
  actors/.DS_Store: warning: no record lives here: aver does not read this file [path/stray]
    hint: aver help format
  claims/dorn/act/2024-01-01-calda.toml: error: a symbolic link is here, and records are plain files [path/name]
    hint: replace it by a file
  claims/elsewhere: error: a symbolic link is here, and records are plain files [path/name]
    hint: replace it by a file
  
  checked 2 records (1 uncommitted): 2 errors, 1 warning
  [1]
  $ aver commit
  warning: claims/dorn/act/2024-01-01-calda.toml is left out: it is a symbolic link
  warning: claims/elsewhere is left out: it is a symbolic link
  Edit actor calda
    5e77647 on main; undo: aver undo 5e77647
  $ aver commit claims/elsewhere
  error: claims/elsewhere: a symbolic link is here, and records are plain files [path/name]
  hint: replace it by a file
  nothing was committed
  [7]
  $ rm claims/elsewhere claims/dorn/act/2024-01-01-calda.toml

In the place of a record it is no record: that is an error.

  $ mv actors/calda.toml .git/calda.toml; ln -s /etc/hostname actors/calda.toml; sed -i 's/note = "n"/note = "m"/' claims/dorn/act/claim.toml
  $ aver status
  store $DIR/facts
  on main at 5e77647
  
  uncommitted
    edited  actor  actors/calda.toml  1 error
    edited  claim  claims/dorn/act/claim.toml
  
  see what is wrong with: aver check
  $ aver commit
  error: actors/calda.toml: a symbolic link is here, and records are plain files [path/name]
  hint: replace it by a file
  nothing was committed
  [7]
  $ EDITOR=true aver edit actors/calda
  error: actors/calda.toml is a symbolic link; records are plain files
  hint: replace it by a file
  [3]
  $ rm actors/calda.toml; git checkout -q .

A file that git was told to take for unchanged (git update-index --assume-unchanged) keeps its edit.

  $ git update-index --assume-unchanged claims/dorn/act/claim.toml; echo 'source = "mine"' >>claims/dorn/act/claim.toml
  $ git status --short
  $ aver mv dorn/act dorn/acts
  error: claims/dorn/act/claim.toml has changes that are not committed
  caused by: git was told to take it for unchanged, so that no status shows them
  hint: git update-index --no-assume-unchanged claims/dorn/act/claim.toml
  [3]
  $ aver rm dorn/act
  error: claims/dorn/act/claim.toml has changes that are not committed
  caused by: git was told to take it for unchanged, so that no status shows them
  hint: git update-index --no-assume-unchanged claims/dorn/act/claim.toml
  [3]
  $ tail -1 claims/dorn/act/claim.toml
  source = "mine"
  $ git update-index --no-assume-unchanged claims/dorn/act/claim.toml; git update-index --skip-worktree claims/dorn/act/claim.toml
  $ aver rm dorn/act
  error: claims/dorn/act/claim.toml has changes that are not committed
  caused by: git was told to take it for unchanged, so that no status shows them
  hint: git update-index --no-skip-worktree claims/dorn/act/claim.toml
  [3]
  $ git update-index --no-skip-worktree claims/dorn/act/claim.toml; git checkout -q .
  $ aver mv dorn/act dorn/acts >/dev/null && git status --short

A link that is committed, and leads elsewhere by now, stops nothing either.

  $ ln -s a.toml actors/link.toml && git add actors && git commit -qm "A link" && ln -sfn b.toml actors/link.toml && aver status
  store $DIR/facts
  on main at e019fea
  
  uncommitted
    edited  actor  actors/link.toml  1 error
  
  see what is wrong with: aver check

One that is committed is named as well, and the rest goes on.

  $ git reset -q --hard && ln -s calda.toml actors/cal.toml && ln -s act claims/dorn/too && mkdir claims/dorn/two && ln -s ../act/claim.toml claims/dorn/two/ && git add . && git commit -qm "Links"
  $ aver status
  store $DIR/facts
  on main at cd1334a
  nothing uncommitted
  a symbolic link is committed, and records are plain files: actors/cal.toml
  a symbolic link is committed, and records are plain files: actors/link.toml
  a symbolic link is committed, and records are plain files: claims/dorn/too
  a symbolic link is committed, and records are plain files:
    claims/dorn/two/claim.toml
  $ aver check
  actors/.DS_Store: warning: no record lives here: aver does not read this file [path/stray]
    hint: aver help format
  actors/cal.toml: error: a symbolic link is here, and records are plain files [path/name]
    hint: replace it by a file
  actors/link.toml: error: a symbolic link is here, and records are plain files [path/name]
    hint: replace it by a file
  claims/dorn/too: error: a symbolic link is here, and records are plain files [path/name]
    hint: replace it by a file
  claims/dorn/two/claim.toml: error: a symbolic link is here, and records are plain files [path/name]
    hint: replace it by a file
  
  checked 2 records: 4 errors, 1 warning
  [1]
  $ aver check --base HEAD~1
  actors/cal.toml: error: a symbolic link is here, and records are plain files [path/name]
    hint: replace it by a file
  claims/dorn/too: error: a symbolic link is here, and records are plain files [path/name]
    hint: replace it by a file
  claims/dorn/two/claim.toml: error: a symbolic link is here, and records are plain files [path/name]
    hint: replace it by a file
  
  checked 0 records: 3 errors, 0 warnings
  [1]
  $ aver status --json | tail -9
    "changes": [],
    "links": [
      "actors/cal.toml",
      "actors/link.toml",
      "claims/dorn/too",
      "claims/dorn/two/claim.toml"
    ],
    "drafts": []
  }
  $ aver list
  error: claims/dorn/two/claim.toml: a symbolic link is here, and records are plain files [path/name]
  hint: replace it by a file
  hint: 1 record of dorn/two is left out of this answer: aver check
  dorn/acts
    Calda acts
    no record
  
  1 claim
  $ aver show two; aver show cal; aver history two
  error: claims/dorn/two/claim.toml: a symbolic link is here, and records are plain files [path/name]
  hint: replace it by a file
  hint: 1 record of dorn/two is left out of this answer: aver check
  dorn/two
  (the claim's own file is missing or unreadable)
  
  No record of anybody's position yet.
  error: actors/cal.toml: a symbolic link is here, and records are plain files [path/name]
  hint: replace it by a file
  error: actors/cal.toml cannot be read
  hint: edit the file, then: aver commit
  error: claims/dorn/two/claim.toml: a symbolic link is here, and records are plain files [path/name]
  hint: replace it by a file
  hint: 1 record of dorn/two is left out of this answer: aver check
  dorn/two
  
  
  No record yet.
  $ git rm -q --cached actors/cal.toml && aver status
  store $DIR/facts
  on main at cd1334a
  
  uncommitted
    edited  actor  actors/cal.toml  1 error
  
  see what is wrong with: aver check
  a symbolic link is committed, and records are plain files: actors/link.toml
  a symbolic link is committed, and records are plain files: claims/dorn/too
  a symbolic link is committed, and records are plain files:
    claims/dorn/two/claim.toml
