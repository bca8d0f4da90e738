// SPDX-License-Identifier: MIT
//
// Parses with gumbo and walks its tree without recursion, so that a deeply nested page cannot
// overflow the stack. All of gumbo's memory comes from an arena that is dropped at once.
#include "claims/evidence/html.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <vector>

#include "claims/text/ascii.h"
#include "claims/text/code_points.h"
#include "claims/text/fold.h"
#include "claims/text/lines.h"

namespace aver::claims {
namespace {

constexpr std::size_t kMaxSize = 32 << 20;
// gumbo looks through all open tags at each new one.
constexpr long kMaxDepth = 10'000;
// gumbo compares each attribute of a tag with those before it: so many comparisons take a second.
constexpr std::size_t kMostComparisons = 200'000'000;

// Memory that is given back all at once: gumbo's own way back recurses as deep as the page.
class Arena {
 public:
  void* get(std::size_t size) {
    size = (size + 15) & ~std::size_t{15};
    if (used_ + size > size_) {
      size_ = std::max(size, kChunk);
      chunks_.push_back(std::make_unique<char[]>(size_));
      used_ = 0;
    }
    used_ += size;
    return chunks_.back().get() + used_ - size;
  }

 private:
  static constexpr std::size_t kChunk = 1 << 20;
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t used_ = 0;
  std::size_t size_ = 0;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts_with_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(text[i]) != word[i]) return false;
  }
  return true;
}

// Tags that many pages leave open; a parser closes them itself.
bool closes_itself(std::string_view tag) {
  for (const std::string_view name :
       {"p>",   "p ",  "li",  "td",    "tr",    "th",   "dd",     "dt",
        "br",   "hr",  "img", "input", "meta",  "link", "option", "source",
        "area", "col", "wbr", "embed", "param", "!",    "?"}) {
    if (starts_with_word(tag, name)) return true;
  }
  return false;
}

// About how deep the tags nest; an estimate from above.
bool is_too_deep(std::string_view html) {
  long depth = 0;
  for (std::size_t at = 0; (at = html.find('<', at)) != html.npos; ++at) {
    const std::string_view rest = html.substr(at + 1, 8);
    if (rest.empty()) break;
    if (rest.front() == '/') {
      depth = std::max(0L, depth - 1);
    } else if (((rest.front() | 0x20) >= 'a' && (rest.front() | 0x20) <= 'z') &&
               !closes_itself(rest)) {
      if (++depth > kMaxDepth) return true;
    }
  }
  return false;
}

// Counts the attributes of a tag as gumbo does; `at` is behind its name, and moves behind the tag.
std::size_t count_attributes(std::string_view html, std::size_t& at) {
  constexpr std::string_view kBlanks = " \t\r\n\f";
  constexpr std::string_view kEndsName = " \t\r\n\f/>=";
  constexpr std::string_view kEndsValue = " \t\r\n\f>";
  const auto skip_to = [&](std::size_t to) { at = std::min(to, html.size()); };
  std::size_t count = 0;
  while (true) {
    skip_to(html.find_first_not_of(" \t\r\n\f/", at));
    if (at == html.size() || html[at] == '>') return count;
    ++count;
    skip_to(html.find_first_of(kEndsName, at + 1));
    skip_to(html.find_first_not_of(kBlanks, at));
    if (at == html.size() || html[at] != '=') continue;
    skip_to(html.find_first_not_of(kBlanks, at + 1));
    if (at == html.size()) return count;
    const char mark = html[at];
    if (mark == '"' || mark == '\'') {
      const std::size_t end = html.find(mark, at + 1);
      skip_to(end == html.npos ? end : end + 1);
    } else {
      skip_to(html.find_first_of(kEndsValue, at));
    }
  }
}

