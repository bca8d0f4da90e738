// SPDX-License-Identifier: MIT
//
// Merging by record and field: the rules by the table, the laws by generated histories.
#include "claims/merge/merge.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "claims/records/codec.h"

namespace {

using namespace aver::claims;
using Text = std::optional<std::string>;

const std::string kBase =
    "holder = \"calda\"\nposition = \"silent\"\nheld = 2024-10-31\nsearched = [\"briefings\"]\n";

std::string edited(std::string text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

std::string conflicts(const Merged& merged) {
  std::string keys;
  for (const FieldConflict& one : merged.conflicts) keys += (keys.empty() ? "" : " ") + one.key;
  if (merged.removed_and_changed) keys += "removed and changed";
  if (merged.unreadable) keys += "unreadable";
  return keys;
}

Merged stances(const Text& base, const Text& ours, const Text& theirs, Take take = Take::none) {
  return merge(RecordKind::stance, base, ours, theirs, take);
}

}  // namespace

// The pairs of keys of which one side may not change one while the other changes the other.
std::string tied(RecordKind kind, const std::vector<std::string>& keys) {
  std::string pairs;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    for (std::size_t k = i + 1; k < keys.size(); ++k) {
      const auto line = [](const std::string& key) { return key + " = \"ours\"\n"; };
      const Merged merged = merge(kind, "", line(keys[i]), line(keys[k]));
      if (!merged.clean()) pairs += keys[i] + "+" + keys[k] + " ";
    }
  }
  return pairs;
}

TEST_CASE("keys that say one thing together are changed together or not at all") {
  const auto all_pairs = [](const std::vector<std::string>& keys) {
    std::string pairs;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      for (std::size_t k = i + 1; k < keys.size(); ++k) pairs += keys[i] + "+" + keys[k] + " ";
    }
    return pairs;
  };
  const std::vector<std::string> evidence = {
      "holder",     "position",    "held",   "mode",    "speaker",    "via",       "quote",
      "quote_lang", "translation", "source", "locator", "unverified", "condition", "repeats"};
  CHECK(tied(RecordKind::stance, evidence) == all_pairs(evidence));
  const std::vector<std::string> correction = {"corrects", "retracts", "reason"};
  CHECK(tied(RecordKind::stance, correction) == all_pairs(correction));
  const std::vector<std::string> capture = {"retrieved", "captured_with", "capture",
                                            "sha256",    "original",      "original_sha256"};
  CHECK(tied(RecordKind::source, capture) == all_pairs(capture));
  // One of each group, and all that stand alone.
  CHECK(tied(RecordKind::stance,
             {"holder", "corrects", "until", "through", "searched", "summary", "credibility",
              "likelihood", "rating", "review_by", "first_recorded", "note", "x"}) == "");
  CHECK(tied(RecordKind::source,
             {"title", "capture", "aliases", "url", "publisher", "author", "published", "lang",
              "reliability", "note", "archived", "recapture", "x"}) == "");
  CHECK(tied(RecordKind::claim, {"text", "kind", "aliases", "lang", "tags", "deadline", "review_by",
                                 "same_as", "note", "relation"}) == "");
  CHECK(tied(RecordKind::actor, {"name", "kind", "aliases", "same_as", "note", "role"}) == "");
}

TEST_CASE("lists without order are merged by their elements, lists with one are not") {
  const auto clean = [](RecordKind kind, const std::string& key) {
    return merge(kind, "", key + " = [\"a\"]\n", key + " = [\"b\"]\n").clean();
  };
  for (const char* key : {"aliases", "tags", "same_as", "relation"})
    CHECK(clean(RecordKind::claim, key));
  for (const char* key : {"aliases", "same_as", "role"}) CHECK(clean(RecordKind::actor, key));
  for (const char* key : {"aliases", "archived", "recapture"})
    CHECK(clean(RecordKind::source, key));
  CHECK(clean(RecordKind::stance, "searched"));
  CHECK_FALSE(clean(RecordKind::stance, "via"));
  CHECK_FALSE(clean(RecordKind::source, "author"));
}

TEST_CASE("what one side changed is taken, byte for byte") {
  const std::string ours = "# why\n" + kBase + "note = \"x\"\n";
  CHECK(stances(kBase, ours, kBase).text == ours);
  CHECK(stances(kBase, kBase, ours).text == ours);
  CHECK(stances(kBase, ours, ours).text == ours);
  CHECK(stances(std::nullopt, ours, std::nullopt).text == ours);
  CHECK(stances(kBase, std::nullopt, kBase).text == std::nullopt);
  CHECK(stances(kBase, std::nullopt, std::nullopt).clean());
}

