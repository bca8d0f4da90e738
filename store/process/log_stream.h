// SPDX-License-Identifier: MIT
//
// Takes apart what `git log -z` and `git diff-tree -z` write: fields of a commit, then the paths it
// changed.
//
// Never looks for a mark between fields. People type what is in most of them, and a name or an
// address may have any byte but NUL, so NUL parts them and their number tells where a head ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aver::store {

class LogStream {
 public:
  class Sink {
   public:
    virtual ~Sink() = default;

    // The fields in the order in which they were asked for; the first is the commit's id.
    virtual void head(const std::vector<std::string>& fields) = 0;

    // `raw` is ":100644 100644 <before> <after> M"; of a merge with -c it has a colon, a mode and
    // an id more for each parent.
    virtual void change(std::string_view raw, std::string_view path) = 0;
  };

  // The word that asks git for these fields ("%H", "%an", …). The first must be "%H".
  static std::string format(const std::vector<std::string_view>& fields);

  // A line for `git diff-tree --stdin`, which repeats it when everything before it is written.
  static constexpr std::string_view kMark = "-\n";

  // `fields` is the number of those that format() was given.
  LogStream(std::size_t fields, Sink& sink);

  // Takes what git has written since, however it is cut. Returns true where a mark was read; the
  // bytes after it wait for the next call. From a token on that is nothing git writes, all is left
  // out, marks too.
  bool take(std::string_view piece);

  // Throws StoreError(corrupt) unless all was understood, and whole.
  void end();

 private:
  void token(std::string_view text);

  Sink& sink_;
  std::size_t count_;
  std::vector<std::string> fields_;  // of the head under way
  std::size_t filled_ = 0;           // 0: between heads and changes
  std::string rest_;
  std::string raw_;  // while its path is awaited
  bool well_ = true;
};

}  // namespace aver::store