bool has_too_many_attributes(std::string_view html) {
  // What is no tag to gumbo, in a script say, may run on over some that are: they are looked at
  // again, a few times.
  constexpr std::size_t kMostTimes = 16;
  constexpr std::size_t kLittle = 1 << 20;
  std::size_t comparisons = 0;
  std::size_t looked_at = 0;
  for (std::size_t at = 0; (at = html.find('<', at)) != html.npos;) {
    std::size_t name = ++at;
    if (name < html.size() && html[name] == '/') ++name;
    if (name >= html.size() || (html[name] | 0x20) < 'a' || (html[name] | 0x20) > 'z') continue;
    at = std::min(html.find_first_of(" \t\r\n\f/>", name), html.size());
    std::size_t behind = at;
    const std::size_t count = count_attributes(html, behind);
    comparisons += count * (count / 2);
    looked_at += behind - at;
    if (comparisons > kMostComparisons || looked_at > kMostTimes * html.size() + kLittle) {
      return true;
    }
  }
  return false;
}

bool is_hidden(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RTC:
    case GUMBO_TAG_ANNOTATION_XML:
      return true;
    default:
      return false;
  }
}

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
      return true;
    default:
      return false;
  }
}

// The bytes of the control character that the text begins with; 0 where it begins with another.
// gumbo lets none through that stands in a page, but any that a reference like "&#27;" names.
std::size_t size_of_control(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  if (byte(0) < 0x20 || byte(0) == 0x7f) return 1;
  return byte(0) == 0xC2 && text.size() > 1 && byte(1) < 0xA0 ? 2 : 0;
}

bool has_attribute(const GumboElement& element, const char* name) {
  return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

std::string attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? "" : found->value;
}

// The name of a tag that gumbo does not know: "mfrac".
std::string_view own_name(const GumboElement& element) {
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return {name.data == nullptr ? "" : name.data, name.data == nullptr ? 0 : name.length};
}

bool is_named(const GumboElement& element, std::string_view name) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return false;
  const std::string_view own = own_name(element);
  return own.size() == name.size() && starts_with_word(own, name);
}

// Whether the style says so, blanks and case aside: "display:none".
bool has_style(const GumboElement& element, std::string_view declaration) {
  std::string style;
  for (const char c : attribute(element, "style")) {
    if (!is_space(c)) style += lower(c);
  }
  const std::size_t at = style.find(declaration);
  return at != style.npos && (at == 0 || style[at - 1] == ';');
}

bool is_struck(const GumboElement& element) {
  return element.tag == GUMBO_TAG_DEL || element.tag == GUMBO_TAG_S ||
         element.tag == GUMBO_TAG_STRIKE || has_style(element, "text-decoration:line-through") ||
         has_style(element, "text-decoration-line:line-through");
}

bool is_hidden_by_style(const GumboElement& element) {
  return has_attribute(element, "hidden") || has_style(element, "display:none") ||
         has_style(element, "visibility:hidden") ||
         (is_named(element, "dialog") && !has_attribute(element, "open"));
}

// All text below the node, as it stands; short ones are asked alone.
std::string bare_text(const GumboNode* node, std::size_t most = 200) {
  std::string text;
  std::vector<const GumboNode*> open = {node};
  while (!open.empty() && text.size() < most) {
    const GumboNode* one = open.back();
    open.pop_back();
    if (one->type == GUMBO_NODE_TEXT) text += one->v.text.text;
    if (one->type != GUMBO_NODE_ELEMENT) continue;
    const GumboVector& children = one->v.element.children;
    for (unsigned i = children.length; i-- > 0;) {
      open.push_back(static_cast<const GumboNode*>(children.data[i]));
    }
  }
  return std::string(trimmed(text, " \t\r\n"));
}

bool has_note_link(const GumboNode* sup) {
  std::vector<const GumboNode*> open = {sup};
  for (std::size_t looked = 0; !open.empty() && looked < 32; ++looked) {
    const GumboNode* one = open.back();
    open.pop_back();
    if (one->type != GUMBO_NODE_ELEMENT) continue;
    if (one->v.element.tag == GUMBO_TAG_A && attribute(one->v.element, "href").starts_with("#")) {
      return true;
    }
    const GumboVector& children = one->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      open.push_back(static_cast<const GumboNode*>(children.data[i]));
    }
  }
  return false;
}

