// SPDX-License-Identifier: MIT
//
// aver sync: fetch, merge, check, push; again where somebody else pushed first.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

#include "claims/settings/settings.h"
#include "claims/text/lines.h"
#include "cli/check/checker.h"
#include "cli/check/judge.h"
#include "cli/check/recorded.h"
#include "cli/commands/commands.h"
#include "cli/review/gone_there.h"
#include "cli/review/past_policy.h"
#include "cli/review/shared_proposals.h"
#include "cli/review/shared_reviews.h"
#include "cli/review/unpushed_accepts.h"
#include "cli/review/verdict_lines.h"
#include "cli/session/editor.h"
#include "cli/share/lost.h"
#include "cli/share/merging.h"
#include "cli/share/seen_branches.h"
#include "cli/share/shared_editions.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/branches.h"
#include "store/given_words.h"
#include "store/process.h"
#include "store/push.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::optional<std::string> remote;
  bool pull = false;
  bool push = false;
  bool push_again = false;
  bool unreviewed = false;
  std::optional<std::string> why;
};

constexpr int kTries = 6;

class Sync {
 public:
  Sync(Session& session, const Options& options) : session_(session), options_(options) {}

  int run() {
    if (options_.unreviewed != options_.why.has_value() ||
        (options_.why && is_blank(*options_.why))) {
      throw StoreError(Fault::usage, "--unreviewed goes with a reason", {},
                       "aver sync --unreviewed -m \"Why it cannot wait\"");
    }
    require_branch();
    find_remote();
    seen_.emplace(session_, remote_);
    if (const auto tip = fetched_tip(); tip && !seen_->tip(branch_)) seen_->see(branch_, *tip);
    proposals_.emplace(session_, remote_, *seen_, options_.push_again);
    reviews_.emplace(session_, remote_);
    editions_.emplace(session_, remote_);
    const int status = bring_level();
    if (!options_.push) proposals_->tell_arrived(reviews_->spoken_of());
    return status;
  }

 private:
  // Fetches and pushes until both sides are equal. Returns the exit code.
  int bring_level() {
    int status = kDone;
    const std::vector<store::CommitId> before = tips();
    for (int attempt = 0; attempt < kTries; ++attempt) {
      fetch();
      if (!options_.push) {
        if (const int merged = merge(); merged != kDone) return merged;
        if (const int taken = proposals_->take(); taken != kDone) status = taken;
        reviews_->take();
      }
      if (options_.pull) return status;
      const store::CommitId tip = session_.store().view().commit();
      const bool level = upstream_ && tip == *upstream_;
      std::vector<SharedProposals::Push> waiting = proposals_->waiting(tip);
      if (!keep_sound(waiting)) status = kAnswerIsNo;
      const bool editions = !editions_->waiting().empty();
      // What is to be pushed is judged before it is made: an acceptance that does not hold any more
      // is not told.
      if (const int checked = level ? kDone : check(); checked != kDone) return checked;
      const std::optional<View> published =
          upstream_ ? std::optional(session_.store().view(*upstream_)) : std::nullopt;
      const auto reviews = reviews_->waiting(branch_, published ? &*published : nullptr,
                                             session_.store().view(), unreviewed_);
      if (level && waiting.empty() && !editions && !reviews) {
        // What came in was told, each as it came.
        if (tips() == before)
          session_.out.data("level with " + safe_line(remote_ + "/" + branch_) + "\n");
        return status;
      }
      if (push(level && !editions, waiting, reviews)) {
        if (!level) session_.out.data("pushed to " + safe_line(remote_ + "/" + branch_) + "\n");
        for (const SharedProposals::Push& one : waiting) session_.out.data(one.told + "\n");
        if (reviews) session_.out.data("pushed " + std::string(store::kReviewBranch) + "\n");
        editions_->pushed();
        return status;
      }
      session_.out.talk("somebody was quicker: once more\n");
    }
    throw StoreError(Fault::locked, "others kept pushing to " + remote_ + " all the while", {},
                     "aver sync");
  }

  store::RunResult git(std::vector<std::string> words) {
    return store::run_git(std::move(words), {.directory = session_.store().root().string()});
  }

  // With the terminal: for credentials, keys and prompts. What git says stands above ours.
  store::RunResult git_on_terminal(std::vector<std::string> words) {
    words.insert(words.begin(), "git");
    return store::run(words, {.directory = session_.store().root().string(),
                              .environment = {{"AVER_COMMIT", "1"}, {"AVER_PUSH", "1"}},
                              .inherit_terminal = true});
  }

