// SPDX-License-Identifier: MIT
//
// When an index is made and asked: for both of its parts.
#pragma once

namespace aver::store {

enum class IndexWhen {
  worthwhile,  // where a question would read, or walk, much more without it
  never,
  always,  // however small the store is
};

// What AVER_INDEX says: "off", "always", or nothing. The answers are the same.
IndexWhen index_when();

}  // namespace aver::store
