# A record in the user's editor

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null
  $ aver add dorn/restrain "Calda acts to restrain North Dorna" --kind policy >/dev/null
  $ aver record restrain calda affirm --held 2024-10-31 --summary "Says so" >/dev/null

An editor that changes one thing; comments stay.

  $ EDITOR="sed -i s/acts/moves/" aver edit restrain
  edited claim dorn/restrain
    fd17100 on main; undo: aver undo fd17100
  $ EDITOR="sed -i 1i#seen" aver edit claims/dorn/restrain/claim.toml
  edited claim dorn/restrain
    0bab6d4 on main; undo: aver undo 0bab6d4
  $ cat claims/dorn/restrain/claim.toml && git status --short
  #seen
  text = "Calda moves to restrain North Dorna"
  kind = "policy"
  $ EDITOR=true aver edit restrain
  nothing was changed
  $ EDITOR="sed -i s/affirm/deny/" aver edit 2024-10-31-calda
  edited stance dorn/restrain/2024-10-31-calda
    a3719b6 on main; undo: aver undo a3719b6
  note: what was recorded before is now in git's history alone; "aver correct" keeps it beside the new

An editor that fails, or that there is not.

  $ EDITOR=false aver edit restrain
  error: the editor failed: false
  caused by: it exited with status 1
  [1]
  $ EDITOR=no-such-editor aver edit restrain
  no-such-editor: 1: no-such-editor: not found
  error: the editor failed: no-such-editor
  caused by: it exited with status 127
  [1]
  $ TERM=dumb VISUAL= EDITOR= aver edit restrain
  error: git knows no editor to open
  hint: export EDITOR=nano
  [2]
  $ aver edit restrain --discard
  error: there is no draft of claims/dorn/restrain/claim.toml
  [4]
  $ aver edit restrain --discard
  error: there is no draft of claims/dorn/restrain/claim.toml
  [4]

What is no TOML, or no good record: the text is kept, and offered again with the messages.

  $ EDITOR="sed -i s/kind/kind=/" aver edit restrain
  error: claims/dorn/restrain/claim.toml:3:7: not valid TOML: value: could not determine value type [toml/syntax]
  your text is kept; take it up again: aver edit restrain
  or drop it: aver edit restrain --discard
  [7]
  $ EDITOR="sed -i s/policy/policies/" aver edit restrain
  taking up your draft of claims/dorn/restrain/claim.toml
  error: claims/dorn/restrain/claim.toml:3:7: not valid TOML: value: could not determine value type [toml/syntax]
  your text is kept; take it up again: aver edit restrain
  or drop it: aver edit restrain --discard
  [7]
  $ EDITOR="sed -i s/kind=/kind/" aver edit restrain
  taking up your draft of claims/dorn/restrain/claim.toml
  error: claims/dorn/restrain/claim.toml:3:8: "policies" is no kind: one of fact, event, pledge, policy, prediction, quote [word/unknown]
  your text is kept; take it up again: aver edit restrain
  or drop it: aver edit restrain --discard
  [7]
  $ EDITOR="cat" aver edit restrain
  taking up your draft of claims/dorn/restrain/claim.toml
  #! error, line 3: "policies" is no kind: one of fact, event, pledge, policy, prediction, quote
  #seen
  text = "Calda moves to restrain North Dorna"
  kind = "policies"
  error: claims/dorn/restrain/claim.toml:3:8: "policies" is no kind: one of fact, event, pledge, policy, prediction, quote [word/unknown]
  your text is kept; take it up again: aver edit restrain
  or drop it: aver edit restrain --discard
  [7]
  $ EDITOR="sed -i s/policies/event/" aver edit restrain --no-commit
  taking up your draft of claims/dorn/restrain/claim.toml
  edited claim dorn/restrain
    not committed: claims/dorn/restrain/claim.toml; commit: aver commit
  $ git checkout -q .
  $ EDITOR="sed -i s/policy/policies/" aver edit restrain
  error: claims/dorn/restrain/claim.toml:3:8: "policies" is no kind: one of fact, event, pledge, policy, prediction, quote [word/unknown]
  your text is kept; take it up again: aver edit restrain
  or drop it: aver edit restrain --discard
  [7]
  $ cat claims/dorn/restrain/claim.toml; find .git/aver/drafts -type f
  #seen
  text = "Calda moves to restrain North Dorna"
  kind = "policy"
  .git/aver/drafts/claims/dorn/restrain/claim.toml
  .git/aver/drafts/claims/dorn/restrain/claim.toml.base
  $ EDITOR="truncate -s 0" aver edit restrain
  taking up your draft of claims/dorn/restrain/claim.toml
  error: the text was emptied: nothing is changed
  hint: aver rm restrain
  [1]
  $ EDITOR="sed -i s/calda/cadla/" aver edit 2024-10-31-calda
  error: claims/dorn/restrain/2024-10-31-calda.toml:1:10: there is no actor "cadla" in this store [reference/holder]
  hint: aver actor add cadla NAME
  your text is kept; take it up again: aver edit 2024-10-31-calda
  or drop it: aver edit 2024-10-31-calda --discard
  [7]

