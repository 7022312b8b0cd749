using System.Collections.Immutable;
using AgentHelpdesk.Ingestion;
using AgentHelpdesk.Ingestion.Inbox;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents.Describing;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Documents.Uploading;

/// <summary>What a line would publish, where each value comes from, and what a person should look at first. Nothing is decided here.</summary>
/// <param name="entries">All that was handed in, to tell lines that are alike.</param>
/// <param name="documents">What is published.</param>
/// <param name="form">What was typed; null: what is proposed.</param>
/// <param name="messages">The language of the page.</param>
internal sealed class DraftChecks(IReadOnlyList<InboxEntry> entries, KnownDocuments documents, UploadForm? form, Messages messages)
{
    private readonly (InboxEntry Entry, string Title, string Number)[] _lines =
    [
        .. entries.SelectMany(entry => entry is { Step: InboxStep.Ready, Review: { } review } ? [(Entry: entry, (form?.Of(entry.Id) ?? ProposedRow(entry, review)).Fields)] : Array.Empty<(InboxEntry Entry, DescriptionFields Fields)>())
            .Select(line => (line.Entry, FoldedWords.Of(line.Fields.Title), FoldedWords.Of(line.Fields.Number))),
    ];

    public UploadDraft DraftOf(InboxEntry entry, InboxReview review)
    {
        var typed = form?.Of(entry.Id) ?? ProposedRow(entry, review);
        var read = ReadDescription.Of(typed.Fields, messages);
        var replaces = Replaced(typed);
        var faults = read.Faults;
        if (typed.Replaces.Length > 0 && replaces is null)
            faults = faults.Add(UploadForm.ReplacesField, messages.ReplacesUnknown);
        return new()
        {
            Fields = typed.Fields,
            Evidence = Evidence(review),
            Faults = faults,
            Warnings = [.. Warnings(entry, review, read, replaces)],
            Replaces = typed.Replaces,
            Choices = [.. review.Resembles.Take(1).Select(one => new ReplacesChoice(
                one.Document.Value,
                Printable.Line(one.Title),
                one.SameNumber is { } number ? messages.SameNumber(Printable.Line(number)) : messages.SameWords(one.Share),
                typed.Adopted == one.Document.Value))],
            IsChecked = typed.IsChecked,
            Reading = messages.ReadingOf(review.Pages, review.Chunks),
        };
    }

    /// <summary>The order that publishes a line; what is typed must be acceptable.</summary>
    public PublishOrder OrderOf(InboxEntry entry, InboxReview review)
    {
        var typed = form?.Of(entry.Id) ?? ProposedRow(entry, review);
        var read = ReadDescription.Of(typed.Fields, messages);
        return new()
        {
            Id = entry.Id,
            Title = read.Title,
            Number = read.Number,
            Issuer = read.Issuer,
            Kind = read.Kind,
            Declared = read.Declared,
            Audience = read.Audience,
            Url = read.Url,
            Replaces = Replaced(typed),
        };
    }

    private DocumentId? Replaced(TypedRow typed) =>
        documents.Find(typed.Replaces.Length > 0 ? typed.Replaces : typed.Adopted);

    private static TypedRow ProposedRow(InboxEntry entry, InboxReview review)
    {
        var proposal = review.Proposal;
        var fields = new DescriptionFields
        {
            Title = Printable.Line(proposal.Title?.Value ?? review.Title),
            Number = Printable.Line(proposal.Number?.Value ?? ""),
            Issuer = Printable.Line(proposal.Issuer?.Value ?? ""),
            Kind = Printable.Line(proposal.Kind?.Value ?? ""),
            From = proposal.ApplicableFrom is { } from ? DayText.Of(from.Value) : "",
            Until = proposal.ApplicableUntil is { } until ? DayText.Of(until.Value) : "",
        };
        return new(fields, entry.Replaces?.Value ?? "", "", IsChecked: false);
    }

