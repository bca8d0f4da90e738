# Help: every command, every topic

  $ aver
  aver keeps claims, and who holds which position on them, as files in a git
  repository.
  
  usage: aver [-C DIR] COMMAND [words] [options]
  
  the store
    init           make a store of a directory
    status         what is uncommitted, and where the branch stands
    check          find what is wrong with the records
    fmt            write records in their canonical form
    maintain       let git tidy up the store
    schema         JSON Schemas of the records, for editors
    index status   the index, and whether it is up to date
    index verify   hold the index against the records
    index rebuild  make the index anew
  
  record
    add           add a claim
    record        record who holds which position on a claim
    again         record that a position still stands
    correct       replace a stance that we recorded wrongly
    retract       take back a stance that was never so
    end           record when a position ended
    evidence add  add another source to a stance
    actor add     add somebody who can hold a position
    actor merge   make one actor of two
    source add    add a source, with its saved text
    draft         record a source's quotations, in your editor
    edit          edit a record in your editor
    mv            give a record or a topic another id
    rm            remove a record that nothing refers to
    commit        commit records edited by hand
    undo          take a commit back by a new one
    clock         name a commit whose stamp is wrong
  
  look
    show         show a claim, an actor, a source or a stance
    list         list claims and the positions on them
    actor list   list the actors
    source list  list the sources
    quotes       the quotations in a source, and which are recorded
    history      the time line of a claim or of a holder
    positions    the table of holders and claims
    diff         what changed between two revisions or two days
    flips        who has moved, with the evidence of both sides
    due          what must be looked at again
    search       records by their words, best first
    impact       what rests on a source, or on somebody's word
  
  provenance
    log    who recorded what, and when
    blame  for every value, who recorded it and from where
  
  review
    propose                 record on a branch that waits for review
    review                  the proposals, and how they stand
    review show             what a proposal means, in positions
    review comment          say something about a proposal
    review approve          approve what a proposal has now
    review request-changes  ask for a change before it is accepted
    review dismiss          set somebody's request for changes aside
    review update           bring into a proposal what came meanwhile
    review accept           merge a proposal, once its policy is satisfied
    review withdraw         take a proposal back, keeping it
  
  share
    sync                fetch, merge, check and push
    merge               merge a branch, by record and field
    resolve             settle what a merge could not
    tag                 freeze an edition, or list them
    verify              who signed which records
    import csv          bring in the rows of a table
    import jsonl        bring in records from JSON Lines
    import claimreview  bring in other people's fact checks
    export              write the records for other programs
    site                write pages that anybody can read
  
  git
    git-install  plain git merges, shows and checks records
    merge-file   git's merge driver for records
    textconv     git's diff driver for records
  
  help
    help  help on a command or a topic
  
  options
    -C, --directory DIR  work on the store that DIR lies in
    --color WHEN         auto, always or never
    --no-pager           do not page long answers
    -h, --help           show this help
    --version            show the version
  
  topics
    dates           how dates are written, exact and approximate
    ids             how records are named
    query           how to ask for some claims and positions: topics, words, keys
    vocabulary      the words for positions, as this store has them
    evidence        what a position rests on: one source, or several
    changes         the classes of change in history and diff
    format          how records are kept in files
    review          proposals, approvals, and what a store may ask for
    import          how the columns of a table become records
    export-formats  columns and tables of what export writes
    rules           what check holds records against
    scale           large stores, and teams that outgrow one machine
    exit-codes      what the exit codes mean
  
  aver help COMMAND or aver help TOPIC says more.
  [2]
  $ aver --version
  aver 0.1.0
  $ aver help actor
  usage: aver actor COMMAND
  
    actor add    add somebody who can hold a position
    actor merge  make one actor of two
    actor list   list the actors

  $ aver init --help
  usage: aver init [DIR] [options]
  
  Makes a store: a git repository with aver.toml (format and vocabulary) in its
  first commit, and schemas that let an editor complete and check records. At the
  top of an existing repository, the files are added in a commit of their own, and
  nothing else is touched; below its top, where git would nest a repository, init
  refuses.
  
    DIR  where (default: here)
  
  options
    --bare  without a work tree, as on a server
  
  examples
    aver init facts
        a new store in the folder facts

  $ aver status --help
  usage: aver status [options]
  
  The branch, how it stands to its upstream, and the records that were added,
  edited or removed by hand and are not committed yet.
  
  options
    --format FORMAT  text or json
    --json           short for --format json

  $ aver check --help
  usage: aver check [options]
  
  Checks every record: its form, its ids and dates, what it refers to, the
  vocabulary, captures, quotes, corrections, contradictions and duplicates.
  Records changed by hand are checked as they stand in the work tree, unless
  --known-at asks for a revision. Exits with 1 where there is an error.
  
  With --base only what has changed since a revision is read, with what that may
  have broken elsewhere; what was wrong before is left out. Two rules more hold:
  nothing may have vanished, and nothing may have been rewritten where a
  correction belongs; duplicates are looked for among what changed alone. Where
  the base is a branch that has moved on, what counts is what merging with it
  would change there, and its policy as it is now. "aver help rule NAME" explains
  a rule.
  
  options
    --base REV             only what has changed since this revision, or would
                           change on this branch
    --policy               with --base: the approvals that the base's aver.toml
                           asks for, too
    --reviews COMMIT       with --policy: reviews that come along, a tip of
                           aver/reviews (for hooks)
    --strict               exit with 1 for warnings, too
    --except RULE          leave a rule out; may be repeated
    --baseline FILE        leave out what this file knows already
    --write-baseline FILE  write down what is found, to adopt check on an old
                           store
    --on DATE              what was held on that day (default: today)
    --known-at REV|DATE    as the store knew it then: a git revision, or a day
                           (default: now)
    --format FORMAT        text, json, github (annotations) or sarif
    --json                 short for --format json
  
  examples
    aver check
        the store, with what is not committed yet
    aver check --base origin/main --format github
        a proposal, in CI
    aver check --known-at origin/main --strict
        a revision

  $ aver add --help
  usage: aver add CLAIM TEXT [options]
  
  Adds a claim: a proposition, stated affirmatively and once. Who holds what on it
  is recorded with "aver record".
  
    CLAIM  its id: a path of lower-case words, as dorn/calda-restrains-dorn
    TEXT   the proposition, as a full sentence
  
  options
    --kind KIND            fact, event, pledge, policy, prediction or quote
    --tag TAG              may be repeated
    --deadline DATE        of a pledge or a prediction
    --review-by DATE       when to look again
    --relation TYPE:CLAIM  negates, narrows, same-as or depends-on another claim;
                           may be repeated
    --same-as URL          the same claim elsewhere; may be repeated
    --lang LANG            the text's language: "en"
    --note TEXT            anything else
    --no-commit            only write the file
    -m, --message TEXT     the commit's message (default: made for it)
  
  examples
    aver add dorn/troops-in-rastia "North Dornan troops are in Rastia" --kind fact

  $ aver record --help
  usage: aver record CLAIM HOLDER POSITION [options]
  
  Records that a holder takes a position on a claim, as one stance in one commit.
  The position is a word of the store's vocabulary (aver help vocabulary). Old
  stances stay: what a holder held before is history, not a mistake.
  
  An absence (silent, not-acted) says that somebody looked and found nothing: it
  names where (--searched), or a source. Looked again, and nothing is there still:
  that is a check, by this command or by "aver again".
  
  Without --held it was held when its source was published, or else today.
  
    CLAIM     the claim's id, or a trailing part of it
    HOLDER    whose position it is: an actor's id or name
    POSITION  affirm, deny, silent, not-acted, …
  
  options
    --held DATE         when it was held, also with a time:
                        2024-10-31T18:00:00+09:00 (default: when the source was
                        published, else today)
    --until DATE        the last day it was held
    --through DATE      looked until then, and nothing had changed
    --searched WHERE    where somebody looked; may be repeated
    --source SOURCE     where it stands
    --locator PLACE     where in it: "para 10", "p. 14", "01:23:45"
    --quote TEXT        the words, exactly
    --quote-lang LANG   the quote's language: "ko"
    --translation TEXT  of the quote
    --summary TEXT      what was said or done, in your words
    --speaker WHO       who said it, where that is not the holder: an actor, or
                        plain words ("=WORDS" insists)
    --via WHO           who reports it, likewise; outermost first; may be repeated
    --mode MODE         how it is known (default: from --via, --quote, --summary):
                        direct, paraphrase, attributed, inferred, action, vote or
                        document
    --credibility 1-6   1 confirmed, 5 improbable, 6 cannot be judged
    --likelihood WORD   of a prediction: almost-no-chance … almost-certain
    --rating LABEL      a reviewer's own label, word for word
    --review-by DATE    when to look again
    --condition TEXT    the "if" of a qualified position
    --note TEXT         anything else
    --unverified        record a quote that does not stand in the saved text of
                        its source; that is shown
    --create            add an unknown holder or source on the way
    --corrects STANCE   the stance this one replaces, as our mistake (see aver
                        correct)
    --reason TEXT       why that was a mistake
    --restate           a record of its own, where a look would only be a check
    --no-commit         only write the file
    -m, --message TEXT  the commit's message (default: made for it)
  
  examples
    aver record calda-restrains-dorn calda silent --searched "ministry briefings"
        nothing found, and where somebody looked
    aver record calda-restrains-dorn calda affirm --held 2024-11-14 --quote
        "spoken with North Dorna about restraint" --source 2024/briefing
        in the holder's own words
    aver record uw-arms-south-dorna uw announced --via wintermoor-courier
        --summary "A delivery is on its way" --source 2024/delivery --create
        as others report it; --create adds the source

  $ aver again --help
  usage: aver again STANCE|CLAIM [HOLDER] [options]
  
  Records that somebody has looked once more, and that a record still is so: a
  check. It moves the day on which the record was last looked at, and nothing
  else; it is no position of its own, and takes over no quote and no source. So it
  says where somebody looked this time: --searched, --same-places, or a source.
  
  What was said anew is a record of its own: "aver record". "aver due" lists what
  is to be looked at again.
  
    STANCE|CLAIM  a stance; or a claim, for what is held on it that day
    HOLDER        whose position on the claim (default: the only one there is)
  
  options
    --held DATE         when somebody looked (default: when the source was
                        published, else today)
    --through DATE      until when they looked (default: --held)
    --searched WHERE    where somebody looked; may be repeated
    --same-places       where the record says that somebody looked
    --source SOURCE     that says it still is so
    --locator PLACE     where in the source
    --review-by DATE    when to look again
    --note TEXT         anything else
    --create            add an unknown source on the way
    --no-commit         only write the file
    -m, --message TEXT  the commit's message (default: made for it)
  
  examples
    aver again uw-arms-south-dorna/2024-11-15-uw --same-places
        still silent, today
    aver again uw-arms-south-dorna/2024-11-15-uw --held 2024-12-10 --searched "the
        budget"
        as of that day, and where

  $ aver correct --help
  usage: aver correct STANCE [POSITION] [options]
  
  Replaces a stance that we recorded wrongly by one that is right. The wrong one
  stays in the store, set aside for good, with the reason; the holder has not
  moved, and no time line says so. What is not given is taken over: from the wrong
  stance, or from the one that --as names, whatever became of that. A correction
  that was wrong itself is corrected in turn.
  
  That a position ended is no mistake of anybody's: aver end.
  
    STANCE    the stance that is wrong: its id, or a trailing part of it
    POSITION  the right position (default: as it was)
  
  options
    --reason TEXT       why it was wrong; always asked for
    --holder HOLDER     it was another's position
    --claim CLAIM       it is about another claim: retracted here, and recorded
                        there
    --as OTHER          as this other stance of the claim: all that it says is
                        taken over
    --held DATE         when it was held (default: as it was)
    --until DATE        the last day it was held
    --through DATE      looked until then, and nothing had changed
    --searched WHERE    where somebody looked; may be repeated
    --source SOURCE     where it stands
    --locator PLACE     where in it: "para 10", "p. 14", "01:23:45"
    --quote TEXT        the words, exactly
    --quote-lang LANG   the quote's language: "ko"
    --translation TEXT  of the quote
    --summary TEXT      what was said or done, in your words
    --speaker WHO       who said it, where that is not the holder: an actor, or
                        plain words ("=WORDS" insists)
    --via WHO           who reports it, likewise; outermost first; may be repeated
    --mode MODE         how it is known (default: from --via, --quote, --summary):
                        direct, paraphrase, attributed, inferred, action, vote or
                        document
    --credibility 1-6   1 confirmed, 5 improbable, 6 cannot be judged
    --likelihood WORD   of a prediction: almost-no-chance … almost-certain
    --rating LABEL      a reviewer's own label, word for word
    --review-by DATE    when to look again
    --condition TEXT    the "if" of a qualified position
    --note TEXT         anything else
    --unverified        record a quote that does not stand in the saved text of
                        its source; that is shown
    --create            add an unknown holder or source on the way
    --no-commit         only write the file
    -m, --message TEXT  the commit's message (default: made for it)
  
  examples
    aver correct calda-restrains-dorn/2024-10-31-calda deny --reason "The wire
        left out the not"
        another position
    aver correct calda-restrains-dorn/2024-10-31-calda --held 2024-10-30 --reason
        "Said the day before"
        another day
    aver correct calda-restrains-dorn/2024-10-31-calda-3 --as
        calda-restrains-dorn/2024-10-31-calda --reason "The first wire was
        right"
        the old words again, after their correction was retracted

  $ aver retract --help
  usage: aver retract [STANCE] [options]
  
  Takes a stance back that was never so, with nothing in its place. It stays in
  the store, set aside for good, with the reason. If it was a correction, what it
  had corrected stays set aside, too: the answer has the command that records the
  old words anew.
  
  With --resting-on, all that rests on a source or on an actor's word alone, in
  one commit, with the checks that speak of it. What other evidence carries
  stands, and is told (aver impact).
  
    STANCE  the stance that is wrong: its id, or a trailing part of it
  
  options
    --reason TEXT              why it was wrong; always asked for
    --resting-on SOURCE|ACTOR  instead of one stance, all that fall with this
    --dry-run                  with --resting-on: say what would be retracted, and
                               write nothing
    --no-commit                only write the file
    -m, --message TEXT         the commit's message (default: made for it)
  
  examples
    aver retract calda-restrains-dorn/2024-10-31-calda --reason "It was another
        ministry"
    aver retract --resting-on ministers-wintermoor --reason "The page was forged"
        all that rests on one source

  $ aver actor add --help
  usage: aver actor add ACTOR NAME [options]
  
  Adds an actor: a person, state, organisation, party, outlet or account.
  
    ACTOR  its id: calda, uw/brindle
    NAME   its name, as it is written
  
  options
    --kind KIND           person (the default), state, org, party, outlet or
                          account
    --alias NAME          another name; may be repeated
    --role TITLE[=ACTOR]  "Foreign Minister=south-dorna"; may be repeated
    --same-as URL         the same actor elsewhere; may be repeated
    --note TEXT           anything else
    --no-commit           only write the file
    -m, --message TEXT    the commit's message (default: made for it)
  
  examples
    aver actor add rastia Rastia --kind state --alias FRR --alias Gelm
    aver actor add uw/lasker "Ines Lasker" --role "Secretary of State=uw"

  $ aver source add --help
  usage: aver source add SOURCE TITLE [options]
  
  Adds a source. With --capture its saved text is stored beside the record with
  its SHA-256, so that quotes can be checked against it for ever after. The file
  may be plain text, Markdown, a saved page (HTML, MHTML), a mail, a PDF or
  captions (WebVTT, SubRip); from these the text is extracted, and the file itself
  is kept, too. What it is its contents tell, not its name; it has at most 64 MiB.
  URLs are stored, never fetched.
  
  Articles change silently: --again adds what the source says now as a later
  capture, and tells which recorded quotes no longer stand.
  
    SOURCE  its id: 2024/ministers-wintermoor
    TITLE   its title; with --again, the file
  
  options
    --again             add a later capture of a source that is there: --again
                        SOURCE FILE
    --capture FILE      its text, page or PDF; "-" is standard input
    --encoding NAME     convert the file from this encoding: windows-1252
    --url URL           where it is
    --archived URL      an archived copy; may be repeated
    --publisher NAME    who published it
    --author NAME       who wrote it; may be repeated
    --published DATE    when it was published
    --retrieved DATE    when it was read (default with --capture: today)
    --lang LANG         its language: "en"
    --reliability A-F   A completely reliable … E unreliable, F cannot be judged
    --note TEXT         anything else
    --no-commit         only write the file
    -m, --message TEXT  the commit's message (default: made for it)
  
  examples
    aver source add 2024/delivery "A delivery of arms" --capture page.txt --url
        https://example.org/page --published 2024-12-19
        page.txt is the text that you have saved of it
    aver source add --again ministers-wintermoor page-today.html
        what it says today, saved again

  $ aver commit --help
  usage: aver commit [PATH…] [options]
  
  Commits the records that were added, edited or removed by hand, after checking
  them; the message is made from what they say. Nothing is committed where one of
  them has an error. Files outside the folders of the store are left alone. The
  files are those of the branch that is checked out, and are committed there,
  whatever proposal other records go on.
  
    PATH  only these files and folders (default: all that is changed)
  
  options
    -m, --message TEXT  the commit's message (default: made for it)
  
  examples
    aver commit
        everything that was edited
    aver commit claims/dorn -m "Second reading"
        only what was edited in one folder

  $ aver undo --help
  usage: aver undo [COMMIT] [options]
  
  Takes a commit back by a new commit that brings its files back to what they
  were; the history stays. Refused, with the reasons, where later records build on
  what the commit brought in. Of a merge, and of a proposal that was accepted, all
  that it brought to the branch is taken back, whoever made it; refused where that
  is what others had published already.
  
    COMMIT  which one (default: the last)
  
  options
    --no-commit         only write the file
    -m, --message TEXT  the commit's message (default: made for it)
  
  examples
    aver undo
        the last commit
    aver undo HEAD~1
        the one before; or an id, as aver log shows them

  $ aver show --help
  usage: aver show RECORD [options]
  
  Shows a claim with who holds what on it, an actor with its positions and where
  it speaks for others or reports them, a source with the stances that cite it, or
  one stance with all it says.
  
  ID@REV shows the record as it was cited: as the commit, tag, day (its end, in
  UTC) or edition has it, by its id of then or of today, and says what became of
  it since. Without @REV it is told whether the record still stands as the latest
  edition that has it does: corrected, ended, retracted, edited, renamed.
  
    RECORD  an id, or any unique trailing part of one; ID@REV: as that commit,
            tag, day or edition has it
  
  options
    --on DATE            what was held on that day (default: today)
    --known-at REV|DATE  as the store knew it then: a git revision, or a day
                         (default: now)
    --without QUERY      as if all that rests on this alone were retracted:
                         source:x (aver help query)
    --format FORMAT      text or json
    --json               short for --format json
  
  examples
    aver show calda-restrains-dorn
        a claim, and who holds what on it today
    aver show calda-restrains-dorn --on 2024-11-01
        who held what on that day
    aver show calda-restrains-dorn --on 2024-11
        who held what in November, and on which days
    aver show calda-restrains-dorn --on 2024-11-01 --known-at 2024-11-05
        what we then believed about that day
    aver show calda
        an actor, and its positions
    aver show calda-restrains-dorn@HEAD~1
        a record as it was cited, and what became of it

  $ aver list --help
  usage: aver list [QUERY…] [options]
  
  Lists claims, each with the positions held on it. Conditions are joined: a claim
  is listed where all of them fit.
  
    QUERY  a topic, and what must fit: kind:pledge (aver help query)
  
  options
    --query QUERY        the same, as an option
    --holder HOLDER      only what this actor holds
    --position WORD      only this position; several with ","
    --tag TAG            only claims with this tag; all of them, if repeated
    --kind KIND          only claims of this kind
    --on DATE            what was held on that day (default: today)
    --known-at REV|DATE  as the store knew it then: a git revision, or a day
                         (default: now)
    --without QUERY      as if all that rests on this alone were retracted:
                         source:x (aver help query)
    --format FORMAT      text, json, jsonl, csv or markdown
    --json               short for --format json
    --guard on|off       in csv, a ' before what a spreadsheet would run (default:
                         on)
  
  examples
    aver list dorn
        all claims of one topic
    aver list holder:calda position:silent
        what Calda is silent on
    aver list dorn missing:uw
        claims of a topic on which we have nothing of the UW
    aver list --kind pledge --position not-acted --on 2025-01-01
        pledges nobody had acted on then
    aver list position:silent --on 2024-11
        who was silent in November, and on which days

  $ aver actor list --help
  usage: aver actor list [options]
  
  Lists the actors: id, kind, name and other names.
  
  options
    --on DATE            what was held on that day (default: today)
    --known-at REV|DATE  as the store knew it then: a git revision, or a day
                         (default: now)
    --format FORMAT      text, json, jsonl, csv or markdown
    --json               short for --format json
    --guard on|off       in csv, a ' before what a spreadsheet would run (default:
                         on)

  $ aver source list --help
  usage: aver source list [options]
  
  Lists the sources: date of publication, id, title and publisher.
  
  options
    --on DATE            what was held on that day (default: today)
    --known-at REV|DATE  as the store knew it then: a git revision, or a day
                         (default: now)
    --format FORMAT      text, json, jsonl, csv or markdown
    --json               short for --format json
    --guard on|off       in csv, a ' before what a spreadsheet would run (default:
                         on)

  $ aver history --help
  usage: aver history CLAIM|HOLDER [QUERY…] [options]
  
  The time line of the world: for a claim, how each holder's position changed; for
  a holder, how its position changed on each claim. Changes are first, restated,
  shift, reversal, advance, setback, lapsed and resumed. Who recorded it is told
  by "aver log".
  
  With --as-known the other clock runs: what we believed about the day of --on
  (one day; without it today, and also a day to come) at each commit of the
  first-parent line, as changes of belief, with who recorded what each goes back
  to and since which day it was known. Each is what "aver show --on DAY --known-at
  COMMIT" says from that commit on: the words that are possible, and since when.
  New evidence, other wording, and a look that found nothing new change no belief.
  --known-at ends the series there.
  
  --format svg is a picture, for an article or a page: a row a holder and scale,
  dotted past the last look, hatched where somebody looked and found nothing. With
  --as-known it has both clocks, and all days: across, the days of the world;
  downwards, what we knew of them, from each day on which that changed. A short
  mark is that day itself: what begins to its left was learned late. A broken line
  across it all is the day of --on.
  
    CLAIM|HOLDER  a claim or an actor
    QUERY         what must fit on the day (aver help query); also without a
                  record: kind:pledge
  
  options
    --holder HOLDER      of a claim: only this actor
    --as-known           what we believed about the day of --on, from commit to
                         commit
    --on DATE            what was held on that day (default: today)
    --known-at REV|DATE  as the store knew it then: a git revision, or a day
                         (default: now)
    --without QUERY      as if all that rests on this alone were retracted:
                         source:x (aver help query)
    --format FORMAT      text, json, jsonl, csv, markdown or svg
    --json               short for --format json
    --guard on|off       in csv, a ' before what a spreadsheet would run (default:
                         on)
  
  examples
    aver history calda-restrains-dorn
        all holders of one claim
    aver history calda
        all claims of one holder
    aver history calda position:silent
        of those it is silent on
    aver history calda-restrains-dorn --known-at 2024-11-05
        the time line as we had it then
    aver history calda-restrains-dorn --on 2024-11-01 --as-known
        what we believed about that day, and who changed it
    aver history calda-restrains-dorn --format svg >calda.svg
        the time line as a picture
    aver history calda-restrains-dorn --as-known --format svg >known.svg
        what we knew when, of all days

  $ aver positions --help
  usage: aver positions [QUERY…] [options]
  
  The table of who holds what: holders down, claims across, on one day and as
  known at one revision. An empty cell is no record; it never means that somebody
  held nothing.
  
    QUERY  a topic, and what must fit: kind:pledge (aver help query)
  
  options
    --query QUERY        the same, as an option
    --holder HOLDER      only what this actor holds
    --position WORD      only this position; several with ","
    --tag TAG            only claims with this tag; all of them, if repeated
    --kind KIND          only claims of this kind
    --on DATE            what was held on that day (default: today)
    --known-at REV|DATE  as the store knew it then: a git revision, or a day
                         (default: now)
    --without QUERY      as if all that rests on this alone were retracted:
                         source:x (aver help query)
    --format FORMAT      text, json, jsonl, csv or markdown
    --json               short for --format json
    --guard on|off       in csv, a ' before what a spreadsheet would run (default:
                         on)
  
  examples
    aver positions dorn
        all holders on the claims of one topic
    aver positions tag:troops --on 2024-11-01 --format markdown
        a table to paste

  $ aver diff --help
  usage: aver diff [BEFORE] [AFTER] [options]
  
  What changed, in positions and not in lines: between two revisions of the record
  (by default the last commit), between two days in the world, or both at once.
  
  Each change says whether it was our record: learned, corrected, retracted,
  evidence, edited; or the holder, who moved: shift, reversal, … (aver help
  changes). Both may be so. What was recorded about other days is listed apart.
  
    BEFORE  a revision, or A..B; A...B from where B left A (default: HEAD~1)
    AFTER   a revision (default: HEAD)
  
  options
    --claim CLAIM      only this claim
    --source SOURCE    what its publisher changed between two captures, and which
                       quotes no longer stand
    --captures A..B    which (default: the last two): 1..2
    --query QUERY      only what fits (aver help query)
    --topic TOPIC      only claims in this folder, and below
    --holder HOLDER    only what this actor holds
    --position WORD    only this position; several with ","
    --tag TAG          only claims with this tag; all of them, if repeated
    --kind KIND        only claims of this kind
    --evidence         show quote and source below each change
    --stat             only how many changes of each kind
    --exit-code        exit with 1 where something differs
    --on DATE|D1..D2   between two days; or, with one day, between two revisions
                       as of that day
    --known-at R1..R2  between two revisions or days of the record; with --on
                       D1..D2 also a single one
    --without QUERY    as if all that rests on this alone were retracted: source:x
                       (aver help query)
    --format FORMAT    text, json, jsonl, csv or markdown
    --json             short for --format json
    --guard on|off     in csv, a ' before what a spreadsheet would run (default:
                       on)
  
  examples
    aver diff
        what the last commit changed
    aver diff main~10 main --stat
        what ten commits changed, in numbers
    aver diff --on 2024-10-31..2024-12-01 --evidence
        who moved between two days
    aver diff --known-at 2024-11-01..2024-12-01 --on 2024-10-31
        what we learned in November about 31 October

  $ aver flips --help
  usage: aver flips [QUERY…] [options]
  
  Who has moved, newest first, with the evidence of both sides: shifts, reversals,
  advances, setbacks, lapses and resumptions. Corrections of our record are no
  moves. What is not certain, or has a vague day, is listed apart, and so are
  contradictions: opposed positions of one day.
  
    QUERY  a topic, and what must fit: kind:pledge (aver help query)
  
  options
    --query QUERY        the same, as an option
    --holder HOLDER      only what this actor holds
    --position WORD      only this position; several with ","
    --tag TAG            only claims with this tag; all of them, if repeated
    --kind KIND          only claims of this kind
    --since DATE         only moves since then
    --until DATE         only moves until then (default: today)
    --reversals          only moves to the opposite
    --on DATE            what was held on that day (default: today)
    --known-at REV|DATE  as the store knew it then: a git revision, or a day
                         (default: now)
    --without QUERY      as if all that rests on this alone were retracted:
                         source:x (aver help query)
    --format FORMAT      text, json, jsonl, csv or markdown
    --json               short for --format json
    --guard on|off       in csv, a ' before what a spreadsheet would run (default:
                         on)
  
  examples
    aver flips --since 2024-10-01 --until 2024-12-31
        who moved in that quarter
    aver flips holder:calda change:reversal
        where Calda turned round

  $ aver due --help
  usage: aver due [QUERY…] [options]
  
  What must be looked at again, the longest due first: absences that nobody has
  checked for some time, reviews that are due or near, deadlines that have passed
  or are near and that no word closes yet. Below each stands the command that
  records the new look.
  
    QUERY  a topic, and what must fit: kind:pledge (aver help query)
  
  options
    --query QUERY        the same, as an option
    --holder HOLDER      only what this actor holds
    --position WORD      only this position; several with ","
    --tag TAG            only claims with this tag; all of them, if repeated
    --kind KIND          only claims of this kind
    --days N             absences not checked for N days (default: 30)
    --near N             reviews and deadlines up to N days ahead (default: 14)
    --on DATE            what was held on that day (default: today)
    --known-at REV|DATE  as the store knew it then: a git revision, or a day
                         (default: now)
    --without QUERY      as if all that rests on this alone were retracted:
                         source:x (aver help query)
    --format FORMAT      text, json, jsonl, csv or markdown
    --json               short for --format json
    --guard on|off       in csv, a ' before what a spreadsheet would run (default:
                         on)
  
  examples
    aver due --days 30
        which silences were not re-checked for a month

  $ aver log --help
  usage: aver log [RECORD] [options]
  
  Who recorded what, and when: the commits that touched a record, newest first; of
  a claim, those that touched it or any stance on it; of a topic, those that
  touched any of its claims. The time line of the world is "aver history".
  
    RECORD  a claim, stance, actor, source or topic (default: the store)
  
  options
    -n, --limit N        at most N commits
    --on DATE            what was held on that day (default: today)
    --known-at REV|DATE  as the store knew it then: a git revision, or a day
                         (default: now)
    --format FORMAT      text, json, jsonl, csv or markdown
    --json               short for --format json
    --guard on|off       in csv, a ' before what a spreadsheet would run (default:
                         on)
  
  examples
    aver log calda-restrains-dorn
        who recorded what on this claim
    aver log -n 10
        the last ten commits

  $ aver help --help
  usage: aver help [COMMAND|TOPIC…]
  
  Says more about a command or a topic; without one, lists them all.
  
    COMMAND|TOPIC  a command's name, or a topic's
  
  examples
    aver help record
    aver help vocabulary
        the words for positions
    aver help rule quote/missing
        what a finding of check means

  $ aver help dates
  A date is a day (2024-10-31), a month (2024-10) or a year (2024). On the command
  line "today" and "yesterday" are dates, too.
  
  What is not known exactly is written so:
  
    2024-10-31~               about: one day (month, year) earlier or later
    [2024-10-03..2024-10-09]  one of these days
    [..2024-10-31]            that day or earlier
    [2024-10-03..]            that day or later: until the day its source was
                              published; is recorded as [2024-10-03..2024-10-09]
  
  --held also takes a time, with its offset from UTC or without:
  2024-10-31T18:00:00+09:00, 2024-10-31T18:00:00Z, 2024-10-31T18:00:00.
  
  What is not known is not decided: a month is any of its days, and records of one
  day have no order unless both state a time. Where several answers are possible,
  all are shown, with a "~": deny or affirm ~.
  
  Every reading command takes two dates: --on DATE, the day in the world that is
  asked about (default: today), and --known-at REV|DATE, the state of the record
  it is answered from (default: now). "aver show CLAIM --on 2024-11-01 --known-at
  2024-11-05" tells what was believed on 5 November about 1 November.
  
  show, list and positions also take a month or a year, as --on 2024-11: they tell
  all that was held in it, each with its days, and a condition fits where it does
  on some day.

  $ aver help ids
  An id is a path of 1 to 6 parts joined by "/": uw/brindle,
  dorn/calda-restrains-dorn. A part is made of a-z, 0-9 and "-" (not at its ends),
  and has at most 64 characters; the whole has at most 200.
  
  On the command line any unique trailing part will do: calda-restrains-dorn. An
  actor may also be called by its name or an alias. Where a name could mean
  records of several kinds, say which: actors/calda, sources/2024/calda,
  claims/dorn/calda.
  
  A stance is named after the first day that its date has, and its holder:
  dorn/calda-restrains-dorn/2024-10-31-calda. It keeps its name when its holder is
  renamed.
  
  A record that was renamed (aver mv) goes on answering to its old id, and an
  actor that was merged into another (aver actor merge) leads to that one wherever
  records name it.
  
  --speaker and --via take an actor in the same ways, or plain words: what no
  actor is called is written as it stands, and that is told. --speaker "=Lio
  Pendar" insists on the words, though an actor has that name: words in a record
  are never an actor.

  $ aver help vocabulary
  The default vocabulary (there is no store here):
  
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

  $ aver help changes
  What a holder holds on a claim is told for each scale by itself: what one says,
  what one does, and how others rate it. A change is from the day before to the
  day:
  
    first      the first record
    restated   the same word again
    shift      another word
    reversal   the opposite of what was said last: affirm and deny, true and
               false, also by way of other words
    advance    up an ordered scale: not-acted, announced, in-works, partial, done
    setback    down an ordered scale
    lapsed     past "until", with nothing after it; or to an absence (silent)
    resumed    back to what was held before: something shorter has ended, or an
               absence
    undecided  dates leave open what came first: all that is possible is shown,
               with a "~"
  
  Between the two sides of a diff, where our record changed and not the holder:
  
    learned    recorded in between
    corrected  our record was wrong, and was replaced
    ended      the last day of a position was recorded
    retracted  our record was wrong, and was taken back
    removed    a record's file is gone
    evidence   the position stays, its quote or source changed
    edited     only words changed
    checked    somebody looked again

  $ aver help format
  One record is one TOML file in an ordinary git repository:
  
    aver.toml                            format and vocabulary
    claims/<claim>/claim.toml            a claim
    claims/<claim>/<held>-<holder>.toml  a stance on it
    actors/<actor>.toml                  an actor
    sources/<source>.toml                a source; beside it its capture, the
                                         saved text
  
  They may be edited by hand: "aver check" says what is wrong, "aver commit"
  commits them. Unknown keys are kept. claims/FORMAT.md in aver's sources
  specifies every key.

  $ aver help exit-codes
    0   done
    1   the answer is no: check found an error, diff --exit-code a difference, a
        hook refused
    2   the words of the command are wrong, or git does not know who you are
    3   a conflict is left, or something uncommitted is in the way
    4   not found, or ambiguous
    5   could not write: locked, somebody else was quicker, read-only, full
    6   the remote, or authentication
    7   bad or corrupt data, or a form of repository that cannot be read
    8   done, but the answer could not be written: do not repeat it
    70  a bug in aver

