#include "cardea/cases/evidence.hpp"

#include <algorithm>

#include "cardea/kernel/text.hpp"

namespace cardea::cases {
namespace {

bool is_text(std::string_view bytes) {
  const auto control = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f;
  };
  return !bytes.empty() && is_valid_utf8(bytes) && std::ranges::none_of(bytes, control);
}

}  // namespace

std::string_view media_type_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
  if (bytes.starts_with("%PDF-")) return "application/pdf";
  return is_text(bytes) ? "text/plain" : "application/octet-stream";
}

bool may_preview(std::string_view media_type) {
  return media_type == "image/jpeg" || media_type == "image/png";
}

}  // namespace cardea::cases
