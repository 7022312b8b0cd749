namespace AgentHelpdesk.BotProtocol.Sending;

/// <summary>
/// Conversations that the bot was told it may not write to any more, so that it doesn't knock again and again. Kept in memory alone, for a
/// while, and forgotten as soon as somebody writes from there.
/// </summary>
internal sealed class ClosedConversations(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(6);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _closed = [];

    public bool Contains(string conversationId)
    {
        lock (_lock)
            return _closed.TryGetValue(conversationId, out var since) && time.GetUtcNow() - since < Remembered;
    }

    public void Add(string conversationId)
    {
        lock (_lock)
        {
            if (_closed.Count >= Most)
                DropOldest();
            _closed[conversationId] = time.GetUtcNow();
        }
    }

    /// <summary>Somebody wrote at this moment: what was closed before is open again.</summary>
    public void Reopen(string conversationId, DateTimeOffset written)
    {
        lock (_lock)
        {
            if (_closed.TryGetValue(conversationId, out var since) && since < written)
                _closed.Remove(conversationId);
        }
    }

    private void DropOldest()
    {
        foreach (var (conversation, _) in _closed.OrderBy(entry => entry.Value).Take(Most / 10).ToList())
            _closed.Remove(conversation);
    }
}
