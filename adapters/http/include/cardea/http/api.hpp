#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "cardea/accountability/accountability.hpp"
#include "cardea/accountability/data_subjects.hpp"
#include "cardea/accountability/retention.hpp"
#include "cardea/administration/administration.hpp"
#include "cardea/alerts/hits.hpp"
#include "cardea/alerts/lists.hpp"
#include "cardea/alerts/own_alerts.hpp"
#include "cardea/casework/cases.hpp"
#include "cardea/crossings/rules.hpp"
#include "cardea/fallback/paper_forms.hpp"
#include "cardea/guidance/guidance.hpp"
#include "cardea/http/metrics.hpp"
#include "cardea/http/router.hpp"
#include "cardea/inspection/inspections.hpp"
#include "cardea/kernel/clock.hpp"
#include "cardea/operations/operations.hpp"
#include "cardea/passages/passages.hpp"
#include "cardea/ports/caller.hpp"
#include "cardea/ports/recorder.hpp"
#include "cardea/ports/records.hpp"
#include "cardea/ports/screening_index.hpp"
#include "cardea/reporting/reporting.hpp"
#include "cardea/travellers/travellers.hpp"

namespace cardea::http {

/// A list file that came by `PUT /api/v1/lists/{source}/versions`.
struct UploadedList {
  std::string source;     ///< of the path; the file's own source must be the same
  std::string file_name;  ///< as the client calls it; names the rows put aside
  std::filesystem::path path;
  alerts::Shrinking shrinking = alerts::Shrinking::refuse;
};

/// Reads the file, puts it in force and publishes a new snapshot. The readers of lists stand in another room,
/// so the program that wires both hands this in. Called on a worker; several may run at once.
using ImportUpload = std::function<Result<alerts::ImportReport>(const ports::Caller&, const UploadedList&)>;

/// What the interface works with. All references are borrowed and must outlive the router.
struct ApiParts {
  const inspection::Inspections& inspections;
  const casework::Cases& cases;
  const travellers::Travellers& travellers;
  const passages::Passages& passages;
  const alerts::Lists& lists;
  const alerts::OwnAlerts& own_alerts;
  const alerts::Hits& hits;
  const administration::Administration& administration;
  const accountability::Accountability& accountability;
  const operations::Operations& operations;
  const reporting::Reporting& reporting;
  const accountability::Retention& retention;
  const guidance::Guidance& guidance;
  const accountability::DataSubjects& data_subjects;
  const fallback::PaperForms& paper;
  const ports::Records& records;
  const ports::Recorder& recorder;
  const ports::ScreeningIndex& index;
  const crossings::RefusalGrounds& refusal_grounds;
  const Clock& clock;
  const Metrics& metrics;
  ImportUpload import_upload;
  std::string version;  ///< of the program
  std::size_t upload_max = std::size_t{512} << 20;
};

/// The REST interface of api/openapi.yaml: every path of it and no other. Handlers do four things in order:
/// parse, permit, act, reply. They hold no state.
[[nodiscard]] Router make_api(ApiParts parts);

}  // namespace cardea::http
