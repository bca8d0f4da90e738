// SPDX-License-Identifier: MIT
//
// A file of tag ids per remote says what the remote is known to have; only for other editions is
// the remote asked, with git ls-remote.
#include "cli/share/shared_editions.h"

#include <fstream>
#include <map>

#include "cli/terminal/layout.h"
#include "cli/terminal/short_forms.h"
#include "store/given_words.h"
#include "store/process.h"
#include "store/replace_file.h"

namespace aver::cli {
namespace {

namespace fs = std::filesystem;
using store::Fault;
using store::StoreError;

// The file name for a remote: a remote's name may have "/", a file's may not.
std::string file_name(std::string remote) {
  for (char& c : remote) {
    if (c == '/') c = '%';
  }
  return remote;
}

}  // namespace

SharedEditions::SharedEditions(Session& session, std::string remote)
    : session_(session),
      remote_(std::move(remote)),
      file_(session.store().private_dir() / "editions" / file_name(remote_)) {
  std::ifstream in(file_);
  for (std::string line; std::getline(in, line);) known_.insert(line);
}

const std::vector<store::Edition>& SharedEditions::waiting() {
  waiting_.clear();
  if (session_.store().view().commit().empty()) return waiting_;
  std::vector<store::Edition> unknown;
  for (store::Edition& edition : store::editions(session_.store(), "HEAD").all) {
    if (!known_.contains(edition.tag)) unknown.push_back(std::move(edition));
  }
  if (unknown.empty()) return waiting_;
  const store::RunResult listed =
      store::run(store::with_given({"git", "ls-remote", "-q", "--tags", "--refs"}, {remote_}),
                 {.directory = session_.store().root().string(), .inherit_terminal = true});
  if (!listed.ok()) {
    throw StoreError(Fault::remote, "git could not ask " + remote_ + " for its editions",
                     {"git ls-remote ended with " + std::to_string(listed.status)},
                     "nothing is lost; try again when the remote can be reached");
  }
  std::map<std::string, std::string> there;  // name -> tag object
  constexpr std::string_view kTags = "\trefs/tags/";
  for (std::size_t begin = 0; begin < listed.output.size();) {
    const std::size_t end = std::min(listed.output.find('\n', begin), listed.output.size());
    const std::string line = listed.output.substr(begin, end - begin);
    const std::size_t tab = line.find(kTags);
    if (tab != line.npos) there[line.substr(tab + kTags.size())] = line.substr(0, tab);
    begin = end + 1;
  }
  for (store::Edition& edition : unknown) {
    const auto found = there.find(edition.name);
    if (found == there.end()) {
      waiting_.push_back(std::move(edition));
    } else if (found->second == edition.tag) {
      known_.insert(edition.tag);
    } else {
      session_.out.talk("warning: " + safe_line(remote_) + " has another edition " +
                        safe_line(edition.name) + " than this clone: yours is not shared\n" +
                        "hint: freeze yours under another name: aver tag NAME " +
                        short_id(edition.commit) + " && git tag -d " + safe_line(edition.name) +
                        "\n");
    }
  }
  remember();
  return waiting_;
}

void SharedEditions::pushed() {
  for (const store::Edition& edition : waiting_) {
    known_.insert(edition.tag);
    session_.out.data("shared edition " + safe_line(edition.name) + "\n");
  }
  if (!waiting_.empty()) remember();
  waiting_.clear();
}

// A failure to write is ignored: it only costs another question to the remote.
void SharedEditions::remember() {
  std::string lines;
  for (const store::ObjectId& id : known_) lines += id + "\n";
  std::error_code ignored;
  store::replace_file(file_, lines, ignored);
}

}  // namespace aver::cli
