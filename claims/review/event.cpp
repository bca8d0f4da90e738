// SPDX-License-Identifier: MIT
//
// Reads and writes events by one table: which keys each kind has, in canonical order. What belongs
// to no key of the kind is kept as it is.
#include "claims/review/event.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>
#include <variant>

#include "claims/review/review.h"
#include "claims/text/date.h"
#include "claims/text/hex.h"
#include "claims/text/id.h"
#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "claims/text/similar.h"

namespace aver::claims::reviews {
namespace {

constexpr std::string_view kDirect = "direct-";

constexpr std::array<std::string_view, 10> kWords = {"open",       "edit",     "round",  "review",
                                                     "dismiss",    "withdraw", "reopen", "accept",
                                                     "unreviewed", "forget"};

enum class Form { line, text, key, person, instant, commit, digest, path, verdict, settling };

bool is_hex(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most && claims::is_hex(text);
}

// SHA-1 or SHA-256, as git has them.
bool is_object(std::string_view text) { return is_hex(text, 40, 40) || is_hex(text, 64, 64); }

// A comment: "<digest>.<number>".
bool is_comment(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == text.npos || !is_hex(text.substr(0, dot), kShortDigest, 64)) return false;
  const std::string_view number = text.substr(dot + 1);
  return !number.empty() && number.size() < 6 && number.front() != '0' &&
         number.find_first_not_of("0123456789") == number.npos;
}

std::optional<std::chrono::sys_time<std::chrono::nanoseconds>> instant(std::string_view at) {
  const ParsedDate parsed = parse_date(at);
  return parsed.date ? moment_of(*parsed.date) : std::nullopt;
}

// "" where the text may stand for the form; else what is expected.
std::string_view wanted(Form form, std::string_view text) {
  switch (form) {
    case Form::line:
      return text.find('\n') == text.npos ? "" : "a single line";
    case Form::text:
      return "";
    case Form::key:
      return is_proposal_key(text) || is_direct_key(text)
                 ? ""
                 : "the key of a proposal: its name, \"-\" and eight of 0-9 and a-z";
    case Form::person:
      return text.find('\n') == text.npos && !person(text).email.empty()
                 ? ""
                 : "a person: Name <address>";
    case Form::instant:
      return instant(text) ? "" : "a time with its offset: 2024-11-01T09:30:00Z";
    case Form::commit:
      return is_object(text) ? "" : "an id of git: 40 digits, or 64, of 0-9 and a-f";
    case Form::digest:
      return is_hex(text, kShortDigest, 64) || is_comment(text)
                 ? ""
                 : "the digest of an event: 12 digits or more, 0-9 and a-f";
    case Form::path:
      return is_plain_path(text) ? "" : "a path from the store's root";
    case Form::verdict:
      return text == "approve" || text == "request-changes" || text == "comment" || text == "none"
                 ? ""
                 : "approve, request-changes, comment or none";
    case Form::settling:
      return text == "applied" || text == "answered" || text == "given-up" || text == "open"
                 ? ""
                 : "applied, answered, given-up or open";
  }
  return "";
}

template <class Record>
using Member = std::variant<
    std::string Record::*, std::optional<std::string> Record::*, std::vector<std::string> Record::*,
    std::vector<On> Record::*, std::vector<Comment> Record::*, std::vector<Reply> Record::*,
    std::vector<Settled> Record::*, std::optional<toml::Value> Record::*, bool Record::*>;

template <class Record>
struct EventKey {
  std::string_view name;
  Form form = Form::line;
  bool required = false;
  Member<Record> member;
};

template <class Record>
struct Of {};

const std::vector<EventKey<On>>& keys(Of<On>) {
  static const std::vector<EventKey<On>> all = {{"path", Form::path, true, &On::path},
                                                {"blob", Form::commit, false, &On::blob},
                                                {"tree", Form::commit, false, &On::tree},
                                                {"rests", Form::digest, false, &On::rests}};
  return all;
}

const std::vector<EventKey<Comment>>& keys(Of<Comment>) {
  static const std::vector<EventKey<Comment>> all = {
      {"path", Form::path, false, &Comment::path},
      {"blob", Form::commit, false, &Comment::blob},
      {"key", Form::line, false, &Comment::key},
      {"body", Form::text, false, &Comment::body},
      {"suggest", Form::text, false, &Comment::suggest},
      {"open", Form::line, false, &Comment::open}};
  return all;
}

const std::vector<EventKey<Reply>>& keys(Of<Reply>) {
  static const std::vector<EventKey<Reply>> all = {{"to", Form::digest, true, &Reply::to},
                                                   {"body", Form::text, true, &Reply::body}};
  return all;
}

const std::vector<EventKey<Settled>>& keys(Of<Settled>) {
  static const std::vector<EventKey<Settled>> all = {
      {"thread", Form::digest, true, &Settled::thread}, {"by", Form::settling, true, &Settled::by}};
  return all;
}

// Those of every kind, but for `event` itself.
const std::vector<EventKey<Event>>& common() {
  static const std::vector<EventKey<Event>> all = {{"store", Form::commit, true, &Event::store},
                                                   {"proposal", Form::key, true, &Event::proposal},
                                                   {"by", Form::person, true, &Event::by},
                                                   {"at", Form::instant, true, &Event::at},
                                                   {"after", Form::digest, true, &Event::after}};
  return all;
}

using Keys = std::vector<EventKey<Event>>;

Keys keys_of_review() {
  return {{"verdict", Form::verdict, true, &Event::verdict},
          {"round", Form::commit, false, &Event::round},
          {"against", Form::commit, false, &Event::against},
          {"body", Form::text, false, &Event::body},
          {"on", Form::line, false, &Event::on},
          {"comment", Form::line, false, &Event::comments},
          {"reply", Form::line, false, &Event::replies},
          {"settled", Form::line, false, &Event::settled}};
}

// By the kinds in their order.
const Keys& keys(Kind kind) {
  static const Keys none;
  static const Keys all[] = {
      {{"title", Form::line, true, &Event::title},
       {"body", Form::text, false, &Event::body},
       {"into", Form::line, true, &Event::into},
       {"asked", Form::line, false, &Event::asked},
       {"on_top_of", Form::key, false, &Event::on_top_of}},
      {{"title", Form::line, false, &Event::title},
       {"body", Form::text, false, &Event::body},
       {"ask", Form::line, false, &Event::ask},
       {"unask", Form::line, false, &Event::unask}},
      {{"tip", Form::commit, true, &Event::tip},
       {"base", Form::commit, true, &Event::base},
       {"tree", Form::commit, true, &Event::tree},
       {"removed", Form::path, false, &Event::removed}},
      keys_of_review(),
      {{"word", Form::digest, true, &Event::dismissed},
       {"reason", Form::text, true, &Event::reason}},
      {{"reason", Form::text, false, &Event::reason}},
      {{"reason", Form::text, false, &Event::reason}},
      {{"commit", Form::commit, true, &Event::commit},
       {"paths", Form::path, false, &Event::paths},
       {"counted", Form::digest, false, &Event::counted}},
      {{"from", Form::commit, true, &Event::from},
       {"to", Form::commit, true, &Event::to},
       {"paths", Form::path, false, &Event::paths},
       {"reason", Form::text, true, &Event::reason}},
      {{"events", Form::digest, false, &Event::events},
       {"rounds", Form::commit, false, &Event::rounds},
       {"reason", Form::text, true, &Event::reason}},
  };
  return kind == Kind::other ? none : all[static_cast<std::size_t>(kind)];
}

class EventReader {
 public:
  EventReader(std::string_view file, Diagnostics& problems) : file_(file), problems_(problems) {}

