// SPDX-License-Identifier: MIT
//
// Makes stores of any size for measuring: the same bytes on every machine.
#pragma once

#include <filesystem>
#include <string>

namespace aver::bench {

struct Size {
  std::string name;
  std::size_t claims = 0;
  bool commit_each = true;   // one commit a record; else one in all
  bool much_on_one = false;  // a tenth of the stances cite one source, kMuchCited
};
inline constexpr const char* kMuchCited = "2024/s000";

inline constexpr std::size_t kStancesPerClaim = 5;
inline constexpr std::size_t kFolder = 1000;  // claims a topic folder has at the most

// The id of the n-th claim: "t003/c000123".
std::string claim_id(std::size_t number);

// Writes a bare store to `place`: actors, sources, claims, and five
// times as many stances, skewed towards the first claims (of 20,000, the first has about 3,700).
// Does nothing where it is there already.
void generate(const Size& size, const std::filesystem::path& place);

// The same as a stream for `git fast-import`.
void write_stream(const Size& size, const std::filesystem::path& file);

// An empty bare repository, in place of whatever is there.
void make_bare(const std::filesystem::path& place);

// A bare store of evidence: 2,000 sources with captures of 10 kB, 20,000 stances that quote them
// (two thirds byte for byte, the others as people type them), and a last commit that records one
// more.
inline constexpr std::size_t kCaptures = 2000;
inline constexpr std::size_t kCaptureSize = 10000;
inline constexpr std::size_t kQuotes = 20000;
void generate_quotes(const std::filesystem::path& place);

}  // namespace aver::bench
