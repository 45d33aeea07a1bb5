#include "cardea/print/pango_printer.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace cardea::print {
namespace {

cases::PrintedForm form_in(std::string_view officer, std::string_view traveller) {
  cases::FormFacts facts;
  facts.number = "2026-NG-0007";
  facts.state = "UTO";
  facts.post = "North Gate";
  facts.decided_at = "2026-11-23 10:05 UTC";
  facts.surname = "LINDQVIST";
  facts.given_names = "ANNA MARIA";
  facts.grounds = {"C", "E"};
  facts.facts = "No visa in the passport.";
  facts.officer = "Officer Berta";
  facts.approver = "Officer Carl";
  facts.signature = "refused_to_sign";
  facts.made_at = parse_instant("2026-11-23T10:05:00.000000Z").value();
  return cases::lay_out(facts, *cases::find_form(officer), *cases::find_form(traveller));
}

std::string pdf_of(const cases::PrintedForm& form) { return PangoPrinter().refusal_form(form).value(); }

/// The text of a PDF, in the order in which it is read.
std::string text_of(const std::string& pdf) {
  const auto path =
      std::filesystem::temp_directory_path() / ("cardea-refusal-form-" + std::to_string(getpid()) + ".pdf");
  std::ofstream(path, std::ios::binary) << pdf;
  FILE* reader = popen(("pdftotext -layout '" + path.string() + "' -").c_str(), "r");
  std::string text;
  std::array<char, 4096> piece{};
  for (std::size_t got = 0; (got = std::fread(piece.data(), 1, piece.size(), reader)) > 0;)
    text.append(piece.data(), got);
  pclose(reader);
  std::filesystem::remove(path);
  return text;
}

// REQ: F-E04
TEST(RefusalForm, HoldsGroundsFactsAndBothLanguages) {
  const std::string text = text_of(pdf_of(form_in("en", "fr")));
  for (const char* part : {"2026-NG-0007", "Refusal of entry", "Refus d'entr", "(A)", "biometric data",
                           "no valid visa", "visa, d'autorisation", "No visa in the passport.", "LINDQVIST",
                           "Officer Carl", "may appeal", "Refused to sign"}) {
    EXPECT_THAT(text, testing::HasSubstr(part));
  }
}

TEST(RefusalForm, IsShapedInArabicBesideTheOfficersLanguage) {
  const std::string text = text_of(pdf_of(form_in("en", "ar")));
  EXPECT_THAT(text, testing::HasSubstr("Refusal of entry"));
  EXPECT_THAT(text, testing::HasSubstr("الحدود"));
}

TEST(RefusalForm, GivesTheSameBytesForTheSameRefusal) {
  for (const char* language : {"en", "fr", "es", "pt", "ar"}) {
    const auto form = form_in("en", language);
    const std::string pdf = pdf_of(form);
    EXPECT_TRUE(pdf.starts_with("%PDF"));
    EXPECT_EQ(pdf, pdf_of(form)) << language;
  }
}

TEST(RefusalForm, FitsOnOnePageUnlessTheFactsAreLong) {
  const auto pages = [](const std::string& pdf) {
    const std::string text = text_of(pdf);
    return std::count(text.begin(), text.end(), '\f');
  };
  auto form = form_in("fr", "ar");
  EXPECT_EQ(pages(pdf_of(form)), 1);
  for (int i = 0; i < 300; ++i) form.facts.value += " The person said so again.";
  EXPECT_GT(pages(pdf_of(form)), 1);
}

}  // namespace
}  // namespace cardea::print
