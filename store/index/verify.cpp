// SPDX-License-Identifier: MIT
//
// Decodes files anew and compares each with its row; the words by the phrase that a text begins
// with.
#include "store/index/verify.h"

#include <algorithm>

#include "store/index/build.h"
#include "store/index/search.h"

namespace aver::store {
namespace {

constexpr std::size_t kTold = 24;

// Of the words of a row, only a phrase from their beginning is looked up in the index.
constexpr std::size_t kWordsAsked = 64;  // bytes

bool same(const Row& a, const Row& b) {
  const auto sorted = [](std::vector<std::string> list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
  };
  return git_oid_equal(&a.blob, &b.blob) != 0 && a.errors == b.errors && a.holder == b.holder &&
         a.position == b.position && a.source == b.source && a.speaker == b.speaker &&
         a.mode == b.mode && a.further == b.further && a.earliest == b.earliest &&
         a.latest == b.latest && a.held_text == b.held_text && a.until == b.until &&
         a.checked == b.checked && a.review_by == b.review_by && a.deadline == b.deadline &&
         a.sets_aside == b.sets_aside && a.retracts == b.retracts && a.repeats == b.repeats &&
         a.until_first == b.until_first && a.claim_kind == b.claim_kind &&
         sorted(a.tags) == sorted(b.tags) && sorted(a.former) == sorted(b.former) &&
         sorted(a.voices) == sorted(b.voices) && sorted(a.captures) == sorted(b.captures);
}

// The beginning of a text, cut between two words.
std::string beginning(const std::string& text) {
  if (text.size() <= kWordsAsked) return text;
  const std::size_t cut = text.rfind(' ', kWordsAsked);
  return cut == text.npos ? "" : text.substr(0, cut);
}

bool words_are_there(RecordsTable& table, const Row& row) {
  for (const auto& [column, text] :
       {std::pair{"title", &row.text.title}, std::pair{"body", &row.text.body},
        std::pair{"capture", &row.capture}}) {
    const std::string some = beginning(*text);
    const bool has_word = std::any_of(some.begin(), some.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
    if (has_word && !table.has_words(row, std::string(column) + " : " + quoted_phrase({some}))) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::vector<std::string> differences(const Database& database, const Repository& repository,
                                     std::size_t step, std::size_t& looked_at) {
  std::vector<std::string> found;
  const Transaction one_sight(database, Transaction::Kind::read);
  RecordsTable table(database);
  const std::string tree = table.state().tree;
  if (tree.empty()) return {"it is not finished"};
  const git_oid id = from_hex(tree);
  const auto root =
      try_acquire<GitTree>("reading a folder of the store", git_tree_lookup, repository.get(), &id);
  if (!root) return {"the tree that it stands for is gone"};
  const auto odb =
      acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository.get());
  if (database.integer(step == 1 ? "SELECT count(*) FROM pragma_integrity_check "
                                   "WHERE integrity_check <> 'ok'"
                                 : "SELECT count(*) FROM pragma_quick_check "
                                   "WHERE quick_check <> 'ok'") > 0) {
    return {"the file is damaged"};
  }
  const claims::Vocabulary words = vocabulary_of(repository, id);
  std::size_t files = 0;
  std::size_t folders = 0;
  walk_folders(repository, root->get(), [&](const std::string& folder, std::vector<Row>& rows) {
    files += rows.size();
    if (folders++ % step != 0) return true;
    std::vector<Row*> stances;
    for (Row& row : rows) {
      read_file(row, odb.get());
      if (row.kind == RowKind::stance) stances.push_back(&row);
    }
    if (folder.starts_with("claims/")) put_positions(stances, words);
    for (const Row& row : rows) {
      ++looked_at;
      const std::optional<Row> kept = table.find(row);
      if (!kept) {
        found.push_back(path_of(row) + " is not in it");
      } else if (!same(row, *kept)) {
        found.push_back(path_of(row) + " is in it with other fields");
      } else if (row.from != kept->from || row.to != kept->to) {
        found.push_back(path_of(row) + " is in it as in force on other days");
      } else if (!words_are_there(table, row)) {
        found.push_back(path_of(row) + " is in it with other words");
      }
    }
    return found.size() < kTold;
  });
  if (found.size() < kTold && files != static_cast<std::size_t>(table.count())) {
    found.push_back("it has " + std::to_string(table.count()) + " records, and the store " +
                    std::to_string(files));
  }
  return found;
}

}  // namespace aver::store
