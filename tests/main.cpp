// SPDX-License-Identifier: MIT
//
// Runs the tests of a program, and says which are skipped and why.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <ostream>

// Asked by the address sanitizer: libgit2 matches with thread-local data of PCRE's that it keeps
// until the process ends.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:_pcre2_memctl_malloc\nleak:libpcre2-8\n";
}

namespace {

// Writes "skipped: NAME (needs WHAT)" for each case that its own decorator skips: not for those
// that the command line leaves out.
class Skipped : public doctest::IReporter {
 public:
  explicit Skipped(const doctest::ContextOptions& options) : out_(*options.cout) {}

  void test_case_skipped(const doctest::TestCaseData& test) override {
    if (!test.m_skip) return;
    out_ << "skipped: " << test.m_name;
    if (test.m_description != nullptr) out_ << " (needs " << test.m_description << ")";
    out_ << "\n";
  }

  void report_query(const doctest::QueryData&) override {}
  void test_run_start() override {}
  void test_run_end(const doctest::TestRunStats&) override {}
  void test_case_start(const doctest::TestCaseData&) override {}
  void test_case_reenter(const doctest::TestCaseData&) override {}
  void test_case_end(const doctest::CurrentTestCaseStats&) override {}
  void test_case_exception(const doctest::TestCaseException&) override {}
  void subcase_start(const doctest::SubcaseSignature&) override {}
  void subcase_end() override {}
  void log_assert(const doctest::AssertData&) override {}
  void log_message(const doctest::MessageData&) override {}

 private:
  std::ostream& out_;
};

REGISTER_LISTENER("skipped", 1, Skipped);

}  // namespace
