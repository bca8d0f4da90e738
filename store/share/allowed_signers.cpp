// SPDX-License-Identifier: MIT
//
// Reads of a signature (PROTOCOL.sshsig) no more than its key: "SSHSIG", a version, the key behind
// its length.
#include "store/share/allowed_signers.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <optional>
#include <utility>

#include "claims/exchange/json/base64.h"

namespace aver::store {
namespace {

// What stands between the first line and the last, on one line.
std::string armoured(std::string_view text) {
  std::string body;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (!line.starts_with("-----")) body += line;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return body;
}

bool has_authority(std::string line) {
  std::transform(line.begin(), line.end(), line.begin(),
                 [](unsigned char one) { return static_cast<char>(std::tolower(one)); });
  return line.find("cert-authority") != line.npos;
}

}  // namespace

std::string key_of_signature(std::string_view signature) {
  constexpr std::size_t kBegin = 10;  // behind "SSHSIG" and the version
  constexpr std::size_t kLength = 4;
  const std::optional<std::string> bytes = claims::from_base64(armoured(signature));
  if (!bytes || !bytes->starts_with("SSHSIG") || bytes->size() < kBegin + kLength) return "";
  std::size_t size = 0;
  for (std::size_t i = kBegin; i < kBegin + kLength; ++i) {
    size = size * 256 + static_cast<unsigned char>((*bytes)[i]);
  }
  if (size == 0 || size > bytes->size() - kBegin - kLength) return "";
  std::string key;
  claims::append_base64(key, std::string_view(*bytes).substr(kBegin + kLength, size));
  return key;
}

std::string lines_of_key(std::string_view signers, std::string_view key) {
  std::string lines;
  while (!signers.empty()) {
    const std::size_t end = std::min(signers.find('\n'), signers.size());
    const std::string_view line = signers.substr(0, end);
    signers.remove_prefix(std::min(end + 1, signers.size()));
    if (line.find(key) == line.npos && !has_authority(std::string(line))) continue;
    lines += line;
    lines += '\n';
  }
  return lines;
}

std::string without_times(std::string_view signers) {
  std::string text(signers);
  const auto lower = [&](std::size_t at) {
    return std::tolower(static_cast<unsigned char>(text[at]));
  };
  for (const auto& [word, value] :
       {std::pair<std::string_view, std::string_view>{"valid-before=", "\"99991231\""},
        {"valid-after=", "\"19700102\""}}) {
    for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
      std::size_t i = 0;
      while (i < word.size() && lower(at + i) == word[i]) ++i;
      if (i < word.size()) continue;
      const std::size_t begin = at + word.size();
      std::size_t end = begin;
      if (end < text.size() && text[end] == '"') {
        end = std::min(text.find('"', end + 1), text.size() - 1) + 1;
      } else {
        end = std::min(text.find_first_of(", \t\n", end), text.size());
      }
      text.replace(begin, end - begin, value);
      at = begin + value.size() - 1;
    }
  }
  return text;
}

}  // namespace aver::store
