namespace AgentHelpdesk.Ingestion.Reading.Joining;

/// <summary>What follows each other in a document, wherever columns and pages end: paragraphs and tables.</summary>
internal interface IFlow
{
    /// <summary>The physical page on which it begins.</summary>
    int Page { get; }
}
