// Every status of the operations on certificates, and signing in with one over a real handshake.
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <sstream>

#include "cardea/kernel/text.hpp"
#include "rehearsal.hpp"

namespace cardea::test {
namespace {

const std::string kByCertificate = "/api/v1/session/client-certificate";
const std::string kCertificates = "/api/v1/officers/{id}/client-certificates";
const std::string kUnknown = "019ab000-0000-7000-8000-000000000000";

void expect(const Answer& answer, int status, std::string_view code = {}) {
  EXPECT_EQ(answer.status, status) << answer.body;
  if (status >= 400) {
    EXPECT_EQ(answer.code(), code);
  }
}

std::string output_of(const std::string& command) {
  std::string text;
  FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> piece{};
  for (std::size_t got = 0; (got = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;) {
    text.append(piece.data(), got);
  }
  pclose(pipe);
  return text;
}

/// An authority in a folder of its own, the server's certificate and those of officers' cards.
class Authority {
 public:
  Authority() {
    folder_ = std::filesystem::temp_directory_path() / ("cardea-pki-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
    run("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -keyout ca.key -out "
        "ca.pem "
        "-subj /CN=Authority");
    issue("server", "subjectAltName=IP:127.0.0.1");
  }
  ~Authority() { std::filesystem::remove_all(folder_); }
  Authority(const Authority&) = delete;
  Authority& operator=(const Authority&) = delete;

  /// The SHA-256 of the certificate.
  std::string issue(const std::string& name, const std::string& extension = "extendedKeyUsage=clientAuth") {
    run("openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout " + name + ".key -out " +
        name + ".csr -subj /CN=" + name + " && printf '" + extension + "' | openssl x509 -req -in " + name +
        ".csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -out " + name + ".pem -extfile /dev/stdin");
    return std::string(trim(
        output_of("openssl x509 -in " + path(name + ".pem") + " -outform DER | sha256sum | cut -d' ' -f1")));
  }
  [[nodiscard]] std::string path(const std::string& file) const { return (folder_ / file).string(); }

 private:
  void run(const std::string& command) const {
    const std::string there = "cd '" + folder_.string() + "' && { " + command + "; } > /dev/null 2>&1";
    EXPECT_EQ(std::system(there.c_str()), 0) << command;
  }

  std::filesystem::path folder_;
};

/// POST over TLS, showing `card` when it has a name.
Answer post_over_tls(const Authority& authority, std::uint16_t port, const std::string& target,
                     const std::string& card) {
  std::string command = "curl -s -i --max-time 20 --cacert " + authority.path("ca.pem") + " -X POST ";
  if (!card.empty()) {
    command += "--cert " + authority.path(card + ".pem") + " --key " + authority.path(card + ".key") + " ";
  }
  std::istringstream text(output_of(command + "https://127.0.0.1:" + std::to_string(port) + target));
  Answer answer;
  std::string line;
  std::getline(text, line);
  if (line.size() > 12) answer.status = std::stoi(line.substr(9, 3));
  while (std::getline(text, line) && line != "\r") {
    const auto colon = line.find(':');
    if (colon != std::string::npos) {
      answer.headers[to_ascii_lower(line.substr(0, colon))] = std::string(trim(line.substr(colon + 1)));
    }
  }
  answer.body.assign(std::istreambuf_iterator<char>(text), {});
  return answer;
}

NodeOptions over_tls(const Authority& authority) {
  NodeOptions options;
  options.server.tls =
      http::TlsFiles{authority.path("server.pem"), authority.path("server.key"), authority.path("ca.pem")};
  return options;
}

void sign_in_with_a_card(Rehearsal& r) {
  Authority authority;
  TestNode node(r.clock, over_tls(authority));
  const auto sign_in = [&](const std::string& card) {
    Answer answer = post_over_tls(authority, node.port(), kByCertificate, card);
    if (answer.status != 0) {
      EXPECT_EQ(r.contract.judge("POST " + kByCertificate, answer), "");
    }
    return answer;
  };
  node.add_officer("cora", {"officer"});
  const auto officers = node.administration().officers(ports::operator_at_console());
  ASSERT_TRUE(officers);
  const OfficerId cora = officers->front().officer_id;
  const std::string card = authority.issue("card");
  expect(sign_in(""), 401, "client_certificate_missing");
  expect(sign_in("card"), 401, "client_certificate_unknown");
  ASSERT_TRUE(
      node.administration().register_client_certificate(ports::operator_at_console(), cora, card, "card 17"));
  const Answer opened = sign_in("card");
  expect(opened, 201);
  EXPECT_EQ(opened.json().at("officer").at("user_name"), "cora");
  EXPECT_TRUE(opened.header("set-cookie").starts_with("__Host-cardea")) << opened.header("set-cookie");
  ASSERT_TRUE(
      node.administration().revoke_client_certificate(ports::operator_at_console(), cora, card, "lost"));
  expect(sign_in("card"), 401, "client_certificate_unknown");
  // Issued by nobody the node knows: there is no connection.
  Authority other;
  other.issue("card");
  EXPECT_EQ(post_over_tls(other, node.port(), kByCertificate, "card").status, 0);
}

}  // namespace

void rehearse_client_certificates(Rehearsal& r) {
  HttpClient olga(r.node.port());
  const std::string id(olga.sign_in("olga", kPassword).json().at("officer").at("id").as_string());
  const auto of = [](const std::string& officer) {
    return "/api/v1/officers/" + officer + "/client-certificates";
  };
  const auto add = [&](HttpClient& client, const std::string& officer, const std::string& sha256,
                       const std::string& label, const Headers& headers = {}) {
    const json::object body{{"sha256", sha256}, {"label", label}};
    return r.call(client, "POST", kCertificates, of(officer), json::serialize(body), headers);
  };
  const std::string one(64, '1');
  expect(add(r.nobody, id, one, "card 1"), 401, "session_required");
  expect(add(r.olga, id, one, "card 1"), 403, "role_missing");
  expect(add(r.admin, kUnknown, one, "card 1"), 404, "officer_unknown");
  expect(add(r.admin, id, "11:22", "card 1"), 400, "client_certificate_digest_invalid");
  expect(add(r.admin, id, one, " "), 400, "client_certificate_label_invalid");
  expect(add(r.admin, id, one, "card 1"), 201);
  expect(add(r.admin, id, one, "card 1"), 409, "client_certificate_registered");

  expect(r.call(r.nobody, "GET", kCertificates, of(id)), 401, "session_required");
  expect(r.call(r.olga, "GET", kCertificates, of(id)), 403, "role_missing");
  expect(r.call(r.admin, "GET", kCertificates, of(kUnknown)), 404, "officer_unknown");
  const Answer listed = r.call(r.admin, "GET", kCertificates, of(id));
  expect(listed, 200);
  EXPECT_EQ(listed.json().at("certificates").at(0).at("sha256").as_string(), one);

  const auto revoke = [&](HttpClient& client, const std::string& sha256, const std::string& reason) {
    const std::string leaf = "/revocation";
    return r.call(client, "POST", kCertificates + "/{sha256}" + leaf, of(id) + "/" + sha256 + leaf,
                  json::serialize(json::object{{"reason", reason}}));
  };
  expect(revoke(r.nobody, one, "lost"), 401, "session_required");
  expect(revoke(r.otto, one, "lost"), 403, "role_missing");
  expect(revoke(r.admin, one, ""), 400, "reason_missing");
  expect(revoke(r.admin, std::string(64, '2'), "lost"), 404, "client_certificate_not_found");
  expect(revoke(r.admin, one, "lost"), 204);
  EXPECT_EQ(olga.call("GET", "/api/v1/lists").code(), "session_unknown");
  sign_in_with_a_card(r);
}

}  // namespace cardea::test
