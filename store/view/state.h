// SPDX-License-Identifier: MIT
//
// What a view holds.
#pragma once

#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/repository/repository.h"
#include "store/store.h"

namespace aver::store {

struct View::State {
  const Repository* repository = nullptr;
  RecordsIndex* index = nullptr;  // null: none to ask
  GitOdb odb;
  // Of the view's own objects, where it has any; the value holds them until a branch has them.
  std::shared_future<std::shared_ptr<void>> written;
  CommitId commit;   // empty for the empty view
  GitCommit handle;  // null for the empty view
  GitTree root;      // likewise

  // Folders that were looked at; null for one that does not exist.
  mutable std::map<std::string, GitTree, std::less<>> trees;
  mutable std::optional<claims::Settings> settings;

  // Former ids of actors that no actor has now, and whose they were; found when first asked for.
  mutable std::optional<std::map<std::string, std::vector<std::string>>> former_actors;
  mutable std::unordered_map<std::string, std::string> actor_of;  // what was asked
  mutable std::unordered_map<std::string, std::vector<std::string>> ids_of_actor;

  // Waits until other processes can read all of the view's objects, too. Throws StoreError where
  // they could not be written.
  void wait_until_written() const {
    if (written.valid()) written.get();
  }

  const git_tree* tree(std::string_view folder) const;
  const git_tree_entry* entry(std::string_view path) const;
  GitTree load_tree(const git_oid& id) const;
  const std::map<std::string, std::vector<std::string>>& former_ids(const View& view) const;
  void walk(const git_tree* tree, std::string& path, const Visit& visit, bool& go_on) const;
  void each_claim(const git_tree* tree, std::string& id,
                  const std::function<bool(const std::string&)>& visit, bool& go_on) const;
  void claim_ids(const git_tree* tree, std::string& id, std::vector<std::string>& to) const;
};

}  // namespace aver::store
