// SPDX-License-Identifier: MIT
//
// A store: a git repository with aver.toml at its root. Open it, view it at a revision, commit to
// it.
//
// A view decodes only what it is asked for. A commit touches only the trees on the way to its
// paths, moves the branch by compare-and-swap, and brings the work tree along for just those paths.
// Nothing a user has not committed is ever overwritten. libgit2's index, checkout and status are
// never used.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "claims/check/check.h"
#include "claims/check/clock.h"
#include "claims/records/codec.h"
#include "claims/records/records.h"
#include "claims/settings/settings.h"
#include "claims/text/id.h"
#include "store/error.h"
#include "store/values.h"
#include "store/watcher.h"

namespace aver::store {

class RecordsIndex;  // records_index.h
class Repository;    // private: the libgit2 handles
class Store;
struct Head;

// What a view is read under: each folder that is read is changed by it first ("without this
// source"). Several threads may ask it.
class Assumption {
 public:
  virtual ~Assumption() = default;
  virtual void change(claims::ClaimFolder& folder) const = 0;
  // Is told of each folder that an answer is about, after the change.
  virtual void shown(const claims::ClaimFolder& folder) const = 0;
};

// The store at one revision. Cheap to make and to copy; reads on demand. Lives no longer than its
// Store.
class View {
 public:
  struct State;  // private to store/

  const CommitId& commit() const;     // empty for the empty view of an unborn branch
  ObjectId tree() const;              // likewise
  std::int64_t committed_at() const;  // committer's stamp, seconds since 1970
  std::string message() const;
  std::vector<CommitId> parents() const;

  // The bytes of the file at `path`, or nothing where there is none.
  std::optional<std::string> read(std::string_view path) const;
  std::optional<BlobId> blob_id(std::string_view path) const;
  std::optional<FileEntry> file(std::string_view path) const;  // with its mode

  // The entries of a folder in git's order; empty where there is none.
  std::vector<DirEntry> list(std::string_view folder) const;

  // aver.toml, decoded once. Throws StoreError(corrupt) where it is unreadable or of a newer
  // format.
  const claims::Settings& settings() const;
  const claims::Vocabulary& vocabulary() const { return settings().vocabulary; }

  bool has(const claims::RecordRef& record) const;

  // A record by its id, or nothing where there is none. Its errors are in `problems`.
  std::optional<claims::Decoded<claims::Claim>> claim(std::string_view id) const;
  std::optional<claims::Decoded<claims::Stance>> stance(std::string_view id) const;
  std::optional<claims::Decoded<claims::Actor>> actor(std::string_view id) const;
  std::optional<claims::Decoded<claims::Source>> source(std::string_view id) const;

  // A claim with all its stances, in file order (claims::file_order_less). Unreadable files are
  // left out of the folder and named in `problems`. Reads only that one folder.
  struct Folder {
    claims::ClaimFolder folder;
    claims::Diagnostics problems;
  };
  // Where `mentioning` is given, only the stances whose text has that word in it, or, where it is
  // an actor, one of the ids that lead to it.
  std::optional<Folder> folder(std::string_view claim_id, std::string_view mentioning = "") const;
  // The same with any of several words.
  std::optional<Folder> folder(std::string_view claim_id, const std::set<std::string>& any) const;

  // The same with these stances alone; `names` are in file order.
  std::optional<Folder> folder_with(std::string_view claim_id,
                                    const std::vector<std::string>& names,
                                    const std::set<std::string>& any = {""}) const;

  // The files of a folder that matter to a question, by blob, as an index knows them.
  struct Known {
    BlobId claim;                                         // empty: there is no claim.toml
    std::vector<std::pair<std::string, BlobId>> stances;  // names, in file order
  };
  // The same of these files, which are read without the trees on the way to them.
  std::optional<Folder> known_folder(std::string_view claim_id, const Known& known) const;

  // Names of the stances in a claim's folder, in file order, without reading them.
  std::vector<std::string> stance_names(std::string_view claim_id) const;

  // All ids of a kind (claim, stance, actor, source), sorted. Walks trees, reads no blob.
  std::vector<std::string> ids(claims::RecordKind kind) const;

  // Ids equal to `name`, or else all those that end in "/" + name. A whole id costs one look-up;
  // any other walks trees, unless there is an index.
  std::vector<std::string> find(claims::RecordKind kind, std::string_view name) const;

  // The ids of records of the kind that may once have had the id, by what the index knows: all that
  // have had it are among them.
  std::vector<std::string> may_have_been(claims::RecordKind kind, std::string_view id) const;

  // The actor that an id leads to: the one that has it, or the one that has it among its aliases,
  // as `aver actor merge` leaves it. The id itself where that is none, or several. Stances read by
  // a view name their holder, speaker and reporters by these ids.
  const std::string& actor_of(const std::string& id) const;

