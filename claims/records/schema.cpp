// SPDX-License-Identifier: MIT
//
// The tables, one a record. Their order is the canonical order of keys in a file.
#include "claims/records/schema.h"

#include "claims/records/codec.h"

namespace aver::claims {
namespace schema {

const std::vector<Field<Claim>>& fields(Of<Claim>) {
  static const std::vector<Field<Claim>> all = {
      {"text", Type::line, &Claim::text, true},
      {"kind",
       Type::word,
       &Claim::kind,
       false,
       {"fact", "event", "pledge", "policy", "prediction", "quote"}},
      {"aliases", Type::ids, &Claim::aliases},
      {"lang", Type::line, &Claim::lang},
      {"tags", Type::set, &Claim::tags},
      {"deadline", Type::date, &Claim::deadline},
      {"review_by", Type::date, &Claim::review_by},
      {"same_as", Type::urls, &Claim::same_as},
      {"note", Type::text, &Claim::note},
      {"relation", Type::tables, &Claim::relations},
  };
  return all;
}

const std::vector<Field<Relation>>& fields(Of<Relation>) {
  static const std::vector<Field<Relation>> all = {
      {"type", Type::word, &Relation::type, true, {"negates", "narrows", "same-as", "depends-on"}},
      {"to", Type::id, &Relation::to, true},
  };
  return all;
}

const std::vector<Field<Stance>>& fields(Of<Stance>) {
  static const std::vector<Field<Stance>> all = {
      {"holder", Type::id, &Stance::holder, true},
      {"position", Type::line, &Stance::position},  // required but for a retraction
      {"held", Type::date, &Stance::held, true},
      {"until", Type::date, &Stance::until},
      {"through", Type::date, &Stance::through},
      {"searched", Type::lines, &Stance::searched},
      {"mode",
       Type::word,
       &Stance::mode,
       false,
       {"direct", "paraphrase", "attributed", "inferred", "action", "vote", "document"}},
      {"speaker", Type::line, &Stance::speaker},
      {"via", Type::lines, &Stance::via},
      {"summary", Type::text, &Stance::summary},
      {"quote", Type::text, &Stance::quote},
      {"quote_lang", Type::line, &Stance::quote_lang},
      {"translation", Type::text, &Stance::translation},
      {"source", Type::id, &Stance::source},
      {"locator", Type::line, &Stance::locator},
      {"unverified", Type::flag, &Stance::unverified},
      {"credibility", Type::integer, &Stance::credibility, false, {}, 1, 6},
      {"likelihood",
       Type::word,
       &Stance::likelihood,
       false,
       {"almost-no-chance", "very-unlikely", "unlikely", "roughly-even", "likely", "very-likely",
        "almost-certain"}},
      {"rating", Type::line, &Stance::rating},
      {"review_by", Type::date, &Stance::review_by},
      {"corrects", Type::stance, &Stance::corrects},
      {"retracts", Type::stance, &Stance::retracts},
      {"reason", Type::text, &Stance::reason},
      {"note", Type::text, &Stance::note},
  };
  return all;
}

const std::vector<Field<Actor>>& fields(Of<Actor>) {
  static const std::vector<Field<Actor>> all = {
      {"name", Type::line, &Actor::name, true},
      {"kind",
       Type::word,
       &Actor::kind,
       true,
       {"person", "state", "org", "party", "outlet", "account"}},
      {"aliases", Type::lines, &Actor::aliases},
      {"same_as", Type::urls, &Actor::same_as},
      {"note", Type::text, &Actor::note},
      {"role", Type::tables, &Actor::roles},
  };
  return all;
}

const std::vector<Field<Role>>& fields(Of<Role>) {
  static const std::vector<Field<Role>> all = {
      {"title", Type::line, &Role::title, true},
      {"of", Type::id, &Role::of},
      {"from", Type::date, &Role::from},
      {"to", Type::date, &Role::to},
  };
  return all;
}

const std::vector<Field<Source>>& fields(Of<Source>) {
  static const std::vector<Field<Source>> all = {
      {"title", Type::line, &Source::title, true},
      {"aliases", Type::ids, &Source::aliases},
      {"url", Type::url, &Source::url},
      {"publisher", Type::line, &Source::publisher},
      {"author", Type::lines, &Source::author},
      {"published", Type::date, &Source::published},
      {"retrieved", Type::moment, &Source::retrieved},
      {"lang", Type::line, &Source::lang},
      {"reliability", Type::word, &Source::reliability, false, {"A", "B", "C", "D", "E", "F"}},
      {"capture", Type::file_name, &Source::capture},
      {"sha256", Type::digest, &Source::sha256},
      {"original", Type::file_name, &Source::original},
      {"original_sha256", Type::digest, &Source::original_sha256},
      {"note", Type::text, &Source::note},
      {"archived", Type::tables, &Source::archived},
      {"recapture", Type::tables, &Source::recaptures},
  };
  return all;
}

const std::vector<Field<Recapture>>& fields(Of<Recapture>) {
  static const std::vector<Field<Recapture>> all = {
      {"capture", Type::file_name, &Recapture::capture, true},
      {"sha256", Type::digest, &Recapture::sha256, true},
      {"original", Type::file_name, &Recapture::original},
      {"original_sha256", Type::digest, &Recapture::original_sha256},
      {"retrieved", Type::moment, &Recapture::retrieved},
  };
  return all;
}

const std::vector<Field<Archived>>& fields(Of<Archived>) {
  static const std::vector<Field<Archived>> all = {
      {"url", Type::url, &Archived::url, true},
      {"at", Type::moment, &Archived::at},
  };
  return all;
}

const std::vector<Field<Review>>& fields(Of<Review>) {
  static const std::vector<Field<Review>> all = {
      {"by", Type::line, &Review::by, true},
      {"verdict", Type::word, &Review::verdict, true, {"approve", "request-changes", "comment"}},
      {"at", Type::moment, &Review::at, true},
      {"body", Type::text, &Review::body},
      {"on", Type::tables, &Review::on},
  };
  return all;
}

const std::vector<Field<Reviewed>>& fields(Of<Reviewed>) {
  static const std::vector<Field<Reviewed>> all = {
      {"record", Type::line, &Reviewed::record, true},
      {"blob", Type::line, &Reviewed::blob, true},
  };
  return all;
}

}  // namespace schema

namespace {

std::string_view name_of(schema::Type type) {
  using schema::Type;
  switch (type) {
    case Type::text:
      return "text";
    case Type::line:
      return "line";
    case Type::url:
      return "url";
    case Type::digest:
      return "digest";
    case Type::file_name:
      return "file";
    case Type::id:
      return "id";
    case Type::stance:
      return "stance";
    case Type::word:
      return "word";
    case Type::date:
      return "date";
    case Type::moment:
      return "moment";
    case Type::lines:
      return "lines";
    case Type::ids:
      return "ids";
    case Type::urls:
      return "urls";
    case Type::set:
      return "set";
    case Type::flag:
      return "flag";
    case Type::integer:
      return "integer";
    case Type::tables:
      return "tables";
  }
  return "";
}

template <class Record>
std::vector<FieldInfo> infos(std::string_view record) {
  std::vector<FieldInfo> all;
  for (const schema::Field<Record>& field : schema::fields(schema::Of<Record>{})) {
    FieldInfo info{field.key,
                   name_of(field.type),
                   field.required,
                   field.choices,
                   schema::meaning(record, field.key),
                   field.low,
                   field.high,
                   {}};
    if (field.type == schema::Type::tables) {
      std::visit(
          [&]<class Member>(Member Record::*) {
            if constexpr (requires { schema::fields(schema::Of<typename Member::value_type>{}); }) {
              info.fields = infos<typename Member::value_type>(field.key);
            }
          },
          field.member);
    }
    all.push_back(std::move(info));
  }
  return all;
}

}  // namespace

std::vector<FieldInfo> fields(RecordKind kind) {
  switch (kind) {
    case RecordKind::claim:
      return infos<Claim>("claim");
    case RecordKind::stance:
      return infos<Stance>("stance");
    case RecordKind::actor:
      return infos<Actor>("actor");
    case RecordKind::source:
      return infos<Source>("source");
    case RecordKind::review:
      return infos<Review>("review");
  }
  return {};
}

std::vector<std::string_view> choices(RecordKind kind, std::string_view key) {
  for (const FieldInfo& field : fields(kind)) {
    if (field.key == key) return field.choices;
  }
  return {};
}

}  // namespace aver::claims
