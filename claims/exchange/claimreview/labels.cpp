// SPDX-License-Identifier: MIT
//
// The built-in table of labels in nineteen languages, and the look-up that ignores case, blanks and
// marks at the ends.
#include "claims/exchange/claimreview/labels.h"

#include <algorithm>
#include <cmath>

#include "claims/text/fold.h"

namespace aver::claims {
namespace {

struct BuiltInLabel {
  std::string_view position;
  std::string_view labels;  // parted by "|"
};

// English, Spanish, Portuguese, French, German, Italian, Dutch, Polish, Turkish, Indonesian, Hindi,
// Arabic, Russian, Ukrainian, Greek, Danish, Norwegian, Swedish, Czech.
constexpr BuiltInLabel kBuiltIn[] = {
    {"true",
     "true|correct|accurate|verified|confirmed|right|fact|factual|geppetto checkmark|verdadero|"
     "cierto|correcto|verdadeiro|verdade|certo|vrai|exact|wahr|richtig|stimmt|vero|corretto|waar|"
     "juist|klopt|prawda|doğru|benar|fakta|सच|सही|صحيح|حقيقي|правда|верно|правдиво|αληθές|αλήθεια|"
     "sandt|sand|korrekt|sant|riktig|stämmer|pravda"},
    {"mostly-true",
     "mostly true|almost true|true, but|mostly correct|mostly accurate|largely true|largely "
     "accurate|nearly true|"
     "close to the mark|mayormente cierto|casi cierto|mayormente verdadero|quase verdadeiro|"
     "verdadeiro, mas|plutôt vrai|presque vrai|größtenteils richtig|überwiegend richtig|"
     "eher richtig|quasi vero|grotendeels waar|raczej prawda|çoğunlukla doğru|sebagian besar benar|"
     "скорее правда|переважно правда|delvis sandt|stort sett riktig|mestadels sant"},
    {"mixed",
     "mixed|mixture|inaccurate|deceptive|distorted|distortion|not the full story|half "
     "true|half-true|half false|partly true|partially true|partly false|"
     "partially false|partly correct|misleading|lacks context|lacking context|missing context|"
     "needs context|out of context|exaggerated|distorts the facts|cherry picks|spins the facts|"
     "engañoso|verdad a medias|falta contexto|sacado de contexto|a medias|enganoso|enganador|"
     "distorcido|exagerado|fora de contexto|falta contexto|trompeur|à moitié vrai|"
     "partiellement faux|partiellement vrai|hors contexte|irreführend|teilweise falsch|"
     "teilweise richtig|teils falsch|fehlender kontext|halbwahr|fuorviante|parzialmente falso|"
     "manca contesto|misleidend|deels waar|gedeeltelijk onwaar|częściowa prawda|częściowy fałsz|"
     "manipulacja|wprowadza w błąd|yanıltıcı|karma|kısmen doğru|menyesatkan|sebagian benar|"
     "konteks salah|भ्रामक|आंशिक सच|مضلل|خارج السياق|полуправда|манипуляция|вводит в заблуждение|"
     "напівправда|маніпуляція|παραπλανητικό|misvisende|villedende|delvis riktig|vilseledande|"
     "zavádějící|manipulace"},
    {"unproven",
     "unproven|unproved|not proven|cannot be verified|too early to "
     "say|doubtful|unverified|unverifiable|unsupported|unsubstantiated|no evidence|"
     "not enough evidence|insufficient evidence|inconclusive|undetermined|research in progress|"
     "sin pruebas|no verificable|sin evidencia|insostenible|sem provas|não verificável|"
     "sem evidências|insustentável|non vérifiable|sans preuve|non prouvé|unbelegt|nicht belegt|"
     "unbewiesen|nicht überprüfbar|non verificabile|senza prove|onbewezen|ongefundeerd|"
     "niet te checken|nieweryfikowalne|brak dowodów|kanıtlanamadı|belirsiz|belum terbukti|"
     "अप्रमाणित|غير مثبت|не доказано|непроверяемо|бездоказательно|не доведено|udokumenteret|"
     "obekräftat|neověřitelné"},
    {"mostly-false",
     "mostly false|almost false|mostly incorrect|mostly inaccurate|largely false|barely "
     "true|nearly false|"
     "mayormente falso|casi falso|majoritariamente falso|quase falso|plutôt faux|presque faux|"
     "größtenteils falsch|überwiegend falsch|eher falsch|quasi falso|grotendeels onwaar|"
     "raczej fałsz|çoğunlukla yanlış|sebagian besar salah|скорее ложь|переважно неправда|"
     "stort sett feil|mestadels falskt"},
    {"false",
     "false|fake|incorrect|completely false|totally false|very false|entirely "
     "false|wrong|untrue|not true|debunked|hoax|fabricated|altered|"
     "doctored|fake news|pants on fire|four pinocchios|miscaptioned|scam|falso|bulo|mentira|"
     "incorrecto|fake|incorreto|montagem|faux|fausse|inexact|infox|intox|falsch|stimmt nicht|"
     "unwahr|erfunden|gefälscht|falso|bufala|errato|onwaar|niet waar|onjuist|vals|fałsz|nieprawda|"
     "fake news|yanlış|sahte|asılsız|salah|keliru|palsu|hoaks|झूठ|फर्जी|गलत|झूठा|خطأ|كاذب|زائف|مفبرك|"
     "غير صحيح|ложь|неправда|фейк|неверно|брехня|ψευδές|ψέμα|ψευδής|falsk|forkert|feil|falskt|"
     "felaktigt|nepravda|lež"},
};

constexpr std::string_view kEnds = " \t\r\n\"'!.?*:;-";

// The form in which labels are compared: without case, and without blanks and marks at the ends.
std::string compared(std::string_view label) {
  std::string to;
  const std::string lower = lower_case(fold(label).text);
  for (const char c : lower) {
    const char plain = c == '_' || c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    if (plain != ' ' || (!to.empty() && to.back() != ' ')) to += plain;
  }
  while (!to.empty() && kEnds.find(to.back()) != kEnds.npos) to.pop_back();
  const std::size_t begin = to.find_first_not_of(kEnds);
  return begin == to.npos ? "" : to.substr(begin);
}

template <class Visit>
void each_label(std::string_view labels, Visit visit) {
  while (true) {
    const std::size_t end = labels.find('|');
    if (const std::string label = compared(labels.substr(0, end)); !label.empty()) visit(label);
    if (end == labels.npos) return;
    labels.remove_prefix(end + 1);
  }
}

}  // namespace

Labels::Labels() {
  for (const BuiltInLabel& row : kBuiltIn) {
    each_label(row.labels,
               [&](const std::string& label) { positions_.emplace(label, row.position); });
  }
}

Diagnostics Labels::add(std::string_view table, std::string_view file,
                        const Vocabulary& vocabulary) {
  Diagnostics problems;
  if (table.starts_with("\xEF\xBB\xBF")) table.remove_prefix(3);
  for (unsigned number = 1; !table.empty(); ++number) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const auto wrong = [&](std::string sentence, std::string hint) {
      problems.push_back({Severity::error,
                          InputRule::label_table,
                          std::string(file),
                          {number, 1},
                          std::move(sentence),
                          std::move(hint)});
    };
    const std::size_t tab = line.find('\t');
    if (tab == line.npos) {
      wrong("no tab between the position and its labels", "false<tab>fake|hoax");
      continue;
    }
    const std::string_view position = line.substr(0, tab);
    if (!vocabulary.find(position)) {
      wrong("\"" + std::string(position) + "\" is no position of this store",
            "aver help vocabulary");
      continue;
    }
    each_label(line.substr(tab + 1), [&](const std::string& label) {
      positions_.insert_or_assign(label, std::string(vocabulary.canonical(position)));
    });
  }
  return problems;
}

