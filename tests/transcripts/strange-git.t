# A git that cannot write, or is none

  $ aver init facts >/dev/null && cd facts && aver actor add calda Calda --kind state >/dev/null && mkdir ../bin && real=$(command -v git)

On a full disk git status fails over the index that it would write for the next time. It can do without.

  $ printf '#!/bin/sh\ncase "$*" in\n*--no-optional-locks*) ;;\n*porcelain=v2*) echo "fatal: unable to write new index file" >&2; exit 128 ;;\nesac\nexec %s "$@"\n' "$real" >../bin/git; chmod +x ../bin/git
  $ echo 'note = "n"' >>actors/calda.toml; PATH=$PWD/../bin:$PATH aver status; PATH=$PWD/../bin:$PATH aver check
  $ touch .git/index.lock; aver status | tail -2; aver check; rm .git/index.lock; git checkout -q .

Something else that is called git.

  $ printf '#!/bin/sh\nexit 0\n' >../bin/git; PATH=$PWD/../bin:$PATH aver add dorn/act "Calda acts"
  $ printf '#!/bin/sh\nexit 1\n' >../bin/git; PATH=$PWD/../bin:$PATH aver add dorn/act "Calda acts"
  $ printf '#!/bin/sh\ncase "$*" in *format=*) printf "commit nonsense"; exit 0 ;; esac\nexec %s "$@"\n' "$real" >../bin/git; PATH=$PWD/../bin:$PATH AVER_INDEX=off aver log; PATH=$PWD/../bin:$PATH aver verify
