using System.Collections.Immutable;

namespace AgentHelpdesk.Answering.Grounding.Verifying;

/// <summary>How much of a claim's words its sources say, in these words or in others that mean the same.</summary>
internal sealed class WordCoverage
{
    // Measured on the written pairs and the liar: faithful claims lie above, right quotes under wrong claims below.
    private const double LeastShare = 0.66;
    private const double LeastShareOfQuote = 0.42;
    private const double CommonWeight = 0.2;
    private const double FigureWeight = 0.8;
    private const double NearbyShare = 0.85;
    private const double ElsewhereShare = 0.45;

    private readonly Lexis quote;
    private readonly Lexis nearby;
    private readonly Lexis subject;
    private readonly ImmutableArray<Lexis> passages;

    /// <param name="quote">Plain text of the quotes.</param>
    /// <param name="nearby">Plain text of what names the subject: title, headings, the sentences around the quote.</param>
    /// <param name="subject">Of that, what may name whom and what the rule is about.</param>
    /// <param name="passages">The words of the cited passages.</param>
    public WordCoverage(string quote, string nearby, string subject, ImmutableArray<Lexis> passages)
    {
        this.quote = new(quote);
        this.nearby = new(nearby);
        this.subject = subject == nearby ? this.nearby : new(subject);
        this.passages = passages;
    }

    /// <summary>The word for which a sentence of a claim is not covered; null when it is.</summary>
    /// <param name="sentence">Plain text; its figures are checked apart.</param>
    /// <param name="ties">Figures and contacts of the sentence that stand in the quote: they tie it to the quote as words do.</param>
    public string? Missing(string sentence, int ties)
    {
        var terms = WordTables.Terms(sentence);
        var spelledOut = SpelledOut(terms);
        var (total, supported, ofQuote, worst, strangers, specific) = (0.0, 0.0, 0.0, (string?)null, 0, 0);
        foreach (var (i, term) in terms.Index().DistinctBy(pair => pair.Item))
        {
            var common = WordTables.IsCommon(term);
            if (quote.Says(term) || spelledOut.GetValueOrDefault(i, 2) is 0)
            {
                var weight = common ? 0.6 : 1;
                (total, supported, ofQuote) = (total + weight, supported + weight, ofQuote + weight);
                specific += common ? 0 : 1;
                continue;
            }

            var level = spelledOut.GetValueOrDefault(i, 2);
            var share = nearby.Says(term) || level == 1 ? NearbyShare : passages.Any(passage => passage.Says(term)) ? ElsewhereShare : 0;
            // Whom another sentence of the passage speaks of is not whom this one does.
            if (level != 1 && WordTables.IsTelling(term) && !subject.Says(term))
                return term;
            var missing = common ? CommonWeight : 1;
            total += missing;
            supported += missing * share;
            if (!common && share < NearbyShare)
            {
                worst ??= term;
                strangers += share == 0 ? 1 : 0;
            }
        }

        var tied = Math.Min(ties, 2) * FigureWeight;
        (total, supported, ofQuote) = (total + tied, supported + tied, ofQuote + tied);
        if (total < 0.5)
            return null;
        if (supported / total < LeastShare || ofQuote / total < LeastShareOfQuote)
            return worst ?? terms.FirstOrDefault(term => !quote.Says(term)) ?? "";
        return strangers >= 3 && strangers > specific ? worst : null;
    }

    /// <summary>Acronyms and their long forms: the positions that the sources say in the other form; 0 the quote, 1 nearby.</summary>
    private Dictionary<int, int> SpelledOut(ImmutableArray<string> terms)
    {
        var positions = new Dictionary<int, int>();
        foreach (var (to, from) in WordTables.Synonyms.Ways(terms))
        {
            var level = to.All(quote.Holds) ? 0 : to.All(subject.Holds) ? 1 : 2;
            for (var i = from.Start.Value; level < 2 && i < from.End.Value; i++)
                positions[i] = positions.TryGetValue(i, out var known) ? Math.Min(known, level) : level;
        }

        return positions;
    }
}
