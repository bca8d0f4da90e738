// SPDX-License-Identifier: MIT
//
// Loads a proposal: the common base, the commits since, the files they changed with their authors,
// the reviews, and the verdict on what a merge would give.
#include "cli/review/proposals.h"

#include <algorithm>
#include <set>

#include "claims/records/codec.h"
#include "claims/text/paths.h"
#include "cli/review/merged_files.h"
#include "cli/terminal/short_forms.h"
#include "store/digest.h"
#include "store/signatures.h"

namespace aver::cli {
namespace {

namespace reviews = claims::reviews;
using reviews::ProposedFile;
using store::CommitId;
using store::Fault;
using store::StoreError;
using store::View;

std::string person_of(const store::RangeCommit& commit) {
  return commit.author + " <" + commit.author_email + ">";
}

bool is_review(const std::string& path) { return path.starts_with("reviews/"); }

// Who committed contents first, under whatever name: two people may have given their files one
// name, and a merge another to one of them. What only a merge has is the merge's.
class FirstToCommit {
 public:
  struct Who {
    std::string author;      // empty: not known
    std::size_t number = 0;  // of the commit
  };

  void add(const store::RangeCommit& commit, std::size_t number) {
    std::map<store::BlobId, Who>& first = commit.merge ? in_merges_ : in_others_;
    for (const store::ChangedPath& path : commit.paths)
      first.emplace(path.after, Who{person_of(commit), number});
  }

  Who of(const store::BlobId& blob) const {
    for (const auto* first : {&in_others_, &in_merges_}) {
      if (const auto at = first->find(blob); at != first->end()) return at->second;
    }
    return {};
  }