  Event read(const toml::Table& root) {
    Event event;
    const toml::Value* word = toml::find(root, "event");
    const std::string* text = word == nullptr ? nullptr : std::get_if<std::string>(&word->data);
    if (text == nullptr || text->empty()) {
      error(Rule::key_missing, {1, 1}, "the key \"event\" is missing: which kind of event this is");
    } else {
      event.word = *text;
      event.kind = kind_of(*text);
    }
    std::vector<std::string_view> known = {"event"};
    read_keys(root, {1, 1}, common(), event, known);
    read_keys(root, {1, 1}, keys(event.kind), event, known);
    keep(root, known, event.kind != Kind::other, event.unknown);
    judge(event);
    return event;
  }

 private:
  void error(RuleName rule, Place place, std::string sentence) {
    problems_.push_back({Severity::error, rule, file_, place, std::move(sentence), ""});
  }

  template <class Record>
  void read_keys(const toml::Table& table, Place within, const std::vector<EventKey<Record>>& keys,
                 Record& record, std::vector<std::string_view>& known) {
    for (const EventKey<Record>& key : keys) {
      known.push_back(key.name);
      const toml::Value* value = toml::find(table, key.name);
      if (value != nullptr) {
        std::visit(
            [&](auto member) { take(key.name, key.form, key.required, *value, record.*member); },
            key.member);
      } else if (key.required) {
        error(Rule::key_missing, within, "the key " + quoted(key.name) + " is missing");
      }
    }
  }

