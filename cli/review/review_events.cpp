// SPDX-License-Identifier: MIT
//
// Joins the files of the branch of reviews with who brought them and with their signatures.
#include "cli/review/review_events.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include "claims/review/event.h"
#include "claims/text/paths.h"
#include "cli/check/trailer.h"
#include "cli/review/gone_there.h"
#include "store/branches.h"
#include "store/digest.h"
#include "store/file_signatures.h"
#include "store/process.h"
#include "store/replace_file.h"

namespace aver::cli {
namespace {

namespace reviews = claims::reviews;
using claims::reviews::SignatureFound;
using store::SignatureStatus;

SignatureFound found(SignatureStatus status) {
  switch (status) {
    case SignatureStatus::good:
      return SignatureFound::good;
    case SignatureStatus::expired:
      return SignatureFound::expired;
    case SignatureStatus::untrusted:
    case SignatureStatus::unknown:
      return SignatureFound::unknown;
    case SignatureStatus::revoked:
      return SignatureFound::revoked;
    case SignatureStatus::unchecked:
      return SignatureFound::unchecked;
    case SignatureStatus::unsigned_:
    case SignatureStatus::bad:
      break;
  }
  return SignatureFound::bad;
}

// Of several commits that brought a file, each on a line of its own, one by whom it names: their
// own word is not less theirs because somebody has copied it.
const store::BroughtReview& bringer(const std::vector<store::BroughtReview>& all,
                                    const std::string& by, const reviews::People& people) {
  const claims::Person who = claims::person(by);
  const auto own = std::find_if(all.begin(), all.end(), [&](const store::BroughtReview& one) {
    return !one.author.empty() && people.same_voice(who, claims::person(one.author)) &&
           people.same_voice(who, claims::person(one.committer));
  });
  return own == all.end() ? all.front() : *own;
}

// Whether there are no reviews anywhere, as far as git knows: no remote, or none whose branches are
// not all fetched.
bool nowhere(Session& session) {
  if (session.store().is_shallow()) return false;
  const store::RunOptions here{.directory = session.store().root().string()};
  const store::RunResult listed = store::run_git({"remote"}, here);
  if (!listed.ok()) return false;
  std::istringstream remotes(listed.output);
  for (std::string remote; std::getline(remotes, remote);) {
    if (!fetches_all_branches(session, remote)) return false;
  }
  return true;
}

// Whether the target has the commit, and that says it accepted the proposal: an event alone, which
// anybody can write, ends none.
bool accepts(const store::Store& store, const store::Branches& branches,
             const store::CommitId& commit, const std::string& key, const store::View& target) {
  try {
    return branches.is_ancestor(commit, target.commit()) &&
           has_trailer(store.view(commit).message(), kKeyTrailer, key);
  } catch (const store::StoreError&) {
    return false;  // it is not here
  }
}

bool speaks_of(const reviews::Event& event, const std::set<std::string>& commits) {
  return commits.contains(event.tip) || commits.contains(event.round);
}

bool has_folder(const std::vector<ReviewFolder>& all, const ReviewFolder& wanted) {
  return std::any_of(all.begin(), all.end(),
                     [&](const ReviewFolder& one) { return one.folder == wanted.folder; });
}

// Whether somebody has withdrawn it, and nobody who knew that has reopened it.
bool is_withdrawn(const reviews::KnownEvents& known) {
  std::vector<std::size_t> endings;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const reviews::Kind kind = known.events()[i].event.kind;
    if (kind == reviews::Kind::withdraw || kind == reviews::Kind::reopen) endings.push_back(i);
  }
  const std::vector<std::size_t> last = known.latest(endings);
  return std::any_of(last.begin(), last.end(), [&](std::size_t at) {
    return known.events()[at].event.kind == reviews::Kind::withdraw;
  });
}

}  // namespace

reviews::People people_of(const store::View& view) {
  return reviews::People(view.settings().people, view.read(".mailmap").value_or(""));
}

