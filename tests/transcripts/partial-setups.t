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
                     sources claims/dorn
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
  rather than asking the store a thousand times: "aver export sqlite", jsonl or
  csv.

The truth is in a bare store on a server. Ann fills it from a clone with everything.

  $ git init -q --bare server.git && git -C server.git config uploadpack.allowFilter true
  $ aver init ann >/dev/null && cd ann && git remote add origin ../server.git
  $ for who in calda uw; do aver actor add $who $who --kind state >/dev/null; done
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ aver add ulvaria/aid "The UW sends aid" --kind pledge >/dev/null
  $ aver record act calda silent --held 2024-10-31 --searched briefings >/dev/null
  $ aver record aid uw affirm --held 2024-10-30 --summary "They said so" >/dev/null
  $ aver sync
  pushed to origin/main

## One topic: a sparse checkout

Ben wants the files of one topic alone.

  $ cd .. && git clone -q --sparse server.git ben && cd ben
  $ git sparse-checkout set --cone actors claims/dorn && find claims -name '*.toml' | LC_ALL=C sort
  claims/dorn/act/2024-10-31-calda.toml
  claims/dorn/act/claim.toml

What is left out is not deleted. It is found, listed, shown and checked like anything else.

  $ aver status
  store $DIR/ben
  on main at 30c4b69, level with origin/main
  nothing uncommitted
  $ aver check
  checked 6 records: all is well
  $ aver list
  dorn/act
    Calda acts
    calda silent
  ulvaria/aid
    The UW sends aid
    uw affirm
  
  2 claims
  $ aver show aid
  ulvaria/aid
  The UW sends aid
  
    kind  pledge
  
    uw  affirm  since 2024-10-30
        They said so
        2024-10-30-uw

It can be recorded on, and edited; the files that were written appear, until they are taken away again.

  $ aver record aid calda deny --held 2024-11-01 --summary "Never heard of it"
  recorded calda deny on ulvaria/aid, held 2024-11-01: the first record of calda
    here
    4be1b2f on main; undo: aver undo 4be1b2f
  $ EDITOR="sed -i s/pledge/policy/" aver edit aid
  edited claim ulvaria/aid
    e431858 on main; undo: aver undo e431858
  $ aver commit
  nothing to commit: every record is as in the last commit
  $ git status --short && find claims -name '*.toml' | LC_ALL=C sort
  claims/dorn/act/2024-10-31-calda.toml
  claims/dorn/act/claim.toml
  claims/ulvaria/aid/2024-11-01-calda.toml
  claims/ulvaria/aid/claim.toml
  $ git sparse-checkout reapply && find claims -name '*.toml' | LC_ALL=C sort
  claims/dorn/act/2024-10-31-calda.toml
  claims/dorn/act/claim.toml
  $ git status --short && aver status | tail -1
  nothing uncommitted
  $ aver mv aid ulvaria/help
  renamed claim ulvaria/aid to ulvaria/help: 3 files moved
    435158a on main; undo: aver undo 435158a
  $ aver undo HEAD
  undone: Rename claim ulvaria/aid to ulvaria/help
    9b23249 on main; undo: aver undo 9b23249
  $ aver sync
  pushed to origin/main

The others have it:

  $ cd ../ann && aver sync --pull && aver show aid
  brought forward to origin/main
    9b23249 on main
  ulvaria/aid
  The UW sends aid
  
    kind  policy
  
    calda  deny    since 2024-11-01
        Never heard of it
        2024-11-01-calda
    uw     affirm  since 2024-10-30
        They said so
        2024-10-30-uw

## A lean index

A sparse index has one entry for a folder that is left out; a split index is written in small parts.

  $ cd .. && git clone -q --sparse server.git dan && cd dan
  $ git sparse-checkout set --cone --sparse-index actors claims/dorn
  $ git ls-files --sparse claims
  claims/dorn/act/2024-10-31-calda.toml
  claims/dorn/act/claim.toml
  claims/ulvaria/
  $ aver status | tail -1
  nothing uncommitted
  $ aver record act uw affirm --held 2024-10-29 --summary "They do"
  recorded uw affirm on dorn/act, held 2024-10-29: the first record of uw here
    08b8c65 on main; undo: aver undo 08b8c65
  $ aver record aid uw deny --held 2024-11-01 --summary "No more"
  recorded uw deny on ulvaria/aid, held 2024-11-01: reversal, was affirm since
    2024-10-30
    c0a8578 on main; undo: aver undo c0a8578
  $ git status --short && aver check && aver sync
  checked 9 records: all is well
  pushed to origin/main
  $ cd .. && git clone -q server.git eve && cd eve && git update-index --split-index
  $ aver record act uw deny --held 2024-10-30 --summary "They do not"
  recorded uw deny on dorn/act, held 2024-10-30: reversal, was affirm since
    2024-10-29
    c094bf1 on main; undo: aver undo c094bf1
  $ aver undo HEAD
  undone: Record uw deny on dorn/act
    03d8ac3 on main; undo: aver undo 03d8ac3
  $ git status --short && aver check && aver sync
  checked 9 records: all is well
  pushed to origin/main

## No old contents: a partial clone

  $ cd .. && git clone -q --filter=blob:none "file://$PWD/server.git" flo && cd flo
  $ git rev-list --objects --all --missing=print | grep -c '^?'
  3

Old contents are fetched when they are asked for:

  $ aver diff --known-at ":/Add claim ulvaria/aid..HEAD" >/dev/null; aver show aid --known-at ":/Record uw affirm"
  held on 2024-11-01 (today), as known at :/Record uw affirm (08b8c65 of 2024-11-01 09:00)
  
  ulvaria/aid
  The UW sends aid
  
    kind  policy
  
    calda  deny    since 2024-11-01
        Never heard of it
        2024-11-01-calda
    uw     affirm  since 2024-10-30
        They said so
        2024-10-30-uw
  $ aver history aid
  ulvaria/aid
  The UW sends aid
  
           2024-10-30                                                   2024-11-01
    calda                                                 │deny───────────────────
    uw     │affirm────────────────────────────────────────│deny───────────────────
  
  calda
    2024-11-01  deny  first
                Never heard of it
  
  uw
    2024-10-30  affirm  first
                They said so
    2024-11-01  deny    reversal
                No more
  $ aver blame aid | head -4
  ulvaria/aid
  The UW sends aid
  
  claims/ulvaria/aid/claim.toml
  $ aver record act uw query --held 2024-11-01 --summary "What do they do?"
  recorded uw query on dorn/act, held 2024-11-01: shift, was affirm since
    2024-10-29
    390f77a on main; undo: aver undo 390f77a
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
  hint: try again when the remote can be reached: git cat-file blob 2a123900fab0ca80cbdf21b393269c8f5c031f03
  [6]
  $ mv ../away.git ../server.git
  $ aver record act calda affirm --held 2024-11-01 --summary "We do"
  recorded calda affirm on dorn/act, held 2024-11-01: shift, was silent since
    2024-10-31
    767404b on main; undo: aver undo 767404b
  $ aver show act
  dorn/act
  Calda acts
  
    kind  policy
  
    calda  affirm  since 2024-11-01
        We do
        2024-11-01-calda
    uw     query   since 2024-11-01
        What do they do?
        2024-11-01-uw
  $ git push -q origin main

And the server has everybody's:

  $ cd ../server.git && git log --format='%s' | head -5 && git fsck --strict --no-dangling
  Record calda affirm on dorn/act
  Record uw query on dorn/act
  Undo "Record uw deny on dorn/act"
  Record uw deny on dorn/act
  Record uw deny on ulvaria/aid
