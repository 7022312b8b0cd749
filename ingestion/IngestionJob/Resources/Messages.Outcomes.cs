using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Reading;
using AgentHelpdesk.Ingestion.Uploads;
using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.IngestionJob.Resources;

/// <summary>What became of files and orders.</summary>
internal sealed partial class Messages
{
    public string Colon => Say();
    public string Interrupted => Say();
    public string NothingFound => Say();
    public string AlreadyPurged(string document) => Fill(nameof(AlreadyPurged), document);
    public string AlreadyRetired(string document) => Fill(nameof(AlreadyRetired), document);
    public string BadSetting(SettingState setting) => Fill(nameof(BadSetting), setting.Key, setting.Value, setting.Error);
    public string BadValue(string value, string allowed) => Fill(nameof(BadValue), value, allowed);
    public string Busy(string lockFile) => Fill(nameof(Busy), lockFile);
    public string Chunks(int count) => Count(count);
    public string NotEmbedded(string detail) => Fill(nameof(NotEmbedded), detail);
    public string NotRetired(string document) => Fill(nameof(NotRetired), document);
    public string Pages(int count) => Count(count);
    public string PurgedNow(string document, int revisions) => Fill(nameof(PurgedNow), document, revisions);
    public string PurgeUnconfirmed(string document) => Fill(nameof(PurgeUnconfirmed), document);
    public string Reindexed(long chunks, int revisions) => Fill(nameof(Reindexed), chunks, revisions);
    public string ReindexKept(int revisions) => Fill(nameof(ReindexKept), revisions);
    public string Restored(string document) => Fill(nameof(Restored), document);
    public string StoreUnavailable(string cause) => Fill(nameof(StoreUnavailable), cause);
    public string Unexpected(string cause) => Fill(nameof(Unexpected), cause);
    public string Revisions(int count) => Count(count, "StatusRevisions");
    public string UnknownDocument(string document) => Fill(nameof(UnknownDocument), document);

    public string RetiredNow(string document, DateOnly? from) =>
        from is { } day ? Fill("RetiredFrom", document, day) : Fill(nameof(RetiredNow), document);

    public string Fault(DataFolderException exception) => Fill("Fault" + exception.Fault, exception.Path, exception.Found, exception.Expected);

    /// <summary>The outcome's own line, and its remedy on the next where there is one.</summary>
    public string Outcome(IngestOutcome outcome) => outcome switch
    {
        IngestOutcome.Published { Resembles: { } known } published =>
            Fill("OutcomePublished", published.Document, Pages(published.Pages), Chunks(published.Chunks)) + "\n"
            + Fill("OutcomeResembles", known, published.Document, published.File),
        IngestOutcome.Published published => Fill("OutcomePublished", published.Document, Pages(published.Pages), Chunks(published.Chunks)),
        IngestOutcome.NewRevision revision =>
            Fill("OutcomeNewRevision", revision.Document, Pages(revision.Pages), Chunks(revision.Chunks)) + (revision.IsOutranked ? "\n" + Sentence("OutcomeOutranked") : ""),
        IngestOutcome.Corrected corrected => Fill("OutcomeCorrected", corrected.Document),
        IngestOutcome.Unchanged unchanged => Fill("OutcomeUnchanged", unchanged.Document),
        IngestOutcome.Retired retired => Fill("OutcomeRetired", retired.Document),
        IngestOutcome.Refused { Metadata: { } problem } => Fill("OutcomeRefused", Fill("RefusedBadMetadata", Metadata(problem).Split('\n')[0])),
        IngestOutcome.Refused refused => Fill("OutcomeRefused", Fill("Refused" + refused.Reason, refused.Detail)),
        IngestOutcome.MetadataReported reported => Metadata(reported.Problem),
        IngestOutcome.Busy busy => Busy(busy.LockFile),
        _ => throw new InvalidOperationException($"No sentence is written for the outcome {outcome.GetType().Name}."),
    };

    public string Metadata(MetadataProblem problem) =>
        (problem.Column is { Length: > 0 } column ? Fill("MetadataPlaceColumn", problem.Csv, problem.Line, column) : Fill("MetadataPlace", problem.Csv, problem.Line))
        + Colon + Fill("Metadata" + problem.Kind, problem.Value);

    public string Problem(ReadingProblem problem) => Problem(problem.Kind.ToString(), problem.Page);

    public string Problem(RecordedProblem problem) =>
        Problem(string.Concat(problem.Code.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..])), problem.Page);

    private string Problem(string kind, int? page) => page is { } number ? Fill("ProblemOnPage", number, Sentence("Problem" + kind)) : Sentence("Problem" + kind);

    public string ProblemsMore(int count) => Fill(nameof(ProblemsMore), count);

    public string Progress(IngestProgress progress)
    {
        var line = Fill(nameof(Progress), progress.FilesDone, progress.FilesTotal, progress.PagesDone, progress.PagesPerSecond);
        return progress.TimeLeft is { TotalSeconds: >= 1 } left && progress.FilesDone < progress.FilesTotal
            ? line + ", " + Fill("TimeLeft", TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds)).ToString("g", Language.Culture))
            : line;
    }
}
