# Proposals and reviews

Ann and Ben have a clone each, and a bare repository between them.

  $ as() { export GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$2" GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$2"; }
  $ as "Ann Lee" ann@example.org; git init -q --bare server.git
  $ aver init ann >/dev/null && cd ann && git remote add origin ../server.git
  $ aver actor add calda Calda --kind state >/dev/null; aver actor add uw "United Wealds" --kind state >/dev/null
  $ printf 'Ministry briefing\n\nCalda has spoken with Pellandra about restraint. The spokesman said no more.\n' > ../briefing.txt
  $ aver add dorn/act "Calda acts to restrain North Dorna" --kind policy >/dev/null
  $ aver record act calda silent --held 2024-10-31 --searched briefings >/dev/null
  $ printf '\n[review]\napprovals = 1\n' >> aver.toml && aver commit -m "One approval" >/dev/null && aver sync
  pushed to origin/main
  $ cd .. && git clone -q server.git ben && cd ann

The records that follow go on a branch of their own; what is checked out stays as it is.

  $ aver propose
  no proposal is under way: records go on main
    begin one: aver propose NAME
  $ aver review
  no proposal waits for main
  $ aver propose calda-update
  records go on proposal/calda-update now
    the files you see stay those of main; back: aver propose --end
  $ aver source add 2024/briefing "Ministry briefing" --capture ../briefing.txt
  added source 2024/briefing: Ministry briefing, with its text of 96 bytes
    78cf069 on proposal/calda-update; undo: aver undo 78cf069
  $ aver record act calda affirm --held 2024-11-01 --quote "spoken with Pellandra about restraint" --source briefing
  recorded calda affirm on dorn/act, held 2024-11-01: shift, was silent since
    2024-10-31
    quote verbatim, para 2 of 2024/briefing
    bb9d90f on proposal/calda-update; undo: aver undo bb9d90f
  $ aver propose
  records go on proposal/calda-update, which has 3 files
    look at it: aver review show calda-update
    back to main: aver propose --end
  $ aver status
  store $DIR/ann
  on main at f8405de, level with origin/main
  records go on proposal/calda-update (back: aver propose --end)
  nothing uncommitted
  $ aver status --json | grep recording
    "recording_branch": "proposal/calda-update",
  $ aver list
  on proposal/calda-update (back: aver propose --end)
  dorn/act
    Calda acts to restrain North Dorna
    calda affirm
  
  1 claim
  $ git status --short; ls claims/dorn/act
  2024-10-31-calda.toml
  claim.toml
  $ aver propose --end
  records go on main again
    look at the proposal: aver review show calda-update
    send it to others: aver sync
  $ aver list
  dorn/act
    Calda acts to restrain North Dorna
    calda silent
  
  1 claim
  $ aver sync
  pushed proposal/calda-update

Ben reads what it means, and asks for a change.

  $ cd ../ben; as "Ben Ray" ben@example.org
  $ aver sync
  level with origin/main
  1 proposal waits for review (aver review): calda-update
  $ aver review
  calda-update  needs approval  by Ann Lee  at origin
    3 files · opened just now · sound · merges cleanly · 0 of 1 approval
  
  1 proposal for main
  $ aver review show calda-update
  calda-update  needs approval  by Ann Lee  at origin
    3 files · opened just now · sound · merges cleanly · 0 of 1 approval
  
  dorn/act
    Calda acts to restrain North Dorna
    calda  silent (2024-10-31) -> affirm (2024-11-01)  learned
      - searched briefings
      + "spoken with Pellandra about restraint"
        2024/briefing, para 2
  
  added  sources/2024/briefing.toml
  
  quotes, in their places
    2024-11-01-calda  verbatim  2024/briefing, para 2
        Calda has »spoken with Pellandra about restraint«. The spokesman said no
        more.
  
  before it can be accepted
    all of it: needs 1 approval, and has none
  
  next: aver review approve calda-update
  $ aver review request-changes calda-update act -m "Name the speaker, please"
  asked for a change of calda-update: claims/dorn/act/2024-11-01-calda.toml of 3
    635bf3a on aver/reviews; send it: aver sync
  $ aver review comment calda-update -m "The rest is fine"
  commented on calda-update: 3 files, all that it has
    7a04e46 on aver/reviews; send it: aver sync
  $ aver review approve calda-update briefing
  approved calda-update: sources/2024/briefing.toml of 3
    e399e37 on aver/reviews; send it: aver sync
  $ aver sync
  pushed aver/reviews

