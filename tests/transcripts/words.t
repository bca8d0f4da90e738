# Words have meanings

A store without sentences of its own shows those of the default words; so does a renamed word.

  $ aver init facts >/dev/null && cd facts
  $ grep -c means aver.toml
  0
  [1]
  $ aver help vocabulary
  The vocabulary of this store, from its aver.toml:
  
  stance (opposed: signs are compared)
    affirm     +1       Says that it is so, in whatever words.
    qualified  0        Says that it is so under a condition or in part; the "if"
                        is recorded with it (condition).
    neutral    0        Takes the matter up, and says that it takes no side.
    query      0        Asks or doubts whether it is so, and says neither that it
                        is nor that it is not.
    relay      0        Passes on what others say ("there are reports that"), and
                        does not make it its own.
    declined   0        Was asked, and gave no answer: "no comment", or "we are
                        not aware of that", which is no denial.
    deny       -1       Says that it is not so, or that there is no such thing.
    silent     absence  Somebody looked, and found that it has said nothing; who
                        was asked and gave no answer has declined.
  
  progress (ordered: values are compared)
    not-acted  0, absence  Somebody looked, and found that nothing has been done
                           yet.
    announced  1           Has said that it will be done; nothing is done yet.
    in-works   2           Work on it has begun, and goes on.
    stalled    2           Work on it had begun, and has stopped, without being
                           given up.
    partial    3           A part of it is done, and stands; the rest is not.
    done       4, closes   All of it is done.
    broken     -1, closes  It was given up, or the opposite was done.
    reversed   -2, closes  It was done, and has been undone since.
  
  rating (opposed: signs are compared)
    true          +1, closes  Is so, and nothing is left out that matters; of a
                              prediction: it came about.
    mostly-true   +0.5        Is so in the main; a detail is wrong, or something
                              that matters is left out.
    mixed         0           Is partly so and partly not, and neither part is the
                              lesser one.
    unproven      0           What is known does not decide it.
    mostly-false  -0.5        Is not so in the main, though something in it is.
    false         -1, closes  Is not so; of a prediction: it did not come about.
  
  An absence says that somebody looked and found nothing; it names where, or a
  source. That nobody has looked is never stored: it is shown as "no record".
  
  A word that closes settles the deadline of a pledge, a policy or a prediction:
  one of positive value keeps it, others break it.
  
  In aver.toml, means = "…" says what a word means, and closes = true that it
  closes (aver edit aver.toml).
  $ sed -i 's/word = "silent"/word = "quiet", was = ["silent"]/; s/word = "relay", value = 0/&, means = "Reports, and says whose report it is."/' aver.toml
  $ aver commit >/dev/null
  $ aver help vocabulary | sed -n '/relay/p; /quiet/,/^$/p'
    relay      0        Reports, and says whose report it is.
    quiet      absence  Somebody looked, and found that it has said nothing; who
                        was asked and gave no answer has declined. Was silent
  

