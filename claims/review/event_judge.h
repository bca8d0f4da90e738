// SPDX-License-Identifier: MIT
//
// Judges the files of a proposal by its events: whose words count, for which contents, and what the
// policy still asks for. The rules in words: claims/FORMAT.md, "Events".
//
// Pure. Policy, people and keys are those at the tip of the branch that the proposal goes to; what
// the proposal itself makes of them has no say. What cannot be told is an answer of its own, and
// never an approval: to know less can only make a verdict less sure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "claims/review/people.h"
#include "claims/review/review.h"
#include "claims/review/review_state.h"

namespace aver::claims::reviews {

// A file that a proposal changes.
struct ProposedFile {
  std::string path{};
  std::string blob{};                  // that it would have once accepted; kRemoved: removed
  std::vector<std::string> authors{};  // who changed it in the proposal, "Name <address>"
  // The blob that the proposal has, where merging gives another one because the branch it goes to
  // has changed the file, too; empty where both are equal.
  std::string shown{};
  std::string rests{};                 // digest of what it rests on (rests.h); empty: on nothing
  bool author_unknown = false;         // where the policy asks for signed records, and one is not
  std::vector<std::string> resting{};  // paths of the records that rest on this one, at the base
                                       // or in the result: their rules hold for it, too
};

// What a folder is in the merged result, for reviews of whole folders.
struct JudgedFolder {
  std::string path{};
  std::string tree{};
  std::string rests{};  // folder_digest_input() of the proposal's files in it
};

// How much of the reviews is here.
struct ReviewsHere {
  bool here = true;    // the branch of reviews is here, with the tip that the newest accept names
  bool named = false;  // some commit of the branch it goes to names a tip of it
};

struct CountedWord {
  std::string by{};
  std::string digest{};
};

// A request for changes that stands.
struct Request {
  std::string by{};
  std::string digest{};
  bool changed_since = false;  // the file has other contents now

  friend bool operator==(const Request&, const Request&) = default;
};

// A word that does not count.
struct Remark {
  std::string by{};            // whose it says it is
  std::string committed_by{};  // who committed it, where it is not signed
  std::string sentence{};      // "the approval by …"
};

struct DismissedRequest {
  CountedWord request{};
  CountedWord dismissal{};
  std::string reason{};
};

enum class Outcome { approved, refused, untold };

struct FileVerdict {
  std::string path{};
  std::string blob{};
  int needed = 0;
  std::vector<CountedWord> approvals{};  // in force, that count
  std::vector<Request> requests{};       // for changes, that stand
  std::vector<CountedWord> asks{};       // for changes, of people whose approval would not count
  std::vector<DismissedRequest> dismissed{};
  std::vector<CountedWord> outdated{};      // approvals of other contents
  std::vector<CountedWord> other_values{};  // of these contents, with other values below them
  std::vector<CountedWord> own{};           // of its authors
  std::vector<CountedWord> twins{};         // of people who may be others: aver.toml does not say
  std::vector<std::string> threads{};       // open ones that must be settled, by id
  std::vector<std::string> missing{};       // what is still asked for, a sentence each
  std::vector<std::string> untold{};        // why it cannot be told, a sentence each
  bool mixed = false;     // merging makes other contents of it than the proposal has
  bool hopeless = false;  // too few are left whose approval would count

  bool approved() const { return outcome() == Outcome::approved; }
  std::vector<std::string> approved_by() const;
  // Why it is not approved, a sentence each: what is missing, and what cannot be told.
  std::vector<std::string> reasons() const;
  Outcome outcome() const {
    if (!untold.empty()) return Outcome::untold;
    return missing.empty() && requests.empty() ? Outcome::approved : Outcome::refused;
  }
};

struct Verdict {
  std::vector<FileVerdict> files{};  // in the order given
  std::vector<Remark> remarks{};
  std::vector<std::string> forgotten{};  // digests of events that are to be dropped

  Outcome outcome() const;
  bool accepted() const { return outcome() == Outcome::approved; }
  bool changes_requested() const;  // somebody waits for a change
  // An approval is missing that nobody can give before the target branch is merged in.
  bool mixed() const;
  bool hopeless() const;  // an approval is missing that nobody can give at all
  // The words that let it through, and the dismissals: what an accept names. In order, each once.
  std::vector<std::string> counted() const;
};

// The rules for one path.
struct Asked {
  int approvals = 0;
  std::vector<const TopicPolicy*> groups{};  // one approval by each of these

  bool anything() const { return approvals > 0 || !groups.empty(); }
};
Asked asked_for(const ProposedFile& file, const ReviewPolicy& policy);

// Files by which the policy is enforced, or people told apart: they need what the strictest rule
// asks for.
bool is_guarded(std::string_view path);

// The folders that events approve as a whole: the caller looks up what they are now.
std::vector<std::string> folders_named(const KnownEvents& known);

// Whether an approval by `who` would count for the file.
bool would_count(const ProposedFile& file, const ReviewPolicy& policy, const People& people,
                 const Person& who);

// `known` are all events of the proposal that are here.
Verdict judge(const std::vector<ProposedFile>& files, const std::vector<JudgedFolder>& folders,
              const KnownEvents& known, const Whereabouts& where, const ReviewPolicy& policy,
              const People& people, const ReviewsHere& reach = {});

}  // namespace aver::claims::reviews
