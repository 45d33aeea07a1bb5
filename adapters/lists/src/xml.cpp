#include "xml.hpp"

#include <expat.h>

#include <algorithm>
#include <memory>

#include "cardea/kernel/text.hpp"
#include "collector.hpp"

namespace cardea::lists {
namespace {

constexpr std::size_t kChunk = 1 << 16;
constexpr std::size_t kDepthMax = 64;

struct ParserFree {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using ParserPointer = std::unique_ptr<XML_ParserStruct, ParserFree>;

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class XmlReader {
 public:
  XmlReader(std::string_view xml, std::vector<std::string_view> wanted, const XmlHandlers& handlers,
            const Progress& progress)
      : xml_{xml},
        wanted_{std::move(wanted)},
        handlers_{handlers},
        progress_{progress},
        parser_{XML_ParserCreate(nullptr)} {}

  Done run() {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
    for (std::size_t at = 0; at < xml_.size(); at += kChunk) {
      const std::string_view chunk = xml_.substr(at, kChunk);
      const bool last = at + chunk.size() == xml_.size();
      const auto status = XML_Parse(parser_.get(), chunk.data(), static_cast<int>(chunk.size()), last);
      if (status != XML_STATUS_OK) return failure();
      if (progress_) progress_(at + chunk.size(), xml_.size());
    }
    return {};
  }

 private:
  static XmlReader& self(void* data) { return *static_cast<XmlReader*>(data); }
  static void XMLCALL on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
    self(data).start(name, attributes);
  }
  static void XMLCALL on_end(void* data, const XML_Char*) { self(data).end(); }
  static void XMLCALL on_text(void* data, const XML_Char* text, int length) {
    self(data).append_text({text, static_cast<std::size_t>(length)});
  }
  static void XMLCALL on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    self(data).stop("list_wrong_format");
  }

  void stop(std::string_view reason) {
    reason_ = reason;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void start(std::string_view name, const XML_Char** attributes) {
    if (++depth_ > kDepthMax) return stop("list_wrong_format");
    const bool asked_for = std::ranges::find(wanted_, local_name(name)) != wanted_.end();
    if (depth_ > 1 && open_.empty() && !asked_for) return;
    XmlElement element = element_of(local_name(name), attributes);
    if (depth_ == 1) {
      if (!handlers_.root(element)) stop("list_wrong_format");
      return;
    }
    if (open_.empty()) started_ = byte_index();
    open_.push_back(std::move(element));
  }

  void end() {
    --depth_;
    if (open_.empty()) return;
    XmlElement element = std::move(open_.back());
    open_.pop_back();
    if (open_.empty()) {
      handlers_.element(element, xml_.substr(started_, byte_index() - started_));
    } else {
      open_.back().children.push_back(std::move(element));
    }
  }

  void append_text(std::string_view text) {
    if (!open_.empty()) open_.back().text += text;
  }

  [[nodiscard]] std::size_t byte_index() const {
    return std::min(static_cast<std::size_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser_.get()), 0)),
                    xml_.size());
  }

  [[nodiscard]] XmlElement element_of(std::string_view name, const XML_Char** attributes) const {
    XmlElement element;
    element.name = name;
    element.line = static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser_.get()));
    for (; *attributes != nullptr; attributes += 2) {
      element.attributes.emplace_back(local_name(attributes[0]), attributes[1]);
    }
    return element;
  }

  /// Expat says in these ways that the text ended too early.
  [[nodiscard]] static bool ended_early(XML_Error error) {
    return error == XML_ERROR_NO_ELEMENTS || error == XML_ERROR_UNCLOSED_TOKEN ||
           error == XML_ERROR_PARTIAL_CHAR || error == XML_ERROR_UNCLOSED_CDATA_SECTION;
  }

  [[nodiscard]] Failure failure() const {
    const auto line = "line " + std::to_string(XML_GetCurrentLineNumber(parser_.get()));
    if (!reason_.empty()) return fail(ErrorKind::malformed, reason_, line);
    const XML_Error error = XML_GetErrorCode(parser_.get());
    if (ended_early(error)) return fail(ErrorKind::malformed, "list_truncated", line);
    return fail(ErrorKind::malformed, "list_not_xml", line + ": " + XML_ErrorString(error));
  }

  std::string_view xml_;
  std::vector<std::string_view> wanted_;
  const XmlHandlers& handlers_;
  const Progress& progress_;
  ParserPointer parser_;
  std::vector<XmlElement> open_;  // the element being built and its ancestors down from the one asked for
  std::size_t depth_ = 0;
  std::size_t started_ = 0;
  std::string_view reason_;
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes) {
    if (key == wanted) return trim(value);
  }
  return {};
}

const XmlElement* XmlElement::child(std::string_view wanted) const {
  const auto found = std::ranges::find(children, wanted, &XmlElement::name);
  return found == children.end() ? nullptr : &*found;
}

std::string_view XmlElement::child_text(std::string_view wanted) const {
  const XmlElement* found = child(wanted);
  return found == nullptr ? std::string_view{} : trim(found->text);
}

Done read_xml(std::string_view xml, std::initializer_list<std::string_view> wanted,
              const XmlHandlers& handlers, const Progress& progress) {
  if (const Done text = check_is_text(xml); !text) return text;
  return XmlReader(xml, wanted, handlers, progress).run();
}

}  // namespace cardea::lists
