using System.Runtime.CompilerServices;
using AgentHelpdesk.ModelServers.Wire;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.ModelServers.Calls;

/// <summary>
/// The chat model behind the layer of calls. An answer is always streamed by the server, also one wanted whole: silence is then noticed early, and
/// an answer without its finish reason is known as cut.
/// </summary>
internal sealed class ResilientChatClient(IChatClient inner, ModelCalls calls, CallLimits limits, int maxCharacters, TimeProvider time) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> asked = [.. messages];
        using var place = await calls.EnterAsync(cancellationToken);
        return await calls.RunAsync(token => AttemptAsync(asked, options, token).ToChatResponseAsync(token), cancellationToken);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> asked = [.. messages];
        using var place = await calls.EnterAsync(cancellationToken);

        // Tried again until the first word; what was handed out can't be taken back.
        var (updates, first) = await calls.RunAsync(async token => await BeginAsync(asked, options, cancellationToken, token), cancellationToken);
        await using (updates)
        {
            foreach (var update in first)
                yield return update;
            while (await updates.MoveNextAsync())
                yield return updates.Current;
        }
    }

    // The stream outlives the try that began it, hence two tokens.
    private async Task<(IAsyncEnumerator<ChatResponseUpdate> Updates, List<ChatResponseUpdate> First)> BeginAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken streamToken, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var updates = AttemptAsync(messages, options, streamToken).GetAsyncEnumerator(streamToken);
        try
        {
            List<ChatResponseUpdate> first = [];
            while (await updates.MoveNextAsync())
            {
                first.Add(updates.Current);
                if (updates.Current.Text.Length > 0)
                    break;
            }

            return (updates, first);
        }
        catch
        {
            await updates.DisposeAsync();
            throw;
        }
    }

    private async IAsyncEnumerable<ChatResponseUpdate> AttemptAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var clock = new AttemptClock(limits, time, cancellationToken);
        var characters = 0;
        var isFinished = false;
        await using var updates = base.GetStreamingResponseAsync(messages, options, clock.Token).GetAsyncEnumerator(clock.Token);
        while (await NextAsync(updates, clock, characters > 0, cancellationToken) is { } update)
        {
            clock.Heard();
            characters += update.Text.Length;
            isFinished |= update.FinishReason is not null;
            if (characters > maxCharacters)
                throw new InvalidDataException($"The model's answer is longer than {maxCharacters} characters.");
            yield return update;
            if (update.FinishReason == ChatFinishReason.ContentFilter)
                yield break;
        }

        if (!isFinished)
            throw new InvalidDataException($"The model's answer was cut after {characters} characters: the stream ended without a finish reason.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            calls.Dispose();
        base.Dispose(disposing);
    }

    private static async Task<ChatResponseUpdate?> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, AttemptClock clock, bool hasAnswered, CancellationToken cancellationToken)
    {
        try
        {
            return await updates.MoveNextAsync() ? updates.Current : null;
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (clock.Expired is { } expired)
                throw expired;
            return CallFailure.Of(exception, hasAnswered) switch
            {
                // Not a failure: the answer is that there is none.
                ModelServerException { Fault.IsContentFilter: true } => new() { Role = ChatRole.Assistant, FinishReason = ChatFinishReason.ContentFilter },
                var failure => throw failure,
            };
        }
    }
}