// What a raised number may stand at as an exponent: units and single letters.
bool takes_exponents(std::string_view word) {
  if (word.empty() || is_digit(word.back()) || word.back() == ')') return true;
  std::size_t begin = word.size();
  while (begin > 0 && is_letter(word[begin - 1])) --begin;
  const std::string_view unit = word.substr(begin);
  if (unit.size() == 1) return true;
  for (const std::string_view one : {"km", "hm", "dm", "cm", "mm", "nm", "ft", "yd", "mi", "mc"}) {
    if (unit == one) return true;
  }
  return false;
}

// The digits and signs raised, in the characters that Unicode has for them; empty where it has none
// for one of them.
std::string raised(std::string_view text) {
  constexpr std::array<const char*, 10> kDigits = {"⁰", "¹", "²", "³", "⁴",
                                                   "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string answer;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_point(text, at);
    if (point >= '0' && point <= '9') {
      answer += kDigits[point - '0'];
    } else if (point == '-' || point == 0x2212) {
      answer += "⁻";
    } else if (point == '+') {
      answer += "⁺";
    } else if (point == 'n') {
      answer += "ⁿ";
    } else {
      return "";
    }
  }
  return answer;
}

// Walks the tree without recursing, and writes what is seen.
class Text {
 public:
  std::string of(const GumboNode* root) {
    enter(root);
    while (!open_.empty()) {
      Open& top = open_.back();
      if (top.next < top.length) {
        enter(static_cast<const GumboNode*>(top.children[top.next++]));
      } else {
        leave(top.node);
        open_.pop_back();
      }
    }
    while (!text_.empty() && (text_.back() == '\n' || text_.back() == ' ')) text_.pop_back();
    if (!text_.empty()) text_ += '\n';
    return std::move(text_);
  }

  std::vector<std::string> left_out() const {
    std::vector<std::string> all;
    const auto add = [&](unsigned number, const std::string& what) {
      if (number > 0) all.push_back(std::to_string(number) + " " + what + (number == 1 ? "" : "s"));
    };
    add(struck_, "struck-out passage");
    add(hidden_, "hidden passage");
    add(notes_, "note marker");
    add(embedded_, "embedded page");
    return all;
  }

 private:
  struct Open {
    const GumboNode* node;
    void* const* children;
    unsigned length;
    unsigned next;
  };

  void open(const GumboNode* node, const GumboVector& children) {
    open_.push_back({node, children.data, children.length, 0});
  }

