# What export jsonl leaves out

Executables come back as such; links are left out, and named.

  $ aver init facts >/dev/null && cd facts && aver actor add borland Borland --kind state >/dev/null
  $ printf '#!/bin/sh\n' > run.sh && chmod +x run.sh && ln -s /etc/hostname host && ln -s ../run.sh actors/link
  $ git add . && git commit -qm "A program and two links"
  $ aver init ../again >/dev/null
  $ aver export jsonl | aver -C ../again import jsonl -
  $ for store in . ../again; do git -C $store ls-tree -r HEAD | grep -v schemas; done; test -x ../again/run.sh && echo runs

Nothing is left to bring.

  $ aver export jsonl 2>/dev/null | aver -C ../again import jsonl -

Another mode is another file.

  $ chmod -x run.sh && git commit -qam "Not run" && aver export jsonl 2>/dev/null | aver -C ../again import jsonl -
  $ aver export jsonl 2>/dev/null | aver -C ../again import jsonl --update - >/dev/null; git -C ../again ls-tree HEAD run.sh | cut -c1-6

A line of a link, by another program.

  $ echo '{"schema":"aver.record/1","kind":"file","path":"x","mode":"link","text":"/etc/passwd"}' | aver import jsonl -; ls x

With conditions, a capture that is a link.

  $ aver add town/walls "The walls stand" >/dev/null && aver source add 2024/survey "Survey" >/dev/null
  $ aver record walls borland affirm --held 2024-10-01 --source 2024/survey >/dev/null
  $ chmod +x actors/borland.toml && git commit -qam "Executable" && rm sources/2024/survey.toml && ln -s ../../run.sh sources/2024/survey.toml && git commit -qam "A link"
  $ aver export jsonl walls | cut -c1-100