std::string Labels::find(std::string_view label) const {
  constexpr std::size_t kLongest = 300;  // what is longer is an essay; its begin may still say it
  const std::string whole = compared(label.substr(0, kLongest));
  if (const auto found = positions_.find(whole); found != positions_.end()) return found->second;
  std::size_t end = whole.npos;
  for (const std::string_view mark : {". ", ": ", " - ", "; ", " (", "! ", " – ", " — "}) {
    end = std::min(end, whole.find(mark));
  }
  if (end == whole.npos) return "";
  const auto found = positions_.find(compared(std::string_view(whole).substr(0, end)));
  return found == positions_.end() ? "" : found->second;
}

std::string position_of(const NumericRating& rating, const Vocabulary& vocabulary) {
  const double best = rating.best.value_or(5);
  const double worst = rating.worst.value_or(1);
  const double share = (rating.value - worst) / (best - worst);
  if (!std::isfinite(share) || share < 0 || share > 1) return "";
  for (const Scale& scale : vocabulary.scales()) {
    if (scale.name != "rating") continue;
    double low = INFINITY;
    double high = -INFINITY;
    for (const Word& word : scale.words) {
      if (word.absence) continue;
      low = std::min(low, word.value);
      high = std::max(high, word.value);
    }
    const double wanted = low + share * (high - low);
    const Word* nearest = nullptr;
    for (const Word& word : scale.words) {
      if (word.absence) continue;
      if (nearest == nullptr || std::abs(word.value - wanted) < std::abs(nearest->value - wanted))
        nearest = &word;
    }
    return nearest == nullptr ? "" : nearest->name;
  }
  return "";
}

}  // namespace aver::claims