Narrow and wide.

  $ COLUMNS=60 aver help log
  usage: aver log [RECORD] [options]
  
  Who recorded what, and when: the commits that touched a
  record, newest first; of a claim, those that touched it or
  any stance on it; of a topic, those that touched any of its
  claims. The time line of the world is "aver history".
  
    RECORD  a claim, stance, actor, source or topic (default:
            the store)
  
  options
    -n, --limit N        at most N commits
    --on DATE            what was held on that day (default:
                         today)
    --known-at REV|DATE  as the store knew it then: a git
                         revision, or a day (default: now)
    --format FORMAT      text, json, jsonl, csv or markdown
    --json               short for --format json
    --guard on|off       in csv, a ' before what a spreadsheet
                         would run (default: on)
  
  examples
    aver log calda-restrains-dorn
        who recorded what on this claim
    aver log -n 10
        the last ten commits

  $ COLUMNS=140 aver help log
  usage: aver log [RECORD] [options]
  
  Who recorded what, and when: the commits that touched a record, newest first; of a claim, those that touched it or any stance on it; of a
  topic, those that touched any of its claims. The time line of the world is "aver history".
  
    RECORD  a claim, stance, actor, source or topic (default: the store)
  
  options
    -n, --limit N        at most N commits
    --on DATE            what was held on that day (default: today)
    --known-at REV|DATE  as the store knew it then: a git revision, or a day (default: now)
    --format FORMAT      text, json, jsonl, csv or markdown
    --json               short for --format json
    --guard on|off       in csv, a ' before what a spreadsheet would run (default: on)
  
  examples
    aver log calda-restrains-dorn
        who recorded what on this claim
    aver log -n 10
        the last ten commits

