#include <algorithm>
#include <array>
#include <map>

#include "cardea/kernel/text.hpp"
#include "collector.hpp"
#include "countries.hpp"
#include "dates.hpp"
#include "ofac_documents.hpp"
#include "xml.hpp"

namespace cardea::lists {
namespace {

using watchlist::Alert;
using watchlist::AliasQuality;
using watchlist::SubjectKind;

/// Words of the format's reference sets by set and number, such as ("FeatureType", "8") for "Birthdate".
using References = std::map<std::pair<std::string, std::string>, std::string>;

/// What each part of a name is, by the number of its group.
using PartTypes = std::map<std::string, std::string>;

struct WellKnown {
  std::string_view set;
  std::string_view id;
  std::string_view word;
};

/// Numbers that excerpts of the list use without the set that explains them.
constexpr std::array<WellKnown, 8> kWellKnown = {{{"FeatureType", "8", "Birthdate"},
                                                  {"FeatureType", "9", "Place of Birth"},
                                                  {"FeatureType", "10", "Nationality Country"},
                                                  {"FeatureType", "11", "Citizenship Country"},
                                                  {"FeatureType", "25", "Location"},
                                                  {"FeatureType", "224", "Gender"},
                                                  {"DetailReference", "91526", "Male"},
                                                  {"DetailReference", "91527", "Female"}}};

/// What stands in SanctionsEntries about one profile.
struct EntryFacts {
  std::string programmes;
  std::optional<Date> listed_on;
};

struct Draft {
  Alert alert;
  std::string profile;
  std::int64_t line = 0;
  std::string raw;
};

std::string number_text(std::string_view number) {
  return number.size() == 1 ? "0" + std::string(number) : std::string(number);
}

/// `<Year>`, `<Month>`, `<Day>` as ISO 8601.
std::string iso_date(const XmlElement& element) {
  return std::string(element.child_text("Year")) + '-' + number_text(element.child_text("Month")) + '-' +
         number_text(element.child_text("Day"));
}

/// The script codes OFAC writes out.
std::string iso_script(std::string_view code) {
  if (code == "Latin") return "Latn";
  if (code == "Japanese") return "Jpan";
  if (code == "Korean") return "Kore";
  return std::string(code);
}

const XmlElement* descend(const XmlElement* element, std::initializer_list<std::string_view> path) {
  for (const auto name : path) element = element == nullptr ? nullptr : element->child(name);
  return element;
}

class AdvancedReader {
 public:
  Result<ParsedList> run(std::string_view xml, const Progress& progress) {
    const XmlHandlers handlers{
        [](const XmlElement& root) { return root.name == "Sanctions"; },
        [this](const XmlElement& element, std::string_view raw) { take(element, raw); }};
    const Done read = read_xml(
        xml,
        {"DateOfIssue", "ReferenceValueSets", "Location", "IDRegDocument", "DistinctParty", "SanctionsEntry"},
        handlers, progress);
    if (!read) return pass_on(read);
    for (Draft& draft : drafts_) finish(std::move(draft));
    return collector_.finish(std::move(version_));
  }

 private:
  void take(const XmlElement& element, std::string_view raw) {
    if (element.name == "DateOfIssue") version_ = iso_date(element);
    if (element.name == "ReferenceValueSets") take_references(element);
    if (element.name == "Location") take_location(element);
    if (element.name == "IDRegDocument") take_document(element);
    if (element.name == "DistinctParty") take_party(element, raw);
    if (element.name == "SanctionsEntry") take_entry(element);
  }

  void take_references(const XmlElement& sets) {
    for (const auto& set : sets.children) {
      for (const auto& value : set.children) {
        const std::string id{value.attribute("ID")};
        references_[{value.name, id}] = squeeze(value.text);
        if (value.name == "Script")
          references_[{"ScriptCode", id}] = iso_script(value.attribute("ScriptCode"));
        if (value.name == "PartySubType") references_[{"PartyTypeOf", id}] = value.attribute("PartyTypeID");
      }
    }
  }

  [[nodiscard]] std::string word(const std::string& set, std::string_view id) const {
    const auto found = references_.find({set, std::string(id)});
    if (found != references_.end()) return found->second;
    const auto known = std::ranges::find_if(
        kWellKnown, [&](const WellKnown& candidate) { return candidate.set == set && candidate.id == id; });
    return known == kWellKnown.end() ? std::string{} : std::string(known->word);
  }

  void take_location(const XmlElement& location) {
    std::string text;
    for (const auto& part : location.children) {
      const XmlElement* value = descend(&part, {"LocationPartValue", "Value"});
      if (value != nullptr) text = join_known({text, squeeze(value->text)});
    }
    std::string country;
    if (const XmlElement* element = location.child("LocationCountry")) {
      country = word("Country", element->attribute("CountryID"));
    }
    locations_[std::string(location.attribute("ID"))] = {join_known({text, country}), country};
  }