Ann makes the second round; something else goes to main meanwhile.

  $ cd ../ann; as "Ann Lee" ann@example.org
  $ aver sync --unreviewed -m "Before the broadcast"
  reviewed meanwhile (aver review show calda-update): calda-update
  $ aver review
  calda-update  changes requested  by Ann Lee
    3 files · opened just now · sound · merges cleanly · 0 of 1 approval ·
    approved in part by Ben Ray · Ben Ray asks for a change
  
  1 proposal for main
  $ aver propose calda-update
  records go on proposal/calda-update now, which has 3 files
    the files you see stay those of main; back: aver propose --end
  $ aver actor add calda/lio "Lio Pendar"
  added actor calda/lio: Lio Pendar (person)
    970fe67 on proposal/calda-update; undo: aver undo 970fe67
  $ printf '#!/bin/sh\nsed -i "/^quote = /i speaker = \\"calda/lio\\"" "$1"\n' > ../editor && chmod +x ../editor
  $ GIT_EDITOR=../editor aver edit 2024-11-01-calda
  edited stance dorn/act/2024-11-01-calda
    f5c3bfb on proposal/calda-update; undo: aver undo f5c3bfb
  $ aver propose --end
  records go on main again
    look at the proposal: aver review show calda-update
    send it to others: aver sync
  $ aver record act uw affirm --held 2024-10-30 --summary "Said so"
  recorded uw affirm on dorn/act, held 2024-10-30: the first record of uw here
    e8a627d on main; undo: aver undo e8a627d
  $ aver sync
  error: main takes only what was reviewed: nothing was pushed
  caused by: claims/dorn/act/2024-10-30-uw.toml: needs 1 approval, and has none
  hint: aver propose NAME --from-here moves it to a proposal; aver sync --unreviewed -m WHY pushes it all the same
  [1]

