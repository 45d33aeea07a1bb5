#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "contract.hpp"
#include "http_client.hpp"
#include "td3.hpp"
#include "test_node.hpp"

namespace cardea::test {

/// A node with its officers, and a contract that every answer is held against.
class Rehearsal {
 public:
  explicit Rehearsal(NodeOptions options = {}) : node{clock, std::move(options)} {
    HttpClient first(node.port());
    const json::object body{{"code", node.enrolment_code()},
                            {"user_name", "adam"},
                            {"display_name", "Adam Amin"},
                            {"password", kPassword}};
    admin.keep_session(call(first, "POST", "/api/v1/enrolment", "/api/v1/enrolment", json::serialize(body)));
    node.add_officer("olga", {"officer"});
    node.add_officer("otto", {"officer"});
    node.add_officer("wanda", {"watchlist_owner"});
    node.add_officer("berta", {"second_line"});
    node.add_officer("dora", {"shift_leader"});
    olga.sign_in("olga", kPassword);
    otto.sign_in("otto", kPassword);
    wanda.sign_in("wanda", kPassword);
    berta.sign_in("berta", kPassword);
    dora.sign_in("dora", kPassword);
  }

  /// Calls `target`, which is an instance of the path `pattern`, and holds the answer against the contract.
  Answer call(HttpClient& client, std::string_view method, const std::string& pattern,
              const std::string& target, std::string_view body = {}, const Headers& headers = {}) {
    Answer answer = client.call(method, target, body, headers);
    EXPECT_EQ(contract.judge(std::string(method) + " " + pattern, answer), "");
    return answer;
  }

  ManualClock clock{*parse_instant("2026-11-23T10:00:00.000000Z")};
  Contract contract;
  TestNode node;
  HttpClient admin{node.port()};
  HttpClient olga{node.port()};
  HttpClient otto{node.port()};
  HttpClient wanda{node.port()};
  HttpClient berta{node.port()};  ///< second line
  HttpClient dora{node.port()};   ///< shift leader
  HttpClient nobody{node.port()};
};

/// Every status of the operations on units, grants and emergencies.
void rehearse_organisation(Rehearsal& r);
/// Board, lanes, level, drills and reports (contract_operations.cpp).
void rehearse_operations(Rehearsal& r);
/// The same for locks, second factors and workstations.
void rehearse_access(Rehearsal& r);
/// Certificates of officers. Signs olga out.
void rehearse_client_certificates(Rehearsal& r);

/// Procedures, directives and certificates.
void rehearse_guidance(Rehearsal& r);

/// Requests of data subjects, review of looks, own passwords (rights_rehearsal.cpp).
void rehearse_rights(Rehearsal& r, const std::string& traveller, const std::string& inspection);
/// Years later: erasure on request. What was signed in before is not any more; olga is.
void rehearse_erasure(Rehearsal& r);

/// Two passports of one person, linked, judged, and what else is said of a traveller.
void rehearse_travellers(Rehearsal& r);

/// A car and a bus, from their coming to their release.
void rehearse_passages(Rehearsal& r);

/// The own list with these rows of "id,name,birth date".
[[nodiscard]] std::string own_list(const std::vector<std::string>& rows);

}  // namespace cardea::test
