// SPDX-License-Identifier: MIT
//
// The answers of the reading commands, as plain values: made by commands/, printed by render/. A
// renderer never sees the store.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "claims/check/check.h"
#include "claims/positions/beliefs.h"
#include "claims/positions/changes.h"
#include "claims/positions/deadline.h"
#include "claims/positions/diff.h"
#include "claims/positions/in_force.h"
#include "claims/positions/rectangles.h"
#include "claims/records/people.h"
#include "claims/records/records.h"
#include "claims/records/vocabulary.h"
#include "claims/review/event_judge.h"
#include "claims/review/review.h"
#include "claims/text/id.h"
#include "cli/answers/coordinates.h"
#include "store/editions.h"
#include "store/history.h"
#include "store/search_values.h"
#include "store/signatures.h"
#include "store/values.h"

namespace aver::cli {

// What an answer is without, of the claims that it is about.
struct WithoutTold {
  std::string query;           // as typed
  std::size_t records = 0;     // that fall, other than checks
  std::size_t checks = 0;      // that fall, by themselves or with what they speak of
  std::size_t stay_aside = 0;  // that those had corrected
  bool nothing_left = false;   // of some records, all fall

  bool any() const { return records + checks > 0; }
};

// The head of every answer: which coordinates it shows.
struct Head {
  Coordinates at;
  std::string revision;  // the commit it was read from; empty before the first
  std::string line;      // coordinates_line(); empty where neither clock was given
  // Asked for where the answer is printed, as folders are read after the head was made. Null: the
  // answer is without nothing.
  std::function<WithoutTold()> without{};
};

// One holder's position on one claim and scale. The stances it points to belong to a folder in the
// same answer.
struct Held {
  std::string holder;
  std::string claim;
  claims::Position position;
};

// Whether quotes occur in their sources, by the id of the stance and the number of the evidence
// (claims::EvidenceView). Has only the quotes that were looked up.
using Quotes = std::map<std::pair<std::string, std::size_t>, claims::QuoteVerdict>;

// Who approved a stance with its present contents, by the stance's id: "Name <address>".
using ApprovedBy = std::map<std::string, std::vector<std::string>>;

// How reliable sources are, by their ids: "A" to "F". Has only those that say so.
using Reliability = std::map<std::string, std::string>;

// What became of a record between a revision and a later one.
struct SinceThen {
  std::string revision;  // the name of an edition, or as it was typed
  bool is_edition = false;
  std::string commit;
  // The answer shows the record as that revision has it; otherwise as the later one does.
  bool shows_then = false;
  struct What {
    std::string
        what;  // corrected, ended, retracted, edited, renamed, merged, removed, other-record
    std::string record;  // of a claim: the name of its stance; empty for the record itself
    std::string why;     // "by 2024-…: reason", "position, note", "from dorn/x to dorn/y",
                         // "uw/lasker into uw/brindle"
  };
  std::vector<What> changes;  // none: it is as it was
};

struct ClaimAnswer {
  Head head;
  claims::ClaimFolder folder;
  std::vector<Held> positions;         // in force on the day, by holder and scale
  std::vector<std::string> no_record;  // holders whose first stance begins after the day
  Quotes quotes{};
  ApprovedBy approved_by{};
  std::vector<claims::LineDeadline> deadlines{};
  Reliability reliability{};
  std::optional<SinceThen> since{};
};

struct ActorAnswer {
  Head head;
  claims::Actor actor;
  std::vector<claims::ClaimFolder> folders;  // of the claims it has a stance on
  std::vector<Held> positions;
  // A stance of somebody else in which the actor speaks or reports.
  struct Said {
    claims::Voice how = claims::Voice::speaks;
    claims::Stance stance;
    std::string standing;  // "in force", "earlier", "lapsed", "corrected", …: on the day asked
  };
  std::vector<Said> said;  // by claim, then as in the folder; nothing that was said later
  std::optional<SinceThen> since{};
};

struct SourceAnswer {
  Head head;
  claims::Source source;
  std::optional<std::size_t> capture_size;  // bytes
  bool capture_sound = false;               // the bytes have the sha256 of the record
  std::vector<claims::Stance> stances;      // that cite it
  Quotes quotes;
  std::optional<SinceThen> since{};
};

struct StanceAnswer {
  Head head;
  claims::Stance stance;
  std::string claim_text;
  std::map<std::string, std::string> source_titles;  // by id; of those that can be read
  std::optional<std::string> overruled_by;  // name of the stance that corrects or retracts it
  std::string overruled_why;                // "corrected by NAME: reason", "ended DAY, by NAME"
  std::optional<claims::Date> last_looked;  // where somebody has looked again
  Quotes quotes;
  std::vector<std::string> approved_by;
  Reliability reliability{};
  std::optional<SinceThen> since{};
};

// A line of `aver list`.
struct ListedClaim {
  claims::Claim claim;
  std::size_t stances = 0;
  std::vector<claims::Position> positions;  // by holder and scale
  claims::ClaimFolder folder;
};

// Records that fit what was asked, and are no part of an answer that is about what is in force: how
// many, and the commands that list their claims.
struct LeftOut {
  std::size_t others = 0;  // live ones, and checks
  std::string others_command{};
  std::size_t set_aside = 0;
  std::string set_aside_command{};
};

struct ListAnswer {
  Head head;
  std::vector<ListedClaim> claims;
  bool filtered = false;
  LeftOut left_out{};  // of an empty answer
};
struct ActorListAnswer {
  Head head;
  std::vector<claims::Actor> actors;
};
struct SourceListAnswer {
  Head head;
  std::vector<claims::Source> sources;
};

// A stance that was set aside.
struct Overruled {
  std::string name;
  claims::Date held;
  std::string how;  // "(deny) corrected by …"

