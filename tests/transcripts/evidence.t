# Saved texts, and quotes that are really there

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null && aver actor add kem "Kem Yarr-olin" >/dev/null
  $ aver add dorn/restrain "Calda acts to restrain North Dorna" --kind policy >/dev/null
  $ cat >page.html <<'END'
  > <!doctype html><html><head><title>Ministers meet</title><script>no()</script></head><body>
  > <h1>Ministers meet</h1>
  > <p>“Calda will not act on the 102 requests,” the minister said.</p>
  > <p>“We condemn it,” he added, “in the strongest terms — all of it.”</p>
  > </body></html>
  > END
  $ aver source add 2024/ministers "Ministers meet" --capture page.html --published 2024-10-31
  added source 2024/ministers: Ministers meet, with its text of 157 bytes, and the
    page it was taken out of
    34a8739 on main; undo: aver undo 34a8739
  $ cat sources/2024/ministers.txt; cmp page.html sources/2024/ministers.html && cat sources/2024/ministers.toml
  Ministers meet
  
  “Calda will not act on the 102 requests,” the minister said.
  
  “We condemn it,” he added, “in the strongest terms — all of it.”
  title = "Ministers meet"
  published = 2024-10-31
  retrieved = 2024-11-01
  capture = "ministers.txt"
  sha256 = "60a59a123d665396ed4c67c1e0668571d972056842f5631609aed8d5e60e942a"
  original = "ministers.html"
  original_sha256 = "2dd53f13ee454d940039b45e0544ef8e1a16d9701e4be44935289f083a5d2309"
  $ echo 'A second text: "Belmora keeps silent," it says.' | aver source add 2024/wire "The wire" --capture -
  added source 2024/wire: The wire, with its text of 48 bytes
    f209c41 on main; undo: aver undo f209c41

A quote that stands there, byte for byte or but for typography; its place is filled in.

  $ aver record restrain calda deny --held 2024-10-31 --quote "Calda will not act on the 102 requests" --source ministers
  recorded calda deny on dorn/restrain, held 2024-10-31: the first record of calda
    here
    quote verbatim, para 2 of 2024/ministers
    072cdfe on main; undo: aver undo 072cdfe
  $ aver record restrain kem deny --held 2024-10-31 --quote "in the strongest terms - all of it" --source ministers
  recorded kem deny on dorn/restrain, held 2024-10-31: the first record of kem
    here
    quote typography, para 3 of 2024/ministers
    642f98c on main; undo: aver undo 642f98c
  $ aver record restrain kem deny --held 2024-10-30 --quote "We condemn it ... in the strongest terms" --source ministers
  recorded kem deny on dorn/restrain, held 2024-10-30: the first record of kem
    here (1 later stance stands)
    quote elided, para 3 of 2024/ministers, without "he added"
    201e965 on main; undo: aver undo 201e965
  $ aver show restrain
  dorn/restrain
  Calda acts to restrain North Dorna
  
    kind  policy
  
    calda  deny  since 2024-10-31
        "Calda will not act on the 102 requests"
        2024/ministers, para 2 · verbatim · 2024-10-31-calda
    kem    deny  since 2024-10-30, again 2024-10-31
        "in the strongest terms - all of it"
        2024/ministers, para 3 · typography · 2024-10-31-kem

