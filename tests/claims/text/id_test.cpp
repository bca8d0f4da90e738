// SPDX-License-Identifier: MIT
#include "claims/text/id.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "claims/text/record_folders.h"
#include "claims/text/similar.h"

using namespace aver::claims;

TEST_CASE("good ids are good") {
  for (const char* id :
       {"a", "calda", "uw/brindle", "dorn/calda-restrains-dorn", "2024/x-1", "a/b/c/d/e/f", "0"}) {
    CAPTURE(id);
    CHECK(id_problem(id) == "");
  }
  CHECK(id_problem(std::string(64, 'a')) == "");
}

TEST_CASE("bad ids say what is wrong with them") {
  const auto says = [](const std::string& id, const std::string& words) {
    CAPTURE(id);
    const std::string problem = id_problem(id);
    CAPTURE(problem);
    CHECK(problem.find(words) != std::string::npos);
  };
  says("", "empty");
  says("..", "\"..\"");
  says("a/../b", "\"..\"");
  says("a//b", "empty part");
  says("/a", "empty part");
  says("a/", "empty part");
  says("Calda", "upper-case");
  says("a b", "\" \"");
  says("a_b", "\"_\"");
  says("-a", "begins or ends");
  says("a/b-", "begins or ends");
  says("é", "outside a-z");
  says("a.b", "no id may have");
  says("a\nb", "no id may have");
  says("con", "Windows");
  says("x/com1", "Windows");
  says("lpt9/x", "Windows");
  says("a/b/c/d/e/f/g", "7 parts");
  says(std::string(65, 'a'), "65 characters");
  says(std::string(64, 'a') + "/" + std::string(64, 'b') + "/" + std::string(64, 'c') + "/" +
           std::string(20, 'd'),
       "215 characters");
  says(std::string(300, 'a'), "300 characters");
  CHECK(id_problem("com0") == "");
  CHECK(id_problem("console") == "");
}

TEST_CASE("a path says which record lives there, and back") {
  const auto at = [](const char* path) {
    const auto record = record_at(path);
    return record ? std::string(to_string(record->kind)) + " " + record->id : "nothing";
  };
  CHECK(at("claims/dorn/x/claim.toml") == "claim dorn/x");
  CHECK(at("claims/dorn/x/2024-10-31-calda.toml") == "stance dorn/x/2024-10-31-calda");
  CHECK(at("actors/uw/brindle.toml") == "actor uw/brindle");
  CHECK(at("sources/2024/x.toml") == "source 2024/x");
  CHECK(at("reviews/p/2024-11-01-jane-approve.toml") == "review p/2024-11-01-jane-approve");
  CHECK(at("sources/2024/x.txt") == "nothing");
  CHECK(at("claims/claim.toml") == "nothing");
  CHECK(at("claims/x.toml") == "nothing");
  CHECK(at("aver.toml") == "nothing");
  CHECK(at("other/x.toml") == "nothing");
  for (const RecordRef& record :
       {RecordRef{RecordKind::claim, "a/b"}, RecordRef{RecordKind::stance, "a/b/2024-x"},
        RecordRef{RecordKind::actor, "a"}, RecordRef{RecordKind::source, "2024/a"},
        RecordRef{RecordKind::review, "p/x"}}) {
    CHECK(record_at(path_of(record)) == record);
  }
}

TEST_CASE("the records of a kind are in its folder") {
  for (const RecordKind kind : {RecordKind::claim, RecordKind::stance, RecordKind::actor,
                                RecordKind::source, RecordKind::review}) {
    const RecordRef record{kind, "a/b"};
    const std::string path = path_of(record);
    CAPTURE(path);
    CHECK(path.starts_with(std::string(record_folder(kind)) + "/a/b"));
    CHECK(record_at(path) == record);
    CHECK(is_in_record_folder(path));
  }
  CHECK(std::is_sorted(kRecordFolders.begin(), kRecordFolders.end()));
  CHECK(is_in_record_folder("claims"));
  CHECK(is_in_record_folder("sources/x.html"));
  for (const char* path :
       {"", "aver.toml", "claim/x.toml", "claimsx/y.toml", "notes/claims/x.toml"})
    CHECK_FALSE(is_in_record_folder(path));
}

TEST_CASE("a stance is named after its day and its holder") {
  CHECK(stance_name(*parse_date("2024-10-31").date, "calda") == "2024-10-31-calda");
  CHECK(stance_name(*parse_date("2024-10").date, "uw/brindle") == "2024-10-uw-brindle");
  CHECK(stance_name(*parse_date("2024~").date, "calda") == "2024-calda");
  const std::string longest =
      stance_name(*parse_date("2024-10-31").date, std::string(60, 'a') + "/" + "minister-x");
  CHECK(longest.size() + 4 <= kMaxSegmentLength);
  CHECK(longest.ends_with("minister-x"));
  CHECK(id_problem(longest) == "");
}

TEST_CASE("file order counts numbers as people do, and is total") {
  std::vector<std::string> names = {"2024-10-31-calda-10",
                                    "2024-10-31-calda",
                                    "2024-10-31-calda-2",
                                    "2024-10-31-uw",
                                    "2024-9-x",
                                    "2024-10-x",
                                    "a",
                                    "a-1",
                                    "a-01"};
  std::sort(names.begin(), names.end(), file_order_less);
  CHECK(names == std::vector<std::string>{"2024-9-x", "2024-10-31-calda", "2024-10-31-calda-2",
                                          "2024-10-31-calda-10", "2024-10-31-uw", "2024-10-x", "a",
                                          "a-01", "a-1"});
  for (const std::string& a : names) {
    CHECK_FALSE(file_order_less(a, a));
    for (const std::string& b : names) {
      if (a != b) CHECK(file_order_less(a, b) != file_order_less(b, a));
    }
  }
}

TEST_CASE("a trailing part is whole segments") {
  CHECK(is_trailing_part("a/b/c", "c"));
  CHECK(is_trailing_part("a/b/c", "b/c"));
  CHECK(is_trailing_part("c", "c"));
  CHECK_FALSE(is_trailing_part("a/bc", "c"));
  CHECK_FALSE(is_trailing_part("a/b", ""));
}

TEST_CASE("a name becomes an id where it can") {
  CHECK(slug("Kem Yarr-olin") == "kem-yarr-olin");
  CHECK(slug("  U.W. State Department ") == "u-w-state-department");
  CHECK(slug("O'Brien") == "obrien");
  CHECK(slug("北京") == "");
  CHECK(slug("CON") == "con-1");
}

TEST_CASE("near names are found, far ones are not") {
  const std::vector<std::string> names = {"calda", "uw/brindle", "south-dorna", "rastia"};
  CHECK(nearest("cadla", names) == std::vector<std::string>{"calda"});
  CHECK(nearest("brindl", names) == std::vector<std::string>{"uw/brindle"});
  CHECK(nearest("dorna", names) == std::vector<std::string>{"south-dorna"});
  CHECK(nearest("zzzzzz", names).empty());
  CHECK(distance("ab", "ba") == 1);
  CHECK(distance("", "abc") == 3);
  CHECK(distance("kitten", "sitting") == 3);
}
