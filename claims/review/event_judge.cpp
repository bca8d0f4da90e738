// SPDX-License-Identifier: MIT
//
// Finds each person's latest word on each file, leaves out what does not count, and puts into
// sentences what is missing. Where in doubt, the answer is the stricter one.
#include "claims/review/event_judge.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>

#include "claims/text/id.h"
#include "claims/text/lines.h"
#include "claims/text/paths.h"

namespace aver::claims::reviews {
namespace {

bool is_below(std::string_view path, std::string_view folder) {
  while (folder.ends_with('/')) folder.remove_suffix(1);
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

bool rule_holds(const TopicPolicy& rule, std::string_view path) {
  if (!rule.topic.empty() && is_below(path, claim_folder(rule.topic))) return true;
  return !rule.path.empty() && (path == rule.path || is_below(path, rule.path));
}

// The most approvals of any rule, and one of each group.
Asked strictest(const ReviewPolicy& policy) {
  Asked asked{.approvals = policy.approvals};
  for (const TopicPolicy& rule : policy.topics) {
    asked.approvals = std::max(asked.approvals, rule.approvals);
    if (!rule.by.empty()) asked.groups.push_back(&rule);
  }
  return asked;
}

std::string what_is(const Event& event) {
  if (event.kind == Kind::dismiss) return "the dismissal by " + event.by;
  if (event.verdict == "approve") return "the approval by " + event.by;
  if (event.verdict == "request-changes") return "the request for changes by " + event.by;
  return "the word by " + event.by;
}

bool begins_alike(std::string_view a, std::string_view b) {
  return a.starts_with(b) || b.starts_with(a);
}

bool is_voice_of(const Person& who, const std::vector<std::string>& list, const People& people) {
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& one) { return people.same_voice(who, person(one)); });
}

bool is_body_of(const Person& who, const std::vector<std::string>& list, const People& people) {
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& one) { return people.same_body(who, person(one)); });
}

// Whether somebody's words have weight at all.
bool is_reviewer(const Person& who, const ReviewPolicy& policy, const People& people) {
  if (is_body_of(who, policy.never, people)) return false;
  if (policy.reviewers.empty() || is_voice_of(who, policy.reviewers, people)) return true;
  return std::any_of(policy.topics.begin(), policy.topics.end(),
                     [&](const TopicPolicy& rule) { return is_voice_of(who, rule.by, people); });
}

// Which reviews are on which files.
struct WordsByPath {
  struct At {
    std::size_t event;
    const On* on;  // null: the proposal as a whole
  };
  std::unordered_map<std::string_view, std::vector<At>> files;
  std::vector<At> others;  // folders, and whole proposals

  explicit WordsByPath(const std::vector<GivenEvent>& events) {
    for (std::size_t i = 0; i < events.size(); ++i) {
      const Event& event = events[i].event;
      if (event.kind != Kind::review || event.verdict == "comment") continue;
      if (event.on.empty() && event.verdict != "approve") others.push_back({i, nullptr});
      for (const On& on : event.on) {
        if (on.tree.empty()) {
          files[on.path].push_back({i, &on});
        } else {
          others.push_back({i, &on});
        }
      }
    }
  }

  std::vector<At> on(const std::string& path) const {
    std::vector<At> found;
    if (const auto direct = files.find(path); direct != files.end()) found = direct->second;
    for (const At& one : others) {
      if (one.on == nullptr || is_below(path, one.on->path)) found.push_back(one);
    }
    return found;
  }
};

class EventJudge {
 public:
  EventJudge(const std::vector<ProposedFile>& files, const std::vector<JudgedFolder>& folders,
             const Whereabouts& where, const ReviewPolicy& policy, const People& people,
             const ReviewsHere& reach)
      : files_(files), where_(where), policy_(policy), people_(people), reach_(reach) {
    for (const JudgedFolder& folder : folders) folders_[folder.path] = &folder;
  }

  Verdict run(const KnownEvents& all) {
    known_ = &all;
    look_at_events();
    find_forgotten();
    std::optional<KnownEvents> left;
    if (!answer_.forgotten.empty()) {
      left.emplace(remaining(all));
      known_ = &*left;
      look_at_events();
    }
    find_gaps();
    find_remarks();
    const WordsByPath words(known_->events());
    words_ = &words;
    if (policy_.settled) find_threads();
    for (const ProposedFile& file : files_) answer_.files.push_back(judge(file));
    return std::move(answer_);
  }

