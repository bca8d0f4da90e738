Two stances of one holder on one claim and day: an import that says one of them otherwise means the
one that it differs least from, whatever order the rows come in.

  $ aver init facts >/dev/null && cd facts
  $ printf 'claim,who,stance,date,why\nroads/tax,ada,affirm,2024-05-01,morning\nroads/tax,ada,deny,2024-05-01,evening\n' > ../two.csv
  $ map="--set claim.id={claim} --set claim.text={claim} --set stance.claim={claim} --set stance.holder={who} --set stance.position={stance} --set stance.held={date} --set stance.summary={why}"
  $ aver import csv ../two.csv $map --unknown create
  imported 2 stances, 1 claim, 1 actor from ../two.csv
    added as unknown: actors/ada.toml
    aaaa459 on main; undo: aver undo aaaa459
  $ printf 'claim,who,stance,date,why\nroads/tax,ada,deny,2024-05-01,late at night\n' > ../one.csv
  $ aver import csv ../one.csv $map
  conflict: claims/roads-tax/2024-05-01-ada-2.toml has another content than ../one.csv:2 gives it: summary
  hint: what is in the store stays; --update puts in what came
  imported nothing from ../one.csv
    1 record is there already
  [3]
  $ aver import csv ../one.csv $map --update
  updated 1 record from ../one.csv
    1 record is there already
    7f14789 on main; undo: aver undo 7f14789
  $ grep summary claims/roads-tax/2024*
  claims/roads-tax/2024-05-01-ada-2.toml:summary = "late at night"
  claims/roads-tax/2024-05-01-ada.toml:summary = "morning"
  $ printf 'claim,who,stance,date,why\nroads/tax,ada,deny,2024-05-01,at dusk\nroads/tax,ada,affirm,2024-05-01,at dawn\n' > ../turned.csv
  $ aver import csv ../turned.csv $map --update
  updated 2 records from ../turned.csv
    1 record is there already
    95e7082 on main; undo: aver undo 95e7082
  $ grep -h 'position\|summary' claims/roads-tax/2024*
  position = "deny"
  summary = "at dusk"
  position = "affirm"
  summary = "at dawn"
