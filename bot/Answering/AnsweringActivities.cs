using System.Diagnostics;
using AgentHelpdesk.Answering.Grounding;

namespace AgentHelpdesk.Answering;

/// <summary>Names of this room's spans and tags, for those who collect them.</summary>
public static class AnsweringActivities
{
    public const string SourceName = "AgentHelpdesk.Answering";

    internal const string Search = "search-passages";
    internal const string Write = "write-answer";
    internal const string AskModel = "ask-model";
    internal const string Purpose = "helpdesk.model.purpose";
    internal const string PassageCount = "helpdesk.passages";
    internal const string EvidenceStrength = "helpdesk.evidence";
    internal const string Outcome = "helpdesk.outcome";

    internal const string Writer = "helpdesk.writer";
    internal const string Fallback = "helpdesk.fallback";
    internal const string Cached = "helpdesk.cached";
    internal const string Calls = "helpdesk.model.calls";
    internal const string InputTokens = "helpdesk.model.input_tokens";
    internal const string OutputTokens = "helpdesk.model.output_tokens";
    internal const string DroppedClaims = "helpdesk.claims.dropped";

    internal static readonly ActivitySource Source = new(SourceName);

    /// <summary>How the words came about, in numbers and codes.</summary>
    internal static void Tag(this Activity activity, WritingRecord writing)
    {
        activity.SetTag(Writer, writing.Writer.ToString());
        activity.SetTag(Fallback, writing.Fallback?.ToString());
        activity.SetTag(Cached, writing.IsCached);
        activity.SetTag(Calls, writing.Calls.Length);
        activity.SetTag(InputTokens, writing.Calls.Sum(call => call.InputTokens));
        activity.SetTag(OutputTokens, writing.Calls.Sum(call => call.OutputTokens));
        activity.SetTag(DroppedClaims, writing.Checks.Count(check => check.Flaw is not null));
    }
}
