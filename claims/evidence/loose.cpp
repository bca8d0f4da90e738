// SPDX-License-Identifier: MIT
//
// Most quotes are found by one pass of memmem(). Only where that fails, and where words are broken,
// the texts without hyphens are made: they give the candidates, and a walk over both texts judges
// each.
#include "claims/evidence/loose.h"

#include <algorithm>
#include <cstring>

#include "claims/evidence/edges.h"

namespace aver::claims {
namespace {

std::size_t find_bytes(std::string_view text, std::string_view what, std::size_t from) {
  if (what.empty() || from > text.size()) return text.npos;
  const void* at = memmem(text.data() + from, text.size() - from, what.data(), what.size());
  return at == nullptr ? text.npos
                       : static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

// Calls `put` with each byte that stays when hyphens, and the blanks behind them, are left out.
template <class Put>
void each_joined(std::string_view text, Put put) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '-') {
      if (at + 1 < text.size() && text[at + 1] == ' ') ++at;
    } else {
      put(text[at], at);
    }
  }
}

const BrokenWord* broken_at(const std::vector<BrokenWord>& all, std::size_t at) {
  const auto one =
      std::lower_bound(all.begin(), all.end(), at,
                       [](const BrokenWord& word, std::size_t byte) { return word.at < byte; });
  return one == all.end() || one->at != at ? nullptr : &*one;
}

// Passes over the hyphen, and the blank behind it.
std::size_t behind_hyphen(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '-') ++at;
  if (at > 0 && text[at - 1] == '-' && at < text.size() && text[at] == ' ') ++at;
  return at;
}

}  // namespace

LooseText::LooseText(std::string_view source, const std::vector<SkippedBytes>& skipped)
    : source_(source), folded_(fold_loosely(source, skipped)) {}

ByteRange LooseText::source(ByteRange folded) const {
  return {folded_.source_begin(folded.begin), folded_.source_end(source_, folded.end)};
}

bool LooseText::cuts_at_begin(ByteRange folded) const {
  return is_cut(source_, source(folded).begin);
}

bool LooseText::cuts_at_end(ByteRange folded) const { return is_cut(source_, source(folded).end); }

const LooseText::Joined& LooseText::joined() const {
  if (!joined_) {
    joined_.emplace();
    joined_->text.reserve(folded_.text.size());
    joined_->at.reserve(folded_.text.size());
    each_joined(folded_.text, [&](char c, std::size_t at) {
      joined_->text += c;
      joined_->at.push_back(static_cast<std::uint32_t>(at));
    });
  }
  return *joined_;
}

std::optional<ByteRange> LooseText::find(std::string_view what, std::size_t from, std::size_t last,
                                         const std::vector<BrokenWord>& broken) const {
  last = std::min(last, folded_.text.size());
  std::optional<ByteRange> found;
  const std::size_t at = find_bytes(text().substr(0, last), what, from);
  if (at != std::string_view::npos) found = ByteRange{at, at + what.size()};
  if (folded_.broken.empty() && broken.empty()) return found;
  if (found) last = std::min(last, found->end);
  const std::optional<ByteRange> joined = find_joined(what, from, last, broken);
  return joined && (!found || joined->begin < found->begin) ? joined : found;
}

std::optional<ByteRange> LooseText::find_joined(std::string_view what, std::size_t from,
                                                std::size_t last,
                                                const std::vector<BrokenWord>& broken) const {
  std::string wanted;
  each_joined(what, [&](char c, std::size_t) { wanted += c; });
  if (wanted.empty()) return std::nullopt;
  const Joined& all = joined();
  const auto index_of = [&](std::size_t at) {
    return static_cast<std::size_t>(std::lower_bound(all.at.begin(), all.at.end(), at) -
                                    all.at.begin());
  };
  const std::string_view window = std::string_view(all.text).substr(0, index_of(last));
  for (std::size_t at = index_of(from); (at = find_bytes(window, wanted, at)) != window.npos;
       ++at) {
    // A hyphen in front of the quote's first word is left out here, and stands before the place.
    std::size_t begin = all.at[at];
    if (what.front() == '-') {
      if (begin == 0 || text()[begin - 1] != '-') continue;
      --begin;
    }
    if (begin < from) continue;
    const std::size_t end = end_of(what, begin, last, broken);
    if (end > begin) return ByteRange{begin, end};
  }
  return std::nullopt;
}

// Where `what` ends that begins at `begin`; 0 where it does not stand there.
std::size_t LooseText::end_of(std::string_view what, std::size_t begin, std::size_t last,
                              const std::vector<BrokenWord>& broken) const {
  const std::string_view all = folded_.text;
  std::size_t at = begin;
  for (std::size_t i = 0; i < what.size();) {
    if (i > 0) {
      if (const BrokenWord* here = broken_at(folded_.broken, at)) {
        // The source broke the word here: the quote may have a hyphen, and must have one that was
        // kept.
        if (here->hyphen && what[i] != '-') return 0;
        const std::size_t behind = behind_hyphen(what, i);
        if (behind > i || here->hyphen) {
          at = behind_hyphen(all, at);
          i = behind;
          continue;
        }
      } else if (broken_at(broken, i) != nullptr && at < last && all[at] == '-' && what[i] != '-') {
        at = behind_hyphen(all, at);
      }
    }
    if (at >= last || all[at] != what[i]) return 0;
    ++at;
    ++i;
  }
  return at;
}

}  // namespace aver::claims
