using System.Collections.Immutable;
using System.Security.Cryptography;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Answers;

/// <summary>One question and all it causes, the same for the page and the console: check, ask, choose the words; failures end here.</summary>
internal sealed class Turn(
    AnswerQuestion answering, IOptions<WebOptions> limits, IOptions<LanguageOptions> language, IOptions<AudienceOptions> audience, ILogger<Turn> logger)
{
    public async Task<TurnOutcome> AskAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        var spoken = LanguageOf(request.Text, request.Choice);
        var messages = Messages.In(spoken);
        if (Unclear(request, messages) is { } sentence)
            return new TurnOutcome.Unclear(sentence) { Language = spoken };

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(limits.Value.TurnSeconds));
        try
        {
            var answer = await answering.AskAsync(QuestionOf(request, spoken), request.Progress, timeout.Token);
            var view = AnswerViewBuilder.Build(answer, spoken);
            return new TurnOutcome.Answered(answer, request.ComparedWith is { } earlier ? ChangedWords.Between(earlier, view) : view) { Language = spoken };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Eight digits can be read out on the phone; the log line holds the same.
            var reference = RandomNumberGenerator.GetHexString(8, lowercase: true);
            var timedOut = exception is OperationCanceledException;
            Log.TurnFailed(logger, reference, timedOut, exception);
            return new TurnOutcome.Failed(timedOut ? messages.TurnTimedOut(limits.Value.TurnSeconds, reference) : messages.TurnFailed(reference)) { Language = spoken };
        }
    }

    /// <summary>What the answer to a question will be framed in.</summary>
    /// <param name="text">The question as typed.</param>
    /// <param name="choice">The language chosen by the person; null: the question's.</param>
    public Language LanguageOf(string text, Language? choice) => QuestionLanguage.Choose(choice, text, Language.Find(language.Value.Default) ?? Language.French);

    /// <summary>The caller's audiences until callers have roles.</summary>
    public static ImmutableArray<string> Audiences(AudienceOptions options) =>
        [.. Audience.Parse(options.Default).Where(one => one != Audience.Everyone)];

    private string? Unclear(TurnRequest request, Messages messages)
    {
        if (string.IsNullOrWhiteSpace(request.Text))
            return messages.EmptyQuestion;
        if (request.Text.Length > limits.Value.MaxQuestionLength)
            return messages.QuestionTooLong(request.Text.Length, limits.Value.MaxQuestionLength);
        return string.IsNullOrWhiteSpace(request.Date) || PeriodText.TryParse(request.Date, out _)
            ? null
            : messages.BadDate(Printable.Shorten(Printable.Line(request.Date), 40));
    }

    private Question QuestionOf(TurnRequest request, Language spoken) => new()
    {
        Text = request.Text,
        AsOf = PeriodText.TryParse(request.Date, out var period) ? period : null,
        Earlier = request.Earlier,
        Audiences = Audiences(audience.Value),
        Language = spoken.Code,
        AllowsModel = request.AllowsModel,
    };
}
