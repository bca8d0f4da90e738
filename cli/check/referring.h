// SPDX-License-Identifier: MIT
//
// Records that a change leaves as they are, and that may be judged differently after it: what they
// refer to has changed or gone, an id that is their alias was given to another record, or a word
// that they say means something else.
#pragma once

#include <set>
#include <string>

#include "claims/records/vocabulary.h"
#include "cli/check/touched.h"
#include "cli/session/session.h"
#include "store/store.h"

namespace aver::cli {

// What has become of that which others may refer to. Stances are left out: only those of the same
// claim refer to one.
struct Referents {
  // Claims, actors and sources; former ids of actors, too, that lead to another one or nowhere.
  std::set<claims::RecordRef> gone;
  std::set<std::string> changed;      // sources, those of a changed capture among them
  std::set<claims::RecordRef> fresh;  // claims, actors and sources that were not there
  std::set<std::string> words;        // whose meaning is another
};

Referents referents(const Touched& touched, const claims::Vocabulary& before,
                    const claims::Vocabulary& after);

struct Referring {
  std::set<std::string> files;   // by path
  std::set<std::string> claims;  // whose stances are to be judged together
};

// The records of `view` that may refer to these: all that do are among them. The index is asked for
// claims by holder, source and word, and for former ids; without one, texts are searched. It does
// not know who reported what: with `warned`, where an actor is gone, all stances are searched, and
// those that name it as a reporter or a speaker are found, too.
Referring referring(Session& session, const store::View& view, const Referents& what, bool warned);

}  // namespace aver::cli
