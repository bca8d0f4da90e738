// SPDX-License-Identifier: MIT
//
// The names of rules. No other name can be made than those that stand here, and nobody need write
// one as a text: a name that is misspelt does not compile.
#pragma once

#include <string_view>

namespace aver::claims {

// The stable name of a rule, "group/name": "date/impossible". Users read it, and leave rules out by
// it; it never changes.
class RuleName {
 public:
  constexpr RuleName() = default;  // of no rule

  constexpr std::string_view text() const { return text_; }
  constexpr bool empty() const { return text_.empty(); }
  constexpr std::string_view group() const { return text_.substr(0, text_.find('/')); }

  friend constexpr bool operator==(RuleName, RuleName) = default;
  friend constexpr auto operator<=>(RuleName, RuleName) = default;

 private:
  friend struct Rule;
  friend struct InputRule;
  consteval explicit RuleName(std::string_view text) : text_(text) {}

  std::string_view text_;
};

// What records, and the store around them, are held against. check/rules.h explains each.
struct Rule {
  static constexpr RuleName absence_contradicted{"absence/contradicted"};
  static constexpr RuleName absence_evidence{"absence/evidence"};
  static constexpr RuleName absence_overtaken{"absence/overtaken"};
  static constexpr RuleName actor_duplicate{"actor/duplicate"};
  static constexpr RuleName alias_taken{"alias/taken"};
  static constexpr RuleName capture_changed{"capture/changed"};
  static constexpr RuleName capture_hash{"capture/hash"};
  static constexpr RuleName capture_missing{"capture/missing"};
  static constexpr RuleName claim_duplicate{"claim/duplicate"};
  static constexpr RuleName claim_missing{"claim/missing"};
  static constexpr RuleName claim_reworded{"claim/reworded"};
  static constexpr RuleName correction_both{"correction/both"};
  static constexpr RuleName correction_circle{"correction/circle"};
  static constexpr RuleName correction_target{"correction/target"};
  static constexpr RuleName correction_twice{"correction/twice"};
  static constexpr RuleName correction_withdrawn{"correction/withdrawn"};
  static constexpr RuleName date_impossible{"date/impossible"};
  static constexpr RuleName date_open{"date/open"};
  static constexpr RuleName date_order{"date/order"};
  static constexpr RuleName digest_form{"digest/form"};
  static constexpr RuleName evidence_source{"evidence/source"};
  static constexpr RuleName evidence_twice{"evidence/twice"};
  static constexpr RuleName evidence_unsourced{"evidence/unsourced"};
  static constexpr RuleName folder_wide{"folder/wide"};
  static constexpr RuleName held_after_source{"held/after-source"};
  static constexpr RuleName held_future{"held/future"};
  static constexpr RuleName id_form{"id/form"};
  static constexpr RuleName id_reused{"id/reused"};
  static constexpr RuleName key_format{"key/format"};
  static constexpr RuleName key_missing{"key/missing"};
  static constexpr RuleName key_unknown{"key/unknown"};
  static constexpr RuleName merge_unresolved{"merge/unresolved"};
  static constexpr RuleName name_moved{"name/moved"};
  static constexpr RuleName path_name{"path/name"};
  static constexpr RuleName path_stray{"path/stray"};
  static constexpr RuleName position_contradiction{"position/contradiction"};
  static constexpr RuleName position_same_day{"position/same-day"};
  static constexpr RuleName position_twice{"position/twice"};
  static constexpr RuleName query_unreadable{"query/unreadable"};
  static constexpr RuleName quote_drifted{"quote/drifted"};
  static constexpr RuleName quote_far{"quote/far"};
  static constexpr RuleName quote_locator{"quote/locator"};
  static constexpr RuleName quote_missing{"quote/missing"};
  static constexpr RuleName quote_near{"quote/near"};
  static constexpr RuleName quote_negation{"quote/negation"};
  static constexpr RuleName quote_unverified{"quote/unverified"};
  static constexpr RuleName range_out{"range/out"};
  static constexpr RuleName record_rewritten{"record/rewritten"};
  static constexpr RuleName record_vanished{"record/vanished"};
  static constexpr RuleName recorded_clock{"recorded/clock"};
  static constexpr RuleName recorded_foxtrot{"recorded/foxtrot"};
  static constexpr RuleName reference_holder{"reference/holder"};
  static constexpr RuleName reference_relation{"reference/relation"};
  static constexpr RuleName reference_role{"reference/role"};
  static constexpr RuleName reference_source{"reference/source"};
  static constexpr RuleName reference_speaker{"reference/speaker"};
  static constexpr RuleName reference_via{"reference/via"};
  static constexpr RuleName repeats_fallen{"repeats/fallen"};
  static constexpr RuleName repeats_target{"repeats/target"};
  static constexpr RuleName review_altered{"review/altered"};
  static constexpr RuleName review_approval{"review/approval"};
  static constexpr RuleName review_untold{"review/untold"};
  static constexpr RuleName review_on{"review/on"};
  static constexpr RuleName review_person{"review/person"};
  static constexpr RuleName review_requested{"review/requested"};
  static constexpr RuleName review_topic{"review/topic"};
  static constexpr RuleName review_unknown{"review/unknown"};
  static constexpr RuleName review_unsatisfiable{"review/unsatisfiable"};
  static constexpr RuleName store_attributes{"store/attributes"};
  static constexpr RuleName store_format{"store/format"};
  static constexpr RuleName text_control{"text/control"};
  static constexpr RuleName text_empty{"text/empty"};
  static constexpr RuleName text_lines{"text/lines"};
  static constexpr RuleName text_translation{"text/translation"};
  static constexpr RuleName toml_dots{"toml/dots"};
  static constexpr RuleName toml_encoding{"toml/encoding"};
  static constexpr RuleName toml_size{"toml/size"};
  static constexpr RuleName toml_syntax{"toml/syntax"};
  static constexpr RuleName type_mismatch{"type/mismatch"};
  static constexpr RuleName until_cut_short{"until/cut-short"};
  static constexpr RuleName url_form{"url/form"};
  static constexpr RuleName vocabulary_empty{"vocabulary/empty"};
  static constexpr RuleName vocabulary_position{"vocabulary/position"};
  static constexpr RuleName vocabulary_renamed{"vocabulary/renamed"};
  static constexpr RuleName vocabulary_twice{"vocabulary/twice"};
  static constexpr RuleName word_unknown{"word/unknown"};
};

// What the input of an import is held against, before it makes a record.
struct InputRule {
  static constexpr RuleName claimreview_date{"claimreview/date"};
  static constexpr RuleName claimreview_none{"claimreview/none"};
  static constexpr RuleName claimreview_publisher{"claimreview/publisher"};
  static constexpr RuleName claimreview_size{"claimreview/size"};
  static constexpr RuleName claimreview_text{"claimreview/text"};
  static constexpr RuleName claimreview_url{"claimreview/url"};
  static constexpr RuleName csv_encoding{"csv/encoding"};
  static constexpr RuleName csv_header{"csv/header"};
  static constexpr RuleName csv_join{"csv/join"};
  static constexpr RuleName csv_long{"csv/long"};
  static constexpr RuleName csv_mojibake{"csv/mojibake"};
  static constexpr RuleName csv_quote{"csv/quote"};
  static constexpr RuleName csv_width{"csv/width"};
  static constexpr RuleName import_twice{"import/twice"};
  static constexpr RuleName json_deep{"json/deep"};
  static constexpr RuleName json_duplicate{"json/duplicate"};
  static constexpr RuleName json_large{"json/large"};
  static constexpr RuleName json_long{"json/long"};
  static constexpr RuleName json_number{"json/number"};
  static constexpr RuleName json_syntax{"json/syntax"};
  static constexpr RuleName jsonl_base64{"jsonl/base64"};
  static constexpr RuleName jsonl_form{"jsonl/form"};
  static constexpr RuleName jsonl_kind{"jsonl/kind"};
  static constexpr RuleName jsonl_long{"jsonl/long"};
  static constexpr RuleName jsonl_member{"jsonl/member"};
  static constexpr RuleName jsonl_mode{"jsonl/mode"};
  static constexpr RuleName jsonl_null{"jsonl/null"};
  static constexpr RuleName jsonl_path{"jsonl/path"};
  static constexpr RuleName jsonl_schema{"jsonl/schema"};
  static constexpr RuleName jsonl_tag{"jsonl/tag"};
  static constexpr RuleName jsonl_text{"jsonl/text"};
  static constexpr RuleName label_table{"label/table"};
  static constexpr RuleName label_unmapped{"label/unmapped"};
  static constexpr RuleName mapping_column{"mapping/column"};
  static constexpr RuleName mapping_empty{"mapping/empty"};
  static constexpr RuleName mapping_form{"mapping/form"};
  static constexpr RuleName mapping_id{"mapping/id"};
  static constexpr RuleName mapping_key{"mapping/key"};
  static constexpr RuleName mapping_value{"mapping/value"};
};

}  // namespace aver::claims
