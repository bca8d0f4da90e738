// SPDX-License-Identifier: MIT
//
// The keys of a policy that only events are judged by.
#include <doctest/doctest.h>

#include "claims/settings/settings.h"

namespace {

using namespace aver::claims;

const std::string kScale =
    "format = 2\n\n[[scale]]\nname = \"s\"\norder = \"opposed\"\nwords = [\n"
    "  { word = \"yes\", value = 1 },\n]\n";

std::string told(const std::string& policy) {
  std::string all;
  for (const Diagnostic& one : decode_settings(kScale + policy, "aver.toml").problems)
    all += (all.empty() ? "" : "; ") + std::string(to_string(one.severity)) + ": " + one.sentence;
  return all;
}

}  // namespace

TEST_CASE("a policy for events is read, written, and read back") {
  const std::string text = kScale + R"(
[[person]]
name = "Ann Archer"
address = ["ann@example.org", "123+ann@web.org"]

[review]
approvals = 1
signed = "reviews"
branches = ["main", "release"]
never = ["bot@example.org"]
settled = true

[[review.topic]]
topic = "dorn"
approvals = 2

[[review.topic]]
path = "actors/"
by = ["ann@example.org"]
)";
  const auto decoded = decode_settings(text);
  REQUIRE(decoded.record);
  CHECK(decoded.problems.empty());
  const Settings& settings = *decoded.record;
  CHECK(settings.people ==
        std::vector<KnownPerson>{{"Ann Archer", {"ann@example.org", "123+ann@web.org"}}});
  CHECK(settings.review.signing == Signing::reviews);
  CHECK(settings.review.branches == std::vector<std::string>{"main", "release"});
  CHECK(settings.review.never == std::vector<std::string>{"bot@example.org"});
  CHECK(settings.review.settled);
  CHECK(settings.review.topics[1].path == "actors/");
  const std::string written = encode(settings);
  CHECK(decode_settings(written).record == settings);
}

TEST_CASE("what is wrong with a policy for events is an error") {
  CHECK(told("[review]\nsigned = true\n") == "error: \"signed\" must be \"reviews\" or \"all\"");
  CHECK(told("[review]\nsigned = \"all\"\nsettled = 1\n") ==
        "error: \"settled\" must be true or false");
  for (const char* branch : {"proposal/x", "aver/reviews", "withdrawn/x", "-d", ""}) {
    CHECK(told("[review]\nbranches = [\"" + std::string(branch) + "\"]\n") ==
          "error: \"branches\" must be a list of branches, none of them a proposal's or aver's");
  }
  CHECK(told("[review]\nnever = []\n") == "warning: \"never\" names nobody");
  CHECK(told("[[review.topic]]\npath = \"\"\n") == "error: \"path\" is empty");
  CHECK(told("[[review.topic]]\napprovals = 1\n") == "error: the key \"topic\" is missing");
  CHECK(told("[[person]]\nname = \"Ann\"\n").starts_with("error: \"person\" must be a list"));
  CHECK(told("[[person]]\nname = \"A\"\naddress = [\"ann@x.org\", \"ANN@x.org\"]\n") ==
        "error: \"ANN@x.org\" is two people's");
  CHECK(told("[[person]]\nname = \"A\"\naddress = [\"ann@x.org\"]\nemail = 1\n") ==
        "error: the key \"email\" is not known, and a policy is all known");
  CHECK(told("[review]\nsinged = \"all\"\n") ==
        "error: the key \"singed\" is not known, and a policy is all known");
}
