// SPDX-License-Identifier: MIT
#include "store/digest.h"

#include <mbedtls/sha256.h>

#include "claims/text/hex.h"
#include "store/error.h"

namespace aver::store {

std::string sha256(std::string_view bytes) {
  unsigned char digest[32];
  if (mbedtls_sha256_ret(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest,
                         0) != 0) {
    throw StoreError(Fault::bug, "SHA-256 could not be reckoned");
  }
  return claims::to_hex({reinterpret_cast<const char*>(digest), sizeof digest});
}

}  // namespace aver::store
