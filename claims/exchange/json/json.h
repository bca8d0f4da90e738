// SPDX-License-Identifier: MIT
//
// JSON text <-> small trees of values with their places. Bytes are asked for as they are needed, so
// that a file of any length is read in little memory; what is too deep, too long or not JSON is a
// problem with line and column, never a crash.
//
// Knows only JSON: what a member means is for the caller to know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "claims/text/code_points.h"
#include "claims/text/diagnostic.h"

namespace aver::claims::json {

struct Node;
struct Member;
using Array = std::vector<Node>;
using Object = std::vector<Member>;  // in the order of the text

struct Node {
  std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object> data;
  Place place;  // where it begins
};

struct Member {
  std::string key;
  Node value;
};

// The member's value, or null: where `value` is no object, or has no such member, or has a null.
const Node* find(const Node& value, std::string_view key);
// The member's text; "" where there is none, or it is no text.
std::string text_of(const Node& value, std::string_view key);

// Writes at most `size` bytes to `to` and returns how many; 0 at the end.
using More = std::function<std::size_t(char* to, std::size_t size)>;

// More of a text in memory, which must outlive it.
More more_of(std::string_view text);

// Bytes, one after the other, with the place of each.
class ByteStream {
 public:
  explicit ByteStream(More more, Place begin = {1, 1});

  bool ended() { return at_ == end_ && !refill(); }
  char peek() const { return *at_; }  // REQUIRES: !ended()
  void next() {
    const char c = *at_++;
    if (fresh_ && c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != ':' && c != ',') {
      token_ = place_;
      fresh_ = false;
    }
    if (c == '\n') {
      ++place_.line;
      place_.column = 1;
    } else if (!is_continuation(c)) {
      ++place_.column;
    }
    --budget_;
  }

  Place place() const { return place_; }  // of the byte that comes next
  Place token() const { return token_; }  // of the first byte since expect_token() that is no blank
  void expect_token(std::ptrdiff_t longest) {
    fresh_ = true;
    budget_ = longest;
  }
  bool spent() const { return budget_ <= 0; }

 private:
  bool refill();

  More more_;
  std::vector<char> buffer_;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  Place place_;
  Place token_;
  bool fresh_ = false;
  std::ptrdiff_t budget_ = 0;  // bytes until a token is called too long
};

struct Limits {
  std::size_t depth = 100;
  std::size_t longest = std::size_t{16} << 20;  // bytes of one text
  std::size_t values = 1'000'000;               // in one tree
  Severity duplicates = Severity::error;        // of a member that an object has twice
};

// Values that are passed on as soon as they are read, and left out of the tree: the elements of a
// top-level list, or of the lists that a top-level object has under these names.
struct Elements {
  std::vector<std::string_view> members;
  std::function<void(Node&&)> take;
};

// Reads one value from the position of `source`, and nothing after it. On an error, returns nothing
// and adds a problem of rule "json/…"; the position of `source` is then that of the error. Problems
// name no file.
std::optional<Node> read(ByteStream& source, const Limits& limits, Diagnostics& problems,
                         const Elements* elements = nullptr);

// Appends a whole value on one line.
void append(std::string& to, const Node& value);

}  // namespace aver::claims::json