  void enter(const GumboNode* node) {
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        words(node->v.text.text);
        break;
      case GUMBO_NODE_ELEMENT:
        enter_element(node);
        break;
      case GUMBO_NODE_DOCUMENT:
        open(node, node->v.document.children);
        break;
      default:
        break;
    }
  }

  void enter_element(const GumboNode* node) {
    const GumboElement& element = node->v.element;
    if (is_struck(element)) {
      struck_ += has_word(bare_text(node)) ? 1 : 0;
      return;
    }
    if (is_hidden_by_style(element)) {
      hidden_ += has_word(bare_text(node)) ? 1 : 0;
      return;
    }
    if (element.tag == GUMBO_TAG_IFRAME || element.tag == GUMBO_TAG_OBJECT) ++embedded_;
    if (is_hidden(element.tag) || is_named(element, "annotation")) return;
    if (element.tag == GUMBO_TAG_SUP && raised_text(node)) return;
    if (element.tag == GUMBO_TAG_BR) line_break();
    if (element.tag == GUMBO_TAG_PRE) ++pre_;
    if (is_block(element.tag)) block();
    if (element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH) blank();
    if (element.tag == GUMBO_TAG_Q) put("“");
    if (element.tag_namespace == GUMBO_NAMESPACE_MATHML) put_operator(node);
    if (const GumboNode* shadow = shadow_of(element)) {
      hosts_.push_back(node);
      open(node, shadow->v.element.children);
      return;
    }
    if (is_named(element, "slot") && !hosts_.empty() && open_slot(node)) return;
    open(node, element.children);
  }

  void leave(const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const GumboTag tag = node->v.element.tag;
    if (!hosts_.empty() && hosts_.back() == node) hosts_.pop_back();
    if (tag == GUMBO_TAG_Q) put("”");
    if (tag == GUMBO_TAG_PRE) --pre_;
    if (is_block(tag)) block();
  }

  // The declarative shadow root of an element.
  static const GumboNode* shadow_of(const GumboElement& element) {
    for (unsigned i = 0; i < element.children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
      if (child->type == GUMBO_NODE_TEMPLATE &&
          (has_attribute(child->v.element, "shadowrootmode") ||
           has_attribute(child->v.element, "shadowroot"))) {
        return child;
      }
    }
    return nullptr;
  }

  // Opens the host's own children that belong into the slot; false where there are none, and the
  // slot shows its own.
  bool open_slot(const GumboNode* slot) {
    const std::string name = attribute(slot->v.element, "name");
    const GumboElement& host = hosts_.back()->v.element;
    std::vector<void*>& children = slotted_.emplace_back();
    for (unsigned i = 0; i < host.children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(host.children.data[i]);
      if (child->type == GUMBO_NODE_TEMPLATE) continue;
      const std::string wanted =
          child->type == GUMBO_NODE_ELEMENT ? attribute(child->v.element, "slot") : "";
      if (wanted == name) children.push_back(host.children.data[i]);
    }
    if (children.empty()) return false;
    open_.push_back({slot, children.data(), static_cast<unsigned>(children.size()), 0});
    return true;
  }

  // A raised text that is a note marker is left out, and one that is an exponent stays raised;
  // false for any other, as of "1st".
  bool raised_text(const GumboNode* sup) {
    const std::string inside = bare_text(sup);
    const std::string kind =
        lower_case(attribute(sup->v.element, "class") + " " + attribute(sup->v.element, "id"));
    const bool bracketed = inside.size() > 2 && (inside.front() == '[' || inside.front() == '(') &&
                           (inside.back() == ']' || inside.back() == ')');
    bool is_note =
        has_note_link(sup) || bracketed || inside == "*" || inside == "†" || inside == "‡";
    for (const std::string_view word : {"reference", "footnote", "noteref", "fnref", "endnote"}) {
      is_note = is_note || kind.find(word) != kind.npos;
    }
    const std::string up = raised(inside);
    if (!is_note && up.empty()) return false;
    const std::size_t word = text_.find_last_of(" \n");
    const std::string_view before =
        std::string_view(text_).substr(word == text_.npos ? 0 : word + 1);
    if (is_note || (is_digit(inside.front()) && (blank_ || block_ || !takes_exponents(before)))) {
      ++notes_;
      return true;
    }
    put(up);
    return true;
  }

  // What joins the parts of a formula on one line: "1/2", "10^2", "x_1".
  void put_operator(const GumboNode* node) {
    if (is_named(node->v.element, "msqrt") || is_named(node->v.element, "mroot")) put("√");
    if (is_named(node->v.element, "mtd")) blank();
    const GumboNode* parent = node->parent;
    if (parent == nullptr || parent->type != GUMBO_NODE_ELEMENT) return;
    unsigned before = 0;
    for (std::size_t i = 0; i < node->index_within_parent; ++i) {
      const auto* one = static_cast<const GumboNode*>(parent->v.element.children.data[i]);
      before += one->type == GUMBO_NODE_ELEMENT ? 1 : 0;
    }
    if (before == 0) return;
    const GumboElement& formula = parent->v.element;
    const auto is = [&](std::string_view name) { return is_named(formula, name); };
    if (is("mfrac")) put("/");
    if (is("msup") || is("mover") || is("mroot")) put("^");
    if (is("msub") || is("munder")) put("_");
    if (is("msubsup") || is("munderover")) put(before == 1 ? "_" : "^");
  }

  void words(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (pre_ > 0 && c == '\n') {
        line_break();
      } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
        pre_ > 0 ? put(" ") : blank();
      } else if (const std::size_t size = size_of_control(text.substr(at)); size > 0) {
        put("\uFFFD");
        at += size - 1;
      } else {
        put({&c, 1});
      }
    }
  }

  void put(std::string_view bytes) {
    if (block_ && !text_.empty()) {
      text_ += "\n\n";
    } else if (blank_ && !text_.empty() && text_.back() != '\n') {
      text_ += ' ';
    }
    block_ = blank_ = false;
    text_ += bytes;
  }
  void blank() { blank_ = true; }
  void block() { block_ = true; }
  void line_break() {
    if (!block_ && !text_.empty()) text_ += '\n';
    blank_ = false;
  }

  std::vector<Open> open_;
  std::vector<const GumboNode*> hosts_;     // elements whose shadow root is open
  std::deque<std::vector<void*>> slotted_;  // what slots show; open_ points into it
  std::string text_;
  bool block_ = false;
  bool blank_ = false;
  int pre_ = 0;
  unsigned struck_ = 0;
  unsigned hidden_ = 0;
  unsigned notes_ = 0;
  unsigned embedded_ = 0;
};

