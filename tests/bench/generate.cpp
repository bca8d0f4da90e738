// SPDX-License-Identifier: MIT
#include "tests/bench/generate.h"

#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <random>
#include <stdexcept>

#include "claims/records/codec.h"
#include "claims/settings/settings.h"
#include "store/digest.h"
#include "store/process.h"
#include "tests/bench/import.h"

namespace aver::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kActors = 200;
constexpr std::size_t kSources = 300;
constexpr std::int64_t kFirstCommit = 1577836800;  // 2020-01-01

std::string numbered(const char* format, std::size_t number) {
  char text[32];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

std::string actor_id(std::size_t number) { return numbered("a%03zu", number); }
std::string source_id(std::size_t number) { return numbered("2024/s%03zu", number); }

// A stream of git fast-import: one commit a record, or all in one.
class Stream {
 public:
  Stream(const fs::path& file, bool commit_each)
      : out_(file, std::ios::binary), commit_each_(commit_each) {}
  // A store begins with aver.toml, in a commit of its own.
  void put_settings() {
    begin("Start an aver store");
    put_file("aver.toml",
             encode(claims::Settings{claims::kFormatVersion, claims::default_vocabulary()}));
    if (!commit_each_) begin("All records");
  }
  void begin_another(const std::string& message) { begin(message); }
  void put(const std::string& path, const std::string& content, const std::string& message) {
    if (commit_each_) begin(message);
    put_file(path, content);
  }

 private:
  void put_file(const std::string& path, const std::string& content) {
    out_ << "M 100644 inline " << path << "\ndata " << content.size() << "\n" << content << "\n";
  }
  void begin(const std::string& message) {
    out_ << "commit refs/heads/main\ncommitter Ada Fields <ada@example.org> "
         << kFirstCommit + 60 * count_++ << " +0000\ndata " << message.size() + 1 << "\n"
         << message << "\n\n";
  }
  std::ofstream out_;
  bool commit_each_;
  std::int64_t count_ = 0;
};

std::string sentence(std::mt19937& random, std::size_t words) {
  static const char* const kWords[] = {
      "minister", "says",   "that",   "the",   "agreement", "will",     "hold",   "until",
      "spring",   "and",    "denies", "any",   "delay",     "of",       "troops", "border",
      "report",   "claims", "new",    "talks", "with",      "partners", "have",   "begun"};
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    text += (i == 0 ? "" : " ") + std::string(kWords[random() % std::size(kWords)]);
  }
  return text;
}

void write_stances(Stream& stream, const Size& size, std::mt19937& random) {
  const std::size_t claims = size.claims;
  static const char* const kPositions[] = {"affirm",  "deny",     "qualified", "query",
                                           "neutral", "declined", "silent"};
  std::map<std::string, int> taken;
  for (std::size_t i = 0; i < claims * kStancesPerClaim; ++i) {
    const double u = (static_cast<double>(random() % 1000000) + 0.5) / 1000000;
    claims::Stance stance;
    stance.claim = claim_id(static_cast<std::size_t>(static_cast<double>(claims) * u * u * u));
    stance.holder = actor_id(random() % kActors);
    stance.position = kPositions[random() % std::size(kPositions)];
    stance.held =
        claims::Date{*claims::parse_day("2010-01-01") + std::chrono::days{random() % 5400}};
    stance.source = source_id(random() % kSources);
    if (size.much_on_one && i % 10 == 0) stance.source = kMuchCited;
    stance.locator = "para " + std::to_string(random() % 40);
    stance.mode = "direct";
    stance.summary = sentence(random, 20);
    stance.quote = sentence(random, 25);
    const std::string base = stance_name(stance.held, stance.holder);
    const int number = ++taken[stance.claim + "/" + base];
    stance.name = number == 1 ? base : base + "-" + std::to_string(number);
    stream.put(claims::stance_path(stance.claim, stance.name), encode(stance),
               "Record " + stance.holder + " " + stance.position + " on " + stance.claim);
  }
}

}  // namespace

std::string claim_id(std::size_t number) {
  return numbered("t%03zu", number / kFolder) + "/" + numbered("c%06zu", number);
}

void make_bare(const fs::path& place) {
  std::error_code ignored;
  fs::remove_all(place, ignored);
  fs::create_directories(place);
  store::run_git({"init", "-q", "--bare", "--initial-branch=main", place.string()});
  store::run_git({"-C", place.string(), "config", "gc.auto", "0"});
}