std::string signers_of(const store::View& view) {
  for (const char* path : {"allowed_signers", ".allowed_signers"}) {
    if (auto text = view.read(path)) return std::move(*text);
  }
  return "";
}

reviews::ReviewsHere reviews_here(Session& session, const std::optional<store::ReviewFiles>& files,
                                  const store::View& target) {
  reviews::ReviewsHere reach;
  reach.here = files.has_value() || nowhere(session);
  if (target.commit().empty()) return reach;
  const std::vector<store::DirEntry> kept = target.list("reviews");
  // Only what was accepted by events has copies of them in a folder that is called by a key.
  const bool accepted = std::any_of(kept.begin(), kept.end(), [](const store::DirEntry& entry) {
    return reviews::is_proposal_key(entry.name);
  });
  if (!accepted) return reach;
  const store::RunResult newest =
      store::run_git({"log", "-1", "--first-parent", "--grep=^Reviews: [0-9a-f]*$", "--format=%B",
                      target.commit()},
                     {.directory = session.store().root().string()});
  if (!newest.ok()) reach.here = false;
  const std::string tip = trailer_of(newest.output, kReviewsTrailer);
  if (tip.empty()) return reach;
  reach.named = true;
  reach.here = files && files->contains(tip) == store::ContainsTip::yes;
  return reach;
}

ReviewEvents::ReviewEvents(Session& session, const std::vector<store::CommitId>& also)
    : session_(session), reviews_(session.store()), files_(reviews_.files(also)), also_(also) {
  if (!files_) return;
  const auto add = [&](const std::string& folder, const std::string& key) {
    if (reviews::is_proposal_key(key)) {
      by_name_[std::string(reviews::name_of_key(key))].push_back({key, folder});
    } else if (reviews::is_direct_key(key)) {
      direct_.push_back({key, folder});
    }
  };
  for (const std::string& top : files_->folders()) {
    add(top, top);
    if (reviews::is_proposal_key(top)) ++at_root_;
    const bool year = top.size() == 4 && top.find_first_not_of("0123456789") == top.npos;
    if (!year) continue;
    for (const std::string& key : files_->folders(top)) add(top + "/" + key, key);
  }
}

std::vector<ReviewFolder> ReviewEvents::called(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? std::vector<ReviewFolder>{} : found->second;
}

std::vector<ReviewFolder> ReviewEvents::waiting(const std::string& name,
                                                const store::View& target) const {
  std::vector<ReviewFolder> left = called(name);
  if (target.commit().empty()) return left;
  const store::Branches branches(session_.store());
  std::erase_if(left, [&](const ReviewFolder& folder) {
    const std::vector<Loaded>& events = load(folder);
    return std::any_of(events.begin(), events.end(), [&](const Loaded& one) {
      const reviews::Event& event = one.given.event;
      return event.kind == reviews::Kind::accept && !one.given.altered && event.paths.empty() &&
             accepts(session_.store(), branches, event.commit, folder.key, target);
    });
  });
  return left;
}

std::vector<ReviewFolder> ReviewEvents::speaking_of(const std::string& name,
                                                    const std::set<std::string>& commits) const {
  std::vector<ReviewFolder> found;
  for (const ReviewFolder& folder : called(name)) {
    const std::vector<Loaded>& events = load(folder);
    const bool is = std::any_of(events.begin(), events.end(), [&](const Loaded& one) {
      return speaks_of(one.given.event, commits);
    });
    if (is) found.push_back(folder);
  }
  return found;
}

std::vector<ReviewFolder> ReviewEvents::about(const std::set<std::string>& commits,
                                              const std::set<std::string>& blobs,
                                              const store::View& target) const {
  std::vector<ReviewFolder> found;
  for (const auto& [name, folders] : by_name_) {
    for (const ReviewFolder& folder : waiting(name, target)) {
      const std::vector<Loaded>& events = load(folder);
      const bool is = std::any_of(events.begin(), events.end(), [&](const Loaded& one) {
        const reviews::Event& event = one.given.event;
        return speaks_of(event, commits) ||
               std::any_of(event.on.begin(), event.on.end(),
                           [&](const reviews::On& on) { return blobs.contains(on.blob); });
      });
      if (is) found.push_back(folder);
    }
  }
  return found;
}

