# Not all of a store on one machine

  $ aver help scale
  A store of a million stances is an ordinary git repository of less than a GB,
  and a command costs what it touches or prints, not what the store holds. What to
  look after:
  
    fan out  at most a thousand entries a folder: claims/un/session-12/rc-0001,
             not claims/rc-0001
    bulk     an import writes packs, not a file an object
    upkeep   "aver maintain" after an import, and when a hint says so
    index    made by the first question that it pays for, and kept up by each
             ("aver index status"): for 870,109 stances 12 s of CPU, once, and 177
             MB under .git/aver
  
  A team keeps the truth in a bare store on any git server, and fills it from many
  clones: "aver sync" fetches, merges by record and field, checks and pushes.
  Nobody needs all of it:
  
    a topic          git clone --sparse URL; git sparse-checkout set --cone actors
                     sources claims/dprk
    a lean index     git sparse-checkout set --sparse-index …, or git update-index
                     --split-index
    no work tree     git clone --bare URL: reading and recording work, and are
                     quickest there
    no old contents  git clone --filter=blob:none URL: contents are fetched as git
                     needs them
  
  What lies outside a sparse checkout is read from the commits: it is found,
  shown, checked and recorded on like anything else. Files that aver writes there
  appear until "git sparse-checkout reapply" takes them away again.
  
  In a clone without old contents, aver has git fetch what it comes to read, one
  file after the other: for a look at a few records that is quick, for a check of
  all it is not.
  
  For statistics, dashboards and joins with other data, export into a warehouse
  rather than asking the store a thousand times: "aver export --format sqlite",
  jsonl or csv.

The truth is in a bare store on a server. Ann fills it from a clone with everything.

  $ git init -q --bare server.git && git -C server.git config uploadpack.allowFilter true
  $ aver init ann >/dev/null && cd ann && git remote add origin ../server.git
  $ for who in china us; do aver actor add $who $who --kind state >/dev/null; done
  $ aver add dprk/act "China acts" --kind policy >/dev/null
  $ aver add ukraine/aid "The US sends aid" --kind pledge >/dev/null
  $ aver record act china silent --held 2024-10-31 --searched briefings >/dev/null
  $ aver record aid us affirm --held 2024-10-30 --summary "They said so" >/dev/null
  $ aver sync
  pushed to origin/main

## One topic: a sparse checkout

Ben wants the files of one topic alone.

  $ cd .. && git clone -q --sparse server.git ben && cd ben
  $ git sparse-checkout set --cone actors claims/dprk && find claims -name '*.toml' | LC_ALL=C sort
  claims/dprk/act/2024-10-31-china.toml
  claims/dprk/act/claim.toml

What is left out is not deleted. It is found, listed, shown and checked like anything else.

  $ aver status
  store $DIR/ben
  on main at b0f0b84, level with origin/main
  nothing uncommitted
  $ aver check
  checked 6 records: all is well
  $ aver list
  dprk/act
    China acts
    china silent
  ukraine/aid
    The US sends aid
    us affirm
  
  2 claims
  $ aver show aid
  ukraine/aid
  The US sends aid
  
    kind  pledge
  
    us  affirm  since 2024-10-30
        They said so
        2024-10-30-us

It can be recorded on, and edited; the files that were written appear, until they are taken away again.

  $ aver record aid china deny --held 2024-11-01 --summary "Never heard of it"
  recorded china deny on ukraine/aid, held 2024-11-01: the first record of china
    here
    cd7bd47 on main; undo: aver undo cd7bd47
  $ EDITOR="sed -i s/pledge/policy/" aver edit aid
  edited claim ukraine/aid
    3b80704 on main; undo: aver undo 3b80704
  $ aver commit
  nothing to commit: every record is as in the last commit
  $ git status --short && find claims -name '*.toml' | LC_ALL=C sort
  claims/dprk/act/2024-10-31-china.toml
  claims/dprk/act/claim.toml
  claims/ukraine/aid/2024-11-01-china.toml
  claims/ukraine/aid/claim.toml
  $ git sparse-checkout reapply && find claims -name '*.toml' | LC_ALL=C sort
  claims/dprk/act/2024-10-31-china.toml
  claims/dprk/act/claim.toml
  $ git status --short && aver status | tail -1
  nothing uncommitted
  $ aver mv aid ukraine/help
  renamed claim ukraine/aid to ukraine/help: 3 files moved
    d1fdeaa on main; undo: aver undo d1fdeaa
  $ aver undo HEAD
  undone: Rename claim ukraine/aid to ukraine/help
    54152dd on main; undo: aver undo 54152dd
  $ aver sync
  pushed to origin/main

The others have it:

  $ cd ../ann && aver sync --pull && aver show aid
  brought forward to origin/main
    54152dd on main
  ukraine/aid
  The US sends aid
  
    kind  policy
  
    china  deny    since 2024-11-01
        Never heard of it
        2024-11-01-china
    us     affirm  since 2024-10-30
        They said so
        2024-10-30-us

