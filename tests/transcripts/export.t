# Records for other programs

  $ aver init facts >/dev/null && cd facts
  $ git rm -rq .schemas .taplo.toml .gitattributes && git commit -qm "Plain"
  $ aver add animals/cats "Cats <b>bark</b>" --kind fact --tag pets >/dev/null
  $ aver add animals/dogs "Dogs meow, and \"purr\"" --kind fact >/dev/null
  $ aver actor add jo "Jo Doe" --kind person >/dev/null
  $ aver actor add check-it "Check It" --kind outlet --same-as https://check.example >/dev/null
  $ aver source add 2024/cats "No, cats do not" --url https://check.example/1 >/dev/null
  $ aver record cats jo affirm --held 2024-10-01 --quote "They do." >/dev/null
  warning: the quote names no source to check it against [evidence/source]
  $ aver record cats jo deny --held 2024-10-20 >/dev/null
  $ aver record cats check-it false --held 2024-10-12 --rating "Pants on Fire" --source 2024/cats >/dev/null
  $ aver record dogs jo affirm --held 2024-10~ >/dev/null

## jsonl: the store itself, one line a file

A record is its values; what is no record, or is laid out by hand, is its text.

  $ printf 'name = "Jo Doe"  # of the Daily\nkind = "person"\nborn = 1970-01-31\n' > actors/jo.toml
  $ git commit -qam "By hand"
  $ aver export jsonl | grep -v aver.toml
  {"schema":"aver.record/1","kind":"actor","id":"check-it","record":{"name":"Check It","kind":"outlet","same_as":["https://check.example"]}}
  {"schema":"aver.record/1","kind":"actor","id":"jo","record":{"name":"Jo Doe","kind":"person","born":{"$toml":"1970-01-31"}},"text":"name = \"Jo Doe\"  # of the Daily\nkind = \"person\"\nborn = 1970-01-31\n"}
  {"schema":"aver.record/1","kind":"stance","id":"animals/cats/2024-10-01-jo","record":{"holder":"jo","position":"affirm","held":"2024-10-01","mode":"direct","quote":"They do."}}
  {"schema":"aver.record/1","kind":"stance","id":"animals/cats/2024-10-12-check-it","record":{"holder":"check-it","position":"false","held":"2024-10-12","source":"2024/cats","rating":"Pants on Fire"}}
  {"schema":"aver.record/1","kind":"stance","id":"animals/cats/2024-10-20-jo","record":{"holder":"jo","position":"deny","held":"2024-10-20"}}
  {"schema":"aver.record/1","kind":"claim","id":"animals/cats","record":{"text":"Cats \u003cb>bark\u003c/b>","kind":"fact","tags":["pets"]}}
  {"schema":"aver.record/1","kind":"stance","id":"animals/dogs/2024-10-jo","record":{"holder":"jo","position":"affirm","held":"2024-10~"}}
  {"schema":"aver.record/1","kind":"claim","id":"animals/dogs","record":{"text":"Dogs meow, and \"purr\"","kind":"fact"}}
  {"schema":"aver.record/1","kind":"source","id":"2024/cats","record":{"title":"No, cats do not","url":"https://check.example/1"}}

With conditions, what fits, and the actors and sources that it speaks of:

  $ aver export jsonl cats --holder check-it
  {"schema":"aver.record/1","kind":"claim","id":"animals/cats","record":{"text":"Cats \u003cb>bark\u003c/b>","kind":"fact","tags":["pets"]}}
  {"schema":"aver.record/1","kind":"stance","id":"animals/cats/2024-10-12-check-it","record":{"holder":"check-it","position":"false","held":"2024-10-12","source":"2024/cats","rating":"Pants on Fire"}}
  {"schema":"aver.record/1","kind":"actor","id":"check-it","record":{"name":"Check It","kind":"outlet","same_as":["https://check.example"]}}
  {"schema":"aver.record/1","kind":"source","id":"2024/cats","record":{"title":"No, cats do not","url":"https://check.example/1"}}
  $ aver export jsonl --position deny
  {"schema":"aver.record/1","kind":"claim","id":"animals/cats","record":{"text":"Cats \u003cb>bark\u003c/b>","kind":"fact","tags":["pets"]}}
  {"schema":"aver.record/1","kind":"stance","id":"animals/cats/2024-10-20-jo","record":{"holder":"jo","position":"deny","held":"2024-10-20"}}
  {"schema":"aver.record/1","kind":"actor","id":"jo","record":{"name":"Jo Doe","kind":"person","born":{"$toml":"1970-01-31"}},"text":"name = \"Jo Doe\"  # of the Daily\nkind = \"person\"\nborn = 1970-01-31\n"}