  // Of this branch, of the proposals here, and of the reviews.
  std::vector<store::CommitId> tips() {
    std::vector<store::CommitId> all = {session_.store().view().commit()};
    for (const store::Branch& branch : store::Branches(session_.store()).below("proposal/")) {
      if (branch.remote.empty()) all.push_back(branch.tip);
    }
    for (const store::ReviewTip& one : store::Reviews(session_.store()).tips()) {
      if (one.ref == store::kSeenReviews) all.push_back(one.tip);
    }
    return all;
  }

  void require_branch() {
    if (session_.store().bare()) {
      throw StoreError(Fault::usage, "a bare store has no work tree: sync in a clone");
    }
    if (is_merging(session_)) {
      throw StoreError(Fault::conflict, "a merge is under way", {}, "aver resolve");
    }
    branch_ = session_.store().branch();
    if (branch_.empty()) {
      throw StoreError(Fault::usage, "HEAD is on no branch: there is nothing to sync", {},
                       "git switch BRANCH");
    }
    local_ = branch_;
  }

  void find_remote() {
    const auto config = [&](const std::string& key) {
      const std::string value = git(store::with_given({"config"}, {key})).output;
      return claims::first_line(value);
    };
    remote_ = options_.remote.value_or(config("branch." + branch_ + ".remote"));
    const std::string merge = config("branch." + branch_ + ".merge");
    if (!options_.remote && merge.starts_with("refs/heads/")) branch_ = merge.substr(11);
    if (!remote_.empty()) return;
    const std::string remotes = git({"remote"}).output;
    if (remotes.empty()) {
      throw StoreError(Fault::usage, "this store has no remote yet", {},
                       "git remote add origin URL");
    }
    remote_ = claims::first_line(remotes);
    if (remotes.find('\n') + 1 != remotes.size()) {
      throw StoreError(Fault::ambiguous, "this store has several remotes", {remotes},
                       "aver sync REMOTE");
    }
  }

  void fetch() {
    const store::RunResult fetched = git_on_terminal(store::with_given({"fetch", "-q"}, {remote_}));
    if (!fetched.ok()) {
      throw StoreError(Fault::remote, "git could not fetch from " + remote_,
                       {"git fetch ended with " + std::to_string(fetched.status)},
                       "nothing is lost; try again when the remote can be reached");
    }
    const bool deleted = was_deleted(session_, {remote_, branch_});
    if (const auto words = reviews_->fetch_words(); !words.empty() && !git_on_terminal(words).ok())
      throw_not_fetched("the reviews from " + remote_);
    reviews_->fetched();
    if (proposals_->known_there() && !git_on_terminal(proposals_->fetch_words()).ok())
      throw_not_fetched("the proposals from " + remote_);
    upstream_ = deleted ? std::nullopt : fetched_tip();
    if (!options_.push_again) {
      require_not_taken_back(session_, *seen_, {remote_, branch_, upstream_},
                             session_.store().view().commit());
    }
    if (upstream_) seen_->see(branch_, *upstream_);
  }

  [[noreturn]] static void throw_not_fetched(const std::string& what) {
    throw StoreError(Fault::remote, "git could not fetch " + what, {},
                     "nothing is lost; try again when the remote can be reached");
  }

  // The remote's tip as last fetched.
  std::optional<store::CommitId> fetched_tip() {
    const store::RunResult tip =
        git({"rev-parse", "-q", "--verify", "refs/remotes/" + remote_ + "/" + branch_});
    return tip.ok() ? std::optional(claims::first_line(tip.output)) : std::nullopt;
  }

  bool has(const std::string& commit) {
    return git(store::with_given({"merge-base", "--is-ancestor"}, {commit, "HEAD"})).ok();
  }

  int merge() {
    if (!upstream_) return kDone;
    if (has(*upstream_)) return kDone;
    // Others have seen the remote's stances under their names, so ours get the new ones.
    const std::string theirs = remote_ + "/" + branch_;
    return merge_revision(session_,
                          {.revision = theirs, .message = "Merge " + theirs, .is_seen = true});
  }

  [[noreturn]] void throw_behind() const {
    throw StoreError(Fault::locked, remote_ + " has commits that are not here", {}, "aver sync");
  }

