using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.TeamsBot.Tests.Passages;

/// <summary>A revision whose every word stands on a page, one page a chunk, for tests that follow words back.</summary>
internal static class SomeRevision
{
    public static CatalogueRevision Of(string title = "Circulaire 2025-03", DateOnly? from = null, DateOnly? until = null, params string[] audience)
    {
        var document = DocumentId.Parse("circulaire");
        var content = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes($"{title} {from} {until}"));
        var declared = ValidityPeriod.FromDays(from ?? new(2025, 3, 1), until);
        return new()
        {
            Id = RevisionId.Of(document, content),
            Document = document,
            Content = content,
            Description = new() { Title = title, Kind = "circulaire", Declared = declared, Audience = audience.Length > 0 ? [.. audience] : ["*"], FileName = "c.pdf", IsSample = title.Contains("exemple") },
            Status = RevisionStatus.Published,
            Effective = [declared],
            PublishedAt = 1,
            PageCount = 9,
            ChunkCount = 3,
        };
    }

    /// <param name="revision">The revision.</param>
    /// <param name="ordinal">Its position; the page is one more.</param>
    /// <param name="path">The last heading of the section.</param>
    /// <param name="parts">Kind, group and words; cells of rows separated by tabs.</param>
    public static Chunk Chunk(CatalogueRevision revision, int ordinal, string path, params (ChunkPartKind Kind, int Group, string Text)[] parts)
    {
        var text = string.Join('\n', parts.Select(part => part.Text));
        var start = 0;
        var made = ImmutableArray.CreateBuilder<ChunkPart>();
        foreach (var (kind, group, words) in parts)
        {
            made.Add(new() { Kind = kind, Range = new(start, words.Length), Group = group, Level = kind is ChunkPartKind.ListItem or ChunkPartKind.Heading ? 1 : 0, Cells = CellsOf(kind, words, start) });
            start += words.Length + 1;
        }

        var spans = Regex.Matches(text, @"\S+").Select((word, i) => new WordSpan(word.Index, word.Length, ordinal + 1, i)).ToImmutableArray();
        return new()
        {
            Ordinal = ordinal,
            Text = text,
            Prefix = path,
            Parts = made.ToImmutable(),
            Words = spans,
            ArticleKeys = [],
            TokenCount = 10,
            Locator = new() { Document = revision.Document, Revision = revision.Id, SectionPath = path.Length > 0 ? [path] : [], Words = [new(ordinal + 1, 0, Math.Max(1, spans.Length))] },
        };
    }

    private static ImmutableArray<TextRange> CellsOf(ChunkPartKind kind, string words, int start)
    {
        if (kind is not (ChunkPartKind.TableRow or ChunkPartKind.TableHeader))
            return [];
        var cells = ImmutableArray.CreateBuilder<TextRange>();
        foreach (var cell in words.Split('\t'))
        {
            cells.Add(new(start, cell.Length));
            start += cell.Length + 1;
        }

        return cells.ToImmutable();
    }
}