  // Of a kind of a later version every key is as it should be.
  void keep(const toml::Table& table, const std::vector<std::string_view>& known, bool tell,
            toml::Table& unknown) {
    for (const toml::Entry& entry : table) {
      if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
      unknown.push_back(entry);
      if (!tell) continue;
      const std::vector<std::string> near =
          nearest(entry.key, std::vector<std::string>(known.begin(), known.end()), 1);
      problems_.push_back({Severity::warning, Rule::key_unknown, file_, entry.key_span.place,
                           "the key " + quoted(entry.key) + " is not known; it is kept as it is",
                           near.empty() ? "" : "did you mean " + quoted(near.front()) + "?"});
    }
    toml::sort_keys(unknown);
  }

  void mismatch(std::string_view key, std::string_view what, const toml::Value& value) {
    error(Rule::type_mismatch, value.span.place,
          quoted(key) + " must be " + std::string(what) + ", not " +
              std::string(toml::type_name(value)));
  }

  bool sound(std::string_view key, Form form, const std::string& text, Place place) {
    const std::string_view expected = wanted(form, text);
    if (expected.empty()) return true;
    error(Rule::type_mismatch, place, quoted(key) + " must be " + std::string(expected));
    return false;
  }

  void take(std::string_view key, Form form, bool required, const toml::Value& value,
            std::string& to) {
    const std::string* text = std::get_if<std::string>(&value.data);
    if (const toml::Time* time = std::get_if<toml::Time>(&value.data);
        time != nullptr && form == Form::instant) {
      text = &time->text;
    }
    if (text == nullptr) return mismatch(key, form == Form::instant ? "a time" : "a text", value);
    if (text->empty()) {
      if (required) error(Rule::text_empty, value.span.place, quoted(key) + " is empty");
      return;
    }
    if (sound(key, form, *text, value.span.place)) to = *text;
    if (form == Form::instant && to.size() > 10) to[10] = 'T';
  }

  void take(std::string_view key, Form form, bool required, const toml::Value& value,
            std::optional<std::string>& to) {
    std::string text;
    take(key, form, required, value, text);
    if (std::holds_alternative<std::string>(value.data)) to = std::move(text);
  }

  void take(std::string_view key, Form form, bool, const toml::Value& value,
            std::vector<std::string>& to) {
    const toml::Array* array = std::get_if<toml::Array>(&value.data);
    if (array == nullptr) return mismatch(key, "a list of texts", value);
    for (const toml::Value& item : *array) {
      const std::string* text = std::get_if<std::string>(&item.data);
      if (text == nullptr) {
        mismatch(key, "a list of texts", item);
      } else if (text->empty()) {
        error(Rule::text_empty, item.span.place, "an entry of " + quoted(key) + " is empty");
      } else if (sound(key, form, *text, item.span.place)) {
        to.push_back(*text);
      }
    }
  }

  void take(std::string_view key, Form, bool, const toml::Value& value, bool& to) {
    const bool* flag = std::get_if<bool>(&value.data);
    if (flag == nullptr) return mismatch(key, "true or false", value);
    to = *flag;
  }

  void take(std::string_view, Form, bool, const toml::Value& value,
            std::optional<toml::Value>& to) {
    toml::Table alone = {{"", value, {}}};
    toml::sort_keys(alone);
    to = std::move(alone.front().value);
  }

  template <class Part>
  void take(std::string_view key, Form, bool, const toml::Value& value, std::vector<Part>& to) {
    const toml::Array* array = std::get_if<toml::Array>(&value.data);
    const std::string what = "a list of tables, each [[" + std::string(key) + "]]";
    if (array == nullptr) return mismatch(key, what, value);
    for (const toml::Value& item : *array) {
      const toml::Table* table = std::get_if<toml::Table>(&item.data);
      if (table == nullptr) {
        mismatch(key, what, item);
        continue;
      }
      Part& part = to.emplace_back();
      std::vector<std::string_view> known;
      read_keys(*table, item.span.place, keys(Of<Part>{}), part, known);
      keep(*table, known, true, part.unknown);
      judge(part, item.span.place);
    }
  }

