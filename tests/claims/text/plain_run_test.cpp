// SPDX-License-Identifier: MIT
#include "claims/text/plain_run.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>

using namespace aver::claims;

namespace {

std::size_t byte_by_byte(std::string_view text, std::string_view others) {
  std::size_t at = 0;
  while (at < text.size() && text[at] >= ' ' && text[at] <= '~' &&
         others.find(text[at]) == others.npos) {
    ++at;
  }
  return at;
}

}  // namespace

TEST_CASE("a plain run ends at the first byte that is not printable ASCII, or one of the others") {
  for (int other = 0; other < 256; ++other) {
    CAPTURE(other);
    for (std::size_t size = 0; size < 20; ++size) {
      for (std::size_t place = 0; place < size; ++place) {
        std::string text(size, 'a');
        text[place] = static_cast<char>(other);
        CHECK(plain_run(text) == byte_by_byte(text, ""));
        CHECK(plain_run<'.'>(text) == byte_by_byte(text, "."));
        CHECK(plain_run<'"', '\\'>(text) == byte_by_byte(text, "\"\\"));
      }
    }
  }
}

TEST_CASE("a plain run of any bytes is what it is byte by byte") {
  CHECK(rc::check([] {
    const auto any = rc::gen::arbitrary<char>();
    const auto nearly = rc::gen::element(' ', '~', '!', '"', '\\', '.', '\x1f', '\x7f', '\n', 'z');
    const auto text = *rc::gen::container<std::string>(rc::gen::oneOf(nearly, any));
    for (std::size_t at = 0; at <= text.size(); ++at) {
      const std::string_view rest = std::string_view(text).substr(at);
      RC_ASSERT(plain_run(rest) == byte_by_byte(rest, ""));
      RC_ASSERT((plain_run<'"', '\\'>(rest)) == byte_by_byte(rest, "\"\\"));
    }
  }));
}
