// SPDX-License-Identifier: MIT
//
// aver verify: who signed which records, and which have no signature or a bad one.
#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <tuple>

#include "cli/commands/commands.h"
#include "cli/review/past_policy.h"
#include "cli/session/print.h"
#include "cli/terminal/errors.h"
#include "store/branches.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::SignatureStatus;
using store::SignedObject;
using store::StoreError;

struct Options {
  std::optional<std::string> range;
  bool require = false;
  bool all = false;
  bool policy = false;
  std::optional<std::string> from;
  Reading reading;
};

// Groups commits and editions by signer.
class Gathering {
 public:
  explicit Gathering(SignaturesAnswer& answer) : answer_(answer) {}

  void add(const SignedObject& one) {
    if (!one.edition.empty()) {
      answer_.editions.push_back(one);
      return;
    }
    ++answer_.commits;
    const std::size_t number = group_of(one);
    SignaturesAnswer::Group& group = answer_.groups[number];
    ++group.commits;
    for (const std::string& path : one.paths) {
      answer_.last.try_emplace(path, number);  // newest first: the first is the last
      if (paths_[number].insert(path).second) group.paths.push_back(path);
    }
    if (one.standing != SignatureStatus::good) answer_.not_good.push_back(one);
  }

  // Good ones first, the worst last.
  void sort() {
    std::vector<std::size_t> order(answer_.groups.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto rank = [&](std::size_t i) {
      const SignaturesAnswer::Group& group = answer_.groups[i];
      return std::tie(group.standing, group.signer, group.key);
    };
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    std::vector<std::size_t> place(order.size());
    std::vector<SignaturesAnswer::Group> sorted;
    for (std::size_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      sorted.push_back(std::move(answer_.groups[order[i]]));
      std::sort(sorted.back().paths.begin(), sorted.back().paths.end());
    }
    answer_.groups = std::move(sorted);
    for (auto& [path, group] : answer_.last) group = place[group];
  }

 private:
  std::size_t group_of(const SignedObject& one) {
    const auto [found, is_new] =
        numbers_.try_emplace({one.standing, one.signer, one.key}, answer_.groups.size());
    if (is_new) {
      answer_.groups.push_back({one.standing, one.signer, one.key, 0, {}});
      paths_.emplace_back();
    }
    return found->second;
  }

  SignaturesAnswer& answer_;
  std::map<std::tuple<SignatureStatus, std::string, std::string>, std::size_t> numbers_;
  std::vector<std::set<std::string>> paths_;
};

// How many of each standing, editions and commits together.
using Counts = std::array<std::size_t, 8>;

std::string verdict(const Counts& counts, std::size_t editions, Output& out) {
  const std::string with = editions == 0   ? "\n"
                           : editions == 1 ? "; the edition counts, too\n"
                                           : "; editions count, too\n";
  std::string line;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    line += (line.empty() ? "" : ", ") + std::to_string(counts[i]) + " " +
            std::string(to_string(static_cast<SignatureStatus>(i)));
  }
  if (line.empty() && counts[0] == 0) return "nothing to verify\n";
  const std::string good = std::to_string(counts[0]) + " good";
  if (line.empty()) return out.paint(Style::good, good) + ", and nothing else" + with;
  return good + ", " + line + with;
}

// What came to the branch past its policy. What somebody said beforehand is told, and is no error.
int run_policy(const Options& options, Session& session) {
  if (options.require || options.all) {
    throw StoreError(Fault::usage,
                     "--policy is about reviews: --require and --all are about "
                     "signatures");
  }
  if (options.reading.wants_rows()) {
    throw StoreError(Fault::usage, "--policy is told as text or json", {}, "--json");
  }
  const store::View tip = session.store().view(options.range.value_or("HEAD"));
  std::optional<store::CommitId> from;
  if (options.from) {
    from = session.store().view(*options.from).commit();
    if (!store::Branches(session.store()).is_on_first_parents(*from, tip.commit())) {
      throw StoreError(Fault::usage,
                       "the branch never was at " + *options.from + ": it came in as another's", {},
                       "git log --first-parent shows where it was");
    }
  }
  PolicyAnswer answer = past_policy(session, from, tip);
  answer.range = options.range.value_or("HEAD");
  print(session, options.reading, answer);
  const auto any = [&](bool untold) {
    return std::any_of(answer.past.begin(), answer.past.end(), [&](const PastPolicy& one) {
      return one.told_by.empty() && one.untold == untold;
    });
  };
  if (any(false)) return kAnswerIsNo;
  if (!any(true)) return kDone;
  throw StoreError(Fault::remote, "cannot tell whether all of it was approved",
                   {"the reviews are not here, or not all of them"}, std::string(kFetchReviews));
}