  void judge(const On& on, Place place) {
    if (on.blob.empty() == on.tree.empty()) {
      error(Rule::key_missing, place, "what a review is about has a \"blob\" or a \"tree\"");
    }
  }
  void judge(const Comment& comment, Place place) {
    if (comment.body.empty() && !comment.suggest) {
      error(Rule::key_missing, place, "a comment says something: the key \"body\" is missing");
    }
    if (comment.suggest && comment.key.empty()) {
      error(Rule::key_missing, place, "a suggested value is for some key: \"key\" is missing");
    }
  }
  void judge(const Reply& reply, Place place) {
    if (!reply.to.empty() && !is_comment(reply.to)) {
      error(Rule::type_mismatch, place, "\"to\" must be a comment: the digest of an event, \".1\"");
    }
  }
  void judge(const Settled& settled, Place place) {
    if (!settled.thread.empty() && !is_comment(settled.thread)) {
      error(Rule::type_mismatch, place,
            "\"thread\" must be a comment: the digest of an event, \".1\"");
    }
  }

  // What no single key shows.
  void judge(const Event& event) {
    if (event.kind == Kind::review && !event.on.empty() && event.round.empty()) {
      error(Rule::key_missing, {1, 1},
            "a review says what was on the screen: the key \"round\" is missing");
    }
    if (event.kind == Kind::forget && event.events.empty() && event.rounds.empty()) {
      error(Rule::key_missing, {1, 1}, "nothing is named that is to be forgotten");
    }
  }

  std::string file_;
  Diagnostics& problems_;
};

class EventWriter {
 public:
  template <class Record>
  static void put(toml::Table& to, const std::vector<EventKey<Record>>& keys,
                  const Record& record) {
    for (const EventKey<Record>& key : keys) {
      std::visit([&](auto member) { add(to, key, record.*member); }, key.member);
    }
  }

  static void put_unknown(toml::Table& to, toml::Table unknown) {
    toml::sort_keys(unknown);
    to.insert(to.end(), unknown.begin(), unknown.end());
  }

 private:
  template <class Record, class T>
  static void entry(toml::Table& to, const EventKey<Record>& key, T value) {
    to.push_back({std::string(key.name), {std::move(value), {}}, {}});
  }
  template <class Record>
  static void add(toml::Table& to, const EventKey<Record>& key, const std::string& text) {
    if (text.empty()) return;
    if (key.form == Form::instant) {
      entry(to, key, toml::Time{text});
    } else {
      entry(to, key, text);
    }
  }
  template <class Record>
  static void add(toml::Table& to, const EventKey<Record>& key,
                  const std::optional<std::string>& text) {
    if (text) entry(to, key, *text);
  }
  template <class Record>
  static void add(toml::Table& to, const EventKey<Record>& key,
                  const std::vector<std::string>& texts) {
    if (texts.empty() && !key.required) return;
    toml::Array array;
    for (const std::string& text : texts) array.push_back({text, {}});
    entry(to, key, std::move(array));
  }
  template <class Record>
  static void add(toml::Table& to, const EventKey<Record>& key, bool flag) {
    if (flag) entry(to, key, true);
  }
  template <class Record>
  static void add(toml::Table& to, const EventKey<Record>& key,
                  const std::optional<toml::Value>& value) {
    if (value) to.push_back({std::string(key.name), *value, {}});
  }
  template <class Record, class Part>
  static void add(toml::Table& to, const EventKey<Record>& key, const std::vector<Part>& parts) {
    if (parts.empty()) return;
    toml::Array array;
    for (const Part& part : parts) {
      toml::Table table;
      put(table, keys(Of<Part>{}), part);
      put_unknown(table, part.unknown);
      array.push_back({std::move(table), {}});
    }
    entry(to, key, std::move(array));
  }
};

}  // namespace

std::string_view to_string(Kind kind) {
  return kind == Kind::other ? "" : kWords[static_cast<std::size_t>(kind)];
}

Kind kind_of(std::string_view word) {
  const auto* const found = std::find(kWords.begin(), kWords.end(), word);
  return static_cast<Kind>(found - kWords.begin());
}

DecodedEvent decode_event(std::string_view text, std::string_view file) {
  DecodedEvent decoded;
  toml::Parsed parsed = toml::parse(text, file);
  decoded.problems = std::move(parsed.problems);
  if (has_errors(decoded.problems)) return decoded;
  Event event = EventReader(file, decoded.problems).read(parsed.root);
  (has_errors(decoded.problems) ? decoded.draft : decoded.event) = std::move(event);
  sort(decoded.problems);
  return decoded;
}

std::string encode(const Event& event) {
  toml::Table table;
  table.push_back(
      {"event",
       {event.kind == Kind::other ? event.word : std::string(to_string(event.kind)), {}},
       {}});
  EventWriter::put(table, common(), event);
  EventWriter::put(table, keys(event.kind), event);
  EventWriter::put_unknown(table, event.unknown);
  return toml::write(table);
}

constexpr std::size_t kDrawn = 8;  // letters of a proposal's key that are drawn