 private:
  std::map<store::BlobId, Who> in_others_;
  std::map<store::BlobId, Who> in_merges_;
};

// Whether a change is a word of this proposal, in the old form, or a copy of an event as it was
// written. Whatever else a proposal changes below reviews/ is a file like others, and nobody may
// change it.
bool is_word(const View& tip, const store::ChangedPath& change) {
  if (!is_review(change.path) || !change.before.empty() || change.after.empty()) return false;
  if (!claims::is_kept_event(change.path)) {
    const auto record = claims::record_at(change.path);
    return record && record->kind == claims::RecordKind::review;
  }
  return change.path.ends_with(".sig") ||
         reviews::name_fits(claims::last_part(change.path),
                            store::sha256(tip.read_blob(change.after)));
}

std::string tree_of(const View& view, const std::string& folder) {
  const std::string above(claims::folder_part(folder));
  for (const store::DirEntry& entry :
       view.list(above.empty() ? "" : above.substr(0, above.size() - 1))) {
    if (entry.folder && entry.name == claims::last_part(folder)) return entry.id;
  }
  return "";
}

// The events that are about a proposal; of one that nobody has named, by what they say.
std::vector<ReviewFolder> folders_of(const Proposal& proposal, const ReviewEvents& events,
                                     const View* result) {
  const std::string& name = proposal.place.name;
  if (result != nullptr && !name.empty()) {
    std::vector<ReviewFolder> accepted = events.accepted(name, *result);
    // One that was accepted when nobody had spoken of it yet.
    if (accepted.empty())
      accepted = events.speaking_of(name, {proposal.order.begin(), proposal.order.end()});
    return accepted;
  }
  if (!name.empty()) return events.waiting(name, proposal.target);
  std::set<std::string> blobs;
  for (const ProposedFile& file : proposal.merged) {
    if (file.blob != claims::kRemoved) blobs.insert(file.blob);
  }
  if (result != nullptr) return events.behind(proposal.target, *result, blobs);
  return events.about({proposal.order.begin(), proposal.order.end()}, blobs, proposal.target);
}

// Where records must be signed: marks the files that a commit changed whose author has not signed
// it.
void add_unknown_authors(Session& session, Proposal& proposal) {
  std::set<std::string> unsigned_files;
  const reviews::People& people = proposal.events.people;
  store::each_signature(session.store(), proposal.target.commit() + ".." + proposal.tip.commit(),
                        [&](const store::SignedObject& one) {
                          if (!one.edition.empty()) return;
                          const claims::Person author{one.author, one.email};
                          const bool own = one.standing == store::SignatureStatus::good &&
                                           people.same_voice(author, claims::person(one.signer));
                          if (!own) unsigned_files.insert(one.paths.begin(), one.paths.end());
                        });
  for (ProposedFile& file : proposal.merged)
    file.author_unknown = unsigned_files.contains(file.path);
}

// The commits of the range, the files they changed with their authors, and the reviews.
void add_files(store::Store& store, Proposal& proposal) {
  const View& tip = proposal.tip;
  const CommitId& target = proposal.target.commit();
  const std::vector<store::ChangedPath> changes = store.changes(proposal.base, tip);
  const store::Branches branches(store);
  proposal.commits = branches.range(target, tip.commit(), false);
  // Finding each file's authors means reading every commit, unless they all have one author.
  const bool one_author = std::all_of(
      proposal.commits.begin(), proposal.commits.end(), [&](const store::RangeCommit& commit) {
        return person_of(commit) == person_of(proposal.commits.front());
      });
  const bool reviewed =
      std::any_of(changes.begin(), changes.end(),
                  [](const store::ChangedPath& path) { return is_review(path.path); });
  if (!one_author || reviewed) {
    proposal.commits = branches.range(target, tip.commit());
  } else {
    const auto first = std::find_if(proposal.commits.begin(), proposal.commits.end(),
                                    [](const store::RangeCommit& one) { return !one.merge; });
    if (first != proposal.commits.end()) first->paths = changes;
  }
  std::map<std::string, std::vector<std::string>> authors;  // by path
  FirstToCommit contents;
  std::size_t number = 0;
  for (const store::RangeCommit& commit : proposal.commits) {
    contents.add(commit, ++number);
    proposal.order.push_back(commit.commit);
    if (commit.merge) continue;
    for (const store::ChangedPath& path : commit.paths) {
      std::vector<std::string>& who = authors[path.path];
      const std::string author = person_of(commit);
      std::erase(who, author);
      who.push_back(author);
    }
  }
  if (!proposal.commits.empty()) proposal.tip_author = person_of(proposal.commits.back());
  std::erase_if(proposal.commits, [](const store::RangeCommit& commit) { return commit.merge; });
  for (const store::ChangedPath& path : changes) {
    const FirstToCommit::Who who = contents.of(path.after);
    if (!is_word(tip, path)) {
      std::vector<std::string>& those = authors[path.path];
      if (those.empty() && !who.author.empty()) those.push_back(who.author);
      proposal.files.push_back({path.path, claims::blob_or_removed(path.after), those});
      continue;
    }
    if (claims::is_kept_event(path.path)) continue;
    const std::string bytes = tip.read_blob(path.after);
    const auto review = claims::decode_review(bytes, path.path);
    if (review.record)
      proposal.reviews.push_back({*review.record, who.author, who.number, store::sha256(bytes)});
  }
  claims::sort_by_time(proposal.reviews);
}

}  // namespace

View base_of(Session& session, const View& target, const View& tip) {
  if (target.commit().empty() || tip.commit().empty()) return target;
  if (session.store().is_shallow()) {
    throw StoreError(Fault::unsupported,
                     "this is a shallow clone: what a proposal is based on is cut off", {},
                     "git fetch --unshallow");
  }
  const std::vector<store::CommitId> bases =
      store::Branches(session.store()).merge_bases(target.commit(), tip.commit());
  if (bases.empty()) {
    throw StoreError(
        Fault::usage, "the two branches share no history",
        {"one of them was rewritten, or comes from another store"},
        "git rebase --onto " + short_id(target.commit()) + " OLD-BASE, on the proposal's branch");
  }
  return session.store().view(bases.front());
}

bool Proposal::has(std::string_view path) const {
  return std::any_of(files.begin(), files.end(),
                     [&](const claims::reviews::ProposedFile& file) { return file.path == path; });
}

std::vector<std::string> Proposal::authors() const {
  std::vector<std::string> who;
  for (const store::RangeCommit& commit : commits) {
    const bool records =
        std::any_of(commit.paths.begin(), commit.paths.end(),
                    [](const store::ChangedPath& path) { return !is_review(path.path); });
    const std::string author = person_of(commit);
    if (records && std::find(who.begin(), who.end(), author) == who.end()) who.push_back(author);
  }
  return who;
}

Proposal load_proposal(Session& session, const ProposalPlace& place, const std::string& into,
                       const ReviewEvents* events) {
  const View tip = session.store().view(place.tip);
  if (!place.accepted.empty()) {
    const View merge = session.store().view(place.accepted);
    const View target = session.store().view(merge.parents().front());
    return load_range(session, place, into, {target, tip, &merge}, events);
  }
  const std::optional<store::CommitId> target = store::Branches(session.store()).tip(into);
  if (!target) throw StoreError(Fault::not_found, "there is no branch " + into, {}, "git branch");
  return load_range(session, place, into, {session.store().view(*target), tip}, events);
}

Proposal load_range(Session& session, const ProposalPlace& place, const std::string& into,
                    const ProposedRange& range, const ReviewEvents* events) {
  store::Store& store = session.store();
  const auto& [target, tip, result] = range;
  Proposal proposal{.place = place,
                    .into = into,
                    .target = target,
                    .base = base_of(session, target, tip),
                    .tip = tip,
                    .result = MergedState(tip)};
  add_files(store, proposal);
  proposal.merged = proposal.files;
  if (result != nullptr) {
    proposal.merged = merged_files(store.changes(target, *result), tip, proposal.files);
    proposal.result = MergedState(*result);
  } else if (!target.commit().empty() && !tip.commit().empty()) {
    proposal.merge = store::merge(store, target, tip, {.shared = {target}});
    proposal.merged = merged_files(proposal.merge, target, tip, proposal.files);
    if (proposal.merge.kind == store::Merge::Kind::real && proposal.merge.clean())
      proposal.result = MergedState(target, proposal.merge.edits());
  }
  std::optional<ReviewEvents> own;
  if (events == nullptr) events = &own.emplace(session);
  judge(session,
        events->to_judge(folders_of(proposal, *events, result), target, into, proposal.reviews,
                         result == nullptr ? "" : result->commit()),
        proposal);
  return proposal;
}

std::vector<reviews::JudgedFolder> judged_folders(Session& session, const Proposal& proposal,
                                                  const std::vector<std::string>& named) {
  std::vector<reviews::JudgedFolder> folders;
  if (named.empty()) return folders;
  const bool merges = proposal.place.accepted.empty() &&
                      proposal.merge.kind == store::Merge::Kind::real && proposal.merge.clean();
  const View result = merges ? session.store().view_with(proposal.target, proposal.merge.edits())
                             : proposal.result.view();
  for (const std::string& folder : named) {
    std::vector<std::pair<std::string, std::string>> rests;
    for (const ProposedFile& file : proposal.merged) {
      if (file.path.starts_with(folder + "/")) rests.emplace_back(file.path, file.rests);
    }
    folders.push_back({folder, tree_of(result, folder),
                       store::sha256(reviews::folder_digest_input(std::move(rests)))});
  }
  return folders;
}

void judge(Session& session, EventsToJudge events, Proposal& proposal) {
  const claims::ReviewPolicy& policy = proposal.target.settings().review;
  proposal.events = std::move(events);
  const auto named = reviews::folders_named(proposal.events.known);
  const bool by_values =
      std::any_of(proposal.events.known.events().begin(), proposal.events.known.events().end(),
                  [](const reviews::GivenEvent& one) { return !one.old_form; });
  if (by_values) add_rests(proposal.result, proposal.merged);
  add_resting(session, proposal.target, proposal.result, proposal.merged);
  if (policy.signing == claims::Signing::all) add_unknown_authors(session, proposal);
  proposal.verdict = reviews::judge(proposal.merged, judged_folders(session, proposal, named),
                                    proposal.events.known, proposal.events.where, policy,
                                    proposal.events.people, proposal.events.reach);
}

claims::Person user_of(Session& session) {
  try {
    return claims::person(session.store().user());
  } catch (const StoreError&) {
    return {};
  }
}

claims::Diagnostics policy_problems(const reviews::Verdict& verdict) {
  claims::Diagnostics problems;
  for (const reviews::FileVerdict& file : verdict.files) {
    for (const std::string& sentence : file.untold) {
      problems.push_back({claims::Severity::error,
                          claims::Rule::review_untold,
                          file.path,
                          {},
                          "cannot tell whether it is approved: " + sentence,
                          std::string(kFetchReviews)});
    }
    for (const std::string& sentence : file.missing) {
      problems.push_back(
          {claims::Severity::error,
           claims::Rule::review_approval,
           file.path,
           {},
           sentence,
           file.mixed ? "aver review update NAME" : "aver review approve NAME, by somebody else"});
    }
    for (const reviews::Request& request : file.requests) {
      problems.push_back(
          {claims::Severity::error,
           claims::Rule::review_requested,
           file.path,
           {},
           request.by + " asks for a change" +
               (request.changed_since ? ", and has not looked at the new contents" : ""),
           ""});
    }
  }
  for (const reviews::Remark& remark : verdict.remarks) {
    problems.push_back({claims::Severity::warning,
                        claims::Rule::review_unknown,
                        "reviews",
                        {},
                        remark.sentence,
                        ""});
  }
  return problems;
}

}  // namespace aver::cli
