// SPDX-License-Identifier: MIT
//
// Signatures of files that stand in files beside them: detached and armoured, made by git's own
// settings (gpg.format, user.signingKey, gpg.program, gpg.ssh.program …) with ssh-keygen, gpg or
// gpgsm. Such a signature stays good wherever a copy of the two files lies.
//
// SSH signatures are made and checked for the namespace "aver-review": one that was made for a
// commit is none of a review.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/signatures.h"

namespace aver::store {

class Store;

enum class SignatureKind { ssh, openpgp, x509 };

// By the first line of the signature; nothing where that is none of these.
std::optional<SignatureKind> signature_kind(std::string_view signature);

// Signs as `git commit -S` would. Prompts for a passphrase are the programs' own. Throws
// StoreError: identity where there is no key to sign with; refused where it cannot be signed, also
// with a key whose name begins with "-"; io where the program is not there.
std::string sign_file(const Store& store, std::string_view bytes);

// What is to be verified.
struct SignedFile {
  std::string_view bytes;
  std::string_view signature;
  // Of an SSH signature: the text of the allowed_signers that say whose keys are whose. The others
  // go by the user's own keys.
  std::string_view signers;
  std::int64_t at = 0;  // the moment that its key is judged at, in seconds since 1970
  // Whose signature it should be: one of these addresses.
  std::vector<std::string> asked = {};
};

struct FileSignature {
  SignatureStatus standing = SignatureStatus::unsigned_;
  // Of a good one the addresses that its key signs for: of those that were asked for the first, or
  // where it is none of theirs, all. Of one that has expired or was revoked those that it
  // signed for.
  std::vector<std::string> addresses;
  std::string key;  // "SHA256:…", or gpg's fingerprint; empty: not known
  friend bool operator==(const FileSignature&, const FileSignature&) = default;
};

// The same for each of many, in their order: several programs at a time, and none for a file that
// was verified before, with these signers and at this moment. Of an address that begins with "-"
// nothing is ever good. unchecked: the program that could tell is not installed.
std::vector<FileSignature> verify_files(const Store& store, const std::vector<SignedFile>& files);

inline FileSignature verify_file(const Store& store, const SignedFile& file) {
  return verify_files(store, {file}).front();
}

}  // namespace aver::store
