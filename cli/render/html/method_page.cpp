// SPDX-License-Identifier: MIT
//
// How to read the site: the two clocks, each word with its meaning, the classes of changes, the
// levels of quotes, and who must have looked at a record.
#include "cli/render/html/pages.h"
#include "cli/render/html/parts.h"
#include "cli/render/html/words.h"

namespace aver::cli::html {
namespace {

struct Meaning {
  std::string_view name;
  std::string_view says;
};

constexpr Meaning kChanges[] = {
    {"first record", "the first we know of this holder on this claim"},
    {"restated", "said again, in other words or elsewhere"},
    {"shift", "another word, which is not the opposite"},
    {"reversal", "from for it to against it, or the other way round"},
    {"advance", "further on the way, of what somebody does"},
    {"setback", "back on that way"},
    {"lapsed", "the position ended, and no other followed"},
    {"resumed", "it is held again, as what came later has ended"},
    {"not certain", "dates leave open what was in force before or after"},
};

constexpr Meaning kLevels[] = {
    {"verbatim", "it stands in the saved text, byte for byte"},
    {"typography", "but for quotation marks, dashes and white space"},
    {"elided", "in pieces, in this order; “...” stands where something is left out"},
    {"near", "some words differ"},
    {"missing", "it does not stand there"},
    {"unchecked", "there is no saved text to look in"},
};

template <std::size_t N>
void meanings(Page& page, const Meaning (&all)[N]) {
  Writer& out = page.out;
  out.open("dl", {{"class", "defs"}}).line();
  for (const Meaning& one : all) out.leaf("dt", one.name).leaf("dd", one.says).line();
  out.close();
}

void scale(Page& page, const claims::Scale& scale) {
  Writer& out = page.out;
  out.open("h3").text(capitalised(scale.name)).text(" ");
  out.leaf("small", "told as “" + verb_of_scale(scale.name) + "”").close();
  out.open("dl", {{"class", "defs words"}}).line();
  for (const claims::Word& word : scale.words) {
    out.open("dt");
    page.chip(word.name);
    out.close().open("dd", {{"dir", "auto"}}).text(claims::meaning_of(word));
    if (page.frame.words.closes(word)) out.text(" (settles a pledge or a prediction)");
    out.close().line();
  }
  out.close().line();
}

void policy_of(Page& page, const claims::ReviewPolicy& policy) {
  Writer& out = page.out;
  out.open("p");
  if (policy.approvals == 0) {
    out.text("No record needs an approval; who approved one is told beside it.");
  } else {
    out.text("A proposal needs " +
             counted(static_cast<std::size_t>(policy.approvals), "approval", "approvals") +
             (policy.own ? ", also of its author." : " by others than its author."));
  }
  out.close().line();
  if (policy.topics.empty()) return;
  out.open("ul", {{"class", "plain"}});
  for (const claims::TopicPolicy& one : policy.topics) {
    out.open("li").leaf("bdi", one.topic).text(": ");
    out.text(counted(static_cast<std::size_t>(one.approvals), "approval", "approvals")).close();
  }
  out.close().line();
}

}  // namespace

std::string method_page(const SiteFrame& frame, const claims::ReviewPolicy& policy) {
  Page page(frame, "method/index.html");
  Writer& out = page.out;
  page.current = "method/index.html";
  page.title = "How to read this";
  page.description = "Two clocks, the words and their meanings, and how a quote is checked.";
  out.open("div", {{"class", "head"}}).leaf("h1", page.title);
  out.leaf("p", page.description, {{"class", "deck"}}).close().line();

  page.section("clocks", "Two clocks");
  out.open("div", {{"class", "prose"}});
  out.leaf("p",
           "A position is held from a day to a day in the world. We record it on another day, "
           "often later. The two are told apart on every page: a correction of our record moves "
           "nobody, and a move of somebody corrects nothing.");
  out.leaf("p",
           "Where nobody has looked there is no record, and nothing is said. Where somebody "
           "looked and found nothing, that is a position of its own, with the places that were "
           "searched. A position that nobody has looked at for a month is dotted.");
  out.close().close().line();

  page.section("words", "The words");
  for (const claims::Scale& one : frame.words.scales()) scale(page, one);
  out.close().line();
  page.section("changes", "Classes of changes");
  meanings(page, kChanges);
  out.close().line();
  page.section("quotes", "Quotes and saved texts");
  meanings(page, kLevels);
  out.close().line();
  page.section("policy", "Who must have looked");
  policy_of(page, policy);
  out.close().line();
  return page.finish();
}

}  // namespace aver::cli::html
