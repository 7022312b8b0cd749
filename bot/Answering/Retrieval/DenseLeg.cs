namespace AgentHelpdesk.Answering.Retrieval;

/// <summary>What became of the search by meaning for one question.</summary>
public enum DenseLeg
{
    /// <summary>The installation has no embedding model.</summary>
    None,

    /// <summary>Nobody waits for this question, or it is none: the model was not asked.</summary>
    NotAsked,

    Searched,

    /// <summary>The model was down, slow or wrong, or the index was built with another: the question was searched by its words alone.</summary>
    Unavailable,
}
