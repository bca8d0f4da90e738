// SPDX-License-Identifier: MIT
//
// Answers as JSON: one object with a "schema" head ("aver.show/1"). Absent scalars are null, absent
// lists []; within a version keys never change their meaning. Characters that a terminal would obey
// or hide are escaped, so that the text is safe to print and still lossless.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/answers/answers.h"

namespace aver::cli {

// Takes the text of an answer, which may be long, piece by piece.
using JsonPieces = std::function<void(std::string_view)>;
void json(const HistoryAnswer& answer, const claims::Vocabulary& words, const JsonPieces& take);
void json(const FlipsAnswer& answer, const claims::Vocabulary& words, const JsonPieces& take);
void json(const DiffAnswer& answer, const claims::Vocabulary& words, const JsonPieces& take);
void json(const BlameAnswer& answer, const JsonPieces& take);

std::string json(const ClaimAnswer& answer, const claims::Vocabulary& words);
std::string json(const ActorAnswer& answer, const claims::Vocabulary& words);
std::string json(const SourceAnswer& answer, const claims::Vocabulary& words);
std::string json(const StanceAnswer& answer, const claims::Vocabulary& words);
std::string json(const ListAnswer& answer, const claims::Vocabulary& words);
std::string json(const ActorListAnswer& answer);
std::string json(const SourceListAnswer& answer);
std::string json(const BeliefsAnswer& answer, const claims::Vocabulary& words);
std::string json(const LogAnswer& answer);
std::string json(const EditionsAnswer& answer);
std::string json(const SignaturesAnswer& answer);
std::string json(const PolicyAnswer& answer);
std::string json(const QuotationsAnswer& answer);
std::string json(const CaptureDiffAnswer& answer);
std::string json(const SearchAnswer& answer);
std::string json(const ImpactAnswer& answer, const claims::Vocabulary& words);
std::string json(const StatusAnswer& answer);
std::string json(const CheckAnswer& answer);
std::string sarif(const CheckAnswer& answer);   // SARIF 2.1.0, for code hosts and editors
std::string github(const CheckAnswer& answer);  // workflow commands that annotate a change

std::string json(const PositionsAnswer& answer, const claims::Vocabulary& words);
std::string json(const DueAnswer& answer);
std::string json(const ProposalListAnswer& answer);
std::string json(const ProposalAnswer& answer, const claims::Vocabulary& words);

// What a cell is in JSON: "yes" of a flag is true, "no" false.
enum class JsonCell { text, flag, number };

// One object on one line; keys and values in order, an empty value null. `types` has one a key, or
// is empty: all are texts. Numbers are digits.
std::string json_object(const std::vector<std::string>& keys,
                        const std::vector<std::string>& values,
                        const std::vector<JsonCell>& types = {});

// The head alone, for an answer from before the first commit.
std::string json_of_nothing(const char* schema, const Head& head);

}  // namespace aver::cli