An error that lists words says what they mean, and so does a draft.

  $ aver actor add calda Calda --kind state >/dev/null && aver add dorn/act "Calda acts" --kind pledge >/dev/null
  $ aver record act calda not-aware
  error: "not-aware" is no position in this store's vocabulary
  caused by: stance:
    affirm     Says that it is so, in whatever words.
    qualified  Says that it is so under a condition or in part; the "if" is
               recorded with it (condition).
    neutral    Takes the matter up, and says that it takes no side.
    query      Asks or doubts whether it is so, and says neither that it is nor
               that it is not.
    relay      Reports, and says whose report it is.
    declined   Was asked, and gave no answer: "no comment", or "we are not aware
               of that", which is no denial.
    deny       Says that it is not so, or that there is no such thing.
    quiet      Somebody looked, and found that it has said nothing; who was asked
               and gave no answer has declined.
  caused by: progress:
    not-acted  Somebody looked, and found that nothing has been done yet.
    announced  Has said that it will be done; nothing is done yet.
    in-works   Work on it has begun, and goes on.
    stalled    Work on it had begun, and has stopped, without being given up.
    partial    A part of it is done, and stands; the rest is not.
    done       All of it is done.
    broken     It was given up, or the opposite was done.
    reversed   It was done, and has been undone since.
  caused by: rating:
    true          Is so, and nothing is left out that matters; of a prediction: it
                  came about.
    mostly-true   Is so in the main; a detail is wrong, or something that matters
                  is left out.
    mixed         Is partly so and partly not, and neither part is the lesser one.
    unproven      What is known does not decide it.
    mostly-false  Is not so in the main, though something in it is.
    false         Is not so; of a prediction: it did not come about.
  hint: aver help vocabulary
  [2]
  $ printf 'Ann Ode said: "We are not aware of that."\n' >page.txt
  $ aver source add 2024/page "A page" --capture page.txt --published 2024-10-31 >/dev/null
  $ EDITOR=cat aver draft page
  # Quotations of 2024/page, a block each. Fill in claim and position; delete what you do not want.
  # A block without claim and position is left out. Any key of a stance may be added: summary, via, mode …
  # new_claim = "TEXT" adds the claim on the way, new_holder = "NAME" the holder.
  # Save and close to record them all in one commit. Nothing is recorded while anything is wrong.
  #
  # The words for position:
  #
  #   stance
  #     affirm     Says that it is so, in whatever words.
  #     qualified  Says that it is so under a condition or in part; the "if" is recorded with it
  #                (condition).
  #     neutral    Takes the matter up, and says that it takes no side.
  #     query      Asks or doubts whether it is so, and says neither that it is nor that it is not.
  #     relay      Reports, and says whose report it is.
  #     declined   Was asked, and gave no answer: "no comment", or "we are not aware of that", which
  #                is no denial.
  #     deny       Says that it is not so, or that there is no such thing.
  #     quiet      Somebody looked, and found that it has said nothing; who was asked and gave no
  #                answer has declined.
  #
  #   progress
  #     not-acted  Somebody looked, and found that nothing has been done yet.
  #     announced  Has said that it will be done; nothing is done yet.
  #     in-works   Work on it has begun, and goes on.
  #     stalled    Work on it had begun, and has stopped, without being given up.
  #     partial    A part of it is done, and stands; the rest is not.
  #     done       All of it is done.
  #     broken     It was given up, or the opposite was done.
  #     reversed   It was done, and has been undone since.
  #
  #   rating
  #     true          Is so, and nothing is left out that matters; of a prediction: it came about.
  #     mostly-true   Is so in the main; a detail is wrong, or something that matters is left out.
  #     mixed         Is partly so and partly not, and neither part is the lesser one.
  #     unproven      What is known does not decide it.
  #     mostly-false  Is not so in the main, though something in it is.
  #     false         Is not so; of a prediction: it did not come about.
  
  [[stance]]
  claim = ""
  position = ""
  holder = "ann-ode"
  new_holder = "Ann Ode"
  held = 2024-10-31
  quote = "We are not aware of that."
  locator = "para 1"
  no block has a claim and a position: nothing was recorded
  your draft is kept; take it up again: aver draft 2024/page
  or drop it: aver draft 2024/page --discard
  [1]
  $ aver draft page --discard
  dropped the draft of 2024/page

An editor that reads the schemas shows the same sentences beside the words.

  $ aver schema stance | sed -n '/"enumValues"/,/]/p' | sed -n '1p; 6p; 9,10p'
            "enumValues": [
              "Reports, and says whose report it is.",
              "Somebody looked, and found that it has said nothing; who was asked and gave no answer has declined.",
              "An older name of quiet.",

A word that closes settles a deadline; where the store says which do, only those.

  $ sed -i 's/word = "partial", value = 3/&, closes = true/' aver.toml && aver commit >/dev/null
  $ aver help vocabulary | grep closes
    partial    3, closes   A part of it is done, and stands; the rest is not.
  A word that closes settles the deadline of a pledge, a policy or a prediction:
  In aver.toml, means = "…" says what a word means, and closes = true that it
  closes (aver edit aver.toml).
  $ sed -i 's/closes = true/closes = 1/' aver.toml && aver commit
  error: aver.toml:30:43: "closes" must be true or false [type/mismatch]
  nothing was committed
  [7]
