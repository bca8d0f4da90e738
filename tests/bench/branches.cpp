// SPDX-License-Identifier: MIT
#include "tests/bench/branches.h"

#include <cstdio>
#include <fstream>
#include <random>
#include <stdexcept>
#include <vector>

#include "claims/records/codec.h"
#include "store/process.h"
#include "store/store.h"
#include "tests/bench/generate.h"

namespace aver::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kEdited = kOnEachBranch / 10;

void put(std::ofstream& stream, const std::string& path, const std::string& text) {
  stream << "M 100644 inline " << path << "\ndata " << text.size() << "\n" << text << "\n";
}

// Stances that are in the store, each on another claim.
std::vector<std::string> some_stances(const store::View& view, std::size_t claims, int count) {
  std::vector<std::string> paths;
  const std::size_t step = claims / static_cast<std::size_t>(2 * count);
  for (std::size_t i = 0; i < claims && paths.size() < static_cast<std::size_t>(count); i += step) {
    const std::vector<std::string> names = view.stance_names(claim_id(i));
    if (!names.empty()) paths.push_back(claims::stance_path(claim_id(i), names.front()));
  }
  return paths;
}

}  // namespace

void generate_branches(const fs::path& store, const fs::path& place) {
  if (fs::exists(place / "aver-bench-done")) return;
  std::error_code ignored;
  fs::remove_all(place, ignored);
  store::run_git({"clone", "-q", "--bare", store.string(), place.string()});
  store::run_git({"-C", place.string(), "config", "gc.auto", "0"});
  const fs::path file = place.string() + ".stream";
  {
    std::ofstream stream(file, std::ios::binary);
    const store::Store bare = store::Store::open(place);
    const store::View view = bare.view();
    const std::size_t claims = view.ids(claims::RecordKind::claim).size();
    const std::vector<std::string> edited = some_stances(view, claims, 3 * kEdited / 2);
    std::mt19937 random(3);
    for (const std::string side : {"ours", "theirs"}) {
      const bool ours = side == "ours";
      const std::string message = "A thousand records of " + side;
      stream << "commit refs/heads/" << side
             << "\ncommitter Ada Fields <ada@example.org> 1893456000 +0000\ndata " << message.size()
             << "\n"
             << message << "\nfrom " << view.commit() << "\n";
      for (int i = 0; i < kOnEachBranch - kEdited; ++i) {
        char holder[8];
        std::snprintf(holder, sizeof holder, "a%03d", static_cast<int>(random() % 200));
        claims::Stance stance;
        stance.claim = claim_id(random() % claims);
        stance.holder = holder;
        stance.position = "affirm";
        stance.held =
            claims::Date{*claims::parse_day("2026-01-01") + std::chrono::days{random() % 300}};
        stance.summary = "Number " + std::to_string(i) + " of " + side;
        stance.name =
            stance_name(stance.held, stance.holder) + "-" + (ours ? "2" : "3") + std::to_string(i);
        put(stream, claims::stance_path(stance.claim, stance.name), encode(stance));
      }
      for (int i = 0; i < kEdited; ++i) {
        const std::string& path = edited[static_cast<std::size_t>(i + (ours ? 0 : kEdited / 2))];
        // Apart by enough lines for git to merge them cleanly, too.
        std::string text = *view.read(path);
        if (ours) {
          text += "note = \"Looked again\"\n";
        } else {
          text.insert(text.find('\n', text.find("\nheld = ") + 1) + 1, "until = 2099-01-01\n");
        }
        put(stream, path, text);
      }
    }
  }
  const store::RunResult made = store::run({"sh", "-c", "git -C \"$1\" fast-import --quiet <\"$2\"",
                                            "sh", place.string(), file.string()});
  fs::remove(file, ignored);
  if (!made.ok()) throw std::runtime_error("git fast-import: " + made.errors);
  store::run_git({"-C", place.string(), "symbolic-ref", "HEAD", "refs/heads/merged"});
  std::ofstream(place / "aver-bench-done") << "\n";
}

}  // namespace aver::bench
