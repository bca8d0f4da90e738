// SPDX-License-Identifier: MIT
//
// The table of rules: name, severity, what the rule asks for, and the remedy. Only words: the code
// that applies a rule stands in check.cpp, the codec or the importers, and names it by its string.
#include "claims/check/rules.h"

#include <algorithm>

namespace aver::claims {

const std::vector<RuleText>& rules() {
  constexpr Severity error = Severity::error;
  constexpr Severity warning = Severity::warning;
  constexpr Severity note = Severity::note;
  static const std::vector<RuleText> all = {
      {Rule::absence_contradicted, warning, "Nobody said anything while an absence says so.",
       "A position was found later, on a day until which somebody had looked (through). Correct "
       "the absence: aver correct STANCE --through DAY, or say when it ended: --until DAY."},
      {Rule::absence_evidence, error, "An absence names where somebody looked, or a source.",
       "\"silent\" and \"not-acted\" are findings. Say where you looked (searched), or name a "
       "source that says so. That nobody has looked is never recorded."},
      {Rule::absence_overtaken, warning, "A look does not find silence where something was said.",
       "A position was found that began before somebody looked again. Read both: retract the look, "
       "or the position if it is not one."},
      {Rule::actor_duplicate, warning, "No two actors have one name or alias.",
       "If they are one, record what they hold under one id and remove the other (aver rm); if "
       "they "
       "are two, say which is which in their names."},
      {Rule::alias_taken, error, "An alias is no other record's id.",
       "Take the alias out, or rename the other record."},
      {Rule::capture_changed, error, "A saved text has the SHA-256 that its source gives.",
       "Bring the file back from git. If it was replaced on purpose, keep the old one and add the "
       "new one as a later capture: aver source add --again SOURCE FILE."},
      {Rule::capture_hash, error, "A saved text and its SHA-256 stand together.",
       "Give both or neither; sha256sum FILE prints it."},
      {Rule::capture_missing, error, "A saved text that a source names is in the store.",
       "Bring the file back from git, or add it: aver source add --again SOURCE FILE."},
      {Rule::claim_duplicate, warning, "No two claims say the same.",
       "Keep one; record a relation of type same-as, or move the stances over and remove the "
       "other."},
      {Rule::claim_missing, error, "Stances stand beside the claim.toml they are about.",
       "Add the claim, or move the stances to the folder of theirs."},
      {Rule::claim_reworded, warning, "A claim keeps the text that stances were recorded on.",
       "Nobody has looked whether the positions fit the new words. Where only the wording is "
       "better, leave it; where the meaning is another, take the old text back, and add a claim "
       "of its own. Told by check --base, and of what is not committed."},
      {Rule::correction_both, error, "A stance corrects or retracts another, not both.",
       "A correction replaces a record, a retraction takes it back with nothing in its place. "
       "Choose one."},
      {Rule::correction_circle, error, "Corrections do not lead back to themselves.",
       "All of them are set aside. Record what is so as a stance of its own."},
      {Rule::correction_target, error, "What is corrected is a stance of the same claim.",
       "If the claim was wrong, retract the stance and record it under the right one."},
      {Rule::correction_twice, warning, "A stance is set aside once.",
       "Two people corrected it, perhaps to different words: read both, and retract one."},
      {Rule::correction_withdrawn, warning,
       "What was set aside does not come back because its correction is gone.",
       "Bring the file of the correction back, or retract what stands again, if it is wrong. A "
       "correction that was wrong itself is corrected or retracted, not removed. Told by check "
       "--base, and of what is not committed."},
      {Rule::date_impossible, error, "A date is one of the calendar.",
       "Write 2024, 2024-10 or 2024-10-31, with a ~ behind it for \"about\"; or the days between "
       "which it lies, [2024-10-03..2024-10-09] or [..2024-10-31]."},
      {Rule::date_open, error, "A date in brackets says at least the last day that it may be.",
       "A source that tells of something was written later: [2024-10-03..2024-10-09] ends on the "
       "day the source was published."},
      {Rule::date_order, error, "A beginning does not lie behind its end.",
       "Mend the one that is wrong."},
      {Rule::digest_form, error, "A SHA-256 has 64 lower-case hexadecimal digits.",
       "sha256sum FILE prints it."},
      {Rule::evidence_source, warning, "A quote or a locator names its source.",
       "Without a source nobody can check it: give one, or record the words as a summary."},
      {Rule::evidence_twice, error, "An evidence of a stance is given once.",
       "Remove one of the two. One passage told twice, with another translation or another mode, "
       "is "
       "a warning: keep the better one."},
      {Rule::evidence_unsourced, error, "Further evidence of a stance names its source.",
       "Name the source that it stands in. Words without a source are a note, or a summary."},
      {Rule::folder_wide, warning, "A folder has at most 2,000 entries.",
       "Each commit writes the folder anew, and slows down with it. Spread the records over "
       "topics: aver mv."},
      {Rule::held_after_source, warning,
       "A position is not held later than the source that tells of it was published.",
       "A source cannot know what comes after it. Give the day it tells of (held), or the source "
       "that tells of the later one. That somebody looked later is recorded by: aver again."},
      {Rule::held_future, warning, "A position is held on a day that has come.",
       "Mend the day. What is announced for a later day is held since it was announced."},
      {Rule::id_form, error, "An id has 1 to 6 parts of a-z, 0-9 and -, joined by /.",
       "See: aver help ids."},
      {Rule::id_reused, error, "An id means one record for ever.",
       "Texts cite it. Give the new record an id of its own (aver mv), or bring the old one back. "
       "Told by check --base, of ids that a record of the same branch had before."},
      {Rule::key_format, warning, "Keys and forms of dates are those of the store's format.",
       "An older aver would read the record, and leave out or misread what it does not know. Set "
       "format = 2 in aver.toml: then it refuses the store, and says so. A command that writes "
       "such "
       "a key does that by itself."},
      {Rule::key_missing, error, "A record has the keys it cannot do without.",
       "claims/FORMAT.md has them in bold."},
      {Rule::key_unknown, warning, "A key is one that aver knows.",
       "It may be misspelt. A key of another program's is kept as it is."},
      {Rule::merge_unresolved, error, "A merge is settled before its result is committed.",
       "Choose between what base, ours and theirs have, take the lines that begin with #! "
       "conflict, "
       "or git's own marks (<<<<<<< ======= >>>>>>>), out, and git add the file."},
      {Rule::name_moved, note, "A name that could be cited goes on meaning the same record.",
       "Two remotes had given one name to two records, and only one could keep it. The other is "
       "kept under another name and says what it was called (formerly). aver show NAME@REV still "
       "shows what the name meant at REV."},
      {Rule::path_name, error, "A file is where its record belongs, and is named after it.",
       "Move the file. A stance is named after its day and its holder."},
      {Rule::path_stray, warning, "Only records stand among records.",
       "Move other files out of claims/, actors/ and reviews/."},
      {Rule::position_contradiction, warning,
       "Nobody takes opposed positions on one claim on one day.",
       "Give both a time where they changed their mind (held = 2024-10-31T18:00:00+00:00), correct "
       "the one that is wrong, or leave it: then it is shown as a contradiction."},
      {Rule::position_same_day, note, "Two positions of one day say which came first.",
       "Give both a time with its offset: held = 2024-10-31T18:00:00+00:00. If one of them was our "
       "mistake, correct it: aver correct. Without that both are possible, and are shown with ~."},
      {Rule::position_twice, warning, "A position of one day is recorded once.",
       "Make one of the two: give the evidence of one to the other (aver evidence add), and "
       "retract "
       "it (aver retract). The finding has the commands."},
      {Rule::query_unreadable, warning, "A saved query can be asked.",
       "Mend it under [query] in aver.toml; try it with: aver list 'QUERY'. The language is told "
       "by: "
       "aver help query."},
      {Rule::quote_drifted, warning, "A quote stands in the latest capture of its source.",
       "The publisher has changed the words. The record is right for its day; see aver diff "
       "--source SOURCE, and record a new stance if the position changed."},
      {Rule::quote_far, warning,
       "A quote is in one mouth, and what it leaves out lies in one paragraph.",
       "Marks over a paragraph, and words that lead from one speaker into another, can join what "
       "nobody has said together. Read what stands there; give the parts as quotes of their own: "
       "aver evidence "
       "add."},
      {Rule::quote_locator, warning, "A quote stands in the paragraph that is given.",
       "Take the paragraph that the message names."},
      {Rule::quote_missing, error, "A quote stands in the saved text of its source.",
       "Give the words as they stand there, name the right source, or say unverified = true, which "
       "is shown wherever the quote is."},
      {Rule::quote_near, error, "A quote has the words of its source.",
       "The message shows the words that differ. Mark what is left out by \"...\", what is put in "
       "by [brackets]."},
      {Rule::quote_negation, warning, "What a quote leaves out does not turn its sense.",
       "A negation or a condition stands in what the marks leave out; the message shows it. Where "
       "it "
       "turns the sense, give the words in full. The words that count are a table of small words "
       "in "
       "several languages: it knows no grammar, so read and judge."},
      {Rule::quote_unverified, note, "A quote that does not stand in its source says so.",
       "It was recorded with --unverified. Find the words, or a source that has them, and correct "
       "the stance."},
      {Rule::range_out, error, "A number lies within its bounds.", "The message names them."},
      {Rule::record_rewritten, warning,
       "A position, its day and its holder are corrected, not rewritten.",
       "aver correct keeps the old record beside the new one, with the reason; so a correction of "
       "ours never looks like a move of theirs."},
      {Rule::record_vanished, error, "A record that was there is still there.",
       "Bring it back: aver undo COMMIT, or git checkout REV -- FILE. A stance that was wrong is "
       "retracted; a record gets another id by aver mv, which leaves an alias. What is taken out "
       "on "
       "purpose is a warning: aver rm and aver undo say so in their commits, and by hand a line "
       "\"Drops: WHY\" in the commit's message does."},
      {Rule::recorded_clock, error, "A commit is stamped with the time at which it was made.",
       "--known-at DATE goes by the stamps of committers: the day of a commit is the latest one so "
       "far, in UTC. Where a machine's clock was wrong, aver clock --wrong COMMIT names the commit "
       "in aver.toml ([clock] wrong), and its stamp has no say any more. That is a change like any "
       "other, to be looked at before it counts."},
      {Rule::recorded_foxtrot, warning, "What was the tip of a branch stays a first parent.",
       "--known-at DATE follows first parents. A merge that has the published tip as its second "
       "parent (git pull makes such) puts other commits on that line, and what was known on a day "
       "may then be another state. Merge by aver sync, which has the remote's tip as the first "
       "parent; where the merge is not pushed yet: git reset --keep HEAD^1, then aver sync."},
      {Rule::reference_holder, error, "A holder is an actor of the store.",
       "Add the actor, or mend the id."},
      {Rule::reference_relation, error, "A related claim is in the store.",
       "Add the claim, or mend the id."},
      {Rule::reference_role, error, "The body a role is of is an actor of the store.",
       "Add the actor, or mend the id."},
      {Rule::reference_source, error, "A source that a stance names is in the store.",
       "Add the source, or mend the id."},
      {Rule::reference_speaker, warning, "A speaker given as an id is an actor of the store.",
       "Add the actor, or write the name in plain words. Of one word in small letters, which may "
       "be either, it is only a note. Plain words stand for no actor: that one actor is called so "
       "is a note, and that several are a warning."},
      {Rule::reference_via, warning, "A reporter given as an id is an actor of the store.",
       "Add the actor, or write the name in plain words. Of one word in small letters, which may "
       "be either, it is only a note. Plain words stand for no actor: that one actor is called so "
       "is a note, and that several are a warning."},
      {Rule::repeats_fallen, warning, "A look speaks of a record that stands.",
       "What it found unchanged was retracted: retract the look, too (aver retract), or record "
       "what "
       "was seen as a stance of its own."},
      {Rule::repeats_target, error,
       "A check names the stance that it found unchanged: of its claim, holder and position, no "
       "retraction and no check itself.",
       "Name the stance that the last check repeats, or leave \"repeats\" out: then it is a record "
       "of its own."},
      {Rule::review_altered, error, "An event of a review is as it was written.",
       "Its name has the first digits of the SHA-256 of its bytes. Whoever changed it can be found "
       "with git log; the branch aver/reviews has it as it was."},
      {Rule::review_approval, error, "What is proposed has the approvals that aver.toml asks for.",
       "aver review show NAME tells whose are missing; aver review approve NAME gives one. A "
       "record "
       "that was changed after it was approved needs them anew."},
      {Rule::review_on, error, "A review names files of the store, and their exact contents.",
       "Reviews are made by aver review approve and its like; git hash-object FILE tells the id of "
       "contents."},
      {Rule::review_person, warning, "A reviewer is named by an address.",
       "A person is an address to git, whatever their name: \"Ann Lee <ann@example.org>\", or the "
       "address alone. An empty list names nobody, and leaves it to everybody."},
      {Rule::review_requested, error, "Nobody waits for a change of what is proposed.",
       "Change the record, or take it out; then whoever asked approves what became of it."},
      {Rule::review_topic, warning, "A topic that approvals are asked for has claims.",
       "It may be misspelt, and then asks for nothing: aver list shows the topics."},
      {Rule::review_unknown, warning,
       "Reviews are by those who may give them, and by their own hand.",
       "aver.toml names the reviewers; a review is committed by whom it names."},
      {Rule::review_unsatisfiable, warning, "Somebody can satisfy the review policy of aver.toml.",
       "Ask for fewer approvals, or name more reviewers."},
      {Rule::review_untold, error, "Whether a proposal is approved can be told.",
       "The reviews lie on the branch aver/reviews: git fetch brings it, or what is missing of it. "
       "Until then nothing is taken for approved."},
      {Rule::store_attributes, warning,
       "Everybody's git keeps captures as they are, and line ends.",
       "Without lines of its own in .gitattributes, a store's captures come out of git with the "
       "line ends of each machine, and are then not what their SHA-256 says. aver git-install "
       "--attributes adds them behind those that are there."},
      {Rule::store_format, error, "The store's format is one that this aver knows.",
       "Install a newer aver."},
      {Rule::text_control, warning, "A text has no invisible characters in it.",
       "Control and bidirectional characters can make a text look like another. Take them out, "
       "unless the source has them."},
      {Rule::text_empty, error, "A text is not empty.", "Take the key out, or fill it in."},
      {Rule::text_lines, error, "What takes one line has one line.", "Put it on one line."},
      {Rule::text_translation, warning, "A translation stands beside the quote it is of.",
       "Add the quote in its own language."},
      {Rule::toml_dots, error, "A key has at most 1,000 dots.", "No record needs them."},
      {Rule::toml_encoding, error, "A file is UTF-8.", "Convert it: iconv -f ENCODING -t UTF-8."},
      {Rule::toml_size, error, "A record's file has at most 1 MiB.",
       "Keep long texts as captures."},
      {Rule::toml_syntax, error, "A file is TOML.", "The message names the place."},
      {Rule::type_mismatch, error, "A value has the type its key asks for.",
       "claims/FORMAT.md has the types."},
      {Rule::until_cut_short, note, "A position is held until the end that it states.",
       "The opposite was said before that day. If the first position ended earlier, say so: aver "
       "correct STANCE --until DAY. A vote of one day needs nothing."},
      {Rule::url_form, error, "A URL begins with its scheme.", "Begin it with https://."},
      {Rule::vocabulary_empty, error, "A scale has words.", "Give it some, or take it out."},
      {Rule::vocabulary_position, error, "A position is a word of the store's vocabulary.",
       "aver help vocabulary lists them; aver.toml defines them."},
      {Rule::vocabulary_renamed, note, "A position uses the word's name of today.",
       "It means the same. aver fmt leaves it; mend it when you touch the record."},
      {Rule::vocabulary_twice, error, "A word stands in the vocabulary once.",
       "Take one of them out."},
      {Rule::word_unknown, error, "A word is one of those that its key allows.",
       "The message lists them."},
  };
  return all;
}

const RuleText* rule_named(std::string_view name) {
  const std::vector<RuleText>& all = rules();
  const auto at = std::find_if(all.begin(), all.end(),
                               [&](const RuleText& rule) { return rule.name.text() == name; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace aver::claims