 private:
  using At = WordsByPath::At;

  const Event& event(std::size_t at) const { return known_->events()[at].event; }
  const Person& giver(std::size_t at) const { return givers_[at]; }
  CountedWord counted(std::size_t at) const { return {event(at).by, known_->events()[at].digest}; }

  // What the giver of an event is to the authors of a file. Files by the hundred thousand have few
  // authors: each pair is compared once.
  struct AuthorRelation {
    bool body = false;  // one of them
    bool twin = false;  // perhaps one of them
  };
  AuthorRelation relation(std::size_t at, const std::vector<std::string>& authors) {
    AuthorRelation all;
    for (const std::string& author : authors) {
      std::vector<std::optional<AuthorRelation>>& known = relations_[author];
      known.resize(known_->size());
      if (!known[at]) {
        const Person other = person(author);
        known[at] = {people_.same_body(giver(at), other), people_.twins(giver(at), other)};
      }
      all.body = all.body || known[at]->body;
      all.twin = all.twin || known[at]->twin;
    }
    return all;
  }

  // What is known of each event by itself.
  void look_at_events() {
    standings_.clear();
    givers_.clear();
    weighty_.clear();
    voices_.clear();
    dismissals_.clear();
    relations_.clear();
    ranks_.assign(known_->size(), 0);
    for (std::size_t i = 0; i < known_->size(); ++i) ranks_[known_->order()[i]] = i;
    std::vector<std::size_t> apart;
    for (std::size_t i = 0; i < known_->size(); ++i) {
      standings_.push_back(standing_of(known_->events()[i], where_, policy_.signing, people_));
      givers_.push_back(person(event(i).by));
      weighty_.push_back(is_reviewer(givers_.back(), policy_, people_));
      const auto voice = std::find_if(apart.begin(), apart.end(), [&](std::size_t other) {
        return people_.same_voice(givers_[other], givers_[i]);
      });
      voices_.push_back(voice == apart.end() ? i : *voice);
      if (voices_.back() == i) apart.push_back(i);
      if (event(i).kind != Kind::dismiss) continue;
      if (const auto request = known_->find(event(i).dismissed)) {
        dismissals_[*request].push_back(i);
      }
    }
  }

  // To forget a word is to take it from all: it needs what the strictest rule asks for, each one's
  // signature, and one at least.
  void find_forgotten() {
    std::map<std::string, std::vector<Person>> asking;  // by digest
    for (std::size_t i = 0; i < known_->size(); ++i) {
      const GivenEvent& given = known_->events()[i];
      if (given.event.kind != Kind::forget || !weighty_[i]) continue;
      if (standings_[i].weight == Weight::untold)
        untold_.insert("whether " + given.event.by +
                       " may have events forgotten: " + standings_[i].why);
      if (!standings_[i].counts() || given.signature != SignatureFound::good) continue;
      for (const std::string& digest : given.event.events) asking[digest].push_back(giver(i));
    }
    const Asked asked = strictest(policy_);
    for (const auto& [digest, people] : asking) {
      const int count = static_cast<int>(bodies(people));
      if (count < std::max(1, asked.approvals)) continue;
      if (std::all_of(asked.groups.begin(), asked.groups.end(),
                      [&, &by = people](const TopicPolicy* group) { return has_one(by, *group); }))
        answer_.forgotten.push_back(digest);
    }
  }

  bool is_forgotten(std::string_view digest) const {
    return std::any_of(answer_.forgotten.begin(), answer_.forgotten.end(),
                       [&](const std::string& one) { return begins_alike(digest, one); });
  }

  // As in a clone that has dropped them: what was known only by way of them is not known.
  std::vector<GivenEvent> remaining(const KnownEvents& all) const {
    std::vector<GivenEvent> left;
    for (const GivenEvent& one : all.events()) {
      if (one.event.kind == Kind::forget || !is_forgotten(one.digest)) left.push_back(one);
    }
    return left;
  }

  bool has_one(const std::vector<Person>& people, const TopicPolicy& group) const {
    return std::any_of(people.begin(), people.end(),
                       [&](const Person& who) { return is_voice_of(who, group.by, people_); });
  }

