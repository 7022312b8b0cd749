namespace AgentHelpdesk.Answering.Grounding;

/// <summary>How many characters of passages the model's context has room for, as far as is known: the setting, or less for some time after a prompt was too long.</summary>
internal sealed class ContextRoom(int most, TimeProvider time)
{
    // Long enough not to be refused at each question, short enough to notice that a server was started anew with more.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private int _smaller;
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    public int Characters
    {
        get
        {
            lock (_lock)
                return time.GetUtcNow() < _until ? Math.Min(_smaller, most) : most;
        }
    }

    public void Shrink(int characters)
    {
        lock (_lock)
        {
            _smaller = time.GetUtcNow() < _until ? Math.Min(_smaller, characters) : characters;
            _until = time.GetUtcNow() + Remembered;
        }
    }
}
