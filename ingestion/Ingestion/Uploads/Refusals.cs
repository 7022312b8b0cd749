using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.Ingestion.Uploads;

/// <summary>Uploads that go no further.</summary>
internal static class Refusals
{
    public static ReadUpload.Settled Of(Upload upload, RefusalReason reason, string detail) =>
        new(new IngestOutcome.Refused(reason, detail) { File = upload.Name, Metadata = upload.Problem });

    public static ReadUpload.Settled Of(Upload upload, ReadingProblem problem)
    {
        var reason = problem.Kind switch
        {
            ReadingProblemKind.NotPdf => RefusalReason.NotPdf,
            ReadingProblemKind.Empty => RefusalReason.Empty,
            ReadingProblemKind.PasswordNeeded => RefusalReason.PasswordNeeded,
            ReadingProblemKind.NoText => RefusalReason.NoText,
            ReadingProblemKind.NoPages => RefusalReason.NoPages,
            ReadingProblemKind.LimitExceeded => RefusalReason.LimitExceeded,
            _ => RefusalReason.Damaged,
        };
        return new(new IngestOutcome.Refused(reason, problem.Detail) { File = upload.Name, Problems = [problem] });
    }
}
