#include "cardea/system/romanise.hpp"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace cardea::system {
namespace {

std::unique_ptr<icu::Transliterator> make_transliterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> made(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Upper", UTRANS_FORWARD, status));
  return U_SUCCESS(status) ? std::move(made) : nullptr;
}

}  // namespace

std::string romanise_by_icu(std::string_view utf8) {
  static thread_local const auto kTransliterator = make_transliterator();
  std::string latin;
  if (kTransliterator) {
    auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    kTransliterator->transliterate(text);
    text.toUTF8String(latin);
  }
  std::erase_if(latin, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return latin;
}

}  // namespace cardea::system
