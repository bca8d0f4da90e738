// SPDX-License-Identifier: MIT
//
// Places are counted in words (FTS5's tokens) from 0. FTS5 has them in the order of the text, so
// that whatever slides over the text slides over them, too.
#include "store/sqlite/search_marks.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <new>
#include <string>
#include <string_view>
#include <vector>

namespace aver::store {
namespace {

constexpr std::string_view kMore = "…";

// What a passage is worth: one for each place of a phrase, so much more for the first of each; and
// for the beginning of a sentence, or of the text.
constexpr int kFirstOfPhrase = 1000;
constexpr int kSentence = 100;
constexpr int kText = 120;

// A failure of FTS5, by SQLite's code. Never leaves this file.
struct Failed {
  int code;
};

void check_fts(int code) {
  if (code != SQLITE_OK) throw Failed{code};
}

struct PhrasePlace {
  int phrase = 0;
  int first = 0;
  int last = 0;
};

// One column of the row that FTS5 is at.
class Column {
 public:
  Column(const Fts5ExtensionApi& api, Fts5Context* row, int column)
      : api_(api), row_(row), column_(column) {
    const char* text = nullptr;
    int size = 0;
    check_fts(api_.xColumnText(row_, column_, &text, &size));
    text_ = std::string_view(text, static_cast<std::size_t>(size));
    check_fts(api_.xColumnSize(row_, column_, &words_));
    check_fts(api_.xInstCount(row_, &places_));
    begin_ = skip_to_column(0, column_);
    end_ = skip_to_column(begin_, column_ + 1);
  }

  std::string_view text() const { return text_; }
  int words() const { return words_; }
  int phrases() const { return api_.xPhraseCount(row_); }

  // The places in this column have the numbers [begin, end).
  int begin() const { return begin_; }
  int end() const { return end_; }
  PhrasePlace place(int number) const {
    PhrasePlace place;
    int column = 0;
    check_fts(api_.xInst(row_, number, &place.phrase, &column, &place.first));
    place.last = place.first + api_.xPhraseSize(row_, place.phrase) - 1;
    return place;
  }

  // Calls `see(begin, end)` with the bytes of each word, while it returns true.
  template <class See>
  void each_word(See see) const {
    struct Words {
      See& see;
      bool is_full;
    } words{see, false};
    const auto take = [](void* context, int flags, const char*, int, int begin, int end) noexcept {
      auto& to = *static_cast<Words*>(context);
      if ((flags & FTS5_TOKEN_COLOCATED) != 0) return SQLITE_OK;
      try {
        return to.see(begin, end) ? SQLITE_OK : SQLITE_DONE;
      } catch (const std::bad_alloc&) {
        to.is_full = true;
        return SQLITE_NOMEM;
      }
    };
    const int code =
        api_.xTokenize(row_, text_.data(), static_cast<int>(text_.size()), &words, take);
    if (words.is_full) throw Failed{SQLITE_NOMEM};
    if (code != SQLITE_DONE) check_fts(code);
  }

 private:
  // The first place from `number` on that stands in `column`, or in a later one.
  int skip_to_column(int number, int column) const {
    for (; number < places_; ++number) {
      int phrase = 0, at = 0, word = 0;
      check_fts(api_.xInst(row_, number, &phrase, &at, &word));
      if (at >= column) break;
    }
    return number;
  }

  const Fts5ExtensionApi& api_;
  Fts5Context* const row_;
  const int column_;
  std::string_view text_;
  int words_ = 0;
  int places_ = 0;
  int begin_ = 0, end_ = 0;
};

// What so many words are worth, wherever they begin; each time further on, or at the same word.
class SlidingScore {
 public:
  SlidingScore(const Column& column, int words)
      : column_(column),
        words_(words),
        begin_(column.begin()),
        end_(column.begin()),
        times_(static_cast<std::size_t>(column.phrases())) {}

  int at(int word) {
    for (; end_ < column_.end(); ++end_) {
      const PhrasePlace place = column_.place(end_);
      if (place.first >= word + words_) break;
      if (times(place)++ == 0) ++phrases_;
    }
    for (; begin_ < end_; ++begin_) {
      const PhrasePlace place = column_.place(begin_);
      if (place.first >= word) break;
      if (--times(place) == 0) --phrases_;
    }
    return (end_ - begin_ - phrases_) + phrases_ * kFirstOfPhrase;
  }

  // The word at which to begin, so that the places which at() has counted stand in the middle.
  int middle() const {
    if (begin_ == end_) return 0;
    const int first = column_.place(begin_).first;
    const int behind = column_.place(end_ - 1).last + 1;
    const int begin = first - (words_ - (behind - first)) / 2;
    return std::max(std::min(begin, column_.words() - words_), 0);
  }