In a store, the vocabulary is its own.

  $ aver init s >/dev/null && cd s
  $ printf 'format = 1\n[[scale]]\nname = "own"\norder = "ordered"\nwords = [{ word = "no", value = 0, was = ["nay"] }, { word = "yes", value = 1 }]\n' > aver.toml && aver commit
  Edit file aver.toml
    6f05c8a on main; undo: aver undo 6f05c8a
  $ aver help vocabulary
  The vocabulary of this store, from its aver.toml:
  
  own (ordered: values are compared)
    no   0  was nay
    yes  1
  
  An absence says that somebody looked and found nothing; it names where, or a
  source. That nobody has looked is never stored: it is shown as "no record".
  
  A word that closes settles the deadline of a pledge, a policy or a prediction:
  one of positive value keeps it, others break it.
  
  In aver.toml, means = "…" says what a word means, and closes = true that it
  closes (aver edit aver.toml).

Commands and topics of several words, and several files at once.

  $ aver help source add | head -1
  usage: aver source add SOURCE TITLE [options]
  $ aver init ../facts >/dev/null && cd ../facts && aver actor add a A --kind org >/dev/null && aver actor add b B --kind org >/dev/null
  $ echo 'note = "x"' | tee -a actors/a.toml >>actors/b.toml
  $ aver commit actors/a.toml actors/b.toml
  Edit 2 actors
    3a27689 on main; undo: aver undo 3a27689

A topic with a command's name comes with it; a rule is found by its name alone.

  $ aver help review | sed -n '1p;/^examples/,/^$/p;/policy/p'
  usage: aver review [options]
  examples
    aver review
    aver review show calda-update
        what the proposal calda-update means
  
  the policy lets through, with a commit that names who approved it, and leaves
  host that merges by itself, aver check --policy --base origin/main asks the same
  The policy binds the branches that it names (branches = ["main"]), by default
  Plain git asks nobody: aver verify --policy finds what went past the policy, and
  $ aver help review/approval
  review/approval  error
  
  What is proposed has the approvals that aver.toml asks for.
  
  aver review show NAME tells whose are missing; aver review approve NAME gives
  one. A record that was changed after it was approved needs them anew.
  $ aver help rule reviw/approval
  error: there is no rule "reviw/approval"; did you mean review/approval?
  hint: aver help rules
  [2]
