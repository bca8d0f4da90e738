// SPDX-License-Identifier: MIT
//
// Gathers the values a stance rests on, and tells two sets of them apart.
#include "claims/review/rests.h"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <set>

#include "claims/records/people.h"
#include "claims/text/date.h"
#include "claims/text/json_text.h"
#include "claims/toml/toml.h"

namespace aver::claims::reviews {
namespace {

// Later versions that gather other values say so here: digests of both kinds differ then.
constexpr std::string_view kHead = "rests 1\n";

class Gatherer {
 public:
  explicit Gatherer(const Referred& referred) : referred_(referred) {}

  Rests run(const Stance& stance) {
    if (const Claim* claim = referred_.claim) {
      add("claim", "", "text", claim->text);
      add("claim", "", "kind", claim->kind);
    }
    actor("holder", stance.holder);
    each_voice(stance, [&](Voice voice, const std::string& who) {
      actor(voice == Voice::speaks ? "speaker" : "via", who);
    });
    for (const EvidenceView& evidence : evidences(stance)) source(evidence.source);
    word("position", stance.position);
    word("rating", stance.rating);
    std::sort(rests_.begin(), rests_.end());
    rests_.erase(std::unique(rests_.begin(), rests_.end()), rests_.end());
    return std::move(rests_);
  }

 private:
  void add(std::string_view of, std::string_view id, std::string_view key, std::string value) {
    rests_.push_back({std::string(of), std::string(id), std::string(key), std::move(value)});
  }

  // A speaker in plain words is nobody's record, and stands in the stance itself.
  void actor(std::string_view of, const std::string& id) {
    const Actor* actor = id.empty() || !referred_.actor ? nullptr : referred_.actor(id);
    if (actor == nullptr) return;
    add(of, id, "name", actor->name);
    add(of, id, "kind", actor->kind);
  }

  void source(const std::string& id) {
    const Source* source = id.empty() || !referred_.source ? nullptr : referred_.source(id);
    if (source == nullptr) return;
    add("source", id, "title", source->title);
    add("source", id, "url", source->url);
    add("source", id, "published", source->published ? to_string(*source->published) : "");
    capture(id, source->sha256, source->original_sha256);
    for (const Recapture& later : source->recaptures)
      capture(id, later.sha256, later.original_sha256);
  }

  void capture(const std::string& id, const std::string& text, const std::string& original) {
    if (!text.empty()) add("source", id, "capture", text);
    if (!original.empty()) add("source", id, "original", original);
  }

  // As the store says it. What a word means by default is this program's, and may be put better by
  // a later one.
  void word(std::string_view of, const std::string& name) {
    if (name.empty() || referred_.vocabulary == nullptr) return;
    const Meaning meaning = referred_.vocabulary->find(name);
    if (!meaning) return;
    const Word& word = *meaning.word;
    add(of, "", "scale", meaning.scale->name);
    add(of, "", "order", meaning.scale->order == Order::opposed ? "opposed" : "ordered");
    add(of, "", "value", toml::write(toml::Value{word.value, {}}));
    add(of, "", "absence", word.absence ? "true" : "false");
    add(of, "", "closes", !word.closes ? "" : *word.closes ? "true" : "false");
    add(of, "", "means", word.means);
  }

  const Referred& referred_;
  Rests rests_;
};

std::string sentence(const RestedOn& value) {
  const std::string id = value.id.empty() ? "" : " " + value.id;
  if (value.of == "position" || value.of == "rating") {
    return "the word of its " + value.of +
           (value.key == "means" ? " means something else" : " stands for something else") + " (" +
           value.key + ")";
  }
  if (value.of == "source" && (value.key == "capture" || value.key == "original")) {
    return "its source" + id + " was captured anew";
  }
  const std::string of = value.of == "via" ? "reporter" : value.of;
  return "its " + of + id + " has another " + value.key;
}

// What both have of one key is equal; several values of a key are a set.
Rests without(const Rests& all, const Rests& out) {
  Rests left;
  std::set_difference(all.begin(), all.end(), out.begin(), out.end(), std::back_inserter(left));
  return left;
}

void append_row(std::string& to, std::initializer_list<std::string_view> cells) {
  to += "[";
  bool first = true;
  for (const std::string_view cell : cells) {
    if (!first) to += ",";
    first = false;
    json::append_string(to, cell);
  }
  to += "]\n";
}

}  // namespace

Rests rests_of(const Stance& stance, const Referred& referred) {
  return Gatherer(referred).run(stance);
}

std::vector<RecordRef> rested_on(const Stance& stance) {
  std::set<RecordRef> all = {{RecordKind::claim, stance.claim}};
  each_person(stance, [&](const std::string& who) {
    if (id_problem(who).empty()) all.insert({RecordKind::actor, who});
  });
  for (const EvidenceView& evidence : evidences(stance)) {
    if (!evidence.source.empty()) all.insert({RecordKind::source, evidence.source});
  }
  return {all.begin(), all.end()};
}

std::string digest_input(const Rests& rests) {
  if (rests.empty()) return "";
  std::string text(kHead);
  for (const RestedOn& one : rests) append_row(text, {one.of, one.id, one.key, one.value});
  return text;
}

std::string folder_digest_input(std::vector<std::pair<std::string, std::string>> files) {
  std::sort(files.begin(), files.end());
  std::string text(kHead);
  for (const auto& [path, rests] : files) append_row(text, {path, rests});
  return text;
}

std::vector<std::string> differences(const Rests& before, const Rests& after) {
  std::vector<std::string> sentences;
  const auto tell = [&](const Rests& values) {
    for (const RestedOn& one : values) {
      std::string told = sentence(one);
      if (std::find(sentences.begin(), sentences.end(), told) == sentences.end()) {
        sentences.push_back(std::move(told));
      }
    }
  };
  tell(without(after, before));
  tell(without(before, after));
  return sentences;
}

}  // namespace aver::claims::reviews
