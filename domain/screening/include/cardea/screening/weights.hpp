#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace cardea::screening {

// The weights of the score, in bits (log2 odds), shared by every engine. They were learned by logistic
// regression on a synthetic population and capped where planted errors say too little:
// docs/explain/screening-score.md says what each means.

inline constexpr std::string_view kWeightsVersion = "2026-1";

/// What a row scores before any evidence.
inline constexpr double kBias = -15.0;

// A word of the query that meets a word of the list earns log2(m / u): m is how often the same person's name
// is written with this much difference, u how often another person's is (the neighbourhood rarity), never
// under a floor.
inline constexpr std::array<double, 5> kSpellingShare{0.60, 0.16, 0.10, 0.05, 0.02};
inline constexpr std::array<double, 5> kChanceFloor{5e-8, 2e-6, 8e-6, 3e-5, 1.2e-4};
inline constexpr double kWordBitsMax = 17.0;
inline constexpr double kWordBitsMin = 0.7;  ///< less is no evidence; an exact word always counts this much
inline constexpr double kBinStepMin = 0.6;   ///< a looser bin earns at least this much less
inline constexpr std::array<double, 5> kWordWeight{0.50, 0.60, 0.60, 0.64, 0.64};
inline constexpr double kPrefixShare = 0.7;
inline constexpr double kPrefixWeight =
    0.55;  ///< a prefix of n letters says no more than a word of n letters
inline constexpr double kInitialBits = 1.6 * 1.3;
inline constexpr double kNicknameShare = 0.03;
inline constexpr double kNicknameBitsMax = 10.0;
inline constexpr double kNicknameWeight = 0.60;
/// A whole name in its own script, word for word, is not two guesses about spelling: it weighs full.
inline constexpr double kNativeWeight = 0.60;
inline constexpr double kNativeSingleWeight = 1.0;  ///< a Han or kana name is one word

inline constexpr double kUnmatchedPair = -4.1;
inline constexpr double kExtraQueryWord = -3.6;
inline constexpr double kExtraListWord = -2.8;
inline constexpr double kSingleWord = -1.1;
inline constexpr double kAllWords = 2.0;
inline constexpr double kJoined = -2.6;
inline constexpr double kLiftWeight = -0.35;
inline constexpr double kLiftBonusMax =
    1.0;  ///< a name unusual for the listed state must not become evidence
inline constexpr double kWeakAlias = -0.8;

inline constexpr double kBirthDateWeight = 1.16;
inline constexpr double kBirthDateShare = 0.85;
inline constexpr double kBirthDateMax = 14.5;

inline constexpr double kNationalityWeight = 0.6;
inline constexpr double kNationalityShare = 0.8;
inline constexpr double kNationalityDifferent = -4.4;
inline constexpr double kSexDifferent = -5.0;

inline constexpr double kDocument = 22.0;
inline constexpr double kDocumentIssuerUnknown = 18.0;
/// A query with a birth date or a sex is a person; the alert is not.
inline constexpr double kNotAPerson = -8.0;

/// Fewer alerts than this count as this many: the threshold of a very short list would ask for no evidence at
/// all.
inline constexpr double kAlertsMin = 10'000.0;

/// The bits a score must reach so that about `per_10k` of 10,000 unlisted travellers raise an alert on a list
/// of `alerts` entries. At a million entries 34.5 in 10,000 came at 2 bits, and each halving cost 1.1 bits
/// more (measured: 18.5 at 3, 11 at 4, 5.5 at 5, 3 at 6); chance alerts grow with the list, so each doubling
/// of it costs one bit (3.3 bits for ten times the list).
[[nodiscard]] double threshold_bits(double alerts, double per_10k);

/// Above the threshold by this much is a strong match; below it by no more than `kWeakMargin` a weak one.
inline constexpr double kStrongMargin = 6.0;
inline constexpr double kWeakMargin = 3.0;

/// 100 / (1 + 2^-(score - threshold)), rounded: 50 at the threshold.
[[nodiscard]] int percent_of(double score, double threshold);

}  // namespace cardea::screening
