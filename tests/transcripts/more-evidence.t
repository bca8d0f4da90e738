# A position may rest on several sources

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null && aver actor add rastia/lin "Lin Vo" >/dev/null
  $ aver add dorn/restrain "Calda acts to restrain North Dorna" --kind policy >/dev/null
  $ source() { aver source add "$@" --published 2024-10-31 --capture - >/dev/null; }
  $ echo 'The envoy said: "Calda will not act on it." He left.' | source 2024/post "The Post"
  $ printf 'A page.\n\nLin Vo told us: "Calda does nothing at all, and we know it."\n' | source 2024/courier "The Courier"
  $ printf 'Der Gesandte: „Calda wird nichts tun.“\n' | source 2024/bote "Der Bote"
  $ aver record restrain calda deny --quote "Calda will not act on it" --source post
  held 2024-10-31, when 2024/post was published (another day: --held)
  recorded calda deny on dorn/restrain, held 2024-10-31: the first record of calda
    here
    quote verbatim, para 1 of 2024/post
    c0fbc8c on main; undo: aver undo c0fbc8c

Another source that says the same goes into the same record, in one commit. Its quote is held against its own text.

  $ aver evidence add 2024-10-31-calda --source courier --quote "Calda does nothing at all" --speaker lin --credibility 2
  added evidence to dorn/restrain/2024-10-31-calda: 2024/courier, para 2
    quote verbatim, para 2 of 2024/courier
    ad5c06a on main; undo: aver undo ad5c06a
  $ aver evidence add 2024-10-31-calda --source bote --quote "Calda wird nichts tun" --quote-lang de --translation "Calda will do nothing" --via "Evening wire"
  --via "Evening wire": no actor has this name, so it stands in plain words
  added evidence to dorn/restrain/2024-10-31-calda: 2024/bote, para 1
    quote verbatim, para 1 of 2024/bote
    5dfd759 on main; undo: aver undo 5dfd759
  $ cat claims/dorn/restrain/2024-10-31-calda.toml
  holder = "calda"
  position = "deny"
  held = 2024-10-31
  mode = "direct"
  quote = "Calda will not act on it"
  source = "2024/post"
  locator = "para 1"
  
  [[evidence]]
  source = "2024/bote"
  locator = "para 1"
  quote = "Calda wird nichts tun"
  quote_lang = "de"
  translation = "Calda will do nothing"
  via = ["Evening wire"]
  mode = "attributed"
  
  [[evidence]]
  source = "2024/courier"
  locator = "para 2"
  quote = "Calda does nothing at all"
  speaker = "rastia/lin"
  mode = "direct"
  credibility = 2
  $ aver show restrain
  dorn/restrain
  Calda acts to restrain North Dorna
  
    kind  policy
  
    calda  deny  since 2024-10-31
        "Calda will not act on it"
        2024/post, para 1 · verbatim · 2024-10-31-calda
        also "Calda wird nichts tun" (de)
        translated: "Calda will do nothing"
        via Evening wire, attributed · 2024/bote, para 1 · verbatim
        also "Calda does nothing at all"
        said by rastia/lin, direct, credibility 2 · 2024/courier, para 2 ·
        verbatim
  $ aver show 2024-10-31-calda
  dorn/restrain/2024-10-31-calda
  Calda acts to restrain North Dorna
  
    calda  deny  held 2024-10-31
  
    mode     direct
    quote    "Calda will not act on it"
    stands   verbatim
    source   2024/post: The Post
    locator  para 1
  
    further evidence
    source          2024/bote: Der Bote
    locator         para 1
    quote           "Calda wird nichts tun"
    stands          verbatim
    quote language  de
    translation     "Calda will do nothing"
    via             Evening wire
    mode            attributed
  
    further evidence
    source       2024/courier: The Courier
    locator      para 2
    quote        "Calda does nothing at all"
    stands       verbatim
    said by      rastia/lin
    mode         direct
    credibility  2
  $ aver history restrain
  dorn/restrain
  Calda acts to restrain North Dorna
  
  calda
    2024-10-31  deny  first  2024/post, para 1
                "Calda will not act on it"
                also "Calda wird nichts tun" (de)
                translated: "Calda will do nothing"
                via Evening wire, attributed · 2024/bote, para 1
                also "Calda does nothing at all"
                said by rastia/lin, direct, credibility 2 · 2024/courier, para 2
  $ aver show 2024/courier
  2024/courier
  The Courier
  
    published  2024-10-31
    retrieved  2024-11-01
    capture    courier.txt, 70 bytes, sha256 as recorded
  
  1 stance cites it
    2024-10-31  calda  deny  dorn/restrain, para 2  verbatim
  $ aver show 2024-10-31-calda --json | sed -n '/"evidence": \[/,/^    \]/p; /"quotes"/,/^  }/p'
      "evidence": [
        {
          "source": "2024/bote",
          "locator": "para 1",
          "quote": "Calda wird nichts tun",
          "quote_lang": "de",
          "translation": "Calda will do nothing",
          "speaker": null,
          "via": [
            "Evening wire"
          ],
          "mode": "attributed",
          "unverified": false,
          "credibility": null
        },
        {
          "source": "2024/courier",
          "locator": "para 2",
          "quote": "Calda does nothing at all",
          "quote_lang": null,
          "translation": null,
          "speaker": "rastia/lin",
          "via": [],
          "mode": "direct",
          "unverified": false,
          "credibility": 2
        }
      ],
    "quotes": {
      "dorn/restrain/2024-10-31-calda": {
        "level": "verbatim",
        "drifted": false,
        "capture": 0,
        "begin": 17,
        "end": 41,
        "line": 1,
        "paragraph": 1
      },
      "dorn/restrain/2024-10-31-calda#evidence[0]": {
        "level": "verbatim",
        "drifted": false,
        "capture": 0,
        "begin": 17,
        "end": 38,
        "line": 1,
        "paragraph": 1
      },
      "dorn/restrain/2024-10-31-calda#evidence[1]": {
        "level": "verbatim",
        "drifted": false,
        "capture": 0,
        "begin": 26,
        "end": 51,
        "line": 3,
        "paragraph": 2
      }
    },
  $ aver check
  checked 7 records: all is well

