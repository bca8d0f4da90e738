// SPDX-License-Identifier: MIT
//
// aver.toml: the format's version, the vocabulary, what reviews are asked for, saved queries, and
// commits whose stamps are wrong.
#include "claims/settings/settings.h"

#include <algorithm>
#include <set>

#include "claims/text/code_points.h"
#include "claims/text/fold.h"
#include "claims/text/hex.h"
#include "claims/text/lines.h"
#include "claims/text/similar.h"

namespace aver::claims {
namespace {

constexpr std::string_view kHead =
    "# This folder is an aver store: claims, and who holds which position on them.\n"
    "# The words below are its vocabulary; change them as you need. A word that is renamed keeps "
    "its\n"
    "# old name in was = [\"old-name\"], so that the renaming is no change of anybody's mind.\n"
    "# \"aver help vocabulary\" and \"aver help format\" say more.\n\n";

class SettingsReader {
 public:
  SettingsReader(std::string_view text, std::string_view file, Decoded<Settings>& decoded)
      : text_(text), file_(file), decoded_(decoded) {}

  void read(const toml::Table& root) {
    Settings settings;
    read_format(toml::find(root, "format"), settings);
    std::vector<Scale> scales;
    for (const toml::Entry& entry : root) {
      if (entry.key == "scale") {
        read_scales(entry.value, scales);
      } else if (entry.key == "review") {
        read_review(entry.value, settings.review);
      } else if (entry.key == "query") {
        read_queries(entry.value, settings.queries);
      } else if (entry.key == "clock") {
        read_clock(entry.value, settings.wrong_stamps);
      } else if (entry.key == "person") {
        read_known_people(entry.value, settings.people);
      } else if (entry.key != "format") {
        unknown(entry);
      }
    }
    if (scales.empty())
      error(Rule::vocabulary_empty, {1, 1}, "the store has no vocabulary: no [[scale]]");
    settings.vocabulary = Vocabulary(std::move(scales));
    if (const toml::Value* value = toml::find(root, "query")) judge_queries(*value, settings);
    settings.review.unclear = !misread_.empty();
    if (!has_errors(decoded_.problems)) decoded_.record = std::move(settings);
    decoded_.problems.insert(decoded_.problems.end(), misread_.begin(), misread_.end());
    sort(decoded_.problems);
  }

 private:
  void add(Severity severity, RuleName rule, Place place, std::string sentence,
           std::string hint = "") {
    decoded_.problems.push_back(
        {severity, rule, file_, place, std::move(sentence), std::move(hint)});
  }
  void error(RuleName rule, Place place, std::string sentence, std::string hint = "") {
    add(Severity::error, rule, place, std::move(sentence), std::move(hint));
  }

  void unknown(const toml::Entry& entry) {
    add(Severity::warning, Rule::key_unknown, entry.key_span.place,
        "the key " + quoted(entry.key) + " is not known; it is kept as it is");
  }

  // A policy with a misspelt key asks for less than was meant. The store is read all the same.
  void misread(const toml::Entry& entry) {
    misread_.push_back({Severity::error, Rule::key_unknown, file_, entry.key_span.place,
                        "the key " + quoted(entry.key) + " is not known, and a policy is all known",
                        "aver help review"});
  }

  void read_review(const toml::Value& value, ReviewPolicy& policy) {
    const toml::Table* table = std::get_if<toml::Table>(&value.data);
    if (table == nullptr) {
      return error(Rule::type_mismatch, value.span.place, "\"review\" must be a table: [review]");
    }
    for (const toml::Entry& entry : *table) {
      if (entry.key == "approvals") {
        read_count(entry, policy.approvals);
      } else if (entry.key == "own") {
        read_flag(entry, policy.own);
      } else if (entry.key == "reviewers") {
        read_people(entry, policy.reviewers);
      } else if (entry.key == "topic") {
        read_topics(entry.value, policy.topics);
      } else if (!read_of_events(entry, policy)) {
        misread(entry);
      }
    }
    for (std::string& sentence : impossible(policy)) {
      add(Severity::warning, Rule::review_unsatisfiable, value.span.place,
          "nobody can satisfy this policy: " + sentence, "fewer approvals, or more reviewers");
    }
  }

