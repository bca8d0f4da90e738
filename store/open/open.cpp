// SPDX-License-Identifier: MIT
//
// Opening a store: where its parts are put together.
#include "store/records_index.h"
#include "store/repository/repository.h"
#include "store/store.h"

namespace aver::store {

Store::Store(std::unique_ptr<Repository> repository)
    : repository_(std::move(repository)), records_(std::make_unique<RecordsIndex>(*repository_)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const std::filesystem::path& start) {
  Store store(std::make_unique<Repository>(Repository::find(start)));
  if (!store.view().blob_id("aver.toml")) {
    const bool at_top = is_same_folder(start, store.root());
    throw StoreError(Fault::not_found,
                     "this is no aver store: the repository at " + store.root().string() +
                         " has no aver.toml in its last commit",
                     {}, at_top ? "aver init" : "aver init " + store.root().string());
  }
  return store;
}

RecordsIndex& Store::records() const { return *records_; }

}  // namespace aver::store
