// SPDX-License-Identifier: MIT
//
// git is asked by an index that holds nothing but files of attributes: it then answers as for the
// revision, in a bare store as well, whatever lies in the work tree.
#include "store/attributes.h"

#include <algorithm>

#include "claims/settings/attributes.h"
#include "claims/text/lines.h"
#include "claims/text/paths.h"
#include "claims/text/record_folders.h"
#include "store/process.h"
#include "store/repository/passing_index.h"

namespace aver::store {
namespace {

constexpr const char* kName = ".gitattributes";

// The values of all attributes, path by path. `entries` are the files of attributes, as git's index
// takes them.
std::vector<std::vector<std::string>> values_of(const Store& store, const std::string& entries,
                                                const std::vector<std::string>& paths) {
  const PassingIndex index(store.private_dir());
  RunOptions options{.directory = store.root().string(),
                     .input = entries,
                     .environment = {{"GIT_INDEX_FILE", index.file()}, {"GIT_ATTR_NOSYSTEM", "1"}}};
  answer_of(run_git({"update-index", "-z", "--index-info"}, options));
  options.input.clear();
  for (const std::string& path : paths) options.input += path + '\0';
  std::vector<std::string> question = {
      "-c", "core.attributesFile=/dev/null", "check-attr", "-z", "--cached", "--stdin"};
  for (const std::string_view name : claims::attribute_names()) question.emplace_back(name);
  const std::string told = answer_of(run_git(question, options));
  // "<path>\0<attribute>\0<value>\0", in the order that was asked in.
  std::vector<std::vector<std::string>> values;
  std::size_t field = 0;
  for (std::string& text : claims::split_at_zero(told)) {
    constexpr std::size_t kFields = 3;
    if (field % (kFields * claims::attribute_names().size()) == 0) values.emplace_back();
    if (field++ % kFields == 2) values.back().push_back(std::move(text));
  }
  return values;
}

// `top` is the blob of the file at the top, where it is to be another one than the view has.
std::vector<ConvertedPath> converted_with(const Store& store, const View& view,
                                          const BlobId& top = {}) {
  std::string entries;
  bool is_our_own = true;
  // Files as a store has them, whether it has one already; then the captures that it has.
  std::vector<std::string> paths(claims::attribute_probes().begin(),
                                 claims::attribute_probes().end());
  std::vector<std::string> folders = {""};
  for (const std::string_view folder : claims::kRecordFolders)
    folders.push_back(std::string(folder) + "/");
  for (const std::string& folder : folders) {
    const std::string path = folder + kName;
    std::optional<FileEntry> file = view.file(path);
    if (folder.empty() && !top.empty()) file = FileEntry{.blob = top};
    if (!file || file->mode == FileMode::link) continue;
    is_our_own =
        is_our_own && folder.empty() && view.read_blob(file->blob) == claims::own_attributes();
    entries += "100644 " + file->blob + "\t" + path + '\0';
  }
  view.walk(claims::record_folder(claims::RecordKind::source),
            [&](const std::string& path, const BlobId& blob) {
              if (claims::last_part(path) != kName) {
                if (!claims::record_at(path)) paths.push_back(path);
              } else if (std::find(folders.begin(), folders.end(), claims::folder_part(path)) ==
                             folders.end() &&
                         view.file(path)->mode != FileMode::link) {
                is_our_own = false;
                entries += "100644 " + blob + "\t" + path + '\0';
              }
              return true;
            });
  if (is_our_own && !entries.empty()) return {};  // as init has made it: git need not be asked
  std::vector<std::vector<std::string>> values;
  if (entries.empty()) {
    values.assign(paths.size(),
                  std::vector<std::string>(claims::attribute_names().size(), "unspecified"));
  } else {
    values = values_of(store, entries, paths);
  }
  std::vector<ConvertedPath> converted;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (i >= values.size() || values[i].size() != claims::attribute_names().size()) {
      throw StoreError(Fault::io, "git could not tell the attributes of " + paths[i]);
    }
    std::string why = claims::conversion(paths[i], values[i]);
    if (!why.empty()) converted.push_back({paths[i], std::move(why)});
  }
  return converted;
}

// Writes the text to the store's objects: git asks for attributes by their blob.
BlobId written(const Store& store, const std::string& text) {
  std::string id = answer_of(run_git({"hash-object", "-w", "--stdin"},
                                     {.directory = store.root().string(), .input = text}));
  while (id.ends_with('\n')) id.pop_back();
  return id;
}

}  // namespace

std::vector<ConvertedPath> converted_paths(const Store& store, const View& view) {
  return converted_with(store, view);
}

std::optional<Edit> attributes_edit(const Store& store, const View& view) {
  if (converted_paths(store, view).empty()) return std::nullopt;
  if (const auto file = view.file(kName); file && file->mode == FileMode::link) {
    throw StoreError(Fault::conflict,
                     ".gitattributes is a symbolic link, and git reads no attributes through one",
                     {}, "put a file in its place: git rm .gitattributes");
  }
  std::optional<std::string> text = view.read(kName);
  if (!text) return Edit{kName, claims::own_attributes()};
  if (!text->empty() && !text->ends_with('\n')) *text += '\n';
  Edit edit{kName, *text + claims::added_attributes()};
  // Attributes of a folder below, or of this clone alone, outweigh those at the top.
  const std::vector<ConvertedPath> left =
      converted_with(store, view, written(store, *edit.content));
  if (!left.empty()) {
    throw StoreError(
        Fault::conflict,
        "no line in .gitattributes keeps the line ends of files like " + left.front().path +
            ": attributes nearer to it say otherwise",
        {left.front().why},
        "look into .gitattributes of the folders below, and into .git/info/attributes");
  }
  return edit;
}

}  // namespace aver::store
