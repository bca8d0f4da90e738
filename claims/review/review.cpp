// SPDX-License-Identifier: MIT
//
// Finds each reviewer's latest word on each file, counts those that apply to its present contents,
// and puts into sentences what the policy still asks for.
#include "claims/review/review.h"

#include <algorithm>
#include <tuple>

#include "claims/records/values.h"
#include "claims/text/fold.h"
#include "claims/text/id.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

bool is_one_of(const Person& who, const std::vector<std::string>& list) {
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& one) { return same_person(who, person(one)); });
}

bool is_below(std::string_view path, std::string_view topic) {
  return path.starts_with(claim_folder(topic) + "/");
}

bool is_reviewer(const ReviewPolicy& policy, const Person& who) {
  if (policy.reviewers.empty() || is_one_of(who, policy.reviewers)) return true;
  return std::any_of(policy.topics.begin(), policy.topics.end(),
                     [&](const TopicPolicy& topic) { return is_one_of(who, topic.by); });
}

// All whose approval may count, where reviewers are named: those, and whom topics name.
std::vector<std::string> everybody(const ReviewPolicy& policy) {
  std::vector<std::string> all;
  const auto add = [&](const std::vector<std::string>& people) {
    for (const std::string& one : people) {
      if (!is_one_of(person(one), all)) all.push_back(one);
    }
  };
  add(policy.reviewers);
  for (const TopicPolicy& topic : policy.topics) add(topic.by);
  return all;
}

std::string reviewers_of(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " reviewer" : " reviewers");
}

// The latest word of one person on one file.
struct LatestWord {
  Person who;
  std::string by;
  std::string verdict;
  bool same_contents = false;
  bool as_shown = false;  // what they saw is what the proposal has
};

class Judge {
 public:
  Judge(const std::vector<ProposedFile>& files, const ReviewPolicy& policy, const std::string& into)
      : files_(files), policy_(policy), into_(into) {}

  Verdict run(std::vector<GivenReview> reviews) {
    sort_by_time(reviews);
    std::erase_if(reviews, [&](const GivenReview& one) { return !counts(one); });
    for (const ProposedFile& file : files_) answer_.files.push_back(judge(file, reviews));
    return std::move(answer_);
  }

 private:
  bool counts(const GivenReview& one) {
    const Review& review = one.review;
    if (review.verdict == "comment") return false;
    const Person who = person(review.by);
    const std::string what =
        (review.verdict == "approve" ? "the approval by " : "the request for changes by ") +
        review.by;
    if (!one.committed_by.empty() && !same_person(who, person(one.committed_by))) {
      answer_.remarks.push_back(
          {review.by, one.committed_by,
           what + " was committed by " + one.committed_by + ": it does not count"});
      return false;
    }
    if (!is_reviewer(policy_, who)) {
      answer_.remarks.push_back(
          {review.by, "", what + " does not count: not among the reviewers in aver.toml"});
      return false;
    }
    return true;
  }

  FileVerdict judge(const ProposedFile& file, const std::vector<GivenReview>& reviews) const {
    FileVerdict verdict;
    verdict.path = file.path;
    verdict.blob = file.blob;
    verdict.mixed = !file.shown.empty();
    const std::vector<LatestWord> words = latest_words(file, reviews);
    std::vector<Person> approvers;
    std::vector<std::string> by_author;
    for (const LatestWord& word : words) {
      if (word.verdict == "request-changes") {
        verdict.requests.push_back({word.by, !word.same_contents && !word.as_shown});
      } else if (!word.same_contents) {
        verdict.outdated = true;
      } else if (!policy_.own && is_one_of(word.who, file.authors)) {
        by_author.push_back(word.by);
      } else {
        verdict.approved_by.push_back(word.by);
        approvers.push_back(word.who);
      }
    }
    find_missing(file, approvers, by_author, verdict);
    return verdict;
  }

  static std::vector<LatestWord> latest_words(const ProposedFile& file,
                                              const std::vector<GivenReview>& reviews) {
    std::vector<LatestWord> words;
    for (const GivenReview& one : reviews) {
      for (const Reviewed& on : one.review.on) {
        if (on.record != file.path) continue;
        LatestWord word{person(one.review.by), one.review.by, one.review.verdict,
                        on.blob == file.blob, on.blob == file.shown};
        std::erase_if(words, [&](const LatestWord& old) { return same_person(old.who, word.who); });
        words.push_back(std::move(word));
        break;
      }
    }
    return words;
  }

