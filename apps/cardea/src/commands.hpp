#pragma once

#include "command.hpp"
#include "options.hpp"

namespace cardea::app {

// One function a command. Each reports its own failures on streams.err.

[[nodiscard]] ExitCode init(const InitOptions& options, const Streams& streams);
[[nodiscard]] ExitCode serve(const ServeOptions& options, const Streams& streams);
[[nodiscard]] ExitCode migrate(const DataOptions& options, const Streams& streams);
[[nodiscard]] ExitCode user_add(const UserAddOptions& options, const Streams& streams);
[[nodiscard]] ExitCode user_list(const DataOptions& options, const Streams& streams);
[[nodiscard]] ExitCode reset_second_factor(const SecondFactorResetOptions& options, const Streams& streams);
[[nodiscard]] ExitCode lists_import(const ListImportOptions& options, const Streams& streams);
[[nodiscard]] ExitCode lists_show(const DataOptions& options, const Streams& streams);
[[nodiscard]] ExitCode permits_import(const PermitImportOptions& options, const Streams& streams);
[[nodiscard]] ExitCode screen(const ScreenOptions& options, const Streams& streams);
[[nodiscard]] ExitCode names_compare(const Streams& streams);
[[nodiscard]] ExitCode mrz_read(const MrzReadOptions& options, const Streams& streams);
[[nodiscard]] ExitCode mrz_write(const Streams& streams);
[[nodiscard]] ExitCode journal_verify(const JournalOptions& options, const Streams& streams);
[[nodiscard]] ExitCode journal_rebuild(const JournalOptions& options, const Streams& streams);
[[nodiscard]] ExitCode journal_prove(const ProveOptions& options, const Streams& streams);
[[nodiscard]] ExitCode journal_check_proof(const CheckProofOptions& options, const Streams& streams);
[[nodiscard]] ExitCode report_coverage(const ReportOptions& options, const Streams& streams);
[[nodiscard]] ExitCode retention_run(const RetentionOptions& options, const Streams& streams);
[[nodiscard]] ExitCode version(bool as_json, const Streams& streams);

}  // namespace cardea::app
