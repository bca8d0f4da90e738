# A git that cannot write, or is none

  $ aver init facts >/dev/null && cd facts && aver actor add calda Calda --kind state >/dev/null && mkdir ../bin && real=$(command -v git)

On a full disk git status fails over the index that it would write for the next time. It can do without.

  $ printf '#!/bin/sh\ncase "$*" in\n*--no-optional-locks*) ;;\n*porcelain=v2*) echo "fatal: unable to write new index file" >&2; exit 128 ;;\nesac\nexec %s "$@"\n' "$real" >../bin/git; chmod +x ../bin/git
  $ echo 'note = "n"' >>actors/calda.toml; PATH=$PWD/../bin:$PATH aver status; PATH=$PWD/../bin:$PATH aver check
  store $DIR/facts
  on main at cda4423
  
  uncommitted
    edited  actor  actors/calda.toml
  
  record them with: aver commit
  checked 1 record (1 uncommitted): all is well
  $ touch .git/index.lock; aver status | tail -2; aver check; rm .git/index.lock; git checkout -q .
  
  record them with: aver commit
  checked 1 record (1 uncommitted): all is well

Something else that is called git.

  $ printf '#!/bin/sh\nexit 0\n' >../bin/git; PATH=$PWD/../bin:$PATH aver add dorn/act "Calda acts"
  error: the program git does not answer as git does
  caused by: git var GIT_AUTHOR_IDENT: ""
  hint: git --version; which git
  [7]
  $ printf '#!/bin/sh\nexit 1\n' >../bin/git; PATH=$PWD/../bin:$PATH aver add dorn/act "Calda acts"
  error: the program git does not answer as git does
  caused by: git var GIT_AUTHOR_IDENT ended with 1 and said nothing
  hint: git --version; which git
  [7]
  $ printf '#!/bin/sh\ncase "$*" in *format=*) printf "commit nonsense"; exit 0 ;; esac\nexec %s "$@"\n' "$real" >../bin/git; PATH=$PWD/../bin:$PATH AVER_INDEX=off aver log; PATH=$PWD/../bin:$PATH aver verify
  error: what git wrote of the history cannot be understood
  hint: git --version
  error: what git wrote of the history cannot be understood
  hint: git --version
  [7]

git that cannot add a file with line ends to change.

  $ printf '#!/bin/sh\ncase "$*" in *hash-object*) echo "fatal: no filter runs" >&2; exit 128 ;; esac\nexec %s "$@"\n' "$real" >../bin/git; printf 'name = "Calda"\r\nkind = "state"\r\n' >actors/calda.toml; PATH=$PWD/../bin:$PATH aver commit; git checkout -q .
  error: git could not add actors/calda.toml
  caused by: fatal: no filter runs
