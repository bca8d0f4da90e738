// SPDX-License-Identifier: MIT
//
// Starts the program that git would start, with the words that git would give it; but for another
// namespace.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "claims/text/lines.h"
#include "store/error.h"
#include "store/file_signatures.h"
#include "store/process.h"
#include "store/share/signing_programs.h"
#include "store/store.h"

namespace aver::store {
namespace {

constexpr const char* kKeyHint =
    "git config user.signingKey ~/.ssh/id_ed25519.pub, with git config gpg.format ssh";

void require_no_option(const std::string& key) {
  if (!key.starts_with('-')) return;
  throw StoreError(Fault::refused, "a key cannot be called \"" + key + "\"", {}, kKeyHint);
}

[[noreturn]] void throw_not_signed(const RunResult& result) {
  std::vector<std::string> causes;
  if (!result.errors.empty()) causes.push_back(claims::last_line(result.errors));
  throw StoreError(Fault::refused, "the review could not be signed", std::move(causes),
                   "git config --get-regexp 'gpg|user.signingKey'");
}

// The key itself instead of a file that it is in: "key::ssh-ed25519 …", or without "key::".
std::string literal_key(const std::string& key) {
  constexpr std::string_view kKey = "key::";
  if (key.starts_with(kKey)) return key.substr(kKey.size());
  return key.starts_with("ssh-") ? key : "";
}

// What git's own command for it says, its first line; only where its words are plain: git would
// split them as a shell does.
std::string default_ssh_key(const SigningSettings& settings) {
  const std::string command = settings.get("gpg.ssh.defaultkeycommand");
  if (command.empty() || command.find_first_of("\"'\\") != command.npos) return "";
  std::vector<std::string> words;
  for (std::size_t at = 0; at < command.size();) {
    const std::size_t begin = command.find_first_not_of(' ', at);
    if (begin == command.npos) break;
    const std::size_t end = std::min(command.find(' ', begin), command.size());
    words.push_back(command.substr(begin, end - begin));
    at = end;
  }
  if (words.empty()) return "";
  const RunResult said = run(words, {.directory = settings.directory()});
  const std::string key = claims::first_line(said.output);
  return said.ok() && !literal_key(key).empty() ? key : "";
}

std::string sign_by_ssh(const SigningSettings& settings, std::string_view bytes) {
  std::string key = settings.get("user.signingkey");
  if (key.empty()) key = default_ssh_key(settings);
  if (key.empty()) {
    throw StoreError(Fault::identity, "git has no key to sign with", {}, kKeyHint);
  }
  require_no_option(key);
  const PrivateFolder folder;
  const std::string file = folder.write("review", bytes);
  const std::string literal = literal_key(key);
  std::vector<std::string> words = {
      settings.program(SignatureKind::ssh),
      "-q",
      "-Y",
      "sign",
      "-n",
      "aver-review",
      "-f",
      literal.empty() ? key : folder.write("key.pub", literal + "\n")};
  if (!literal.empty()) words.emplace_back("-U");  // the agent has the other half
  words.push_back(file);
  const RunResult result = run(words, {.directory = settings.directory(), .in_english = true});
  std::ifstream in(file + ".sig", std::ios::binary);
  std::string signature(std::istreambuf_iterator<char>(in), {});
  if (!result.ok() || signature_kind(signature) != SignatureKind::ssh) throw_not_signed(result);
  return signature;
}

std::string sign_by_gpg(const Store& store, const SigningSettings& settings, SignatureKind kind,
                        std::string_view bytes) {
  std::string key = settings.get("user.signingkey");
  if (key.empty()) key = store.user();
  require_no_option(key);
  RunResult result =
      run({settings.program(kind), "--status-fd=2", "-bsau", key},
          {.directory = settings.directory(), .input = std::string(bytes), .in_english = true});
  if (!result.ok() || signature_kind(result.output) != kind) throw_not_signed(result);
  return std::move(result.output);
}

}  // namespace

std::optional<SignatureKind> signature_kind(std::string_view signature) {
  const std::string_view line = signature.substr(0, signature.find('\n'));
  const auto is = [&](std::string_view what) {
    return line == "-----BEGIN " + std::string(what) + "-----";
  };
  if (is("SSH SIGNATURE")) return SignatureKind::ssh;
  if (is("PGP SIGNATURE")) return SignatureKind::openpgp;
  if (is("SIGNED MESSAGE")) return SignatureKind::x509;
  return std::nullopt;
}

std::string sign_file(const Store& store, std::string_view bytes) {
  const SigningSettings settings(store.root().string());
  const SignatureKind kind = settings.format();
  return kind == SignatureKind::ssh ? sign_by_ssh(settings, bytes)
                                    : sign_by_gpg(store, settings, kind, bytes);
}

}  // namespace aver::store