  // Checks what is about to be pushed: only sound records leave this clone.
  int check() {
    if (upstream_ && !has(*upstream_)) throw_behind();
    const View head = session_.store().view();
    CheckAnswer answer;
    Checker checker(session_, head);
    if (upstream_) {
      const View upstream = session_.store().view(*upstream_);
      checker.since(upstream, answer);
      if (auto foxtrot = check_first_parents(session_, upstream, head))
        answer.problems.push_back(std::move(*foxtrot));
    } else {
      checker.whole(answer);
    }
    constexpr std::size_t kMostTold = 10;
    std::size_t taken_out = 0;
    std::erase_if(answer.problems, [&](const claims::Diagnostic& problem) {
      // Told, and pushed: the foxtrot, and published records that were taken out on purpose.
      if (problem.rule == claims::Rule::recorded_foxtrot) return false;
      if (problem.severity == claims::Severity::error) return false;
      return problem.rule != claims::Rule::record_vanished || ++taken_out > kMostTold;
    });
    add_lost_in_merges(session_, head, {"--not", "--remotes=" + remote_}, answer.problems);
    report(answer.problems, session_.out);
    if (taken_out > kMostTold) {
      session_.out.talk("… and " + std::to_string(taken_out - kMostTold) +
                        " more records were taken out on purpose\n");
    }
    if (!has_errors(answer.problems)) {
      if (upstream_) {
        const View published = session_.store().view(*upstream_);
        require_accepts(published, head);
        require_policy(published, head);
      }
      return kDone;
    }
    session_.out.talk("nothing was pushed: mend these, and: aver sync\n");
    return kAnswerIsNo;
  }

  // Takes out the proposals with errors, which stay here, and tells them. False where there were
  // any.
  bool keep_sound(std::vector<SharedProposals::Push>& waiting) {
    const store::Store& store = session_.store();
    const View main = upstream_ ? store.view(*upstream_) : store.view();
    const auto removed = std::erase_if(waiting, [&](const SharedProposals::Push& one) {
      if (one.tip.empty() || !one.branch.starts_with(kProposals)) return false;
      const View tip = store.view(one.tip);
      if (store.is_shallow()) return false;
      // A store is not judged by settings that cannot be read.
      claims::Diagnostics broken =
          errors_among(claims::decode_settings(tip.read("aver.toml").value_or("")).problems);
      if (!broken.empty()) {
        if (told_.insert(tip.commit()).second) tell_kept_back(one.branch, broken);
        return true;
      }
      CheckAnswer answer;
      Checker(session_, tip).since(base_of(session_, main, tip), answer);
      const claims::Diagnostics errors = errors_among(std::move(answer.problems));
      if (errors.empty() || !told_.insert(tip.commit()).second) return !errors.empty();
      tell_kept_back(one.branch, errors);
      return true;
    });
    return removed == 0;
  }

  void tell_kept_back(const std::string& branch, const claims::Diagnostics& errors) {
    report(errors, session_.out);
    session_.out.talk(safe_line(branch) + " was not pushed: mend these on it, and: aver sync\n");
  }

  // What was accepted here before others had their say is not pushed over it.
  void require_accepts(const View& upstream, const View& head) {
    const std::vector<LostAccept> lost = lost_accepts(session_, remote_, branch_, upstream, head);
    if (lost.empty()) return;
    const LostAccept& first = lost.front();
    throw StoreError(Fault::refused,
                     "the proposal " + first.name +
                         " was reviewed meanwhile, and would not be accepted now: nothing was "
                         "pushed",
                     first.missing,
                     way_out_of(session_, first, {remote_ + "/" + branch_, upstream}, head));
  }

  // Whether the policy of the published branch is about this one.
  bool is_bound(const View& published) {
    if (branch_.starts_with(kProposals) || branch_.starts_with(kWithdrawn)) return false;
    if (claims::first_line(
            git(store::with_given({"config"}, {"remote." + remote_ + ".averPolicy"})).output) ==
        "off")
      return false;
    const std::vector<std::string>& branches = published.settings().review.branches;
    if (!branches.empty())
      return std::find(branches.begin(), branches.end(), branch_) != branches.end();
    const std::string main = claims::first_line(
        git({"symbolic-ref", "-q", "--short", "refs/remotes/" + remote_ + "/HEAD"}).output);
    return main.empty() || main == remote_ + "/" + branch_;
  }

