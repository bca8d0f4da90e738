// SPDX-License-Identifier: MIT
//
// Reads what `git log` and `git verify-tag` say of signatures, and makes one status of it. Checks
// no signature itself.
#include "store/signatures.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <set>

#include "claims/text/lines.h"
#include "store/editions.h"
#include "store/git_words.h"
#include "store/given_words.h"
#include "store/process.h"
#include "store/process/log_stream.h"
#include "store/repository/repository.h"
#include "store/share/signature_words.h"
#include "store/share/signing_programs.h"
#include "store/store.h"

namespace aver::store {
namespace {

// What git and the programs it asks decide comes before what people type.
const std::vector<std::string_view>& signature_fields() {
  // "%GT" is left out: git 2.39 aborts over it where a commit has no signature.
  static const std::vector<std::string_view> fields = {"%H",  "%G?", "%ct", "%GF", "%GK",
                                                       "%GS", "%ae", "%an", "%s"};
  return fields;
}

SignatureStatus standing_of(char letter) {
  switch (letter) {
    case 'G':
      return SignatureStatus::good;
    case 'U':
      return SignatureStatus::untrusted;
    case 'X':
    case 'Y':
      return SignatureStatus::expired;
    case 'R':
      return SignatureStatus::revoked;
    case 'B':
      return SignatureStatus::bad;
    case 'E':
      return SignatureStatus::unknown;
    default:
      return SignatureStatus::unsigned_;
  }
}

}  // namespace

// Has the store's repository, for what git does not say: whether a commit that git could not check
// has a signature at all.
class SignatureReader : private LogStream::Sink {
 public:
  SignatureReader(const Store& store, const std::function<void(const SignedObject&)>& visit)
      : store_(store), visit_(visit) {
    for (Edition& edition : store::editions(store).all) {
      editions_[edition.commit].push_back(std::move(edition));
    }
    read_settings();
  }

  void commits(const std::string& range) {
    // Replaced objects are not what was signed.
    std::vector<std::string> words = settings_;
    words.insert(words.end(), {"--no-replace-objects", "log", "-z", "--raw", "-c", "--no-renames",
                               "--no-abbrev", "--no-color", "--no-show-signature", "--root",
                               "--encoding=UTF-8", LogStream::format(signature_fields())});
    LogStream stream(signature_fields().size(), *this);
    const RunResult result =
        run_git(with_given(std::move(words), {range, "--"}),
                {.directory = store_.root().string(),
                 .in_english = true,
                 .on_output = [&](std::string_view bytes) { stream.take(bytes); }});
    if (!result.ok()) {
      const bool unknown = says_unknown_revision(result);
      throw StoreError(
          unknown ? Fault::not_found : Fault::corrupt,
          unknown ? "there is no revision or range \"" + range + "\""
                  : "git could not read the history",
          unknown ? std::vector<std::string>() : std::vector{claims::first_line(result.errors)},
          unknown ? "aver log" : "git fsck");
    }
    stream.end();
    give();
  }

  void editions() {
    std::vector<const Edition*> found;
    for (const auto& [commit, all] : editions_) {
      if (!seen_.contains(commit)) continue;
      for (const Edition& edition : all) found.push_back(&edition);
    }
    std::sort(found.begin(), found.end(), [](const Edition* a, const Edition* b) {
      return std::tie(b->tagged_at, a->name) < std::tie(a->tagged_at, b->name);
    });
    for (const Edition* edition : found) {
      SignedObject one{edition->name,
                       edition->commit,
                       edition->tagged_at,
                       edition->tagger,
                       edition->email,
                       edition->subject,
                       SignatureStatus::unsigned_,
                       "",
                       "",
                       {}};
      if (edition->has_signature) judge(*edition, one);
      visit_(one);
    }
  }

