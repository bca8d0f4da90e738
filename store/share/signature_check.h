// SPDX-License-Identifier: MIT
//
// One signature of a file, checked by the program of its kind.
#pragma once

#include "store/file_signatures.h"
#include "store/share/signing_programs.h"

namespace aver::store {

// Runs ssh-keygen, gpg or gpgsm, several times where the first answer does not tell. May be called
// by several threads. Throws StoreError(io).
FileSignature check_signature(const SigningSettings& settings, const SignedFile& file);

}  // namespace aver::store
