# A proposal that is pushed to while somebody writes what they think of it

What was pushed stays, and is to be looked at first.

  $ aver init facts >/dev/null && cd facts && aver actor add borland Borland --kind state >/dev/null && aver add town/walls "The walls stand" >/dev/null
  $ aver propose survey >/dev/null; aver record walls borland affirm --held 2024-10-01 >/dev/null; aver propose --end >/dev/null
  $ cat >../rewrite <<'END'
  > git switch -q proposal/survey && sed -i 's/affirm/deny/' claims/town/walls/2024-10-01-borland.toml && git commit -qam "On second thoughts" && git switch -q main && echo "Well found." >"$1"
  > END
  $ EDITOR="sh ../rewrite" aver review comment survey
  commented on survey: claims/town/walls/2024-10-01-borland.toml, all that it has
    3b3fd42 on aver/reviews; send it: aver sync
  warning: the proposal was changed while you looked at it: this is said of what it had
  hint: aver review show survey --new
  $ git log --format=%s -2 proposal/survey
  On second thoughts
  Record borland affirm on town/walls
