#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cardea/lists/importers.hpp"

namespace cardea::lists {

/// One element with all it holds. Names are without namespace prefix; text is that of the element itself.
struct XmlElement {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;
  std::vector<XmlElement> children;
  std::int64_t line = 0;

  /// The value of an attribute, trimmed; empty when there is none.
  [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
  /// The first child of that name; nullptr when there is none.
  [[nodiscard]] const XmlElement* child(std::string_view wanted) const;
  /// The trimmed text of the first child of that name; empty when there is none.
  [[nodiscard]] std::string_view child_text(std::string_view wanted) const;
};

/// What a reader of XML is told, in the order of the file.
struct XmlHandlers {
  /// The root element's start: its name and attributes. False refuses the file: `list_wrong_format`.
  std::function<bool(const XmlElement& root)> root;
  /// One whole element of those asked for, with the text it came from.
  std::function<void(const XmlElement& element, std::string_view raw)> element;
};

/// Streams an XML file: only the elements named in `wanted` are built, one at a time. A document type
/// declaration is refused, so that no entity is ever declared, expanded or fetched. Fails `list_empty`,
/// `list_not_text`, `list_not_xml`, `list_truncated`, `list_wrong_format`.
[[nodiscard]] Done read_xml(std::string_view xml, std::initializer_list<std::string_view> wanted,
                            const XmlHandlers& handlers, const Progress& progress);

}  // namespace cardea::lists
