# Nothing from a file reaches the terminal as a command

  $ aver init facts >/dev/null && cd facts
  $ mkdir -p claims/topic/x actors
  $ printf 'text = "X \\u001b[31mis\\u202E so\\u200B"\n' > claims/topic/x/claim.toml
  $ printf 'name = "Calda\\u009b2J"\nkind = "state"\n' > actors/calda.toml
  $ printf 'holder = "calda"\nposition = "affirm"\nheld = 2024-11-01\nquote = "a\\r\\nb \\u001b]0;x\\u0007"\n' > claims/topic/x/2024-11-01-calda.toml
  $ aver commit -m "$(printf 'Sneaky \033[2J message')"
  warning: actors/calda.toml:1:8: "name" has invisible characters in it: control or bidirectional ones [text/control]
  warning: claims/topic/x/2024-11-01-calda.toml:4:9: the quote names no source to check it against [evidence/source]
  warning: claims/topic/x/2024-11-01-calda.toml:4:9: "quote" has invisible characters in it: control or bidirectional ones [text/control]
  warning: claims/topic/x/claim.toml:1:8: "text" has invisible characters in it: control or bidirectional ones [text/control]
  Sneaky ␛[2J message
    7d3f844 on main; undo: aver undo 7d3f844
  $ aver show topic/x
  topic/x
  X ␛[31mis<U+202E> so<U+200B>
  
    calda  affirm  since 2024-11-01
        "a␍
        b ␛]0;x␇"
        2024-11-01-calda
  $ aver show calda
  calda
  Calda<U+009B>2J
  
    kind  state
  
    topic/x  affirm  since 2024-11-01
        "a␍
        b ␛]0;x␇"
        2024-11-01-calda
  $ aver history topic/x --json | grep quote
              "quote": "a\r\nb \u001b]0;x\u0007",
              "quote_lang": null,
  $ aver list
  topic/x
    X ␛[31mis<U+202E> so<U+200B>
    calda affirm
  
  1 claim
  $ aver log -n 1
  7d3f844  2024-11-01 09:00  Ada Fields  Sneaky ␛[2J message
  $ printf 'h = "\033[31m\n' > claims/topic/x/2024-11-02-calda.toml
  $ aver check
  actors/calda.toml:1:8: warning: "name" has invisible characters in it: control or bidirectional ones [text/control]
  claims/topic/x/2024-11-01-calda.toml:4:9: warning: the quote names no source to check it against [evidence/source]
  claims/topic/x/2024-11-01-calda.toml:4:9: warning: "quote" has invisible characters in it: control or bidirectional ones [text/control]
  claims/topic/x/2024-11-02-calda.toml:1:6: error: not valid TOML: string: unescaped control characters other than TAB (U+0009) are explicitly prohibited [toml/syntax]
  claims/topic/x/claim.toml:1:8: warning: "text" has invisible characters in it: control or bidirectional ones [text/control]
  
  checked 4 records (1 uncommitted): 1 error, 4 warnings
  [1]

Not even where the colour is on.

  $ aver show topic/x --color always | cat -v
  ^[[1;36mtopic/x^[[0m
  X M-bM-^PM-^[[31mis<U+202E> so<U+200B>
  
    calda  ^[[32maffirm^[[0m  since 2024-11-01
        "aM-bM-^PM-^M
        b M-bM-^PM-^[]0;xM-bM-^PM-^G"
        ^[[2m2024-11-01-calda^[[0m

A capture that is gone, or is not what it was.

  $ printf 'So it is.\n' > ../page.txt
  $ rm claims/topic/x/2024-11-02-calda.toml
  $ aver source add 2024/p "A page" --capture ../page.txt
  added source 2024/p: A page, with its text of 10 bytes
    aa996f5 on main; undo: aver undo aa996f5
  $ printf 'So it was.\n' > sources/2024/p.txt
  $ aver check
  actors/calda.toml:1:8: warning: "name" has invisible characters in it: control or bidirectional ones [text/control]
  claims/topic/x/2024-11-01-calda.toml:4:9: warning: the quote names no source to check it against [evidence/source]
  claims/topic/x/2024-11-01-calda.toml:4:9: warning: "quote" has invisible characters in it: control or bidirectional ones [text/control]
  claims/topic/x/claim.toml:1:8: warning: "text" has invisible characters in it: control or bidirectional ones [text/control]
  sources/2024/p.toml:4:10: error: the capture "p.txt" has changed: its SHA-256 is 6b20c15681907234c1087135dcf766a6ac885fbb175b9100d0faae115a2433e6 [capture/changed]
  
  checked 4 records: 1 error, 4 warnings
  [1]
  $ git add -A && git commit -qm changed && aver show 2024/p
  2024/p
  A page
  
    retrieved  2024-11-01
    capture    p.txt, 11 bytes, CHANGED since it was recorded
  
  No stance cites it yet.
  $ git rm -q sources/2024/p.txt && git commit -qm gone && aver show 2024/p
  2024/p
  A page
  
    retrieved  2024-11-01
    capture    p.txt, missing from the store
  
  No stance cites it yet.
  $ aver check --known-at HEAD
  held on 2024-11-01 (today), as known at HEAD (aa18bed of 2024-11-01 09:00)
  
  actors/calda.toml:1:8: warning: "name" has invisible characters in it: control or bidirectional ones [text/control]
  claims/topic/x/2024-11-01-calda.toml:4:9: warning: the quote names no source to check it against [evidence/source]
  claims/topic/x/2024-11-01-calda.toml:4:9: warning: "quote" has invisible characters in it: control or bidirectional ones [text/control]
  claims/topic/x/claim.toml:1:8: warning: "text" has invisible characters in it: control or bidirectional ones [text/control]
  sources/2024/p.toml:3:11: error: the capture "p.txt" is not in the store [capture/missing]
  
  checked 4 records: 1 error, 4 warnings
  [1]

A file that is no record is named.

  $ echo hello > claims/README && echo x > claims/topic/y.toml
  $ aver check
  actors/calda.toml:1:8: warning: "name" has invisible characters in it: control or bidirectional ones [text/control]
  claims/README: warning: no record lives here: aver does not read this file [path/stray]
    hint: aver help format
  claims/topic/x/2024-11-01-calda.toml:4:9: warning: the quote names no source to check it against [evidence/source]
  claims/topic/x/2024-11-01-calda.toml:4:9: warning: "quote" has invisible characters in it: control or bidirectional ones [text/control]
  claims/topic/x/claim.toml:1:8: warning: "text" has invisible characters in it: control or bidirectional ones [text/control]
  claims/topic/y.toml:1:2: error: not valid TOML: key-value pair: expected '=', saw '\n' [toml/syntax]
  sources/2024/p.toml:3:11: error: the capture "p.txt" is not in the store [capture/missing]
  
  checked 5 records (1 uncommitted): 2 errors, 5 warnings
  [1]
