# Folders that git's objects do not hold as they should

Such objects come from a broken program or a broken disk; git itself makes none.

  $ aver init facts >/dev/null && cd facts && aver actor add borland Borland --kind state >/dev/null && aver add town/walls "The walls stand" >/dev/null
  $ bytes() { printf "$(echo "$1" | sed 's/../\\x&/g')"; }
  $ raw() { git hash-object -t tree -w --literally --stdin; }
  $ with_claims() { git commit-tree -m "Damaged" -p main "$(git ls-tree main | grep -v 'claims$' | { cat; printf '040000 tree %s\tclaims\n' "$1"; } | git mktree)"; }

A folder that is cut off.

  $ git branch cut "$(with_claims "$(printf '40000 town\0\1\2' | raw)")" && aver list --known-at cut
  error: failed while reading a folder of the store
  caused by: failed to parse tree: can't parse OID
  hint: git fsck
  [7]
  $ aver diff main cut
  error: failed while reading a folder of the store
  caused by: failed to parse tree: can't parse OID
  hint: git fsck
  [7]

A folder that is a file.

  $ git branch file "$(with_claims "$({ printf '40000 town\0'; bytes "$(git rev-parse main:aver.toml)"; } | raw)")" && aver list --known-at file
  error: failed while reading a folder of the store
  caused by: the requested type does not match the type in the ODB
  [4]
  $ aver diff main file
  error: a folder of the store is no folder
  hint: git fsck
  [7]

A path that no commit of git's has.

  $ git branch dots "$(with_claims "$({ printf '40000 ..\0'; bytes "$(git rev-parse main:claims/town)"; printf '40000 town\0'; bytes "$(git rev-parse main:claims/town)"; } | raw)")" && aver add town/gate "The gate is shut" >/dev/null && aver merge dots
  error: "claims/../walls/claim.toml" is no path that git would have in a commit
  hint: git fsck
  [7]
