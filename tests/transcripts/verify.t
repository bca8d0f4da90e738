# Who signed which records

  $ aver init facts >/dev/null && cd facts
  $ ssh-keygen -q -t ed25519 -N "" -C ada -f ../key && echo "ada@example.org $(cat ../key.pub)" >../allowed
  $ git config gpg.ssh.allowedSignersFile ../allowed; git config gpg.format ssh; git config user.signingKey "$PWD/../key"
  $ git config commit.gpgSign true && aver actor add china China --kind state >/dev/null && aver add dprk/act "China acts" --kind policy >/dev/null
  $ git config commit.gpgSign false && aver record act china silent --held 2024-10-31 --searched briefings --summary "Said nothing" >/dev/null
  $ sed -i 's/China acts/China does act/' claims/dprk/act/claim.toml && git commit -qam "Words" && aver tag v1 --sign >/dev/null
  $ aver verify | sed 's/SHA256:.*/SHA256:…/; s/  [0-9a-f]\{7\}  /  …  /'
  HEAD: 5 commits, 1 edition
  
  ada@example.org
    good, key SHA256:…
    2 commits, 2 files
      actors/china.toml
      claims/dprk/act/claim.toml  changed since: unsigned
  
  unsigned
    3 commits, 10 files
    …  2024-11-01 09:00  Ada Fields  Words
      claims/dprk/act/claim.toml
    …  2024-11-01 09:00  Ada Fields  Record china silent on dprk/act
      claims/dprk/act/2024-10-31-china.toml
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
  
  3 good, 3 unsigned
  $ aver verify HEAD~3 --require | tail -1
  1 good, 1 unsigned
  $ aver verify HEAD~2.. --require | tail -1; aver verify HEAD~4..HEAD~2 --require | tail -1
  1 good, 2 unsigned
  2 good, and nothing else

Where it cannot answer.

  $ aver verify nowhere
  error: there is no revision or range "nowhere"
  caused by: fatal: bad revision 'nowhere'
  hint: aver log
  [4]
  $ aver verify --oops
  error: there is no option --oops for "aver verify"
  hint: aver help verify
  [2]
  $ aver verify -- --oops
  error: there is no revision or range "--oops"
  caused by: fatal: bad revision '--oops'
  hint: aver log
  [4]
  $ git clone -q --depth 1 "file://$PWD" ../shallow && aver -C ../shallow verify
  error: this is a shallow clone: its history is cut off, and the answer would be wrong
  hint: git fetch --unshallow
  [7]
  $ aver verify HEAD.. 
  HEAD..: 0 commits, 0 editions
  
  nothing to verify
