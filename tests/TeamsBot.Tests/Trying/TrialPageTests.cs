using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents.Sheet;
using AgentHelpdesk.TeamsBot.Pages;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Trying;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentHelpdesk.TeamsBot.Tests.Trying;

/// <summary>What is tried looks like the answer and leads nowhere: it belongs to no conversation, and its sources may not be published.</summary>
public sealed class TrialPageTests
{
    [Fact]
    public async Task An_answer_that_is_tried_asks_nothing_again_and_opens_no_source_that_is_not_published()
    {
        var answer = SomeAnswers.Grounded([SomeAnswers.Claim()]);
        var outcome = new TurnOutcome.Answered(answer, AnswerViewBuilder.Build(answer, Language.French)) { Language = Language.French };
        var draft = answer.Citations[0].Locator.Revision;
        var marked = outcome with { View = DraftSources.Mark(outcome.View, draft, Messages.In(Language.French)) };

        var html = await RenderAsync(Trial.Of("Quel délai ?", "", marked, DocumentId.Parse("autre")));

        html.ShouldContain("first-line");
        System.Net.WebUtility.HtmlDecode(html).ShouldContain("pas encore publié");
        html.ShouldNotContain("<form");
        html.ShouldNotContain($"/revisions/{draft.Value}");
        html.ShouldNotContain($"/passages/{draft.Value}");
        html.ShouldNotContain("href=\"\"");
    }

    [Fact]
    public async Task An_abstention_that_is_tried_reports_nothing()
    {
        var answer = SomeAnswers.Abstention();
        var outcome = new TurnOutcome.Answered(answer, AnswerViewBuilder.Build(answer, Language.French)) { Language = Language.French };

        var html = await RenderAsync(Trial.Of("Quel délai ?", "", outcome, DocumentId.Parse("autre")));

        html.ShouldContain("abstention");
        html.ShouldNotContain("<form");
        html.ShouldNotContain("rephrase");
    }

    private static async Task<string> RenderAsync(Trial trial)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        return await new PageRenderer(services, NullLoggerFactory.Instance).RenderAsync<TurnArticle>(new() { [nameof(TurnArticle.Turn)] = trial.Turn });
    }
}
