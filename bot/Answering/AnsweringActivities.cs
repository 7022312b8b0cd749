using System.Diagnostics;

namespace AgentHelpdesk.Answering;

/// <summary>Names of this room's spans and tags, for those who collect them.</summary>
public static class AnsweringActivities
{
    public const string SourceName = "AgentHelpdesk.Answering";

    internal const string Search = "search-passages";
    internal const string Write = "write-answer";
    internal const string PassageCount = "helpdesk.passages";
    internal const string EvidenceStrength = "helpdesk.evidence";
    internal const string Outcome = "helpdesk.outcome";

    internal static readonly ActivitySource Source = new(SourceName);
}
