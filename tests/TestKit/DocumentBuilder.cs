using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.TestKit;

/// <summary>A revision with its chunks, one page each; what a test does not care about has a value that changes nothing.</summary>
public sealed class DocumentBuilder(string title)
{
    private readonly List<(string Text, ImmutableArray<string> Path, string? Article)> _chunks = [];
    private string? _id;
    private string _kind = "";
    private string _code = "";
    private ValidityPeriod _declared = ValidityPeriod.Open;
    private ImmutableArray<string> _audience = [Audience.Everyone];

    public DocumentBuilder OfDocument(string id)
    {
        _id = id;
        return this;
    }

    public DocumentBuilder OfKind(string kind)
    {
        _kind = kind;
        return this;
    }

    /// <summary>The code that articles belong to, as in article keys.</summary>
    public DocumentBuilder OfCode(string code)
    {
        _code = code;
        return this;
    }

    /// <param name="first">First day in force; null: unknown.</param>
    /// <param name="last">Last day in force; null: open.</param>
    public DocumentBuilder InForce(DateOnly? first, DateOnly? last)
    {
        _declared = ValidityPeriod.FromDays(first, last);
        return this;
    }

    public DocumentBuilder For(params string[] audience)
    {
        _audience = [.. audience];
        return this;
    }

    public DocumentBuilder Chunk(string text, params string[] path)
    {
        _chunks.Add((text, [.. path], null));
        return this;
    }

    public DocumentBuilder Article(string number, string text)
    {
        _chunks.Add((text, [$"Article {number}"], number));
        return this;
    }

    public (CatalogueRevision Revision, ImmutableArray<Chunk> Chunks) Build()
    {
        var document = DocumentId.Parse(_id ?? title);
        var content = ContentHash.Of(Encoding.UTF8.GetBytes(title + string.Concat(_chunks.Select(chunk => chunk.Text))));
        var revision = new CatalogueRevision
        {
            Id = RevisionId.Of(document, content),
            Document = document,
            Content = content,
            Description = new() { Title = title, Kind = _kind, Declared = _declared, Audience = _audience, FileName = title + ".pdf" },
            Status = RevisionStatus.Published,
            Effective = [_declared],
            PublishedAt = 0,
            PageCount = _chunks.Count,
            ChunkCount = _chunks.Count,
        };
        return (revision, [.. _chunks.Select((chunk, ordinal) => ChunkOf(revision, ordinal, chunk))]);
    }

    /// <summary>With the words of the pages, as citations need them.</summary>
    public (CatalogueRevision Revision, ImmutableArray<Chunk> Chunks) BuildOnPages()
    {
        var (revision, chunks) = Build();
        return (revision, [.. chunks.Select(chunk => chunk with
        {
            Words = [.. Regex.Matches(chunk.Text, @"\S+").Select((word, i) => new WordSpan(word.Index, word.Length, chunk.Locator.FirstPage, i))],
        })]);
    }

    private Chunk ChunkOf(CatalogueRevision revision, int ordinal, (string Text, ImmutableArray<string> Path, string? Article) source)
    {
        var prefix = string.Join('\n', source.Path.TakeLast(2).Prepend(title));
        return new()
        {
            Ordinal = ordinal,
            Text = source.Text,
            Prefix = prefix,
            Parts = [.. PartsOf(source.Text, ordinal)],
            Words = [],
            Locator = new()
            {
                Document = revision.Document,
                Revision = revision.Id,
                SectionPath = source.Path,
                Article = source.Article,
                Words = [new(ordinal + 1, 0, 1)],
            },
            ArticleKeys = KeysOf(source.Article),
            TokenCount = ChunkSize.CountTokens(prefix + "\n" + source.Text),
        };
    }

    private ImmutableArray<ArticleKey> KeysOf(string? article)
    {
        if (article is null || !ArticleNumber.TryNormalize(article, out var number))
            return [];
        return _code.Length == 0 ? [new("", number)] : [new("", number), new(_code, number)];
    }

    private static IEnumerable<ChunkPart> PartsOf(string text, int ordinal)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            yield return new() { Kind = ChunkPartKind.Paragraph, Range = new(start, line.Length), Group = ordinal };
            start += line.Length + 1;
        }
    }
}
