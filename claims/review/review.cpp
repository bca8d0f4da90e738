// SPDX-License-Identifier: MIT
//
// Reads people as git writes them, and finds what a policy asks for in vain.
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

std::vector<std::string> all_reviewers(const ReviewPolicy& policy) {
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

std::vector<std::string> impossible(const ReviewPolicy& policy) {
  std::vector<std::string> sentences;
  const int reviewers = static_cast<int>(all_reviewers(policy).size());
  const auto ask = [&](int approvals, const std::string& who) {
    if (policy.reviewers.empty() || approvals <= reviewers) return;
    sentences.push_back(who + " needs " + count_of_approvals(approvals) + ", and there " +
                        (reviewers == 1 ? "is" : "are") + " only " +
                        count_of_reviewers(static_cast<std::size_t>(reviewers)));
  };
  ask(policy.approvals, "every file");
  for (const TopicPolicy& topic : policy.topics) {
    if (topic.approvals > policy.approvals) ask(topic.approvals, name_of(topic));
  }
  return sentences;
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

std::string count_of_reviewers(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " reviewer" : " reviewers");
}

}  // namespace aver::claims
