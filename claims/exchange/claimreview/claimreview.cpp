// SPDX-License-Identifier: MIT
//
// The stream: JSON values one after the other, or in the scripts of a page; reviews wherever they
// stand in them.
#include "claims/exchange/claimreview/claimreview.h"

#include <map>

#include "claims/exchange/claimreview/claimreview_fields.h"
#include "claims/exchange/claimreview/claimreview_records.h"
#include "claims/text/ascii.h"

namespace aver::claims::claimreview {
namespace {

using json::ByteStream;
using json::Node;

constexpr std::size_t kMostNodes = 10'000;  // named things of one text that others may point to

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Moves to after the next `words`, ignoring case; false at the end.
bool skip_past(ByteStream& source, std::string_view words) {
  std::size_t matched = 0;
  while (!source.ended()) {
    const char c = lower(source.peek());
    source.next();
    // What of the words has been seen may be their beginning again: "--" in "--->".
    while (matched > 0 && c != words[matched]) {
      std::size_t shorter = matched - 1;
      while (words.substr(0, shorter) != words.substr(matched - shorter, shorter)) --shorter;
      matched = shorter;
    }
    if (c == words[matched] && ++matched == words.size()) return true;
  }
  return false;
}

// Moves to after the tag that opens the next JSON-LD script; false where the page has no more.
bool enter_script(ByteStream& source) {
  while (skip_past(source, "<")) {
    std::string tag;
    while (!source.ended() && tag.size() < 2000 && source.peek() != '>' && source.peek() != '<') {
      tag += lower(source.peek());
      source.next();
      if (tag == "!--") break;
    }
    if (tag == "!--") {
      if (!skip_past(source, "-->")) return false;
    } else if (tag.starts_with("script") && (tag.size() == 6 || is_blank(tag[6]))) {
      if (source.ended() || source.peek() != '>') continue;
      source.next();
      if (tag.find("application/ld+json") != tag.npos) return true;
      if (!skip_past(source, "</script")) return false;
    }
  }
  return false;
}

class ReviewReader {
 public:
  ReviewReader(const json::More& more, const Options& options,
               const std::function<bool(PublishedReview&&)>& take)
      : source_(more), options_(options), take_(take) {
    limits_.duplicates = Severity::warning;
  }

  std::size_t read() {
    while (go_on_ && skip_blanks()) {
      if (source_.peek() == '<') {
        if (!enter_script(source_)) break;
        if (!skip_blanks()) break;
        read_value();
      } else {
        const unsigned line = source_.place().line;
        if (!read_value() && !skip_broken(line)) break;
      }
    }
    if (go_on_ && reviews_ == 0 && !told_) {
      tell({Severity::error,
            InputRule::claimreview_none,
            "",
            {1, 1},
            "there is no ClaimReview in it",
            ""});
    }
    return reviews_;
  }

 private:
  // Also a byte order mark. False at the end.
  bool skip_blanks() {
    while (!source_.ended()) {
      const auto c = static_cast<unsigned char>(source_.peek());
      if (!is_blank(source_.peek()) && c != 0xEF && c != 0xBB && c != 0xBF) return true;
      source_.next();
    }
    return false;
  }

  // One value a line is how dumps are kept: then the next line may be sound.
  bool skip_broken(unsigned began) {
    if (source_.place().line != began) return false;
    while (!source_.ended() && source_.place().line == began) source_.next();
    if (!skip_blanks()) return false;
    const char c = source_.peek();
    return c == '{' || c == '[' || c == '<';
  }

  bool read_value() {
    Diagnostics problems;
    const json::Elements elements{{"@graph", "claims", "dataFeedElement", "itemListElement"},
                                  [&](Node&& element) { take_value(element); }};
    const std::optional<Node> value = json::read(source_, limits_, problems, &elements);
    if (value) take_value(*value);
    const std::vector<Node> waiting = std::move(waiting_);
    waiting_.clear();
    for (const Node& review : waiting) judge(fields_of(review, resolve()), &review);
    nodes_.clear();
    for (Diagnostic& problem : problems) tell(std::move(problem));
    return value.has_value();
  }

