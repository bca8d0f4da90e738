// SPDX-License-Identifier: MIT
//
// Walks the field table of claims/records, so that a new field of a record is in the schema without
// a line here.
#include "cli/render/json/schema.h"

#include <nlohmann/json.hpp>

namespace aver::cli {
namespace {

using Json = nlohmann::ordered_json;
using claims::FieldInfo;
using claims::RecordKind;

constexpr const char* kId = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?(/[a-z0-9]([a-z0-9-]*[a-z0-9])?){0,6}$";

constexpr const char* kWithTime =
    "|\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})?";

Json text_with(const std::string& pattern) { return {{"type", "string"}, {"pattern", pattern}}; }

// A date, in the forms that parse_date() reads; those of TOML are texts to an editor. `more` is
// another form.
Json date_with(const std::string& more = "") {
  const std::string plain = "\\d{4}(-\\d{2}(-\\d{2})?)?";
  return text_with("^(" + plain + "~?|\\[(" + plain + ")?\\.\\." + plain + "\\]" + more + ")$");
}

Json list_of(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json object_of(const std::vector<FieldInfo>& fields);

Json value_of(const FieldInfo& field) {
  const std::string_view type = field.type;
  if (type == "integer")
    return {{"type", "integer"}, {"minimum", field.low}, {"maximum", field.high}};
  if (type == "flag") return {{"type", "boolean"}};
  if (type == "date") return date_with(field.timed ? kWithTime : "");
  if (type == "moment") return date_with(kWithTime);
  if (type == "id" || type == "stance") return text_with(kId);
  if (type == "url") return text_with("^[A-Za-z][A-Za-z0-9+.-]*:\\S+$");
  if (type == "digest") return text_with("^[0-9a-f]{64}$");
  if (type == "file") return text_with("^[^./][^/]*$");
  if (type == "ids") return list_of(text_with(kId));
  if (type == "urls") return list_of({{"type", "string"}});
  if (type == "lines") return list_of({{"type", "string"}});
  if (type == "set") {
    Json list = list_of({{"type", "string"}});
    list["uniqueItems"] = true;
    return list;
  }
  if (type == "tables") return list_of(object_of(field.fields));
  Json text = {{"type", "string"}};
  if (!field.choices.empty()) text["enum"] = field.choices;
  return text;
}

Json object_of(const std::vector<FieldInfo>& fields) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const FieldInfo& field : fields) {
    Json value = value_of(field);
    value["description"] = field.meaning;
    properties[std::string(field.key)] = std::move(value);
    if (field.required) required.push_back(field.key);
  }
  Json object = {{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) object["required"] = std::move(required);
  return object;
}

}  // namespace

std::string json_schema(RecordKind kind, const claims::Vocabulary& words) {
  Json schema = {{"$schema", "http://json-schema.org/draft-04/schema#"},
                 {"title", "aver " + std::string(to_string(kind))}};
  schema.update(object_of(claims::fields(kind)));
  if (kind == RecordKind::stance) {
    Json positions = Json::array();
    Json meanings = Json::array();  // one a position, in the same order
    for (const claims::Scale& scale : words.scales()) {
      for (const claims::Word& word : scale.words) {
        positions.push_back(word.name);
        meanings.push_back(std::string(claims::meaning_of(word)));
        for (const std::string& old : word.was) {
          positions.push_back(old);
          meanings.push_back("An older name of " + word.name + ".");
        }
      }
    }
    Json& position = schema["properties"]["position"];
    position["enum"] = std::move(positions);
    // Where the language server taplo looks for what to show beside each value.
    position["x-taplo"] = {{"docs", {{"enumValues", std::move(meanings)}}}};
  }
  return schema.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<std::pair<std::string, std::string>> editor_files(const claims::Vocabulary& words) {
  std::vector<std::pair<std::string, std::string>> files;
  std::string rules =
      "# Which schema is for which file: editors with the TOML language server taplo read this.\n";
  const auto add = [&](RecordKind kind, const std::string& include, const std::string& exclude) {
    const std::string path = ".schemas/" + std::string(to_string(kind)) + ".json";
    files.emplace_back(path, json_schema(kind, words));
    rules += "\n[[rule]]\ninclude = [\"" + include + "\"]\n";
    if (!exclude.empty()) rules += "exclude = [\"" + exclude + "\"]\n";
    rules += "schema = { path = \"" + path + "\" }\n";
  };
  add(RecordKind::claim, "claims/**/claim.toml", "");
  add(RecordKind::stance, "claims/**/*.toml", "claims/**/claim.toml");
  add(RecordKind::actor, "actors/**/*.toml", "");
  add(RecordKind::source, "sources/**/*.toml", "");
  add(RecordKind::review, "reviews/**/*.toml", "");
  files.emplace_back(".taplo.toml", std::move(rules));
  return files;
}

}  // namespace aver::cli
