namespace AgentHelpdesk.BotProtocol.Turns;

/// <summary>What became of a turn handed to the queue.</summary>
public enum Acceptance
{
    /// <summary>Kept; it will be worked on.</summary>
    Accepted,

    /// <summary>Accepted before: nothing is done.</summary>
    Duplicate,

    /// <summary>Not kept: the channel is to come again.</summary>
    Full,
}
