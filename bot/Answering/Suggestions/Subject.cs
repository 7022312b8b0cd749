using System.Text.RegularExpressions;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Questions.FollowUps;

namespace AgentHelpdesk.Answering.Suggestions;

/// <summary>What a document is about, read from its title: "de l'allocation de rentrée scolaire".</summary>
/// <param name="Bare">Without article.</param>
/// <param name="AfterDe">With the article that "de" takes.</param>
internal sealed partial record Subject(string Bare, string AfterDe)
{
    /// <returns>Null: the title names no allowance, risk or the like.</returns>
    public static Subject? Of(string title)
    {
        var text = title.Normalize().Trim();
        var folded = FoldedText.Of(text);
        if (TopicPhrase.Find(text, folded, _ => true) is not { } topic)
            return null;
        var bare = topic.Bare.In(text);
        if (bare.Length > 1 && char.IsLower(bare[1]))
            bare = char.ToLowerInvariant(bare[0]) + bare[1..];
        return new(bare, AfterDeOf(topic.Joint, bare));
    }

    /// <summary>With the article that "pour" takes.</summary>
    public string AfterPour => AfterDe switch
    {
        _ when AfterDe.StartsWith("du ", StringComparison.Ordinal) => $"le {Bare}",
        _ when AfterDe.StartsWith("des ", StringComparison.Ordinal) => $"les {Bare}",
        _ => AfterDe["de ".Length..],
    };

    private static string AfterDeOf(string joint, string bare)
    {
        var head = FoldedText.Of(bare).Split(' ')[0];
        return joint switch
        {
            "du" or "au" or "le" => $"du {bare}",
            "des" or "aux" or "les" => $"des {bare}",
            "de la" or "a la" or "la" => $"de la {bare}",
            _ when Plural().IsMatch(head) => $"des {bare}",
            _ when "aeiouyh".Contains(head[0], StringComparison.Ordinal) => $"de l'{bare}",
            _ when Feminine().IsMatch(head) => $"de la {bare}",
            _ when Masculine().IsMatch(head) => $"du {bare}",
            _ => $"de {bare}",
        };
    }

    [GeneratedRegex(@"^(?:[a-z]{4,}s|ij|ijss)(?<!deces)$", RegexOptions.CultureInvariant)]
    private static partial Regex Plural();

    [GeneratedRegex(@"^(?:prime|pension|prestation|rente|retraite|reversion|bourse|cotisation|contribution|maladie|maternite|paternite|carte|mutuelle|couverture|complementaire|protection|securite|cure|garde|dette|naissance|csg|crds|periode|penibilite|tutelle|surcote|decote)$", RegexOptions.CultureInvariant)]
    private static partial Regex Feminine();

    [GeneratedRegex(@"^(?:complement|supplement|forfait|conge|chomage|logement|capital|cheque|remboursement|soin|transport|credit|pret|smic|rachat|divorce|veuvage|demenagement|deces|minimum|mi-temps|temps-partiel|pacs|mariage|licenciement|preavis|bonus|trimestre|rsa)$", RegexOptions.CultureInvariant)]
    private static partial Regex Masculine();
}
