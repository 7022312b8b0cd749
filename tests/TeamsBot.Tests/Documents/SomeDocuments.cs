using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.TeamsBot.Tests.Documents;

/// <summary>Revisions for tests: what a test doesn't say is ordinary.</summary>
internal static class SomeDocuments
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static CatalogueRevision Revision(
        string title = "Circulaire", string? number = null, string kind = "circulaire", string fileName = "a.pdf", DateOnly? first = null, DateOnly? last = null,
        ValidityPeriod[]? effective = null, Retirement? retirement = null, RevisionStatus? status = null, string? document = null, string? issuer = null)
    {
        var id = DocumentId.Parse(document ?? title);
        var content = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(title + fileName));
        var declared = ValidityPeriod.FromDays(first, last);
        return new()
        {
            Id = RevisionId.Of(id, content),
            Document = id,
            Content = content,
            Description = new() { Title = title, Kind = kind, Number = number, Issuer = issuer, Declared = declared, Audience = ["*"], FileName = fileName },
            Status = status ?? (retirement is null ? RevisionStatus.Published : RevisionStatus.Retired),
            Effective = effective is null ? [EffectivePeriods.Claimed(declared, retirement)] : [.. effective],
            Retirement = retirement,
            PublishedAt = 1,
            PageCount = 3,
            ChunkCount = 5,
        };
    }

    public static CatalogueDocument Document(params CatalogueRevision[] revisions) => new() { Id = revisions[0].Document, Revisions = [.. revisions] };

    public static CatalogueState State(params RecordedProblem[] problems) =>
        new() { Publication = 1, Documents = 1, Revisions = 1, Chunks = 5, OnlySamples = false, Problems = [.. problems] };
}