 private:
  int& times(const PhrasePlace& place) { return times_[static_cast<std::size_t>(place.phrase)]; }

  const Column& column_;
  const int words_;
  int begin_, end_;  // of the places within
  int phrases_ = 0;  // that these are of
  std::vector<int> times_;
};

// The first words of sentences. The blanks before a word tell, and what stands before them.
std::vector<int> sentences_of(const Column& column) {
  std::vector<int> sentences;
  int word = 0;
  column.each_word([&](int begin, int) {
    if (word == 0) {
      sentences.push_back(0);
    } else {
      const std::string_view before = column.text().substr(0, static_cast<std::size_t>(begin));
      const std::size_t at = before.find_last_not_of(" \t\n\r");
      const bool is_sign = at != before.npos && (before[at] == '.' || before[at] == ':');
      if (is_sign && at + 1 != before.size()) sentences.push_back(word);
    }
    ++word;
    return true;
  });
  return sentences;
}

// Where the best passage begins.
int best_begin(const Column& column, int words) {
  const bool is_cut = column.words() > words;
  const std::vector<int> sentences = is_cut ? sentences_of(column) : std::vector<int>{};
  SlidingScore around(column, words);
  SlidingScore from_sentence(column, words);
  std::size_t sentence = 0;
  int best = 0;
  int begin = 0;
  for (int number = column.begin(); number < column.end(); ++number) {
    const int word = column.place(number).first;
    if (const int score = around.at(word); score > best) {
      best = score;
      begin = around.middle();
    }
    if (sentences.empty()) continue;
    while (sentence + 1 < sentences.size() && sentences[sentence + 1] <= word) ++sentence;
    const int first = sentences[sentence];
    if (first >= word) continue;
    if (const int score = from_sentence.at(first) + (first == 0 ? kText : kSentence);
        score > best) {
      best = score;
      begin = first;
    }
  }
  return begin;
}

// Writes the words from `first` to `last` with marks; places that overlap have one pair of them.
std::string marked(const Column& column, int first, int last) {
  std::string text;
  std::size_t written = 0;
  int number = column.begin();
  PhrasePlace run{0, -1, -1};
  const auto next_run = [&] {
    run = {0, -1, -1};
    if (number == column.end()) return;
    run = column.place(number++);
    for (; number < column.end(); ++number) {
      const PhrasePlace place = column.place(number);
      if (place.first > run.last) break;
      run.last = std::max(run.last, place.last);
    }
  };
  const auto write_to = [&](int byte) {
    const auto end = static_cast<std::size_t>(byte);
    if (end > written) text += column.text().substr(written, end - written);
    written = std::max(written, end);
  };
  do {
    next_run();
  } while (run.first >= 0 && run.first < first);
  if (first > 0) text += kMore;
  int word = 0;
  column.each_word([&](int begin, int end) {
    const int at = word++;
    if (at < first) return true;
    if (at > last) return false;
    if (first > 0 && at == first) written = static_cast<std::size_t>(begin);
    if (at == run.first) {
      write_to(begin);
      text += kMarkBegin;
    }
    const bool ends_run = at == run.last;
    if (ends_run || at == last) write_to(end);
    if (ends_run || (at == last && at >= run.first && at < run.last)) text += kMarkEnd;
    if (ends_run) next_run();
    return true;
  });
  if (last >= column.words() - 1) {
    text += column.text().substr(written);
  } else {
    text += kMore;
  }
  return text;
}

// For FTS5: the result of `answer`, whatever happens.
template <class Answer>
void answer_with(sqlite3_context* to, Answer answer) noexcept {
  try {
    const std::string text = answer();
    sqlite3_result_text64(to, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } catch (const Failed& failed) {
    sqlite3_result_error_code(to, failed.code);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(to);
  }
}

void aver_marked(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* to, int,
                 sqlite3_value** words) noexcept {
  answer_with(to, [&] {
    const Column column(*api, row, sqlite3_value_int(words[0]));
    return marked(column, 0, column.words() - 1);
  });
}

void aver_passage(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* to, int,
                  sqlite3_value** words) noexcept {
  answer_with(to, [&] {
    const Column column(*api, row, sqlite3_value_int(words[0]));
    const int size = sqlite3_value_int(words[1]);
    const int begin = best_begin(column, size);
    return marked(column, begin, begin + size - 1);
  });
}

}  // namespace

int add_search_marks(fts5_api* api) {
  const int code = api->xCreateFunction(api, "aver_marked", nullptr, aver_marked, nullptr);
  if (code != SQLITE_OK) return code;
  return api->xCreateFunction(api, "aver_passage", nullptr, aver_passage, nullptr);
}

}  // namespace aver::store
