// SPDX-License-Identifier: MIT
#include "store/store.h"

#include <ctime>

#include "store/author.h"
#include "store/index_history.h"
#include "store/process.h"
#include "store/records_index.h"
#include "store/repository.h"
#include "store/state.h"
#include "store/tree_changes.h"
#include "store/unknown_revision.h"
#include "store/worktree.h"

namespace aver::store {
namespace {

namespace fs = std::filesystem;

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// The start of the day after `day`, local time, in seconds since 1970.
std::int64_t end_of(claims::Day day) {
  const std::chrono::year_month_day date{day + std::chrono::days{1}};
  std::tm local{};
  local.tm_year = static_cast<int>(date.year()) - 1900;
  local.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  local.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
  local.tm_isdst = -1;
  return mktime(&local) - 1;
}

// "main~50000" by the index, if it is there: libgit2 reads each commit on the way. Nothing where
// that is not what the revision is, or not far enough to be worth it.
std::optional<CommitId> far_ancestor(const Store& store, std::string_view revision) {
  constexpr std::size_t kFar = 300;
  constexpr std::size_t kMostDigits = 9;
  const std::size_t tilde = revision.rfind('~');
  if (tilde == revision.npos || tilde == 0) return std::nullopt;
  const std::string_view digits = revision.substr(tilde + 1);
  if (digits.empty() || digits.size() > kMostDigits ||
      digits.find_first_not_of("0123456789") != digits.npos) {
    return std::nullopt;
  }
  const std::size_t steps = std::stoul(std::string(digits));
  if (steps < kFar) return std::nullopt;
  const std::string_view from = revision.substr(0, tilde);
  if (from.find(':') != from.npos) return std::nullopt;  // ":/words~300" looks for words
  try {
    const CommitId commit = store.view(from).commit();
    std::optional<HistoryIndex> index = HistoryIndex::with_both(store, commit, commit);
    return index ? index->first_parent(commit, steps) : std::nullopt;
  } catch (const StoreError&) {
    return std::nullopt;  // to be told of the revision as it was given
  }
}

}  // namespace

Store::Store(std::unique_ptr<Repository> repository)
    : repository_(std::move(repository)), records_(std::make_unique<RecordsIndex>(*repository_)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Store Store::open(const fs::path& start) {
  Store store(std::make_unique<Repository>(Repository::find(start)));
  if (!store.view().blob_id("aver.toml")) {
    throw StoreError(Fault::not_found,
                     "this is no aver store: the repository at " + store.root().string() +
                         " has no aver.toml in its last commit",
                     {}, "aver init");
  }
  return store;
}

bool Store::bare() const { return repository_->bare(); }

fs::path Store::root() const {
  fs::path root = bare() ? repository_->git_dir() : repository_->work_tree();
  return root.has_filename() ? root : root.parent_path();  // libgit2 ends folders in "/"
}

fs::path Store::git_dir() const { return repository_->git_dir(); }

RecordsIndex& Store::records() const { return *records_; }

fs::path Store::private_dir() const { return repository_->common_dir() / "aver"; }

Head Store::head() const {
  return aim_.empty() ? repository_->head() : repository_->branch_head(aim_);
}

std::string Store::branch() const { return head().branch(); }

void Store::aim_at(const std::string& branch) {
  aim_.clear();
  if (branch.empty() || repository_->head().branch() == branch) return;
  const std::string ref = "refs/heads/" + branch;
  git_reference* raw = nullptr;
  const int found = git_reference_lookup(&raw, repository_->get(), ref.c_str());
  const GitReference owner(raw);
  if (found == GIT_ENOTFOUND) {
    git_error_clear();
    throw StoreError(Fault::not_found, "there is no branch " + branch, {}, "git branch --all");
  }
  check(found, "reading " + ref);
  const int elsewhere = git_branch_is_checked_out(owner.get());
  if (elsewhere < 0) git_error_clear();
  if (elsewhere == 1) {
    throw StoreError(Fault::conflict, branch + " is checked out in another work tree", {},
                     "git worktree list says where; go on there");
  }
  aim_ = ref;
}

std::string Store::checked_out() const { return repository_->head().branch(); }

std::string Store::user() const {
  const Author who = AuthorQuestion(repository_->directory()).finish();
  return std::string(who.author->name) + " <" + who.author->email + ">";
}

bool Store::has_work_tree() const { return !bare() && aim_.empty(); }

View Store::view_of(const Head& head) const {
  auto state = std::make_shared<View::State>();
  state->repository = repository_.get();
  state->index = records_.get();
  state->odb =
      acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository_->get());
  if (!head.unborn) {
    state->commit = to_hex(head.tip);
    state->handle = acquire<GitCommit>("reading the last commit", git_commit_lookup,
                                       repository_->get(), &head.tip);
    state->root = acquire<GitTree>(
        "reading the last commit",
        [](git_tree** tree, const git_commit* commit) { return git_commit_tree(tree, commit); },
        state->handle.get());
  }
  return View(std::move(state));
}

View Store::view() const { return view_of(head()); }

View Store::view(std::string_view revision) const {
  if (std::optional<CommitId> far = far_ancestor(*this, revision)) {
    Head head;
    head.tip = from_hex(*far);
    return view_of(head);
  }
  const std::string text(revision);
  git_object* raw = nullptr;
  int code = git_revparse_single(&raw, repository_->get(), text.c_str());
  const GitObject object(raw);
  git_object* peeled = nullptr;
  if (code == 0) code = git_object_peel(&peeled, object.get(), GIT_OBJECT_COMMIT);
  const GitObject commit(peeled);
  if (is_damage(code)) check(code, "reading the commit that \"" + text + "\" names");
  const std::string words = code < 0 ? last_git_words() : "";
  if (code == GIT_EAMBIGUOUS) {
    throw StoreError(Fault::ambiguous, "the revision \"" + text + "\" could mean several commits",
                     {words}, "write more of it: git rev-parse --disambiguate=" + text);
  }
  if (code < 0) throw unknown_revision(*repository_, text, words);
  Head head;
  head.tip = *git_object_id(commit.get());
  return view_of(head);
}

View Store::same(const View& view) const {
  view.state_->wait_until_written();
  auto state = std::make_shared<View::State>();
  state->repository = repository_.get();
  state->odb =
      acquire<GitOdb>("opening the objects of the store", git_repository_odb, repository_->get());
  state->commit = view.commit();
  if (view.state_->handle) {
    state->handle = acquire<GitCommit>("reading a commit", git_commit_lookup, repository_->get(),
                                       git_commit_id(view.state_->handle.get()));
  }
  if (view.state_->root) {
    state->root = acquire<GitTree>("reading a commit", git_tree_lookup, repository_->get(),
                                   git_tree_id(view.state_->root.get()));
  }
  return View(std::move(state));
}

bool Store::view_is_commit(const View& view) const {
  return view.state_->handle && view.state_->root &&
         git_oid_equal(git_commit_tree_id(view.state_->handle.get()),
                       git_tree_id(view.state_->root.get())) != 0;
}

View Store::view_known_on(claims::Day day) const {
  const Head head = this->head();
  if (head.unborn) return view_of(head);
  if (auto index = HistoryIndex::with(*this, to_hex(head.tip))) {
    if (const std::optional<CommitId> commit = index->known_at(to_hex(head.tip), end_of(day))) {
      Head known;
      known.unborn = commit->empty();
      if (!commit->empty()) known.tip = from_hex(*commit);
      return view_of(known);
    }
  }
  const RunResult found = run_git({"rev-list", "-1", "--first-parent",
                                   "--min-age=" + std::to_string(end_of(day)), to_hex(head.tip)},
                                  {.directory = repository_->directory()});
  if (!found.ok()) {
    throw StoreError(Fault::corrupt, "git could not walk the history", {first_line(found.errors)});
  }
  const std::string commit = first_line(found.output);
  Head known;
  known.unborn = commit.empty();
  if (!commit.empty()) known.tip = from_hex(commit);
  return view_of(known);
}

std::optional<std::string> Store::read_work_tree(std::string_view path) const {
  if (!has_work_tree()) return std::nullopt;
  const WorkTree work_tree(*repository_);
  std::optional<std::string> bytes = work_tree.read(std::string(path));
  if (!bytes) {
    if (const auto blob = work_tree.left_out(std::string(path))) return view().read_blob(*blob);
  }
  return bytes;
}

std::vector<ChangedPath> Store::changes(const View& before, const View& after,
                                        std::string_view below) const {
  std::vector<ChangedPath> found;
  add_changes(*repository_, before.state_->tree(below), after.state_->tree(below),
              std::string(below), found);
  return found;
}

UnhashedReading::UnhashedReading() { git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0); }

UnhashedReading::~UnhashedReading() {
  git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
}

RepeatedReading::RepeatedReading(const Store&) {
  constexpr std::size_t kSmall = 4096;
  constexpr std::ptrdiff_t kRoom = 64 << 20;
  git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_BLOB, kSmall);
  git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, kRoom);
}

RepeatedReading::~RepeatedReading() {
  git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_BLOB, std::size_t{0});
}

}  // namespace aver::store