  void read_flag(const toml::Entry& entry, bool& to) {
    const bool* flag = std::get_if<bool>(&entry.value.data);
    if (flag == nullptr) {
      error(Rule::type_mismatch, entry.value.span.place,
            quoted(entry.key) + " must be true or false");
    }
    to = flag != nullptr && *flag;
  }

  // The keys that only events are judged by. False where it is none of them.
  bool read_of_events(const toml::Entry& entry, ReviewPolicy& policy) {
    if (entry.key == "signed") {
      read_signing(entry.value, policy.signing);
    } else if (entry.key == "settled") {
      read_flag(entry, policy.settled);
    } else if (entry.key == "branches") {
      read_branches(entry.value, policy.branches);
    } else if (entry.key == "never") {
      read_people(entry, policy.never);
    } else {
      return false;
    }
    return true;
  }

  void read_signing(const toml::Value& value, Signing& to) {
    const std::string* text = std::get_if<std::string>(&value.data);
    if (text != nullptr && *text == "reviews") {
      to = Signing::reviews;
    } else if (text != nullptr && *text == "all") {
      to = Signing::all;
    } else {
      error(Rule::word_unknown, value.span.place, "\"signed\" must be \"reviews\" or \"all\"");
    }
  }

  // What is proposed, and the reviews themselves, lie on branches that no policy binds.
  void read_branches(const toml::Value& value, std::vector<std::string>& to) {
    const toml::Array* array = std::get_if<toml::Array>(&value.data);
    const auto is_bound = [](const toml::Value& item) {
      const std::string* name = std::get_if<std::string>(&item.data);
      return name != nullptr && !name->empty() && !name->starts_with("proposal/") &&
             !name->starts_with("withdrawn/") && !name->starts_with("aver/") &&
             name->find_first_of(" \t\n") == name->npos && name->front() != '-';
    };
    if (array == nullptr || array->empty() || !std::all_of(array->begin(), array->end(), is_bound))
      return error(Rule::type_mismatch, value.span.place,
                   "\"branches\" must be a list of branches, none of them a proposal's or aver's");
    for (const toml::Value& item : *array) to.push_back(std::get<std::string>(item.data));
  }

  void read_known_people(const toml::Value& value, std::vector<KnownPerson>& people) {
    const auto refuse = [&](Place place) {
      error(Rule::type_mismatch, place,
            "\"person\" must be a list of tables, each [[person]] with a name and a list of "
            "addresses");
    };
    const toml::Array* array = std::get_if<toml::Array>(&value.data);
    if (array == nullptr) return refuse(value.span.place);
    std::set<std::string> taken;
    for (const toml::Value& item : *array) {
      const toml::Table* table = std::get_if<toml::Table>(&item.data);
      const toml::Value* list = table == nullptr ? nullptr : toml::find(*table, "address");
      const toml::Array* addresses =
          list == nullptr ? nullptr : std::get_if<toml::Array>(&list->data);
      if (addresses == nullptr || addresses->empty()) {
        refuse(item.span.place);
        continue;
      }
      KnownPerson& known = people.emplace_back();
      read_text(*table, "name", item.span.place, known.name);
      for (const toml::Value& one : *addresses) {
        const std::string* text = std::get_if<std::string>(&one.data);
        const std::string address = text == nullptr ? "" : person(*text).email;
        if (address.empty()) {
          refuse(one.span.place);
        } else if (!taken.insert(lower_case(address)).second) {
          error(Rule::review_person, one.span.place, quoted(address) + " is two people's");
        } else {
          known.addresses.push_back(address);
        }
      }
      for (const toml::Entry& entry : *table) {
        if (entry.key != "name" && entry.key != "address") misread(entry);
      }
    }
  }

