// SPDX-License-Identifier: MIT
//
// What gpg and ssh-keygen say of a signature, as `git verify-tag --raw` hands it on.
//
// Pure: runs nothing. What people typed stands in these lines, too: names, and addresses.
#pragma once

#include <string>
#include <string_view>

#include "store/signatures.h"

namespace aver::store {

struct SignatureWords {
  SignatureStatus standing = SignatureStatus::unchecked;
  std::string signer;  // as the program names them; empty where it does not
  std::string key;     // gpg's fingerprint or id; "SHA256:…"
};

// Reads gpg's status lines ("[GNUPG:] GOODSIG …") and ssh-keygen's sentences; the last that judges
// counts. Where gpg judges several signatures it is bad, as it is to git. `can_check_ssh`: there is
// an ssh-keygen, so that what it says of a failure is about the signature.
SignatureWords read_signature_words(std::string_view text, bool can_check_ssh);

}  // namespace aver::store
