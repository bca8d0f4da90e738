# What export jsonl leaves out

Executables come back as such; links are left out, and named.

  $ aver init facts >/dev/null && cd facts && aver actor add borland Borland --kind state >/dev/null
  $ printf '#!/bin/sh\n' > run.sh && chmod +x run.sh && ln -s /etc/hostname host && ln -s ../run.sh actors/link
  $ git add . && git commit -qm "A program and two links"
  $ aver init ../again >/dev/null
  $ aver export jsonl | aver -C ../again import jsonl -
  warning: actors/link is a symbolic link, and is left out
  warning: host is a symbolic link, and is left out
  imported 1 actor, 1 other file from standard input
    8 records are there already
    b036bf6 on main; undo: aver undo b036bf6
  $ for store in . ../again; do git -C $store ls-tree -r HEAD | grep -v schemas; done; test -x ../again/run.sh && echo runs
  100644 blob c3e611fbadbe9fd1c6162e42915fb9023dec95a3	.gitattributes
  100644 blob 1a2829a57453cd20024f56aeec7779982be30629	.taplo.toml
  100644 blob eccc495d1193f4543f4ee3630cb56424f203fe68	actors/borland.toml
  120000 blob 74f7c8c42dce1bc8cee15e194c499c4066472aa2	actors/link
  100644 blob 1ba187569da147cad7f1dd550ef2978205f8fcc9	aver.toml
  120000 blob 48980ad58db1b502c17dd015c92dd262ee8092af	host
  100755 blob 1a2485251c33a70432394c93fb89330ef214bfc9	run.sh
  100644 blob c3e611fbadbe9fd1c6162e42915fb9023dec95a3	.gitattributes
  100644 blob 1a2829a57453cd20024f56aeec7779982be30629	.taplo.toml
  100644 blob eccc495d1193f4543f4ee3630cb56424f203fe68	actors/borland.toml
  100644 blob 1ba187569da147cad7f1dd550ef2978205f8fcc9	aver.toml
  100755 blob 1a2485251c33a70432394c93fb89330ef214bfc9	run.sh
  runs

Nothing is left to bring.

  $ aver export jsonl 2>/dev/null | aver -C ../again import jsonl -
  imported nothing from standard input
    10 records are there already

Another mode is another file.

  $ chmod -x run.sh && git commit -qam "Not run" && aver export jsonl 2>/dev/null | aver -C ../again import jsonl -
  conflict: run.sh has another content than standard input:4 gives it: it is not executable there
  hint: what is in the store stays; --update puts in what came
  imported nothing from standard input
    9 records are there already
  [3]
  $ aver export jsonl 2>/dev/null | aver -C ../again import jsonl --update - >/dev/null; git -C ../again ls-tree HEAD run.sh | cut -c1-6
  100644

A line of a link, by another program.

  $ echo '{"schema":"aver.record/1","kind":"file","path":"x","mode":"link","text":"/etc/passwd"}' | aver import jsonl -; ls x
  warning: standard input:1:1: x is a symbolic link, and is left out [jsonl/mode]
  imported nothing from standard input
  ls: cannot access 'x': No such file or directory
  [2]

With conditions, a capture that is a link.

  $ aver add town/walls "The walls stand" >/dev/null && aver source add 2024/survey "Survey" >/dev/null
  $ aver record walls borland affirm --held 2024-10-01 --source 2024/survey >/dev/null
  $ chmod +x actors/borland.toml && git commit -qam "Executable" && rm sources/2024/survey.toml && ln -s ../../run.sh sources/2024/survey.toml && git commit -qam "A link"
  $ aver export jsonl walls | cut -c1-100
  warning: sources/2024/survey.toml is a symbolic link, and is left out
  {"schema":"aver.record/1","kind":"claim","id":"town/walls","record":{"text":"The walls stand"}}
  {"schema":"aver.record/1","kind":"stance","id":"town/walls/2024-10-01-borland","record":{"holder":"b
  {"schema":"aver.record/1","kind":"file","path":"actors/borland.toml","mode":"executable","text":"nam
