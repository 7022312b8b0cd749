using System.CommandLine;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Verbs;

/// <summary><c>search "question"</c>: the final ranking with each leg's score, whether or not it would be enough to answer.</summary>
internal static class SearchVerb
{
    private const int DefaultTop = 10;
    private const int MaxTop = 100;

    public static Command Create(CommandLineWords words)
    {
        var top = new Option<int>("--top") { Description = words.Messages.HelpTop(MaxTop), HelpName = "K", DefaultValueFactory = _ => DefaultTop };
        top.Validators.Add(result =>
        {
            if (int.TryParse(result.Tokens is [var token, ..] ? token.Value : null, out var count) && count is < 1 or > MaxTop)
                result.AddError(words.Messages.TopOutsideRange(count, MaxTop));
        });
        var command = new Command("search", words.Messages.HelpSearch) { words.Question, words.Date, top, words.Json };
        command.SetAction((parse, cancellationToken) => VerbRun.WithHelpdeskAsync(parse, words, async (services, run) =>
        {
            var date = parse.GetValue(words.Date);
            AsOf? asOf = PeriodText.TryParse(date ?? "", out var period) ? period : null;
            if (asOf is null && !string.IsNullOrWhiteSpace(date))
            {
                await run.Error.WriteLineAsync(run.Messages.BadDate(Printable.Line(date)));
                return ExitCode.Usage;
            }

            var question = new Question
            {
                Text = parse.GetValue(words.Question) ?? "",
                AsOf = asOf,
                Audiences = Turn.Audiences(services.GetRequiredService<IOptions<AudienceOptions>>().Value),
                PassageCount = parse.GetValue(top),
            };
            var retrieval = await services.GetRequiredService<SearchPassages>().SearchAsync(question, cancellationToken);
            await run.Output.WriteAsync(parse.GetValue(words.Json)
                ? AnswerJson.Of(retrieval, question.PassageCount) + "\n"
                : RankingText.Of(retrieval, question.PassageCount, run.Messages.Language));
            return retrieval.Passages.IsEmpty ? ExitCode.Abstained : ExitCode.Done;
        }, cancellationToken));
        return command;
    }
}
