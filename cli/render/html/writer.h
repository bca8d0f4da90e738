// SPDX-License-Identifier: MIT
//
// HTML, written so that no text can become markup.
//
// Names of elements and attributes are words of this program (consteval). All else that is written
// is text, and escaped. An address is a type of its own: of a page of the site, or of the web with
// http or https. What hides in a text (claims/text/hidden.h), or turns its direction, is shown as
// an escape.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aver::cli::html {

// The name of an element.
class Tag {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal stands for the name it is
  consteval Tag(const char* name) : name_(name) {
    for (const char c : name_) {
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) throw "no name of an element";
    }
    if (name_.empty() || name_ == "script" || name_ == "style") throw "has no text of ours";
  }
  std::string_view name() const { return name_; }

 private:
  std::string_view name_;
};

// The name of an attribute whose value is text: none that is an address, a style or a script.
class Key {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal stands for the name it is
  consteval Key(const char* name) : name_(name) {
    if (name_.empty() || name_ == "href" || name_ == "src" || name_ == "srcset" ||
        name_ == "style" || name_ == "action" || name_.substr(0, 2) == "on")
      throw "takes no text";
  }
  std::string_view name() const { return name_; }

 private:
  std::string_view name_;
};

// Where a link leads.
class Address {
 public:
  // A page of the site, as the page that links to it sees it: "../dorn/x/index.html#2024-10-31".
  static Address page(std::string relative) { return Address(std::move(relative), false); }
  // Nothing where the text is no plain address of http or https.
  static std::optional<Address> web(std::string_view url);

  const std::string& text() const { return text_; }
  bool outside() const { return outside_; }

 private:
  Address(std::string text, bool outside) : text_(std::move(text)), outside_(outside) {}
  std::string text_;
  bool outside_;
};

struct Attribute {
  Attribute(Key key, std::string text) : name(key.name()), value(std::move(text)) {}

  std::string_view name;
  std::string value;
};
using Attributes = std::initializer_list<Attribute>;

// Markup that is whole: every element in it is closed. Made by Writer alone, and by of_drawing().
class Markup {
 public:
  Markup() = default;
  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

  // SVG of cli/render/svg, which escapes by itself.
  static Markup of_drawing(std::string svg) { return Markup(std::move(svg)); }

 private:
  friend class Writer;
  explicit Markup(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

class Writer {
 public:
  Writer& open(Tag tag, Attributes attributes = {});
  Writer& close();
  Writer& text(std::string_view text);
  Writer& add(const Markup& markup);

  // A whole element with a text in it.
  Writer& leaf(Tag tag, std::string_view text, Attributes attributes = {});
  // An element that has no end: meta, br.
  Writer& single(Tag tag, Attributes attributes = {});

  // <a> around a text, or open; links out of the site say no more than they must.
  Writer& link(const Address& to, std::string_view text, Attributes attributes = {});
  Writer& open_link(const Address& to, Attributes attributes = {});
  // <link> to a file of the site.
  Writer& stylesheet(const Address& to);
  Writer& line();  // ends a line of the file

  // REQUIRES: every element is closed.
  Markup take();

 private:
  void begin(std::string_view tag, Attributes attributes);
  std::string text_;
  std::vector<std::string_view> open_;
};

// `text` as it stands in an element or an attribute.
std::string escaped(std::string_view text);

}  // namespace aver::cli::html
