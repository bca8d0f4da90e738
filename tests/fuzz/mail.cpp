// SPDX-License-Identifier: MIT
//
// Any bytes as a mail: what has a problem has no text, and no text is larger than the mail.
#include "claims/evidence/mail.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <utility>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace aver::claims;
  const std::string_view file(reinterpret_cast<const char*>(data), size);
  (void)looks_like_mail(file);
  const Mail mail = read_mail(
      file, [](std::string bytes, const std::string&) { return std::string(std::move(bytes)); });
  if (!mail.problem.empty() && !mail.texts.empty()) std::abort();
  std::size_t total = 0;
  for (const MailText& text : mail.texts) {
    total += text.bytes.size();
    for (const MailText& other : text.otherwise) total += other.bytes.size();
    if (text.mail >= mail.heads.size()) std::abort();
  }
  // The lines of what is answered get a blank each.
  if (total > 2 * size) std::abort();
  for (const MailHead& head : mail.heads) {
    if (head.subject.size() > size) std::abort();
  }
  if (!mail.day.empty() && mail.day.size() != 10) std::abort();
  return 0;
}
