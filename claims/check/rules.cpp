// SPDX-License-Identifier: MIT
#include "claims/check/rules.h"

#include <algorithm>

namespace aver::claims {

const std::vector<Rule>& rules() {
  constexpr Severity error = Severity::error;
  constexpr Severity warning = Severity::warning;
  constexpr Severity note = Severity::note;
  static const std::vector<Rule> all = {
      {"absence/evidence", error, "An absence names where somebody looked, or a source.",
       "\"silent\" and \"not-acted\" are findings. Say where you looked (searched), or name a "
       "source that says so. That nobody has looked is never recorded."},
      {"actor/duplicate", warning, "No two actors have one name or alias.",
       "If they are one, record what they hold under one id and remove the other (aver rm); if "
       "they "
       "are two, say which is which in their names."},
      {"alias/taken", error, "An alias is no other record's id.",
       "Take the alias out, or rename the other record."},
      {"capture/changed", error, "A saved text has the SHA-256 that its source gives.",
       "Bring the file back from git. If it was replaced on purpose, keep the old one and add the "
       "new one as a later capture: aver source add --again SOURCE FILE."},
      {"capture/hash", error, "A saved text and its SHA-256 stand together.",
       "Give both or neither; sha256sum FILE prints it."},
      {"capture/missing", error, "A saved text that a source names is in the store.",
       "Bring the file back from git, or add it: aver source add --again SOURCE FILE."},
      {"claim/duplicate", warning, "No two claims say the same.",
       "Keep one; record a relation of type same-as, or move the stances over and remove the "
       "other."},
      {"claim/missing", error, "Stances stand beside the claim.toml they are about.",
       "Add the claim, or move the stances to the folder of theirs."},
      {"correction/both", error, "A stance corrects or retracts another, not both.",
       "A correction replaces a record, a retraction takes it back with nothing in its place. "
       "Choose one."},
      {"correction/circle", error, "Corrections do not lead back to themselves.",
       "While they do, all of them stand. Retract the one that is wrong."},
      {"correction/holder", error, "A correction is about the same holder.",
       "If the holder was wrong, retract the stance and record it under the right one."},
      {"correction/target", error, "What is corrected is a stance of the same claim.",
       "If the claim was wrong, retract the stance and record it under the right one."},
      {"date/impossible", error, "A date is one of the calendar.",
       "Write 2024, 2024-10 or 2024-10-31, with a ~ behind it for \"about\"."},
      {"date/order", error, "A beginning does not lie behind its end.",
       "Mend the one that is wrong."},
      {"digest/form", error, "A SHA-256 has 64 lower-case hexadecimal digits.",
       "sha256sum FILE prints it."},
      {"evidence/source", warning, "A quote or a locator names its source.",
       "Without a source nobody can check it: give one, or record the words as a summary."},
      {"folder/wide", warning, "A folder has at most 2,000 entries.",
       "Each commit writes the folder anew, and slows down with it. Spread the records over "
       "topics: aver mv."},
      {"id/form", error, "An id has 1 to 6 parts of a-z, 0-9 and -, joined by /.",
       "See: aver help ids."},
      {"key/missing", error, "A record has the keys it cannot do without.",
       "claims/FORMAT.md has them in bold."},
      {"key/unknown", warning, "A key is one that aver knows.",
       "It may be misspelt. A key of another program's is kept as it is."},
      {"merge/unresolved", error, "A merge is settled before its result is committed.",
       "Choose between what base, ours and theirs have, take the lines that begin with #! "
       "conflict, "
       "or git's own marks (<<<<<<< ======= >>>>>>>), out, and git add the file."},
      {"path/name", error, "A file is where its record belongs, and is named after it.",
       "Move the file. A stance is named after its day and its holder."},
      {"path/stray", warning, "Only records stand among records.",
       "Move other files out of claims/, actors/ and reviews/."},
      {"position/contradiction", warning,
       "Nobody holds opposed positions on one claim over the same days.",
       "Give the earlier one an end (until), correct the one that is wrong, or leave it: then it "
       "is shown as a contradiction."},
      {"position/twice", warning, "A position of one day is recorded once.",
       "Two people may have recorded the same: keep the one with the better evidence, and retract "
       "the other (aver retract). Two sources for one position are fine: then leave it."},
      {"query/unreadable", warning, "A saved query can be asked.",
       "Mend it under [query] in aver.toml; try it with: aver list 'QUERY'. The language is told "
       "by: "
       "aver help query."},
      {"quote/drifted", warning, "A quote stands in the latest capture of its source.",
       "The publisher has changed the words. The record is right for its day; see aver diff "
       "--source SOURCE, and record a new stance if the position changed."},
      {"quote/locator", warning, "A quote stands in the paragraph that is given.",
       "Take the paragraph that the message names."},
      {"quote/missing", error, "A quote stands in the saved text of its source.",
       "Give the words as they stand there, name the right source, or say unverified = true, which "
       "is shown wherever the quote is."},
      {"quote/near", error, "A quote has the words of its source.",
       "The message shows the words that differ. Mark what is left out by \"...\", what is put in "
       "by [brackets]."},
      {"quote/unverified", note, "A quote that does not stand in its source says so.",
       "It was recorded with --unverified. Find the words, or a source that has them, and correct "
       "the stance."},
      {"range/out", error, "A number lies within its bounds.", "The message names them."},
      {"record/rewritten", warning,
       "A position, its day and its holder are corrected, not rewritten.",
       "aver correct keeps the old record beside the new one, with the reason; so a correction of "
       "ours never looks like a move of theirs."},
      {"record/vanished", error, "A record that was there is still there.",
       "Bring it back: aver undo COMMIT, or git checkout REV -- FILE. A stance that was wrong is "
       "retracted; a record gets another id by aver mv, which leaves an alias."},
      {"reference/holder", error, "A holder is an actor of the store.",
       "Add the actor, or mend the id."},
      {"reference/relation", error, "A related claim is in the store.",
       "Add the claim, or mend the id."},
      {"reference/role", error, "The body a role is of is an actor of the store.",
       "Add the actor, or mend the id."},
      {"reference/source", error, "A source that a stance names is in the store.",
       "Add the source, or mend the id."},
      {"reference/speaker", warning, "A speaker given as an id is an actor of the store.",
       "Add the actor, or write the name in plain words."},
      {"reference/via", warning, "A reporter given as an id is an actor of the store.",
       "Add the actor, or write the name in plain words."},
      {"review/approval", error, "What is proposed has the approvals that aver.toml asks for.",
       "aver review show NAME tells whose are missing; aver review approve NAME gives one. A "
       "record "
       "that was changed after it was approved needs them anew."},
      {"review/on", error, "A review names files of the store, and their exact contents.",
       "Reviews are made by aver approve and its like; git hash-object FILE tells the id of "
       "contents."},
      {"review/requested", error, "Nobody waits for a change of what is proposed.",
       "Change the record, or take it out; then whoever asked approves what became of it."},
      {"review/unknown", warning, "Reviews are by those who may give them, and by their own hand.",
       "aver.toml names the reviewers; a review is committed by whom it names."},
      {"review/unsatisfiable", warning, "Somebody can satisfy the review policy of aver.toml.",
       "Ask for fewer approvals, or name more reviewers."},
      {"store/format", error, "The store's format is one that this aver knows.",
       "Install a newer aver."},
      {"text/control", warning, "A text has no invisible characters in it.",
       "Control and bidirectional characters can make a text look like another. Take them out, "
       "unless the source has them."},
      {"text/empty", error, "A text is not empty.", "Take the key out, or fill it in."},
      {"text/lines", error, "What takes one line has one line.", "Put it on one line."},
      {"text/translation", warning, "A translation stands beside the quote it is of.",
       "Add the quote in its own language."},
      {"toml/dots", error, "A line has at most 1,000 dots.", "No record needs them."},
      {"toml/encoding", error, "A file is UTF-8.", "Convert it: iconv -f ENCODING -t UTF-8."},
      {"toml/size", error, "A record's file has at most 1 MiB.", "Keep long texts as captures."},
      {"toml/syntax", error, "A file is TOML.", "The message names the place."},
      {"type/mismatch", error, "A value has the type its key asks for.",
       "claims/FORMAT.md has the types."},
      {"url/form", error, "A URL begins with its scheme.", "Begin it with https://."},
      {"vocabulary/empty", error, "A scale has words.", "Give it some, or take it out."},
      {"vocabulary/position", error, "A position is a word of the store's vocabulary.",
       "aver help vocabulary lists them; aver.toml defines them."},
      {"vocabulary/renamed", note, "A position uses the word's name of today.",
       "It means the same. aver fmt leaves it; mend it when you touch the record."},
      {"vocabulary/twice", error, "A word stands in the vocabulary once.", "Take one of them out."},
      {"word/unknown", error, "A word is one of those that its key allows.",
       "The message lists them."},
  };
  return all;
}

const Rule* rule_named(std::string_view name) {
  const std::vector<Rule>& all = rules();
  const auto at =
      std::find_if(all.begin(), all.end(), [&](const Rule& rule) { return rule.name == name; });
  return at == all.end() ? nullptr : &*at;
}

}  // namespace aver::claims