  // How many they are, whatever addresses they use.
  std::size_t bodies(const std::vector<Person>& people) const {
    std::vector<Person> apart;
    for (const Person& who : people) {
      const bool again = std::any_of(apart.begin(), apart.end(), [&](const Person& other) {
        return people_.same_body(who, other) || people_.twins(who, other);
      });
      if (!again) apart.push_back(who);
    }
    return apart.size();
  }

  // Somebody whose word counts, or may, knew an event that is not here.
  void find_gaps() {
    for (std::size_t j = 0; j < known_->size(); ++j) {
      if (known_->absent(j).empty()) continue;
      for (std::size_t i = 0; i < known_->size(); ++i) {
        if (standings_[i].weight == Weight::nothing || (i != j && !known_->knows(i, j))) continue;
        for (const std::string& digest : known_->absent(j)) {
          if (is_forgotten(digest)) continue;
          untold_.insert("the event " + digest.substr(0, kShortDigest) +
                         " is not here, and others knew it");
        }
      }
    }
  }

  void find_remarks() {
    for (const std::size_t at : known_->order()) {
      const Event& one = event(at);
      const bool is_word =
          one.kind == Kind::dismiss || (one.kind == Kind::review && one.verdict != "comment");
      if (!is_word) continue;
      std::string why;
      if (standings_[at].weight == Weight::nothing) {
        why = " " + standings_[at].why + ": it does not count";
      } else if (is_body_of(giver(at), policy_.never, people_)) {
        why = " does not count: aver.toml says never";
      } else if (!weighty_[at]) {
        why = " does not count: not among the reviewers in aver.toml";
      }
      if (!why.empty())
        answer_.remarks.push_back({one.by, known_->events()[at].committer, what_is(one) + why});
    }
  }

  void find_threads() {
    const ProposalState state = state_of(*known_, standings_, [&](std::size_t at) {
      return weighty_[at] ||
             std::any_of(files_.begin(), files_.end(),
                         [&](const ProposedFile& file) { return relation(at, file.authors).body; });
    });
    for (const Thread& thread : state.threads) {
      const Comment& comment = event(thread.event).comments[thread.number - 1];
      if (thread.open && comment.open && thread.counts && weighty_[thread.event])
        threads_[comment.path].push_back(thread.id);
    }
    for (std::size_t i = 0; i < known_->size(); ++i) {
      const Event& one = event(i);
      const bool speaks = !one.comments.empty() || !one.replies.empty() || !one.settled.empty();
      if (speaks && standings_[i].weight == Weight::untold && weighty_[i])
        untold_.insert("what " + one.by + " says in a thread: " + standings_[i].why);
    }
  }

  FileVerdict judge(const ProposedFile& file) {
    FileVerdict answer;
    answer.path = file.path;
    answer.blob = file.blob;
    answer.mixed = !file.shown.empty();
    const Asked asked = asked_for(file, policy_);
    if (!reach_.here && (asked.anything() || reach_.named))
      answer.untold.emplace_back("the reviews are not here, or not all of them");
    if (policy_.unclear)
      answer.untold.emplace_back("the review policy has keys that are not known (aver check)");
    answer.untold.insert(answer.untold.end(), untold_.begin(), untold_.end());
    const std::vector<Person> approvers = weigh_words(file, answer);
    answer.needed =
        asked.approvals + static_cast<int>(answer.dismissed.size()) + (file.author_unknown ? 1 : 0);
    find_missing(file, asked, approvers, answer);
    return answer;
  }

  // Sorts the words on the file by what they are worth, and returns whose approvals count.
  std::vector<Person> weigh_words(const ProposedFile& file, FileVerdict& answer) {
    std::vector<std::vector<At>> by_voice;
    for (const At& word : words_->on(file.path)) {
      const Standing& standing = standings_[word.event];
      if (standing.weight == Weight::nothing) continue;
      if (!weighty_[word.event]) {
        if (event(word.event).verdict == "request-changes")
          answer.asks.push_back(counted(word.event));
        continue;
      }
      if (standing.weight == Weight::untold) {
        answer.untold.push_back(what_is(event(word.event)) + ": " + standing.why);
        continue;
      }
      const auto same =
          std::find_if(by_voice.begin(), by_voice.end(), [&](const std::vector<At>& words) {
            return voices_[words[0].event] == voices_[word.event];
          });
      (same == by_voice.end() ? by_voice.emplace_back() : *same).push_back(word);
    }
    std::vector<std::size_t> approvals;
    for (const std::vector<At>& words : by_voice) {
      if (const auto approval = latest_word(file, words, answer)) approvals.push_back(*approval);
    }
    std::sort(approvals.begin(), approvals.end(),
              [&](std::size_t a, std::size_t b) { return ranks_[a] < ranks_[b]; });
    return count_approvals(file, approvals, answer);
  }