Who added which, and what that changed: no position.

  $ aver blame 2024-10-31-calda evidence
  dorn/restrain/2024-10-31-calda
  Calda acts to restrain North Dorna
  
  claims/dorn/restrain/2024-10-31-calda.toml
    2024/post, para 1; 2024/bote, para 1; 2024/courier, para 2
    5dfd759  2024-11-01 09:00  Ada Fields
      evidence  source 2024/bote, locator para 1, quote Calda wird nichts tun,
                quote_lang de, translation Calda will do nothing, via Evening
                wire, mode attributed
    ad5c06a  2024-11-01 09:00  Ada Fields
      evidence  source 2024/courier, locator para 2, quote Calda does nothing at
                all, speaker rastia/lin, mode direct, credibility 2
  $ aver log 2024-10-31-calda
  5dfd759  2024-11-01 09:00  Ada Fields  Add evidence to 2024-10-31-calda on
                                         dorn/restrain
  ad5c06a  2024-11-01 09:00  Ada Fields  Add evidence to 2024-10-31-calda on
                                         dorn/restrain
  c0fbc8c  2024-11-01 09:00  Ada Fields  Record calda deny on dorn/restrain
  $ aver diff --evidence
  dorn/restrain
    Calda acts to restrain North Dorna
    calda  deny (2024-10-31)  evidence
      - "Calda will not act on it"
        2024/post, para 1
        also "Calda does nothing at all"
        said by rastia/lin, direct, credibility 2 · 2024/courier, para 2
      + "Calda will not act on it"
        2024/post, para 1
        also "Calda wird nichts tun" (de)
        translated: "Calda will do nothing"
        via Evening wire, attributed · 2024/bote, para 1
        also "Calda does nothing at all"
        said by rastia/lin, direct, credibility 2 · 2024/courier, para 2
  $ aver undo
  undone: Add evidence to 2024-10-31-calda on dorn/restrain
    7daf850 on main; undo: aver undo 7daf850
  $ grep -c evidence claims/dorn/restrain/2024-10-31-calda.toml
  1
  $ aver undo HEAD
  undone: Undo "Add evidence to 2024-10-31-calda on dorn/restrain"
    0d904d4 on main; undo: aver undo 0d904d4

