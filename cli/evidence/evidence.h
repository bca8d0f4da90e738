// SPDX-License-Identifier: MIT
//
// Verifies quotes against the saved texts of their sources.
#pragma once

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "claims/check/check.h"

namespace aver::cli {

// Returns the contents of a file of the store; nothing where there is none.
using ReadFile = std::function<std::optional<std::string>(const std::string& path)>;

// A cache of captures: read when a quote needs them, and limited in size, so that memory does not
// grow with the store.
class Evidence {
 public:
  explicit Evidence(ReadFile read) : read_(std::move(read)) {}

  // Level `unchecked` where there is no quote, no source or no capture.
  claims::QuoteVerdict of(const claims::EvidenceView& evidence);

  // The captures of a source, oldest first; null where it has none that can be read. Good until the
  // next call.
  struct Captures {
    std::vector<std::string> texts;
    std::vector<claims::CaptureText> prepared;  // of them
    std::size_t size = 0;
  };
  const Captures* captures(const std::string& source);

 private:
  ReadFile read_;
  std::list<std::pair<std::string, std::unique_ptr<Captures>>> kept_;  // lately used first
  std::map<std::string, decltype(kept_)::iterator> by_source_;
  std::size_t size_ = 0;
};

}  // namespace aver::cli
