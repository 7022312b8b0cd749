using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AgentHelpdesk.Ingestion.Indexing;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TestKit;

namespace AgentHelpdesk.Benchmarks.Turns;

/// <summary>The samples' sections again and again, each time for other trades and places and with other figures: French rules that resemble each other.</summary>
internal sealed partial class RuleCorpus(int chunkCount, int seed)
{
    private const int ChunksADocument = 200;

    private static readonly string[] Trades =
        ["mareyeurs", "pilotes", "saliniers", "ostréiculteurs", "charpentiers", "remailleurs", "goémoniers", "calfats", "voiliers", "palangriers", "scaphandriers", "éclusiers"];

    private static readonly string[] Syllables = ["ker", "lan", "plou", "tre", "mor", "gui", "pen", "ros", "bre", "cor", "val", "sau", "ner", "dol", "vic", "zel"];

    private readonly Random _random = new(seed);
    private readonly ImmutableArray<Section> _sections = [.. Directory.EnumerateFiles(RepositoryRoot.Combine("tests", "Samples", "texts"), "*.html").Order(StringComparer.Ordinal).SelectMany(Read)];

    public async Task PublishAsync(IWriterLock writing, IIndexWriter index)
    {
        if (writing.TryOpen() is not WriterOutcome.Opened { Writer: var writer })
            throw new InvalidOperationException("Somebody else writes.");
        await using var _ = writer;
        await index.WriteManifestAsync(IndexManifest.Current(), CancellationToken.None);
        var number = 0L;
        for (var first = 0; first < chunkCount; first += ChunksADocument)
            await PublishAsync(writer, index, ++number, Document(first, Math.Min(ChunksADocument, chunkCount - first)));
    }

    /// <summary>A sample question for the trade and place of a chunk.</summary>
    public string Question(string asked, int turn) => $"{asked.TrimEnd(' ', '?')} pour les {TradeOf(turn * 7919 % chunkCount)} de {PlaceOf(turn * 7919 % chunkCount)} ?";

    private static async Task PublishAsync(ICatalogueWriter writer, IIndexWriter index, long number, (CatalogueRevision Revision, ImmutableArray<Chunk> Chunks) document)
    {
        var (revision, chunks) = document;
        var weights = chunks.Select(IndexedText.Weigh).ToArray();
        var entries = chunks.Select((chunk, i) => new IndexEntry
        {
            Id = ChunkId.Of(revision.Id, chunk.Ordinal, number),
            Document = revision.Document,
            Revision = revision.Id,
            Sparse = weights[i],
            Effective = revision.Effective[0],
            Audience = revision.Description.Audience,
            Kind = revision.Description.Kind,
            ArticleKeys = chunk.ArticleKeys,
            ShownFrom = number,
        }).ToArray();
        await index.StageAsync(entries, CancellationToken.None);
        await writer.CommitAsync(
            new()
            {
                Number = number,
                Revisions =
                [
                    new()
                    {
                        Revision = revision with { PublishedAt = number },
                        Text = new()
                        {
                            Pages = [],
                            Chunks = [.. chunks.Select((chunk, i) => new IndexedChunk(chunk, weights[i].Indices))],
                            Problems = [],
                            Likeness = new(null, []),
                        },
                    },
                ],
                Added = [.. entries.Zip(chunks, (entry, chunk) => new ChunkAppearance(entry.Id, revision.Id, chunk.Ordinal, entry.Effective))],
                Ended = [],
                Acts = [new(ActKind.Publish, DateTimeOffset.UnixEpoch, revision.Document, revision.Id, "")],
            },
            CancellationToken.None);
    }

    private (CatalogueRevision Revision, ImmutableArray<Chunk> Chunks) Document(int first, int count)
    {
        var year = 2015 + (first / ChunksADocument % 12);
        var document = new DocumentBuilder($"Circulaire {first / ChunksADocument}/{year}").OfKind("circulaire").InForce(new(year, 1, 1), null);
        for (var chunk = first; chunk < first + count; chunk++)
        {
            var section = _sections[chunk % _sections.Length];
            document.Chunk(Varied(chunk, section.Text), section.Title);
        }

        return document.BuildOnPages();
    }

    private string Varied(int chunk, string text) =>
        $"Pour les {TradeOf(chunk)} de {PlaceOf(chunk)} : " + Figure().Replace(text, _ => _random.Next(2, 2_000).ToString(CultureInfo.InvariantCulture));

    private static string TradeOf(int chunk) => Trades[chunk / 7 % Trades.Length];

    private static string PlaceOf(int chunk)
    {
        var number = chunk / 3;
        var name = Syllables[number % 16] + Syllables[number / 16 % 16] + Syllables[number / 256 % 16];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static IEnumerable<Section> Read(string file)
    {
        var parts = Heading().Split(File.ReadAllText(file));
        for (var i = 1; i + 1 < parts.Length; i += 2)
        {
            var lines = Block().Matches(parts[i + 1]).Select(block => Words(block.Groups[1].Value)).Where(line => line.Length > 0).ToArray();
            if (lines.Length > 0)
                yield return new(Words(parts[i]), string.Join('\n', lines));
        }
    }

    private static string Words(string markup) => Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(markup, " ")), " ").Trim();

    [GeneratedRegex(@"<h[23][^>]*>(.*?)</h[23]>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"<(?:p|li|tr)\b[^>]*>(.*?)</(?:p|li|tr)>", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\d+(?=(?:,\d+)? (?:€|euros|jours|mois|ans|%))")]
    private static partial Regex Figure();

    private sealed record Section(string Title, string Text);
}
