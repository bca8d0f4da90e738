// SPDX-License-Identifier: MIT
//
// A table by language, looked up word by word; scripts without blanks between words, and Korean,
// whose negations stand within a word, are searched for the bytes.
#include "claims/evidence/negations.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "claims/text/code_points.h"
#include "claims/text/fold.h"

namespace aver::claims {
namespace {

// Closed classes, collected by hand. Negations: what the guidelines of Universal Dependencies mark
// as Polarity=Neg (https://universaldependencies.org/u/feat/Polarity.html), with the negative
// pronouns and adverbs (PronType=Neg) and prepositions ("without"). Conditions: the subordinating
// conjunctions that grammars list for conditional and exceptive clauses. Left out is what is far
// more often another word in one of the languages: "se" (Spanish "himself", Portuguese "if"), "om"
// (Dutch "to", Swedish "if"), "als" (German "than", Dutch "if"), "ob", "ni", "a", "ne" of Croatian.
// All in lower case, with "'" for every apostrophe.
constexpr const char* kWords[] = {
    // English
    "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot",
    "without", "hardly", "scarcely", "barely", "rarely", "seldom", "ain't", "if", "unless",
    "except", "provided", "providing", "otherwise", "lest", "whether", "until",
    // German
    "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "niemand",
    "niemanden", "niemandem", "nichts", "nirgends", "weder", "ohne", "kaum", "wenn", "falls",
    "sofern", "solange", "außer", "andernfalls",
    // French
    "ne", "pas", "jamais", "aucun", "aucune", "rien", "nul", "nulle", "guère", "sans", "non", "si",
    "sauf", "sinon", "pourvu",
    // Spanish, Portuguese, Italian, Catalan, Romanian
    "nunca", "jamás", "nadie", "nada", "ningún", "ninguno", "ninguna", "tampoco", "sin", "salvo",
    "excepto", "não", "jamais", "ninguém", "nenhum", "nenhuma", "nem", "sem", "mai", "nessuno",
    "nessuna", "niente", "nulla", "neanche", "nemmeno", "senza", "qualora", "purché", "tranne",
    "nu", "niciodată", "nimeni", "nimic", "fără", "dacă", "decât",
    // Dutch, Swedish, Danish, Norwegian
    "niet", "geen", "nooit", "niemand", "niets", "nergens", "zonder", "indien", "tenzij", "mits",
    "inte", "icke", "ej", "aldrig", "ingen", "inget", "inga", "ingenting", "utan", "ifall",
    "såvida", "ikke", "intet", "uden", "hvis", "medmindre", "aldri", "uten", "dersom",
    // Polish, Czech
    "nie", "nigdy", "nikt", "nic", "żaden", "żadna", "żadne", "bez", "jeśli", "jeżeli", "gdyby",
    "chyba", "nikdy", "nikdo", "žádný", "žádná", "žádné", "jestliže", "pokud", "kdyby", "není",
    "nejsou", "nebude",
    // Russian, Ukrainian
    "не", "ни", "нет", "никогда", "никто", "ничего", "ничто", "нельзя", "никакой", "никаких", "без",
    "если", "кроме", "разве", "ані", "ні", "немає", "ніколи", "ніхто", "нічого", "якщо", "крім",
    // Greek, Turkish, Hungarian, Finnish
    "δεν", "μην", "μη", "όχι", "ποτέ", "κανείς", "κανένας", "τίποτα", "χωρίς", "αν", "εάν", "εκτός",
    "değil", "yok", "hiç", "hiçbir", "asla", "eğer", "olmadan", "nem", "ne", "nincs", "soha",
    "senki", "semmi", "nélkül", "hacsak", "ei", "emme", "ette", "eivät", "älä", "koskaan", "kukaan",
    "mitään", "ilman", "jos", "ellei", "paitsi",
    // Arabic, Persian, Urdu, Hebrew
    "لا", "لم", "لن", "ليس", "ليست", "ليسوا", "غير", "بدون", "دون", "أبدا", "أبداً", "إذا", "لو",
    "إلا", "نه", "نیست", "نمی", "هرگز", "هیچ", "بدون", "اگر", "مگر", "نہیں", "نہ", "לא", "אין",
    "אינו", "אינה", "אינם", "בלי", "ללא", "אם", "אלא", "אלמלא",
    // Hindi, Bengali
    "नहीं", "न", "मत", "ना", "कभी", "बिना", "अगर", "यदि", "वरना", "না", "নয়", "নেই", "যদি", "ছাড়া",
    // Indonesian, Malay, Vietnamese, Swahili
    "tidak", "bukan", "belum", "jangan", "tanpa", "jika", "kalau", "kecuali", "không", "chưa",
    "chẳng", "đừng", "nếu", "trừ", "si", "hapana", "kama"};

// Searched for within the text: scripts without blanks between words, and Korean.
constexpr std::array kWithin = {
    // Chinese
    "不", "没", "沒", "无", "無", "勿", "尚未", "未能", "未曾", "从未", "從未", "未有", "并未",
    "並未", "并非", "並非", "绝非", "絕非", "除非", "别再", "別再", "如果", "若是", "倘", "否则",
    "否則", "假如", "只要",
    // Japanese
    "ない", "ません", "なかった", "なく", "なし", "ず、", "ずに", "もし", "ならば", "限り", "場合",
    // Korean
    "않", "없", "못", "아니", "아닙", "말라", "마라", "만약", "만일", "다면", "으면", "라면",
    // Thai, Lao, Khmer, Burmese
    "ไม่", "มิได้", "ถ้า", "หาก", "เว้นแต่", "ບໍ່", "ຖ້າ", "មិន", "បើ", "လျှင်"};

const std::set<std::string_view>& words() {
  static const std::set<std::string_view> all(std::begin(kWords), std::end(kWords));
  return all;
}

bool is_apostrophe_mark(char32_t point) {
  return point == '\'' || point == 0x2018 || point == 0x2019 || point == 0x2BC || point == 0xFF07;
}

// Of one word, as the table has it.
std::string key_of(std::string_view word) {
  std::string key;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    if (is_apostrophe_mark(next_point(word, at))) {
      key += '\'';
    } else {
      key += word.substr(begin, at - begin);
    }
  }
  return lower_case(key);
}

bool is_negation(std::string_view word) {
  const std::string key = key_of(word);
  if (words().contains(key) || key.ends_with("n't") || key == "'t") return true;
  // "n'est", "d'autant": what is elided stands before the apostrophe, what it says behind it.
  const std::size_t mark = key.find('\'');
  if (mark == key.npos) return false;
  return key.starts_with("n'") || key.starts_with("s'il") || words().contains(key.substr(mark + 1));
}

}  // namespace

std::string first_negation(std::string_view text) {
  std::size_t first = text.npos;
  std::size_t size = 0;
  for (const std::string_view one : kWithin) {
    const std::size_t at = text.find(one);
    if (at < first) {
      first = at;
      size = one.size();
    }
  }
  std::size_t begin = text.npos;
  const auto close = [&](std::size_t end) {
    if (begin == text.npos) return false;
    if (begin < first && is_negation(text.substr(begin, end - begin))) {
      first = begin;
      size = end - begin;
      return true;
    }
    begin = text.npos;
    return false;
  };
  for (std::size_t at = 0; at < text.size() && at < first;) {
    const std::size_t here = at;
    const char32_t point = next_point(text, at);
    const bool joins =
        is_apostrophe_mark(point) && at < text.size() && is_word_point(decode(text, at).value);
    if (is_word_point(point) || joins) {
      if (begin == text.npos) begin = here;
      continue;
    }
    if (close(here)) break;
  }
  if (begin != text.npos) close(text.size());
  return first == text.npos ? "" : std::string(text.substr(first, size));
}

}  // namespace aver::claims
