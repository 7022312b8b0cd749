using System.Diagnostics;
using System.Text.Json;
using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Uploads;

namespace AgentHelpdesk.IngestionJob.Output;

/// <summary>An outcome as one line of JSON; documented in docs/operations.md.</summary>
internal sealed record OutcomeJson
{
    public required string File { get; init; }
    public required string Outcome { get; init; }
    public string? Document { get; init; }
    public string? Revision { get; init; }
    public int? Pages { get; init; }
    public int? Chunks { get; init; }
    public string? Resembles { get; init; }
    public bool? Outranked { get; init; }
    public string? Reason { get; init; }
    public string? Detail { get; init; }
    public MetadataProblem? Metadata { get; init; }
    public IEnumerable<ProblemJson>? Problems { get; init; }

    public static string NameOf(IngestOutcome outcome) => outcome switch
    {
        IngestOutcome.Published => "published",
        IngestOutcome.NewRevision => "new-revision",
        IngestOutcome.Corrected => "corrected",
        IngestOutcome.Unchanged => "unchanged",
        IngestOutcome.Retired => "retired",
        IngestOutcome.Refused => "refused",
        IngestOutcome.MetadataReported => "metadata-problem",
        IngestOutcome.Busy => "busy",
        _ => throw new UnreachableException(outcome.GetType().Name),
    };

    public static OutcomeJson Of(IngestOutcome outcome)
    {
        var line = new OutcomeJson
        {
            File = outcome.File,
            Outcome = NameOf(outcome),
            Metadata = outcome.Metadata,
            Problems = outcome.Problems.IsEmpty ? null : outcome.Problems.Select(problem => new ProblemJson(problem.Code, problem.Page, problem.Detail)),
        };
        return outcome switch
        {
            IngestOutcome.Published it => line with
            {
                Document = it.Document.Value,
                Revision = it.Revision.Value,
                Pages = it.Pages,
                Chunks = it.Chunks,
                Resembles = it.Resembles?.Value,
            },
            IngestOutcome.NewRevision it => line with
            {
                Document = it.Document.Value,
                Revision = it.Revision.Value,
                Pages = it.Pages,
                Chunks = it.Chunks,
                Outranked = it.IsOutranked ? true : null,
            },
            IngestOutcome.Corrected it => line with { Document = it.Document.Value, Revision = it.Revision.Value },
            IngestOutcome.Unchanged it => line with { Document = it.Document.Value, Revision = it.Revision.Value },
            IngestOutcome.Retired it => line with { Document = it.Document.Value, Revision = it.Revision.Value },
            IngestOutcome.Refused it => line with { Reason = JsonNamingPolicy.KebabCaseLower.ConvertName(it.Reason.ToString()), Detail = it.Detail },
            IngestOutcome.MetadataReported it => line with { Metadata = it.Problem },
            _ => line,
        };
    }
}

/// <param name="Code">The problem's kind, in kebab case.</param>
/// <param name="Page">The physical page, from 1.</param>
/// <param name="Detail">The value found.</param>
internal sealed record ProblemJson(string Code, int? Page, string Detail);
