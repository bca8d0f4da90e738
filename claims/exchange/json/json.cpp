// SPDX-License-Identifier: MIT
//
// nlohmann's SAX parser behind an iterator that counts lines and columns, a builder with limits on
// depth, size and values, and the writer.
//
// The parser is nlohmann's: only places, limits and streaming are ours. Its DOM would hold a file
// of 160 MB in 740 MB of memory; the stream needs 3. The writer is ours because nlohmann neither
// escapes "<" and invisible characters nor gets by without a tree. It takes half the time for a
// tree, and a third for text written without one.
#include "claims/exchange/json/json.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <nlohmann/json.hpp>

#include "claims/text/json_text.h"

namespace aver::claims::json {
namespace {

constexpr std::size_t kBuffer = std::size_t{64} << 10;

// The iterator that nlohmann's parser reads from. It equals the end iterator where the bytes end,
// or where one token has become longer than it may be.
class Bytes {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  explicit Bytes(ByteStream* source) : source_(source) {}
  char operator*() const { return source_->peek(); }
  Bytes& operator++() {
    source_->next();
    return *this;
  }
  friend bool operator==(const Bytes& a, const Bytes& b) {
    return (a.source_ == nullptr || a.over()) == (b.source_ == nullptr || b.over());
  }
  friend bool operator!=(const Bytes& a, const Bytes& b) { return !(a == b); }

 private:
  bool over() const { return source_->spent() || source_->ended(); }
  ByteStream* source_;
};

// Builds the tree. A false answer stops the parser.
class Builder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  Builder(ByteStream& source, const Limits& limits, Diagnostics& problems, const Elements* elements)
      : source_(source), limits_(limits), problems_(problems), elements_(elements) {
    expect();
  }

  bool null() { return put(nullptr); }
  bool boolean(bool flag) { return put(flag); }
  bool number_integer(number_integer_t number) { return put(std::int64_t{number}); }
  bool number_unsigned(number_unsigned_t number) {
    if (number > static_cast<number_unsigned_t>(INT64_MAX)) return beyond();
    return put(static_cast<std::int64_t>(number));
  }
  bool number_float(number_float_t number, const string_t& written) {
    if (written.find_first_of(".eE") == written.npos) return beyond();
    return put(double{number});
  }
  bool string(string_t& text) { return put(std::move(text)); }
  bool binary(binary_t&) { return true; }  // JSON text has none

  bool start_object(std::size_t) { return open(Node{Object{}, source_.token()}); }
  bool start_array(std::size_t) { return open(Node{Array{}, source_.token()}); }
  bool key(string_t& name) {
    std::get<Object>(open_.back().value.data).push_back(Member{std::move(name), {}});
    expect();
    return true;
  }
  bool end_object() {
    find_duplicates(std::get<Object>(open_.back().value.data));
    return close();
  }
  bool end_array() { return close(); }

  template <class Exception>
  bool parse_error(std::size_t, const std::string&, const Exception& error) {
    if (source_.spent()) {
      return fail(InputRule::json_long, source_.token(),
                  "a text is longer than " + std::to_string(limits_.longest >> 20) + " MiB");
    }
    const bool cut = source_.ended();
    Place at = source_.place();
    if (!cut && at.column > 1) --at.column;  // the byte that was read last
    return fail(InputRule::json_syntax, at, sentence_of(error.what(), cut));
  }

  std::optional<Node> root;
  bool told = false;

 private:
  struct Open {
    Node value;
    bool streamed = false;  // its elements are handed out
  };

  void expect() { source_.expect_token(static_cast<std::ptrdiff_t>(limits_.longest)); }

  bool fail(RuleName rule, Place place, std::string sentence) {
    problems_.push_back({Severity::error, rule, "", place, std::move(sentence), ""});
    told = true;
    return false;
  }

  bool beyond() {
    return fail(InputRule::json_number, source_.token(), "a whole number beyond 64 bits");
  }

  // nlohmann says "[…] parse error at line 1, column 2: syntax error while parsing value - …; last
  // read: '…'; expected …"; the place is ours, and what was read last the reader can see.
  static std::string sentence_of(std::string_view words, bool cut) {
    if (cut) return "not valid JSON: it ends in the middle";
    if (words.find("ill-formed UTF-8") != words.npos) return "not valid JSON: not UTF-8";
    const std::size_t begin = words.find(" - ");
    if (begin == words.npos) return "not valid JSON";
    words.remove_prefix(begin + 3);
    const std::size_t last = words.find("; last read");
    std::string sentence(words.substr(0, last));
    if (last != words.npos) {
      const std::size_t wanted = words.rfind("; expected ");
      if (wanted != words.npos && wanted > last) sentence += words.substr(wanted);
    }
    return "not valid JSON: " + sentence;
  }

  bool put(
      std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>&& data) {
    return add(Node{std::move(data), source_.token()});
  }