  // One person's words on a file: the last of them hold; of several that did not know each other
  // the strictest. Returns the approval, if it is one of these contents.
  std::optional<std::size_t> latest_word(const ProposedFile& file, const std::vector<At>& words,
                                         FileVerdict& answer) {
    std::vector<std::size_t> events;
    for (const At& word : words) events.push_back(word.event);
    const std::vector<std::size_t> last = known_->latest(events);
    bool silent = false;
    for (const std::size_t at : last) {
      const std::string& verdict = event(at).verdict;
      if (verdict == "approve") continue;
      silent = true;
      if (verdict != "request-changes") continue;
      if (const auto dismissal = dismissal_of(at, file, answer)) {
        answer.dismissed.push_back({counted(at), counted(*dismissal), event(*dismissal).reason});
      } else {
        answer.requests.push_back(
            {event(at).by, known_->events()[at].digest, !saw(at, file, words)});
      }
    }
    if (silent) return std::nullopt;
    std::optional<std::size_t> approval;
    bool other_values = false;
    for (const At& word : words) {
      if (std::find(last.begin(), last.end(), word.event) == last.end()) continue;
      if (fits(*word.on, file, word.event, other_values)) approval = word.event;
    }
    if (!approval)
      (other_values ? answer.other_values : answer.outdated).push_back(counted(last.front()));
    return approval;
  }

  // Whether one of the words of that event is on what the file is now, or on what is shown of it.
  bool saw(std::size_t at, const ProposedFile& file, const std::vector<At>& words) const {
    return std::any_of(words.begin(), words.end(), [&](const At& word) {
      if (word.event != at) return false;
      if (word.on == nullptr || !word.on->tree.empty()) return true;
      return word.on->blob == file.blob || word.on->blob == file.shown;
    });
  }

  bool fits(const On& on, const ProposedFile& file, std::size_t at, bool& other_values) const {
    if (!on.tree.empty()) {
      const auto folder = folders_.find(on.path);
      if (folder == folders_.end() || folder->second->tree != on.tree) return false;
      if (folder->second->rests == on.rests) return true;
      other_values = true;
      return false;
    }
    if (on.blob != file.blob) return false;
    if (known_->events()[at].old_form || on.rests == file.rests) return true;
    other_values = true;
    return false;
  }

  // The event that sets a request aside: by a reviewer who is neither its giver nor an author.
  std::optional<std::size_t> dismissal_of(std::size_t request, const ProposedFile& file,
                                          FileVerdict& answer) {
    std::optional<std::size_t> found;
    const auto naming = dismissals_.find(request);
    if (naming == dismissals_.end()) return std::nullopt;
    const Person& of = giver(request);
    for (const std::size_t i : naming->second) {
      const Event& one = event(i);
      const Person& who = giver(i);
      const AuthorRelation author = relation(i, file.authors);
      if (one.reason.empty() || !weighty_[i] || people_.same_body(who, of) ||
          people_.twins(who, of) || author.body || author.twin)
        continue;
      if (standings_[i].weight == Weight::untold)
        answer.untold.push_back(what_is(one) + ": " + standings_[i].why);
      if (standings_[i].counts()) found = i;
    }
    return found;
  }

  std::vector<Person> count_approvals(const ProposedFile& file,
                                      const std::vector<std::size_t>& approvals,
                                      FileVerdict& answer) {
    std::vector<Person> approvers;
    for (const std::size_t at : approvals) {
      const AuthorRelation author = relation(at, file.authors);
      if (!policy_.own && author.body) {
        answer.own.push_back(counted(at));
      } else if (!policy_.own && author.twin) {
        answer.twins.push_back(counted(at));
      } else {
        answer.approvals.push_back(counted(at));
        approvers.push_back(giver(at));
      }
    }
    return approvers;
  }

