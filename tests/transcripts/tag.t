# Editions: frozen, listed, cited, read, shared

  $ git init -q --bare server.git
  $ aver init facts >/dev/null && cd facts && git remote add origin ../server.git
  $ aver tag
  No edition yet.
  $ aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ aver record act calda silent --held 2024-10-31 --searched briefings --summary "Said nothing" >/dev/null
  $ aver tag autumn -m "As printed in autumn"
  froze edition autumn at 3fb3b51
    1 claim, 1 stance, 1 actor, 0 sources
    cite it as: facts, edition autumn of 2024-11-01, git commit
      3fb3b516030e8b534903cf7187d38faef2e6ba2a
    read it: aver show RECORD --known-at autumn; share it: aver sync
  $ aver tag spring HEAD~1
  froze edition spring at e7eb554
    1 claim, 0 stances, 1 actor, 0 sources
    cite it as: facts, edition spring of 2024-11-01, git commit
      e7eb55416f6bc87b66ea6ccc4212de1deb34ce56
    read it: aver show RECORD --known-at spring; share it: aver sync
  $ git cat-file tag autumn | tail -n +6; git cat-file tag spring | tail -n +6
  As printed in autumn
  Edition spring
  
  1 claim, 0 stances, 1 actor, 0 sources

An edition stays what it was, whatever is recorded later; every --known-at takes it.

  $ at 2024-11-06
  $ aver record act calda affirm --held 2024-11-05 --summary "Says so" >/dev/null
  $ aver show act --known-at autumn
  held on 2024-11-06 (today), as known at autumn (3fb3b51 of 2024-11-01 09:00)
  
  dorn/act
  Calda acts
  
    kind  policy
  
    calda  silent  since 2024-10-31, last checked 2024-10-31
        Said nothing
        searched briefings · 2024-10-31-calda
  $ aver list --known-at spring && aver positions --known-at autumn --format csv && aver history act --known-at autumn | tail -2
  held on 2024-11-06 (today), as known at spring (e7eb554 of 2024-11-01 09:00)
  
  dorn/act
    Calda acts
    no record
  
  1 claim
  holder,dorn/act
  calda,silent
                Said nothing
    last checked on 2024-10-31
  $ aver flips --known-at autumn; aver due --known-at autumn; aver log -n 1 --known-at spring; aver blame act --known-at autumn | head -3
  held on 2024-11-06 (today), as known at autumn (3fb3b51 of 2024-11-01 09:00)
  
  Nobody has moved.
  held on 2024-11-06 (today), as known at autumn (3fb3b51 of 2024-11-01 09:00)
  
  Nothing is due.
  e7eb554  2024-11-01 09:00  Ada Fields  Add claim dorn/act
  held on 2024-11-06 (today), as known at autumn (3fb3b51 of 2024-11-01 09:00)
  
  dorn/act
  $ aver check --known-at autumn; aver actor list --known-at spring; aver source list --known-at spring
  held on 2024-11-06 (today), as known at autumn (3fb3b51 of 2024-11-01 09:00)
  
  checked 3 records: all is well
  held on 2024-11-06 (today), as known at spring (e7eb554 of 2024-11-01 09:00)
  
  calda  state  Calda
  held on 2024-11-06 (today), as known at spring (e7eb554 of 2024-11-01 09:00)
  
  No source yet.
  $ aver diff autumn HEAD
  from 2024-11-01, as known at autumn (3fb3b51), to 2024-11-06, as known at HEAD
    (fdfcaff)
  
  dorn/act
    Calda acts
    calda  silent (2024-10-31) -> affirm (2024-11-05)  shift
  $ aver tag
  autumn  2024-11-01  Ada Fields  not signed  3 records: 1 claim, 1 stance
  spring  2024-11-01  Ada Fields  not signed  2 records: 1 claim, 0 stances
  $ aver tag --format csv
  edition,date,tagger,email,records,claims,stances,signature,commit,subject,citation
  autumn,2024-11-01,Ada Fields,ada@example.org,3,1,1,,3fb3b516030e8b534903cf7187d38faef2e6ba2a,As printed in autumn,"facts, edition autumn of 2024-11-01, git commit 3fb3b516030e8b534903cf7187d38faef2e6ba2a"
  spring,2024-11-01,Ada Fields,ada@example.org,2,1,0,,e7eb55416f6bc87b66ea6ccc4212de1deb34ce56,Edition spring,"facts, edition spring of 2024-11-01, git commit e7eb55416f6bc87b66ea6ccc4212de1deb34ce56"
  $ aver tag --json | head -20
  {
    "schema": "aver.editions/1",
    "editions": [
      {
        "name": "autumn",
        "commit": "3fb3b516030e8b534903cf7187d38faef2e6ba2a",
        "tag": "3793404e73e3fff1bd6f8db9b926d4753c9f2352",
        "tagged_at": 1730451606,
        "tagger": "Ada Fields",
        "email": "ada@example.org",
        "subject": "As printed in autumn",
        "has_signature": false,
        "records": 3,
        "claims": 1,
        "stances": 1,
        "actors": 1,
        "sources": 0,
        "reviews": 0,
        "citation": "facts, edition autumn of 2024-11-01, git commit 3fb3b516030e8b534903cf7187d38faef2e6ba2a"
      },
  $ aver tag autumn --cite
  facts, edition autumn of 2024-11-01, git commit 3fb3b516030e8b534903cf7187d38faef2e6ba2a
  $ git remote set-url origin https://ann:secret@example.org/facts.git && aver tag autumn --cite; git remote set-url origin ../server.git
  https://example.org/facts.git, edition autumn of 2024-11-01, git commit 3fb3b516030e8b534903cf7187d38faef2e6ba2a

Names that are taken, that git does not take, or that mean something else already.

  $ aver tag autumn
  error: there is an edition autumn already, and editions stay as they are
  hint: aver tag, which lists them; and another name
  [2]
  $ aver tag "two words"
  error: "two words" is no name for an edition: git takes no tag of that name
  hint: aver tag v1
  [2]
  $ aver tag v1..v2
  error: "v1..v2" is no name for an edition: git takes no tag of that name
  hint: aver tag v1
  [2]
  $ aver tag 2024-11
  error: "2024-11" is no name for an edition: --known-at takes it for a date
  hint: aver tag edition-2024-11
  [2]
  $ aver tag HEAD
  error: "HEAD" is no name for an edition: git means what is checked out by it
  hint: aver tag v1
  [2]
  $ aver tag main
  error: there is a branch main: the two would be mixed up
  hint: aver tag edition-main
  [2]
  $ aver tag autumn/late
  error: git did not make the edition
  caused by: fatal: cannot lock ref 'refs/tags/autumn/late': 'refs/tags/autumn' exists; cannot create 'refs/tags/autumn/late'
  [1]
  $ aver tag v1 nowhere
  error: there is no revision "nowhere"
  hint: aver log
  [4]
  $ aver tag --sign
  error: which edition?
  hint: aver tag NAME
  [2]
  $ aver tag autum --cite
  error: there is no edition "autum"; did you mean autumn?
  hint: aver tag autumn --cite
  [4]

What is not committed would not be in it.

  $ aver record act calda deny --held 2024-11-06 --summary "No" --no-commit >/dev/null
  $ aver tag winter
  error: what is not committed would not be in the edition
  caused by: claims/dorn/act/2024-11-06-calda.toml
  hint: aver commit, or name what you mean: aver tag NAME HEAD
  [3]
  $ aver tag winter HEAD && rm claims/dorn/act/2024-11-06-calda.toml
  froze edition winter at fdfcaff
    1 claim, 2 stances, 1 actor, 0 sources
    cite it as: facts, edition winter of 2024-11-06, git commit
      fdfcaffde4c5a4d731242d21f7da6bf4457a2a8a
    read it: aver show RECORD --known-at winter; share it: aver sync
  $ git switch -qc other && sed -i 's/Says so/Says yes/' claims/dorn/act/2024-11-05-calda.toml && git commit -qam other && git switch -q main && sed -i 's/Says so/Says no/' claims/dorn/act/2024-11-05-calda.toml && git commit -qam main && aver merge other >/dev/null
  [3]
  $ aver tag midst
  error: a merge is under way: its records are not in HEAD yet
  hint: aver resolve, or name what you mean: aver tag NAME HEAD
  [3]
  $ aver resolve --give-up >/dev/null && git branch -q -D other

Signed as git is told to sign; where that fails there is no edition.

  $ git config user.signingKey /nowhere/key && git config gpg.format ssh
  $ aver tag signed --sign
  error: the edition could not be signed
  caused by: error: Couldn't load public key /nowhere/key: No such file or directory?
  hint: git config user.signingKey, git config gpg.format
  [1]
  $ git config tag.gpgSign true && aver tag signed; git config --unset tag.gpgSign; git tag --list signed
  error: the edition could not be signed
  caused by: error: Couldn't load public key /nowhere/key: No such file or directory?
  hint: git config user.signingKey, git config gpg.format
  $ GIT_COMMITTER_NAME="" aver tag nobody HEAD
  error: git does not know who you are
  caused by: fatal: empty ident name (for <ada@example.org>) not allowed
  hint: git config --global user.name "Your Name"; git config --global user.email you@example.org
  [2]
  $ git tag light && aver tag | tail -2; git tag -d light >/dev/null
  
  no editions, as they say neither who nor when: light

sync shares them, and brings those of others; one that is not of this branch stays here.

  $ git switch -q --orphan elsewhere && git commit -q --allow-empty -m elsewhere && git tag -a -m x apart && git switch -q main
  $ aver sync
  pushed to origin/main
  shared edition autumn
  shared edition spring
  shared edition winter
  $ git -C ../server.git tag
  autumn
  spring
  winter
  $ git clone -q ../server.git ../ben && cd ../ben && aver tag
  autumn  2024-11-01  Ada Fields  not signed  3 records: 1 claim, 1 stance
  spring  2024-11-01  Ada Fields  not signed  2 records: 1 claim, 0 stances
  winter  2024-11-06  Ada Fields  not signed  4 records: 1 claim, 2 stances
  $ aver sync
  level with origin/main
  $ aver tag late -m "Ben's" >/dev/null && aver sync
  shared edition late
  $ cd ../facts && aver sync && aver tag | cut -c1-30
  level with origin/main
  autumn  2024-11-01  Ada Fields
  spring  2024-11-01  Ada Fields
  winter  2024-11-06  Ada Fields
  apart   2024-11-06  Ada Fields
  late    2024-11-06  Ada Fields
  $ aver tag late2 >/dev/null && git -C ../ben tag -a -m "another" late2 HEAD && aver sync
  shared edition late2
  $ cd ../ben && aver sync
  warning: origin has another edition late2 than this clone: yours is not shared
  hint: freeze yours under another name: aver tag NAME 9c5374f && git tag -d late2
  level with origin/main

Once his own is out of the way, git brings hers.

  $ git tag -d late2 >/dev/null && aver sync && git fetch -q --tags && aver sync
  level with origin/main
  level with origin/main

  $ aver tag --help
  usage: aver tag [NAME] [REV] [options]
  
  Freezes an edition: an annotated git tag that says who froze the store, when,
  and in which words. An edition never moves, and its name is never given twice;
  every --known-at takes it, and "aver sync" shares it. Without a name, lists the
  editions: date, who, how many records, signed or not.
  
  To cite one, give its name, its day, and the commit it stands for: the commit's
  id is a hash of every record and of all history before it, so whoever has the id
  can prove that nothing was changed. "aver tag NAME --cite" prints the line.
  
    NAME  of the new edition (default: list them)
    REV   what to freeze (default: HEAD, where nothing waits)
  
  options
    -m, --message TEXT  the edition's message
    --sign              sign it with your key, as tag.gpgSign does for all
    --cite              print how to cite the edition NAME
    --format FORMAT     text, json, jsonl, csv or markdown
    --json              short for --format json
    --guard on|off      in csv, a ' before what a spreadsheet would run (default:
                        on)
  
  examples
    aver tag 2024-autumn -m "As printed"
        freeze the edition 2024-autumn
    aver show calda-restrains-dorn --known-at 2024-autumn
        read from it
    aver diff 2024-autumn HEAD
        what has moved since

A revision that is nothing's name: what is near to it, and no word said twice.

  $ git tag -a -m x 2024-winter && aver list --known-at 2024-witner
  error: there is no revision "2024-witner"; did you mean 2024-winter?
  hint: aver tag
  [4]
  $ aver undo 2024-wintr
  error: there is no revision "2024-wintr"; did you mean 2024-winter?
  hint: aver tag
  [4]
  $ aver merge qqqqqqqq
  error: there is no revision "qqqqqqqq"
  hint: aver log
  [4]

Narrow terminals: nothing breaks inside a word.

  $ COLUMNS=60 aver tag
  autumn       2024-11-01  Ada Fields  not signed
      3 records: 1 claim, 1 stance
  spring       2024-11-01  Ada Fields  not signed
      2 records: 1 claim, 0 stances
  winter       2024-11-06  Ada Fields  not signed
      4 records: 1 claim, 2 stances
  late         2024-11-06  Ada Fields  not signed
      4 records: 1 claim, 2 stances
  late2        2024-11-06  Ada Fields  not signed
      4 records: 1 claim, 2 stances
  2024-winter  2024-11-06  Ada Fields  not signed
      4 records: 1 claim, 2 stances
