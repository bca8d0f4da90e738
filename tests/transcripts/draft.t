# A whole article: its quotations, and a draft to record them

  $ aver init facts >/dev/null && cd facts
  $ aver actor add uw "United Wealds" --kind state >/dev/null && aver actor add uw/ode "Ann Ode" >/dev/null
  $ aver add dorn/act "Calda acts" --kind policy >/dev/null
  $ cat >page.txt <<'END'
  > Secretary of State Ann Ode met Foreign Minister Cal Ba-rem in Wintermoor.
  > “So we’ll see if they act,” she said of Calda.
  > “Quiet,” Cal said, noting that if it comes to “a point,“ then ”it begins” at once.
  > END
  $ aver source add 2024/page "A page" --capture page.txt --published 2024-10-31 >/dev/null
  $ aver quotes page
  2024/page
  A page
  
    para 2  "So we’ll see if they act,"
            uw/ode
    para 3  "Quiet,"
            Foreign Minister Cal Ba-rem
    para 3  "a point,"
            Foreign Minister Cal Ba-rem
    para 3  "it begins"
            Foreign Minister Cal Ba-rem
  
  4 quotations, 0 recorded
  $ aver quotes page --format csv | head -2
  source,paragraph,quote,speaker,actor,recorded
  2024/page,2,"So we’ll see if they act,",Secretary of State Ann Ode,uw/ode,

The draft, as the editor gets it; nothing is filled in yet.

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
  #     relay      Passes on what others say ("there are reports that"), and does not make it its
  #                own.
  #     declined   Was asked, and gave no answer: "no comment", or "we are not aware of that", which
  #                is no denial.
  #     deny       Says that it is not so, or that there is no such thing.
  #     silent     Somebody looked, and found that it has said nothing; who was asked and gave no
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
  holder = "uw/ode"
  held = 2024-10-31
  quote = "So we’ll see if they act,"
  locator = "para 2"
  
  [[stance]]
  claim = ""
  position = ""
  holder = "cal-ba-rem"
  new_holder = "Cal Ba-rem"
  held = 2024-10-31
  quote = "Quiet,"
  locator = "para 3"
  
  [[stance]]
  claim = ""
  position = ""
  holder = "cal-ba-rem"
  new_holder = "Cal Ba-rem"
  held = 2024-10-31
  quote = "a point,"
  locator = "para 3"
  
  [[stance]]
  claim = ""
  position = ""
  holder = "cal-ba-rem"
  new_holder = "Cal Ba-rem"
  held = 2024-10-31
  quote = "it begins"
  locator = "para 3"
  no block has a claim and a position: nothing was recorded
  your draft is kept; take it up again: aver draft 2024/page
  or drop it: aver draft 2024/page --discard
  [1]

Half-finished: nothing is recorded, the draft is kept.

  $ EDITOR="sed -i '0,/^claim = \"\"/s//claim = \"act\"/'" aver draft page
  taking up your draft of 2024/page
  error: draft:40:1: the block has no position
  nothing was recorded
  your draft is kept; take it up again: aver draft 2024/page
  or drop it: aver draft 2024/page --discard
  [7]
  $ EDITOR="sed -i '0,/^position = \"\"/s//position = \"afirm\"/'" aver draft page
  taking up your draft of 2024/page
  error: draft:40:1: "afirm" is no position in this store's vocabulary; did you mean affirm?
  hint: aver help vocabulary
  nothing was recorded
  your draft is kept; take it up again: aver draft 2024/page
  or drop it: aver draft 2024/page --discard
  [7]
  $ EDITOR=cat aver draft page 2>&1 >editor.txt; grep -B2 afirm editor.txt; rm editor.txt
  taking up your draft of 2024/page
  error: draft:40:1: "afirm" is no position in this store's vocabulary; did you mean affirm?
  hint: aver help vocabulary
  nothing was recorded
  your draft is kept; take it up again: aver draft 2024/page
  or drop it: aver draft 2024/page --discard
  [[stance]]
  claim = "act"
  position = "afirm"

