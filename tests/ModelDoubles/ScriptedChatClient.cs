using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.ModelDoubles;

/// <summary>A chat model in this process that says what a script says; keeps what it was asked.</summary>
/// <param name="script">From the messages and options to the answer's text.</param>
public sealed class ScriptedChatClient(Func<IReadOnlyList<ChatMessage>, ChatOptions?, string> script) : IChatClient
{
    private readonly List<IReadOnlyList<ChatMessage>> _asked = [];

    /// <summary>Each call's messages, in order.</summary>
    public IReadOnlyList<IReadOnlyList<ChatMessage>> Asked => _asked;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<ChatMessage> asked = [.. messages];
        lock (_asked)
            _asked.Add(asked);
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, script(asked, options))) { ModelId = "scripted", FinishReason = ChatFinishReason.Stop });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
