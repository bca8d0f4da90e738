// SPDX-License-Identifier: MIT
//
// Labels of encodings, as browsers read them.
#include "claims/text/charset.h"

#include <doctest/doctest.h>

using namespace aver::claims;

TEST_CASE("a label is read as browsers read it, whatever its case") {
  CHECK(charset_of("ISO-8859-1") == "WINDOWS-1252");
  CHECK(charset_of(" us-ascii ") == "WINDOWS-1252");
  CHECK(charset_of("iso-8859-9") == "WINDOWS-1254");
  CHECK(charset_of("gb2312") == "GB18030");
  CHECK(charset_of("x-sjis") == "CP932");
  CHECK(charset_of("ks_c_5601-1987") == "UHC");
  CHECK(charset_of("koi8-ru") == "KOI8-U");
  CHECK(charset_of("utf8") == "UTF-8");
  CHECK(charset_of("866") == "CP866");
  CHECK(charset_of("xn-unknown") == "");
  CHECK(charset_of("hz-gb-2312") == "");
  CHECK(charset_of("") == "");
}
