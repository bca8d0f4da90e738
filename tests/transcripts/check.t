# A check that can be trusted: by people, in CI, on an old store

  $ aver init facts >/dev/null && cd facts
  $ for who in calda uw; do aver actor add $who $who --kind state >/dev/null; done
  $ echo 'He said "Calda keeps silent" and "No." on Thursday.' | aver source add 2024/press "Press" --capture - >/dev/null
  $ aver add dorn/act "Calda acts against the North" --kind policy >/dev/null
  $ aver add dorn/arms "The United Wealds sends arms" >/dev/null
  $ aver record act calda silent --held 2024-10-31 --quote "Calda keeps silent" --source press >/dev/null
  $ aver record act uw affirm --held 2024-10-30 --quote "No." --source press >/dev/null
  $ aver check
  checked 7 records: all is well
  $ aver check --base HEAD~2
  checked 2 records: all is well

What a proposal breaks: records rewritten, vanished, doubled; renamed ones are no loss.

  $ git tag before
  $ sed -i 's/silent/affirm/' claims/dorn/act/2024-10-31-calda.toml
  $ git rm -q claims/dorn/act/2024-10-30-uw.toml actors/uw.toml
  $ aver mv dorn/arms dorn/uw-sends-arms >/dev/null
  $ aver add other/act "calda acts, against the north" >/dev/null
  $ aver check --base before
  actors/uw.toml: error: the actor is gone, and no other record says that it was it [record/vanished]
    hint: aver mv gives it another id, and keeps this one working
  claims/dorn/act/2024-10-30-uw.toml: error: the stance is gone, and no other record says that it was it [record/vanished]
    hint: a stance that was wrong is retracted, not removed
  claims/dorn/act/2024-10-31-calda.toml:2:12: warning: the stance was rewritten in place: position was silent [record/rewritten]
    hint: aver correct keeps the old one beside it
  claims/dorn/act/2024-10-31-calda.toml:6:9: error: the quote differs from the words in the saved text of 2024/press: Calda keeps [-affirm-] {+silent+} ([-the quote-] {+its source+}) [quote/near]
  
  checked 3 records (1 uncommitted): 3 errors, 1 warning
  [1]
  $ git commit -qam "changed urls" && aver check --base before --except record/rewritten
  actors/uw.toml: error: the actor is gone, and no other record says that it was it [record/vanished]
    hint: aver mv gives it another id, and keeps this one working
  claims/dorn/act/2024-10-30-uw.toml: error: the stance is gone, and no other record says that it was it [record/vanished]
    hint: a stance that was wrong is retracted, not removed
  claims/dorn/act/2024-10-31-calda.toml:6:9: error: the quote differs from the words in the saved text of 2024/press: Calda keeps [-affirm-] {+silent+} ([-the quote-] {+its source+}) [quote/near]
  
  checked 3 records: 3 errors, 0 warnings
  [1]
  $ aver check --base before --format github
  ::error file=actors/uw.toml,title=record/vanished::the actor is gone, and no other record says that it was it (aver mv gives it another id, and keeps this one working)
  ::error file=claims/dorn/act/2024-10-30-uw.toml,title=record/vanished::the stance is gone, and no other record says that it was it (a stance that was wrong is retracted, not removed)
  ::warning file=claims/dorn/act/2024-10-31-calda.toml,line=2,col=12,title=record/rewritten::the stance was rewritten in place: position was silent (aver correct keeps the old one beside it)
  ::error file=claims/dorn/act/2024-10-31-calda.toml,line=6,col=9,title=quote/near::the quote differs from the words in the saved text of 2024/press: Calda keeps [-affirm-] {+silent+} ([-the quote-] {+its source+})
  [1]
  $ aver check --base before --format sarif | grep -e ruleId -e startLine -e '"version"'
    "version": "2.1.0",
            "version": "0.1.0",
            "ruleId": "record/vanished",
            "ruleId": "record/vanished",
            "ruleId": "record/rewritten",
                    "startLine": 2,
            "ruleId": "quote/near",
                    "startLine": 6,
  $ aver check --base before --json | tail -12
      },
      {
        "severity": "error",
        "rule": "quote/near",
        "file": "claims/dorn/act/2024-10-31-calda.toml",
        "line": 6,
        "column": 9,
        "sentence": "the quote differs from the words in the saved text of 2024/press: Calda keeps [-affirm-] {+silent+} ([-the quote-] {+its source+})",
        "hint": null
      }
    ]
  }

