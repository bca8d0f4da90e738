// SPDX-License-Identifier: MIT
//
// An event of a review: what somebody did with a proposal, in a file that is written once and never
// changed. The event as a value, its TOML, and the name of its file.
//
// Pure. Whose an event is, and whether it counts, is no business of this file: an event says `by`,
// and anybody can write that. SHA-256 comes in from outside. On disk: claims/FORMAT.md, "Events".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/text/diagnostic.h"
#include "claims/toml/toml.h"

namespace aver::claims::reviews {

enum class Kind {
  open,
  edit,
  round,
  review,
  dismiss,
  withdraw,
  reopen,
  accept,
  unreviewed,
  forget,
  other,  // of a later version: kept, shown, and it blocks nothing
};

// What a review is about: a file with its contents, or all files of a folder at once.
struct On {
  std::string path{};   // from the store's root
  std::string blob{};   // of the merged result; forty zeros: removed
  std::string tree{};   // of the folder `path`, in place of `blob`
  std::string rests{};  // digest of the values it rests on (rests.h)
  toml::Table unknown{};

  friend bool operator==(const On&, const On&) = default;
};

// A remark that begins a thread. It is named "<digest of the event>.<number>", from 1.
struct Comment {
  std::string path{};  // empty: on the proposal as a whole
  std::string blob{};
  std::string key{};
  std::string body{};
  std::optional<toml::Value> suggest{};  // a value for that key
  bool open = false;                     // it must be settled
  toml::Table unknown{};

  friend bool operator==(const Comment&, const Comment&) = default;
};

struct Reply {
  std::string to{};  // a comment, of any event
  std::string body{};
  toml::Table unknown{};

  friend bool operator==(const Reply&, const Reply&) = default;
};

struct Settled {
  std::string thread{};
  std::string by{};  // applied, answered, given-up; open: it is taken up again
  toml::Table unknown{};

  friend bool operator==(const Settled&, const Settled&) = default;
};

// The keys that its kind does not have are empty. A digest of another event is 12 digits or more,
// from its beginning.
struct Event {
  Kind kind = Kind::other;
  std::string word{};                // the kind as it is written
  std::string store{};               // its first commit
  std::string proposal{};            // its key: NAME-xxxxxxxx
  std::string by{};                  // "Name <address>"
  std::string at{};                  // RFC 3339, with its offset; shown, never decides
  std::vector<std::string> after{};  // digests of the newest events that the writer knew

  std::optional<std::string> title{};  // open, edit
  std::optional<std::string> body{};   // open, edit, review
  std::string into{};                  // open: the branch it is for
  std::vector<std::string> asked{};    // open: addresses
  std::string on_top_of{};             // open: another proposal's key
  std::vector<std::string> ask{};      // edit
  std::vector<std::string> unask{};    // edit

  std::string tip{};   // round
  std::string base{};  // round
  std::string tree{};  // round: of rounds/<tip>
  std::vector<std::string> removed{};

  std::string verdict{};  // review: approve, request-changes, comment, none
  std::string round{};    // review: the tip that was on the screen
  std::string against{};  // review: the target's commit it was merged with there
  std::vector<On> on{};
  std::vector<Comment> comments{};
  std::vector<Reply> replies{};
  std::vector<Settled> settled{};

  std::string dismissed{};  // dismiss: the review's digest
  std::string reason{};     // dismiss, withdraw, reopen, unreviewed, forget

  std::string commit{};                // accept
  std::vector<std::string> paths{};    // accept, in part; unreviewed
  std::vector<std::string> counted{};  // accept: the words that let it through
  std::string from{};                  // unreviewed
  std::string to{};
  std::vector<std::string> events{};  // forget: digests
  std::vector<std::string> rounds{};  // forget: tips

  toml::Table unknown{};  // keys that its kind does not have; kept

  friend bool operator==(const Event&, const Event&) = default;
};

// As many paths a review lists; of more, whole folders: an event has no more than 1 MiB.
inline constexpr std::size_t kMostListed = 1000;

// The word of a kind, and the kind of a word; other where it is none of this version.
std::string_view to_string(Kind kind);
Kind kind_of(std::string_view word);

// `event` is there where nothing is wrong; `draft` holds as much as could be read where something
// is, so that it can be shown: it counts for nothing. Nothing where it is no TOML, or above 1 MiB.
struct DecodedEvent {
  std::optional<Event> event{};
  std::optional<Event> draft{};
  Diagnostics problems{};

  const Event* readable() const { return event ? &*event : draft ? &*draft : nullptr; }
};
DecodedEvent decode_event(std::string_view text, std::string_view file);

// The canonical text. decode_event() gives the event back, equal; the text of that is the same.
std::string encode(const Event& event);

// A proposal's key: a name that is one segment of an id, "-", and eight of 0-9a-z.
bool is_proposal_key(std::string_view key);
std::string proposal_key(std::string_view name, std::uint64_t drawn);
std::string_view name_of_key(std::string_view key);
// What a push without a review is told under, in place of a proposal's key: "direct-" and the
// commit that it begins with.
bool is_direct_key(std::string_view text);
std::string direct_key(std::string_view commit);

// How many digits of its SHA-256 name an event.
inline constexpr std::size_t kShortDigest = 12;

// The name of its file: "20241101t0930-ann-archer-open-3fa1c9d2e0b4.toml". `sha256` is that of the
// file's bytes, 64 hex digits. REQUIRES: `at` is as decode_event() takes it.
std::string file_name(const Event& event, std::string_view sha256);

// Whether a file's name has the digest of its bytes in it. If not, somebody has changed the file or
// its name, and it counts for nothing. The rest of the name is for people: nothing goes by it.
bool name_fits(std::string_view name, std::string_view sha256);

// What a path of the branch of reviews is.
struct EventPath {
  std::string folder;  // "KEY", or "2024/KEY"
  std::string key;
  // Of an event: the name of its file, and the digits in it. Empty for a file of a round.
  std::string name;
  std::string digest;
  bool signature = false;  // of that event: "….toml.sig"
  // Of a file of a round: the digits of its tip, and the path in the store.
  std::string round;
  std::string path;
};
std::optional<EventPath> event_path(std::string_view path);

// The folder of a proposal: its key; from a thousand proposals a year on "2024/KEY". Whoever reads
// looks in both: two clones may count differently.
inline constexpr std::size_t kPlainFolders = 1000;
std::string proposal_folder(std::string_view key, std::string_view at, std::size_t in_that_year);

}  // namespace aver::claims::reviews