What is asked of evidence is asked of each.

  $ aver list source:courier speaker:lin
  dorn/restrain
    Calda acts to restrain North Dorna
    calda deny
  
  1 claim
  $ aver list source:bote quote_lang:de via:wire
  dorn/restrain
    Calda acts to restrain North Dorna
    calda deny
  
  1 claim
  $ aver list -source:courier
  No claim fits.
  $ aver list source:bote | grep -c restrain; aver list is:single-source
  2
  No claim fits.
  $ aver search "nothing at all"
  dorn/restrain/2024-10-31-calda  stance
    Calda will not act on it Calda wird nichts tun Calda will do nothing Calda
    does >nothing at all<
  
  2024/courier  saved text
    A page. Lin Vo told us: "Calda does >nothing at all<, and we know it."
  
  2 hits

A renamed source is renamed here, too, and one that is cited here is not removed.

  $ aver mv 2024/bote 2024/zeitung | tail -1 && grep zeitung claims/dorn/restrain/2024-10-31-calda.toml
    bae6d36 on main; undo: aver undo bae6d36
  source = "2024/zeitung"
  $ aver rm 2024/courier
  error: source 2024/courier is still referred to, by 1 record
  caused by: claims/dorn/restrain/2024-10-31-calda.toml: evidence[1].source
  [3]
  $ aver undo | tail -1
    69d6fe7 on main; undo: aver undo 69d6fe7

What does not stand is refused, with the nearest words; so is what is there already, and what nobody has heard of.

  $ aver evidence add 2024-10-31-calda --source courier --quote "Calda does not do anything"
  error: the quote does not stand in the saved text of 2024/courier
  caused by: nearest, para 2: Lin Vo told us: "Calda does nothing at all, and we know it."
  hint: give the words as they stand, or: --unverified
  [2]
  $ aver evidence add 2024-10-31-calda --source courier --quote "Calda wird nichts tun"
  error: the quote does not stand in the saved text of 2024/courier
  caused by: it stands in 2024/bote, para 1
  hint: give the words as they stand, or: --unverified
  [2]
  $ aver evidence add 2024-10-31-calda --source courier --quote "Calda does nothing at all" --speaker lin --credibility 2
  nothing to record: dorn/restrain/2024-10-31-calda has exactly this evidence
  $ aver evidence add 2024-10-31-calda --source curier --quote "Calda does nothing at all"
  error: there is no source "curier"; did you mean 2024/courier?
  hint: aver evidence add 2024-10-31-calda --source 2024/courier --quote "Calda does nothing at all"
  [4]
  $ aver evidence add 2024-10-31-calda --quote "Calda does nothing at all"
  error: evidence stands in a source: name it
  hint: --source SOURCE, with --create for a new one
  [2]
  $ aver evidence add restrain --source courier
  error: "restrain" is a claim, not a stance
  hint: aver show dorn/restrain
  [2]
  $ aver evidence add 2024-10-31-calda --source courier --quote "Calda does not do anything" --unverified
  note: the quote does not stand in the saved text of 2024/courier; it was recorded as unverified [quote/unverified]
  hint: nearest, para 2: Lin Vo told us: "Calda does nothing at all, and we know it."
  added evidence to dorn/restrain/2024-10-31-calda: 2024/courier, unverified
    quote not in 2024/courier, recorded as unverified
    9759d38 on main; undo: aver undo 9759d38
  $ aver undo >/dev/null
  $ aver evidence add 2024-10-31-calda --source 2024/radio --create --locator "01:23:45" -m "The radio has it, too"
  added source 2024/radio: "Radio"
  added evidence to dorn/restrain/2024-10-31-calda: 2024/radio, 01:23:45
    2b8fb7f on main; undo: aver undo 2b8fb7f
  $ git log -1 --format=%s
  The radio has it, too
  $ aver evidence add 2024-10-31-calda --source courier --mode document --no-commit && git diff --stat && git checkout -q .
  added evidence to dorn/restrain/2024-10-31-calda: 2024/courier
    not committed: claims/dorn/restrain/2024-10-31-calda.toml; commit: aver commit
   claims/dorn/restrain/2024-10-31-calda.toml | 4 ++++
   1 file changed, 4 insertions(+)

