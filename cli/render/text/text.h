// SPDX-License-Identifier: MIT
//
// Answers as text for people: dates first, aligned, wrapped to the width, coloured by a position's
// value. Everything that came from files or git is made safe for the terminal here.
#pragma once

#include <string>

#include "cli/answers/answers.h"
#include "cli/terminal/output.h"

namespace aver::cli {

struct TextOptions {
  bool evidence = false;  // diff: quote and source below each change
  bool stat = false;      // diff: only how many of each kind
};

std::string text(const ClaimAnswer& answer, const claims::Vocabulary& words, const Output& out);
std::string text(const ActorAnswer& answer, const claims::Vocabulary& words, const Output& out);
std::string text(const SourceAnswer& answer, const claims::Vocabulary& words, const Output& out);
std::string text(const StanceAnswer& answer, const claims::Vocabulary& words, const Output& out);
std::string text(const ListAnswer& answer, const claims::Vocabulary& words, const Output& out);
std::string text(const ActorListAnswer& answer, const Output& out);
std::string text(const SourceListAnswer& answer, const Output& out);
std::string text(const HistoryAnswer& answer, const claims::Vocabulary& words, const Output& out);
std::string text(const BeliefsAnswer& answer, const claims::Vocabulary& words, const Output& out);
std::string text(const LogAnswer& answer, const Output& out);
std::string text(const EditionsAnswer& answer, const Output& out);
std::string text(const SignaturesAnswer& answer, const Output& out);
std::string text(const PolicyAnswer& answer, const Output& out);
std::string text(const claims::ClaimDiff& claim, const claims::Vocabulary& words, const Output& out,
                 const TextOptions& options);
std::string text(const DiffAnswer& answer, const claims::Vocabulary& words, const Output& out,
                 const TextOptions& options);
std::string text(const QuotationsAnswer& answer, const Output& out);
std::string text(const CaptureDiffAnswer& answer, const Output& out);
std::string text(const SearchAnswer& answer, const Output& out);
std::string text(const ImpactAnswer& answer, const claims::Vocabulary& words, const Output& out);
std::string text(const StatusAnswer& answer, const Output& out);
std::string text(const CheckAnswer& answer, const Output& out);

std::string text(const PositionsAnswer& answer, const claims::Vocabulary& words, const Output& out);
std::string text(const FlipsAnswer& answer, const claims::Vocabulary& words, const Output& out);
std::string text(const DueAnswer& answer, const Output& out);
std::string text(const BlameAnswer& answer, const Output& out);

std::string text(const ProposalListAnswer& answer, const Output& out);
std::string text(const ProposalAnswer& answer, const claims::Vocabulary& words, const Output& out);

// Pieces that several answers, and the messages of record-making commands, share.

// The lines above an answer: its coordinates, and what it is without. Empty where neither was
// asked for.
std::string head_text(const Head& head, const Output& out);

// "without source:x: 12 records and 2 checks fall, 3 that they had corrected stay aside".
std::string without_text(const WithoutTold& told);
// ", without source:x (2 records fall)" for the end of a sentence; empty where it is without
// nothing.
std::string without_clause(const DiffAnswer& answer);

// The colour of a position: by its value; absences have their own.
Style style_of(const claims::Vocabulary& words, std::string_view position);

// "silent", "affirm (lapsed)"; "deny or affirm ~" where it is not certain.
std::string position_text(const claims::Position& position, const claims::Vocabulary& words,
                          const Output& out);
std::string possible_text(const std::vector<claims::Possible>& possible,
                          const claims::Vocabulary& words, const Output& out);

// A line for each kind of records that an answer leaves out, with the command that has them; empty
// where there are none.
std::string left_out_text(const LeftOut& left_out, const Output& out);

// The smallest value first; no record comes last.
std::vector<claims::Possible> by_value(std::vector<claims::Possible> possible,
                                       const claims::Vocabulary& words);

// "2024-10-31", "2024-10", "[2024-10-03..2024-10-09]": the days on which something began, as the
// record that did has them.
std::string when_text(const claims::DaySpan& when, const std::vector<claims::Possible>& entered);
std::string when_text(const claims::Position& position);
// With the time, where that is what orders it among others of its day.
std::string when_text(const claims::Step& step);

// What one side of a diff shows of a line: "silent (2024-10-31)", "no record".
std::string shown_text(const claims::Shown& shown, const claims::Vocabulary& words,
                       const Output& out);
// "2024-10-01 to 2024-10-30, and from 2025-01-01 on"; "in force on no day".
std::string governed_text(const claims::AlsoRecorded& one);

// What a hit is: "claim", "stance", …, or "saved text".
std::string kind_of(const store::SearchHit& hit);

// How a deadline stands on a line: "kept", "missed, done late 2024-07-03", "missed (broken
// 2024-05-02)"; "kept ~ (done 2024-06)" where vague days leave it open.
std::string outcome_text(const claims::LineDeadline& line, const claims::Vocabulary& words);

// The word's name of today.
std::string word_of(const claims::Stance& stance, const claims::Vocabulary& words);

// The colour of a change: of a move up, down, or aside.
Style color_of(claims::Change change);

// What is told beside a position: "  since 2024-10-31, resumed, last checked 2024-11-02".
std::string since_text(const claims::Position& position, const claims::Vocabulary& words);

// How a stance is known: "via kem-yarr-olin", "said by lio-pendar", "paraphrase". Empty for
// nothing.
std::string attribution(const claims::Stance& stance);

// The place of an evidence, or of the first of a stance, with how reliable the source is where that
// is given: "2024/ministers-wintermoor (reliability C), para 10". Empty for nothing.
std::string place_of_evidence(const claims::EvidenceView& evidence,
                              const Reliability& reliability = {});
std::string place_of_evidence(const claims::Stance& stance);

// The rest of what was recorded, but for words and notes: "quote in ko · until 2024-11-30 · likely
// · credibility 2". Empty for nothing.
std::string details_of(const claims::Stance& stance);

// All of these, of the first evidence, with " · " in between.
std::string how_known(const claims::Stance& stance, const Reliability& reliability);

// The places of all evidence: "2024/ministers-wintermoor, para 10; 2024/courier".
std::string places_of_evidence(const claims::Stance& stance);

// How well a quote agrees with its source: "verbatim", "not in the saved text", in its colour.
std::string quote_text(const claims::QuoteVerdict& verdict, const Output& out);

// "Ben Ray, Cy": the names of people given as "Name <address>".
std::string names_of(const std::vector<std::string>& people);

// The quote in quotation marks, or the summary.
std::string words_of(const claims::Stance& stance);

// All that was said, in lines of its own: the quote, its translation, the summary, the condition of
// a position that has one, and the note. `label` stands before the first.
std::string said_text(const claims::Stance& stance, const Output& out, int indent,
                      std::string_view label = "");

// The further evidence of a stance, each in lines of its own that begin with "also": its words, who
// said them and how it is known, its place, and how its quote stands where that was looked up.
std::string further_text(const claims::Stance& stance, const Output& out, int indent,
                         const Quotes& quotes = {}, const Reliability& reliability = {});

}  // namespace aver::cli
