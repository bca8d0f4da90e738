// SPDX-License-Identifier: MIT
#include "tests/bench/import.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>

#include "store/bulk.h"
#include "store/process.h"
#include "store/store.h"

namespace aver::bench {
namespace {

namespace fs = std::filesystem;

class Reader {
 public:
  explicit Reader(const fs::path& file) : file_(std::fopen(file.c_str(), "rb")) {
    if (!file_) throw std::runtime_error("cannot read " + file.string());
    next();
  }
  const std::string& line() const { return line_; }  // empty at the end, and between commits
  bool at_end() const { return at_end_; }
  void next() {
    line_.clear();
    int byte = 0;
    while ((byte = getc_unlocked(file_.get())) != EOF && byte != '\n') {
      line_ += static_cast<char>(byte);
    }
    at_end_ = byte == EOF && line_.empty();
  }
  // The bytes behind "data N", which is the line we are at.
  const std::string& data() {
    bytes_.resize(std::strtoul(line_.c_str() + 5, nullptr, 10));
    if (std::fread(bytes_.data(), 1, bytes_.size(), file_.get()) != bytes_.size()) {
      throw std::runtime_error("the stream ends too early");
    }
    next();
    return bytes_;
  }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
  std::string line_, bytes_;
  bool at_end_ = false;
};

struct Commit {
  std::string committer, message;
  std::int64_t time = 0;
};

// From "commit …" to the first file.
Commit read_commit(Reader& reader) {
  Commit commit;
  reader.next();
  commit.committer = reader.line();
  const std::size_t stamp = commit.committer.rfind('>') + 2;
  commit.time = std::strtoll(commit.committer.c_str() + stamp, nullptr, 10);
  reader.next();
  commit.message = reader.data();
  return commit;
}

// Calls `put` for each file of the commit.
template <class Put>
void read_files(Reader& reader, const Put& put) {
  while (!reader.at_end() && !reader.line().starts_with("commit ")) {
    if (reader.line().empty()) {
      reader.next();
      continue;
    }
    const std::string path = reader.line().substr(sizeof "M 100644 inline " - 1);
    reader.next();
    put(path, reader.data());
  }
}

}  // namespace

void import_stream(const fs::path& stream, const fs::path& place) {
  Reader reader(stream);
  const Commit first = read_commit(reader);
  std::string head = "commit refs/heads/main\n" + first.committer + "\ndata " +
                     std::to_string(first.message.size()) + "\n" + first.message + "\n";
  read_files(reader, [&](const std::string& path, const std::string& bytes) {
    head +=
        "M 100644 inline " + path + "\ndata " + std::to_string(bytes.size()) + "\n" + bytes + "\n";
  });
  store::run_git({"-C", place.string(), "fast-import", "--quiet"}, {.input = head});

  store::Store store = store::Store::open(place);
  store::Bulk bulk(store);
  while (!reader.at_end()) {
    const Commit commit = read_commit(reader);
    read_files(reader,
               [&](const std::string& path, const std::string& bytes) { bulk.add(path, bytes); });
    bulk.commit(commit.message, {.authored = commit.time, .committed = commit.time});
  }
  bulk.finish();
}

}  // namespace aver::bench
