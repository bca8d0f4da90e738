// SPDX-License-Identifier: MIT
//
// A small cache of prepared captures, the least recently used dropped first. A quote is tried in
// the latest capture, then in the earlier ones.
#include "cli/evidence/evidence.h"

#include "claims/text/paths.h"

namespace aver::cli {
namespace {

constexpr std::size_t kRoom = 64 << 20;  // bytes of text; a folded one takes six times as much

}  // namespace

const Evidence::Captures* Evidence::captures(const std::string& source) {
  if (const auto known = by_source_.find(source); known != by_source_.end()) {
    kept_.splice(kept_.begin(), kept_, known->second);
    return kept_.front().second->texts.empty() ? nullptr : kept_.front().second.get();
  }
  auto captures = std::make_unique<Captures>();
  const std::string path = claims::source_path(source);
  if (const std::optional<std::string> text = read_(path)) {
    const claims::Decoded<claims::Source> decoded = claims::decode_source(*text, path);
    const std::string folder(claims::folder_part(path));
    if (const claims::Source* record = decoded.readable()) {
      for (const claims::CapturedFile& file : claims::captured_files(*record)) {
        if (file.key.ends_with("original")) continue;
        std::optional<std::string> bytes = read_(folder + file.file);
        // A pointer is no text that a quote could be looked for in.
        if (bytes && !claims::is_lfs_pointer(*bytes)) {
          captures->size += bytes->size();
          captures->texts.push_back(std::move(*bytes));
        }
      }
    }
  }
  for (const std::string& text : captures->texts) captures->prepared.emplace_back(text);
  size_ += captures->size;
  while (size_ > kRoom && !kept_.empty()) {
    size_ -= kept_.back().second->size;
    by_source_.erase(kept_.back().first);
    kept_.pop_back();
  }
  kept_.emplace_front(source, std::move(captures));
  by_source_[source] = kept_.begin();
  return kept_.front().second->texts.empty() ? nullptr : kept_.front().second.get();
}

claims::QuoteVerdict Evidence::of(const claims::EvidenceView& evidence) {
  claims::QuoteVerdict verdict;
  verdict.match.level = claims::QuoteLevel::unchecked;
  if (evidence.quote.empty() || evidence.source.empty()) return verdict;
  const Captures* all = captures(evidence.source);
  if (all == nullptr) return verdict;
  const std::size_t latest = all->prepared.size() - 1;
  for (std::size_t i = latest + 1; i-- > 0;) {
    claims::QuoteMatch match = all->prepared[i].find_exactly(evidence.quote);
    if (!claims::stands(match.level)) continue;
    verdict.left_out = claims::words_left_out(match, all->prepared[i]);
    verdict.match = std::move(match);
    verdict.capture = i;
    verdict.drifted = i != latest;
    return verdict;
  }
  verdict.match = all->prepared[latest].find(evidence.quote);
  verdict.capture = latest;
  verdict.nearest = all->prepared[latest].said(verdict.match.sentence);
  return verdict;
}

}  // namespace aver::cli