  void read_clock(const toml::Value& value, std::vector<std::string>& wrong) {
    const toml::Table* table = std::get_if<toml::Table>(&value.data);
    if (table == nullptr)
      return error(Rule::type_mismatch, value.span.place, "\"clock\" must be a table: [clock]");
    for (const toml::Entry& entry : *table) {
      if (entry.key != "wrong") {
        unknown(entry);
        continue;
      }
      const toml::Array* ids = std::get_if<toml::Array>(&entry.value.data);
      if (ids == nullptr || !std::all_of(ids->begin(), ids->end(), is_commit)) {
        error(Rule::type_mismatch, entry.value.span.place,
              "\"wrong\" must be a list of commits, each with its 40 digits: 0-9 and a-f");
        continue;
      }
      for (const toml::Value& one : *ids) wrong.push_back(std::get<std::string>(one.data));
    }
  }

  static bool is_commit(const toml::Value& value) {
    constexpr std::size_t kDigits = 40;
    const std::string* id = std::get_if<std::string>(&value.data);
    return id != nullptr && id->size() == kDigits && is_hex(*id);
  }

  void read_queries(const toml::Value& value, std::vector<query::SavedQuery>& queries) {
    const toml::Table* table = std::get_if<toml::Table>(&value.data);
    if (table == nullptr) {
      return add(Severity::warning, Rule::query_unreadable, value.span.place,
                 "\"query\" must be a table: [query]");
    }
    for (const toml::Entry& entry : *table) {
      if (const std::string* text = std::get_if<std::string>(&entry.value.data)) {
        queries.push_back({entry.key, *text});
      } else {
        add(Severity::warning, Rule::query_unreadable, entry.value.span.place,
            "a saved query is a text: " + entry.key + " = \"topic:x kind:pledge\"");
      }
    }
  }

  // A saved query that cannot be asked is no reason not to read the store: a warning. It may be one
  // of a later version.
  void judge_queries(const toml::Value& value, const Settings& settings) {
    const toml::Table* table = std::get_if<toml::Table>(&value.data);
    if (table == nullptr) return;
    query::SavedQueries saved(settings.queries);
    for (const toml::Entry& entry : *table) {
      const std::string* text = std::get_if<std::string>(&entry.value.data);
      if (text == nullptr) continue;
      // Each command reads the settings, and each query may name as many others as it likes.
      constexpr std::size_t kMostCost = 200'000;
      if (saved.cost() > kMostCost) {
        return add(Severity::warning, Rule::query_unreadable, entry.key_span.place,
                   "the saved queries name one another too often: from @" + entry.key +
                       " on, they are judged only when they are asked");
      }
      if (!query::is_name(entry.key)) {
        add(Severity::warning, Rule::query_unreadable, entry.key_span.place,
            quoted(entry.key) + " is no name of a saved query: it has a-z, 0-9, - and _");
        continue;
      }
      query::ParsedQuery parsed = query::parse(*text);
      std::optional<query::Problem> problem = std::move(parsed.problem);
      if (parsed.query) problem = saved.expand(*parsed.query);
      if (parsed.query && !problem) {
        problem = query::resolve_words(*parsed.query, settings.vocabulary);
      }
      if (!problem) continue;
      add(Severity::warning, Rule::query_unreadable, place_in(entry.value, *text, problem->span),
          "the saved query @" + entry.key + " cannot be asked: " + problem->sentence,
          problem->hint);
    }
  }

  // Where in the file a part of a text's value stands; its beginning, where escapes or line breaks
  // make that hard to say.
  Place place_in(const toml::Value& value, const std::string& text, query::QuerySpan span) const {
    Place place = value.span.place;
    const bool plain = value.span.end - value.span.begin == text.size() + 2 && span.known() &&
                       text_.substr(value.span.begin + 1, text.size()) == text;
    if (!plain) return place;
    ++place.column;
    for (std::size_t at = 0; at < span.begin && at < text.size();) {
      next_point(text, at);
      ++place.column;
    }
    return place;
  }

