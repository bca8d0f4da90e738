// SPDX-License-Identifier: MIT
//
// What the pages of a site say, as values: made by cli/site, written by cli/render/html.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "claims/positions/changes.h"
#include "claims/positions/in_force.h"
#include "claims/records/records.h"
#include "claims/records/vocabulary.h"
#include "claims/review/review.h"
#include "claims/text/date.h"
#include "cli/answers/answers.h"

namespace aver::cli {

// How much of a capture a source's page shows.
enum class SiteCaptures { none, excerpts, full };

// A commit, and the day of its stamp (UTC).
struct SiteCommit {
  std::string id;  // empty: none
  claims::Day day{};
};

// Who made a record, when. The author is a name, without an address.
struct SiteRecorded {
  std::string author;
  claims::Day day{};
};

// What all pages are written with. Outlives them.
struct SiteFrame {
  std::string title;
  std::string url;        // of the site itself, with "/" at its end; empty: not known
  claims::Day day{};      // of the run
  bool on_given = false;  // the day was asked for: every page says so
  std::string known_at;   // as given; empty: all that is recorded
  SiteCommit commit;      // that was read
  SiteCaptures captures = SiteCaptures::excerpts;
  claims::Vocabulary words;
  std::set<std::string> claims;                   // ids of those with a page
  std::map<std::string, claims::Actor> actors;    // by id; those with a page
  std::map<std::string, claims::Source> sources;  // likewise
};

// A claim's page. The positions point into the folder.
struct SiteClaim {
  ClaimAnswer answer;  // as `aver show` has it
  Quotes quotes;       // of all records, not only of those in force
  ApprovedBy approved_by;
  std::map<std::string, SiteRecorded> recorded;  // by the name of the stance
  SiteCommit last;                               // that changed what the page says
  HistoryAnswer history{};  // for the picture; without lines where those are too long. No folders
};

// A change on a line, as lists tell it.
struct SiteMove {
  std::string claim, claim_text;
  std::string holder, scale;
  std::string before, after;  // words; before: empty of a first record; "not certain"
  claims::Change change = claims::Change::first;
  claims::DaySpan when{};
  claims::Date held{};                        // as the record writes it
  std::string stance;                         // name of the record that it rests on; may be empty
  std::string quote_before{}, quote_after{};  // of the two records; of the first of a list alone
  std::string lang_before{}, lang_after{};
};

// A record as a change of what is known.
struct SiteNews {
  enum class Kind { learned, learned_late, corrected, ended, retracted, looked_again } kind{};
  SiteRecorded recorded;
  std::string claim, claim_text;
  std::string stance;  // its name
  std::string holder, scale, word;
  claims::Date held;
  // Of a correction or a retraction: the word and the name that it set aside, and why.
  std::string was, was_stance, reason;
};

// A position in a table of claims and holders.
struct SiteCell {
  std::string holder, scale, word;
  std::string stance;  // name of the record; empty where it is not certain
  claims::Date since{};
  bool unlooked = false;  // nobody has looked for a month
};
struct SiteRow {
  std::string claim, text;
  std::optional<claims::Day> last_move;
  std::vector<SiteCell> cells;  // by holder and scale
};

struct SiteTopic {
  std::string topic;
  std::vector<SiteRow> rows;           // the last moved first
  std::vector<std::string> subtopics;  // directly below it
  SiteCommit last;
};

// A line of the front's list of topics.
struct SiteTopicLine {
  std::string topic;
  std::size_t claims = 0, holders = 0;
  std::optional<claims::Day> last_move, last_recorded;
};

struct SiteHolder {
  claims::Actor actor;
  std::vector<SiteMove> moves;  // newest first
  std::vector<SiteRow> rows;    // claims with its positions alone
  struct Said {
    bool reports = false;
    std::string claim, claim_text, stance, holder, word;
    claims::Date held{};
  };
  std::vector<Said> said;  // where it speaks or reports for others
  SiteCommit last;
};

// A passage of a capture. Parts are text as it stands there, marked where a record quotes it.
struct SitePassage {
  std::size_t skipped = 0;  // bytes left out before it
  struct Part {
    std::string text;
    bool marked = false;
  };
  std::vector<Part> parts;
};
struct SiteSource {
  claims::Source source;
  std::vector<SitePassage> passages;
  std::size_t skipped_at_end = 0;
  struct Resting {
    std::string claim, claim_text, stance, holder, scale, word, quote, lang, locator;
    std::string level;  // of the quote; empty without one
    claims::Date held{};
  };
  std::vector<Resting> resting;
  SiteCommit last;
};

// Something to look at again, with the text of its claim.
struct SiteDue {
  Due due;
  std::string claim_text;
};

struct SiteFront {
  std::size_t claims = 0, holders = 0, records = 0, sources = 0;
  std::vector<SiteMove> moves;        // the newest
  std::vector<SiteNews> news;         // likewise
  std::vector<SiteDue> due;           // likewise
  std::vector<SiteTopicLine> topics;  // all
};

}  // namespace aver::cli
