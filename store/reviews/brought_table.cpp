// SPDX-License-Identifier: MIT
//
// Numbers in four or eight bytes, the lowest first; texts behind their lengths; at the end the
// SHA-256 of all that stands before it.
#include "store/reviews/brought_table.h"

#include <utility>

#include "store/digest.h"

namespace aver::store {
namespace {

constexpr std::string_view kMagic = "aver: who brought which review, 1\n";
constexpr std::size_t kDigest = 64;

class TableWriting {
 public:
  void number(std::uint64_t value, int bytes = 4) {
    for (int i = 0; i < bytes; ++i) text_ += static_cast<char>((value >> (8 * i)) & 0xff);
  }
  void text(std::string_view value) {
    number(value.size());
    text_ += value;
  }
  template <class T, class Each>
  void list(const std::vector<T>& values, Each each) {
    number(values.size());
    for (const T& value : values) each(value);
  }
  std::string finish() && {
    text_ += sha256(text_);
    return std::move(text_);
  }

 private:
  std::string text_ = std::string(kMagic);
};

// Throws nothing: what is cut off reads as zeros, and is found out by good().
class TableReading {
 public:
  explicit TableReading(std::string_view text) : rest_(text) {}

  std::uint64_t number(int bytes = 4) {
    std::uint64_t value = 0;
    const std::string_view taken = take(static_cast<std::size_t>(bytes));
    for (std::size_t i = 0; i < taken.size(); ++i) {
      value |= std::uint64_t{static_cast<unsigned char>(taken[i])} << (8 * i);
    }
    return value;
  }
  std::uint32_t place(std::size_t below) {
    const std::uint64_t value = number();
    if (value >= below) good_ = false;
    return static_cast<std::uint32_t>(value);
  }
  std::string text() { return std::string(take(number())); }
  template <class Each>
  void list(Each each) {
    for (std::uint64_t left = number(); left > 0 && good_; --left) each();
  }
  bool good() const { return good_; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) {
      good_ = false;
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool good_ = true;
};

}  // namespace

void BroughtTable::extend(const Repository& repository, std::vector<CommitId> tips) {
  make_places();
  walk_reviews(repository, ReviewWalk::brought_without_rounds, tips, tips_,
               [&](const WalkedCommit& commit) { add(commit); });
  tips_ = std::move(tips);
}

void BroughtTable::make_places() {
  place_of_person_.clear();
  place_of_commit_.clear();
  for (std::uint32_t i = 0; i < people_.size(); ++i) place_of_person_.emplace(people_[i], i);
  for (std::uint32_t i = 0; i < commits_.size(); ++i) place_of_commit_.emplace(commits_[i].id, i);
}

std::uint32_t BroughtTable::person(const std::string& who) {
  const auto [at, is_new] =
      place_of_person_.emplace(who, static_cast<std::uint32_t>(people_.size()));
  if (is_new) people_.push_back(who);
  return at->second;
}

void BroughtTable::add(const WalkedCommit& commit) {
  const auto place = static_cast<std::uint32_t>(commits_.size());
  Commit& one = commits_.emplace_back();
  one.id = commit.commit;
  one.cut_off = commit.cut_off;
  for (const CommitId& parent : commit.parents) {
    const auto at = place_of_commit_.find(parent);
    if (at != place_of_commit_.end()) one.parents.push_back(at->second);
    one.cut_off = one.cut_off || at == place_of_commit_.end();
  }
  one.author = person(commit.author);
  one.committer = person(commit.committer);
  one.committed_at = commit.committed_at;
  place_of_commit_.emplace(one.id, place);
  for (const ReviewFile& file : commit.files) files_.push_back({file.path, file.blob, place});
}

std::string BroughtTable::encode() const {
  TableWriting out;
  out.list(tips_, [&](const CommitId& tip) { out.text(tip); });
  out.list(people_, [&](const std::string& one) { out.text(one); });
  out.list(commits_, [&](const Commit& one) {
    out.text(one.id);
    out.list(one.parents, [&](std::uint32_t parent) { out.number(parent); });
    out.number(one.author);
    out.number(one.committer);
    out.number(static_cast<std::uint64_t>(one.committed_at), 8);
    out.number(one.cut_off ? 1 : 0);
  });
  out.list(files_, [&](const File& one) {
    out.text(one.path);
    out.text(one.blob);
    out.number(one.commit);
  });
  return std::move(out).finish();
}

std::optional<BroughtTable> BroughtTable::decode(std::string_view text) {
  if (!text.starts_with(kMagic) || text.size() < kMagic.size() + kDigest) return std::nullopt;
  const std::string_view told = text.substr(text.size() - kDigest);
  text.remove_suffix(kDigest);
  if (sha256(text) != told) return std::nullopt;
  text.remove_prefix(kMagic.size());
  BroughtTable table;
  TableReading in(text);
  in.list([&] { table.tips_.push_back(in.text()); });
  in.list([&] { table.people_.push_back(in.text()); });
  in.list([&] {
    const std::size_t place = table.commits_.size();
    Commit& one = table.commits_.emplace_back();
    one.id = in.text();
    in.list([&] { one.parents.push_back(in.place(place)); });
    one.author = in.place(table.people_.size());
    one.committer = in.place(table.people_.size());
    one.committed_at = static_cast<std::int64_t>(in.number(8));
    one.cut_off = in.number() != 0;
  });
  in.list([&] {
    File& one = table.files_.emplace_back();
    one.path = in.text();
    one.blob = in.text();
    one.commit = in.place(table.commits_.size());
  });
  if (!in.good() || !in.at_end()) return std::nullopt;
  return table;
}

}  // namespace aver::store
