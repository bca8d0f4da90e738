// SPDX-License-Identifier: MIT
//
// Lists tags with one `git for-each-ref`, makes them with `git tag`, and counts records tree by
// tree, each tree once.
#include "store/editions.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string_view>

#include "claims/text/lines.h"
#include "claims/text/record_folders.h"
#include "store/git_words.h"
#include "store/given_words.h"
#include "store/process.h"
#include "store/store.h"

namespace aver::store {
namespace {

// What is asked of each tag. NUL parts the fields: a tagger's name may have any other byte.
constexpr std::size_t kFields = 10;
constexpr const char* kFormat =
    "--format=%(refname:strip=2)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00"
    "%(*objectname)%00%(taggername)%00%(taggeremail:trim)%00%(taggerdate:unix)%00"
    "%(if)%(contents:signature)%(then)signed%(end)%00%(contents:subject)%00";

// The fields of each tag; git ends those of one with a line break.
std::vector<std::array<std::string, kFields>> tags_in(std::string_view listed) {
  std::vector<std::array<std::string, kFields>> tags;
  while (!listed.empty()) {
    std::array<std::string, kFields> fields;
    for (std::string& field : fields) {
      const std::size_t end = std::min(listed.find('\0'), listed.size());
      field = listed.substr(0, end);
      listed.remove_prefix(std::min(end + 1, listed.size()));
    }
    if (listed.starts_with('\n')) listed.remove_prefix(1);
    tags.push_back(std::move(fields));
  }
  return tags;
}

RunResult git(const Store& store, std::vector<std::string> words) {
  return run_git(std::move(words), {.directory = store.root().string(), .in_english = true});
}

// Whether there is any tag, as git keeps them: files, or lines of one file. Spares starting git in
// most stores.
bool has_tags(const Store& store) {
  namespace fs = std::filesystem;
  const fs::path common = store.private_dir().parent_path();
  std::error_code error;
  if (fs::exists(common / "refs" / "tags", error) && !fs::is_empty(common / "refs" / "tags", error))
    return true;
  std::ifstream packed(common / "packed-refs", std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(packed), {});
  return text.find(" refs/tags/") != text.npos;
}

[[noreturn]] void bad_name(const std::string& name, const std::string& why,
                           const std::string& instead) {
  throw StoreError(Fault::usage, "\"" + name + "\" is no name for an edition: " + why, {},
                   "aver tag " + instead);
}

// What --known-at takes for a date, or for what is checked out, is never looked up as a tag.
bool reads_as_a_date(const std::string& name) {
  return name.size() >= 4 && name.find_first_not_of("0123456789-") == name.npos &&
         (name.size() == 4 || name[4] == '-');
}

bool is_set(const Store& store, const std::string& key) {
  return claims::first_line(git(store, {"config", "--type=bool", key}).output) == "true";
}

void count_folder(const View& view, const std::string& folder, RecordCounts& counts,
                  std::map<std::pair<std::string, ObjectId>, RecordCounts>& known);

void count_entry(const View& view, const std::string& path, const DirEntry& entry,
                 RecordCounts& counts,
                 std::map<std::pair<std::string, ObjectId>, RecordCounts>& known) {
  using claims::RecordKind;
  if (entry.folder) {
    const auto [found, is_new] = known.try_emplace({path, entry.id});
    if (is_new) count_folder(view, path, found->second, known);
    const RecordCounts& more = found->second;
    counts.claims += more.claims;
    counts.stances += more.stances;
    counts.actors += more.actors;
    counts.sources += more.sources;
    counts.reviews += more.reviews;
    return;
  }
  const auto record = claims::record_at(path);
  if (!record) return;
  switch (record->kind) {
    case RecordKind::claim:
      ++counts.claims;
      break;
    case RecordKind::stance:
      ++counts.stances;
      break;
    case RecordKind::actor:
      ++counts.actors;
      break;
    case RecordKind::source:
      ++counts.sources;
      break;
    case RecordKind::review:
      ++counts.reviews;
      break;
  }
}

void count_folder(const View& view, const std::string& folder, RecordCounts& counts,
                  std::map<std::pair<std::string, ObjectId>, RecordCounts>& known) {
  for (const DirEntry& entry : view.list(folder)) {
    count_entry(view, folder + "/" + entry.name, entry, counts, known);
  }
}

}  // namespace

Editions editions(const Store& store, const std::string& within) {
  if (!has_tags(store)) return {};
  std::vector<std::string> words = {"for-each-ref", "--sort=refname", "--sort=taggerdate", kFormat};
  if (!within.empty()) words.push_back("--merged=" + within);
  words.emplace_back("refs/tags");
  const RunResult listed = git(store, std::move(words));
  if (!listed.ok()) {
    throw StoreError(Fault::corrupt, "git could not list the tags",
                     {claims::first_line(listed.errors)});
  }
  Editions found;
  for (const std::array<std::string, kFields>& fields : tags_in(listed.output)) {
    if (fields[1] == "commit") found.lightweight.push_back(fields[0]);
    if (fields[1] != "tag") continue;
    Edition edition{fields[0], fields[2], fields[4], fields[5],
                    fields[6], 0,         fields[9], fields[8] == "signed"};
    edition.tagged_at = std::atoll(fields[7].c_str());
    if (fields[3] == "tag") {  // of another tag: git peels once
      const RunResult peeled =
          git(store, {"rev-parse", "-q", "--verify", edition.tag + "^{commit}"});
      if (!peeled.ok()) continue;
      edition.commit = claims::first_line(peeled.output);
    } else if (fields[3] != "commit") {
      continue;
    }
    found.all.push_back(std::move(edition));
  }
  return found;
}

void require_edition_name(const Store& store, const std::string& name) {
  if (reads_as_a_date(name) || name == "today" || name == "yesterday") {
    bad_name(name, "--known-at takes it for a date", "edition-" + name);
  }
  if (name == "HEAD" || name == "@") bad_name(name, "git means what is checked out by it", "v1");
  const bool begins_badly = name.starts_with('-');
  if (begins_badly || !git(store, {"check-ref-format", "refs/tags/" + name}).ok()) {
    bad_name(name, "git takes no tag of that name", "v1");
  }
  if (git(store, {"rev-parse", "-q", "--verify", "refs/tags/" + name}).ok()) {
    throw StoreError(Fault::usage,
                     "there is an edition " + name + " already, and editions stay as they are", {},
                     "aver tag, which lists them; and another name");
  }
  if (git(store, {"rev-parse", "-q", "--verify", "refs/heads/" + name}).ok()) {
    throw StoreError(Fault::usage, "there is a branch " + name + ": the two would be mixed up", {},
                     "aver tag edition-" + name);
  }
}

Edition make_edition(const Store& store, const std::string& name, const CommitId& commit,
                     const std::string& message, bool sign) {
  require_edition_name(store, name);
  const bool wants_signature =
      sign || is_set(store, "tag.gpgSign") || is_set(store, "tag.forceSignAnnotated");
  std::vector<std::string> words = {"tag", "--annotate", "--cleanup=whitespace", "-m", message};
  if (sign) words.emplace_back("--sign");
  const RunResult made = git(store, with_given(std::move(words), {name, commit}));
  if (!made.ok()) {
    std::string why = made.errors;
    while (why.ends_with('\n')) why.pop_back();
    const bool signing = says_signing_failed(made);
    const std::string last = claims::last_line(why);
    if (says_nobody_is_known(made)) {
      throw StoreError(Fault::identity, "git does not know who you are", {last},
                       "git config --global user.name \"Your Name\"; git config --global "
                       "user.email you@example.org");
    }
    throw StoreError(Fault::refused,
                     signing ? "the edition could not be signed" : "git did not make the edition",
                     {claims::first_line(why)},
                     signing ? "git config user.signingKey, git config gpg.format" : "");
  }
  for (Edition& edition : editions(store).all) {
    if (edition.name != name) continue;
    if (!wants_signature || edition.has_signature) return std::move(edition);
    // git 2.39 makes the tag even where ssh-keygen could not sign it.
    git(store, with_given({"update-ref", "-d"}, {"refs/tags/" + name, edition.tag}));
    throw StoreError(Fault::refused, "the edition could not be signed",
                     {claims::first_line(made.errors)},
                     "git config user.signingKey, git config gpg.format");
  }
  throw StoreError(Fault::locked, "the edition " + name + " was removed as soon as it was made");
}

struct RecordCounter::Memory {
  std::map<std::pair<std::string, ObjectId>, RecordCounts> folders;
};

RecordCounter::RecordCounter() : memory_(std::make_unique<Memory>()) {}
RecordCounter::~RecordCounter() = default;

RecordCounts RecordCounter::count(const View& view) {
  RecordCounts counts;
  for (const DirEntry& entry : view.list("")) {
    if (!entry.folder || !claims::is_in_record_folder(entry.name)) continue;
    count_entry(view, entry.name, entry, counts, memory_->folders);
  }
  return counts;
}

}  // namespace aver::store
