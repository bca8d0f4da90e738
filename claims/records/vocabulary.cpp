// SPDX-License-Identifier: MIT
//
// Look-up of words, and the default vocabulary with its values.
#include "claims/records/vocabulary.h"

#include <algorithm>

namespace aver::claims {

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
