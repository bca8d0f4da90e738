// SPDX-License-Identifier: MIT
//
// Who signed what: the signatures of commits and of the editions among them, OpenPGP, SSH or X.509,
// as the git program and its own settings judge them (gpg.format, gpg.ssh.allowedSignersFile, …).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/values.h"

namespace aver::store {

class Store;

enum class SignatureStatus {
  good,       // it fits, and the key is one that the user trusts
  untrusted,  // it fits; the key is known, but not certified as its owner's
  unknown,    // the key is not known here
  unchecked,  // the program that could tell is not installed
  expired,    // it fits, but it or its key has expired
  unsigned_,
  revoked,  // by a key that was revoked
  bad,      // it does not fit what it stands on
};
std::string_view to_string(SignatureStatus standing);

// A commit, or an edition.
struct SignedObject {
  std::string edition;  // the tag's name; empty for a commit
  CommitId commit;
  std::int64_t time = 0;  // committed or tagged, seconds since 1970
  std::string author, email;
  std::string subject;
  SignatureStatus standing = SignatureStatus::unsigned_;
  std::string signer;  // as the key has it: "Ada <ada@example.org>", a principal; empty: not known
  std::string key;     // fingerprint where it is known, else the key's short id
  std::vector<std::string> paths;  // that the commit changed; of a merge, what neither side has
};

// Calls `visit` for each commit of `range` ("main", "v1..v2"), newest first, as git comes to it,
// then for each edition of one of them. One git process for all commits, one a signed edition.
// Throws StoreError: not_found for a range that git does not know; unsupported in a shallow clone.
void each_signature(const Store& store, const std::string& range,
                    const std::function<void(const SignedObject&)>& visit);

}  // namespace aver::store