  // All ids that lead to an actor without being its own, each with the actor.
  std::map<std::string, std::string> former_actors() const;

  // All that have the id among their aliases, also where an actor has it as its own.
  std::vector<std::string> actors_once_called(const std::string& id) const;

  // Under which ids records may name the actor: its own, and those that lead to it.
  const std::vector<std::string>& ids_of_actor(const std::string& id) const;

  // Calls `visit` with the id of every claim whose folder has a record in it and is `topic` or
  // below it ("" is all), in the order of the folders; stops when it returns false. Reads no blob.
  void each_claim(std::string_view topic,
                  const std::function<bool(const std::string&)>& visit) const;

  // Calls `visit` for every file below `folder` ("" is all), in path order. Stops when it returns
  // false.
  using Visit = std::function<bool(const std::string& path, const BlobId& blob)>;
  void walk(std::string_view folder, const Visit& visit) const;

  // The bytes of a blob. Throws StoreError(corrupt) where it cannot be read.
  std::string read_blob(const BlobId& blob) const;
  bool has_blob(const BlobId& blob) const;

  // The same view, whose folders of claims are read under the assumption: those of folder(),
  // folder_with(), known_folder(), read_both() and read_claim(). Files stay as they are, and so
  // does what an index knows of them.
  View assuming(std::shared_ptr<const Assumption> assumption) const;
  const Assumption* assumption() const { return assumption_.get(); }  // null: none

  const State& state() const { return *state_; }  // for the rest of store/

 private:
  friend class Store;
  friend class RecordsIndex;
  explicit View(std::shared_ptr<const State> state,
                std::shared_ptr<const Assumption> assumption = nullptr);
  std::optional<Folder> assumed(Folder&& folder) const;
  std::shared_ptr<const State> state_;
  std::shared_ptr<const Assumption> assumption_;
};

// Lets the rules of claims/check ask a view.
class KnownIn : public claims::Known {
 public:
  explicit KnownIn(const View& view) : view_(view) {}
  bool has(const claims::RecordRef& record) const override { return view_.has(record); }
  std::string actor_of(const std::string& id) const override {
    const std::string& actor = view_.actor_of(id);
    return view_.has({claims::RecordKind::actor, actor}) ? actor : "";
  }
  // Of claims, actors and sources. The first question of a kind may read them all; so for one
  // thread only.
  std::optional<std::string> called_now(const claims::RecordRef& record) const override;

 private:
  const View& view_;
  mutable std::map<claims::RecordKind, std::map<std::string, std::string>> former_ids_;
};

// A file to write, or (no content, no blob) to remove.
struct Edit {
  std::string path;  // from the store's root
  std::optional<std::string> content;
  BlobId blob = {};  // instead of the content: one that is in the store already
  // What is there before, a plain file's or empty for nothing, where that is known: spares looking.
  std::optional<BlobId> before = {};
  // Not given: an executable stays one, and all else becomes a plain file.
  std::optional<FileMode> mode = {};
};

// A folder that the edits below it turn into a tree that exists already: saves making it again.
struct MadeTree {
  std::string path;
  std::string tree;
};

// What a commit does. Made anew on each new tip, so that names and checks are right for that tip.
struct Change {
  std::vector<Edit> edits;
  std::string message;
  std::vector<CommitId> merged = {};  // further parents: the commit is made even without edits
  // They come before the tip: what was merged is the line that others see, and stays it.
  bool merged_first = false;
  // What view_with() made of the tip and these edits, where the caller has it: saves making it
  // again.
  std::optional<View> result = {};
};
using Prepare = std::function<Change(const View& tip)>;

struct CommitOptions {
  // The edits were made in the work tree by hand (`aver commit`): a touched file must hold exactly
  // the edit's content, instead of being as in the tip.
  bool by_hand = false;
};

struct InitOptions {
  bool bare = false;
  std::vector<Edit> files = {};  // to begin with, besides aver.toml; those that are there stay
  std::function<std::int64_t()> now = {};  // as in Store::set_clock()
};

// What was known on a day.
struct KnownOn {
  View view;                          // the empty view where that is before the first record
  std::vector<CommitId> skipped;      // commits up to there whose later stamps have no say
  std::optional<claims::Stamp> next;  // the first commit that was recorded later
};

class Store {
 public:
  // Finds the store that `start` lies in, upwards as git does (GIT_DIR and the like are honoured).
  // Throws StoreError: not_found where there is no repository or no aver.toml; unsupported for a
  // repository that libgit2 refuses (SHA-256, reftable, …); and git's own word on dubious
  // ownership.
  static Store open(const std::filesystem::path& start);

