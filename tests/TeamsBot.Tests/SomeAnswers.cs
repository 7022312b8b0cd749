using System.Collections.Immutable;
using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.Knowledge.Index;

namespace AgentHelpdesk.TeamsBot.Tests;

/// <summary>Answers for tests: what a test doesn't say is ordinary.</summary>
internal static class SomeAnswers
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static CatalogueRevision Revision(string title = "Circulaire 2025-03", bool isSample = false, string fileName = "circulaire.pdf") => new()
    {
        Id = RevisionId.Of(DocumentId.Parse("circulaire-2025-03"), ContentHash.Of("x"u8)),
        Document = DocumentId.Parse("circulaire-2025-03"),
        Content = ContentHash.Of("x"u8),
        Description = new() { Title = title, Kind = "circulaire", Declared = ValidityPeriod.Open, Audience = ["*"], FileName = fileName, IsSample = isSample },
        Status = RevisionStatus.Published,
        Effective = [ValidityPeriod.Open],
        PublishedAt = 1,
        PageCount = 20,
        ChunkCount = 1,
    };

    public static Passage Passage(
        string text = "Le montant est de 45 euros par jour.", string title = "Circulaire 2025-03", ValidityPeriod? effective = null, bool isSample = false,
        ImmutableArray<string>? path = null, string? article = null, int page = 4, int rank = 1) => new()
        {
            Rank = rank,
            Score = 7.5,
            SparseScore = 7.5f,
            Chunk = new()
            {
                Id = new(rank),
                Revision = Revision(title, isSample),
                Effective = effective ?? ValidityPeriod.FromDays(new(2025, 3, 1), null),
                Chunk = new()
                {
                    Ordinal = 0,
                    Text = text,
                    Prefix = title,
                    Parts = [],
                    Words = [],
                    ArticleKeys = [],
                    TokenCount = 10,
                    Locator = LocatorAt(path ?? ["Titre II", "Article 4"], article, page, page),
                },
            },
        };

    public static Locator LocatorAt(ImmutableArray<string> path, string? article, int first, int last) => new()
    {
        Document = DocumentId.Parse("circulaire-2025-03"),
        Revision = Revision().Id,
        SectionPath = path,
        Article = article,
        Words = [new(first, 0, 1), new(last, 0, 1)],
    };

    public static Claim Claim(string text = "Le montant est de 45 euros par jour.", ClaimKind kind = ClaimKind.Rule, params int[] citations) =>
        new() { Kind = kind, Text = text, Citations = citations.Length > 0 ? [.. citations] : [1] };

    public static SearchFilter Filter { get; } = new() { Publication = 3, AsOf = AsOf.Day(Today), Audiences = [Audience.Everyone] };

    public static Answer.Grounded Grounded(ImmutableArray<Claim> claims, params Passage[] passages)
    {
        var cited = passages.Length > 0 ? passages : [Passage()];
        return new()
        {
            MaskedQuestion = "Quel est le montant ?",
            AsOf = AsOf.Day(Today),
            Today = Today,
            Publication = 3,
            DocumentsSearched = 13,
            SearchedTerms = ["montant"],
            Passages = [.. cited],
            Claims = claims,
            FirstLine = new() { Text = claims[0].Text, Citations = claims[0].Citations, Claim = 0, IsWholeClaim = claims[0].Table is null },
            Filter = Filter,
            Writing = new() { Writer = WriterKind.Extractive },
            Citations = [.. cited.Select((passage, i) => new Citation
            {
                Number = i + 1,
                Passage = passage,
                Quote = passage.Chunk.Chunk.Text,
                Range = new(0, passage.Chunk.Chunk.Text.Length),
                Locator = passage.Chunk.Chunk.Locator,
            })],
        };
    }

    public static Answer.Abstention Abstention(AbstentionReason reason = AbstentionReason.EvidenceTooWeak, params Passage[] passages) => new(reason)
    {
        MaskedQuestion = "Quelle est la couleur du logo ?",
        AsOf = AsOf.Day(Today),
        Today = Today,
        Publication = 3,
        Filter = Filter,
        DocumentsSearched = 13,
        SearchedTerms = ["couleur", "logo"],
        Passages = [.. passages],
    };
}
