// SPDX-License-Identifier: MIT
//
// A stream of git fast-import, of the kind that generate.cpp writes, brought in by store/bulk.
#pragma once

#include <filesystem>

namespace aver::bench {

// Makes a bare store of `place` out of the stream: the same commits, to the id, as `git
// fast-import` makes of it. The first commit, which brings aver.toml, goes through git: without it
// there is no store to open.
void import_stream(const std::filesystem::path& stream, const std::filesystem::path& place);

}  // namespace aver::bench
