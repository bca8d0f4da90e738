// SPDX-License-Identifier: MIT
//
// Who is told what a store does on the way: made by cli/, which alone may show it.
#pragma once

#include <cstddef>
#include <string_view>

namespace aver::store {

class Watcher {
 public:
  virtual ~Watcher() = default;

  // Whether anybody sees it; else nobody need find out how much there is to do.
  virtual bool wants_progress() const { return false; }

  // A long piece of work goes on: "indexing the history", so much of `total` done; a total of 0 is
  // not known yet.
  virtual void progress(std::string_view work, std::size_t done, std::size_t total) = 0;

  // Something worth a sentence that changes no answer: an index that was damaged is made anew.
  virtual void note(std::string_view sentence) = 0;
};

}  // namespace aver::store
