// SPDX-License-Identifier: MIT
//
// The style sheet of a site: style.css beside this file, compiled in.
#pragma once

#include <string_view>

namespace aver::cli::html {

std::string_view style_sheet();

}  // namespace aver::cli::html
