// SPDX-License-Identifier: MIT
//
// What git's attributes, as a store has them, do to its files. Those of the machine and of the user
// are left out: what is asked is what everybody's clone gets. A clone's own info/attributes counts
// in it, as in git.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace aver::store {

// A path whose bytes git would change on the way between store and work tree, and by which
// attribute.
struct ConvertedPath {
  std::string path;
  std::string why;  // "text is auto"
};

// Of each kind of file that a store has, in an order of their own, then of the captures that it
// has; empty where all are kept. Asks git by the .gitattributes at the top, in the store's own
// folders and anywhere below sources/. Throws StoreError(io).
std::vector<ConvertedPath> converted_paths(const Store& store, const View& view);

// The edit of .gitattributes that keeps them; nothing where they are kept. Whatever stands there
// already stays, byte for byte. Throws StoreError(conflict) where .gitattributes is a symbolic
// link, or where attributes elsewhere outweigh all that could stand there.
std::optional<Edit> attributes_edit(const Store& store, const View& view);

}  // namespace aver::store
