# Who signed which records

  $ aver init facts >/dev/null && cd facts
  $ ssh-keygen -q -t ed25519 -N "" -C ada -f ../key && echo "ada@example.org $(cat ../key.pub)" >../allowed
  $ git config gpg.ssh.allowedSignersFile ../allowed; git config gpg.format ssh; git config user.signingKey "$PWD/../key"
  $ git config commit.gpgSign true && aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ git config commit.gpgSign false && aver record act calda silent --held 2024-10-31 --searched briefings --summary "Said nothing" >/dev/null
  $ sed -i 's/Calda acts/Calda does act/' claims/dorn/act/claim.toml && git commit -qam "Words" && aver tag v1 --sign >/dev/null
  $ aver verify | sed 's/SHA256:.*/SHA256:…/'
  HEAD: 5 commits, 1 edition
  
  ada@example.org
    good, key SHA256:…
    2 commits, 2 files
      actors/calda.toml
      claims/dorn/act/claim.toml  changed since: unsigned
  
  unsigned
    3 commits, 10 files
      --all lists them
  
  editions
    v1  2024-11-01  good  ada@example.org
  
  3 good, 3 unsigned; the edition counts, too
  $ aver verify --all | sed 's/SHA256:.*/SHA256:…/; s/  [0-9a-f]\{7\}  /  …  /'
  HEAD: 5 commits, 1 edition
  
  ada@example.org
    good, key SHA256:…
    2 commits, 2 files
      actors/calda.toml
      claims/dorn/act/claim.toml  changed since: unsigned
  
  unsigned
    3 commits, 10 files
    …  2024-11-01 09:00  Ada Fields  Words
      claims/dorn/act/claim.toml
    …  2024-11-01 09:00  Ada Fields  Record calda silent on dorn/act
      claims/dorn/act/2024-10-31-calda.toml
    …  2024-11-01 09:00  Ada Fields  Start an aver store
      .gitattributes
      .schemas/actor.json
      .schemas/claim.json
      .schemas/review.json
      .schemas/source.json
      .schemas/stance.json
      .taplo.toml
      aver.toml
  
  editions
    v1  2024-11-01  good  ada@example.org
  
  3 good, 3 unsigned; the edition counts, too
  $ aver verify HEAD~3 --require | tail -1
  1 good, 1 unsigned
  $ aver verify HEAD~2.. --require | tail -1; aver verify HEAD~4..HEAD~2 --require | tail -1
  1 good, 2 unsigned; the edition counts, too
  2 good, and nothing else

Where it cannot answer.

  $ aver verify nowhere
  error: there is no revision or range "nowhere"
  hint: aver log
  [4]
  $ aver verify --oops
  error: there is no option --oops for "aver verify"
  hint: aver help verify
  [2]
  $ aver verify -- --oops
  error: there is no revision or range "--oops"
  hint: aver log
  [4]
  $ git clone -q --depth 1 "file://$PWD" ../shallow && aver -C ../shallow verify
  error: this is a shallow clone: its history is cut off, and the answer would be wrong
  hint: git fetch --unshallow
  [7]
  $ aver verify HEAD.. 
  HEAD..: 0 commits, 0 editions
  
  nothing to verify

  $ aver verify --help
  usage: aver verify [RANGE] [options]
  
  Who signed which records: checks the signatures of all commits of a branch or a
  range, and of the editions among them, and tells by signer which files they
  touched, and which commits are not good: unsigned, of an unknown, untrusted or
  expired key, revoked, bad. Exits with 1 where one is bad or revoked; with
  --require, where one is anything but good.
  
  Whom to trust is git's to know: OpenPGP keys by gpg's own trust, SSH keys by the
  file that gpg.ssh.allowedSignersFile names, one signer a line. A merge counts
  for what it settled itself.
  
  With --policy it judges each step of the branch by the policy, the people and
  the keys of the step before: what was let through by nobody's reviews is told,
  with exit code 1. What was pushed with aver sync --unreviewed is told, too, and
  why.
  
  With csv, jsonl or markdown there is a row for each file that a commit touched.
  
    RANGE  a revision with all before it, or A..B (default: HEAD, the whole
           branch)
  
  options
    --require        everything must be signed, and good
    --policy         what came to the branch without the reviews that its
                     aver.toml asks for
    --from REV       with --policy: only what came after this revision
    --all            each unsigned commit, too, not only how many there are
    --format FORMAT  text, json, jsonl, csv or markdown
    --json           short for --format json
    --guard on|off   in csv, a ' before what a spreadsheet would run (default: on)
  
  examples
    aver verify
        the whole branch
    aver verify @{upstream}..
        what would be pushed
    aver verify v1 --require
        the edition v1, with all that led to it
    aver verify --policy --from v1
        what was pushed past the review policy since the edition v1
    aver verify v1..v2 --format csv
        what is new in v2, for a spreadsheet