  void read_topics(const toml::Value& value, std::vector<TopicPolicy>& topics) {
    const toml::Array* array = std::get_if<toml::Array>(&value.data);
    if (array == nullptr) {
      return error(Rule::type_mismatch, value.span.place,
                   "\"topic\" must be a list of tables, each [[review.topic]]");
    }
    for (const toml::Value& item : *array) {
      const toml::Table* table = std::get_if<toml::Table>(&item.data);
      if (table == nullptr) {
        error(Rule::type_mismatch, item.span.place,
              "\"topic\" must be a list of tables, each [[review.topic]]");
        continue;
      }
      TopicPolicy& topic = topics.emplace_back();
      const bool by_path = toml::find(*table, "path") != nullptr;
      if (!by_path || toml::find(*table, "topic") != nullptr)
        read_text(*table, "topic", item.span.place, topic.topic);
      if (by_path) read_text(*table, "path", item.span.place, topic.path);
      for (const toml::Entry& entry : *table) {
        if (entry.key == "approvals") {
          read_count(entry, topic.approvals);
        } else if (entry.key == "by") {
          read_people(entry, topic.by);
        } else if (entry.key != "topic" && (!by_path || entry.key != "path")) {
          misread(entry);
        }
      }
    }
  }

  void read_count(const toml::Entry& entry, int& to) {
    constexpr std::int64_t kMost = 1000;
    const std::int64_t* number = std::get_if<std::int64_t>(&entry.value.data);
    if (number == nullptr || *number < 0 || *number > kMost) {
      return error(Rule::type_mismatch, entry.value.span.place,
                   quoted(entry.key) + " must be a whole number from 0 to 1000");
    }
    to = static_cast<int>(*number);
  }

  void read_people(const toml::Entry& entry, std::vector<std::string>& to) {
    const toml::Array* array = std::get_if<toml::Array>(&entry.value.data);
    const auto refuse = [&](Place place) {
      error(
          Rule::type_mismatch, place,
          quoted(entry.key) + " must be a list of people, each \"Name <address>\", or an address");
    };
    if (array == nullptr) return refuse(entry.value.span.place);
    if (array->empty()) {
      add(Severity::warning, Rule::review_person, entry.value.span.place,
          quoted(entry.key) + (entry.key == "never" ? " names nobody"
                                                    : " names nobody: everybody's approval counts"),
          "leave it out");
    }
    for (const toml::Value& item : *array) {
      const std::string* text = std::get_if<std::string>(&item.data);
      if (text != nullptr && !text->empty() && person(*text).email.empty()) {
        add(Severity::warning, Rule::review_person, item.span.place,
            quoted(*text) + " is no address: whoever has that name is meant",
            "Name <address>, as git has it");
      }
      if (text == nullptr || text->empty()) {
        refuse(item.span.place);
      } else {
        to.push_back(*text);
      }
    }
  }

  void read_format(const toml::Value* value, Settings& settings) {
    if (value == nullptr) return error(Rule::key_missing, {1, 1}, "the key \"format\" is missing");
    const std::int64_t* number = std::get_if<std::int64_t>(&value->data);
    if (number == nullptr || *number < 1) {
      return error(Rule::type_mismatch, value->span.place,
                   "\"format\" must be a whole number from 1");
    }
    if (*number > kFormatVersion) {
      return error(Rule::store_format, value->span.place,
                   "the store has format " + std::to_string(*number) +
                       ", and this aver knows only format " + std::to_string(kFormatVersion),
                   "use a newer aver");
    }
    settings.format = static_cast<int>(*number);
  }

  void read_scales(const toml::Value& value, std::vector<Scale>& scales) {
    const toml::Array* array = std::get_if<toml::Array>(&value.data);
    if (array == nullptr) {
      return error(Rule::type_mismatch, value.span.place,
                   "\"scale\" must be a list of tables, each [[scale]]");
    }
    for (const toml::Value& item : *array) {
      const toml::Table* table = std::get_if<toml::Table>(&item.data);
      if (table == nullptr) {
        error(Rule::type_mismatch, item.span.place,
              "\"scale\" must be a list of tables, each [[scale]]");
        continue;
      }
      read_scale(*table, item.span.place, scales.emplace_back());
    }
  }

