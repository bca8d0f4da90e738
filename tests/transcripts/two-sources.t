# Two people capture sources at once

  $ git init -q --bare server.git
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git
  $ aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ echo "It will act." >../0.txt; aver source add 2024/page "A page" --capture ../0.txt >/dev/null; aver source add 2024/bare "No text yet" >/dev/null
  $ aver sync >/dev/null && git clone -q ../server.git ../ben

Each saves what two sources say on that day: both texts are kept, and both are right.

  $ echo "It may act." >../1.txt; echo "It must act." >../2.txt
  $ aver source add --again page ../1.txt >/dev/null; aver source add --again bare ../1.txt >/dev/null; aver sync
  pushed to origin/main
  $ cd ../ben; aver source add --again page ../2.txt >/dev/null; aver sync
  merged
    938b8c6 on main
  pushed to origin/main
  $ aver check && grep capture sources/2024/page.toml
  checked 4 records: all is well
  capture = "page.txt"
  [[recapture]]
  capture = "page-25b871058b28.txt"
  [[recapture]]
  capture = "page-27afce4d2bbe.txt"
  $ git reset -q --hard HEAD^2 && aver source add --again bare ../2.txt >/dev/null; aver sync
  1 conflict to settle
  
  sources/2024/bare.toml
    capture
      base    (absent)
      ours    bare-25b871058b28.txt
      theirs  bare-27afce4d2bbe.txt
    sha256
      base    (absent)
      ours    25b871058b28a9c989654d886c65719991fa9e52b0aea006f5a2f65f4c12d96e
      theirs  27afce4d2bbeb393d7dbbc9b405eeb89558b609fdda322986aec996584051989
    both can be kept: aver resolve 2024/bare --with both
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ aver resolve bare --with both
  both saved texts are kept: sources/2024/bare.toml
  merged
    7c55dba on main
  $ aver check && grep capture sources/2024/bare.toml && aver sync
  checked 4 records: all is well
  capture = "bare-25b871058b28.txt"
  [[recapture]]
  capture = "bare-27afce4d2bbe.txt"
  pushed to origin/main

Each adds another source under one id, and quotes it. Both are kept under two ids, and the quotes follow.

  $ aver source add 2024/briefing "A briefing" --capture ../1.txt >/dev/null && aver record act calda affirm --held 2024-11-02 --source briefing --quote "It may act." >/dev/null && aver sync
  warning: held 2024-11-02 is in the future [held/future]
  pushed to origin/main
  $ cd ../ann && aver source add 2024/briefing "Another briefing" --capture ../2.txt >/dev/null && aver record act calda affirm --held 2024-11-03 --source briefing --quote "It must act." >/dev/null && aver sync 2>&1 | grep -v '^ *$'
  warning: held 2024-11-03 is in the future [held/future]
  2 conflicts to settle
  sources/2024/briefing.toml
    title
      base    (absent)
      ours    Another briefing
      theirs  A briefing
    sha256
      base    (absent)
      ours    25b871058b28a9c989654d886c65719991fa9e52b0aea006f5a2f65f4c12d96e
      theirs  27afce4d2bbeb393d7dbbc9b405eeb89558b609fdda322986aec996584051989
    both can be kept: aver resolve 2024/briefing --with both
  sources/2024/briefing.txt
    a saved text of 2024/briefing, settled with it by --with both; or: aver
      resolve sources/2024/briefing.txt --with ours|theirs
  2 conflicts are left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  $ aver resolve sources/2024/briefing.toml --with both
  both kept, a possible duplicate: sources/2024/briefing.toml and
    sources/2024/briefing-2.toml, as yours is named now
  merged
    93d1cc7 on main
  $ aver check; grep source claims/dorn/act/*.toml; grep -H capture sources/2024/brief*.toml
  claims/dorn/act/2024-11-02-calda.toml:3:8: warning: held 2024-11-02 is in the future [held/future]
  claims/dorn/act/2024-11-03-calda.toml:3:8: warning: held 2024-11-03 is in the future [held/future]
  
  checked 8 records: 0 errors, 2 warnings
  claims/dorn/act/2024-11-02-calda.toml:source = "2024/briefing"
  claims/dorn/act/2024-11-03-calda.toml:source = "2024/briefing-2"
  sources/2024/briefing-2.toml:capture = "briefing-2.txt"
  sources/2024/briefing.toml:capture = "briefing.txt"
  $ aver sync
  pushed to origin/main

A former id that somebody writes by hand is known.

  $ aver mv calda caldera >/dev/null && printf 'holder = "calda"\nposition = "deny"\nheld = 2024-11-04\n' >claims/dorn/act/2024-11-04-calda.toml && aver check
  claims/dorn/act/2024-11-02-calda.toml:3:8: warning: held 2024-11-02 is in the future [held/future]
  claims/dorn/act/2024-11-03-calda.toml:3:8: warning: held 2024-11-03 is in the future [held/future]
  claims/dorn/act/2024-11-04-calda.toml:3:8: warning: held 2024-11-04 is in the future [held/future]
  
  checked 9 records (1 uncommitted): 0 errors, 3 warnings
