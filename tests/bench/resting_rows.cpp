// SPDX-License-Identifier: MIT
#include "tests/bench/resting_rows.h"

#include "store/process.h"
#include "tests/bench/generate.h"
#include "tests/bench/measure.h"

namespace aver::bench {

void measure_resting(const std::string& program, const std::filesystem::path& folder, bool quick) {
  if (!is_measured(31) && !is_measured(32)) return;
  const std::filesystem::path store = folder / (quick ? "S-cited.git" : "M-cited.git");
  apart([&] {
    generate({"cited", quick ? std::size_t{1000} : std::size_t{20000}, false, true}, store);
  });
  const std::string place = store.string();
  const std::string source = std::string("source:") + kMuchCited;
  store::run({program, "-C", place, "index", "rebuild"});
  measure({31, "impact of a source that 1 in 10 cites | list source:X",
           always({program, "-C", place, "impact", kMuchCited}),
           always({program, "-C", place, "list", source}), 3, 10});
  const std::string topic = quick ? "t000" : "t003";
  measure({32, "positions of a topic --without that source | as is",
           always({program, "-C", place, "positions", topic, "--without", source}),
           always({program, "-C", place, "positions", topic}), 3, 20});
}

}  // namespace aver::bench