  // Makes a store of `dir`: a new repository, or, inside an existing one, aver.toml in a commit on
  // top. Throws StoreError(usage) where it is a store already, or lies below the top of another
  // repository, which does not ignore it: a repository in a repository must be made by git first.
  static Store init(const std::filesystem::path& dir, const InitOptions& options);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  bool bare() const;
  bool is_shallow() const;  // history is cut off, as in `git clone --depth`
  // Throws StoreError(unsupported) where it is: what hangs on old commits would be told wrongly.
  void require_whole_history() const;
  std::string branch() const;  // that HEAD is on, or that we aim at: "main"; empty where detached

  // Makes view(), branch(), commit() and status() speak of this branch ("proposal/x") instead of
  // the one that is checked out; "" goes back. Where it is the one that is checked out, nothing
  // changes; else the work tree is left alone, as in a bare store. Throws StoreError(conflict)
  // where another work tree has it checked out: its files would be left behind.
  void aim_at(const std::string& branch);

  // The branch that is checked out, wherever we aim; empty where HEAD is detached.
  std::string checked_out() const;

  // Who the user is, by git's rules: "Jane Doe <jane@example.org>". Throws StoreError(identity).
  std::string user() const;

  // True where a commit brings a work tree along: neither bare, nor aimed elsewhere.
  bool has_work_tree() const;

  std::filesystem::path root() const;     // work tree's top, or the git directory of a bare store
  std::filesystem::path git_dir() const;  // of this work tree
  std::filesystem::path private_dir() const;  // <common git dir>/aver, made when first written to

  // The index of the records at the tip. Lives as long as the store.
  RecordsIndex& records() const;

  View view() const;  // HEAD; the empty view where the branch is unborn

  // What time it is, in seconds since 1970: the machine's clock, if no other is set. A commit that
  // would be stamped later is refused.
  void set_clock(std::function<std::int64_t()> now) { clock_ = std::move(now); }
  std::int64_t now() const;

  // Is told of long work and of oddities; may be null. Must outlive the store.
  void set_watcher(Watcher* watcher) { watcher_ = watcher; }
  Watcher* watcher() const { return watcher_; }

  // Anything git understands: "HEAD~2", "main", "v1", a short id. Throws StoreError not_found,
  // ambiguous.
  View view(std::string_view revision) const;

  // The same view, read through this store: for a thread with a store of its own.
  View same(const View& view) const;

  // True where the view is exactly a commit; false with edits on top (view_with()), or without a
  // commit.
  bool view_is_commit(const View& view) const;

  // What was known at the end of `day` (UTC), by the recorded clock (claims/check/clock.h) of the
  // first parents. Commits that `[clock] wrong` of the tip's aver.toml names have no say in it.
  KnownOn view_known_on(claims::Day day) const;

  // Commits what `prepare` makes of the branch's tip. Returns the commit's id, or nothing, and
  // writes nothing, where the result would not differ from the tip. On a lost race prepares again.
  // Hooks (store/write/commit_hooks.h), identity and commit.gpgSign are as in git. Throws
  // StoreError: dirty, locked, identity, refused (by a hook, or as its stamp is wrong), conflict (a
  // merge is under way), usage (a message without a word), io. Store and work tree are then as they
  // were.
  std::optional<CommitId> commit(const Prepare& prepare, const CommitOptions& options = {});

  // `tip` with the edits, as a view; objects are written, no commit is made. Its commit() is the
  // tip's. The folders `made` are among what the edits change. Other processes can read it all once
  // it is committed (Change::result).
  View view_with(const View& tip, const std::vector<Edit>& edits,
                 const std::vector<MadeTree>& made = {}) const;

  // Writes the edits to the work tree alone (--no-commit). Throws StoreError: dirty where a file is
  // in the way, usage in a bare store.
  void write_only(const std::vector<Edit>& edits);

  // Puts a file of the work tree in the place of what a merge has left there, whole or not at all;
  // without text removes it. Throws StoreError(io).
  void settle_file(const std::string& path, const std::optional<std::string>& text);

  // What differs from the tip by hand, by path, below aver's own folders (and aver.toml).
  Status status() const;

  // The bytes of a file in the work tree, or nothing. Never follows a link out of the work tree. A
  // file that a sparse checkout leaves out is as in git's index.
  std::optional<std::string> read_work_tree(std::string_view path) const;

  // The paths that differ between two views, in path order; equal subtrees are never read.
  std::vector<ChangedPath> changes(const View& before, const View& after,
                                   std::string_view below = "") const;

 private:
  explicit Store(std::unique_ptr<Repository> repository);
  View view_of(const Head& head) const;
  Head head() const;

  friend class Branches;
  friend class SignatureReader;
  friend class Bulk;
  friend class HistoryIndex;
  friend class Reviews;
  std::unique_ptr<Repository> repository_;
  std::unique_ptr<RecordsIndex> records_;
  std::string aim_;  // "refs/heads/…"; empty: what is checked out
  Watcher* watcher_ = nullptr;
  std::function<std::int64_t()> clock_;  // empty: the machine's
};

}  // namespace aver::store
