// SPDX-License-Identifier: MIT
//
// aver record: one line that says who holds which position on a claim, and on what evidence.
#include <algorithm>
#include <memory>

#include "claims/similar.h"
#include "cli/commands/commands.h"
#include "cli/errors.h"
#include "cli/local.h"
#include "cli/names.h"
#include "cli/recording.h"
#include "cli/render/layout.h"
#include "cli/render/text.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using claims::Stance;
using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::string claim, holder, position;
  std::optional<std::string> held, until, through;
  std::vector<std::string> searched;
  std::optional<std::string> mode, speaker;
  std::vector<std::string> via;
  std::optional<std::string> summary, quote, quote_lang, translation, source, locator;
  std::optional<int> credibility;
  std::optional<std::string> likelihood, rating, review_by, corrects, reason, note;
  bool create = false;
  Writing writing;
};

std::vector<std::string> words_of_key(std::string_view key) {
  std::vector<std::string> words;
  for (const std::string_view word : claims::choices(RecordKind::stance, key))
    words.emplace_back(word);
  return words;
}

// "kim-yong-hyun" -> "Kim Yong Hyun": a name to begin with, for --create.
std::string name_from_id(const std::string& id) {
  std::string name = id.substr(id.rfind('/') == id.npos ? 0 : id.rfind('/') + 1);
  bool first = true;
  for (char& c : name) {
    if (first && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    first = c == '-';
    if (first) c = ' ';
  }
  return name;
}

// One recording: made anew for each tip that it may have to be based on.
class Recording {
 public:
  Recording(const Options& options, Session& session) : options_(options), session_(session) {}

  store::Change on(const View& tip) {
    change_ = {};
    added_.clear();
    Overlay known(tip);
    Stance stance = stance_from_words(tip, known);
    const claims::Vocabulary& words = tip.vocabulary();
    const std::optional<View::Folder> folder = tip.folder(stance.claim, stance.holder);
    if (!folder) throw StoreError(Fault::not_found, "there is no claim \"" + stance.claim + "\"");
    const std::vector<Stance>& others = folder->folder.stances;

    same_.reset();
    for (const Stance& other : others) {
      Stance twin = stance;
      twin.name = other.name;
      if (twin == other) {
        same_ = other;
        return {};
      }
    }
    stance.name = free_name(tip, stance);
    const std::string path = claims::stance_path(stance.claim, stance.name);
    const std::string content = claims::encode(stance);
    claims::Diagnostics problems =
        claims::check(claims::decode_stance(content, path), words, known);
    for (claims::Diagnostic& problem : problems) {
      if (problem.rule == "absence/evidence")
        problem.hint = "--searched \"WHERE\", or --source SOURCE";
    }
    require_sound(session_, problems);
    describe(stance, others, words);
    change_.edits.push_back({path, content});
    change_.message = "Record " + stance.holder + " " + stance.position + " on " + stance.claim +
                      "\n\nheld " + claims::to_string(stance.held) + "\n";
    if (!added_.empty()) {
      for (const std::string& line : added_) change_.message += line + "\n";
    }
    return change_;
  }

  std::string answer() const {
    if (same_) {
      return "nothing to record: " + same_->id() + " says exactly this already\n";
    }
    std::string page;
    for (const std::string& line : added_) page += line + "\n";
    return page + hanging("recorded " + answer_, session_.out.width(), 2);
  }

 private:
  Stance stance_from_words(const View& tip, Overlay& known) {
    Stance stance;
    stance.claim = claim_named(tip, options_.claim);
    stance.holder = holder(tip, known);
    stance.position = position_named(tip.vocabulary(), options_.position);
    stance.held =
        options_.held ? session_.date("--held", *options_.held) : claims::Date{session_.today()};
    if (options_.until) stance.until = session_.date("--until", *options_.until);
    if (options_.through) stance.through = session_.date("--through", *options_.through);
    for (const std::string& place : options_.searched) {
      stance.searched.push_back(clean_text("--searched", place, false));
    }
    stance.source = source(tip, known);
    stance.speaker = options_.speaker ? who(tip, "--speaker", *options_.speaker) : "";
    for (const std::string& reporter : options_.via)
      stance.via.push_back(who(tip, "--via", reporter));
    stance.summary = line("--summary", options_.summary, true);
    stance.quote = line("--quote", options_.quote, true);
    stance.quote_lang = line("--quote-lang", options_.quote_lang, false);
    stance.translation = line("--translation", options_.translation, true);
    stance.locator = line("--locator", options_.locator, false);
    stance.likelihood = options_.likelihood.value_or("");
    stance.credibility = options_.credibility;
    stance.rating = line("--rating", options_.rating, false);
    if (options_.review_by) stance.review_by = session_.date("--review-by", *options_.review_by);
    stance.corrects = options_.corrects.value_or("");
    stance.reason = line("--reason", options_.reason, true);
    stance.note = line("--note", options_.note, true);
    stance.mode = options_.mode ? *options_.mode : likely_mode(stance);
    const claims::Meaning meaning = tip.vocabulary().find(stance.position);
    if (meaning.word->absence && !stance.through) stance.through = stance.held;
    return stance;
  }

  // What the evidence that was given says of how the position is known; nothing where it says
  // nothing.
  static std::string likely_mode(const Stance& stance) {
    if (!stance.via.empty()) return "attributed";
    if (!stance.quote.empty()) return "direct";
    if (!stance.source.empty() && !stance.summary.empty()) return "paraphrase";
    return "";
  }

  static std::string line(const char* name, const std::optional<std::string>& text, bool lines) {
    return text ? clean_text(name, *text, lines) : "";
  }

  // A speaker or reporter: an actor where the name is one's, plain words otherwise.
  static std::string who(const View& tip, const char* name, const std::string& given) {
    const std::string text = clean_text(name, given, false);
    const std::vector<std::string> found = tip.find(RecordKind::actor, text);
    return found.size() == 1 ? found.front() : text;
  }

  std::string holder(const View& tip, Overlay& known) {
    try {
      return actor_named(tip, options_.holder);
    } catch (const StoreError& error) {
      if (error.fault() != Fault::not_found || !options_.create) throw;
    }
    claims::Actor actor;
    const bool is_id = claims::id_problem(options_.holder).empty();
    actor.id = is_id ? options_.holder : claims::slug(options_.holder);
    require_good_id(actor.id);
    require_free(tip, {RecordKind::actor, actor.id});
    actor.name =
        is_id ? name_from_id(actor.id) : clean_text("the holder's name", options_.holder, false);
    actor.kind = actor.name.find(' ') == actor.name.npos ? "org" : "person";
    const claims::RecordRef record{RecordKind::actor, actor.id};
    known.add(record);
    change_.edits.push_back({claims::path_of(record), claims::encode(actor)});
    added_.push_back("added actor " + actor.id + ": \"" + actor.name + "\", kind " + actor.kind);
    return actor.id;
  }

  std::string source(const View& tip, Overlay& known) {
    if (!options_.source) return "";
    try {
      return source_named(tip, *options_.source);
    } catch (const StoreError& error) {
      if (error.fault() != Fault::not_found || !options_.create) throw;
    }
    claims::Source source;
    const bool is_url = options_.source->find("://") != std::string::npos;
    source.id = claims::id_problem(*options_.source).empty()
                    ? *options_.source
                    : claims::to_string(session_.today()).substr(0, 4) + "/" +
                          claims::slug(*options_.source);
    require_good_id(source.id);
    require_free(tip, {RecordKind::source, source.id});
    source.title = is_url || source.id == *options_.source
                       ? name_from_id(source.id)
                       : clean_text("--source", *options_.source, false);
    if (is_url) source.url = *options_.source;
    const claims::RecordRef record{RecordKind::source, source.id};
    known.add(record);
    change_.edits.push_back({claims::path_of(record), claims::encode(source)});
    added_.push_back("added source " + source.id + ": \"" + source.title + "\"");
    return source.id;
  }

  static std::string free_name(const View& tip, const Stance& stance) {
    const std::string name = claims::stance_name(stance.held, stance.holder);
    const std::vector<std::string> taken = tip.stance_names(stance.claim);
    const auto is_taken = [&](const std::string& wanted) {
      return std::find(taken.begin(), taken.end(), wanted) != taken.end();
    };
    if (!is_taken(name)) return name;
    for (int number = 2;; ++number) {
      const std::string next = name + "-" + std::to_string(number);
      if (!is_taken(next)) return next;
    }
  }

  // What kind of change this is, to what was in force on that day before.
  void describe(const Stance& stance, const std::vector<Stance>& others,
                const claims::Vocabulary& words) {
    Output& out = session_.out;
    answer_ = safe_line(stance.holder) + " " +
              out.paint(style_of(words, stance.position), stance.position) + " on " +
              safe_line(stance.claim) + ", held " + claims::to_string(stance.held);
    std::vector<Stance> all = others;
    all.push_back(stance);
    const claims::Line line = claims::live(all, stance.holder);
    const auto at = std::find_if(line.begin(), line.end(),
                                 [&](const Stance* one) { return one->name == stance.name; });
    const claims::Line before(line.begin(), at);
    if (!stance.corrects.empty()) {
      answer_ += ": corrects " + stance.corrects;
    } else if (before.empty()) {
      answer_ += ": the first record of " + safe_line(stance.holder) + " here";
    } else {
      const Stance& last = *before.back();
      answer_ +=
          ": " + std::string(to_string(claims::classify(before, stance, words))) + ", was " +
          out.paint(style_of(words, last.position), safe_line(words.canonical(last.position))) +
          " since " + claims::to_string(last.held);
    }
    const auto later = static_cast<std::size_t>(line.end() - at) - (at == line.end() ? 0 : 1);
    if (later > 0)
      answer_ += " (" + counted(later, "later stance stands", "later stances stand") + ")";
  }

  const Options& options_;
  Session& session_;
  store::Change change_;
  std::vector<std::string> added_;
  std::string answer_;
  std::optional<Stance> same_;
};

int run(const Options& options, Session& session) {
  if (options.corrects && !options.reason) {
    throw StoreError(Fault::usage, "a correction says why the other record was a mistake", {},
                     "--reason \"WHY\"");
  }
  Recording recording(options, session);
  const std::optional<std::string> saved =
      save(session, options.writing, [&](const View& tip) { return recording.on(tip); });
  session.out.data(recording.answer());
  if (saved) session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

}  // namespace

Command record_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "record";
  command.description =
      "Records that a holder takes a position on a claim, as one stance in one commit. The "
      "position is a "
      "word of the store's vocabulary (aver help vocabulary). Old stances stay: what a holder held "
      "before "
      "is history, not a mistake.\n\n"
      "An absence (silent, not-acted) says that somebody looked and found nothing: it names where "
      "(--searched), or a source.";
  Options& o = *options;
  command.words = {
      positional("CLAIM", o.claim, "the claim's id, or a trailing part of it"),
      positional("HOLDER", o.holder, "whose position it is: an actor's id or name"),
      positional("POSITION", o.position, "affirm, deny, silent, not-acted, …"),
      option("--held", "DATE", &o.held, "when it was held (default: today)"),
      option("--until", "DATE", &o.until, "the last day it was held"),
      option("--through", "DATE", &o.through, "looked until then, and nothing had changed"),
      option("--searched", "WHERE", &o.searched, "where somebody looked; may be repeated"),
      option("--source", "SOURCE", &o.source, "where it stands"),
      option("--locator", "PLACE", &o.locator, "where in it: \"para 10\", \"p. 14\", \"01:23:45\""),
      option("--quote", "TEXT", &o.quote, "the words, exactly"),
      option("--quote-lang", "LANG", &o.quote_lang, "the quote's language: \"ko\""),
      option("--translation", "TEXT", &o.translation, "of the quote"),
      option("--summary", "TEXT", &o.summary, "what was said or done, in your words"),
      option("--speaker", "WHO", &o.speaker, "who said it, where that is not the holder"),
      option("--via", "WHO", &o.via, "who reports it, outermost first; may be repeated"),
      option("--mode", "MODE", &o.mode,
             "how it is known (default: from --via, --quote, --summary): direct, paraphrase, "
             "attributed, "
             "inferred, action, vote or document",
             words_of_key("mode")),
      option("--credibility", "1-6", &o.credibility,
             "1 confirmed, 5 improbable, 6 cannot be judged"),
      option("--likelihood", "WORD", &o.likelihood,
             "of a prediction: almost-no-chance … almost-certain", words_of_key("likelihood")),
      option("--rating", "LABEL", &o.rating, "a reviewer's own label, word for word"),
      option("--review-by", "DATE", &o.review_by, "when to look again"),
      option("--corrects", "STANCE", &o.corrects, "the stance this one replaces, as our mistake"),
      option("--reason", "TEXT", &o.reason, "why that was a mistake"),
      option("--note", "TEXT", &o.note, "anything else"),
      flag("--create", o.create, "add an unknown holder or source on the way"),
  };
  add_writing_words(command.words, o.writing);
  command.examples = {
      {"aver record china-restrains-dprk china silent --searched \"ministry briefings\"",
       "nothing found, and where somebody looked"},
      {"aver record china-restrains-dprk china affirm --held 2024-11-02 --quote \"…\" --source "
       "2024/briefing",
       "in the holder's own words"},
      {"aver record troops-in-russia us affirm --via reuters --summary \"…\" --source 2024/reuters "
       "--create",
       "as others report it"},
  };
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