Ben sees only what has changed, approves it, and accepts; the approval of the untouched source still held.

  $ cd ../ben; as "Ben Ray" ben@example.org
  $ aver sync
  level with origin/main
  $ aver review show calda-update --new
  calda-update  changes requested  by Ann Lee  at origin
    3 files · opened just now · sound · merges cleanly · 0 of 1 approval ·
    approved in part by Ben Ray · Ben Ray asks for a change
    only what has changed since round 1
  
  nothing has changed since then
  
  reviews
    2024-11-01 09:00  Ben Ray asks for a change of
      claims/dorn/act/2024-11-01-calda.toml
        Name the speaker, please
    2024-11-01 09:00  Ben Ray says of all of it
        The rest is fine
    2024-11-01 09:00  Ben Ray approves sources/2024/briefing.toml
  
  before it can be accepted
    2 files: needs 1 approval, and has none
  $ aver review show calda-update --since 3
  error: --since takes a round that was reviewed: 1
  [2]
  $ aver review accept calda-update
  error: the proposal calda-update cannot be accepted yet
  caused by: 2 files: needs 1 approval, and has none
  caused by: claims/dorn/act/2024-11-01-calda.toml: Ben Ray <ben@example.org> asks for a change
  hint: aver review show calda-update
  [1]
  $ aver review show calda-update >/dev/null; aver review approve calda-update
  approved calda-update: 3 files, all that it has
    69cbfca on aver/reviews; send it: aver sync
  $ aver review
  calda-update  approved  by Ann Lee  at origin
    3 files · opened just now · sound · merges cleanly · 1 of 1 approval ·
    approved by Ben Ray
  
  1 proposal for main
  $ aver review show calda-update --new
  calda-update  approved  by Ann Lee  at origin
    3 files · opened just now · sound · merges cleanly · 1 of 1 approval ·
    approved by Ben Ray
    only what has changed since round 1
  
  nothing has changed since then
  
  reviews
    2024-11-01 09:00  Ben Ray asks for a change of
      claims/dorn/act/2024-11-01-calda.toml
        Name the speaker, please
    2024-11-01 09:00  Ben Ray says of all of it
        The rest is fine
    2024-11-01 09:00  Ben Ray approves sources/2024/briefing.toml
    2024-11-01 09:00  Ben Ray approves all of it
  
  next: aver review accept calda-update
  $ aver review accept calda-update
  accepted calda-update: 3 files, approved by Ben Ray
    97a8c3c on main; undo: aver undo 97a8c3c
  $ aver sync
  pushed to origin/main
  ended at origin, as accepted: calda-update
  pushed aver/reviews
  $ git branch --all
    aver/reviews
  * main
    remotes/origin/HEAD -> origin/main
    remotes/origin/aver/reviews
    remotes/origin/main
  $ ls reviews/calda-update-*
  20241101t0900-ben-ray-review-ea2f2d5297a0.toml
  $ git show "origin/aver/reviews:$(git ls-tree -r --name-only origin/aver/reviews | grep -m1 review-)"; git ls-tree -r --name-only origin/aver/reviews
  event = "review"
  store = "6858639a59a4d2359e1498cc9c791d56fd0d995b"
  proposal = "calda-update-tm4t1emh"
  by = "Ben Ray <ben@example.org>"
  at = 2024-11-01T09:00:27Z
  after = ["2aec00a187f51a9e19c26fa7b4f61e3990a88a27f3e548519b3bdd163d3fd2b4"]
  verdict = "request-changes"
  round = "bb9d90f3fea5989675721e58fae3590bcec02131"
  against = "f8405de9d89cc008ea4126a35252a278f562b2ab"
  body = "Name the speaker, please"
  
  [[on]]
  path = "claims/dorn/act/2024-11-01-calda.toml"
  blob = "841e52ac4be8da03799491f3e6595356074d9567"
  rests = "ef82afd7ab744b92338cf8028e1e0c616fb609f86b39ea85b8ceb5ad1d095cca"
  calda-update-tm4t1emh/20241101t0900-ben-ray-accept-38833fd2b20e.toml
  calda-update-tm4t1emh/20241101t0900-ben-ray-review-3e0492d71dba.toml
  calda-update-tm4t1emh/20241101t0900-ben-ray-review-3f5541a1020e.toml
  calda-update-tm4t1emh/20241101t0900-ben-ray-review-507d8b4ffd2b.toml
  calda-update-tm4t1emh/20241101t0900-ben-ray-review-ea2f2d5297a0.toml
  calda-update-tm4t1emh/20241101t0900-ben-ray-round-2aec00a187f5.toml
  calda-update-tm4t1emh/rounds/bb9d90f3fea5/claims/dorn/act/2024-11-01-calda.toml
  calda-update-tm4t1emh/rounds/bb9d90f3fea5/sources/2024/briefing.toml
  calda-update-tm4t1emh/rounds/bb9d90f3fea5/sources/2024/briefing.txt