## A lean index

A sparse index has one entry for a folder that is left out; a split index is written in small parts.

  $ cd .. && git clone -q --sparse server.git dan && cd dan
  $ git sparse-checkout set --cone --sparse-index actors claims/dprk
  $ git ls-files --sparse claims
  claims/dprk/act/2024-10-31-china.toml
  claims/dprk/act/claim.toml
  claims/ukraine/
  $ aver status | tail -1
  nothing uncommitted
  $ aver record act us affirm --held 2024-10-29 --summary "They do"
  recorded us affirm on dprk/act, held 2024-10-29: the first record of us here
    d69c6b1 on main; undo: aver undo d69c6b1
  $ aver record aid us deny --held 2024-11-01 --summary "No more"
  recorded us deny on ukraine/aid, held 2024-11-01: reversal, was affirm since
    2024-10-30
    e0a093d on main; undo: aver undo e0a093d
  $ git status --short && aver check && aver sync
  checked 9 records: all is well
  pushed to origin/main
  $ cd .. && git clone -q server.git eve && cd eve && git update-index --split-index
  $ aver record act us deny --held 2024-10-30 --summary "They do not"
  recorded us deny on dprk/act, held 2024-10-30: reversal, was affirm since
    2024-10-29
    b9715c6 on main; undo: aver undo b9715c6
  $ aver undo HEAD
  undone: Record us deny on dprk/act
    e3571e2 on main; undo: aver undo e3571e2
  $ git status --short && aver check && aver sync
  checked 9 records: all is well
  pushed to origin/main

## No old contents: a partial clone

  $ cd .. && git clone -q --filter=blob:none "file://$PWD/server.git" flo && cd flo
  $ git rev-list --objects --all --missing=print | grep -c '^?'
  3

Old contents are fetched when they are asked for:

  $ aver diff --known-at ":/Add claim ukraine/aid..HEAD" >/dev/null; aver show aid --known-at ":/Record us affirm"
  held on 2024-11-01 (today), as known at :/Record us affirm (d69c6b1 of 2024-11-01 09:00)
  
  ukraine/aid
  The US sends aid
  
    kind  policy
  
    china  deny    since 2024-11-01
        Never heard of it
        2024-11-01-china
    us     affirm  since 2024-10-30
        They said so
        2024-10-30-us
  $ aver history aid
  ukraine/aid
  The US sends aid
  
           2024-10-30                                                   2024-11-01
    china                                                 │deny───────────────────
    us     │affirm────────────────────────────────────────│deny───────────────────
  
  china
    2024-11-01  deny  first
                Never heard of it
  
  us
    2024-10-30  affirm  first
                They said so
    2024-11-01  deny    reversal
                No more
  $ aver blame aid | head -4
  ukraine/aid
  The US sends aid
  
  claims/ukraine/aid/claim.toml
  $ aver record act us query --held 2024-11-01 --summary "What do they do?"
  recorded us query on dprk/act, held 2024-11-01: shift, was affirm since
    2024-10-29
    4f37751 on main; undo: aver undo 4f37751
  $ aver maintain --dry-run | grep objects | sed 's/[0-9.]* kB/SIZE/'
  objects  nothing to do  6 loose objects, 3 packs; left alone: this clone fetches
                          objects as they are needed
  now: 6 loose objects, 3 packs, SIZE
  $ aver sync
  pushed to origin/main

A bare clone is quickest to record in, and it can be a partial one, too.

  $ cd .. && git clone -q --bare --filter=blob:none "file://$PWD/server.git" gus.git && cd gus.git
  $ git rev-list --objects --all --missing=print | grep -c '^?' | sed 's/[1-9][0-9]*/all/'
  all
  $ mv ../server.git ../away.git && aver show act
  error: a file is not in this partial clone, and could not be fetched
  caused by: fatal: '$DIR/server.git' does not appear to be a git repository
  hint: try again when the remote can be reached: git cat-file blob e311b9222e7d36fe00aecece483516be2cdba54d
  [6]
  $ mv ../away.git ../server.git
  $ aver record act china affirm --held 2024-11-01 --summary "We do"
  recorded china affirm on dprk/act, held 2024-11-01: shift, was silent since
    2024-10-31
    c2a28d8 on main; undo: aver undo c2a28d8
  $ aver show act
  dprk/act
  China acts
  
    kind  policy
  
    china  affirm  since 2024-11-01
        We do
        2024-11-01-china
    us     query   since 2024-11-01
        What do they do?
        2024-11-01-us
  $ git push -q origin main

And the server has everybody's:

  $ cd ../server.git && git log --format='%s' | head -5 && git fsck --strict --no-dangling
  Record china affirm on dprk/act
  Record us query on dprk/act
  Undo "Record us deny on dprk/act"
  Record us deny on dprk/act
  Record us deny on ukraine/aid
