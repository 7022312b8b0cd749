using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;

namespace AgentHelpdesk.Answering.Grounding;

/// <param name="Conflicts">What must be said.</param>
/// <param name="Claims">Those given, with the rules that are shown because they disagree, word for word, after the answer's own.</param>
/// <param name="Citations">Those given, with the rules' own at the end.</param>
internal sealed record FoundConflicts(ImmutableArray<SourceConflict> Conflicts, ImmutableArray<Claim> Claims, ImmutableArray<Citation> Citations);

/// <summary>Finds what an agent must know before quoting a cited source: that another disagrees, or that it holds on other days or for fewer people.</summary>
internal static class ConflictFinder
{
    public static FoundConflicts Find(RetrievalOutcome retrieval, ImmutableArray<Claim> claims, ImmutableArray<Citation> citations)
    {
        var conflicts = ImmutableArray.CreateBuilder<SourceConflict>();
        foreach (var citation in citations.DistinctBy(citation => (citation.Passage.Chunk.Revision.Id, RepealedArticle(citation, retrieval.Question.Today))))
        {
            if (OutOfForce(citation, retrieval.Question.Today) is { } kind)
                conflicts.Add(new(kind, citation.Number, citation.Number));
        }

        var disagreement = new OtherFigures(retrieval, citations).Find();
        conflicts.AddRange(disagreement.Conflicts);
        conflicts.AddRange(LocalNotes(citations));
        return new(conflicts.ToImmutable(), With(claims, disagreement.Claims), [.. citations, .. disagreement.Citations]);
    }

    private static string? RepealedArticle(Citation citation, DateOnly today) =>
        RepealWords.SaysOfItself(citation.Passage.Chunk.Chunk, today) ? string.Join('\n', citation.Passage.Chunk.Chunk.Locator.SectionPath) : null;

    private static ConflictKind? OutOfForce(Citation citation, DateOnly today)
    {
        var periods = citation.Passage.Chunk.Revision.Effective;
        if (RepealWords.SaysOfItself(citation.Passage.Chunk.Chunk, today))
            return ConflictKind.NoLongerInForce;
        if (periods.IsEmpty || periods.Any(period => period.Contains(today)))
            return null;
        return periods.Any(period => period.From > today) ? ConflictKind.NotYetInForce : ConflictKind.NoLongerInForce;
    }

    /// <summary>Each cited note of one body or territory beside the first cited text for everyone.</summary>
    private static IEnumerable<SourceConflict> LocalNotes(ImmutableArray<Citation> citations)
    {
        var national = citations.FirstOrDefault(citation => !SourceRank.IsLocal(citation.Passage.Chunk.Revision.Description));
        return national is null
            ? []
            : citations.Where(citation => SourceRank.IsLocal(citation.Passage.Chunk.Revision.Description)).DistinctBy(citation => citation.Passage.Chunk.Revision.Id)
                .Select(local => new SourceConflict(ConflictKind.LocalBesideNational, national.Number, local.Number));
    }

    /// <summary>After the rules of the answer, before its conditions.</summary>
    private static ImmutableArray<Claim> With(ImmutableArray<Claim> claims, ImmutableArray<Claim> added)
    {
        var rules = 1;
        while (rules < claims.Length && claims[rules].Kind is ClaimKind.Rule)
            rules++;
        return added.IsEmpty ? claims : claims.InsertRange(Math.Min(rules, claims.Length), added);
    }
}
