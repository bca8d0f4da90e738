# What was published keeps its name, where something is left to settle, too

  $ git init -q --bare server.git
  $ mkdir ann && cd ann && aver init . >/dev/null && git remote add origin ../server.git
  $ aver actor add china China --kind state >/dev/null
  $ aver add dprk/act "China acts" --kind policy >/dev/null
  $ aver sync >/dev/null && git clone -q ../server.git ../ben

Ann and Ben record one stance each under one name; Ben corrects his; and both change the claim.

  $ aver record act china deny --held 2024-11-01 --summary "Ann" >/dev/null && sed -i 's/China acts/China does act/' claims/dprk/act/claim.toml && git commit -qam "Ann's words" && aver sync
  pushed to origin/main
  $ cd ../ben && aver record act china deny --held 2024-11-01 --summary "Ben" >/dev/null && aver correct 2024-11-01-china qualified --reason "A slip" >/dev/null && sed -i 's/China acts/China will act/' claims/dprk/act/claim.toml && git commit -qam "Ben's words"
  $ git ls-files claims; aver sync
  claims/dprk/act/2024-11-01-china-2.toml
  claims/dprk/act/2024-11-01-china.toml
  claims/dprk/act/claim.toml
  both kept, a possible duplicate: claims/dprk/act/2024-11-01-china.toml and
    claims/dprk/act/2024-11-01-china-3.toml, as yours is named now
  1 conflict to settle
  
  claims/dprk/act/claim.toml
    text
      base    China acts
      ours    China will act
      theirs  China does act
  
  1 conflict is left; settle each: aver resolve RECORD --with ours|theirs|base|edit
  or give the merge up, nothing is lost: aver resolve --give-up
  [3]
  $ aver resolve dprk/act --with theirs
  settled claims/dprk/act/claim.toml with theirs
  merged
    2a6e901 on main
  $ grep -H 'summary\|corrects' claims/dprk/act/2024-*.toml
  claims/dprk/act/2024-11-01-china-2.toml:summary = "Ben"
  claims/dprk/act/2024-11-01-china-2.toml:corrects = "2024-11-01-china-3"
  claims/dprk/act/2024-11-01-china-3.toml:summary = "Ben"
  claims/dprk/act/2024-11-01-china.toml:summary = "Ann"
  $ aver check && aver sync
  checked 5 records: all is well
  pushed to origin/main