Somebody else is quicker.

  $ cat >../slow-editor <<'END'
  > sed -i 's/North Dorna/Pellandra/' "$1"
  > sed -i 's/kind = .*/kind = "fact"/' claims/dorn/restrain/claim.toml && aver commit -m "Ann was here" >/dev/null
  > END
  $ EDITOR="sh ../slow-editor" aver edit restrain
  error: claims/dorn/restrain/claim.toml was changed by somebody else meanwhile
  your text is kept; take it up again: aver edit restrain
  or drop it: aver edit restrain --discard
  [3]
  $ EDITOR=cat aver edit restrain
  taking up your draft of claims/dorn/restrain/claim.toml
  #seen
  text = "Calda moves to restrain Pellandra"
  kind = "fact"
  edited claim dorn/restrain
    3224eea on main; undo: aver undo 3224eea
  $ cat claims/dorn/restrain/claim.toml
  #seen
  text = "Calda moves to restrain Pellandra"
  kind = "fact"
  $ cat >../slow-editor <<'END'
  > sed -i 's/kind = .*/kind = "event"/' "$1"
  > sed -i 's/kind = .*/kind = "policy"/' claims/dorn/restrain/claim.toml && aver commit -m "Ann was here" >/dev/null
  > END
  $ EDITOR="sh ../slow-editor" aver edit restrain
  error: claims/dorn/restrain/claim.toml was changed by somebody else meanwhile
  your text is kept; take it up again: aver edit restrain
  or drop it: aver edit restrain --discard
  [3]
  $ EDITOR=cat aver edit restrain
  taking up your draft of claims/dorn/restrain/claim.toml
  #! others have changed the record since this draft was begun; now it has:
  #! kind = "policy"
  #seen
  text = "Calda moves to restrain Pellandra"
  kind = "event"
  edited claim dorn/restrain
    4aa9d5d on main; undo: aver undo 4aa9d5d
  $ cat claims/dorn/restrain/claim.toml
  #seen
  text = "Calda moves to restrain Pellandra"
  kind = "event"

Hand edits that are not committed, and the settings.

  $ echo "note = 'by hand'" >>claims/dorn/restrain/claim.toml
  $ EDITOR="sed -i s/event/fact/" aver edit restrain
  error: claims/dorn/restrain/claim.toml has changes that are not committed
  hint: aver commit claims/dorn/restrain/claim.toml
  [3]
  $ git checkout -q .
  $ EDITOR="sed -i s/moves/acts/" aver edit restrain --no-commit
  edited claim dorn/restrain
    not committed: claims/dorn/restrain/claim.toml; commit: aver commit
  $ git diff --stat
   claims/dorn/restrain/claim.toml | 2 +-
   1 file changed, 1 insertion(+), 1 deletion(-)
  $ EDITOR="sed -i s/format/fromat/" aver edit aver.toml
  error: aver.toml:1:1: the key "format" is missing [key/missing]
  warning: aver.toml:6:1: the key "fromat" is not known; it is kept as it is [key/unknown]
  your text is kept; take it up again: aver edit aver.toml
  or drop it: aver edit aver.toml --discard
  [7]
  $ aver edit aver.toml --discard
  dropped the draft of aver.toml
