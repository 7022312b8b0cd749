using System.Runtime.CompilerServices;
using AgentHelpdesk.ModelServers.Wire;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.ModelServers.Calls;

/// <summary>
/// Gives failures on in other words. Traces keep the message of what fails, and what a server says may repeat the prompt: between two of these, one
/// that takes the server's words away and one that gives them back, a trace sees the status alone.
/// </summary>
internal sealed class RestatingChatClient(IChatClient inner, Func<HttpRequestException, HttpRequestException?> restate) : DelegatingChatClient(inner)
{
    public static RestatingChatClient WithoutWords(IChatClient inner) =>
        new(inner, failure => failure is ModelServerException told ? new($"The model server answered {told.Fault.Status}.", told, told.StatusCode) : null);

    public static RestatingChatClient WithWords(IChatClient inner) => new(inner, failure => failure.InnerException as ModelServerException);

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
        catch (HttpRequestException exception) when (restate(exception) is { } restated)
        {
            throw restated;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync())
                    yield break;
            }
            catch (HttpRequestException exception) when (restate(exception) is { } restated)
            {
                throw restated;
            }

            yield return updates.Current;
        }
    }
}
