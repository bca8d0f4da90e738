// SPDX-License-Identifier: MIT
//
// One function a form, each a loop over the claims of export.h that writes to a Target.
#include "cli/exchange/export_forms.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>

#include "claims/exchange/claimreview/claimreview_write.h"
#include "claims/exchange/csv/stance_sheet.h"
#include "claims/exchange/json/jsonl.h"
#include "claims/text/paths.h"
#include "cli/exchange/temporary_folder.h"
#include "cli/render/rows/sheet.h"
#include "cli/terminal/layout.h"
#include "store/export_database.h"
#include "store/parallel_read.h"

namespace aver::cli {
namespace {

using claims::StanceStatus;
using store::Fault;
using store::StoreError;

// Writes the lines of files. Links are none of a store's files: an import could make one that leads
// out of it. They are left out, and named at the end. May be shared by threads.
class FileLines {
 public:
  void append(std::string& to, const std::string& path, std::string_view bytes,
              store::FileMode mode) {
    if (mode == store::FileMode::link) {
      const std::lock_guard lock(mutex_);
      links_.insert(path);
      return;
    }
    claims::jsonl::append_line(to, path, bytes,
                               mode == store::FileMode::executable ? claims::jsonl::Mode::executable
                                                                   : claims::jsonl::Mode::plain);
  }

  void tell_left_out(Output& out) const {
    constexpr std::size_t kShown = 10;
    std::size_t shown = 0;
    for (const std::string& path : links_) {
      if (++shown > kShown) break;
      out.talk("warning: " + safe_line(path) + " is a symbolic link, and is left out\n");
    }
    if (links_.size() > kShown) {
      out.talk("… and " + std::to_string(links_.size() - kShown) + " more\n");
    }
  }

 private:
  std::mutex mutex_;
  std::set<std::string> links_;
};

// Writes the claims asked for, then the actors and sources that they refer to, with the captures.
class Chosen {
 public:
  Chosen(const store::View& view, FileLines& lines, Target& target)
      : view_(view), lines_(lines), target_(target) {}

  void add(const ExportedClaim& claim) {
    line(claims::claim_path(claim.folder.id));
    for (std::size_t i = 0; i < claim.wanted.size(); ++i) {
      const claims::Stance& stance = claim.folder.stances[i];
      if (!claim.wanted[i]) continue;
      line(claims::stance_path(stance.claim, stance.name));
      actors_.insert(stance.holder);
      for (const claims::EvidenceView& one : claims::evidences(stance)) {
        sources_.insert(one.source);
        actors_.insert(one.speaker);  // an id or plain words: what is no actor has no file
        actors_.insert(one.via.begin(), one.via.end());
      }
    }
  }

  void finish() {
    for (const std::string& id : actors_) {
      if (claims::id_problem(id).empty()) line(claims::actor_path(id));
    }
    for (const std::string& id : sources_) {
      if (id.empty()) continue;
      const std::string path = claims::source_path(id);
      line(path);
      const auto source = view_.source(id);
      if (!source || !source->record) continue;
      const std::string folder(claims::folder_part(path));
      line(folder, source->record->capture);
      line(folder, source->record->original);
      for (const claims::Recapture& later : source->record->recaptures) {
        line(folder, later.capture);
        line(folder, later.original);
      }
    }
  }

 private:
  void line(const std::string& folder, const std::string& name) {
    if (!name.empty()) line(folder + name);
  }
  void line(const std::string& path) {
    const std::optional<store::FileEntry> file = view_.file(path);
    if (!file) return;
    std::string text;
    lines_.append(text, path, view_.read_blob(file->blob), file->mode);
    target_.write(text);
  }