TEST_CASE("different fields: both; the same field differently: a conflict") {
  const std::string noted = kBase + "note = \"ours\"\n";
  const std::string checked = kBase + "through = 2024-11-05\n";
  const Merged both = stances(kBase, noted, checked);
  CHECK(both.clean());
  CHECK(both.text == edited(noted, "searched", "through = 2024-11-05\nsearched"));
  const Merged twice = stances(kBase, noted, kBase + "note = \"theirs\"\n");
  CHECK(conflicts(twice) == "note");
  CHECK(twice.text == noted);
  REQUIRE(twice.conflicts.size() == 1);
  CHECK_FALSE(twice.conflicts[0].base);
  CHECK(toml::write(*twice.conflicts[0].theirs) == "\"theirs\"");
  CHECK(stances(kBase, noted, kBase + "note = \"theirs\"\n", Take::theirs).text ==
        kBase + "note = \"theirs\"\n");
  CHECK(stances(kBase, noted, kBase + "note = \"theirs\"\n", Take::base).text == kBase);
}

TEST_CASE("a position and its evidence move together, or conflict") {
  const std::string moved = edited(kBase, "silent", "affirm");
  const std::string quoted = kBase + "quote = \"No.\"\n";
  CHECK(conflicts(stances(kBase, moved, quoted)) == "position quote");
  CHECK(stances(kBase, moved, kBase + "summary = \"x\"\n").clean());
  CHECK(stances(kBase, moved, moved).clean());
  const Merged theirs = stances(kBase, moved, quoted, Take::theirs);
  CHECK(theirs.clean());
  CHECK(theirs.text == quoted);
  CHECK(
      conflicts(merge(RecordKind::source, "title = \"t\"\n", "title = \"t\"\ncapture = \"a.txt\"\n",
                      "title = \"t\"\nretrieved = 2024-11-01\n")) == "retrieved capture");
}

TEST_CASE("sets merge as sets") {
  const auto tags = [](const char* list) {
    return "text = \"x\"\ntags = [" + std::string(list) + "]\n";
  };
  const Merged merged = merge(RecordKind::claim, tags("\"a\", \"b\""), tags("\"b\", \"c\""),
                              tags("\"a\", \"b\", \"d\""));
  CHECK(merged.clean());
  CHECK(decode_claim(*merged.text, "claims/x/claim.toml").record->tags ==
        std::vector<std::string>{"b", "c", "d"});
  const std::string relation = "text = \"x\"\n\n[[relation]]\ntype = \"negates\"\nto = \"y\"\n";
  const Merged relations =
      merge(RecordKind::claim, "text = \"x\"\n", relation, edited(relation, "\"y\"", "\"z\""));
  CHECK(relations.clean());
  CHECK(decode_claim(*relations.text, "claims/x/claim.toml").record->relations.size() == 2);
  CHECK(conflicts(stances(kBase, kBase + "via = [\"a\"]\n", kBase + "via = [\"b\"]\n")) == "via");
}

TEST_CASE("two people who each add an evidence meet in no conflict, whatever the order of keys") {
  const std::string base = kBase + "source = \"2024/a\"\n";
  const std::string one = "\n[[evidence]]\nsource = \"2024/x\"\nquote = \"No.\"\n";
  const std::string turned = "\n# of theirs\n[[evidence]]\nquote = \"No.\"\nsource = \"2024/x\"\n";
  const std::string other = "\n[[evidence]]\nsource = \"2024/c\"\n";
  const Merged merged = stances(base, base + one, base + other);
  CHECK(merged.clean());
  CHECK(merged.text == base + other + one);
  CHECK(stances(base, base + other, base + one).text == merged.text);
  // The same evidence, given by both.
  CHECK(stances(base, base + one, base + turned + other).text ==
        "# of theirs\n" + base + one + other);
  // One takes away what the other leaves alone, and adds to.
  const Merged gone = stances(base + one, base, base + one + other);
  CHECK(gone.clean());
  CHECK(gone.text == base + other);
  // The first evidence is not of the set: its keys move together.
  CHECK(conflicts(stances(base, edited(base, "2024/a", "2024/b") + one,
                          base + "locator = \"p. 2\"\n" + other)) == "source locator");
  // What is no evidence is merged as any list.
  CHECK(stances(base, base + "evidence = [1]\n", base + "evidence = [2]\n").clean());
}