  void take_document(const XmlElement& element) {
    const std::string listed = word("IDRegDocType", element.attribute("IDRegDocTypeID"));
    const std::string number = squeeze(element.child_text("IDRegistrationNo"));
    if (number.empty()) return;
    watchlist::ListedDocument document{"other", number, {}, listed};
    if (auto read = read_ofac_document(listed + ' ' + number)) document = std::move(*read);
    document.number = number;
    document.issuer = alpha3_of(word("Country", element.attribute("IssuedBy-CountryID")));
    documents_.emplace(element.attribute("IdentityID"), std::move(document));
  }

  void take_entry(const XmlElement& entry) {
    EntryFacts& facts = facts_[std::string(entry.attribute("ProfileID"))];
    for (const auto& child : entry.children) {
      if (child.name == "EntryEvent" && !facts.listed_on) {
        if (const XmlElement* date = child.child("Date")) facts.listed_on = parse_date(iso_date(*date));
      }
      const bool programme = word("SanctionsType", child.attribute("SanctionsTypeID")) == "Program";
      if (child.name == "SanctionsMeasure" && programme) {
        facts.programmes = join_known({facts.programmes, squeeze(child.child_text("Comment"))});
      }
    }
  }

  void take_party(const XmlElement& party, std::string_view raw) {
    const XmlElement* profile = party.child("Profile");
    if (profile == nullptr) return collector_.reject(party.line, "profile_missing", raw);
    Draft draft{{}, std::string(profile->attribute("ID")), party.line, std::string(raw)};
    draft.alert.source_id = party.attribute("FixedRef");
    draft.alert.kind = kind_of(profile->attribute("PartySubTypeID"));
    if (draft.alert.kind == SubjectKind::vessel || draft.alert.kind == SubjectKind::aircraft) {
      draft.alert.craft.emplace();
    }
    for (const auto& child : profile->children) {
      if (child.name == "Identity") take_identity(child, draft.alert);
      if (child.name == "Feature") take_feature(child, draft.alert);
    }
    add_remark(draft.alert, squeeze(party.child_text("Comment")));
    drafts_.push_back(std::move(draft));
  }

  [[nodiscard]] SubjectKind kind_of(std::string_view sub_type) const {
    const std::string sub = word("PartySubType", sub_type);
    if (sub == "Vessel") return SubjectKind::vessel;
    if (sub == "Aircraft") return SubjectKind::aircraft;
    const std::string type = word("PartyType", word("PartyTypeOf", sub_type));
    return type == "Individual" ? SubjectKind::person : SubjectKind::organisation;
  }

  void take_identity(const XmlElement& identity, Alert& alert) {
    PartTypes part_types;
    if (const XmlElement* groups = identity.child("NamePartGroups")) {
      for (const auto& master : groups->children) {
        for (const auto& group : master.children) {
          part_types[std::string(group.attribute("ID"))] =
              word("NamePartType", group.attribute("NamePartTypeID"));
        }
      }
    }
    for (const auto& child : identity.children) {
      if (child.name == "Alias") take_alias(child, part_types, alert);
    }
    const auto [first, last] = documents_.equal_range(std::string(identity.attribute("ID")));
    for (auto document = first; document != last; ++document) alert.documents.push_back(document->second);
  }

  void take_alias(const XmlElement& alias, const PartTypes& part_types, Alert& alert) {
    const bool primary = alias.attribute("Primary") == "true";
    const bool weak = alias.attribute("LowQuality") == "true";
    for (const auto& documented : alias.children) {
      if (documented.name != "DocumentedName") continue;
      watchlist::Alias name = name_of(documented, part_types);
      name.quality = weak ? AliasQuality::weak : primary ? AliasQuality::primary : AliasQuality::strong;
      if (name.script != "Latn" && !name.script.empty()) name.quality = AliasQuality::original_script;
      add_name(alert, std::move(name));
    }
  }

  [[nodiscard]] watchlist::Alias name_of(const XmlElement& documented, const PartTypes& part_types) const {
    watchlist::Alias name;
    for (const auto& part : documented.children) {
      const XmlElement* value = part.child("NamePartValue");
      if (value == nullptr) continue;
      const std::string text = squeeze(value->text);
      const auto type = part_types.find(std::string(value->attribute("NamePartGroupID")));
      if (type != part_types.end()) add_to_identifier(name, type->second, text);
      name.name = squeeze(name.name + ' ' + text);
      name.script = word("ScriptCode", value->attribute("ScriptID"));
    }
    return as_listed(std::move(name));
  }