One that does not is refused: a word changed, a negation dropped, two quotes joined, half a word, another source.

  $ aver record restrain calda affirm --quote "Calda will act on the 102 requests" --source ministers
  error: the quote differs from the words in the saved text of 2024/ministers: Calda will {+not+} act on ... ([-the quote-] {+its source+})
  hint: give the words as they stand, or: --unverified
  [2]
  $ aver record restrain calda affirm --quote "Calda shall not act on the 103 requests" --source ministers
  error: the quote differs from the words in the saved text of 2024/ministers: Calda [-shall-] {+will+} not act on the [-103-] {+102+} requests ([-the quote-] {+its source+})
  hint: give the words as they stand, or: --unverified
  [2]
  $ aver record restrain calda affirm --quote "We condemn it in the strongest terms" --source ministers
  error: the quote differs from the words in the saved text of 2024/ministers: We condemn [-it-] {+it,” he added,+} [-in-] {+“in+} the strongest ... ([-the quote-] {+its source+})
  hint: give the words as they stand, or: --unverified
  [2]
  $ aver record restrain calda affirm --quote "Calda will not act on the 10" --source ministers
  error: the quote differs from the words in the saved text of 2024/ministers: ... on the [-10-] {+102+} ([-the quote-] {+its source+})
  hint: give the words as they stand, or: --unverified
  [2]
  $ aver record restrain calda affirm --quote "Nothing of the kind was ever said by anybody here" --source ministers
  error: the quote does not stand in the saved text of 2024/ministers
  caused by: nearest, para 2: “Calda will not act on the 102 requests,” the minister said.
  hint: give the words as they stand, or: --unverified
  [2]
  $ aver record restrain calda silent --quote "Belmora keeps silent" --source ministers
  error: the quote does not stand in the saved text of 2024/ministers
  caused by: it stands in 2024/wire, para 1
  hint: give the words as they stand, or: --unverified
  [2]
  $ printf 'x\033[31m' | xargs -0 -I{} aver record restrain calda affirm --quote {} --source ministers
  error: --quote has a control character in it
  [123]

Unless it is recorded as unverified: that is stored, and shown wherever it is.

  $ aver record restrain calda affirm --held 2024-11-01 --quote "Calda will act on the 102 requests" --source ministers --unverified
  recorded calda affirm on dorn/restrain, held 2024-11-01: reversal, was deny
    since 2024-10-31
    quote not word for word in 2024/ministers, recorded as unverified
    0854b9f on main; undo: aver undo 0854b9f
  $ cat claims/dorn/restrain/2024-11-01-calda.toml
  holder = "calda"
  position = "affirm"
  held = 2024-11-01
  mode = "direct"
  quote = "Calda will act on the 102 requests"
  source = "2024/ministers"
  unverified = true
  $ aver show restrain/2024-11-01-calda
  dorn/restrain/2024-11-01-calda
  Calda acts to restrain North Dorna
  
    calda  affirm  held 2024-11-01
  
    mode        direct
    quote       "Calda will act on the 102 requests"
    stands      not word for word in the saved text
    differs     Calda will {+not+} act on ...
    unverified  yes
    source      2024/ministers: Ministers meet
  $ aver history restrain --holder calda | tail -8
           2024-10-31                                                   2024-11-01
    calda  │deny──────────────────────────────│affirm─────────────────────────────
  
  calda
    2024-10-31  deny    first     2024/ministers, para 2
                "Calda will not act on the 102 requests"
    2024-11-01  affirm  reversal  2024/ministers, unverified
                "Calda will act on the 102 requests"
  $ aver check
  claims/dorn/restrain/2024-11-01-calda.toml:5:9: note: the quote differs from the words in the saved text of 2024/ministers: Calda will {+not+} act on ... ([-the quote-] {+its source+}); it was recorded as unverified [quote/unverified]
  
  checked 9 records: 0 errors, 0 warnings, 1 note
  $ aver show restrain --json | sed -n '/"quotes"/,$p'
    "quotes": {
      "dorn/restrain/2024-10-31-kem": {
        "level": "typography",
        "drifted": false,
        "capture": 0,
        "begin": 116,
        "end": 152,
        "line": 5,
        "paragraph": 3
      },
      "dorn/restrain/2024-11-01-calda": {
        "level": "near",
        "drifted": false,
        "capture": 0,
        "begin": 16,
        "end": 61,
        "line": 3,
        "paragraph": 2,
        "differs": "Calda will {+not+} act on ...",
        "nearest": "“Calda will not act on the 102 requests,” the minister said."
      }
    },
    "approved_by": {},
    "deadlines": [],
    "reliability": {},
    "since": null
  }