## csv: one row a stance

  $ aver export csv cats | cut -d, -f1,5,8,10,13,14
  claim,stance,position,held,in_force,standing
  animals/cats,animals/cats/2024-10-01-jo,affirm,2024-10-01,no,earlier
  animals/cats,animals/cats/2024-10-12-check-it,false,2024-10-12,yes,in-force
  animals/cats,animals/cats/2024-10-20-jo,deny,2024-10-20,yes,in-force
  $ aver export csv dogs
  claim,text,kind,tags,stance,holder,holder_name,position,scale,held,held_first,held_last,in_force,standing,until,through,mode,speaker,via,summary,quote,quote_lang,translation,source,source_title,source_url,locator,rating,credibility,likelihood,searched,unverified,review_by,corrects,retracts,reason,note,condition,repeats,first_recorded,evidence
  animals/dogs,"Dogs meow, and ""purr""",fact,,animals/dogs/2024-10-jo,jo,Jo Doe,affirm,stance,2024-10~,2024-09-01,2024-11-30,possible,possible,,,,,,,,,,,,,,,,,,,,,,,,,,,

--on asks about a day, and leaves out what began after it; --known-at asks an older state of the record.

  $ aver export csv cats --on 2024-10-15 | cut -d, -f5,8,13,14
  stance,position,in_force,standing
  animals/cats/2024-10-01-jo,affirm,yes,in-force
  animals/cats/2024-10-12-check-it,false,yes,in-force
  $ aver export csv --known-at HEAD~2 | cut -d, -f5
  stance
  animals/cats/2024-10-01-jo
  animals/cats/2024-10-12-check-it
  animals/cats/2024-10-20-jo

## claimreview: what search engines read

  $ aver export claimreview
  {"@context":"https://schema.org","@graph":[
  {"@type":"ClaimReview","url":"https://check.example/1","name":"No, cats do not","claimReviewed":"Cats \u003cb>bark\u003c/b>","datePublished":"2024-10-12","author":{"@type":"Organization","name":"Check It","url":"https://check.example"},"reviewRating":{"@type":"Rating","ratingValue":1,"bestRating":5,"worstRating":1,"alternateName":"Pants on Fire"},"itemReviewed":{"@type":"Claim","author":{"@type":"Person","name":"Jo Doe"},"datePublished":"2024-10-01"}}
  ]}

The reviewer's verdict on the day, or none:

  $ aver export claimreview --on 2024-10-11
  {"@context":"https://schema.org","@graph":[
  ]}

## sqlite: for those who want SQL

  $ aver export sqlite -o facts.db && head -c 15 facts.db
  SQLite format 3
  $ aver export sqlite | head -c 15
  SQLite format 3

## To a file: whole, or not at all

  $ aver export csv dogs -o dogs.csv && wc -l < dogs.csv
  2
  $ aver export csv dogs -o dogs.csv
  error: dogs.csv exists
  hint: --force replaces it
  [3]
  $ aver export csv -o dogs.csv --force && wc -l < dogs.csv
  5
  $ aver export csv -o nowhere/dogs.csv
  error: cannot write nowhere/dogs.csv
  caused by: No such file or directory
  [5]
  $ aver export csv -o actors
  error: actors exists
  hint: --force replaces it
  [3]
  $ ls
  actors
  aver.toml
  claims
  dogs.csv
  facts.db
  sources

