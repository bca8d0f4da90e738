// SPDX-License-Identifier: MIT
//
// The rules about what has become of records since a revision: what a single state of a store
// cannot show. `before` is always that revision, `after` what is checked.
//
// Pure: whoever asks reads both.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "claims/records/codec.h"
#include "claims/records/vocabulary.h"
#include "claims/text/diagnostic.h"

namespace aver::claims {

// A stance rewritten in place, where a correction would have kept what was recorded: another
// position, day or holder. A new name of the same position does not count as a rewrite, nor does a
// new id of the same actor: `is_same_actor` says whether `was` is a former id of `now`.
using IsSameActor = std::function<bool(const std::string& was, const std::string& now)>;
Diagnostics check_rewritten(const Decoded<Stance>& before, const Decoded<Stance>& after,
                            const Vocabulary& vocabulary, const IsSameActor& is_same_actor);

// A claim whose text is another one now, though stances were recorded on the old one, and stand:
// nobody has said of them that they fit the new one. The folders have all stances, in file order.
Diagnostics check_reworded(const ClaimFolder& before, const Decoded<Claim>& claim,
                           const ClaimFolder& after);

// Stances that were set aside, and stand again, as what set them aside is gone, or names another.
Diagnostics check_withdrawn(const ClaimFolder& before, const ClaimFolder& after);

// An id that is taken anew, and belonged to another record once: texts that cite it now lead
// astray. `then` and `now` are the files' texts, `commit` where the older one went. Nothing where
// both are of one record.
Diagnostics check_reused(const RecordRef& record, std::string_view then, std::string_view now,
                         std::string_view commit);

// Reports a record that has disappeared: it is no longer at its path, and no other record names its
// id as an alias.
Diagnostic vanished(const RecordRef& record);

// The same of one that was taken out on purpose, and `why`: a warning.
Diagnostic dropped(const RecordRef& record, const std::string& why);

// The names of words, older ones among them, that only one of the vocabularies has, or that are
// another word, on another scale, of another value, or an absence in one of them alone.
std::set<std::string> words_that_differ(const Vocabulary& before, const Vocabulary& after);

// Takes out of `found` what was found `before` already: the same of the same file, wherever in it.
// Of a file that `is_unchanged`, a reference that led nowhere, and now leads to what does not do,
// is no new error.
void leave_out(Diagnostics& found, const Diagnostics& before,
               const std::function<bool(const std::string& file)>& is_unchanged);

}  // namespace aver::claims