  void read_scale(const toml::Table& table, Place place, Scale& scale) {
    read_text(table, "name", place, scale.name);
    std::string order;
    read_text(table, "order", place, order);
    if (order == "ordered") {
      scale.order = Order::ordered;
    } else if (!order.empty() && order != "opposed") {
      error(Rule::word_unknown, toml::find(table, "order")->span.place,
            quoted(order) + " is no order: opposed or ordered");
    }
    const toml::Value* words = toml::find(table, "words");
    const toml::Array* array = words == nullptr ? nullptr : std::get_if<toml::Array>(&words->data);
    if (array == nullptr) return error(Rule::key_missing, place, "the scale has no list of words");
    if (array->empty()) error(Rule::vocabulary_empty, words->span.place, "the scale has no words");
    for (const toml::Value& item : *array) {
      if (const toml::Table* word = std::get_if<toml::Table>(&item.data)) {
        read_word(*word, item.span.place, scale.words.emplace_back());
      } else {
        error(Rule::type_mismatch, item.span.place,
              "a word is a table: { word = \"affirm\", value = 1 }");
      }
    }
    for (const toml::Entry& entry : table) {
      if (entry.key != "name" && entry.key != "order" && entry.key != "words") {
        unknown(entry);
      }
    }
  }

  void read_word(const toml::Table& table, Place place, Word& word) {
    read_text(table, "word", place, word.name);
    take_name(word.name, place);
    for (const toml::Entry& entry : table) {
      const Place at = entry.value.span.place;
      if (entry.key == "value") {
        if (const std::int64_t* whole = std::get_if<std::int64_t>(&entry.value.data)) {
          word.value = static_cast<double>(*whole);
        } else if (const double* number = std::get_if<double>(&entry.value.data)) {
          word.value = *number;
        } else {
          error(Rule::type_mismatch, at, "\"value\" must be a number");
        }
      } else if (entry.key == "absence") {
        const bool* flag = std::get_if<bool>(&entry.value.data);
        if (flag == nullptr) error(Rule::type_mismatch, at, "\"absence\" must be true or false");
        word.absence = flag != nullptr && *flag;
      } else if (entry.key == "was") {
        read_was(entry.value, word);
      } else if (entry.key == "means") {
        read_text(table, "means", place, word.means);
      } else if (entry.key == "closes") {
        const bool* flag = std::get_if<bool>(&entry.value.data);
        if (flag == nullptr) error(Rule::type_mismatch, at, "\"closes\" must be true or false");
        word.closes = flag != nullptr && *flag;
      } else if (entry.key != "word") {
        unknown(entry);
      }
    }
  }

  void read_was(const toml::Value& value, Word& word) {
    const toml::Array* array = std::get_if<toml::Array>(&value.data);
    if (array == nullptr) {
      return error(Rule::type_mismatch, value.span.place, "\"was\" must be a list of older names");
    }
    for (const toml::Value& item : *array) {
      const std::string* name = std::get_if<std::string>(&item.data);
      if (name == nullptr) {
        error(Rule::type_mismatch, item.span.place, "\"was\" must be a list of older names");
        continue;
      }
      take_name(*name, item.span.place);
      word.was.push_back(*name);
    }
  }

  void read_text(const toml::Table& table, std::string_view key, Place place, std::string& to) {
    const toml::Value* value = toml::find(table, key);
    if (value == nullptr) {
      return error(Rule::key_missing, place, "the key " + quoted(key) + " is missing");
    }
    const std::string* text = std::get_if<std::string>(&value->data);
    if (text == nullptr)
      return error(Rule::type_mismatch, value->span.place, quoted(key) + " must be a text");
    if (text->empty()) error(Rule::text_empty, value->span.place, quoted(key) + " is empty");
    to = *text;
  }

  // One name means one word, older names included; else a rename could not be told from a change.
  void take_name(const std::string& name, Place place) {
    if (!name.empty() && !names_.insert(name).second) {
      error(Rule::vocabulary_twice, place, quoted(name) + " is in the vocabulary twice");
    }
  }

