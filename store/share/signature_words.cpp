// SPDX-License-Identifier: MIT
//
// Line by line; each says itself which program it is of.
#include "store/share/signature_words.h"

#include <algorithm>
#include <map>

namespace aver::store {
namespace {

struct Reading {
  SignatureWords words;
  bool trusted = false;
  int judged = 0;  // signatures that gpg judges
};

void read_gpg(std::string_view line, Reading& reading) {
  const std::size_t blank = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, blank);
  const std::string_view rest = line.substr(std::min(blank + 1, line.size()));
  static const std::map<std::string_view, SignatureStatus> kWords = {
      {"GOODSIG", SignatureStatus::good},      {"BADSIG", SignatureStatus::bad},
      {"EXPSIG", SignatureStatus::expired},    {"EXPKEYSIG", SignatureStatus::expired},
      {"REVKEYSIG", SignatureStatus::revoked}, {"ERRSIG", SignatureStatus::unknown}};
  SignatureWords& words = reading.words;
  if (const auto found = kWords.find(word); found != kWords.end()) {
    ++reading.judged;
    words.standing = found->second;
    const std::size_t name = std::min(rest.find(' '), rest.size());
    words.key = rest.substr(0, name);
    if (word != "ERRSIG") words.signer = rest.substr(std::min(name + 1, rest.size()));
  } else if (word == "VALIDSIG") {
    words.key = rest.substr(0, rest.find(' '));
  } else if (word == "TRUST_MARGINAL" || word == "TRUST_FULLY" || word == "TRUST_ULTIMATE") {
    reading.trusted = true;
  }
}

// Good "git" signature for NAME with KIND key SHA256:…
void read_ssh(std::string_view line, bool can_check, SignatureWords& words) {
  constexpr std::string_view kGood = "Good \"git\" signature ";
  constexpr std::string_view kFor = "for ";
  if (line.starts_with(kGood)) {
    words.standing = SignatureStatus::good;
    if (const std::size_t key = line.rfind("SHA256:"); key != line.npos) {
      words.key = line.substr(key);
    }
    const std::string_view rest = line.substr(kGood.size());
    const std::size_t with = rest.rfind(" with ");
    if (rest.starts_with(kFor) && with != rest.npos && with >= kFor.size()) {
      words.signer = rest.substr(kFor.size(), with - kFor.size());
    }
  } else if (can_check && (line.starts_with("Signature verification failed") ||
                           line.starts_with("Could not verify signature"))) {
    words.standing = SignatureStatus::bad;
  }
}

}  // namespace

SignatureWords read_signature_words(std::string_view text, bool can_check_ssh) {
  constexpr std::string_view kGpg = "[GNUPG:] ";
  Reading reading;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with(kGpg)) {
      read_gpg(line.substr(kGpg.size()), reading);
    } else {
      read_ssh(line, can_check_ssh, reading.words);
    }
  }
  SignatureWords& words = reading.words;
  // Of two signatures one may be trusted and the other name somebody else.
  if (reading.judged > 1) return {SignatureStatus::bad, "", ""};
  if (words.standing != SignatureStatus::good) return words;
  if (words.key.starts_with("SHA256:")) {
    if (words.signer.empty()) words.standing = SignatureStatus::unknown;
  } else if (!reading.trusted) {
    words.standing = SignatureStatus::untrusted;
  }
  return words;
}

}  // namespace aver::store