  // What the push would add must be let through by the policy, or be said to go without a review.
  void require_policy(const View& published, const View& head) {
    unreviewed_.reset();
    if (!is_bound(published)) return;
    const auto refused = refused_by_policy(session_, published, head);
    if (!refused) return;
    if (options_.unreviewed) {
      unreviewed_.emplace();
      for (const claims::reviews::FileVerdict& file : refused->files) {
        if (!file.approved()) unreviewed_->paths.push_back(file.path);
      }
      unreviewed_->reason = *options_.why;
      return;
    }
    if (refused->outcome() == claims::reviews::Outcome::untold) {
      throw StoreError(Fault::remote, "cannot tell whether what would be pushed is approved",
                       missing_lines(*refused), hint_of_untold(published.settings().review));
    }
    throw StoreError(
        Fault::refused, branch_ + " takes only what was reviewed: nothing was pushed",
        missing_lines(*refused),
        "aver propose NAME --from-here moves it to a proposal; aver sync --unreviewed -m WHY "
        "pushes "
        "it all the same" +
            std::string(refused->hopeless()
                            ? "; own = true in aver.toml lets people approve what they recorded"
                            : ""));
  }

  // Returns false where somebody has pushed since the fetch. Pushes the branch, unless the remote
  // has it, with its editions, proposals and reviews: all of them, or none.
  bool push(bool level, const std::vector<SharedProposals::Push>& proposals,
            const std::optional<store::PushedRef>& reviews) {
    if (upstream_ && !has(*upstream_)) throw_behind();
    const store::CommitId head = session_.store().view().commit();
    std::vector<store::PushedRef> refs;
    if (reviews) refs.push_back(*reviews);
    if (!level) refs.push_back({"refs/heads/" + branch_, upstream_.value_or(""), head});
    for (const SharedProposals::Push& one : proposals)
      refs.push_back({"refs/heads/" + one.branch, one.there, one.tip, one.tip.empty()});
    const store::PushedTogether pushed = store::push_together(
        session_.store(), remote_, refs,
        {.follow_tags = true, .environment = {{"AVER_COMMIT", "1"}, {"AVER_PUSH", "1"}}});
    if (reviews && !pushed.done.empty() && pushed.done.front() == reviews->ref)
      reviews_->pushed(*reviews);
    switch (pushed.end) {
      case store::PushEnd::done:
        break;
      case store::PushEnd::moved:
        if (!options_.push) return false;
        throw StoreError(Fault::locked, remote_ + " has commits that are not here", pushed.words,
                         "aver sync");
      case store::PushEnd::hook:
        throw StoreError(Fault::refused, "the pre-push hook refused the push", {},
                         "what it said stands above; everything is committed here");
      case store::PushEnd::refused:
      case store::PushEnd::failed:
        throw StoreError(Fault::remote, remote_ + " did not take the push", pushed.words,
                         "nothing is lost; everything is committed here");
    }
    if (pushed.one_by_one) {
      session_.out.talk(safe_line(remote_) +
                        " cannot take several branches at once: they went one by one, reviews "
                        "first\n");
    }
    proposals_->pushed(proposals);
    if (!level) {
      seen_->see(branch_, head);
      git(store::with_given({"branch", "-q", "--set-upstream-to=" + remote_ + "/" + branch_},
                            {local_}));
    }
    return true;
  }

  Session& session_;
  const Options& options_;
  std::string branch_, local_, remote_;
  std::optional<std::string> upstream_;  // the remote's tip, as fetched
  std::optional<SeenBranches> seen_;
  std::optional<SharedProposals> proposals_;
  std::optional<SharedReviews> reviews_;
  std::optional<SharedEditions> editions_;
  std::optional<claims::reviews::Event> unreviewed_;  // to be told with the push
  std::set<store::CommitId> told_;                    // proposals that were not pushed
};

}  // namespace

Command sync_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "sync";
  command.description =
      "Brings this clone and its remote level: fetches, merges by field, checks what is to be "
      "pushed, and "
      "pushes, editions included; once more where somebody was quicker. Goes through git with your "
      "terminal: "
      "credential "
      "helpers, ssh, proxies and prompts work as ever. Where something cannot be done, everything "
      "stays "
      "committed here.";
  command.words = {
      positional("REMOTE", options->remote, "which (default: the branch's own, or the only one)"),
      flag("--pull", options->pull, "only fetch and merge"),
      flag("--push", options->push, "only check and push"),
      flag("--push-again", options->push_again,
           "also what was deleted or taken back at the remote"),
      flag("--unreviewed", options->unreviewed,
           "push what the store's policy does not let through, and say so in the reviews"),
      option("--message", "-m", "WHY", &options->why, "with --unreviewed: why it cannot wait")};
  command.examples = {{"aver sync", ""}};
  command.run = [options](Session& session) { return Sync(session, *options).run(); };
  return command;
}

}  // namespace aver::cli
