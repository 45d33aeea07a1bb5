#pragma once

#include "cardea/kernel/id.hpp"

namespace cardea {

using NodeId = Id<struct NodeTag>;
using OfficerId = Id<struct OfficerTag>;
using SessionId = Id<struct SessionTag>;
using GrantId = Id<struct GrantTag>;
using WorkstationId = Id<struct WorkstationTag>;
using PassageId = Id<struct PassageTag>;
using CrossingId = Id<struct CrossingTag>;
using TravellerId = Id<struct TravellerTag>;
using DocumentId = Id<struct DocumentTag>;
/// A formality: one control that one agency of one state does on a passage or a part of it. An inspection is
/// the immigration formality on one person, so its id is a formality id.
using FormalityId = Id<struct FormalityTag>;
using CaseId = Id<struct CaseTag>;
using RefusalId = Id<struct RefusalTag>;
using EvidenceId = Id<struct EvidenceTag>;
using ConsultationId = Id<struct ConsultationTag>;

}  // namespace cardea