int run(const Options& options, Session& session) {
  if (options.policy) return run_policy(options, session);
  if (options.from) throw StoreError(Fault::usage, "--from goes with --policy alone");
  const std::string range = options.range.value_or("HEAD");
  const Format format = options.reading.chosen();
  const bool by_row = format != Format::text && format != Format::json;
  Counts counts{};
  SignaturesAnswer answer;
  answer.range = range;
  Gathering gathering(answer);
  bool begun = false;
  store::each_signature(session.store(), range, [&](const SignedObject& one) {
    ++counts[static_cast<std::size_t>(one.standing)];
    if (!by_row) return gathering.add(one);
    session.out.data(in_rows(format, signature_sheet(&one), {!begun, options.reading.guards()}));
    begun = true;
  });
  if (by_row) {
    if (!begun) session.out.data(in_rows(format, signature_sheet(nullptr)));
  } else {
    gathering.sort();
    // In a store that nobody signs, they are all there is: told by their number.
    if (format == Format::text && !options.all && !options.require) {
      std::erase_if(answer.not_good, [](const SignedObject& one) {
        return one.standing == SignatureStatus::unsigned_;
      });
    }
    print(session, options.reading, answer);
    if (format == Format::text)
      session.out.data("\n" + verdict(counts, answer.editions.size(), session.out));
  }
  const auto of = [&](SignatureStatus standing) {
    return counts[static_cast<std::size_t>(standing)];
  };
  std::size_t wrong = of(SignatureStatus::bad) + of(SignatureStatus::revoked);
  if (options.require) {
    wrong = 0;
    for (std::size_t i = 1; i < counts.size(); ++i) wrong += counts[i];
  }
  return wrong == 0 ? kDone : kAnswerIsNo;
}

}  // namespace

Command verify_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "verify";
  command.description =
      "Who signed which records: checks the signatures of all commits of a branch or a range, and "
      "of the editions among them, and tells by signer which files they touched, and which "
      "commits are not good: unsigned, of an unknown, untrusted or expired key, revoked, bad. "
      "Exits with 1 where one is bad or revoked; with --require, where one is anything but "
      "good.\n\n"
      "Whom to trust is git's to know: OpenPGP keys by gpg's own trust, SSH keys by the file that "
      "gpg.ssh.allowedSignersFile names, one signer a line. A merge counts for what it settled "
      "itself.\n\n"
      "With --policy it judges each step of the branch by the policy, the people and the keys of "
      "the "
      "step before: what was let through by nobody's reviews is told, with exit code 1. What was "
      "pushed with aver sync --unreviewed is told, too, and why.\n\n"
      "With csv, jsonl or markdown there is a row for each file that a commit touched.";
  command.words = {
      positional("RANGE", options->range,
                 "a revision with all before it, or A..B (default: HEAD, the whole branch)"),
      flag("--require", options->require, "everything must be signed, and good"),
      flag("--policy", options->policy,
           "what came to the branch without the reviews that its aver.toml asks for"),
      option("--from", "REV", &options->from, "with --policy: only what came after this revision"),
      flag("--all", options->all, "each unsigned commit, too, not only how many there are")};
  add_format_words(command.words, options->reading, row_formats());
  command.examples = {{"aver verify", "the whole branch"},
                      {"aver verify @{upstream}..", "what would be pushed"},
                      {"aver verify v1 --require", "the edition v1, with all that led to it"},
                      {"aver verify --policy --from v1",
                       "what was pushed past the review policy since the edition v1"},
                      {"aver verify v1..v2 --format csv", "what is new in v2, for a spreadsheet"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
