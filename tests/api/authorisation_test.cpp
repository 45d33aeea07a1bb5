// Every operation of api/openapi.yaml against everybody who may not: nobody, who has another role, who has
// the role elsewhere, who states another purpose. What is new in the contract is in here by itself.
#include "cardea/access/permission.hpp"
#include "rehearsal.hpp"

namespace cardea::test {
namespace {

using access::Action;
using access::Role;

constexpr std::string_view kElsewhere = "far_gate";

std::string refusal(const Answer& answer) { return std::to_string(answer.status) + " " + answer.code(); }

/// An officer for each role, at this post and at another one, and one without any.
class Crowd {
 public:
  Crowd() {
    const auto& administration = node_.administration();
    const ports::Caller console = ports::operator_at_console();
    must(administration.organisation().record_unit(console,
                                                   {std::string(kElsewhere), "post", "Far Gate", {}, false}));
    node_.add_officer("nobody", {});
    for (const std::string_view role : access::kRoleWords) {
      node_.add_officer(std::string(role), {std::string(role)});
      node_.add_officer("away_" + std::string(role), {});
    }
    for (const std::string_view role : access::kRoleWords) send_away(std::string(role));
  }

  HttpClient& client(const std::string& user_name) {
    auto& client = clients_[user_name];
    if (!client) {
      client = std::make_unique<HttpClient>(node_.port());
      EXPECT_EQ(client->sign_in(user_name, kPassword).status, 201) << user_name;
    }
    return *client;
  }

  Answer ask(HttpClient& client, const std::string& operation, const Headers& more = {}) {
    Headers headers{{"Idempotency-Key", "key-of-somebody"}, {"If-Match", "\"1\""}};
    headers.insert(more.begin(), more.end());
    const Answer answer =
        client.call(operation.substr(0, operation.find(' ')), contract.sample_target(operation),
                    contract.sample_body(operation), headers);
    EXPECT_EQ(contract.judge(operation, answer), "");
    return answer;
  }

  Contract contract;

 private:
  template <class T>
  static T must(Result<T> result) {
    if (!result) throw std::runtime_error(std::string(result.error().reason));
    return *std::move(result);
  }

  void send_away(const std::string& role) {
    const auto& administration = node_.administration();
    const auto sign_in = [&](const std::string& name) {
      return must(administration.sign_in(name, administration::SecretText(kPassword))).caller;
    };
    const auto grant = must(administration.organisation().propose(
        ports::operator_at_console(),
        {sign_in("away_" + role).officer_id, role, "", std::string(kElsewhere), {}, {}, "posted there"}));
    if (grant.state == "in_force") return;
    must(administration.organisation().approve(sign_in("administrator"), grant.grant_id,
                                               to_text(grant.grant_id).substr(32)));
  }

  ManualClock clock_{*parse_instant("2026-11-23T10:00:00.000000Z")};
  TestNode node_{clock_};
  std::map<std::string, std::unique_ptr<HttpClient>> clients_;
};

/// Who has a role that grants the action, or does not; `nobody` when all or none do.
std::string with_role(Action action, bool granted) {
  for (std::size_t i = 0; i < access::kRoleWords.size(); ++i) {
    if (access::grants(static_cast<Role>(i), action) == granted) return std::string(access::kRoleWords.at(i));
  }
  return "nobody";
}

std::string wrong_purpose(Action action) {
  for (const auto& purpose : access::standard_policy().purposes.purposes) {
    if (!access::serves(access::standard_policy(), purpose.word, action)) return purpose.word;
  }
  return {};
}

/// The operations with an action of their own.
std::vector<std::pair<std::string, Action>> guarded(const Contract& contract) {
  std::vector<std::pair<std::string, Action>> all;
  for (const std::string& operation : contract.operations()) {
    Action action{};
    if (parse(contract.action_of(operation), action)) all.emplace_back(operation, action);
  }
  return all;
}

// REQ: F-Q01
TEST(Authorisation, IsSaidOfEveryOperation) {
  const Contract contract;
  for (const std::string& operation : contract.operations()) {
    const std::string word = contract.action_of(operation);
    Action action{};
    EXPECT_TRUE(word == "public" || word == "session" || parse(word, action))
        << operation << ": x-action is '" << word << "'";
  }
}

// REQ: F-Q01
TEST(Authorisation, RefusesWhoIsNotSignedIn) {
  Crowd crowd;
  HttpClient& stranger = crowd.client("nobody");
  stranger.forget_session();
  for (const std::string& operation : crowd.contract.operations()) {
    if (crowd.contract.action_of(operation) == "public") continue;
    EXPECT_EQ(refusal(crowd.ask(stranger, operation)), "401 session_required") << operation;
  }
}

// REQ: F-Q01
TEST(Authorisation, RefusesWhoHasAnotherRole) {
  Crowd crowd;
  for (const auto& [operation, action] : guarded(crowd.contract)) {
    HttpClient& client = crowd.client(with_role(action, false));
    EXPECT_EQ(refusal(crowd.ask(client, operation)), "403 role_missing") << operation;
  }
}

// REQ: F-A01, F-Q01
TEST(Authorisation, RefusesWhoHasTheRoleElsewhere) {
  Crowd crowd;
  for (const auto& [operation, action] : guarded(crowd.contract)) {
    HttpClient& client = crowd.client("away_" + with_role(action, true));
    EXPECT_EQ(refusal(crowd.ask(client, operation)), "403 outside_jurisdiction") << operation;
  }
}

// REQ: F-Q01
TEST(Authorisation, RefusesAPurposeThatTheActionDoesNotServe) {
  Crowd crowd;
  for (const auto& [operation, action] : guarded(crowd.contract)) {
    const std::string purpose = wrong_purpose(action);
    if (purpose.empty()) continue;
    HttpClient& client = crowd.client(with_role(action, true));
    EXPECT_EQ(refusal(crowd.ask(client, operation, {{"X-Purpose", purpose}})), "403 purpose_not_allowed")
        << operation << ' ' << purpose;
    EXPECT_EQ(refusal(crowd.ask(client, operation, {{"X-Purpose", "curiosity"}})), "400 purpose_unknown")
        << operation;
  }
}

}  // namespace
}  // namespace cardea::test
