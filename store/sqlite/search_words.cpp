// SPDX-License-Identifier: MIT
//
// A tokenizer of FTS5 that has unicode61 find the words and cuts those of unspaced scripts into
// pieces: unicode61 alone takes a whole run of Chinese for one word.
#include "store/sqlite/search_words.h"

#include <sqlite3.h>

#include <memory>

#include "claims/records/full_text.h"
#include "store/sqlite/search_marks.h"

namespace aver::store {
namespace {

using OnToken = int (*)(void* context, int flags, const char* token, int length, int begin,
                        int end);

struct Words {
  fts5_tokenizer inner{};
  Fts5Tokenizer* made = nullptr;
};

// Passes each word that unicode61 found on to SQLite, in pieces.
struct InPieces {
  void* context;
  OnToken on_token;

  static int take(void* self, int flags, const char* token, int length, int begin, int end) {
    const auto& to = *static_cast<InPieces*>(self);
    const std::string_view word(token, static_cast<std::size_t>(length));
    const std::vector<claims::SearchPiece> pieces = claims::search_pieces(word);
    if (pieces.empty()) return to.on_token(to.context, flags, token, length, begin, end);
    // Where accents went, the word is shorter than its text: then all of it is where it was found.
    const bool same_places = length == end - begin;
    for (const claims::SearchPiece& piece : pieces) {
      const int from = same_places ? begin + static_cast<int>(piece.begin) : begin;
      const int up_to = same_places ? begin + static_cast<int>(piece.end) : end;
      const int code = to.on_token(to.context, flags, piece.text.data(),
                                   static_cast<int>(piece.text.size()), from, up_to);
      if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
  }
};

int create(void* inner, const char**, int, Fts5Tokenizer** made) {
  auto* const api = static_cast<fts5_api*>(inner);
  auto words = std::make_unique<Words>();
  void* context = nullptr;
  int code = api->xFindTokenizer(api, "unicode61", &context, &words->inner);
  if (code != SQLITE_OK) return code;
  const char* arguments[] = {"remove_diacritics", "2"};
  code = words->inner.xCreate(context, arguments, 2, &words->made);
  if (code != SQLITE_OK) return code;
  *made = reinterpret_cast<Fts5Tokenizer*>(words.release());
  return SQLITE_OK;
}

void remove(Fts5Tokenizer* tokenizer) {
  const std::unique_ptr<Words> words(reinterpret_cast<Words*>(tokenizer));
  words->inner.xDelete(words->made);
}

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int length,
             OnToken on_token) {
  const auto& words = *reinterpret_cast<Words*>(tokenizer);
  InPieces in_pieces{context, on_token};
  return words.inner.xTokenize(words.made, &in_pieces, flags, text, length, InPieces::take);
}

}  // namespace

int add_search_words(sqlite3* connection) {
  fts5_api* api = nullptr;
  sqlite3_stmt* ask = nullptr;
  const int code = sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &ask, nullptr);
  if (code != SQLITE_OK) return code;
  sqlite3_bind_pointer(ask, 1, &api, "fts5_api_ptr", nullptr);
  sqlite3_step(ask);
  sqlite3_finalize(ask);
  if (api == nullptr) return SQLITE_ERROR;
  fts5_tokenizer words = {create, remove, tokenize};
  const int made = api->xCreateTokenizer(api, "aver_words", api, &words, nullptr);
  return made == SQLITE_OK ? add_search_marks(api) : made;
}

}  // namespace aver::store
