#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

namespace cardea::documents {

/// Up to N characters held in place: a machine readable zone is read millions of times and must not allocate.
/// Bytes beyond size() are not initialised. Reads as a std::string_view everywhere.
template <std::size_t N>
class ShortText {
 public:
  static constexpr std::size_t kCapacity = N;

  ShortText() = default;
  /// Keeps at most N characters.
  explicit ShortText(std::string_view text) { assign(text); }

  void assign(std::string_view text) {
    size_ = static_cast<std::uint8_t>(text.size() < N ? text.size() : N);
    std::memcpy(chars_, text.data(), size_);
  }
  void push_back(char c) {
    if (size_ < N) chars_[size_++] = c;
  }
  void resize_down(std::size_t size) { size_ = static_cast<std::uint8_t>(size < size_ ? size : size_); }

  /// Copies exactly N bytes, of which `size` count: a fixed length is several times faster than a measured
  /// one.
  void assign_block(const char* block, std::size_t size) {
    std::memcpy(chars_, block, N);
    size_ = static_cast<std::uint8_t>(size);
  }

  [[nodiscard]] std::string_view view() const { return {chars_, size_}; }
  operator std::string_view() const { return view(); }  // NOLINT: it is meant to read as a view
  [[nodiscard]] std::string str() const { return std::string(view()); }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] char operator[](std::size_t index) const { return chars_[index]; }
  [[nodiscard]] char* data() { return chars_; }

  friend bool operator==(const ShortText& a, const ShortText& b) { return a.view() == b.view(); }
  friend bool operator==(const ShortText& a, std::string_view b) { return a.view() == b; }
  friend std::ostream& operator<<(std::ostream& out, const ShortText& text) { return out << text.view(); }

 private:
  char chars_[N];
  std::uint8_t size_ = 0;
};

/// Up to N values held in place. Adding beyond N drops the value: callers size N by their layout tables.
template <class T, std::size_t N>
class InlineList {
 public:
  InlineList() = default;
  InlineList(std::initializer_list<T> values) {
    for (const T& value : values) push_back(value);
  }

  void push_back(const T& value) {
    if (size_ < N) values_[size_++] = value;
  }
  /// The next value, to be filled in place. Nothing when the list is full.
  [[nodiscard]] T* add() { return size_ < N ? &values_[size_++] : nullptr; }

  [[nodiscard]] const T* begin() const { return values_; }
  [[nodiscard]] const T* end() const { return values_ + size_; }
  [[nodiscard]] T* begin() { return values_; }
  [[nodiscard]] T* end() { return values_ + size_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] const T& operator[](std::size_t index) const { return values_[index]; }
  [[nodiscard]] T& operator[](std::size_t index) { return values_[index]; }
  [[nodiscard]] const T& front() const { return values_[0]; }

 private:
  T values_[N];
  std::size_t size_ = 0;
};

}  // namespace cardea::documents