  const store::View& view_;
  FileLines& lines_;
  Target& target_;
  std::set<std::string> actors_, sources_;
};

// Who made the claim: of those who affirm it, the one that did so first.
std::optional<claims::Claimant> claimant_of(const ExportedClaim& claim, ExportNames& names,
                                            const claims::Vocabulary& words) {
  const claims::Stance* first = nullptr;
  for (std::size_t i = 0; i < claim.folder.stances.size(); ++i) {
    const claims::Stance& stance = claim.folder.stances[i];
    const StanceStatus standing = claim.standings[i];
    if (standing == StanceStatus::corrected || standing == StanceStatus::ended ||
        standing == StanceStatus::retracted || standing == StanceStatus::retraction)
      continue;
    const claims::Meaning meaning = words.find(stance.position);
    if (!meaning || meaning.scale->name != "stance" || meaning.word->value <= 0) continue;
    if (first == nullptr || claims::compare(stance.held, first->held) < 0) first = &stance;
  }
  if (first == nullptr) return std::nullopt;
  const ExportNames::ActorName actor = names.actor(first->holder);
  return claims::Claimant{actor.name.empty() ? first->holder : actor.name, actor.kind, first->held};
}

// All actors and sources; with conditions, those that the stances speak of.
void database(Session& session, const ExportScope& scope, const std::string& file) {
  const claims::Vocabulary& words = scope.view.vocabulary();
  store::ExportDatabase to(file);
  to.add_meta("schema", "aver.export/1");
  to.add_meta("revision", scope.view.commit());
  to.add_meta("on", claims::to_string(scope.at.on));
  std::mutex mutex;
  std::set<std::string> actors, sources;
  each_claim(
      session, scope,
      [&](const ExportedClaim& claim, std::string&) {
        const std::lock_guard lock(mutex);
        if (claim.folder.claim) to.add(*claim.folder.claim);
        for (std::size_t i = 0; i < claim.folder.stances.size(); ++i) {
          if (!claim.wanted[i]) continue;
          const claims::Stance& stance = claim.folder.stances[i];
          to.add(stance, claims::to_string(claim.standings[i]), words);
          if (!scope.filter.any()) continue;
          actors.insert(stance.holder);
          for (const claims::EvidenceView& one : claims::evidences(stance))
            sources.insert(one.source);
        }
      },
      [](std::string&&) {});
  const bool all = !scope.filter.any();
  each_actor(session, scope.view, [&](const claims::Actor& actor) {
    if (all || actors.contains(actor.id)) to.add(actor);
  });
  each_source(session, scope.view, [&](const claims::Source& source) {
    if (all || sources.contains(source.id)) to.add(source);
  });
  to.finish();
}

// SQLite can only write a file, so standard output gets a copy of a temporary one.
void database_to_output(Session& session, const ExportScope& scope, Target& target) {
  if (session.out.terminal()) {
    throw StoreError(Fault::usage, "a database is nothing for a terminal", {},
                     "aver export sqlite -o FILE");
  }
  const std::string folder = temporary_folder();
  std::string name = folder + "/aver-export-XXXXXX";
  if (mkdtemp(name.data()) == nullptr) throw StoreError(Fault::io, "cannot write to " + folder);
  struct Gone {
    std::string name;
    ~Gone() {
      std::error_code ignored;
      std::filesystem::remove_all(name, ignored);
    }
  } gone{name};
  database(session, scope, name + "/export.db");
  std::ifstream in(name + "/export.db", std::ios::binary);
  std::string buffer(std::size_t{1} << 20, '\0');
  while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
    target.write(std::string_view(buffer).substr(0, static_cast<std::size_t>(in.gcount())));
  }
}

}  // namespace

void export_all_lines(Session& session, const store::View& view, Target& target) {
  FileLines lines;
  store::read_in_parallel(
      view, {""}, store::Batches::any,
      [&lines](std::vector<store::TreeFile>&& files, std::string& to) {
        for (const store::TreeFile& file : files)
          lines.append(to, file.path, file.bytes, file.mode);
      },
      [&](std::string&& text) {
        target.write(text);
        return true;
      });
  lines.tell_left_out(session.out);
}

void export_lines(Session& session, const ExportScope& scope, Target& target) {
  FileLines lines;
  Chosen chosen(scope.view, lines, target);
  scope.filter.each_whole_folder(session, [&](claims::ClaimFolder&& folder) {
    const ExportedClaim claim = exported(scope, std::move(folder));
    if (claim.asked_for) chosen.add(claim);
  });
  chosen.finish();
  lines.tell_left_out(session.out);
}

void export_rows(Session& session, const ExportScope& scope, ExportNames& names, Target& target,
                 bool guard) {
  std::vector<std::string> columns;
  for (const claims::Column& column : claims::stance_columns()) columns.emplace_back(column.name);
  target.write(csv_row(columns, guard));
  each_claim(
      session, scope,
      [&](const ExportedClaim& claim, std::string& to) {
        for (std::size_t i = 0; i < claim.folder.stances.size(); ++i) {
          if (!claim.wanted[i]) continue;
          const claims::Stance& stance = claim.folder.stances[i];
          const ExportNames::SourceName source = names.source(stance.source);
          const claims::StanceContext context{claim.folder.claim ? &*claim.folder.claim : nullptr,
                                              claim.standings[i], names.actor(stance.holder).name,
                                              source.title, source.url};
          to += csv_row(claims::stance_cells(stance, context, scope.view.vocabulary()), guard);
        }
      },
      [&](std::string&& text) { target.write(text); });
}

void export_reviews(Session& session, const ExportScope& scope, ExportNames& names,
                    Target& target) {
  const claims::Vocabulary& words = scope.view.vocabulary();
  target.write("{\"@context\":\"https://schema.org\",\"@graph\":[");
  std::string before = "\n";  // what parts an element from the one before it
  each_claim(
      session, scope,
      [&](const ExportedClaim& claim, std::string& to) {
        if (!claim.folder.claim) return;
        for (std::size_t i = 0; i < claim.folder.stances.size(); ++i) {
          const claims::Stance& stance = claim.folder.stances[i];
          if (!claim.wanted[i] || claim.standings[i] != StanceStatus::in_force ||
              !claims::is_rating(stance, words))
            continue;
          const ExportNames::ActorName reviewer = names.actor(stance.holder);
          const ExportNames::SourceName source = names.source(stance.source);
          to += ",\n";
          claims::append_claimreview(
              to,
              {&*claim.folder.claim, &stance, reviewer.name.empty() ? stance.holder : reviewer.name,
               reviewer.kind, reviewer.url, source.url, source.title,
               claimant_of(claim, names, words)},
              words);
        }
      },
      [&](std::string&& text) {
        if (before == "\n") text.erase(0, 1);  // no comma before the first
        before = ",\n";
        target.write(text);
      });
  target.write("\n]}\n");
}

void export_database(Session& session, const ExportScope& scope, Target& target) {
  if (target.to_file()) {
    database(session, scope, target.part());
  } else {
    database_to_output(session, scope, target);
  }
}

}  // namespace aver::cli
