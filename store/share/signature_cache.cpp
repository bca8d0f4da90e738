// SPDX-License-Identifier: MIT
//
// A line for each: the digest, the status, the key, the addresses; a blank between them, none in
// them. The first line is the digest of the rest.
#include "store/share/signature_cache.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "claims/text/lines.h"
#include "store/digest.h"
#include "store/replace_file.h"

namespace aver::store {
namespace {

// Those that can be kept.
constexpr std::array<SignatureStatus, 6> kKept = {
    SignatureStatus::good,    SignatureStatus::untrusted, SignatureStatus::unknown,
    SignatureStatus::expired, SignatureStatus::revoked,   SignatureStatus::bad};

// More than that are the verdicts of former days: all go.
constexpr std::size_t kMostLines = 200000;

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (true) {
    const std::size_t end = std::min(line.find(' '), line.size());
    words.push_back(line.substr(0, end));
    if (end == line.size()) return words;
    line.remove_prefix(end + 1);
  }
}

bool is_one_word(std::string_view text) { return text.find_first_of(" \n") == text.npos; }

}  // namespace

SignatureCache::SignatureCache(std::filesystem::path file) : file_(std::move(file)) {
  std::ifstream in(file_, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const std::size_t begin = text.find('\n');
  if (begin == text.npos) return;
  std::string_view rest = std::string_view(text).substr(begin + 1);
  if (sha256(rest) != text.substr(0, begin)) return;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    const std::size_t blank = std::min(line.find(' '), line.size());
    lines_.emplace(line.substr(0, blank), line.substr(std::min(blank + 1, line.size())));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

std::optional<FileSignature> SignatureCache::find(const std::string& digest) const {
  const auto line = lines_.find(digest);
  if (line == lines_.end()) return std::nullopt;
  const std::vector<std::string_view> words = words_of(line->second);
  const auto status = std::find_if(kKept.begin(), kKept.end(), [&](SignatureStatus one) {
    return words[0] == std::to_string(static_cast<int>(one));
  });
  if (status == kKept.end() || words.size() < 2) return std::nullopt;
  FileSignature found;
  found.standing = *status;
  found.key = words[1];
  for (std::size_t i = 2; i < words.size(); ++i) found.addresses.emplace_back(words[i]);
  return found;
}

void SignatureCache::put(const std::string& digest, const FileSignature& found) {
  if (std::find(kKept.begin(), kKept.end(), found.standing) == kKept.end()) return;
  std::string line = std::to_string(static_cast<int>(found.standing)) + " " + found.key;
  if (!is_one_word(found.key)) return;
  for (const std::string& address : found.addresses) {
    if (!is_one_word(address)) return;
    line += " " + address;
  }
  if (lines_.size() >= kMostLines) lines_.clear();
  lines_.insert_or_assign(digest, std::move(line));
  changed_ = true;
}

void SignatureCache::save() const {
  if (!changed_) return;
  std::string text;
  for (const auto& [digest, line] : lines_) text += digest + " " + line + "\n";
  std::error_code ignored;
  replace_file(file_, sha256(text) + "\n" + text, ignored);
}

}  // namespace aver::store
