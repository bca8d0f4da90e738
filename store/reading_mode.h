// SPDX-License-Identifier: MIT
//
// How objects are read while a piece of work lasts. libgit2 has these as switches of the whole
// process: here they are counted, so that work of one mode may stand within work of another, or go
// on beside it, and the last to end switches back.
#pragma once

namespace aver::store {

class ReadingMode {
 public:
  enum Kind {
    // Objects are not hashed anew as they are read, which takes a third of the time of reading
    // many:
    // what is cut off or damaged shows when it is inflated.
    unhashed,
    // Neither, and small files are kept once read, as far as 64 MiB go: for a command that looks at
    // the same folders several times. Afterwards nothing more is kept; what is goes as libgit2
    // needs
    // the room.
    repeated,
  };
  explicit ReadingMode(Kind kind);
  ~ReadingMode();
  ReadingMode(const ReadingMode&) = delete;
  ReadingMode& operator=(const ReadingMode&) = delete;

 private:
  Kind kind_;
};

}  // namespace aver::store
