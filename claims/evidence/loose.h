// SPDX-License-Identifier: MIT
//
// A text and a quote in the form in which they are compared, and the search of one in the other.
//
// A word that a line end broke may be told with its hyphen or without it: nobody can say which is
// right, so both are found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/evidence/quote.h"
#include "claims/text/fold.h"

namespace aver::claims {

class LooseText {
 public:
  // `source` must outlive it.
  explicit LooseText(std::string_view source, const std::vector<SkippedBytes>& skipped = {});

  std::string_view text() const { return folded_.text; }
  // The bytes of the source that the folded bytes stand for; `folded` is not empty.
  ByteRange source(ByteRange folded) const;

  // Finds the first place at or behind `from`, and not beyond `last`, where `what` stands, whole
  // words or not. `what` is a part of a folded quote, `broken` where it has broken words of its
  // own.
  std::optional<ByteRange> find(std::string_view what, std::size_t from, std::size_t last,
                                const std::vector<BrokenWord>& broken = {}) const;

  // True where a word or a number runs across the edge of the folded range.
  bool cuts_at_begin(ByteRange folded) const;
  bool cuts_at_end(ByteRange folded) const;

 private:
  // The folded text without hyphens: there a broken word is as it is spoken.
  struct Joined {
    std::string text;
    std::vector<std::uint32_t> at;  // of each byte: where it stands in the folded text
  };
  const Joined& joined() const;
  std::optional<ByteRange> find_joined(std::string_view what, std::size_t from, std::size_t last,
                                       const std::vector<BrokenWord>& broken) const;
  std::size_t end_of(std::string_view what, std::size_t begin, std::size_t last,
                     const std::vector<BrokenWord>& broken) const;

  std::string_view source_;
  LooselyFolded folded_;
  mutable std::optional<Joined> joined_;
};

}  // namespace aver::claims
