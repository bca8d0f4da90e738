// SPDX-License-Identifier: MIT
//
// The text of allowed_signers: whose SSH keys are whose, a line each. ssh-keygen reads it; here are
// only the lines chosen that it is given.
//
// Pure: runs nothing.
#pragma once

#include <string>
#include <string_view>

namespace aver::store {

// The public key that an SSH signature says it is of, as allowed_signers writes it; empty where
// that cannot be read.
std::string key_of_signature(std::string_view signature);

// The lines that have to do with a key: those that have it, and those of authorities that may have
// certified it. Another line, good or bad, has no say in what a signature of that key is.
std::string lines_of_key(std::string_view signers, std::string_view key);

// The same signers, all keys of which are good for ever.
std::string without_times(std::string_view signers);

}  // namespace aver::store