  /// Names of entities, vessels and aircraft and nicknames belong to neither identifier.
  static void add_to_identifier(watchlist::Alias& name, std::string_view type, const std::string& text) {
    const auto one_of = [type](std::initializer_list<std::string_view> types) {
      return std::ranges::find(types, type) != types.end();
    };
    if (one_of({"Last Name", "Maiden Name"})) name.primary = squeeze(name.primary + ' ' + text);
    if (one_of({"First Name", "Middle Name", "Patronymic", "Matronymic"})) {
      name.secondary = squeeze(name.secondary + ' ' + text);
    }
  }

  /// With both identifiers the name is written as OFAC's CSV has it; with one it has no division.
  [[nodiscard]] static watchlist::Alias as_listed(watchlist::Alias name) {
    if (!name.primary.empty() && !name.secondary.empty()) {
      name.name = name.primary + ", " + name.secondary;
    } else {
      name.primary.clear();
      name.secondary.clear();
    }
    return name;
  }

  void take_feature(const XmlElement& feature, Alert& alert) {
    const std::string type = word("FeatureType", feature.attribute("FeatureTypeID"));
    for (const auto& version : feature.children) {
      if (version.name != "FeatureVersion") continue;
      const std::string detail = detail_of(version);
      if (type == "Birthdate") take_birth(version, alert);
      if (type == "Place of Birth") add_once(alert.birth_places, detail);
      if (type == "Nationality Country" || type == "Citizenship Country") {
        add_once(alert.nationalities, alpha3_or_name(location_of(version).country));
      }
      if (type == "Location") add_once(alert.addresses, location_of(version).text);
      if (type == "Gender" && detail == "Male") alert.sex = people::Sex::male;
      if (type == "Gender" && detail == "Female") alert.sex = people::Sex::female;
      if (alert.craft) take_craft(type, detail, *alert.craft);
    }
  }

  static void take_craft(std::string_view type, const std::string& detail, watchlist::Craft& craft) {
    if (type == "Vessel Call Sign") craft.call_sign = detail;
    if (type == "VESSEL TYPE") craft.type = detail;
    if (type == "Vessel Flag") craft.flag = alpha3_or_name(detail);
    if (type == "MMSI") craft.mmsi = detail;
    if (type == "Aircraft Tail Number") craft.tail_number = detail;
    if (type == "Aircraft Model") craft.type = detail;
  }

  [[nodiscard]] std::string detail_of(const XmlElement& version) const {
    const XmlElement* detail = version.child("VersionDetail");
    if (detail == nullptr) return {};
    const std::string_view reference = detail->attribute("DetailReferenceID");
    return reference.empty() ? squeeze(detail->text) : word("DetailReference", reference);
  }

  struct Place {
    std::string text;
    std::string country;
  };

  [[nodiscard]] Place location_of(const XmlElement& version) const {
    const XmlElement* location = version.child("VersionLocation");
    if (location == nullptr) return {};
    const auto found = locations_.find(std::string(location->attribute("LocationID")));
    return found == locations_.end() ? Place{} : found->second;
  }

  /// A period from one day to the same day is that day; a longer one is kept as its years.
  static void take_birth(const XmlElement& version, Alert& alert) {
    const XmlElement* period = version.child("DatePeriod");
    const XmlElement* from = descend(period, {"Start", "From"});
    const XmlElement* to = descend(period, {"End", "To"});
    if (from == nullptr || to == nullptr) return;
    const auto first = parse_date(iso_date(*from));
    const auto last = parse_date(iso_date(*to));
    if (!first || !last) return;
    watchlist::BirthDate born{PartialDate::of(*first), false, std::nullopt};
    if (*first != *last) born.date = PartialDate::of_year(first->year());
    if (first->year() < last->year()) born.to_year = static_cast<std::int16_t>(last->year());
    born.approximate = period->child("Start")->attribute("Approximate") == "true";
    add_birth(alert, born);
  }

  /// A party of which no entry states a programme is still on the list itself.
  void finish(Draft draft) {
    const EntryFacts& facts = facts_[draft.profile];
    draft.alert.category = facts.programmes.empty() ? "SDN" : facts.programmes;
    draft.alert.listed_on = facts.listed_on;
    draft.alert.owner = "US Department of the Treasury, Office of Foreign Assets Control";
    draft.alert.legal_basis = "31 CFR chapter V, programme " + draft.alert.category;
    collector_.take(std::move(draft.alert), draft.line, draft.raw);
  }

  Collector collector_{"ofac_sdn", "sdn_advanced.xml"};
  std::string version_;
  References references_;
  std::map<std::string, Place> locations_;
  std::multimap<std::string, watchlist::ListedDocument, std::less<>> documents_;
  std::map<std::string, EntryFacts> facts_;
  std::vector<Draft> drafts_;
};

}  // namespace

Result<ParsedList> read_sdn_advanced(std::string_view xml, const Progress& progress) {
  return AdvancedReader().run(xml, progress);
}

}  // namespace cardea::lists
