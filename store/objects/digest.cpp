// SPDX-License-Identifier: MIT
#include "store/digest.h"

#include <mbedtls/sha256.h>

#include "store/error.h"

namespace aver::store {

std::string sha256(std::string_view bytes) {
  unsigned char digest[32];
  if (mbedtls_sha256_ret(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest,
                         0) != 0) {
    throw StoreError(Fault::bug, "SHA-256 could not be reckoned");
  }
  constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : digest) {
    hex += kHex[byte >> 4];
    hex += kHex[byte & 15];
  }
  return hex;
}

}  // namespace aver::store