    private ImmutableDictionary<string, string> Evidence(InboxReview review)
    {
        var evidence = ImmutableDictionary.CreateBuilder<string, string>();
        var proposal = review.Proposal;
        Add(DescriptionFields.TitleField, proposal.Title?.Value, proposal.Title?.Words, proposal.Title?.Page);
        Add(DescriptionFields.NumberField, proposal.Number?.Value, proposal.Number?.Words, proposal.Number?.Page);
        Add(DescriptionFields.IssuerField, proposal.Issuer?.Value, proposal.Issuer?.Words, proposal.Issuer?.Page);
        Add(DescriptionFields.KindField, proposal.Kind?.Value, proposal.Kind?.Words, proposal.Kind?.Page);
        Add(DescriptionFields.FromField, "", proposal.ApplicableFrom?.Words, proposal.ApplicableFrom?.Page);
        Add(DescriptionFields.UntilField, "", proposal.ApplicableUntil?.Words, proposal.ApplicableUntil?.Page);
        if (proposal.ApplicableFrom is null)
            evidence[DescriptionFields.FromField] = messages.NotStated;
        if (proposal.Title is null)
            evidence[DescriptionFields.TitleField] = messages.TitleOfFile;
        return evidence.ToImmutable();

        void Add(string field, string? value, string? words, int? page)
        {
            if (words is null || page is not { } number)
                return;
            evidence[field] = FoldedWords.Of(words) == FoldedWords.Of(value ?? "") ? messages.ReadOn(number) : messages.ReadOnAs(number, Printable.Line(words));
        }
    }

    private IEnumerable<WarningLine> Warnings(InboxEntry entry, InboxReview review, ReadDescription read, DocumentId? replaces)
    {
        if (entry.Outcome is IngestOutcome.Refused failed)
            yield return new(messages.WarnFailed(messages.RefusalReason(failed.Reason), messages.Remedy(failed.Reason, Printable.Line(failed.Detail))), null);
        if (!read.Declared.HasKnownStart && !read.Faults.ContainsKey(DescriptionFields.FromField))
            yield return new(messages.WarnNoDate, null);
        if (review.KnownAs is { } known)
        {
            yield return new(
                known.Status == RevisionStatus.Retired ? messages.WarnRetiredBytes(Printable.Line(known.Title)) : messages.WarnSameBytes(Printable.Line(known.Title)),
                DocumentLink.To(known.Document));
        }

        if (entries.FirstOrDefault(other => other.Content is not null && other.Content == entry.Content && other.Step != InboxStep.Settled) is { } twin && twin.Id != entry.Id)
            yield return new(messages.WarnSameUpload(Printable.Line(twin.FileName)), null);
        else if (Alike(entry, line => line.Number, FoldedWords.Of(read.Number ?? "")) is { } numbered)
            yield return new(messages.WarnSameNumber(Printable.Line(numbered.FileName)), null);
        else if (Alike(entry, line => line.Title, FoldedWords.Of(read.Title)) is { } titled)
            yield return new(messages.WarnSameTitle(Printable.Line(titled.FileName)), null);
        else if (LikeText(entry, review) is { } like)
            yield return new(messages.WarnLikeUpload(Printable.Line(like.FileName)), null);
        foreach (var alike in review.Resembles.Where(one => replaces is null && one.Document != review.KnownAs?.Document).Take(1))
            yield return new(messages.WarnResembles(Printable.Line(alike.Title)), DocumentLink.To(alike.Document));
        foreach (var other in documents.WithNumber(read.Number ?? "").Where(one => one != replaces && one != review.KnownAs?.Document && review.Resembles.All(alike => alike.Document != one)).Take(1))
            yield return new(messages.WarnNumberUsed(documents.TitleOf(other) ?? other.Value), DocumentLink.To(other));
        if (FoldedWords.Of(read.Title) == FoldedWords.Of(Path.GetFileNameWithoutExtension(entry.FileName)))
            yield return new(messages.WarnTitleOfFile, null);
        if (review.Problems.Length > 0)
            yield return new(messages.WarnProblems(review.Problems.Length, ProblemsOf(review)), null);
    }

    private InboxEntry? Alike(InboxEntry entry, Func<(InboxEntry Entry, string Title, string Number), string> part, string words) =>
        words.Length == 0 ? null : _lines.FirstOrDefault(line => line.Entry.Id != entry.Id && part(line) == words).Entry;

    // Half the words in common: what is proposed as a new version once one of the two is published.
    private InboxEntry? LikeText(InboxEntry entry, InboxReview review) =>
        entries.FirstOrDefault(other => other is { Step: InboxStep.Ready, Review: { } also } && other.Id != entry.Id && review.ShareWith(also) >= 0.5);

    private string ProblemsOf(InboxReview review)
    {
        const int Shown = 3;
        var lines = review.Problems.Take(Shown).Select(problem => problem.Page is { } page ? $"{messages.Pages(page, page)} {messages.Problem(problem.Kind)}" : messages.Problem(problem.Kind));
        return string.Join(" · ", lines) + (review.Problems.Length > Shown ? " …" : "");
    }
}
