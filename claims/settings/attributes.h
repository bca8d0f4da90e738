// SPDX-License-Identifier: MIT
//
// What a store asks of git's attributes: that captures keep their bytes, that records end their
// lines as they are written, and that records are merged and shown by their fields. One table for
// all who write such lines, and for the rule that looks for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aver::claims {

// A whole .gitattributes, for a repository that has none.
std::string own_attributes();

// Lines to stand behind those of a .gitattributes that is there: in git the last one on a path
// counts. They speak of the store's files alone, whatever else the repository holds.
std::string added_attributes();

// The lines that name the drivers, and no others.
std::string driver_attributes();

// Paths of each kind that a store has, of files that need not be there; git is to be asked of them.
const std::vector<std::string_view>& attribute_probes();

// The attributes to ask for, in the order that conversion() takes their values in.
const std::vector<std::string_view>& attribute_names();

// How git would change a file at the path between store and work tree: "text is auto"; empty where
// it would not, or only as the store wants it. `values` are as `git check-attr` prints them.
std::string conversion(std::string_view path, const std::vector<std::string>& values);

}  // namespace aver::claims
