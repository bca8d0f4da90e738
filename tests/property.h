// SPDX-License-Identifier: MIT
//
// Properties whose every case costs much: one that writes to the disk or starts git.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <iostream>
#include <utility>

namespace aver::tests {

// rc::check with one case where others have `share`, and with 5 at least: how often .ci/run-tests
// has properties tried is meant for those that take microseconds.
template <typename Testable>
bool holds_for_one_in(int share, Testable&& testable) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess = std::max(params.maxSuccess / share, 5);
  const rc::detail::TestResult result = rc::detail::checkTestable(
      std::forward<Testable>(testable), rc::detail::TestMetadata{}, params);
  rc::detail::printResultMessage(result, std::cerr);
  std::cerr << '\n';
  return result.template is<rc::detail::SuccessResult>();
}

}  // namespace aver::tests