A source that changes takes the quotes of stances that did not.

  $ git reset -q --hard before
  $ echo 'He said nothing on Thursday.' >sources/2024/press.txt
  $ sed -i "s/sha256 = .*/sha256 = \"$(sha256sum sources/2024/press.txt | cut -d' ' -f1)\"/" sources/2024/press.toml
  $ aver check --base before
  claims/dorn/act/2024-10-30-uw.toml:5:9: error: the quote does not stand in the saved text of 2024/press [quote/missing]
  claims/dorn/act/2024-10-31-calda.toml:6:9: error: the quote does not stand in the saved text of 2024/press [quote/missing]
  
  checked 1 record (1 uncommitted): 2 errors, 0 warnings
  [1]
  $ git checkout -q . && git status --short

A baseline: what was wrong already does not count.

  $ aver add other/act "Calda acts against the North" >/dev/null
  $ sed -i 's/"No."/"Never."/' claims/dorn/act/2024-10-30-uw.toml && git commit -qam "by hand"
  $ aver check --write-baseline .baseline
  claims/dorn/act/2024-10-30-uw.toml:5:9: error: the quote does not stand in the saved text of 2024/press [quote/missing]
  claims/other/act/claim.toml:1:8: warning: it says what "dorn/act" says [claim/duplicate]
    hint: aver show dorn/act
  
  checked 8 records: 1 error, 1 warning
  $ cat .baseline
  # What aver check found when it was adopted here: rule, file, sentence. --baseline leaves it out.
  quote/missing	claims/dorn/act/2024-10-30-uw.toml	the quote does not stand in the saved text of 2024/press
  claim/duplicate	claims/other/act/claim.toml	it says what "dorn/act" says
  $ aver check --baseline .baseline
  checked 8 records, 2 known problems left out: all is well
  $ sed -i 's/"Calda keeps/"Belmora keeps/' claims/dorn/act/2024-10-31-calda.toml
  $ aver check --baseline .baseline
  claims/dorn/act/2024-10-31-calda.toml:6:9: error: the quote differs from the words in the saved text of 2024/press: [-Belmora-] {+Calda+} keeps silent ([-the quote-] {+its source+}) [quote/near]
  
  checked 8 records (1 uncommitted), 2 known problems left out: 1 error, 0 warnings
  [1]

What it says when asked.

  $ aver help rule quote/missing
  quote/missing  error
  
  A quote stands in the saved text of its source.
  
  Give the words as they stand there, name the right source, or say unverified =
  true, which is shown wherever the quote is.
  $ aver help rule quote/mising
  error: there is no rule "quote/mising"; did you mean capture/missing?
  hint: aver help rules
  [2]
  $ aver help rules | head -12
  absence/contradicted    warning  Nobody said anything while an absence says so.
  absence/evidence        error    An absence names where somebody looked, or a
                                   source.
  absence/overtaken       warning  A look does not find silence where something
                                   was said.
  actor/duplicate         warning  No two actors have one name or alias.
  alias/taken             error    An alias is no other record's id.
  capture/changed         error    A saved text has the SHA-256 that its source
                                   gives.
  capture/hash            error    A saved text and its SHA-256 stand together.
  capture/missing         error    A saved text that a source names is in the
                                   store.
  $ aver check --except no/rule
  error: there is no rule "no/rule"
  hint: aver help rules
  [2]
  $ aver check --baseline nowhere
  error: the baseline nowhere cannot be read
  caused by: No such file or directory
  [4]
  $ aver check --base nowhere
  error: there is no revision "nowhere"
  hint: aver log
  [4]

On a terminal, lines break at blanks; for programs, a finding is a line.

  $ aver init ../narrow >/dev/null && cd ../narrow && aver actor add uw UW --kind state >/dev/null && aver add dorn/act "Calda acts" >/dev/null
  $ aver record act uw affirm --held 2024-10-30 --locator "para 3" >/dev/null
  warning: the locator names no source to look in [evidence/source]
  $ aver check | wc -L
  106
  $ COLUMNS=60 script -qec "aver check --no-pager --color never" /dev/null | tr -d '\r'
  claims/dorn/act/2024-10-30-uw.toml:4:11: warning: the
      locator names no source to look in [evidence/source]
  
  checked 3 records: 0 errors, 1 warning