// A line for each file that somebody approved by name, "BLOB FOLDER PATH"; made anew where the
// branch of reviews has moved.
const std::string& ReviewEvents::approved_contents() const {
  if (!approved_.empty()) return approved_;
  std::string head = "aver 1";
  for (const store::ReviewTip& tip : files_->tips()) head += " " + tip.tip;
  head += "\n";
  const std::filesystem::path kept = session_.store().private_dir() / "approved-contents";
  std::ifstream in(kept);
  std::stringstream all;
  all << in.rdbuf();
  approved_ = all.str();
  if (approved_.starts_with(head)) return approved_;
  approved_ = head;
  for (const auto& [name, folders] : by_name_) {
    for (const ReviewFolder& folder : folders) {
      for (const Loaded& one : load(folder)) {
        if (one.given.event.verdict != "approve") continue;
        for (const reviews::On& on : one.given.event.on) {
          if (!on.blob.empty()) approved_ += on.blob + " " + folder.folder + " " + on.path + "\n";
        }
      }
    }
  }
  std::error_code ignored;
  store::replace_file(kept, approved_, ignored);
  return approved_;
}

std::vector<ReviewFolder> ReviewEvents::with_folders(const std::set<std::string>& folders) const {
  std::vector<ReviewFolder> found;
  for (const auto& [name, known] : by_name_) {
    for (const ReviewFolder& folder : known) {
      if (folders.contains(folder.folder)) found.push_back(folder);
    }
  }
  return found;
}

std::vector<ReviewFolder> ReviewEvents::approving(const std::set<std::string>& blobs) const {
  if (!files_ || by_name_.empty()) return {};
  const std::string& text = approved_contents();
  std::set<std::string> folders;
  for (const std::string& blob : blobs) {
    const std::string line = "\n" + blob + " ";
    for (std::size_t at = text.find(line); at != text.npos; at = text.find(line, at + 1)) {
      const std::size_t from = at + line.size();
      folders.insert(text.substr(from, text.find(' ', from) - from));
    }
  }
  return with_folders(folders);
}

std::vector<ReviewFolder> ReviewEvents::approving(const store::View& view,
                                                  const std::vector<std::string>& paths) const {
  if (!files_ || by_name_.empty()) return {};
  std::set<std::string> folders;
  std::istringstream lines(approved_contents());
  for (std::string line; std::getline(lines, line);) {
    const std::size_t folder = line.find(' ') + 1;
    const std::size_t path = line.find(' ', folder) + 1;
    if (folder == 0 || path == 0) continue;
    const std::string file = line.substr(path);
    const bool asked = std::any_of(paths.begin(), paths.end(), [&](const std::string& one) {
      return file == one || file.starts_with(one + "/");
    });
    if (asked && view.blob_id(file).value_or("") == line.substr(0, folder - 1))
      folders.insert(line.substr(folder, path - folder - 1));
  }
  return with_folders(folders);
}

std::vector<ReviewFolder> ReviewEvents::behind(const store::View& before, const store::View& commit,
                                               const std::set<std::string>& blobs) const {
  std::vector<ReviewFolder> found = accepted(trailer_of(commit.message(), "Proposal"), commit);
  for (ReviewFolder& folder : approving(blobs)) {
    const std::vector<ReviewFolder> open =
        waiting(std::string(reviews::name_of_key(folder.key)), before);
    if (!has_folder(open, folder)) continue;
    std::vector<reviews::GivenEvent> all;
    for (const Loaded& one : load(folder)) all.push_back(one.given);
    if (is_withdrawn(reviews::KnownEvents(std::move(all)))) continue;
    if (!has_folder(found, folder)) found.push_back(std::move(folder));
  }
  return found;
}

