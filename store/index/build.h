// SPDX-License-Identifier: MIT
//
// Private to store/: records.db made from a tree, or brought from one tree to another.
#pragma once

#include <functional>

#include "store/index/table.h"
#include "store/repository/repository.h"
#include "store/store.h"

namespace aver::store {

// Told now and then while records are read: how many of how many.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

// Makes the tables stand for `tree`. What they stand for now is left by reading only what differs;
// a build that was broken off is gone on with. Each step is one transaction: whoever kills this
// loses the last one at most. Empties the database where there is no way from what it stands for.
//
// Throws DatabaseError: busy where another process is at it, damaged, no_room; StoreError where the
// store itself cannot be read. The tables are then as after some step.
void bring_to(Database& database, const Repository& repository, const git_oid& tree,
              const Progress& progress, std::size_t rows_in_step);

// The same in the caller's transaction, which may be taken back; only from tables that are whole.
// Returns false, and does nothing, where there is no way from what they stand for.
bool move_to(const Database& database, const Repository& repository, const git_oid& tree);

// What differs between two trees; nothing where git has one of them, or a part of it, no more.
std::optional<std::vector<ChangedPath>> changes_between(const Repository& repository,
                                                        const ObjectId& from, const git_oid& to);

// The number of files of a tree that rows stand for; stops counting at `enough`. `below` limits it
// to a folder. Reads no blob.
std::size_t count_files(const Repository& repository, const git_tree* root,
                        const std::string& below, std::size_t enough);

// Calls `visit` for each folder of records with the rows of its files, places and blobs alone.
using VisitFolder = std::function<bool(const std::string& folder, std::vector<Row>& rows)>;
void walk_folders(const Repository& repository, const git_tree* root, const VisitFolder& visit);

std::string blob_contents(git_odb* odb, const git_oid& id);

}  // namespace aver::store
