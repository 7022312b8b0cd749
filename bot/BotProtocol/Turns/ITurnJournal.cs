namespace AgentHelpdesk.BotProtocol.Turns;

/// <summary>
/// Accepted turns on disk, so that none is lost and none answered twice. Every method returns when what it says is durable.
/// </summary>
public interface ITurnJournal
{
    /// <summary>Keeps the turn before it is acknowledged.</summary>
    /// <returns>False: this activity of this conversation was accepted before, in this life of the program or an earlier one.</returns>
    Task<bool> AddAsync(PendingTurn turn, CancellationToken cancellationToken);

    /// <summary>Before the answer leaves: from now on the turn is never worked on again.</summary>
    Task MarkSendingAsync(string key, CancellationToken cancellationToken);

    /// <summary>Done or given up: nothing of the turn stays but that its activity was seen.</summary>
    Task RemoveAsync(string key, CancellationToken cancellationToken);

    /// <summary>What an earlier life of the program accepted and did not begin to send, oldest first.</summary>
    Task<IReadOnlyList<PendingTurn>> ReadLeftAsync(CancellationToken cancellationToken);
}
