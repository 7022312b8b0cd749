namespace AgentHelpdesk.TeamsBot.Starting;

/// <summary>Whether the sample documents are being read right now, for the page to say so.</summary>
internal sealed class SampleProgress
{
    private volatile bool _isRunning;

    public bool IsRunning
    {
        get => _isRunning;
        set => _isRunning = value;
    }
}