std::vector<ReviewFolder> ReviewEvents::accepted(const std::string& name,
                                                 const store::View& merge) const {
  std::vector<ReviewFolder> of = called(name);
  const std::string message = merge.message();
  std::erase_if(of, [&](const ReviewFolder& folder) {
    return !has_trailer(message, kKeyTrailer, folder.key);
  });
  return of;
}

const std::vector<ReviewEvents::Loaded>& ReviewEvents::load(const ReviewFolder& folder) const {
  const auto [at, is_new] = loaded_.try_emplace(folder.folder);
  std::vector<Loaded>& events = at->second;
  if (!is_new) return events;
  std::map<std::string, std::vector<store::BlobId>> signatures;  // by the path of what they sign
  const std::vector<store::ReviewFile> files = files_->below(folder.folder, store::Rounds::without);
  for (const store::ReviewFile& file : files) {
    const auto path = reviews::event_path(file.path);
    if (path && path->signature)
      signatures[file.path.substr(0, file.path.size() - 4)].push_back(file.blob);
  }
  for (const store::ReviewFile& file : files) {
    const auto path = reviews::event_path(file.path);
    if (!path || path->name.empty() || path->signature) continue;
    Loaded one;
    one.path = file.path;
    one.bytes = files_->read(file.blob);
    one.given.digest = store::sha256(one.bytes);
    one.given.altered = !reviews::name_fits(path->name, one.given.digest);
    reviews::DecodedEvent decoded = reviews::decode_event(one.bytes, file.path);
    if (decoded.readable() == nullptr) continue;
    one.given.event = *decoded.readable();
    if (!decoded.event && !decoded.problems.empty())
      one.given.unreadable = decoded.problems.front().sentence;
    if (const auto signature = signatures.find(file.path); signature != signatures.end())
      one.signature = files_->read(signature->second.front());
    events.push_back(std::move(one));
  }
  return events;
}

std::vector<claims::GivenReview> EventsToJudge::said() const {
  constexpr std::size_t kDay = 10;  // "2024-11-01"
  std::vector<claims::GivenReview> all;
  for (const std::size_t at : known.order()) {
    const reviews::GivenEvent& one = known.events()[at];
    if (one.event.kind != reviews::Kind::review) continue;
    claims::GivenReview& given = all.emplace_back();
    given.committed_by = one.committer;
    given.digest = one.digest;
    given.review.by = one.event.by;
    given.review.verdict = one.event.verdict;
    given.review.body = one.event.body.value_or("");
    if (const auto day = claims::parse_date(one.event.at.substr(0, kDay)).date)
      given.review.at = claims::Moment{*day, one.event.at.size() > kDay ? one.event.at : ""};
    for (const reviews::On& on : one.event.on) given.review.on.push_back({on.path, on.blob, {}});
  }
  return all;
}

void ReviewEvents::add_bringers(std::vector<Loaded>& events, const store::View& target) const {
  if (events.empty()) return;
  if (!brought_) {
    brought_.emplace();
    for (store::BroughtReview& one : reviews_.brought("", target.settings().wrong_stamps, also_))
      (*brought_)[one.path].push_back(std::move(one));
  }
  const reviews::People people = people_of(target);
  for (Loaded& one : events) {
    const auto found = brought_->find(one.path);
    if (found == brought_->end() || found->second.empty()) continue;
    const store::BroughtReview& by = bringer(found->second, one.given.event.by, people);
    one.given.author = by.author;
    one.given.committer = by.committer;
    one.arrived = std::max(by.at.value_or(0), by.arrived_at.value_or(0));
    one.brought = by.commit;
  }
}