Emptied, or no TOML any more: likewise.

  $ EDITOR="truncate -s 0" aver draft page
  taking up your draft of 2024/page
  the text was emptied: nothing was recorded
  your draft is kept; take it up again: aver draft 2024/page
  or drop it: aver draft 2024/page --discard
  [1]
  $ cat >../fix <<'END'
  > sed -i 's/afirm/affirm/' "$1"
  > cat >>"$1" <<'EOF'
  > 
  > [[stance]]
  > claim = "dorn/quiet"
  > new_claim = "Sorel keeps quiet"
  > position = "affirm"
  > holder = "sd/cal"
  > new_holder = "Cal Ba-rem"
  > held = 2024-10-31
  > quote = "It begun"
  > EOF
  > END
  $ EDITOR="sh ../fix" aver draft page
  taking up your draft of 2024/page
  error: draft:75:1: the quote differs from the words in the saved text of 2024/page: [-It-] {+it+} [-begun-] {+comes+} ([-the quote-] {+its source+})
  nothing was recorded
  your draft is kept; take it up again: aver draft 2024/page
  or drop it: aver draft 2024/page --discard
  [7]
  $ EDITOR="sed -i 's/It begun/it begins/'" aver draft page
  taking up your draft of 2024/page
  added claim dorn/quiet: Sorel keeps quiet
  added actor sd/cal: "Cal Ba-rem", kind person
  recorded uw/ode affirm on dorn/act, held 2024-10-31: the first record of uw/ode
    here
    quote verbatim, para 2 of 2024/page
  recorded sd/cal affirm on dorn/quiet, held 2024-10-31: the first record of
    sd/cal here
    quote verbatim, para 3 of 2024/page
    6448783 on main; undo: aver undo 6448783
    left out: 3; draft them again: aver draft 2024/page
  $ EDITOR="sed -i 's/it begins. at/it is/'" aver draft page
  no block has a claim and a position: nothing was recorded
  your draft is kept; take it up again: aver draft 2024/page
  or drop it: aver draft 2024/page --discard
  [1]
  $ aver quotes page
  2024/page
  A page
  
    para 2  "So we’ll see if they act,"
            uw/ode  recorded: dorn/act/2024-10-31-uw-ode
    para 3  "Quiet,"
            sd/cal
    para 3  "a point,"
            sd/cal
    para 3  "it begins"
            sd/cal  recorded: dorn/quiet/2024-10-31-sd-cal
  
  4 quotations, 2 recorded
  $ git log -1 --format=%B && aver check
  Record 2 stances from 2024/page
  
  uw/ode affirm on dorn/act, held 2024-10-31
  sd/cal affirm on dorn/quiet, held 2024-10-31
  added claim dorn/quiet: Sorel keeps quiet
  added actor sd/cal: "Cal Ba-rem", kind person
  
  checked 8 records: all is well
  $ EDITOR=false aver draft page
  taking up your draft of 2024/page
  error: the editor failed: false
  caused by: it exited with status 1
  nothing was recorded
  your draft is kept; take it up again: aver draft 2024/page
  or drop it: aver draft 2024/page --discard
  [1]
  $ aver draft page --discard
  dropped the draft of 2024/page
  $ aver draft uw/ode
  error: there is no source "uw/ode"
  hint: aver source add uw/ode "TITLE"
  [4]
  $ aver quotes 2024/nothing
  error: there is no source "2024/nothing"
  hint: aver source list
  [4]

A source without a text, and one without quotations.

  $ aver source add 2024/bare "Bare" >/dev/null; aver quotes bare; aver draft bare
  error: 2024/bare has no saved text to look for quotations in
  hint: aver source add --again 2024/bare FILE
  error: 2024/bare has no saved text to look for quotations in
  hint: aver source add --again 2024/bare FILE
  [2]
  $ echo "No words of anybody." | aver source add 2024/dull "Dull" --capture - >/dev/null; aver quotes dull; aver draft dull
  2024/dull
  Dull
  
  No quotation is in its text.
  nothing to draft: there is no quotation in 2024/dull
