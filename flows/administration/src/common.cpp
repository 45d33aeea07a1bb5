#include "common.hpp"

#include <algorithm>

#include "cardea/access/one_time_code.hpp"
#include "cardea/access/permission.hpp"
#include "cardea/access/sign_in.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/bytes.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"

namespace cardea::administration {
namespace {

constexpr std::size_t kUserNameMin = 2;
constexpr std::size_t kUserNameMax = 32;
constexpr std::size_t kDisplayNameMax = 100;
constexpr std::size_t kTokenBytes = 32;

bool may_stand_in_user_name(char c) {
  return is_ascii_lower(c) || is_ascii_digit(c) || c == '.' || c == '-' || c == '_';
}

Done check_user_name(std::string_view user_name) {
  const bool length = user_name.size() >= kUserNameMin && user_name.size() <= kUserNameMax;
  if (length && std::ranges::all_of(user_name, may_stand_in_user_name)) return {};
  return fail(ErrorKind::malformed, "user_name_invalid");
}

Done check_display_name(std::string_view display_name) {
  const bool control =
      std::ranges::any_of(display_name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  const bool length = !trim(display_name).empty() && display_name.size() <= kDisplayNameMax;
  if (length && !control && is_valid_utf8(display_name)) return {};
  return fail(ErrorKind::malformed, "display_name_invalid");
}

std::vector<std::string> words_of(const std::vector<access::Role>& roles) {
  std::vector<std::string> words;
  for (const access::Role role : roles) words.emplace_back(name(role));
  return words;
}

constexpr std::size_t kCodeBytes = 16;
constexpr std::size_t kGroup = 4;

std::string grouped(std::string_view text) {
  std::string groups;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && i % kGroup == 0) groups += '-';
    groups += text[i];
  }
  return groups;
}

}  // namespace

Result<ports::OfficerRow> the_officer(const ports::Records& records, OfficerId id) {
  auto officer = records.find_officer(id);
  if (!officer) return pass_on(officer);
  if (!officer->has_value()) return fail(ErrorKind::not_found, "officer_unknown");
  return **std::move(officer);
}

ports::Caller caller_of(const ports::OfficerEnrolled& officer, SessionId session, std::string lane) {
  return {officer.officer_id, officer.user_name, officer.display_name,
          officer.roles,      session,           std::move(lane)};
}

Result<ports::OfficerEnrolled> officer_of(OfficerId id, std::string_view user_name,
                                          std::string_view display_name,
                                          const std::vector<std::string>& roles) {
  const Done names = check_user_name(user_name).and_then([&] { return check_display_name(display_name); });
  if (!names) return pass_on(names);
  const auto known = access::parse_roles(roles);
  if (!known) return pass_on(known);
  return ports::OfficerEnrolled{id, std::string(user_name), std::string(display_name), words_of(*known),
                                true};
}

Done check_name_free(const ports::Records& now, std::string_view user_name) {
  const auto other = now.find_officer_named(user_name);
  if (!other) return pass_on(other);
  if (other->has_value()) return fail(ErrorKind::conflict, "user_name_taken");
  return {};
}

journal::Draft enrolled_draft(const ports::Caller& by, const ports::NodeCreated& node,
                              journal::EntryType type, const ports::OfficerEnrolled& officer) {
  return draft_by(by, node, type, to_text(officer.officer_id), to_json(officer).get_object());
}

// As people type it: any case, with or without hyphens and blanks.
Digest code_digest(std::string_view code) {
  std::string plain;
  for (const char c : code) {
    if (c != '-' && !is_ascii_space(c)) plain += ascii_upper(c);
  }
  return sha256(plain);
}

SecretText new_code(ports::RandomSource& random) {
  std::array<std::uint8_t, kCodeBytes> bytes{};
  random.fill(bytes);
  return SecretText(grouped(access::to_base32(bytes)));
}

// The token of a session is the only secret: what a page must show again is derived from it.
SecretText csrf_of(const SecretText& token) {
  return SecretText(to_base64url(sha256("cardea csrf " + token.reveal())));
}

SecretText new_token(ports::RandomSource& random) {
  std::array<std::uint8_t, kTokenBytes> bytes{};
  random.fill(bytes);
  return SecretText(to_base64url(bytes));
}

NewSession new_session(const Parts& parts, OfficerId officer) {
  SecretText token = new_token(parts.random);
  SecretText csrf = csrf_of(token);
  const Instant now = parts.clock.now();
  ports::SessionRow row{parts.ids.make<SessionId>(), officer, sha256(token.reveal()),
                        sha256(csrf.reveal()),       now,     now};
  return {std::move(token), std::move(csrf), row};
}

journal::Draft opened_draft(const ports::Caller& by, const ports::NodeCreated& node) {
  const ports::SessionOpened opened{by.session_id, by.officer_id};
  return draft_by(by, node, journal::EntryType::session_opened, to_text(by.session_id),
                  to_json(opened).get_object());
}

SignedIn signed_in(NewSession session, ports::Caller caller) {
  const Instant expires_at = plus_seconds(session.row.opened_at, access::kSessionSecondsMax);
  return {std::move(caller), std::move(session.token), std::move(session.csrf_token), expires_at};
}

}  // namespace cardea::administration
