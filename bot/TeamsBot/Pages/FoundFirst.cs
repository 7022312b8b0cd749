using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using Microsoft.AspNetCore.Http.Features;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>
/// While an answer takes its time, the passages it is written from: sent as the first piece of the reply, the turn as the last. An answer that
/// comes at once comes alone, with the status it has.
/// </summary>
internal sealed class FoundFirst(PageRenderer renderer, TimeProvider time)
{
    /// <summary>Sent by a script that reads a reply in pieces; whoever doesn't send it gets the turn alone.</summary>
    public const string Header = "X-Found";

    /// <summary>Between the pieces. Nothing that is encoded can hold it.</summary>
    public const string Next = "<!--next-->";

    private const int Shown = 3;

    // Shorter waits are not noticed, and what flashes by only disturbs.
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(300);

    /// <summary>Asks, and sends what was found where the answer takes its time.</summary>
    /// <returns>What the turn came to, and whether the reply has begun: then the turn is its last piece, and its status has left.</returns>
    public async Task<(TurnOutcome Outcome, bool HasBegun)> AskAsync(HttpContext context, Func<IProgress<AnswerStep>, Task<TurnOutcome>> ask, Language language)
    {
        var step = new FoundStep();
        var answered = ask(step);
        if (context.Request.Headers[Header] != "1")
            return (await answered, false);

        using var left = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var found = step.WaitAsync(left.Token);
        await Task.WhenAny(answered, Task.WhenAll(found, Task.Delay(Unnoticed, time, left.Token)));
        var takesTime = !answered.IsCompleted && found.IsCompletedSuccessfully;
        if (takesTime)
            await SendAsync(context, await found, language);
        await left.CancelAsync();
        return (await answered, takesTime);
    }

    private async Task SendAsync(HttpContext context, AnswerStep.Found found, Language language)
    {
        var html = await renderer.RenderAsync<FoundPassages>(new()
        {
            [nameof(FoundPassages.Sources)] = SourcesOf(found, Messages.In(language)),
            [nameof(FoundPassages.Further)] = Math.Max(0, found.Passages.Length - Shown),
            [nameof(FoundPassages.Language)] = language,
        });
        context.Response.ContentType = HtmlReply.Type;
        // What stands between may keep a reply until it is whole.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await context.Response.WriteAsync(html + Next, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static ImmutableArray<SourceView> SourcesOf(AnswerStep.Found found, Messages messages) =>
        [.. found.Passages.Take(Shown).Select(passage => SourceViews.Near(passage, found.AsOf, found.Today, messages))];
}

/// <summary>Waits for the passages of a turn; whatever else is told is not shown on the page.</summary>
internal sealed class FoundStep : IProgress<AnswerStep>
{
    private readonly TaskCompletionSource<AnswerStep.Found> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Never ends by itself for a turn that finds nothing.</summary>
    public Task<AnswerStep.Found> WaitAsync(CancellationToken cancellationToken) => _found.Task.WaitAsync(cancellationToken);

    public void Report(AnswerStep value)
    {
        if (value is AnswerStep.Found found)
            _found.TrySetResult(found);
    }
}
