// SPDX-License-Identifier: MIT
//
// Builds records.db from a tree, or brings it from one tree to another.
#pragma once

#include <functional>

#include "store/index/table.h"
#include "store/repository/repository.h"
#include "store/store.h"

namespace aver::store {

// Called now and then while records are read: how many of how many.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

// Makes the tables stand for `tree`: updates them incrementally from the tree that they stand for,
// goes on with a build that was interrupted, or empties the database and builds anew where there is
// no other way. Each step is one transaction: a kill loses the last one at most.
//
// Throws DatabaseError: busy where another process builds the index, damaged, no_room; StoreError
// where the store itself cannot be read. The tables are then as after some step.
void bring_to(Database& database, const Repository& repository, const git_oid& tree,
              const Progress& progress, std::size_t rows_in_step);

// The same within the caller's transaction, which may be rolled back; only from tables that are
// complete. Returns false, and does nothing, where the tables cannot be updated incrementally.
bool move_to(const Database& database, const Repository& repository, const git_oid& tree);

// The words of the store's aver.toml in a tree; the default ones where it has none that can be
// read.
claims::Vocabulary vocabulary_of(const Repository& repository, const git_oid& tree);

// What differs between two trees; nothing where git no longer has one of them, or a part of it.
std::optional<std::vector<ChangedPath>> changes_between(const Repository& repository,
                                                        const ObjectId& from, const git_oid& to);

// The number of files of a tree that rows stand for; stops counting at `enough`. `below` limits it
// to a folder. Reads no blob.
std::size_t count_files(const Repository& repository, const git_tree* root,
                        const std::string& below, std::size_t enough);

// Calls `visit` for each folder of records with a row for each of its files, in which only the
// place and the blob are filled in.
using VisitFolder = std::function<bool(const std::string& folder, std::vector<Row>& rows)>;
void walk_folders(const Repository& repository, const git_tree* root, const VisitFolder& visit);

// Fills in a row from the contents of its blob.
void read_file(Row& row, git_odb* odb);

}  // namespace aver::store
