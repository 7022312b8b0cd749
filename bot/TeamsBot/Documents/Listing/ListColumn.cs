namespace AgentHelpdesk.TeamsBot.Documents.Listing;

/// <summary>The columns that the list can be ordered by; their names are those in the address.</summary>
public enum ListColumn
{
    Title,
    Kind,
    Number,
    Validity,
    Revisions,
    Chunks,
    Problems,
}
