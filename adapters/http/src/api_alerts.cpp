#include <boost/describe.hpp>

#include "api_acts.hpp"
#include "cardea/alerts/own_alerts.hpp"

namespace cardea::http {
namespace {

struct OwnAlertsBody {
  std::vector<alerts::OwnAlertView> alerts;
};
BOOST_DESCRIBE_STRUCT(OwnAlertsBody, (), (alerts))

struct NoteBody {
  std::string note;
};
BOOST_DESCRIBE_STRUCT(NoteBody, (), (note))

struct ConfirmationBody {
  std::string confirmation;
};
BOOST_DESCRIBE_STRUCT(ConfirmationBody, (), (confirmation))

Result<Response> list_own_alerts(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto all = parts.own_alerts.list(session->caller);
  if (!all) return pass_on(all);
  return reply(200, OwnAlertsBody{*std::move(all)});
}

Result<Response> list_emergencies(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  auto all = parts.own_alerts.emergencies(session->caller);
  if (!all) return pass_on(all);
  return reply(200, OwnAlertsBody{*std::move(all)});
}

Result<Response> put_alert(const ApiParts& parts, const Request& request) {
  return change_one<OwnAlertId, alerts::AlertDraft>(parts, request,
                                                    [&](const auto& caller, auto id, const auto& body) {
                                                      return parts.own_alerts.draft(caller, id, body);
                                                    });
}

Result<Response> put_emergency(const ApiParts& parts, const Request& request) {
  return change_one<OwnAlertId, alerts::EmergencyAlert>(parts, request,
                                                        [&](const auto& caller, auto id, const auto& body) {
                                                          return parts.own_alerts.raise(caller, id, body);
                                                        });
}

Result<Response> propose(const ApiParts& parts, const Request& request) {
  return change_one<OwnAlertId, NoteBody>(parts, request, [&](const auto& caller, auto id, const auto& body) {
    return parts.own_alerts.propose(caller, id, body.note);
  });
}

Result<Response> approve(const ApiParts& parts, const Request& request) {
  return change_one<OwnAlertId, ConfirmationBody>(
      parts, request, [&](const auto& caller, auto id, const auto& body) {
        return parts.own_alerts.approve(caller, id, body.confirmation);
      });
}

Result<Response> send_back(const ApiParts& parts, const Request& request) {
  return change_one<OwnAlertId, NoteBody>(parts, request, [&](const auto& caller, auto id, const auto& body) {
    return parts.own_alerts.send_back(caller, id, body.note);
  });
}

Result<Response> propose_withdrawal(const ApiParts& parts, const Request& request) {
  return change_one<OwnAlertId, NoteBody>(parts, request, [&](const auto& caller, auto id, const auto& body) {
    return parts.own_alerts.propose_withdrawal(caller, id, body.note);
  });
}

Result<Response> approve_withdrawal(const ApiParts& parts, const Request& request) {
  return change_one<OwnAlertId, ConfirmationBody>(
      parts, request, [&](const auto& caller, auto id, const auto& body) {
        return parts.own_alerts.approve_withdrawal(caller, id, body.confirmation);
      });
}

Result<Response> get_dry_run(const ApiParts& parts, const Request& request) {
  const auto id = read_id<OwnAlertId>(request);
  if (!id) return pass_on(id);
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  const auto tried = parts.own_alerts.dry_run(session->caller, *id);
  if (!tried) return pass_on(tried);
  return reply(200, *tried);
}

Result<Response> get_rules(const ApiParts& parts, const Request& request) {
  const auto session = permit(parts, request);
  if (!session) return pass_on(session);
  return reply(200, watchlist::standard_alert_rules());
}

}  // namespace

void add_alert_routes(Api& api) {
  api.route(Method::get, "/api/v1/alert-rules", get_rules);
  api.route(Method::get, "/api/v1/alerts", list_own_alerts);
  api.route(Method::put, "/api/v1/alerts/{id}", put_alert, json_body());
  api.route(Method::get, "/api/v1/alerts/{id}/dry-run", get_dry_run);
  api.route(Method::post, "/api/v1/alerts/{id}/proposal", propose, json_body());
  api.route(Method::post, "/api/v1/alerts/{id}/approval", approve, json_body());
  api.route(Method::post, "/api/v1/alerts/{id}/return", send_back, json_body());
  api.route(Method::post, "/api/v1/alerts/{id}/withdrawal", propose_withdrawal, json_body());
  api.route(Method::post, "/api/v1/alerts/{id}/withdrawal-approval", approve_withdrawal, json_body());
  api.route(Method::get, "/api/v1/emergency-alerts", list_emergencies);
  api.route(Method::put, "/api/v1/emergency-alerts/{id}", put_emergency, json_body());
}

}  // namespace cardea::http
