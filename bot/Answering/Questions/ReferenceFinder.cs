using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentHelpdesk.Knowledge.Documents;

namespace AgentHelpdesk.Answering.Questions;

/// <summary>Finds the articles and numbered texts that a question names.</summary>
internal static partial class ReferenceFinder
{
    /// <summary>Articles first, then numbered texts, each in the order of the text.</summary>
    public static ImmutableArray<QuestionReference> Find(string text)
    {
        var articles = ArticleReferences.Find(text);
        var references = ImmutableArray.CreateBuilder<QuestionReference>();
        foreach (var article in articles)
        {
            references.Add(new QuestionReference.Article(article.Key)
            {
                AsTyped = text.Substring(article.Start, article.Length),
                Start = article.Start,
                Length = article.Length,
            });
        }

        foreach (Match match in NumberedText().Matches(FoldedText.Of(text)))
        {
            var number = match.Groups["number"];
            if (articles.Any(article => number.Index < article.End && article.Start < number.Index + number.Length))
                continue;
            references.Add(new QuestionReference.NumberedText(Normalize(number.Value))
            {
                AsTyped = text.Substring(number.Index, number.Length),
                Start = number.Index,
                Length = number.Length,
            });
        }

        return references.ToImmutable();
    }

    /// <summary>"cir-7 / 2022" and "CIR 7-2022" are written alike.</summary>
    public static string Normalize(string number) => Mark().Replace(number.ToUpperInvariant(), "-").Trim('-');

    [GeneratedRegex(
        // With its kind: "circulaire n° 2022-12", "cerfa 16029*01".
        @"\b(?:circulaires?|instructions?|lettres?|notes?|decrets?|lois?|arretes?|ordonnances?|deliberations?|cerfa|formulaires?|imprimes?)(?: [a-z]+){0,4}? (?:n ?[°o]?\.? ?)?(?<number>(?:[a-z]{1,8}[-/ ]?)?\d[\w*]*(?:[-/][\w*]+)+|\d{4,6}(?:\*\d\d)?(?=$|[ ,.;:?!)]))"
        // By its form alone: letters, marks and a year ("CIR-7/2022", "DSS/2A/2022/123").
        + @"|(?<![\w/-])(?<number>[a-z]{2,8}[-/](?:\w{1,8}[-/]){0,4}(?:19|20)\d\d(?:[-/]\d{1,5})?)(?![\w/-])",
        RegexOptions.CultureInvariant)]
    private static partial Regex NumberedText();

    [GeneratedRegex(@"[\s/_-]+")]
    private static partial Regex Mark();
}
