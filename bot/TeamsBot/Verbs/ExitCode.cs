namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary>What a command ends with (docs/operations.md): scripts tell an answer from none without reading it.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;

    /// <summary>The turn went well, and there is nothing to answer with.</summary>
    public const int Abstained = 3;

    /// <summary>A turn was run again, and came out otherwise.</summary>
    public const int Different = 4;
}