A file by hand keeps its comments and its layout. A position without any evidence gets its first.

  $ cat > claims/dorn/restrain/2024-10-30-calda.toml <<END
  > holder = "calda"   # the state
  > position = "deny"
  > held = 2024-10-30
  > END
  $ aver commit >/dev/null && aver evidence add 2024-10-30-calda --source post --locator "para 1"
  added evidence to dorn/restrain/2024-10-30-calda: 2024/post, para 1
    696d59a on main; undo: aver undo 696d59a
  $ aver evidence add 2024-10-30-calda --source courier >/dev/null && cat claims/dorn/restrain/2024-10-30-calda.toml
  holder = "calda"   # the state
  position = "deny"
  held = 2024-10-30
  source = "2024/post"
  locator = "para 1"
  
  [[evidence]]
  source = "2024/courier"

Neither a retraction has evidence, nor what it took back; a look has a source, and no words.

  $ aver retract 2024-10-30-calda --reason "It was another day" >/dev/null
  $ aver evidence add 2024-10-30-calda-2 --source post
  error: 2024-10-30-calda-2 is a retraction: it holds no position
  hint: aver show dorn/restrain/2024-10-30-calda-2
  [2]
  $ aver evidence add 2024-10-30-calda --source post
  error: 2024-10-30-calda is set aside already, by 2024-10-30-calda-2
  hint: aver show dorn/restrain/2024-10-30-calda-2
  [2]
  $ aver record restrain rastia/lin silent --held 2024-10-31 --searched "her page" >/dev/null && aver again restrain/2024-10-31-rastia-lin --searched "the radio" --held 2024-11-01 >/dev/null
  $ aver evidence add restrain/2024-11-01-rastia-lin --source post --quote "Calda will not act on it"
  error: 2024-11-01-rastia-lin is a look: it has a source, and no words of anybody
  caused by: what was said is evidence of 2024-10-31-rastia-lin, or a record of its own
  hint: aver record dorn/restrain rastia/lin silent --restate --held 2024-11-01
  [2]
  $ aver evidence add restrain/2024-11-01-rastia-lin --source post
  added evidence to dorn/restrain/2024-11-01-rastia-lin: 2024/post
    3b74445 on main; undo: aver undo 3b74445
  $ aver evidence add restrain/2024-10-31-rastia-lin --source courier --locator "para 1"
  added evidence to dorn/restrain/2024-10-31-rastia-lin: 2024/courier, para 1
    2757a26 on main; undo: aver undo 2757a26

