// SPDX-License-Identifier: MIT
//
// All that rests on any of the files is found in one walk over the claims.
#include "cli/diff/edited.h"

#include <algorithm>
#include <functional>

#include "claims/records/schema.h"
#include "claims/records/values.h"
#include "cli/names/load.h"

namespace aver::cli {
namespace {

using claims::EditedKey;
using claims::RecordKind;
using claims::Stance;
using store::View;

template <class Decoded>
std::vector<EditedKey> keys_of(const Decoded& before, const Decoded& after) {
  if (!before || !after || !before->record || !after->record) return {};
  return claims::edited_keys(claims::table_of(*before->record), claims::table_of(*after->record));
}

// What the vocabulary says of a word, as one line.
std::string word_line(const claims::Word& word) {
  claims::toml::Value value;
  value.data = word.value;
  std::string line = "value " + claims::line_of(value);
  if (line.ends_with(".0")) line.resize(line.size() - 2);
  if (word.absence) line += ", absence";
  if (!word.was.empty()) line += ", was " + claims::schema::joined(word.was, ", ");
  if (word.closes) line += *word.closes ? ", closes" : ", does not close";
  if (!word.means.empty()) line += ", means " + word.means;
  return line;
}

struct WordEdit {
  std::vector<EditedKey> keys;
  std::vector<std::string> spellings;  // of the words that are concerned
};

WordEdit words_of_file(const View& before, const View& after) {
  WordEdit edit;
  const auto concern = [&](const claims::Word& word) {
    edit.spellings.push_back(word.name);
    edit.spellings.insert(edit.spellings.end(), word.was.begin(), word.was.end());
  };
  for (const claims::Scale& scale : after.vocabulary().scales()) {
    for (const claims::Word& word : scale.words) {
      const claims::Meaning was = before.vocabulary().find(word.name);
      const std::string line = word_line(word);
      const bool same = was && was.scale->name == scale.name && *was.word == word;
      if (same) continue;
      edit.keys.push_back({scale.name + " " + word.name, was ? word_line(*was.word) : "", line});
      concern(word);
    }
  }
  for (const claims::Scale& scale : before.vocabulary().scales()) {
    for (const claims::Word& word : scale.words) {
      const claims::Meaning now = after.vocabulary().find(word.name);
      // One that was renamed is told with its name of today.
      if (now) continue;
      edit.keys.push_back({scale.name + " " + word.name, word_line(word), ""});
      concern(word);
    }
  }
  return edit;
}

// A file, and how to know the stances that rest on it.
struct Ground {
  DiffAnswer::Edited edited;
  claims::ClaimCondition condition;
  std::function<bool(const Stance&)> names;  // null: nothing rests on it
};

Ground ground_of(const View& before, const View& after, const std::string& path) {
  Ground ground;
  ground.edited.path = path;
  const auto record = claims::record_at(path);
  if (record && record->kind == RecordKind::actor) {
    ground.edited.keys = keys_of(before.actor(record->id), after.actor(record->id));
    ground.condition.stance.holders = {record->id};
    ground.names = [id = record->id](const Stance& stance) { return stance.holder == id; };
  } else if (record && record->kind == RecordKind::source) {
    ground.edited.keys = keys_of(before.source(record->id), after.source(record->id));
    ground.condition.stance.sources = {record->id};
    ground.names = [id = record->id](const Stance& stance) { return claims::cites(stance, id); };
  } else if (path == "aver.toml") {
    WordEdit words = words_of_file(before, after);
    ground.edited.keys = std::move(words.keys);
    if (words.spellings.empty()) return ground;
    ground.condition.stance.positions = words.spellings;
    ground.names = [all = std::move(words.spellings)](const Stance& stance) {
      return std::find(all.begin(), all.end(), stance.position) != all.end();
    };
  }
  return ground;
}

void add_folder(const claims::ClaimFolder& folder, const claims::Vocabulary& words, claims::Day day,
                std::vector<Ground>& grounds) {
  const claims::Lines lines(folder.stances, words);
  const std::vector<claims::Position> positions = claims::positions_on(lines, day);
  for (Ground& ground : grounds) {
    if (!ground.names) continue;
    ground.edited.stances += static_cast<std::size_t>(
        std::count_if(folder.stances.begin(), folder.stances.end(), ground.names));
    for (const claims::Position& position : positions) {
      const bool rests = std::any_of(
          position.possible.begin(), position.possible.end(), [&](const claims::Possible& one) {
            return std::any_of(one.stances.begin(), one.stances.end(),
                               [&](const Stance* stance) { return ground.names(*stance); });
          });
      if (rests) {
        ground.edited.lines.push_back(
            {folder.id, std::string(position.holder), std::string(position.scale_name())});
      }
    }
  }
}

}  // namespace

std::vector<DiffAnswer::Edited> edited_files(Session& session, const View& before,
                                             const View& after, claims::Day day,
                                             const std::vector<std::string>& paths) {
  std::vector<Ground> grounds;
  std::vector<claims::ClaimCondition> any;
  for (const std::string& path : paths) {
    grounds.push_back(ground_of(before, after, path));
    if (grounds.back().names) any.push_back(grounds.back().condition);
  }
  if (!any.empty()) {
    each_folder(
        session, after, any,
        [&](const claims::ClaimFolder& folder) {
          add_folder(folder, after.vocabulary(), day, grounds);
        },
        true);
  }
  std::vector<DiffAnswer::Edited> edited;
  for (Ground& ground : grounds) edited.push_back(std::move(ground.edited));
  return edited;
}

}  // namespace aver::cli
