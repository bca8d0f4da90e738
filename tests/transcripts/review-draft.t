# What was typed of a review, when the editor fails

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null; aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ aver propose update >/dev/null && aver record act calda silent --held 2024-10-20 --searched briefings >/dev/null && aver propose --end >/dev/null

Nothing was typed: nothing waits.

  $ EDITOR=false aver review request-changes update
  error: the editor failed: false
  caused by: it exited with status 1
  [1]
  $ aver status | tail -2
  on main at 9dcc119
  nothing uncommitted

Something was; what the status prints takes it up again, or drops it.

  $ cat >editor <<'END'
  > echo "Name the speaker" >>"$1"; exit 1
  > END
  $ EDITOR="sh $PWD/editor" aver review request-changes update
  error: the editor failed: sh $DIR/facts/editor
  caused by: it exited with status 1
  [1]
  $ aver status | tail -2
  a draft waits: aver review request-changes update
    or drop it: aver edit reviews/update/request-changes --discard
  $ aver status --json | grep -A 2 drafts
    "drafts": [
      "aver review request-changes update"
    ]
  $ EDITOR=cat aver review request-changes update
  #! what do you say of the proposal update? Save and close.
  #! Nothing written: nothing said.
  Name the speaker
  asked for a change of update: claims/dorn/act/2024-10-20-calda.toml, all that it
    has
    6c24f8b on aver/reviews; send it: aver sync
  $ EDITOR="sh $PWD/editor" aver review comment update >/dev/null
  error: the editor failed: sh $DIR/facts/editor
  caused by: it exited with status 1
  [1]
  $ aver edit reviews/update/comment --discard
  dropped the draft of reviews/update/comment
  $ aver edit reviews/update/comment --discard
  error: there is no draft of reviews/update/comment
  hint: aver status
  [4]
  $ aver status | tail -2
  on main at 9dcc119
  nothing uncommitted