TEST_CASE("comments of both sides stay; layout is no change") {
  const Merged merged =
      stances(kBase, "# ours\n" + kBase + "note = \"x\"\n",
              edited(kBase, "position", "# theirs\nposition") + "until = 2024-12-01\n");
  CHECK(merged.clean());
  CHECK(merged.text->find("# ours") != std::string::npos);
  CHECK(merged.text->find("# theirs") != std::string::npos);
  CHECK(decode_stance(*merged.text, "claims/x/2024-10-31-calda.toml").record->until);
}

TEST_CASE("a record that one removed and the other changed, and what is no TOML") {
  CHECK(conflicts(stances(kBase, std::nullopt, kBase + "note = \"x\"\n")) == "removed and changed");
  CHECK(stances(kBase, std::nullopt, kBase + "note = \"x\"\n").text == kBase + "note = \"x\"\n");
  CHECK(stances(kBase, std::nullopt, kBase + "note = \"x\"\n", Take::ours).text == std::nullopt);
  CHECK(conflicts(stances(kBase, "<<<<<<< x\n", kBase + "note = \"x\"\n")) == "unreadable");
  CHECK(stances(kBase, "<<<<<<< x\n", kBase + "note = \"x\"\n", Take::theirs).clean());
}

namespace {

// A record as some of a few values for each of a few keys, so that sides often meet.
std::string a_version(const std::string& base) {
  struct Choice {
    const char* key;
    std::vector<const char*> values;  // null: absent
  };
  static const std::vector<Choice> kChoices = {
      {"position", {"\"silent\"", "\"affirm\"", "\"deny\""}},
      {"held", {"2024-10-31", "2024-11-01"}},
      {"through", {nullptr, "2024-11-05", "2024-11-06"}},
      {"searched", {nullptr, "[\"a\"]", "[\"b\"]", "[\"a\", \"b\"]", "[\"b\", \"c\"]"}},
      {"summary", {nullptr, "\"one\"", "\"two\""}},
      {"quote", {nullptr, "\"No.\"", "\"Yes.\""}},
      {"note", {nullptr, "\"x\"", "\"y\""}},
      {"other", {nullptr, "1", "2"}}};
  toml::Table table = toml::parse(base, "").root;
  std::string text = "holder = \"calda\"\n";
  for (const Choice& choice : kChoices) {
    const toml::Value* old = toml::find(table, choice.key);
    const bool keep = !base.empty() && *rc::gen::inRange(0, 3) > 0;
    if (keep) {
      if (old != nullptr) text += std::string(choice.key) + " = " + toml::write(*old) + "\n";
      continue;
    }
    const char* value = choice.values[*rc::gen::inRange<std::size_t>(0, choice.values.size())];
    if (value != nullptr) text += std::string(choice.key) + " = " + value + "\n";
  }
  return text;
}

toml::Table values(const Text& text) {
  toml::Table table = text ? toml::parse(*text, "").root : toml::Table{};
  // Sets have no order.
  for (toml::Entry& entry : table) {
    if (auto* list = std::get_if<toml::Array>(&entry.value.data)) {
      std::sort(list->begin(), list->end(), [](const toml::Value& a, const toml::Value& b) {
        return toml::write(a) < toml::write(b);
      });
    }
  }
  std::sort(table.begin(), table.end(),
            [](const toml::Entry& a, const toml::Entry& b) { return a.key < b.key; });
  return table;
}

std::vector<std::string> keys_of(const Merged& merged) {
  std::vector<std::string> keys;
  for (const FieldConflict& one : merged.conflicts) keys.push_back(one.key);
  return keys;
}

}  // namespace

