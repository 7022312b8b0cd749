using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering.Grounding;

/// <param name="Conflicts">What must be said.</param>
/// <param name="Claims">The rules of documents that were not cited, word for word.</param>
/// <param name="Citations">Theirs, numbered after the answer's.</param>
internal sealed record Disagreement(ImmutableArray<SourceConflict> Conflicts, ImmutableArray<Claim> Claims, ImmutableArray<Citation> Citations);

/// <summary>The rules an answer cites, beside the same rules with other figures in other documents of the same search.</summary>
internal sealed class OtherFigures(RetrievalOutcome retrieval, ImmutableArray<Citation> citations)
{
    // Passages further down are about something else.
    private const int MostPassages = 8;
    private const int MostConflicts = 2;

    // Of what the cited rule says of the question, its title and headings included, the other must say this share.
    private const double SameQuestion = 0.8;

    private readonly QuestionWords question = QuestionWords.Of(retrieval, _ => false);
    private readonly List<SourceConflict> conflicts = [];
    private readonly List<Claim> claims = [];
    private readonly List<Citation> added = [];

    public Disagreement Find()
    {
        var cited = citations.SelectMany(citation => RuleStatement.In(citation.Passage).Where(rule => IsQuoted(rule, citation)).Select(rule => (citation.Number, Rule: rule))).ToList();
        if (cited.Count == 0)
            return new([], [], []);
        // What is cited already comes first: it need not be cited again.
        var others = retrieval.Passages.Take(MostPassages).Concat(citations.Select(citation => citation.Passage)).DistinctBy(passage => passage.Rank)
            .SelectMany(RuleStatement.In).OrderBy(rule => CitationOf(rule) is null).ToList();
        foreach (var (number, rule) in cited)
        {
            foreach (var other in others.Where(other => MayDisagree(rule.Passage, other.Passage) && rule.Disagrees(other) && AnswersToo(rule, other)))
                Add(number, rule, other);
        }

        return new([.. conflicts], [.. claims], [.. added]);
    }

    private void Add(int number, RuleStatement rule, RuleStatement other)
    {
        var otherNumber = CitationOf(other)?.Number;
        if (conflicts.Exists(known => known.First == number && known.Other == otherNumber || known.Other == number && known.First == otherNumber)
            || conflicts.Count == MostConflicts || (otherNumber is null && added.Exists(known => Document(known.Passage) == Document(other.Passage))))
        {
            return;
        }

        otherNumber ??= Cite(other);
        if (otherNumber is { } found)
            conflicts.Add(SourceRank.GoesBefore(rule.Passage, other.Passage) ? new(ConflictKind.OtherFigures, number, found) : new(ConflictKind.OtherFigures, found, number));
    }

    private Citation? CitationOf(RuleStatement rule) =>
        citations.Concat(added).FirstOrDefault(citation => citation.Passage.Rank == rule.Passage.Rank && IsQuoted(rule, citation));

    /// <summary>Null when the words stand on no page.</summary>
    private int? Cite(RuleStatement rule)
    {
        var chunk = rule.Passage.Chunk.Chunk;
        if (QuoteLocator.Locate(chunk, rule.Range) is not { } locator)
            return null;
        var words = chunk.Text.Substring(rule.Range.Start, rule.Range.Length);
        var number = citations.Length + added.Count + 1;
        added.Add(new() { Number = number, Passage = rule.Passage, Quote = words, Range = rule.Range, Locator = locator });
        var table = rule.Row is { } row ? TableOf(chunk, row) : null;
        claims.Add(new() { Kind = ClaimKind.Rule, Text = table is null ? words : TableText.Of(table), Citations = [number], Table = table });
        return number;
    }

    private static CitedTable TableOf(Chunk chunk, ChunkPart row)
    {
        var header = chunk.Parts.FirstOrDefault(part => part.Group == row.Group && part.Kind is ChunkPartKind.TableHeader);
        return new("", header is null ? [] : Cells(header), [Cells(row)], null);

        ImmutableArray<string> Cells(ChunkPart part) => [.. part.Cells.Select(cell => chunk.Text.Substring(cell.Start, cell.Length))];
    }

    private bool AnswersToo(RuleStatement rule, RuleStatement other)
    {
        var (mine, theirs) = (question.Said(rule.Around), question.Said(other.Around));
        return mine.Zip(theirs, Math.Min).Sum() >= SameQuestion * mine.Sum();
    }

    /// <summary>Of two documents, and both in force on a common day of those asked about.</summary>
    private bool MayDisagree(Passage one, Passage other)
    {
        if (Document(one) == Document(other))
            return false;
        var (first, second, asked) = (one.Chunk.Effective, other.Chunk.Effective, retrieval.Question.AsOf);
        // That a document without days held on a past day is not known.
        if (asked.Last < retrieval.Question.Today && !(first.HasKnownStart && second.HasKnownStart))
            return false;
        DateOnly[] begins = [first.From, second.From, asked.First];
        return begins.Max() is var day && day <= asked.Last && first.Contains(day) && second.Contains(day);
    }

    private static DocumentId Document(Passage passage) => passage.Chunk.Revision.Document;

    /// <summary>Half of a sentence is enough: a writer may quote only the words it needs.</summary>
    private static bool IsQuoted(RuleStatement rule, Citation citation) =>
        2 * (Math.Min(rule.Range.End, citation.Range.End) - Math.Max(rule.Range.Start, citation.Range.Start)) >= rule.Range.Length;
}
