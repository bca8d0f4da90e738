// SPDX-License-Identifier: MIT
//
// aver source add: where something stands, with its saved text.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utf8proc.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include "cli/commands/commands.h"
#include "cli/errors.h"
#include "cli/names.h"
#include "cli/recording.h"
#include "cli/render/layout.h"
#include "store/digest.h"

namespace aver::cli {
namespace {

using claims::RecordKind;
using store::Fault;
using store::StoreError;

struct Options {
  std::string source, title;
  std::optional<std::string> url, publisher, published, retrieved, lang, reliability, capture, note;
  std::vector<std::string> authors, archived;
  Writing writing;
};

constexpr std::size_t kLargestCapture = 64u << 20;

// Reads the whole file, or standard input for "-".
std::string read_capture(const std::string& path, const std::string& shown) {
  const int fd = shown == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const auto fail = [&](const std::string& why) {
    throw StoreError(Fault::not_found, "the capture " + shown + " cannot be read", {why});
  };
  if (fd < 0) fail(std::strerror(errno));
  struct stat about {};
  if (fstat(fd, &about) == 0 && S_ISDIR(about.st_mode)) {
    close(fd);
    fail("it is a directory");
  }
  std::string bytes;
  char buffer[1 << 16];
  ssize_t n = 0;
  while ((n = ::read(fd, buffer, sizeof buffer)) != 0) {
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      const int error = errno;
      if (fd != STDIN_FILENO) close(fd);
      fail(std::strerror(error));
    }
    bytes.append(buffer, static_cast<std::size_t>(n));
    if (bytes.size() > kLargestCapture) {
      if (fd != STDIN_FILENO) close(fd);
      throw StoreError(Fault::usage, "the capture " + shown + " is larger than 64 MiB");
    }
  }
  if (fd != STDIN_FILENO) close(fd);
  return bytes;
}

// A capture is text; the place of the first byte that is none is told.
void require_text(const std::string& bytes, const std::string& shown) {
  if (bytes.empty()) throw StoreError(Fault::usage, "the capture " + shown + " is empty");
  std::size_t line = 1;
  for (std::size_t at = 0; at < bytes.size();) {
    utf8proc_int32_t point = -1;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()) + at,
                                       static_cast<utf8proc_ssize_t>(bytes.size() - at), &point);
    if (read <= 0 || point == 0) {
      throw StoreError(
          Fault::corrupt,
          "the capture " + shown + " is not UTF-8 text: line " + std::to_string(line) + ", byte " +
              std::to_string(at),
          {}, "save the page as plain text in UTF-8, or convert it: iconv -f LATIN1 -t UTF-8");
    }
    line += point == '\n' ? 1 : 0;
    at += static_cast<std::size_t>(read);
  }
}

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

store::Change change_on(const store::View& tip, const Options& options, const std::string& capture,
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
  } else if (options.capture) {
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
  if (options.capture) {
    const std::string last =
        source.id.substr(source.id.rfind('/') == source.id.npos ? 0 : source.id.rfind('/') + 1);
    source.capture = last + ".txt";
    source.sha256 = store::sha256(capture);
    change.edits.push_back({path.substr(0, path.rfind('/') + 1) + source.capture, capture});
  }
  const std::string content = claims::encode(source);
  require_sound(session, claims::check(claims::decode_source(content, path)));
  change.edits.push_back({path, content});
  change.message = "Add source " + source.id + "\n\n" + source.title + "\n";
  return change;
}

int run(const Options& options, Session& session) {
  std::string capture;
  if (options.capture) {
    capture = read_capture(session.user_path(*options.capture), *options.capture);
    require_text(capture, *options.capture);
  }
  const auto saved = save(session, options.writing, [&](const store::View& tip) {
    return change_on(tip, options, capture, session);
  });
  std::string line = "added source " + options.source + ": " + options.title;
  if (options.capture) line += ", with its text of " + counted(capture.size(), "byte");
  session.out.data(hanging(safe_line(line), session.out.width(), 2));
  if (saved) session.out.data(paragraph(*saved, session.out.width(), 2));
  return kDone;
}

}  // namespace

Command source_add_command() {
  auto options = std::make_shared<Options>();
  Options& o = *options;
  Command command;
  command.name = "source add";
  command.description =
      "Adds a source. With --capture its saved text is stored beside the record, and the text's "
      "SHA-256 is "
      "kept, so that anybody can see later what it said. URLs are stored, never fetched.";
  command.words = {
      positional("SOURCE", o.source, "its id: 2024/ministers-washington"),
      positional("TITLE", o.title, "its title"),
      option("--capture", "FILE", &o.capture,
             "its text, saved as plain UTF-8; \"-\" is standard input"),
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
             {"A", "B", "C", "D", "E", "F"}),
      option("--note", "TEXT", &o.note, "anything else"),
  };
  add_writing_words(command.words, o.writing);
  command.examples = {
      {"aver source add 2024/ministers-washington \"Ministers meet in Washington\" --capture "
       "page.txt --url https://example.org/page --published 2024-10-31",
       ""}};
  command.run = [options](Session& session) { return run(*options, session); };
  return command;
}

}  // namespace aver::cli