By hand more can be wrong.

  $ cp claims/dorn/restrain/2024-10-31-calda.toml ../good.toml
  $ cat >> claims/dorn/restrain/2024-10-31-calda.toml <<END
  > 
  > [[evidence]]
  > quote = "Calda does nothing"
  > 
  > [[evidence]]
  > source = "2024/post"
  > quote = "Calda will never act"
  > 
  > [[evidence]]
  > source = "2024/courier"
  > locator = "para 2"
  > quote = "Calda does nothing at all"
  > speaker = "rastia/lin"
  > mode = "direct"
  > credibility = 2
  > 
  > [[evidence]]
  > source = "2024/post"
  > quote = "Calda will not act on it"
  > quote_lang = "en"
  > END
  $ aver check
  claims/dorn/restrain/2024-10-31-calda.toml:30:1: error: the evidence names no source [evidence/unsourced]
    hint: aver help rule evidence/unsourced
  claims/dorn/restrain/2024-10-31-calda.toml:35:9: error: the quote differs from the words in the saved text of 2024/post: Calda will [-never-] {+not+} act ([-the quote-] {+its source+}) [quote/near]
  claims/dorn/restrain/2024-10-31-calda.toml:37:1: error: the same evidence is given twice [evidence/twice]
    hint: aver help rule evidence/twice
  claims/dorn/restrain/2024-10-31-calda.toml:45:1: warning: the same words of 2024/post are evidence twice [evidence/twice]
    hint: aver help rule evidence/twice
  
  checked 12 records (1 uncommitted): 3 errors, 1 warning
  [1]
  $ cp ../good.toml claims/dorn/restrain/2024-10-31-calda.toml
  $ aver help rule evidence/unsourced
  evidence/unsourced  error
  
  Further evidence of a stance names its source.
  
  Name the source that it stands in. Words without a source are a note, or a
  summary.
  $ aver help rule evidence/twice
  evidence/twice  error
  
  An evidence of a stance is given once.
  
  Remove one of the two. One passage told twice, with another translation or
  another mode, is a warning: keep the better one.

Two records of one day that say the same are one with two evidences; the finding has the commands.

  $ aver record restrain calda deny --held 2024-10-31 --source courier --quote "we know it" --via "Lin Vo" >/dev/null
  warning: 2024-10-31-calda says deny of the same day [position/twice]
  hint: where 2024-10-31-calda was our mistake: aver retract dorn/restrain/2024-10-31-calda --reason "WHY"; else say when each was held: aver correct dorn/restrain/2024-10-31-calda --held 2024-10-31T09:00:00+00:00 --reason "WHY"; aver correct dorn/restrain/2024-10-31-calda-2 --held 2024-10-31T18:00:00+00:00 --reason "WHY"
  $ aver check
  claims/dorn/restrain/2024-10-31-calda-2.toml: warning: "calda" holds "deny" here and in 2024-10-31-calda, on the same day [position/twice]
    hint: to make one of the two: aver evidence add dorn/restrain/2024-10-31-calda --source 2024/courier --locator 'para 2' --quote 'we know it' --via rastia/lin --mode attributed && aver retract dorn/restrain/2024-10-31-calda-2 --reason "evidence of 2024-10-31-calda"
  
  checked 13 records: 0 errors, 1 warning
  $ aver evidence add dorn/restrain/2024-10-31-calda --source 2024/courier --locator 'para 2' --quote 'we know it' --via rastia/lin --mode attributed >/dev/null; aver retract dorn/restrain/2024-10-31-calda-2 --reason "evidence of 2024-10-31-calda" >/dev/null
  $ aver check
  checked 14 records: all is well

One publisher is one source, in however many articles.

  $ for one in post courier bote radio; do printf 'publisher = "Borland Press"\n' >> sources/2024/$one.toml; done; aver commit >/dev/null
  $ aver list is:single-source
  dorn/restrain
    Calda acts to restrain North Dorna
    calda deny · rastia/lin silent
  
  1 claim
  $ sed -i '/Borland/s/Borland Press/Evening Wire/' sources/2024/post.toml && aver commit >/dev/null && aver list is:single-source
  dorn/restrain
    Calda acts to restrain North Dorna
    rastia/lin silent
  
  1 claim