Both see the new history, and who approved it.

  $ cd ../ann; as "Ann Lee" ann@example.org
  $ aver sync
  merged
    7a7d424 on main
  error: main takes only what was reviewed: nothing was pushed
  caused by: claims/dorn/act/2024-10-30-uw.toml: needs 1 approval, and has none
  hint: aver propose NAME --from-here moves it to a proposal; aver sync --unreviewed -m WHY pushes it all the same
  [1]
  $ aver history act
  dorn/act
  Calda acts to restrain North Dorna
  
           2024-10-30                                                   2024-11-01
    calda                         │silent─────────────────│affirm─────────────────
    uw     │affirm────────────────────────────────────────────────────────────────
  
  calda
    2024-10-31  silent  first  searched briefings
    2024-11-01  affirm  shift  2024/briefing, para 2
                "spoken with Pellandra about restraint"
  
  uw
    2024-10-30  affirm  first
                Said so
  $ aver show act
  dorn/act
  Calda acts to restrain North Dorna
  
    kind  policy
  
    calda  affirm  since 2024-11-01
        "spoken with Pellandra about restraint"
        2024/briefing, para 2 · verbatim · 2024-11-01-calda
        approved by Ben Ray
    uw     affirm  since 2024-10-30
        Said so
        2024-10-30-uw
  $ aver show 2024-11-01-calda
  dorn/act/2024-11-01-calda
  Calda acts to restrain North Dorna
  
    calda  affirm  held 2024-11-01
  
    mode         direct
    quote        "spoken with Pellandra about restraint"
    stands       verbatim
    source       2024/briefing: Ministry briefing
    locator      para 2
    approved by  Ben Ray
  $ aver blame 2024-11-01-calda
  dorn/act/2024-11-01-calda
  Calda acts to restrain North Dorna
  
  claims/dorn/act/2024-11-01-calda.toml
    2024/briefing, para 2
    approved by Ben Ray
    bb9d90f  2024-11-01 09:00  Ann Lee
      holder    calda
      position  affirm
      held      2024-11-01
      mode      direct
      quote     spoken with Pellandra about restraint
      source    2024/briefing
      locator   para 2
  $ aver blame 2024-11-01-calda quote --json | grep -A3 approved
        "approved_by": [
          "Ben Ray <ben@example.org>"
        ],
        "values": [
  $ aver review --all
  calda-update  needs approval  by Ann Lee
    2 files · opened just now · sound · merges cleanly · 0 of 1 approval
  
  calda-update  accepted  by Ann Lee
    3 files · opened just now · sound · 1 of 1 approval · approved by Ben Ray
  
  2 proposals for main
  $ aver check
  checked 7 records: all is well

As rows, as JSON, as a page for a code host, and as text.

  $ aver propose wording >/dev/null && aver record act uw deny --held 2024-10-31 --summary "Took | it back" >/dev/null && aver propose --end >/dev/null
  $ aver review --format csv
  name,state,authors,opened,updated,files,errors,warnings,approvals,approvals_needed,merges,remote
  calda-update,needs approval,Ann Lee <ann@example.org>,2024-11-01 09:00,2024-11-01 09:00,2,0,0,0,1,cleanly,
  wording,needs approval,Ann Lee <ann@example.org>,2024-11-01 09:01,2024-11-01 09:01,1,0,0,0,1,cleanly,
  $ aver review --json
  {
    "schema": "aver.proposals/1",
    "into": "main",
    "proposals": [
      {
        "name": "calda-update",
        "remote": null,
        "into": "main",
        "state": "needs approval",
        "authors": [
          "Ann Lee <ann@example.org>"
        ],
        "opened": "2024-11-01 09:00",
        "updated": "2024-11-01 09:00",
        "files": 2,
        "errors": 0,
        "warnings": 0,
        "approvals": 0,
        "approvals_needed": 1,
        "approved_by": [],
        "requested_by": [],
        "withdrawn_by": null,
        "withdrawn_why": null,
        "merges": "cleanly",
        "problem": null
      },
      {
        "name": "wording",
        "remote": null,
        "into": "main",
        "state": "needs approval",
        "authors": [
          "Ann Lee <ann@example.org>"
        ],
        "opened": "2024-11-01 09:01",
        "updated": "2024-11-01 09:01",
        "files": 1,
        "errors": 0,
        "warnings": 0,
        "approvals": 0,
        "approvals_needed": 1,
        "approved_by": [],
        "requested_by": [],
        "withdrawn_by": null,
        "withdrawn_why": null,
        "merges": "cleanly",
        "problem": null
      }
    ]
  }
  $ aver review show wording --format markdown
  ### wording: needs approval
  
  1 file · sound · merges cleanly · 0 of 1 approval
  
  | claim | text | holder | scale | before | before held | between | after | after held | record | change | governs | reason | quote | source | condition |
  |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
  | dorn/act | Calda acts to restrain North Dorna | uw | stance | affirm | 2024-10-30 |  | deny | 2024-10-31 | learned |  |  |  |  |  |  |
  
  $ aver review show wording --json | head -30
  {
    "schema": "aver.proposal/1",
    "proposal": {
      "name": "wording",
      "remote": null,
      "into": "main",
      "state": "needs approval",
      "authors": [
        "Ann Lee <ann@example.org>"
      ],
      "opened": "2024-11-01 09:01",
      "updated": "2024-11-01 09:01",
      "files": 1,
      "errors": 0,
      "warnings": 0,
      "approvals": 0,
      "approvals_needed": 1,
      "approved_by": [],
      "requested_by": [],
      "withdrawn_by": null,
      "withdrawn_why": null,
      "merges": "cleanly",
      "problem": null
    },
    "round": 1,
    "since_round": null,
    "changed_since_review": [],
    "diff": {
      "schema": "aver.diff/2",
      "before": {
  $ aver review show wording --patch | tail -20
  
  dorn/act
    Calda acts to restrain North Dorna
    uw  affirm (2024-10-30) -> deny (2024-10-31)  learned
      - Said so
      + Took | it back
  
  before it can be accepted
    all of it: needs 1 approval, and has none
  
  diff --git a/claims/dorn/act/2024-10-31-uw.toml b/claims/dorn/act/2024-10-31-uw.toml
  new file mode 100644
  index 0000000..122d1ec
  --- /dev/null
  +++ b/claims/dorn/act/2024-10-31-uw.toml
  @@ -0,0 +1,4 @@
  +holder = "uw"
  +position = "deny"
  +held = 2024-10-31
  +summary = "Took | it back"

Withdrawn, and taken up again.

  $ aver review withdraw wording
  withdrawn: wording is kept as withdrawn/wording
    take it up again: aver propose wording --reopen
  $ aver review show wording
  wording  withdrawn  by Ann Lee
    1 file · opened just now · sound · merges cleanly · 0 of 1 approval ·
    withdrawn by Ann Lee
  
  dorn/act
    Calda acts to restrain North Dorna
    uw  affirm (2024-10-30) -> deny (2024-10-31)  learned
      - Said so
      + Took | it back
  
  before it can be accepted
    all of it: needs 1 approval, and has none
  $ aver propose wording
  error: a proposal wording was withdrawn
  hint: aver propose wording --reopen, or another name
  [2]
  $ aver review --all
  calda-update  needs approval  by Ann Lee
    2 files · opened just now · sound · merges cleanly · 0 of 1 approval
  
  wording  withdrawn  by Ann Lee
    1 file · opened just now · sound · merges cleanly · 0 of 1 approval ·
    withdrawn by Ann Lee
  
  calda-update  accepted  by Ann Lee
    3 files · opened just now · sound · 1 of 1 approval · approved by Ben Ray
  
  3 proposals for main
  $ aver propose wording --reopen
  records go on proposal/wording now, which has 1 file
    the files you see stay those of main; back: aver propose --end
  $ aver propose --end
  records go on main again
    look at the proposal: aver review show wording
    send it to others: aver sync
  $ aver review withdraw wording && aver sync && cd ../ben && aver sync && aver review --all; cd ../ann
  withdrawn: wording is kept as withdrawn/wording
    take it up again: aver propose wording --reopen
  error: main takes only what was reviewed: nothing was pushed
  caused by: claims/dorn/act/2024-10-30-uw.toml: needs 1 approval, and has none
  hint: aver propose NAME --from-here moves it to a proposal; aver sync --unreviewed -m WHY pushes it all the same
