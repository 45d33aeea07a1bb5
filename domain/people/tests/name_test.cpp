#include "cardea/people/name.hpp"

#include "cardea/people/identity.hpp"

namespace cardea::people {
namespace {

// REQ: DOC-MRZ-NAMES
TEST(NameFromMrz, DividesAtTheDoubleFiller) {
  EXPECT_EQ(name_from_mrz("ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"),
            (PersonName{"ERIKSSON", "ANNA MARIA", false}));
}

TEST(NameFromMrz, KeepsPartsOfThePrimaryIdentifier) {
  EXPECT_EQ(name_from_mrz("VAN<DER<MUELLEN<<MARTIN<<<<<<<<<<<<<<<<"),
            (PersonName{"VAN DER MUELLEN", "MARTIN", false}));
}

TEST(NameFromMrz, TakesASingleName) {
  EXPECT_EQ(name_from_mrz("ARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<"), (PersonName{"ARKFREITH", "", false}));
}

TEST(NameFromMrz, TakesANameWithoutPrimaryIdentifier) {
  EXPECT_EQ(name_from_mrz("<<SUHARTO<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<"), (PersonName{"", "SUHARTO", false}));
}

TEST(NameFromMrz, SeesALetterInTheLastPosition) {
  EXPECT_TRUE(name_from_mrz("PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR").possibly_truncated);
}

TEST(NameFromMrz, CountsLaterDoubleFillersAsOne) {
  EXPECT_EQ(name_from_mrz("SMITH<<JOHN<<PAUL<<<"), (PersonName{"SMITH", "JOHN PAUL", false}));
}

TEST(NameFromMrz, OfFillersOrNothingIsEmpty) {
  EXPECT_EQ(name_from_mrz("<<<<<<<<<"), (PersonName{"", "", false}));
  EXPECT_EQ(name_from_mrz(""), (PersonName{"", "", false}));
}

TEST(NameFromVisualZone, TidiesBlanks) {
  EXPECT_EQ(name_from_visual_zone("  van  der\tMüllen ", " Martin\n"),
            (PersonName{"van der Müllen", "Martin", false}));
  EXPECT_EQ(name_from_visual_zone(" ", ""), PersonName{});
}

TEST(FullName, LeavesNoBlankForAMissingPart) {
  EXPECT_EQ(full_name({"ERIKSSON", "ANNA", false}), "ERIKSSON ANNA");
  EXPECT_EQ(full_name({"ARKFREITH", "", false}), "ARKFREITH");
  EXPECT_EQ(full_name({"", "SUHARTO", false}), "SUHARTO");
}

struct MrzCase {
  std::string_view primary;
  std::string_view secondary;
  int length;
  std::string_view expected;
};

void PrintTo(const MrzCase& c, std::ostream* out) { *out << c.expected; }

class ToMrzName : public testing::TestWithParam<MrzCase> {};

// REQ: DOC-MRZ-NAMES
TEST_P(ToMrzName, FollowsTheExamplesOfTheStandard) {
  const auto& [primary, secondary, length, expected] = GetParam();
  EXPECT_EQ(to_mrz_name({std::string(primary), std::string(secondary), false}, length), expected);
}

constexpr std::string_view kDingo = "Bennelong Wooloomooloo Warrandyte Warnambool";
constexpr std::string_view kNila = "Nilavadhanananda";

INSTANTIATE_TEST_SUITE_P(
    Fitting, ToMrzName,
    testing::Values(MrzCase{"Eriksson", "Anna Maria", 39, "ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"},
                    MrzCase{"Smith-Jones", "Susie Margaret", 39, "SMITH<JONES<<SUSIE<MARGARET<<<<<<<<<<<<"},
                    MrzCase{"O'Connor", "Enya Siobhan", 39, "OCONNOR<<ENYA<SIOBHAN<<<<<<<<<<<<<<<<<<"},
                    MrzCase{"Al-Basri", "Huda Muhammad Jawad", 39, "AL<BASRI<<HUDA<MUHAMMAD<JAWAD<<<<<<<<<<"},
                    MrzCase{"Satriya Sudarpa", "", 39, "SATRIYA<SUDARPA<<<<<<<<<<<<<<<<<<<<<<<<"},
                    MrzCase{"Papandropoulous", "Jonathon Warren Trevor", 39,
                            "PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR"},
                    MrzCase{"Müller", "Jürgen", 30, "MUELLER<<JUERGEN<<<<<<<<<<<<<<"},
                    MrzCase{"Windsor 3", "Charles", 30, "WINDSOR<<CHARLES<<<<<<<<<<<<<<"}));

INSTANTIATE_TEST_SUITE_P(
    Truncated, ToMrzName,
    testing::Values(MrzCase{kNila, "Chayapa Dejthamrong Krasuang", 39,
                            "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K"},
                    MrzCase{kNila, "Chayapa Dejthamrong Krasuang", 31, "NILAVADHANANANDA<<CHAYAPA<DEJ<K"},
                    MrzCase{kNila, "Chayapa Dejthamrong Krasuang", 30, "NILAVADHANANANDA<<CHAYAPA<DE<K"},
                    MrzCase{kNila, "Arnpol Petch Charonguang", 39, "NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU"},
                    MrzCase{kNila, "Arnpol Petch Charonguang", 31, "NILAVADHANANANDA<<ARNPOL<PETC<C"},
                    MrzCase{kDingo, "Dingo Potoroo", 39, "BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI"},
                    MrzCase{kDingo, "Dingo Potoroo", 31, "BENNELONG<WOOLOOMOOLOO<W<W<<D<P"},
                    MrzCase{kDingo, "Dingo Potoroo", 30, "BENNELONG<WOOLOOMOOLOO<W<W<<DI"},
                    MrzCase{kDingo, "", 39, "BENNELONG<WOOLOOMOOLOO<WARRANDYTE<WARNA"}));

TEST(ToMrzName, AlwaysEndsATruncatedNameWithALetter) {
  for (std::size_t primary = 1; primary <= 45; ++primary) {
    for (const std::string& secondary :
         {std::string("D POTOROO"), std::string("AB C D EF GH IJ K L M N OPQR"), std::string(60, 'X')}) {
      for (const int length : {30, 31, 39}) {
        const std::string field = to_mrz_name({std::string(primary, 'P'), secondary, false}, length);
        ASSERT_EQ(field.size(), static_cast<std::size_t>(length));
        const bool fits = primary + 2 + secondary.size() <= field.size();
        EXPECT_EQ(field.back() == '<', fits && primary + 2 + secondary.size() < field.size()) << field;
      }
    }
  }
}

TEST(ToMrzName, TakesManyShortParts) {
  const std::string many = "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z";
  EXPECT_EQ(to_mrz_name({many, "ZOE", false}, 30), "A<B<C<D<E<F<G<H<I<J<K<L<M<N<<Z");
  EXPECT_EQ(to_mrz_name({"P", many, false}, 31), "P<<A<B<C<D<E<F<G<H<I<J<K<L<M<N<");
}

TEST(CompareNames, SeesTheSameName) {
  EXPECT_EQ(compare_names({"Müller", "Jürgen", false}, name_from_mrz("MUELLER<<JUERGEN<<<<<")),
            NameAgreement::same);
}

TEST(CompareNames, AllowsTruncationOnlyInAFullField) {
  const PersonName visual{"Nilavadhanananda", "Arnpol Petch Charonguang", false};
  EXPECT_EQ(compare_names(visual, name_from_mrz("NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU")),
            NameAgreement::same_allowing_truncation);
  EXPECT_EQ(compare_names(visual, name_from_mrz("NILAVADHANANANDA<<ARNPOL<PETCH<<<<<<<<<")),
            NameAgreement::differs);
}

TEST(CompareNames, TakesEveryTruncationOfTheStandard) {
  const PersonName visual{"Bennelong Wooloomooloo Warrandyte Warnambool", "Dingo Potoroo", false};
  for (const std::string_view field :
       {"BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI", "BENNELONG<WOOLOOM<WARRAND<WARNAM<<DINGO",
        "BENNEL<WOOLOOM<WARRAN<WARNA<<DINGO<POTO", "BENNELONG<WOOLOOMOOLOO<WARRANDYTE<WARNA"}) {
    EXPECT_EQ(compare_names(visual, name_from_mrz(field)), NameAgreement::same_allowing_truncation) << field;
  }
}

TEST(CompareNames, AllowsTheStandardsOtherSpellings) {
  EXPECT_EQ(compare_names({"Müller", "Jörg", false}, name_from_mrz("MULLER<<JORG<<<<")),
            NameAgreement::same_allowing_transliteration);
  EXPECT_EQ(compare_names({"Гнатюк", "Юлія", false}, name_from_mrz("HNATIUK<<YULIIA<<<<")),
            NameAgreement::same_allowing_transliteration);
}

TEST(CompareNames, SeesAnotherName) {
  EXPECT_EQ(compare_names({"Smith", "Anna", false}, name_from_mrz("SMYTH<<ANNA<<<<")),
            NameAgreement::differs);
  EXPECT_EQ(compare_names({"Smith", "Anna", false}, name_from_mrz("SMITH<<<<<<<<")), NameAgreement::differs);
}

TEST(NameAgreement, IsReadBackFromItsName) {
  for (const auto word : {"same", "same_allowing_truncation", "same_allowing_transliteration", "differs"}) {
    NameAgreement read{};
    ASSERT_TRUE(parse(word, read));
    EXPECT_EQ(name(read), word);
  }
  NameAgreement read{};
  EXPECT_FALSE(parse("similar", read));
}

TEST(Sex, IsReadBackFromItsName) {
  for (const Sex sex : {Sex::female, Sex::male, Sex::unspecified}) {
    Sex read{};
    EXPECT_TRUE(parse(name(sex), read));
    EXPECT_EQ(read, sex);
  }
  Sex read{};
  EXPECT_FALSE(parse("F", read));
}

TEST(Sex, IsReadFromItsMrzLetter) {
  EXPECT_EQ(sex_from_mrz('F'), Sex::female);
  EXPECT_EQ(sex_from_mrz('M'), Sex::male);
  EXPECT_EQ(sex_from_mrz('<'), Sex::unspecified);
  EXPECT_EQ(sex_from_mrz('X'), Sex::unspecified);
  EXPECT_FALSE(sex_from_mrz('f').has_value());
}

}  // namespace
}  // namespace cardea::people
