// SPDX-License-Identifier: MIT
//
// aver site: the store as pages that anybody can read.
#include "cli/site/site.h"

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string_view>

#include "cli/commands/commands.h"
#include "cli/names/filter.h"
#include "cli/terminal/layout.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

struct Options {
  std::string folder;
  FilterWords filter;
  When when;
  std::optional<std::string> title, url, captures;
};

// The day of builds that anybody can repeat; nothing where the variable is not set.
std::optional<claims::Day> source_date() {
  const char* given = std::getenv("SOURCE_DATE_EPOCH");
  if (given == nullptr || *given == '\0') return std::nullopt;
  const std::string_view text(given);
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 ||
      seconds > 253'402'300'799) {
    throw StoreError(Fault::usage, "SOURCE_DATE_EPOCH is no number of seconds: " + safe_line(text));
  }
  return std::chrono::floor<std::chrono::days>(
      std::chrono::sys_seconds(std::chrono::seconds{seconds}));
}

// The site's own address, with "/" at its end.
std::string site_address(const std::string& given) {
  const bool known = given.starts_with("https://") || given.starts_with("http://");
  if (!known || given.find_first_of(" \t\"<>?#") != given.npos) {
    throw StoreError(Fault::usage,
                     "--url takes the address of a folder on the web: " + safe_line(given), {},
                     "aver site DIR --url https://example.org/facts/");
  }
  return given.ends_with('/') ? given : given + "/";
}

int run(const Options& options, Session& session) {
  const store::View view = session.view(options.when);
  if (view.commit().empty())
    throw StoreError(Fault::not_found, "nothing was known then: that is before the first commit");
  SiteFrame frame;
  const Coordinates at = session.coordinates(options.when);
  const auto epoch = at.on_given ? std::nullopt : source_date();
  frame.day = epoch.value_or(at.on);
  frame.on_given = at.on_given;
  frame.known_at = at.known_at;
  frame.title = options.title.value_or("Who holds what");
  if (options.url) frame.url = site_address(*options.url);
  if (options.captures == "none") frame.captures = SiteCaptures::none;
  if (options.captures == "full") frame.captures = SiteCaptures::full;
  const Filter filter(session, view, options.filter, frame.day);
  const std::filesystem::path folder = session.user_path(options.folder);
  const SiteWritten made = make_site(session, view, filter, frame, folder, options.folder);
  if (made.unread > 0) {
    session.out.talk("warning: " + std::to_string(made.unread) +
                     (made.unread == 1 ? " actor or source cannot be read, and has"
                                       : " actors or sources cannot be read, and have") +
                     " no page: aver check\n");
  }
  session.out.data(
      "The site has " + std::to_string(made.files) + " files; " + std::to_string(made.written) +
      " written, " + std::to_string(made.removed) + " removed.\nOpen it: " +
      safe_line((std::filesystem::path(options.folder) / "index.html").string()) + "\n");
  return 0;
}

}  // namespace

Command site_command() {
  auto options = std::make_shared<Options>();
  Command command;
  command.name = "site";
  command.description =
      "Writes pages that anybody can read in a browser, without aver and without a server: the "
      "front, a page for each claim, holder, source and topic, what changed in the world and in "
      "the record, every correction with its reason, what is due, and what the words mean. Links "
      "are relative, so the folder works from a file system, in any folder of a web server, and "
      "in a zip; nothing is loaded from elsewhere.\n\n"
      "The same commit, options and day give the same bytes. The day is that of --on, else that "
      "of SOURCE_DATE_EPOCH, else today. A second run writes only what differs, and removes what "
      "an earlier run wrote and this one does not; any other folder with something in it is "
      "refused.";
  command.words.push_back(positional("DIR", options->folder, "a folder: new, empty, or a site's"));
  add_filter_words(command.words, options->filter);
  command.words.push_back(
      option("--on", "DATE", &options->when.on, "as held on that day (default: today)"));
  command.words.push_back(option("--known-at", "REV|DATE", &options->when.known_at,
                                 "as the store knew it then: a git revision, or a day"));
  command.words.push_back(option("--title", "TEXT", &options->title,
                                 "what the site is called (default: Who holds what)"));
  command.words.push_back(
      option("--url", "URL", &options->url, "the site's own address, to cite its pages by"));
  command.words.push_back(option("--captures", "HOW", &options->captures,
                                 "how much of saved texts is shown: 300 characters around each "
                                 "quote (excerpts, the default), all of it, or nothing",
                                 {"none", "excerpts", "full"}));
  command.examples = {
      {"aver site public", "the whole store, as of today"},
      {"aver site public dorn --title \"The Dorn desk\"", "the claims of one topic"},
      {"aver site public --on 2024-11-01 --known-at 2024-11-05",
       "what we then believed about that day"}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