 private:
  void read_settings() {
    std::map<std::string, std::string> all;
    const RunResult listed = run_git({"config", "-z", "--type=path", "--get-regexp", "^gpg\\."},
                                     {.directory = store_.root().string()});
    for (const std::string& setting : claims::split_at_zero(listed.output)) {
      const std::size_t line = setting.find('\n');
      if (line != setting.npos) all[setting.substr(0, line)] = setting.substr(line + 1);
    }
    // Without a list of signers, git reports SSH signatures as missing. With an empty list it
    // verifies them, and reports them as good ones by an unknown key.
    const std::string& signers = all["gpg.ssh.allowedsignersfile"];
    const std::filesystem::path file = store_.root() / signers;
    if (signers.empty() || access(file.c_str(), R_OK) != 0) {
      settings_ = {"-c", "gpg.ssh.allowedSignersFile=/dev/null"};
    }
    const std::string& keygen = all["gpg.ssh.program"];
    can_check_ssh_ = is_in_path(keygen.empty() ? "ssh-keygen" : keygen);
  }

  void change(std::string_view, std::string_view path) override {
    current_.paths.emplace_back(path);
  }

  void head(const std::vector<std::string>& fields) override {
    give();
    current_ = {};
    current_.commit = fields[0];
    current_.standing = standing_of(fields[1].empty() ? 'N' : fields[1][0]);
    current_.time = std::atoll(fields[2].c_str());
    current_.key = fields[3].empty() ? fields[4] : fields[3];
    current_.signer = fields[5];
    current_.email = fields[6];
    current_.author = fields[7];
    current_.subject = fields[8];
    has_current_ = true;
    if (current_.standing == SignatureStatus::unsigned_ && has_signature(current_.commit)) {
      current_.standing = SignatureStatus::unchecked;
    }
    // Of an SSH signature git says neither signer nor key where it does not fit; nor where there
    // was no program to ask.
    if (current_.standing == SignatureStatus::bad && current_.key.empty() && !can_check_ssh_) {
      current_.standing = SignatureStatus::unchecked;
    }
    if (current_.standing == SignatureStatus::untrusted && current_.signer.empty()) {
      current_.standing = SignatureStatus::unknown;
    }
  }

  void give() {
    if (!has_current_) return;
    has_current_ = false;
    if (editions_.contains(current_.commit)) seen_.insert(current_.commit);
    visit_(current_);
  }

  bool has_signature(const CommitId& commit) const {
    const git_oid id = from_hex(commit);
    const auto handle =
        acquire<GitCommit>("reading a commit", git_commit_lookup, store_.repository_->get(), &id);
    git_buf field = GIT_BUF_INIT;
    const int code = git_commit_header_field(&field, handle.get(), "gpgsig");
    git_buf_dispose(&field);
    git_error_clear();
    return code == 0;
  }

  // What "git verify-tag --raw" says: gpg's status lines, or ssh-keygen's own.
  void judge(const Edition& edition, SignedObject& one) const {
    std::vector<std::string> words = settings_;
    words.insert(words.end(), {"--no-replace-objects", "verify-tag", "--raw", edition.tag});
    const RunResult result =
        run_git(std::move(words), {.directory = store_.root().string(), .in_english = true});
    SignatureWords said = read_signature_words(result.errors, can_check_ssh_);
    one.standing = said.standing;
    one.signer = std::move(said.signer);
    one.key = std::move(said.key);
  }

  const Store& store_;
  const std::function<void(const SignedObject&)>& visit_;
  std::vector<std::string> settings_;  // for git, before its command
  bool can_check_ssh_ = false;
  std::map<CommitId, std::vector<Edition>> editions_;
  std::set<CommitId> seen_;  // that have an edition
  SignedObject current_;
  bool has_current_ = false;
};

std::string_view to_string(SignatureStatus standing) {
  constexpr std::array<std::string_view, 8> kNames = {
      "good", "untrusted", "unknown key", "unchecked", "expired", "unsigned", "revoked", "bad"};
  return kNames[static_cast<std::size_t>(standing)];
}

void each_signature(const Store& store, const std::string& range,
                    const std::function<void(const SignedObject&)>& visit) {
  store.require_whole_history();
  SignatureReader reader(store, visit);
  reader.commits(range);
  reader.editions();
}

}  // namespace aver::store
