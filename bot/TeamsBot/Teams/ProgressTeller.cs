using System.Collections.Immutable;
using System.Threading.Channels;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.BotProtocol.Turns;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Teams.Speaking;

namespace AgentHelpdesk.TeamsBot.Teams;

/// <summary>
/// Tells whoever waits how far an answer has come: nothing while it may still come at once, then what was found, then that it goes on.
/// </summary>
internal sealed class ProgressTeller : IProgress<AnswerStep>
{
    // Often enough to keep "typing" alive, which the channel takes away by itself.
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private const int PlacesNamed = 3;
    private const int TitleLength = 60;

    private readonly Channel<string> _news = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Messages _messages;

    private ProgressTeller(Messages messages)
    {
        _messages = messages;
        _news.Writer.TryWrite(messages.Working);
    }

    /// <summary>Nothing is told any more when it returns, so that the answer is the last word.</summary>
    /// <param name="work">What is waited for.</param>
    /// <param name="replies">Where to tell it.</param>
    /// <param name="messages">The language.</param>
    /// <param name="after">How long nothing is told.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="cancellationToken">Stops the telling, not the work.</param>
    public static async Task<T> WhileAsync<T>(
        Func<IProgress<AnswerStep>, Task<T>> work, ITurnReplies replies, Messages messages, TimeSpan after, TimeProvider time, CancellationToken cancellationToken)
    {
        var teller = new ProgressTeller(messages);
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var telling = teller.TellAsync(replies, after, time, answered.Token);
        try
        {
            return await work(teller);
        }
        finally
        {
            await answered.CancelAsync();
            await telling;
        }
    }

    public void Report(AnswerStep value) => _news.Writer.TryWrite(value switch
    {
        AnswerStep.Found found => _messages.ProgressFound(PlacesOf(found.Passages)),
        AnswerStep.Written written => _messages.ProgressWritten(written.DocumentsSearched),
        _ => _messages.Working,
    });

    // "CIR-7/2022, p. 4": by its own number where it has one, as agents call it.
    private string PlacesOf(ImmutableArray<Passage> passages) => passages
        .Select(passage => $"{Verbatim.Of(NameOf(passage.Chunk.Revision.Description))}, {_messages.Pages(passage.Chunk.Chunk.Locator.FirstPage, passage.Chunk.Chunk.Locator.LastPage)}")
        .Distinct()
        .Take(PlacesNamed)
        .Aggregate(_messages.AndFurther);

    private static string NameOf(RevisionDescription description) =>
        Printable.Shorten(description.Number is { Length: > 0 } number ? number : description.Title, TitleLength);

    private async Task TellAsync(ITurnReplies replies, TimeSpan after, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(after, time, cancellationToken);
            var news = _news.Reader.ReadAsync(cancellationToken).AsTask();
            while (true)
            {
                using var told = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                if (await Task.WhenAny(news, Task.Delay(Between, time, told.Token)) == news)
                {
                    await told.CancelAsync();
                    await replies.ShowProgressAsync(await news, cancellationToken);
                    news = _news.Reader.ReadAsync(cancellationToken).AsTask();
                }
                else
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await replies.ShowProgressAsync(_messages.ProgressSlow, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The answer is there, or nobody waits for it any more.
        }
    }
}
