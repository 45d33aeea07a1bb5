#pragma once

#include "cardea/accountability/data_subjects.hpp"
#include "cardea/accountability/retention.hpp"

namespace cardea::accountability {

/// Fails `not_found/data_request_unknown`.
[[nodiscard]] Result<ports::DataRequestRow> the_request(const ports::Records& records, DataRequestId id);

[[nodiscard]] Result<FoundPerson> found_person(const ports::Records& records, TravellerId id);
[[nodiscard]] Result<DataRequestView> view_of(const DataSubjectParts& parts,
                                              const ports::DataRequestRow& request);

/// The reason word against erasing what the schedule lets go, nothing when there is none. Reads the whole
/// journal.
[[nodiscard]] Result<std::optional<std::string>> erasure_forbidden(const DataSubjectParts& parts,
                                                                   TravellerId traveller);

[[nodiscard]] RetentionParts retention_parts(const DataSubjectParts& parts);

/// What may be told of these travellers.
[[nodiscard]] Result<DataExport> export_of(const DataSubjectParts& parts,
                                           const ports::DataRequestRow& request,
                                           const std::vector<TravellerId>& travellers);
/// Persons, documents, crossings, cases and so on in it.
[[nodiscard]] std::int64_t records_in(const DataExport& made);
[[nodiscard]] ports::Sheet letter_of(const DataExport& made, const privacy::LetterTexts& texts,
                                     Instant made_at);

}  // namespace cardea::accountability