Two people who each add evidence to one record have no conflict, and whoever merges gets the same.

  $ git switch -qc one && aver evidence add 2024-10-31-calda --source post --locator "p. 1" >/dev/null
  $ git switch -q main && git switch -qc other && aver evidence add 2024-10-31-calda --source post --locator "p. 2" >/dev/null
  $ aver merge one >/dev/null && sha256sum < claims/dorn/restrain/2024-10-31-calda.toml > ../other && git switch -q one && git reset -q --hard && aver merge other@{1} >/dev/null
  $ sha256sum < claims/dorn/restrain/2024-10-31-calda.toml | cmp - ../other && grep -c '^\[\[evidence' claims/dorn/restrain/2024-10-31-calda.toml
  6

Other programs get all of it: lines go back and forth without loss, a row has a list in one cell, a database a table.

  $ git switch -q main && aver export jsonl > ../all.jsonl && aver init ../copy >/dev/null && aver -C ../copy import jsonl ../all.jsonl >/dev/null && diff -r claims ../copy/claims && echo equal
  equal
  $ aver export csv -o ../all.csv && head -1 ../all.csv | tr -d '\r' | tr , '\n' | tail -1 && grep -c 'Calda wird nichts tun' ../all.csv
  evidence
  1
  $ aver export sqlite -o ../all.db >/dev/null && sqlite3 ../all.db "SELECT number, source, speaker, credibility FROM evidence WHERE stance = 'dorn/restrain/2024-10-31-calda' ORDER BY number" 2>/dev/null
  0|2024/post||
  1|2024/bote||
  2|2024/courier|rastia/lin|2
  3|2024/courier||
  4|2024/radio||

A review has every quote in its place.

  $ aver propose envoy >/dev/null && aver evidence add 2024-10-31-calda --source bote --quote "Calda wird nichts tun" --translation "Calda will do nothing" --speaker "The envoy" >/dev/null && aver propose --end >/dev/null
  $ aver review show envoy
  envoy  open  by Ada Fields
    1 file · opened just now · sound · merges cleanly
  
  dorn/restrain
    Calda acts to restrain North Dorna
    calda  deny (2024-10-31)  evidence
      - "Calda will not act on it"
        2024/post, para 1
        also "Calda wird nichts tun" (de)
        translated: "Calda will do nothing"
        via Evening wire, attributed · 2024/bote, para 1
        also "Calda does nothing at all"
        said by rastia/lin, direct, credibility 2 · 2024/courier, para 2
        also "we know it"
        via rastia/lin, attributed · 2024/courier, para 2
        also 2024/radio, 01:23:45
      + "Calda will not act on it"
        2024/post, para 1
        also "Calda wird nichts tun"
        translated: "Calda will do nothing"
        said by The envoy, direct · 2024/bote, para 1
        also "Calda wird nichts tun" (de)
        translated: "Calda will do nothing"
        via Evening wire, attributed · 2024/bote, para 1
        also "Calda does nothing at all"
        said by rastia/lin, direct, credibility 2 · 2024/courier, para 2
        also "we know it"
        via rastia/lin, attributed · 2024/courier, para 2
        also 2024/radio, 01:23:45
  
  quotes, in their places
    2024-10-31-calda  verbatim  2024/post, para 1
        The envoy said: "»Calda will not act on it«." He left.
    2024-10-31-calda  verbatim  2024/bote, para 1
        Der Gesandte: „»Calda wird nichts tun«.“
        translated: "Calda will do nothing"
    2024-10-31-calda  verbatim  2024/bote, para 1
        Der Gesandte: „»Calda wird nichts tun«.“
        translated: "Calda will do nothing"
    2024-10-31-calda  verbatim  2024/courier, para 2
        Lin Vo told us: "»Calda does nothing at all«, and we know it."
    2024-10-31-calda  verbatim  2024/courier, para 2
        Lin Vo told us: "Calda does nothing at all, and »we know it«."
  
  next: aver review accept envoy
