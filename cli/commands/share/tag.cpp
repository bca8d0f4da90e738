// SPDX-License-Identifier: MIT
//
// aver tag: freezes an edition of the store, or lists the editions there are.
#include <memory>

#include "claims/text/lines.h"
#include "claims/text/similar.h"
#include "cli/commands/commands.h"
#include "cli/names/names.h"
#include "cli/session/print.h"
#include "cli/terminal/errors.h"
#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/process.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;
using store::View;

struct Options {
  std::optional<std::string> name, revision, message;
  bool sign = false;
  bool cite = false;
  Reading reading;
};

// Where others find the store: the address of its remote, without user name and password. Without a
// remote, or with one that is a local folder, the store's own name.
std::string address_of(Session& session) {
  const std::filesystem::path root = session.store().root();
  std::string name = root.filename().string();
  const store::RunResult config =
      store::run_git({"config", "remote.origin.url"}, {.directory = root.string()});
  std::string url = claims::first_line(config.output);
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) {
    const std::size_t colon = url.find(':');  // host:path, as ssh has it
    return colon != url.npos && url.find('/') > colon ? url : name;
  }
  if (url.starts_with("file:")) return name;
  const std::size_t host = scheme + 3;
  const std::size_t at = url.find('@', host);
  if (at != url.npos && at < url.find('/', host)) url.erase(host, at + 1 - host);
  return url;
}

std::string citation(const std::string& address, const store::Edition& edition) {
  return address + ", edition " + edition.name + " of " + local_day(edition.tagged_at) +
         ", git commit " + edition.commit;
}

EditionsAnswer answer_of(Session& session, const store::Editions& found) {
  EditionsAnswer answer;
  const std::string address = address_of(session);
  store::RecordCounter counter;
  for (const store::Edition& edition : found.all) {
    answer.editions.push_back(
        {edition, counter.count(session.store().view(edition.commit)), citation(address, edition)});
  }
  answer.lightweight = found.lightweight;
  return answer;
}

int list(const Options& options, Session& session) {
  if (options.sign || options.message || options.cite) {
    throw StoreError(Fault::usage, "which edition?", {}, "aver tag NAME");
  }
  print(session, options.reading, answer_of(session, store::editions(session.store())));
  return kDone;
}

int cite(const Options& options, Session& session) {
  store::Editions found = store::editions(session.store());
  std::vector<std::string> names;
  for (const store::Edition& edition : found.all) {
    if (edition.name == *options.name) {
      session.out.data(safe_line(citation(address_of(session), edition)) + "\n");
      return kDone;
    }
    names.push_back(edition.name);
  }
  not_found("edition", *options.name, claims::nearest(*options.name, names, 2), "aver tag");
}

// Without a revision, users mean the files they see, so these must be committed.
void require_nothing_pending(Session& session) {
  if (session.store().bare()) return;
  const store::Status status = session.store().status();
  if (!status.under_way.empty()) {
    throw StoreError(Fault::conflict,
                     "a " + status.under_way + " is under way: its records are not in HEAD yet", {},
                     "aver resolve, or name what you mean: aver tag NAME HEAD");
  }
  if (status.changes.empty()) return;
  std::vector<std::string> causes;
  for (const store::LocalChange& change : status.changes) {
    if (causes.size() == 3) {
      causes.push_back("and " + std::to_string(status.changes.size() - 3) + " more");
      break;
    }
    causes.push_back(change.path);
  }
  throw StoreError(Fault::dirty, "what is not committed would not be in the edition", causes,
                   "aver commit, or name what you mean: aver tag NAME HEAD");
}

std::string made_message(const std::string& name, const store::RecordCounts& counts) {
  return "Edition " + name + "\n\n" + counted(counts.claims, "claim") + ", " +
         counted(counts.stances, "stance") + ", " + counted(counts.actors, "actor") + ", " +
         counted(counts.sources, "source") + "\n";
}

int make(const Options& options, Session& session) {
  store::Store& store = session.store();
  store::require_edition_name(store, *options.name);
  if (!options.revision) require_nothing_pending(session);
  const View view = options.revision ? store.view(*options.revision) : store.view();
  const store::RecordCounts counts = store::RecordCounter().count(view);
  const store::Edition edition = store::make_edition(
      store, *options.name, view.commit(),
      options.message.value_or(made_message(*options.name, counts)), options.sign);
  if (options.reading.wants_json() || options.reading.format) {
    print(session, options.reading, answer_of(session, store::Editions{{edition}, {}}));
    return kDone;
  }
  Output& out = session.out;
  out.data("froze edition " + safe_line(edition.name) + " at " + short_id(edition.commit) +
           (edition.has_signature ? ", signed\n" : "\n"));
  out.data("  " + counted(counts.claims, "claim") + ", " + counted(counts.stances, "stance") +
           ", " + counted(counts.actors, "actor") + ", " + counted(counts.sources, "source") +
           "\n");
  out.data(hanging("  cite it as: " + safe_line(citation(address_of(session), edition)),
                   out.width(), 4));
  out.data(hanging("  read it: aver show RECORD --known-at " + shell_word(edition.name) +
                       "; share it: aver sync",
                   out.width(), 4));
  return kDone;
}

int run(const Options& options, Session& session) {
  if (!options.name) return list(options, session);
  return options.cite ? cite(options, session) : make(options, session);
}

}  // namespace

Command tag_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "tag";
  command.description =
      "Freezes an edition: an annotated git tag that says who froze the store, when, and in which "
      "words. An edition never moves, and its name is never given twice; every --known-at takes "
      "it, and \"aver sync\" shares it. Without a name, lists the editions: date, who, how many "
      "records, signed or not.\n\n"
      "To cite one, give its name, its day, and the commit it stands for: the commit's id is a "
      "hash of every record and of all history before it, so whoever has the id can prove that "
      "nothing was changed. \"aver tag NAME --cite\" prints the line.";
  command.words = {
      positional("NAME", options->name, "of the new edition (default: list them)"),
      positional("REV", options->revision, "what to freeze (default: HEAD, where nothing waits)"),
      option("--message", "-m", "TEXT", &options->message, "the edition's message"),
      flag("--sign", options->sign, "sign it with your key, as tag.gpgSign does for all"),
      flag("--cite", options->cite, "print how to cite the edition NAME")};
  add_format_words(command.words, options->reading, row_formats());
  command.examples = {{"aver tag 2024-autumn -m \"As printed\"", "freeze the edition 2024-autumn"},
                      {"aver show calda-restrains-dorn --known-at 2024-autumn", "read from it"},
                      {"aver diff 2024-autumn HEAD", "what has moved since"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
