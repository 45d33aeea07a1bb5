#include "cardea/documents/mrz_json.hpp"
#include "cardea/journal/catalogue.hpp"
#include "cardea/kernel/codec.hpp"
#include "cardea/kernel/text.hpp"
#include "cardea/ports/guidance.hpp"
#include "cardea/ports/operations_records.hpp"
#include "cardea/ports/passages_records.hpp"
#include "cardea/travellers/links.hpp"
#include "cardea/travellers/person.hpp"
#include "common.hpp"
#include "open_list.hpp"
#include "raised.hpp"
#include "reading.hpp"
#include "search.hpp"
#include "view.hpp"

namespace cardea::inspection {
namespace {

using journal::EntryType;

// Far more than any zone: what is longer is not a document held to a reader.
constexpr std::size_t kMrzBytesMax = 1024;

constexpr std::size_t place_of(crossings::CheckName check) { return static_cast<std::size_t>(check); }

/// What is known before the writer is asked: everything but history.
struct Prepared {
  ports::NodeCreated node;
  Date on;
  documents::Reading reading;
  ports::InspectionOpened opened;
  Searched searched;
  std::int64_t reading_took_us = 0;
  bool joins_passage = false;  ///< of several persons, which is open already
};

/// What is recorded of it, and what it is shown with.
struct Judged {
  ports::InspectionOpened opened;
  std::vector<ports::LinkProposed> links;
  ports::HitsRaised raised;
  Holding holding;
  std::vector<AlsoOpenView> also_open;
};

Done check_mrz(std::string_view mrz) {
  if (mrz.size() > kMrzBytesMax) return fail(ErrorKind::malformed, "mrz_too_long");
  if (!is_valid_utf8(mrz) || mrz.find('\0') != std::string_view::npos) {
    return fail(ErrorKind::malformed, "mrz_not_text");
  }
  return {};
}

Result<std::string> lane_of(const ports::Caller& caller, const OpenInspection& input,
                            const ports::NodeCreated& node) {
  const std::string lane = input.lane.value_or(caller.lane);
  const bool known = std::ranges::find(node.lanes, lane) != node.lanes.end();
  if (lane.empty() || known) return lane;
  return fail(ErrorKind::malformed, "lane_unknown");
}

// Who enters a form of paper does not stand at the lane it was filled in at.
Done may_work_at(const Parts& parts, const ports::Caller& caller, const std::string& lane,
                 const Request& request, Date today) {
  if (lane.empty() || request.happened_at) return {};
  return certified_for_lane(parts.records, caller, lane, today);
}

ports::InspectionOpened opened_of(const Parts& parts, const OpenInspection& input,
                                  const documents::Reading& reading, const ports::NodeCreated& node,
                                  std::string lane, Date on) {
  return {parts.ids.make<FormalityId>(),
          input.passage_id.value_or(parts.ids.make<PassageId>()),
          parts.ids.make<CrossingId>(),
          node.post,
          std::move(lane),
          std::string(name(input.direction)),
          input.mrz,
          input.typed_by_hand.value_or(false),
          documents::to_command_json(reading),
          document_of(reading, parts.ids),
          traveller_of(reading, parts.ids),
          {},
          {},
          {},
          {},
          on};
}

void add_search(const Parts& parts, Prepared& prepared) {
  ports::InspectionOpened& opened = prepared.opened;
  prepared.searched =
      search_lists(parts, opened.traveller, opened.document, prepared.reading.name_possibly_truncated);
  opened.hits = prepared.searched.hits;
  opened.versions = {prepared.searched.lists,
                     prepared.searched.weights,
                     versions_of(parts.rules),
                     std::string(name(parts.search.mode)),
                     {}};
  if (prepared.searched.capped) opened.versions.capped = true;
}

Result<Prepared> prepare(const Parts& parts, const ports::Caller& caller, const OpenInspection& input,
                         const Request& request) {
  const auto one_state = parts.records.one_state();
  auto node = ports::made_node(parts.records);
  if (!node) return pass_on(node);
  auto lane = lane_of(caller, input, *node);
  if (!lane) return pass_on(lane);
  const Instant start = parts.clock.now();
  const Date on = parts.clock.local_date(request.happened_at.value_or(start));
  if (const Done may_work = may_work_at(parts, caller, *lane, request, on); !may_work)
    return pass_on(may_work);
  auto reading = documents::read_mrz(input.mrz, on, parts.issuers);
  const std::int64_t took_us = parts.clock.now().us - start.us;
  auto opened = opened_of(parts, input, reading, *node, *std::move(lane), on);
  Prepared prepared{
      *std::move(node), on, std::move(reading), std::move(opened), {}, took_us, input.passage_id.has_value()};
  add_search(parts, prepared);
  return prepared;
}

// The traveller who presented this document before keeps the id. Asked on the writer, so that two lanes
// cannot make one person twice.
Done recognise(const ports::Records& now, ports::InspectionOpened& opened) {
  const ports::DocumentRecord& document = opened.document;
  if (document.number.empty()) return {};
  const auto& births = opened.traveller.birth_dates;
  const auto known =
      now.find_traveller(document.issuer, document.number, births.empty() ? "" : to_text(births.front()));
  if (!known) return pass_on(known);
  if (known->has_value()) opened.traveller.traveller_id = **known;
  return {};
}

// Asked on the writer, so that nobody joins a passage that is let go meanwhile.
Done may_join(const ports::Records& now, const ports::InspectionOpened& opened) {
  const auto passage = now.passages().find(opened.passage_id);
  if (!passage) return pass_on(passage);
  if (!passage->has_value()) return fail(ErrorKind::not_found, "passage_unknown");
  if ((*passage)->release) return fail(ErrorKind::conflict, "passage_released");
  const bool same_way = (*passage)->direction == opened.direction;
  return same_way ? Done{} : Done{fail(ErrorKind::conflict, "passage_direction_differs")};
}

bool is_new(const Prepared& prepared, const ports::InspectionOpened& opened) {
  return opened.traveller.traveller_id == prepared.opened.traveller.traveller_id;
}

/// The holder over all documents.
struct Holder {
  travellers::Person person;
  std::vector<ports::LinkProposed> links;
};

// Somebody with an unknown document is compared with those who look alike; what is clear counts at once.
Result<Holder> holder_of(const Prepared& prepared, const ports::Records& now,
                         const ports::InspectionOpened& opened) {
  const TravellerId id = opened.traveller.traveller_id;
  if (!is_new(prepared, opened)) {
    auto person = travellers::person_of(now.travellers(), id);
    if (!person) return pass_on(person);
    return Holder{*std::move(person), {}};
  }
  auto links = travellers::proposed_links(now.travellers(), opened);
  if (!links) return pass_on(links);
  Holder holder{{{id}}, *std::move(links)};
  for (const ports::LinkProposed& link : holder.links) {
    holder.person.yellow |= link.colour == "yellow";
    if (link.colour != "white") continue;
    const auto other =
        travellers::person_of(now.travellers(), link.first_id == id ? link.second_id : link.first_id);
    if (!other) return pass_on(other);
    holder.person.ids.insert(holder.person.ids.end(), other->ids.begin(), other->ids.end());
    holder.person.red |= other->red;
  }
  return holder;
}

/// The holder's place before the law, and what is odd.
struct Judgement {
  Holding holding;
  std::vector<std::string> attention;
};

Result<Judgement> judgement_of(const Parts& parts, const Prepared& prepared, const ports::Records& now,
                               const ports::InspectionOpened& opened, const travellers::Person& person) {
  auto history = travellers::history_of(now, person, kHistoryForCount);
  if (!history) return pass_on(history);
  const auto file = travellers::file_of(now.travellers(), person, is_new(prepared, opened),
                                        opened.document.issuer, opened.document.number);
  if (!file) return pass_on(file);
  const auto& births = opened.traveller.birth_dates;
  const travellers::Presented presented{
      prepared.node.state, opened.traveller.nationality, opened.document.code,
      births.empty() ? std::nullopt : std::optional{births.front()}, prepared.on};
  const travellers::ShownNow shown{word_as<crossings::Direction>(opened.direction), opened.post,
                                   parts.clock.now()};
  auto attention = travellers::attentions_of(person, *history, shown, parts.rules.travel_times);
  auto standing = travellers::standing_of(*history, *file, presented, parts.rules);
  return Judgement{{*std::move(history), std::move(standing)}, std::move(attention)};
}

crossings::AssessmentInput input_of(const Prepared& prepared, const ports::InspectionOpened& opened,
                                    const Judgement& judgement, crossings::SearchFacts facts) {
  const travellers::Standing& standing = judgement.holding.standing;
  return {word_as<crossings::Direction>(opened.direction),
          prepared.on,
          is_own_national(opened.traveller, prepared.node),
          reading_facts(prepared.reading, opened.typed_by_hand),
          document_facts(prepared.reading, opened.document),
          std::move(facts),
          prepared.searched.has_document_alerts,
          standing.all,
          standing.without_open,
          standing.counted,
          {},
          standing.visa,
          standing.regime,
          judgement.attention};
}

// What an order in force lets this inspection leave out. The order is named beside the rules it was judged
// by.
Result<std::vector<crossings::CheckName>> relaxed_checks(const ports::Records& now, Instant at,
                                                         ports::InspectionOpened& opened) {
  const auto orders = now.operations().relaxations(at);
  if (!orders) return pass_on(orders);
  std::vector<crossings::CheckName> relaxed;
  for (const ports::RelaxationRow& order : *orders) {
    if (order.begun.direction != opened.direction) continue;
    opened.versions.rules += " " + order.begun.rules + "/" + to_text(order.begun.relaxation_id);
    for (const std::string& check : order.begun.checks) {
      relaxed.push_back(word_as<crossings::CheckName>(check));
    }
  }
  return relaxed;
}

// Judges on the state as it is now: identity, history, stay, hits, assessment.
Result<Judged> judged(const Parts& parts, const Prepared& prepared, const ports::Records& now) {
  ports::InspectionOpened opened = prepared.opened;
  const Instant start = parts.clock.now();
  const Done recognised = recognise(now, opened);
  if (!recognised) return pass_on(recognised);
  auto holder = holder_of(prepared, now, opened);
  if (!holder) return pass_on(holder);
  auto judgement = judgement_of(parts, prepared, now, opened, holder->person);
  if (!judgement) return pass_on(judgement);
  Searched searched = prepared.searched;
  if (const Done dropped = drop_ended(now, start, prepared.on, searched.hits); !dropped)
    return pass_on(dropped);
  opened.hits = searched.hits;
  auto raised = hits_raised(parts.ids, now, opened);
  if (!raised) return pass_on(raised);
  auto facts = facts_of(now, searched, remembered(*raised));
  if (!facts) return pass_on(facts);
  auto relaxed = relaxed_checks(now, start, opened);
  if (!relaxed) return pass_on(relaxed);
  auto input = input_of(prepared, opened, *judgement, *std::move(facts));
  input.relaxed = *std::move(relaxed);
  input.took_us[place_of(crossings::CheckName::watchlist)] = prepared.searched.took_us;
  input.took_us[place_of(crossings::CheckName::check_digits)] = prepared.reading_took_us;
  input.took_us[place_of(crossings::CheckName::stay)] = parts.clock.now().us - start.us;
  const bool counted = !input.own_national && input.stay_regime == crossings::StayRegime::short_stay;
  if (counted) opened.stay = judgement->holding.standing.record;
  opened.assessment = record_of(assess(input, parts.rules));
  auto others = also_open(now, opened);
  if (!others) return pass_on(others);
  return Judged{std::move(opened), std::move(holder->links), *std::move(raised),
                std::move(judgement->holding), *std::move(others)};
}

ports::Outcome outcome_of(const ports::Caller& caller, const Prepared& prepared, const Request& request,
                          const Judged& judged) {
  const ports::InspectionOpened& opened = judged.opened;
  const ports::PassageOpened passage{opened.passage_id, "pedestrian", opened.post, opened.lane,
                                     opened.direction};
  const std::string subject = to_text(opened.inspection_id);
  ports::Outcome outcome;
  if (!prepared.joins_passage)
    outcome.drafts.push_back(draft_by(caller, prepared.node, EntryType::passage_opened,
                                      to_text(opened.passage_id), to_json(passage).get_object()));
  outcome.drafts.push_back(
      draft_by(caller, prepared.node, EntryType::inspection_opened, subject, to_json(opened).get_object()));
  outcome.drafts.push_back(
      draft_by(caller, prepared.node, EntryType::hits_raised, subject, to_json(judged.raised).get_object()));
  for (const ports::LinkProposed& link : judged.links) {
    outcome.drafts.push_back(draft_by(caller, prepared.node, EntryType::identity_link_proposed,
                                      travellers::subject_of_link(link.first_id, link.second_id),
                                      to_json(link).get_object()));
  }
  outcome.mark = ports::mark_of(caller, request, subject);
  return outcome;
}

// As the store has it from the commit on, without asking it again: nothing can have happened to it yet.
InspectionView view_of_opened(const Parts& parts, const ports::Caller& caller, ports::NodeCreated node,
                              Judged judged, Instant at) {
  ports::InspectionRow row{.opened = std::move(judged.opened),
                           .assessment = {},
                           .comparisons = remembered(judged.raised),
                           .decision = {},
                           .state = "open",
                           .officer_id = caller.officer_id,
                           .opened_at = at,
                           .revision = 1};
  row.assessment = row.opened.assessment;
  ports::InspectionExtras extras;
  extras.record_details = judged.raised.record_details;
  for (ports::HitRaised& hit : judged.raised.hits) {
    ports::HitRow raised{.hit = std::move(hit),
                         .inspection_id = row.opened.inspection_id,
                         .traveller_id = row.opened.traveller.traveller_id};
    if (raised.hit.cleared) raised.judged_at = raised.hit.cleared->at;
    extras.hits.push_back(std::move(raised));
  }
  return view_of(
      parts, caller, row,
      {std::move(node), std::move(extras), std::move(judged.holding), std::move(judged.also_open), {}});
}

Result<InspectionView> view_of_repeat(const Parts& parts, const ports::Caller& caller,
                                      const std::string& subject) {
  const auto id = parse_id<FormalityId>(subject);
  if (!id) return fail(ErrorKind::conflict, "idempotency_key_reused");
  return view_of(parts, caller, *id);
}

}  // namespace

Result<InspectionView> Inspections::open(const ports::Caller& caller, const OpenInspection& input,
                                         const Request& request) const {
  const Done allowed = may(caller, access::Action::inspect).and_then([&] { return check_mrz(input.mrz); });
  if (!allowed) return pass_on(allowed);
  auto repeat = ports::subject_of_repeat(parts_.records, caller, request);
  if (!repeat) return pass_on(repeat);
  if (*repeat) return view_of_repeat(parts_, caller, **repeat);
  auto prepared = prepare(parts_, caller, input, request);
  if (!prepared) return pass_on(prepared);
  std::optional<Judged> recorded;
  const auto receipt = parts_.recorder.record([&](const ports::Records& now) -> Result<ports::Outcome> {
    repeat = ports::subject_of_repeat(now, caller, request);
    if (!repeat) return pass_on(repeat);
    if (*repeat) return ports::Outcome{};
    const Done joins = prepared->joins_passage ? may_join(now, prepared->opened) : Done{};
    if (!joins) return pass_on(joins);
    auto now_judged = judged(parts_, *prepared, now);
    if (!now_judged) return pass_on(now_judged);
    recorded = *std::move(now_judged);
    return outcome_of(caller, *prepared, request, *recorded);
  });
  if (!receipt) return pass_on(receipt);
  if (*repeat) return view_of_repeat(parts_, caller, **repeat);
  return view_of_opened(parts_, caller, std::move(prepared->node), *std::move(recorded),
                        receipt->recorded_at);
}

}  // namespace cardea::inspection
