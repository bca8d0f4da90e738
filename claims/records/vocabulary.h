// SPDX-License-Identifier: MIT
//
// The words a store uses for positions: scales, values, absences, renames, what they mean, and
// which of them close a pledge or a prediction. The default vocabulary is what `aver init` writes;
// a store may change it. Specified in claims/FORMAT.md, "Vocabulary".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aver::claims {

// On an opposed scale the signs of two values are compared; on an ordered one, their order.
enum class Order { opposed, ordered };

struct Word {
  std::string name;
  double value = 0;
  bool absence = false;          // "looked, and found nothing"
  std::vector<std::string> was;  // older names of the same word; using one is no change of mind
  // As the store says them; meaning_of() and Vocabulary::closes() fall back on the defaults.
  std::string means{};           // a sentence, for people; empty: not said
  std::optional<bool> closes{};  // whether it settles a pledge or a prediction

  friend bool operator==(const Word&, const Word&) = default;
};

struct Scale {
  std::string name;
  Order order = Order::opposed;
  std::vector<Word> words;

  friend bool operator==(const Scale&, const Scale&) = default;
};

// A word together with the scale it stands on. Both belong to the vocabulary.
struct Meaning {
  const Scale* scale = nullptr;
  const Word* word = nullptr;

  explicit operator bool() const { return word != nullptr; }
};

class Vocabulary {
 public:
  Vocabulary() = default;
  explicit Vocabulary(std::vector<Scale> scales) : scales_(std::move(scales)) {}

  const std::vector<Scale>& scales() const { return scales_; }

  // Finds a word by its name or by a name it had; a null Meaning where there is none.
  Meaning find(std::string_view name) const;

  // The word's present name: "notStarted" -> "not-acted". An unknown word comes back as it is.
  std::string_view canonical(std::string_view name) const;

  // The name of the scale that the word stands on; empty where there is no such word.
  std::string_view scale_of(std::string_view name) const;

  // True of a word that says that somebody looked, and found nothing.
  bool is_absence(std::string_view name) const;

  // True of a word that settles a pledge or a prediction. Where no word of the vocabulary says
  // `closes`, those do that do so by default, under their names of today or an older one.
  bool closes(const Word& word) const;

  // True where a word of the scale closes.
  bool has_closing_word(const Scale& scale) const;

  friend bool operator==(const Vocabulary&, const Vocabulary&) = default;

 private:
  std::vector<Scale> scales_;
};

// The three scales of claims/FORMAT.md: stance, progress, rating. What their words mean is not in
// them, so that `aver init` does not write it: meaning_of() knows.
const Vocabulary& default_vocabulary();

// What the word means, as a sentence: as the store says, else as the default word of that name, or
// of an older name of it, does; empty where neither says anything.
std::string_view meaning_of(const Word& word);

}  // namespace aver::claims
