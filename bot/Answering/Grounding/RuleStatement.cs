using System.Collections.Immutable;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Chunks;
using AgentHelpdesk.Knowledge.Text;

namespace AgentHelpdesk.Answering.Grounding;

/// <summary>
/// A rule that one sentence or one row of a table states: what it speaks of, apart from the figures it gives. Two that speak of the same and
/// give other figures disagree; one word more on either side (a household, a territory, "annuel") is another rule.
/// </summary>
internal sealed class RuleStatement
{
    // Fewer words than this say nothing alone ("La durée est de…"): the headings then say what of.
    private const int WordsThatSaySomething = 2;

    // So many words name their subject themselves; with fewer, title and headings must.
    private const int WordsThatNameTheSubject = 5;

    private static readonly FactKind[] Figures = [FactKind.Amount, FactKind.Percentage, FactKind.Duration, FactKind.Fraction];

    // How a rule is stated, in what unit, and what kind of text states it: neither is what it speaks of.
    private static readonly HashSet<string> Neutral = QuestionWords.TermsOf(
        "est sont fixé fixée s'élève égal égale porté portée établi établie atteint être correspond compter vigueur actuellement désormais donc ainsi montant valeur "
        + "un deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent mille jour jours semaine mois trimestre an ans année heure euro euros pour cent tiers quart moitié "
        + "article circulaire instruction guide note fiche décret arrêté loi code titre chapitre section annexe partie livre technique local locale national");

    private readonly HashSet<string> words;
    private readonly HashSet<string> subject;

    private RuleStatement(Passage passage, TextRange range, ChunkPart? row, HashSet<string> words, HashSet<string> around, ImmutableHashSet<StatedFact> facts)
    {
        (Passage, Range, Row, this.words, Facts) = (passage, range, row, words, facts);
        Around = [.. around, .. words];
        subject = ContentOf(around);
    }

    public Passage Passage { get; }

    public TextRange Range { get; }

    /// <summary>Null for a sentence.</summary>
    public ChunkPart? Row { get; }

    /// <summary>Its own words, a table's header included, and those of caption, headings and title.</summary>
    public HashSet<string> Around { get; }

    private ImmutableHashSet<StatedFact> Facts { get; }

    /// <summary>Those of a passage that state a figure.</summary>
    public static IEnumerable<RuleStatement> In(Passage passage)
    {
        var chunk = passage.Chunk.Chunk;
        var around = QuestionWords.TermsOf(string.Join('\n', chunk.Locator.SectionPath.Prepend(passage.Chunk.Revision.Description.Title)));
        foreach (var part in chunk.Parts)
        {
            if (part.Kind is ChunkPartKind.TableRow)
            {
                var (header, captions) = (Beside(ChunkPartKind.TableHeader, part), Beside(ChunkPartKind.Caption, part));
                if (Of(passage, part.Range, part, header, [.. around, .. QuestionWords.TermsOf(captions)]) is { } row)
                    yield return row;
            }
            else if (part.Kind is ChunkPartKind.Paragraph or ChunkPartKind.ListItem or ChunkPartKind.Note)
            {
                foreach (var sentence in SentenceSplitter.Split(chunk.Text, part.Range).Select(range => Of(passage, range, null, "", around)).OfType<RuleStatement>())
                    yield return sentence;
            }
        }

        string Beside(ChunkPartKind kind, ChunkPart row) =>
            string.Join('\n', chunk.Parts.Where(part => part.Group == row.Group && part.Kind == kind).Select(part => TextOf(chunk, part.Range)));
    }

    /// <summary>The same rule with other figures of one kind, and the same of all others.</summary>
    public bool Disagrees(RuleStatement other) =>
        Row is null == other.Row is null && words.SetEquals(other.words) && SpeaksOfTheSame(other)
        && Fixed(FactKind.Number).SetEquals(other.Fixed(FactKind.Number)) && SameOrUnsaid(FactKind.Date, other) && SameOrUnsaid(FactKind.Article, other)
        && Figures.Count(kind => Fixed(kind).Count > 0 && other.Fixed(kind).Count > 0 && !Fixed(kind).Overlaps(other.Fixed(kind))) == 1
        && Figures.Count(kind => !Fixed(kind).SetEquals(other.Fixed(kind))) == 1;

    private bool SpeaksOfTheSame(RuleStatement other)
    {
        if (Row is null && words.Count >= WordsThatNameTheSubject)
            return true;
        var shared = subject.Count(other.subject.Contains);
        return words.Count >= WordsThatSaySomething
            ? shared * 2 >= Math.Min(subject.Count, other.subject.Count)
            : shared > 0 && shared == Math.Min(subject.Count, other.subject.Count);
    }

    private ImmutableHashSet<StatedFact> Fixed(FactKind kind) => Facts.Where(fact => fact.Kind == kind).ToImmutableHashSet();

    private bool SameOrUnsaid(FactKind kind, RuleStatement other) =>
        Fixed(kind) is var mine && other.Fixed(kind) is var theirs && (mine.IsEmpty || theirs.IsEmpty || mine.SetEquals(theirs));

    private static RuleStatement? Of(Passage passage, TextRange range, ChunkPart? row, string header, HashSet<string> around)
    {
        var text = TextOf(passage.Chunk.Chunk, range);
        var facts = FactFinder.Find(text);
        return facts.Any(fact => Figures.Contains(fact.Kind))
            ? new(passage, range, row, ContentOf([.. QuestionWords.TermsOf(text), .. QuestionWords.TermsOf(header)]), around, facts)
            : null;
    }

    private static HashSet<string> ContentOf(HashSet<string> terms) => [.. terms.Where(term => !term.Any(char.IsDigit) && !Neutral.Contains(term))];

    private static string TextOf(Chunk chunk, TextRange range) => chunk.Text.Substring(range.Start, range.Length);
}
