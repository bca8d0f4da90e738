// SPDX-License-Identifier: MIT
//
// What a user saved of a source, as text: plain text, Markdown, a page, a PDF.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace aver::cli {

struct CaptureInput {
  std::string bytes;
  std::string shown;                    // the file as the user named it, "-" for standard input
  std::optional<std::string> encoding;  // to convert from; else it must be UTF-8, or declare one
};

struct CapturedText {
  std::string text;             // UTF-8
  std::string ending = ".txt";  // of the file it is kept in
  bool has_original = false;    // the bytes are kept, too, as the text was taken out of them
  std::string original_ending;  // ".html", ".pdf"
  std::vector<std::string> warnings;
};

// Reads the file, or standard input for "-"; at most 64 MiB. `path` is seen from where we are.
CaptureInput read_capture(const std::string& path, const std::string& shown,
                          const std::optional<std::string>& encoding);

// Takes the text out. Throws StoreError: usage for what is empty or has no text, corrupt for what
// is binary or in another encoding (says which), unsupported where a program is not installed.
CapturedText captured_text(const CaptureInput& input);

}  // namespace aver::cli