## What it does not do

  $ aver export xml
  error: FORMAT takes one of jsonl, csv, claimreview, sqlite, not "xml"
  hint: aver help export
  [2]
  $ aver export
  error: "aver export" needs FORMAT: jsonl, csv, claimreview or sqlite
  hint: aver help export
  [2]
  $ aver export csv nothing
  claim,text,kind,tags,stance,holder,holder_name,position,scale,held,held_first,held_last,in_force,standing,until,through,mode,speaker,via,summary,quote,quote_lang,translation,source,source_title,source_url,locator,rating,credibility,likelihood,searched,unverified,review_by,corrects,retracts,reason,note,condition,repeats,first_recorded,evidence
  error: no claim, topic or text has the word "nothing"
  hint: aver list
  [4]
  $ aver export csv --known-at 2020-01-01
  error: nothing was known then: that is before the first commit
  [4]
  $ printf 'broken' > claims/animals/dogs/claim.toml && git commit -qam Broken
  $ aver export csv dogs | cut -d, -f1,2,5
  error: claims/animals/dogs/claim.toml:1:7: not valid TOML: key-value pair: encountered end-of-file [toml/syntax]
  hint: 1 record of animals/dogs is left out of this answer: aver check
  claim,text,stance
  $ aver help export
  usage: aver export FORMAT [QUERY…] [options]
  
  Writes records for other programs, to standard output or to a file that is there
  whole or not at all. Memory does not grow with the store.
  
  jsonl is the store itself, one line a file, and without loss: an import of it
  gives the same files, to the byte; symbolic links alone are left out, and named.
  csv has one row a stance, with its claim, holder and source. claimreview is
  JSON-LD, the verdicts in force on the scale "rating". sqlite is a database for
  those who want SQL. "aver help export-formats" lists columns and tables.
  
  With conditions, or with --on, only what fits is written; jsonl then has the
  claims, their stances that fit, and the actors and sources that these speak of.
  Each stance is looked at by itself, former ones too: csv's column in_force, and
  sqlite's table positions_in_force, say which hold. Stances that begin after the
  day of --on are left out.
  
    FORMAT  jsonl, csv, claimreview or sqlite
    QUERY   a topic, and what must fit: kind:pledge (aver help query)
  
  options
    --query QUERY        the same, as an option
    --holder HOLDER      only what this actor holds
    --position WORD      only this position; several with ","
    --tag TAG            only claims with this tag; all of them, if repeated
    --kind KIND          only claims of this kind
    --on DATE            as held on that day (default: today, and all)
    --known-at REV|DATE  as the store knew it then: a git revision, or a day
    --without QUERY      as if all that rests on this alone were retracted:
                         source:x (aver help query)
    -o, --output FILE    write to this file
    --guard on|off       in csv, a ' before what a spreadsheet would run (default:
                         off)
    --force              replace the file where it exists
  
  examples
    aver export jsonl -o facts.jsonl
        everything, to be kept or imported elsewhere
    aver export csv dorn --on 2024-11-01 >dorn.csv
        one topic, as held on a day
    aver export claimreview --holder wintermoor-courier
        one reviewer's verdicts
  $ aver help export-formats
  jsonl: one line a file of the store, without loss; symbolic links are left out.
  claims/FORMAT.md in aver's sources, "JSON Lines", has every member.
  
  csv: one row a stance, RFC 4180, UTF-8; lists are parted by "; "
    Cells are exact. With --guard on, one that begins with = + - @, a tab or a
    carriage return has a ' before it, so that no spreadsheet runs it as a
    formula, and control and hidden characters are shown and not written; the csv
    of other commands is guarded unless --guard is off.
    claim           the claim's id
    text            the claim
    kind            of the claim
    tags            of the claim
    stance          the stance's id
    holder          the holder's id
    holder_name     its name
    position        a word of the vocabulary, by its name of today
    scale           that the word stands on
    held            as recorded: 2024-10-31, 2024-10, 2024~
    held_first      the first day that it may mean
    held_last       the last day that it may mean
    in_force        yes: the holder's position on the day asked for; possible: it
                    may be; lapsed: it was the last, and has ended; else no
    standing        in-force, possible, lapsed, earlier, later, corrected, ended,
                    retracted, retraction, check
    until           the last day it was held
    through         looked until then, and nothing had changed
    mode            how it is known
    speaker         who uttered the quote, where that is not the holder
    via             who reports it
    summary         what was said or done
    quote           the words, exactly
    quote_lang      of the quote
    translation     of the quote
    source          the source's id
    source_title    its title
    source_url      its URL
    locator         where in it
    rating          a reviewer's own label
    credibility     1 confirmed to 6 cannot be judged
    likelihood      of a prediction
    searched        where somebody looked
    unverified      yes: the quote does not stand in the source, and that is known
    review_by       when to look again
    corrects        the stance that this one replaces
    retracts        the stance that was never so
    reason          for that
    note
    condition       the "if" of a qualified position
    repeats         the stance that this look found unchanged
    first_recorded  when another tracker first recorded it
    evidence        further evidence: a JSON list of objects with the keys of the
                    file
  
  sqlite: tables; absent is NULL, dates are text as recorded
    stances             one row a stance: id, claim, holder, position (by its name
                        of today), scale, value (of the word; NULL of an absence),
                        held, held_first and held_last (the days that it may
                        mean), standing (as in csv), until, through, mode,
                        speaker, via, summary, quote, quote_lang, translation,
                        source, locator, rating, credibility, likelihood,
                        searched, unverified (1 or 0), review_by, corrects,
                        retracts, reason, note, condition, repeats, first_recorded
    evidence            one row an evidence of a stance: stance, number (0: the
                        first, which stances have, too), source, locator, quote,
                        quote_lang, translation, speaker, via, mode, unverified (1
                        or 0), credibility
    positions_in_force  what surely is in force on the day asked for, one row a
                        stance: claim, holder, scale, position, stance, held
    claims              id, text, kind, lang, deadline, review_by, same_as, note
    tags                claim, tag
    actors              id, name, kind, aliases, same_as, note
    sources             id, title, url, publisher, author, published, retrieved,
                        lang, reliability, capture, sha256, note
    meta                key and value: schema (aver.export/1), revision, on (the
                        day of the positions)
  
  claimreview: schema.org, JSON-LD
  One "@graph" of ClaimReview objects: the positions in force on the scale
  "rating". The number of a rating is its word's value brought to 1 (worst) to 5
  (best); alternateName is the reviewer's own label. Who affirmed the claim first
  is the author of the item reviewed.