  std::string text() const { return name + " " + how; }
};

// The steps of one holder on one claim and scale.
struct TimeLine {
  std::string claim;
  std::string claim_text;
  std::string holder;
  std::string scale;          // empty: of words that the vocabulary does not have
  bool other_scales = false;  // the holder has lines on other scales of the claim, too
  std::vector<claims::Step> steps;
  std::vector<Overruled> overruled;
  // Names of records that never come into force, with their words.
  std::vector<std::string> never_in_force;
  std::optional<claims::Date> last_checked;
  std::optional<claims::Date> deadline;           // the claim's, where the line tells of it
  std::optional<claims::LineDeadline> outcome{};  // and how it stands
};
struct HistoryAnswer {
  Head head;
  std::string title;     // the claim's id or the holder's
  std::string subtitle;  // its text or name
  bool of_claim = true;
  bool of_query = false;  // of any holders and claims; the title is the query
  std::vector<claims::ClaimFolder> folders;
  std::vector<TimeLine> lines;
  bool has_other_lines = false;  // there are some that the query does not fit
  LeftOut left_out{};            // of an empty answer to a query
  Reliability reliability{};
};

// What was believed about one day, while the record grew.
struct BeliefsAnswer {
  // Who made a commit, and when.
  struct Recorded {
    std::string commit;
    std::string author, email;
    std::int64_t at = 0;  // the committer's stamp, seconds since 1970
  };
  struct Change {
    claims::BeliefChange belief;
    std::optional<claims::Day> known_on;  // by the recorded clock; nothing where no stamp counts
    Recorded recorded;                    // who made the record that the change goes back to
    Recorded known;  // the commit of the first-parent line since which it was believed
    bool merged() const { return recorded.commit != known.commit; }
  };
  // One holder on one claim and scale.
  struct Line {
    std::string claim;
    std::string claim_text;
    std::string holder;
    std::string scale;          // empty: of words that the vocabulary does not have
    bool other_scales = false;  // the holder has lines on other scales of the claim, too
    std::vector<Change> changes;
  };
  // The same of all days at once: what was known, from one day of our record on until another.
  struct Known {
    claims::Rectangle rectangle;
    claims::Day known_from;
    std::optional<claims::Day> known_to;  // nothing: still
  };
  struct KnownLine {
    std::string claim;
    std::string holder;
    std::string scale;
    bool other_scales = false;
    std::vector<Known> known;  // never empty; by known_from, then by day
  };
  Head head;
  std::string title;     // the claim's id or the holder's
  std::string subtitle;  // its text or name
  bool of_claim = true;
  std::vector<Line> lines;            // by claim, holder and scale
  std::vector<KnownLine> all_days{};  // likewise; only where the question asks for it
  Reliability reliability{};
  std::shared_ptr<const void> owner;  // of what the changes point into
};

// One page of what a search found.
struct SearchAnswer {
  Head head;
  std::vector<std::vector<std::string>> phrases;
  std::size_t offset = 0;
  store::SearchResult result;
  std::set<std::string> fallen;  // ids of hits that --without takes away
  std::string next;              // the command that shows the next page; empty where there is none
};

struct LogAnswer {
  std::string record;  // path; empty for the whole store
  std::vector<store::LogEntry> entries;
};

// The editions of a store, or the one that was just made.
struct EditionsAnswer {
  struct Line {
    store::Edition edition;
    store::RecordCounts counts;
    std::string citation;
  };
  std::vector<Line> editions;  // oldest first
  std::vector<std::string> lightweight;
};

// Who signed what in a range.
struct SignaturesAnswer {
  std::string range;
  std::size_t commits = 0;
  struct Group {
    store::SignatureStatus standing = store::SignatureStatus::good;
    std::string signer, key;
    std::size_t commits = 0;
    std::vector<std::string> paths;  // that these commits touched
  };
  std::vector<Group> groups;                  // good ones first, the worst last
  std::vector<store::SignedObject> not_good;  // commits, newest first
  std::vector<store::SignedObject> editions;  // newest first
  std::map<std::string, std::size_t> last;  // path -> the group of the last commit that touched it
};

// A step of a branch that its policy did not let through.
struct PastPolicy {
  std::string commit;
  std::string author;     // "Name <address>"; empty: not known
  std::int64_t time = 0;  // committed, seconds since 1970
  std::string subject;
  std::vector<std::string> missing;  // a line a file, or for several
  bool untold = false;               // it cannot be told here
  // Whose word says that it goes there without a review, and why; empty: nobody's.
  std::string told_by{}, reason{};
};

struct PolicyAnswer {
  std::string range;
  std::size_t steps = 0;         // that were judged
  std::vector<PastPolicy> past;  // oldest first
};

struct DiffSide {
  std::string name;  // "HEAD~2", "2024-10-31"
  claims::Day day;
  std::string revision;
  std::function<WithoutTold()> without{};  // as in Head
};
struct DiffAnswer {
  DiffSide before;
  DiffSide after;
  std::string line;  // what is compared, where that was asked for; empty for the last commit
  std::vector<claims::ClaimDiff> claims;
  std::vector<std::string> pages;  // instead of them: each as text (Compared::page)
  bool differs() const { return !claims.empty() || !pages.empty() || !others.empty(); }
  // Records of other kinds that differ: path, and "added", "removed" or "edited".
  std::vector<std::pair<std::string, std::string>> others;
  // Those of them that were edited, key by key, with what rests on each as the later side has it.
  struct Edited {
    std::string path;
    std::vector<claims::EditedKey> keys;
    std::size_t stances = 0;  // that name it
    struct Line {
      std::string claim, holder, scale;
    };
    std::vector<Line> lines{};  // on which one of those is, or may be, in force
  };
  std::vector<Edited> edited{};
};

// What rests on a source, or on an actor's word.
struct ImpactAnswer {
  Head head;
  claims::RecordRef on;
  std::string title;  // of the source; the actor's name
  // The claims with what falls: `pairs` are the lines on which the day's answer changes, `also`
  // the records that fall without that.
  std::vector<claims::ClaimDiff> claims;
  std::vector<std::string> records;     // ids of those that fall by themselves
  std::vector<std::string> checks;      // of those that fall as what they speak of does
  std::vector<std::string> stay_aside;  // of those that the first had corrected
  std::vector<claims::Stance> stand;    // by other evidence
  std::vector<std::pair<std::string, std::size_t>> editions;  // that have records: name, how many
  std::string command;  // that retracts; empty where there is nothing to retract
};

// The quotations in a source's latest capture.
struct QuotationsAnswer {
  Head head;
  std::string source;
  std::string title;
  struct Found {
    unsigned paragraph = 0;
    std::string time;  // in captions: "00:01:02"
    std::string text;
    std::string speaker;                // as the text names them
    std::string actor;                  // the id, where it is one of the store's
    std::vector<std::string> recorded;  // ids of the stances that have it

