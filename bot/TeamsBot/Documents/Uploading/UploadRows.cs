using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>From the entries of the inbox to the lines of the table.</summary>
/// <param name="entries">All of them, in the order received.</param>
/// <param name="documents">What is published.</param>
/// <param name="form">What was typed; null: what is proposed.</param>
/// <param name="messages">The language of the page.</param>
internal sealed class UploadRows(IReadOnlyList<InboxEntry> entries, KnownDocuments documents, UploadForm? form, Messages messages)
{
    private readonly DraftChecks _checks = new(entries, documents, form, messages);

    public UploadRow Of(InboxEntry entry) => new()
    {
        Id = entry.Id.Value,
        FileName = Printable.Line(entry.FileName),
        Size = messages.FileSize(entry.Bytes),
        Step = entry.Step,
        State = StateOf(entry),
        Doing = DoingOf(entry, messages),
        PagesRead = entry.PagesRead,
        PagesTotal = entry.PagesTotal,
        Draft = entry is { Step: InboxStep.Ready, Review: { } review } ? _checks.DraftOf(entry, review) : null,
        Outcome = entry is { Step: InboxStep.Settled, Outcome: { } outcome } ? OutcomeOf(outcome) : null,
    };

    /// <summary>Pages read are told apart from it: they change a bar, not the line.</summary>
    public static string StateOf(InboxEntry entry) => entry.Step switch
    {
        InboxStep.Ready => $"ready-{entry.Outcome?.GetType().Name}-{string.Join('|', entry.Review?.Resembles.Select(one => one.Document.Value) ?? [])}-{entry.Review?.KnownAs?.Document}",
        var step => step.ToString().ToLowerInvariant(),
    };

    public static string DoingOf(InboxEntry entry, Messages messages) => entry.Step switch
    {
        InboxStep.Received => messages.StepReceived,
        InboxStep.Reading => entry.PagesTotal > 0 ? messages.StepReading(entry.PagesRead, entry.PagesTotal) : messages.StepOpening,
        InboxStep.Publishing => messages.StepPublishing,
        _ => "",
    };

    private OutcomeLine OutcomeOf(IngestOutcome outcome) => outcome switch
    {
        IngestOutcome.Published published => new(
            messages.SettledPublished(published.Pages, published.Chunks),
            published.Resembles is { } other ? messages.SettledResembles(documents.TitleOf(other) ?? other.Value) : null,
            DocumentLink.To(published.Document),
            IsGood: true),
        IngestOutcome.NewRevision revision => new(
            messages.SettledNewRevision(documents.TitleOf(revision.Document) ?? revision.Document.Value),
            revision.IsOutranked ? messages.SettledOutranked : null,
            DocumentLink.To(revision.Document),
            IsGood: !revision.IsOutranked),
        IngestOutcome.Corrected corrected => new(messages.SettledCorrected, null, DocumentLink.To(corrected.Document), IsGood: true),
        IngestOutcome.Unchanged unchanged => new(messages.SettledUnchanged, null, DocumentLink.To(unchanged.Document), IsGood: true),
        IngestOutcome.Retired retired => new(messages.SettledRetired, messages.SettledRetiredRemedy, DocumentLink.To(retired.Document), IsGood: false),
        IngestOutcome.Refused refused => new(messages.SettledRefused(refused.Reason), messages.Remedy(refused.Reason, Printable.Line(refused.Detail)), null, IsGood: false),
        _ => new(messages.KeeperBusy, null, null, IsGood: false),
    };
}
