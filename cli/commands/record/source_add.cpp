// SPDX-License-Identifier: MIT
//
// aver source add: a source with its saved text; and, later, captures of how the text has changed.
#include <functional>
#include <memory>

#include "claims/text/paths.h"
#include "cli/commands/commands.h"
#include "cli/evidence/capture.h"
#include "cli/evidence/evidence.h"
#include "cli/names/key_words.h"
#include "cli/names/load.h"
#include "cli/names/names.h"
#include "cli/record/save.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "store/digest.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::string source, title;
  std::optional<std::string> url, publisher, published, retrieved, lang, reliability, capture, note,
      encoding;
  std::vector<std::string> authors, archived;
  bool again = false;
  Writing writing;
};

// A date, or an instant as RFC 3339 writes it.
claims::Moment moment_from(const Session& session, const std::string& option,
                           const std::string& text) {
  claims::Moment moment;
  if (text.size() > 10 && text[10] == 'T') {
    moment.date = session.date(option, text.substr(0, 10));
    moment.time = text;
  } else {
    moment.date = session.date(option, text);
  }
  return moment;
}

// What a saved text is called but for its ending, given the SHA-256 of its bytes.
using Stem = std::function<std::string(const std::string& sha256)>;

// A capture in the form of a record, and its files.
claims::Recapture place(const CaptureInput& input, const CapturedText& captured,
                        const std::string& folder, const Stem& stem, store::Change& change) {
  claims::Recapture placed;
  placed.sha256 = store::sha256(captured.text);
  placed.capture = stem(placed.sha256) + captured.ending;
  change.edits.push_back({folder + placed.capture, captured.text});
  if (captured.has_original) {
    placed.original_sha256 = store::sha256(input.bytes);
    placed.original = stem(placed.original_sha256) + captured.original_ending;
    change.edits.push_back({folder + placed.original, input.bytes});
  }
  return placed;
}

struct Given {
  CaptureInput input;
  CapturedText captured;
};

Given capture_given(Session& session, const std::string& file, const Options& options) {
  Given given{read_capture(session.user_path(file), file, options.encoding), {}};
  given.captured = captured_text(given.input);
  for (const std::string& warning : given.captured.warnings) {
    session.out.talk("warning: " + safe_line(warning) + "\n");
  }
  return given;
}

store::Change new_source(const View& tip, const Options& options, const Given* given,
                         Session& session) {
  claims::Source source;
  source.id = options.source;
  source.title = clean_text("the title", options.title, false);
  source.url = options.url.value_or("");
  source.publisher = options.publisher ? clean_text("--publisher", *options.publisher, false) : "";
  for (const std::string& author : options.authors)
    source.author.push_back(clean_text("--author", author, false));
  if (options.published) source.published = session.date("--published", *options.published);
  if (options.retrieved) {
    source.retrieved = moment_from(session, "--retrieved", *options.retrieved);
  } else if (given != nullptr) {
    source.retrieved = claims::Moment{claims::Date{session.today()}, ""};
  }
  source.lang = options.lang.value_or("");
  source.reliability = options.reliability.value_or("");
  source.note = options.note ? clean_text("--note", *options.note, true) : "";
  for (const std::string& url : options.archived) source.archived.push_back({url, std::nullopt});

  require_good_id(source.id);
  require_free(tip, {RecordKind::source, source.id});
  const std::string path = claims::source_path(source.id);
  store::Change change;
  if (given != nullptr) {
    const claims::Recapture placed = place(
        given->input, given->captured, std::string(claims::folder_part(path)),
        [&](const std::string&) { return std::string(claims::last_part(source.id)); }, change);
    source.capture = placed.capture;
    source.sha256 = placed.sha256;
    source.original = placed.original;
    source.original_sha256 = placed.original_sha256;
  }
  const std::string content = claims::encode(source);
  require_sound(session, claims::check(claims::decode_source(content, path), store::KnownIn(tip)));
  change.edits.push_back({path, content});
  change.message = "Add source " + source.id + "\n\n" + source.title + "\n";
  return change;
}

std::string size_text(const CapturedText& captured) {
  std::string text = "its text of " + counted(captured.text.size(), "byte");
  if (!captured.has_original) return text;
  const std::string& ending = captured.original_ending;
  return text + ", and the " +
         (ending == ".html"  ? "page"
          : ending == ".pdf" ? "PDF"
                             : "file") +
         " it was taken out of";
}

