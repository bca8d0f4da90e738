// SPDX-License-Identifier: MIT
//
// The one place that reads words of git's: they are asked for in English (LC_ALL=C), and a release
// of git may change them, so each stands here once.
#include "store/git_words.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace aver::store {
namespace {

bool has_any(const std::string& text, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const char* one) { return text.find(one) != text.npos; });
}

constexpr auto kOthersWereQuicker = {"stale info",
                                     "fetch first",
                                     "non-fast-forward",
                                     "already exists",
                                     "atomic transaction failed",
                                     "cannot lock ref",
                                     "failed to update ref"};

}  // namespace

bool says_owned_by_another(const RunResult& git) {
  return has_any(git.errors, {"dubious ownership"});
}

bool says_unknown_revision(const RunResult& git) {
  return has_any(git.errors, {"bad revision", "unknown revision", "ambiguous argument"});
}

// "fatal: Unable to create '/…/.git/index.lock': File exists." A lock that was had, and could not
// be written, has other words.
bool says_index_lock_failed(const RunResult& git) {
  const std::size_t begin = git.errors.find("Unable to create '");
  return begin != git.errors.npos && git.errors.find("index.lock'", begin) != git.errors.npos;
}

bool says_index_is_locked(const RunResult& git) {
  return says_index_lock_failed(git) && has_any(git.errors, {"index.lock': File exists"});
}

bool says_would_overwrite(const RunResult& git) { return has_any(git.errors, {"overwritten"}); }

bool says_would_lose_files(const RunResult& git) {
  return has_any(git.errors, {"not uptodate", "overwritten", "would be"});
}

bool says_nobody_is_known(const RunResult& git) {
  return has_any(git.errors, {"tell me who you are", "empty ident", "auto-detect email"});
}

bool says_out_of_memory(const RunResult& program) {
  return has_any(program.errors, {"emory", "bad_alloc"});
}

bool says_signing_failed(const RunResult& git) { return has_any(git.errors, {"sign", "gpg"}); }

bool says_others_were_quicker(const RunResult& git) {
  return has_any(git.output, kOthersWereQuicker);
}

bool says_no_atomic_push(const RunResult& git) {
  return has_any(git.errors, {"does not support --atomic"});
}

// "!", the source and the reference, and why: parted by tabs.
std::vector<UnmovedRef> unmoved_refs(const RunResult& git) {
  constexpr std::string_view kUnmoved = "!\t";
  std::vector<UnmovedRef> found;
  std::string_view rest = git.output;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.starts_with(kUnmoved)) continue;
    line.remove_prefix(kUnmoved.size());
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::size_t colon = line.substr(0, tab).find(':');
    UnmovedRef& one = found.emplace_back();
    one.ref = line.substr(colon + 1, tab - colon - 1);
    one.words = line.substr(std::min(tab + 1, line.size()));
    if (has_any(one.words, {"atomic push fail"})) one.why = UnmovedRef::Why::beside;
    if (has_any(one.words, kOthersWereQuicker)) one.why = UnmovedRef::Why::moved;
  }
  return found;
}

}  // namespace aver::store
