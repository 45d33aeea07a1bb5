#include "paper.hpp"

namespace cardea::print {
namespace {

constexpr const char* kFonts = "Noto Sans, DejaVu Sans";
constexpr double kPointsPerInch = 72;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

/// Glyphs lie where the font says, not where a screen would put them.
void use_paper_options(PangoContext* context) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  pango_cairo_context_set_resolution(context, kPointsPerInch);
  cairo_font_options_destroy(options);
}

}  // namespace

Paper::Paper(std::string_view title, Instant made_at)
    : surface_{cairo_pdf_surface_create_for_stream(append, &bytes_, kWidth, kHeight)} {
  const std::string made = to_text(made_at).substr(0, 19) + "Z";
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, made.c_str());
  cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, std::string(title).c_str());
  context_.reset(cairo_create(surface_.get()));
  cairo_set_line_width(context_.get(), 0.7);
}

Paper::Layout Paper::layout_of(std::string_view text, double width, TextStyle style) const {
  Layout layout(pango_cairo_create_layout(context_.get()));
  use_paper_options(pango_layout_get_context(layout.get()));
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family_static(font, kFonts);
  pango_font_description_set_size(font, static_cast<int>(style.size * PANGO_SCALE));
  pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);
  pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  return layout;
}

double Paper::height_of(std::string_view text, double width, TextStyle style) const {
  int height = 0;
  pango_layout_get_size(layout_of(text, width, style).get(), nullptr, &height);
  return static_cast<double>(height) / PANGO_SCALE;
}

void Paper::text(std::string_view text, double x, double width, TextStyle style) {
  const Layout layout = layout_of(text, width, style);
  cairo_move_to(context_.get(), kMargin + x, y_);
  pango_cairo_show_layout(context_.get(), layout.get());
}

void Paper::line(double x, double width) {
  cairo_move_to(context_.get(), kMargin + x, y_);
  cairo_rel_line_to(context_.get(), width, 0);
  cairo_stroke(context_.get());
}

void Paper::box(double x, double y, double size, bool crossed) {
  cairo_t* context = context_.get();
  const double left = kMargin + x;
  const double top = y_ + y;
  cairo_rectangle(context, left, top, size, size);
  if (crossed) {
    cairo_move_to(context, left, top);
    cairo_line_to(context, left + size, top + size);
    cairo_move_to(context, left + size, top);
    cairo_line_to(context, left, top + size);
  }
  cairo_stroke(context);
}

void Paper::make_room(double needed) {
  if (y_ + needed > kHeight - kMargin) new_page();
}

void Paper::new_page() {
  cairo_show_page(context_.get());
  y_ = kMargin;
}

std::string Paper::finish() {
  cairo_show_page(context_.get());
  context_.reset();
  cairo_surface_finish(surface_.get());
  const bool whole = cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS;
  return whole ? std::move(bytes_) : std::string();
}

}  // namespace cardea::print
