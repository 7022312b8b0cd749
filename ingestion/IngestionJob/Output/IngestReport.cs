using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Reading;

namespace AgentHelpdesk.IngestionJob.Output;

/// <summary>Says one outcome a file and counts them for the summary.</summary>
internal sealed class IngestReport(JobConsole console, TimeProvider time)
{
    // A scan of 900 pages has 900 problems of one kind: the first ones tell.
    private const int ProblemsShown = 5;

    private readonly long _started = time.GetTimestamp();
    private readonly Dictionary<string, int> _counts = [];
    private int _pages;

    public bool HasProblems { get; private set; }

    public bool IsBusy { get; private set; }

    public bool IsNotEmbedded { get; private set; }

    public bool IsEmpty => _counts.Count == 0;

    public void Add(IngestOutcome outcome)
    {
        var name = OutcomeJson.NameOf(outcome);
        _counts[name] = CountOf(name) + 1;
        _pages += outcome switch
        {
            IngestOutcome.Published published => published.Pages,
            IngestOutcome.NewRevision revision => revision.Pages,
            _ => 0,
        };
        IsBusy |= outcome is IngestOutcome.Busy;
        IsNotEmbedded |= outcome is IngestOutcome.Refused { Reason: RefusalReason.NotEmbedded };
        HasProblems |= outcome is IngestOutcome.Refused or IngestOutcome.MetadataReported;

        console.Json(OutcomeJson.Of(outcome));
        console.Say(outcome is IngestOutcome.MetadataReported or IngestOutcome.Busy
            ? console.Messages.Outcome(outcome)
            : $"{outcome.File}{console.Messages.Colon}{console.Messages.Outcome(outcome).Replace("\n", "\n  ", StringComparison.Ordinal)}");
        Say([.. outcome.Problems.Where(problem => !IsReason(outcome, problem))]);
    }

    public void Finish()
    {
        var seconds = time.GetElapsedTime(_started).TotalSeconds;
        var speed = seconds > 0 ? _pages / seconds : 0;
        console.Json(new
        {
            Summary = new
            {
                Published = CountOf("published"),
                NewRevision = CountOf("new-revision"),
                Corrected = CountOf("corrected"),
                Unchanged = CountOf("unchanged"),
                Retired = CountOf("retired"),
                Refused = CountOf("refused"),
                MetadataProblems = CountOf("metadata-problem"),
                Pages = _pages,
                Seconds = Math.Round(seconds, 3),
                PagesPerSecond = Math.Round(speed, 1),
            },
        });
        console.Say("");
        console.Say(console.Messages.Fill(
            "Summary", CountOf("published"), CountOf("new-revision"), CountOf("corrected"), CountOf("unchanged"), CountOf("retired"), CountOf("refused"), console.Messages.Pages(_pages), seconds, speed));
    }

    // What made the whole file refused is said already.
    private static bool IsReason(IngestOutcome outcome, ReadingProblem problem) =>
        outcome is IngestOutcome.Refused refused && problem.Page is null && refused.Reason.ToString() == problem.Kind.ToString();

    private void Say(ReadingProblem[] problems)
    {
        foreach (var problem in problems.Take(ProblemsShown))
            console.Say("  " + console.Messages.Problem(problem));
        if (problems.Length > ProblemsShown)
            console.Say("  " + console.Messages.ProblemsMore(problems.Length - ProblemsShown));
    }

    private int CountOf(string name) => _counts.GetValueOrDefault(name);
}