  void find_missing(const ProposedFile& file, const std::vector<Person>& approvers,
                    const std::vector<std::string>& by_author, FileVerdict& verdict) const {
    verdict.needed = policy_.approvals;
    for (const TopicPolicy& topic : policy_.topics) {
      if (!is_below(file.path, topic.topic)) continue;
      verdict.needed = std::max(verdict.needed, topic.approvals);
      const bool has = topic.by.empty() ||
                       std::any_of(approvers.begin(), approvers.end(),
                                   [&](const Person& who) { return is_one_of(who, topic.by); });
      if (has) continue;
      std::string sentence = "the topic " + topic.topic + " needs the approval of " +
                             (topic.by.size() == 1 ? "" : "one of ") +
                             schema::joined(topic.by, ", ");
      if (!policy_.own && others(topic.by, file) == 0) {
        verdict.hopeless = true;
        sentence += std::string(topic.by.size() == 1 ? ", who" : ", who all") +
                    " recorded it: nobody can satisfy this";
      }
      verdict.missing.push_back(std::move(sentence));
    }
    const int have = static_cast<int>(approvers.size());
    if (have >= verdict.needed) return;
    std::string sentence = "needs " + count_of_approvals(verdict.needed) + ", and has " +
                           (have == 0 ? "none" : std::to_string(have));
    verdict.own_left_out = by_author;
    if (!by_author.empty())
      sentence += " (that of who recorded it does not count)";
    else if (verdict.mixed)
      sentence += " (" + into_ + " has changed it, too" +
                  (verdict.outdated ? ": what merging makes of it was not approved)" : ")");
    else if (verdict.outdated)
      sentence += " (it was changed since it was approved)";
    const std::vector<std::string> all = everybody(policy_);
    const std::size_t may = policy_.own ? all.size() : others(all, file);
    if (!policy_.reviewers.empty() && may < static_cast<std::size_t>(verdict.needed)) {
      verdict.hopeless = true;
      sentence += may == all.size() ? "; aver.toml names only " + reviewers_of(all.size())
                  : may == 0        ? "; who may approve by aver.toml has recorded it"
                             : "; of the " + reviewers_of(all.size()) + " in aver.toml only " +
                                   std::to_string(may) + " may approve it, as the rest recorded it";
      sentence += ": nobody can satisfy this";
    }
    verdict.missing.push_back(std::move(sentence));
  }

  // How many of the people did not record the file.
  static std::size_t others(const std::vector<std::string>& people, const ProposedFile& file) {
    return static_cast<std::size_t>(std::count_if(
        people.begin(), people.end(),
        [&](const std::string& one) { return !is_one_of(person(one), file.authors); }));
  }

  const std::vector<ProposedFile>& files_;
  const ReviewPolicy& policy_;
  const std::string& into_;
  Verdict answer_;
};

}  // namespace

Person person(std::string_view text) {
  constexpr std::string_view kBlanks = " \t";
  const std::size_t open = text.rfind('<');
  const std::size_t close = text.rfind('>');
  if (open != text.npos && close != text.npos && open < close) {
    return {std::string(trimmed(text.substr(0, open), kBlanks)),
            std::string(trimmed(text.substr(open + 1, close - open - 1), kBlanks))};
  }
  const std::string all(trimmed(text, kBlanks));
  if (all.find('@') != all.npos && all.find(' ') == all.npos) return {"", all};
  return {all, ""};
}

bool same_person(const Person& a, const Person& b) {
  if (!a.email.empty() && !b.email.empty()) return lower_case(a.email) == lower_case(b.email);
  return !a.name.empty() && lower_case(a.name) == lower_case(b.name);
}

std::string blob_or_removed(const std::string& blob) {
  return blob.empty() ? std::string(kRemoved) : blob;
}

std::string name_of(const TopicPolicy& rule) {
  return rule.topic.empty() ? rule.path : "the topic " + rule.topic;
}

std::vector<std::string> impossible(const ReviewPolicy& policy) {
  std::vector<std::string> sentences;
  const int reviewers = static_cast<int>(everybody(policy).size());
  const auto ask = [&](int approvals, const std::string& who) {
    if (policy.reviewers.empty() || approvals <= reviewers) return;
    sentences.push_back(who + " needs " + count_of_approvals(approvals) + ", and there " +
                        (reviewers == 1 ? "is" : "are") + " only " +
                        reviewers_of(static_cast<std::size_t>(reviewers)));
  };
  ask(policy.approvals, "every file");
  for (const TopicPolicy& topic : policy.topics) {
    if (topic.approvals > policy.approvals) ask(topic.approvals, name_of(topic));
  }
  return sentences;
}

bool would_count(const ProposedFile& file, const ReviewPolicy& policy, const Person& who) {
  return is_reviewer(policy, who) && (policy.own || !is_one_of(who, file.authors));
}

bool Verdict::accepted() const {
  return std::all_of(files.begin(), files.end(),
                     [](const FileVerdict& file) { return file.approved(); });
}

bool Verdict::changes_requested() const {
  return std::any_of(files.begin(), files.end(),
                     [](const FileVerdict& file) { return !file.requests.empty(); });
}

bool Verdict::mixed() const {
  return std::any_of(files.begin(), files.end(),
                     [](const FileVerdict& file) { return file.mixed && !file.missing.empty(); });
}

bool Verdict::hopeless() const {
  return std::any_of(files.begin(), files.end(),
                     [](const FileVerdict& file) { return file.hopeless; });
}

Verdict judge(const std::vector<ProposedFile>& files, const std::vector<GivenReview>& reviews,
              const ReviewPolicy& policy, const std::string& into) {
  return Judge(files, policy, into).run(reviews);
}

void sort_by_time(std::vector<GivenReview>& reviews) {
  const auto key = [](const GivenReview& one) {
    const std::string at = one.review.at ? to_string(*one.review.at) : "";
    return std::tuple(one.committed, at, one.review.id);
  };
  std::stable_sort(reviews.begin(), reviews.end(),
                   [&](const GivenReview& a, const GivenReview& b) { return key(a) < key(b); });
}

std::string count_of_approvals(int count) {
  return std::to_string(count) + (count == 1 ? " approval" : " approvals");
}

}  // namespace aver::claims
