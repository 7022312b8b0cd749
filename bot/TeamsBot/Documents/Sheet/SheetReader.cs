using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Documents.Describing;
using AgentHelpdesk.TeamsBot.Documents.Listing;
using AgentHelpdesk.TeamsBot.Pages;
using AgentHelpdesk.TeamsBot.Resources;

namespace AgentHelpdesk.TeamsBot.Documents.Sheet;

/// <summary>From the catalogue to what a document's page shows.</summary>
internal sealed class SheetReader(ICatalogueReader catalogue, CivilDay day)
{
    public async Task<SheetView> ReadAsync(CatalogueDocument document, SheetPlace place, ShellView shell, CatalogueState state, CancellationToken cancellationToken)
    {
        var messages = Messages.In(shell.Language);
        var leading = DocumentRows.Leading(document, day.Today);
        var shown = (document.Revisions.FirstOrDefault(revision => revision.Id == place.Revision) ?? leading) is { Status: not RevisionStatus.Purged } living ? living : null;
        var acts = await catalogue.ReadActsAsync(document.Id, cancellationToken);
        return new()
        {
            Shell = shell,
            Id = document.Id.Value,
            Title = Printable.Line(leading.Description.Title) is { Length: > 0 } title ? title : document.Id.Value,
            Standing = RevisionStanding.Of(leading, day.Today),
            IsSample = leading.Description.IsSample,
            IsRetired = document.Revisions.Any(revision => revision.Status == RevisionStatus.Retired),
            Validity = RevisionStanding.Line(leading, day.Today, messages),
            Revisions = [.. document.Revisions.Select(revision => LineOf(revision, revision == shown, messages))],
            Shown = shown is null ? null : await ShownAsync(shown, place.Page, state, messages, cancellationToken),
            History = [.. acts.Select(act => LineOf(act, document, messages))],
        };
    }

    private RevisionLine LineOf(CatalogueRevision revision, bool isShown, Messages messages) => new()
    {
        Url = SheetPlace.To(revision.Document, revision.Id),
        PdfUrl = revision.Status == RevisionStatus.Purged ? null : PdfLink.To(revision.Id, 1),
        Title = Printable.Line(revision.Description.Title),
        FileName = Printable.Line(revision.Description.FileName),
        Standing = RevisionStanding.Of(revision, day.Today),
        Line = RevisionStanding.Line(revision, day.Today, messages),
        Effective = revision.Effective.IsEmpty ? [messages.AnswersNever] : [.. revision.Effective.Select(period => PeriodOf(period, messages))],
        Pages = revision.PageCount,
        Chunks = revision.ChunkCount,
        IsShown = isShown,
    };

    private static string PeriodOf(ValidityPeriod period, Messages messages) => (period.HasKnownStart, period.LastDay) switch
    {
        (true, { } last) => messages.AnswersFromTo(period.From, last),
        (true, null) => messages.AnswersSince(period.From),
        (false, { } last) => messages.AnswersUntil(last),
        _ => messages.AnswersAlways,
    };

    private ActLine LineOf(Act act, CatalogueDocument document, Messages messages)
    {
        var file = document.Revisions.FirstOrDefault(revision => revision.Id == act.Revision)?.Description.FileName;
        return new(
            messages.Moment(day.Local(act.At)),
            messages.ActName(act.Kind),
            Printable.Line(string.Join(" – ", new[] { file, act.Detail }.Where(part => !string.IsNullOrEmpty(part)).Distinct())));
    }

    private async Task<ShownRevision> ShownAsync(CatalogueRevision revision, int page, CatalogueState state, Messages messages, CancellationToken cancellationToken) => new()
    {
        Id = revision.Id.Value,
        FileName = Printable.Line(revision.Description.FileName),
        Fields = DescriptionFields.Of(revision.Description),
        Problems =
        [
            .. state.Problems.Where(problem => problem.Document == revision.Document && problem.FileName == revision.Description.FileName)
                .Select(problem => new ProblemLine(
                    problem.Page is { } number ? messages.Pages(number, number) : null,
                    messages.Problem(problem.Code),
                    problem.Page is { } at ? SheetPlace.To(revision.Document, revision.Id, at) : null)),
        ],
        Page = await PageAsync(revision, Math.Clamp(page, 1, Math.Max(1, revision.PageCount)), cancellationToken),
    };

    private async Task<ReadPage> PageAsync(CatalogueRevision revision, int number, CancellationToken cancellationToken)
    {
        var chunks = await catalogue.ReadChunksOnPageAsync(revision.Id, number, cancellationToken);
        return new()
        {
            Number = number,
            Pages = revision.PageCount,
            PdfUrl = PdfLink.To(revision.Id, number),
            Chunks = [.. chunks.Select(ReadChunk.Of)],
            Previous = number > 1 ? SheetPlace.To(revision.Document, revision.Id, number - 1) : null,
            Next = number < revision.PageCount ? SheetPlace.To(revision.Document, revision.Id, number + 1) : null,
        };
    }
}