    // As a locator says it.
    std::string place() const { return time.empty() ? "para " + std::to_string(paragraph) : time; }
  };
  std::vector<Found> found;
  bool unrecorded = false;  // only those were asked for
};

// What a publisher has changed between two captures of a source.
struct CaptureDiffAnswer {
  std::string source;
  std::string title;
  struct Side {
    std::size_t number = 0;  // from 1
    std::string retrieved;
  };
  Side before;
  Side after;
  struct Change {
    unsigned paragraph = 0;  // of the later capture, from 1
    std::string words;       // "will {+not+} act"
  };
  std::vector<Change> changes;
  struct Lost {
    std::string stance;  // its id
    std::string quote;
  };
  std::vector<Lost> lost;  // quotes that stood before, and do not after
};

struct StatusAnswer {
  store::Status status;
  std::string root;
  std::string head;       // commit
  std::string recording;  // the branch that records go on, where it is another one
  bool bare = false;
  struct Change {
    store::LocalChange local;
    std::string kind;  // "claim", "stance", …, or "file"
    claims::Diagnostics problems;
  };
  std::vector<Change> changes;
  std::vector<std::string> drafts;  // that wait to be taken up again: the commands that do
};

struct CheckAnswer {
  Head head;
  std::size_t records = 0;
  std::size_t local = 0;  // uncommitted records among them
  std::size_t known = 0;  // problems that a baseline left out
  claims::Diagnostics problems;
};

// The table holder x claim. Cells belong to the folders, one a claim, in their order; a cell has a
// position a scale.
struct PositionsAnswer {
  Head head;
  std::vector<claims::ClaimFolder> folders;
  struct Row {
    std::string holder;
    std::vector<std::vector<claims::Position>> cells;  // one a folder; empty: no record
  };
  std::vector<Row> rows;  // by holder
  LeftOut left_out{};     // of an empty answer
};

// A move of a holder. The stances belong to a folder in the same answer.
struct Flip {
  std::string claim;
  std::string claim_text;
  std::string holder;
  std::string scale;
  claims::Step step;
};
struct PairOfStances {
  claims::Stance a, b;
};
struct FlipsAnswer {
  Head head;
  std::vector<claims::ClaimFolder> folders;
  std::vector<Flip> flips;  // newest first
  std::vector<Flip>
      uncertain;  // likewise: those whose day is vague, or whose words are not certain
  std::vector<PairOfStances> contradictions;
};

// Something to look at again.
struct Due {
  claims::Date since;  // when it fell, or falls, due
  std::string why;     // "not checked", "review by", "deadline"
  std::string claim;
  std::string holder;   // empty for a claim's own dates
  std::string what;     // "silent, last checked 2024-10-31"
  std::string command;  // that records the new look
  bool near = false;    // not yet due
};
// An absence that nobody has checked for longer is stale, if nothing else was asked for.
inline constexpr int kStaleAfterDays = 30;
// How far ahead a review or a deadline is announced.
inline constexpr int kDaysAhead = 14;

struct DueAnswer {
  Head head;
  int days = 0;
  std::vector<Due> due;  // the longest due first
};

// How a proposal stands.
struct ProposalSummary {
  std::string name;
  std::string remote;  // where it is, if not here
  std::string into;
  // open, needs approval, changes requested, approved, accepted, withdrawn, empty
  std::string state;
  std::vector<std::string> authors;  // "Name <address>"
  std::int64_t opened = 0;           // seconds since 1970, of its first and last commits
  std::int64_t updated = 0;
  std::size_t files = 0;
  std::size_t errors = 0, warnings = 0;  // that check finds in what it changes
  std::size_t approvals = 0, needed = 0;
  std::vector<std::string> approved_by, requested_by;
  std::string withdrawn_by{}, withdrawn_why{};  // of a withdrawn one, where somebody said so
  std::string merges;                           // cleanly, already, conflicts
  std::string problem;  // why the proposal could not be read; empty where it could
};
struct ProposalListAnswer {
  std::string into;
  std::int64_t now = 0;
  std::vector<ProposalSummary> proposals;
};
struct ProposalAnswer {
  ProposalSummary summary;
  std::int64_t now = 0;
  std::size_t round = 1;                   // the state of now, from 1
  std::size_t since_round = 0;             // only what has changed since this one; 0: all
  std::vector<std::string> changed_since;  // files that differ from what was last reviewed
  bool since_mine = false;                 // by the user: by anybody otherwise
  DiffAnswer diff;
  claims::Diagnostics problems;
  struct Quoted {
    claims::Stance stance;
    std::size_t evidence = 0;  // the number of that which has the quote
    claims::QuoteVerdict verdict{};
    // Of the capture, where the quote stands or nearly does.
    std::string before{}, words{}, after{};
  };
  std::vector<Quoted> quotes;
  claims::reviews::Verdict verdict;
  bool may_help = false;  // an approval is missing that the user's would be
  struct Said {
    claims::Review review;
    bool changed_since = false;  // some of what it speaks of has other contents now
    bool all = false;            // it speaks of everything there is now
  };
  std::vector<Said> reviews;  // oldest first
  std::string patch;          // the text diff, where it was asked for
};

// A value, who recorded it, and when.
struct BlamedLine {
  std::string key;
  std::string value;
  std::string commit;  // empty where git cannot say
  std::int64_t time = 0;
  std::string author;
};
struct BlamedRecord {
  std::string record;    // path
  std::string evidence;  // of a stance: source and locator
  std::vector<BlamedLine> lines;
  std::vector<std::string> approved_by{};
};
struct BlameAnswer {
  Head head;
  std::string title;
  std::string text;
  std::vector<BlamedRecord> records;
};

}  // namespace aver::cli
