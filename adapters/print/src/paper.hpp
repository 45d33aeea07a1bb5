#pragma once

#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>

#include "cardea/kernel/date.hpp"

namespace cardea::print {

struct TextStyle {
  double size = 9;
  bool bold = false;
};

/// A4 pages of a PDF that grow downwards. Points; the origin is the top start corner. One thread.
class Paper {
 public:
  Paper(std::string_view title, Instant made_at);
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  [[nodiscard]] static constexpr double width() { return kWidth - 2 * kMargin; }
  /// Height that the text takes in a column so wide. Paragraphs in a right-to-left script begin at the right.
  [[nodiscard]] double height_of(std::string_view text, double width, TextStyle style) const;
  /// Draws at `x` from the margin, `y` below the place.
  void text(std::string_view text, double x, double width, TextStyle style);
  void line(double x, double width);
  void box(double x, double y, double size, bool crossed);
  /// Moves the place down; a new page when `needed` does not fit.
  void advance(double by) { y_ += by; }
  void make_room(double needed);
  void new_page();
  /// The PDF, or nothing when it could not be made. Ends the paper.
  [[nodiscard]] std::string finish();

 private:
  static constexpr double kWidth = 595.28;
  static constexpr double kHeight = 841.89;
  static constexpr double kMargin = 36;

  struct FreeSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  };
  struct FreeContext {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
  };
  struct FreeLayout {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  };
  using Layout = std::unique_ptr<PangoLayout, FreeLayout>;

  [[nodiscard]] Layout layout_of(std::string_view text, double width, TextStyle style) const;

  std::string bytes_;
  std::unique_ptr<cairo_surface_t, FreeSurface> surface_;
  std::unique_ptr<cairo_t, FreeContext> context_;
  double y_ = kMargin;
};

}  // namespace cardea::print