// The <title>, wherever it stands.
std::string title_of(const GumboNode* root) {
  if (root->type != GUMBO_NODE_ELEMENT) return "";
  const GumboVector& children = root->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* head = static_cast<const GumboNode*>(children.data[i]);
    if (head->type != GUMBO_NODE_ELEMENT || head->v.element.tag != GUMBO_TAG_HEAD) continue;
    const GumboVector& in_head = head->v.element.children;
    for (unsigned j = 0; j < in_head.length; ++j) {
      const auto* title = static_cast<const GumboNode*>(in_head.data[j]);
      if (title->type != GUMBO_NODE_ELEMENT || title->v.element.tag != GUMBO_TAG_TITLE) continue;
      std::string text = Text().of(title);
      std::replace(text.begin(), text.end(), '\n', ' ');
      while (text.ends_with(' ')) text.pop_back();
      return text;
    }
  }
  return "";
}

}  // namespace

bool looks_like_html(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (;;) {
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    if (first == bytes.npos) return false;
    bytes.remove_prefix(first);
    const bool is_comment = bytes.starts_with("<!--");
    if (!is_comment && !bytes.starts_with("<?xml")) break;
    const std::string_view close = is_comment ? "-->" : "?>";
    const std::size_t end = bytes.find(close);
    if (end == bytes.npos) return false;
    bytes.remove_prefix(end + close.size());
  }
  for (const std::string_view begin : {"<!doctype html", "<html", "<head", "<body"}) {
    if (starts_with_word(bytes, begin)) return true;
  }
  return false;
}

