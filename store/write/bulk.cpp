// SPDX-License-Identifier: MIT
//
// Edits and commits of a bulk write; bulk_publish.cpp has how they come onto the branch.
#include "store/bulk.h"

#include <charconv>
#include <cstdlib>
#include <ctime>

#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "store/objects/sha1.h"
#include "store/process.h"
#include "store/repository/filters.h"
#include "store/view/state.h"
#include "store/write/branch_update.h"
#include "store/write/bulk_state.h"
#include "store/write/clean_contents.h"
#include "store/write/commit_hooks.h"
#include "store/write/journal.h"
#include "store/write/stamp.h"

namespace aver::store {
namespace {

// Of trees, in memory. A tree takes some 50 bytes an entry.
constexpr std::size_t kFolderBudget = 64 << 20;

// Edits that wait in memory for one commit; with more of them, folders are written in between.
constexpr std::size_t kMostUnwritten = 200'000;

// Paths that git is asked about at once.
constexpr std::size_t kMostUnasked = 20'000;

[[noreturn]] void misused(const std::string& what) { throw StoreError(Fault::bug, what); }

void require_plain(std::string_view path) {
  if (!claims::is_plain_path(path)) misused("an edit has the path \"" + std::string(path) + "\"");
}

void append_offset(std::string& to, int minutes) {
  to += minutes < 0 ? '-' : '+';
  const int positive = std::abs(minutes);
  for (const int digit : {positive / 600, positive / 60 % 10, positive % 60 / 10, positive % 10}) {
    to += static_cast<char>('0' + digit);
  }
}

// "Ada Fields <ada@example.org> 1700000000 +0100"
std::string stamp(const git_signature& who, std::int64_t time, int offset) {
  std::string line = std::string(who.name) + " <" + who.email + "> " + std::to_string(time) + " ";
  append_offset(line, offset);
  return line;
}

std::string git_date(std::int64_t time, int offset) {
  std::string date = "@" + std::to_string(time) + " ";
  append_offset(date, offset);
  return date;
}

std::optional<git_oid> tree_of(const Repository& repository, const git_oid& commit) {
  const auto handle =
      acquire<GitCommit>("reading the tip", git_commit_lookup, repository.get(), &commit);
  return *git_commit_tree_id(handle.get());
}

}  // namespace

Bulk::State::State(Store& to)
    : store(to),
      repository(*to.repository_),
      who(AuthorQuestion(repository.directory()).finish()),
      began_at(std::time(nullptr)),
      fixed_time(std::getenv("GIT_AUTHOR_DATE") != nullptr ||
                 std::getenv("GIT_COMMITTER_DATE") != nullptr),
      packs(repository) {
  if (store.has_work_tree() || store.bare()) refuse_while_under_way(repository);
  clear_leftovers(repository);
  hooks.emplace(repository, who.hooks_path);
  begin_on(store.head());
  base = store.head();
}

void Bulk::State::require_unasked_unfiltered() {
  over = true;  // unless all are
  require_unfiltered(repository, store.has_work_tree(), store.view_of(base), unasked);
  over = false;
  unasked.clear();
  has_asked = true;
}

void Bulk::State::require_going_on() const {
  if (over) misused("a bulk write went on after its end");
}

void Bulk::State::begin_on(const Head& head) {
  base = head;
  tip.reset();
  tree.reset();
  if (!head.unborn) {
    tip = head.tip;
    tree = tree_of(repository, head.tip);
  }
  root = tree;
  stamps.emplace(store, head.unborn ? CommitId() : to_hex(head.tip),
                 [this] { return wrong_stamps(store.view(to_hex(base.tip)), {}); });
  folders.emplace(
      root, [this](const git_oid& id) { return packs.read_tree(id); }, kFolderBudget);
}

void Bulk::State::set(std::string_view path, const std::optional<TreeEditor::File>& file) {
  folders->set(path, file);
  ++edits;
  if (++unwritten >= kMostUnwritten) write_folders();
}

void Bulk::State::put(Packed type, const git_oid& id, std::string_view bytes) {
  over = true;  // a tree without its blob must never be published: on a full disk this is the end
  packs.put(type, id, bytes);
  over = false;
}

void Bulk::State::write_folders() {
  over = true;
  const auto written = folders->write([this](const TreeVersion& folder) { packs.put(folder); });
  over = false;
  if (written) root = written;
  unwritten = 0;
}

void Bulk::State::commit(const std::string& author, const std::string& committer,
                         std::string_view message) {
  buffer.assign("tree ").append(to_hex(*root)).append("\n");
  if (tip) buffer.append("parent ").append(to_hex(*tip)).append("\n");
  buffer.append("author ").append(author).append("\ncommitter ").append(committer).append("\n\n");
  buffer.append(message);
  const git_oid id = object_id("commit", buffer);
  put(Packed::commit, id, buffer);
  tip = id;
  tree = root;
  ++commits;
}

git_oid Bulk::State::signed_commit(const std::string& message, const CommitTimes& times) {
  packs.publish();  // git must see the tree
  std::vector<std::string> words = {"commit-tree", "-S"};
  if (tip) words.insert(words.end(), {"-p", to_hex(*tip)});
  words.push_back(to_hex(*root));
  RunOptions options{.directory = repository.directory(), .input = message};
  if (times.authored) {
    options.environment.emplace_back("GIT_AUTHOR_DATE", git_date(*times.authored, times.offset));
  }
  if (times.committed) {
    options.environment.emplace_back("GIT_COMMITTER_DATE",
                                     git_date(*times.committed, times.offset));
  }
  const RunResult result = run_git(words, options);
  if (!result.ok()) {
    throw StoreError(Fault::refused, "the commit could not be signed, as commit.gpgSign asks",
                     {claims::first_line(result.errors)},
                     "git config commit.gpgSign, git config user.signingKey");
  }
  return from_hex(claims::first_line(result.output));
}

Bulk::Bulk(Store& store) : state_(std::make_unique<State>(store)) {}
Bulk::~Bulk() = default;
Bulk::Bulk(Bulk&&) noexcept = default;
Bulk& Bulk::operator=(Bulk&&) noexcept = default;

void Bulk::add(std::string_view path, std::string_view bytes, std::optional<FileMode> mode) {
  State& state = *state_;
  state.require_going_on();
  require_plain(path);
  std::optional<std::string> as_git_has_it;
  if (mode != FileMode::link) {
    as_git_has_it = cleaned(state.repository, std::string(path), bytes);
    if (as_git_has_it) bytes = *as_git_has_it;
  }
  const git_oid id = object_id("blob", bytes);
  const std::optional<TreeEditor::File> now = state.folders->file(path);
  TreeEditor::File file{id, FileMode::plain};
  if (now && now->mode == FileMode::executable) file.mode = FileMode::executable;
  if (mode) file.mode = *mode;
  if (now && git_oid_equal(&now->id, &id) && now->mode == file.mode) return;
  state.set(path, file);
  state.put(Packed::blob, id, bytes);
  ++state.counts.files;
  state.unasked.emplace_back(path);
  if (state.unasked.size() == kMostUnasked) state.require_unasked_unfiltered();
}

void Bulk::remove(std::string_view path) {
  State& state = *state_;
  state.require_going_on();
  require_plain(path);
  if (!state.folders->file(path)) return;
  state.set(path, std::nullopt);
  ++state.counts.files;
}

std::optional<BlobId> Bulk::blob_id(std::string_view path) const {
  const std::optional<TreeEditor::File> file = state_->folders->file(path);
  if (!file) return std::nullopt;
  return to_hex(file->id);
}

BlobId Bulk::blob_id_of(std::string_view bytes) { return to_hex(object_id("blob", bytes)); }

bool Bulk::commit(std::string_view message, const CommitTimes& times) {
  State& state = *state_;
  state.require_going_on();
  state.edits = 0;
  if (!state.has_asked) state.require_unasked_unfiltered();  // early, for what is told is long
  state.write_folders();
  if (!state.root) return false;  // nothing, and nothing before it
  if (state.tree && git_oid_equal(&*state.tree, &*state.root)) return false;
  while (message.ends_with('\n')) message.remove_suffix(1);
  if (message.find_first_not_of(" \t\r\n\v\f") == message.npos) {
    throw StoreError(Fault::usage, "the commit's message is empty");
  }
  const std::string text = CommitHooks(state.repository, *state.hooks, CommitHooks::Of::commit)
                               .run_for_message(std::string(message) + "\n");
  state.subject = claims::first_line(text);
  const std::int64_t passed =
      state.fixed_time ? 0 : static_cast<std::int64_t>(std::time(nullptr)) - state.began_at;
  state.stamps->require_good(times.committed.value_or(state.who.committer->when.time + passed));
  if (state.who.sign) {
    if (state.commits > 0) {
      throw StoreError(Fault::refused,
                       "commit.gpgSign asks for signed commits, and thousands are not to be had",
                       {},
                       "make it one commit, or, for this once: GIT_CONFIG_COUNT=1 "
                       "GIT_CONFIG_KEY_0=commit.gpgSign GIT_CONFIG_VALUE_0=false aver …");
    }
    state.tip = state.signed_commit(text, times);
    state.tree = state.root;
    ++state.commits;
  } else {
    const auto line = [&](const git_signature& who, const std::optional<std::int64_t>& given) {
      return given ? stamp(who, *given, times.offset)
                   : stamp(who, who.when.time + passed, who.when.offset);
    };
    state.commit(line(*state.who.author, times.authored),
                 line(*state.who.committer, times.committed), text);
  }
  ++state.counts.commits;
  return true;
}

CommitId Bulk::checkpoint() {
  State& state = *state_;
  state.require_going_on();
  if (state.edits > 0) misused("a checkpoint with edits that are not committed");
  state.checkpoint();
  return state.base.unborn ? CommitId() : to_hex(state.base.tip);
}

CommitId Bulk::finish() {
  CommitId tip = checkpoint();
  state_->over = true;
  return tip;
}

const Bulk::Counts& Bulk::counts() const {
  state_->counts.objects = state_->packs.objects();
  state_->counts.pack_bytes = state_->packs.bytes();
  return state_->counts;
}

}  // namespace aver::store
