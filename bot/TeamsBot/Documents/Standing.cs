namespace AgentHelpdesk.TeamsBot.Documents;

/// <summary>How a revision or a document stands on a day. The names are those of the filter in the address.</summary>
public enum Standing
{
    /// <summary>Answers on that day.</summary>
    InForce,

    /// <summary>Answers on later days only.</summary>
    ToCome,

    /// <summary>Answered on earlier days, and no retirement is the reason.</summary>
    Ended,

    /// <summary>Another revision of its document answers on every day that it claims.</summary>
    Replaced,

    Retired,
    Purged,
}
