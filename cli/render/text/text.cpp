// SPDX-License-Identifier: MIT
//
// One function an answer, and the pieces they share: headings, key-value blocks, positions with
// their evidence. Knows the colour of every position; never reads anything.
#include "cli/render/text/text.h"

#include <algorithm>

#include "claims/exchange/stance_status.h"
#include "claims/records/schema.h"
#include "claims/records/values.h"
#include "claims/text/lines.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"

namespace aver::cli {
namespace {

namespace schema = claims::schema;

std::string joined(const std::vector<std::string>& words) { return schema::joined(words, ", "); }

// "quote_lang" -> "quote lang", where the table of keys has no other name.
std::string label_of(const schema::KeyTraits& key) {
  std::string label(key.text.name.empty() ? key.key : key.text.name);
  std::replace(label.begin(), label.end(), '_', ' ');
  return label;
}

// "key  value" lines; what is empty is left out.
class Fields {
 public:
  explicit Fields(const Output& out) : out_(out), columns_(out.width(), 2) {}
  void add(std::string_view key, const std::string& value) {
    if (!value.empty()) columns_.row({out_.paint(Style::dim, key), safe(value)});
  }
  void painted(std::string_view key, std::string value) {
    columns_.row({out_.paint(Style::dim, key), std::move(value)});
  }

  // The keys that the table has for a text, in its order, and then those that it does not know.
  // `other` is asked first, and returns true where it has shown the key in a way of its own.
  template <class Record, class Other>
  void add_keys(const Record& record, const Other& other) {
    for (const schema::Field<Record>* field : schema::in_text<Record>()) {
      if (other(field->key)) continue;
      field->with(record, [&](const auto& value) { add_value(label_of(*field), value); });
    }
    for (const claims::toml::Entry& entry : record.unknown) {
      add(safe_line(entry.key), claims::toml::write(entry.value));
    }
  }
  std::string text() const { return columns_.empty() ? "" : "\n" + columns_.text(); }

 private:
  template <class Value>
  void add_value(const std::string& label, const Value& value) {
    add(label, schema::cell(value));
  }
  void add_value(const std::string& label, const std::vector<std::string>& values) {
    add(label, joined(values));
  }
  void add_value(const std::string&, const std::vector<claims::Relation>& relations) {
    for (const claims::Relation& relation : relations) add(relation.type, relation.to);
  }
  void add_value(const std::string& label, const std::vector<claims::Role>& roles) {
    for (const claims::Role& role : roles) {
      std::string line = role.title;
      if (!role.of.empty()) line += " of " + role.of;
      if (role.from || role.to)
        line += ", " + schema::cell(role.from) + ".." + schema::cell(role.to);
      add(label, line);
    }
  }
  void add_value(const std::string& label, const std::vector<claims::Recapture>& later) {
    for (const claims::Recapture& one : later)
      add(label, one.capture + (one.retrieved ? " (" + to_string(*one.retrieved) + ")" : ""));
  }
  void add_value(const std::string& label, const std::vector<claims::Archived>& copies) {
    for (const claims::Archived& copy : copies)
      add(label, copy.url + (copy.at ? " (" + to_string(*copy.at) + ")" : ""));
  }
  void add_value(const std::string& label, const std::vector<claims::Formerly>& names) {
    for (const claims::Formerly& one : names) add(label, one.id + " (" + short_id(one.blob) + ")");
  }

