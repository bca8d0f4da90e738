// SPDX-License-Identifier: MIT
//
// Any bytes as what git log writes: read in pieces they mean what they mean whole. And any bytes as
// what people typed: each field comes back as it was, in its own place. And as the words of gpg and
// of ssh-keygen: nobody is a good signer whom neither has called one.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "store/error.h"
#include "store/process/log_stream.h"
#include "store/share/signature_words.h"

namespace {

using namespace aver::store;

using Events = std::vector<std::vector<std::string>>;

class Kept : public LogStream::Sink {
 public:
  void head(const std::vector<std::string>& fields) override { events.push_back(fields); }
  void change(std::string_view raw, std::string_view path) override {
    events.push_back({"", std::string(raw), std::string(path)});
  }
  Events events;
};

struct Outcome {
  Events events;
  int marks = 0;
  bool well = true;
  bool operator==(const Outcome&) const = default;
};

Outcome read(std::string_view text, std::size_t fields, std::size_t piece) {
  Kept kept;
  Outcome outcome;
  LogStream stream(fields, kept);
  for (std::size_t at = 0; at < text.size(); at += piece) {
    bool marked = stream.take(text.substr(at, piece));
    for (; marked; marked = stream.take("")) ++outcome.marks;
  }
  try {
    stream.end();
  } catch (const StoreError&) {
    outcome.well = false;
  }
  outcome.events = std::move(kept.events);
  return outcome;
}

// What git writes for commits with these fields and paths, and what is to be read of it.
void typed_comes_back(std::string_view text, std::size_t fields) {
  std::vector<std::string> typed;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\0'), text.size());
    typed.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  const std::string raw =
      ":100644 100644 " + std::string(40, 'a') + " " + std::string(40, 'b') + " M";
  std::string written;
  Events wanted;
  for (auto next = typed.begin(); next != typed.end();) {
    std::vector<std::string> head = {std::string(40, 'c')};
    while (head.size() < fields && next != typed.end()) head.push_back(*next++);
    head.resize(fields);
    for (const std::string& field : head) written += field + '\0';
    wanted.push_back(std::move(head));
    if (next == typed.end()) break;
    if (next->empty()) {  // a commit without changes
      written += '\0';
    } else {
      written += "\n" + raw + '\0' + *next + '\0';
      wanted.push_back({"", raw, *next});
    }
    ++next;
  }
  const Outcome outcome = read(written, fields, written.size() + 1);
  if (!outcome.well || outcome.marks != 0 || outcome.events != wanted) std::abort();
}

void nobody_is_good_unsaid(std::string_view text) {
  const SignatureWords words = read_signature_words(text, true);
  for (const std::string* one : {&words.signer, &words.key}) {
    if (one->find('\n') != one->npos) std::abort();
    if (!one->empty() && text.find(*one) == text.npos) std::abort();
  }
  if (words.standing != SignatureStatus::good) return;
  const bool is_said = text.find("[GNUPG:] GOODSIG") != text.npos ||
                       text.find("Good \"git\" signature") != text.npos;
  if (!is_said) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::size_t fields = 2 + data[0] % 8;
  const std::size_t piece = 1 + data[1] % 60;
  const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
  if (read(text, fields, piece) != read(text, fields, size)) std::abort();
  typed_comes_back(text, fields);
  nobody_is_good_unsaid(text);
  return 0;
}
