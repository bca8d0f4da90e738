// SPDX-License-Identifier: MIT
//
// The text of what a user saved of a source: plain text, Markdown, an HTML page, a PDF, a
// mail, a page saved as MHTML or captions.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace aver::cli {

struct CaptureInput {
  std::string bytes;
  std::string shown;                    // the file as the user named it, "-" for standard input
  std::optional<std::string> encoding;  // to convert from; without it: UTF-8, or as declared
};

struct CapturedText {
  std::string text;             // UTF-8
  std::string ending = ".txt";  // of the file it is kept in
  bool has_original = false;    // kept as well: the text was extracted from it
  std::string original_ending;  // with its dot; empty where there is no original
  std::vector<std::string> warnings;
  // What the capture says of itself; empty where it does not.
  std::string author, published, url;
};

// Reads the file, or standard input for "-"; at most 64 MiB. `path` is relative to the working
// directory.
CaptureInput read_capture(const std::string& path, const std::string& shown,
                          const std::optional<std::string>& encoding);

// Extracts the text. Throws StoreError: usage where the file is empty or has no text, corrupt where
// it is binary or in another encoding (and says which), unsupported where a needed program is not
// installed.
CapturedText captured_text(const CaptureInput& input);

}  // namespace aver::cli
