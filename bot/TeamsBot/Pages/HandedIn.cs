using System.Collections.Immutable;
using AgentHelpdesk.Answering.Suggestions;
using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>Follows files dropped on the chat page until they can be asked about.</summary>
internal sealed class HandedIn(InboxShelf inbox, SuggestQuestions suggestions, PageRenderer renderer, PageSpeech speech)
{
    private const int Questions = 3;

    // A page follows what was dropped on it, not the whole inbox.
    private const int MostUploads = 200;

    public async Task<IResult> ListAsync(HttpContext context)
    {
        var messages = speech.Of(context);
        var views = new List<HandedInView>();
        foreach (var text in context.Request.Query["id"].Take(MostUploads))
        {
            if (UploadId.TryParse(text, out var upload))
                views.Add(await ViewAsync(upload, messages, context.RequestAborted));
        }

        return HtmlReply.Of(await renderer.RenderAsync<HandedInList>(new()
        {
            [nameof(HandedInList.Uploads)] = views.ToImmutableArray(),
            [nameof(HandedInList.Language)] = messages.Language,
        }));
    }

    private async Task<HandedInView> ViewAsync(UploadId id, Messages messages, CancellationToken cancellationToken)
    {
        if (inbox.Find(id) is not { } entry)
            return new() { Upload = id, File = "", Step = messages.UploadGone, IsReady = false, IsSettled = true };
        var published = entry is { Step: InboxStep.Settled } ? DocumentOf(entry.Outcome) : null;
        return new()
        {
            Upload = id,

            // An outcome's sentence begins with the file's name.
            File = entry.Step == InboxStep.Settled && published is null ? "" : entry.FileName,
            Step = published is null ? StepOf(entry, messages) : messages.UploadPublished,
            IsReady = entry.Step == InboxStep.Ready,
            IsSettled = entry.Step == InboxStep.Settled,
            Questions = published is { } document ? await QuestionsAsync(document, entry, cancellationToken) : [],
        };
    }

    /// <summary>Those that were tried come first; where time did not suffice to try enough, the headings give the rest.</summary>
    private async Task<ImmutableArray<string>> QuestionsAsync(DocumentId document, InboxEntry entry, CancellationToken cancellationToken)
    {
        var tried = await suggestions.OfDocumentAsync(document, Questions, cancellationToken);
        return tried.Length < Questions && entry.Review is { } review
            ? [.. tried.Concat(SuggestQuestions.FromHeadings(review.Headings, 2 * Questions)).Distinct().Take(Questions)]
            : tried;
    }

    private static string StepOf(InboxEntry entry, Messages messages) => entry switch
    {
        { Step: InboxStep.Received } => messages.UploadReceived,
        { Step: InboxStep.Reading, PagesTotal: 0 } => messages.UploadOpening,
        { Step: InboxStep.Reading } => messages.UploadReading(entry.PagesRead, entry.PagesTotal),
        { Step: InboxStep.Ready } => messages.UploadReady,
        { Step: InboxStep.Publishing } => messages.UploadPublishing,
        { Outcome: { } outcome } => messages.Outcome(outcome),
        _ => messages.UploadGone,
    };

    private static DocumentId? DocumentOf(IngestOutcome? outcome) => outcome switch
    {
        IngestOutcome.Published published => published.Document,
        IngestOutcome.NewRevision revision => revision.Document,
        IngestOutcome.Corrected corrected => corrected.Document,
        IngestOutcome.Unchanged unchanged => unchanged.Document,
        _ => null,
    };
}
