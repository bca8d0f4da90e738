// SPDX-License-Identifier: MIT
//
// Runs the editor through git's own choice of it, and puts messages into the draft as marked lines
// that are stripped before the text is judged again.
#include "cli/session/editor.h"

#include <unistd.h>

#include "claims/text/lines.h"
#include "cli/terminal/errors.h"
#include "store/process.h"

namespace aver::cli {
namespace {

using store::Fault;
using store::StoreError;

constexpr std::string_view kMark = "#! ";

}  // namespace

void open_editor(Session& session, const std::filesystem::path& file) {
  const store::RunResult asked =
      store::run_git({"var", "GIT_EDITOR"}, {.directory = session.store().root().string()});
  std::string editor = claims::first_line(asked.output);
  if (!asked.ok() || editor.empty()) {
    throw StoreError(Fault::usage, "git knows no editor to open", {}, "export EDITOR=nano");
  }
  // As git does it: the editor may be given with words of its own.
  const store::RunResult result =
      store::run({"sh", "-c", editor + " \"$@\"", editor, file.string()},
                 {.inherit_terminal = true, .inherit_output = true});
  if (!result.ok()) {
    throw StoreError(Fault::refused, "the editor failed: " + editor,
                     {"it exited with status " + std::to_string(result.status)});
  }
}

std::string with_messages(std::string_view text, const std::vector<std::string>& messages) {
  std::string all;
  for (const std::string& message : messages) {
    all += kMark;
    for (const char c : message) all += c == '\n' || c == '\r' ? ' ' : c;
    all += "\n";
  }
  return all + std::string(text);
}

std::string without_messages(std::string_view text) {
  std::string rest;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    const std::string_view line = text.substr(begin, end - begin);
    if (!line.starts_with(kMark)) rest += line;
    begin = end;
  }
  return rest;
}

std::vector<std::string> messages_of(const claims::Diagnostics& problems) {
  std::vector<std::string> messages;
  for (const claims::Diagnostic& problem : problems) {
    std::string message(to_string(problem.severity));
    if (problem.place.line > 0) message += ", line " + std::to_string(problem.place.line);
    message += ": " + problem.sentence;
    if (!problem.hint.empty()) message += " (" + problem.hint + ")";
    messages.push_back(std::move(message));
  }
  return messages;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

std::optional<std::string> edit_draft(
    Session& session, store::Draft& draft, std::string text, const store::BlobId& base,
    std::vector<std::string> messages,
    const std::function<claims::Diagnostics(const std::string& text)>& judge) {
  for (;;) {
    draft.write(with_messages(text, messages), base);
    try {
      open_editor(session, draft.file());
    } catch (const StoreError&) {
      if (is_blank(without_messages(draft.read()))) draft.remove();
      throw;
    }
    std::string edited = without_messages(draft.read());
    if (is_blank(edited)) return edited;
    text = std::move(edited);
    const claims::Diagnostics found = judge(text);
    if (!has_errors(found)) return text;
    report(found, session.out);
    if (!wants_to_edit_again(session)) return std::nullopt;
    messages = messages_of(found);
  }
}

bool wants_to_edit_again(Session& session) {
  if (isatty(STDIN_FILENO) == 0) return false;
  session.out.talk("edit it again? [Y/n] ");
  std::string answer;
  char c = '\0';
  while (::read(STDIN_FILENO, &c, 1) == 1 && c != '\n') answer += c;
  if (c != '\n') return false;  // end of input
  return answer.empty() || answer.front() == 'y' || answer.front() == 'Y';
}

}  // namespace aver::cli