// Tells what the capture says of itself and the record does not.
void offer(const Options& options, const CapturedText& captured, Session& session) {
  std::string told;
  const auto add = [&](const char* option, const std::string& value, bool is_given) {
    if (!value.empty() && !is_given)
      told += (told.empty() ? "" : " ") + (option + (" " + shell_word(value)));
  };
  add("--author", captured.author, !options.authors.empty());
  add("--published", captured.published, options.published.has_value());
  add("--url", captured.url, options.url.has_value());
  if (!told.empty()) {
    session.out.talk("the capture says, and the record does not: " + safe_line(told) + "\n");
  }
}

int add_new(const Options& options, Session& session) {
  std::optional<Given> given;
  if (options.capture) given = capture_given(session, *options.capture, options);
  const auto saved = save(session, options.writing, [&](const View& tip) {
    return new_source(tip, options, given ? &*given : nullptr, session);
  });
  if (given) offer(options, given->captured, session);
  std::string line = "added source " + options.source + ": " + options.title;
  if (given) line += ", with " + size_text(given->captured);
  session.out.data(hanging(safe_line(line), session.out.width(), 2));
  if (saved) session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

// The record with one more [[recapture]]; all other bytes unchanged.
std::string with_recapture(const std::string& text, const claims::Source& source,
                           const claims::Recapture& later) {
  claims::Source after = source;
  after.recaptures.push_back(later);
  const std::string path = claims::source_path(source.id);
  claims::Source only;
  only.id = source.id;
  only.title = "x";
  only.recaptures = {later};
  const claims::toml::Parsed table = claims::toml::parse(claims::encode(only), path);
  const auto* list =
      std::get_if<claims::toml::Array>(&claims::toml::find(table.root, "recapture")->data);
  const auto edited = claims::toml::append_table(text, "recapture",
                                                 std::get<claims::toml::Table>(list->front().data));
  if (edited && claims::decode_source(*edited, path).record == after) return *edited;
  if (claims::toml::has_comments(text)) {
    throw StoreError(Fault::usage, path + " cannot be edited in place", {}, "aver edit " + path);
  }
  return claims::encode(after);
}

// The record of a source without a capture, with its first one; all other bytes unchanged.
std::string with_capture(const std::string& text, const claims::Source& source,
                         const claims::Recapture& first) {
  namespace toml = claims::toml;
  claims::Source only;
  only.id = source.id;
  only.title = "x";
  only.capture = first.capture;
  only.sha256 = first.sha256;
  only.original = first.original;
  only.original_sha256 = first.original_sha256;
  only.retrieved = first.retrieved;
  const std::string path = claims::source_path(source.id);
  std::vector<std::string_view> order;
  for (const claims::FieldInfo& field : claims::fields(RecordKind::source))
    order.push_back(field.key);
  std::string edited = text;
  for (const toml::Entry& entry : toml::parse(claims::encode(only), path).root) {
    if (entry.key == "title") continue;
    const auto next = toml::edit_value(edited, entry.key, entry.value, order);
    if (!next)
      throw StoreError(Fault::usage, path + " cannot be edited in place", {}, "aver edit " + path);
    edited = *next;
  }
  return edited;
}

struct Drifted {
  std::string stance;  // its id
  std::string quote;
};

// The quotes that occur in an earlier capture but not in the last one.
std::vector<Drifted> drifted(Session& session, const View& view, const std::string& source) {
  Evidence evidence([&](const std::string& path) { return view.read(path); });
  std::vector<Drifted> found;
  each_folder(session, view, citing(source), [&](claims::ClaimFolder&& folder) {
    for (const claims::Stance& stance : folder.stances) {
      for (const claims::EvidenceView& one : claims::evidences(stance)) {
        if (one.source == source && evidence.of(one).drifted)
          found.push_back({stance.id(), one.quote});
      }
    }
  });
  return found;
}

int add_again(const Options& options, Session& session) {
  const Given given = capture_given(session, options.title, options);
  std::string id;
  std::string same_as;
  bool first = false;
  const auto saved = save(session, options.writing, [&](const View& tip) {
    id = source_named(tip, options.source);
    const std::string path = claims::source_path(id);
    const claims::Source source = require_readable(session, tip.source(id), path);
    store::Change change;
    first = source.capture.empty();
    // Named after what is in it: whoever captures the source on the same day chooses another name,
    // or has the same text.
    const Stem stem = [&](const std::string& sha256) {
      constexpr std::size_t kDigits = 12;
      return std::string(claims::last_part(id)) + "-" + sha256.substr(0, kDigits);
    };
    claims::Recapture later =
        place(given.input, given.captured, std::string(claims::folder_part(path)), stem, change);
    later.retrieved = options.retrieved ? moment_from(session, "--retrieved", *options.retrieved)
                                        : claims::Moment{claims::Date{session.today()}, ""};
    const std::string& last =
        source.recaptures.empty() ? source.sha256 : source.recaptures.back().sha256;
    same_as.clear();
    if (last == later.sha256) {
      const auto& when =
          source.recaptures.empty() ? source.retrieved : source.recaptures.back().retrieved;
      same_as = when ? to_string(*when) : "before";
      return store::Change{};
    }
    std::erase_if(change.edits,
                  [&](const store::Edit& edit) { return tip.read(edit.path) == edit.content; });
    for (const store::Edit& edit : change.edits) {
      if (tip.blob_id(edit.path))
        throw StoreError(Fault::usage, "there is a file at " + edit.path + " already");
    }
    if (first) {
      change.edits.push_back({path, with_capture(*tip.read(path), source, later)});
    } else {
      change.edits.push_back({path, with_recapture(*tip.read(path), source, later)});
    }
    change.message = "Capture source " + id + " again\n";
    return change;
  });
  if (!same_as.empty()) {
    session.out.data("nothing has changed: " + safe_line(id) + " has the text it had on " +
                     same_as + "\n");
    return kDone;
  }
  session.out.data(
      hanging("captured " + safe_line(id) + (first ? ": " : " again: ") + size_text(given.captured),
              session.out.width(), 2));
  if (saved) session.out.data(paragraph(*saved, session.out.width(), 2));
  if (options.writing.no_commit || first) return kDone;
  const View view = session.store().view();
  for (const Drifted& one : drifted(session, view, id)) {
    session.out.data(
        hanging("  no longer there: \"" + safe_line(one.quote) + "\", of " + safe_line(one.stance),
                session.out.width(), 4));
  }
  session.out.data(
      paragraph("what was changed: aver diff --source " + safe_line(id), session.out.width(), 2));
  return kDone;
}

int run(const Options& options, Session& session) {
  if (options.encoding && !options.capture && !options.again) {
    throw StoreError(Fault::usage, "--encoding goes with --capture or --again");
  }
  if (options.again && options.capture) {
    throw StoreError(Fault::usage, "--again takes the file as the second word, not --capture", {},
                     "aver source add --again " + options.source + " " + *options.capture);
  }
  return options.again ? add_again(options, session) : add_new(options, session);
}

}  // namespace

