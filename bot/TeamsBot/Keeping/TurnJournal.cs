using System.Collections.Concurrent;
using AgentHelpdesk.BotProtocol.Turns;

namespace AgentHelpdesk.TeamsBot.Keeping;

/// <summary>Accepted turns in <c>bot.db</c>.</summary>
internal sealed class TurnJournal : ITurnJournal
{
    private readonly ConcurrentDictionary<(string Conversation, string Activity), string> _seen = new();

    public Task<bool> AddAsync(PendingTurn turn, CancellationToken cancellationToken) =>
        Task.FromResult(_seen.TryAdd((turn.Address.ConversationId, turn.Address.ActivityId), turn.Key));

    public Task MarkSendingAsync(string key, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<PendingTurn>> ReadLeftAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PendingTurn>>([]);
}