TEST_CASE("merge laws") {
  CHECK(rc::check("symmetric, idempotent, nothing invented, always readable", [] {
    const std::string base = a_version("");
    const std::string ours = a_version(base);
    const std::string theirs = a_version(base);
    const Merged merged = stances(base, ours, theirs);
    const Merged mirrored = stances(base, theirs, ours);
    RC_ASSERT(keys_of(merged) == keys_of(mirrored));
    if (merged.clean()) RC_ASSERT(values(merged.text) == values(mirrored.text));
    RC_ASSERT(values(stances(base, ours, ours).text) == values(ours));
    RC_ASSERT(values(stances(base, ours, base).text) == values(ours));
    RC_ASSERT(values(stances(base, theirs, *merged.text).text) == values(merged.text) ||
              !stances(base, theirs, *merged.text).clean());
    RC_ASSERT(toml::parse(*merged.text, "").problems.empty());
    const auto decoded = decode_stance(*merged.text, "claims/x/2024-10-31-calda.toml");
    RC_ASSERT(decoded.record.has_value());
    // Every value stands in one of the three; of a set, every element.
    for (const toml::Entry& entry : values(merged.text)) {
      const auto stands_in = [&](const std::string& side) {
        const toml::Table all = values(side);
        const toml::Value* value = toml::find(all, entry.key);
        if (value == nullptr) return false;
        if (*value == entry.value) return true;
        return false;
      };
      bool found = stands_in(base) || stands_in(ours) || stands_in(theirs);
      if (const auto* list = std::get_if<toml::Array>(&entry.value.data);
          list != nullptr && !found) {
        found = std::all_of(list->begin(), list->end(), [&](const toml::Value& element) {
          for (const std::string* side : {&base, &ours, &theirs}) {
            const toml::Table all = values(*side);
            const toml::Value* value = toml::find(all, entry.key);
            const auto* other = value == nullptr ? nullptr : std::get_if<toml::Array>(&value->data);
            if (other != nullptr &&
                std::find(other->begin(), other->end(), element) != other->end())
              return true;
          }
          return false;
        });
      }
      RC_ASSERT(found);
    }
    // What both sides have of a key they did not touch is there.
    for (const Take take : {Take::ours, Take::theirs, Take::base}) {
      const Merged settled = stances(base, ours, theirs, take);
      RC_ASSERT(settled.clean());
      RC_ASSERT(toml::parse(*settled.text, "").problems.empty());
    }
  }));
  CHECK(rc::check("disjoint edits associate", [] {
    const std::string base = a_version("");
    const std::string a = base + "review_by = 2025-01-01\n";
    const std::string b = base + "rating = \"False\"\n";
    const std::string c = base + "credibility = 2\n";
    const auto two = [&](const std::string& x, const std::string& y) {
      return *stances(base, x, y).text;
    };
    RC_ASSERT(values(two(two(a, b), c)) == values(two(a, two(b, c))));
    RC_ASSERT(values(two(two(a, b), c)) == values(two(two(c, a), b)));
  }));
}

namespace {

// What a record of each kind may have for a few of its keys: sets, groups that go together, tables,
// and keys that nobody knows.
struct Shape {
  RecordKind kind;
  const char* path;
  const char* head;
  std::vector<std::pair<const char*, std::vector<const char*>>> keys;
  const char* table;  // "relation", whose blocks are `blocks`
  std::vector<const char*> blocks;
};

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all = {
      {RecordKind::claim,
       "claims/x/claim.toml",
       "text = \"X is so\"\n",
       {{"kind", {nullptr, "\"fact\"", "\"policy\""}},
        {"aliases", {nullptr, "[\"a\"]", "[\"a\", \"b\"]", "[\"c\"]"}},
        {"tags", {nullptr, "[\"p\"]", "[\"p\", \"q\"]", "[\"q\", \"r\"]"}},
        {"deadline", {nullptr, "2025-01-01", "\"2025-02\""}},
        {"note", {nullptr, "\"one\"", "\"\"\"\ntwo\nlines\"\"\""}}},
       "relation",
       {"type = \"negates\"\nto = \"y\"\n", "type = \"narrows\"\nto = \"z\"\n"}},
      {RecordKind::actor,
       "actors/x.toml",
       "kind = \"person\"\n",
       {{"name", {"\"X\"", "\"Mr X\""}},
        {"aliases", {nullptr, "[\"a\"]", "[\"a\", \"b\"]", "[\"c\"]"}},
        {"same_as", {nullptr, "[\"https://a.example\"]", "[\"https://b.example\"]"}},
        {"other", {nullptr, "1.5", "{ deep = [1, 2] }"}}},
       "role",
       {"title = \"minister\"\n", "title = \"envoy\"\nfrom = 2024-01-01\n"}},
      {RecordKind::source,
       "sources/x.toml",
       "title = \"T\"\n",
       {{"capture", {nullptr, "\"a.txt\"", "\"b.txt\""}},
        {"retrieved", {nullptr, "2024-11-01", "2024-11-02T09:00:00Z"}},
        {"publisher", {nullptr, "\"P\"", "\"Q\""}},
        {"author", {nullptr, "[\"a\"]", "[\"a\", \"b\"]"}}},
       "archived",
       {"url = \"https://a.example\"\n", "url = \"https://b.example\"\n"}},
      {RecordKind::stance,
       "claims/x/2024-10-31-calda.toml",
       "holder = \"calda\"\nposition = \"silent\"\nheld = 2024-10-31\n",
       {{"source", {nullptr, "\"2024/a\"", "\"2024/b\""}},
        {"quote", {nullptr, "\"No.\"", "\"Yes.\""}},
        {"note", {nullptr, "\"one\"", "\"two\""}}},
       "evidence",
       {"source = \"2024/x\"\n", "source = \"2024/y\"\nquote = \"No.\"\nx-own = 1\n",
        "source = \"2024/z\"\nvia = [\"kem\"]\n"}}};
  return all;
}