bool is_proposal_key(std::string_view key) {
  if (key.size() < kDrawn + 2 || key[key.size() - kDrawn - 1] != '-') return false;
  const std::string_view drawn = key.substr(key.size() - kDrawn);
  const bool good = std::all_of(drawn.begin(), drawn.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  });
  return good && key.find('/') == key.npos && id_problem(key).empty() &&
         id_problem(name_of_key(key)).empty();
}

std::string proposal_key(std::string_view name, std::uint64_t drawn) {
  // Without i, l, o and u: nothing that is misread, and few words.
  constexpr std::string_view kLetters = "0123456789abcdefghjkmnpqrstvwxyz";
  constexpr std::size_t kMost = kMaxSegmentLength - kDrawn - 1;
  std::string_view kept = name.substr(0, std::min(name.size(), kMost));
  while (kept.ends_with('-')) kept.remove_suffix(1);
  std::string key = std::string(kept) + "-";
  for (std::size_t i = 0; i < kDrawn; ++i, drawn /= kLetters.size()) {
    key += kLetters[drawn % kLetters.size()];
  }
  return key;
}

bool is_direct_key(std::string_view text) {
  return text.starts_with(kDirect) && is_hex(text.substr(kDirect.size()), kShortDigest, 64);
}

std::string direct_key(std::string_view commit) {
  return std::string(kDirect) + std::string(commit);
}

std::string_view name_of_key(std::string_view key) {
  return key.substr(0, key.size() - std::min(key.size(), kDrawn + 1));
}

std::string file_name(const Event& event, std::string_view sha256) {
  std::string minute = "00000000t0000";
  if (const auto at = instant(event.at)) {
    const Day day = std::chrono::floor<std::chrono::days>(*at);
    const auto minutes = std::chrono::floor<std::chrono::minutes>(*at - day).count();
    const auto two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    minute = claims::to_string(day);
    std::erase(minute, '-');
    minute += "t" + two(minutes / 60) + two(minutes % 60);
  }
  constexpr std::size_t kMostOfName = 40;
  const Person giver = person(event.by);
  std::string who = slug(giver.name);
  if (who.empty()) who = slug(giver.email.substr(0, giver.email.find('@')));
  if (who.size() > kMostOfName) who.resize(kMostOfName);
  while (who.ends_with('-')) who.pop_back();
  std::string what = slug(event.kind == Kind::other ? event.word : to_string(event.kind));
  if (what.size() > kMostOfName) what.resize(kMostOfName);
  return minute + "-" + (who.empty() ? "somebody" : who) + "-" + (what.empty() ? "event" : what) +
         "-" + std::string(sha256.substr(0, kShortDigest)) + ".toml";
}

bool name_fits(std::string_view name, std::string_view sha256) {
  return name.ends_with("-" + std::string(sha256.substr(0, kShortDigest)) + ".toml");
}

std::optional<EventPath> event_path(std::string_view path) {
  const auto segment = [&path] {
    const std::size_t slash = path.find('/');
    const std::string_view first = path.substr(0, slash);
    path = slash == path.npos ? std::string_view() : path.substr(slash + 1);
    return first;
  };
  EventPath found;
  std::string_view first = segment();
  const bool is_year = first.size() == 4 && first.find_first_not_of("0123456789") == first.npos;
  if (is_year) {
    found.folder = std::string(first) + "/";
    first = segment();
  }
  if (!is_direct_key(first) && !is_proposal_key(first)) return std::nullopt;
  found.key = first;
  found.folder += found.key;
  if (path.starts_with("rounds/")) {
    segment();
    found.round = segment();
    found.path = path;
    if (!is_hex(found.round, kShortDigest, 64) || !is_plain_path(path)) return std::nullopt;
    return found;
  }
  if (path.ends_with(".sig")) {
    found.signature = true;
    path.remove_suffix(4);
  }
  constexpr std::size_t kTail = kShortDigest + 6;  // "-", the digits, ".toml"
  if (path.size() <= kTail || path.find('/') != path.npos || !path.ends_with(".toml"))
    return std::nullopt;
  const std::string_view digits = path.substr(path.size() - kTail + 1, kShortDigest);
  if (path[path.size() - kTail] != '-' || !is_hex(digits, kShortDigest, kShortDigest))
    return std::nullopt;
  found.name = path;
  found.digest = digits;
  return found;
}

std::string proposal_folder(std::string_view key, std::string_view at, std::size_t in_that_year) {
  if (in_that_year < kPlainFolders || at.size() < 4) return std::string(key);
  return std::string(at.substr(0, 4)) + "/" + std::string(key);
}

}  // namespace aver::claims::reviews