namespace {

// The value behind `name=` in a tag: "utf-8" of charset, in quotation marks of any kind or none.
std::string value_behind(std::string_view tag, std::string_view name) {
  for (std::size_t at = 0; at + name.size() < tag.size(); ++at) {
    if (!starts_with_word(tag.substr(at), name)) continue;
    std::size_t begin = at + name.size();
    while (begin < tag.size() && is_space(tag[begin])) ++begin;
    if (begin == tag.size() || tag[begin] != '=') continue;
    begin = tag.find_first_not_of(" \t\r\n\"'=", begin);
    if (begin == tag.npos) return "";
    std::string value;
    while (begin < tag.size() && (std::string_view("-_:.").find(tag[begin]) != tag.npos ||
                                  is_letter(tag[begin]) || is_digit(tag[begin]))) {
      value += lower(tag[begin++]);
    }
    if (!value.empty()) return value;
  }
  return "";
}

// Whether the page is written in XML: there "<script/>" closes itself.
bool is_xhtml(std::string_view html) {
  const std::string_view head = html.substr(0, 1024);
  return head.starts_with("<?xml") || head.find("http://www.w3.org/1999/xhtml") != head.npos;
}

bool is_void_element(std::string_view name) {
  for (const std::string_view one : {"area", "base", "br", "col", "embed", "hr", "img", "input",
                                     "link", "meta", "param", "source", "track", "wbr"}) {
    if (name.size() == one.size() && starts_with_word(name, one)) return true;
  }
  return false;
}

// Gives each tag of XHTML that closes itself an end tag.
std::string with_end_tags(std::string_view html) {
  std::string answer;
  answer.reserve(html.size());
  std::size_t done = 0;
  for (std::size_t at = 0; (at = html.find('<', at)) != html.npos;) {
    if (html.substr(at).starts_with("<!--")) {
      at = std::min(html.find("-->", at), html.size());
      continue;
    }
    std::size_t name = at + 1;
    while (name < html.size() && (is_letter(html[name]) || is_digit(html[name]) ||
                                  html[name] == '-' || html[name] == ':')) {
      ++name;
    }
    const std::string_view tag = html.substr(at + 1, name - at - 1);
    char mark = 0;
    std::size_t end = name;
    for (; end < html.size() && (mark != 0 || html[end] != '>'); ++end) {
      if (mark == 0 && (html[end] == '"' || html[end] == '\'')) {
        mark = html[end];
      } else if (html[end] == mark) {
        mark = 0;
      }
    }
    at = end;
    if (end >= html.size()) break;
    if (tag.empty() || html[end - 1] != '/' || is_void_element(tag)) continue;
    answer += html.substr(done, end - 1 - done);
    answer += "></";
    answer += tag;
    done = end;
  }
  answer += html.substr(done);
  return answer;
}

}  // namespace

std::string declared_encoding(std::string_view html) {
  html = html.substr(0, 4096);
  if (html.starts_with("\xEF\xBB\xBF")) html.remove_prefix(3);
  if (html.starts_with("<?xml")) {
    const std::string name = value_behind(html.substr(0, html.find('>')), "encoding");
    if (!name.empty()) return name;
  }
  for (std::size_t at = 0; (at = html.find('<', at)) != html.npos; ++at) {
    const std::string_view rest = html.substr(at);
    if (rest.starts_with("<!--")) {
      at = std::min(html.find("-->", at), html.size() - 1);
    } else if (starts_with_word(rest, "<meta")) {
      const std::string name = value_behind(rest.substr(0, rest.find('>')), "charset");
      if (!name.empty()) return name;
    }
  }
  return "";
}

PageText page_text(std::string_view html) {
  PageText page;
  if (html.starts_with("\xEF\xBB\xBF")) html.remove_prefix(3);
  if (html.size() > kMaxSize) {
    page.problem = "the page is larger than 32 MiB";
    return page;
  }
  if (has_too_many_attributes(html)) {
    page.problem = "the page's tags have too many attributes: some 20,000 in one tag are the most";
    return page;
  }
  if (is_too_deep(html)) {
    page.problem =
        "the page's tags are nested deeper than " + std::to_string(kMaxDepth) + " levels";
    return page;
  }
  std::string closed;
  if (is_xhtml(html)) {
    closed = with_end_tags(html);
    html = closed;
  }
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = &arena;
  options.allocator = [](void* to, std::size_t size) { return static_cast<Arena*>(to)->get(size); };
  options.deallocator = [](void*, void*) {};
  const GumboOutput* parsed = gumbo_parse_with_options(&options, html.data(), html.size());
  page.title = title_of(parsed->root);
  Text text;
  page.text = text.of(parsed->root);
  page.left_out = text.left_out();
  const std::string_view tail = html.substr(html.size() - std::min<std::size_t>(html.size(), 4096));
  page.cut = tail.find("</html") == tail.npos && tail.find("</HTML") == tail.npos;
  return page;
}

}  // namespace aver::claims
