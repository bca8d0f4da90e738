// SPDX-License-Identifier: MIT
//
// What reviews come to: whose approval of which contents holds, and what a store asks for.
//
// Pure. An approval is of exact contents: a file that was changed since has lost it, an untouched
// one keeps it. The rules in words: claims/FORMAT.md, "Reviews".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/records/records.h"
#include "claims/text/diagnostic.h"

namespace aver::claims {

// Somebody as git knows them: "Jane Doe <jane@example.org>". Two are the same where their addresses
// are, whatever the case; without an address, where their names are.
struct Person {
  std::string name;
  std::string email;
};
Person person(std::string_view text);
bool same_person(const Person& a, const Person& b);

// What a topic asks for besides.
struct TopicPolicy {
  std::string topic;  // "dprk": all claims below it
  int approvals = 0;
  std::vector<std::string> by{};  // one of these must be among the approvers; empty: anybody

  friend bool operator==(const TopicPolicy&, const TopicPolicy&) = default;
};

// `[review]` of aver.toml.
struct ReviewPolicy {
  int approvals = 0;                     // that every changed file needs
  bool own = false;                      // whether that of somebody who recorded the file counts
  std::vector<std::string> reviewers{};  // whose count; empty: everybody's
  std::vector<TopicPolicy> topics{};

  friend bool operator==(const ReviewPolicy&, const ReviewPolicy&) = default;
};

// Why nobody could ever satisfy the policy; empty where they can.
std::vector<std::string> impossible(const ReviewPolicy& policy);

// A file that a proposal changes.
struct ProposedFile {
  std::string path;
  std::string blob;                  // that it would have once accepted; kRemoved: removed
  std::vector<std::string> authors;  // who changed it in the proposal, "Name <address>"
  // What the proposal has, where merging makes something else of it, as the branch that it is for
  // has changed it, too; empty where both are the same.
  std::string shown = {};
};
inline constexpr std::string_view kRemoved = "0000000000000000000000000000000000000000";

// What reviews name of a file: its blob, or kRemoved where that is empty.
std::string blob_or_removed(const std::string& blob);

// A review, and what git knows of it.
struct GivenReview {
  Review review;
  std::string committed_by;   // empty where that is not known
  std::size_t committed = 0;  // which of the proposal's commits, in their order; 0: not known
};

// Where a file stands.
struct FileVerdict {
  std::string path;
  std::string blob;  // that was judged
  int needed = 0;
  std::vector<std::string> approved_by;  // in force, that count, oldest first
  struct Request {
    std::string by;
    bool changed_since = false;  // what they saw is not what stands now
  };
  std::vector<Request> requests;     // for changes, that stand
  std::vector<std::string> missing;  // sentences; empty where all that is asked for is there
  bool outdated = false;             // somebody approved other contents of it
  bool mixed = false;                // merging makes other contents of it than the proposal has
  bool hopeless = false;             // too few are left whose approval would count
  bool own_left_out = false;  // too few approve, and one who does recorded it: that does not count

  bool approved() const { return missing.empty() && requests.empty(); }
};

// A review that does not count.
struct Remark {
  std::string by;            // whose it says it is
  std::string committed_by;  // who committed it, where that is another
  std::string sentence;      // "the approval by …"
};

struct Verdict {
  std::vector<FileVerdict> files;  // in the order given
  std::vector<Remark> remarks;

  bool accepted() const;           // all that the policy asks for is there
  bool changes_requested() const;  // somebody waits for a change
  // An approval is missing that nobody can give before the other side is brought in.
  bool mixed() const;
  bool hopeless() const;  // an approval is missing that nobody can give at all
};

// Whether an approval by `who` would count for the file.
bool would_count(const ProposedFile& file, const ReviewPolicy& policy, const Person& who);

// Judges the files of a proposal by the reviews of it. `into` is what sentences call the branch
// that it is for.
Verdict judge(const std::vector<ProposedFile>& files, const std::vector<GivenReview>& reviews,
              const ReviewPolicy& policy, const std::string& into = "the other side");

// Reviews oldest first: in the order of their commits, as clocks have a grain and may be wrong;
// where that is not known by their times; those of one instant by id.
void sort_by_time(std::vector<GivenReview>& reviews);

}  // namespace aver::claims
