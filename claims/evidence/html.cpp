// SPDX-License-Identifier: MIT
//
// Parses with gumbo and walks its tree without recursion, so that a deeply nested page cannot
// overflow the stack. All of gumbo's memory comes from an arena that is dropped at once.
#include "claims/evidence/html.h"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <vector>

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
    case GUMBO_TAG_MATH:
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

// Walks the tree without recursing, and writes what is seen.
class Text {
 public:
  std::string of(const GumboNode* root) {
    enter(root);
    while (!open_.empty()) {
      Open& top = open_.back();
      if (top.next < top.children->length) {
        enter(static_cast<const GumboNode*>(top.children->data[top.next++]));
      } else {
        leave(top.node);
        open_.pop_back();
      }
    }
    while (!text_.empty() && (text_.back() == '\n' || text_.back() == ' ')) text_.pop_back();
    if (!text_.empty()) text_ += '\n';
    return std::move(text_);
  }

 private:
  struct Open {
    const GumboNode* node;
    const GumboVector* children;
    unsigned next;
  };

  void enter(const GumboNode* node) {
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        words(node->v.text.text);
        break;
      case GUMBO_NODE_ELEMENT: {
        const GumboElement& element = node->v.element;
        if (is_hidden(element.tag) || has_attribute(element, "hidden")) break;
        if (element.tag == GUMBO_TAG_BR) line_break();
        if (element.tag == GUMBO_TAG_PRE) ++pre_;
        if (is_block(element.tag)) block();
        if (element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH) blank();
        if (element.tag == GUMBO_TAG_Q) put("“");
        open_.push_back({node, &element.children, 0});
        break;
      }
      case GUMBO_NODE_DOCUMENT:
        open_.push_back({node, &node->v.document.children, 0});
        break;
      default:
        break;
    }
  }

  void leave(const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_Q) put("”");
    if (tag == GUMBO_TAG_PRE) --pre_;
    if (is_block(tag)) block();
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
  std::string text_;
  bool block_ = false;
  bool blank_ = false;
  int pre_ = 0;
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
    if (!bytes.starts_with("<!--")) break;
    const std::size_t end = bytes.find("-->");
    if (end == bytes.npos) return false;
    bytes.remove_prefix(end + 3);
  }
  for (const std::string_view begin : {"<!doctype html", "<html", "<head", "<body"}) {
    if (starts_with_word(bytes, begin)) return true;
  }
  return false;
}

std::string declared_encoding(std::string_view html) {
  html = html.substr(0, 4096);
  for (std::size_t at = 0; (at = html.find("charset", at)) != html.npos; ++at) {
    std::size_t begin = at + 7;
    while (begin < html.size() &&
           (html[begin] == ' ' || html[begin] == '=' || html[begin] == '"' || html[begin] == '\''))
      ++begin;
    std::string name;
    while (begin < html.size() &&
           (std::string_view("-_:.").find(html[begin]) != std::string_view::npos ||
            (lower(html[begin]) >= 'a' && lower(html[begin]) <= 'z') ||
            (html[begin] >= '0' && html[begin] <= '9'))) {
      name += lower(html[begin++]);
    }
    if (!name.empty()) return name;
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
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = &arena;
  options.allocator = [](void* to, std::size_t size) { return static_cast<Arena*>(to)->get(size); };
  options.deallocator = [](void*, void*) {};
  const GumboOutput* parsed = gumbo_parse_with_options(&options, html.data(), html.size());
  page.title = title_of(parsed->root);
  page.text = Text().of(parsed->root);
  const std::string_view tail = html.substr(html.size() - std::min<std::size_t>(html.size(), 4096));
  page.cut = tail.find("</html") == tail.npos && tail.find("</HTML") == tail.npos;
  return page;
}

}  // namespace aver::claims
