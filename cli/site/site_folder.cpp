// SPDX-License-Identifier: MIT
//
// A site.json without files is written before the first page, so that the next run knows the folder
// of one that was killed for its own.
#include "cli/site/site_folder.h"

#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "claims/exchange/json/json.h"
#include "claims/text/json_text.h"
#include "claims/text/paths.h"
#include "store/digest.h"
#include "store/error.h"
#include "store/replace_file.h"

namespace aver::cli {
namespace {

namespace fs = std::filesystem;
using store::Fault;
using store::StoreError;

constexpr std::string_view kList = "site.json";
constexpr std::string_view kSchema = "aver.site/1";

std::optional<std::string> contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// The files that a site.json of ours lists; nothing where it is none of ours.
std::optional<std::map<std::string, std::string>> listed(const std::string& text) {
  claims::json::ByteStream source(claims::json::more_of(text));
  claims::Diagnostics problems;
  const auto parsed = claims::json::read(source, {}, problems);
  if (!parsed || claims::json::text_of(*parsed, "schema") != kSchema) return std::nullopt;
  std::map<std::string, std::string> files;
  const claims::json::Node* all = claims::json::find(*parsed, "files");
  const auto* members = all == nullptr ? nullptr : std::get_if<claims::json::Object>(&all->data);
  if (members == nullptr) return std::nullopt;
  for (const claims::json::Member& one : *members) {
    const auto* digest = std::get_if<std::string>(&one.value.data);
    // What leads out of the folder is none of ours to remove.
    if (digest != nullptr && claims::is_plain_path(one.key)) files.emplace(one.key, *digest);
  }
  return files;
}

// But for what a run has left that was killed before it had its list.
bool has_nothing(const fs::path& folder, std::error_code& error) {
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().filename() != std::string(kList) + ".new") return false;
  }
  return !error;
}

}  // namespace

SiteFolder::SiteFolder(fs::path folder, std::string shown)
    : folder_(std::move(folder)), shown_(std::move(shown)) {
  std::error_code error;
  const fs::file_status status = fs::status(folder_, error);
  if (fs::exists(status) && !fs::is_directory(status))
    throw StoreError(Fault::usage, shown_ + " is a file: a site is a folder");
  refuse_links(std::string(kList));
  if (const auto text = contents(folder_ / kList)) {
    if (auto files = listed(*text)) {
      before_ = std::move(*files);
      return;
    }
  }
  if (fs::exists(status)) {
    if (!has_nothing(folder_, error)) {
      throw StoreError(Fault::usage,
                       shown_ + " is not empty, and has no site.json of an earlier run",
                       error ? std::vector{error.message()} : std::vector<std::string>{},
                       "name a folder that is empty or new");
    }
  }
  put(std::string(kList), "{\"schema\":\"" + std::string(kSchema) + "\",\"files\":{}}\n");
}

// A link below the folder may lead to anybody's files.
void SiteFolder::refuse_links(const std::string& path) const {
  fs::path at = folder_;
  fs::path shown = shown_;
  for (const fs::path& part : fs::path(path)) {
    at /= part;
    shown /= part;
    std::error_code error;
    if (fs::is_symlink(fs::symlink_status(at, error))) {
      throw StoreError(Fault::usage, shown.string() + " is a symbolic link: a site writes to none",
                       {}, "take the link away, or name another folder");
    }
  }
}

void SiteFolder::put(const std::string& path, std::string_view text) {
  std::error_code error;
  if (store::replace_file(folder_ / path, text, error)) return;
  throw StoreError(Fault::io, "cannot write " + shown_ + "/" + path,
                   error ? std::vector{error.message()} : std::vector<std::string>{});
}

void SiteFolder::write(const std::string& path, std::string_view text) {
  std::string digest = store::sha256(text);
  refuse_links(path);
  const auto before = before_.find(path);
  const bool same = before != before_.end() && before->second == digest &&
                    contents(folder_ / path) == std::optional<std::string>(text);
  if (!same) {
    put(path, text);
    ++written_;
  }
  files_[path] = std::move(digest);
}

// Also the folders that are empty then.
void SiteFolder::remove(const std::string& path) {
  refuse_links(path);
  std::error_code error;
  if (!fs::remove(folder_ / path, error)) {
    if (!error) return;
    throw StoreError(Fault::io, "cannot remove " + shown_ + "/" + path, {error.message()});
  }
  ++removed_;
  for (fs::path above = fs::path(path).parent_path(); !above.empty(); above = above.parent_path()) {
    if (!fs::remove(folder_ / above, error)) return;
  }
}

void SiteFolder::finish(std::string_view head) {
  for (const auto& [path, digest] : before_) {
    if (!files_.contains(path)) remove(path);
  }
  std::string text = "{\"schema\":\"" + std::string(kSchema) + "\"";
  text += head;
  text += ",\"files\":{";
  bool first = true;
  for (const auto& [path, digest] : files_) {
    text += std::string(first ? "" : ",") + "\n  " + claims::json::string(path) + ": \"" + digest +
            "\"";
    first = false;
  }
  text += "\n}}\n";
  put(std::string(kList), text);
}

}  // namespace aver::cli
