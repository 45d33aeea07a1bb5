#include "http_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <span>

#include "cardea/kernel/text.hpp"

namespace cardea::test {

std::string Answer::header(std::string_view name) const {
  const auto found = headers.find(std::string(name));
  return found == headers.end() ? std::string() : found->second;
}

json::value Answer::json() const {
  const auto value = parse_json(body);
  return value ? *value : json::value(nullptr);
}

std::string Answer::code() const {
  const auto value = json();
  const auto* object = value.if_object();
  const auto* code = object ? object->if_contains("code") : nullptr;
  return code && code->is_string() ? std::string(code->get_string()) : std::string();
}

HttpClient::~HttpClient() { close(); }

void HttpClient::open() {
  if (descriptor_ >= 0) return;
  received_.clear();
  descriptor_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port_);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(descriptor_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) close();
}

void HttpClient::close() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

void HttpClient::send(std::string_view bytes) {
  open();
  while (!bytes.empty()) {
    const auto sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool HttpClient::read_some() {
  char buffer[16384];
  const auto read = ::recv(descriptor_, buffer, sizeof buffer, 0);
  if (read <= 0) return false;
  received_.append(buffer, static_cast<std::size_t>(read));
  return true;
}

bool HttpClient::read_until(std::string_view mark) {
  while (received_.find(mark) == std::string::npos) {
    if (!read_some()) return false;
  }
  return true;
}

void HttpClient::forget_through(std::string_view mark) {
  if (const auto at = received_.find(mark); at != std::string::npos) received_.erase(0, at + mark.size());
}

Answer HttpClient::take_answer(bool head) {
  Answer answer;
  if (!read_until("\r\n\r\n")) return answer;
  const auto end = received_.find("\r\n\r\n");
  const std::string text = received_.substr(0, end);
  received_.erase(0, end + 4);
  const auto lines = split(text, '\n');
  answer.status = static_cast<int>(parse_number(lines.front().substr(9, 3)).value_or(0));
  for (const std::string_view line : std::span(lines).subspan(1)) {
    const auto colon = line.find(':');
    answer.headers[to_ascii_lower(line.substr(0, colon))] = std::string(trim(line.substr(colon + 1)));
  }
  const auto length = static_cast<std::size_t>(parse_number(answer.header("content-length")).value_or(0));
  while (!head && received_.size() < length && read_some()) {
  }
  if (!head) {
    answer.body = received_.substr(0, length);
    received_.erase(0, length);
  }
  if (answer.header("connection") == "close") close();
  return answer;
}

Answer HttpClient::call(std::string_view method, std::string_view target, std::string_view body,
                        const Headers& headers) {
  Headers all{{"Host", "localhost"}, {"Content-Length", std::to_string(body.size())}};
  if (!body.empty()) all["Content-Type"] = "application/json";
  if (!cookie_.empty()) all["Cookie"] = cookie_;
  if (!csrf_.empty() && method != "GET" && method != "HEAD") all["X-CSRF"] = csrf_;
  for (const auto& [name, value] : headers) all[name] = value;
  std::string text;
  text.append(method).append(" ").append(target).append(" HTTP/1.1\r\n");
  for (const auto& [name, value] : all) {
    if (!value.empty()) text.append(name).append(": ").append(value).append("\r\n");
  }
  text.append("\r\n").append(body);
  send(text);
  return take_answer(method == "HEAD");
}

void HttpClient::keep_session(const Answer& opened) {
  const std::string cookie = opened.header("set-cookie");
  cookie_ = cookie.substr(0, cookie.find(';'));
  csrf_ = std::string(opened.json().as_object().at("csrf_token").as_string());
}

void HttpClient::forget_session() {
  cookie_.clear();
  csrf_.clear();
}

Answer HttpClient::sign_in(std::string_view user_name, std::string_view password) {
  const json::object body{{"user_name", user_name}, {"password", password}};
  Answer answer = call("POST", "/api/v1/session", json::serialize(body));
  if (answer.status == 201) keep_session(answer);
  return answer;
}

}  // namespace cardea::test