// A version of the record: of what `before` says, about two thirds stay.
std::string a_version(const Shape& shape, const std::string& before) {
  const toml::Table old = toml::parse(before, "").root;
  std::string text = *rc::gen::inRange(0, 4) == 0 ? "# a remark\n" : "";
  text += shape.head;
  for (const auto& [key, choices] : shape.keys) {
    const toml::Value* value = toml::find(old, key);
    if (!before.empty() && *rc::gen::inRange(0, 3) > 0) {
      if (value != nullptr) text += std::string(key) + " = " + toml::write(*value) + "\n";
      continue;
    }
    const char* chosen = choices[*rc::gen::inRange<std::size_t>(0, choices.size())];
    if (chosen != nullptr) text += std::string(key) + " = " + chosen + "\n";
  }
  for (const char* block : shape.blocks) {
    if (*rc::gen::inRange(0, 2) == 0) text += "\n[[" + std::string(shape.table) + "]]\n" + block;
  }
  return text;
}

// The values of a text, of lists each element, as "key value".
std::set<std::string> all_values(const std::string& text) {
  std::set<std::string> all;
  for (const toml::Entry& entry : toml::parse(text, "").root) {
    const auto* list = std::get_if<toml::Array>(&entry.value.data);
    if (list == nullptr) {
      all.insert(entry.key + " " + toml::write(entry.value));
    } else {
      for (const toml::Value& one : *list) all.insert(entry.key + " " + toml::write(one));
    }
  }
  return all;
}

bool reads_back(const Shape& shape, const std::string& text) {
  if (shape.kind == RecordKind::claim) return decode_claim(text, shape.path).record.has_value();
  if (shape.kind == RecordKind::actor) return decode_actor(text, shape.path).record.has_value();
  if (shape.kind == RecordKind::stance) return decode_stance(text, shape.path).record.has_value();
  const auto source = decode_source(text, shape.path);
  return source.record.has_value() || text.find("sha256") == text.npos;  // a capture needs its hash
}

}  // namespace

TEST_CASE("merge laws of records of all kinds: sets, tables and groups") {
  CHECK(rc::check("symmetric, idempotent, nothing invented, nothing lost, readable", [] {
    const Shape& shape = shapes()[*rc::gen::inRange<std::size_t>(0, shapes().size())];
    const std::string base = a_version(shape, "");
    const std::string ours = a_version(shape, base);
    const std::string theirs = a_version(shape, base);
    const auto merged_as = [&](const Text& b, const Text& o, const Text& t) {
      return merge(shape.kind, b, o, t);
    };
    const Merged merged = merged_as(base, ours, theirs);
    const Merged mirrored = merged_as(base, theirs, ours);
    RC_ASSERT(keys_of(merged) == keys_of(mirrored));
    if (merged.clean()) RC_ASSERT(values(merged.text) == values(mirrored.text));
    RC_ASSERT(merged_as(base, ours, ours).text == ours);
    RC_ASSERT(merged_as(base, ours, base).text == ours);
    RC_ASSERT(merged_as(base, base, theirs).text == theirs);
    // Where it was clean, taking the result in again changes nothing.
    if (merged.clean()) {
      const Merged again = merged_as(theirs, merged.text, theirs);
      RC_ASSERT(again.clean());
      RC_ASSERT(values(again.text) == values(merged.text));
    }
    RC_ASSERT(toml::parse(*merged.text, "").problems.empty());
    RC_ASSERT(reads_back(shape, *merged.text));
    const std::set<std::string> of_base = all_values(base);
    const std::set<std::string> of_ours = all_values(ours);
    const std::set<std::string> of_theirs = all_values(theirs);
    const std::set<std::string> of_merged = all_values(*merged.text);
    for (const std::string& value : of_merged) {
      RC_ASSERT(of_base.contains(value) || of_ours.contains(value) || of_theirs.contains(value));
    }
    if (!merged.clean()) return;
    // What one side put in and the other did not touch is there; what both kept is, too.
    for (const std::string& value : of_ours) {
      if (of_theirs.contains(value)) RC_ASSERT(of_merged.contains(value));
    }
  }));
}

