using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.BotProtocol;
using AgentHelpdesk.BotProtocol.Activities;
using AgentHelpdesk.BotProtocol.Sending;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Teams.Searching;

/// <summary>"Chercher la règle" from the compose box and from a message: passages to insert as cards.</summary>
internal sealed class SearchInvoke(RuleSearch search, RuleCard cards, ChosenPassage chosen, AgentLanguage languages, PersonalDataMask mask, TimeProvider time, ILogger<SearchInvoke> logger)
{
    /// <summary>The channel waits ten seconds, and the answer is still on its way then.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    public async Task<InvokeReply> AnswerAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value)
            return InvokeReply.NotUnderstood;
        var request = new SearchRequest(value);
        var text = activity.Name == InvokeName.SearchForm ? SelectedMessage.Read(activity, mask) : KnownNames.Mask(request.Question, activity, mask);
        var messages = languages.For(ReplyAddress.Of(activity), text);
        using var limit = new CancellationTokenSource(Longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return activity.Name switch
            {
                InvokeName.Search => Listed(await search.SearchAsync(text, request.Skip, request.Count, messages, both.Token), messages),
                InvokeName.SearchForm => new(200, SearchForm.Of(text, text.Length == 0 ? null : await FindAsync(text, messages, both.Token), messages)),
                InvokeName.SearchSubmit when request.Inserts && await chosen.FindAsync(request.Passage, messages, both.Token) is { } source => Inserted([source], messages),
                InvokeName.SearchSubmit when request.Inserts => new(200, SearchForm.Of(text, new RuleSearchOutcome.Nothing(messages.PassageUnknown), messages)),
                InvokeName.SearchSubmit => new(200, SearchForm.Of(text, await FindAsync(text, messages, both.Token), messages)),
                _ => InvokeReply.NotAnswered,
            };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Eight digits can be read out on the phone; the log line holds the same.
            var reference = RandomNumberGenerator.GetHexString(8, lowercase: true);
            Log.SearchFailed(logger, reference, limit.IsCancellationRequested, exception);
            return Failed(activity.Name, limit.IsCancellationRequested ? messages.TurnTimedOut((int)Longest.TotalSeconds, reference) : messages.TurnFailed(reference));
        }
    }

    private Task<RuleSearchOutcome> FindAsync(string text, Messages messages, CancellationToken cancellationToken) =>
        search.SearchAsync(text, 0, SearchForm.Most, messages, cancellationToken);

    private InvokeReply Listed(RuleSearchOutcome outcome, Messages messages) => outcome switch
    {
        RuleSearchOutcome.Found found => Inserted(found.Sources, messages),
        RuleSearchOutcome.Nothing nothing => Said(nothing.Sentence),
        _ => throw new InvalidOperationException("A search came to an outcome that no case names."),
    };

    private InvokeReply Inserted(ImmutableArray<SourceView> sources, Messages messages) => new(200, new()
    {
        ["composeExtension"] = new JsonObject
        {
            ["type"] = "result",
            ["attachmentLayout"] = "list",
            ["attachments"] = new JsonArray([.. sources.Select(source => cards.Attachment(source, messages))]),
        },
    });

    private static InvokeReply Failed(string? name, string sentence) => name == InvokeName.Search
        ? Said(sentence)
        : new(200, new() { ["task"] = new JsonObject { ["type"] = "message", ["value"] = sentence } });

    private static InvokeReply Said(string sentence) => new(200, new() { ["composeExtension"] = new JsonObject { ["type"] = "message", ["text"] = sentence } });
}
