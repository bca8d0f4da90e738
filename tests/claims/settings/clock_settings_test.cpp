// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "claims/settings/settings.h"
#include "claims/settings/wrong_stamps.h"

using namespace aver::claims;

namespace {

const std::string kWords =
    "format = 2\n\n[[scale]]\nname = \"s\"\norder = \"opposed\"\nwords = [\n"
    "  { word = \"yes\", value = 1 },\n]\n";
const std::string kOne(40, '1');
const std::string kTwo(40, 'a');

std::string problem(const std::string& clock) {
  const auto decoded = decode_settings(kWords + clock);
  REQUIRE(!decoded.problems.empty());
  return std::string(decoded.problems.front().rule.text()) + ": " +
         decoded.problems.front().sentence;
}

TEST_CASE("what two people name is merged, beside anything else that one of them has changed") {
  const std::string one = *with_wrong_stamp(kWords, kOne);
  const std::string two = *with_wrong_stamp(kWords, kTwo);
  CHECK(merge_wrong_stamps(kWords, one, two) == *with_wrong_stamp(one, kTwo));
  CHECK(merge_wrong_stamps(one, one, *with_wrong_stamp(one, kTwo)) == *with_wrong_stamp(one, kTwo));
  CHECK(merge_wrong_stamps(kWords, one, one) == one);
  const std::string other = kWords + "\n[query]\nx = \"yes\"\n";
  CHECK(merge_wrong_stamps(kWords, other, one) == *with_wrong_stamp(other, kOne));
  CHECK(merge_wrong_stamps(kWords, one, other) == *with_wrong_stamp(other, kOne));
  CHECK(merge_wrong_stamps(kWords, other, kWords + "\n[query]\nx = \"no\"\n") == std::nullopt);
  CHECK(merge_wrong_stamps(one, kWords, two) == std::nullopt);  // one of them takes a name back
  CHECK(merge_wrong_stamps("", "a", "b") == std::nullopt);
}

}  // namespace

TEST_CASE("the commits whose stamps are wrong are read, written, and read back") {
  const std::string text = kWords + "\n[clock]\nwrong = [\"" + kOne + "\", \"" + kTwo + "\"]\n";
  const auto decoded = decode_settings(text);
  REQUIRE(decoded.record.has_value());
  CHECK(decoded.record->wrong_stamps == std::vector<std::string>{kOne, kTwo});
  CHECK(decode_settings(encode(*decoded.record)).record == decoded.record);
}

TEST_CASE("what names no commit is told") {
  const std::string wanted =
      "type/mismatch: \"wrong\" must be a list of commits, each with its 40 digits: 0-9 and a-f";
  CHECK(problem("[clock]\nwrong = \"" + kOne + "\"\n") == wanted);
  CHECK(problem("[clock]\nwrong = [\"1a2b3c4\"]\n") == wanted);
  CHECK(problem("[clock]\nwrong = [1]\n") == wanted);
  CHECK(problem("[clock]\nwrong = [\"" + std::string(40, 'A') + "\"]\n") == wanted);
  CHECK(problem("[[clock]]\nwrong = []\n") == "type/mismatch: \"clock\" must be a table: [clock]");
  CHECK(problem("[clock]\nright = []\n").starts_with("key/unknown: "));
}

TEST_CASE("one more is named, and the rest of the file stays byte for byte") {
  const std::string plain = kWords + "# the end, without a line break";
  CHECK(with_wrong_stamp(plain, kOne) == plain + "\n\n[clock]\nwrong = [\"" + kOne + "\"]\n");
  const std::string there = kWords + "\n[clock] # wrong ones\nwrong = [\n  \"" + kOne +
                            "\",\n]  # that is all\n\n[query]\nx = \"yes\"\n";
  CHECK(with_wrong_stamp(there, kTwo) == kWords + "\n[clock] # wrong ones\nwrong = [\n  \"" + kOne +
                                             "\", \"" + kTwo +
                                             "\",\n]  # that is all\n\n[query]\nx = \"yes\"\n");
  const std::string empty = kWords + "[clock]\nwrong = [ ]\n";
  CHECK(with_wrong_stamp(empty, kOne) == kWords + "[clock]\nwrong = [\"" + kOne + "\"]\n");
  CHECK(with_wrong_stamp(kWords + "[clock]\n", kOne) == std::nullopt);
  CHECK(with_wrong_stamp("no settings", kOne) == std::nullopt);
}