TEST_CASE("sets of evidence come to one record, in whatever order they are merged") {
  // A few evidences, so that people often mean the same; each in one of two orders of keys.
  const auto evidence = [](int number, bool turned) {
    const std::string source = "source = \"2024/" + std::to_string(number) + "\"\n";
    const std::string quote =
        number % 2 == 0 ? "quote = \"No, " + std::to_string(number) + "\"\n" : "";
    return "\n[[evidence]]\n" + (turned ? quote + source : source + quote);
  };
  CHECK(rc::check([&] {
    const std::string head = kBase + "source = \"2024/a\"\n";
    const auto version = [&](const std::set<int>& numbers) {
      std::vector<int> order(numbers.begin(), numbers.end());
      if (*rc::gen::arbitrary<bool>()) std::reverse(order.begin(), order.end());
      std::string text = head;
      for (const int one : order) text += evidence(one, *rc::gen::arbitrary<bool>());
      return text;
    };
    const auto some = [] {
      std::set<int> numbers;
      for (int i = 0; i < 6; ++i) {
        if (*rc::gen::inRange(0, 3) == 0) numbers.insert(i);
      }
      return numbers;
    };
    const std::set<int> before = some();
    const std::string base = version(before);
    std::vector<std::string> sides;
    std::set<int> wanted = before;
    for (int i = 0; i < 3; ++i) {
      const std::set<int> now = some();
      for (int one = 0; one < 6; ++one) {
        if (before.contains(one) && !now.contains(one)) wanted.erase(one);
        if (!before.contains(one) && now.contains(one)) wanted.insert(one);
      }
      sides.push_back(version(now));
    }
    const auto two = [&](const std::string& x, const std::string& y) {
      const Merged merged = stances(base, x, y);
      RC_ASSERT(merged.clean());
      return *merged.text;
    };
    const auto record = [](const std::string& text) {
      return *decode_stance(text, "claims/x/2024-10-31-calda.toml").record;
    };
    const auto& [a, b, c] = std::tie(sides[0], sides[1], sides[2]);
    const Stance merged = record(two(two(a, b), c));
    std::string all = head;
    for (const int one : wanted) all += evidence(one, false);
    RC_ASSERT(merged == record(all));
    RC_ASSERT(merged == record(two(a, two(b, c))));
    RC_ASSERT(merged == record(two(two(c, a), b)));
    RC_ASSERT(merged == record(two(c, two(b, a))));
  }));
}

TEST_CASE("edits of different keys by three people come to the same in any order") {
  CHECK(rc::check("disjoint edits associate and commute", [] {
    const std::string base = "text = \"X is so\"\n";
    const std::vector<std::string> keys = {"kind = \"fact\"\n",
                                           "lang = \"en\"\n",
                                           "tags = [\"p\"]\n",
                                           "deadline = 2025-01-01\n",
                                           "review_by = 2025-01-01\n",
                                           "note = \"n\"\n",
                                           "mine = 1\n",
                                           "yours = [1, 2]\n",
                                           "aliases = [\"a\"]\n"};
    std::vector<std::string> sides(3, base);
    for (const std::string& line : keys) sides[*rc::gen::inRange<std::size_t>(0, 3)] += line;
    const auto two = [&](const std::string& x, const std::string& y) {
      const Merged merged = merge(RecordKind::claim, base, x, y);
      RC_ASSERT(merged.clean());
      return *merged.text;
    };
    const auto& [a, b, c] = std::tie(sides[0], sides[1], sides[2]);
    const toml::Table wanted = values(two(two(a, b), c));
    RC_ASSERT(wanted.size() == keys.size() + 1);
    RC_ASSERT(wanted == values(two(a, two(b, c))));
    RC_ASSERT(wanted == values(two(two(c, a), b)));
    RC_ASSERT(wanted == values(two(c, two(b, a))));
  }));
}