  std::string_view text_;
  std::string file_;
  Decoded<Settings>& decoded_;
  Diagnostics misread_;  // errors that leave the rest as it is
  std::set<std::string> names_;
};

std::string number_text(double value) {
  const toml::Value whole{static_cast<std::int64_t>(value), {}};
  const bool is_whole = value == static_cast<double>(static_cast<std::int64_t>(value));
  return toml::write(is_whole ? whole : toml::Value{value, {}});
}

}  // namespace

Decoded<Settings> decode_settings(std::string_view text, std::string_view file) {
  Decoded<Settings> decoded;
  decoded.file = file;
  toml::Parsed parsed = toml::parse(text, file);
  decoded.problems = std::move(parsed.problems);
  if (has_errors(decoded.problems)) return decoded;
  for (const toml::Entry& entry : parsed.root)
    decoded.places.add(entry.key, entry.value.span.place);
  SettingsReader(text, file, decoded).read(parsed.root);
  return decoded;
}

namespace {

std::string list_text(const std::vector<std::string>& list) {
  std::string text = "[";
  for (const std::string& one : list) {
    text += (&one == &list.front() ? "" : ", ") + toml::write(toml::Value{one, {}});
  }
  return text + "]";
}

}  // namespace

std::string encode(const Settings& settings) {
  std::string text(kHead);
  text += "format = " + std::to_string(settings.format) + "\n";
  const auto string = [](const std::string& value) { return toml::write(toml::Value{value, {}}); };
  for (const Scale& scale : settings.vocabulary.scales()) {
    text += "\n[[scale]]\nname = " + string(scale.name) +
            "\norder = " + (scale.order == Order::opposed ? "\"opposed\"" : "\"ordered\"") +
            "\nwords = [\n";
    for (const Word& word : scale.words) {
      text += "  { word = " + string(word.name);
      // An opposed absence has no value worth a word; everything else does.
      if (!word.absence || word.value != 0 || scale.order == Order::ordered) {
        text += ", value = " + number_text(word.value);
      }
      if (word.absence) text += ", absence = true";
      if (!word.was.empty()) {
        text += ", was = [";
        for (const std::string& was : word.was)
          text += (&was == &word.was.front() ? "" : ", ") + string(was);
        text += "]";
      }
      if (!word.means.empty()) text += ", means = " + string(word.means);
      if (word.closes) text += std::string(", closes = ") + (*word.closes ? "true" : "false");
      text += " },\n";
    }
    text += "]\n";
  }
  if (!settings.queries.empty()) text += "\n[query]\n";
  for (const query::SavedQuery& saved : settings.queries) {
    const bool bare = query::is_name(saved.name);
    text += (bare ? saved.name : string(saved.name)) + " = " + string(saved.text) + "\n";
  }
  if (!settings.wrong_stamps.empty()) {
    text += "\n[clock]\nwrong = " + list_text(settings.wrong_stamps) + "\n";
  }
  for (const KnownPerson& known : settings.people) {
    text += "\n[[person]]\nname = " + string(known.name) +
            "\naddress = " + list_text(known.addresses) + "\n";
  }
  if (settings.review == ReviewPolicy{}) return text;
  const auto people = [&](const char* key, const std::vector<std::string>& list) {
    if (!list.empty()) text += std::string(key) + " = " + list_text(list) + "\n";
  };
  const ReviewPolicy& review = settings.review;
  text += "\n[review]\napprovals = " + std::to_string(review.approvals) + "\n";
  if (review.own) text += "own = true\n";
  people("reviewers", review.reviewers);
  if (review.signing != Signing::none)
    text += review.signing == Signing::all ? "signed = \"all\"\n" : "signed = \"reviews\"\n";
  people("branches", review.branches);
  people("never", review.never);
  if (review.settled) text += "settled = true\n";
  for (const TopicPolicy& topic : review.topics) {
    text += "\n[[review.topic]]\n";
    if (!topic.topic.empty() || topic.path.empty()) text += "topic = " + string(topic.topic) + "\n";
    if (!topic.path.empty()) text += "path = " + string(topic.path) + "\n";
    if (topic.approvals > 0) text += "approvals = " + std::to_string(topic.approvals) + "\n";
    people("by", topic.by);
  }
  return text;
}

}  // namespace aver::claims