By hand, it is no other.

  $ sed -i 's/will not act/will act/' claims/dorn/restrain/2024-10-31-calda.toml
  $ sed -i 's/para 3/para 7/' claims/dorn/restrain/2024-10-31-kem.toml
  $ aver check
  claims/dorn/restrain/2024-10-31-calda.toml:5:9: error: the quote differs from the words in the saved text of 2024/ministers: Calda will {+not+} act on ... ([-the quote-] {+its source+}) [quote/near]
  claims/dorn/restrain/2024-10-31-kem.toml:7:11: warning: the quote stands in para 3, not in para 7 [quote/locator]
  claims/dorn/restrain/2024-11-01-calda.toml:5:9: note: the quote differs from the words in the saved text of 2024/ministers: Calda will {+not+} act on ... ([-the quote-] {+its source+}); it was recorded as unverified [quote/unverified]
  
  checked 9 records (2 uncommitted): 1 error, 1 warning, 1 note
  [1]
  $ aver commit
  error: claims/dorn/restrain/2024-10-31-calda.toml:5:9: the quote differs from the words in the saved text of 2024/ministers: Calda will {+not+} act on ... ([-the quote-] {+its source+}) [quote/near]
  warning: claims/dorn/restrain/2024-10-31-kem.toml:7:11: the quote stands in para 3, not in para 7 [quote/locator]
  nothing was committed
  [7]
  $ git checkout -q claims

The publisher changes its words.

  $ at 2024-11-05
  $ sed 's/will not act on the 102 requests/will act/; s/all of it/most of it/' page.html >later.html
  $ aver source add --again ministers later.html
  captured 2024/ministers again: its text of 134 bytes, and the page it was taken
    out of
    f2a597a on main; undo: aver undo f2a597a
    no longer there: "Calda will not act on the 102 requests", of
      dorn/restrain/2024-10-31-calda
    no longer there: "in the strongest terms - all of it", of
      dorn/restrain/2024-10-31-kem
    what was changed: aver diff --source 2024/ministers
  $ aver source add --again ministers later.html
  nothing has changed: 2024/ministers has the text it had on 2024-11-05
  $ aver diff --source ministers
  2024/ministers
  Ministers meet
  from capture 1 of 2024-11-01 to capture 2 of 2024-11-05
  
    para 2  “Calda will [-not act on the 102 requests,”-] {+act,”+} the minister
      ...
    para 3  ... terms — [-all-] {+most+} of it.”
  
  2 recorded quotes no longer stand
    "Calda will not act on the 102 requests"
      dorn/restrain/2024-10-31-calda
    "in the strongest terms - all of it"
      dorn/restrain/2024-10-31-kem
  $ aver diff --source ministers --captures 1..2 --json
  {
    "schema": "aver.diff-captures/1",
    "source": "2024/ministers",
    "before": {
      "capture": 1,
      "retrieved": "2024-11-01"
    },
    "after": {
      "capture": 2,
      "retrieved": "2024-11-05"
    },
    "changes": [
      {
        "paragraph": 2,
        "words": "“Calda will [-not act on the 102 requests,”-] {+act,”+} the minister ..."
      },
      {
        "paragraph": 3,
        "words": "... terms — [-all-] {+most+} of it.”"
      }
    ],
    "lost": [
      {
        "stance": "dorn/restrain/2024-10-31-calda",
        "quote": "Calda will not act on the 102 requests"
      },
      {
        "stance": "dorn/restrain/2024-10-31-kem",
        "quote": "in the strongest terms - all of it"
      }
    ]
  }
  $ aver diff --source ministers --captures 2..3
  error: --captures 2..3 names no two of its 2 captures
  hint: --captures 1..2
  [2]
  $ aver diff --source wire
  error: 2024/wire has one capture: there is nothing to compare
  hint: aver source add --again 2024/wire FILE
  [2]
  $ aver diff --source ministers --on 2024-10-31
  error: --source compares two captures: it goes with --captures alone
  hint: aver help diff
  [2]
  $ tail -7 sources/2024/ministers.toml
  
  [[recapture]]
  capture = "ministers-72808868ebe1.txt"
  sha256 = "72808868ebe194d159bfb341671835e29b8d37b4fcee6fefe927ee0166a5052d"
  original = "ministers-fbbc80a2180d.html"
  original_sha256 = "fbbc80a2180d1b0ea5b4f2ba40003508e4aaa755590568e944f33625d55c9669"
  retrieved = 2024-11-05
  $ aver check
  claims/dorn/restrain/2024-10-31-calda.toml:5:9: warning: the quote no longer stands in the latest capture of 2024/ministers [quote/drifted]
  claims/dorn/restrain/2024-10-31-kem.toml:5:9: warning: the quote no longer stands in the latest capture of 2024/ministers [quote/drifted]
  claims/dorn/restrain/2024-11-01-calda.toml:5:9: note: the quote does not stand in the saved text of 2024/ministers; it was recorded as unverified [quote/unverified]
    hint: nearest, para 2: “Calda will act,” the minister said.
  
  checked 9 records: 0 errors, 2 warnings, 1 note
  $ aver show restrain --on 2024-10-31
  held on 2024-10-31, as known at HEAD (f2a597a of 2024-11-05 09:00)
  
  dorn/restrain
  Calda acts to restrain North Dorna
  
    kind  policy
  
    calda  deny  since 2024-10-31
        "Calda will not act on the 102 requests"
        2024/ministers, para 2 · verbatim in an earlier capture, not in the latest
        · 2024-10-31-calda
    kem    deny  since 2024-10-30, again 2024-10-31
        "in the strongest terms - all of it"
        2024/ministers, para 3 · typography in an earlier capture, not in the
        latest · 2024-10-31-kem

