What diff says of a record that can no longer be read: that, and nothing of its holder. It has not
been removed.

  $ aver init facts >/dev/null && cd facts
  $ aver add topic/x "X is so" >/dev/null
  $ aver record x calda deny --held 2024-10-30 --create >/dev/null
  $ aver record x janor affirm --held 2024-10-30 --create >/dev/null
  $ cp claims/topic/x/2024-10-30-calda.toml whole
  $ printf '<<<<<<< HEAD\n' >> claims/topic/x/2024-10-30-calda.toml
  $ git commit -qam "A merge gone wrong"
  $ aver record x janor deny --held 2024-10-31 >/dev/null
  $ aver diff HEAD~2
  error: claims/topic/x/2024-10-30-calda.toml:4:1: not valid TOML: root table: expected keys, tables, whitespace or comments, saw '<' [toml/syntax]
  hint: 1 record of topic/x is left out of this answer: aver check
  from 2024-11-01, as known at HEAD~2 (424f708), to 2024-11-01, as known at HEAD
    (1d89d27)
  
  topic/x
    X is so
    janor  affirm (2024-10-30) -> deny (2024-10-31)  learned
  $ cp whole claims/topic/x/2024-10-30-calda.toml && git commit -qam "Mended"
  $ aver diff
  error: claims/topic/x/2024-10-30-calda.toml:4:1: not valid TOML: root table: expected keys, tables, whitespace or comments, saw '<' [toml/syntax]
  hint: 1 record of topic/x is left out of this answer: aver check
  no position differs between HEAD~1 (2024-11-01) and HEAD (2024-11-01)
