// SPDX-License-Identifier: MIT
//
// The listener that a store reports its long work to: implemented by cli/, which alone may show it.
#pragma once

#include <cstddef>
#include <string_view>

namespace aver::store {

class Watcher {
 public:
  virtual ~Watcher() = default;

  // Whether progress is shown at all; where it is not, the total need not be determined.
  virtual bool wants_progress() const { return false; }

  // Progress of a long piece of work, "indexing the history": `done` of `total`; a total of 0 is
  // not known yet.
  virtual void progress(std::string_view work, std::size_t done, std::size_t total) = 0;

  // Something worth a sentence that changes no answer: an index that was damaged is made anew.
  virtual void note(std::string_view sentence) = 0;
};

}  // namespace aver::store