  // Takes a complete value: into the open list or object, to the taker of elements, or as the root.
  bool add(Node&& value) {
    expect();
    if (++values_ > limits_.values) {
      return fail(InputRule::json_large, value.place,
                  "more than " + std::to_string(limits_.values) + " values in one piece");
    }
    if (open_.empty()) {
      root = std::move(value);
    } else if (open_.back().streamed) {
      values_ = open_.size();
      elements_->take(std::move(value));
    } else if (Array* array = std::get_if<Array>(&open_.back().value.data)) {
      array->push_back(std::move(value));
    } else {
      std::get<Object>(open_.back().value.data).back().value = std::move(value);
    }
    return true;
  }

  bool open(Node&& value) {
    if (open_.size() >= limits_.depth) {
      return fail(InputRule::json_deep, value.place,
                  "more than " + std::to_string(limits_.depth) + " levels, one in the other");
    }
    expect();
    open_.push_back(Open{std::move(value), false});
    open_.back().streamed = is_streamed();
    return true;
  }

  bool is_streamed() const {
    if (elements_ == nullptr || !std::holds_alternative<Array>(open_.back().value.data))
      return false;
    if (open_.size() == 1) return true;
    if (open_.size() != 2) return false;
    const Object* whole = std::get_if<Object>(&open_.front().value.data);
    return whole != nullptr && std::find(elements_->members.begin(), elements_->members.end(),
                                         whole->back().key) != elements_->members.end();
  }

  bool close() {
    Node value = std::move(open_.back().value);
    open_.pop_back();
    return add(std::move(value));
  }

  void find_duplicates(const Object& object) {
    if (object.size() < 2) return;
    std::vector<const Member*> members;
    for (const Member& member : object) members.push_back(&member);
    std::stable_sort(members.begin(), members.end(),
                     [](const Member* a, const Member* b) { return a->key < b->key; });
    for (std::size_t i = 1; i < members.size(); ++i) {
      if (members[i]->key != members[i - 1]->key) continue;
      problems_.push_back({limits_.duplicates, InputRule::json_duplicate, "",
                           members[i]->value.place,
                           "\"" + members[i]->key + "\" stands twice in one object", ""});
    }
  }

  ByteStream& source_;
  const Limits& limits_;
  Diagnostics& problems_;
  const Elements* elements_;
  std::vector<Open> open_;
  std::size_t values_ = 0;
};

}  // namespace

const Node* find(const Node& value, std::string_view key) {
  const Object* object = std::get_if<Object>(&value.data);
  if (object == nullptr) return nullptr;
  for (const Member& member : *object) {
    if (member.key != key) continue;
    return std::holds_alternative<std::nullptr_t>(member.value.data) ? nullptr : &member.value;
  }
  return nullptr;
}

std::string text_of(const Node& value, std::string_view key) {
  const Node* found = find(value, key);
  const std::string* text = found == nullptr ? nullptr : std::get_if<std::string>(&found->data);
  return text == nullptr ? "" : *text;
}

More more_of(std::string_view text) {
  return [rest = text](char* to, std::size_t size) mutable {
    const std::size_t taken = std::min(size, rest.size());
    if (taken > 0) std::memcpy(to, rest.data(), taken);
    rest.remove_prefix(taken);
    return taken;
  };
}

ByteStream::ByteStream(More more, Place begin)
    : more_(std::move(more)), place_(begin), token_(begin) {}

bool ByteStream::refill() {
  if (!more_) return false;
  if (buffer_.empty()) buffer_.resize(kBuffer);
  const std::size_t got = more_(buffer_.data(), buffer_.size());
  at_ = buffer_.data();
  end_ = at_ + got;
  if (got == 0) more_ = nullptr;
  return got != 0;
}

std::optional<Node> read(ByteStream& source, const Limits& limits, Diagnostics& problems,
                         const Elements* elements) {
  Builder builder(source, limits, problems, elements);
  const bool sound = nlohmann::json::sax_parse(Bytes(&source), Bytes(nullptr), &builder,
                                               nlohmann::json::input_format_t::json, false);
  if (!sound || builder.told) return std::nullopt;
  return std::move(builder.root);
}

void append(std::string& to, const Node& value) {
  if (const auto* text = std::get_if<std::string>(&value.data)) {
    append_string(to, *text);
  } else if (const auto* number = std::get_if<std::int64_t>(&value.data)) {
    to += std::to_string(*number);
  } else if (const auto* decimal = std::get_if<double>(&value.data)) {
    char buffer[64];
    to.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, *decimal).ptr);
  } else if (const auto* flag = std::get_if<bool>(&value.data)) {
    to += *flag ? "true" : "false";
  } else if (const auto* array = std::get_if<Array>(&value.data)) {
    to += '[';
    for (const Node& item : *array) {
      if (&item != &array->front()) to += ',';
      append(to, item);
    }
    to += ']';
  } else if (const auto* object = std::get_if<Object>(&value.data)) {
    to += '{';
    for (const Member& member : *object) {
      if (&member != &object->front()) to += ',';
      append_string(to, member.key);
      to += ':';
      append(to, member.value);
    }
    to += '}';
  } else {
    to += "null";
  }
}

}  // namespace aver::claims::json