void ReviewEvents::check_signatures(std::vector<Loaded>& events, const store::View& target) const {
  const std::string signers = signers_of(target);
  std::vector<store::SignedFile> signed_files;
  std::vector<std::size_t> which;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events[i].signature.empty() || events[i].given.altered) continue;
    which.push_back(i);
    signed_files.push_back({.bytes = events[i].bytes,
                            .signature = events[i].signature,
                            .signers = signers,
                            .at = events[i].arrived > 0 ? events[i].arrived : session_.now(),
                            .asked = {claims::person(events[i].given.event.by).email}});
  }
  const std::vector<store::FileSignature> standing =
      store::verify_files(session_.store(), signed_files);
  for (std::size_t i = 0; i < which.size(); ++i) {
    reviews::GivenEvent& given = events[which[i]].given;
    given.signature = found(standing[i].standing);
    given.signers = standing[i].addresses;
  }
}

std::vector<ToldUnreviewed> ReviewEvents::unreviewed(const store::View& target) const {
  std::vector<ToldUnreviewed> found;
  for (const ReviewFolder& folder : direct_) {
    const EventsToJudge events = to_judge({folder}, target, "", {});
    for (const reviews::GivenEvent& one : events.known.events()) {
      if (one.event.kind != reviews::Kind::unreviewed) continue;
      if (standing_of(one, events.where, target.settings().review.signing, events.people).counts())
        found.push_back({one.event.by, one.event.reason, one.event.from, one.event.to});
    }
  }
  return found;
}

// Leaves out what came after the acceptance: what knows of it, and what arrived later, and was not
// there yet when the commit was made that tells of it.
void ReviewEvents::drop_later(const store::CommitId& accepted_by,
                              std::vector<Loaded>& events) const {
  if (accepted_by.empty()) return;
  const Loaded* accept = nullptr;
  for (const Loaded& one : events) {
    if (one.given.event.kind != reviews::Kind::accept || one.given.event.commit != accepted_by)
      continue;
    if (accept == nullptr || one.arrived > accept->arrived) accept = &one;
  }
  if (accept == nullptr || accept->brought.empty()) return;
  std::vector<reviews::GivenEvent> all;
  for (const Loaded& one : events) all.push_back(one.given);
  const reviews::KnownEvents known(std::move(all));
  const std::optional<std::size_t> at = known.find(accept->given.digest);
  const Loaded then = *accept;
  const store::Branches branches(session_.store());
  std::erase_if(events, [&](const Loaded& one) {
    if (one.path == then.path) return false;
    const std::optional<std::size_t> place = known.find(one.given.digest);
    if (place && at && known.knows(*place, *at)) return true;
    return !one.brought.empty() && one.arrived >= then.arrived &&
           !branches.is_ancestor(one.brought, then.brought);
  });
}

EventsToJudge ReviewEvents::to_judge(const std::vector<ReviewFolder>& folders,
                                     const store::View& target, const std::string& into,
                                     const std::vector<claims::GivenReview>& old,
                                     const store::CommitId& accepted_by) const {
  EventsToJudge made;
  made.folders = folders;
  made.in_that_year = at_root_;
  made.people = people_of(target);
  made.where.into = into;
  made.reach = reach_ ? *reach_ : reviews_here(session_, files_, target);
  std::vector<reviews::GivenEvent> events = reviews::events_of(old);
  for (const ReviewFolder& folder : folders) {
    made.where.proposals.push_back(folder.key);
    std::vector<Loaded> loaded = load(folder);
    add_bringers(loaded, target);
    check_signatures(loaded, target);
    drop_later(accepted_by, loaded);
    for (Loaded& one : loaded) {
      made.kept[one.given.digest] = {one.path, std::move(one.bytes), std::move(one.signature)};
      events.push_back(std::move(one.given));
    }
  }
  if (!folders.empty() && !target.commit().empty()) {
    // All targets are on one line, which has one beginning.
    if (!store_) store_ = store::Branches(session_.store()).first_of(target.commit());
    made.where.store = *store_;
  }
  made.known = reviews::KnownEvents(std::move(events));
  return made;
}

}  // namespace aver::cli
