# A position may rest on several sources

  $ aver init facts >/dev/null && cd facts
  $ aver actor add calda Calda --kind state >/dev/null && aver actor add rastia/lin "Lin Vo" >/dev/null
  $ aver add dorn/restrain "Calda acts to restrain North Dorna" --kind policy >/dev/null
  $ source() { aver source add "$@" --published 2024-10-31 --capture - >/dev/null; }
  $ echo 'The envoy said: "Calda will not act on it." He left.' | source 2024/post "The Post"
  $ printf 'A page.\n\nLin Vo told us: "Calda does nothing at all, and we know it."\n' | source 2024/courier "The Courier"
  $ printf 'Der Gesandte: „Calda wird nichts tun.“\n' | source 2024/bote "Der Bote"
  $ aver record restrain calda deny --quote "Calda will not act on it" --source post
  recorded calda deny on dorn/restrain, held 2024-10-31: the first record of calda
    here
    quote verbatim, para 1 of 2024/post
    held 2024-10-31, when 2024/post was published (another day: --held)
    1111111 on main; undo: aver undo 1111111

Another source that says the same goes into the same record, in one commit. Its quote is held against its own text.

  $ aver evidence add 2024-10-31-calda --source courier --quote "Calda does nothing at all" --speaker lin --credibility 2
  $ aver evidence add 2024-10-31-calda --source bote --quote "Calda wird nichts tun" --quote-lang de --translation "Calda will do nothing" --via "Evening wire"
  $ cat claims/dorn/restrain/2024-10-31-calda.toml
  $ aver show restrain
  $ aver show 2024-10-31-calda
  $ aver history restrain
  $ aver show 2024/courier
  $ aver show 2024-10-31-calda --json | sed -n '/"evidence": \[/,/^    \]/p; /"quotes"/,/^  }/p'
  $ aver check

Who added which, and what that changed: no position.

  $ aver blame 2024-10-31-calda evidence
  $ aver log 2024-10-31-calda
  $ aver diff --evidence
  $ aver undo
  $ grep -c evidence claims/dorn/restrain/2024-10-31-calda.toml
  $ aver undo HEAD

What is asked of evidence is asked of each.

  $ aver list source:courier speaker:lin
  $ aver list source:bote quote_lang:de via:wire
  $ aver list -source:courier
  $ aver list source:bote | grep -c restrain; aver list is:single-source
  $ aver search "nothing at all"

A renamed source is renamed here, too, and one that is cited here is not removed.

  $ aver mv 2024/bote 2024/zeitung | tail -1 && grep zeitung claims/dorn/restrain/2024-10-31-calda.toml
  $ aver rm 2024/courier
  $ aver undo | tail -1

What does not stand is refused, with the nearest words; so is what is there already, and what nobody has heard of.

  $ aver evidence add 2024-10-31-calda --source courier --quote "Calda does not do anything"
  $ aver evidence add 2024-10-31-calda --source courier --quote "Calda wird nichts tun"
  $ aver evidence add 2024-10-31-calda --source courier --quote "Calda does nothing at all" --speaker lin --credibility 2
  $ aver evidence add 2024-10-31-calda --source curier --quote "Calda does nothing at all"
  $ aver evidence add 2024-10-31-calda --quote "Calda does nothing at all"
  $ aver evidence add restrain --source courier
  $ aver evidence add 2024-10-31-calda --source courier --quote "Calda does not do anything" --unverified
  $ aver undo >/dev/null
  $ aver evidence add 2024-10-31-calda --source 2024/radio --create --locator "01:23:45" -m "The radio has it, too"
  $ git log -1 --format=%s
  $ aver evidence add 2024-10-31-calda --source courier --mode document --no-commit && git diff --stat && git checkout -q .

A file by hand keeps its comments and its layout. A position without any evidence gets its first.

  $ cat > claims/dorn/restrain/2024-10-30-calda.toml <<END
  > holder = "calda"   # the state
  > position = "deny"
  > held = 2024-10-30
  > END
  $ aver commit >/dev/null && aver evidence add 2024-10-30-calda --source post --locator "para 1"
  $ aver evidence add 2024-10-30-calda --source courier >/dev/null && cat claims/dorn/restrain/2024-10-30-calda.toml

Neither a retraction has evidence, nor what it took back; a look has a source, and no words.

  $ aver retract 2024-10-30-calda --reason "It was another day" >/dev/null
  $ aver evidence add 2024-10-30-calda-2 --source post
  $ aver evidence add 2024-10-30-calda --source post
  $ aver record restrain rastia/lin silent --held 2024-10-31 --searched "her page" >/dev/null && aver again restrain/2024-10-31-rastia-lin --searched "the radio" --held 2024-11-01 >/dev/null
  $ aver evidence add restrain/2024-11-01-rastia-lin --source post --quote "Calda will not act on it"
  $ aver evidence add restrain/2024-11-01-rastia-lin --source post
  $ aver evidence add restrain/2024-10-31-rastia-lin --source courier --locator "para 1"

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
  $ cp ../good.toml claims/dorn/restrain/2024-10-31-calda.toml
  $ aver help rule evidence/unsourced
  $ aver help rule evidence/twice

Two records of one day that say the same are one with two evidences; the finding has the commands.

  $ aver record restrain calda deny --held 2024-10-31 --source courier --quote "we know it" --via "Lin Vo" >/dev/null
  $ aver check
  $ aver evidence add dorn/restrain/2024-10-31-calda --source 2024/courier --locator 'para 2' --quote 'we know it' --via rastia/lin --mode attributed >/dev/null; aver retract dorn/restrain/2024-10-31-calda-2 --reason "evidence of 2024-10-31-calda" >/dev/null
  $ aver check

One publisher is one source, in however many articles.

  $ for one in post courier bote radio; do printf 'publisher = "Borland Press"\n' >> sources/2024/$one.toml; done; aver commit >/dev/null
  $ aver list is:single-source
  $ sed -i '/Borland/s/Borland Press/Evening Wire/' sources/2024/post.toml && aver commit >/dev/null && aver list is:single-source

Two people who each add evidence to one record have no conflict, and whoever merges gets the same.

  $ git switch -qc one && aver evidence add 2024-10-31-calda --source post --locator "p. 1" >/dev/null
  $ git switch -q main && git switch -qc other && aver evidence add 2024-10-31-calda --source post --locator "p. 2" >/dev/null
  $ aver merge one >/dev/null && sha256sum < claims/dorn/restrain/2024-10-31-calda.toml > ../other && git switch -q one && git reset -q --hard && aver merge other@{1} >/dev/null
  $ sha256sum < claims/dorn/restrain/2024-10-31-calda.toml | cmp - ../other && grep -c '^\[\[evidence' claims/dorn/restrain/2024-10-31-calda.toml

Other programs get all of it: lines go back and forth without loss, a row has a list in one cell, a database a table.

  $ git switch -q main && aver export jsonl > ../all.jsonl && aver init ../copy >/dev/null && aver -C ../copy import jsonl ../all.jsonl >/dev/null && diff -r claims ../copy/claims && echo equal
  $ aver export csv -o ../all.csv && head -1 ../all.csv | tr , '\n' | tail -1 && grep -c 'Calda wird nichts tun' ../all.csv
  $ aver export sqlite -o ../all.db >/dev/null && sqlite3 ../all.db "SELECT number, source, speaker, credibility FROM evidence WHERE stance = 'dorn/restrain/2024-10-31-calda' ORDER BY number" 2>/dev/null
