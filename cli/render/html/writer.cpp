// SPDX-License-Identifier: MIT
//
// Escapes by code point: the five characters of markup, and what a reader would not see.
#include "cli/render/html/writer.h"

#include <cstdio>
#include <stdexcept>

#include "claims/text/code_points.h"
#include "claims/text/hidden.h"

namespace aver::cli::html {
namespace {

// Marks that belong to how a script is written: joiners of Persian and of emoji, the marks of
// direction that turn nothing but themselves, and soft hyphens.
bool is_of_writing(char32_t point) {
  return point == 0x200C || point == 0x200D || point == 0x200E || point == 0x200F ||
         point == 0x61C || point == 0xAD;
}

void append_escaped(std::string& to, char32_t point) {
  switch (point) {
    case '&':
      to += "&amp;";
      return;
    case '<':
      to += "&lt;";
      return;
    case '>':
      to += "&gt;";
      return;
    case '"':
      to += "&quot;";
      return;
    case '\'':
      to += "&#39;";
      return;
    default:
      break;
  }
  const bool is_blank = point == '\n' || point == '\t';
  if (claims::is_hidden(point) && !is_blank && !is_of_writing(point)) {
    char shown[16];
    std::snprintf(shown, sizeof shown, "\\u{%04X}", static_cast<unsigned>(point));
    to += shown;
    return;
  }
  claims::append_point(to, point);
}

bool is_plain_in_address(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7F && c != '"' && c != '<' && c != '>' && c != '\\' && c != '`';
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string to;
  to.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size();) append_escaped(to, claims::next_point(text, at));
  return to;
}

std::optional<Address> Address::web(std::string_view url) {
  const bool known = url.starts_with("https://") || url.starts_with("http://");
  if (!known || url.size() <= url.find("//") + 2) return std::nullopt;
  for (std::size_t at = 0; at < url.size();) {
    if (!is_plain_in_address(url[at])) return std::nullopt;
    const claims::CodePoint point = claims::decode(url, at);
    if (!point.valid() || claims::is_hidden(point.value)) return std::nullopt;
    at += point.bytes;
  }
  return Address(std::string(url), true);
}

void Writer::begin(std::string_view tag, Attributes attributes) {
  text_ += '<';
  text_ += tag;
  for (const Attribute& one : attributes) {
    text_ += ' ';
    text_ += one.name;
    text_ += "=\"";
    text_ += escaped(one.value);
    text_ += '"';
  }
}

Writer& Writer::open(Tag tag, Attributes attributes) {
  begin(tag.name(), attributes);
  text_ += '>';
  open_.push_back(tag.name());
  return *this;
}

Writer& Writer::close() {
  if (open_.empty()) throw std::logic_error("no element is open");
  text_ += "</";
  text_ += open_.back();
  text_ += '>';
  open_.pop_back();
  return *this;
}

Writer& Writer::text(std::string_view text) {
  text_ += escaped(text);
  return *this;
}

Writer& Writer::add(const Markup& markup) {
  text_ += markup.text();
  return *this;
}

Writer& Writer::leaf(Tag tag, std::string_view text, Attributes attributes) {
  return open(tag, attributes).text(text).close();
}

Writer& Writer::single(Tag tag, Attributes attributes) {
  begin(tag.name(), attributes);
  text_ += '>';
  return *this;
}

Writer& Writer::open_link(const Address& to, Attributes attributes) {
  begin("a", attributes);
  text_ += " href=\"" + escaped(to.text()) + '"';
  if (to.outside()) text_ += " rel=\"noopener noreferrer\"";
  text_ += '>';
  open_.emplace_back("a");
  return *this;
}

Writer& Writer::link(const Address& to, std::string_view text, Attributes attributes) {
  return open_link(to, attributes).text(text).close();
}

Writer& Writer::stylesheet(const Address& to) {
  text_ += "<link rel=\"stylesheet\" href=\"" + escaped(to.text()) + "\">";
  return *this;
}

Writer& Writer::line() {
  text_ += '\n';
  return *this;
}

Markup Writer::take() {
  if (!open_.empty()) throw std::logic_error("an element is still open");
  Markup markup(std::move(text_));
  text_.clear();
  return markup;
}

}  // namespace aver::cli::html