Command source_add_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  Command command;
  command.name = "source add";
  command.description =
      "Adds a source. With --capture its saved text is stored beside the record with its SHA-256, "
      "so that "
      "quotes can be checked against it for ever after. The file may be plain text, Markdown, a "
      "saved page "
      "(HTML, MHTML), a mail, a PDF or captions (WebVTT, SubRip); from these the text is "
      "extracted, and the file "
      "itself is kept, too. What it is its contents tell, not its name; it has at most 64 MiB. "
      "URLs are "
      "stored, never fetched.\n\n"
      "Articles change silently: --again adds what the source says now as a later capture, and "
      "tells which "
      "recorded quotes no longer stand.";
  command.words = {
      positional("SOURCE", o.source, "its id: 2024/ministers-wintermoor"),
      positional("TITLE", o.title, "its title; with --again, the file"),
      flag("--again", o.again,
           "add a later capture of a source that is there: --again SOURCE FILE"),
      option("--capture", "FILE", &o.capture, "its text, page or PDF; \"-\" is standard input"),
      option("--encoding", "NAME", &o.encoding,
             "convert the file from this encoding: windows-1252"),
      option("--url", "URL", &o.url, "where it is"),
      option("--archived", "URL", &o.archived, "an archived copy; may be repeated"),
      option("--publisher", "NAME", &o.publisher, "who published it"),
      option("--author", "NAME", &o.authors, "who wrote it; may be repeated"),
      option("--published", "DATE", &o.published, "when it was published"),
      option("--retrieved", "DATE", &o.retrieved,
             "when it was read (default with --capture: today)"),
      option("--lang", "LANG", &o.lang, "its language: \"en\""),
      option("--reliability", "A-F", &o.reliability,
             "A completely reliable … E unreliable, F cannot be judged",
             words_of_key(claims::RecordKind::source, "reliability")),
      option("--note", "TEXT", &o.note, "anything else"),
  };
  add_writing_words(command.words, o.writing);
  command.examples = {
      {"aver source add 2024/delivery \"A delivery of arms\" --capture page.txt --url "
       "https://example.org/page --published 2024-12-19",
       "page.txt is the text that you have saved of it"},
      {"aver source add --again ministers-wintermoor page-today.html",
       "what it says today, saved again"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
