using System.Collections.Immutable;
using System.Text;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering.Tests.Grounding;

/// <summary>Builds the chunks of one small document, part by part, with word boxes that follow the text.</summary>
internal sealed class RuleBook(string title = "Guide des prestations")
{
    private readonly List<Chunk> chunks = [];
    private readonly List<ChunkPart> parts = [];
    private readonly StringBuilder text = new();
    private readonly Dictionary<int, int> counts = [];
    private ImmutableArray<string> path = [];
    private string? article;
    private int page = 1;
    private int group;
    private int ordinal;
    private int firstWord;

    public RevisionDescription Description { get; init; } = new()
    {
        Title = title,
        Kind = "guide",
        Declared = ValidityPeriod.Open,
        Audience = ["*"],
        FileName = title + ".pdf",
    };

    public RuleBook Section(params string[] headings)
    {
        CloseChunk();
        path = [.. headings];
        article = null;
        return this;
    }

    public RuleBook Article(string number)
    {
        CloseChunk();
        path = [.. path.Where(heading => !heading.StartsWith("Article", StringComparison.Ordinal)), $"Article {number}"];
        article = number;
        return this;
    }

    public RuleBook NextChunk()
    {
        var (sameGroup, sameOrdinal) = (group, ordinal);
        CloseChunk();
        (group, ordinal) = (sameGroup, sameOrdinal);
        return this;
    }

    public RuleBook NextPage()
    {
        page++;
        return this;
    }

    public RuleBook Paragraph(string words) => Add(ChunkPartKind.Paragraph, words, ++group);

    public RuleBook Heading(string words, int level = 1) => Add(ChunkPartKind.Heading, words, ++group, level);

    public RuleBook Note(string words) => Add(ChunkPartKind.Note, words, ++group);

    public RuleBook Items(params string[] items)
    {
        group++;
        ordinal = 0;
        return MoreItems(items);
    }

    /// <summary>Goes on with the list before, as after <see cref="NextChunk"/>; "  - x" (two spaces) is an item of the second level.</summary>
    public RuleBook MoreItems(params string[] items)
    {
        foreach (var item in items)
        {
            counts[group] = counts.GetValueOrDefault(group) + 1;
            Add(ChunkPartKind.ListItem, item.Trim(), group, item.StartsWith("  ", StringComparison.Ordinal) ? 2 : 1, ++ordinal);
        }

        return this;
    }

    /// <summary>A table: cells separated by " | ".</summary>
    public RuleBook Table(string caption, string header, params string[] rows)
    {
        group++;
        ordinal = 0;
        if (caption.Length > 0)
            Add(ChunkPartKind.Caption, caption, group);
        if (header.Length > 0)
            Add(ChunkPartKind.TableHeader, header.Replace(" | ", "\t"), group);
        return MoreRows(rows);
    }

    public RuleBook RepeatedHeader(string header) => Add(ChunkPartKind.TableHeader, header.Replace(" | ", "\t"), group);

    public RuleBook MoreRows(params string[] rows)
    {
        foreach (var row in rows)
        {
            counts[group] = counts.GetValueOrDefault(group) + 1;
            Add(ChunkPartKind.TableRow, row.Replace(" | ", "\t"), group, 0, ++ordinal);
        }

        return this;
    }

    public ImmutableArray<PublishedChunk> Build(ValidityPeriod? effective = null)
    {
        CloseChunk();
        var document = DocumentId.Parse(Description.Title);
        var content = ContentHash.Of(Encoding.UTF8.GetBytes(string.Join("\n", chunks.Select(chunk => chunk.Text))));
        var revision = RevisionId.Of(document, content);
        var period = effective ?? ValidityPeriod.Open;
        var catalogued = new CatalogueRevision
        {
            Id = revision,
            Document = document,
            Content = content,
            Description = Description,
            Status = RevisionStatus.Published,
            Effective = [period],
            PublishedAt = 1,
            PageCount = page,
            ChunkCount = chunks.Count,
        };
        return [.. chunks.Select(chunk => new PublishedChunk
        {
            Id = ChunkId.Of(revision, chunk.Ordinal, 1),
            Chunk = chunk with
            {
                Locator = chunk.Locator with { Document = document, Revision = revision },
                Parts = [.. chunk.Parts.Select(part => part.Ordinal > 0 ? part with { GroupCount = counts[part.Group] } : part)],
            },
            Revision = catalogued,
            Effective = period,
        })];
    }

    private RuleBook Add(ChunkPartKind kind, string words, int partGroup, int level = 0, int partOrdinal = 0)
    {
        if (text.Length > 0)
            text.Append('\n');
        var start = text.Length;
        text.Append(words);
        parts.Add(new()
        {
            Kind = kind,
            Range = new(start, words.Length),
            Level = level,
            Group = partGroup,
            Ordinal = partOrdinal,
            Cells = kind is ChunkPartKind.TableRow or ChunkPartKind.TableHeader ? CellsOf(words, start) : [],
        });
        pages[start] = page;
        return this;
    }

    private readonly SortedDictionary<int, int> pages = [];

    private static ImmutableArray<TextRange> CellsOf(string row, int start)
    {
        var cells = ImmutableArray.CreateBuilder<TextRange>();
        foreach (var cell in row.Split('\t'))
        {
            cells.Add(new(start, cell.Length));
            start += cell.Length + 1;
        }

        return cells.ToImmutable();
    }

    private void CloseChunk()
    {
        if (parts.Count == 0)
            return;
        var words = Words(text.ToString());
        var seed = DocumentId.Parse("x");
        chunks.Add(new()
        {
            Ordinal = chunks.Count,
            Text = text.ToString(),
            Prefix = string.Join('\n', [title, .. path]),
            Parts = [.. parts],
            Words = words,
            Locator = new()
            {
                Document = seed,
                Revision = default,
                SectionPath = path,
                Article = article,
                Words = [.. words.GroupBy(word => word.Page).Select(group => new WordRange(group.Key, group.Min(word => word.Word), group.Count()))],
            },
            ArticleKeys = [],
            TokenCount = words.Length,
        });
        parts.Clear();
        text.Clear();
        pages.Clear();
    }

    private ImmutableArray<WordSpan> Words(string chunkText)
    {
        var words = ImmutableArray.CreateBuilder<WordSpan>();
        var repeated = parts.Where(part => part.Kind is ChunkPartKind.TableHeader && parts[0] == part && part.Ordinal == 0 && chunks.Count > 0 && chunks[^1].Parts.Any(other => other.Group == part.Group));
        var skipped = repeated.Select(part => part.Range).ToArray();
        for (var i = 0; i < chunkText.Length;)
        {
            if (char.IsWhiteSpace(chunkText[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < chunkText.Length && !char.IsWhiteSpace(chunkText[i]))
                i++;
            if (skipped.Any(range => range.Start <= start && start < range.End))
                continue;
            var onPage = pages.Last(entry => entry.Key <= start).Value;
            words.Add(new(start, i - start, onPage, firstWord++));
        }

        return words.ToImmutable();
    }
}

/// <summary>Passages in the order given, the best first.</summary>
internal static class Passages
{
    public static ImmutableArray<Passage> Of(params IEnumerable<PublishedChunk> chunks) =>
        [.. chunks.Select((chunk, i) => new Passage { Rank = i + 1, Chunk = chunk, Score = 10 - i })];
}
