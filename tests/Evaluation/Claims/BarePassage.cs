using System.Collections.Immutable;
using System.Text;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Evaluation.Claims;

/// <summary>A passage of which only the text is known: no title, no heading, one page.</summary>
internal static class BarePassage
{
    public static Passage Of(int number, string text)
    {
        var document = DocumentId.Parse("passage-" + number.ToString(System.Globalization.CultureInfo.InvariantCulture).Replace('-', 'm'));
        var content = ContentHash.Of(Encoding.UTF8.GetBytes(text));
        var revision = RevisionId.Of(document, content);
        var words = Words(text);
        var chunk = new Chunk
        {
            Ordinal = 0,
            Text = text,
            Prefix = "",
            Parts = [new() { Kind = ChunkPartKind.Paragraph, Range = new(0, text.Length), Group = 1 }],
            Words = words,
            Locator = new() { Document = document, Revision = revision, SectionPath = [], Words = [new(1, 0, Math.Max(1, words.Length))] },
            ArticleKeys = [],
            TokenCount = words.Length,
        };
        return new()
        {
            Rank = number,
            Score = 1,
            Chunk = new PublishedChunk
            {
                Id = ChunkId.Of(revision, 0, 1),
                Chunk = chunk,
                Effective = ValidityPeriod.Open,
                Revision = new CatalogueRevision
                {
                    Id = revision,
                    Document = document,
                    Content = content,
                    Description = new() { Title = "", Kind = "", Declared = ValidityPeriod.Open, Audience = ["*"], FileName = "" },
                    Status = RevisionStatus.Published,
                    Effective = [ValidityPeriod.Open],
                    PublishedAt = 1,
                    PageCount = 1,
                    ChunkCount = 1,
                },
            },
        };
    }

    private static ImmutableArray<WordSpan> Words(string text)
    {
        var words = ImmutableArray.CreateBuilder<WordSpan>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
                i++;
            words.Add(new(start, i - start, 1, words.Count));
        }

        return words.ToImmutable();
    }
}
