using System.Collections.Immutable;
using System.Globalization;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Documents;
using Microsoft.Data.Sqlite;

namespace AgentHelpdesk.Knowledge.Embedded.Catalogue;

/// <summary>A row of <c>revision</c> as the catalogue's record, and back.</summary>
internal static class RevisionRow
{
    public const string Columns = """
        r.id, r.document, r.content, r.title, r.kind, r.declared_from, r.declared_until, r.audience, r.url, r.file_name, r.is_sample,
        r.status, r.effective, r.published_at, r.retired_from, r.retired_reason, r.page_count, r.chunk_count,
        r.number, r.issuer
        """;

    public const int ColumnCount = 20;

    /// <summary>Gives the row's key.</summary>
    public const string Upsert = """
        INSERT INTO revision (id, document, content, title, kind, declared_from, declared_until, audience, url, file_name, is_sample,
            status, effective, published_at, retired_from, retired_reason, page_count, chunk_count, number, issuer)
        VALUES ($id, $document, $content, $title, $kind, $declared_from, $declared_until, $audience, $url, $file_name, $is_sample,
            $status, $effective, $published_at, $retired_from, $retired_reason, $page_count, $chunk_count, $number, $issuer)
        ON CONFLICT (id) DO UPDATE SET title = $title, kind = $kind, declared_from = $declared_from, declared_until = $declared_until,
            audience = $audience, url = $url, file_name = $file_name, is_sample = $is_sample, status = $status, effective = $effective,
            published_at = $published_at, retired_from = $retired_from, retired_reason = $retired_reason,
            page_count = $page_count, chunk_count = $chunk_count, number = $number, issuer = $issuer
        RETURNING key
        """;

    /// <param name="row">Its columns begin with <see cref="Columns"/>.</param>
    public static CatalogueRevision Read(SqliteDataReader row) => new()
    {
        Id = RevisionId.Parse(row.GetString(0)),
        Document = DocumentId.Parse(row.GetString(1)),
        Content = ContentHash.Parse(row.GetString(2)),
        Description = new()
        {
            Title = row.GetString(3),
            Kind = row.GetString(4),
            Declared = new(DateOnly.FromDayNumber(row.GetInt32(5)), DateOnly.FromDayNumber(row.GetInt32(6))),
            Audience = [.. row.GetString(7).Split(' ')],
            Url = row.TextOrNull(8),
            FileName = row.GetString(9),
            IsSample = row.GetBoolean(10),
            Number = row.TextOrNull(18),
            Issuer = row.TextOrNull(19),
        },
        Status = (RevisionStatus)row.GetInt32(11),
        Effective = ReadPeriods(row.GetString(12)),
        PublishedAt = row.GetInt64(13),
        Retirement = row.TextOrNull(15) is { } reason
            ? new(row.IsDBNull(14) ? null : DateOnly.FromDayNumber(row.GetInt32(14)), reason)
            : null,
        PageCount = row.GetInt32(16),
        ChunkCount = row.GetInt32(17),
    };

    public static (string Name, object? Value)[] Parameters(CatalogueRevision revision) =>
    [
        ("$id", revision.Id.Value),
        ("$document", revision.Document.Value),
        ("$content", revision.Content.Value),
        ("$title", revision.Description.Title),
        ("$kind", revision.Description.Kind),
        ("$declared_from", revision.Description.Declared.From.DayNumber),
        ("$declared_until", revision.Description.Declared.Until.DayNumber),
        ("$audience", string.Join(' ', revision.Description.Audience)),
        ("$url", revision.Description.Url),
        ("$file_name", revision.Description.FileName),
        ("$is_sample", revision.Description.IsSample ? 1 : 0),
        ("$status", (int)revision.Status),
        ("$effective", WritePeriods(revision.Effective)),
        ("$published_at", revision.PublishedAt),
        ("$retired_from", revision.Retirement?.From?.DayNumber),
        ("$retired_reason", revision.Retirement?.Reason),
        ("$page_count", revision.PageCount),
        ("$chunk_count", revision.ChunkCount),
        ("$number", revision.Description.Number),
        ("$issuer", revision.Description.Issuer),
    ];

    private static string WritePeriods(ImmutableArray<ValidityPeriod> periods) =>
        string.Join(' ', periods.Select(period => string.Create(CultureInfo.InvariantCulture, $"{period.From.DayNumber}/{period.Until.DayNumber}")));

    private static ImmutableArray<ValidityPeriod> ReadPeriods(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(period => period.Split('/')).Select(ends => new ValidityPeriod(Day(ends[0]), Day(ends[1])))];

    private static DateOnly Day(string number) => DateOnly.FromDayNumber(int.Parse(number, CultureInfo.InvariantCulture));
}