  // How many of the people may be others than the authors of a file.
  std::size_t others(const std::vector<std::string>& list, const ProposedFile& file) const {
    return static_cast<std::size_t>(std::count_if(
        list.begin(), list.end(),
        [&](const std::string& one) { return !is_body_of(person(one), file.authors, people_); }));
  }

  // Where too few are left whose approval would count, as a part of a sentence.
  std::string hopelessness(const ProposedFile& file, int needed) const {
    if (policy_.reviewers.empty()) return "";
    const std::vector<std::string> all = all_reviewers(policy_);
    const std::size_t may = policy_.own ? all.size() : others(all, file);
    if (may >= static_cast<std::size_t>(needed)) return "";
    const std::string reviewers = count_of_reviewers(all.size());
    return (may == all.size() ? "; aver.toml names only " + reviewers
            : may == 0        ? "; who may approve by aver.toml has recorded it"
                       : "; of the " + reviewers + " in aver.toml only " + std::to_string(may) +
                             " may approve it, as the rest recorded it") +
           ": nobody can satisfy this";
  }

  void find_missing(const ProposedFile& file, const Asked& asked,
                    const std::vector<Person>& approvers, FileVerdict& answer) const {
    if (file.path.starts_with("reviews/"))
      answer.missing.emplace_back("reviews are only added to, and by reviewing");
    for (const TopicPolicy* group : asked.groups) {
      if (has_one(approvers, *group)) continue;
      std::string sentence = name_of(*group) + " needs the approval of " +
                             (group->by.size() == 1 ? "" : "one of ") + listed(group->by);
      if (!policy_.own && others(group->by, file) == 0) {
        answer.hopeless = true;
        sentence += std::string(group->by.size() == 1 ? ", who" : ", who all") +
                    " recorded it: nobody can satisfy this";
      }
      answer.missing.push_back(std::move(sentence));
    }
    for (const std::string& path : {file.path, std::string()}) {
      if (const auto found = threads_.find(path); found != threads_.end())
        answer.threads.insert(answer.threads.end(), found->second.begin(), found->second.end());
    }
    for (const std::string& id : answer.threads)
      answer.missing.push_back("the thread " + id + " must be settled");
    const int have = static_cast<int>(bodies(approvers));
    if (have >= answer.needed) return;
    const std::string hopeless = hopelessness(file, answer.needed);
    answer.hopeless = answer.hopeless || !hopeless.empty();
    answer.missing.push_back("needs " + count_of_approvals(answer.needed) + ", and has " +
                             (have == 0 ? "none" : std::to_string(have)) + why(file, answer) +
                             hopeless);
  }

  // Two who are counted once, as they have one name.
  std::optional<std::pair<std::string, std::string>> twins_among(
      const std::vector<CountedWord>& words) const {
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (people_.twins(person(words[j].by), person(words[i].by)))
          return std::pair(words[j].by, words[i].by);
      }
    }
    return std::nullopt;
  }

  std::string why(const ProposedFile& file, const FileVerdict& answer) const {
    if (!answer.own.empty()) return " (that of who recorded it does not count)";
    if (!answer.twins.empty())
      return " (" + answer.twins.front().by +
             " may be who recorded it, under another address: say in aver.toml who they are)";
    if (const auto pair = twins_among(answer.approvals))
      return " (" + pair->first + " and " + pair->second +
             " may be one person: say in aver.toml who they are)";
    if (answer.mixed)
      return " (" + where_.into + " has changed it, too" +
             (answer.outdated.empty() ? ")" : ": what merging makes of it was not approved)");
    if (!answer.other_values.empty())
      return " (what it rests on was changed since it was approved)";
    if (!answer.outdated.empty()) return " (it was changed since it was approved)";
    if (!answer.dismissed.empty()) return " (one more for each request that was dismissed)";
    if (file.author_unknown) return " (one more, as who recorded it has not signed it)";
    return "";
  }

  const std::vector<ProposedFile>& files_;
  const Whereabouts& where_;
  const ReviewPolicy& policy_;
  const People& people_;
  const ReviewsHere& reach_;
  std::unordered_map<std::string_view, const JudgedFolder*> folders_;
  const KnownEvents* known_ = nullptr;
  const WordsByPath* words_ = nullptr;
  // Of each event.
  std::vector<Standing> standings_;
  std::vector<Person> givers_;
  std::vector<std::size_t> ranks_;   // its place in order()
  std::vector<bool> weighty_;        // whether its giver is a reviewer
  std::vector<std::size_t> voices_;  // the first event of the same voice
  std::unordered_map<std::string, std::vector<std::optional<AuthorRelation>>>
      relations_;                                               // by author
  std::map<std::size_t, std::vector<std::size_t>> dismissals_;  // by the request
  std::map<std::string, std::vector<std::string>> threads_;     // by path
  std::set<std::string> untold_;                                // of all files
  Verdict answer_;
};

}  // namespace

