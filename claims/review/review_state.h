// SPDX-License-Identifier: MIT
//
// What the events of one proposal amount to: whose they are, what knew what, its title, its rounds,
// its threads, and whether it has ended.
//
// Pure, and without clocks: the order of events is what their writers knew (`after`), so that every
// clone with the same events comes to the same answer, whatever their order. Whether a word counts
// for a file is event_judge.h's to say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "claims/review/event.h"
#include "claims/review/people.h"
#include "claims/review/review.h"

namespace aver::claims::reviews {

// What is known of the signature beside an event's file.
enum class SignatureFound {
  none,
  good,       // it fits, and a key of `signers` made it, which was good on the day of the event
  expired,    // by a key that was no longer good on that day
  unknown,    // by a key that the branch's allowed_signers does not have
  revoked,    // by a key that was taken back
  bad,        // it does not fit the file
  unchecked,  // nobody could check it here: no program, or no keys
};

// An event, and what git knows of its file.
struct GivenEvent {
  std::string digest{};  // SHA-256 of the file's bytes, 64 hex digits
  Event event{};
  bool altered = false;      // its name does not fit its bytes
  std::string unreadable{};  // what is wrong in it, where `event` is a part of it
  SignatureFound signature = SignatureFound::none;
  std::vector<std::string> signers{};  // of a good one: whose key it is, addresses
  // Of the commit that first brought the file to the branch of reviews, "Name <address>"; empty
  // where that commit is not here.
  std::string author{};
  std::string committer{};
  bool old_form = false;  // a review of before there were events: without store, key and `rests`
};

// The reviews of the old form as events, unsigned: each knows those before it, in the order of the
// proposal's commits.
std::vector<GivenEvent> events_of(std::vector<GivenReview> reviews);

// Which store and which proposal the events are to be of.
struct Whereabouts {
  std::string store{};
  std::vector<std::string> proposals{};  // keys: more than one where it was opened twice
  std::string into = "the other side";   // what sentences call the branch that it goes to
};

enum class Weight { counts, untold, nothing };  // untold: it cannot be said here

// Whether an event is the word of whom it names, and why not ("was committed by …").
struct Standing {
  Weight weight = Weight::counts;
  std::string why{};

  bool counts() const { return weight == Weight::counts; }
};
Standing standing_of(const GivenEvent& given, const Whereabouts& where, Signing signing,
                     const People& people);

// The events of a proposal by what they knew. Numbers are places in events().
class KnownEvents {
 public:
  // Each digest once; in any order.
  explicit KnownEvents(std::vector<GivenEvent> events);

  const std::vector<GivenEvent>& events() const { return events_; }
  std::size_t size() const { return events_.size(); }

  // The event with that digest, or its beginning; nothing where there is none, or several.
  std::optional<std::size_t> find(std::string_view digest) const;

  // Whether the writer of `later` knew `earlier`, by way of others, too. No event knows itself.
  bool knows(std::size_t later, std::size_t earlier) const;

  // Those of `some` that no other of them knows.
  std::vector<std::size_t> latest(const std::vector<std::size_t>& some) const;

  // For readers: what is known stands before what knows it; else by `at`, then by digest.
  const std::vector<std::size_t>& order() const { return order_; }

  // What a new event has as `after`: the digests that no event knows. Not those of the old form,
  // which go with the proposal's branch: every event knows them.
  std::vector<std::string> heads() const;

  // The digests that an event names in its `after`, and that are not here.
  const std::vector<std::string>& absent(std::size_t event) const { return absent_[event]; }

 private:
  void know_old_form();
  void sort_out();

  std::vector<GivenEvent> events_;               // by digest
  std::vector<std::vector<std::size_t>> known_;  // by `after`
  std::vector<std::vector<std::string>> absent_;
  std::vector<std::size_t> order_;
  std::vector<std::vector<std::uint64_t>> ancestors_;  // a bit an event
};

struct ThreadReply {
  std::size_t event = 0;
  std::string body{};
  bool counts = false;
};

struct Thread {
  std::string id{};       // "<12 digits>.<number>"
  std::size_t event = 0;  // that began it
  std::size_t number = 0;
  bool counts = false;  // its event does
  bool open = true;     // nobody settled it, or somebody spoke who did not know of that
  std::string how{};    // applied, answered, given-up
  std::optional<std::size_t> settled_by{};
  std::vector<ThreadReply> replies{};
};

// Something that somebody said of the proposal; of two who did not know of each other both.
struct Said {
  std::size_t event = 0;
  std::string text{};
};

struct ProposalState {
  std::vector<Said> titles{};  // the first is shown; more than one: said at once
  std::vector<Said> bodies{};
  std::string into{};
  std::string on_top_of{};
  std::set<std::string> asked{};         // addresses
  std::vector<std::size_t> rounds{};     // in order()
  std::vector<std::size_t> withdrawn{};  // the withdrawals in force; empty: it is not withdrawn
  std::vector<std::size_t> accepts{};    // said; whether main has them is git's to know
  std::vector<Thread> threads{};         // in order()
  std::vector<std::size_t> nothing{};    // events that count for nothing, in order()

  std::string title() const { return titles.empty() ? "" : titles.front().text; }
  bool ended() const { return !withdrawn.empty(); }
};

// `standings` are those of events(), in their order. `may_settle` says whose word settles a thread,
// or takes it up again; without it, that of everybody whose events count.
using MaySettle = std::function<bool(std::size_t event)>;
ProposalState state_of(const KnownEvents& known, const std::vector<Standing>& standings,
                       const MaySettle& may_settle = {});

}  // namespace aver::claims::reviews