  Resolve resolve() const {
    return [this](const Node& value) -> const Node& {
      if (!is_pointer(value)) return value;
      const auto found = nodes_.find(json::text_of(value, "@id"));
      return found == nodes_.end() ? value : found->second;
    };
  }

  static bool is_pointer(const Node& value) {
    return json::find(value, "@id") != nullptr && json::find(value, "name") == nullptr;
  }

  void take_value(const Node& value) {
    remember_nodes(value);
    find_reviews(value);
  }

  void remember_nodes(const Node& value) {
    if (const auto* list = std::get_if<json::Array>(&value.data)) {
      for (const Node& item : *list) remember_nodes(item);
    } else if (const auto* object = std::get_if<json::Object>(&value.data)) {
      const std::string id = json::text_of(value, "@id");
      const Node* name = json::find(value, "name");
      if (!id.empty() && name != nullptr && nodes_.size() < kMostNodes) {
        // Its name and type are all that is asked for.
        Node node{json::Object{{"name", *name}}, value.place};
        if (const Node* type = json::find(value, "@type"))
          std::get<json::Object>(node.data).push_back({"@type", *type});
        nodes_.emplace(id, std::move(node));
      }
      for (const json::Member& member : *object) remember_nodes(member.value);
    }
  }

  void find_reviews(const Node& value) {
    if (!go_on_) return;
    if (const auto* list = std::get_if<json::Array>(&value.data)) {
      for (const Node& item : *list) find_reviews(item);
      return;
    }
    const auto* object = std::get_if<json::Object>(&value.data);
    if (object == nullptr) return;
    if (is_review(value)) {
      if (points_ahead(value)) {
        waiting_.push_back(value);
      } else {
        judge(fields_of(value, resolve()), &value);
      }
    } else if (is_api_claim(value)) {
      for (const Fields& fields : fields_of_api(value)) judge(fields, &value);
      return;
    }
    for (const json::Member& member : *object) find_reviews(member.value);
  }

  // True where somebody that the review points to has not been read yet.
  bool points_ahead(const Node& review) const {
    const auto ahead = [&](const Node* value) {
      return value != nullptr && is_pointer(*value) &&
             nodes_.find(json::text_of(*value, "@id")) == nodes_.end();
    };
    if (ahead(json::find(review, "author")) || ahead(json::find(review, "publisher"))) return true;
    const Node* item = json::find(review, "itemReviewed");
    return item != nullptr && (ahead(item) || ahead(json::find(*item, "author")));
  }

  void judge(const Fields& fields, const Node* written) {
    if (!go_on_) return;
    ++reviews_;
    PublishedReview review = records_of(fields, options_, actors_);
    if (has_errors(review.problems)) json::append(review.json, *written);
    go_on_ = take_(std::move(review));
  }

  void tell(Diagnostic&& problem) {
    if (!go_on_) return;
    told_ = true;
    PublishedReview review;
    review.place = problem.place;
    review.problems.push_back(std::move(problem));
    go_on_ = take_(std::move(review));
  }

  ByteStream source_;
  const Options& options_;
  const std::function<bool(PublishedReview&&)>& take_;
  json::Limits limits_;
  std::map<std::string, Node, std::less<>> nodes_;  // by @id
  std::vector<Node> waiting_;                       // reviews that point to what comes later
  Actors actors_;
  std::size_t reviews_ = 0;
  bool go_on_ = true;
  bool told_ = false;
};

}  // namespace

std::size_t read(const json::More& more, const Options& options,
                 const std::function<bool(PublishedReview&&)>& take) {
  return ReviewReader(more, options, take).read();
}

}  // namespace aver::claims::claimreview