std::vector<std::string> FileVerdict::approved_by() const {
  std::vector<std::string> who;
  for (const CountedWord& word : approvals) who.push_back(word.by);
  return who;
}

std::vector<std::string> FileVerdict::reasons() const {
  std::vector<std::string> all = missing;
  for (const std::string& one : untold) all.push_back("cannot tell: " + one);
  return all;
}

Outcome Verdict::outcome() const {
  Outcome all = Outcome::approved;
  for (const FileVerdict& file : files) {
    if (file.outcome() == Outcome::untold) return Outcome::untold;
    if (file.outcome() == Outcome::refused) all = Outcome::refused;
  }
  return all;
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

std::vector<std::string> Verdict::counted() const {
  std::set<std::string> digests;
  for (const FileVerdict& file : files) {
    for (const CountedWord& word : file.approvals) digests.insert(word.digest);
    for (const DismissedRequest& one : file.dismissed) digests.insert(one.dismissal.digest);
  }
  return {digests.begin(), digests.end()};
}

bool is_guarded(std::string_view path) {
  constexpr std::array<std::string_view, 5> kFiles = {"aver.toml", ".mailmap", ".gitlab-ci.yml",
                                                      ".woodpecker.yml", ".travis.yml"};
  constexpr std::array<std::string_view, 9> kFolders = {".github",  ".gitlab",     ".gitea",
                                                        ".forgejo", ".woodpecker", ".circleci",
                                                        ".ci",      "ci",          ".githooks"};
  constexpr std::array<std::string_view, 6> kNames = {
      ".gitattributes", "allowed_signers",     ".allowed_signers",
      "Jenkinsfile",    "azure-pipelines.yml", "bitbucket-pipelines.yml"};
  const std::string_view name = last_part(path);
  return std::find(kFiles.begin(), kFiles.end(), path) != kFiles.end() ||
         std::find(kNames.begin(), kNames.end(), name) != kNames.end() ||
         std::any_of(kFolders.begin(), kFolders.end(),
                     [&](std::string_view folder) { return is_below(path, folder); });
}

Asked asked_for(const ProposedFile& file, const ReviewPolicy& policy) {
  if (is_guarded(file.path)) return strictest(policy);
  Asked asked{.approvals = policy.approvals};
  for (const TopicPolicy& rule : policy.topics) {
    const bool holds = rule_holds(rule, file.path) ||
                       std::any_of(file.resting.begin(), file.resting.end(),
                                   [&](const std::string& path) { return rule_holds(rule, path); });
    if (!holds) continue;
    asked.approvals = std::max(asked.approvals, rule.approvals);
    if (!rule.by.empty()) asked.groups.push_back(&rule);
  }
  return asked;
}

bool would_count(const ProposedFile& file, const ReviewPolicy& policy, const People& people,
                 const Person& who) {
  return is_reviewer(who, policy, people) && (policy.own || !is_body_of(who, file.authors, people));
}

std::vector<std::string> folders_named(const KnownEvents& known) {
  std::set<std::string> folders;
  for (const GivenEvent& given : known.events()) {
    for (const On& on : given.event.on) {
      if (!on.tree.empty()) folders.insert(on.path);
    }
  }
  return {folders.begin(), folders.end()};
}

Verdict judge(const std::vector<ProposedFile>& files, const std::vector<JudgedFolder>& folders,
              const KnownEvents& known, const Whereabouts& where, const ReviewPolicy& policy,
              const People& people, const ReviewsHere& reach) {
  return EventJudge(files, folders, where, policy, people, reach).run(known);
}

}  // namespace aver::claims::reviews