  const Output& out_;
  Columns columns_;
};

constexpr auto kAsInTable = [](std::string_view) { return false; };

std::string heading(const Output& out, const std::string& id, const std::string& text) {
  return out.paint(Style::heading, safe_line(id)) + "\n" +
         paragraph(safe_line(text), out.width(), 0);
}

// What became of the record, a line each; nothing where it is as the edition has it.
std::string became_text(const std::optional<SinceThen>& since, const Output& out) {
  if (!since) return "";
  const std::string when = since->shows_then   ? " since"
                           : since->is_edition ? " since the edition " + safe_line(since->revision)
                                               : " since " + safe_line(since->revision);
  std::string page;
  for (const SinceThen::What& one : since->changes) {
    const std::string whose = one.record.empty() ? "" : safe_line(one.record) + " ";
    const std::string what =
        one.what == "other-record" ? "the name means another record" : one.what;
    page += hanging("  " + out.paint(Style::warning, whose + what + when) +
                        (one.why.empty() ? "" : ": " + safe_line(one.why)),
                    out.width(), 6);
  }
  if (page.empty() && since->shows_then)
    page = "  " + out.paint(Style::dim, "the same today") + "\n";
  return page;
}

// Evidence below a position: who said it, in which words, where.
std::string evidence(const claims::Stance& stance, const Output& out, int indent,
                     const Quotes& quotes, const Reliability& reliability) {
  std::string answer = said_text(stance, out, indent);
  std::string line = out.paint(Style::dim, safe_line(how_known(stance, reliability)));
  if (const auto quote = quotes.find({stance.id(), 0}); quote != quotes.end()) {
    line += out.paint(Style::dim, " · ") + quote_text(quote->second, out);
  }
  line += out.paint(Style::dim, (line.empty() ? "" : " · ") + safe_line(stance.name));
  answer += paragraph(line, out.width(), indent);
  return answer + further_text(stance, out, indent, quotes, reliability);
}

// The days of a period on which something was so.
std::string days_text(const claims::DaySpan& days) {
  const std::string first = claims::to_string(days.first);
  return days.first == days.last ? first : first + " to " + claims::to_string(days.last);
}

// How the deadline stands on each line on which it is no longer open.
std::string deadlines_text(const ClaimAnswer& answer, const claims::Vocabulary& words,
                           const Output& out) {
  std::string page;
  for (const claims::LineDeadline& line : answer.deadlines) {
    if (line.is_open()) continue;
    const auto lines = std::count_if(
        answer.deadlines.begin(), answer.deadlines.end(),
        [&](const claims::LineDeadline& other) { return other.holder == line.holder; });
    std::string who = safe_line(line.holder);
    if (lines > 1) who += " (" + safe_line(line.scale->name) + ")";
    page += hanging("  deadline " + claims::to_string(*answer.folder.claim->deadline) + "  " + who +
                        "  " + safe_line(outcome_text(line, words)),
                    out.width(), 6);
  }
  return page.empty() ? page : "\n" + page;
}

// Rows of "holder position date" with the evidence of each below. A holder is named once for all
// its scales.
std::string positions_text(const std::vector<Held>& positions, bool by_claim,
                           const claims::Vocabulary& words, const Output& out,
                           const Quotes& quotes = {}, const ApprovedBy& approved = {},
                           const Reliability& reliability = {}) {
  const auto name_of = [&](const Held& held) -> const std::string& {
    return by_claim ? held.claim : held.holder;
  };
  int name_width = 0;
  int word_width = 0;
  for (const Held& held : positions) {
    name_width = std::max(name_width, width_of(name_of(held)));
    word_width = std::max(word_width, width_of(position_text(held.position, words, out)));
  }
  name_width = std::min(name_width, out.width() / 2);
  word_width = std::min(word_width, out.width() / 2);
  std::string answer;
  const std::string* last = nullptr;
  for (const Held& held : positions) {
    const std::string& name = name_of(held);
    const bool again = last != nullptr && *last == name;
    last = &name;
    const std::string line = "  " + padded(again ? "" : safe_line(name), name_width) + "  " +
                             padded(position_text(held.position, words, out), word_width) +
                             since_text(held.position, words);
    answer += hanging(line, out.width(), 6);
    for (const claims::Possible& one : held.position.possible) {
      for (const claims::Stance* stance : one.stances) {
        answer += evidence(*stance, out, 6, quotes, reliability);
        if (const auto by = approved.find(stance->id()); by != approved.end()) {
          answer += paragraph(out.paint(Style::dim, "approved by " + names_of(by->second)),
                              out.width(), 6);
        }
      }
    }
    for (const claims::Stance* look : held.position.also_looked) {
      answer += paragraph(
          out.paint(Style::dim, "looked on " + claims::to_string(look->held) + " and found " +
                                    safe_line(words.canonical(look->position))),
          out.width(), 6);
    }
  }
  return answer;
}

}  // namespace

Style style_of(const claims::Vocabulary& words, std::string_view position) {
  const claims::Meaning meaning = words.find(position);
  if (!meaning) return Style::plain;
  if (meaning.word->absence) return Style::absent;
  if (meaning.word->value > 0) return Style::good;
  return meaning.word->value < 0 ? Style::bad : Style::middling;
}

std::string position_text(const claims::Position& position, const claims::Vocabulary& words,
                          const Output& out) {
  return possible_text(position.possible, words, out);
}

std::vector<claims::Possible> by_value(std::vector<claims::Possible> possible,
                                       const claims::Vocabulary& words) {
  const auto value = [&](const claims::Possible& one) {
    const claims::Meaning meaning = words.find(one.word);
    return meaning ? meaning.word->value : 0;
  };
  std::stable_sort(possible.begin(), possible.end(),
                   [&](const claims::Possible& a, const claims::Possible& b) {
                     if (a.no_record() != b.no_record()) return b.no_record();
                     return value(a) < value(b);
                   });
  return possible;
}

std::string possible_text(const std::vector<claims::Possible>& possible,
                          const claims::Vocabulary& words, const Output& out) {
  std::string text;
  for (const claims::Possible& one : by_value(possible, words)) {
    if (!text.empty()) text += " or ";
    if (one.no_record()) {
      text += out.paint(Style::dim, "no record");
    } else if (one.lapsed) {
      text += out.paint(Style::dim, safe_line(one.word) + " (lapsed)");
    } else {
      text += out.paint(style_of(words, one.word), safe_line(one.word));
    }
  }
  return possible.size() > 1 ? text + " ~" : text;
}

std::string outcome_text(const claims::LineDeadline& line, const claims::Vocabulary& words) {
  const claims::Outcome first = line.possible.front();
  std::string text(to_string(first));
  if (!line.certain()) text += " ~";
  if (!line.certain() || first == claims::Outcome::missed) {
    std::string by;
    for (const claims::Stance* stance : line.by) {
      by += (by.empty() ? "" : ", ") + word_of(*stance, words) + " " +
            claims::to_string(stance->held.without_time());
    }
    if (!by.empty()) text += " (" + by + ")";
  }
  for (const claims::AfterDeadline& one : line.after) {
    text += ", " + std::string(one.word) + (one.is_late ? " late " : " ") +
            claims::to_string(claims::date_of(one.when)) + (one.certain ? "" : " ~");
  }
  return text;
}

std::string when_text(const claims::DaySpan& when, const std::vector<claims::Possible>& entered) {
  // As the record has it, where that says the same.
  if (entered.size() == 1 && entered.front().stances.size() == 1) {
    const claims::Date& held = entered.front().stances.front()->held;
    if (held.earliest() == when.first && held.latest() == when.last)
      return claims::to_string(held.without_time());
  }
  return claims::to_string(claims::date_of(when));
}

std::string when_text(const claims::Position& position) {
  return when_text(position.since, position.possible);
}

std::string when_text(const claims::Step& step) {
  return step.timed && step.entered() != nullptr ? claims::to_string(step.entered()->held)
                                                 : when_text(step.when, step.after);
}

std::string since_text(const claims::Position& position, const claims::Vocabulary& words) {
  std::string line;
  if (position.within) line = "  " + days_text(*position.within);
  // What began with these days is told by them.
  if (!position.within || position.since.first < position.within->first)
    line += "  since " + when_text(position);
  if (!position.certain()) return line;
  const claims::Stance& stance = *position.stance();
  if (stance.held.earliest() > position.since.last)
    line += ", again " + claims::to_string(stance.held);
  if (position.resumed) line += ", resumed";
  if (position.lapsed() && stance.until) line += ", until " + claims::to_string(*stance.until);
  if (position.last_checked) line += ", last checked " + claims::to_string(*position.last_checked);
  if (position.before_absence != nullptr) {
    line += ", before that " + std::string(words.canonical(position.before_absence->position));
  }
  return line;
}

std::string attribution(const claims::Stance& stance) {
  std::string answer;
  const auto add = [&](const std::string& part) { answer += (answer.empty() ? "" : ", ") + part; };
  if (!stance.speaker.empty()) add("said by " + stance.speaker);
  if (!stance.via.empty()) add("via " + joined(stance.via));
  if (!stance.mode.empty() && stance.mode != "direct" && stance.mode != "attributed")
    add(stance.mode);
  if (!stance.rating.empty()) add("rated \"" + stance.rating + "\"");
  if (!stance.searched.empty()) add("searched " + joined(stance.searched));
  return answer;
}

std::string details_of(const claims::Stance& stance) {
  std::string answer;
  const auto add = [&](std::string_view what, const std::string& value) {
    if (!value.empty()) answer += (answer.empty() ? "" : " · ") + std::string(what) + value;
  };
  add("quote in ", stance.quote_lang);
  add("until ", schema::cell(stance.until));
  if (stance.through != stance.held) add("looked until ", schema::cell(stance.through));
  add("likelihood ", stance.likelihood);
  add("credibility ", schema::cell(stance.credibility));
  add("first recorded ", schema::cell(stance.first_recorded));
  add("review by ", schema::cell(stance.review_by));
  return answer;
}

std::string how_known(const claims::Stance& stance, const Reliability& reliability) {
  const std::string place = place_of_evidence(claims::EvidenceView(stance, 0), reliability);
  std::string answer;
  for (const std::string& part : {attribution(stance), place, details_of(stance)}) {
    if (!part.empty()) answer += (answer.empty() ? "" : " · ") + part;
  }
  return answer;
}

std::string place_of_evidence(const claims::EvidenceView& evidence,
                              const Reliability& reliability) {
  std::string place = evidence.source;
  if (const auto at = reliability.find(place); at != reliability.end())
    place += " (reliability " + at->second + ")";
  if (!place.empty() && !evidence.locator.empty()) place += ", " + evidence.locator;
  if (evidence.unverified) place += place.empty() ? "unverified" : ", unverified";
  return place;
}

std::string place_of_evidence(const claims::Stance& stance) {
  return place_of_evidence(claims::EvidenceView(stance, 0));
}

std::string places_of_evidence(const claims::Stance& stance) {
  std::string places;
  for (const claims::EvidenceView& one : claims::evidences(stance)) {
    const std::string place = place_of_evidence(one);
    if (!place.empty()) places += (places.empty() ? "" : "; ") + place;
  }
  return places;
}

std::string quote_text(const claims::QuoteVerdict& verdict, const Output& out) {
  using claims::QuoteLevel;
  switch (verdict.match.level) {
    case QuoteLevel::near:
      return out.paint(Style::warning, "not word for word in the saved text");
    case QuoteLevel::missing:
      return out.paint(Style::warning, "not in the saved text");
    case QuoteLevel::unchecked:
      return out.paint(Style::dim, "unchecked: no saved text");
    default:
      break;
  }
  std::string how(to_string(verdict.match.level));
  if (verdict.drifted) {
    return out.paint(Style::warning, how + " in an earlier capture, not in the latest");
  }
  if (!verdict.left_out.empty()) {
    constexpr std::size_t kMostShown = 60;  // bytes of each
    const char* before = ", without ";
    for (const std::string& one : verdict.left_out) {
      how += before + safe_line(claims::quoted(one, kMostShown));
      before = ", ";
    }
  }
  const bool may_turn = !verdict.match.negation.empty() || verdict.match.far;
  return out.paint(may_turn ? Style::warning : Style::good, how);
}

std::string words_of(const claims::Stance& stance) {
  if (!stance.quote.empty()) return "\"" + stance.quote + "\"";
  return stance.summary;
}

std::string said_text(const claims::Stance& stance, const Output& out, int indent,
                      std::string_view label) {
  std::string answer;
  const auto add = [&](const std::string& text) {
    if (text.empty()) return;
    const std::string first = std::string(answer.empty() ? label : "");
    answer += paragraph(safe(text), out.width(), indent, first);
  };
  if (!stance.quote.empty()) add("\"" + stance.quote + "\"");
  if (!stance.translation.empty()) add("translated: \"" + stance.translation + "\"");
  add(stance.summary);
  if (!stance.condition.empty()) add("if: " + stance.condition);
  if (!stance.note.empty()) add("note: " + stance.note);
  return answer;
}

namespace {

// Who said a further evidence, and how it is known: all that the record says of it.
std::string how_further_known(const claims::EvidenceView& one) {
  std::string how;
  const auto add = [&](const std::string& part) { how += (how.empty() ? "" : ", ") + part; };
  if (!one.speaker.empty()) add("said by " + one.speaker);
  if (!one.via.empty()) add("via " + joined(one.via));
  if (!one.mode.empty()) add(one.mode);
  if (one.credibility) add("credibility " + std::to_string(*one.credibility));
  return how;
}

}  // namespace

std::string further_text(const claims::Stance& stance, const Output& out, int indent,
                         const Quotes& quotes, const Reliability& reliability) {
  std::string answer;
  const bool beside = claims::has_first_evidence(stance);
  for (std::size_t i = 1; i <= stance.further.size(); ++i) {
    const claims::EvidenceView one = claims::evidence_at(stance, i);
    std::string label = beside ? "also " : "";
    if (!one.quote.empty()) {
      const std::string lang = one.quote_lang.empty() ? "" : " (" + one.quote_lang + ")";
      answer += paragraph(safe(label + "\"" + one.quote + "\"" + lang), out.width(), indent);
      label.clear();
    }
    if (!one.translation.empty()) {
      answer +=
          paragraph(safe(label + "translated: \"" + one.translation + "\""), out.width(), indent);
      label.clear();
    }
    std::string how = label + how_further_known(one);
    const std::string place = place_of_evidence(one, reliability);
    if (!place.empty()) how += (how.empty() || how == label ? "" : " · ") + place;
    std::string line = out.paint(Style::dim, safe_line(how));
    if (const auto quote = quotes.find({stance.id(), i}); quote != quotes.end())
      line += out.paint(Style::dim, " · ") + quote_text(quote->second, out);
    if (!line.empty()) answer += paragraph(line, out.width(), indent);
  }
  return answer;
}

std::string without_text(const WithoutTold& told) {
  std::string text = "without " + told.query + ": ";
  if (!told.any()) return text + "nothing falls";
  if (told.records > 0) text += counted(told.records, "record");
  if (told.checks > 0) text += (told.records > 0 ? " and " : "") + counted(told.checks, "check");
  text += told.records + told.checks == 1 ? " falls" : " fall";
  if (told.stay_aside > 0) {
    text += ", " + std::to_string(told.stay_aside) + " that " +
            (told.records + told.checks == 1 ? "it" : "they") + " had corrected stay" +
            (told.stay_aside == 1 ? "s" : "") + " aside";
  }
  return text + (told.nothing_left ? "; nothing is left" : "");
}

std::string head_text(const Head& head, const Output& out) {
  std::string page;
  if (!head.line.empty()) page += out.paint(Style::dim, head.line) + "\n";
  if (head.without)
    page += hanging(out.paint(Style::dim, safe_line(without_text(head.without()))), out.width(), 2);
  return page.empty() ? page : page + "\n";
}

std::string text(const ClaimAnswer& answer, const claims::Vocabulary& words, const Output& out) {
  std::string page = head_text(answer.head, out);
  const std::string& id = answer.folder.id;
  if (answer.folder.claim) {
    const claims::Claim& claim = *answer.folder.claim;
    page += heading(out, id, claim.text);
    Fields fields(out);
    fields.add_keys(claim, kAsInTable);
    page += fields.text();
  } else {
    page += heading(out, id, "(the claim's own file is missing or unreadable)");
  }
  if (const std::string became = became_text(answer.since, out); !became.empty())
    page += "\n" + became;
  page += "\n";
  if (answer.folder.stances.empty()) {
    page += "No record of anybody's position yet.\n";
    return page;
  }
  if (answer.positions.empty()) {
    page += "No record of anybody's position " + answer.head.at.on_text() + ".\n";
  } else {
    page += positions_text(answer.positions, false, words, out, answer.quotes, answer.approved_by,
                           answer.reliability);
  }
  page += deadlines_text(answer, words, out);
  if (!answer.no_record.empty() && answer.head.at.on_given) {
    page += paragraph(
        (answer.head.at.period ? "no record in these days: " : "no record on that day: ") +
            safe_line(joined(answer.no_record)),
        out.width(), 2);
  }
  return page;
}

namespace {

// The stances of others in which an actor speaks, or reports; empty where there are none.
std::string voices_text(const ActorAnswer& answer, claims::Voice how, const char* heading,
                        const claims::Vocabulary& words, const Output& out) {
  Columns rows(out.width(), 2);
  for (const ActorAnswer::Said& one : answer.said) {
    if (one.how != how) continue;
    const claims::Stance& stance = one.stance;
    std::string line = safe_line(stance.claim);
    if (one.standing != to_string(claims::StanceStatus::in_force))
      line += "  " + out.paint(Style::dim, one.standing);
    rows.row({claims::to_string(stance.held), safe_line(stance.holder),
              stance.position.empty() ? ""
                                      : out.paint(style_of(words, stance.position),
                                                  safe_line(words.canonical(stance.position))),
              line});
  }
  const std::string lines = rows.text();
  return lines.empty() ? "" : heading + ("\n" + lines);
}

}  // namespace

std::string text(const ActorAnswer& answer, const claims::Vocabulary& words, const Output& out) {
  std::string page = head_text(answer.head, out);
  const claims::Actor& actor = answer.actor;
  page += heading(out, actor.id, actor.name) + became_text(answer.since, out);
  Fields fields(out);
  fields.add_keys(actor, kAsInTable);
  page += fields.text() + "\n";
  std::string said = voices_text(answer, claims::Voice::speaks, "speaks for others", words, out);
  const std::string reports =
      voices_text(answer, claims::Voice::reports, "reports others", words, out);
  if (!said.empty() && !reports.empty()) said += "\n";
  said += reports;
  if (!answer.positions.empty()) {
    page += positions_text(answer.positions, true, words, out) + (said.empty() ? "" : "\n");
  } else if (said.empty()) {
    page += "No record of a position" +
            (answer.head.at.on_given ? " " + answer.head.at.on_text() + ".\n" : " yet.\n");
  }
  return page + said;
}

namespace {

// The capture's file name and whether its bytes are those of the record; empty where there is none.
std::string capture_text(const SourceAnswer& answer) {
  const std::string& name = answer.source.capture;
  if (name.empty()) return "";
  if (!answer.capture_size) return name + ", missing from the store";
  return name + ", " + counted(*answer.capture_size, "byte") +
         (answer.capture_sound ? ", sha256 as recorded" : ", CHANGED since it was recorded");
}

}  // namespace

std::string text(const SourceAnswer& answer, const claims::Vocabulary& words, const Output& out) {
  std::string page = head_text(answer.head, out);
  const claims::Source& source = answer.source;
  page += heading(out, source.id, source.title) + became_text(answer.since, out);
  Fields fields(out);
  fields.add_keys(source, [&](std::string_view key) {
    if (key != "capture") return false;
    fields.add(key, capture_text(answer));
    return true;
  });
  page += fields.text() + "\n";
  if (answer.stances.empty()) {
    page += "No stance cites it yet.\n";
    return page;
  }
  page += counted(answer.stances.size(), "stance cites", "stances cite") + " it\n";
  Columns rows(out.width(), 2);
  for (const claims::Stance& stance : answer.stances) {
    for (const claims::EvidenceView& one : claims::evidences(stance)) {
      if (one.source != source.id) continue;
      const auto quote = answer.quotes.find({stance.id(), one.number});
      rows.row(
          {claims::to_string(stance.held), safe_line(stance.holder),
           out.paint(style_of(words, stance.position), safe_line(words.canonical(stance.position))),
           safe_line(stance.claim + (one.locator.empty() ? "" : ", " + one.locator)) +
               (quote == answer.quotes.end() ? "" : "  " + quote_text(quote->second, out))});
    }
  }
  return page + rows.text();
}

namespace {

// The quote of an evidence, and how it stands in the saved text of its source.
void add_quote(const StanceAnswer& answer, const claims::EvidenceView& one, Fields& fields,
               const Output& out) {
  if (!one.quote.empty()) fields.add("quote", "\"" + one.quote + "\"");
  const auto quote = answer.quotes.find({answer.stance.id(), one.number});
  if (quote == answer.quotes.end()) return;
  fields.painted("stands", quote_text(quote->second, out));
  const claims::QuoteMatch& match = quote->second.match;
  for (const std::string& out_of_it : quote->second.left_out) {
    fields.add("left out", claims::quoted(out_of_it));
  }
  if (match.level == claims::QuoteLevel::near) fields.add("differs", differing(match.words));
  if (match.level == claims::QuoteLevel::missing) fields.add("nearest", quote->second.nearest);
}

// Shows a key of an evidence that is not shown as the table of keys has it; false for any other.
bool add_of_evidence(const StanceAnswer& answer, const claims::EvidenceView& one,
                     std::string_view key, Fields& fields, const Output& out) {
  if (key == "quote") {
    add_quote(answer, one, fields, out);
  } else if (key == "translation") {
    if (!one.translation.empty()) fields.add(key, "\"" + one.translation + "\"");
  } else if (key == "source") {
    const auto title = answer.source_titles.find(one.source);
    const auto grade = answer.reliability.find(one.source);
    fields.add(
        key, one.source + (title == answer.source_titles.end() ? "" : ": " + title->second) +
                 (grade == answer.reliability.end() ? "" : " (reliability " + grade->second + ")"));
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::string text(const StanceAnswer& answer, const claims::Vocabulary& words, const Output& out) {
  const claims::Stance& stance = answer.stance;
  std::string page = head_text(answer.head, out);
  page += heading(out, stance.id(), answer.claim_text);
  page += "\n  " + safe_line(stance.holder) + "  ";
  page += stance.retracts.empty() ? out.paint(style_of(words, stance.position),
                                              safe_line(words.canonical(stance.position)))
                                  : "retracts " + safe_line(stance.retracts);
  page +=
      "  held " + claims::to_string(stance.held) +
      (answer.last_looked ? ", looked again until " + claims::to_string(*answer.last_looked) : "") +
      "\n";
  if (answer.overruled_by) {
    page +=
        out.paint(Style::warning, "  no longer stands: " + safe_line(answer.overruled_why)) + "\n";
  }
  page += became_text(answer.since, out);
  Fields fields(out);
  fields.add_keys(stance, [&](std::string_view key) {
    if (key == "note") fields.add("approved by", names_of(answer.approved_by));
    return add_of_evidence(answer, claims::EvidenceView(stance, 0), key, fields, out);
  });
  page += fields.text();
  for (std::size_t i = 1; i <= stance.further.size(); ++i) {
    const claims::EvidenceView one = claims::evidence_at(stance, i);
    Fields of_evidence(out);
    of_evidence.add_keys(stance.further[i - 1], [&](std::string_view key) {
      return add_of_evidence(answer, one, key, of_evidence, out);
    });
    page += "\n  " + out.paint(Style::strong, "further evidence") + of_evidence.text();
  }
  return page;
}

std::string left_out_text(const LeftOut& left_out, const Output& out) {
  std::string page;
  const auto add = [&](std::size_t count, const char* one, const char* many,
                       const std::string& command) {
    if (count > 0)
      page += paragraph(counted(count, one, many) + ": " + safe_line(command), out.width(), 0);
  };
  add(left_out.others, "other record fits", "other records fit", left_out.others_command);
  add(left_out.set_aside, "record that is set aside fits", "records that are set aside fit",
      left_out.set_aside_command);
  return page;
}

std::string text(const ListAnswer& answer, const claims::Vocabulary& words, const Output& out) {
  std::string page = head_text(answer.head, out);
  if (answer.claims.empty()) {
    const std::string others = left_out_text(answer.left_out, out);
    if (!others.empty()) return page + "No claim fits by what is in force.\n" + others;
    return page + (answer.filtered ? "No claim fits.\n" : "No claim yet.\n");
  }
  for (const ListedClaim& listed : answer.claims) {
    page += out.paint(Style::heading, safe_line(listed.claim.id)) + "\n";
    page += paragraph(safe_line(listed.claim.text), out.width(), 2);
    std::string line;
    for (const claims::Position& position : listed.positions) {
      line += (line.empty() ? "" : out.paint(Style::dim, " · ")) + safe_line(position.holder) +
              " " + position_text(position, words, out);
      if (position.stance() != nullptr && !position.stance()->condition.empty())
        line += ", if: " + safe_line(position.stance()->condition);
      if (position.within) line += " " + out.paint(Style::dim, days_text(*position.within));
    }
    if (line.empty()) line = out.paint(Style::dim, "no record");
    page += paragraph(line, out.width(), 2);
  }
  page += "\n" + out.paint(Style::dim, counted(answer.claims.size(), "claim")) + "\n";
  return page;
}

std::string text(const ActorListAnswer& answer, const Output& out) {
  if (answer.actors.empty()) return head_text(answer.head, out) + "No actor yet.\n";
  Columns rows(out.width());
  for (const claims::Actor& actor : answer.actors) {
    std::string name = actor.name;
    if (!actor.aliases.empty()) name += " (" + joined(actor.aliases) + ")";
    rows.row(
        {out.paint(Style::heading, safe_line(actor.id)), safe_line(actor.kind), safe_line(name)});
  }
  return head_text(answer.head, out) + rows.text();
}

std::string text(const SourceListAnswer& answer, const Output& out) {
  if (answer.sources.empty()) return head_text(answer.head, out) + "No source yet.\n";
  Columns rows(out.width());
  for (const claims::Source& source : answer.sources) {
    std::string title = source.title;
    if (!source.publisher.empty()) title += " (" + source.publisher + ")";
    rows.row(
        {source.published ? claims::to_string(*source.published) : "",
         out.paint(Style::heading, safe_line(source.id)),
         safe_line(title) + (source.capture.empty() ? "" : out.paint(Style::dim, " · captured"))});
  }
  return head_text(answer.head, out) + rows.text();
}

std::string text(const LogAnswer& answer, const Output& out) {
  if (answer.entries.empty()) return "No commit yet.\n";
  Columns rows(out.width());
  for (const store::LogEntry& entry : answer.entries) {
    rows.row({out.paint(Style::middling, short_id(entry.commit)), local_time(entry.committed_at),
              safe_line(entry.author), safe_line(entry.subject)});
  }
  return rows.text();
}

namespace {

// The command that drops the draft which `take_up` would take up.
std::string dropping(const std::string& take_up) {
  constexpr std::string_view kReview = "aver review ";
  if (!take_up.starts_with(kReview)) return take_up + " --discard";
  const std::size_t name = take_up.find(' ', kReview.size());
  return "aver edit reviews/" + take_up.substr(name + 1) + "/" +
         take_up.substr(kReview.size(), name - kReview.size()) + " --discard";
}

}  // namespace

namespace {

std::string committed_links(const std::vector<std::string>& links, const Output& out) {
  constexpr std::size_t kShown = 5;
  std::string page;
  for (std::size_t i = 0; i < std::min(links.size(), kShown); ++i) {
    page += hanging(out.paint(Style::error, "a symbolic link is committed") +
                        ", and records are plain files: " + safe_line(links[i]),
                    out.width(), 2);
  }
  if (links.size() > kShown) {
    page += "  and " + std::to_string(links.size() - kShown) + " more: aver check\n";
  }
  return page;
}

}  // namespace

std::string text(const StatusAnswer& answer, const Output& out) {
  const store::Status& status = answer.status;
  std::string page = answer.bare ? "bare store " : "store ";
  page += safe_line(answer.root) + "\n";
  std::string stands = status.branch.empty() ? "detached at " : "on " + safe_line(status.branch);
  if (answer.head.empty()) {
    stands += ", no commit yet";
  } else {
    stands += (status.branch.empty() ? "" : " at ") + short_id(answer.head);
  }
  if (!status.upstream.empty()) {
    const std::string ahead = std::to_string(status.ahead) + " ahead of ";
    const std::string behind = std::to_string(status.behind) + " behind ";
    stands += status.ahead == 0 && status.behind == 0 ? ", level with "
              : status.behind == 0                    ? ", " + ahead
              : status.ahead == 0                     ? ", " + behind
                                                      : ", " + ahead + "and " + behind;
    stands += safe_line(status.upstream);
  }
  const std::string where = status.branch.empty() ? "what is checked out" : status.branch;
  page += hanging(stands, out.width(), 2);
  if (!answer.recording.empty()) {
    page += hanging(out.paint(Style::middling, "records go on " + safe_line(answer.recording)) +
                        " (back: aver propose --end)",
                    out.width(), 2);
  }
  if (!status.under_way.empty()) {
    page +=
        out.paint(Style::warning, "a " + status.under_way + " is under way") + ": aver resolve\n";
  }
  std::string drafts;
  for (const std::string& command : answer.drafts) {
    drafts += "a draft waits: " + out.paint(Style::dim, safe_line(command)) + "\n";
    drafts += "  or drop it: " + out.paint(Style::dim, safe_line(dropping(command))) + "\n";
  }
  const std::string links = committed_links(status.links, out);
  if (answer.changes.empty()) {
    return page + (answer.bare ? "" : "nothing uncommitted\n") + links + drafts;
  }
  page += "\nuncommitted\n";
  Columns rows(out.width(), 2);
  bool sound = true;
  for (const StatusAnswer::Change& change : answer.changes) {
    std::string what;
    switch (change.local.kind) {
      case store::LocalChange::Kind::added:
      case store::LocalChange::Kind::untracked:
        what = "new";
        break;
      case store::LocalChange::Kind::modified:
        what = "edited";
        break;
      case store::LocalChange::Kind::deleted:
        what = "removed";
        break;
      case store::LocalChange::Kind::conflicted:
        what = "conflict";
        break;
    }
    std::string verdict = safe_line(change.local.path);
    if (has_errors(change.problems)) {
      sound = false;
      std::size_t errors = 0;
      for (const claims::Diagnostic& d : change.problems)
        errors += d.severity == claims::Severity::error;
      verdict += out.paint(Style::error, "  " + counted(errors, "error"));
    }
    rows.row({what, change.kind, verdict});
  }
  page += rows.text();
  const bool is_left = std::any_of(
      answer.changes.begin(), answer.changes.end(), [](const StatusAnswer::Change& change) {
        return change.local.kind == store::LocalChange::Kind::conflicted;
      });
  page += is_left || !status.under_way.empty()
              ? "\nsettle what is left, and finish with: aver resolve\n"
          : sound ? "\nrecord them with: aver commit\n"
                  : "\nsee what is wrong with: aver check\n";
  if (!answer.recording.empty() && answer.recording != status.branch) {
    page += paragraph("these files are those of " + safe_line(where) +
                          ", and are recorded there, not on " + safe_line(answer.recording),
                      out.width(), 2);
  }
  return page + links + drafts;
}

std::string text(const CheckAnswer& answer, const Output& out) {
  std::string page = head_text(answer.head, out);
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  for (const claims::Diagnostic& diagnostic : answer.problems) {
    Style style = Style::dim;
    if (diagnostic.severity == claims::Severity::error) {
      ++errors;
      style = Style::error;
    } else if (diagnostic.severity == claims::Severity::warning) {
      ++warnings;
      style = Style::warning;
    } else {
      ++notes;
    }
    std::string line = safe_line(diagnostic.file);
    if (diagnostic.place.line != 0) {
      line += ":" + std::to_string(diagnostic.place.line) + ":" +
              std::to_string(diagnostic.place.column);
    }
    line += ": " + out.paint(style, std::string(to_string(diagnostic.severity)) + ":") + " " +
            safe_line(diagnostic.sentence) +
            out.paint(Style::dim, " [" + std::string(diagnostic.rule.text()) + "]");
    // A line each for programs that read this; people's are laid out.
    if (out.terminal()) line = hanging(line, out.width(), 4);
    if (!line.ends_with('\n')) line += '\n';
    page += line;
    if (diagnostic.hint.empty()) continue;
    const std::string hint = "  hint: " + safe_line(diagnostic.hint);
    page += out.terminal() ? hanging(hint, out.width(), 4) : hint + "\n";
  }
  if (!answer.problems.empty()) page += "\n";
  page += "checked " + counted(answer.records, "record");
  if (answer.local > 0) page += " (" + std::to_string(answer.local) + " uncommitted)";
  if (answer.known > 0) page += ", " + counted(answer.known, "known problem") + " left out";
  if (errors + warnings + notes == 0) return page + ": all is well\n";
  page += ": " + counted(errors, "error") + ", " + counted(warnings, "warning");
  if (notes > 0) page += ", " + counted(notes, "note");
  return page + "\n";
}

}  // namespace aver::cli