namespace {

// The store out of the stream, by store/bulk: the same as by `git fast-import` (a row of the bench
// compares them), in a fifth of the time.
void finish(const fs::path& place, const fs::path& file) {
  std::error_code ignored;
  make_bare(place);
  import_stream(file, place);
  fs::remove(file, ignored);
  std::ofstream(place / "aver-bench-done") << "\n";
}

void put_actors(Stream& stream) {
  stream.put_settings();
  for (std::size_t i = 0; i < kActors; ++i) {
    claims::Actor actor;
    actor.name = "Actor " + std::to_string(i);
    actor.kind = "person";
    stream.put(claims::actor_path(actor_id(i)), encode(actor), "Add actor " + actor_id(i));
  }
}

}  // namespace

void generate_quotes(const fs::path& place) {
  if (fs::exists(place / "aver-bench-done")) return;
  const fs::path file = place.string() + ".stream";
  fs::create_directories(file.parent_path());
  {
    Stream stream(file, false);
    std::mt19937 random(2);
    put_actors(stream);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < kCaptures; ++i) {
      std::string text;
      while (text.size() < kCaptureSize) {
        text += "“" + sentence(random, 12 + random() % 20) + " — the minister’s word,” he said.\n";
      }
      claims::Source source;
      source.id = numbered("2024/q%04zu", i);
      source.title = sentence(random, 6);
      source.capture = numbered("q%04zu.txt", i);
      source.sha256 = store::sha256(text);
      stream.put("sources/2024/" + source.capture, text, "");
      stream.put(claims::source_path(source.id), encode(source), "");
      texts.push_back(std::move(text));
    }
    for (std::size_t i = 0; i < kQuotes / kStancesPerClaim; ++i) {
      claims::Claim claim;
      claim.text = sentence(random, 10) + " " + std::to_string(i);
      stream.put(claims::claim_path(claim_id(i)), encode(claim), "");
    }
    for (std::size_t i = 0; i <= kQuotes; ++i) {
      if (i == kQuotes) stream.begin_another("One more");
      claims::Stance stance;
      stance.claim = claim_id(i % (kQuotes / kStancesPerClaim));
      stance.holder = actor_id(i % kActors);
      stance.position = "affirm";
      stance.held = claims::Date{*claims::parse_day("2010-01-01") + std::chrono::days{i % 5400}};
      const std::size_t capture = random() % kCaptures;
      stance.source = numbered("2024/q%04zu", capture);
      const std::string& text = texts[capture];
      // A whole line's words, from behind the opening mark.
      const std::size_t line = text.find('\n', random() % (text.size() / 2)) + 1;
      stance.quote = text.substr(line + 3, text.find(" word", line) - line - 3);
      if (i % 3 == 0) stance.quote = text.substr(line + 3, text.find(" he said", line) - line - 6);
      if (i % 3 == 0) {
        for (std::size_t at = 0; (at = stance.quote.find("’", at)) != std::string::npos;)
          stance.quote.replace(at, 3, "'");
      }
      stance.name = stance_name(stance.held, stance.holder) + "-" + std::to_string(i + 2);
      stream.put(claims::stance_path(stance.claim, stance.name), encode(stance), "");
    }
  }
  finish(place, file);
}

void generate(const Size& size, const fs::path& place) {
  if (fs::exists(place / "aver-bench-done")) return;
  const fs::path file = place.string() + ".stream";
  write_stream(size, file);
  finish(place, file);
}

void write_stream(const Size& size, const fs::path& file) {
  fs::create_directories(file.parent_path());
  {
    Stream stream(file, size.commit_each);
    std::mt19937 random(
        1);  // the same numbers everywhere: only operator() is used, no distribution
    put_actors(stream);
    for (std::size_t i = 0; i < kSources; ++i) {
      claims::Source source;
      source.title = sentence(random, 6);
      stream.put(claims::source_path(source_id(i)), encode(source), "Add source " + source_id(i));
    }
    for (std::size_t i = 0; i < size.claims; ++i) {
      claims::Claim claim;
      claim.text = sentence(random, 10) + " in case " + std::to_string(i);
      claim.kind = "policy";
      claim.tags = {numbered("tag%zu", i % 17)};
      stream.put(claims::claim_path(claim_id(i)), encode(claim), "Add claim " + claim_id(i));
    }
    write_stances(stream, size, random);
  }
}

}  // namespace aver::bench
