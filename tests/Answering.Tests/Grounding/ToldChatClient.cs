using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AgentHelpdesk.Answering.Tests.Grounding;

/// <summary>A chat model that does, call by call, what the test tells it: say something with any end, fail, stall.</summary>
internal sealed class ToldChatClient(params Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>>[] steps) : IChatClient
{
    private int _next;

    /// <summary>Each call's messages.</summary>
    public List<IReadOnlyList<ChatMessage>> Asked { get; } = [];

    public List<ChatOptions?> Options { get; } = [];

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Asked.Add([.. messages]);
        Options.Add(options);
        return steps[Math.Min(_next++, steps.Length - 1)](cancellationToken);
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    public static Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Says(string text) => Ends(text, ChatFinishReason.Stop);

    public static Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Ends(string text, ChatFinishReason? reason, int outputTokens = 0) => _ => Updates(text, reason, outputTokens);

    public static Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Refuses(string text) => _ => Refusal(text);

    /// <summary>Says something, then throws.</summary>
    public static Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Fails(Exception exception, string said = "") => _ => Failing(exception, said);

    /// <summary>Throws before there is even a stream.</summary>
    public static Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> FailsAtOnce(Exception exception) => _ => throw exception;

    /// <summary>Says nothing, and looks at no token.</summary>
    public static Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Hangs(Action? asked = null) => _ => Hanging(asked);

    /// <summary>Goes on for ever.</summary>
    public static Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> Rambles(string words) => cancellation => Rambling(words, cancellation);

    private static async IAsyncEnumerable<ChatResponseUpdate> Updates(string text, ChatFinishReason? reason, int outputTokens)
    {
        await Task.Yield();
        for (var at = 0; at < text.Length; at += 7)
            yield return new(ChatRole.Assistant, text.Substring(at, Math.Min(7, text.Length - at))) { ModelId = "told" };
        yield return new(ChatRole.Assistant, outputTokens > 0 ? [new UsageContent(new() { InputTokenCount = 1000, OutputTokenCount = outputTokens })] : []) { FinishReason = reason, ModelId = "told" };
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Refusal(string text)
    {
        await Task.Yield();
        yield return new(ChatRole.Assistant, [new ErrorContent(text) { ErrorCode = "Refusal" }]) { FinishReason = ChatFinishReason.Stop };
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Failing(Exception exception, string said)
    {
        await Task.Yield();
        if (said.Length > 0)
            yield return new(ChatRole.Assistant, said);
        throw exception;
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Hanging(Action? asked)
    {
        asked?.Invoke();
        await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
        yield break;
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> Rambling(string words, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        while (!cancellationToken.IsCancellationRequested)
            yield return new(ChatRole.Assistant, words);
    }
}
