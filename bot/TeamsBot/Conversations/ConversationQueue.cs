namespace AgentHelpdesk.TeamsBot.Conversations;

/// <summary>Lets the turns of one conversation follow each other; conversations never wait for one another.</summary>
internal sealed class ConversationQueue
{
    private readonly Dictionary<ConversationId, Place> _places = [];

    /// <returns>Holds the conversation until it is disposed of.</returns>
    public async Task<IDisposable> EnterAsync(ConversationId conversation, CancellationToken cancellationToken)
    {
        Place place;
        lock (_places)
        {
            if (!_places.TryGetValue(conversation, out var known))
                _places[conversation] = known = new();
            place = known;
            place.Users++;
        }

        try
        {
            await place.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(conversation, place);
            throw;
        }

        return new Hold(() =>
        {
            place.Turn.Release();
            Leave(conversation, place);
        });
    }

    // Ids come from outside and may be many: a place lives only while somebody stands in it.
    private void Leave(ConversationId conversation, Place place)
    {
        lock (_places)
        {
            if (--place.Users > 0)
                return;
            _places.Remove(conversation);
            place.Turn.Dispose();
        }
    }

    private sealed class Place
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Hold(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
