// SPDX-License-Identifier: MIT
//
// Look-up of words, and the default vocabulary with its values and meanings.
#include "claims/records/vocabulary.h"

#include <algorithm>
#include <iterator>

namespace aver::claims {
namespace {

struct DefaultWord {
  std::string_view name;
  std::string_view means;
  bool closes = false;
};

// One sentence a word. They draw the lines between neighbours: an answer that gives nothing away is
// no silence, and passing something on is no affirming.
constexpr DefaultWord kDefaultWords[] = {
    {"affirm", "Says that it is so, in whatever words."},
    {"qualified",
     "Says that it is so under a condition or in part; the \"if\" is recorded with it "
     "(condition)."},
    {"neutral", "Takes the matter up, and says that it takes no side."},
    {"query", "Asks or doubts whether it is so, and says neither that it is nor that it is not."},
    {"relay",
     "Passes on what others say (\"there are reports that\"), and does not make it its own."},
    {"declined",
     "Was asked, and gave no answer: \"no comment\", or \"we are not aware of that\", which is no "
     "denial."},
    {"deny", "Says that it is not so, or that there is no such thing."},
    {"silent",
     "Somebody looked, and found that it has said nothing; who was asked and gave no answer has "
     "declined."},
    {"not-acted", "Somebody looked, and found that nothing has been done yet."},
    {"announced", "Has said that it will be done; nothing is done yet."},
    {"in-works", "Work on it has begun, and goes on."},
    {"stalled", "Work on it had begun, and has stopped, without being given up."},
    {"partial", "A part of it is done, and stands; the rest is not."},
    {"done", "All of it is done.", true},
    {"broken", "It was given up, or the opposite was done.", true},
    {"reversed", "It was done, and has been undone since.", true},
    {"true", "Is so, and nothing is left out that matters; of a prediction: it came about.", true},
    {"mostly-true", "Is so in the main; a detail is wrong, or something that matters is left out."},
    {"mixed", "Is partly so and partly not, and neither part is the lesser one."},
    {"unproven", "What is known does not decide it."},
    {"mostly-false", "Is not so in the main, though something in it is."},
    {"false", "Is not so; of a prediction: it did not come about.", true},
};

const DefaultWord* default_of(std::string_view name) {
  const auto* at = std::find_if(std::begin(kDefaultWords), std::end(kDefaultWords),
                                [&](const DefaultWord& word) { return word.name == name; });
  return at == std::end(kDefaultWords) ? nullptr : at;
}

// By the word's name of today, then by its older ones.
const DefaultWord* default_of(const Word& word) {
  const DefaultWord* found = default_of(word.name);
  for (auto was = word.was.begin(); found == nullptr && was != word.was.end(); ++was) {
    found = default_of(*was);
  }
  return found;
}

}  // namespace

Meaning Vocabulary::find(std::string_view name) const {
  Meaning by_old_name;
  for (const Scale& scale : scales_) {
    for (const Word& word : scale.words) {
      if (word.name == name) return {&scale, &word};
      if (!by_old_name && std::find(word.was.begin(), word.was.end(), name) != word.was.end()) {
        by_old_name = {&scale, &word};
      }
    }
  }
  return by_old_name;
}

std::string_view Vocabulary::canonical(std::string_view name) const {
  const Meaning meaning = find(name);
  return meaning ? std::string_view(meaning.word->name) : name;
}

std::string_view Vocabulary::scale_of(std::string_view name) const {
  const Meaning meaning = find(name);
  return meaning ? std::string_view(meaning.scale->name) : std::string_view();
}

bool Vocabulary::is_absence(std::string_view name) const {
  const Meaning meaning = find(name);
  return meaning && meaning.word->absence;
}

bool Vocabulary::closes(const Word& word) const {
  const bool is_said = std::any_of(scales_.begin(), scales_.end(), [](const Scale& scale) {
    return std::any_of(scale.words.begin(), scale.words.end(),
                       [](const Word& one) { return one.closes.has_value(); });
  });
  if (is_said) return word.closes.value_or(false);
  const DefaultWord* by_default = default_of(word);
  return by_default != nullptr && by_default->closes;
}

bool Vocabulary::has_closing_word(const Scale& scale) const {
  return std::any_of(scale.words.begin(), scale.words.end(),
                     [&](const Word& word) { return closes(word); });
}

std::string_view meaning_of(const Word& word) {
  if (!word.means.empty()) return word.means;
  const DefaultWord* by_default = default_of(word);
  return by_default == nullptr ? std::string_view() : by_default->means;
}

const Vocabulary& default_vocabulary() {
  static const Vocabulary vocabulary({
      Scale{"stance",
            Order::opposed,
            {{"affirm", 1, false, {}},
             {"qualified", 0, false, {}},
             {"neutral", 0, false, {}},
             {"query", 0, false, {}},
             {"relay", 0, false, {}},
             {"declined", 0, false, {}},
             {"deny", -1, false, {}},
             {"silent", 0, true, {}}}},
      Scale{"progress",
            Order::ordered,
            {{"not-acted", 0, true, {}},
             {"announced", 1, false, {}},
             {"in-works", 2, false, {}},
             {"stalled", 2, false, {}},
             {"partial", 3, false, {}},
             {"done", 4, false, {}},
             {"broken", -1, false, {}},
             {"reversed", -2, false, {}}}},
      Scale{"rating",
            Order::opposed,
            {{"true", 1, false, {}},
             {"mostly-true", 0.5, false, {}},
             {"mixed", 0, false, {}},
             {"unproven", 0, false, {}},
             {"mostly-false", -0.5, false, {}},
             {"false", -1, false, {}}}},
  });
  return vocabulary;
}

}  // namespace aver::claims