A source that had no capture gets its first, and keeps its comments.

  $ aver source add 2024/late "Late" >/dev/null && sed -i '1i# by hand' sources/2024/late.toml && git commit -qam "by hand"
  $ aver source add --again late later.html --retrieved 2024-11-04
  captured 2024/late: its text of 134 bytes, and the page it was taken out of
    d487b0f on main; undo: aver undo d487b0f
  $ head -4 sources/2024/late.toml
  # by hand
  title = "Late"
  retrieved = 2024-11-04
  capture = "late-72808868ebe1.txt"

What is no capture.

  $ : >empty.txt; aver source add 2024/a "A" --capture empty.txt
  error: the capture empty.txt is empty
  [2]
  $ head -c 3000 /dev/urandom >noise; aver source add 2024/a "A" --capture noise
  error: the capture noise is binary, and no text
  hint: save the page as text or HTML, or the document as PDF
  [7]
  $ printf '<html><body><script>x()</script>' >nothing.html; aver source add 2024/a "A" --capture nothing.html
  error: the capture nothing.html has no text in it
  [2]
  $ printf '<html><body><p>He said it was cut in the mi' >cut.html; aver source add 2024/cut "Cut" --capture cut.html
  warning: the page ends in the middle: it has no </html>
  added source 2024/cut: Cut, with its text of 29 bytes, and the page it was taken
    out of
    cc87268 on main; undo: aver undo cc87268
  $ printf 'Il a dit que c\351tait la v\351rit\351, et rien d\222autre.\n' >latin.txt; aver source add 2024/latin "Latin" --capture latin.txt
  error: the capture latin.txt is not UTF-8 text
  caused by: line 1, byte 14
  caused by: it looks like WINDOWS-1252
  hint: have it converted: --encoding WINDOWS-1252
  [7]
  $ aver source add 2024/latin "Latin" --capture latin.txt --encoding windows-1252
  added source 2024/latin: Latin, with its text of 53 bytes, and the file it was
    taken out of
    058c28a on main; undo: aver undo 058c28a
  $ cat sources/2024/latin.txt; ls sources/2024 | grep latin
  Il a dit que cétait la vérité, et rien d’autre.
  latin.orig
  latin.toml
  latin.txt
  $ printf '<html><head><meta charset="windows-1252"></head><body>d\351j\340</body></html>' >old.html; aver source add 2024/old "Old" --capture old.html
  warning: the page is in windows-1252, as it says itself; its text is kept in UTF-8
  added source 2024/old: Old, with its text of 7 bytes, and the page it was taken
    out of
    f5a83f2 on main; undo: aver undo f5a83f2
  $ aver source add 2024/b "B" --capture latin.txt --encoding no-such
  error: there is no encoding "no-such"
  hint: iconv -l
  [2]
  $ printf '\377\376a\000b\000' >utf16.txt; aver source add 2024/b "B" --capture utf16.txt
  error: the capture utf16.txt is not UTF-8 text
  caused by: it looks like UTF-16LE
  hint: have it converted: --encoding UTF-16LE
  [7]
  $ aver source add 2024/b "B" --capture utf16.txt --encoding UTF-16
  added source 2024/b: B, with its text of 2 bytes, and the file it was taken out
    of
    58f880f on main; undo: aver undo 58f880f
  $ printf '%%PDF-1.4 broken' >x.pdf; PATH=$HOME/bin:$PATH; mkdir -p $HOME/bin; printf '#!/bin/sh\necho "Syntax Error: no trailer" >&2; exit 1\n' >$HOME/bin/pdftotext; chmod +x $HOME/bin/pdftotext; aver source add 2024/p "P" --capture x.pdf
  error: pdftotext cannot read x.pdf
  caused by: Syntax Error: no trailer
  [7]
  $ printf '#!/bin/sh\nexit 3\n' >$HOME/bin/pdftotext; aver source add 2024/p "P" --capture x.pdf
  error: pdftotext cannot read x.pdf
  caused by: it ended with 3
  [7]
  $ printf '#!/bin/sh\ncat >/dev/null; echo "A page of the PDF."\n' >$HOME/bin/pdftotext; aver source add 2024/p "P" --capture x.pdf; ls sources/2024 | grep ^p
  added source 2024/p: P, with its text of 19 bytes, and the PDF it was taken out
    of
    617f241 on main; undo: aver undo 617f241
  p.pdf
  p.toml
  p.txt
  $ printf '#!/bin/sh\nkill -XCPU $$\n' >$HOME/bin/pdftotext; aver source add 2024/r "R" --capture x.pdf
  error: pdftotext cannot read x.pdf
  caused by: it computes longer than 60 seconds
  hint: if you trust it: pdftotext x.pdf page.txt; --capture page.txt
  [2]
  $ printf '#!/bin/sh\necho "Out of memory" >&2; exit 1\n' >$HOME/bin/pdftotext; aver source add 2024/r "R" --capture x.pdf
  error: pdftotext cannot read x.pdf
  caused by: it needs more than 2 GiB of memory
  hint: if you trust it: pdftotext x.pdf page.txt; --capture page.txt
  [2]
  $ printf '#!/bin/sh\ncat >/dev/null; yes "A page of the PDF."\n' >$HOME/bin/pdftotext; aver source add 2024/r "R" --capture x.pdf
  error: pdftotext cannot read x.pdf
  caused by: its text is larger than 64 MiB
  hint: if you trust it: pdftotext x.pdf page.txt; --capture page.txt
  [2]
  $ aver source add 2024/q "Q" --encoding latin1
  error: --encoding goes with --capture or --again
  [2]
  $ aver source add --again 2024/nowhere latin.txt
  error: the capture latin.txt is not UTF-8 text
  caused by: line 1, byte 14
  caused by: it looks like WINDOWS-1252
  hint: have it converted: --encoding WINDOWS-1252
  [7]
