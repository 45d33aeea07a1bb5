#include "td3.hpp"

#include <string_view>
#include <utility>

namespace cardea::test {

std::string td3(std::string name, const std::string& number, const std::string& expiry,
                const std::string& birth) {
  const auto digit = [](std::string_view field) {
    constexpr int kWeights[] = {7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < field.size(); ++i) {
      const char c = field[i];
      const int value = c == '<' ? 0 : c >= 'A' ? c - 'A' + 10 : c - '0';
      sum += value * kWeights[i % 3];
    }
    return std::string(1, static_cast<char>('0' + sum % 10));
  };
  std::string first = "P<ITA" + std::move(name);
  first.resize(44, '<');
  const std::string numbered = number + digit(number);
  const std::string born = birth + digit(birth);
  const std::string ends = expiry + digit(expiry);
  const std::string optional = "<<<<<<<<<<<<<<<";
  return first + "\n" + numbered + "ITA" + born + "M" + ends + optional.substr(0, 14) + "0" +
         digit(numbered + born + ends + optional.substr(0, 14) + "0");
}

}  // namespace cardea::test
