using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.BotProtocol.Turns;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Teams;

namespace AgentHelpdesk.TeamsBot.Tests.Teams;

/// <summary>What is told while an answer takes its time.</summary>
public sealed class ProgressTellerTests
{
    [Fact]
    public async Task What_was_found_is_named_by_number_or_title_with_its_page_three_places_at_most()
    {
        var numbered = SomeAnswers.Passage(page: 4);
        numbered = numbered with
        {
            Chunk = numbered.Chunk with { Revision = numbered.Chunk.Revision with { Description = numbered.Chunk.Revision.Description with { Number = "CIR-7/2022" } } },
        };

        (await ToldAsync(numbered, numbered, SomeAnswers.Passage(title: "Guide des *aides*", page: 2), SomeAnswers.Passage(title: "Note", page: 1), SomeAnswers.Passage(title: "Autre", page: 9)))
            .ShouldBe("Trouvé : CIR-7/2022, p. 4 ; Guide des ∗aides∗, p. 2 ; Note, p. 1");
    }

    private static async Task<string> ToldAsync(params Passage[] passages)
    {
        var replies = new Told();
        await ProgressTeller.WhileAsync(
            async progress =>
            {
                progress.Report(new AnswerStep.Found(12, [.. passages]));
                await replies.First.Task.WaitAsync(TestContext.Current.CancellationToken);
                return true;
            },
            replies,
            Messages.In(Language.French),
            TimeSpan.FromMilliseconds(1),
            TimeProvider.System,
            TestContext.Current.CancellationToken);
        return (await replies.First.Task.WaitAsync(TestContext.Current.CancellationToken)).Replace('\u202f', ' ').Replace('\u00a0', ' ');
    }

    private sealed class Told : ITurnReplies
    {
        public TaskCompletionSource<string> First { get; } = new();

        public CancellationToken Stopped => CancellationToken.None;

        public Task ShowProgressAsync(string text, CancellationToken cancellationToken)
        {
            if (text.StartsWith("Trouvé", StringComparison.Ordinal))
                First.TrySetResult(text);
            return Task.CompletedTask;
        }

        public Task<SendOutcome> AnswerAsync(Activity message, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
